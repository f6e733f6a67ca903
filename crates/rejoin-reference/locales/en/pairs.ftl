# What is said of two codes together.
# One message on a line. What must stay left to right stands between backticks.

p1000-1001-apart-1 = The number is on the wire: `03 e8` is 1000, `03 e9` is 1001. Both are clean ends.
p1000-1001-apart-2 = A close of one connection with 1000 is somebody's decision. Many connections closed with 1001 in the same minute are a shutdown, or a proxy that restarts.
p1000-1001-use-1000 = The work of this connection is done, and nobody needs to come back.
p1000-1001-use-1001 = You leave although the work may not be done: the server stops, or the page is left.
p1000-1001-now = After 1000 ask whether the application still needs the connection. After 1001 reconnect after a random 0 to 5 seconds.

p1000-1005-apart-1 = The length of the Close frame's body decides: two bytes or more for 1000, zero for 1005.
p1000-1005-apart-2 = .NET and faye write 1000 for both. A log made by them does not tell.
p1000-1005-use-1000 = Always, when you close on purpose and the work is done.
p1000-1005-use-1005 = Never: it cannot be sent. It is what the other side notes down when your Close has no code.
p1000-1005-now = If your own side causes 1005, give your close call a code. Else treat both as a clean end.

p1001-1006-apart-1 = With 1001 a Close frame arrived, and TCP ended in order afterwards. With 1006 TCP just ended, by FIN, reset or silence.
p1001-1006-apart-2 = Look at the moment: proxies that are reloaded cut all connections at once, with 1006. Servers that stop in order send 1001.
p1001-1006-use-1001 = You stop, and you can still send. Do it before the process exits.
p1001-1006-use-1006 = Never: nobody sends it. If your clients see 1006 when you deploy, your process ends before its Close frames leave.
p1001-1006-now = Reconnect after a random delay in both cases. After many 1006 look for what cuts the connections; after 1001 there is nothing to look for.

p1001-1012-differ-return = Will the same address serve again soon?
p1001-1012-differ-return-1001 = perhaps
p1001-1012-differ-return-1012 = yes
p1001-1012-differ-known = Known to old libraries
p1001-1012-differ-known-1001 = yes, to all
p1001-1012-differ-known-1012 = no: Tomcat, uWebSockets, libwebsockets, faye and .NET before 8 refuse it
p1001-1012-apart-1 = On the wire `03 e9` against `03 f4`. In logs of old libraries 1012 appears as 1002 or 1006.
p1001-1012-apart-2 = 1001 also comes from browsers that leave a page; 1012 comes from servers only.
p1001-1012-use-1001 = You do not know whether or when you will be back, or some of your clients refuse 1012.
p1001-1012-use-1012 = You restart, and clients that come back in a few seconds will find you.
p1001-1012-now = After 1012 wait for the window that the server names, else 1 to 5 seconds. After 1001 reconnect after a random 0 to 5 seconds, and be ready for a longer absence.

p1001-1013-apart-1 = `03 e9` against `03 f5`. After 1001 new connections are refused or reach another server; after 1013 the same server still runs.
p1001-1013-apart-2 = Rising load before the close points to 1013; a deployment points to 1001.
p1001-1013-use-1001 = You go away. Clients may try again or elsewhere.
p1001-1013-use-1013 = You stay, but cannot serve this client now.
p1001-1013-now = After 1001 come back soon. After 1013 try another address of the service, or wait long and longer.

p1002-1003-apart-1 = 1002 follows a frame that is wrong in its header. 1003 follows a correct data frame, at once after the message.
p1002-1003-apart-2 = Repeat the message as the other type: with 1003 that helps, with 1002 it does not.
p1002-1003-use-1002 = A frame breaks the rules of the protocol.
p1002-1003-use-1003 = A correct frame carries text where you take binary, or the reverse.
p1002-1003-now = For 1002 suspect libraries and proxies. For 1003 look at your own call that sends the message.

