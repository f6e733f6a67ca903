# Ce qui est dit de deux codes ensemble.
# Un message par ligne. Ce qui doit rester de gauche à droite est entre accents graves.

p1000-1001-apart-1 = Le nombre est sur le fil : `03 e8` est 1000, `03 e9` est 1001. Les deux sont des fins propres.
p1000-1001-apart-2 = Une connexion fermée avec 1000, c’est la décision de quelqu’un. Beaucoup de connexions fermées avec 1001 dans la même minute, c’est un arrêt, ou un proxy qui redémarre.
p1000-1001-use-1000 = Le travail de cette connexion est fait, et personne n’a besoin de revenir.
p1000-1001-use-1001 = Vous partez bien que le travail ne soit peut-être pas fait : le serveur s’arrête, ou la page est quittée.
p1000-1001-now = Après 1000, demandez-vous si l’application a encore besoin de la connexion. Après 1001, reconnectez-vous au bout de 0 à 5 secondes, au hasard.

p1000-1005-apart-1 = La longueur du corps de la trame Close décide : deux octets ou plus pour 1000, zéro pour 1005.
p1000-1005-apart-2 = .NET et faye écrivent 1000 pour les deux. Un journal fait par eux ne le dit pas.
p1000-1005-use-1000 = Toujours, quand vous fermez exprès et que le travail est fait.
p1000-1005-use-1005 = Jamais : il ne peut pas être envoyé. C’est ce que l’autre côté note quand votre Close n’a pas de code.
p1000-1005-now = Si c’est votre côté qui cause 1005, donnez un code à votre appel de fermeture. Sinon, traitez les deux comme une fin propre.

p1001-1006-apart-1 = Avec 1001, une trame Close est arrivée, et TCP a fini en ordre ensuite. Avec 1006, TCP a simplement fini : par un FIN, un reset ou le silence.
p1001-1006-apart-2 = Regardez le moment : les proxys rechargés coupent toutes les connexions à la fois, avec 1006. Les serveurs qui s’arrêtent en ordre envoient 1001.
p1001-1006-use-1001 = Vous vous arrêtez et pouvez encore envoyer. Faites-le avant que le processus ne se termine.
p1001-1006-use-1006 = Jamais : personne ne l’envoie. Si vos clients voient 1006 quand vous déployez, votre processus finit avant que ses trames Close ne soient parties.
p1001-1006-now = Reconnectez-vous après un délai aléatoire dans les deux cas. Après beaucoup de 1006, cherchez ce qui coupe les connexions ; après 1001, il n’y a rien à chercher.

p1001-1012-differ-return = La même adresse servira-t-elle bientôt à nouveau ?
p1001-1012-differ-return-1001 = peut-être
p1001-1012-differ-return-1012 = oui
p1001-1012-differ-known = Connu des vieilles bibliothèques
p1001-1012-differ-known-1001 = oui, de toutes
p1001-1012-differ-known-1012 = non : Tomcat, uWebSockets, libwebsockets, faye et .NET avant 8 le refusent
p1001-1012-apart-1 = Sur le fil, `03 e9` contre `03 f4`. Dans les journaux de vieilles bibliothèques, 1012 apparaît comme 1002 ou 1006.
p1001-1012-apart-2 = 1001 vient aussi des navigateurs qui quittent une page ; 1012 ne vient que de serveurs.
p1001-1012-use-1001 = Vous ne savez pas si ni quand vous reviendrez, ou certains de vos clients refusent 1012.
p1001-1012-use-1012 = Vous redémarrez, et les clients qui reviennent dans quelques secondes vous trouveront.
p1001-1012-now = Après 1012, attendez la fenêtre que le serveur nomme, sinon de 1 à 5 secondes. Après 1001, reconnectez-vous au bout de 0 à 5 secondes au hasard, et attendez-vous à une absence plus longue.

p1001-1013-apart-1 = `03 e9` contre `03 f5`. Après 1001, les nouvelles connexions sont refusées ou atteignent un autre serveur ; après 1013, le même serveur tourne toujours.
p1001-1013-apart-2 = Une charge croissante avant la fermeture désigne 1013 ; un déploiement désigne 1001.
p1001-1013-use-1001 = Vous partez. Les clients peuvent réessayer, ou aller ailleurs.
p1001-1013-use-1013 = Vous restez, mais ne pouvez pas servir ce client maintenant.
p1001-1013-now = Après 1001, revenez bientôt. Après 1013, essayez une autre adresse du service, ou attendez longtemps, et de plus en plus.

