# Ce que des services, des bibliothèques et des protocoles entendent par un code.
# Un message par ligne. Ce qui doit rester de gauche à droite est entre accents graves.

s-assemblyai-note = Avant qu’une erreur ne ferme la connexion, un message JSON de type `Error` dit ce qui s’est passé. Son `error_code` est le code de fermeture qui suit ; `retryable` et `retry_after_seconds` disent s’il faut revenir, et quand. Le motif de la trame n’est que `See Error message for details`.
s-assemblyai-3006 = La demande de connexion ou un message n’était pas valide. Le message `Error` nomme le paramètre.
s-assemblyai-3008 = La session a atteint sa durée maximale. Ouvrez-en une nouvelle.

s-assemblyai-legacy-note = Ce sont les codes de l’ancien service en temps réel. Le service de streaming actuel en emploie d’autres.
s-assemblyai-legacy-4000 = La fréquence d’échantillonnage n’est pas un entier positif.
s-assemblyai-legacy-4001 = Non autorisé : la clé d’API ou le jeton est faux.
s-assemblyai-legacy-4002 = Le compte n’a plus de crédit.
s-assemblyai-legacy-4003 = La fonction ne fait pas partie d’un compte gratuit.
s-assemblyai-legacy-4004 = La session n’existe pas.
s-assemblyai-legacy-4008 = La session a expiré.
s-assemblyai-legacy-4010 = La session a déjà été fermée.
s-assemblyai-legacy-4029 = L’audio a été envoyé trop vite.
s-assemblyai-legacy-4030 = Une autre connexion sert déjà cette session.
s-assemblyai-legacy-4031 = La session est restée inactive trop longtemps.
s-assemblyai-legacy-4032 = Le morceau d’audio était trop court.
s-assemblyai-legacy-4033 = Le morceau d’audio était trop long.
s-assemblyai-legacy-4034 = Le morceau d’audio était trop petit pour être converti.
s-assemblyai-legacy-4101 = Un message ne correspondait pas au schéma.
s-assemblyai-legacy-4102 = Le compte a trop de flux ouverts.
s-assemblyai-legacy-4103 = Cette session a été reconnectée ailleurs ; cette connexion n’est plus valable.

s-deepgram-stt-note = Deepgram emploie des codes standard. Le repère au début du motif dit ce qui s’est passé.
s-deepgram-stt-1008 = `DATA-0000` : les données ne se laissent pas décoder comme de l’audio. Vérifiez le format, l’encodage et la fréquence d’échantillonnage.
s-deepgram-stt-1011 = `NET-0000` : Deepgram n’a pas pu répondre à temps. `NET-0001` : aucun audio n’est arrivé pendant une dizaine de secondes ; envoyez de l’audio ou un message `KeepAlive`.

s-deepgram-tts-note = Deepgram emploie des codes standard. Le repère au début du motif dit ce qui s’est passé.
s-deepgram-tts-1003 = `MESSAGE-0000` : seuls les messages texte sont acceptés.
s-deepgram-tts-1008 = `DATA-0000` : le message n’est pas une commande connue. `DATA-0001` : le texte a trop de caractères.
s-deepgram-tts-1009 = `BIG-0000`, `BIG-0001` : le message est trop grand.
s-deepgram-tts-1011 = De `NET-0000` à `NET-0003` : un délai est passé, en chemin ou dans la session.

s-gemini-live-note = Le service n’a pas de codes privés. Une connexion vit une dizaine de minutes ; un message `GoAway` vient avant la fin. Reprenez la session sur une nouvelle connexion.
s-gemini-live-1007 = Rapporté par des utilisateurs quand une session n’a pas pu être reprise. Commencez-en une nouvelle.
s-gemini-live-1011 = Rapporté par des utilisateurs sous la forme `Deadline expired before operation could complete`. Reprenez la session ou commencez-en une nouvelle.

