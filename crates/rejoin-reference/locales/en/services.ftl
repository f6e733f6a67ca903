# What services, libraries and protocols mean by a code.
# One message on a line. What must stay left to right stands between backticks.

s-assemblyai-note = Before a failure closes the connection, a JSON message of type `Error` says what happened. Its `error_code` is the close code that follows; `retryable` and `retry_after_seconds` say whether and when to come back. The reason of the frame is only `See Error message for details`.
s-assemblyai-3006 = The connection request or a message was not valid. The `Error` message names the parameter.
s-assemblyai-3008 = The session reached its longest duration. Open a new one.

s-assemblyai-legacy-note = These are the codes of the old real-time service. The current streaming service uses others.
s-assemblyai-legacy-4000 = The sample rate is not a positive integer.
s-assemblyai-legacy-4001 = Not authorized: the API key or token is wrong.
s-assemblyai-legacy-4002 = The account has no funds left.
s-assemblyai-legacy-4003 = The feature is not part of a free account.
s-assemblyai-legacy-4004 = The session does not exist.
s-assemblyai-legacy-4008 = The session expired.
s-assemblyai-legacy-4010 = The session was closed before.
s-assemblyai-legacy-4029 = Audio was sent too fast.
s-assemblyai-legacy-4030 = Another connection already serves this session.
s-assemblyai-legacy-4031 = The session was idle for too long.
s-assemblyai-legacy-4032 = The piece of audio was too short.
s-assemblyai-legacy-4033 = The piece of audio was too long.
s-assemblyai-legacy-4034 = The piece of audio was too small to be converted.
s-assemblyai-legacy-4101 = A message did not match the schema.
s-assemblyai-legacy-4102 = The account has too many streams open.
s-assemblyai-legacy-4103 = This session was reconnected elsewhere; this connection is no longer valid.

s-deepgram-stt-note = Deepgram uses standard codes. The token at the start of the reason tells what happened.
s-deepgram-stt-1008 = `DATA-0000`: the data cannot be decoded as audio. Check format, encoding and sample rate.
s-deepgram-stt-1011 = `NET-0000`: Deepgram could not answer in time. `NET-0001`: no audio arrived for about 10 seconds; send audio or a `KeepAlive` message.

s-deepgram-tts-note = Deepgram uses standard codes. The token at the start of the reason tells what happened.
s-deepgram-tts-1003 = `MESSAGE-0000`: only text messages are taken.
s-deepgram-tts-1008 = `DATA-0000`: the message is no known command. `DATA-0001`: the text has too many characters.
s-deepgram-tts-1009 = `BIG-0000`, `BIG-0001`: the message is too large.
s-deepgram-tts-1011 = `NET-0000` to `NET-0003`: a time limit passed, on the way or in the session.

s-gemini-live-note = The service has no private codes. A connection lives for about 10 minutes; a `GoAway` message comes before the end. Resume the session on a new connection.
s-gemini-live-1007 = Reported by users when a session could not be resumed. Start a new session.
s-gemini-live-1011 = Reported by users as `Deadline expired before operation could complete`. Resume the session or start a new one.

s-discord-gateway-note = The same numbers mean other things on Discord's voice and RPC sockets. Before a planned close the gateway often sends opcode 7 (Reconnect); resume then.
s-discord-gateway-1001 = Discord wants the client to reconnect and resume.
s-discord-gateway-4000 = Unknown error. Reconnect.
s-discord-gateway-4001 = An opcode or its payload was not valid.
s-discord-gateway-4002 = A payload could not be decoded.
s-discord-gateway-4003 = A payload came before the identification, or the session was invalidated.
s-discord-gateway-4004 = The bot's token is wrong. Replace it first.
s-discord-gateway-4005 = The client identified itself twice.
s-discord-gateway-4007 = The sequence number of the resume was not valid. Start a new session.
s-discord-gateway-4008 = Payloads came too fast. Slow down.
s-discord-gateway-4009 = The session timed out. Start a new one.
s-discord-gateway-4010 = The shard in the identification was not valid.
s-discord-gateway-4011 = The bot is in too many servers for one connection: shards are required.
s-discord-gateway-4012 = The version of the gateway API was not valid.
s-discord-gateway-4013 = An intent was not valid. Check how its bits were computed.
s-discord-gateway-4014 = An intent is not allowed: enable it for the application, or have it approved.

