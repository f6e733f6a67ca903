//! The lock around a connection, and what happens right after it is given back.

use core::ops::{Deref, DerefMut};
use std::sync::{MutexGuard, PoisonError};

use super::{Shared, State};
use crate::transport::Transport;

/// A connection that this thread works on.
///
/// Tells how the connection ended, if that is due, after the lock was given back: the one who is
/// told may be the application, and may drop or use a socket.
pub(crate) struct Locked<'a>(Option<MutexGuard<'a, State<dyn Transport>>>);

pub(crate) fn lock(shared: &Shared) -> Locked<'_> {
    // Every method leaves the state whole before it calls out, so a panic elsewhere while the lock
    // was held does not keep the connection from being closed.
    Locked(Some(shared.lock().unwrap_or_else(PoisonError::into_inner)))
}

const HELD: &str = "the guard is taken out only when it is dropped";

impl Deref for Locked<'_> {
    type Target = State<dyn Transport>;

    fn deref(&self) -> &Self::Target {
        self.0.as_deref().expect(HELD)
    }
}

impl DerefMut for Locked<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        self.0.as_deref_mut().expect(HELD)
    }
}

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        let Some(mut state) = self.0.take() else {
            return;
        };
        if !state.let_go {
            return;
        }
        let (at_end, closure) = (state.at_end.take(), state.closure());
        drop(state);
        if let (Some(at_end), Some(closure)) = (at_end, closure) {
            at_end.ended(&closure);
        }
    }
}