p1002-1003-apart-1 = 1002 suit une trame dont l’en-tête est faux. 1003 suit une trame de données correcte, aussitôt après le message.
p1002-1003-apart-2 = Répétez le message sous l’autre type : avec 1003 cela aide, avec 1002 non.
p1002-1003-use-1002 = Une trame enfreint les règles du protocole.
p1002-1003-use-1003 = Une trame correcte porte du texte là où vous prenez du binaire, ou l’inverse.
p1002-1003-now = Pour 1002, soupçonnez les bibliothèques et les proxys. Pour 1003, regardez votre propre appel qui envoie le message.

p1002-1007-apart-1 = Regardez les octets avant le Close : un en-tête faux veut dire 1002, du texte qui n’est pas de l’UTF-8 veut dire 1007.
p1002-1007-apart-2 = Chromium dit 1002 aussi pour de l’UTF-8 invalide, et sa propre page voit 1006.
p1002-1007-use-1002 = Les bits, les longueurs, l’ordre ou le masquage des trames sont faux.
p1002-1007-use-1007 = Les trames sont bonnes, mais leur contenu ne convient pas : UTF-8 invalide, ou données compressées impossibles à décompresser.
p1002-1007-now = Pour 1002, mettez la bibliothèque à jour ou cherchez un proxy. Pour 1007, corrigez l’encodeur.

p1002-1010-differ-answer = La réponse 101 du serveur
p1002-1010-differ-answer-1002 = valide ; la faute est venue plus tard
p1002-1010-differ-answer-1010 = valide, mais sans l’extension
p1002-1010-differ-sent = Envoyé quand
p1002-1010-differ-sent-1002 = à la première trame illicite
p1002-1010-differ-sent-1010 = juste après la poignée de main, avant toute donnée
p1002-1010-apart-1 = Comparez les deux en-têtes `Sec-WebSocket-Extensions`. Offerte et non convenue : 1010 est possible. Non convenue, et une trame a RSV1 à 1 : 1002.
p1002-1010-apart-2 = Une réponse avec une extension qui n’était pas offerte ne mène à aucun des deux : le client fait échouer la poignée de main sans trame Close.
p1002-1010-use-1002 = Vous avez reçu une trame qu’aucune extension convenue n’explique.
p1002-1010-use-1010 = Vous êtes un client, et il manque à la réponse une extension dont vous ne pouvez pas vous passer. Mettez son nom dans le motif.
p1002-1010-now = Pour 1010, activez l’extension, ou cessez de l’exiger. Pour 1002, cherchez qui compresse sans accord, souvent un proxy.

p1003-1007-apart-1 = 1003 vient pour tout message du type non désiré, quoi qu’il dise. 1007 ne vient que pour ceux au contenu abîmé.
p1003-1007-apart-2 = Starlette envoie 1003 pour du JSON impossible à analyser. D’après les définitions, ce n’est aucun des deux.
p1003-1007-use-1003 = Vous n’acceptez aucun message de ce type.
p1003-1007-use-1007 = Les octets ne conviennent pas au type que la trame nomme.
p1003-1007-now = Pour 1003, changez le type du message. Pour 1007, vérifiez ses octets. Pour du JSON abîmé, employez 1008 ou un code privé.

p1003-1008-apart-1 = Avec 1003, c’est le type de la trame qui gêne, et tout message de ce type est refusé. Avec 1008, le même type est bienvenu à d’autres moments.
p1003-1008-use-1003 = Du texte est arrivé là où l’on ne prend que du binaire, ou l’inverse.
p1003-1008-use-1008 = Le message enfreint une règle de votre application.
p1003-1008-now = Pour 1003, changez le type. Pour 1008, lisez le motif et la documentation du service.

p1004-1009-apart-1 = 1009 est `03 f1`. 1004, `03 ec`, ne devrait pas apparaître du tout.
p1004-1009-apart-2 = Là où un vieux programme journalise 1004, cela veut dire en général « trop grand », comme dans des brouillons du protocole.
p1004-1009-use-1004 = Jamais. Il est réservé.
p1004-1009-use-1009 = Un message est plus grand que ce que vous prenez.
p1004-1009-now = Remplacez 1004 par 1009 dans le programme qui l’envoie.