s-discord-gateway-note = Les mêmes nombres veulent dire autre chose sur les sockets vocaux et RPC de Discord. Avant une fermeture prévue, la passerelle envoie souvent l’opcode 7 (Reconnect) ; reprenez alors.
s-discord-gateway-1001 = Discord veut que le client se reconnecte et reprenne.
s-discord-gateway-4000 = Erreur inconnue. Reconnectez-vous.
s-discord-gateway-4001 = Un opcode ou sa charge utile n’était pas valide.
s-discord-gateway-4002 = Une charge utile n’a pas pu être décodée.
s-discord-gateway-4003 = Une charge utile est venue avant l’identification, ou la session a été invalidée.
s-discord-gateway-4004 = Le jeton du bot est faux. Remplacez-le d’abord.
s-discord-gateway-4005 = Le client s’est identifié deux fois.
s-discord-gateway-4007 = Le numéro de séquence de la reprise n’était pas valide. Commencez une nouvelle session.
s-discord-gateway-4008 = Les charges utiles sont venues trop vite. Ralentissez.
s-discord-gateway-4009 = La session a expiré. Commencez-en une nouvelle.
s-discord-gateway-4010 = Le shard de l’identification n’était pas valide.
s-discord-gateway-4011 = Le bot est sur trop de serveurs pour une seule connexion : il faut des shards.
s-discord-gateway-4012 = La version de l’API de la passerelle n’était pas valide.
s-discord-gateway-4013 = Un intent n’était pas valide. Vérifiez comment ses bits ont été calculés.
s-discord-gateway-4014 = Un intent n’est pas autorisé : activez-le pour l’application, ou faites-le approuver.

s-discord-rpc-note = Le serveur RPC tourne sur l’ordinateur même de l’utilisateur. Ses codes n’ont rien de commun avec ceux de la passerelle.
s-discord-rpc-4000 = L’identifiant de client n’est pas valide.
s-discord-rpc-4001 = L’origine n’est pas autorisée pour cet identifiant de client.
s-discord-rpc-4002 = Les requêtes sont venues trop vite.
s-discord-rpc-4003 = Le jeton a été révoqué. Obtenez-en un nouveau.
s-discord-rpc-4004 = La version dans la chaîne de connexion n’est pas valide.
s-discord-rpc-4005 = L’encodage dans la chaîne de connexion n’est pas valide.

s-discord-voice-note = Discord dit pour quelques codes s’il faut se reconnecter, et se tait sur les autres.
s-discord-voice-4001 = L’opcode n’était pas valide.
s-discord-voice-4002 = La charge utile de l’identification n’a pas pu être décodée.
s-discord-voice-4003 = Une charge utile est venue avant l’identification.
s-discord-voice-4004 = Le jeton de l’identification est faux.
s-discord-voice-4005 = Le client s’est identifié deux fois.
s-discord-voice-4006 = La session n’est plus valable.
s-discord-voice-4009 = La session a expiré.
s-discord-voice-4011 = Le serveur vocal n’a pas été trouvé.
s-discord-voice-4012 = Le protocole n’a pas été reconnu.
s-discord-voice-4014 = Le client a été déconnecté : expulsé, ou sa session sur la passerelle a pris fin.
s-discord-voice-4015 = Le serveur vocal s’est effondré. Reprenez.
s-discord-voice-4016 = Le mode de chiffrement n’a pas été reconnu.
s-discord-voice-4017 = Le salon exige le chiffrement de bout en bout (DAVE), et le client ne l’a pas.
s-discord-voice-4020 = La requête était mal formée.
s-discord-voice-4021 = La limite de cadence a été dépassée.
s-discord-voice-4022 = L’appel a pris fin pour tous : le salon a été supprimé, ou le serveur vocal a changé.

s-fluxer-note = Le jeu de codes suit celui de Discord.
s-fluxer-4000 = Erreur inconnue.
s-fluxer-4001 = L’opcode n’était pas valide.
s-fluxer-4002 = Une charge utile n’a pas pu être décodée.
s-fluxer-4003 = Une charge utile est venue avant l’identification.
s-fluxer-4004 = Le jeton est faux.
s-fluxer-4005 = Le client s’est identifié deux fois.
s-fluxer-4007 = Le numéro de séquence de la reprise n’était pas valide.
s-fluxer-4008 = Les charges utiles sont venues trop vite.
s-fluxer-4009 = La session a expiré. Commencez-en une nouvelle.
s-fluxer-4010 = Le shard n’était pas valide.
s-fluxer-4011 = Il faut des shards.
s-fluxer-4012 = La version de l’API de la passerelle n’était pas valide.

