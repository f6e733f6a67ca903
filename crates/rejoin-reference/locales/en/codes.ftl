# What is told of each code. One message on a line; what must stay left to right stands between backticks.

c1010-title = Mandatory Extension
c1010-meaning = The client needs an extension that the server did not agree to. The handshake itself was valid, and the connection was open: the client closes it because it cannot work without the extension.
c1010-reconnect = No. The same offer gets the same answer until the server, a proxy in between or the client is changed.
c1010-reason = The names of the extensions that the client needs, such as `permessage-deflate`. RFC 6455 asks for the list; 123 bytes are the limit.
c1010-cause-okhttp = An Android application got an answer that its library cannot use: OkHttp closes with 1010 and the reason `unexpected Sec-WebSocket-Extensions in response header`.
c1010-cause-required = The client requires an extension, and the answer with status 101 does not contain it.
c1010-fix-server = Enable the extension that the reason names, and look at the answer's `Sec-WebSocket-Extensions`.
c1010-seen-libraries = A 1010 from the peer is accepted, shown to the application and echoed.
c1010-seen-okhttp = The application gets `onClosing` and `onClosed` with 1010, as if the server had refused.
c1010-versus-1002 = With 1010 everybody kept the rules, and something is missing. With 1002 somebody broke a rule.
