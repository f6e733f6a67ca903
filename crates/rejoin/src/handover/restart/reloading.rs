//! What the service manager hears of a restart.

use core::error::Error as _;
use std::process;

use crate::handover::error::RestartError;
use crate::handover::systemd::{Notification, try_notify};

/// A restart that the service manager knows of. However it ends, the manager is told.
pub(super) struct Reloading {
    outcome: Outcome,
}

enum Outcome {
    /// Nobody waits for it any more.
    Dropped,
    Failed(String),
    HandedOn(u32),
}

impl Reloading {
    pub(super) fn announce() -> Self {
        try_notify(&[Notification::Reloading]);
        Self {
            outcome: Outcome::Dropped,
        }
    }

    /// The new process is in charge. The old one says so, for a service manager believes the main
    /// process alone, unless it is set up otherwise.
    pub(super) fn handed_on(mut self, pid: u32) {
        self.outcome = Outcome::HandedOn(pid);
    }

    /// Everything is as before.
    pub(super) fn failed(mut self, error: &RestartError) {
        let cause = error.source().map(|cause| format!(": {cause}"));
        let why = format!("{error}{}", cause.unwrap_or_default());
        self.outcome = Outcome::Failed(why);
    }
}

impl Drop for Reloading {
    fn drop(&mut self) {
        match &self.outcome {
            Outcome::Dropped => try_notify(&[Notification::Ready]),
            Outcome::Failed(why) => {
                let status = format!("the last restart failed: {why}");
                try_notify(&[Notification::Ready, Notification::Status(&status)]);
            }
            Outcome::HandedOn(pid) => {
                let status = format!("process {} handed over to {pid}", process::id());
                try_notify(&[
                    Notification::MainPid(*pid),
                    Notification::Ready,
                    Notification::Status(&status),
                ]);
            }
        }
    }
}

/// This process is the main one again.
pub(super) fn take_back() {
    let own = process::id();
    let status = format!("the new process died; process {own} serves again");
    try_notify(&[
        Notification::MainPid(own),
        Notification::Ready,
        Notification::Status(&status),
    ]);
}
