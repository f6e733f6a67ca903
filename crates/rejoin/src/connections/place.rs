//! A connection's place in the registry, from its acceptance to its end.

use core::net::SocketAddr;
use core::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;

use rejoin_proto::Closure;

use super::Registry;
use crate::server::{Observer, ServerEvent};
use crate::socket::WebSocket;
use crate::state::AtEnd;

/// A place of a connection's own; given back when the connection and its handler are done.
#[derive(Debug)]
pub(crate) struct Place {
    registry: Arc<Registry>,
    key: usize,
    /// Whether the connection is open: counted, and its end not yet told.
    open: AtomicBool,
    observed: Option<Observed>,
}

/// Who is told of a connection's end, and whose it was.
#[derive(Debug)]
pub(crate) struct Observed {
    pub(crate) observer: Observer,
    pub(crate) peer: SocketAddr,
}

impl Place {
    /// Takes a place for a handshake, `None` if `most` are taken.
    pub(crate) fn take(
        registry: &Arc<Registry>,
        most: usize,
        observed: Option<Observed>,
    ) -> Option<Self> {
        let key = registry.take(most)?;
        Some(Self {
            registry: Arc::clone(registry),
            key,
            open: AtomicBool::new(false),
            observed,
        })
    }

    /// The handshake is done. The place is taken until the connection is over, whoever has the
    /// socket, and nobody holds what this returns.
    pub(crate) fn open(self, socket: &WebSocket) -> Arc<Self> {
        self.open.store(true, Ordering::Relaxed);
        let place = Arc::new(self);
        socket.set_at_end(Arc::clone(&place) as Arc<dyn AtEnd>);
        place.registry.opened(place.key, socket.shared());
        place
    }
}

impl AtEnd for Place {
    fn ended(&self, closure: &Closure) {
        if self.open.swap(false, Ordering::Relaxed) {
            self.registry.ended(Some(closure));
        }
        if let Some(Observed { observer, peer }) = &self.observed {
            let peer = *peer;
            observer.tell(&ServerEvent::Closed { peer, closure });
        }
    }

    fn registry(&self) -> &Arc<Registry> {
        &self.registry
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // A connection that was dropped outside of a runtime tells nobody of its end.
        if self.open.swap(false, Ordering::Relaxed) {
            self.registry.ended(None);
        }
        self.registry.give_back(self.key);
    }
}