p1005-1006-differ-frame = Une trame Close est-elle arrivée ?
p1005-1006-differ-frame-1005 = oui, sans code
p1005-1006-differ-frame-1006 = non
p1005-1006-differ-clean = `wasClean` dans un navigateur
p1005-1006-differ-clean-1005 = vrai
p1005-1006-differ-clean-1006 = faux
p1005-1006-apart-1 = Dans une capture, cherchez les octets `88 00` venus du serveur (1005). Avec 1006, aucune trame ne commence par `88`.
p1005-1006-apart-2 = Dans le code, 1005 s’accompagne normalement d’un indicateur de fin propre, et 1006 d’une erreur.
p1005-1006-use-1005 = Jamais envoyé. Vous le lisez quand le pair a fermé sans donner de code.
p1005-1006-use-1006 = Jamais envoyé. Vous le lisez quand la connexion a été perdue ou ne s’est pas ouverte.
p1005-1006-now = Avec 1005, rien n’est cassé : reconnectez-vous s’il le faut, et demandez à l’autre côté d’envoyer un code. Avec 1006, trouvez ce qui a coupé la connexion.

p1006-1009-apart-1 = 1009 est dit par le pair. Si la connexion casse avec 1006 juste après un grand message, le pair a peut-être une limite et ne le dit pas : uWebSockets (16 KiB) et tungstenite font cela.
p1006-1009-apart-2 = Envoyez le même message en parties plus petites : si la connexion survit, c’était la taille.
p1006-1009-use-1006 = Jamais envoyé.
p1006-1009-use-1009 = Un message est trop grand. Dites-le avant de fermer.
p1006-1009-now = Comparez la taille du dernier message à la limite du pair, puis regardez le réseau.

p1006-1010-apart-1 = 1010 demande une connexion ouverte. Si la poignée de main elle-même a échoué, il n’y a pas eu de trame Close, et vous voyez 1006.
p1006-1010-apart-2 = Une réponse qui contient une extension non offerte, ou un paramètre faux, fait échouer la poignée de main : 1006. Une réponse à laquelle il manque une extension laisse le choix au client : 1010.
p1006-1010-use-1006 = Jamais envoyé.
p1006-1010-use-1010 = Vous êtes un client, la connexion est ouverte, et une extension exigée manque.
p1006-1010-now = Regardez les deux en-têtes `Sec-WebSocket-Extensions`. Trop dans la réponse : corrigez le serveur ou le proxy. Trop peu : activez l’extension ou cessez de l’exiger.

p1006-1011-apart-1 = 1011 est envoyé par un programme qui tourne encore. Un processus qui meurt n’envoie rien : 1006.
p1006-1011-apart-2 = Une connexion fermée avec 1011 désigne une requête. Toutes les connexions finies en 1006 au même instant désignent un effondrement, un kill ou un réseau.
p1006-1011-use-1006 = Jamais envoyé.
p1006-1011-use-1011 = Votre traitement a échoué, mais votre processus vit : fermez avec 1011, pour que le client le sache.
p1006-1011-now = Pour 1011, lisez le journal du serveur. Pour 1006, vérifiez d’abord si le processus vivait, puis les proxys.

p1006-1012-apart-1 = Un redémarrage annoncé montre 1012. Un redémarrage qui coupe montre 1006, pour tous les clients à la fois.
p1006-1012-apart-2 = uWebSockets signale un 1012 reçu comme 1006, Tomcat comme 1002. Regardez la trame avant de croire un tel journal.
p1006-1012-use-1006 = Jamais envoyé. Vos clients le voient quand vous redémarrez sans un mot, ou quand un proxy entre les deux coupe avant.
p1006-1012-use-1012 = Vous redémarrez en ordre, et vous reviendrez.
p1006-1012-now = Si les déploiements se voient comme 1006, faites fermer le serveur avec 1012 avant qu’il ne s’arrête, et empêchez les proxys de couper plus tôt.

p1006-1014-apart-1 = Seule une passerelle qui parle WebSocket peut envoyer 1014. Les proxys qui transmettent des octets terminent TCP quand le serveur derrière eux tombe : 1006.
p1006-1014-apart-2 = Un client dont la bibliothèque ne connaît pas 1014 signale plutôt une erreur de protocole.
p1006-1014-use-1006 = Jamais envoyé.
p1006-1014-use-1014 = Vous êtes une passerelle, le serveur derrière vous a failli, et vos clients comprennent 1014.
p1006-1014-now = Dans les deux cas, regardez d’abord le serveur derrière le proxy. Reconnectez-vous avec des délais aléatoires croissants.

