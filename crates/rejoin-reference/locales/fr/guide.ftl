# Pourquoi ai-je été fermé ? Les questions, ce qu’on peut y répondre, et les réponses.
# Un message par ligne. Ce qui doit rester de gauche à droite est entre accents graves.

g-q-opened = La connexion s’est-elle ouverte avant de finir ?
g-c-opened-yes = Oui : des messages pouvaient être envoyés.
g-c-opened-no = Non : elle ne s’est jamais ouverte.
g-c-opened-number = Je n’ai qu’un nombre.

g-q-handshake = Qu’est-il revenu de la tentative ?
g-c-handshake-nothing = Rien : elle a été refusée ou son délai a expiré.
g-c-handshake-tls = Une erreur de certificat ou de TLS.
g-c-handshake-login = Le statut HTTP 401 ou 403.
g-c-handshake-status = Un autre statut HTTP, comme 200, 302, 400, 404, 426 ou 502.
g-c-handshake-switched = Le statut 101, et le client a renoncé quand même.
g-c-handshake-browser = Je ne vois que 1006 dans un navigateur.

g-q-number = Quel nombre avez-vous ?
g-c-number-planned = 1000 ou 1001
g-c-number-data = 1002, 1003, 1007 ou 1009
g-c-number-empty = 1005
g-c-number-lost = 1006
g-c-number-refused = 1008, 3000 ou 3003
g-c-number-extension = 1010
g-c-number-service = 1011, 1012, 1013 ou 1014
g-c-number-slow = 3008
g-c-number-private = Un autre nombre de 3000 à 4999
g-c-number-other = N’importe quel autre nombre

g-q-wanted = Quelqu’un voulait-il que cette connexion finisse ?
g-c-wanted-yes = Oui : le travail était fait, ou une page a été quittée.
g-c-wanted-deploy = Non. Un serveur ou un proxy a été redémarré.
g-c-wanted-silence = Non. Elle était restée silencieuse, ou avait vécu longtemps.

g-q-sent = Qu’a-t-on envoyé juste avant la fin ?
g-c-sent-large = Un grand message
g-c-sent-binary = Des données binaires à un serveur qui attend du texte, ou l’inverse
g-c-sent-text = Du texte, dans une langue ou d’une source qui n’est peut-être pas en UTF-8
g-c-sent-ordinary = Rien d’inhabituel

g-q-moment = Quand a-t-elle fini ?
g-c-moment-fixed = Après 30, 60 ou 100 secondes, ou un autre temps fixe
g-c-moment-together = Pour tous les clients au même instant
g-c-moment-large = Juste après un grand message
g-c-moment-random = À tout moment, un client ici et là

g-q-credentials = Vos identifiants sont-ils présents, valides et non expirés ?
g-c-credentials-no = Non, ou je ne sais pas.
g-c-credentials-yes = Oui.

g-q-rate = Le client a-t-il envoyé énormément, ou très souvent ?
g-c-rate-yes = Oui.
g-c-rate-no = Non.

g-q-reason = Que dit le motif du 1010 ?
g-c-reason-names = Il nomme des extensions, comme `permessage-deflate`.
g-c-reason-okhttp = `unexpected Sec-WebSocket-Extensions in response header`
g-c-reason-other = Autre chose, ou rien.

g-q-service = Lequel des quatre est-ce ?
g-c-service-ping = 1011 avec `keepalive ping timeout`
g-c-service-failed = 1011 avec un autre motif ou sans motif
g-c-service-restart = 1012
g-c-service-busy = 1013
g-c-service-gateway = 1014

