# Lo que se dice de dos códigos juntos.
# Un mensaje por línea. Lo que debe quedar de izquierda a derecha va entre acentos graves.

p1000-1001-apart-1 = El número está en el cable: `03 e8` es 1000, `03 e9` es 1001. Ambos son finales limpios.
p1000-1001-apart-2 = Cerrar una conexión con 1000 es decisión de alguien. Muchas conexiones cerradas con 1001 en el mismo minuto son una parada, o un proxy que se reinicia.
p1000-1001-use-1000 = El trabajo de esta conexión está hecho, y nadie necesita volver.
p1000-1001-use-1001 = Se va aunque quizá el trabajo no esté hecho: el servidor se detiene, o se deja la página.
p1000-1001-now = Tras 1000 pregúntese si la aplicación aún necesita la conexión. Tras 1001 reconecte tras 0 a 5 segundos al azar.

p1000-1005-apart-1 = Decide la longitud del cuerpo de la trama Close: dos bytes o más para 1000, cero para 1005.
p1000-1005-apart-2 = .NET y faye escriben 1000 para ambos. Un registro hecho por ellos no lo revela.
p1000-1005-use-1000 = Siempre que cierre a propósito y el trabajo esté hecho.
p1000-1005-use-1005 = Nunca: no se puede enviar. Es lo que anota el otro lado cuando su Close no lleva código.
p1000-1005-now = Si es su lado el que causa 1005, dé un código a su llamada de cierre. Si no, trate ambos como un final limpio.

p1001-1006-apart-1 = Con 1001 llegó una trama Close, y después TCP terminó en orden. Con 1006 TCP terminó sin más: por un FIN, un reset o el silencio.
p1001-1006-apart-2 = Mire el momento: los proxys que se recargan cortan todas las conexiones a la vez, con 1006. Los servidores que se detienen en orden envían 1001.
p1001-1006-use-1001 = Se detiene y aún puede enviar. Hágalo antes de que termine el proceso.
p1001-1006-use-1006 = Nunca: nadie lo envía. Si sus clientes ven 1006 cuando despliega, su proceso termina antes de que salgan sus tramas Close.
p1001-1006-now = Reconecte tras una espera aleatoria en ambos casos. Tras muchos 1006 busque qué corta las conexiones; tras 1001 no hay nada que buscar.

p1001-1012-differ-return = ¿Volverá a servir pronto la misma dirección?
p1001-1012-differ-return-1001 = quizá
p1001-1012-differ-return-1012 = sí
p1001-1012-differ-known = Conocido por bibliotecas viejas
p1001-1012-differ-known-1001 = sí, por todas
p1001-1012-differ-known-1012 = no: lo rechazan Tomcat, uWebSockets, libwebsockets, faye y .NET antes de la 8
p1001-1012-apart-1 = En el cable, `03 e9` frente a `03 f4`. En registros de bibliotecas viejas 1012 aparece como 1002 o 1006.
p1001-1012-apart-2 = 1001 viene también de navegadores que dejan una página; 1012 viene solo de servidores.
p1001-1012-use-1001 = No sabe si volverá ni cuándo, o algunos de sus clientes rechazan 1012.
p1001-1012-use-1012 = Reinicia, y los clientes que vuelvan en unos segundos le encontrarán.
p1001-1012-now = Tras 1012 espere la ventana que nombra el servidor, y si no, de 1 a 5 segundos. Tras 1001 reconecte tras 0 a 5 segundos al azar, y cuente con una ausencia más larga.

p1001-1013-apart-1 = `03 e9` frente a `03 f5`. Tras 1001 las conexiones nuevas se rechazan o llegan a otro servidor; tras 1013 el mismo servidor sigue en marcha.
p1001-1013-apart-2 = Una carga creciente antes del cierre apunta a 1013; un despliegue apunta a 1001.
p1001-1013-use-1001 = Se va. Los clientes pueden intentarlo de nuevo o en otra parte.
p1001-1013-use-1013 = Se queda, pero ahora no puede atender a este cliente.
p1001-1013-now = Tras 1001 vuelva pronto. Tras 1013 pruebe otra dirección del servicio, o espere mucho y cada vez más.