s-signal-note = Vu dans les sources du serveur.
s-signal-1011 = Le serveur n’a pas pu lire les messages enregistrés.
s-signal-4401 = Le compte doit s’authentifier à nouveau.
s-signal-4409 = Le même appareil s’est connecté ailleurs ; cette autre connexion a pris la suite.

s-slack-note = Slack n’a pas de codes privés. Avant de terminer une connexion, il envoie un message JSON de type `disconnect` avec une raison : `warning` et `refresh_requested` demandent une nouvelle connexion, `link_disabled` dit que le Socket Mode a été désactivé. Le client ferme avec 1000. Les serveurs de Slack ne ferment pas TCP après la poignée de main de fermeture, prévoyez donc un délai.

s-twitch-eventsub-4000 = Une erreur dans le serveur de Twitch.
s-twitch-eventsub-4001 = Le client a envoyé des messages. Seuls les pongs sont permis.
s-twitch-eventsub-4002 = Le client n’a pas répondu à un ping par un pong.
s-twitch-eventsub-4003 = Le client n’a créé aucun abonnement dans les 10 secondes après l’accueil.
s-twitch-eventsub-4004 = Le client n’est pas passé à la nouvelle adresse dans les 30 secondes après un message de reconnexion.
s-twitch-eventsub-4005 = Un délai de réseau dépassé. C’est passager.
s-twitch-eventsub-4006 = Une erreur de réseau. C’est passager.
s-twitch-eventsub-4007 = L’adresse de reconnexion n’était pas valide. Employez celle du message, sans la changer.

s-aws-api-gateway-note = Une connexion vit 2 heures au plus et finit après 10 minutes de silence. Une connexion que votre propre code supprime par l’API de gestion finit avec 1000.
s-aws-api-gateway-1009 = Une trame dépassait 32 KB, ou un message 128 KB.

s-aws-iot-wireless-note = C’est le serveur qui parle ; tout message du client met fin à la connexion.
s-aws-iot-wireless-1000 = La demande a été satisfaite, ou la session est restée inactive trop longtemps.
s-aws-iot-wireless-1002 = Une erreur de protocole.
s-aws-iot-wireless-1003 = Le client a envoyé des données binaires ou un format non pris en charge.
s-aws-iot-wireless-1008 = Une règle a été enfreinte, ou l’autorisation a échoué, par exemple parce que la signature a expiré.
s-aws-iot-wireless-1011 = Une situation inattendue ou une erreur interne.

s-binance-note = Binance ne documente pas de codes privés. Une connexion vit 24 heures au plus. Le serveur envoie des pings et attend les pongs à temps, et limite le nombre de messages qu’un client envoie par seconde. Avant une fin prévue, il envoie un événement nommé `serverShutdown`.
s-binance-1008 = `Too many requests` : le client a dépassé une limite. Ralentissez avant de vous reconnecter.

s-home-assistant-note = Il n’y a pas de nombres à lire. Un jeton faux reçoit en réponse un message de type `auth_invalid`, puis la connexion prend fin.

s-obs-note = Le protocole ne dit pas pour chaque code s’il faut se reconnecter.
s-obs-4000 = Raison inconnue. Cela ne devrait pas se produire.
s-obs-4002 = Un message n’a pas pu être décodé.
s-obs-4003 = Un champ manque.
s-obs-4004 = Un champ est du mauvais type.
s-obs-4005 = Un champ a une valeur non valide.
s-obs-4006 = Le `op` manque ou n’est pas valide.
s-obs-4007 = Un message est venu avant l’identification.
s-obs-4008 = Le client s’est identifié deux fois. Employez `Reidentify`.
s-obs-4009 = Le mot de passe est faux.
s-obs-4010 = Le serveur ne parle pas cette version du protocole.
s-obs-4011 = L’utilisateur a retiré ce client dans OBS. Ne vous reconnectez pas de vous-même.
s-obs-4012 = Le serveur n’a pas une fonction demandée.

