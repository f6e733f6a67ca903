# Labels, headings and short phrases. What must stay left to right stands between backticks.
# Where a message has variables, its remark says what they stand for.

## The first line of an explanation: code and title, then three phrases.

# $code: the number; $title: its name; $sender, $end and $retry: one of the phrases below.
headline = { $code } { $title }: { $sender }, { $end }, { $retry }
# $title: the name of a code; $service: the name of a service in which it means something else.
title-in-service = { $title } ({ $service })
headline-sender-both = from either side
headline-sender-client = from the client
headline-sender-server = from the server
headline-sender-local = never sent
headline-sender-nobody = never sent
headline-end-clean = clean
headline-end-lost = not clean
headline-end-never-opened = never opened
headline-end-invalid = a protocol error
headline-retry-application = the application decides
headline-retry-never = do not reconnect
headline-retry-not-needed = no need to reconnect
headline-retry-with-new-input = reconnect after a change
# $range: a range of seconds, such as 1-5.
headline-retry-yes = reconnect in { $range } s
headline-retry-service-yes = reconnect
headline-retry-service-unstated = nothing is said of reconnecting

## What holds for a code: labels, then what they can be.

fact-name = Name
fact-sender = Sent by
fact-sender-by-text = By the text
fact-wire = Close frame
fact-page = Web page
fact-end = The close
fact-class = Kind
fact-act = Who must act
fact-retry = Reconnect
fact-registered-delay = Registered delay
fact-registration = Registered as
fact-reference = Reference

sender-both = client or server
sender-client = the client only
sender-server = the server only
sender-nobody = nobody

wire-allowed = may carry it
wire-local-only = never carries it: an endpoint concludes it by itself
wire-out-of-range = must not carry it: no code is above 4999
wire-reserved = must not carry it: the number is held back
wire-unassigned = must not carry it: the number is not assigned
wire-unused = must not carry it: no code is below 1000

page-may = can send it with `close()`
page-may-not = cannot send it: `close()` throws

end-clean = clean: both sides said Close
end-lost = not clean: no Close frame arrived
end-never-opened = there was none: the connection never opened
end-invalid = not clean: who gets such a frame fails the connection

class-application = the application's own
class-authorization = authorization
class-done = finished as intended
class-failure = failure
class-invalid = not allowed
class-leaving = one side leaves
class-library = a library's own
class-limit = limit exceeded
class-lost = connection lost
class-negotiation = negotiation of extensions
class-overload = overload
class-policy = refused by a rule of the application
class-protocol = protocol broken
class-restart = planned restart
class-timeout = too slow
class-tls = TLS
class-unstated = no reason given

act-application = the application's documentation says
act-authorization = the side that received it: it lacks rights
act-done = nobody
act-failure = who runs the side that sent it
act-invalid = who wrote the program that sent it
act-leaving = nobody
act-library = the library's documentation says
act-limit = the side that received it: it sent too much
act-lost = who runs the part of the path that broke
act-negotiation = who configures the server or a proxy, or who writes the client
act-overload = who runs the server
act-policy = the side that received it: it was refused
act-protocol = the side that received it: what it sent was wrong
act-restart = nobody: it is planned
act-timeout = the side that received it: it was too slow
act-tls = who looks after certificate and trust
act-unstated = nobody

retry-application = as the application says
retry-never = no, not until the cause is gone
retry-not-needed = no need to
retry-with-new-input = only after a change: credentials, rate or size
# $range: a range of seconds, such as 1-5.
retry-yes = yes, the first time after a random { $range } s
# $range: a range of seconds, such as 5-30.
delay = a random { $range } s
registration-unassigned = Unassigned
registration-none = not a number of the registry

## Sections of an explanation

heading-meaning = What it means
heading-reconnect = Reconnect?
heading-reason = What the reason carries
heading-causes = When you see it
heading-fixes = How to fix it
heading-seen = What programs show
heading-confusions = Often confused with
heading-services = What it means to services
heading-sources = Sources

role-server = Who runs the server
role-client = Who writes the client
role-proxy = Who runs a proxy
phase-handshake = during the handshake
phase-open = on an open connection
viewer-browsers = Browsers
viewer-libraries = Libraries
# $version: the program and the version that was run.
basis-measured = measured with { $version }
no-cause-in-handshake = No cause is known during the handshake. A Close frame needs an open connection.
no-cause-in-open = No cause is known on an open connection.

reconnect-yes = reconnect
reconnect-no = do not reconnect
reconnect-after-change = reconnect after a change
reconnect-unstated = nothing is said of reconnecting
# $service: the name of a service; $code: a number.
service-says-nothing = { $service } documents no meaning of { $code }.

## A comparison

