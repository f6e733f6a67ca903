//! One handshake on the server's side, over any transport.

use core::future::{Future, poll_fn};
use core::pin::pin;
use core::task::{Context, Poll, ready};
use core::time::Duration;
use std::fmt;
use std::io;
use std::sync::Arc;

use bytes::{BufMut, BytesMut};
use rejoin_proto::extension::deflate::PermessageDeflate;
use rejoin_proto::handshake::{
    Explanation, Extensions, Refusal, RequestReader, ServerOptions, accept_into,
};
use rejoin_proto::{Config, Connection};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, timeout};

use super::refuse::refuse;
use crate::buffers;
use crate::connections::{Connections, Home, Place};
use crate::socket::WebSocket;
use crate::transport::Transport;

/// Shakes hands over transports that the application has accepted itself.
///
/// Cheap to clone. [`Server`](crate::Server) is one with a listener.
///
/// By default: permessage-deflate where the client offers it, no subprotocols, web pages from the
/// same host only, limits at theirs, 10 s for a handshake.
#[derive(Clone, Debug)]
pub struct Acceptor {
    pub(crate) options: Arc<ServerOptions>,
    pub(crate) config: Arc<Config>,
    deadline: Duration,
    home: Arc<Home>,
}

impl Default for Acceptor {
    fn default() -> Self {
        let deflate = Extensions::new().optional(PermessageDeflate::server());
        let options = ServerOptions::default().with_extensions(deflate);
        Self::new(options, Config::default(), DEFAULT_DEADLINE)
    }
}

impl Acceptor {
    /// An acceptor; `deadline` bounds the time from the first byte awaited to the request read, and
    /// again the writing of an answer. `Duration::MAX` stands for no deadline.
    pub fn new(options: ServerOptions, config: Config, deadline: Duration) -> Self {
        Self {
            options: Arc::new(options),
            config: Arc::new(config),
            deadline,
            home: Arc::default(),
        }
    }

    /// Registers connections in `connections`, instead of in a registry of the acceptor's own:
    /// together with those of other acceptors and servers.
    #[must_use]
    pub fn with_connections(self, connections: Connections) -> Self {
        let observer = self.home.observer.clone();
        self.with_home(Home {
            connections,
            observer,
        })
    }

    pub(super) fn with_home(mut self, home: Home) -> Self {
        self.home = Arc::new(home);
        self
    }

    /// What the places of its connections have in common.
    pub(crate) fn home(&self) -> &Arc<Home> {
        &self.home
    }

    /// The connections that it and its clones have accepted: to be counted, and to be drained.
    pub fn connections(&self) -> &Connections {
        &self.home.connections
    }

    #[cfg(feature = "tls")]
    pub(super) fn deadline(&self) -> Duration {
        self.deadline
    }

    /// Reads the request of a handshake. It is answered by [`Incoming::accept`] or
    /// [`Incoming::refuse`].
    ///
    /// # Errors
    ///
    /// If no request came, or none that can be read; it has then been answered.
    ///
    /// # Cancel safety
    ///
    /// Not safe: dropping the future drops the transport.
    pub async fn receive<T: Transport>(&self, transport: T) -> Result<Incoming<T>, AcceptError> {
        let received = self.read(transport).await?;
        let acceptor = self.clone();
        Ok(Incoming { acceptor, received })
    }

    /// From the first byte of a request to the open connection.
    pub(super) async fn shake_hands(
        &self,
        transport: impl Transport,
    ) -> Result<Accepted, AcceptError> {
        self.answer(self.read(transport).await?).await
    }

    async fn read<T: Transport>(&self, mut transport: T) -> Result<Received<T>, AcceptError> {
        let mut input = BytesMut::new();
        let mut reader = RequestReader::new(self.options.head);
        let reading =
            poll_fn(|context| poll_request(&mut transport, &mut reader, &mut input, context));
        let refusal = match timeout(self.deadline, reading).await {
            Ok(Ok(request)) => {
                // Early frames are kept, an empty buffer is not.
                if input.is_empty() {
                    input = BytesMut::new();
                }
                return Ok(Received {
                    transport,
                    request,
                    input,
                });
            }
            Ok(Err(AcceptError::Refused(refusal))) => refusal,
            Ok(Err(failed)) => return Err(failed),
            Err(_elapsed) => Refusal::TimedOut,
        };
        Err(self.refuse(transport, refusal).await)
    }

    async fn answer<T: Transport>(&self, received: Received<T>) -> Result<Accepted, AcceptError> {
        let Received {
            mut transport,
            request,
            input,
        } = received;
        let mut answer = BytesMut::new();
        let admitted = accept_into(&request, &self.options, &mut answer)
            .and_then(|agreement| self.connections().admit().map(|()| agreement));
        let agreement = match admitted {
            Ok(agreement) => agreement,
            Err(refusal) => return Err(self.refuse(transport, refusal).await),
        };
        self.write(&mut transport, &answer)
            .await
            .map_err(AcceptError::Transport)?;
        let now = Instant::now().into_std();
        let connection = Connection::server(&self.config, agreement.chain, now);
        Ok(Accepted {
            socket: WebSocket::from_parts(transport, connection, input),
            request,
            subprotocol: agreement.subprotocol,
            extensions: agreement.extensions,
            explanation: agreement.explanation,
        })
    }

