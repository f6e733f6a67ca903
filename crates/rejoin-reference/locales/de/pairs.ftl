# Was zu zwei Codes zusammen gesagt wird.
# Eine Nachricht je Zeile. Was von links nach rechts bleiben muss, steht zwischen Gravis-Zeichen.

p1000-1001-apart-1 = Die Zahl steht auf der Leitung: `03 e8` ist 1000, `03 e9` ist 1001. Beide sind saubere Enden.
p1000-1001-apart-2 = Dass eine Verbindung mit 1000 geschlossen wird, hat jemand entschieden. Viele Verbindungen, die in derselben Minute mit 1001 geschlossen werden, sind ein Herunterfahren oder ein Proxy, der neu startet.
p1000-1001-use-1000 = Die Arbeit dieser Verbindung ist getan, und niemand muss zurückkommen.
p1000-1001-use-1001 = Sie gehen, obwohl die Arbeit vielleicht nicht getan ist: Der Server hält an, oder die Seite wird verlassen.
p1000-1001-now = Fragen Sie nach 1000, ob die Anwendung die Verbindung noch braucht. Verbinden Sie sich nach 1001 nach zufälligen 0 bis 5 Sekunden neu.

p1000-1005-apart-1 = Die Länge des Rumpfes entscheidet: zwei Bytes oder mehr bei 1000, null bei 1005.
p1000-1005-apart-2 = .NET und faye schreiben 1000 für beides. Ein Log von ihnen verrät es nicht.
p1000-1005-use-1000 = Immer, wenn Sie mit Absicht schließen und die Arbeit getan ist.
p1000-1005-use-1005 = Nie: Es lässt sich nicht senden. Es ist, was die andere Seite notiert, wenn Ihr Close keinen Code hat.
p1000-1005-now = Verursacht Ihre eigene Seite 1005, geben Sie Ihrem Close-Aufruf einen Code. Sonst werten Sie beide als sauberes Ende.

p1001-1006-apart-1 = Bei 1001 kam ein Close-Frame an, und TCP endete danach geordnet. Bei 1006 endete nur TCP, durch FIN, Reset oder Stille.
p1001-1006-apart-2 = Sehen Sie auf den Zeitpunkt: Proxys, die neu geladen werden, trennen alle Verbindungen zugleich, mit 1006. Server, die geordnet anhalten, senden 1001.
p1001-1006-use-1001 = Sie halten an und können noch senden. Tun Sie es, bevor der Prozess endet.
p1001-1006-use-1006 = Nie: Niemand sendet es. Sehen Ihre Clients bei einem Deployment 1006, endet Ihr Prozess, bevor seine Close-Frames hinaus sind.
p1001-1006-now = Verbinden Sie sich in beiden Fällen nach einer zufälligen Wartezeit neu. Suchen Sie bei vielen 1006, was die Verbindungen trennt; bei 1001 gibt es nichts zu suchen.

p1001-1012-differ-return = Bedient dieselbe Adresse bald wieder?
p1001-1012-differ-return-1001 = vielleicht
p1001-1012-differ-return-1012 = ja
p1001-1012-differ-known = Alten Bibliotheken bekannt
p1001-1012-differ-known-1001 = ja, allen
p1001-1012-differ-known-1012 = nein: Tomcat, uWebSockets, libwebsockets, faye und .NET vor 8 lehnen es ab
p1001-1012-apart-1 = Auf der Leitung `03 e9` gegen `03 f4`. In Logs alter Bibliotheken erscheint 1012 als 1002 oder 1006.
p1001-1012-apart-2 = 1001 kommt auch von Browsern, die eine Seite verlassen; 1012 kommt nur von Servern.
p1001-1012-use-1001 = Sie wissen nicht, ob oder wann Sie zurück sind, oder einige Ihrer Clients lehnen 1012 ab.
p1001-1012-use-1012 = Sie starten neu, und Clients, die in ein paar Sekunden zurückkommen, finden Sie vor.
p1001-1012-now = Warten Sie nach 1012 das Fenster ab, das der Server nennt, sonst 1 bis 5 Sekunden. Verbinden Sie sich nach 1001 nach zufälligen 0 bis 5 Sekunden neu, und rechnen Sie mit einer längeren Abwesenheit.

