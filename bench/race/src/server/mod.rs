//! A server process: started, pinned, asked where it listens, ended.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use crate::{
    cells::{Cell, Job, Takeover, Transport},
    certificate::Certificate,
    contestants::{Contestant, Mode},
};

/// A server that listens; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    process: Child,
    address: SocketAddr,
}

/// How long a server may take to listen.
const START: Duration = Duration::from_secs(5);

/// The status with which a server says that it cannot do what it is asked.
const CANNOT: i32 = 2;

/// Why a server did not start.
#[derive(Debug)]
pub(crate) enum NotStarted {
    /// It said that it cannot do this, with its reason.
    Cannot(String),
    Failed(String),
}

impl Server {
    /// Starts a contestant's program on the server's core, ready for this cell.
    pub(crate) fn start(
        programs: &Path,
        contestant: &Contestant,
        cell: &Cell,
        certificate: &Certificate,
    ) -> Result<Self, NotStarted> {
        let failed = |error: io::Error| NotStarted::Failed(error.to_string());
        let mut complaints = tempfile::tempfile().map_err(failed)?;
        let mut process = Command::new("taskset")
            .args(["-c", super::SERVER_CORE])
            .arg(programs.join(&contestant.program))
            .args(arguments(contestant, cell, certificate))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(complaints.try_clone().map_err(failed)?)
            .spawn()
            .map_err(failed)?;
        let Some(line) = first_line(&mut process) else {
            let status = end(&mut process);
            let complaint = complaint(&mut complaints);
            return Err(if status == Some(CANNOT) {
                NotStarted::Cannot(complaint)
            } else {
                NotStarted::Failed(format!("it did not start: {complaint}"))
            });
        };
        let line = line.trim();
        if let Some(Ok(address)) = line.strip_prefix("listening ").map(str::parse) {
            Ok(Self { process, address })
        } else {
            end(&mut process);
            Err(NotStarted::Failed(format!(
                "it said {line:?} and not where it listens"
            )))
        }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// The process itself: `taskset` becomes the program that it starts.
    pub(crate) fn pid(&self) -> u32 {
        self.process.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

/// Kills a process and waits for it; gives its status if it had ended by itself.
fn end(process: &mut Child) -> Option<i32> {
    // Neither fails for a child that was not waited for yet.
    let _ = process.kill();
    process.wait().ok()?.code()
}

/// What a server prints first, unless it ends or takes too long.
fn first_line(process: &mut Child) -> Option<String> {
    let stdout = process.stdout.take()?;
    let (sender, receiver) = mpsc::channel();
    // The thread ends with the line, or with the process.
    thread::spawn(move || {
        let mut line = String::new();
        if BufReader::new(stdout)
            .read_line(&mut line)
            .is_ok_and(|length| length > 0)
        {
            // Nobody listens any more if it came too late.
            let _ = sender.send(line);
        }
    });
    receiver.recv_timeout(START).ok()
}

/// The last line that a server wrote to its stderr.
fn complaint(file: &mut File) -> String {
    let mut text = String::new();
    // What cannot be read is not told.
    let _ = file.rewind().and_then(|()| file.read_to_string(&mut text));
    text.lines()
        .last()
        .unwrap_or("it gave no reason")
        .to_owned()
}

fn arguments(contestant: &Contestant, cell: &Cell, certificate: &Certificate) -> Vec<String> {
    let mut arguments = vec!["--mode".to_owned()];
    arguments.push(
        match contestant.mode {
            Mode::Loop => "loop",
            Mode::Batched => "batched",
        }
        .to_owned(),
    );
    let deflate = match &cell.job {
        Job::Echo(echo) => echo.deflate,
        Job::Idle { deflate, .. } => *deflate,
        Job::Broadcast { .. } => {
            arguments.push("--broadcast".to_owned());
            None
        }
        Job::Handshakes {
            transport: Transport::Tls,
            ..
        } => {
            arguments.push("--tls".to_owned());
            arguments.extend(certificate.paths());
            None
        }
        Job::Handshakes { .. } => None,
    };
    if let Some(takeover) = deflate {
        arguments.extend(["--deflate".to_owned(), flag(takeover).to_owned()]);
    }
    arguments
}

/// What servers and the load generator call it.
pub(crate) fn flag(takeover: Takeover) -> &'static str {
    match takeover {
        Takeover::Without => "no-takeover",
        Takeover::With => "takeover",
    }
}

#[cfg(test)]
mod tests;
