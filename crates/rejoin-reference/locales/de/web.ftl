# Die Webseiten der Referenz: was dort neben den Texten der anderen Dateien steht.
# Was von links nach rechts bleiben muss, steht zwischen Gravis-Zeichen.

## Auf jeder Seite

web-site = WebSocket-Close-Codes
web-skip = Zum Inhalt springen
web-nav = Hauptbereiche
web-nav-codes = Codes
web-nav-compare = Vergleichen
web-nav-guide = Warum wurde ich geschlossen?
web-nav-services = Dienste
web-language = Sprache
web-json = Diese Fakten als JSON
web-terminal = Im Terminal: { $command }
web-footer = Aus Rejoin { $version }. Die Tabelle hinter dieser Seite entscheidet auch, wie sich die Bibliothek verhält.
web-source-number = Quelle { $number }

## Die Tabelle der Codes und die Suche

web-codes-title = Jeder WebSocket-Close-Code, erklärt
web-codes-lead = Was jeder heißt, wer ihn sendet, ob man sich neu verbinden soll und was dagegen zu tun ist. Je zwei lassen sich vergleichen.
web-codes-table = Alle Codes
web-guide-entry = Sie wissen nicht, wo Sie anfangen sollen? Beantworten Sie ein paar Fragen.
web-search = Suchen
web-search-label = Eine Zahl, zwei Zahlen, ein Name oder Wörter
web-search-examples = Zum Beispiel { $first }, { $second } oder { $third }
web-search-found = Gefunden: { $count }
web-search-none = Nichts passt. Versuchen Sie weniger oder andere Wörter.

## Ein Code

web-in-brief = In Kürze
web-compare-with = Vergleichen mit
web-services-of-range = Dienste, die diese Zahlen benutzen
web-previous = Zurück
web-next = Weiter

## Vergleiche

web-compare-title = Zwei Codes vergleichen
web-compare-lead = Zuerst die, die oft verwechselt werden, dann alle Paare.
web-compare-confused = Oft verwechselt
web-compare-all = Alle Paare
web-aspect = Aspekt

## Dienste

web-services-title = Dienste mit eigenen Close-Codes
web-services-lead = Dieselbe Zahl heißt bei verschiedenen Diensten Verschiedenes. Was Ihrer nicht aufführt, behält seine allgemeine Bedeutung.
web-service = Dienst
web-service-title = Close-Codes von { $service }
web-subprotocols = Am Unterprotokoll zu erkennen
web-good-to-know = Gut zu wissen
web-service-rest = Ein Code, der hier nicht steht, hat seine allgemeine Bedeutung: siehe die Tabelle der Codes.

## Der Leitfaden

web-guide-lead = Beantworten Sie eine Frage nach der anderen. Jede Antwort führt zur nächsten Frage oder zu dem, was geschehen ist.
web-guide-again = Von vorn beginnen
web-guide-codes = Weiterlesen:

## Die Quellen

web-sources-lead = Alles, was hier steht, beruht auf diesen. Was gemessen wurde, nennt die Version.
web-source = Quelle
web-cited-by = Zitiert von

## Keine solche Seite

web-missing-title = Diese Seite gibt es nicht
web-missing-text = Jeder Close-Code von 0 bis 65535 hat seinen Platz in der Tabelle der Codes.
