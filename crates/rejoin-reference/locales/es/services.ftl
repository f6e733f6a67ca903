# Lo que servicios, bibliotecas y protocolos quieren decir con un código.
# Un mensaje por línea. Lo que debe quedar de izquierda a derecha va entre acentos graves.

s-assemblyai-note = Antes de que un fallo cierre la conexión, un mensaje JSON de tipo `Error` dice qué ocurrió. Su `error_code` es el código de cierre que sigue; `retryable` y `retry_after_seconds` dicen si volver y cuándo. El motivo de la trama es solo `See Error message for details`.
s-assemblyai-3006 = La petición de conexión o un mensaje no era válido. El mensaje `Error` nombra el parámetro.
s-assemblyai-3008 = La sesión alcanzó su duración máxima. Abra una nueva.

s-assemblyai-legacy-note = Son los códigos del antiguo servicio en tiempo real. El servicio de streaming actual usa otros.
s-assemblyai-legacy-4000 = La frecuencia de muestreo no es un entero positivo.
s-assemblyai-legacy-4001 = No autorizado: la clave de API o el token es erróneo.
s-assemblyai-legacy-4002 = A la cuenta no le quedan fondos.
s-assemblyai-legacy-4003 = La función no forma parte de una cuenta gratuita.
s-assemblyai-legacy-4004 = La sesión no existe.
s-assemblyai-legacy-4008 = La sesión ha caducado.
s-assemblyai-legacy-4010 = La sesión ya se había cerrado.
s-assemblyai-legacy-4029 = Se envió audio demasiado deprisa.
s-assemblyai-legacy-4030 = Otra conexión ya atiende esta sesión.
s-assemblyai-legacy-4031 = La sesión estuvo inactiva demasiado tiempo.
s-assemblyai-legacy-4032 = El trozo de audio era demasiado corto.
s-assemblyai-legacy-4033 = El trozo de audio era demasiado largo.
s-assemblyai-legacy-4034 = El trozo de audio era demasiado pequeño para convertirlo.
s-assemblyai-legacy-4101 = Un mensaje no se ajustaba al esquema.
s-assemblyai-legacy-4102 = La cuenta tiene demasiados flujos abiertos.
s-assemblyai-legacy-4103 = Esta sesión se reconectó en otra parte; esta conexión ya no vale.

s-deepgram-stt-note = Deepgram usa códigos estándar. La marca al principio del motivo dice qué ocurrió.
s-deepgram-stt-1008 = `DATA-0000`: los datos no se pueden decodificar como audio. Compruebe formato, codificación y frecuencia de muestreo.
s-deepgram-stt-1011 = `NET-0000`: Deepgram no pudo responder a tiempo. `NET-0001`: no llegó audio durante unos 10 segundos; envíe audio o un mensaje `KeepAlive`.

s-deepgram-tts-note = Deepgram usa códigos estándar. La marca al principio del motivo dice qué ocurrió.
s-deepgram-tts-1003 = `MESSAGE-0000`: solo se admiten mensajes de texto.
s-deepgram-tts-1008 = `DATA-0000`: el mensaje no es una orden conocida. `DATA-0001`: el texto tiene demasiados caracteres.
s-deepgram-tts-1009 = `BIG-0000`, `BIG-0001`: el mensaje es demasiado grande.
s-deepgram-tts-1011 = De `NET-0000` a `NET-0003`: pasó un plazo, por el camino o en la sesión.

s-gemini-live-note = El servicio no tiene códigos privados. Una conexión vive unos 10 minutos; antes del final viene un mensaje `GoAway`. Reanude la sesión en una conexión nueva.
s-gemini-live-1007 = Comunicado por usuarios cuando no se pudo reanudar una sesión. Empiece una nueva.
s-gemini-live-1011 = Comunicado por usuarios como `Deadline expired before operation could complete`. Reanude la sesión o empiece una nueva.

s-discord-gateway-note = Los mismos números significan otras cosas en los sockets de voz y RPC de Discord. Antes de un cierre previsto la pasarela suele enviar el opcode 7 (Reconnect); reanude entonces.
s-discord-gateway-1001 = Discord quiere que el cliente reconecte y reanude.
s-discord-gateway-4000 = Error desconocido. Reconecte.
s-discord-gateway-4001 = Un opcode o su carga no era válido.
s-discord-gateway-4002 = Una carga no se pudo decodificar.
s-discord-gateway-4003 = Una carga llegó antes de la identificación, o la sesión se invalidó.
s-discord-gateway-4004 = El token del bot es erróneo. Cámbielo primero.
s-discord-gateway-4005 = El cliente se identificó dos veces.
s-discord-gateway-4007 = El número de secuencia de la reanudación no era válido. Empiece una sesión nueva.
s-discord-gateway-4008 = Las cargas llegaron demasiado deprisa. Vaya más despacio.
s-discord-gateway-4009 = La sesión agotó su tiempo. Empiece una nueva.
s-discord-gateway-4010 = El shard de la identificación no era válido.
s-discord-gateway-4011 = El bot está en demasiados servidores para una conexión: hacen falta shards.
s-discord-gateway-4012 = La versión de la API de la pasarela no era válida.
s-discord-gateway-4013 = Un intent no era válido. Compruebe cómo se calcularon sus bits.
s-discord-gateway-4014 = Un intent no está permitido: actívelo para la aplicación, o pida su aprobación.

