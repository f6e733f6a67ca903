# Étiquettes, titres et courtes expressions. Ce qui doit rester de gauche à droite est entre accents graves.
# Les remarques du fichier anglais disent ce que valent les variables.

## La première ligne d’une explication : code et titre, puis trois expressions.

headline = { $code } { $title } : { $sender }, { $end }, { $retry }
title-in-service = { $title } ({ $service })
headline-sender-both = de l’un ou l’autre côté
headline-sender-client = du client
headline-sender-server = du serveur
headline-sender-local = jamais envoyé
headline-sender-nobody = jamais envoyé
headline-end-clean = fin propre
headline-end-lost = fin non propre
headline-end-never-opened = jamais ouverte
headline-end-invalid = une erreur de protocole
headline-retry-application = l’application décide
headline-retry-never = ne pas se reconnecter
headline-retry-not-needed = inutile de se reconnecter
headline-retry-with-new-input = se reconnecter après un changement
headline-retry-yes = se reconnecter sous { $range } s
headline-retry-service-yes = se reconnecter
headline-retry-service-unstated = rien n’est dit de la reconnexion

## Ce qui vaut pour un code : les étiquettes, puis ce qu’elles peuvent être.

fact-name = Nom
fact-sender = Envoyé par
fact-sender-by-text = D’après le texte
fact-wire = Trame Close
fact-page = Page web
fact-end = La fin
fact-class = Genre
fact-act = Qui doit agir
fact-retry = Se reconnecter
fact-registered-delay = Délai enregistré
fact-registration = Enregistré comme
fact-reference = Référence

sender-both = le client ou le serveur
sender-client = le client seul
sender-server = le serveur seul
sender-nobody = personne

wire-allowed = peut le porter
wire-local-only = ne le porte jamais : un bout le conclut de lui-même
wire-out-of-range = ne doit pas le porter : aucun code n’est au-dessus de 4999
wire-reserved = ne doit pas le porter : le nombre est mis de côté
wire-unassigned = ne doit pas le porter : le nombre n’est pas attribué
wire-unused = ne doit pas le porter : aucun code n’est au-dessous de 1000

page-may = peut l’envoyer avec `close()`
page-may-not = ne peut pas l’envoyer : `close()` lève une exception

end-clean = propre : les deux côtés ont dit Close
end-lost = non propre : aucune trame Close n’est arrivée
end-never-opened = il n’y en a pas eu : la connexion ne s’est jamais ouverte
end-invalid = non propre : qui reçoit une telle trame fait échouer la connexion

class-application = propre à l’application
class-authorization = autorisation
class-done = fini comme voulu
class-failure = défaillance
class-invalid = interdit
class-leaving = un côté s’en va
class-library = propre à une bibliothèque
class-limit = limite dépassée
class-lost = connexion perdue
class-negotiation = négociation d’extensions
class-overload = surcharge
class-policy = refus par une règle de l’application
class-protocol = protocole enfreint
class-restart = redémarrage prévu
class-timeout = trop lent
class-tls = TLS
class-unstated = aucune raison donnée

act-application = la documentation de l’application le dit
act-authorization = le côté qui l’a reçu : il lui manque des droits
act-done = personne
act-failure = qui exploite le côté qui l’a envoyé
act-invalid = qui a écrit le programme qui l’a envoyé
act-leaving = personne
act-library = la documentation de la bibliothèque le dit
act-limit = le côté qui l’a reçu : il a trop envoyé
act-lost = qui exploite la partie du chemin qui a cédé
act-negotiation = qui configure le serveur ou un proxy, ou écrit le client
act-overload = qui exploite le serveur
act-policy = le côté qui l’a reçu : il a été refusé
act-protocol = le côté qui l’a reçu : ce qu’il a envoyé était faux
act-restart = personne : c’est prévu
act-timeout = le côté qui l’a reçu : il était trop lent
act-tls = qui s’occupe du certificat et de la confiance
act-unstated = personne

