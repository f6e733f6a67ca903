# Las páginas web de la referencia: lo que hay ahí además de los textos de los otros archivos.
# Lo que debe quedar de izquierda a derecha va entre acentos graves.

## En cada página

web-site = Códigos de cierre de WebSocket
web-skip = Saltar al contenido
web-nav = Partes principales
web-nav-codes = Códigos
web-nav-compare = Comparar
web-nav-guide = ¿Por qué se cerró?
web-nav-services = Servicios
web-language = Idioma
web-json = Estos datos en JSON
web-terminal = En un terminal: { $command }
web-footer = De Rejoin { $version }. La tabla que hay detrás de esta página decide también cómo se comporta la biblioteca.
web-source-number = Fuente { $number }

## La tabla de códigos, y la búsqueda

web-codes-title = Cada código de cierre de WebSocket, explicado
web-codes-lead = Qué significa cada uno, quién lo envía, si hay que reconectar y qué hacer. Dos cualesquiera se pueden comparar.
web-codes-table = Todos los códigos
web-guide-entry = ¿No sabe por dónde empezar? Responda a unas pocas preguntas.
web-search = Buscar
web-search-label = Un número, dos números, un nombre o palabras
web-search-examples = Por ejemplo { $first }, { $second } o { $third }
web-search-found = Encontrados: { $count }
web-search-none = Nada encaja. Pruebe con menos palabras, o con otras.

## Un código

web-in-brief = En breve
web-compare-with = Comparar con
web-services-of-range = Servicios que usan estos números
web-previous = Anterior
web-next = Siguiente

## Comparaciones

web-compare-title = Comparar dos códigos
web-compare-lead = Primero los que se confunden a menudo, luego todas las parejas.
web-compare-confused = A menudo confundidos
web-compare-all = Todas las parejas
web-aspect = Aspecto

## Servicios

web-services-title = Servicios con códigos de cierre propios
web-services-lead = El mismo número significa cosas distintas para servicios distintos. Lo que el suyo no enumera conserva su significado general.
web-service = Servicio
web-service-title = Códigos de cierre de { $service }
web-subprotocols = Se reconoce por el subprotocolo
web-good-to-know = Conviene saber
web-service-rest = Un código que no está en esta lista tiene su significado general: vea la tabla de códigos.

## La guía

web-guide-lead = Responda a una pregunta tras otra. Cada respuesta lleva a la pregunta siguiente, o a lo que ha ocurrido.
web-guide-again = Empezar de nuevo
web-guide-codes = Siga leyendo:

## Las fuentes

web-sources-lead = Todo lo que se dice aquí se apoya en ellas. Lo que se midió nombra la versión.
web-source = Fuente
web-cited-by = Citada por

## No existe la página

web-missing-title = Esta página no existe
web-missing-text = Cada código de cierre de 0 a 65535 tiene su lugar en la tabla de códigos.
