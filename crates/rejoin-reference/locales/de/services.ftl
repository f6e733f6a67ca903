# Was Dienste, Bibliotheken und Protokolle mit einem Code meinen.
# Eine Nachricht je Zeile. Was von links nach rechts bleiben muss, steht zwischen Gravis-Zeichen.

s-assemblyai-note = Bevor ein Fehler die Verbindung schließt, sagt eine JSON-Nachricht vom Typ `Error`, was geschehen ist. Ihr `error_code` ist der Close-Code, der folgt; `retryable` und `retry_after_seconds` sagen, ob und wann man zurückkommen soll. Die Begründung des Frames lautet nur `See Error message for details`.
s-assemblyai-3006 = Die Verbindungsanfrage oder eine Nachricht war nicht gültig. Die Nachricht `Error` nennt den Parameter.
s-assemblyai-3008 = Die Sitzung hat ihre längste Dauer erreicht. Öffnen Sie eine neue.

s-assemblyai-legacy-note = Das sind die Codes des alten Echtzeitdienstes. Der heutige Streaming-Dienst benutzt andere.
s-assemblyai-legacy-4000 = Die Abtastrate ist keine positive ganze Zahl.
s-assemblyai-legacy-4001 = Nicht berechtigt: Der API-Schlüssel oder das Token ist falsch.
s-assemblyai-legacy-4002 = Das Konto hat kein Guthaben mehr.
s-assemblyai-legacy-4003 = Die Funktion gehört nicht zu einem kostenlosen Konto.
s-assemblyai-legacy-4004 = Die Sitzung gibt es nicht.
s-assemblyai-legacy-4008 = Die Sitzung ist abgelaufen.
s-assemblyai-legacy-4010 = Die Sitzung wurde schon geschlossen.
s-assemblyai-legacy-4029 = Ton wurde zu schnell gesendet.
s-assemblyai-legacy-4030 = Eine andere Verbindung bedient diese Sitzung bereits.
s-assemblyai-legacy-4031 = Die Sitzung war zu lange untätig.
s-assemblyai-legacy-4032 = Das Tonstück war zu kurz.
s-assemblyai-legacy-4033 = Das Tonstück war zu lang.
s-assemblyai-legacy-4034 = Das Tonstück war zu klein, um umgewandelt zu werden.
s-assemblyai-legacy-4101 = Eine Nachricht entsprach nicht dem Schema.
s-assemblyai-legacy-4102 = Das Konto hat zu viele Streams offen.
s-assemblyai-legacy-4103 = Diese Sitzung wurde anderswo neu verbunden; diese Verbindung gilt nicht mehr.

s-deepgram-stt-note = Deepgram benutzt Standardcodes. Das Kennwort am Anfang der Begründung sagt, was geschehen ist.
s-deepgram-stt-1008 = `DATA-0000`: Die Daten lassen sich nicht als Ton dekodieren. Prüfen Sie Format, Kodierung und Abtastrate.
s-deepgram-stt-1011 = `NET-0000`: Deepgram konnte nicht rechtzeitig antworten. `NET-0001`: Etwa 10 Sekunden lang kam kein Ton; senden Sie Ton oder eine Nachricht `KeepAlive`.

s-deepgram-tts-note = Deepgram benutzt Standardcodes. Das Kennwort am Anfang der Begründung sagt, was geschehen ist.
s-deepgram-tts-1003 = `MESSAGE-0000`: Nur Textnachrichten werden angenommen.
s-deepgram-tts-1008 = `DATA-0000`: Die Nachricht ist kein bekannter Befehl. `DATA-0001`: Der Text hat zu viele Zeichen.
s-deepgram-tts-1009 = `BIG-0000`, `BIG-0001`: Die Nachricht ist zu groß.
s-deepgram-tts-1011 = `NET-0000` bis `NET-0003`: Eine Frist ist verstrichen, unterwegs oder in der Sitzung.