s-discord-rpc-note = El servidor RPC se ejecuta en el propio ordenador del usuario. Sus códigos no tienen nada en común con los de la pasarela.
s-discord-rpc-4000 = El identificador de cliente no es válido.
s-discord-rpc-4001 = El origen no está permitido para este identificador de cliente.
s-discord-rpc-4002 = Las peticiones llegaron demasiado deprisa.
s-discord-rpc-4003 = El token fue revocado. Consiga uno nuevo.
s-discord-rpc-4004 = La versión en la cadena de conexión no es válida.
s-discord-rpc-4005 = La codificación en la cadena de conexión no es válida.

s-discord-voice-note = Discord dice de unos pocos códigos si hay que reconectar, y calla sobre los demás.
s-discord-voice-4001 = El opcode no era válido.
s-discord-voice-4002 = La carga de la identificación no se pudo decodificar.
s-discord-voice-4003 = Una carga llegó antes de la identificación.
s-discord-voice-4004 = El token de la identificación es erróneo.
s-discord-voice-4005 = El cliente se identificó dos veces.
s-discord-voice-4006 = La sesión ya no vale.
s-discord-voice-4009 = La sesión agotó su tiempo.
s-discord-voice-4011 = No se encontró el servidor de voz.
s-discord-voice-4012 = No se reconoció el protocolo.
s-discord-voice-4014 = Se desconectó al cliente: lo expulsaron, o terminó su sesión en la pasarela.
s-discord-voice-4015 = El servidor de voz se cayó. Reanude.
s-discord-voice-4016 = No se reconoció el modo de cifrado.
s-discord-voice-4017 = El canal exige cifrado de extremo a extremo (DAVE), y el cliente no lo tiene.
s-discord-voice-4020 = La petición estaba mal formada.
s-discord-voice-4021 = Se superó el límite de frecuencia.
s-discord-voice-4022 = La llamada terminó para todos: se borró el canal, o cambió el servidor de voz.

s-fluxer-note = El conjunto sigue el de Discord.
s-fluxer-4000 = Error desconocido.
s-fluxer-4001 = El opcode no era válido.
s-fluxer-4002 = Una carga no se pudo decodificar.
s-fluxer-4003 = Una carga llegó antes de la identificación.
s-fluxer-4004 = El token es erróneo.
s-fluxer-4005 = El cliente se identificó dos veces.
s-fluxer-4007 = El número de secuencia de la reanudación no era válido.
s-fluxer-4008 = Las cargas llegaron demasiado deprisa.
s-fluxer-4009 = La sesión agotó su tiempo. Empiece una nueva.
s-fluxer-4010 = El shard no era válido.
s-fluxer-4011 = Hacen falta shards.
s-fluxer-4012 = La versión de la API de la pasarela no era válida.

s-signal-note = Visto en el código fuente del servidor.
s-signal-1011 = El servidor no pudo leer los mensajes guardados.
s-signal-4401 = La cuenta debe autenticarse de nuevo.
s-signal-4409 = El mismo dispositivo se conectó en otra parte; esa conexión tomó el relevo.

s-slack-note = Slack no tiene códigos privados. Antes de terminar una conexión envía un mensaje JSON de tipo `disconnect` con una razón: `warning` y `refresh_requested` piden una conexión nueva, `link_disabled` dice que se desactivó Socket Mode. El cliente cierra con 1000. Los servidores de Slack no cierran TCP tras el apretón de manos de cierre, así que use un plazo.

s-twitch-eventsub-4000 = Un error dentro del servidor de Twitch.
s-twitch-eventsub-4001 = El cliente envió mensajes. Solo se permiten pongs.
s-twitch-eventsub-4002 = El cliente no respondió a un ping con un pong.
s-twitch-eventsub-4003 = El cliente no creó ninguna suscripción en los 10 segundos tras la bienvenida.
s-twitch-eventsub-4004 = El cliente no pasó a la dirección nueva en los 30 segundos tras un mensaje de reconexión.
s-twitch-eventsub-4005 = Un tiempo de red agotado. Es pasajero.
s-twitch-eventsub-4006 = Un error de red. Es pasajero.
s-twitch-eventsub-4007 = La dirección de la reconexión no era válida. Use la del mensaje, sin cambiarla.

