//! The open connections of a service: within reach from outside of their tasks.

mod peer;
mod place;
mod registry;

use core::future::{Future, pending};
use std::fmt;
use std::sync::Arc;

use rejoin_proto::handshake::Refusal;

use crate::drain::{AlreadyDraining, Drain, Draining, Leaving};

pub(crate) use place::{Home, Place};
pub(crate) use registry::{Door, Registry};

/// The open connections of a service, to be counted and to be drained.
///
/// Every [`Server`](crate::Server) and every [`Acceptor`](crate::Acceptor) has one; those that share
/// one are drained together. It makes no difference whether a connection was accepted by a server
/// of this library or upgraded inside an HTTP application.
///
/// Cheap to clone: clones are the same registry.
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
/// use rejoin::{Drain, Server};
///
/// let server = Server::builder().bind("127.0.0.1:0").await?;
/// let connections = server.connections().clone();
/// let serving = tokio::spawn(server.serve(|mut socket, _| async move {
///     while let Some(message) = socket.recv().await? {
///         socket.send(message).await?;
///     }
///     Ok::<_, rejoin::Error>(())
/// }));
///
/// // Later: everybody is asked to come back in a moment.
/// let mut draining = connections.drain(&Drain::new()).expect("none is under way");
/// println!("{}", draining.finished().await);
/// # serving.abort();
/// # std::io::Result::Ok(())
/// # })?;
/// # std::io::Result::Ok(())
/// ```
#[derive(Clone, Default)]
pub struct Connections {
    registry: Arc<Registry>,
}

impl Connections {
    /// A registry without connections.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many connections are open: shaken hands, and not over.
    pub fn open(&self) -> usize {
        self.registry.open()
    }

    /// Begins to close the connections as `plan` says; see [`Drain`].
    ///
    /// The work is done by a task of its own, whatever becomes of what this returns.
    ///
    /// # Errors
    ///
    /// [`AlreadyDraining`] while another drain is under way: [`draining`](Self::draining) has it.
    ///
    /// # Panics
    ///
    /// Outside of a tokio runtime.
    pub fn drain(&self, plan: &Drain) -> Result<Draining, AlreadyDraining> {
        Draining::begin(&self.registry, plan)
    }

    /// The drain that is under way, or the last one if that has finished; `None` if there is none
    /// or it was aborted.
    pub fn draining(&self) -> Option<Draining> {
        let course = self.registry.course()?;
        Some(Draining::of(&self.registry, course))
    }

    /// Waits for a drain to begin; at once if one has. Handlers that have work to finish before
    /// their connection closes listen to this, or to [`WebSocket::leaving`](crate::WebSocket::leaving).
    ///
    /// # Cancel safety
    ///
    /// Safe: the next call finds a drain that has begun meanwhile.
    pub fn leaving(&self) -> impl Future<Output = Leaving> + Send + use<> {
        let mut notice = self.registry.notice();
        async move {
            let known = notice.wait_for(Option::is_some).await;
            match known.ok().and_then(|notice| notice.clone()) {
                Some(leaving) => leaving,
                // Nobody is left who could begin one.
                None => pending().await,
            }
        }
    }

    /// Whether a handshake that is all right may become a connection now.
    pub(crate) fn admit(&self) -> Result<(), Refusal> {
        self.registry.admit()
    }

    pub(crate) fn of(registry: Arc<Registry>) -> Self {
        Self { registry }
    }

    pub(crate) fn registry(&self) -> &Arc<Registry> {
        &self.registry
    }
}

impl fmt::Debug for Connections {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connections")
            .field("open", &self.open())
            .finish_non_exhaustive()
    }
}
