# The web pages of the reference: what stands there beside the texts of the other files.
# What must stay left to right stands between backticks.

## On every page

web-site = WebSocket close codes
web-skip = Skip to the content
# Read aloud before the links to the main parts.
web-nav = Main parts
web-nav-codes = Codes
web-nav-compare = Compare
web-nav-guide = Why was I closed?
web-nav-services = Services
web-language = Language
web-json = These facts as JSON
# $command: what to type.
web-terminal = In a terminal: { $command }
# $version: a version number.
web-footer = From Rejoin { $version }. The table behind this page also decides how the library behaves.
# $number: its place in the list of sources. Read aloud in place of a small raised number.
web-source-number = Source { $number }

## The table of codes, and the search

web-codes-title = Every WebSocket close code, explained
web-codes-lead = What each one means, who sends it, whether to reconnect, and what to do about it. Any two can be compared.
web-codes-table = All codes
web-guide-entry = Not sure where to begin? Answer a few questions.
web-search = Search
web-search-label = A number, two numbers, a name or words
# $first, $second and $third: examples of what to type.
web-search-examples = For example { $first }, { $second } or { $third }
# $count: how many places were found.
web-search-found = Found: { $count }
web-search-none = Nothing fits. Try fewer or other words.

## A code

web-in-brief = In brief
web-compare-with = Compare with
web-services-of-range = Services that use these numbers
web-previous = Previous
web-next = Next

## Comparisons

web-compare-title = Compare two codes
web-compare-lead = Those that are often confused come first, then every pair.
web-compare-confused = Often confused
web-compare-all = Every pair
# The heading of a column that names what is compared.
web-aspect = Aspect

## Services

web-services-title = Services with close codes of their own
web-services-lead = The same number means different things to different services. What yours does not list keeps its general meaning.
# The heading of a column of names of services.
web-service = Service
# $service: the name of a service.
web-service-title = Close codes of { $service }
web-subprotocols = Known by the subprotocol
web-good-to-know = Good to know
web-service-rest = A code that is not listed here has its general meaning: see the table of codes.

## The guide

web-guide-lead = Answer one question after the other. Each answer leads to the next question, or to what has happened.
web-guide-again = Begin again
# Followed by links to codes.
web-guide-codes = Read on:

## The sources

web-sources-lead = Everything that is told here rests on these. What was measured names the version.
# The heading of a column of titles.
web-source = Source
# The heading of a column of links to codes and services.
web-cited-by = Cited by

## No such page

web-missing-title = There is no such page
web-missing-text = Every close code from 0 to 65535 has its place in the table of codes.
