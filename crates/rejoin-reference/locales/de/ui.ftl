# Beschriftungen, Überschriften und kurze Wendungen. Was von links nach rechts bleiben muss, steht zwischen Gravis-Zeichen.
# Wofür Variablen stehen, sagen die Bemerkungen der englischen Datei.

## Die erste Zeile einer Erklärung: Code und Titel, dann drei Wendungen.

headline = { $code } { $title }: { $sender }, { $end }, { $retry }
title-in-service = { $title } ({ $service })
headline-sender-both = von beiden Seiten
headline-sender-client = vom Client
headline-sender-server = vom Server
headline-sender-local = nie gesendet
headline-sender-nobody = nie gesendet
headline-end-clean = sauber
headline-end-lost = nicht sauber
headline-end-never-opened = nie geöffnet
headline-end-invalid = ein Protokollfehler
headline-retry-application = die Anwendung entscheidet
headline-retry-never = nicht neu verbinden
headline-retry-not-needed = Neuverbinden nicht nötig
headline-retry-with-new-input = nach einer Änderung neu verbinden
headline-retry-yes = in { $range } s neu verbinden
headline-retry-service-yes = neu verbinden
headline-retry-service-unstated = zum Neuverbinden wird nichts gesagt

## Was für einen Code gilt: Beschriftungen, dann was sie sein können.

fact-name = Name
fact-sender = Gesendet von
fact-sender-by-text = Nach dem Wortlaut
fact-wire = Close-Frame
fact-page = Webseite
fact-end = Das Ende
fact-class = Art
fact-act = Wer handeln muss
fact-retry = Neu verbinden
fact-registered-delay = Registrierte Wartezeit
fact-registration = Registriert als
fact-reference = Referenz

sender-both = Client oder Server
sender-client = nur der Client
sender-server = nur der Server
sender-nobody = niemand

wire-allowed = darf ihn tragen
wire-local-only = trägt ihn nie: Ein Endpunkt schließt selbst darauf
wire-out-of-range = darf ihn nicht tragen: Über 4999 gibt es keinen Code
wire-reserved = darf ihn nicht tragen: Die Zahl ist zurückgehalten
wire-unassigned = darf ihn nicht tragen: Die Zahl ist nicht vergeben
wire-unused = darf ihn nicht tragen: Unter 1000 gibt es keinen Code

page-may = kann ihn mit `close()` senden
page-may-not = kann ihn nicht senden: `close()` löst eine Ausnahme aus

end-clean = sauber: Beide Seiten haben Close gesagt
end-lost = nicht sauber: Es kam kein Close-Frame
end-never-opened = es gab keines: Die Verbindung war nie offen
end-invalid = nicht sauber: Wer einen solchen Frame bekommt, lässt die Verbindung scheitern

class-application = Sache der Anwendung
class-authorization = Berechtigung
class-done = beendet wie gewollt
class-failure = Ausfall
class-invalid = nicht erlaubt
class-leaving = eine Seite geht
class-library = Sache einer Bibliothek
class-limit = Grenze überschritten
class-lost = Verbindung verloren
class-negotiation = Aushandlung von Erweiterungen
class-overload = Überlast
class-policy = abgelehnt nach einer Regel der Anwendung
class-protocol = Protokoll gebrochen
class-restart = geplanter Neustart
class-timeout = zu langsam
class-tls = TLS
class-unstated = kein Grund genannt

act-application = sagt die Dokumentation der Anwendung
act-authorization = die Seite, die ihn empfing: Ihr fehlen Rechte
act-done = niemand
act-failure = wer die Seite betreibt, die ihn sendete
act-invalid = wer das Programm schrieb, das ihn sendete
act-leaving = niemand
act-library = sagt die Dokumentation der Bibliothek
act-limit = die Seite, die ihn empfing: Sie hat zu viel gesendet
act-lost = wer den Teil des Weges betreibt, der gerissen ist
act-negotiation = wer den Server oder einen Proxy einrichtet oder den Client schreibt
act-overload = wer den Server betreibt
act-policy = die Seite, die ihn empfing: Sie wurde abgelehnt
act-protocol = die Seite, die ihn empfing: Was sie sendete, war falsch
act-restart = niemand: Es ist geplant
act-timeout = die Seite, die ihn empfing: Sie war zu langsam
act-tls = wer für Zertifikat und Vertrauen sorgt
act-unstated = niemand