p1002-1007-apart-1 = Look at the bytes before the Close: a header that is wrong means 1002, text that is not UTF-8 means 1007.
p1002-1007-apart-2 = Chromium says 1002 for bad UTF-8 too, and its own page sees 1006.
p1002-1007-use-1002 = Bits, lengths, order or masking of frames are wrong.
p1002-1007-use-1007 = Frames are right, but their content does not fit: bad UTF-8, or compressed data that cannot be inflated.
p1002-1007-now = For 1002 update the library or look for a proxy. For 1007 mend the encoder.

p1002-1010-differ-answer = The server's answer with 101
p1002-1010-differ-answer-1002 = valid; the fault came later
p1002-1010-differ-answer-1010 = valid, but without the extension
p1002-1010-differ-sent = Sent when
p1002-1010-differ-sent-1002 = at the first illegal frame
p1002-1010-differ-sent-1010 = right after the handshake, before any data
p1002-1010-apart-1 = Compare the two headers `Sec-WebSocket-Extensions`. Offered and not agreed: 1010 is possible. Not agreed, and a frame has RSV1 set: 1002.
p1002-1010-apart-2 = An answer with an extension that was not offered leads to neither: the client fails the handshake without a Close frame.
p1002-1010-use-1002 = You received a frame that no agreed extension explains.
p1002-1010-use-1010 = You are a client, and the answer lacks an extension that you cannot do without. Put its name into the reason.
p1002-1010-now = For 1010 enable the extension, or stop requiring it. For 1002 look for whoever compresses without agreement, often a proxy.

p1003-1007-apart-1 = 1003 comes for every message of the unwelcome type, whatever it says. 1007 comes only for those with broken content.
p1003-1007-apart-2 = Starlette sends 1003 for JSON that cannot be parsed. By the definitions that is neither of the two.
p1003-1007-use-1003 = You take no messages of this type.
p1003-1007-use-1007 = The bytes do not fit the type that the frame names.
p1003-1007-now = For 1003 change the type of the message. For 1007 check its bytes. For broken JSON use 1008 or a private code.

p1003-1008-apart-1 = With 1003 the type of the frame is the problem, and every message of the type is refused. With 1008 the same type is welcome at other times.
p1003-1008-use-1003 = Text arrived where only binary is taken, or the reverse.
p1003-1008-use-1008 = The message breaks a rule of your application.
p1003-1008-now = For 1003 change the type. For 1008 read the reason and the documentation of the service.

p1004-1009-apart-1 = 1009 is `03 f1`. 1004, `03 ec`, should not appear at all.
p1004-1009-apart-2 = Where an old program logs 1004 it usually means "too large", as drafts of the protocol had it.
p1004-1009-use-1004 = Never. It is reserved.
p1004-1009-use-1009 = A message is larger than you take.
p1004-1009-now = Replace 1004 by 1009 in the program that sends it.

p1005-1006-differ-frame = Did a Close frame arrive?
p1005-1006-differ-frame-1005 = yes, without a code
p1005-1006-differ-frame-1006 = no
p1005-1006-differ-clean = `wasClean` in a browser
p1005-1006-differ-clean-1005 = true
p1005-1006-differ-clean-1006 = false
p1005-1006-apart-1 = In a capture look for the bytes `88 00` from the server (1005). With 1006 there is no frame that begins with `88`.
p1005-1006-apart-2 = In code, 1005 normally has a clean flag and 1006 an error beside it.
p1005-1006-use-1005 = Never sent. You read it when the peer closed without giving a code.
p1005-1006-use-1006 = Never sent. You read it when the connection was lost or did not open.
p1005-1006-now = With 1005 nothing is broken: reconnect if you need to, and ask the other side to send a code. With 1006 find out what cut the connection.

p1006-1009-apart-1 = 1009 is told by the peer. If the connection breaks with 1006 right after a large message, the peer may have a limit and not say so: uWebSockets (16 KiB) and tungstenite do that.
p1006-1009-apart-2 = Send the same message in smaller parts: if the connection survives, it was the size.
p1006-1009-use-1006 = Never sent.
p1006-1009-use-1009 = A message is too large. Say so before you close.
p1006-1009-now = Compare the size of the last message with the peer's limit, then look at the network.

