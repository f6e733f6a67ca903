//! One handshake on the server's side, over any transport.

use core::time::Duration;
use std::fmt;
use std::io;
use std::sync::Arc;

use bytes::BytesMut;
use rejoin_proto::extension::deflate::PermessageDeflate;
use rejoin_proto::handshake::{
    Explanation, Extensions, HeadLimits, Refusal, RequestReader, ServerOptions, accept,
    encode_response,
};
use rejoin_proto::{Config, Connection};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, timeout};

use super::refuse::refuse;
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
        }
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
    pub async fn receive<T: Transport>(
        &self,
        mut transport: T,
    ) -> Result<Incoming<T>, AcceptError> {
        let mut input = BytesMut::with_capacity(FIRST_READ_BYTES);
        let reading = read_request(&mut transport, &mut input, self.options.head);
        let refusal = match timeout(self.deadline, reading).await {
            Ok(Ok(request)) => {
                let acceptor = self.clone();
                return Ok(Incoming {
                    acceptor,
                    transport,
                    request,
                    input,
                });
            }
            Ok(Err(AcceptError::Refused(refusal))) => refusal,
            Ok(Err(failed)) => return Err(failed),
            Err(_elapsed) => Refusal::TimedOut,
        };
        refuse(transport, &refusal.response(), self.deadline).await;
        Err(AcceptError::Refused(refusal))
    }
}

/// Reads until the head is complete; what came behind it stays in `input`.
async fn read_request(
    transport: &mut impl Transport,
    input: &mut BytesMut,
    limits: HeadLimits,
) -> Result<http::Request<()>, AcceptError> {
    let mut reader = RequestReader::new(limits);
    loop {
        if let Some(request) = reader.receive(input).map_err(AcceptError::Refused)? {
            return Ok(request);
        }
        input.reserve(FIRST_READ_BYTES);
        match transport.read_buf(input).await {
            Ok(0) => return Err(AcceptError::Refused(reader.receive_eof())),
            Ok(_) => {}
            Err(error) => return Err(AcceptError::Transport(error)),
        }
    }
}

/// A handshake's request that waits for its answer.
#[derive(Debug)]
pub struct Incoming<T> {
    acceptor: Acceptor,
    transport: T,
    request: http::Request<()>,
    input: BytesMut,
}

impl<T: Transport> Incoming<T> {
    /// The request as it was received.
    pub fn request(&self) -> &http::Request<()> {
        &self.request
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
        let Self {
            acceptor,
            mut transport,
            request,
            input,
        } = self;
        let acceptance = match accept(&request, &acceptor.options) {
            Ok(acceptance) => acceptance,
            Err(refusal) => {
                refuse(transport, &refusal.response(), acceptor.deadline).await;
                return Err(AcceptError::Refused(refusal));
            }
        };
        let answer = encode_response(&acceptance.response.map(|()| [0_u8; 0]));
        let writing = async {
            transport.write_all(&answer).await?;
            transport.flush().await
        };
        match timeout(acceptor.deadline, writing).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => return Err(AcceptError::Transport(error)),
            Err(_) => return Err(AcceptError::Transport(io::ErrorKind::TimedOut.into())),
        }
        let agreement = acceptance.agreement;
        let now = Instant::now().into_std();
        let connection = Connection::server(&acceptor.config, agreement.chain, now);
        // Early frames are kept, an empty buffer is not.
        let input = if input.is_empty() {
            BytesMut::new()
        } else {
            input
        };
        Ok(Accepted {
            socket: WebSocket::from_parts(transport, connection, input),
            request,
            subprotocol: agreement.subprotocol,
            extensions: agreement.extensions,
            explanation: agreement.explanation,
        })
    }

    /// Declines with the application's own answer, e.g. 401 or 404, and ends the transport.
    pub async fn refuse(self, response: http::Response<String>) {
        refuse(self.transport, &response, self.acceptor.deadline).await;
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

/// Most request heads fit.
const FIRST_READ_BYTES: usize = 2 << 10;