s-gemini-live-note = Der Dienst hat keine privaten Codes. Eine Verbindung lebt etwa 10 Minuten; vor dem Ende kommt eine Nachricht `GoAway`. Setzen Sie die Sitzung auf einer neuen Verbindung fort.
s-gemini-live-1007 = Von Nutzern berichtet, wenn sich eine Sitzung nicht fortsetzen ließ. Beginnen Sie eine neue.
s-gemini-live-1011 = Von Nutzern berichtet als `Deadline expired before operation could complete`. Setzen Sie die Sitzung fort, oder beginnen Sie eine neue.

s-discord-gateway-note = Dieselben Zahlen heißen auf Discords Voice- und RPC-Sockets etwas anderes. Vor einem geplanten Schließen sendet das Gateway oft den Opcode 7 (Reconnect); setzen Sie dann fort.
s-discord-gateway-1001 = Discord will, dass der Client sich neu verbindet und fortsetzt.
s-discord-gateway-4000 = Unbekannter Fehler. Verbinden Sie sich neu.
s-discord-gateway-4001 = Ein Opcode oder seine Nutzlast war nicht gültig.
s-discord-gateway-4002 = Eine Nutzlast ließ sich nicht dekodieren.
s-discord-gateway-4003 = Eine Nutzlast kam vor der Anmeldung, oder die Sitzung wurde ungültig.
s-discord-gateway-4004 = Das Token des Bots ist falsch. Ersetzen Sie es zuerst.
s-discord-gateway-4005 = Der Client hat sich zweimal angemeldet.
s-discord-gateway-4007 = Die Sequenznummer des Fortsetzens war nicht gültig. Beginnen Sie eine neue Sitzung.
s-discord-gateway-4008 = Nutzlasten kamen zu schnell. Werden Sie langsamer.
s-discord-gateway-4009 = Die Sitzung lief in eine Zeitüberschreitung. Beginnen Sie eine neue.
s-discord-gateway-4010 = Der Shard in der Anmeldung war nicht gültig.
s-discord-gateway-4011 = Der Bot ist auf zu vielen Servern für eine Verbindung: Shards sind nötig.
s-discord-gateway-4012 = Die Version der Gateway-API war nicht gültig.
s-discord-gateway-4013 = Ein Intent war nicht gültig. Prüfen Sie, wie seine Bits berechnet wurden.
s-discord-gateway-4014 = Ein Intent ist nicht erlaubt: Schalten Sie ihn für die Anwendung ein, oder lassen Sie ihn genehmigen.

s-discord-rpc-note = Der RPC-Server läuft auf dem Rechner des Benutzers. Seine Codes haben mit denen des Gateways nichts gemein.
s-discord-rpc-4000 = Die Client-ID ist nicht gültig.
s-discord-rpc-4001 = Der Origin ist für diese Client-ID nicht erlaubt.
s-discord-rpc-4002 = Anfragen kamen zu schnell.
s-discord-rpc-4003 = Das Token wurde widerrufen. Holen Sie ein neues.
s-discord-rpc-4004 = Die Version in der Verbindungszeile ist nicht gültig.
s-discord-rpc-4005 = Die Kodierung in der Verbindungszeile ist nicht gültig.

