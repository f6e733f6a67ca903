//! The connections of a server: counted, reachable from outside their tasks, awaited at the end.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use rejoin_proto::CloseFrame;
use tokio::sync::Notify;

use super::Setup;
use crate::state::{Shared, lock};

/// Every connection from its acceptance by the operating system to the end of its task.
#[derive(Debug, Default)]
pub(super) struct Open {
    places: Mutex<Places>,
    emptied: Notify,
}

#[derive(Debug, Default)]
struct Places {
    next: u64,
    /// `None` until the handshake is done.
    taken: HashMap<u64, Option<Weak<Shared>>>,
    /// Set once the server closes everybody; whoever opens after that is closed at once.
    closing: Option<CloseFrame>,
}

/// A place of a connection's own; given back when its task is over.
#[derive(Debug)]
pub(super) struct Place {
    setup: Arc<Setup>,
    id: u64,
}

impl Place {
    /// Takes a place, `None` if all are taken.
    pub(super) fn take(setup: &Arc<Setup>) -> Option<Self> {
        let mut places = setup.open.lock();
        if places.taken.len() >= setup.max_connections {
            return None;
        }
        let id = places.next;
        places.next += 1;
        places.taken.insert(id, None);
        Some(Self {
            setup: Arc::clone(setup),
            id,
        })
    }

    /// The handshake is done.
    pub(super) fn opened(&self, shared: &Arc<Shared>) {
        let mut places = self.setup.open.lock();
        places.taken.insert(self.id, Some(Arc::downgrade(shared)));
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
        places.taken.remove(&self.id);
        if places.taken.is_empty() {
            drop(places);
            self.setup.open.emptied.notify_waiters();
        }
    }
}

impl Open {
    /// Begins to close every connection, those included whose handshake is not done yet.
    pub(super) fn close_all(&self, close: &CloseFrame) {
        self.lock().closing = Some(close.clone());
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

    /// Waits until no connection has a task any more.
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
            .values()
            .flatten()
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
