//! The client: finds the server, connects, speaks TLS, shakes hands.

mod attempt;
mod deadlines;
mod error;
mod fault;
mod keys;
mod race;
mod request;
mod shake;
#[cfg(feature = "tls")]
mod tls;

use core::net::SocketAddr;
use std::sync::Arc;

use http::{HeaderMap, HeaderName, HeaderValue};
use rejoin_proto::extension::deflate::PermessageDeflate;
use rejoin_proto::handshake::{
    ClientHandshake, ClientOptions, Explanation, Extensions, HeadLimits,
};
use rejoin_proto::{Config, Keepalive, Limits};

use crate::socket::WebSocket;
use crate::transport::Transport;

pub use deadlines::Deadlines;
pub use error::{Attempt, ConnectError, Phase};
pub use request::IntoRequest;
#[cfg(feature = "tls")]
pub use tls::{InvalidTls, Tls};

/// Connects with the defaults: what [`Client::default`] does, but only the socket.
///
/// # Errors
///
/// As [`Client::connect`].
///
/// # Cancel safety
///
/// As [`Client::connect`].
///
/// # Examples
///
/// ```no_run
/// # async fn run() -> Result<(), Box<dyn core::error::Error>> {
/// let mut socket = rejoin::connect("ws://127.0.0.1:9001").await?;
/// socket.send("hello").await?;
/// println!("{:?}", socket.recv().await?);
/// socket.close(rejoin::CloseCode::NORMAL_CLOSURE, "").await?;
/// # Ok(())
/// # }
/// ```
pub async fn connect(url: &str) -> Result<WebSocket, ConnectError> {
    let connected = Client::default().connect(url).await?;
    Ok(connected.socket)
}

/// Opens connections; to be set up once and used for many.
///
/// Cheap to clone.
///
/// What it does not do: follow redirects (a refusal tells where it points, in
/// [`ConnectError::refusal`]), go through HTTP proxies (see [`handshake`](Self::handshake) for
/// transports of your own), or try again.
///
/// # Bounds
///
/// The defaults: permessage-deflate offered, but not needed; no subprotocols; [`Deadlines`],
/// [`Limits`], [`HeadLimits`] and [`Keepalive`] at theirs; certificates checked as the platform
/// does; `TCP_NODELAY` on.
///
/// # Examples
///
/// ```no_run
/// use rejoin::Client;
///
/// # async fn run() -> Result<(), Box<dyn core::error::Error>> {
/// let client = Client::new().subprotocols(["chat.v2", "chat.v1"]);
/// let connected = client.connect("wss://example.com/chat").await?;
/// println!("speaking {:?}, extensions: {}", connected.subprotocol, connected.extensions);
/// let mut socket = connected.socket;
/// socket.send("hello").await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Client {
    settings: Arc<Settings>,
}

/// Everything that a client is set up with.
#[derive(Clone, Debug)]
struct Settings {
    headers: HeaderMap,
    options: ClientOptions,
    config: Arc<Config>,
    deadlines: Deadlines,
    #[cfg(feature = "tls")]
    tls: Tls,
}

/// An open connection and what was agreed for it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Connected {
    /// The open connection.
    pub socket: WebSocket,
    /// The server's 101 with all its headers.
    pub response: http::Response<()>,
    /// The subprotocol in use, if any.
    pub subprotocol: Option<String>,
    /// `Sec-WebSocket-Extensions` as answered, empty if no extension is in use.
    pub extensions: String,
    /// Each offer, taken or declined, and by which rule.
    pub explanation: Explanation,
    /// The request as it was sent, with every header.
    pub request: http::Request<()>,
    /// The address that was connected to; `None` over a transport of the caller's.
    pub peer: Option<SocketAddr>,
}

impl Default for Client {
    fn default() -> Self {
        let deflate = Extensions::new().optional(PermessageDeflate::client());
        Self {
            settings: Arc::new(Settings {
                headers: HeaderMap::new(),
                options: ClientOptions::default().with_extensions(deflate),
                config: Arc::default(),
                deadlines: Deadlines::default(),
                #[cfg(feature = "tls")]
                tls: Tls::platform(),
            }),
        }
    }
}

