//! One handshake on the server's side, over any transport.

use core::time::Duration;
use std::fmt;
use std::io;
use std::sync::Arc;

use rejoin_proto::Config;
use rejoin_proto::extension::deflate::PermessageDeflate;
use rejoin_proto::handshake::{Explanation, Extensions, Refusal, ServerOptions};

use super::refuse::refuse;
use super::shake::Received;
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
        let accepted = acceptor.settle(received).await?;
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
