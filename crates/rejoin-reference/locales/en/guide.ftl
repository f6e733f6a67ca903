# Why was I closed? The questions, what can be answered, and the answers.
# One message on a line. What must stay left to right stands between backticks.

g-q-opened = Did the connection open before it ended?
g-c-opened-yes = Yes: messages could be sent.
g-c-opened-no = No: it never opened.
g-c-opened-number = I only have a number.

g-q-handshake = What came back from the attempt?
g-c-handshake-nothing = Nothing: it was refused or timed out.
g-c-handshake-tls = An error about a certificate or TLS.
g-c-handshake-login = HTTP status 401 or 403.
g-c-handshake-status = Another HTTP status, such as 200, 302, 400, 404, 426 or 502.
g-c-handshake-switched = Status 101, and the client gave up all the same.
g-c-handshake-browser = I only see 1006 in a browser.

g-q-number = Which number do you have?
g-c-number-planned = 1000 or 1001
g-c-number-data = 1002, 1003, 1007 or 1009
g-c-number-empty = 1005
g-c-number-lost = 1006
g-c-number-refused = 1008, 3000 or 3003
g-c-number-extension = 1010
g-c-number-service = 1011, 1012, 1013 or 1014
g-c-number-slow = 3008
g-c-number-private = Another number from 3000 to 4999
g-c-number-other = Any other number

g-q-wanted = Did anybody want this connection to end?
g-c-wanted-yes = Yes: the work was done, or a page was left.
g-c-wanted-deploy = No. A server or proxy was restarted.
g-c-wanted-silence = No. It had been silent, or had lived for a long time.

g-q-sent = What was sent just before the end?
g-c-sent-large = A large message
g-c-sent-binary = Binary data to a server that expects text, or the reverse
g-c-sent-text = Text, in a language or from a source that may not be UTF-8
g-c-sent-ordinary = Nothing unusual

g-q-moment = When did it end?
g-c-moment-fixed = After 30, 60 or 100 seconds, or another fixed time
g-c-moment-together = For all clients at the same moment
g-c-moment-large = Right after a large message
g-c-moment-random = At any time, one client here and there

g-q-credentials = Are your credentials present, valid and not expired?
g-c-credentials-no = No, or I do not know.
g-c-credentials-yes = Yes.

g-q-rate = Did the client send very much, or very often?
g-c-rate-yes = Yes.
g-c-rate-no = No.

g-q-reason = What does the reason of the 1010 say?
g-c-reason-names = It names extensions, such as `permessage-deflate`.
g-c-reason-okhttp = `unexpected Sec-WebSocket-Extensions in response header`
g-c-reason-other = Something else, or nothing.

g-q-service = Which of the four is it?
g-c-service-ping = 1011 with `keepalive ping timeout`
g-c-service-failed = 1011 with another reason or none
g-c-service-restart = 1012
g-c-service-busy = 1013
g-c-service-gateway = 1014

g-a-unreachable = The server was not reached. Check name, port and firewall, and whether the server listens. Retrying with growing random delays is right.
g-a-tls = TLS failed. Check that the certificate has not expired, names this host and comes with its whole chain, and that the scheme fits the port. Retrying does not help.
g-a-refused = The server refuses you before the connection opens. Renew the credentials for 401; ask for the right for 403. Check the `Origin` too.
g-a-status = Something that is not your WebSocket server answered, or a proxy spoiled the request. Check the path, and that proxies forward `Upgrade` and `Connection` over HTTP/1.1. A redirect often leads to a login page.
g-a-answer = The 101 was not valid. Compare `Sec-WebSocket-Accept`, `Sec-WebSocket-Extensions` and `Sec-WebSocket-Protocol` of request and answer: nothing may be there that was not asked for.
g-a-browser = A browser hides the cause. Look at its console and network view, or repeat the handshake outside of the browser: `rejoin check URL` shows every step.
g-a-empty = The peer closed in good order and gave no code. Nothing is broken. Reconnect if you still need the connection.
g-a-slow = The peer waited too long for something that you owed: a login, an answer, data. Send it earlier. With Centrifugo and AssemblyAI the number has another meaning.
g-a-private = The number belongs to a service or library. Find out which one, and look it up in that table.
g-a-invalid = This number may not be sent. The peer, or a program that rewrites closes, has a fault.
g-a-done = A planned end. There is nothing to mend. Open a new connection when you need one.
g-a-leaving = The server or a proxy left in order. Reconnect after a random 0 to 5 seconds. If it is your server and it comes back, send 1012.
g-a-silence = A limit for silence or lifetime ended it: Cowboy and uWebSockets say 1000, Jetty and Deno 1001, Bandit 1002. Send pings, raise the limit, and reconnect.
g-a-large = The message was above the peer's limit. Split it in your own format, or raise the limit.
g-a-type = The peer takes the other type of message only. Change the call that sends it.
g-a-text = The text was not UTF-8. Encode it as UTF-8, or send it as binary. Chromium says 1002 for this.
g-a-protocol = A frame broke the protocol. Suspect old libraries, and proxies that handle compression on one side only. Try without compression.
g-a-timeout = A proxy cut it: 60 seconds of silence are nginx or AWS, 100 seconds Cloudflare, 30 seconds of life Google Cloud. Send pings every 20 seconds, or raise the limit.
g-a-cut = A server or proxy was restarted without a word. Make the server close with 1012 before it stops, and reload proxies less often.
g-a-limit = The peer has a limit on size and does not say so: uWebSockets (16 KiB) and tungstenite just drop the connection. Send less at once.
g-a-network = Networks change and devices sleep. Reconnect with growing random delays, and send pings, so that dead connections are noticed.
g-a-renew = Get new credentials, then connect once. Repeating the old ones ends the same way.
g-a-rate = You broke a limit of the service. Reduce rate and number of connections before you reconnect.
g-a-rights = You are known, and not allowed. Ask whoever gives rights. Stop the automatic reconnect.
g-a-extension = A client requires an extension that was not agreed. Enable it on the server, make proxies pass `Sec-WebSocket-Extensions`, or make it optional.
g-a-okhttp = OkHttp cannot use the answer. Answer its offer without `client_max_window_bits` and without unknown parameters.
g-a-broken = Some libraries, such as faye, send 1010 when an agreed extension fails in use. Check the compression on both sides.
g-a-ping = One side got no answer to its ping in time. Look for a blocked event loop, then for a slow link.
g-a-failed = The server failed unexpectedly. Its log tells more. Reconnect with growing random delays.
g-a-restart = A planned restart. Wait for the window that the reason names, else 1 to 5 seconds at random, and reconnect.
g-a-busy = The service has too much to do. Try another address, or wait longer with each attempt.
g-a-gateway = The server behind a gateway failed. Look there. Reconnect with growing random delays.