impl Client {
    /// A client with safe defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a header to every request. The same name may be added several times.
    ///
    /// The handshake's own headers (`Upgrade`, `Sec-WebSocket-*` ..) cannot be given; connecting
    /// then fails before anything is sent. A `Host` replaces the one made from the URL.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.change().headers.append(name, value);
        self
    }

    /// The subprotocols to offer, most preferred first, instead of those given before.
    #[must_use]
    pub fn subprotocols<I>(mut self, subprotocols: I) -> Self
    where
        I: IntoIterator<Item: Into<String>>,
    {
        self.change().options.subprotocols = subprotocols.into_iter().map(Into::into).collect();
        self
    }

    /// The extensions to offer, each optional or required, instead of the default ones.
    ///
    /// Where the server does not agree to a required one, the connection is closed with 1010, and
    /// [`connect`](Self::connect) fails with
    /// [`missing_extensions`](ConnectError::missing_extensions).
    #[must_use]
    pub fn extensions(mut self, extensions: Extensions) -> Self {
        self.change().options.extensions = extensions;
        self
    }

    /// Bounds for everything that the server can push on an open connection.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        Arc::make_mut(&mut self.change().config).limits = limits;
        self
    }

    /// Pings after silence.
    #[must_use]
    pub fn keepalive(mut self, keepalive: Keepalive) -> Self {
        Arc::make_mut(&mut self.change().config).keepalive = keepalive;
        self
    }

    /// How large the head of an answer may be.
    #[must_use]
    pub fn head_limits(mut self, head: HeadLimits) -> Self {
        self.change().options.head = head;
        self
    }

    /// How long each phase of connecting may take, and all of them together.
    #[must_use]
    pub fn deadlines(mut self, deadlines: Deadlines) -> Self {
        self.change().deadlines = deadlines;
        self
    }

    /// How `wss://` servers are checked, and which certificate is shown to them.
    #[cfg(feature = "tls")]
    #[must_use]
    pub fn tls(mut self, tls: Tls) -> Self {
        self.change().tls = tls;
        self
    }

    /// Opens a connection: resolves the host, races its addresses (RFC 8305), speaks TLS for
    /// `wss://`, and shakes hands.
    ///
    /// The target is a URL, as text or [`http::Uri`], or a request with headers of its own, to
    /// which those of the client are added.
    ///
    /// # Spec
    ///
    /// RFC 6455 section 4.1.
    ///
    /// # Errors
    ///
    /// A [`ConnectError`] whose `Display` says in one line what went wrong and what to do. The
    /// server has been told goodbye (1010) if only a required extension was missing; in all other
    /// cases the transport is just dropped.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future gives the attempt up: its sockets are closed and no task goes on. Two
    /// things finish by themselves: a name lookup that the operating system is at, and the closing
    /// handshake of a connection that is being closed with 1010.
    pub async fn connect<R: IntoRequest>(&self, target: R) -> Result<Connected, ConnectError> {
        let handshake = self.prepare(target)?;
        attempt::connect(&self.settings, handshake).await
    }

    /// Shakes hands over a transport that leads to the server already: a Unix socket, a tunnel
    /// through a proxy, TLS of another kind, a pipe in memory.
    ///
    /// The target gives the path and the `Host` header; its scheme and port are not acted on. The
    /// handshake deadline and the total one apply.
    ///
    /// # Errors
    ///
    /// As [`connect`](Self::connect), but for the phases that are left out.
    ///
    /// # Cancel safety
    ///
    /// As [`connect`](Self::connect): dropping the future drops the transport.
    pub async fn handshake<R: IntoRequest>(
        &self,
        transport: impl Transport,
        target: R,
    ) -> Result<Connected, ConnectError> {
        let handshake = self.prepare(target)?;
        let budget = self.settings.deadlines.start();
        shake::shake(&self.settings, transport, handshake, &budget, None).await
    }

    /// The handshake for that target, before anything is sent.
    fn prepare(&self, target: impl IntoRequest) -> Result<ClientHandshake, ConnectError> {
        let mut request = target.into_request().map_err(fault::Fault::Request)?;
        for (name, value) in &self.settings.headers {
            request.headers_mut().append(name, value.clone());
        }
        let handshake = ClientHandshake::new(request, &self.settings.options, keys::nonce());
        Ok(handshake.map_err(fault::Fault::Request)?)
    }

    /// The settings, to be changed; clones keep theirs.
    fn change(&mut self) -> &mut Settings {
        Arc::make_mut(&mut self.settings)
    }
}