p1001-1013-apart-1 = `03 e9` gegen `03 f5`. Nach 1001 werden neue Verbindungen abgelehnt oder erreichen einen anderen Server; nach 1013 läuft derselbe Server noch.
p1001-1013-apart-2 = Steigende Last vor dem Schließen deutet auf 1013, ein Deployment auf 1001.
p1001-1013-use-1001 = Sie gehen. Clients dürfen es wieder oder anderswo versuchen.
p1001-1013-use-1013 = Sie bleiben, können diesen Client aber jetzt nicht bedienen.
p1001-1013-now = Kommen Sie nach 1001 bald zurück. Versuchen Sie nach 1013 eine andere Adresse des Dienstes, oder warten Sie lange und immer länger.

p1002-1003-apart-1 = 1002 folgt auf einen Frame mit falschem Kopf. 1003 folgt auf einen korrekten Datenframe, gleich nach der Nachricht.
p1002-1003-apart-2 = Wiederholen Sie die Nachricht als die andere Art: Bei 1003 hilft das, bei 1002 nicht.
p1002-1003-use-1002 = Ein Frame bricht die Regeln des Protokolls.
p1002-1003-use-1003 = Ein korrekter Frame trägt Text, wo Sie Binäres annehmen, oder umgekehrt.
p1002-1003-now = Verdächtigen Sie bei 1002 Bibliotheken und Proxys. Sehen Sie sich bei 1003 Ihren eigenen Aufruf an, der die Nachricht sendet.

p1002-1007-apart-1 = Sehen Sie auf die Bytes vor dem Close: Ein falscher Kopf heißt 1002, Text, der kein UTF-8 ist, heißt 1007.
p1002-1007-apart-2 = Chromium sagt auch bei fehlerhaftem UTF-8 1002, und seine eigene Seite sieht 1006.
p1002-1007-use-1002 = Bits, Längen, Reihenfolge oder Maskierung von Frames sind falsch.
p1002-1007-use-1007 = Die Frames sind richtig, aber ihr Inhalt passt nicht: fehlerhaftes UTF-8 oder komprimierte Daten, die sich nicht entpacken lassen.
p1002-1007-now = Aktualisieren Sie bei 1002 die Bibliothek, oder suchen Sie einen Proxy. Reparieren Sie bei 1007 den Encoder.

p1002-1010-differ-answer = Die Antwort 101 des Servers
p1002-1010-differ-answer-1002 = gültig; der Fehler kam später
p1002-1010-differ-answer-1010 = gültig, aber ohne die Erweiterung
p1002-1010-differ-sent = Gesendet wann
p1002-1010-differ-sent-1002 = beim ersten unzulässigen Frame
p1002-1010-differ-sent-1010 = gleich nach dem Handshake, vor allen Daten
p1002-1010-apart-1 = Vergleichen Sie die beiden Header `Sec-WebSocket-Extensions`. Angeboten und nicht vereinbart: 1010 ist möglich. Nicht vereinbart, und ein Frame hat RSV1 gesetzt: 1002.
p1002-1010-apart-2 = Eine Antwort mit einer Erweiterung, die nicht angeboten war, führt zu keinem von beiden: Der Client lässt den Handshake ohne Close-Frame scheitern.
p1002-1010-use-1002 = Sie haben einen Frame empfangen, den keine vereinbarte Erweiterung erklärt.
p1002-1010-use-1010 = Sie sind ein Client, und der Antwort fehlt eine Erweiterung, ohne die Sie nicht auskommen. Nennen Sie ihren Namen in der Begründung.
p1002-1010-now = Schalten Sie bei 1010 die Erweiterung ein, oder verlangen Sie sie nicht mehr. Suchen Sie bei 1002, wer ohne Vereinbarung komprimiert, oft ist es ein Proxy.

p1003-1007-apart-1 = 1003 kommt für jede Nachricht der unerwünschten Art, gleich was sie sagt. 1007 kommt nur für solche mit kaputtem Inhalt.
p1003-1007-apart-2 = Starlette sendet 1003 für JSON, das sich nicht lesen lässt. Nach den Definitionen ist das keines von beiden.
p1003-1007-use-1003 = Sie nehmen keine Nachrichten dieser Art an.
p1003-1007-use-1007 = Die Bytes passen nicht zu der Art, die der Frame nennt.
p1003-1007-now = Ändern Sie bei 1003 die Art der Nachricht. Prüfen Sie bei 1007 ihre Bytes. Für kaputtes JSON benutzen Sie 1008 oder einen privaten Code.