p1006-1015-apart-1 = Ni l’un ni l’autre n’est sur le fil. Essayez le même hôte avec une requête HTTPS : si elle échoue aussi, c’est TLS.
p1006-1015-apart-2 = Les navigateurs signalent 1006 pour les deux ; seul Firefox signale 1015, dans un cas. La console du navigateur nomme l’erreur de certificat.
p1006-1015-use-1006 = Jamais envoyé. Il couvre tout ce qui finit sans trame Close.
p1006-1015-use-1015 = Jamais envoyé. Des bibliothèques peuvent le signaler quand TLS a échoué.
p1006-1015-now = Pour TLS, vérifiez l’expiration, le nom d’hôte, la chaîne et l’horloge. Réessayer n’aide pas. Pour les autres 1006, trouvez d’abord la phase.

p1006-3008-apart-1 = 3008 vient dans une trame Close de l’autre bout, qui a trop attendu. Un proxy qui a trop attendu n’envoie rien : 1006, souvent après exactement 30, 60 ou 100 secondes.
p1006-3008-use-1006 = Jamais envoyé.
p1006-3008-use-3008 = Le pair n’a pas fait à temps ce que votre application attend.
p1006-3008-now = Pour 3008, faites plus tôt ce qui est dû. Pour un 1006 à heure fixe, envoyez des pings plus souvent, ou relevez la limite du proxy.

p1008-1009-apart-1 = 1009 suit aussitôt un grand message. 1008 peut suivre n’importe quoi, et même rien du tout.
p1008-1009-apart-2 = Envoyez un petit message du même genre : s’il est accepté, c’était la taille.
p1008-1009-use-1008 = Une règle qui n’a pas de code à elle est enfreinte.
p1008-1009-use-1009 = Un message est plus grand que ce que vous prenez.
p1008-1009-now = Pour 1009, découpez ou réduisez le message. Pour 1008, lisez le motif.

p1008-1013-apart-1 = 1008 touche un client, celui qui en a trop fait. 1013 en touche beaucoup en même temps.
p1008-1013-apart-2 = La cadence de vos propres requêtes le dit : si elle était basse, c’est la charge du service.
p1008-1013-use-1008 = Ce client a dépassé une limite ou enfreint une règle.
p1008-1013-use-1013 = Le service entier a trop à faire.
p1008-1013-now = Après 1008, changez ce que vous envoyez avant de vous reconnecter. Après 1013, ne changez rien, et attendez.

p1008-3000-apart-1 = `03 f0` contre `0b b8`. Seul le motif dit si un 1008 porte sur les identifiants.
p1008-3000-apart-2 = Dans Centrifugo et SockJS, 3000 a un autre sens. Vérifiez quelle bibliothèque le serveur emploie.
p1008-3000-use-1008 = Vos clients sont vieux ou emploient uWebSockets, ou vous voulez cacher la cause.
p1008-3000-use-3000 = Les identifiants manquent ou ont expiré, et le client peut le savoir.
p1008-3000-now = Obtenez de nouveaux identifiants avant de vous reconnecter. Si un 1008 ne donne pas de motif, traitez-le comme un refus durable.

p1008-3003-apart-1 = Seul le nombre ou le motif le dit. 3003 porte toujours sur des droits ; 1008 peut porter sur tout.
p1008-3003-use-1008 = La règle n’a pas de code à elle, ou ses détails doivent rester cachés.
p1008-3003-use-3003 = L’utilisateur est connu et n’a pas le droit d’être ici.
p1008-3003-now = Arrêtez la reconnexion automatique dans les deux cas. Pour 3003, demandez à qui donne les droits.

p1008-4401-apart-1 = 4401 est privé : il ne veut dire « non authentifié » que là où le service le dit, comme le font graphql-ws, Hocuspocus et Signal.
p1008-4401-use-1008 = L’autre côté n’a pas la table de vos codes privés.
p1008-4401-use-4401 = Les deux bouts sont à vous, ou suivent la convention de 4000 plus le statut HTTP. Toutes les bibliothèques transmettent le nombre, uWebSockets aussi.
p1008-4401-now = Pour 4401, renouvelez les identifiants. Pour 1008, lisez d’abord le motif.

