//! How long nothing may move before the generator gives up.

use core::time::Duration;
use std::time::Instant;

use anyhow::{Result, bail};

/// A clock that is set back whenever something moves.
pub(crate) struct Patience {
    longest: Duration,
    moved_at: Instant,
}

impl Patience {
    /// As if something had moved now.
    pub(crate) fn new(longest: Duration) -> Self {
        Self {
            longest,
            moved_at: Instant::now(),
        }
    }

    /// Something moved.
    pub(crate) const fn renew(&mut self, now: Instant) {
        self.moved_at = now;
    }

    /// How long to wait at most; an error when it is over.
    pub(crate) fn left(&self) -> Result<Duration> {
        match self.longest.checked_sub(self.moved_at.elapsed()) {
            Some(left) if !left.is_zero() => Ok(left),
            _ => bail!("nothing has moved for {:?}", self.longest),
        }
    }
}