p1003-1008-apart-1 = Bei 1003 ist die Art des Frames das Problem, und jede Nachricht dieser Art wird zurückgewiesen. Bei 1008 ist dieselbe Art sonst willkommen.
p1003-1008-use-1003 = Text kam an, wo nur Binäres angenommen wird, oder umgekehrt.
p1003-1008-use-1008 = Die Nachricht bricht eine Regel Ihrer Anwendung.
p1003-1008-now = Ändern Sie bei 1003 die Art. Lesen Sie bei 1008 die Begründung und die Dokumentation des Dienstes.

p1004-1009-apart-1 = 1009 ist `03 f1`. 1004, `03 ec`, sollte gar nicht vorkommen.
p1004-1009-apart-2 = Wo ein altes Programm 1004 protokolliert, heißt es meist „zu groß“, wie es in Entwürfen des Protokolls stand.
p1004-1009-use-1004 = Nie. Es ist reserviert.
p1004-1009-use-1009 = Eine Nachricht ist größer, als Sie annehmen.
p1004-1009-now = Ersetzen Sie 1004 durch 1009 in dem Programm, das es sendet.

p1005-1006-differ-frame = Kam ein Close-Frame an?
p1005-1006-differ-frame-1005 = ja, ohne Code
p1005-1006-differ-frame-1006 = nein
p1005-1006-differ-clean = `wasClean` im Browser
p1005-1006-differ-clean-1005 = wahr
p1005-1006-differ-clean-1006 = falsch
p1005-1006-apart-1 = Suchen Sie in einem Mitschnitt die Bytes `88 00` vom Server (1005). Bei 1006 gibt es keinen Frame, der mit `88` beginnt.
p1005-1006-apart-2 = Im Code steht neben 1005 meist ein Merkmal für „sauber“ und neben 1006 ein Fehler.
p1005-1006-use-1005 = Wird nie gesendet. Sie lesen es, wenn die Gegenstelle geschlossen hat, ohne einen Code zu nennen.
p1005-1006-use-1006 = Wird nie gesendet. Sie lesen es, wenn die Verbindung verloren ging oder nicht zustande kam.
p1005-1006-now = Bei 1005 ist nichts kaputt: Verbinden Sie sich neu, wenn nötig, und bitten Sie die andere Seite, einen Code zu senden. Finden Sie bei 1006 heraus, was die Verbindung getrennt hat.

p1006-1009-apart-1 = 1009 sagt die Gegenstelle. Bricht die Verbindung gleich nach einer großen Nachricht mit 1006 ab, hat die Gegenstelle vielleicht eine Grenze und sagt es nicht: uWebSockets (16 KiB) und tungstenite tun das.
p1006-1009-apart-2 = Senden Sie dieselbe Nachricht in kleineren Teilen: Hält die Verbindung, war es die Größe.
p1006-1009-use-1006 = Wird nie gesendet.
p1006-1009-use-1009 = Eine Nachricht ist zu groß. Sagen Sie es, bevor Sie schließen.
p1006-1009-now = Vergleichen Sie die Größe der letzten Nachricht mit der Grenze der Gegenstelle, dann sehen Sie auf das Netz.

p1006-1010-apart-1 = 1010 braucht eine offene Verbindung. Scheiterte der Handshake selbst, gab es keinen Close-Frame, und Sie sehen 1006.
p1006-1010-apart-2 = Eine Antwort mit einer Erweiterung, die nicht angeboten war, oder mit einem falschen Parameter lässt den Handshake scheitern: 1006. Fehlt der Antwort eine Erweiterung, hat der Client die Wahl: 1010.
p1006-1010-use-1006 = Wird nie gesendet.
p1006-1010-use-1010 = Sie sind ein Client, die Verbindung ist offen, und eine verlangte Erweiterung fehlt.
p1006-1010-now = Sehen Sie sich beide Header `Sec-WebSocket-Extensions` an. Zu viel in der Antwort: Reparieren Sie den Server oder den Proxy. Zu wenig: Schalten Sie die Erweiterung ein, oder verlangen Sie sie nicht mehr.

