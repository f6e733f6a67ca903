//! What the race was run on.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use rustix::process::{Resource, getrlimit};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Machine {
    pub processor: String,
    pub cores: usize,
    pub memory_gib: u64,
    pub kernel: String,
    pub rustc: String,
    /// How many descriptors a process can have open at most.
    pub descriptors: u64,
}

impl Machine {
    /// This machine, as far as it can be asked.
    pub(crate) fn here() -> Self {
        let cpuinfo = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let meminfo = fs::read_to_string("/proc/meminfo").unwrap_or_default();
        let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
        let kib: u64 = field(&meminfo, "MemTotal")
            .and_then(|total| total.split(' ').next()?.parse().ok())
            .unwrap_or(0);
        Self {
            processor: field(&cpuinfo, "model name")
                .unwrap_or("unknown")
                .to_owned(),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            memory_gib: (kib + (1 << 19)) >> 20,
            kernel: kernel.trim().to_owned(),
            rustc: said(Command::new("rustc").arg("--version"))
                .unwrap_or_else(|| "unknown".to_owned()),
            descriptors: getrlimit(Resource::Nofile).maximum.unwrap_or(1 << 20),
        }
    }
}

/// The commit that is checked out, with `-dirty` after it if files that git
/// knows were changed since.
pub(crate) fn commit(workspace: &Path) -> String {
    said(
        Command::new("git")
            .args(["describe", "--always", "--dirty", "--abbrev=12"])
            .current_dir(workspace),
    )
    .unwrap_or_else(|| "unknown".to_owned())
}

/// The versions of all packages in a lock file, by name; of those that are
/// there more than once, the highest.
pub(crate) fn versions(lock: &str) -> BTreeMap<String, String> {
    let mut versions = BTreeMap::new();
    let mut name = None;
    for line in lock.lines() {
        if let Some(value) = quoted(line, "name = ") {
            name = Some(value.to_owned());
        } else if let (Some(value), Some(name)) = (quoted(line, "version = "), name.take()) {
            // A lock file lists the versions of one package in rising order.
            versions.insert(name, value.to_owned());
        }
    }
    versions
}

fn quoted<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?.strip_prefix('"')?.strip_suffix('"')
}

/// The value of `key : value` in a file of such lines.
fn field<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.trim() == key)
        .map(|(_, value)| value.trim())
}

/// The first line that a command wrote, if it ended well.
fn said(command: &mut Command) -> Option<String> {
    let output = command
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(
        String::from_utf8_lossy(&output.stdout)
            .lines()
            .next()?
            .to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_a_lock_file() {
        let lock = "version = 4\n\n[[package]]\nname = \"axum\"\nversion = \"0.7.1\"\n\n\
                    [[package]]\nname = \"axum\"\nversion = \"0.8.2\"\ndependencies = [\n \"http\",\n]\n\n\
                    [[package]]\nname = \"yawc\"\nversion = \"0.2.0\"\n";
        let expected = [("axum", "0.8.2"), ("yawc", "0.2.0")]
            .map(|(name, version)| (name.to_owned(), version.to_owned()));
        assert_eq!(versions(lock), BTreeMap::from(expected));
    }

    #[test]
    fn fields_of_proc_files_are_found() {
        assert_eq!(
            field("a\t: 1\nmodel name\t: Quick 9\n", "model name"),
            Some("Quick 9")
        );
        assert_eq!(field("a\t: 1\n", "model name"), None);
    }
}