# $low and $high: two codes with their names.
comparison-title = { $low } or { $high }
heading-differences = What differs
heading-alike = The same for both
heading-tell-apart = How to tell them apart
heading-use = When to use which
heading-now = What to do now
# $bytes: two bytes in hexadecimal digits.
apart-bytes = On the wire: the body of the Close frame begins with `{ $bytes }`.
# $low and $high: pairs of bytes in hexadecimal digits.
apart-byte-range = On the wire: the body of the Close frame begins with `{ $low }` to `{ $high }`.
apart-local = In no capture: no frame carries it. It stands in the log of the side that reports it.
apart-invalid = On the wire it is a mistake of its sender: the answer is 1002, or the end of the TCP connection.
use-local = Report it, never send it.
use-nobody = Never send it.
# $code: a number.
same-code = Both are { $code }: there is nothing to compare.
# $range: a range of codes, such as 4000-4999.
same-row = Both lie in { $range }, and the protocol gives neither of them a meaning.

## The table of codes, and a search

column-code = Code
column-title = Name
column-sender = Sent by
column-wire = In a frame
column-retry = Reconnect
sender-short-both = both
sender-short-client = client
sender-short-server = server
sender-short-nobody = nobody
wire-short-yes = yes
wire-short-no = no
retry-short-application = application
retry-short-never = no
retry-short-not-needed = no need
retry-short-with-new-input = after a change
# $range: a range of seconds, such as 1-5.
retry-short-yes = yes, { $range } s
# $count: how many there are.
matches = { $count ->
    [one] { $count } place fits:
   *[other] { $count } places fit, the best first:
}

## Bytes taken apart

heading-frames = The bytes
# $kind: the kind of frame, such as Close; $length: the bytes of its payload.
frame-of-client = { $kind } frame of a client (masked), { $length ->
    [one] { $length } byte of payload
   *[other] { $length } bytes of payload
}
# $kind: the kind of frame, such as Close; $length: the bytes of its payload.
frame-of-server = { $kind } frame of a server (not masked), { $length ->
    [one] { $length } byte of payload
   *[other] { $length } bytes of payload
}
# $length: its bytes.
frame-body = The body of a Close frame, { $length ->
    [one] { $length } byte
   *[other] { $length } bytes
}
frame-continues = More frames of the same message follow.
frame-compressed = RSV1 is set: the message is compressed if `permessage-deflate` was agreed; otherwise it breaks RFC 6455 section 5.2.
frame-incomplete = The bytes end before the frame does.
label-code = Code
label-reason = Reason
label-text = Text
label-bytes = Bytes
label-none = none
# $range: a range of seconds, such as 1-5.
reason-window = The reason asks clients to come back at a random moment of { $range } s.
# $rule: which rule, in words; $section: where it stands; $code: a close code.
frame-fault = This breaks a rule: { $rule } ({ $section }). It is answered with { $code }.

fault-close-body-too-short = the body of a Close frame is empty or has two bytes and more
fault-close-reason-not-utf8 = the reason of a Close frame is UTF-8
fault-continuation-without-message = a continuation frame belongs to a message that has begun
fault-control-frame-fragmented = a control frame is never fragmented
fault-control-frame-too-long = a control frame has 125 bytes of payload at most
fault-invalid-close-code = this code must not stand in a Close frame
fault-invalid-utf8 = a text message is UTF-8
fault-length-not-minimal = a length is written in its shortest form
fault-length-too-large = the highest bit of a length of 64 bits is not set
fault-mask-forbidden = a server does not mask its frames
fault-mask-missing = a client masks its frames
fault-message-interrupted = a message ends before the next one begins
fault-reserved-bits = a reserved bit is set only if an agreed extension uses it
fault-reserved-opcode = there are six opcodes: 0, 1, 2, 8, 9 and 10

## A header of the opening handshake

