# Warum wurde ich geschlossen? Die Fragen, was sich antworten lässt, und die Antworten.
# Eine Nachricht je Zeile. Was von links nach rechts bleiben muss, steht zwischen Gravis-Zeichen.

g-q-opened = War die Verbindung offen, bevor sie endete?
g-c-opened-yes = Ja: Nachrichten ließen sich senden.
g-c-opened-no = Nein: Sie war nie offen.
g-c-opened-number = Ich habe nur eine Zahl.

g-q-handshake = Was kam von dem Versuch zurück?
g-c-handshake-nothing = Nichts: Er wurde abgewiesen oder lief in eine Zeitüberschreitung.
g-c-handshake-tls = Ein Fehler zu einem Zertifikat oder TLS.
g-c-handshake-login = HTTP-Status 401 oder 403.
g-c-handshake-status = Ein anderer HTTP-Status, etwa 200, 302, 400, 404, 426 oder 502.
g-c-handshake-switched = Status 101, und der Client gab trotzdem auf.
g-c-handshake-browser = Ich sehe nur 1006 in einem Browser.

g-q-number = Welche Zahl haben Sie?
g-c-number-planned = 1000 oder 1001
g-c-number-data = 1002, 1003, 1007 oder 1009
g-c-number-empty = 1005
g-c-number-lost = 1006
g-c-number-refused = 1008, 3000 oder 3003
g-c-number-extension = 1010
g-c-number-service = 1011, 1012, 1013 oder 1014
g-c-number-slow = 3008
g-c-number-private = Eine andere Zahl von 3000 bis 4999
g-c-number-other = Irgendeine andere Zahl

g-q-wanted = Wollte jemand, dass diese Verbindung endet?
g-c-wanted-yes = Ja: Die Arbeit war getan, oder eine Seite wurde verlassen.
g-c-wanted-deploy = Nein. Ein Server oder Proxy wurde neu gestartet.
g-c-wanted-silence = Nein. Sie war still gewesen oder hatte lange gelebt.

g-q-sent = Was wurde kurz vor dem Ende gesendet?
g-c-sent-large = Eine große Nachricht
g-c-sent-binary = Binäre Daten an einen Server, der Text erwartet, oder umgekehrt
g-c-sent-text = Text in einer Sprache oder aus einer Quelle, die vielleicht kein UTF-8 ist
g-c-sent-ordinary = Nichts Ungewöhnliches

g-q-moment = Wann endete sie?
g-c-moment-fixed = Nach 30, 60 oder 100 Sekunden oder einer anderen festen Zeit
g-c-moment-together = Für alle Clients im selben Augenblick
g-c-moment-large = Gleich nach einer großen Nachricht
g-c-moment-random = Irgendwann, ein Client hier und einer dort

g-q-credentials = Sind Ihre Zugangsdaten vorhanden, gültig und nicht abgelaufen?
g-c-credentials-no = Nein, oder ich weiß es nicht.
g-c-credentials-yes = Ja.

g-q-rate = Hat der Client sehr viel oder sehr oft gesendet?
g-c-rate-yes = Ja.
g-c-rate-no = Nein.

g-q-reason = Was sagt die Begründung des 1010?
g-c-reason-names = Sie nennt Erweiterungen, etwa `permessage-deflate`.
g-c-reason-okhttp = `unexpected Sec-WebSocket-Extensions in response header`
g-c-reason-other = Etwas anderes oder nichts.

g-q-service = Welches der vier ist es?
g-c-service-ping = 1011 mit `keepalive ping timeout`
g-c-service-failed = 1011 mit einer anderen Begründung oder keiner
g-c-service-restart = 1012
g-c-service-busy = 1013
g-c-service-gateway = 1014

