# ¿Por qué se cerró? Las preguntas, lo que se puede responder, y las respuestas.
# Un mensaje por línea. Lo que debe quedar de izquierda a derecha va entre acentos graves.

g-q-opened = ¿Llegó a abrirse la conexión antes de terminar?
g-c-opened-yes = Sí: se podían enviar mensajes.
g-c-opened-no = No: nunca se abrió.
g-c-opened-number = Solo tengo un número.

g-q-handshake = ¿Qué volvió del intento?
g-c-handshake-nothing = Nada: se rechazó o se agotó el tiempo.
g-c-handshake-tls = Un error sobre un certificado o TLS.
g-c-handshake-login = Estado HTTP 401 o 403.
g-c-handshake-status = Otro estado HTTP, como 200, 302, 400, 404, 426 o 502.
g-c-handshake-switched = Estado 101, y aun así el cliente desistió.
g-c-handshake-browser = Solo veo 1006 en un navegador.

g-q-number = ¿Qué número tiene?
g-c-number-planned = 1000 o 1001
g-c-number-data = 1002, 1003, 1007 o 1009
g-c-number-empty = 1005
g-c-number-lost = 1006
g-c-number-refused = 1008, 3000 o 3003
g-c-number-extension = 1010
g-c-number-service = 1011, 1012, 1013 o 1014
g-c-number-slow = 3008
g-c-number-private = Otro número de 3000 a 4999
g-c-number-other = Cualquier otro número

g-q-wanted = ¿Quería alguien que terminara esta conexión?
g-c-wanted-yes = Sí: el trabajo estaba hecho, o se dejó una página.
g-c-wanted-deploy = No. Se reinició un servidor o un proxy.
g-c-wanted-silence = No. Había estado callada, o llevaba mucho tiempo viva.

g-q-sent = ¿Qué se envió justo antes del final?
g-c-sent-large = Un mensaje grande
g-c-sent-binary = Datos binarios a un servidor que espera texto, o al revés
g-c-sent-text = Texto, en un idioma o de una fuente que quizá no sea UTF-8
g-c-sent-ordinary = Nada fuera de lo común

g-q-moment = ¿Cuándo terminó?
g-c-moment-fixed = A los 30, 60 o 100 segundos, u otro tiempo fijo
g-c-moment-together = Para todos los clientes en el mismo instante
g-c-moment-large = Justo tras un mensaje grande
g-c-moment-random = En cualquier momento, un cliente aquí y otro allá

g-q-credentials = ¿Sus credenciales están presentes, son válidas y no han caducado?
g-c-credentials-no = No, o no lo sé.
g-c-credentials-yes = Sí.

g-q-rate = ¿Envió el cliente muchísimo, o muy a menudo?
g-c-rate-yes = Sí.
g-c-rate-no = No.

g-q-reason = ¿Qué dice el motivo del 1010?
g-c-reason-names = Nombra extensiones, como `permessage-deflate`.
g-c-reason-okhttp = `unexpected Sec-WebSocket-Extensions in response header`
g-c-reason-other = Otra cosa, o nada.

g-q-service = ¿Cuál de los cuatro es?
g-c-service-ping = 1011 con `keepalive ping timeout`
g-c-service-failed = 1011 con otro motivo o ninguno
g-c-service-restart = 1012
g-c-service-busy = 1013
g-c-service-gateway = 1014

