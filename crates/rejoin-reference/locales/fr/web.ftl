# Les pages web de la référence : ce qui y figure à côté des textes des autres fichiers.
# Ce qui doit rester de gauche à droite est entre accents graves.

## Sur chaque page

web-site = Codes de fermeture WebSocket
web-skip = Aller au contenu
web-nav = Parties principales
web-nav-codes = Codes
web-nav-compare = Comparer
web-nav-guide = Pourquoi ai-je été fermé ?
web-nav-services = Services
web-language = Langue
web-json = Ces faits en JSON
web-terminal = Dans un terminal : { $command }
web-footer = De Rejoin { $version }. La table derrière cette page décide aussi du comportement de la bibliothèque.
web-source-number = Source { $number }

## La table des codes, et la recherche

web-codes-title = Chaque code de fermeture WebSocket, expliqué
web-codes-lead = Ce que chacun veut dire, qui l’envoie, s’il faut se reconnecter, et que faire. Deux codes quelconques se comparent.
web-codes-table = Tous les codes
web-guide-entry = Vous ne savez pas par où commencer ? Répondez à quelques questions.
web-search = Chercher
web-search-label = Un nombre, deux nombres, un nom ou des mots
web-search-examples = Par exemple { $first }, { $second } ou { $third }
web-search-found = Trouvés : { $count }
web-search-none = Rien ne convient. Essayez moins de mots, ou d’autres.

## Un code

web-in-brief = En bref
web-compare-with = Comparer avec
web-services-of-range = Services qui emploient ces nombres
web-previous = Précédent
web-next = Suivant

## Comparaisons

web-compare-title = Comparer deux codes
web-compare-lead = D’abord ceux que l’on confond souvent, puis toutes les paires.
web-compare-confused = Souvent confondus
web-compare-all = Toutes les paires
web-aspect = Aspect

## Services

web-services-title = Services qui ont leurs propres codes de fermeture
web-services-lead = Le même nombre veut dire des choses différentes pour des services différents. Ce que le vôtre ne liste pas garde son sens général.
web-service = Service
web-service-title = Codes de fermeture de { $service }
web-subprotocols = Reconnaissable au sous-protocole
web-good-to-know = Bon à savoir
web-service-rest = Un code qui n’est pas listé ici a son sens général : voyez la table des codes.

## Le guide

web-guide-lead = Répondez à une question après l’autre. Chaque réponse mène à la question suivante, ou à ce qui s’est passé.
web-guide-again = Recommencer
web-guide-codes = À lire ensuite :

## Les sources

web-sources-lead = Tout ce qui est dit ici repose sur elles. Ce qui a été mesuré nomme la version.
web-source = Source
web-cited-by = Cité par

## Page inexistante

web-missing-title = Cette page n’existe pas
web-missing-text = Chaque code de fermeture de 0 à 65535 a sa place dans la table des codes.