g-a-unreachable = Der Server wurde nicht erreicht. Prüfen Sie Name, Port und Firewall und ob der Server lauscht. Mit wachsenden zufälligen Wartezeiten zu wiederholen, ist richtig.
g-a-tls = TLS ist gescheitert. Prüfen Sie, ob das Zertifikat nicht abgelaufen ist, diesen Host nennt und mit ganzer Kette kommt, und ob das Schema zum Port passt. Wiederholen hilft nicht.
g-a-refused = Der Server lehnt Sie ab, bevor die Verbindung offen ist. Erneuern Sie bei 401 die Zugangsdaten; bitten Sie bei 403 um das Recht. Prüfen Sie auch den `Origin`.
g-a-status = Etwas, das nicht Ihr WebSocket-Server ist, hat geantwortet, oder ein Proxy hat die Anfrage verdorben. Prüfen Sie den Pfad und ob Proxys `Upgrade` und `Connection` über HTTP/1.1 weiterleiten. Eine Umleitung führt oft zu einer Anmeldeseite.
g-a-answer = Die Antwort 101 war nicht gültig. Vergleichen Sie `Sec-WebSocket-Accept`, `Sec-WebSocket-Extensions` und `Sec-WebSocket-Protocol` von Anfrage und Antwort: Nichts darf dort stehen, wonach nicht gefragt war.
g-a-browser = Ein Browser verbirgt die Ursache. Sehen Sie in seine Konsole und Netzwerkansicht, oder wiederholen Sie den Handshake außerhalb des Browsers: `rejoin check URL` zeigt jeden Schritt.
g-a-empty = Die Gegenstelle hat geordnet geschlossen und keinen Code genannt. Nichts ist kaputt. Verbinden Sie sich neu, wenn Sie die Verbindung noch brauchen.
g-a-slow = Die Gegenstelle hat zu lange auf etwas gewartet, was Sie schuldeten: eine Anmeldung, eine Antwort, Daten. Senden Sie es früher. In Centrifugo und AssemblyAI hat die Zahl eine andere Bedeutung.
g-a-private = Die Zahl gehört zu einem Dienst oder einer Bibliothek. Finden Sie heraus, zu welcher, und schlagen Sie in deren Tabelle nach.
g-a-invalid = Diese Zahl darf nicht gesendet werden. Die Gegenstelle hat einen Fehler, oder ein Programm, das Closes umschreibt.
g-a-done = Ein geplantes Ende. Es gibt nichts zu reparieren. Öffnen Sie eine neue Verbindung, wenn Sie eine brauchen.
g-a-leaving = Der Server oder ein Proxy ist geordnet gegangen. Verbinden Sie sich nach zufälligen 0 bis 5 Sekunden neu. Ist es Ihr Server und kommt er zurück, senden Sie 1012.
g-a-silence = Eine Grenze für Stille oder Lebensdauer hat sie beendet: Cowboy und uWebSockets sagen 1000, Jetty und Deno 1001, Bandit 1002. Senden Sie Pings, erhöhen Sie die Grenze, und verbinden Sie sich neu.
g-a-large = Die Nachricht lag über der Grenze der Gegenstelle. Teilen Sie sie in einem eigenen Format, oder erhöhen Sie die Grenze.
g-a-type = Die Gegenstelle nimmt nur die andere Art von Nachrichten. Ändern Sie den Aufruf, der sie sendet.
g-a-text = Der Text war kein UTF-8. Kodieren Sie ihn als UTF-8, oder senden Sie ihn binär. Chromium sagt dafür 1002.
g-a-protocol = Ein Frame hat das Protokoll gebrochen. Verdächtigen Sie alte Bibliotheken und Proxys, die Kompression nur auf einer Seite behandeln. Versuchen Sie es ohne Kompression.
g-a-timeout = Ein Proxy hat sie getrennt: 60 Sekunden Stille sind nginx oder AWS, 100 Sekunden Cloudflare, 30 Sekunden Leben Google Cloud. Senden Sie alle 20 Sekunden Pings, oder erhöhen Sie die Grenze.
g-a-cut = Ein Server oder Proxy wurde ohne ein Wort neu gestartet. Lassen Sie den Server mit 1012 schließen, bevor er anhält, und laden Sie Proxys seltener neu.
g-a-limit = Die Gegenstelle hat eine Größengrenze und sagt es nicht: uWebSockets (16 KiB) und tungstenite trennen einfach. Senden Sie weniger auf einmal.
g-a-network = Netze wechseln, und Geräte schlafen. Verbinden Sie sich mit wachsenden zufälligen Wartezeiten neu, und senden Sie Pings, damit tote Verbindungen auffallen.
g-a-renew = Holen Sie neue Zugangsdaten, dann verbinden Sie sich einmal. Die alten zu wiederholen, endet genauso.
g-a-rate = Sie haben eine Grenze des Dienstes überschritten. Verringern Sie Rate und Zahl der Verbindungen, bevor Sie sich neu verbinden.
g-a-rights = Sie sind bekannt und dürfen nicht. Fragen Sie, wer Rechte vergibt. Halten Sie die automatische Neuverbindung an.
g-a-extension = Ein Client verlangt eine Erweiterung, die nicht vereinbart wurde. Schalten Sie sie auf dem Server ein, lassen Sie Proxys `Sec-WebSocket-Extensions` durchreichen, oder machen Sie sie freiwillig.
g-a-okhttp = OkHttp kann mit der Antwort nichts anfangen. Beantworten Sie sein Angebot ohne `client_max_window_bits` und ohne unbekannte Parameter.
g-a-broken = Manche Bibliotheken, etwa faye, senden 1010, wenn eine vereinbarte Erweiterung im Betrieb scheitert. Prüfen Sie die Kompression auf beiden Seiten.
g-a-ping = Eine Seite bekam nicht rechtzeitig Antwort auf ihr Ping. Suchen Sie eine blockierte Ereignisschleife, dann eine langsame Strecke.
g-a-failed = Der Server ist unerwartet gescheitert. Sein Log sagt mehr. Verbinden Sie sich mit wachsenden zufälligen Wartezeiten neu.
g-a-restart = Ein geplanter Neustart. Warten Sie das Fenster ab, das die Begründung nennt, sonst zufällige 1 bis 5 Sekunden, und verbinden Sie sich neu.
g-a-busy = Der Dienst hat zu viel zu tun. Versuchen Sie eine andere Adresse, oder warten Sie mit jedem Versuch länger.
g-a-gateway = Der Server hinter einem Gateway ist gescheitert. Sehen Sie dort nach. Verbinden Sie sich mit wachsenden zufälligen Wartezeiten neu.