s-discord-rpc-note = The RPC server runs on the user's own computer. Its codes have nothing in common with the gateway's.
s-discord-rpc-4000 = The client ID is not valid.
s-discord-rpc-4001 = The origin is not allowed for this client ID.
s-discord-rpc-4002 = Requests came too fast.
s-discord-rpc-4003 = The token was revoked. Get a new one.
s-discord-rpc-4004 = The version in the connection string is not valid.
s-discord-rpc-4005 = The encoding in the connection string is not valid.

s-discord-voice-note = Discord says for a few codes whether to reconnect, and is silent on the others.
s-discord-voice-4001 = The opcode was not valid.
s-discord-voice-4002 = The payload of the identification could not be decoded.
s-discord-voice-4003 = A payload came before the identification.
s-discord-voice-4004 = The token in the identification is wrong.
s-discord-voice-4005 = The client identified itself twice.
s-discord-voice-4006 = The session is no longer valid.
s-discord-voice-4009 = The session timed out.
s-discord-voice-4011 = The voice server was not found.
s-discord-voice-4012 = The protocol was not recognized.
s-discord-voice-4014 = The client was disconnected: kicked, or its gateway session ended.
s-discord-voice-4015 = The voice server crashed. Resume.
s-discord-voice-4016 = The encryption mode was not recognized.
s-discord-voice-4017 = The channel requires end-to-end encryption (DAVE), and the client lacks it.
s-discord-voice-4020 = The request was malformed.
s-discord-voice-4021 = The rate limit was exceeded.
s-discord-voice-4022 = The call ended for everybody: the channel was deleted, or the voice server changed.

s-fluxer-note = The set follows Discord's.
s-fluxer-4000 = Unknown error.
s-fluxer-4001 = The opcode was not valid.
s-fluxer-4002 = A payload could not be decoded.
s-fluxer-4003 = A payload came before the identification.
s-fluxer-4004 = The token is wrong.
s-fluxer-4005 = The client identified itself twice.
s-fluxer-4007 = The sequence number of the resume was not valid.
s-fluxer-4008 = Payloads came too fast.
s-fluxer-4009 = The session timed out. Start a new one.
s-fluxer-4010 = The shard was not valid.
s-fluxer-4011 = Shards are required.
s-fluxer-4012 = The version of the gateway API was not valid.

s-signal-note = Seen in the server's source.
s-signal-1011 = The server could not read the stored messages.
s-signal-4401 = The account must authenticate again.
s-signal-4409 = The same device connected elsewhere; that connection took over.

s-slack-note = Slack has no private codes. Before it ends a connection it sends a JSON message of type `disconnect` with a reason: `warning` and `refresh_requested` ask for a new connection, `link_disabled` says that Socket Mode was switched off. The client closes with 1000. Slack's servers do not close TCP after the closing handshake, so use a timeout.

s-twitch-eventsub-4000 = An error inside Twitch's server.
s-twitch-eventsub-4001 = The client sent messages. Only pongs are allowed.
s-twitch-eventsub-4002 = The client did not answer a ping with a pong.
s-twitch-eventsub-4003 = The client created no subscription within 10 seconds after the welcome.
s-twitch-eventsub-4004 = The client did not move to the new address within 30 seconds after a reconnect message.
s-twitch-eventsub-4005 = A network timeout. It is temporary.
s-twitch-eventsub-4006 = A network error. It is temporary.
s-twitch-eventsub-4007 = The address of the reconnect was not valid. Use the one from the message, unchanged.

