# The page of a running server, `rejoin serve`.
# A variable in braces keeps its name. Texts for attributes have no backticks: those whose ids end in -label,
# and the hints of fields.

live-title = Rejoin: a WebSocket server, live
live-skip = To the connection
live-lead = A WebSocket server that sends every message back. Talk to it, close the connection, restart it, and see what happens.
live-languages = Languages
live-footer = Served by

live-connection-heading = Your connection
live-status-connecting = Connecting
live-status-open = Connected
live-status-closing = Closing
live-status-waiting = Not connected; coming back by itself
live-status-over-asked = Closed by you
live-status-over-finished = Closed: the conversation was finished
live-status-over-never = Closed for good: another attempt would end the same way
live-status-over-no-new-input = Closed: another attempt needs other credentials or other input
live-status-over-too-many-attempts = Given up after too many attempts
live-status-over-too-long = Given up after too long
live-countdown = back in { $seconds } s, attempt { $attempt }
live-countdown-label = Time until the next attempt
live-retry-now = Now
live-subprotocols-label = Subprotocols
live-subprotocols-hint = Offered to the server, separated by commas. May be empty.
live-subprotocols-invalid = The browser does not take these subprotocols. Each may stand once, and has letters, digits and -._ only.
live-connect = Connect

live-negotiated-heading = What was negotiated
live-address = Address
live-extensions = Extensions in use
live-subprotocol = Subprotocol in use
live-peer = The server sees you as
live-offers = The browser's offers, judged by the server
live-none = none

live-send-heading = Send
live-message-label = Message
live-message-hint = Ctrl+Enter sends. The server sends it back.
live-message-not-hex = These are no bytes. Write two hexadecimal digits for each, such as 48 69 0a.
live-message-full = There is no room for it: too much waits to be sent already. Try again in a moment.
live-message-over = Not sent: there is no connection any more. Connect first.
live-kind-legend = As
live-kind-text = text
live-kind-binary = bytes, in hexadecimal
live-send = Send

live-close-heading = Close
live-code-label = Code
live-reason-label = Reason
live-close-hint = A page may close with 1000 or with 3000 to 4999, and with a reason of up to 123 bytes. The server answers with the same code.
live-close-invalid = The browser does not send this. Take 1000 or a code from 3000 to 4999, and a reason of at most 123 bytes.
live-close = Close the connection

live-log-heading = What happened
live-log-clear = Clear
live-log-open = connected
live-log-back = connected again, at attempt { $attempt }
live-log-clean = clean: both sides said Close
live-log-unclean = not clean: the connection was lost
live-log-failed = no connection came about; browsers tell no more than { $code }
live-log-waiting = attempt { $attempt } comes in { $seconds } s
live-log-in-doubt = messages of which nobody knows whether they arrived: { $count }
live-log-kept = messages that wait for the next connection: { $count }
live-log-dropped = messages dropped, because too many waited: { $count }
live-log-unsent = messages that were never sent: { $count }
live-log-text = characters: { $count }
live-log-binary = bytes: { $count }
live-log-more = (not shown: { $count })
live-log-server-saw = the server saw: received { $received }, sent { $sent }, begun by { $began }
live-began-local = the server
live-began-peer = the browser
live-began-transport = the network
live-no-code = no code
live-mark-open = Opened:
live-mark-closed = Closed:
live-mark-sent = Sent:
live-mark-received = Received:
live-mark-note = Note:

live-restart-heading = Restart
live-restart-lead = A new process takes over the listening socket. Then the old one closes its connections with 1012, and says in the reason when to come back.
live-restart-button = Restart the service
live-restart-not-here = Only the machine that the server runs on may restart it from this page, at a loopback address. On that machine, `rejoin restart` and SIGUSR2 do the same.
live-restart-not-on = This system cannot hand a listening socket to another process.
live-restart-failed = The restart failed, and the server serves on: { $why }
live-restart-refused = The server refused: { $why }
live-restart-unreached = The server could not be reached. Try again in a moment.
live-step-asked = Restart asked for
live-step-closed = Close with 1012 received
live-step-waiting = Waiting as the server asked
live-step-back = Connected to the new process
live-step-after = after { $seconds } s
live-step-for = ({ $seconds } s)

live-live-heading = Live
live-process = Process { $pid }.
live-predecessor = The one before it still closes its connections.
live-unreached = The server does not answer at the moment.
live-plot-open = Open connections
live-plot-open-label = Open connections over the last two minutes
live-plot-messages = Messages per second, both ways
live-plot-messages-label = Messages per second over the last two minutes
live-plot-now = now
live-plot-restart = restart
live-closes-caption = Connections that ended, by code
live-code-column = Code
live-name-column = Name
live-count-column = Count
live-no-closes = None has ended yet.

live-how-heading = Connect from elsewhere
live-how-lead = Any WebSocket client can talk to this server. Ours come back by themselves after a restart.
live-no-script = This page needs scripts to talk to the server. Without them, use one of these:
live-how-terminal = In a terminal
live-how-browser = In a web page
live-how-rust = In Rust

live-codes-heading = What the codes mean
live-codes-lead = The codes that may end a connection, and whether this page comes back after them.
