//! The file with the id of the process that serves, and beside it what that process does.

use core::sync::atomic::{AtomicU64, Ordering};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use crate::exit::Failure;
use crate::json::{Life, Status};

/// A pid file. It names the process that serves; that process keeps a second file beside it,
/// with its own id behind the name, which holds the last thing that it told of itself.
#[derive(Debug)]
pub(super) struct PidFile {
    path: PathBuf,
    told: AtomicU64,
}

impl PidFile {
    /// Not written yet: it may name another process. That it can be written is tried beside it.
    pub(super) fn new(path: &Path) -> Result<Self, Failure> {
        let file = Self {
            path: path.to_owned(),
            told: AtomicU64::new(0),
        };
        file.try_to_write()
            .map_err(|error| file.unwritable(&error))?;
        Ok(file)
    }

    /// This process serves. What one left behind that was killed is removed.
    pub(super) fn take(&self) -> Result<(), Failure> {
        let before = fs::read_to_string(&self.path).ok();
        if let Some(dead) = before.and_then(|pid| pid.trim().parse().ok())
            && !exists(dead)
        {
            self.forget(dead);
        }
        let named = replace(&self.path, &format!("{}\n", process::id()));
        let both = named.and_then(|()| replace(&beside(&self.path, process::id()), ""));
        both.map_err(|error| self.unwritable(&error))
    }

    fn try_to_write(&self) -> io::Result<()> {
        if self.path.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let new = new(&self.path);
        fs::write(&new, "")?;
        fs::remove_file(new)
    }

    fn unwritable(&self, error: &io::Error) -> Failure {
        let path = self.path.display();
        Failure::other(format!(
            "cannot write --pid-file {path}: {error}; name a file in a directory that is there and writable"
        ))
    }

    /// That process serves. It says so itself, but maybe not before this one has ended.
    pub(super) fn name(&self, pid: u32) {
        if let Err(error) = replace(&self.path, &format!("{pid}\n")) {
            tracing::warn!(%error, "cannot write the pid file");
        }
    }

    /// What this process does now.
    pub(super) fn tell(&self, life: &Life<'_>) {
        let number = self.told.fetch_add(1, Ordering::Relaxed).saturating_add(1);
        let status = Status { number, life };
        let path = beside(&self.path, process::id());
        if let Err(error) = replace(&path, &status.line()) {
            tracing::warn!(%error, "cannot write {}", path.display());
        }
    }

    /// The process with that id has ended.
    pub(super) fn forget(&self, pid: u32) {
        // It may have done so itself.
        let _ = fs::remove_file(beside(&self.path, pid));
    }

    /// This process ends. The file stays if it names another one.
    pub(super) fn leave(&self) {
        let own = process::id().to_string();
        let names_own = |path: &Path| fs::read_to_string(path).is_ok_and(|pid| pid.trim() == own);
        // Taken away and looked at once more: one that is started now may have written its own id.
        let taken = new(&self.path);
        if names_own(&self.path) && fs::rename(&self.path, &taken).is_ok() {
            if !names_own(&taken) {
                // Unless there is a newer one already.
                let _ = fs::hard_link(&taken, &self.path);
            }
            let _ = fs::remove_file(&taken);
        }
        self.forget(process::id());
    }
}

/// Where the process with that id says what it does.
pub(crate) fn beside(pid_file: &Path, pid: u32) -> PathBuf {
    let mut name = pid_file.as_os_str().to_owned();
    name.push(format!(".{pid}"));
    PathBuf::from(name)
}

/// Whether there is such a process, whoever's it is.
#[cfg(unix)]
fn exists(pid: u32) -> bool {
    let pid = i32::try_from(pid)
        .ok()
        .and_then(rustix::process::Pid::from_raw);
    pid.is_some_and(|pid| rustix::process::test_kill_process(pid) != Err(rustix::io::Errno::SRCH))
}

/// Nothing is removed that may be in use.
#[cfg(not(unix))]
fn exists(_: u32) -> bool {
    true
}

/// Whoever reads it sees the old text or the new one.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let new = new(path);
    fs::write(&new, text)?;
    fs::rename(new, path)
}

/// What becomes the file once it is complete.
fn new(path: &Path) -> PathBuf {
    let mut new = path.as_os_str().to_owned();
    new.push(format!(".{}.new", process::id()));
    PathBuf::from(new)
}