p1006-1010-apart-1 = 1010 needs an open connection. If the handshake itself failed, there was no Close frame, and you see 1006.
p1006-1010-apart-2 = An answer that contains an extension which was not offered, or a wrong parameter, fails the handshake: 1006. An answer that lacks an extension leaves the choice to the client: 1010.
p1006-1010-use-1006 = Never sent.
p1006-1010-use-1010 = You are a client, the connection is open, and a required extension is missing.
p1006-1010-now = Look at both `Sec-WebSocket-Extensions` headers. Too much in the answer: mend the server or the proxy. Too little: enable the extension or stop requiring it.

p1006-1011-apart-1 = 1011 is sent by a program that still runs. A process that dies sends nothing: 1006.
p1006-1011-apart-2 = One connection closed with 1011 points to one request. All connections ended with 1006 at one moment point to a crash, a kill or a network.
p1006-1011-use-1006 = Never sent.
p1006-1011-use-1011 = Your handler failed, but your process lives: close with 1011, so that the client knows.
p1006-1011-now = For 1011 read the server's log. For 1006 check first whether the process was alive, then the proxies.

p1006-1012-apart-1 = A restart that is announced shows 1012. One that cuts shows 1006, for all clients at once.
p1006-1012-apart-2 = uWebSockets reports a received 1012 as 1006, Tomcat as 1002. Look at the frame before you believe such a log.
p1006-1012-use-1006 = Never sent. Your clients see it when you restart without a word, or when a proxy between cuts first.
p1006-1012-use-1012 = You restart in order, and you will be back.
p1006-1012-now = If deployments show up as 1006, make the server close with 1012 before it stops, and keep proxies from cutting earlier.

p1006-1014-apart-1 = Only a gateway that speaks WebSocket can send 1014. Proxies that pass bytes end TCP when the server behind fails: 1006.
p1006-1014-apart-2 = A client whose library does not know 1014 reports a protocol error instead.
p1006-1014-use-1006 = Never sent.
p1006-1014-use-1014 = You are a gateway, the server behind you failed, and your clients understand 1014.
p1006-1014-now = In both cases look at the server behind the proxy first. Reconnect with growing random delays.

p1006-1015-apart-1 = Neither is on the wire. Try the same host with an HTTPS request: if that fails too, it is TLS.
p1006-1015-apart-2 = Browsers report 1006 for both; only Firefox reports 1015, in one case. The browser's console names the certificate error.
p1006-1015-use-1006 = Never sent. It covers everything that ends without a Close frame.
p1006-1015-use-1015 = Never sent. Libraries may report it when TLS failed.
p1006-1015-now = For TLS check expiry, host name, chain and clock. Retrying does not help. For other 1006 find the phase first.

p1006-3008-apart-1 = 3008 comes in a Close frame from the other end, which has waited too long. A proxy that has waited too long sends nothing: 1006, often after exactly 30, 60 or 100 seconds.
p1006-3008-use-1006 = Never sent.
p1006-3008-use-3008 = The peer did not do in time what your application expects.
p1006-3008-now = For 3008 do what is due earlier. For 1006 at a fixed time send pings more often, or raise the limit of the proxy.

p1008-1009-apart-1 = 1009 follows a large message at once. 1008 can follow anything, also nothing at all.
p1008-1009-apart-2 = Send a small message of the same kind: if it is accepted, the size was the problem.
p1008-1009-use-1008 = A rule is broken that has no code of its own.
p1008-1009-use-1009 = One message is larger than you take.
p1008-1009-now = For 1009 split or shrink the message. For 1008 read the reason.

p1008-1013-apart-1 = 1008 hits one client, the one that did too much. 1013 hits many at the same time.
p1008-1013-apart-2 = The rate of your own requests tells: if it was low, the problem is the service's load.
p1008-1013-use-1008 = This client broke a limit or a rule.
p1008-1013-use-1013 = The service as a whole has too much to do.
p1008-1013-now = After 1008 change what you send before you reconnect. After 1013 change nothing, and wait.

p1008-3000-apart-1 = `03 f0` against `0b b8`. Only the reason tells whether a 1008 is about credentials.
p1008-3000-apart-2 = With Centrifugo and SockJS 3000 has another meaning. Check which library the server uses.
p1008-3000-use-1008 = Your clients are old or use uWebSockets, or you want to hide the cause.
p1008-3000-use-3000 = Credentials are missing or expired, and the client may know it.
p1008-3000-now = Get new credentials before you reconnect. If a 1008 gives no reason, treat it as a refusal that lasts.