s-aws-api-gateway-note = Una conexión vive 2 horas como mucho y termina tras 10 minutos de silencio. Una conexión que su propio código borra por la API de gestión termina con 1000.
s-aws-api-gateway-1009 = Una trama pasaba de 32 KB, o un mensaje de 128 KB.

s-aws-iot-wireless-note = Habla el servidor; cualquier mensaje del cliente termina la conexión.
s-aws-iot-wireless-1000 = La petición se cumplió, o la sesión estuvo inactiva demasiado tiempo.
s-aws-iot-wireless-1002 = Un error de protocolo.
s-aws-iot-wireless-1003 = El cliente envió datos binarios o un formato no admitido.
s-aws-iot-wireless-1008 = Se infringió una norma, o falló la autorización, por ejemplo porque caducó la firma.
s-aws-iot-wireless-1011 = Una situación inesperada o un error interno.

s-binance-note = Binance no documenta códigos privados. Una conexión vive 24 horas como mucho. El servidor envía pings y espera los pongs a tiempo, y limita cuántos mensajes envía un cliente por segundo. Antes de un final previsto envía un evento llamado `serverShutdown`.
s-binance-1008 = `Too many requests`: el cliente pasó un límite. Vaya más despacio antes de reconectar.

s-home-assistant-note = No hay números que leer. A un token erróneo se responde con un mensaje de tipo `auth_invalid`, y luego la conexión termina.

s-obs-note = El protocolo no dice de todos los códigos si hay que reconectar.
s-obs-4000 = Razón desconocida. No debería ocurrir.
s-obs-4002 = Un mensaje no se pudo decodificar.
s-obs-4003 = Falta un campo.
s-obs-4004 = Un campo es del tipo equivocado.
s-obs-4005 = Un campo tiene un valor no válido.
s-obs-4006 = El `op` falta o no es válido.
s-obs-4007 = Un mensaje llegó antes de la identificación.
s-obs-4008 = El cliente se identificó dos veces. Use `Reidentify`.
s-obs-4009 = La contraseña es errónea.
s-obs-4010 = El servidor no habla esta versión del protocolo.
s-obs-4011 = El usuario quitó este cliente en OBS. No reconecte por su cuenta.
s-obs-4012 = El servidor no admite una función que se pidió.

s-pandascore-1000 = El partido ha terminado.
s-pandascore-4001 = Falta el token.
s-pandascore-4003 = El plan no incluye esta dirección.
s-pandascore-4029 = El partido ya tiene 3 conexiones de esta cuenta.
s-pandascore-1001-1999 = Un error del lado de PandaScore. Reconecte, y recupere los eventos perdidos.

s-actioncable-note = No hay números que leer. Un mensaje JSON de tipo `disconnect` lleva una razón (`unauthorized`, `invalid_request`, `server_restart` o `remote`) y un indicador `reconnect` que dice si volver.

s-centrifugo-note = El rango dice si hay que reconectar; la biblioteca lo hace sola. Los números 3000 y 3008 significan aquí otras cosas que en el registro de la IANA.
s-centrifugo-3000 = La conexión se cerró sin consejo, o se perdió.
s-centrifugo-3001 = El servidor se detiene.
s-centrifugo-3004 = Un error interno del servidor.
s-centrifugo-3005 = La conexión ha caducado.
s-centrifugo-3006 = Una suscripción ha caducado.
s-centrifugo-3008 = El cliente no lee con bastante rapidez.
s-centrifugo-3009 = Falló la escritura hacia el cliente.
s-centrifugo-3010 = El servidor vio que la posición del cliente en un flujo es errónea. Se recupera al reconectar.
s-centrifugo-3011 = El servidor pide al cliente que reconecte.
s-centrifugo-3012 = El cliente no respondió a un ping.
s-centrifugo-3013 = El cliente envió demasiadas órdenes.
s-centrifugo-3014 = El estado del cliente ya no vale; empieza de nuevo.
s-centrifugo-3500 = El token no es válido.
s-centrifugo-3501 = Una trama del protocolo del cliente estaba mal formada.
s-centrifugo-3502 = El cliente no se autenticó a tiempo.
s-centrifugo-3503 = El servidor pide al cliente que se mantenga lejos.
s-centrifugo-3504 = Se alcanzó un límite de conexiones.
s-centrifugo-3505 = Se alcanzó un límite de canales.
s-centrifugo-3506 = El formato del cliente no puede llevar los datos, por ejemplo datos binarios para un cliente JSON.
s-centrifugo-3507 = Faltan los permisos.
s-centrifugo-3508 = Lo que se pidió no está disponible.
s-centrifugo-3509 = El cliente causó demasiados errores.
s-centrifugo-3000-3499 = No es definitivo: el cliente reconecta.
s-centrifugo-3500-3999 = Definitivo: el cliente no reconecta.

