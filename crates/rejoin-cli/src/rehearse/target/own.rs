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
        let command = command(args, admit_rate).map_err(|error| failed(&error.to_string()))?;
        Self::start_by(command, START).await
    }

    /// Starts it by that command, which may take so long until it listens; one that does not is
    /// killed.
    async fn start_by(mut command: Command, patience: Duration) -> Result<Self, Failure> {
        let started = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut first = started.map_err(|error| failed(&error.to_string()))?;
        let stdout = first.stdout.take().expect("it is a pipe");
        let (sender, mut news) = mpsc::unbounded_channel();
        tokio::spawn(read(stdout, sender));
        match listening(&mut news, patience).await {
            Ok((url, serving)) => Ok(Self {
                url,
                serving,
                first,
                news,
            }),
            Err(failure) => {
                // It may have ended by itself.
                let _ = first.kill().await;
                Err(failure)
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

/// Where the first process listens, and its id.
async fn listening(
    news: &mut mpsc::UnboundedReceiver<News>,
    patience: Duration,
) -> Result<(String, Pid), Failure> {
    let listens = async {
        while let Some(told) = news.recv().await {
            if let News::Listening { url, pid } = told {
                let pid = Pid::from_raw(pid).ok_or_else(|| failed("it has no id"))?;
                return Ok((url, pid));
            }
        }
        // Then it said why.
        Err(failed("it ended"))
    };
    let listens = timeout(patience, listens).await;
    listens.unwrap_or_else(|_elapsed| Err(failed("it does not listen")))
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
    use std::io::Read;
    use std::sync::mpsc::channel;

    use super::*;

    #[tokio::test]
    async fn a_server_that_never_listens_is_not_left_running() {
        let (mut end, lives) = io::pipe().expect("a pipe");
        let mut mute = Command::new("tail");
        mute.args(["-f", "/dev/null"]).stderr(lives);
        let failed = OwnServer::start_by(mute, Duration::from_millis(1)).await;
        let failure = failed.expect_err("it says nothing");
        assert!(
            failure.line.contains("it does not listen"),
            "{}",
            failure.line
        );
        // The pipe ends with the last process that has it.
        let (sender, ended) = channel();
        std::thread::spawn(move || sender.send(end.read_to_end(&mut Vec::new())));
        let ended = ended
            .recv_timeout(Duration::from_secs(30))
            .expect("it has ended");
        assert_eq!(ended.ok(), Some(0));
    }

    #[test]
    fn resident_memory_is_read_from_the_status_of_a_process() {
        let status = "Name:\trejoin\nVmPeak:\t  9 kB\nVmRSS:\t   39064 kB\nThreads:\t3\n";
        assert_eq!(resident(status), Some(40_001_536));
        assert_eq!(resident("Name:\tx\nVmRSS:\t?\n"), None);
    }
}