p1002-1003-apart-1 = 1002 sigue a una trama con la cabecera errónea. 1003 sigue a una trama de datos correcta, justo tras el mensaje.
p1002-1003-apart-2 = Repita el mensaje como el otro tipo: con 1003 ayuda, con 1002 no.
p1002-1003-use-1002 = Una trama rompe las reglas del protocolo.
p1002-1003-use-1003 = Una trama correcta lleva texto donde usted toma binarios, o al revés.
p1002-1003-now = Ante 1002 sospeche de bibliotecas y proxys. Ante 1003 mire su propia llamada que envía el mensaje.

p1002-1007-apart-1 = Mire los bytes anteriores al Close: una cabecera errónea significa 1002, un texto que no es UTF-8 significa 1007.
p1002-1007-apart-2 = Chromium dice 1002 también ante UTF-8 inválido, y su propia página ve 1006.
p1002-1007-use-1002 = Los bits, las longitudes, el orden o la máscara de las tramas son erróneos.
p1002-1007-use-1007 = Las tramas están bien, pero su contenido no encaja: UTF-8 inválido, o datos comprimidos que no se pueden descomprimir.
p1002-1007-now = Ante 1002 actualice la biblioteca o busque un proxy. Ante 1007 arregle el codificador.

p1002-1010-differ-answer = La respuesta 101 del servidor
p1002-1010-differ-answer-1002 = válida; el fallo vino después
p1002-1010-differ-answer-1010 = válida, pero sin la extensión
p1002-1010-differ-sent = Cuándo se envía
p1002-1010-differ-sent-1002 = ante la primera trama ilegal
p1002-1010-differ-sent-1010 = justo tras el apretón de manos, antes de cualquier dato
p1002-1010-apart-1 = Compare las dos cabeceras `Sec-WebSocket-Extensions`. Ofrecida y no acordada: 1010 es posible. No acordada, y una trama tiene RSV1 a 1: 1002.
p1002-1010-apart-2 = Una respuesta con una extensión que no se ofreció no lleva a ninguno de los dos: el cliente hace fallar el apretón de manos sin trama Close.
p1002-1010-use-1002 = Recibió una trama que ninguna extensión acordada explica.
p1002-1010-use-1010 = Usted es un cliente, y a la respuesta le falta una extensión de la que no puede prescindir. Ponga su nombre en el motivo.
p1002-1010-now = Ante 1010 active la extensión, o deje de exigirla. Ante 1002 busque quién comprime sin acuerdo, a menudo un proxy.

p1003-1007-apart-1 = 1003 viene para todo mensaje del tipo no deseado, diga lo que diga. 1007 viene solo para los de contenido roto.
p1003-1007-apart-2 = Starlette envía 1003 ante un JSON que no se puede analizar. Según las definiciones no es ninguno de los dos.
p1003-1007-use-1003 = No admite mensajes de este tipo.
p1003-1007-use-1007 = Los bytes no encajan con el tipo que nombra la trama.
p1003-1007-now = Ante 1003 cambie el tipo del mensaje. Ante 1007 compruebe sus bytes. Para JSON roto use 1008 o un código privado.

p1003-1008-apart-1 = Con 1003 el problema es el tipo de la trama, y se rechaza todo mensaje de ese tipo. Con 1008 el mismo tipo es bienvenido en otros momentos.
p1003-1008-use-1003 = Llegó texto donde solo se toman binarios, o al revés.
p1003-1008-use-1008 = El mensaje rompe una regla de su aplicación.
p1003-1008-now = Ante 1003 cambie el tipo. Ante 1008 lea el motivo y la documentación del servicio.

p1004-1009-apart-1 = 1009 es `03 f1`. 1004, `03 ec`, no debería aparecer en absoluto.
p1004-1009-apart-2 = Donde un programa viejo registra 1004 suele querer decir «demasiado grande», como en borradores del protocolo.
p1004-1009-use-1004 = Nunca. Está reservado.
p1004-1009-use-1009 = Un mensaje es mayor de lo que usted admite.
p1004-1009-now = Ponga 1009 en lugar de 1004 en el programa que lo envía.