retry-application = comme le dit l’application
retry-never = non, pas avant que la cause ait disparu
retry-not-needed = inutile
retry-with-new-input = seulement après un changement : identifiants, cadence ou taille
retry-yes = oui, la première fois après { $range } s au hasard
delay = { $range } s au hasard
registration-unassigned = Non attribué
registration-none = pas un nombre du registre

## Sections d’une explication

heading-meaning = Ce que cela veut dire
heading-reconnect = Se reconnecter ?
heading-reason = Ce que porte le motif
heading-causes = Quand vous le voyez
heading-fixes = Comment y remédier
heading-seen = Ce que montrent les programmes
heading-confusions = Souvent confondu avec
heading-services = Ce que cela veut dire pour des services
heading-sources = Sources

role-server = Qui exploite le serveur
role-client = Qui écrit le client
role-proxy = Qui exploite un proxy
phase-handshake = pendant la poignée de main
phase-open = sur une connexion ouverte
viewer-browsers = Navigateurs
viewer-libraries = Bibliothèques
basis-measured = mesuré avec { $version }
no-cause-in-handshake = Aucune cause n’est connue pendant la poignée de main. Une trame Close demande une connexion ouverte.
no-cause-in-open = Aucune cause n’est connue sur une connexion ouverte.

reconnect-yes = se reconnecter
reconnect-no = ne pas se reconnecter
reconnect-after-change = se reconnecter après un changement
reconnect-unstated = rien n’est dit de la reconnexion
service-says-nothing = { $service } ne documente aucun sens de { $code }.

## Une comparaison

comparison-title = { $low } ou { $high }
heading-differences = Ce qui diffère
heading-alike = Ce qui est pareil
heading-tell-apart = Comment les distinguer
heading-use = Quand employer lequel
heading-now = Que faire maintenant
apart-bytes = Sur le fil : le corps de la trame Close commence par `{ $bytes }`.
apart-byte-range = Sur le fil : le corps de la trame Close commence par `{ $low }` à `{ $high }`.
apart-local = Dans aucune capture : aucune trame ne le porte. Il est dans le journal du côté qui le signale.
apart-invalid = Sur le fil, c’est une faute de son expéditeur : la réponse est 1002, ou la fin de la connexion TCP.
use-local = Signalez-le, ne l’envoyez jamais.
use-nobody = Ne l’envoyez jamais.
same-code = Les deux sont { $code } : il n’y a rien à comparer.
same-row = Les deux sont dans { $range }, et le protocole ne donne de sens à aucun.

## La table des codes, et une recherche

column-code = Code
column-title = Nom
column-sender = Envoyé par
column-wire = En trame
column-retry = Se reconnecter
sender-short-both = les deux
sender-short-client = client
sender-short-server = serveur
sender-short-nobody = personne
wire-short-yes = oui
wire-short-no = non
retry-short-application = application
retry-short-never = non
retry-short-not-needed = inutile
retry-short-with-new-input = si changement
retry-short-yes = oui, { $range } s
matches = { $count ->
    [one] { $count } endroit convient :
   *[other] { $count } endroits conviennent, le meilleur d’abord :
}

## Des octets démontés

heading-frames = Les octets
frame-of-client = Trame { $kind } d’un client (masquée), { $length ->
    [one] { $length } octet de charge utile
   *[other] { $length } octets de charge utile
}
frame-of-server = Trame { $kind } d’un serveur (non masquée), { $length ->
    [one] { $length } octet de charge utile
   *[other] { $length } octets de charge utile
}
frame-body = Le corps d’une trame Close, { $length ->
    [one] { $length } octet
   *[other] { $length } octets
}
frame-continues = D’autres trames du même message suivent.
frame-compressed = RSV1 est à 1 : le message est compressé si `permessage-deflate` a été convenu ; sinon, il enfreint le RFC 6455 section 5.2.
frame-incomplete = Les octets finissent avant la trame.
label-code = Code
label-reason = Motif
label-text = Texte
label-bytes = Octets
label-none = aucun
reason-window = Le motif demande aux clients de revenir à un moment aléatoire sous { $range } s.
frame-fault = Cela enfreint une règle : { $rule } ({ $section }). On y répond par { $code }.

