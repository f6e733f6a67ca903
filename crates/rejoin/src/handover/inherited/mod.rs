//! The new process: what it was given, and the moment from which it serves.

#[cfg(test)]
mod tests;

use core::fmt;
use core::time::Duration;
use std::env;
use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::os::unix::net::UnixStream;
use std::os::unix::process::parent_id;
use std::process;

use crate::handover::channel::{self, Channel, Frame};
use crate::handover::error::{Fault, InheritError};
use crate::handover::listeners::Listeners;
use crate::handover::permit::Permit;
use crate::handover::systemd::{self, Notification};
use crate::handover::{activation, executable};

/// What this process was given when it was started.
///
/// Its listeners are there to be accepted from once [`ready`](Self::ready) has returned, not
/// before: until then the old process serves, and may go on to.
///
/// Dropped without [`ready`](Self::ready), the old process learns that this one does not take over.
#[derive(Debug)]
pub struct Inherited {
    listeners: Listeners,
    source: Source,
}

/// Who gave it.
#[derive(Debug)]
enum Source {
    Nobody,
    ServiceManager,
    Predecessor {
        line: UnixStream,
        pid: u32,
        /// A process that does not serve yet does not restart.
        permit: Option<Permit>,
    },
}

/// Who started this process, and with that, where its listeners come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Origin {
    /// An ordinary start: there are no listeners, bind them.
    Fresh,
    /// A restart: the listeners are those of the old process.
    Predecessor,
    /// A service manager with socket activation: it opened the listeners.
    ServiceManager,
}

/// Takes what this process was given when it was started, listening sockets above all.
///
/// Call it first thing in `main`: it also notes by which path the program was started, which a
/// deployment may change later, and it removes the variables `LISTEN_FDS` and `LISTEN_PID` if they
/// are meant for this process, which disturbs C code of other threads that looks at its environment
/// at the same moment. After a restart standard input is `/dev/null`. A second call finds nothing.
///
/// It does not wait: an old process has said all of this before it started this one.
///
/// # Errors
///
/// If something was given, but cannot be taken over. Say so and end: the old process, or the service
/// manager, decides what happens then.
pub fn inherited() -> Result<Inherited, InheritError> {
    executable::remember();
    if let Some(line) = line_to_predecessor().map_err(Fault::Channel)? {
        let permit = Permit::take();
        line.set_read_timeout(Some(PATIENCE))
            .map_err(Fault::Channel)?;
        let listeners = receive(&line)?;
        return Ok(Inherited {
            listeners,
            source: Source::Predecessor {
                line,
                pid: parent_id(),
                permit,
            },
        });
    }
    let listeners = activation::listeners()?;
    let source = if listeners.names().next().is_some() {
        Source::ServiceManager
    } else {
        Source::Nobody
    };
    Ok(Inherited { listeners, source })
}

/// All is there already; a line on which it is not is no reason to hang.
const PATIENCE: Duration = Duration::from_secs(10);

/// The variable that says which socket the line to the old process is.
pub(in crate::handover) const LINE: &str = "REJOIN_HANDOVER";

/// What [`LINE`] says of a socket. A process further down that inherits the variable has another
/// standard input, so the variable means nothing to it.
pub(in crate::handover) fn identity(socket: &OwnedFd) -> io::Result<Option<String>> {
    let file = File::from(socket.try_clone()?).metadata()?;
    let is_socket = file.file_type().is_socket();
    Ok(is_socket.then(|| format!("{}:{}", file.dev(), file.ino())))
}

/// The line to the old process, if this process was started by a restart. It stops being the
/// standard input.
fn line_to_predecessor() -> io::Result<Option<UnixStream>> {
    let Some(expected) = env::var(LINE).ok() else {
        return Ok(None);
    };
    let input = io::stdin().as_fd().try_clone_to_owned()?;
    if identity(&input)? != Some(expected) {
        return Ok(None);
    }
    rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
    Ok(Some(input.into()))
}

fn receive(line: &UnixStream) -> Result<Listeners, Fault> {
    let mut listeners = Listeners::default();
    loop {
        let (frame, sockets) = channel::receive_blocking(line).map_err(Fault::Channel)?;
        match frame {
            Frame::Listener(name) => {
                let [socket] = <[OwnedFd; 1]>::try_from(sockets).map_err(|sockets| {
                    let error = match sockets.len() {
                        0 => "it did not come: too many files are open?",
                        _ => "several came instead",
                    };
                    Fault::Socket {
                        name: name.clone(),
                        error: io::Error::other(error),
                    }
                })?;
                listeners
                    .add(name.clone(), socket)
                    .map_err(|error| Fault::Socket { name, error })?;
            }
            Frame::Complete => return Ok(listeners),
            Frame::Proceed | Frame::GiveUp | Frame::Ready | Frame::Failed(_) | Frame::Word(_) => {
                return Err(Fault::OutOfTurn);
            }
        }
    }
}