s-aws-api-gateway-note = A connection lives for 2 hours at most and ends after 10 minutes of silence. A connection that your own code deletes through the management API ends with 1000.
s-aws-api-gateway-1009 = A frame was larger than 32 KB, or a message larger than 128 KB.

s-aws-iot-wireless-note = The server speaks; any message from the client ends the connection.
s-aws-iot-wireless-1000 = The request was fulfilled, or the session was idle for too long.
s-aws-iot-wireless-1002 = A protocol error.
s-aws-iot-wireless-1003 = The client sent binary data or an unsupported format.
s-aws-iot-wireless-1008 = A policy was violated, or the authorization failed, for example because the signature expired.
s-aws-iot-wireless-1011 = An unexpected condition or an internal error.

s-binance-note = Binance documents no private codes. A connection lives for 24 hours at most. The server sends pings and expects pongs in time, and limits how many messages a client sends per second. Before a planned end it sends an event named `serverShutdown`.
s-binance-1008 = `Too many requests`: the client broke a limit. Slow down before you reconnect.

s-home-assistant-note = There are no numbers to read. A wrong token is answered with a message of type `auth_invalid`, and then the connection ends.

s-obs-note = The protocol does not say for every code whether to reconnect.
s-obs-4000 = Unknown reason. It should not occur.
s-obs-4002 = A message could not be decoded.
s-obs-4003 = A field is missing.
s-obs-4004 = A field has the wrong type.
s-obs-4005 = A field has a value that is not valid.
s-obs-4006 = The `op` is missing or not valid.
s-obs-4007 = A message came before the identification.
s-obs-4008 = The client identified itself twice. Use `Reidentify`.
s-obs-4009 = The password is wrong.
s-obs-4010 = The server does not speak this version of the protocol.
s-obs-4011 = The user removed this client in OBS. Do not reconnect by yourself.
s-obs-4012 = The server does not support a feature that was asked for.

s-pandascore-1000 = The match is over.
s-pandascore-4001 = The token is missing.
s-pandascore-4003 = The plan does not include this address.
s-pandascore-4029 = The match already has 3 connections of this account.
s-pandascore-1001-1999 = An error on PandaScore's side. Reconnect, and recover missed events.

s-actioncable-note = There are no numbers to read. A JSON message of type `disconnect` carries a reason (`unauthorized`, `invalid_request`, `server_restart` or `remote`) and a flag `reconnect` that says whether to come back.

s-centrifugo-note = The range tells whether to reconnect; the library does it by itself. The numbers 3000 and 3008 mean other things here than in the IANA registry.
s-centrifugo-3000 = The connection was closed without advice, or was lost.
s-centrifugo-3001 = The server shuts down.
s-centrifugo-3004 = An internal error of the server.
s-centrifugo-3005 = The connection expired.
s-centrifugo-3006 = A subscription expired.
s-centrifugo-3008 = The client does not read fast enough.
s-centrifugo-3009 = Writing to the client failed.
s-centrifugo-3010 = The server found that the client's position in a stream is wrong. It recovers on reconnect.
s-centrifugo-3011 = The server asks the client to reconnect.
s-centrifugo-3012 = The client did not answer a ping.
s-centrifugo-3013 = The client sent too many commands.
s-centrifugo-3014 = The client's state is no longer valid; it begins anew.
s-centrifugo-3500 = The token is not valid.
s-centrifugo-3501 = A frame of the client's protocol was malformed.
s-centrifugo-3502 = The client did not authenticate in time.
s-centrifugo-3503 = The server asks the client to stay away.
s-centrifugo-3504 = A limit of connections was reached.
s-centrifugo-3505 = A limit of channels was reached.
s-centrifugo-3506 = The client's format cannot carry the data, for example binary data for a JSON client.
s-centrifugo-3507 = The rights are missing.
s-centrifugo-3508 = What was asked for is not available.
s-centrifugo-3509 = The client caused too many errors.
s-centrifugo-3000-3499 = Not final: the client reconnects.
s-centrifugo-3500-3999 = Final: the client does not reconnect.