    /// Writes the answer within the deadline.
    async fn write(&self, transport: &mut impl Transport, answer: &[u8]) -> io::Result<()> {
        let mut writing = pin!(async {
            transport.write_all(answer).await?;
            transport.flush().await
        });
        // There is room for it nearly always: no timer is set up where nothing is waited for.
        match poll_fn(|context| Poll::Ready(writing.as_mut().poll(context))).await {
            Poll::Ready(written) => written,
            Poll::Pending => timeout(self.deadline, writing).await?,
        }
    }

    /// Says no. In memory of its own, which those who are accepted need not carry.
    async fn refuse(&self, transport: impl Transport, refusal: Refusal) -> AcceptError {
        let patience = self.deadline;
        let refusing = async { refuse(transport, &refusal.response(), patience).await };
        Box::pin(refusing).await;
        AcceptError::Refused(refusal)
    }
}

/// Ready when the head of the request is complete; what came behind it is left in `input`.
fn poll_request(
    transport: &mut impl Transport,
    reader: &mut RequestReader,
    input: &mut BytesMut,
    context: &mut Context<'_>,
) -> Poll<Result<http::Request<()>, AcceptError>> {
    loop {
        // A head arrives in one piece nearly always: it is read into the thread's buffer, and only
        // what is left over moves to memory of the connection's own.
        let came = if input.is_empty() {
            let mut buffer = buffers::take(READ_BYTES);
            let came = poll_more(transport, reader, &mut buffer, context);
            input.extend_from_slice(&buffer);
            buffers::give_back(buffer);
            came
        } else {
            poll_more(transport, reader, input, context)
        };
        match ready!(came) {
            Ok(Some(request)) => return Poll::Ready(Ok(request)),
            Ok(None) => {}
            Err(error) => return Poll::Ready(Err(error)),
        }
    }
}

/// Reads once and looks at what has come.
fn poll_more(
    transport: &mut impl Transport,
    reader: &mut RequestReader,
    input: &mut BytesMut,
    context: &mut Context<'_>,
) -> Poll<Result<Option<http::Request<()>>, AcceptError>> {
    input.reserve(READ_BYTES);
    let mut room = input.limit(READ_BYTES);
    let read = ready!(pin!(transport.read_buf(&mut room)).poll(context));
    Poll::Ready(match read {
        Ok(0) => Err(AcceptError::Refused(reader.receive_eof())),
        Ok(_) => reader.receive(input).map_err(AcceptError::Refused),
        Err(error) => Err(AcceptError::Transport(error)),
    })
}

/// A request, and what it came over.
#[derive(Debug)]
struct Received<T> {
    transport: T,
    request: http::Request<()>,
    /// What came behind the request.
    input: BytesMut,
}

/// A handshake's request that waits for its answer.
#[derive(Debug)]
pub struct Incoming<T> {
    acceptor: Acceptor,
    received: Received<T>,
}

impl<T: Transport> Incoming<T> {
    /// The request as it was received.
    pub fn request(&self) -> &http::Request<()> {
        &self.received.request
    }

    /// Accepts the connection if the request allows it, and otherwise answers with the reason.
    ///
    /// # Errors
    ///
    /// If the request is not one for a WebSocket that this acceptor agrees to, or the answer could
    /// not be written.
    ///
    /// # Cancel safety
    ///
    /// Not safe: dropping the future drops the transport.
    pub async fn accept(self) -> Result<Accepted, AcceptError> {
        let Self { acceptor, received } = self;
        // Counted from here on, so that nobody ends the process between the answer and the socket.
        let place = Place::take(&acceptor.home, usize::MAX, None);
        let accepted = acceptor.answer(received).await?;
        place.map(|place| place.open(&accepted.socket));
        Ok(accepted)
    }

    /// Declines with the application's own answer, e.g. 401 or 404, and ends the transport.
    pub async fn refuse(self, response: http::Response<String>) {
        let transport = self.received.transport;
        refuse(transport, &response, self.acceptor.deadline).await;
    }
}

/// An accepted connection and what was agreed for it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Accepted {
    /// The open connection.
    pub socket: WebSocket,
    /// The request as it was received.
    pub request: http::Request<()>,
    /// The subprotocol in use, if any.
    pub subprotocol: Option<String>,
    /// `Sec-WebSocket-Extensions` as answered, empty if no extension is in use.
    pub extensions: String,
    /// Each offer, taken or declined, and by which rule.
    pub explanation: Explanation,
}

/// A connection that did not come to be.
#[derive(Debug)]
#[non_exhaustive]
pub enum AcceptError {
    /// The request was declined, and answered.
    Refused(Refusal),
    /// The transport failed.
    Transport(io::Error),
}

impl fmt::Display for AcceptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(_) => f.write_str("the handshake was refused"),
            Self::Transport(_) => f.write_str("the transport failed during the handshake"),
        }
    }
}

impl core::error::Error for AcceptError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Transport(error) => Some(error),
        }
    }
}

/// How long a peer may take for the handshake, unless told otherwise.
pub(super) const DEFAULT_DEADLINE: Duration = Duration::from_secs(10);

/// The most that one read takes of a head; most heads fit.
const READ_BYTES: usize = 2 << 10;
