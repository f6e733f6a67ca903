//! The file with the id of the process that serves, and beside it what that process does.

use core::sync::atomic::{AtomicU64, Ordering};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use crate::json::{Life, Status};

/// A pid file. It names the process that serves; that process keeps a second file beside it,
/// with its own id behind the name, which holds the last thing that it told of itself.
#[derive(Debug)]
pub(super) struct PidFile {
    path: PathBuf,
    told: AtomicU64,
}

impl PidFile {
    /// Not written yet.
    pub(super) fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            told: AtomicU64::new(0),
        }
    }

    /// This process serves.
    pub(super) fn take(&self) -> io::Result<()> {
        replace(&self.path, &format!("{}\n", process::id()))?;
        replace(&beside(&self.path, process::id()), "")
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
        if fs::read_to_string(&self.path).is_ok_and(|pid| pid.trim() == own) {
            // Nobody serves any more, with or without it.
            let _ = fs::remove_file(&self.path);
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

/// Whoever reads it sees the old text or the new one.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut new = path.as_os_str().to_owned();
    new.push(format!(".{}.new", process::id()));
    fs::write(&new, text)?;
    fs::rename(&new, path)
}