retry-application = wie die Anwendung sagt
retry-never = nein, nicht bevor die Ursache behoben ist
retry-not-needed = nicht nötig
retry-with-new-input = nur nach einer Änderung: Zugangsdaten, Rate oder Größe
retry-yes = ja, beim ersten Mal nach zufälligen { $range } s
delay = zufällige { $range } s
registration-unassigned = Nicht vergeben
registration-none = keine Zahl des Registers

## Abschnitte einer Erklärung

heading-meaning = Was es heißt
heading-reconnect = Neu verbinden?
heading-reason = Was die Begründung trägt
heading-causes = Wann Sie es sehen
heading-fixes = Wie man es behebt
heading-seen = Was Programme zeigen
heading-confusions = Oft verwechselt mit
heading-services = Was es bei Diensten heißt
heading-sources = Quellen

role-server = Wer den Server betreibt
role-client = Wer den Client schreibt
role-proxy = Wer einen Proxy betreibt
phase-handshake = während des Handshakes
phase-open = auf einer offenen Verbindung
viewer-browsers = Browser
viewer-libraries = Bibliotheken
basis-measured = gemessen mit { $version }
no-cause-in-handshake = Während des Handshakes ist keine Ursache bekannt. Ein Close-Frame braucht eine offene Verbindung.
no-cause-in-open = Auf einer offenen Verbindung ist keine Ursache bekannt.

reconnect-yes = neu verbinden
reconnect-no = nicht neu verbinden
reconnect-after-change = nach einer Änderung neu verbinden
reconnect-unstated = zum Neuverbinden wird nichts gesagt
service-says-nothing = { $service } dokumentiert keine Bedeutung von { $code }.

## Ein Vergleich

comparison-title = { $low } oder { $high }
heading-differences = Was verschieden ist
heading-alike = Was gleich ist
heading-tell-apart = Wie man sie unterscheidet
heading-use = Wann man welchen benutzt
heading-now = Was jetzt zu tun ist
apart-bytes = Auf der Leitung: Der Rumpf des Close-Frames beginnt mit `{ $bytes }`.
apart-byte-range = Auf der Leitung: Der Rumpf des Close-Frames beginnt mit `{ $low }` bis `{ $high }`.
apart-local = In keinem Mitschnitt: Kein Frame trägt ihn. Er steht im Log der Seite, die ihn meldet.
apart-invalid = Auf der Leitung ist er ein Fehler des Absenders: Die Antwort ist 1002 oder das Ende der TCP-Verbindung.
use-local = Melden, nie senden.
use-nobody = Nie senden.
same-code = Beide sind { $code }: Es gibt nichts zu vergleichen.
same-row = Beide liegen in { $range }, und das Protokoll gibt keinem eine Bedeutung.

## Die Tabelle der Codes und eine Suche

column-code = Code
column-title = Name
column-sender = Gesendet von
column-wire = Im Frame
column-retry = Neu verbinden
sender-short-both = beiden
sender-short-client = Client
sender-short-server = Server
sender-short-nobody = niemandem
wire-short-yes = ja
wire-short-no = nein
retry-short-application = Anwendung
retry-short-never = nein
retry-short-not-needed = nicht nötig
retry-short-with-new-input = nach Änderung
retry-short-yes = ja, { $range } s
matches = { $count ->
    [one] { $count } Stelle passt:
   *[other] { $count } Stellen passen, die beste zuerst:
}

## Bytes, auseinandergenommen

heading-frames = Die Bytes
frame-of-client = { $kind }-Frame eines Clients (maskiert), { $length ->
    [one] { $length } Byte Nutzlast
   *[other] { $length } Bytes Nutzlast
}
frame-of-server = { $kind }-Frame eines Servers (nicht maskiert), { $length ->
    [one] { $length } Byte Nutzlast
   *[other] { $length } Bytes Nutzlast
}
frame-body = Der Rumpf eines Close-Frames, { $length ->
    [one] { $length } Byte
   *[other] { $length } Bytes
}
frame-continues = Weitere Frames derselben Nachricht folgen.
frame-compressed = RSV1 ist gesetzt: Die Nachricht ist komprimiert, wenn `permessage-deflate` vereinbart wurde; sonst bricht sie RFC 6455 Abschnitt 5.2.
frame-incomplete = Die Bytes enden, bevor der Frame endet.
label-code = Code
label-reason = Begründung
label-text = Text
label-bytes = Bytes
label-none = keine
reason-window = Die Begründung bittet Clients, zu einem zufälligen Zeitpunkt innerhalb von { $range } s zurückzukommen.
frame-fault = Das bricht eine Regel: { $rule } ({ $section }). Es wird mit { $code } beantwortet.

