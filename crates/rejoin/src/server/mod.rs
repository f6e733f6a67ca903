//! The server: binds, shakes hands, hands sockets to a handler, closes them all at the end.

mod accept;
mod delay;
mod event;
mod http_answers;
mod life;
mod refuse;
mod serve;
mod setup;
mod shake;
#[cfg(feature = "tls")]
mod tls;

use core::net::SocketAddr;
use core::panic::AssertUnwindSafe;
use core::time::Duration;
use std::fmt;
use std::io;
use std::panic::catch_unwind;
use std::sync::Arc;

use bytes::Bytes;
use rejoin_proto::handshake::{Extensions, HeadLimits, OriginPolicy, ServerOptions};
use rejoin_proto::{CloseCode, Config, Keepalive, Limits};
use tokio::net::{TcpListener, ToSocketAddrs};
use tokio::sync::Semaphore;

pub use accept::{AcceptError, Accepted, Acceptor, Incoming};
pub use event::ServerEvent;
pub use setup::SetupHandle;
#[cfg(feature = "tls")]
pub use tls::{InvalidCertificate, ServerTls};

use crate::connections::Connections;
use crate::drain::Drain;
use accept::DEFAULT_DEADLINE;
use http_answers::HttpAnswers;
use setup::{Current, Setup};

/// A bound server.
///
/// ```no_run
/// # async fn run() -> std::io::Result<()> {
/// let server = rejoin::Server::builder().bind("127.0.0.1:9001").await?;
/// println!("listening on ws://{}", server.local_addr()?);
/// server
///     .serve(|mut socket, _request| async move {
///         while let Some(message) = socket.recv().await? {
///             socket.send(message).await?;
///         }
///         Ok::<_, rejoin::Error>(())
///     })
///     .await
/// # }
/// ```
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    connections: Connections,
    current: Arc<Current>,
}

impl Server {
    /// A server with safe defaults, to be changed and then bound.
    pub fn builder() -> ServerBuilder {
        ServerBuilder::default()
    }

    /// The address that it listens on.
    ///
    /// # Errors
    ///
    /// If the operating system does not tell.
    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// The connections that it opens: to be counted, and to be drained while it goes on.
    pub fn connections(&self) -> &Connections {
        &self.connections
    }

    /// Replaces its set-up while it runs.
    pub fn setup_handle(&self) -> SetupHandle {
        SetupHandle::new(&self.current)
    }
}

/// What wants to know of a server's connections.
#[derive(Clone, Default)]
pub(crate) struct Observer(Option<Observe>);

type Observe = Arc<dyn Fn(&ServerEvent<'_>) + Send + Sync>;

impl Observer {
    pub(crate) fn tell(&self, event: &ServerEvent<'_>) {
        event.trace();
        if let Some(observe) = &self.0 {
            // Whoever is told may be at work for many connections: the accept loop, a drain.
            let observed = catch_unwind(AssertUnwindSafe(|| observe(event)));
            if observed.is_err() {
                tracing::error!("the observer of the server has panicked");
            }
        }
    }
}

impl fmt::Debug for Observer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() {
            "Observer(set)"
        } else {
            "Observer(none)"
        })
    }
}

/// Sets up a server.
///
/// # Bounds
///
/// The defaults: permessage-deflate where the client offers it, no subprotocols, web pages from the
/// same host only, [`Limits`], [`HeadLimits`] and [`Keepalive`] at theirs, 10 s for TLS and for the
/// handshake each, as many connections as the operating system gives.
#[derive(Debug)]
pub struct ServerBuilder {
    options: ServerOptions,
    config: Config,
    handshake_deadline: Duration,
    max_connections: usize,
    #[cfg(feature = "tls")]
    tls: Option<ServerTls>,
    observer: Observer,
    http: HttpAnswers,
    connections: Connections,
    shutdown: Drain,
}

impl Default for ServerBuilder {
    fn default() -> Self {
        let acceptor = Acceptor::default();
        Self {
            options: ServerOptions::clone(&acceptor.options),
            config: Config::default(),
            handshake_deadline: DEFAULT_DEADLINE,
            max_connections: usize::MAX,
            #[cfg(feature = "tls")]
            tls: None,
            observer: Observer::default(),
            http: HttpAnswers::default(),
            connections: Connections::new(),
            shutdown: Drain::new().code(CloseCode::GOING_AWAY),
        }
    }
}

impl ServerBuilder {
    /// The extensions, each optional or required, instead of the default ones.
    #[must_use]
    pub fn extensions(mut self, extensions: Extensions) -> Self {
        self.options = self.options.with_extensions(extensions);
        self
    }

    /// The subprotocols, most preferred first.
    #[must_use]
    pub fn subprotocols<I>(mut self, subprotocols: I) -> Self
    where
        I: IntoIterator<Item: Into<String>>,
    {
        self.options = self.options.with_subprotocols(subprotocols);
        self
    }

    /// Which web pages may connect.
    #[must_use]
    pub fn origin(mut self, origin: OriginPolicy) -> Self {
        self.options = self.options.with_origin(origin);
        self
    }