p1006-1011-apart-1 = 1011 sendet ein Programm, das noch läuft. Ein Prozess, der stirbt, sendet nichts: 1006.
p1006-1011-apart-2 = Eine Verbindung, die mit 1011 geschlossen wurde, deutet auf eine Anfrage. Endeten alle Verbindungen zugleich mit 1006, deutet das auf einen Absturz, ein Töten oder ein Netz.
p1006-1011-use-1006 = Wird nie gesendet.
p1006-1011-use-1011 = Ihr Handler ist gescheitert, aber Ihr Prozess lebt: Schließen Sie mit 1011, damit der Client es weiß.
p1006-1011-now = Lesen Sie bei 1011 das Log des Servers. Prüfen Sie bei 1006 zuerst, ob der Prozess lebte, dann die Proxys.

p1006-1012-apart-1 = Ein angekündigter Neustart zeigt 1012. Einer, der trennt, zeigt 1006, für alle Clients zugleich.
p1006-1012-apart-2 = uWebSockets meldet ein empfangenes 1012 als 1006, Tomcat als 1002. Sehen Sie auf den Frame, bevor Sie einem solchen Log glauben.
p1006-1012-use-1006 = Wird nie gesendet. Ihre Clients sehen es, wenn Sie ohne ein Wort neu starten oder wenn ein Proxy dazwischen vorher trennt.
p1006-1012-use-1012 = Sie starten geordnet neu, und Sie sind bald zurück.
p1006-1012-now = Zeigen sich Deployments als 1006, lassen Sie den Server mit 1012 schließen, bevor er anhält, und hindern Sie Proxys daran, vorher zu trennen.

p1006-1014-apart-1 = Nur ein Gateway, das WebSocket spricht, kann 1014 senden. Proxys, die Bytes durchreichen, beenden TCP, wenn der Server dahinter ausfällt: 1006.
p1006-1014-apart-2 = Ein Client, dessen Bibliothek 1014 nicht kennt, meldet stattdessen einen Protokollfehler.
p1006-1014-use-1006 = Wird nie gesendet.
p1006-1014-use-1014 = Sie sind ein Gateway, der Server hinter Ihnen ist ausgefallen, und Ihre Clients verstehen 1014.
p1006-1014-now = Sehen Sie in beiden Fällen zuerst auf den Server hinter dem Proxy. Verbinden Sie sich mit wachsenden zufälligen Wartezeiten neu.

p1006-1015-apart-1 = Keines von beiden steht auf der Leitung. Versuchen Sie denselben Host mit einer HTTPS-Anfrage: Scheitert auch sie, liegt es an TLS.
p1006-1015-apart-2 = Browser melden für beides 1006; nur Firefox meldet 1015, in einem Fall. Die Konsole des Browsers nennt den Zertifikatsfehler.
p1006-1015-use-1006 = Wird nie gesendet. Es umfasst alles, was ohne Close-Frame endet.
p1006-1015-use-1015 = Wird nie gesendet. Bibliotheken dürfen es melden, wenn TLS gescheitert ist.
p1006-1015-now = Prüfen Sie bei TLS Ablaufdatum, Hostname, Kette und Uhr. Wiederholen hilft nicht. Finden Sie bei anderen 1006 zuerst die Phase.

p1006-3008-apart-1 = 3008 kommt in einem Close-Frame vom anderen Ende, das zu lange gewartet hat. Ein Proxy, der zu lange gewartet hat, sendet nichts: 1006, oft nach genau 30, 60 oder 100 Sekunden.
p1006-3008-use-1006 = Wird nie gesendet.
p1006-3008-use-3008 = Die Gegenstelle hat nicht rechtzeitig getan, was Ihre Anwendung erwartet.
p1006-3008-now = Tun Sie bei 3008 früher, was fällig ist. Senden Sie bei 1006 zu festen Zeiten häufiger Pings, oder erhöhen Sie die Grenze des Proxys.

p1008-1009-apart-1 = 1009 folgt sofort auf eine große Nachricht. 1008 kann auf alles folgen, auch auf gar nichts.
p1008-1009-apart-2 = Senden Sie eine kleine Nachricht derselben Art: Wird sie angenommen, war die Größe das Problem.
p1008-1009-use-1008 = Eine Regel ist gebrochen, die keinen eigenen Code hat.
p1008-1009-use-1009 = Eine Nachricht ist größer, als Sie annehmen.
p1008-1009-now = Teilen oder verkleinern Sie bei 1009 die Nachricht. Lesen Sie bei 1008 die Begründung.