fault-close-body-too-short = der Rumpf eines Close-Frames ist leer oder hat zwei Bytes und mehr
fault-close-reason-not-utf8 = die Begründung eines Close-Frames ist UTF-8
fault-continuation-without-message = ein Continuation-Frame gehört zu einer begonnenen Nachricht
fault-control-frame-fragmented = ein Control-Frame wird nie fragmentiert
fault-control-frame-too-long = ein Control-Frame hat höchstens 125 Bytes Nutzlast
fault-invalid-close-code = dieser Code darf nicht in einem Close-Frame stehen
fault-invalid-utf8 = eine Textnachricht ist UTF-8
fault-length-not-minimal = eine Länge wird in ihrer kürzesten Form geschrieben
fault-length-too-large = das höchste Bit einer Länge von 64 Bits ist nicht gesetzt
fault-mask-forbidden = ein Server maskiert seine Frames nicht
fault-mask-missing = ein Client maskiert seine Frames
fault-message-interrupted = eine Nachricht endet, bevor die nächste beginnt
fault-reserved-bits = ein reserviertes Bit ist nur gesetzt, wenn eine vereinbarte Erweiterung es benutzt
fault-reserved-opcode = es gibt sechs Opcodes: 0, 1, 2, 8, 9 und 10

## Ein Header des eröffnenden Handshakes

heading-header = Der Header
header-extensions = Zählt Erweiterungen auf: Der Client bietet sie in seiner Anfrage an, der Server nennt in seiner Antwort, welche er annimmt.
header-key = Vom Client gesendet: 16 zufällige Bytes in Base64. Er beweist, dass der Server WebSocket versteht, und nicht mehr.
header-accept = Vom Server gesendet: ein Hash über den Schlüssel des Clients. Ein falscher heißt, dass etwas anderes geantwortet hat, etwa ein Cache.
header-version = Vom Client gesendet: die Version des Protokolls. Eine ist in Gebrauch, 13.
header-protocol = Zählt Unterprotokolle auf: Der Client bietet sie in seiner Anfrage an, der Server nennt in seiner Antwort höchstens eines davon.
header-upgrade = Nennt, wozu die Verbindung wechselt. Beide Seiten senden es.
header-connection = Nennt die Header, die nur für die nächste Station gedacht sind. Mit `Upgrade` darin weiß ein Proxy, dass er diesen Header selbst behandeln muss; ein Proxy, der nichts davon weiß, lässt beide fallen.
header-retry-after = Von einem Server gesendet, der ablehnt, mit 503 oder 429: wie lange man fernbleiben soll.
header-key-good = Der Schlüssel ist gültig. Er wird mit { $value } beantwortet.
header-key-bad = Das ist kein Schlüssel: Es müssen 24 Zeichen Base64 sein, die für 16 Bytes stehen. Ein Server antwortet mit 400.
header-accept-good = Er hat die richtige Form. Ob er stimmt, hängt vom Schlüssel ab: `rejoin explain --header` berechnet die Antwort daraus.
header-accept-bad = Das ist keine Antwort auf irgendeinen Schlüssel: Es müssen 28 Zeichen Base64 sein, die für 20 Bytes stehen. Ein Client lässt den Handshake scheitern.
header-version-good = Das ist die Version von RFC 6455.
header-version-bad = Kein heutiger Server spricht diese Version. Er antwortet mit 426 und `Sec-WebSocket-Version: 13`.
header-protocol-bad = Das ist keine Liste von Unterprotokollen: Jedes muss ein Token sein, und keines darf doppelt stehen. Ein Server antwortet mit 400.
header-protocol-one = { $name } ist das, was beide Seiten sprechen, wenn der Server es nennt; nennt es nur der Client, ist es ein Angebot.
header-protocol-several = Als Angebot ist das in Ordnung. In einer Antwort steht höchstens eines: Ein Client lässt den Handshake scheitern.
header-protocol-service = Unter { $name } haben Close-Codes eigene Bedeutungen: die von { $service }.
header-upgrade-good = Er nennt `websocket`, wie er soll.
header-upgrade-bad = Er nennt `websocket` nicht: Ein Server hält das nicht für einen WebSocket-Handshake, und ein Client lässt den Handshake scheitern.
header-connection-good = Er nennt `Upgrade`, wie er soll.
header-connection-bad = Er nennt `Upgrade` nicht: Ein Server hält das nicht für einen WebSocket-Handshake, und ein Client lässt den Handshake scheitern. Meist hat ein Proxy den Header ersetzt.
header-retry-after-seconds = { $seconds ->
    [one] Der Server bittet darum, { $seconds } Sekunde in Ruhe gelassen zu werden.
   *[other] Der Server bittet darum, { $seconds } Sekunden in Ruhe gelassen zu werden.
}
header-retry-after-date = Der Server bittet darum, bis zu diesem Zeitpunkt in Ruhe gelassen zu werden.
header-retry-after-bad = Das ist weder eine Zahl von Sekunden noch ein HTTP-Datum: Clients übergehen es.
header-malformed = Fehlerhaft bei Byte { $place }: { $offence }. Ein Server antwortet mit 400, und ein Client lässt den Handshake scheitern (RFC 6455 Abschnitt 9.1).
offence-empty-list = der Header ist da und nennt keine Erweiterung
offence-parameter-missing = auf das Semikolon muss ein Parameter folgen
offence-quote-not-closed = das schließende Anführungszeichen fehlt
offence-unexpected-byte = ein Zeichen, das hier nicht stehen darf
offence-value-missing = auf das Gleichheitszeichen muss ein Wert folgen
offence-value-not-token = ein Wert zwischen Anführungszeichen muss ein Token sein