impl Inherited {
    /// Who started this process.
    pub fn origin(&self) -> Origin {
        match self.source {
            Source::Nobody => Origin::Fresh,
            Source::ServiceManager => Origin::ServiceManager,
            Source::Predecessor { .. } => Origin::Predecessor,
        }
    }

    /// The listening sockets, to be taken by name.
    pub fn listeners(&mut self) -> &mut Listeners {
        &mut self.listeners
    }

    /// Says that this process can serve, and waits until it is in charge. Accept connections only
    /// then.
    ///
    /// An ordinary start is in charge at once. After a restart the old process decides: it may have
    /// given up waiting at this very moment. If it is dead, this process is in charge. A service
    /// manager, if there is one, is told; after the death of the old process also that this one is
    /// the main one. Listeners that nobody took are closed here.
    ///
    /// # Errors
    ///
    /// If the old process serves on ([`is_given_up`](InheritError::is_given_up)), or the line to it
    /// failed. This process then ends.
    ///
    /// # Cancel safety
    ///
    /// Dropped before it returns, this process does not take over.
    pub async fn ready(self) -> Result<Start, InheritError> {
        let Source::Predecessor { line, pid, permit } = self.source else {
            systemd::try_notify(&[Notification::Ready]);
            return Ok(Start::First);
        };
        let mut channel = Channel::new(line).map_err(Fault::Channel)?;
        match channel.send(&Frame::Ready).await {
            Err(error) if !channel::ended(&error) => return Err(Fault::Channel(error).into()),
            // What it said before it ended still counts.
            Ok(()) | Err(_) => {}
        }
        match channel.receive().await.map_err(Fault::Channel)? {
            Some(Frame::Proceed) => {
                drop(permit);
                Ok(Start::Successor(Predecessor { channel, pid }))
            }
            None => {
                tracing::warn!(
                    pid,
                    "the old process ended before it had handed over; taking over"
                );
                let own = process::id();
                let status = format!("the old process died in a restart; process {own} serves");
                systemd::try_notify(&[
                    Notification::MainPid(own),
                    Notification::Ready,
                    Notification::Status(&status),
                ]);
                Ok(Start::Orphan)
            }
            Some(Frame::GiveUp) => Err(Fault::GivenUp.into()),
            Some(
                Frame::Listener(_)
                | Frame::Complete
                | Frame::Ready
                | Frame::Failed(_)
                | Frame::Word(_),
            ) => Err(Fault::OutOfTurn.into()),
        }
    }

    /// Tells the old process that this one cannot serve, and why: in one line (line ends
    /// become spaces), of which 1024 bytes arrive. Whoever asked for the restart learns it. Without an old process it does nothing.
    ///
    /// End with an exit status other than 0 afterwards.
    pub fn decline(self, why: impl fmt::Display) {
        if let Source::Predecessor { line, .. } = self.source {
            let why = why.to_string().lines().collect::<Vec<_>>().join(" ");
            let frame = Frame::Failed(why).encode();
            // An old process that is gone asks for no reason.
            let _ = io::Write::write_all(&mut &line, &frame);
        }
    }
}

/// How this process came to be in charge.
#[derive(Debug)]
#[non_exhaustive]
pub enum Start {
    /// No process was before it.
    First,
    /// The old process was dead before it had handed over the charge; its connections are lost.
    Orphan,
    /// The old process handed over, and now closes its connections.
    Successor(Predecessor),
}

/// The old process, which drains while this one serves.
#[derive(Debug)]
pub struct Predecessor {
    channel: Channel,
    pid: u32,
}

impl Predecessor {
    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// What it [tells](crate::handover::Successor::tell) next; `None` once it has ended, or has
    /// dropped its [`Successor`](crate::handover::Successor).
    ///
    /// # Cancel safety
    ///
    /// Nothing is lost.
    pub async fn told(&mut self) -> Option<String> {
        loop {
            match self.channel.receive().await {
                Ok(Some(Frame::Word(text))) => return Some(text),
                // There is nothing else to say now, and no use in it.
                Ok(Some(_)) => {}
                Ok(None) | Err(_) => return None,
            }
        }
    }

    /// Waits until it has ended, or has dropped its [`Successor`](crate::handover::Successor). What
    /// it tells meanwhile is lost.
    ///
    /// # Cancel safety
    ///
    /// Nothing else is lost.
    pub async fn gone(&mut self) {
        while self.told().await.is_some() {}
    }
}