p1005-1006-differ-frame = ¿Llegó una trama Close?
p1005-1006-differ-frame-1005 = sí, sin código
p1005-1006-differ-frame-1006 = no
p1005-1006-differ-clean = `wasClean` en un navegador
p1005-1006-differ-clean-1005 = verdadero
p1005-1006-differ-clean-1006 = falso
p1005-1006-apart-1 = En una captura busque los bytes `88 00` del servidor (1005). Con 1006 ninguna trama empieza por `88`.
p1005-1006-apart-2 = En el código, 1005 suele llevar al lado un indicador de final limpio, y 1006 un error.
p1005-1006-use-1005 = Nunca se envía. Usted lo lee cuando el otro extremo cerró sin dar un código.
p1005-1006-use-1006 = Nunca se envía. Usted lo lee cuando la conexión se perdió o no se abrió.
p1005-1006-now = Con 1005 no hay nada roto: reconecte si lo necesita, y pida al otro lado que envíe un código. Con 1006 averigüe qué cortó la conexión.

p1006-1009-apart-1 = 1009 lo dice el otro extremo. Si la conexión se rompe con 1006 justo tras un mensaje grande, quizá el otro extremo tiene un límite y no lo dice: uWebSockets (16 KiB) y tungstenite hacen eso.
p1006-1009-apart-2 = Envíe el mismo mensaje en partes más pequeñas: si la conexión sobrevive, era el tamaño.
p1006-1009-use-1006 = Nunca se envía.
p1006-1009-use-1009 = Un mensaje es demasiado grande. Dígalo antes de cerrar.
p1006-1009-now = Compare el tamaño del último mensaje con el límite del otro extremo, y luego mire la red.

p1006-1010-apart-1 = 1010 necesita una conexión abierta. Si falló el propio apretón de manos, no hubo trama Close, y usted ve 1006.
p1006-1010-apart-2 = Una respuesta que contiene una extensión no ofrecida, o un parámetro erróneo, hace fallar el apretón de manos: 1006. Una respuesta a la que le falta una extensión deja la elección al cliente: 1010.
p1006-1010-use-1006 = Nunca se envía.
p1006-1010-use-1010 = Usted es un cliente, la conexión está abierta, y falta una extensión exigida.
p1006-1010-now = Mire ambas cabeceras `Sec-WebSocket-Extensions`. Sobra algo en la respuesta: arregle el servidor o el proxy. Falta algo: active la extensión o deje de exigirla.

p1006-1011-apart-1 = 1011 lo envía un programa que sigue en marcha. Un proceso que muere no envía nada: 1006.
p1006-1011-apart-2 = Una conexión cerrada con 1011 apunta a una petición. Todas las conexiones terminadas con 1006 en un mismo momento apuntan a una caída, un kill o una red.
p1006-1011-use-1006 = Nunca se envía.
p1006-1011-use-1011 = Su manejador falló, pero su proceso vive: cierre con 1011, para que el cliente lo sepa.
p1006-1011-now = Ante 1011 lea el registro del servidor. Ante 1006 compruebe primero si el proceso vivía, y luego los proxys.

p1006-1012-apart-1 = Un reinicio anunciado muestra 1012. Uno que corta muestra 1006, para todos los clientes a la vez.
p1006-1012-apart-2 = uWebSockets informa de un 1012 recibido como 1006, Tomcat como 1002. Mire la trama antes de creer un registro así.
p1006-1012-use-1006 = Nunca se envía. Sus clientes lo ven cuando usted reinicia sin decir palabra, o cuando un proxy intermedio corta antes.
p1006-1012-use-1012 = Reinicia en orden, y volverá.
p1006-1012-now = Si los despliegues se ven como 1006, haga que el servidor cierre con 1012 antes de detenerse, e impida que los proxys corten antes.

p1006-1014-apart-1 = Solo una pasarela que habla WebSocket puede enviar 1014. Los proxys que pasan bytes terminan TCP cuando falla el servidor de detrás: 1006.
p1006-1014-apart-2 = Un cliente cuya biblioteca no conoce 1014 informa en su lugar de un error de protocolo.
p1006-1014-use-1006 = Nunca se envía.
p1006-1014-use-1014 = Usted es una pasarela, el servidor de detrás falló, y sus clientes entienden 1014.
p1006-1014-now = En ambos casos mire primero el servidor de detrás del proxy. Reconecte con esperas aleatorias crecientes.

