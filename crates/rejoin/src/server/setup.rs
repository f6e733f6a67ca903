//! What a server is set up with, and how that is replaced while it runs.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Semaphore;

#[cfg(feature = "tls")]
use super::ServerTls;
use super::http_answers::HttpAnswers;
use super::{Acceptor, ServerBuilder, ServerEvent};
use crate::connections::{Connections, Home};
use crate::drain::Drain;

/// Everything that a server is set up with.
#[derive(Debug)]
pub(super) struct Setup {
    pub(super) acceptor: Acceptor,
    pub(super) http: HttpAnswers,
    pub(super) max_connections: usize,
    #[cfg(feature = "tls")]
    pub(super) tls: Option<ServerTls>,
    /// How the connections are closed when the server shuts down.
    pub(super) shutdown: Drain,
    /// A permit for each connection that is being told that all places are taken.
    pub(super) turning_away: Arc<Semaphore>,
}

/// The set-up for who comes next; each connection keeps the one that it came with.
#[derive(Debug)]
pub(super) struct Current(Mutex<Arc<Setup>>);

/// Replaces the set-up of a server while it runs, for the connections that come from then on.
///
/// Cheap to clone. Nobody is closed: whoever is connected, or shaking hands, goes on with what was in
/// force when the connection was accepted.
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
/// use rejoin::{Limits, Server};
///
/// let server = Server::builder().bind("127.0.0.1:0").await?;
/// let setup = server.setup_handle();
/// let serving = tokio::spawn(server.serve(|socket, _| async move { drop(socket) }));
///
/// // Later, e.g. because a certificate was renewed or a configuration file has changed.
/// let mut limits = Limits::default();
/// limits.max_message_bytes = 64 << 10;
/// setup.replace(Server::builder().limits(limits));
/// # serving.abort();
/// # std::io::Result::Ok(())
/// # })?;
/// # std::io::Result::Ok(())
/// ```
#[derive(Clone, Debug)]
pub struct SetupHandle {
    current: Arc<Current>,
}

impl Setup {
    pub(super) fn new(
        builder: ServerBuilder,
        connections: Connections,
        turning_away: Arc<Semaphore>,
    ) -> Self {
        let acceptor = Acceptor::new(builder.options, builder.config, builder.handshake_deadline);
        let home = Home {
            connections,
            observer: builder.observer,
        };
        Self {
            acceptor: acceptor.with_home(home),
            http: builder.http,
            max_connections: builder.max_connections,
            #[cfg(feature = "tls")]
            tls: builder.tls,
            shutdown: builder.shutdown,
            turning_away,
        }
    }

    pub(super) fn tell(&self, event: &ServerEvent<'_>) {
        self.acceptor.home().observer.tell(event);
    }
}

impl Current {
    pub(super) fn new(setup: Setup) -> Self {
        Self(Mutex::new(Arc::new(setup)))
    }

    pub(super) fn get(&self) -> Arc<Setup> {
        Arc::clone(&self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl SetupHandle {
    pub(super) fn new(current: &Arc<Current>) -> Self {
        let current = Arc::clone(current);
        Self { current }
    }

    /// Puts everything that `builder` says in the place of what was in force: extensions,
    /// subprotocols, origins, limits, deadlines, TLS, the observer, the answers over HTTP, the most
    /// connections, the plan of the shutdown. What the builder was not told falls back to its default, not to what was in force.
    ///
    /// The listening socket and the registry of connections stay: the server goes on counting and
    /// draining everybody, and [`ServerBuilder::connections`] has no meaning here. Fewer connections
    /// allowed than there are: nobody is closed, and nobody is let in until there are fewer.
    pub fn replace(&self, builder: ServerBuilder) {
        let mut current = self
            .current
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let connections = current.acceptor.connections().clone();
        let turning_away = Arc::clone(&current.turning_away);
        *current = Arc::new(Setup::new(builder, connections, turning_away));
    }
}
