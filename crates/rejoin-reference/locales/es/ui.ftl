# Etiquetas, títulos y frases cortas. Lo que debe quedar de izquierda a derecha va entre acentos graves.
# Qué representan las variables lo dicen las notas del archivo inglés.

## La primera línea de una explicación: código y título, y luego tres frases.

headline = { $code } { $title }: { $sender }, { $end }, { $retry }
title-in-service = { $title } ({ $service })
headline-sender-both = de cualquiera de los dos lados
headline-sender-client = del cliente
headline-sender-server = del servidor
headline-sender-local = nunca se envía
headline-sender-nobody = nunca se envía
headline-end-clean = final limpio
headline-end-lost = final no limpio
headline-end-never-opened = nunca se abrió
headline-end-invalid = un error de protocolo
headline-retry-application = decide la aplicación
headline-retry-never = no reconecte
headline-retry-not-needed = no hace falta reconectar
headline-retry-with-new-input = reconecte tras un cambio
headline-retry-yes = reconecte en { $range } s
headline-retry-service-yes = reconecte
headline-retry-service-unstated = no se dice nada de reconectar

## Lo que vale para un código: las etiquetas, y luego lo que pueden ser.

fact-name = Nombre
fact-sender = Lo envía
fact-sender-by-text = Según el texto
fact-wire = Trama Close
fact-page = Página web
fact-end = El final
fact-class = Clase
fact-act = Quién debe actuar
fact-retry = Reconectar
fact-registered-delay = Espera registrada
fact-registration = Registrado como
fact-reference = Referencia

sender-both = el cliente o el servidor
sender-client = solo el cliente
sender-server = solo el servidor
sender-nobody = nadie

wire-allowed = puede llevarlo
wire-local-only = nunca lo lleva: un extremo lo concluye por sí mismo
wire-out-of-range = no puede llevarlo: ningún código pasa de 4999
wire-reserved = no puede llevarlo: el número está apartado
wire-unassigned = no puede llevarlo: el número no está asignado
wire-unused = no puede llevarlo: ningún código baja de 1000

page-may = puede enviarlo con `close()`
page-may-not = no puede enviarlo: `close()` lanza una excepción

end-clean = limpio: ambos lados dijeron Close
end-lost = no limpio: no llegó ninguna trama Close
end-never-opened = no hubo: la conexión nunca se abrió
end-invalid = no limpio: quien recibe una trama así hace fallar la conexión

class-application = propio de la aplicación
class-authorization = autorización
class-done = terminado como se quería
class-failure = fallo
class-invalid = no permitido
class-leaving = un lado se va
class-library = propio de una biblioteca
class-limit = límite superado
class-lost = conexión perdida
class-negotiation = negociación de extensiones
class-overload = sobrecarga
class-policy = rechazado por una regla de la aplicación
class-protocol = protocolo roto
class-restart = reinicio previsto
class-timeout = demasiado lento
class-tls = TLS
class-unstated = sin razón dada

act-application = lo dice la documentación de la aplicación
act-authorization = el lado que lo recibió: le faltan permisos
act-done = nadie
act-failure = quien lleva el lado que lo envió
act-invalid = quien escribió el programa que lo envió
act-leaving = nadie
act-library = lo dice la documentación de la biblioteca
act-limit = el lado que lo recibió: envió demasiado
act-lost = quien lleva la parte del camino que se rompió
act-negotiation = quien configura el servidor o un proxy, o escribe el cliente
act-overload = quien lleva el servidor
act-policy = el lado que lo recibió: fue rechazado
act-protocol = el lado que lo recibió: lo que envió era erróneo
act-restart = nadie: está previsto
act-timeout = el lado que lo recibió: fue demasiado lento
act-tls = quien cuida del certificado y de la confianza
act-unstated = nadie