    /// Bounds for everything that a peer can push on an open connection.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.config.limits = limits;
        self
    }

    /// Pings after silence.
    #[must_use]
    pub fn keepalive(mut self, keepalive: Keepalive) -> Self {
        self.config.keepalive = keepalive;
        self
    }

    /// How large a request head may be.
    #[must_use]
    pub fn head_limits(mut self, head: HeadLimits) -> Self {
        self.options = self.options.with_head(head);
        self
    }

    /// How long a peer may take for TLS, and then for the opening handshake. Default 10 s each.
    /// Meets: peers that connect and say nothing, or a byte at a time.
    #[must_use]
    pub fn handshake_deadline(mut self, deadline: Duration) -> Self {
        self.handshake_deadline = deadline;
        self
    }

    /// How many connections may be open at once, handshakes included. Those beyond are refused with
    /// 503, 64 of them at a time; further ones are closed without an answer.
    #[must_use]
    pub fn max_connections(mut self, most: usize) -> Self {
        self.max_connections = most;
        self
    }

    /// Speaks TLS (`wss://`).
    #[cfg(feature = "tls")]
    #[must_use]
    pub fn tls(mut self, tls: ServerTls) -> Self {
        self.tls = Some(tls);
        self
    }

    /// Has `answer` called for every request that does not mean to open a WebSocket: a web page
    /// beside the service, or a check of a load balancer. `None` has the request refused as it is
    /// without this (426, or 405).
    ///
    /// It runs in the connection's task and must not block: answers that have to be waited for belong
    /// to an HTTP server, which upgrades through [`Acceptor::upgrade`] (feature `hyper`). It gets
    /// whatever a peer sends, from any site and with any `Host`; what changes something has to be
    /// protected by it.
    ///
    /// Handshakes never come here, not even those that a proxy has spoiled: they are told what is
    /// wrong with them.
    ///
    /// # Spec
    ///
    /// RFC 9110 and 9112: HTTP/1.0 and 1.1, any method. The answer gets `Content-Length` and
    /// `Connection: close`, and the connection ends; to HEAD it is sent without its body.
    ///
    /// # Bounds
    ///
    /// Each request takes one of [`max_connections`](Self::max_connections) and its head is limited by
    /// [`head_limits`](Self::head_limits). Its body is not read: what comes of it is dropped, up to
    /// 64 KiB. The answer may take the [`handshake_deadline`](Self::handshake_deadline) to be written.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run() -> std::io::Result<()> {
    /// let server = rejoin::Server::builder()
    ///     .answer_http(|request, _peer| {
    ///         let is_asked = request.method() == "GET" && request.uri().path() == "/healthz";
    ///         is_asked.then(|| http::Response::new("alive\n".into()))
    ///     })
    ///     .bind("127.0.0.1:9001")
    ///     .await?;
    /// # drop(server);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn answer_http(
        mut self,
        answer: impl Fn(&http::Request<()>, SocketAddr) -> Option<http::Response<Bytes>>
        + Send
        + Sync
        + 'static,
    ) -> Self {
        self.http = HttpAnswers::new(answer);
        self
    }

    /// Has `observe` called for every handshake refused, request answered, connection opened and
    /// connection closed.
    ///
    /// It runs in whichever task the event happens in, often the connection's, and must not block. If
    /// it panics, that is logged and disturbs nobody.
    #[must_use]
    pub fn observe(mut self, observe: impl Fn(&ServerEvent<'_>) + Send + Sync + 'static) -> Self {
        self.observer = Observer(Some(Arc::new(observe)));
        self
    }

    /// Registers connections in `connections`, instead of in a registry of the server's own: together
    /// with those of other servers and acceptors.
    #[must_use]
    pub fn connections(mut self, connections: Connections) -> Self {
        self.connections = connections;
        self
    }

    /// How the connections are closed when the server is
    /// [shut down](Server::serve_until). Default: [`Drain::new`] with 1001, going away.
    #[must_use]
    pub fn shutdown(mut self, plan: Drain) -> Self {
        self.shutdown = plan;
        self
    }

    /// Binds an address; port 0 has the operating system choose one.
    ///
    /// # Errors
    ///
    /// If the address cannot be bound.
    pub async fn bind(self, address: impl ToSocketAddrs) -> io::Result<Server> {
        Ok(self.listener(TcpListener::bind(address).await?))
    }

    /// Serves on a socket that listens already.
    ///
    /// A server runs in the runtime that it is served in, and tokio's ordinary one moves the tasks of
    /// connections between its threads. For many connections that are all alike it may be cheaper to
    /// leave them where they are: a runtime of one thread for each core, each with a server of its own
    /// on a socket of its own (`SO_REUSEPORT`), and all of them with the same
    /// [`connections`](Self::connections), so that one drain closes them all. The example
    /// `one_runtime_per_core` does it.
    pub fn listener(self, listener: TcpListener) -> Server {
        let connections = self.connections.clone();
        let turning_away = Arc::new(Semaphore::new(TURNED_AWAY_AT_ONCE));
        let setup = Setup::new(self, connections.clone(), turning_away);
        Server {
            listener,
            connections,
            current: Arc::new(Current::new(setup)),
        }
    }
}

/// How many connections are told at once that all places are taken.
const TURNED_AWAY_AT_ONCE: usize = 64;