p1006-1015-apart-1 = Ninguno de los dos está en el cable. Pruebe el mismo host con una petición HTTPS: si también falla, es TLS.
p1006-1015-apart-2 = Los navegadores informan de 1006 para ambos; solo Firefox informa de 1015, en un caso. La consola del navegador nombra el error del certificado.
p1006-1015-use-1006 = Nunca se envía. Abarca todo lo que termina sin trama Close.
p1006-1015-use-1015 = Nunca se envía. Las bibliotecas pueden informar de él cuando falló TLS.
p1006-1015-now = Para TLS compruebe caducidad, nombre de host, cadena y reloj. Reintentar no ayuda. Para otros 1006 averigüe primero la fase.

p1006-3008-apart-1 = 3008 viene en una trama Close del otro extremo, que ha esperado demasiado. Un proxy que ha esperado demasiado no envía nada: 1006, a menudo tras exactamente 30, 60 o 100 segundos.
p1006-3008-use-1006 = Nunca se envía.
p1006-3008-use-3008 = El otro extremo no hizo a tiempo lo que su aplicación espera.
p1006-3008-now = Ante 3008 haga antes lo que debe. Ante un 1006 a hora fija envíe pings más a menudo, o suba el límite del proxy.

p1008-1009-apart-1 = 1009 sigue enseguida a un mensaje grande. 1008 puede seguir a cualquier cosa, incluso a nada.
p1008-1009-apart-2 = Envíe un mensaje pequeño de la misma clase: si lo aceptan, el problema era el tamaño.
p1008-1009-use-1008 = Se rompió una regla que no tiene código propio.
p1008-1009-use-1009 = Un mensaje es mayor de lo que usted admite.
p1008-1009-now = Ante 1009 divida o reduzca el mensaje. Ante 1008 lea el motivo.

p1008-1013-apart-1 = 1008 afecta a un cliente, el que hizo demasiado. 1013 afecta a muchos a la vez.
p1008-1013-apart-2 = Lo revela la frecuencia de sus propias peticiones: si era baja, el problema es la carga del servicio.
p1008-1013-use-1008 = Este cliente pasó un límite o rompió una regla.
p1008-1013-use-1013 = El servicio entero tiene demasiado que hacer.
p1008-1013-now = Tras 1008 cambie lo que envía antes de reconectar. Tras 1013 no cambie nada, y espere.

p1008-3000-apart-1 = `03 f0` frente a `0b b8`. Solo el motivo dice si un 1008 trata de credenciales.
p1008-3000-apart-2 = En Centrifugo y SockJS 3000 tiene otro significado. Compruebe qué biblioteca usa el servidor.
p1008-3000-use-1008 = Sus clientes son viejos o usan uWebSockets, o quiere ocultar la causa.
p1008-3000-use-3000 = Las credenciales faltan o han caducado, y el cliente puede saberlo.
p1008-3000-now = Consiga credenciales nuevas antes de reconectar. Si un 1008 no da motivo, trátelo como un rechazo duradero.

p1008-3003-apart-1 = Solo lo dice el número o el motivo. 3003 trata siempre de permisos; 1008 puede tratar de cualquier cosa.
p1008-3003-use-1008 = La regla no tiene código propio, o sus detalles deben quedar ocultos.
p1008-3003-use-3003 = El usuario es conocido y no tiene permiso para estar aquí.
p1008-3003-now = Detenga la reconexión automática en ambos casos. Ante 3003 pregunte a quien da los permisos.

p1008-4401-apart-1 = 4401 es privado: significa «no autenticado» solo donde el servicio lo dice, como hacen graphql-ws, Hocuspocus y Signal.
p1008-4401-use-1008 = El otro lado no tiene la tabla de sus códigos privados.
p1008-4401-use-4401 = Ambos extremos son suyos, o siguen la convención de 4000 más el estado HTTP. Todas las bibliotecas pasan el número, también uWebSockets.
p1008-4401-now = Ante 4401 renueve las credenciales. Ante 1008 lea primero el motivo.