retry-application = como diga la aplicación
retry-never = no, hasta que desaparezca la causa
retry-not-needed = no hace falta
retry-with-new-input = solo tras un cambio: credenciales, frecuencia o tamaño
retry-yes = sí, la primera vez tras { $range } s al azar
delay = { $range } s al azar
registration-unassigned = Sin asignar
registration-none = no es un número del registro

## Secciones de una explicación

heading-meaning = Qué significa
heading-reconnect = ¿Reconectar?
heading-reason = Qué lleva el motivo
heading-causes = Cuándo lo ve
heading-fixes = Cómo arreglarlo
heading-seen = Qué muestran los programas
heading-confusions = A menudo confundido con
heading-services = Qué significa para los servicios
heading-sources = Fuentes

role-server = Quien lleva el servidor
role-client = Quien escribe el cliente
role-proxy = Quien lleva un proxy
phase-handshake = durante el apretón de manos
phase-open = en una conexión abierta
viewer-browsers = Navegadores
viewer-libraries = Bibliotecas
basis-measured = medido con { $version }
no-cause-in-handshake = No se conoce ninguna causa durante el apretón de manos. Una trama Close necesita una conexión abierta.
no-cause-in-open = No se conoce ninguna causa en una conexión abierta.

reconnect-yes = reconectar
reconnect-no = no reconectar
reconnect-after-change = reconectar tras un cambio
reconnect-unstated = no se dice nada de reconectar
service-says-nothing = { $service } no documenta ningún significado de { $code }.

## Una comparación

comparison-title = { $low } o { $high }
heading-differences = Qué difiere
heading-alike = Qué es igual
heading-tell-apart = Cómo distinguirlos
heading-use = Cuándo usar cada uno
heading-now = Qué hacer ahora
apart-bytes = En el cable: el cuerpo de la trama Close empieza por `{ $bytes }`.
apart-byte-range = En el cable: el cuerpo de la trama Close empieza por `{ $low }` a `{ $high }`.
apart-local = En ninguna captura: ninguna trama lo lleva. Está en el registro del lado que informa de él.
apart-invalid = En el cable es un error de su emisor: la respuesta es 1002, o el final de la conexión TCP.
use-local = Informe de él, no lo envíe nunca.
use-nobody = No lo envíe nunca.
same-code = Ambos son { $code }: no hay nada que comparar.
same-row = Ambos están en { $range }, y el protocolo no da significado a ninguno.

## La tabla de códigos, y una búsqueda

column-code = Código
column-title = Nombre
column-sender = Lo envía
column-wire = En trama
column-retry = Reconectar
sender-short-both = ambos
sender-short-client = cliente
sender-short-server = servidor
sender-short-nobody = nadie
wire-short-yes = sí
wire-short-no = no
retry-short-application = aplicación
retry-short-never = no
retry-short-not-needed = innecesario
retry-short-with-new-input = tras cambio
retry-short-yes = sí, { $range } s
matches = { $count ->
    [one] Encaja { $count } lugar:
   *[other] Encajan { $count } lugares, el mejor primero:
}

## Bytes desmontados

heading-frames = Los bytes
frame-of-client = Trama { $kind } de un cliente (enmascarada), { $length ->
    [one] { $length } byte de carga
   *[other] { $length } bytes de carga
}
frame-of-server = Trama { $kind } de un servidor (sin máscara), { $length ->
    [one] { $length } byte de carga
   *[other] { $length } bytes de carga
}
frame-body = El cuerpo de una trama Close, { $length ->
    [one] { $length } byte
   *[other] { $length } bytes
}
frame-continues = Siguen más tramas del mismo mensaje.
frame-compressed = RSV1 está a 1: el mensaje va comprimido si se acordó `permessage-deflate`; si no, rompe RFC 6455 sección 5.2.
frame-incomplete = Los bytes terminan antes que la trama.
label-code = Código
label-reason = Motivo
label-text = Texto
label-bytes = Bytes
label-none = ninguno
reason-window = El motivo pide a los clientes que vuelvan en un momento aleatorio dentro de { $range } s.
frame-fault = Esto rompe una regla: { $rule } ({ $section }). Se responde con { $code }.

