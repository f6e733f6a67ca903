//! The test's side: starts the first process, and talks to it and to all that come after it.
//!
//! Every process has a line to the test of its own, which ends with the process. Nothing waits for
//! ever, and with the stage every process ends.

use core::net::SocketAddr;
use core::time::Duration;
use std::io::{BufRead, BufReader, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::{env, fs};

use rustix::process::{Pid, Signal, kill_process};

use crate::actor::{ARGUMENTS, ROLE, STAGE};

/// How long anything that should happen at once may take on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) struct Stage {
    lines: TcpListener,
    started: Vec<Child>,
}

/// A process, wherever it comes from.
pub(crate) struct Actor {
    pub(crate) pid: u32,
    stream: TcpStream,
    said: Receiver<String>,
}

impl Stage {
    pub(crate) fn new() -> Self {
        Self {
            lines: TcpListener::bind("127.0.0.1:0").unwrap(),
            started: Vec::new(),
        }
    }

    /// A server that has nothing inherited, and serves.
    pub(crate) fn server(&mut self) -> (Actor, SocketAddr) {
        self.start(&mut Command::new(env::current_exe().unwrap()))
    }

    /// The same, started by that command.
    pub(crate) fn start(&mut self, command: &mut Command) -> (Actor, SocketAddr) {
        let first = self.spawn(command);
        let serves = first.says("serves first ");
        let address = serves.split(' ').next().unwrap().parse().unwrap();
        (first, address)
    }

    /// An actor, started by that command.
    pub(crate) fn spawn(&mut self, command: &mut Command) -> Actor {
        let stage = self.lines.local_addr().unwrap().to_string();
        let child = command
            .args(ARGUMENTS)
            .env(STAGE, stage)
            .env(ROLE, "plain")
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        self.started.push(child);
        self.next()
    }

    /// The next process that appears.
    pub(crate) fn next(&self) -> Actor {
        self.appears().expect("it says who it is")
    }

    /// The process with that id. Those that appeared before it have ended and never served.
    pub(crate) fn process(&self, pid: &str) -> Actor {
        loop {
            match self.appears() {
                Some(actor) if actor.pid.to_string() == pid => return actor,
                Some(other) => other.never_served(),
                None => {}
            }
        }
    }

    /// The next process; nothing if it was killed before it could say who it is.
    fn appears(&self) -> Option<Actor> {
        let (sender, accepted) = channel();
        let lines = self.lines.try_clone().unwrap();
        thread::spawn(move || sender.send(lines.accept()));
        let (line, _) = accepted
            .recv_timeout(PATIENCE)
            .expect("nobody came")
            .unwrap();
        let (sender, said) = channel();
        let mut read = BufReader::new(line.try_clone().unwrap()).lines();
        // A line that breaks has ended.
        thread::spawn(move || {
            read.by_ref()
                .map_while(Result::ok)
                .try_for_each(|line| sender.send(line))
        });
        let pid = said.recv_timeout(PATIENCE).ok()?;
        Some(Actor {
            pid: pid.parse().unwrap(),
            stream: line,
            said,
        })
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        for child in &mut self.started {
            // It may have ended by itself.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Actor {
    pub(crate) fn tell(&mut self, order: &str) {
        writeln!(self.stream, "{order}").unwrap();
    }

    /// The rest of its next line, which has to begin like this.
    #[track_caller]
    pub(crate) fn says(&self, beginning: &str) -> String {
        let line = self.line();
        line.strip_prefix(beginning)
            .unwrap_or_else(|| unreachable!("waited for {beginning:?}, got {line:?}"))
            .to_owned()
    }

    /// Its next line.
    #[track_caller]
    pub(crate) fn line(&self) -> String {
        self.said.recv_timeout(PATIENCE).expect("it says something")
    }

    /// Waits for its end, before which it says nothing.
    #[track_caller]
    pub(crate) fn ends(&self) {
        use std::sync::mpsc::RecvTimeoutError::Disconnected;
        assert_eq!(self.said.recv_timeout(PATIENCE), Err(Disconnected));
    }

    fn never_served(&self) {
        while let Ok(line) = self.said.recv_timeout(PATIENCE) {
            assert!(!line.starts_with("serves"), "{line}");
        }
    }

    /// Kills it, and waits until it is dead.
    pub(crate) fn kill(&self) {
        let pid = Pid::from_raw(self.pid.try_into().unwrap()).unwrap();
        kill_process(pid, Signal::KILL).unwrap();
        self.ends();
    }

    /// Has it restart into this role; the new process.
    pub(crate) fn restarts(&mut self, role: &str, stage: &Stage) -> Self {
        self.tell(&format!("restart {role}"));
        stage.next()
    }

    /// How many descriptors of that socket it has.
    pub(crate) fn holds(&self, socket: &Path) -> usize {
        let all = Path::new("/proc").join(self.pid.to_string()).join("fd");
        all.read_dir()
            .unwrap()
            .map(|entry| entry.unwrap().path().read_link())
            // One that is closed meanwhile is another one.
            .filter(|link| link.as_ref().is_ok_and(|link| link == socket))
            .count()
    }

    /// The file that it runs.
    pub(crate) fn executable(&self) -> PathBuf {
        let link = Path::new("/proc").join(self.pid.to_string()).join("exe");
        link.read_link().unwrap()
    }
}

impl Drop for Actor {
    fn drop(&mut self) {
        // Its line ends, and it with that; it may have ended before.
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}

/// What descriptors of the socket that listens there look like.
pub(crate) fn socket_at(listening: SocketAddr) -> PathBuf {
    const LISTENS: &str = "0A";
    let port = format!(":{:04X}", listening.port());
    fs::read_to_string("/proc/net/tcp")
        .unwrap()
        .lines()
        .map(|line| line.split_ascii_whitespace().collect::<Vec<_>>())
        .find(|socket| socket[1].ends_with(&port) && socket[3] == LISTENS)
        .map(|socket| format!("socket:[{}]", socket[9]).into())
        .expect("somebody listens")
}