s-discord-voice-note = Discord sagt zu einigen Codes, ob man sich neu verbinden soll, und schweigt zu den anderen.
s-discord-voice-4001 = Der Opcode war nicht gültig.
s-discord-voice-4002 = Die Nutzlast der Anmeldung ließ sich nicht dekodieren.
s-discord-voice-4003 = Eine Nutzlast kam vor der Anmeldung.
s-discord-voice-4004 = Das Token in der Anmeldung ist falsch.
s-discord-voice-4005 = Der Client hat sich zweimal angemeldet.
s-discord-voice-4006 = Die Sitzung gilt nicht mehr.
s-discord-voice-4009 = Die Sitzung lief in eine Zeitüberschreitung.
s-discord-voice-4011 = Der Voice-Server wurde nicht gefunden.
s-discord-voice-4012 = Das Protokoll wurde nicht erkannt.
s-discord-voice-4014 = Der Client wurde getrennt: hinausgeworfen, oder seine Gateway-Sitzung endete.
s-discord-voice-4015 = Der Voice-Server ist abgestürzt. Setzen Sie fort.
s-discord-voice-4016 = Das Verschlüsselungsverfahren wurde nicht erkannt.
s-discord-voice-4017 = Der Kanal verlangt Ende-zu-Ende-Verschlüsselung (DAVE), und der Client kann sie nicht.
s-discord-voice-4020 = Die Anfrage war fehlerhaft aufgebaut.
s-discord-voice-4021 = Die Ratengrenze wurde überschritten.
s-discord-voice-4022 = Der Anruf endete für alle: Der Kanal wurde gelöscht, oder der Voice-Server hat gewechselt.

s-fluxer-note = Die Codes folgen denen von Discord.
s-fluxer-4000 = Unbekannter Fehler.
s-fluxer-4001 = Der Opcode war nicht gültig.
s-fluxer-4002 = Eine Nutzlast ließ sich nicht dekodieren.
s-fluxer-4003 = Eine Nutzlast kam vor der Anmeldung.
s-fluxer-4004 = Das Token ist falsch.
s-fluxer-4005 = Der Client hat sich zweimal angemeldet.
s-fluxer-4007 = Die Sequenznummer des Fortsetzens war nicht gültig.
s-fluxer-4008 = Nutzlasten kamen zu schnell.
s-fluxer-4009 = Die Sitzung lief in eine Zeitüberschreitung. Beginnen Sie eine neue.
s-fluxer-4010 = Der Shard war nicht gültig.
s-fluxer-4011 = Shards sind nötig.
s-fluxer-4012 = Die Version der Gateway-API war nicht gültig.

s-signal-note = Im Quelltext des Servers gelesen.
s-signal-1011 = Der Server konnte die gespeicherten Nachrichten nicht lesen.
s-signal-4401 = Das Konto muss sich neu anmelden.
s-signal-4409 = Dasselbe Gerät hat sich anderswo verbunden; jene Verbindung hat übernommen.

s-slack-note = Slack hat keine privaten Codes. Bevor es eine Verbindung beendet, sendet es eine JSON-Nachricht vom Typ `disconnect` mit einem Grund: `warning` und `refresh_requested` bitten um eine neue Verbindung, `link_disabled` sagt, dass Socket Mode abgeschaltet wurde. Der Client schließt mit 1000. Slacks Server schließen TCP nach dem Abschluss-Handshake nicht, benutzen Sie also eine Frist.

s-twitch-eventsub-4000 = Ein Fehler im Server von Twitch.
s-twitch-eventsub-4001 = Der Client hat Nachrichten gesendet. Erlaubt sind nur Pongs.
s-twitch-eventsub-4002 = Der Client hat ein Ping nicht mit einem Pong beantwortet.
s-twitch-eventsub-4003 = Der Client hat binnen 10 Sekunden nach der Begrüßung kein Abonnement angelegt.
s-twitch-eventsub-4004 = Der Client ist binnen 30 Sekunden nach einer Reconnect-Nachricht nicht zur neuen Adresse gewechselt.
s-twitch-eventsub-4005 = Eine Zeitüberschreitung im Netz. Sie ist vorübergehend.
s-twitch-eventsub-4006 = Ein Netzfehler. Er ist vorübergehend.
s-twitch-eventsub-4007 = Die Adresse der Neuverbindung war nicht gültig. Benutzen Sie die aus der Nachricht, unverändert.

