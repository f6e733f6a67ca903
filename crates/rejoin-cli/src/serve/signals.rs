//! What the operating system's signals ask of a server.

use std::io;
use std::sync::Arc;

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::sync::Notify;

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
    /// Asks for the same, from within.
    #[cfg(unix)]
    button: Arc<Notify>,
}

impl ServerSignals {
    /// Begins to catch them. What `button` tells counts as SIGUSR2.
    #[cfg_attr(
        not(unix),
        expect(unused_variables, reason = "nothing can be restarted")
    )]
    pub(super) fn catch(button: Arc<Notify>) -> io::Result<Self> {
        Ok(Self {
            end: Signals::catch()?,
            #[cfg(unix)]
            reload: signal(SignalKind::hangup())?,
            #[cfg(unix)]
            restart: signal(SignalKind::user_defined2())?,
            #[cfg(unix)]
            button,
        })
    }

    /// Waits for the next one. Cancel safe.
    pub(super) async fn recv(&mut self) -> Asked {
        #[cfg(unix)]
        tokio::select! {
            () = self.end.recv() => Asked::End,
            _ = self.reload.recv() => Asked::Reload,
            _ = self.restart.recv() => Asked::Restart,
            () = self.button.notified() => Asked::Restart,
        }
        #[cfg(not(unix))]
        {
            self.end.recv().await;
            Asked::End
        }
    }
}
