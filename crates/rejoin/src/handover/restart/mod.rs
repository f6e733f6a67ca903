//! The old process: starts the new one, hands over, and learns what became of it.

mod process;
mod reloading;
mod successor;
#[cfg(test)]
mod tests;

use core::future::{Future, poll_fn};
use core::pin::pin;
use core::task::Poll;
use core::time::Duration;
use std::env;
use std::ffi::OsString;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};

use tokio::process::Command;

use super::channel::{self, Channel, Frame, InvalidFrame};
use super::error::{Failure, RestartError};
use super::executable;
use super::inherited::{LINE, identity};
use super::listeners::Listeners;
use super::permit::Permit;
use process::Process;
use reloading::Reloading;
pub use successor::Successor;

/// A restart, prepared: what the new process is given, and how it is started.
///
/// Set it up while the listeners are at hand, then [`start`](Self::start) it whenever a restart is
/// asked for, again and again if it fails. It has descriptors of its own for the sockets, so they
/// stay open until it is dropped, whatever becomes of the listeners that accept from them: a server
/// that ends without a successor drops it when it stops to accept.
///
/// # Bounds
///
/// By default the executable that stands at the path by which this program was started, with the
/// same arguments, environment and working directory, and 60 s to get ready. Standard output and
/// error are those of this process.
#[derive(Debug)]
pub struct Restart {
    listeners: Listeners,
    program: Option<PathBuf>,
    args: Option<Vec<OsString>>,
    /// Variables to set, or to remove.
    env: Vec<(OsString, Option<OsString>)>,
    ready_within: Duration,
}

impl Default for Restart {
    fn default() -> Self {
        Self {
            listeners: Listeners::default(),
            program: None,
            args: None,
            env: Vec::new(),
            ready_within: Duration::from_secs(60),
        }
    }
}