s-aws-api-gateway-note = Eine Verbindung lebt höchstens 2 Stunden und endet nach 10 Minuten Stille. Eine Verbindung, die Ihr eigener Code über die Verwaltungs-API löscht, endet mit 1000.
s-aws-api-gateway-1009 = Ein Frame war größer als 32 KB oder eine Nachricht größer als 128 KB.

s-aws-iot-wireless-note = Der Server spricht; jede Nachricht des Clients beendet die Verbindung.
s-aws-iot-wireless-1000 = Die Anfrage wurde erfüllt, oder die Sitzung war zu lange untätig.
s-aws-iot-wireless-1002 = Ein Protokollfehler.
s-aws-iot-wireless-1003 = Der Client hat binäre Daten oder ein nicht unterstütztes Format gesendet.
s-aws-iot-wireless-1008 = Eine Regel wurde verletzt, oder die Berechtigung scheiterte, zum Beispiel weil die Signatur abgelaufen ist.
s-aws-iot-wireless-1011 = Ein unerwarteter Zustand oder ein interner Fehler.

s-binance-note = Binance dokumentiert keine privaten Codes. Eine Verbindung lebt höchstens 24 Stunden. Der Server sendet Pings und erwartet rechtzeitig Pongs, und er begrenzt, wie viele Nachrichten ein Client je Sekunde sendet. Vor einem geplanten Ende sendet er ein Ereignis namens `serverShutdown`.
s-binance-1008 = `Too many requests`: Der Client hat eine Grenze überschritten. Werden Sie langsamer, bevor Sie sich neu verbinden.

s-home-assistant-note = Es gibt keine Zahlen zu lesen. Ein falsches Token wird mit einer Nachricht vom Typ `auth_invalid` beantwortet, dann endet die Verbindung.

s-obs-note = Das Protokoll sagt nicht zu jedem Code, ob man sich neu verbinden soll.
s-obs-4000 = Unbekannter Grund. Er sollte nicht vorkommen.
s-obs-4002 = Eine Nachricht ließ sich nicht dekodieren.
s-obs-4003 = Ein Feld fehlt.
s-obs-4004 = Ein Feld hat den falschen Typ.
s-obs-4005 = Ein Feld hat einen ungültigen Wert.
s-obs-4006 = Das `op` fehlt oder ist nicht gültig.
s-obs-4007 = Eine Nachricht kam vor der Anmeldung.
s-obs-4008 = Der Client hat sich zweimal angemeldet. Benutzen Sie `Reidentify`.
s-obs-4009 = Das Passwort ist falsch.
s-obs-4010 = Der Server spricht diese Version des Protokolls nicht.
s-obs-4011 = Der Benutzer hat diesen Client in OBS entfernt. Verbinden Sie sich nicht von selbst neu.
s-obs-4012 = Der Server unterstützt eine verlangte Funktion nicht.

s-pandascore-1000 = Das Spiel ist vorbei.
s-pandascore-4001 = Das Token fehlt.
s-pandascore-4003 = Der Tarif schließt diese Adresse nicht ein.
s-pandascore-4029 = Das Spiel hat schon 3 Verbindungen dieses Kontos.
s-pandascore-1001-1999 = Ein Fehler bei PandaScore. Verbinden Sie sich neu, und holen Sie verpasste Ereignisse nach.

s-actioncable-note = Es gibt keine Zahlen zu lesen. Eine JSON-Nachricht vom Typ `disconnect` trägt einen Grund (`unauthorized`, `invalid_request`, `server_restart` oder `remote`) und ein Merkmal `reconnect`, das sagt, ob man zurückkommen soll.

