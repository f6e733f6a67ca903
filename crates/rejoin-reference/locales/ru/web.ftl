# Веб-страницы справочника: что стоит там помимо текстов других файлов.
# То, что должно оставаться слева направо, стоит между обратными апострофами.

## На каждой странице

web-site = Коды закрытия WebSocket
web-skip = К содержанию
web-nav = Основные разделы
web-nav-codes = Коды
web-nav-compare = Сравнить
web-nav-guide = Почему меня закрыли?
web-nav-services = Службы
web-language = Язык
web-json = Эти сведения в JSON
web-terminal = В терминале: { $command }
web-footer = Из Rejoin { $version }. Таблица за этой страницей определяет и поведение библиотеки.
web-source-number = Источник { $number }

## Таблица кодов и поиск

web-codes-title = Каждый код закрытия WebSocket с объяснением
web-codes-lead = Что каждый значит, кто его отправляет, подключаться ли снова и что делать. Любые два можно сравнить.
web-codes-table = Все коды
web-guide-entry = Не знаете, с чего начать? Ответьте на несколько вопросов.
web-search = Искать
web-search-label = Число, два числа, название или слова
web-search-examples = Например, { $first }, { $second } или { $third }
web-search-found = Найдено: { $count }
web-search-none = Ничего не подходит. Попробуйте меньше слов или другие.

## Код

web-in-brief = Коротко
web-compare-with = Сравнить с
web-services-of-range = Службы, которые используют эти числа
web-previous = Назад
web-next = Дальше

## Сравнения

web-compare-title = Сравнить два кода
web-compare-lead = Сначала те, что часто путают, затем все пары.
web-compare-confused = Часто путают
web-compare-all = Все пары
web-aspect = Сторона

## Службы

web-services-title = Службы с собственными кодами закрытия
web-services-lead = Одно и то же число значит у разных служб разное. Чего нет в списке вашей, сохраняет общее значение.
web-service = Служба
web-service-title = Коды закрытия { $service }
web-subprotocols = Узнаётся по подпротоколу
web-good-to-know = Полезно знать
web-service-rest = У кода, которого здесь нет, общее значение: см. таблицу кодов.

## Путеводитель

web-guide-lead = Отвечайте на вопросы по одному. Каждый ответ ведёт к следующему вопросу или к тому, что случилось.
web-guide-again = Начать сначала
web-guide-codes = Читать дальше:

## Источники

web-sources-lead = Всё сказанное здесь опирается на них. Для измеренного названа версия.
web-source = Источник
web-cited-by = Где упомянут

## Нет такой страницы

web-missing-title = Такой страницы нет
web-missing-text = У каждого кода закрытия от 0 до 65535 есть место в таблице кодов.