p1008-1013-apart-1 = 1008 trifft einen Client, den, der zu viel getan hat. 1013 trifft viele zugleich.
p1008-1013-apart-2 = Die Rate Ihrer eigenen Anfragen verrät es: War sie niedrig, ist das Problem die Last des Dienstes.
p1008-1013-use-1008 = Dieser Client hat eine Grenze überschritten oder eine Regel gebrochen.
p1008-1013-use-1013 = Der Dienst als Ganzes hat zu viel zu tun.
p1008-1013-now = Ändern Sie nach 1008, was Sie senden, bevor Sie sich neu verbinden. Ändern Sie nach 1013 nichts, und warten Sie.

p1008-3000-apart-1 = `03 f0` gegen `0b b8`. Nur die Begründung sagt, ob es bei einem 1008 um Zugangsdaten geht.
p1008-3000-apart-2 = In Centrifugo und SockJS hat 3000 eine andere Bedeutung. Prüfen Sie, welche Bibliothek der Server benutzt.
p1008-3000-use-1008 = Ihre Clients sind alt oder benutzen uWebSockets, oder Sie wollen die Ursache verbergen.
p1008-3000-use-3000 = Zugangsdaten fehlen oder sind abgelaufen, und der Client darf es wissen.
p1008-3000-now = Holen Sie neue Zugangsdaten, bevor Sie sich neu verbinden. Nennt ein 1008 keinen Grund, behandeln Sie es als dauerhafte Ablehnung.

p1008-3003-apart-1 = Nur die Zahl oder die Begründung verrät es. Bei 3003 geht es immer um Rechte; bei 1008 kann es um alles gehen.
p1008-3003-use-1008 = Die Regel hat keinen eigenen Code, oder ihre Einzelheiten müssen verborgen bleiben.
p1008-3003-use-3003 = Der Benutzer ist bekannt und hat hier kein Recht.
p1008-3003-now = Halten Sie in beiden Fällen die automatische Neuverbindung an. Fragen Sie bei 3003, wer Rechte vergibt.

p1008-4401-apart-1 = 4401 ist privat: Es heißt nur dort „nicht angemeldet“, wo der Dienst es sagt, wie graphql-ws, Hocuspocus und Signal es tun.
p1008-4401-use-1008 = Die andere Seite hat keine Tabelle Ihrer privaten Codes.
p1008-4401-use-4401 = Beide Enden gehören Ihnen oder folgen der Gepflogenheit 4000 plus HTTP-Status. Jede Bibliothek reicht die Zahl weiter, auch uWebSockets.
p1008-4401-now = Erneuern Sie bei 4401 die Zugangsdaten. Lesen Sie bei 1008 zuerst die Begründung.