s-pandascore-1000 = Le match est fini.
s-pandascore-4001 = Le jeton manque.
s-pandascore-4003 = La formule ne comprend pas cette adresse.
s-pandascore-4029 = Le match a déjà 3 connexions de ce compte.
s-pandascore-1001-1999 = Une erreur du côté de PandaScore. Reconnectez-vous, et rattrapez les événements manqués.

s-actioncable-note = Il n’y a pas de nombres à lire. Un message JSON de type `disconnect` porte une raison (`unauthorized`, `invalid_request`, `server_restart` ou `remote`) et un indicateur `reconnect` qui dit s’il faut revenir.

s-centrifugo-note = La plage dit s’il faut se reconnecter ; la bibliothèque le fait d’elle-même. Les nombres 3000 et 3008 veulent dire ici autre chose que dans le registre de l’IANA.
s-centrifugo-3000 = La connexion a été fermée sans conseil, ou perdue.
s-centrifugo-3001 = Le serveur s’arrête.
s-centrifugo-3004 = Une erreur interne du serveur.
s-centrifugo-3005 = La connexion a expiré.
s-centrifugo-3006 = Un abonnement a expiré.
s-centrifugo-3008 = Le client ne lit pas assez vite.
s-centrifugo-3009 = L’écriture vers le client a échoué.
s-centrifugo-3010 = Le serveur a constaté que la position du client dans un flux est fausse. Elle se rétablit à la reconnexion.
s-centrifugo-3011 = Le serveur demande au client de se reconnecter.
s-centrifugo-3012 = Le client n’a pas répondu à un ping.
s-centrifugo-3013 = Le client a envoyé trop de commandes.
s-centrifugo-3014 = L’état du client n’est plus valable ; il repart de zéro.
s-centrifugo-3500 = Le jeton n’est pas valide.
s-centrifugo-3501 = Une trame du protocole du client était mal formée.
s-centrifugo-3502 = Le client ne s’est pas authentifié à temps.
s-centrifugo-3503 = Le serveur demande au client de rester à l’écart.
s-centrifugo-3504 = Une limite de connexions a été atteinte.
s-centrifugo-3505 = Une limite de canaux a été atteinte.
s-centrifugo-3506 = Le format du client ne peut pas porter les données, par exemple des données binaires pour un client JSON.
s-centrifugo-3507 = Les droits manquent.
s-centrifugo-3508 = Ce qui était demandé n’est pas disponible.
s-centrifugo-3509 = Le client a causé trop d’erreurs.
s-centrifugo-3000-3499 = Pas définitif : le client se reconnecte.
s-centrifugo-3500-3999 = Définitif : le client ne se reconnecte pas.

s-colyseus-4000 = Le client a quitté la salle exprès.
s-colyseus-4001 = Le serveur s’arrête.
s-colyseus-4002 = La salle a fermé la connexion à cause d’une erreur.
s-colyseus-4003 = Toutes les tentatives de reconnexion ont échoué. Le client le signale de lui-même.
s-colyseus-4010 = Le serveur redémarre en mode développement ; le client peut essayer de se reconnecter.

