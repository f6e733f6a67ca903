//! Which process serves: the sockets come from an old one or a service manager, and go to a new one.

use core::time::Duration;
use std::env;
use std::io;

use rejoin::handover::systemd::{self, Notification};
use rejoin::handover::{self, Inherited, Origin, Restart, RestartError, Start};
pub(super) use rejoin::handover::{Predecessor, Successor};
use tokio::net::TcpListener;

use crate::exit::Failure;

/// What this process was given when it was started.
#[derive(Debug)]
pub(crate) struct Inheritance(Inherited);

impl Inheritance {
    /// Takes it. To be called before anything else, and before there are threads.
    pub(crate) fn take() -> Result<Self, Failure> {
        let inherited = handover::inherited();
        let inherited = inherited.map_err(|error| Failure::other(with_cause(&error)))?;
        Ok(Self(inherited))
    }

    /// The listening socket of that name: handed over, opened by a service manager, or bound.
    ///
    /// A socket of an old process that was told to listen somewhere else is left alone.
    pub(super) async fn listener(&mut self, name: &str, address: &str) -> io::Result<TcpListener> {
        let origin = self.0.origin();
        let listeners = self.0.listeners();
        if origin == Origin::Predecessor && env::var(variable(name)).as_deref() != Ok(address) {
            return TcpListener::bind(address).await;
        }
        if origin == Origin::ServiceManager && name == MAIN {
            // One that nobody has named is the one that people connect to.
            let main = listeners.names().find(|name| *name != ADMIN);
            let main = main.unwrap_or(MAIN).to_owned();
            return listeners.tcp_or_bind(&main, address).await;
        }
        listeners.tcp_or_bind(name, address).await
    }

    /// Says that this process cannot serve, and why.
    pub(super) fn decline(self, failure: &Failure) {
        self.0.decline(&failure.line);
    }

    /// Says that this process can serve, and waits until it is to. The old process, if there is one,
    /// closes its connections from then on.
    pub(super) async fn ready(self) -> Result<Option<Predecessor>, Failure> {
        let start = self.0.ready().await;
        match start.map_err(|error| Failure::other(with_cause(&error)))? {
            Start::Successor(predecessor) => Ok(Some(predecessor)),
            // The log has it if the old process is dead.
            Start::First | Start::Orphan | _ => Ok(None),
        }
    }
}

/// The restart that a signal asks for, and what it hands on.
#[derive(Debug)]
pub(super) struct Succession(Restart);

impl Succession {
    pub(super) fn new() -> Self {
        Self(Restart::new())
    }

    /// Hands on this socket, which was opened because of that setting.
    pub(super) fn listener(
        self,
        name: &str,
        listener: &TcpListener,
        setting: &str,
    ) -> io::Result<Self> {
        let restart = self.0.env(variable(name), setting);
        restart.listener(name, listener).map(Self)
    }

    /// How long the new process may take.
    pub(super) fn ready_within(self, within: Duration) -> Self {
        Self(self.0.ready_within(within))
    }

    /// The same from now on.
    pub(super) fn set_ready_within(&mut self, within: Duration) {
        self.0 = core::mem::take(&mut self.0).ready_within(within);
    }

    /// Starts the new process and waits until it serves; otherwise says why it does not.
    pub(super) async fn start(&self) -> Result<Successor, String> {
        let started = self.0.start().await;
        started.map_err(|error: RestartError| with_cause(&error))
    }
}

/// Tells a service manager that this process ends, and how far it is.
pub(super) fn stopping(status: &str) {
    let more_time = Notification::ExtendTimeout(UNTIL_THE_NEXT);
    tell(&[
        Notification::Stopping,
        more_time,
        Notification::Status(status),
    ]);
}

/// Tells a service manager that the settings are being read again.
pub(super) fn reloading() {
    tell(&[Notification::Reloading]);
}

/// Tells a service manager what came of that.
pub(super) fn reloaded(status: &str) {
    tell(&[Notification::Ready, Notification::Status(status)]);
}

fn tell(notifications: &[Notification<'_>]) {
    if let Err(error) = systemd::notify(notifications) {
        tracing::debug!(%error, "cannot tell the service manager");
    }
}

/// The variable that tells the new process why a socket was opened where it is.
fn variable(name: &str) -> String {
    format!("REJOIN_SERVE_{}", name.to_uppercase())
}

fn with_cause(error: &dyn core::error::Error) -> String {
    match error.source() {
        Some(cause) => format!("{error}: {cause}"),
        None => error.to_string(),
    }
}

/// The name of the socket that clients connect to.
pub(super) const MAIN: &str = "ws";

/// The name of the socket for those who operate the server.
pub(super) const ADMIN: &str = "admin";

/// A service manager hears of the end about every second; it gets impatient after this time without.
const UNTIL_THE_NEXT: Duration = Duration::from_secs(15);