p1010-1012-differ-when = Wann im Leben einer Verbindung
p1010-1012-differ-when-1010 = gleich nach dem Handshake, vor allen Daten
p1010-1012-differ-when-1012 = jederzeit, oft nach Stunden
p1010-1012-differ-many = Wie viele Verbindungen auf einmal
p1010-1012-differ-many-1010 = ein Client oder eine Sorte von Clients
p1010-1012-differ-many-1012 = alle Verbindungen eines Servers
p1010-1012-differ-reason = Was die Begründung sagt
p1010-1012-differ-reason-1010 = die nötigen Erweiterungen, etwa `permessage-deflate`
p1010-1012-differ-reason-1012 = frei; Rejoin fügt ein Fenster hinzu, etwa `retry=1.0-5.0`
p1010-1012-differ-act = Wer handeln muss
p1010-1012-differ-act-1010 = wer den Server oder einen Proxy einrichtet oder den Client schreibt
p1010-1012-differ-act-1012 = niemand
p1010-1012-differ-again = Derselbe Versuch noch einmal
p1010-1012-differ-again-1010 = endet genauso
p1010-1012-differ-again-1012 = gelingt, sobald der Dienst zurück ist
p1010-1012-differ-old = In alten Bibliotheken
p1010-1012-differ-old-1010 = bekannt seit RFC 6455 (2011)
p1010-1012-differ-old-1012 = manchen unbekannt: Sie zeigen 1002 oder 1006
p1010-1012-differ-wild = Wer es wirklich sendet
p1010-1012-differ-wild-1010 = OkHttp und faye, mit eigenen Bedeutungen; Rejoins Client
p1010-1012-differ-wild-1012 = Uvicorn, Phoenix, Bandit, Rejoins Server
p1010-1012-differ-alarm = In der Überwachung
p1010-1012-differ-alarm-1010 = ein Alarm: Manche Clients können gar nicht arbeiten
p1010-1012-differ-alarm-1012 = ein Zähler: Vergleichen Sie ihn mit Ihren Deployments
p1010-1012-apart-1 = Auf der Leitung beginnt der Close-Frame mit `03 f2` bei 1010 und mit `03 f4` bei 1012. 1010 reist vom Client zum Server und ist maskiert; 1012 reist vom Server zum Client. Das Echo, das zurückkommt, hat dieselbe Zahl, also sehen Sie darauf, wer zuerst gesendet hat.
p1010-1012-apart-2 = Im Log kommt 1010 binnen einer Sekunde nach dem Handshake, immer wieder von denselben Clients. 1012 kommt für alle in den Sekunden oder Minuten eines Neustarts und hört dann auf.
p1010-1012-apart-3 = Sehen Sie auf `Sec-WebSocket-Extensions` in der Antwort. Fehlt dort eine angebotene Erweiterung, oder steht dort ein Parameter, den der Client nicht angeboten hat, ist 1010 erklärt. 1012 hat mit Headern nichts zu tun.
p1010-1012-use-1010 = Sie schreiben einen Client, der ohne eine Erweiterung nicht arbeiten kann. Der Handshake ist gelungen, und der Antwort fehlt sie. Schließen Sie mit 1010, und nennen Sie die Erweiterung. Ein Server beginnt nie mit 1010: Er lehnt stattdessen den Handshake ab.
p1010-1012-use-1012 = Sie betreiben einen Server, der gleich neu startet und bald zurück ist. Lassen Sie zuerst den neuen Prozess lauschen, verteilen Sie das Schließen über die Zeit, und nennen Sie ein Fenster für die Rückkehr.
p1010-1012-now = Wiederholen Sie bei 1010 nicht. Vergleichen Sie Angebot und Antwort, finden Sie heraus, ob der Server oder ein Proxy die Erweiterung entfernt hat, und schalten Sie sie ein, oder machen Sie sie freiwillig. Tun Sie bei 1012 nichts: Der Client wartet, voreingestellt zufällige 1 bis 5 Sekunden, oder so lange, wie das Fenster des Servers sagt, und verbindet sich wieder. Tut er es nicht, reparieren Sie den Client.

p1011-1012-apart-1 = 1011 trifft einzelne Verbindungen zu jeder Zeit. 1012 trifft alle, zur Zeit eines Deployments.
p1011-1012-apart-2 = Hypercorn schließt beim Anhalten alle mit 1011: Dort kann 1011 ein geplanter Neustart sein.
p1011-1012-use-1011 = Etwas ist gescheitert, was nicht hätte scheitern dürfen.
p1011-1012-use-1012 = Das Ende ist geplant, und Sie kommen zurück.
p1011-1012-now = Lesen Sie bei 1011 das Log. Warten Sie bei 1012, und verbinden Sie sich neu; nichts ist gescheitert.

p1011-1013-apart-1 = 1011 kommt mit einem Fehler im Log des Servers. 1013 kommt mit hoher Last und vielleicht ganz ohne Fehler.
p1011-1013-use-1011 = Sie haben nicht erwartet, was geschah.
p1011-1013-use-1013 = Sie wissen, dass Sie überlastet sind, und schützen sich.
p1011-1013-now = Verbinden Sie sich in beiden Fällen mit wachsenden zufälligen Wartezeiten neu; beginnen Sie nach 1013 mit einer längeren, oder nehmen Sie eine andere Adresse.

p1011-1014-apart-1 = Es kommt darauf an, wer spricht: 1014 sendet ein Gateway über einen Server dahinter. In HTTP ist dasselbe Paar 500 und 502.
p1011-1014-apart-2 = Das Log des Gateways nennt den Server dahinter; das Log jenes Servers hat die Ursache.
p1011-1014-use-1011 = Der Fehler liegt in dem Programm, das das Close sendet.
p1011-1014-use-1014 = Der Fehler liegt in einem Server hinter dem Absender, und die Clients verstehen 1014.
p1011-1014-now = Suchen Sie, wohin der Code zeigt: in diesem Server bei 1011, im Server dahinter bei 1014. Sind Ihre Clients vielleicht alt, senden Sie für beides 1011.