heading-parameters = Was er sagt
param-server-no-context-takeover = Der Server komprimiert jede Nachricht für sich. Als Angebot ist es eine Forderung, und eine Antwort, die das Angebot annimmt, muss es wiederholen.
param-client-no-context-takeover = Der Client komprimiert jede Nachricht für sich. Als Angebot ist es ein Hinweis, als Antwort eine Forderung.
param-server-max-window-bits = Das Fenster, innerhalb dessen der Server komprimiert, als Zweierpotenz von 8 bis 15. Eine Antwort, die ein Angebot damit annimmt, muss es auch haben, und nicht größer.
param-client-max-window-bits = Das Fenster, innerhalb dessen der Client komprimiert, als Zweierpotenz von 8 bis 15. Ohne Wert, den nur ein Angebot weglassen darf, überlässt der Client dem Server die Wahl. Eine Antwort darf es nur haben, wenn das Angebot es hatte.
extension-deflate = Komprimiert Nachrichten (RFC 7692). Registriert.
extension-deflate-frame = Was Safari vor Version 15 anbot: ein früher Entwurf der Kompression. Nicht registriert; Server lehnen es ab.
extension-usp = Die User Services Platform (TR-369). Registriert; sie ändert keine Frames, und niemand darf auf ihr bestehen.
extension-unknown = Nicht registriert. Beide Seiten müssen sie vorher kennen.

heading-as-offer = Als Angebot eines Clients
heading-as-answer = Als Antwort auf { $offer }
verdict-taken = Angenommen: Ein Server, der alles kann, antwortet mit { $answer }.
verdict-declined = Abgelehnt: { $rule } ({ $section }). Das nächste Angebot wird versucht; gibt es keines, öffnet sich die Verbindung ohne die Erweiterung.
verdict-not-reached = Nicht angesehen: Ein Angebot davor ist angenommen.
verdict-opens = Gut: Die Verbindung öffnet sich.
verdict-opens-without = Gut: Die Verbindung öffnet sich. Ein Client, der ohne { $missing } nicht arbeiten kann, geht mit 1010.
verdict-fails = Der Handshake scheitert, und kein Close-Frame wird gesendet: { $rule } ({ $section }).

rule-agreed-twice = die Erweiterung steht dort zweimal, und eine Verbindung hat von jeder eine Einstellung
rule-declined-by-policy = die Erweiterung ist abgeschaltet
rule-larger-than-offered = { $answered } ist größer als das Angebotene, { $offered }
rule-not-answered = die Antwort hat es nicht
rule-not-configured = ein Server kennt keine Erweiterung dieses Namens, wenn er nicht dafür eingerichtet ist
rule-not-offered = { $parameter } darf nur beantwortet werden, wenn es angeboten war
rule-not-repeated = { $parameter } war angeboten, also muss die Antwort es wiederholen
rule-not-requested = die Erweiterung war nicht angeboten
rule-parameter-repeated = { $parameter } steht dort mehr als einmal
rule-parameter-unknown = die Erweiterung hat keinen Parameter { $parameter }
rule-required-here = { $parameter } ist nötig
rule-rsv-taken = { $extension } ist schon vereinbart und benutzt ebenfalls { $bits }
rule-value-invalid = der Wert von { $parameter } ist keiner, den es haben darf
rule-value-missing = { $parameter } braucht einen Wert
rule-value-not-allowed = { $parameter } nimmt keinen Wert
rule-window-unsupported = { $parameter } wird nicht unterstützt
