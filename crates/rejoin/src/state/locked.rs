//! The lock around a connection, and what happens right after it is given back.

use core::ops::{Deref, DerefMut};
use std::sync::{Arc, MutexGuard, PoisonError};

use rejoin_proto::Closure;

use super::{Flag, Shared, State};
use crate::buffers::Buffer;
use crate::connections::Place;

/// A connection that this thread works on.
///
/// Tells how the connection ended, if that is due, after the lock was given back: the one who is
/// told may be the application, and may drop or use a socket.
pub(crate) struct Locked<'a> {
    state: MutexGuard<'a, State>,
    /// Stands behind the guard, so that it is dropped after it.
    due: Due,
}

/// What is told when it is dropped.
struct Due(Option<Box<Told>>);

struct Told {
    place: Arc<Place>,
    closure: Closure,
}

#[inline]
pub(crate) fn lock(shared: &Shared) -> Locked<'_> {
    Locked {
        // Every method leaves the state whole before it calls out, so a panic elsewhere while the
        // lock was held does not keep the connection from being closed.
        state: shared.lock().unwrap_or_else(PoisonError::into_inner),
        due: Due(None),
    }
}

impl Locked<'_> {
    /// Lets go of the connection at once, without a word to the peer. What has come is still received:
    /// what was read, and as much as one more read brings.
    pub(crate) fn cut(mut self) {
        if self.state.is_over() {
            return;
        }
        let came = self.state.take_what_came();
        self.state.abandon();
        self.due = Due(what_is_due(&mut self.state));
        self.state.input = (!came.is_empty()).then(|| Buffer::of_messages(came));
    }
}

/// Works under the lock where that cannot end the connection, so that nothing is due afterwards.
#[inline]
pub(crate) fn with<T>(shared: &Shared, work: impl FnOnce(&mut State) -> T) -> T {
    work(&mut shared.lock().unwrap_or_else(PoisonError::into_inner))
}

impl Deref for Locked<'_> {
    type Target = State;

    #[inline]
    fn deref(&self) -> &Self::Target {
        &self.state
    }
}

impl DerefMut for Locked<'_> {
    #[inline]
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.state
    }
}

impl Drop for Locked<'_> {
    #[inline]
    fn drop(&mut self) {
        if self.state.flags.has(Flag::LetGo) && self.due.0.is_none() {
            self.due = Due(what_is_due(&mut self.state));
        }
    }
}

impl Drop for Due {
    #[inline]
    fn drop(&mut self) {
        if let Some(due) = self.0.take() {
            tell(*due);
        }
    }
}

#[cold]
#[inline(never)]
fn what_is_due(state: &mut State) -> Option<Box<Told>> {
    let place = state.place.take()?;
    let closure = state.closure()?;
    Some(Box::new(Told { place, closure }))
}

#[cold]
#[inline(never)]
#[expect(
    clippy::needless_pass_by_value,
    reason = "it is dropped here, out of the way"
)]
fn tell(told: Told) {
    told.place.ended(&told.closure);
}