p1012-1013-differ-soon = Ist eine baldige Rückkehr willkommen?
p1012-1013-differ-soon-1012 = ja, binnen Sekunden
p1012-1013-differ-soon-1013 = nein
p1012-1013-differ-delay = Erste Wartezeit, die die Registrierung verlangt
p1012-1013-differ-delay-1012 = zufällige 5 bis 30 Sekunden
p1012-1013-differ-delay-1013 = eine andere Adresse, oder wenn der Benutzer es verlangt
p1012-1013-apart-1 = `03 f4` gegen `03 f5`. Beide wurden 2012 durch dieselbe Mail registriert.
p1012-1013-apart-2 = Nach 1012 gelingen neue Verbindungen bald. Nach 1013 enden sie oft in 503 oder wieder in 1013.
p1012-1013-use-1012 = Sie starten neu, und Ihre Kapazität ist dann wieder da.
p1012-1013-use-1013 = Sie laufen, aber an Ihrer Grenze. Zurückkommen würde es schlimmer machen.
p1012-1013-now = Kommen Sie nach 1012 nach dem Fenster zurück. Versuchen Sie nach 1013 eine andere Adresse, oder verdoppeln Sie jedes Mal die Wartezeit.

p1013-1014-apart-1 = In HTTP entspricht 1013 etwa 503 und 1014 etwa 502.
p1013-1014-use-1013 = Der Dienst selbst hat zu viel zu tun.
p1013-1014-use-1014 = Der Server hinter dem Gateway gab keine gültige Antwort.
p1013-1014-now = Verbinden Sie sich in beiden Fällen mit wachsenden zufälligen Wartezeiten neu. Sehen Sie bei 1014 auf den Server dahinter, bei 1013 auf die Kapazität.

p1013-3008-apart-1 = Bei 3008 geht es um eine langsame Gegenstelle. Bei 1013 um einen Dienst mit zu viel Last.
p1013-3008-apart-2 = In Centrifugo sagt 3008, dass der Client zu langsam liest; in AssemblyAI, dass die Sitzung ihre längste Dauer erreicht hat.
p1013-3008-use-1013 = Sie haben jetzt keine Kapazität für diesen Client.
p1013-3008-use-3008 = Dieser Client hat nicht rechtzeitig getan, was fällig war.
p1013-3008-now = Warten Sie nach 1013 lange. Machen Sie nach 3008 den Client schneller, dann verbinden Sie sich neu.

p3000-3003-apart-1 = 3000 fragt, wer die Gegenstelle ist; 3003 weiß es. In HTTP sind es 401 und 403.
p3000-3003-apart-2 = Melden Sie sich als derselbe Benutzer neu an: Hilft das, war es der Fall von 3000.
p3000-3003-use-3000 = Zugangsdaten fehlen, sind falsch oder abgelaufen.
p3000-3003-use-3003 = Zugangsdaten stimmen, und die Rechte fehlen.
p3000-3003-now = Holen Sie nach 3000 neue Zugangsdaten, und verbinden Sie sich einmal. Halten Sie nach 3003 an, und bitten Sie um das Recht.

p3000-4401-apart-1 = 3000 ist registriert und heißt überall dasselbe, außer in älteren Bibliotheken wie Centrifugo und SockJS. 4401 ist eine Gepflogenheit, keine Registrierung.
p3000-4401-use-3000 = Sie wollen eine registrierte Bedeutung, und keiner Ihrer Clients benutzt uWebSockets.
p3000-4401-use-4401 = Sie wollen, dass die Zahl jede Bibliothek erreicht, und beide Enden kennen die Gepflogenheit.
p3000-4401-now = Erneuern Sie in beiden Fällen die Zugangsdaten.

p3003-4403-apart-1 = 3003 ist registriert. 4403 ist eine Gepflogenheit, 4000 plus der HTTP-Status 403.
p3003-4403-apart-2 = graphql-ws versucht es nach 4403 voreingestellt wieder, obwohl die Rechte noch fehlen können.
p3003-4403-use-3003 = Sie wollen eine registrierte Bedeutung, und keiner Ihrer Clients benutzt uWebSockets.
p3003-4403-use-4403 = Beide Enden kennen die Gepflogenheit, oder Ihre Clients benutzen uWebSockets.
p3003-4403-now = Versuchen Sie es nicht von selbst wieder. Bitten Sie um das Recht, dann verbinden Sie sich neu.
