//! A connection's place in the registry, from its acceptance to its end.

use core::net::SocketAddr;
use std::sync::Arc;

use rejoin_proto::Closure;

use super::peer::Peer;
use super::{Connections, Registry};
use crate::server::{Observer, ServerEvent};
use crate::socket::WebSocket;

/// What the places of one server, or of one acceptor, have in common.
#[derive(Debug, Default)]
pub(crate) struct Home {
    pub(crate) connections: Connections,
    pub(crate) observer: Observer,
}

/// A place of a connection's own; given back when the connection and its handler are done.
///
/// Every open connection holds one, so it is small.
#[derive(Debug)]
pub(crate) struct Place {
    home: Arc<Home>,
    key: u32,
    /// `None` where the connection was accepted by somebody else.
    peer: Option<Peer>,
}

impl Place {
    /// Takes a place for a handshake, `None` if `most` are taken.
    pub(crate) fn take(home: &Arc<Home>, most: usize, peer: Option<SocketAddr>) -> Option<Self> {
        let key = home.connections.registry().take(most)?;
        Some(Self {
            home: Arc::clone(home),
            key,
            peer: peer.map(Peer::from),
        })
    }

    /// The handshake is done. The place is taken until the connection is over, whoever has the
    /// socket, and nobody holds what this returns.
    pub(crate) fn open(self, socket: &WebSocket) -> Arc<Self> {
        let place = Arc::new(self);
        socket.set_place(Arc::clone(&place));
        place.registry().opened(place.key, socket.shared());
        place
    }

    /// The connection is over.
    pub(crate) fn ended(&self, closure: &Closure) {
        self.registry().ended(self.key, closure);
        if let Some(peer) = self.peer {
            let peer = peer.into();
            let observer = &self.home.observer;
            observer.tell(&ServerEvent::Closed { peer, closure });
        }
    }

    pub(crate) fn registry(&self) -> &Arc<Registry> {
        self.home.connections.registry()
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.home.connections.registry().give_back(self.key);
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_is_small() {
        // With the counters around it, it fits into memory that the alignment of a task leaves over.
        assert_eq!(size_of::<Place>(), 40);
    }
}
