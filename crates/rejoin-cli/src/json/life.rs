//! What happens to a server's process: told on stdout, beside the pid file, and to the next process.

use rejoin::Progress;
use serde::{Deserialize, Serialize};

use super::line;

/// `serve`: what happens to a process. Old and new ones may write to the same place.
#[derive(Debug, Serialize)]
pub(crate) struct Life<'a> {
    /// The process that says so.
    pub(crate) pid: u32,
    /// What happened.
    #[serde(flatten)]
    pub(crate) stage: LifeStage<'a>,
}

/// The field `event` names the kind.
#[derive(Debug, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub(crate) enum LifeStage<'a> {
    /// A new process was asked for.
    Restarting,
    /// The new process serves; this one drains.
    Restarted {
        /// The new process.
        successor: u32,
    },
    /// There is no new process; this one serves on.
    RestartFailed {
        /// Why.
        error: &'a str,
    },
    /// The settings were read again, and are in force for the connections that come.
    Reloaded {
        /// Settings that have changed, but only a restart can apply.
        needs_restart: &'a [&'a str],
    },
    /// The settings are as before.
    ReloadFailed {
        /// What is wrong with the new ones, and where.
        error: &'a str,
    },
    /// The old process has ended.
    PredecessorGone {
        /// The old process.
        predecessor: u32,
        /// How far its drain had come when it last told; `left` is what was lost with it. `None` if it
        /// never told.
        drain: Option<HowFar>,
    },
    /// Connections are being closed: at the beginning, then once a second; a last time where the drain
    /// is given up because the new process has died.
    Draining(Drained<'a>),
    /// No connection is left, or those that are left were cut.
    Drained(Drained<'a>),
}

/// A drain, and how far it has come.
#[derive(Debug, Serialize)]
pub(crate) struct Drained<'a> {
    /// The code of the Closes.
    pub(crate) code: Option<u16>,
    /// Their reason.
    pub(crate) reason: &'a str,
    /// How far it has come.
    #[serde(flatten)]
    pub(crate) how_far: HowFar,
}

/// How far a drain has come, in connections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct HowFar {
    /// Those that said Close on both sides.
    pub(crate) clean: usize,
    /// Those that ended in another way.
    pub(crate) unclean: usize,
    /// Those that did not answer in time.
    pub(crate) cut: usize,
    /// Those that are open.
    pub(crate) left: usize,
    /// How many of those have been sent their Close.
    pub(crate) closing: usize,
}

impl From<Progress> for HowFar {
    fn from(progress: Progress) -> Self {
        Self {
            clean: progress.clean,
            unclean: progress.unclean,
            cut: progress.cut,
            left: progress.left,
            closing: progress.closing,
        }
    }
}

impl Life<'_> {
    /// The event as one line, with its line end.
    pub(crate) fn line(&self) -> String {
        line(self)
    }
}

/// What a process does, as it stands beside its pid file.
#[derive(Debug, Serialize)]
pub(crate) struct Status<'a> {
    /// Counts up: 1 is the first thing that this process told.
    pub(crate) number: u64,
    /// What it told.
    #[serde(flatten)]
    pub(crate) life: &'a Life<'a>,
}

impl Status<'_> {
    /// As one line, with its line end.
    pub(crate) fn line(&self) -> String {
        line(self)
    }
}

/// What [`Status`] says to who reads it.
#[cfg(unix)]
#[derive(Debug, Deserialize)]
pub(crate) struct Told {
    pub(crate) number: u64,
    pub(crate) pid: u32,
    pub(crate) event: String,
    pub(crate) error: Option<String>,
    /// Of a drain of this process.
    #[serde(flatten)]
    pub(crate) how_far: HowFar,
    /// The process before this one, and how far its drain had come in the end.
    pub(crate) predecessor: Option<u32>,
    pub(crate) drain: Option<HowFar>,
}

/// `restart`: it has succeeded.
#[cfg(unix)]
#[derive(Debug, Serialize)]
pub(crate) struct TheEnd {
    event: &'static str,
    /// The process that has ended.
    pub(crate) old: u32,
    /// The process that serves.
    pub(crate) new: u32,
}

#[cfg(unix)]
impl TheEnd {
    pub(crate) fn new(old: u32, new: u32) -> Self {
        let event = "replaced";
        Self { event, old, new }
    }

    /// As one line, with its line end.
    pub(crate) fn line(&self) -> String {
        line(self)
    }
}