fault-close-body-too-short = le corps d’une trame Close est vide ou fait deux octets et plus
fault-close-reason-not-utf8 = le motif d’une trame Close est de l’UTF-8
fault-continuation-without-message = une trame de continuation appartient à un message commencé
fault-control-frame-fragmented = une trame de contrôle n’est jamais fragmentée
fault-control-frame-too-long = une trame de contrôle a au plus 125 octets de charge utile
fault-invalid-close-code = ce code ne doit pas figurer dans une trame Close
fault-invalid-utf8 = un message texte est de l’UTF-8
fault-length-not-minimal = une longueur s’écrit sous sa forme la plus courte
fault-length-too-large = le bit de poids fort d’une longueur de 64 bits n’est pas à 1
fault-mask-forbidden = un serveur ne masque pas ses trames
fault-mask-missing = un client masque ses trames
fault-message-interrupted = un message finit avant que le suivant ne commence
fault-reserved-bits = un bit réservé n’est à 1 que si une extension convenue l’utilise
fault-reserved-opcode = il y a six opcodes : 0, 1, 2, 8, 9 et 10

## Un en-tête de la poignée de main d’ouverture

heading-header = L’en-tête
header-extensions = Liste des extensions : le client les offre dans sa requête, le serveur nomme dans sa réponse celles qu’il prend.
header-key = Envoyé par le client : 16 octets aléatoires en base64. Il prouve que le serveur comprend WebSocket, et rien de plus.
header-accept = Envoyé par le serveur : un condensé de la clé du client. S’il est faux, c’est que quelque chose d’autre a répondu, comme un cache.
header-version = Envoyé par le client : la version du protocole. Une seule est en usage, 13.
header-protocol = Liste des sous-protocoles : le client les offre dans sa requête, le serveur en nomme au plus un dans sa réponse.
header-upgrade = Nomme ce que la connexion devient. Les deux côtés l’envoient.
header-connection = Nomme les en-têtes destinés au seul prochain saut. S’il contient `Upgrade`, un proxy sait qu’il doit traiter lui-même cet en-tête ; un proxy qui n’en sait rien perd les deux.
header-retry-after = Envoyé par un serveur qui refuse, avec 503 ou 429 : combien de temps rester à l’écart.
header-key-good = La clé est valide. On y répond par { $value }.
header-key-bad = Ce n’est pas une clé : il faut 24 caractères de base64 qui valent 16 octets. Un serveur répond 400.
header-accept-good = Il a la bonne forme. S’il est juste dépend de la clé : `rejoin explain --header` calcule la réponse à partir d’elle.
header-accept-bad = Ce n’est la réponse à aucune clé : il faut 28 caractères de base64 qui valent 20 octets. Un client fait échouer la poignée de main.
header-version-good = C’est la version du RFC 6455.
header-version-bad = Aucun serveur d’aujourd’hui ne parle cette version. Il répond 426 avec `Sec-WebSocket-Version: 13`.
header-protocol-bad = Ce n’est pas une liste de sous-protocoles : chacun doit être un token, et aucun ne doit figurer deux fois. Un serveur répond 400.
header-protocol-one = { $name } est celui que parlent les deux côtés si le serveur le nomme ; si seul le client le nomme, c’est une offre.
header-protocol-several = Comme offre, c’est en ordre. Dans une réponse, il y en a un au plus : un client fait échouer la poignée de main.
header-protocol-service = Sous { $name }, les codes de fermeture ont des sens à eux : ceux de { $service }.
header-upgrade-good = Il nomme `websocket`, comme il se doit.
header-upgrade-bad = Il ne nomme pas `websocket` : un serveur n’y voit pas une poignée de main WebSocket, et un client la fait échouer.
header-connection-good = Il nomme `Upgrade`, comme il se doit.
header-connection-bad = Il ne nomme pas `Upgrade` : un serveur n’y voit pas une poignée de main WebSocket, et un client la fait échouer. Le plus souvent, un proxy a remplacé l’en-tête.
header-retry-after-seconds = { $seconds ->
    [one] Le serveur demande qu’on le laisse tranquille { $seconds } seconde.
   *[other] Le serveur demande qu’on le laisse tranquille { $seconds } secondes.
}
header-retry-after-date = Le serveur demande qu’on le laisse tranquille jusqu’à ce moment.
header-retry-after-bad = Ce n’est ni un nombre de secondes ni une date HTTP : les clients l’ignorent.
header-malformed = Mal formé à l’octet { $place } : { $offence }. Un serveur répond 400, et un client fait échouer la poignée de main (RFC 6455 section 9.1).
offence-empty-list = l’en-tête est là et ne nomme aucune extension
offence-parameter-missing = un paramètre doit suivre le point-virgule
offence-quote-not-closed = il manque le guillemet fermant
offence-unexpected-byte = un caractère qui ne peut pas figurer ici
offence-value-missing = une valeur doit suivre le signe égal
offence-value-not-token = une valeur entre guillemets doit être un token