s-centrifugo-note = Der Bereich sagt, ob man sich neu verbinden soll; die Bibliothek tut es von selbst. Die Zahlen 3000 und 3008 heißen hier etwas anderes als im Register der IANA.
s-centrifugo-3000 = Die Verbindung wurde ohne Rat geschlossen oder ging verloren.
s-centrifugo-3001 = Der Server wird beendet.
s-centrifugo-3004 = Ein interner Fehler des Servers.
s-centrifugo-3005 = Die Verbindung ist abgelaufen.
s-centrifugo-3006 = Ein Abonnement ist abgelaufen.
s-centrifugo-3008 = Der Client liest nicht schnell genug.
s-centrifugo-3009 = Das Schreiben an den Client ist gescheitert.
s-centrifugo-3010 = Der Server hat festgestellt, dass die Position des Clients in einem Strom falsch ist. Beim Neuverbinden erholt sie sich.
s-centrifugo-3011 = Der Server bittet den Client, sich neu zu verbinden.
s-centrifugo-3012 = Der Client hat ein Ping nicht beantwortet.
s-centrifugo-3013 = Der Client hat zu viele Befehle gesendet.
s-centrifugo-3014 = Der Zustand des Clients gilt nicht mehr; er beginnt von vorn.
s-centrifugo-3500 = Das Token ist nicht gültig.
s-centrifugo-3501 = Ein Frame des Client-Protokolls war fehlerhaft aufgebaut.
s-centrifugo-3502 = Der Client hat sich nicht rechtzeitig angemeldet.
s-centrifugo-3503 = Der Server bittet den Client, fernzubleiben.
s-centrifugo-3504 = Eine Grenze für Verbindungen wurde erreicht.
s-centrifugo-3505 = Eine Grenze für Kanäle wurde erreicht.
s-centrifugo-3506 = Das Format des Clients kann die Daten nicht tragen, zum Beispiel binäre Daten für einen JSON-Client.
s-centrifugo-3507 = Die Rechte fehlen.
s-centrifugo-3508 = Was verlangt wurde, ist nicht verfügbar.
s-centrifugo-3509 = Der Client hat zu viele Fehler verursacht.
s-centrifugo-3000-3499 = Nicht endgültig: Der Client verbindet sich neu.
s-centrifugo-3500-3999 = Endgültig: Der Client verbindet sich nicht neu.

s-colyseus-4000 = Der Client hat den Raum mit Absicht verlassen.
s-colyseus-4001 = Der Server wird beendet.
s-colyseus-4002 = Der Raum hat die Verbindung wegen eines Fehlers geschlossen.
s-colyseus-4003 = Alle Versuche, sich neu zu verbinden, sind gescheitert. Der Client meldet das von selbst.
s-colyseus-4010 = Der Server startet im Entwicklungsmodus neu; der Client darf versuchen, sich neu zu verbinden.

s-graphql-ws-note = Der Client behandelt voreingestellt diese Codes als endgültig, außer 4403, 4408 und 4504, und die Standardcodes als endgültig, außer 1000, 1001, 1005, 1006 und 1012 bis 1014.
s-graphql-ws-4004 = Der Client bekam eine Antwort, mit der er nichts anfangen kann.
s-graphql-ws-4005 = Ein Fehler im Client.
s-graphql-ws-4400 = Eine Nachricht war fehlerhaft aufgebaut.
s-graphql-ws-4401 = Eine Operation kam, bevor die Verbindung bestätigt war. Manche Server benutzen es auch für abgelaufene Zugangsdaten.
s-graphql-ws-4403 = Der Server hat die Verbindung beim Initialisieren abgelehnt.
s-graphql-ws-4406 = Der Server spricht keines der angebotenen Unterprotokolle.
s-graphql-ws-4408 = Der Client hat die Verbindung nicht rechtzeitig initialisiert.
s-graphql-ws-4409 = Eine Operation mit dieser Kennung gibt es schon.
s-graphql-ws-4429 = Der Client hat die Verbindung zweimal initialisiert.
s-graphql-ws-4500 = Ein Fehler im Server.
s-graphql-ws-4504 = Der Server hat die Verbindung nicht rechtzeitig bestätigt. Der Client sendet diesen Code.

