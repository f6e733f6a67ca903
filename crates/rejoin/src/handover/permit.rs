//! At most one restart of a process at a time.

use core::sync::atomic::{AtomicBool, Ordering};

static UNDER_WAY: AtomicBool = AtomicBool::new(false);

/// The right to restart this process, or the wait for being told to serve.
#[derive(Debug)]
pub(super) struct Permit(());

impl Permit {
    /// The permit, if nobody has it.
    pub(super) fn take() -> Option<Self> {
        // Nothing but the flag itself is shared through it.
        let taken = UNDER_WAY.swap(true, Ordering::Relaxed);
        (!taken).then_some(Self(()))
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        UNDER_WAY.store(false, Ordering::Relaxed);
    }
}