g-a-unreachable = Le serveur n’a pas été atteint. Vérifiez le nom, le port et le pare-feu, et que le serveur écoute. Réessayer avec des délais aléatoires croissants est juste.
g-a-tls = TLS a échoué. Vérifiez que le certificat n’a pas expiré, nomme cet hôte et vient avec toute sa chaîne, et que le schéma convient au port. Réessayer n’aide pas.
g-a-refused = Le serveur vous refuse avant que la connexion ne s’ouvre. Pour 401, renouvelez les identifiants ; pour 403, demandez le droit. Vérifiez aussi l’`Origin`.
g-a-status = Quelque chose qui n’est pas votre serveur WebSocket a répondu, ou un proxy a abîmé la requête. Vérifiez le chemin, et que les proxys transmettent `Upgrade` et `Connection` en HTTP/1.1. Une redirection mène souvent à une page de connexion.
g-a-answer = La réponse 101 n’était pas valide. Comparez `Sec-WebSocket-Accept`, `Sec-WebSocket-Extensions` et `Sec-WebSocket-Protocol` de la requête et de la réponse : rien ne doit y être qui n’ait été demandé.
g-a-browser = Un navigateur cache la cause. Regardez sa console et sa vue du réseau, ou refaites la poignée de main hors du navigateur : `rejoin check URL` montre chaque étape.
g-a-empty = Le pair a fermé en ordre et n’a pas donné de code. Rien n’est cassé. Reconnectez-vous si vous avez encore besoin de la connexion.
g-a-slow = Le pair a attendu trop longtemps quelque chose que vous deviez : une authentification, une réponse, des données. Envoyez-le plus tôt. Avec Centrifugo et AssemblyAI, le nombre a un autre sens.
g-a-private = Le nombre appartient à un service ou à une bibliothèque. Trouvez lequel, et cherchez-le dans sa table.
g-a-invalid = Ce nombre ne peut pas être envoyé. Le pair a un défaut, ou un programme qui réécrit les fermetures.
g-a-done = Une fin prévue. Il n’y a rien à réparer. Ouvrez une nouvelle connexion quand il vous en faut une.
g-a-leaving = Le serveur ou un proxy est parti en ordre. Reconnectez-vous après 0 à 5 secondes au hasard. Si c’est votre serveur et qu’il revient, envoyez 1012.
g-a-silence = Une limite de silence ou de durée de vie y a mis fin : Cowboy et uWebSockets disent 1000, Jetty et Deno 1001, Bandit 1002. Envoyez des pings, relevez la limite, et reconnectez-vous.
g-a-large = Le message dépassait la limite du pair. Découpez-le dans un format à vous, ou relevez la limite.
g-a-type = Le pair ne prend que l’autre type de messages. Changez l’appel qui l’envoie.
g-a-text = Le texte n’était pas de l’UTF-8. Encodez-le en UTF-8, ou envoyez-le en binaire. Chromium dit 1002 pour cela.
g-a-protocol = Une trame a enfreint le protocole. Soupçonnez les vieilles bibliothèques, et les proxys qui ne traitent la compression que d’un côté. Essayez sans compression.
g-a-timeout = Un proxy l’a coupée : 60 secondes de silence, c’est nginx ou AWS, 100 secondes Cloudflare, 30 secondes de vie Google Cloud. Envoyez un ping toutes les 20 secondes, ou relevez la limite.
g-a-cut = Un serveur ou un proxy a été redémarré sans un mot. Faites fermer le serveur avec 1012 avant qu’il ne s’arrête, et rechargez les proxys moins souvent.
g-a-limit = Le pair a une limite de taille et ne le dit pas : uWebSockets (16 KiB) et tungstenite coupent simplement. Envoyez moins à la fois.
g-a-network = Les réseaux changent et les appareils dorment. Reconnectez-vous avec des délais aléatoires croissants, et envoyez des pings pour que les connexions mortes se remarquent.
g-a-renew = Obtenez de nouveaux identifiants, puis connectez-vous une fois. Répéter les anciens finit de la même façon.
g-a-rate = Vous avez dépassé une limite du service. Réduisez la cadence et le nombre de connexions avant de vous reconnecter.
g-a-rights = Vous êtes connu, et pas autorisé. Demandez à qui donne les droits. Arrêtez la reconnexion automatique.
g-a-extension = Un client exige une extension qui n’a pas été convenue. Activez-la sur le serveur, faites laisser passer `Sec-WebSocket-Extensions` par les proxys, ou rendez-la facultative.
g-a-okhttp = OkHttp ne sait pas utiliser la réponse. Répondez à son offre sans `client_max_window_bits` et sans paramètres inconnus.
g-a-broken = Certaines bibliothèques, comme faye, envoient 1010 quand une extension convenue échoue en service. Vérifiez la compression des deux côtés.
g-a-ping = Un côté n’a pas eu à temps de réponse à son ping. Cherchez une boucle d’événements bloquée, puis une liaison lente.
g-a-failed = Le serveur a échoué de façon inattendue. Son journal en dit plus. Reconnectez-vous avec des délais aléatoires croissants.
g-a-restart = Un redémarrage prévu. Attendez la fenêtre que nomme le motif, sinon de 1 à 5 secondes au hasard, et reconnectez-vous.
g-a-busy = Le service a trop à faire. Essayez une autre adresse, ou attendez plus longtemps à chaque tentative.
g-a-gateway = Le serveur derrière une passerelle a failli. Regardez là. Reconnectez-vous avec des délais aléatoires croissants.