p1010-1012-differ-when = En qué momento de la vida de una conexión
p1010-1012-differ-when-1010 = justo tras el apretón de manos, antes de cualquier dato
p1010-1012-differ-when-1012 = en cualquier momento, a menudo tras horas
p1010-1012-differ-many = Cuántas conexiones a la vez
p1010-1012-differ-many-1010 = un cliente, o una clase de clientes
p1010-1012-differ-many-1012 = todas las conexiones de un servidor
p1010-1012-differ-reason = Qué dice el motivo
p1010-1012-differ-reason-1010 = las extensiones necesarias, como `permessage-deflate`
p1010-1012-differ-reason-1012 = libre; Rejoin añade una ventana, como `retry=1.0-5.0`
p1010-1012-differ-act = Quién debe actuar
p1010-1012-differ-act-1010 = quien configura el servidor o un proxy, o escribe el cliente
p1010-1012-differ-act-1012 = nadie
p1010-1012-differ-again = El mismo intento otra vez
p1010-1012-differ-again-1010 = termina igual
p1010-1012-differ-again-1012 = sale bien en cuanto vuelve el servicio
p1010-1012-differ-old = En bibliotecas viejas
p1010-1012-differ-old-1010 = conocido desde RFC 6455 (2011)
p1010-1012-differ-old-1012 = desconocido para algunas: muestran 1002 o 1006
p1010-1012-differ-wild = Quién lo envía de verdad
p1010-1012-differ-wild-1010 = OkHttp y faye, con significados propios; el cliente de Rejoin
p1010-1012-differ-wild-1012 = Uvicorn, Phoenix, Bandit, el servidor de Rejoin
p1010-1012-differ-alarm = En la supervisión
p1010-1012-differ-alarm-1010 = una alarma: algunos clientes no pueden trabajar en absoluto
p1010-1012-differ-alarm-1012 = un recuento: compárelo con sus despliegues
p1010-1012-apart-1 = En el cable la trama Close empieza por `03 f2` para 1010 y por `03 f4` para 1012. 1010 viaja del cliente al servidor y va enmascarado; 1012 viaja del servidor al cliente. El eco que vuelve lleva el mismo número, así que mire quién envió primero.
p1010-1012-apart-2 = En un registro, 1010 viene antes de un segundo tras el apretón de manos, una y otra vez de los mismos clientes. 1012 viene para todos en los segundos o minutos de un reinicio, y luego cesa.
p1010-1012-apart-3 = Mire `Sec-WebSocket-Extensions` en la respuesta. Si ahí falta una extensión ofrecida, o hay un parámetro que el cliente no ofreció, 1010 queda explicado. 1012 no tiene nada que ver con las cabeceras.
p1010-1012-use-1010 = Escribe un cliente que no puede trabajar sin una extensión. El apretón de manos salió bien, y a la respuesta le falta. Cierre con 1010 y nombre la extensión. Un servidor nunca empieza con 1010: rechaza el apretón de manos.
p1010-1012-use-1012 = Lleva un servidor que está a punto de reiniciarse y volverá pronto. Deje que el proceso nuevo escuche primero, reparta los cierres en el tiempo, y nombre una ventana para volver.
p1010-1012-now = Con 1010 no reintente. Compare oferta y respuesta, averigüe si fue el servidor o un proxy quien quitó la extensión, y actívela o hágala opcional. Con 1012 no haga nada: el cliente espera, por omisión de 1 a 5 segundos al azar, o lo que diga la ventana del servidor, y se conecta de nuevo. Si no lo hace, arregle el cliente.

p1011-1012-apart-1 = 1011 afecta a conexiones sueltas en cualquier momento. 1012 afecta a todas, a la hora de un despliegue.
p1011-1012-apart-2 = Hypercorn cierra a todos con 1011 cuando se detiene: ahí 1011 puede ser un reinicio previsto.
p1011-1012-use-1011 = Falló algo que no debía fallar.
p1011-1012-use-1012 = El final está previsto, y usted volverá.
p1011-1012-now = Ante 1011 lea el registro. Ante 1012 espere y reconecte; nada ha fallado.

p1011-1013-apart-1 = 1011 viene con un error en el registro del servidor. 1013 viene con mucha carga, y quizá sin ningún error.
p1011-1013-use-1011 = No esperaba lo que ocurrió.
p1011-1013-use-1013 = Sabe que está sobrecargado, y se protege.
p1011-1013-now = Reconecte en ambos casos con esperas aleatorias crecientes; tras 1013 empiece por una más larga, o tome otra dirección.

