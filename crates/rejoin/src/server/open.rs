//! The connections of a server: counted, reachable from outside their tasks, awaited at the end.

use core::future::{Future, poll_fn};
use core::net::SocketAddr;
use core::pin::{Pin, pin};
use core::task::Poll;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use rejoin_proto::CloseFrame;
use slab::Slab;
use tokio::sync::Notify;

use super::{Observer, Setup};
use crate::state::{Shared, lock};

/// Every connection from its acceptance by the operating system to its end.
#[derive(Debug, Default)]
pub(super) struct Open {
    places: Mutex<Places>,
    /// The server has begun to close everybody.
    closing: Notify,
    emptied: Notify,
}

#[derive(Debug, Default)]
struct Places {
    /// `None` until the handshake is done.
    taken: Slab<Option<Weak<Shared>>>,
    /// Set once the server closes everybody; whoever opens after that is closed at once.
    closing: Option<CloseFrame>,
}

/// A place of a connection's own; given back when the connection and its handler are done.
#[derive(Debug)]
pub(super) struct Place {
    setup: Arc<Setup>,
    peer: SocketAddr,
    key: usize,
}

impl Place {
    /// Takes a place, `None` if all are taken.
    pub(super) fn take(setup: &Arc<Setup>, peer: SocketAddr) -> Option<Self> {
        let mut places = setup.open.lock();
        if places.taken.len() >= setup.max_connections {
            return None;
        }
        let key = places.taken.insert(None);
        Some(Self {
            setup: Arc::clone(setup),
            peer,
            key,
        })
    }

    /// Who it was taken for.
    pub(super) fn peer(&self) -> SocketAddr {
        self.peer
    }

    pub(super) fn observer(&self) -> &Observer {
        &self.setup.observer
    }

    /// The handshake is done.
    pub(super) fn opened(&self, shared: &Arc<Shared>) {
        let mut places = self.setup.open.lock();
        if let Some(taken) = places.taken.get_mut(self.key) {
            *taken = Some(Arc::downgrade(shared));
        }
        let closing = places.closing.clone();
        drop(places);
        if let Some(close) = closing {
            close_from_outside(shared, close);
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut places = self.setup.open.lock();
        places.taken.try_remove(self.key);
        if places.taken.is_empty() {
            drop(places);
            self.setup.open.emptied.notify_waiters();
        }
    }
}

impl Open {
    /// Begins to close every connection, and lets go of those whose handshake is not done yet.
    pub(super) fn close_all(&self, close: &CloseFrame) {
        self.lock().closing = Some(close.clone());
        self.closing.notify_waiters();
        for shared in self.connections() {
            close_from_outside(&shared, close.clone());
        }
    }

    /// Lets go of every connection that is left.
    pub(super) fn cut_all(&self) {
        for shared in self.connections() {
            lock(&shared).abandon();
        }
    }

    /// Does the work of a handshake; lets go of it once the server closes everybody, unless all that
    /// it waits for is there already.
    pub(super) async fn unless_closing<T>(
        &self,
        mut handshake: Pin<&mut impl Future<Output = Option<T>>>,
    ) -> Option<T> {
        let mut closing = pin!(self.closing());
        poll_fn(|context| match handshake.as_mut().poll(context) {
            Poll::Ready(opened) => Poll::Ready(opened),
            Poll::Pending => closing.as_mut().poll(context).map(|()| None),
        })
        .await
    }

    async fn closing(&self) {
        let notified = self.closing.notified();
        if self.lock().closing.is_none() {
            notified.await;
        }
    }

    /// Waits until no connection is left.
    pub(super) async fn emptied(&self) {
        loop {
            let notified = self.emptied.notified();
            if self.lock().taken.is_empty() {
                return;
            }
            notified.await;
        }
    }

    fn connections(&self) -> Vec<Arc<Shared>> {
        self.lock()
            .taken
            .iter()
            .filter_map(|(_, shared)| shared.as_ref())
            .filter_map(Weak::upgrade)
            .collect()
    }

    fn lock(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Queues a Close and has it written, whatever the handler waits for. A connection that is closing
/// goes on so.
fn close_from_outside(shared: &Arc<Shared>, close: CloseFrame) {
    let mut state = lock(shared);
    if state.start_close(close).is_ok() {
        state.arrange_flush(shared);
    }
}
