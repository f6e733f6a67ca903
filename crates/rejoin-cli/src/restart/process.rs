//! A process, seen from outside.

use std::fs;

use rustix::process::{Pid, Signal, kill_process, test_kill_process};

use crate::exit::Failure;

/// A process by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Process {
    pid: Pid,
}

impl Process {
    pub(super) fn of(id: u32) -> Result<Self, Failure> {
        let pid = i32::try_from(id).ok().and_then(Pid::from_raw);
        let process = pid.map(|pid| Self { pid });
        process
            .filter(Self::runs)
            .ok_or_else(|| Failure::other(format!("no process {id} runs here")))
    }

    pub(super) fn id(&self) -> u32 {
        self.pid.as_raw_pid().unsigned_abs()
    }

    /// Whether it has not ended. One that has, and that its parent did not look after, runs no more.
    pub(super) fn runs(&self) -> bool {
        // One that belongs to somebody else runs all the same.
        let exists = !matches!(test_kill_process(self.pid), Err(rustix::io::Errno::SRCH));
        exists && !matches!(state_and_parent(self.id()), Some(('Z', _)))
    }

    /// Whether it was started by that process, which has not ended.
    pub(super) fn is_child_of(&self, parent: &Self) -> bool {
        state_and_parent(self.id()).is_some_and(|(_, started_by)| started_by == parent.id())
    }

    /// Sends SIGUSR2, unless that would end it.
    pub(super) fn ask_for_restart(&self) -> Result<(), Failure> {
        let id = self.id();
        if listens_to_usr2(id) == Some(false) {
            return Err(Failure::other(format!(
                "process {id} does not restart when asked to (SIGUSR2); is it a rejoin serve?"
            )));
        }
        kill_process(self.pid, Signal::USR2)
            .map_err(|error| Failure::other(format!("cannot send SIGUSR2 to {id}: {error}")))
    }

    /// The arguments that it was started with; only where there is `/proc`.
    pub(super) fn arguments(&self) -> Result<Vec<u8>, Failure> {
        arguments(self.id()).ok_or_else(|| {
            Failure::other("cannot look for the new process here; give the pid file instead")
        })
    }

    /// Processes that were started with these arguments.
    pub(super) fn started_with(wanted: &[u8]) -> Vec<Self> {
        let processes = fs::read_dir("/proc").into_iter().flatten();
        let ids = processes.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
        let alike = ids.filter(|id| arguments(*id).as_deref() == Some(wanted));
        alike.filter_map(|id| Self::of(id).ok()).collect()
    }
}

/// What stands behind the name of the program, which a restart writes as a whole path.
fn arguments(id: u32) -> Option<Vec<u8>> {
    let line = fs::read(format!("/proc/{id}/cmdline")).ok()?;
    let name = line.iter().position(|byte| *byte == 0)?;
    Some(line[name..].to_vec())
}

/// The state of a process and its parent, where there is `/proc`.
fn state_and_parent(id: u32) -> Option<(char, u32)> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name before it may hold anything.
    let (_, rest) = stat.rsplit_once(") ")?;
    let mut fields = rest.split(' ');
    let state = fields.next()?.chars().next()?;
    Some((state, fields.next()?.parse().ok()?))
}

/// Whether it catches SIGUSR2; nothing where that cannot be seen.
fn listens_to_usr2(id: u32) -> Option<bool> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let caught = status
        .lines()
        .find_map(|line| line.strip_prefix("SigCgt:"))?;
    let caught = u64::from_str_radix(caught.trim(), 16).ok()?;
    let usr2 = u32::try_from(Signal::USR2.as_raw()).ok()?.checked_sub(1)?;
    Some(caught.checked_shr(usr2).unwrap_or(0) & 1 == 1)
}