s-colyseus-4000 = The client left the room on purpose.
s-colyseus-4001 = The server shuts down.
s-colyseus-4002 = The room closed the connection because of an error.
s-colyseus-4003 = All attempts to reconnect failed. The client reports this by itself.
s-colyseus-4010 = The server restarts in development mode; the client may try to reconnect.

s-graphql-ws-note = By default the client treats these codes as final, except 4403, 4408 and 4504, and the standard codes as final, except 1000, 1001, 1005, 1006 and 1012 to 1014.
s-graphql-ws-4004 = The client got a response that it could not use.
s-graphql-ws-4005 = An error inside the client.
s-graphql-ws-4400 = A message was malformed.
s-graphql-ws-4401 = An operation came before the connection was acknowledged. Some servers also use it for expired credentials.
s-graphql-ws-4403 = The server refused the connection when it was initialised.
s-graphql-ws-4406 = The server does not speak any of the offered subprotocols.
s-graphql-ws-4408 = The client did not initialise the connection in time.
s-graphql-ws-4409 = An operation with this id already exists.
s-graphql-ws-4429 = The client initialised the connection twice.
s-graphql-ws-4500 = An error inside the server.
s-graphql-ws-4504 = The server did not acknowledge the connection in time. The client sends this code.

s-hocuspocus-4205 = The server asks the client to reset the connection and its view of the document.
s-hocuspocus-4401 = The user is not authenticated.
s-hocuspocus-4403 = The user may not open this document.
s-hocuspocus-4408 = The client did not do in time what was expected.

s-phoenix-note = Phoenix has no private codes. Its client reconnects after every code; older versions stopped on 1000. The first attempt comes after 10 ms, without any random part.
s-phoenix-1000 = The listener shut down, or the channel's work is done.
s-phoenix-1001 = The application disconnected the socket on purpose.
s-phoenix-1012 = The server drains its sockets before it stops.

s-pusher-note = The range tells whether to reconnect, also for numbers that a client does not know.
s-pusher-4000 = The application accepts only `wss:`.
s-pusher-4001 = The application does not exist.
s-pusher-4003 = The application is disabled.
s-pusher-4004 = The application has reached its quota of connections.
s-pusher-4005 = The path was not found.
s-pusher-4006 = The version string is malformed.
s-pusher-4007 = The protocol version is not supported.
s-pusher-4008 = No protocol version was given.
s-pusher-4009 = The connection is not authorized.
s-pusher-4100 = The service is over capacity. Wait at least one second.
s-pusher-4200 = Reconnect at once.
s-pusher-4201 = The client did not answer a ping in time.
s-pusher-4202 = The connection was inactive for 24 hours.
s-pusher-4301 = The client sent events too fast.
s-pusher-4302 = A limit of the watchlist was reached.
s-pusher-4000-4099 = Do not reconnect unchanged.
s-pusher-4100-4199 = Reconnect after a delay of at least one second.
s-pusher-4200-4299 = Reconnect at once.
s-pusher-4300-4399 = Another error. What to do depends on the code.

s-socketio-note = Socket.IO reports words, not numbers: after `io server disconnect` and `io client disconnect` the client does not come back by itself; after `ping timeout`, `transport close` and `transport error` it does. When its server stops, the Close frame has no code.
s-socketio-1005 = The server stopped: its Close frame carries no code.

s-sockjs-note = These codes travel in SockJS frames such as `c[3000,"Go away!"]`. The client turns them into close events; the Close frame below can carry another code.
s-sockjs-1002 = The connection was interrupted, or the protocol was broken.
s-sockjs-2010 = Another connection of this session is still open.
s-sockjs-3000 = `Go away!`: the server ended the session.

s-spring-1013 = The service is overloaded (`SERVICE_OVERLOAD`).
s-spring-4500 = The session is not reliable (`SESSION_NOT_RELIABLE`): messages could not be sent fast enough, so Spring gave up.