p1011-1014-apart-1 = Depende de quién habla: 1014 lo envía una pasarela acerca de un servidor de detrás. En HTTP la misma pareja es 500 y 502.
p1011-1014-apart-2 = El registro de la pasarela nombra el servidor de detrás; el registro de ese servidor tiene la causa.
p1011-1014-use-1011 = El fallo está en el programa que envía el Close.
p1011-1014-use-1014 = El fallo está en un servidor de detrás del emisor, y los clientes entienden 1014.
p1011-1014-now = Busque donde apunta el código: este servidor para 1011, el de detrás para 1014. Si sus clientes pueden ser viejos, envíe 1011 para ambos.

p1012-1013-differ-soon = ¿Es bienvenida una vuelta temprana?
p1012-1013-differ-soon-1012 = sí, en segundos
p1012-1013-differ-soon-1013 = no
p1012-1013-differ-delay = Primera espera que pide el registro
p1012-1013-differ-delay-1012 = de 5 a 30 segundos al azar
p1012-1013-differ-delay-1013 = otra dirección, o cuando lo pida el usuario
p1012-1013-apart-1 = `03 f4` frente a `03 f5`. Ambos se registraron con el mismo correo en 2012.
p1012-1013-apart-2 = Tras 1012 las conexiones nuevas salen bien pronto. Tras 1013 suelen acabar en 503 o de nuevo en 1013.
p1012-1013-use-1012 = Reinicia, y su capacidad volverá a estar ahí.
p1012-1013-use-1013 = Funciona, pero al límite. Volver lo empeoraría.
p1012-1013-now = Tras 1012 vuelva después de la ventana. Tras 1013 pruebe otra dirección, o duplique la espera cada vez.

p1013-1014-apart-1 = En términos de HTTP 1013 se parece a 503 y 1014 a 502.
p1013-1014-use-1013 = El propio servicio tiene demasiado que hacer.
p1013-1014-use-1014 = El servidor de detrás de la pasarela no dio una respuesta válida.
p1013-1014-now = Reconecte en ambos casos con esperas aleatorias crecientes. Ante 1014 mire el servidor de detrás, ante 1013 la capacidad.

p1013-3008-apart-1 = 3008 trata de un extremo lento. 1013 trata de un servicio con demasiada carga.
p1013-3008-apart-2 = En Centrifugo 3008 dice que el cliente lee demasiado despacio; en AssemblyAI, que la sesión alcanzó su duración máxima.
p1013-3008-use-1013 = No tiene capacidad para este cliente ahora.
p1013-3008-use-3008 = Este cliente no hizo a tiempo lo que debía.
p1013-3008-now = Tras 1013 espere mucho. Tras 3008 haga más rápido el cliente, y luego reconecte.

p3000-3003-apart-1 = 3000 pregunta quién es el otro extremo; 3003 lo sabe. En HTTP son 401 y 403.
p3000-3003-apart-2 = Identifíquese de nuevo como el mismo usuario: si eso ayuda, era el caso de 3000.
p3000-3003-use-3000 = Las credenciales faltan, son erróneas o han caducado.
p3000-3003-use-3003 = Las credenciales son correctas, y faltan los permisos.
p3000-3003-now = Tras 3000 consiga credenciales nuevas y conéctese una vez. Tras 3003 deténgase, y pida el permiso.

p3000-4401-apart-1 = 3000 está registrado y significa lo mismo en todas partes, salvo en bibliotecas más viejas como Centrifugo y SockJS. 4401 es una convención, no un registro.
p3000-4401-use-3000 = Quiere un significado registrado, y ningún cliente suyo usa uWebSockets.
p3000-4401-use-4401 = Quiere que el número llegue a todas las bibliotecas, y ambos extremos conocen la convención.
p3000-4401-now = Renueve las credenciales en ambos casos.

p3003-4403-apart-1 = 3003 está registrado. 4403 es una convención, 4000 más el estado HTTP 403.
p3003-4403-apart-2 = graphql-ws reintenta tras 4403 por omisión, aunque los permisos pueden seguir faltando.
p3003-4403-use-3003 = Quiere un significado registrado, y ningún cliente suyo usa uWebSockets.
p3003-4403-use-4403 = Ambos extremos conocen la convención, o sus clientes usan uWebSockets.
p3003-4403-now = No reintente por su cuenta. Pida el permiso, y conéctese de nuevo entonces.
