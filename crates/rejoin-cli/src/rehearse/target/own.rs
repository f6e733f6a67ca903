//! A `rejoin serve` of its own: the same executable, restarted by SIGUSR2.

use core::num::NonZeroU32;
use core::time::Duration;
use std::process::Stdio;
use std::{env, fs, io};

use rustix::process::{Pid, Signal, kill_process};
use serde::Deserialize;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdout, Command};
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::Target;
use crate::args::OwnArgs;
use crate::exit::Failure;

/// A server that was started for the rehearsal, and the processes that it restarted into.
///
/// Dropping it asks the process that serves to end; it does so when the last client has gone.
#[derive(Debug)]
pub(in crate::rehearse) struct OwnServer {
    url: String,
    /// The process that serves.
    serving: Pid,
    /// The first one, which belongs to this one.
    first: Child,
    news: mpsc::UnboundedReceiver<News>,
}

/// What a process of the server said about itself.
#[derive(Debug, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
enum News {
    Listening {
        url: String,
        pid: i32,
    },
    Restarted {
        successor: i32,
    },
    RestartFailed {
        error: String,
    },
    PredecessorGone {
        predecessor: i32,
    },
    #[serde(other)]
    Other,
}

impl OwnServer {
    /// Starts one on a free port.
    pub(in crate::rehearse) async fn start(
        args: &OwnArgs,
        admit_rate: Option<NonZeroU32>,
    ) -> Result<Self, Failure> {
        let started = command(args, admit_rate).and_then(|mut command| command.spawn());
        let mut first = started.map_err(|error| failed(&error.to_string()))?;
        let stdout = first.stdout.take().expect("it is a pipe");
        let (sender, mut news) = mpsc::unbounded_channel();
        tokio::spawn(read(stdout, sender));
        loop {
            match timeout(START, news.recv()).await {
                Ok(Some(News::Listening { url, pid })) => {
                    let serving = Pid::from_raw(pid).ok_or_else(|| failed("it has no id"))?;
                    return Ok(Self {
                        url,
                        serving,
                        first,
                        news,
                    });
                }
                Ok(Some(_)) => {}
                // Then it said why.
                Ok(None) => return Err(failed("it ended")),
                Err(_elapsed) => return Err(failed("it does not listen")),
            }
        }
    }

    /// Where it listens.
    pub(in crate::rehearse) fn url(&self) -> &str {
        &self.url
    }

    /// Ends it, and waits until no process of it is left, but not for ever.
    pub(in crate::rehearse) async fn stop(mut self) {
        // All of its processes hold the pipe from which the news come.
        let ended = async {
            self.signal(Signal::TERM);
            while self.news.recv().await.is_some() {}
        };
        if timeout(END, ended).await.is_err() {
            self.signal(Signal::KILL);
        }
        // It has ended, or will: a server ends with its last connection.
        let _ = timeout(END, self.first.wait()).await;
    }

    /// Only a process that is gone does not take it.
    fn signal(&self, signal: Signal) {
        let _ = kill_process(self.serving, signal);
    }
}

impl Target for OwnServer {
    async fn restart(&mut self) -> Result<(), Failure> {
        let old = self.serving;
        self.signal(Signal::USR2);
        while let Some(news) = self.news.recv().await {
            match news {
                News::Restarted { successor } => {
                    self.serving = Pid::from_raw(successor).unwrap_or(old);
                }
                News::RestartFailed { error } => {
                    return Err(Failure::other(format!(
                        "the server did not restart: {error}"
                    )));
                }
                News::PredecessorGone { predecessor }
                    if Pid::from_raw(predecessor) == Some(old) =>
                {
                    return Ok(());
                }
                News::PredecessorGone { .. } | News::Listening { .. } | News::Other => {}
            }
        }
        Err(Failure::other(
            "the server ended; run rejoin serve by itself to see why",
        ))
    }

    fn memory(&self) -> Option<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.serving)).ok()?;
        resident(&status)
    }
}

impl Drop for OwnServer {
    fn drop(&mut self) {
        self.signal(Signal::TERM);
    }
}

fn command(args: &OwnArgs, admit_rate: Option<NonZeroU32>) -> io::Result<Command> {
    let mut command = Command::new(env::current_exe()?);
    command.args(["serve", "--listen", "127.0.0.1:0", "--json", "--quiet"]);
    if let Some(within) = args.drain_within {
        command.arg(format!("--drain-within={}ms", within.as_millis()));
    }
    if let Some(rate) = args.drain_rate {
        command.arg(format!("--drain-rate={rate}"));
    }
    if let Some(rate) = admit_rate {
        command.arg(format!("--admit-rate={rate}"));
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    Ok(command)
}

/// Reads everything that the server says, so that it never has to wait for a reader.
async fn read(stdout: ChildStdout, news: mpsc::UnboundedSender<News>) {
    let mut lines = BufReader::new(stdout).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        match serde_json::from_str(&line) {
            // What happens to single connections is seen from the other side.
            Ok(News::Other) | Err(_) => {}
            // Nobody waits for it any more.
            Ok(told) => drop(news.send(told)),
        }
    }
}

/// The resident memory in a `/proc/PID/status`, in bytes.
fn resident(status: &str) -> Option<u64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes << 10)
}

fn failed(why: &str) -> Failure {
    Failure::other(format!(
        "cannot start a server to rehearse with: {why}; run rejoin serve by itself to see more"
    ))
}

/// How long a server may take to start.
const START: Duration = Duration::from_secs(10);

/// How long it may take to end once all clients have gone.
const END: Duration = Duration::from_secs(10);

#[cfg(test)]
mod tests {
    use super::resident;

    #[test]
    fn resident_memory_is_read_from_the_status_of_a_process() {
        let status = "Name:\trejoin\nVmPeak:\t  9 kB\nVmRSS:\t   39064 kB\nThreads:\t3\n";
        assert_eq!(resident(status), Some(40_001_536));
        assert_eq!(resident("Name:\tx\nVmRSS:\t?\n"), None);
    }
}