impl Restart {
    /// A restart with the defaults, and no sockets yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Hands on this listening socket, TCP or Unix, by this name.
    ///
    /// # Bounds
    ///
    /// 64 sockets, and 255 bytes for a name.
    ///
    /// # Errors
    ///
    /// If it does not listen, a bound is passed, or no further descriptor can be had.
    pub fn listener(mut self, name: &str, socket: &impl AsFd) -> io::Result<Self> {
        if name.len() > MOST_NAME || self.listeners.names().count() >= MOST_SOCKETS {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "more than 64 sockets, or a name of more than 255 bytes",
            ));
        }
        let socket = socket.as_fd().try_clone_to_owned()?;
        self.listeners.add(name.to_owned(), socket)?;
        Ok(self)
    }

    /// Starts this program instead. A path without a directory is searched for.
    #[must_use]
    pub fn program(mut self, program: impl Into<PathBuf>) -> Self {
        self.program = Some(program.into());
        self
    }

    /// Gives these arguments, the program's name not among them, instead of the present ones.
    #[must_use]
    pub fn args<I>(mut self, args: I) -> Self
    where
        I: IntoIterator<Item: Into<OsString>>,
    {
        self.args = Some(args.into_iter().map(Into::into).collect());
        self
    }

    /// Sets a variable in the new process's environment.
    #[must_use]
    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.env.push((name.into(), Some(value.into())));
        self
    }

    /// Removes a variable from the new process's environment.
    #[must_use]
    pub fn env_remove(mut self, name: impl Into<OsString>) -> Self {
        self.env.push((name.into(), None));
        self
    }

    /// How long the new process may take from its start until it is ready. Default 60 s.
    #[must_use]
    pub fn ready_within(mut self, within: Duration) -> Self {
        self.ready_within = within;
        self
    }

    /// The sockets once more, to accept from them again where the new process has died.
    ///
    /// # Errors
    ///
    /// If no further descriptor can be had.
    pub fn listeners(&self) -> io::Result<Listeners> {
        self.listeners.try_clone()
    }

    /// Starts the new process, hands it the sockets, and waits until it is ready.
    ///
    /// When this returns a [`Successor`], that one is in charge: stop to accept, and drain. When it
    /// fails, nothing has changed: the new process has been killed if it still ran, and has never
    /// been in charge. A service manager, if there is one, is told of either.
    ///
    /// # Errors
    ///
    /// If a restart is under way already, or the new process cannot be started, ends, is not ready
    /// in time, or takes no part in the handover.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it returns, it is as if it had failed.
    pub async fn start(&self) -> Result<Successor, RestartError> {
        let permit = Permit::take().ok_or(Failure::UnderWay)?;
        let reloading = Reloading::announce();
        match self.launch().await {
            Ok(process) => {
                reloading.handed_on(process.pid());
                Ok(Successor::new(process, permit))
            }
            Err(failure) => {
                let error = RestartError::from(failure);
                reloading.failed(&error);
                Err(error)
            }
        }
    }

    async fn launch(&self) -> Result<Process, Failure> {
        let mut process = self.spawn()?;
        match self.first_word(&mut process).await {
            Said::Ready => process.put_in_charge().await,
            Said::Failed(why) => Err(Failure::Declined {
                why,
                status: process.end().await,
            }),
            Said::Closed => Err(match process.end().await {
                Some(status) => Failure::Exited(status),
                None => Failure::Silent,
            }),
            Said::Ended(Err(error)) => Err(Failure::Garbled(error)),
            Said::Ended(Ok(status)) => Err(Failure::Exited(status)),
            Said::Garbage(error) => {
                process.kill().await;
                Err(Failure::Garbled(error))
            }
            Said::Nothing => {
                process.kill().await;
                Err(Failure::Late(self.ready_within))
            }
        }
    }

    /// What the new process says or does first.
    async fn first_word(&self, process: &mut Process) -> Said {
        let (child, channel) = process.parts();
        let mut said = pin!(answer(channel));
        let mut ended = pin!(child.wait());
        let mut late = pin!(tokio::time::sleep(self.ready_within));
        // In this order: a process that is ready at the very deadline takes over, and one that says
        // why it ends is heard, for what it says is there before its end is.
        poll_fn(|cx| {
            if let Poll::Ready(said) = said.as_mut().poll(cx) {
                return Poll::Ready(said);
            }
            if let Poll::Ready(status) = ended.as_mut().poll(cx) {
                return Poll::Ready(Said::Ended(status));
            }
            late.as_mut().poll(cx).map(|()| Said::Nothing)
        })
        .await
    }

    fn spawn(&self) -> Result<Process, Failure> {
        let program = match &self.program {
            Some(program) => program.clone(),
            None => executable::path().map_err(Failure::Unprepared)?,
        };
        let (ours, theirs) = UnixStream::pair().map_err(Failure::Unprepared)?;
        // Before it exists: whatever happens to this process, the new one has them all.
        channel::hand_over(&ours, self.listeners.iter()).map_err(Failure::Unprepared)?;
        let channel = Channel::new(ours).map_err(Failure::Unprepared)?;
        let theirs = OwnedFd::from(theirs);
        let line = identity(&theirs)
            .map_err(Failure::Unprepared)?
            .expect("one end of a pair of sockets is a socket");
        let mut command = Command::new(&program);
        match &self.args {
            Some(args) => command.args(args),
            None => command.args(env::args_os().skip(1)),
        };
        for (name, value) in &self.env {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        for name in FOR_THIS_PROCESS {
            command.env_remove(name);
        }
        command.env(LINE, line).stdin(Stdio::from(theirs));
        // The end of the line that went to the new process is closed here with the command.
        match command.spawn() {
            Ok(child) => Ok(Process::new(child, channel)),
            Err(error) => Err(Failure::NotStarted { program, error }),
        }
    }
}

/// As much as the line holds before anybody reads from it.
const MOST_SOCKETS: usize = 64;
const MOST_NAME: usize = 255;

/// What a service manager meant for this process alone.
const FOR_THIS_PROCESS: [&str; 4] = ["LISTEN_FDS", "LISTEN_PID", "LISTEN_FDNAMES", "WATCHDOG_PID"];

/// What came from the new process, or of it, first.
enum Said {
    Closed,
    Ended(io::Result<ExitStatus>),
    Failed(String),
    Garbage(io::Error),
    Nothing,
    Ready,
}

/// What the new process says first.
async fn answer(channel: &mut Channel) -> Said {
    match channel.receive().await {
        Ok(Some(Frame::Ready)) => Said::Ready,
        Ok(Some(Frame::Failed(why))) => Said::Failed(why),
        Ok(Some(
            Frame::Listener(_) | Frame::Complete | Frame::Proceed | Frame::GiveUp | Frame::Word(_),
        )) => Said::Garbage(InvalidFrame::OutOfTurn.into()),
        Ok(None) => Said::Closed,
        Err(error) => Said::Garbage(error),
    }
}