s-colyseus-4000 = El cliente dejó la sala a propósito.
s-colyseus-4001 = El servidor se detiene.
s-colyseus-4002 = La sala cerró la conexión por un error.
s-colyseus-4003 = Fallaron todos los intentos de reconectar. El cliente informa de ello por sí mismo.
s-colyseus-4010 = El servidor se reinicia en modo de desarrollo; el cliente puede intentar reconectar.

s-graphql-ws-note = Por omisión el cliente trata estos códigos como definitivos, salvo 4403, 4408 y 4504, y los códigos estándar como definitivos, salvo 1000, 1001, 1005, 1006 y 1012 a 1014.
s-graphql-ws-4004 = El cliente recibió una respuesta que no sabe usar.
s-graphql-ws-4005 = Un error dentro del cliente.
s-graphql-ws-4400 = Un mensaje estaba mal formado.
s-graphql-ws-4401 = Una operación llegó antes de que se confirmara la conexión. Algunos servidores lo usan también para credenciales caducadas.
s-graphql-ws-4403 = El servidor rechazó la conexión al inicializarla.
s-graphql-ws-4406 = El servidor no habla ninguno de los subprotocolos ofrecidos.
s-graphql-ws-4408 = El cliente no inicializó la conexión a tiempo.
s-graphql-ws-4409 = Ya existe una operación con este identificador.
s-graphql-ws-4429 = El cliente inicializó la conexión dos veces.
s-graphql-ws-4500 = Un error dentro del servidor.
s-graphql-ws-4504 = El servidor no confirmó la conexión a tiempo. Este código lo envía el cliente.

s-hocuspocus-4205 = El servidor pide al cliente que reinicie la conexión y su vista del documento.
s-hocuspocus-4401 = El usuario no está autenticado.
s-hocuspocus-4403 = El usuario no puede abrir este documento.
s-hocuspocus-4408 = El cliente no hizo a tiempo lo que se esperaba.

s-phoenix-note = Phoenix no tiene códigos privados. Su cliente reconecta tras cualquier código; las versiones viejas se detenían ante 1000. El primer intento llega a los 10 ms, sin parte aleatoria.
s-phoenix-1000 = Se detuvo la escucha, o el trabajo del canal está hecho.
s-phoenix-1001 = La aplicación desconectó el socket a propósito.
s-phoenix-1012 = El servidor vacía sus sockets antes de detenerse.

s-pusher-note = El rango dice si hay que reconectar, también para números que un cliente no conoce.
s-pusher-4000 = La aplicación solo admite `wss:`.
s-pusher-4001 = La aplicación no existe.
s-pusher-4003 = La aplicación está desactivada.
s-pusher-4004 = La aplicación alcanzó su cuota de conexiones.
s-pusher-4005 = No se encontró la ruta.
s-pusher-4006 = La cadena de versión está mal formada.
s-pusher-4007 = No se admite la versión del protocolo.
s-pusher-4008 = No se indicó versión del protocolo.
s-pusher-4009 = La conexión no está autorizada.
s-pusher-4100 = El servicio está por encima de su capacidad. Espere al menos un segundo.
s-pusher-4200 = Reconecte enseguida.
s-pusher-4201 = El cliente no respondió a un ping a tiempo.
s-pusher-4202 = La conexión estuvo inactiva 24 horas.
s-pusher-4301 = El cliente envió eventos demasiado deprisa.
s-pusher-4302 = Se alcanzó un límite de la watchlist.
s-pusher-4000-4099 = No reconecte sin cambios.
s-pusher-4100-4199 = Reconecte tras una espera de al menos un segundo.
s-pusher-4200-4299 = Reconecte enseguida.
s-pusher-4300-4399 = Otro error. Qué hacer depende del código.

s-socketio-note = Socket.IO informa con palabras, no con números: tras `io server disconnect` y `io client disconnect` el cliente no vuelve por sí mismo; tras `ping timeout`, `transport close` y `transport error` sí. Cuando su servidor se detiene, la trama Close no lleva código.
s-socketio-1005 = El servidor se detuvo: su trama Close no lleva código.

s-sockjs-note = Estos códigos viajan en tramas de SockJS como `c[3000,"Go away!"]`. El cliente los convierte en eventos de cierre; la trama Close de debajo puede llevar otro código.
s-sockjs-1002 = La conexión se interrumpió, o se rompió el protocolo.
s-sockjs-2010 = Otra conexión de esta sesión sigue abierta.
s-sockjs-3000 = `Go away!`: el servidor terminó la sesión.

s-spring-1013 = El servicio está sobrecargado (`SERVICE_OVERLOAD`).
s-spring-4500 = La sesión no es fiable (`SESSION_NOT_RELIABLE`): los mensajes no se pudieron enviar con bastante rapidez, así que Spring desistió.
