//! The lock around a connection, and what happens right after it is given back.

use core::ops::{Deref, DerefMut};
use std::sync::{Arc, MutexGuard, PoisonError};

use rejoin_proto::Closure;

use super::{AtEnd, Shared, State};
use crate::transport::Transport;

/// A connection that this thread works on.
///
/// Tells how the connection ended, if that is due, after the lock was given back: the one who is
/// told may be the application, and may drop or use a socket.
pub(crate) struct Locked<'a> {
    state: MutexGuard<'a, State<dyn Transport>>,
    /// Stands behind the guard, so that it is dropped after it.
    due: Due,
}

/// What is told when it is dropped.
struct Due(Option<Box<(Arc<dyn AtEnd>, Closure)>>);

#[inline]
pub(crate) fn lock(shared: &Shared) -> Locked<'_> {
    Locked {
        // Every method leaves the state whole before it calls out, so a panic elsewhere while the
        // lock was held does not keep the connection from being closed.
        state: shared.lock().unwrap_or_else(PoisonError::into_inner),
        due: Due(None),
    }
}

impl Deref for Locked<'_> {
    type Target = State<dyn Transport>;

    fn deref(&self) -> &Self::Target {
        &self.state
    }
}

impl DerefMut for Locked<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.state
    }
}

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        if self.state.let_go
            && let Some(at_end) = self.state.at_end.take()
            && let Some(closure) = self.state.closure()
        {
            self.due = Due(Some(Box::new((at_end, closure))));
        }
    }
}

impl Drop for Due {
    fn drop(&mut self) {
        if let Some(due) = self.0.take() {
            let (at_end, closure) = *due;
            at_end.ended(&closure);
        }
    }
}