p1008-3003-apart-1 = Only the number or the reason tells. 3003 is always about rights; 1008 may be about anything.
p1008-3003-use-1008 = The rule has no code of its own, or its details must stay hidden.
p1008-3003-use-3003 = The user is known and has no right to be here.
p1008-3003-now = Stop the automatic reconnect in both cases. For 3003 ask whoever gives rights.

p1008-4401-apart-1 = 4401 is private: it means "unauthorized" only where the service says so, as graphql-ws, Hocuspocus and Signal do.
p1008-4401-use-1008 = The other side has no table of your private codes.
p1008-4401-use-4401 = Both ends are yours, or follow the convention of 4000 plus the HTTP status. Every library passes the number, uWebSockets too.
p1008-4401-now = Renew the credentials for 4401. For 1008 read the reason first.

p1010-1012-differ-when = When in the life of a connection
p1010-1012-differ-when-1010 = right after the handshake, before any data
p1010-1012-differ-when-1012 = at any time, often after hours
p1010-1012-differ-many = How many connections at once
p1010-1012-differ-many-1010 = one client, or one kind of client
p1010-1012-differ-many-1012 = all connections of a server
p1010-1012-differ-reason = What the reason says
p1010-1012-differ-reason-1010 = the extensions that are needed, such as `permessage-deflate`
p1010-1012-differ-reason-1012 = free; Rejoin adds a window, such as `retry=1.0-5.0`
p1010-1012-differ-act = Who must act
p1010-1012-differ-act-1010 = whoever configures the server or a proxy, or writes the client
p1010-1012-differ-act-1012 = nobody
p1010-1012-differ-again = The same attempt again
p1010-1012-differ-again-1010 = ends the same way
p1010-1012-differ-again-1012 = succeeds once the service is back
p1010-1012-differ-old = In old libraries
p1010-1012-differ-old-1010 = known since RFC 6455 (2011)
p1010-1012-differ-old-1012 = unknown to some: they show 1002 or 1006
p1010-1012-differ-wild = Who really sends it
p1010-1012-differ-wild-1010 = OkHttp and faye, with meanings of their own; Rejoin's client
p1010-1012-differ-wild-1012 = Uvicorn, Phoenix, Bandit, Rejoin's server
p1010-1012-differ-alarm = In monitoring
p1010-1012-differ-alarm-1010 = an alarm: some clients cannot work at all
p1010-1012-differ-alarm-1012 = a count: compare it with your deployments
p1010-1012-apart-1 = On the wire the Close frame begins with `03 f2` for 1010 and with `03 f4` for 1012. 1010 travels from the client to the server and is masked; 1012 travels from the server to the client. The echo that comes back has the same number, so look at who sent first.
p1010-1012-apart-2 = In a log, 1010 comes within a second after the handshake, again and again from the same clients. 1012 comes for everybody within the seconds or minutes of a restart, and then stops.
p1010-1012-apart-3 = Look at the answer's `Sec-WebSocket-Extensions`. If an offered extension is missing there, or has a parameter that the client did not offer, 1010 is explained. 1012 has nothing to do with headers.
p1010-1012-use-1010 = You write a client that cannot work without an extension. The handshake has succeeded, and the answer lacks it. Close with 1010 and name the extension. A server never begins with 1010: it refuses the handshake instead.
p1010-1012-use-1012 = You run a server that is about to restart and will be back soon. Let the new process listen first, spread the closes over time, and name a window in which to come back.
p1010-1012-now = With 1010 do not retry. Compare offer and answer, find out whether the server or a proxy removed the extension, and enable it or make it optional. With 1012 do nothing: the client waits, by default 1 to 5 seconds at random, or as long as the server's window says, and connects again. If it does not, mend the client.

