# Подписи, заголовки и короткие обороты. То, что должно оставаться слева направо, стоит между обратными апострофами.
# Что значат переменные, сказано в примечаниях английского файла.

## Первая строка объяснения: код и название, затем три оборота.

headline = { $code } { $title }: { $sender }, { $end }, { $retry }
title-in-service = { $title } ({ $service })
headline-sender-both = с любой стороны
headline-sender-client = от клиента
headline-sender-server = от сервера
headline-sender-local = не отправляется
headline-sender-nobody = не отправляется
headline-end-clean = чистый конец
headline-end-lost = нечистый конец
headline-end-never-opened = не открывалось
headline-end-invalid = ошибка протокола
headline-retry-application = решает приложение
headline-retry-never = не подключаться снова
headline-retry-not-needed = подключаться снова не нужно
headline-retry-with-new-input = подключаться снова после изменения
headline-retry-yes = подключаться снова через { $range } с
headline-retry-service-yes = подключаться снова
headline-retry-service-unstated = о переподключении не сказано

## Что верно для кода: подписи, затем возможные значения.

fact-name = Название
fact-sender = Кто отправляет
fact-sender-by-text = По букве текста
fact-wire = Кадр Close
fact-page = Веб-страница
fact-end = Закрытие
fact-class = Вид
fact-act = Кто должен действовать
fact-retry = Переподключение
fact-registered-delay = Задержка по регистрации
fact-registration = Зарегистрирован как
fact-reference = Ссылка

sender-both = клиент или сервер
sender-client = только клиент
sender-server = только сервер
sender-nobody = никто

wire-allowed = может его нести
wire-local-only = никогда его не несёт: одна из сторон заключает о нём сама
wire-out-of-range = не должен его нести: кодов больше 4999 нет
wire-reserved = не должен его нести: число придержано
wire-unassigned = не должен его нести: число не назначено
wire-unused = не должен его нести: кодов меньше 1000 нет

page-may = может отправить через `close()`
page-may-not = не может отправить: `close()` бросает исключение

end-clean = чистое: обе стороны сказали Close
end-lost = нечистое: кадр Close не пришёл
end-never-opened = его не было: соединение не открывалось
end-invalid = нечистое: получивший такой кадр разрывает соединение

class-application = своё у приложения
class-authorization = авторизация
class-done = закончено как хотели
class-failure = отказ
class-invalid = недопустимо
class-leaving = одна сторона уходит
class-library = своё у библиотеки
class-limit = превышен предел
class-lost = соединение потеряно
class-negotiation = согласование расширений
class-overload = перегрузка
class-policy = отказ по правилу приложения
class-protocol = протокол нарушен
class-restart = запланированный перезапуск
class-timeout = слишком медленно
class-tls = TLS
class-unstated = причина не названа

act-application = сказано в документации приложения
act-authorization = сторона, которая его получила: ей не хватает прав
act-done = никто
act-failure = кто держит сторону, которая его отправила
act-invalid = кто написал программу, которая его отправила
act-leaving = никто
act-library = сказано в документации библиотеки
act-limit = сторона, которая его получила: она отправила слишком много
act-lost = кто держит порвавшийся участок пути
act-negotiation = кто настраивает сервер или прокси либо пишет клиента
act-overload = кто держит сервер
act-policy = сторона, которая его получила: ей отказали
act-protocol = сторона, которая его получила: отправленное ею было неверно
act-restart = никто: это запланировано
act-timeout = сторона, которая его получила: она была слишком медленна
act-tls = кто отвечает за сертификат и доверие
act-unstated = никто

retry-application = как скажет приложение
retry-never = нет, пока не устранена причина
retry-not-needed = не нужно
retry-with-new-input = только после изменения: учётные данные, частота или размер
retry-yes = да, первый раз через случайные { $range } с
delay = случайные { $range } с
registration-unassigned = Не назначено
registration-none = не число реестра

## Разделы объяснения

heading-meaning = Что это значит
heading-reconnect = Подключаться ли снова?
heading-reason = Что несёт текст причины
heading-causes = Когда вы это видите
heading-fixes = Как исправить
heading-seen = Что показывают программы
heading-confusions = С чем часто путают
heading-services = Что это значит у служб
heading-sources = Источники

role-server = Кто держит сервер
role-client = Кто пишет клиента
role-proxy = Кто держит прокси
phase-handshake = во время рукопожатия
phase-open = на открытом соединении
viewer-browsers = Браузеры
viewer-libraries = Библиотеки
basis-measured = измерено с { $version }
no-cause-in-handshake = Во время рукопожатия причин не известно. Кадру Close нужно открытое соединение.
no-cause-in-open = На открытом соединении причин не известно.

reconnect-yes = подключаться снова
reconnect-no = не подключаться снова
reconnect-after-change = подключаться снова после изменения
reconnect-unstated = о переподключении не сказано
service-says-nothing = { $service }: значение { $code } не описано.

## Сравнение

