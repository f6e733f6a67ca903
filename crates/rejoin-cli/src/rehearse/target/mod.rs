//! What is restarted.

mod command;
#[cfg(unix)]
mod own;

use core::future::Future;

use crate::exit::Failure;

pub(super) use command::RestartCommand;
#[cfg(unix)]
pub(super) use own::OwnServer;

/// A server that can be restarted.
pub(super) trait Target {
    /// Restarts it; returns when all of that has happened which can be waited for. If the future is
    /// dropped, what has begun goes on by itself.
    fn restart(&mut self) -> impl Future<Output = Result<(), Failure>>;

    /// How many bytes its process uses now, where that can be known.
    fn memory(&self) -> Option<u64>;
}