s-graphql-ws-note = Par défaut, le client traite ces codes comme définitifs, sauf 4403, 4408 et 4504, et les codes standard comme définitifs, sauf 1000, 1001, 1005, 1006 et 1012 à 1014.
s-graphql-ws-4004 = Le client a reçu une réponse qu’il ne sait pas utiliser.
s-graphql-ws-4005 = Une erreur dans le client.
s-graphql-ws-4400 = Un message était mal formé.
s-graphql-ws-4401 = Une opération est venue avant que la connexion ne soit confirmée. Certains serveurs l’emploient aussi pour des identifiants expirés.
s-graphql-ws-4403 = Le serveur a refusé la connexion lors de son initialisation.
s-graphql-ws-4406 = Le serveur ne parle aucun des sous-protocoles offerts.
s-graphql-ws-4408 = Le client n’a pas initialisé la connexion à temps.
s-graphql-ws-4409 = Une opération avec cet identifiant existe déjà.
s-graphql-ws-4429 = Le client a initialisé la connexion deux fois.
s-graphql-ws-4500 = Une erreur dans le serveur.
s-graphql-ws-4504 = Le serveur n’a pas confirmé la connexion à temps. C’est le client qui envoie ce code.

s-hocuspocus-4205 = Le serveur demande au client de réinitialiser la connexion et sa vue du document.
s-hocuspocus-4401 = L’utilisateur n’est pas authentifié.
s-hocuspocus-4403 = L’utilisateur n’a pas le droit d’ouvrir ce document.
s-hocuspocus-4408 = Le client n’a pas fait à temps ce qui était attendu.

s-phoenix-note = Phoenix n’a pas de codes privés. Son client se reconnecte après tout code ; les anciennes versions s’arrêtaient sur 1000. La première tentative vient après 10 ms, sans part aléatoire.
s-phoenix-1000 = L’écouteur s’est arrêté, ou le travail du canal est fait.
s-phoenix-1001 = L’application a déconnecté le socket exprès.
s-phoenix-1012 = Le serveur vide ses sockets avant de s’arrêter.

s-pusher-note = La plage dit s’il faut se reconnecter, même pour des nombres qu’un client ne connaît pas.
s-pusher-4000 = L’application n’accepte que `wss:`.
s-pusher-4001 = L’application n’existe pas.
s-pusher-4003 = L’application est désactivée.
s-pusher-4004 = L’application a atteint son quota de connexions.
s-pusher-4005 = Le chemin n’a pas été trouvé.
s-pusher-4006 = La chaîne de version est mal formée.
s-pusher-4007 = La version du protocole n’est pas prise en charge.
s-pusher-4008 = Aucune version du protocole n’a été donnée.
s-pusher-4009 = La connexion n’est pas autorisée.
s-pusher-4100 = Le service est au-dessus de sa capacité. Attendez au moins une seconde.
s-pusher-4200 = Reconnectez-vous tout de suite.
s-pusher-4201 = Le client n’a pas répondu à temps à un ping.
s-pusher-4202 = La connexion est restée inactive 24 heures.
s-pusher-4301 = Le client a envoyé des événements trop vite.
s-pusher-4302 = Une limite de la watchlist a été atteinte.
s-pusher-4000-4099 = Ne vous reconnectez pas sans changement.
s-pusher-4100-4199 = Reconnectez-vous après un délai d’au moins une seconde.
s-pusher-4200-4299 = Reconnectez-vous tout de suite.
s-pusher-4300-4399 = Une autre erreur. Ce qu’il faut faire dépend du code.

s-socketio-note = Socket.IO signale des mots, pas des nombres : après `io server disconnect` et `io client disconnect`, le client ne revient pas de lui-même ; après `ping timeout`, `transport close` et `transport error`, il revient. Quand son serveur s’arrête, la trame Close n’a pas de code.
s-socketio-1005 = Le serveur s’est arrêté : sa trame Close ne porte pas de code.

s-sockjs-note = Ces codes voyagent dans des trames SockJS comme `c[3000,"Go away!"]`. Le client en fait des événements de fermeture ; la trame Close au-dessous peut porter un autre code.
s-sockjs-1002 = La connexion a été interrompue, ou le protocole enfreint.
s-sockjs-2010 = Une autre connexion de cette session est encore ouverte.
s-sockjs-3000 = `Go away!` : le serveur a mis fin à la session.

s-spring-1013 = Le service est surchargé (`SERVICE_OVERLOAD`).
s-spring-4500 = La session n’est pas fiable (`SESSION_NOT_RELIABLE`) : les messages n’ont pas pu être envoyés assez vite, Spring a donc renoncé.
