//! What the kernel says of the server's process, and what this one may have.

use core::time::Duration;
use std::fs;

use anyhow::{Context as _, Result, bail};
use rustix::process::{Pid, Resource, Rlimit, getpid, getrlimit, setrlimit};

/// A process that is watched.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Process(u32);

impl Process {
    /// The process with this number.
    pub(crate) const fn new(pid: u32) -> Self {
        Self(pid)
    }

    /// This program.
    pub(crate) fn this() -> Self {
        Self(Pid::as_raw(Some(getpid())).unsigned_abs())
    }

    /// How long all its threads have been on a processor, system calls included.
    ///
    /// The kernel brings the figure of a thread that never sleeps up to date at each of its ticks,
    /// so it may be some milliseconds behind.
    pub(crate) fn processor_time(self) -> Result<Duration> {
        let tasks = format!("/proc/{}/task", self.0);
        let mut sum = 0;
        for task in fs::read_dir(&tasks).with_context(|| format!("no process {}", self.0))? {
            let path = task?.path().join("schedstat");
            // A thread may end between the listing and the reading.
            if let Ok(text) = fs::read_to_string(&path) {
                sum += first_number(&text).with_context(|| format!("{} is odd", path.display()))?;
            }
        }
        Ok(Duration::from_nanos(sum))
    }

    /// How much of its memory is resident, in bytes.
    pub(crate) fn resident_bytes(self) -> Result<u64> {
        let path = format!("/proc/{}/smaps_rollup", self.0);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))?;
        resident(&text).with_context(|| format!("{path} does not name Rss"))
    }
}

/// Lets this process open as many sockets as it is allowed to, and says whether so many are few enough.
pub(crate) fn make_room_for(connections: usize) -> Result<()> {
    let limit = getrlimit(Resource::Nofile);
    setrlimit(
        Resource::Nofile,
        Rlimit {
            current: limit.maximum,
            maximum: limit.maximum,
        },
    )
    .context("cannot raise the limit of open files")?;
    match limit.maximum {
        Some(most) if most < connections as u64 + KEPT_FREE => bail!(
            "{connections} connections do not fit: this process may open {most} files \
             and needs {KEPT_FREE} for other things"
        ),
        _ => Ok(()),
    }
}

/// Descriptors for the epoll instances, the standard streams and files under `/proc`.
const KEPT_FREE: u64 = 64;

fn first_number(text: &str) -> Option<u64> {
    text.split_ascii_whitespace().next()?.parse().ok()
}

fn resident(smaps: &str) -> Option<u64> {
    let line = smaps.lines().find_map(|line| line.strip_prefix("Rss:"))?;
    Some(first_number(line)? * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_processor_time_of_this_process_grows_with_work() {
        let this = Process::this();
        let before = this.processor_time().unwrap();
        let mut random = crate::payload::Random::new(1);
        while this.processor_time().unwrap() == before {
            core::hint::black_box(random.next());
        }
    }

    #[test]
    fn this_process_is_resident() {
        assert!(Process::this().resident_bytes().unwrap() > 100_000);
    }

    #[test]
    fn a_process_that_is_not_there_is_named() {
        let error = Process::new(u32::MAX).processor_time().unwrap_err();
        assert!(error.to_string().contains("4294967295"), "{error}");
    }

    #[test]
    fn more_connections_than_files_are_refused() {
        let error = make_room_for(usize::MAX / 2).unwrap_err();
        assert!(error.to_string().contains("do not fit"), "{error}");
    }

    #[test]
    fn resident_bytes_are_counted_from_kibibytes() {
        let smaps = "5000-6000 ---p 00000000 00:00 0 [rollup]\nRss:    1234 kB\nPss: 1 kB\n";
        assert_eq!(resident(smaps), Some(1234 * 1024));
        assert_eq!(resident("Pss: 1 kB\n"), None);
    }
}