heading-parameters = Ce qu’il dit
param-server-no-context-takeover = Le serveur compresse chaque message à part. Comme offre, c’est une exigence, et une réponse qui accepte l’offre doit le répéter.
param-client-no-context-takeover = Le client compresse chaque message à part. Comme offre, c’est une indication ; comme réponse, une exigence.
param-server-max-window-bits = La fenêtre dans laquelle le serveur compresse, en puissance de deux de 8 à 15. Une réponse qui accepte une offre qui l’a doit l’avoir aussi, et pas plus grande.
param-client-max-window-bits = La fenêtre dans laquelle le client compresse, en puissance de deux de 8 à 15. Sans valeur, ce que seule une offre peut faire, le client laisse choisir le serveur. Une réponse ne peut l’avoir que si l’offre l’avait.
extension-deflate = Compresse les messages (RFC 7692). Enregistrée.
extension-deflate-frame = Ce que Safari offrait avant la version 15 : un ancien brouillon de compression. Non enregistrée ; les serveurs la déclinent.
extension-usp = La User Services Platform (TR-369). Enregistrée ; elle ne change aucune trame, et personne ne doit l’exiger.
extension-unknown = Non enregistrée. Les deux côtés doivent la connaître d’avance.

heading-as-offer = Comme offre d’un client
heading-as-answer = Comme réponse à { $offer }
verdict-taken = Acceptée : un serveur qui sait tout faire répond { $answer }.
verdict-declined = Déclinée : { $rule } ({ $section }). L’offre suivante est essayée ; sans autre offre, la connexion s’ouvre sans l’extension.
verdict-not-reached = Non regardée : une offre avant elle est acceptée.
verdict-opens = Bien : la connexion s’ouvre.
verdict-opens-without = Bien : la connexion s’ouvre. Un client qui ne peut pas travailler sans { $missing } part avec 1010.
verdict-fails = La poignée de main échoue, et aucune trame Close n’est envoyée : { $rule } ({ $section }).

rule-agreed-twice = l’extension y figure deux fois, et une connexion a un seul réglage de chacune
rule-declined-by-policy = l’extension est désactivée
rule-larger-than-offered = { $answered } est plus grand que ce qui était offert, { $offered }
rule-not-answered = la réponse ne l’a pas
rule-not-configured = un serveur ne connaît pas d’extension de ce nom s’il n’est pas réglé pour elle
rule-not-offered = { $parameter } ne peut être répondu que s’il était offert
rule-not-repeated = { $parameter } était offert, la réponse doit donc le répéter
rule-not-requested = l’extension n’était pas offerte
rule-parameter-repeated = { $parameter } y figure plus d’une fois
rule-parameter-unknown = l’extension n’a pas de paramètre { $parameter }
rule-required-here = { $parameter } est nécessaire
rule-rsv-taken = { $extension } est déjà convenue et utilise aussi { $bits }
rule-value-invalid = la valeur de { $parameter } n’est pas de celles qu’il peut avoir
rule-value-missing = { $parameter } demande une valeur
rule-value-not-allowed = { $parameter } ne prend pas de valeur
rule-window-unsupported = { $parameter } n’est pas pris en charge