heading-header = The header
header-extensions = Lists extensions: the client offers them in its request, the server names in its answer those that it takes.
header-key = Sent by the client: 16 random bytes in base64. It proves that the server understands WebSocket, and no more.
header-accept = Sent by the server: a hash of the client's key. A wrong one means that something else has answered, such as a cache.
header-version = Sent by the client: the version of the protocol. There is one in use, 13.
header-protocol = Lists subprotocols: the client offers them in its request, the server names at most one of them in its answer.
header-upgrade = Names what the connection changes to. Both sides send it.
header-connection = Names the headers that are meant for the next hop alone. With `Upgrade` in it, a proxy knows that it must handle that header itself; a proxy that knows nothing of it drops both.
header-retry-after = Sent by a server that refuses, with 503 or 429: how long to stay away.
# $value: a header's value, computed from the key.
header-key-good = The key is valid. It is answered with { $value }.
header-key-bad = This is no key: it must be 24 characters of base64 that stand for 16 bytes. A server answers 400.
header-accept-good = It has the right form. Whether it is right depends on the key: `rejoin explain --header` computes the answer from that.
header-accept-bad = This is no answer to any key: it must be 28 characters of base64 that stand for 20 bytes. A client fails the handshake.
header-version-good = This is the version of RFC 6455.
header-version-bad = No server of today speaks this version. It answers 426 with `Sec-WebSocket-Version: 13`.
header-protocol-bad = This is no list of subprotocols: each one must be a token, and none may stand twice. A server answers 400.
# $name: a subprotocol.
header-protocol-one = { $name } is the one that the two sides speak, if the server names it; if only the client does, it is an offer.
header-protocol-several = As an offer it is in order. In an answer there is one at most: a client fails the handshake.
# $name: a subprotocol; $service: what gives close codes a meaning under it.
header-protocol-service = Under { $name } close codes have meanings of their own: those of { $service }.
header-upgrade-good = It names `websocket`, as it should.
header-upgrade-bad = It does not name `websocket`: a server does not take this for a WebSocket handshake, and a client fails the handshake.
header-connection-good = It names `Upgrade`, as it should.
header-connection-bad = It does not name `Upgrade`: a server does not take this for a WebSocket handshake, and a client fails the handshake. Most often a proxy has replaced the header.
# $seconds: a number of seconds.
header-retry-after-seconds = { $seconds ->
    [one] The server asks to be left alone for { $seconds } second.
   *[other] The server asks to be left alone for { $seconds } seconds.
}
header-retry-after-date = The server asks to be left alone until that moment.
header-retry-after-bad = This is neither a number of seconds nor a date of HTTP: clients pass over it.
# $place: which byte, counted from 0; $offence: what is wrong there.
header-malformed = Malformed at byte { $place }: { $offence }. A server answers 400, and a client fails the handshake (RFC 6455 section 9.1).
offence-empty-list = the header is there and names no extension
offence-parameter-missing = a parameter must follow the semicolon
offence-quote-not-closed = the closing quotation mark is missing
offence-unexpected-byte = a character that may not stand here
offence-value-missing = a value must follow the equals sign
offence-value-not-token = a value between quotation marks must be a token

heading-parameters = What it says
param-server-no-context-takeover = The server compresses each message by itself. As an offer it is a demand, and an answer that takes the offer must repeat it.
param-client-no-context-takeover = The client compresses each message by itself. As an offer it is a hint, as an answer a demand.
param-server-max-window-bits = The window within which the server compresses, as a power of two from 8 to 15. An answer that takes an offer with it must have it too, and no larger.
param-client-max-window-bits = The window within which the client compresses, as a power of two from 8 to 15. Without a value, which only an offer may leave out, the client lets the server choose. An answer may have it only if the offer had it.
extension-deflate = Compresses messages (RFC 7692). Registered.
extension-deflate-frame = What Safari offered before version 15: an early draft of compression. Not registered; servers decline it.
extension-usp = The User Services Platform (TR-369). Registered; it changes no frames, and nobody may insist on it.
extension-unknown = Not registered. Both sides must know it beforehand.

heading-as-offer = As an offer of a client
# $offer: what the client had offered.
heading-as-answer = As an answer to { $offer }
# $answer: the answer of the server.
verdict-taken = Taken: a server that can do everything answers { $answer }.
# $rule: which rule, in words; $section: where it stands.
verdict-declined = Declined: { $rule } ({ $section }). The next offer is tried; without one the connection opens without the extension.
verdict-not-reached = Not looked at: an offer before it is taken.
verdict-opens = Good: the connection opens.
# $missing: the extensions that were offered and not taken.
verdict-opens-without = Good: the connection opens. A client that cannot work without { $missing } leaves with 1010.
# $rule: which rule, in words; $section: where it stands.
verdict-fails = The handshake fails, and no Close frame is sent: { $rule } ({ $section }).

rule-agreed-twice = the extension stands there twice, and a connection has one configuration of each
rule-declined-by-policy = the extension is switched off
# $answered: the parameter with the value of the answer; $offered: the value of the offer.
rule-larger-than-offered = { $answered } is larger than what was offered, { $offered }
rule-not-answered = the answer does not have it
rule-not-configured = a server knows no extension of this name unless it is set up for it
# $parameter: the parameter's name.
rule-not-offered = { $parameter } may be answered only if it was offered
# $parameter: the parameter's name.
rule-not-repeated = { $parameter } was offered, so the answer must repeat it
rule-not-requested = the extension was not offered
# $parameter: the parameter's name.
rule-parameter-repeated = { $parameter } stands there more than once
# $parameter: the parameter's name.
rule-parameter-unknown = the extension has no parameter { $parameter }
# $parameter: the parameter's name.
rule-required-here = { $parameter } is required
# $bits: reserved bits, such as RSV1; $extension: the extension that has them.
rule-rsv-taken = { $extension } is agreed already and uses { $bits } too
# $parameter: the parameter's name.
rule-value-invalid = the value of { $parameter } is none that it may have
# $parameter: the parameter's name.
rule-value-missing = { $parameter } needs a value
# $parameter: the parameter's name.
rule-value-not-allowed = { $parameter } takes no value
# $parameter: the parameter with its value.
rule-window-unsupported = { $parameter } is not supported