fault-close-body-too-short = el cuerpo de una trama Close está vacío o tiene dos bytes o más
fault-close-reason-not-utf8 = el motivo de una trama Close es UTF-8
fault-continuation-without-message = una trama de continuación pertenece a un mensaje empezado
fault-control-frame-fragmented = una trama de control no se fragmenta nunca
fault-control-frame-too-long = una trama de control tiene como mucho 125 bytes de carga
fault-invalid-close-code = este código no puede estar en una trama Close
fault-invalid-utf8 = un mensaje de texto es UTF-8
fault-length-not-minimal = una longitud se escribe en su forma más corta
fault-length-too-large = el bit más alto de una longitud de 64 bits no está a 1
fault-mask-forbidden = un servidor no enmascara sus tramas
fault-mask-missing = un cliente enmascara sus tramas
fault-message-interrupted = un mensaje termina antes de que empiece el siguiente
fault-reserved-bits = un bit reservado está a 1 solo si lo usa una extensión acordada
fault-reserved-opcode = hay seis opcodes: 0, 1, 2, 8, 9 y 10

## Una cabecera del apretón de manos de apertura

heading-header = La cabecera
header-extensions = Enumera extensiones: el cliente las ofrece en su petición, el servidor nombra en su respuesta las que acepta.
header-key = La envía el cliente: 16 bytes aleatorios en base64. Prueba que el servidor entiende WebSocket, y nada más.
header-accept = La envía el servidor: un hash de la clave del cliente. Una errónea significa que respondió otra cosa, como una caché.
header-version = La envía el cliente: la versión del protocolo. Hay una en uso, 13.
header-protocol = Enumera subprotocolos: el cliente los ofrece en su petición, el servidor nombra como mucho uno de ellos en su respuesta.
header-upgrade = Nombra a qué cambia la conexión. La envían ambos lados.
header-connection = Nombra las cabeceras destinadas solo al siguiente salto. Con `Upgrade` en ella, un proxy sabe que debe tratar él mismo esa cabecera; un proxy que no sabe nada de ella pierde ambas.
header-retry-after = La envía un servidor que rechaza, con 503 o 429: cuánto tiempo mantenerse lejos.
header-key-good = La clave es válida. Se responde con { $value }.
header-key-bad = Esto no es una clave: deben ser 24 caracteres de base64 que representan 16 bytes. Un servidor responde 400.
header-accept-good = Tiene la forma correcta. Si es la debida depende de la clave: `rejoin explain --header` calcula la respuesta a partir de ella.
header-accept-bad = Esto no es respuesta a ninguna clave: deben ser 28 caracteres de base64 que representan 20 bytes. Un cliente hace fallar el apretón de manos.
header-version-good = Es la versión de RFC 6455.
header-version-bad = Ningún servidor de hoy habla esta versión. Responde 426 con `Sec-WebSocket-Version: 13`.
header-protocol-bad = Esto no es una lista de subprotocolos: cada uno debe ser un token, y ninguno puede estar dos veces. Un servidor responde 400.
header-protocol-one = { $name } es el que hablan ambos lados si lo nombra el servidor; si solo lo nombra el cliente, es una oferta.
header-protocol-several = Como oferta está en orden. En una respuesta hay uno como mucho: un cliente hace fallar el apretón de manos.
header-protocol-service = Bajo { $name } los códigos de cierre tienen significados propios: los de { $service }.
header-upgrade-good = Nombra `websocket`, como debe.
header-upgrade-bad = No nombra `websocket`: un servidor no toma esto por un apretón de manos WebSocket, y un cliente lo hace fallar.
header-connection-good = Nombra `Upgrade`, como debe.
header-connection-bad = No nombra `Upgrade`: un servidor no toma esto por un apretón de manos WebSocket, y un cliente lo hace fallar. Lo más frecuente es que un proxy haya sustituido la cabecera.
header-retry-after-seconds = { $seconds ->
    [one] El servidor pide que lo dejen en paz { $seconds } segundo.
   *[other] El servidor pide que lo dejen en paz { $seconds } segundos.
}
header-retry-after-date = El servidor pide que lo dejen en paz hasta ese momento.
header-retry-after-bad = Esto no es ni un número de segundos ni una fecha de HTTP: los clientes lo pasan por alto.
header-malformed = Mal formada en el byte { $place }: { $offence }. Un servidor responde 400, y un cliente hace fallar el apretón de manos (RFC 6455 sección 9.1).
offence-empty-list = la cabecera está ahí y no nombra ninguna extensión
offence-parameter-missing = tras el punto y coma debe seguir un parámetro
offence-quote-not-closed = faltan las comillas de cierre
offence-unexpected-byte = un carácter que no puede estar aquí
offence-value-missing = tras el signo igual debe seguir un valor
offence-value-not-token = un valor entre comillas debe ser un token