g-a-unreachable = No se alcanzó el servidor. Compruebe el nombre, el puerto y el cortafuegos, y que el servidor escuche. Reintentar con esperas aleatorias crecientes es lo correcto.
g-a-tls = TLS falló. Compruebe que el certificado no ha caducado, nombra este host y viene con la cadena entera, y que el esquema encaja con el puerto. Reintentar no ayuda.
g-a-refused = El servidor le rechaza antes de que se abra la conexión. Ante 401 renueve las credenciales; ante 403 pida el permiso. Compruebe también el `Origin`.
g-a-status = Respondió algo que no es su servidor WebSocket, o un proxy estropeó la petición. Compruebe la ruta, y que los proxys reenvían `Upgrade` y `Connection` por HTTP/1.1. Una redirección suele llevar a una página de inicio de sesión.
g-a-answer = La respuesta 101 no era válida. Compare `Sec-WebSocket-Accept`, `Sec-WebSocket-Extensions` y `Sec-WebSocket-Protocol` de la petición y de la respuesta: no puede haber nada que no se pidiera.
g-a-browser = Un navegador oculta la causa. Mire su consola y su vista de red, o repita el apretón de manos fuera del navegador: `rejoin check URL` muestra cada paso.
g-a-empty = El otro extremo cerró en orden y no dio código. No hay nada roto. Reconecte si aún necesita la conexión.
g-a-slow = El otro extremo esperó demasiado algo que usted debía: una identificación, una respuesta, datos. Envíelo antes. Con Centrifugo y AssemblyAI el número tiene otro significado.
g-a-private = El número pertenece a un servicio o a una biblioteca. Averigüe a cuál, y búsquelo en su tabla.
g-a-invalid = Este número no se puede enviar. El otro extremo tiene un fallo, o un programa que reescribe los cierres.
g-a-done = Un final previsto. No hay nada que arreglar. Abra una conexión nueva cuando la necesite.
g-a-leaving = El servidor o un proxy se fue en orden. Reconecte tras 0 a 5 segundos al azar. Si es su servidor y vuelve, envíe 1012.
g-a-silence = La terminó un límite de silencio o de vida: Cowboy y uWebSockets dicen 1000, Jetty y Deno 1001, Bandit 1002. Envíe pings, suba el límite, y reconecte.
g-a-large = El mensaje pasaba del límite del otro extremo. Divídalo en un formato propio, o suba el límite.
g-a-type = El otro extremo solo toma el otro tipo de mensajes. Cambie la llamada que lo envía.
g-a-text = El texto no era UTF-8. Codifíquelo en UTF-8, o envíelo como binario. Chromium dice 1002 para esto.
g-a-protocol = Una trama rompió el protocolo. Sospeche de bibliotecas viejas y de proxys que tratan la compresión en un solo lado. Pruebe sin compresión.
g-a-timeout = La cortó un proxy: 60 segundos de silencio son nginx o AWS, 100 segundos Cloudflare, 30 segundos de vida Google Cloud. Envíe pings cada 20 segundos, o suba el límite.
g-a-cut = Se reinició un servidor o un proxy sin decir palabra. Haga que el servidor cierre con 1012 antes de detenerse, y recargue los proxys con menos frecuencia.
g-a-limit = El otro extremo tiene un límite de tamaño y no lo dice: uWebSockets (16 KiB) y tungstenite simplemente cortan. Envíe menos de una vez.
g-a-network = Las redes cambian y los dispositivos duermen. Reconecte con esperas aleatorias crecientes, y envíe pings, para que se noten las conexiones muertas.
g-a-renew = Consiga credenciales nuevas, y conéctese entonces una vez. Repetir las viejas termina igual.
g-a-rate = Pasó un límite del servicio. Reduzca la frecuencia y el número de conexiones antes de reconectar.
g-a-rights = Le conocen, y no le permiten. Pregunte a quien da los permisos. Detenga la reconexión automática.
g-a-extension = Un cliente exige una extensión que no se acordó. Actívela en el servidor, haga que los proxys dejen pasar `Sec-WebSocket-Extensions`, o hágala opcional.
g-a-okhttp = OkHttp no sabe usar la respuesta. Responda a su oferta sin `client_max_window_bits` y sin parámetros desconocidos.
g-a-broken = Algunas bibliotecas, como faye, envían 1010 cuando una extensión acordada falla en uso. Compruebe la compresión en ambos lados.
g-a-ping = Un lado no recibió a tiempo respuesta a su ping. Busque un bucle de eventos bloqueado, y luego un enlace lento.
g-a-failed = El servidor falló de forma inesperada. Su registro dice más. Reconecte con esperas aleatorias crecientes.
g-a-restart = Un reinicio previsto. Espere la ventana que nombra el motivo, y si no, de 1 a 5 segundos al azar, y reconecte.
g-a-busy = El servicio tiene demasiado que hacer. Pruebe otra dirección, o espere más en cada intento.
g-a-gateway = Falló el servidor de detrás de una pasarela. Mire ahí. Reconecte con esperas aleatorias crecientes.