p1010-1012-differ-when = À quel moment de la vie d’une connexion
p1010-1012-differ-when-1010 = juste après la poignée de main, avant toute donnée
p1010-1012-differ-when-1012 = à tout moment, souvent après des heures
p1010-1012-differ-many = Combien de connexions à la fois
p1010-1012-differ-many-1010 = un client, ou une sorte de clients
p1010-1012-differ-many-1012 = toutes les connexions d’un serveur
p1010-1012-differ-reason = Ce que dit le motif
p1010-1012-differ-reason-1010 = les extensions nécessaires, comme `permessage-deflate`
p1010-1012-differ-reason-1012 = libre ; Rejoin ajoute une fenêtre, comme `retry=1.0-5.0`
p1010-1012-differ-act = Qui doit agir
p1010-1012-differ-act-1010 = qui configure le serveur ou un proxy, ou écrit le client
p1010-1012-differ-act-1012 = personne
p1010-1012-differ-again = La même tentative à nouveau
p1010-1012-differ-again-1010 = finit de la même façon
p1010-1012-differ-again-1012 = réussit dès que le service est revenu
p1010-1012-differ-old = Dans les vieilles bibliothèques
p1010-1012-differ-old-1010 = connu depuis le RFC 6455 (2011)
p1010-1012-differ-old-1012 = inconnu de certaines : elles montrent 1002 ou 1006
p1010-1012-differ-wild = Qui l’envoie vraiment
p1010-1012-differ-wild-1010 = OkHttp et faye, avec des sens à eux ; le client de Rejoin
p1010-1012-differ-wild-1012 = Uvicorn, Phoenix, Bandit, le serveur de Rejoin
p1010-1012-differ-alarm = Dans la surveillance
p1010-1012-differ-alarm-1010 = une alarme : certains clients ne peuvent pas travailler du tout
p1010-1012-differ-alarm-1012 = un compteur : comparez-le à vos déploiements
p1010-1012-apart-1 = Sur le fil, la trame Close commence par `03 f2` pour 1010 et par `03 f4` pour 1012. 1010 va du client au serveur et est masqué ; 1012 va du serveur au client. L’écho qui revient porte le même nombre, regardez donc qui a envoyé d’abord.
p1010-1012-apart-2 = Dans un journal, 1010 vient dans la seconde qui suit la poignée de main, encore et encore des mêmes clients. 1012 vient pour tous dans les secondes ou les minutes d’un redémarrage, puis cesse.
p1010-1012-apart-3 = Regardez `Sec-WebSocket-Extensions` dans la réponse. S’il y manque une extension offerte, ou s’il y a un paramètre que le client n’offrait pas, 1010 s’explique. 1012 n’a rien à voir avec les en-têtes.
p1010-1012-use-1010 = Vous écrivez un client qui ne peut pas travailler sans une extension. La poignée de main a réussi, et la réponse ne l’a pas. Fermez avec 1010 et nommez l’extension. Un serveur ne commence jamais par 1010 : il refuse plutôt la poignée de main.
p1010-1012-use-1012 = Vous exploitez un serveur qui va redémarrer et reviendra bientôt. Laissez d’abord écouter le nouveau processus, étalez les fermetures dans le temps, et nommez une fenêtre pour revenir.
p1010-1012-now = Avec 1010, ne réessayez pas. Comparez l’offre et la réponse, trouvez si c’est le serveur ou un proxy qui a retiré l’extension, et activez-la ou rendez-la facultative. Avec 1012, ne faites rien : le client attend, par défaut de 1 à 5 secondes au hasard, ou aussi longtemps que le dit la fenêtre du serveur, et se connecte de nouveau. S’il ne le fait pas, corrigez le client.

p1011-1012-apart-1 = 1011 touche des connexions isolées à tout moment. 1012 les touche toutes, à l’heure d’un déploiement.
p1011-1012-apart-2 = Hypercorn ferme tout le monde avec 1011 quand il s’arrête : là, 1011 peut être un redémarrage prévu.
p1011-1012-use-1011 = Quelque chose a échoué qui n’aurait pas dû.
p1011-1012-use-1012 = La fin est prévue, et vous reviendrez.
p1011-1012-now = Pour 1011, lisez le journal. Pour 1012, attendez et reconnectez-vous ; rien n’a échoué.

p1011-1013-apart-1 = 1011 vient avec une erreur dans le journal du serveur. 1013 vient avec une forte charge, et peut-être sans aucune erreur.
p1011-1013-use-1011 = Vous n’attendiez pas ce qui s’est produit.
p1011-1013-use-1013 = Vous savez que vous êtes surchargé, et vous vous protégez.
p1011-1013-now = Reconnectez-vous dans les deux cas avec des délais aléatoires croissants ; après 1013, commencez par un plus long, ou prenez une autre adresse.

