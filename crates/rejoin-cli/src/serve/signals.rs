//! What the operating system's signals ask of a server.

use std::io;

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::signals::Signals;

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// SIGTERM or SIGINT (Ctrl-C): close everybody, then end.
    End,
    /// SIGHUP: the settings are read again.
    #[cfg(unix)]
    Reload,
    /// SIGUSR2: a new process takes over.
    #[cfg(unix)]
    Restart,
}

/// The signals that a server listens to; none of them ends the program any more.
#[derive(Debug)]
pub(super) struct ServerSignals {
    end: Signals,
    #[cfg(unix)]
    reload: Signal,
    #[cfg(unix)]
    restart: Signal,
}

impl ServerSignals {
    /// Begins to catch them.
    pub(super) fn catch() -> io::Result<Self> {
        Ok(Self {
            end: Signals::catch()?,
            #[cfg(unix)]
            reload: signal(SignalKind::hangup())?,
            #[cfg(unix)]
            restart: signal(SignalKind::user_defined2())?,
        })
    }

    /// Waits for the next one. Cancel safe.
    pub(super) async fn recv(&mut self) -> Asked {
        #[cfg(unix)]
        tokio::select! {
            () = self.end.recv() => Asked::End,
            _ = self.reload.recv() => Asked::Reload,
            _ = self.restart.recv() => Asked::Restart,
        }
        #[cfg(not(unix))]
        {
            self.end.recv().await;
            Asked::End
        }
    }
}
