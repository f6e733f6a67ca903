//! What a server tells of itself: lines of JSON on stdout, or the log on stderr.

use core::net::SocketAddr;
use std::io::{self, Write};
use std::process;
use std::sync::Arc;

use rejoin::{Draining, ServerEvent};

use super::page::Page;
use super::pid_file::PidFile;
use crate::exit::Failure;
use crate::json::{Drained, Event, HowFar, Life, LifeStage};

/// How a server tells what happens to it as a whole.
#[derive(Clone, Debug)]
pub(super) struct Reporter {
    /// Whether events are written to stdout; the log has them in any case.
    pub(super) json: bool,
    pub(super) pid_file: Option<Arc<PidFile>>,
    /// Where failures are told too.
    pub(super) page: Arc<Page>,
}

impl Reporter {
    /// The first line on stdout: where the server listens.
    pub(super) fn listening(
        &self,
        url: &str,
        admin: Option<SocketAddr>,
        predecessor: Option<u32>,
    ) -> io::Result<()> {
        let pid = process::id();
        if let Some(address) = admin {
            tracing::info!(pid, "healthz, readyz and metrics on http://{address}");
        }
        if let Some(predecessor) = predecessor {
            tracing::info!(pid, predecessor, "serving, the old process drains");
        }
        let line = if self.json {
            Event::Listening {
                url,
                admin,
                pid,
                predecessor,
            }
            .line()
        } else {
            format!("listening on {url}\n")
        };
        let mut stdout = io::stdout().lock();
        stdout.write_all(line.as_bytes())?;
        stdout.flush()
    }

    /// Writes what happened to a connection as a line of JSON.
    pub(super) fn connection(&self, event: &ServerEvent<'_>) {
        if !self.json {
            return;
        }
        let line = match event {
            ServerEvent::Failed { peer, error, .. } => Event::Failed {
                peer: *peer,
                error: error.to_string(),
            }
            .line(),
            ServerEvent::Refused { peer, refusal, .. } => Event::Refused {
                peer: *peer,
                status: refusal.status().as_u16(),
                error: refusal.to_string(),
                missing: refusal
                    .explanation()
                    .map_or(&[], |explanation| explanation.missing()),
            }
            .line(),
            ServerEvent::Opened {
                peer,
                request,
                subprotocol,
                extensions,
                ..
            } => Event::Opened {
                peer: Some(*peer),
                target: request.uri().to_string(),
                subprotocol: *subprotocol,
                extensions,
            }
            .line(),
            ServerEvent::Closed { peer, closure, .. } => Event::closed(Some(*peer), closure).line(),
            // The page asks every second. Or an event that this program does not know yet.
            ServerEvent::Answered { .. } | _ => return,
        };
        write(&line);
    }

    /// This process is the one that serves.
    pub(super) fn serving(&self) -> Result<(), Failure> {
        match &self.pid_file {
            Some(file) => file.take(),
            None => Ok(()),
        }
    }

    /// This process ends.
    pub(super) fn leaving(&self) {
        if let Some(file) = &self.pid_file {
            file.leave();
        }
    }

    pub(super) fn restarting(&self) {
        tracing::info!(pid = process::id(), "restarting: starting a new process");
        self.tell(LifeStage::Restarting);
    }

    pub(super) fn restarted(&self, successor: u32) {
        let pid = process::id();
        tracing::info!(pid, successor, "restarted: the new process serves");
        if let Some(file) = &self.pid_file {
            file.name(successor);
        }
        self.tell(LifeStage::Restarted { successor });
    }

    /// That new process has died.
    pub(super) fn forget(&self, successor: u32) {
        if let Some(file) = &self.pid_file {
            file.forget(successor);
        }
    }

    pub(super) fn restart_failed(&self, error: &str) {
        let pid = process::id();
        tracing::error!(pid, "restart failed, this process serves on: {error}");
        self.page.restart_failed(Some(error));
        self.tell(LifeStage::RestartFailed { error });
    }

    /// A restart that was asked for in the middle of something else.
    pub(super) fn restart_refused(&self, error: &str) {
        let pid = process::id();
        tracing::error!(pid, "restart refused: {error}");
        // The files tell of the restart that is under way.
        if self.json {
            let stage = LifeStage::RestartFailed { error };
            write(&Life { pid, stage }.line());
        }
    }

    pub(super) fn predecessor_gone(&self, predecessor: u32, drain: Option<HowFar>) {
        let pid = process::id();
        match drain.map(|drain| drain.left) {
            Some(0) => tracing::info!(pid, predecessor, "the old process has ended"),
            Some(lost) => tracing::error!(
                pid,
                predecessor,
                "the old process ended in the middle of its drain, {lost} connections were lost"
            ),
            None => tracing::error!(pid, predecessor, "the old process ended before its drain"),
        }
        if let Some(file) = &self.pid_file {
            file.forget(predecessor);
        }
        self.tell(LifeStage::PredecessorGone { predecessor, drain });
    }

    pub(super) fn reloaded(&self, needs_restart: &[&str]) {
        let pid = process::id();
        if needs_restart.is_empty() {
            tracing::info!(pid, "reloaded, for the connections that come from now on");
        } else {
            let what = needs_restart.join(", ");
            tracing::warn!(pid, "reloaded; what has changed in {what} needs a restart");
        }
        self.tell(LifeStage::Reloaded { needs_restart });
    }

    pub(super) fn reload_failed(&self, error: &str) {
        let pid = process::id();
        tracing::error!(pid, "reload failed, nothing has changed: {error}");
        self.tell(LifeStage::ReloadFailed { error });
    }

    pub(super) fn draining(&self, draining: &Draining) {
        let progress = draining.progress();
        tracing::info!(pid = process::id(), close = %draining.close(), "draining: {progress}");
        self.tell(LifeStage::Draining(drained(draining)));
    }

    pub(super) fn drained(&self, draining: &Draining) {
        let progress = draining.progress();
        tracing::info!(pid = process::id(), "drained: {progress}");
        self.tell(LifeStage::Drained(drained(draining)));
    }

    fn tell(&self, stage: LifeStage<'_>) {
        let pid = process::id();
        let life = Life { pid, stage };
        if self.json {
            write(&life.line());
        }
        if let Some(file) = &self.pid_file {
            file.tell(&life);
        }
    }
}

fn drained(draining: &Draining) -> Drained<'_> {
    let close = draining.close();
    Drained {
        code: close.code().map(rejoin::CloseCode::get),
        reason: close.reason(),
        how_far: draining.progress().into(),
    }
}

/// The server outlives whoever read its events.
fn write(line: &str) {
    let mut stdout = io::stdout().lock();
    let _ = stdout
        .write_all(line.as_bytes())
        .and_then(|()| stdout.flush());
}