p1011-1014-apart-1 = Tout dépend de qui parle : 1014 est envoyé par une passerelle à propos d’un serveur derrière elle. En HTTP, la même paire est 500 et 502.
p1011-1014-apart-2 = Le journal de la passerelle nomme le serveur derrière elle ; le journal de ce serveur a la cause.
p1011-1014-use-1011 = La faute est dans le programme qui envoie le Close.
p1011-1014-use-1014 = La faute est dans un serveur derrière l’expéditeur, et les clients comprennent 1014.
p1011-1014-now = Cherchez là où pointe le code : ce serveur pour 1011, le serveur derrière pour 1014. Si vos clients peuvent être vieux, envoyez 1011 pour les deux.

p1012-1013-differ-soon = Un retour rapide est-il bienvenu ?
p1012-1013-differ-soon-1012 = oui, en quelques secondes
p1012-1013-differ-soon-1013 = non
p1012-1013-differ-delay = Premier délai demandé par l’enregistrement
p1012-1013-differ-delay-1012 = de 5 à 30 secondes au hasard
p1012-1013-differ-delay-1013 = une autre adresse, ou quand l’utilisateur le demande
p1012-1013-apart-1 = `03 f4` contre `03 f5`. Les deux ont été enregistrés par le même courriel en 2012.
p1012-1013-apart-2 = Après 1012, de nouvelles connexions réussissent bientôt. Après 1013, elles finissent souvent en 503 ou encore en 1013.
p1012-1013-use-1012 = Vous redémarrez, et votre capacité sera de nouveau là.
p1012-1013-use-1013 = Vous tournez, mais à votre limite. Revenir aggraverait la situation.
p1012-1013-now = Après 1012, revenez après la fenêtre. Après 1013, essayez une autre adresse, ou doublez le délai chaque fois.

p1013-1014-apart-1 = En termes de HTTP, 1013 est proche de 503 et 1014 de 502.
p1013-1014-use-1013 = Le service lui-même a trop à faire.
p1013-1014-use-1014 = Le serveur derrière la passerelle n’a pas donné de réponse valide.
p1013-1014-now = Reconnectez-vous dans les deux cas avec des délais aléatoires croissants. Pour 1014, regardez le serveur derrière ; pour 1013, la capacité.

p1013-3008-apart-1 = 3008 porte sur un pair lent. 1013 porte sur un service trop chargé.
p1013-3008-apart-2 = Dans Centrifugo, 3008 dit que le client lit trop lentement ; chez AssemblyAI, que la session a atteint sa durée maximale.
p1013-3008-use-1013 = Vous n’avez pas de capacité pour ce client maintenant.
p1013-3008-use-3008 = Ce client n’a pas fait à temps ce qui était dû.
p1013-3008-now = Après 1013, attendez longtemps. Après 3008, rendez le client plus rapide, puis reconnectez-vous.

p3000-3003-apart-1 = 3000 demande qui est le pair ; 3003 le sait. En HTTP, ce sont 401 et 403.
p3000-3003-apart-2 = Authentifiez-vous à nouveau comme le même utilisateur : si cela aide, c’était le cas de 3000.
p3000-3003-use-3000 = Les identifiants manquent, sont faux ou expirés.
p3000-3003-use-3003 = Les identifiants sont bons, et les droits manquent.
p3000-3003-now = Après 3000, obtenez de nouveaux identifiants et connectez-vous une fois. Après 3003, arrêtez, et demandez le droit.

p3000-4401-apart-1 = 3000 est enregistré et a partout le même sens, sauf dans des bibliothèques plus anciennes comme Centrifugo et SockJS. 4401 est une convention, pas un enregistrement.
p3000-4401-use-3000 = Vous voulez un sens enregistré, et aucun de vos clients n’emploie uWebSockets.
p3000-4401-use-4401 = Vous voulez que le nombre atteigne toutes les bibliothèques, et les deux bouts connaissent la convention.
p3000-4401-now = Renouvelez les identifiants dans les deux cas.

p3003-4403-apart-1 = 3003 est enregistré. 4403 est une convention, 4000 plus le statut HTTP 403.
p3003-4403-apart-2 = graphql-ws réessaie par défaut après 4403, bien que les droits puissent toujours manquer.
p3003-4403-use-3003 = Vous voulez un sens enregistré, et aucun de vos clients n’emploie uWebSockets.
p3003-4403-use-4403 = Les deux bouts connaissent la convention, ou vos clients emploient uWebSockets.
p3003-4403-now = Ne réessayez pas de vous-même. Demandez le droit, puis connectez-vous de nouveau.