p1011-1012-apart-1 = 1011 hits single connections at any time. 1012 hits all, at the time of a deployment.
p1011-1012-apart-2 = Hypercorn closes everybody with 1011 when it stops: there 1011 may be a planned restart.
p1011-1012-use-1011 = Something failed that should not have.
p1011-1012-use-1012 = The end is planned, and you will be back.
p1011-1012-now = For 1011 read the log. For 1012 wait and reconnect; nothing has failed.

p1011-1013-apart-1 = 1011 comes with an error in the server's log. 1013 comes with high load, and perhaps no error at all.
p1011-1013-use-1011 = You did not expect what happened.
p1011-1013-use-1013 = You know that you are overloaded, and you protect yourself.
p1011-1013-now = Reconnect in both cases with growing random delays; after 1013 start with a longer one, or take another address.

p1011-1014-apart-1 = It depends on who speaks: 1014 is sent by a gateway about a server behind it. In HTTP the same pair is 500 and 502.
p1011-1014-apart-2 = The gateway's log names the server behind it; the log of that server has the cause.
p1011-1014-use-1011 = The fault is in the program that sends the Close.
p1011-1014-use-1014 = The fault is in a server behind the sender, and clients understand 1014.
p1011-1014-now = Search where the code points: this server for 1011, the server behind it for 1014. If your clients may be old, send 1011 for both.

p1012-1013-differ-soon = Is an early return welcome?
p1012-1013-differ-soon-1012 = yes, within seconds
p1012-1013-differ-soon-1013 = no
p1012-1013-differ-delay = First delay that the registration asks for
p1012-1013-differ-delay-1012 = 5 to 30 seconds at random
p1012-1013-differ-delay-1013 = another address, or when the user asks
p1012-1013-apart-1 = `03 f4` against `03 f5`. Both were registered by the same mail in 2012.
p1012-1013-apart-2 = After 1012 new connections succeed soon. After 1013 they often end in 503 or in 1013 again.
p1012-1013-use-1012 = You restart, and your capacity will be there again.
p1012-1013-use-1013 = You run, but at your limit. Coming back would make it worse.
p1012-1013-now = After 1012 come back after the window. After 1013 try another address, or double the delay each time.

p1013-1014-apart-1 = In HTTP terms 1013 is near to 503 and 1014 to 502.
p1013-1014-use-1013 = The service itself has too much to do.
p1013-1014-use-1014 = The server behind the gateway gave no valid answer.
p1013-1014-now = Reconnect with growing random delays in both cases. For 1014 look at the server behind, for 1013 at capacity.

p1013-3008-apart-1 = 3008 is about one slow peer. 1013 is about a service with too much load.
p1013-3008-apart-2 = In Centrifugo 3008 says that the client reads too slowly; in AssemblyAI, that the session reached its longest duration.
p1013-3008-use-1013 = You have no capacity for this client now.
p1013-3008-use-3008 = This client did not do in time what was due.
p1013-3008-now = After 1013 wait long. After 3008 make the client faster, then reconnect.

p3000-3003-apart-1 = 3000 asks who the peer is; 3003 knows. In HTTP they are 401 and 403.
p3000-3003-apart-2 = Log in again as the same user: if that helps, it was 3000's case.
p3000-3003-use-3000 = Credentials are missing, wrong or expired.
p3000-3003-use-3003 = Credentials are right, and the rights are missing.
p3000-3003-now = After 3000 get new credentials and connect once. After 3003 stop, and ask for the right.

p3000-4401-apart-1 = 3000 is registered and means the same everywhere, but for older libraries such as Centrifugo and SockJS. 4401 is a convention, not a registration.
p3000-4401-use-3000 = You want a registered meaning, and no client of yours uses uWebSockets.
p3000-4401-use-4401 = You want the number to reach every library, and both ends know the convention.
p3000-4401-now = Renew the credentials in both cases.

p3003-4403-apart-1 = 3003 is registered. 4403 is a convention, 4000 plus the HTTP status 403.
p3003-4403-apart-2 = graphql-ws retries after 4403 by default, although the rights may still be missing.
p3003-4403-use-3003 = You want a registered meaning, and no client of yours uses uWebSockets.
p3003-4403-use-4403 = Both ends know the convention, or your clients use uWebSockets.
p3003-4403-now = Do not retry by yourself. Ask for the right, then connect again.