s-hocuspocus-4205 = Der Server bittet den Client, die Verbindung und seine Sicht auf das Dokument zurückzusetzen.
s-hocuspocus-4401 = Der Benutzer ist nicht angemeldet.
s-hocuspocus-4403 = Der Benutzer darf dieses Dokument nicht öffnen.
s-hocuspocus-4408 = Der Client hat nicht rechtzeitig getan, was erwartet wurde.

s-phoenix-note = Phoenix hat keine privaten Codes. Sein Client verbindet sich nach jedem Code neu; ältere Versionen hörten bei 1000 auf. Der erste Versuch kommt nach 10 ms, ohne zufälligen Anteil.
s-phoenix-1000 = Der Listener wurde beendet, oder die Arbeit des Kanals ist getan.
s-phoenix-1001 = Die Anwendung hat den Socket mit Absicht getrennt.
s-phoenix-1012 = Der Server leert seine Sockets, bevor er anhält.

s-pusher-note = Der Bereich sagt, ob man sich neu verbinden soll, auch für Zahlen, die ein Client nicht kennt.
s-pusher-4000 = Die Anwendung nimmt nur `wss:` an.
s-pusher-4001 = Die Anwendung gibt es nicht.
s-pusher-4003 = Die Anwendung ist abgeschaltet.
s-pusher-4004 = Die Anwendung hat ihr Kontingent an Verbindungen erreicht.
s-pusher-4005 = Der Pfad wurde nicht gefunden.
s-pusher-4006 = Die Versionsangabe ist fehlerhaft aufgebaut.
s-pusher-4007 = Die Version des Protokolls wird nicht unterstützt.
s-pusher-4008 = Es wurde keine Version des Protokolls angegeben.
s-pusher-4009 = Die Verbindung ist nicht berechtigt.
s-pusher-4100 = Der Dienst ist über seiner Kapazität. Warten Sie mindestens eine Sekunde.
s-pusher-4200 = Verbinden Sie sich sofort neu.
s-pusher-4201 = Der Client hat ein Ping nicht rechtzeitig beantwortet.
s-pusher-4202 = Die Verbindung war 24 Stunden untätig.
s-pusher-4301 = Der Client hat Ereignisse zu schnell gesendet.
s-pusher-4302 = Eine Grenze der Watchlist wurde erreicht.
s-pusher-4000-4099 = Verbinden Sie sich nicht unverändert neu.
s-pusher-4100-4199 = Verbinden Sie sich nach mindestens einer Sekunde neu.
s-pusher-4200-4299 = Verbinden Sie sich sofort neu.
s-pusher-4300-4399 = Ein anderer Fehler. Was zu tun ist, hängt vom Code ab.

s-socketio-note = Socket.IO meldet Wörter, keine Zahlen: Nach `io server disconnect` und `io client disconnect` kommt der Client nicht von selbst zurück; nach `ping timeout`, `transport close` und `transport error` schon. Hält sein Server an, hat der Close-Frame keinen Code.
s-socketio-1005 = Der Server hat angehalten: Sein Close-Frame trägt keinen Code.

s-sockjs-note = Diese Codes reisen in SockJS-Frames wie `c[3000,"Go away!"]`. Der Client macht Close-Ereignisse daraus; der Close-Frame darunter kann einen anderen Code tragen.
s-sockjs-1002 = Die Verbindung wurde unterbrochen, oder das Protokoll wurde gebrochen.
s-sockjs-2010 = Eine andere Verbindung dieser Sitzung ist noch offen.
s-sockjs-3000 = `Go away!`: Der Server hat die Sitzung beendet.

s-spring-1013 = Der Dienst ist überlastet (`SERVICE_OVERLOAD`).
s-spring-4500 = Die Sitzung ist unzuverlässig (`SESSION_NOT_RELIABLE`): Nachrichten ließen sich nicht schnell genug senden, also gab Spring auf.