comparison-title = { $low } или { $high }
heading-differences = Чем различаются
heading-alike = Что одинаково
heading-tell-apart = Как отличить
heading-use = Когда какой использовать
heading-now = Что делать сейчас
apart-bytes = На проводе: тело кадра Close начинается с `{ $bytes }`.
apart-byte-range = На проводе: тело кадра Close начинается с `{ $low }` … `{ $high }`.
apart-local = Ни в одной записи трафика: его не несёт ни один кадр. Он стоит в журнале стороны, которая о нём сообщает.
apart-invalid = На проводе это ошибка отправителя: ответ — 1002 или конец соединения TCP.
use-local = Сообщайте о нём, но не отправляйте.
use-nobody = Никогда не отправляйте.
same-code = Оба — { $code }: сравнивать нечего.
same-row = Оба лежат в { $range }, и протокол не даёт значения ни одному.

## Таблица кодов и поиск

column-code = Код
column-title = Название
column-sender = Отправитель
column-wire = В кадре
column-retry = Снова
sender-short-both = оба
sender-short-client = клиент
sender-short-server = сервер
sender-short-nobody = никто
wire-short-yes = да
wire-short-no = нет
retry-short-application = приложение
retry-short-never = нет
retry-short-not-needed = не нужно
retry-short-with-new-input = изменив
retry-short-yes = да, { $range } с
matches = { $count ->
    [one] Подходит { $count } место:
    [few] Подходят { $count } места, лучшее первым:
    [many] Подходит { $count } мест, лучшее первым:
   *[other] Подходит { $count } места, лучшее первым:
}

## Разобранные байты

heading-frames = Байты
frame-of-client = Кадр { $kind } от клиента (с маской), { $length ->
    [one] { $length } байт данных
    [few] { $length } байта данных
    [many] { $length } байт данных
   *[other] { $length } байта данных
}
frame-of-server = Кадр { $kind } от сервера (без маски), { $length ->
    [one] { $length } байт данных
    [few] { $length } байта данных
    [many] { $length } байт данных
   *[other] { $length } байта данных
}
frame-body = Тело кадра Close, { $length ->
    [one] { $length } байт
    [few] { $length } байта
    [many] { $length } байт
   *[other] { $length } байта
}
frame-continues = Далее следуют кадры того же сообщения.
frame-compressed = Выставлен RSV1: сообщение сжато, если согласовано `permessage-deflate`; иначе это нарушает RFC 6455, раздел 5.2.
frame-incomplete = Байты кончаются раньше кадра.
label-code = Код
label-reason = Текст причины
label-text = Текст
label-bytes = Байты
label-none = нет
reason-window = Текст причины просит клиентов вернуться в случайный момент в пределах { $range } с.
frame-fault = Это нарушает правило: { $rule } ({ $section }). На это отвечают { $code }.

fault-close-body-too-short = тело кадра Close пусто или занимает два байта и больше
fault-close-reason-not-utf8 = текст причины в кадре Close — UTF-8
fault-continuation-without-message = кадр продолжения принадлежит начатому сообщению
fault-control-frame-fragmented = управляющий кадр никогда не разбивают
fault-control-frame-too-long = в управляющем кадре не больше 125 байт данных
fault-invalid-close-code = этот код не должен стоять в кадре Close
fault-invalid-utf8 = текстовое сообщение — UTF-8
fault-length-not-minimal = длину пишут в самом коротком виде
fault-length-too-large = старший бит 64-битной длины не выставлен
fault-mask-forbidden = сервер не маскирует свои кадры
fault-mask-missing = клиент маскирует свои кадры
fault-message-interrupted = сообщение кончается раньше, чем начинается следующее
fault-reserved-bits = зарезервированный бит выставляют, только если его использует согласованное расширение
fault-reserved-opcode = опкодов шесть: 0, 1, 2, 8, 9 и 10

## Заголовок открывающего рукопожатия