heading-parameters = Qué dice
param-server-no-context-takeover = El servidor comprime cada mensaje por separado. Como oferta es una exigencia, y una respuesta que acepta la oferta debe repetirlo.
param-client-no-context-takeover = El cliente comprime cada mensaje por separado. Como oferta es una sugerencia, como respuesta una exigencia.
param-server-max-window-bits = La ventana dentro de la que comprime el servidor, como potencia de dos de 8 a 15. Una respuesta que acepta una oferta con él debe llevarlo también, y no mayor.
param-client-max-window-bits = La ventana dentro de la que comprime el cliente, como potencia de dos de 8 a 15. Sin valor, que solo una oferta puede omitir, el cliente deja elegir al servidor. Una respuesta puede llevarlo solo si la oferta lo llevaba.
extension-deflate = Comprime mensajes (RFC 7692). Registrada.
extension-deflate-frame = Lo que ofrecía Safari antes de la versión 15: un borrador temprano de la compresión. No registrada; los servidores la declinan.
extension-usp = La User Services Platform (TR-369). Registrada; no cambia ninguna trama, y nadie puede exigirla.
extension-unknown = No registrada. Ambos lados deben conocerla de antemano.

heading-as-offer = Como oferta de un cliente
heading-as-answer = Como respuesta a { $offer }
verdict-taken = Aceptada: un servidor que lo sabe todo responde { $answer }.
verdict-declined = Declinada: { $rule } ({ $section }). Se prueba la oferta siguiente; si no hay, la conexión se abre sin la extensión.
verdict-not-reached = No se mira: se acepta una oferta anterior.
verdict-opens = Bien: la conexión se abre.
verdict-opens-without = Bien: la conexión se abre. Un cliente que no puede trabajar sin { $missing } se va con 1010.
verdict-fails = El apretón de manos falla, y no se envía ninguna trama Close: { $rule } ({ $section }).

rule-agreed-twice = la extensión está dos veces, y una conexión tiene una configuración de cada una
rule-declined-by-policy = la extensión está desactivada
rule-larger-than-offered = { $answered } es mayor que lo ofrecido, { $offered }
rule-not-answered = la respuesta no lo lleva
rule-not-configured = un servidor no conoce ninguna extensión de este nombre si no está preparado para ella
rule-not-offered = { $parameter } solo puede responderse si se ofreció
rule-not-repeated = { $parameter } se ofreció, así que la respuesta debe repetirlo
rule-not-requested = la extensión no se ofreció
rule-parameter-repeated = { $parameter } está más de una vez
rule-parameter-unknown = la extensión no tiene ningún parámetro { $parameter }
rule-required-here = { $parameter } es necesario
rule-rsv-taken = { $extension } ya está acordada y usa también { $bits }
rule-value-invalid = el valor de { $parameter } no es ninguno de los que puede tener
rule-value-missing = { $parameter } necesita un valor
rule-value-not-allowed = { $parameter } no toma valor
rule-window-unsupported = { $parameter } no se admite