heading-header = Заголовок
header-extensions = Перечисляет расширения: клиент предлагает их в запросе, сервер называет в ответе принятые.
header-key = Отправляет клиент: 16 случайных байт в base64. Он доказывает, что сервер понимает WebSocket, и ничего больше.
header-accept = Отправляет сервер: хеш ключа клиента. Неверный значит, что ответило что-то другое, например кэш.
header-version = Отправляет клиент: версия протокола. В ходу одна — 13.
header-protocol = Перечисляет подпротоколы: клиент предлагает их в запросе, сервер называет в ответе не больше одного.
header-upgrade = Называет, во что превращается соединение. Отправляют обе стороны.
header-connection = Называет заголовки, предназначенные только следующему узлу. Если в нём есть `Upgrade`, прокси знает, что должен обработать тот заголовок сам; прокси, который об этом не знает, теряет оба.
header-retry-after = Отправляет отказывающий сервер, с 503 или 429: сколько держаться в стороне.
header-key-good = Ключ верен. На него отвечают { $value }.
header-key-bad = Это не ключ: должно быть 24 символа base64, обозначающих 16 байт. Сервер отвечает 400.
header-accept-good = Вид верный. Правилен ли он, зависит от ключа: `rejoin explain --header` вычисляет ответ по ключу.
header-accept-bad = Это не ответ ни на один ключ: должно быть 28 символов base64, обозначающих 20 байт. Клиент проваливает рукопожатие.
header-version-good = Это версия из RFC 6455.
header-version-bad = Ни один нынешний сервер не говорит на этой версии. Он отвечает 426 с `Sec-WebSocket-Version: 13`.
header-protocol-bad = Это не список подпротоколов: каждый должен быть токеном, и повторов быть не должно. Сервер отвечает 400.
header-protocol-one = { $name } — то, на чём говорят обе стороны, если его назвал сервер; если только клиент, это предложение.
header-protocol-several = Как предложение это в порядке. В ответе не больше одного: клиент проваливает рукопожатие.
header-protocol-service = Под { $name } у кодов закрытия свои значения: те, что даёт { $service }.
header-upgrade-good = Он называет `websocket`, как и должен.
header-upgrade-bad = Он не называет `websocket`: сервер не считает это рукопожатием WebSocket, а клиент его проваливает.
header-connection-good = Он называет `Upgrade`, как и должен.
header-connection-bad = Он не называет `Upgrade`: сервер не считает это рукопожатием WebSocket, а клиент его проваливает. Чаще всего заголовок заменил прокси.
header-retry-after-seconds = { $seconds ->
    [one] Сервер просит оставить его в покое на { $seconds } секунду.
    [few] Сервер просит оставить его в покое на { $seconds } секунды.
    [many] Сервер просит оставить его в покое на { $seconds } секунд.
   *[other] Сервер просит оставить его в покое на { $seconds } секунды.
}
header-retry-after-date = Сервер просит оставить его в покое до этого момента.
header-retry-after-bad = Это не число секунд и не дата HTTP: клиенты это пропускают.
header-malformed = Построено неверно в байте { $place }: { $offence }. Сервер отвечает 400, а клиент проваливает рукопожатие (RFC 6455, раздел 9.1).
offence-empty-list = заголовок есть, но расширений не называет
offence-parameter-missing = после точки с запятой должен идти параметр
offence-quote-not-closed = нет закрывающей кавычки
offence-unexpected-byte = символ, которого здесь быть не может
offence-value-missing = после знака равенства должно идти значение
offence-value-not-token = значение в кавычках должно быть токеном

heading-parameters = Что он говорит
param-server-no-context-takeover = Сервер сжимает каждое сообщение отдельно. В предложении это требование, и ответ, принимающий предложение, должен его повторить.
param-client-no-context-takeover = Клиент сжимает каждое сообщение отдельно. В предложении это намёк, в ответе — требование.
param-server-max-window-bits = Окно, в пределах которого сжимает сервер, как степень двойки от 8 до 15. Ответ, принимающий предложение с ним, тоже должен его содержать, и не больше.
param-client-max-window-bits = Окно, в пределах которого сжимает клиент, как степень двойки от 8 до 15. Без значения, а опустить его может только предложение, клиент даёт выбрать серверу. В ответе он может быть, только если был в предложении.
extension-deflate = Сжимает сообщения (RFC 7692). Зарегистрировано.
extension-deflate-frame = То, что Safari предлагал до версии 15: ранний черновик сжатия. Не зарегистрировано; серверы его отклоняют.
extension-usp = User Services Platform (TR-369). Зарегистрировано; кадров не меняет, и настаивать на нём никому нельзя.
extension-unknown = Не зарегистрировано. Обе стороны должны знать его заранее.

heading-as-offer = Как предложение клиента
heading-as-answer = Как ответ на { $offer }
verdict-taken = Принято: сервер, который умеет всё, отвечает { $answer }.
verdict-declined = Отклонено: { $rule } ({ $section }). Пробуют следующее предложение; если его нет, соединение открывается без расширения.
verdict-not-reached = Не рассмотрено: принято предложение перед ним.
verdict-opens = Хорошо: соединение открывается.
verdict-opens-without = Хорошо: соединение открывается. Клиент, который не может работать без { $missing }, уходит с 1010.
verdict-fails = Рукопожатие проваливается, кадр Close не отправляется: { $rule } ({ $section }).

rule-agreed-twice = расширение стоит там дважды, а у соединения по одной настройке каждого
rule-declined-by-policy = расширение отключено
rule-larger-than-offered = { $answered } больше предложенного { $offered }
rule-not-answered = в ответе его нет
rule-not-configured = сервер не знает расширения с таким именем, если не настроен для него
rule-not-offered = { $parameter } может быть в ответе, только если был предложен
rule-not-repeated = { $parameter } был предложен, поэтому ответ должен его повторить
rule-not-requested = расширение не предлагали
rule-parameter-repeated = { $parameter } стоит там больше одного раза
rule-parameter-unknown = у расширения нет параметра { $parameter }
rule-required-here = { $parameter } обязателен
rule-rsv-taken = уже согласованное { $extension } тоже использует { $bits }
rule-value-invalid = значение { $parameter } не из допустимых
rule-value-missing = параметру { $parameter } нужно значение
rule-value-not-allowed = { $parameter } не принимает значения
rule-window-unsupported = { $parameter } не поддерживается
