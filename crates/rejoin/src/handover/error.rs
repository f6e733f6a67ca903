//! Why a handover did not come about: one error for each side.

use core::fmt;
use core::time::Duration;
use std::io;
use std::path::PathBuf;
use std::process::ExitStatus;

/// The new process was started, but cannot take over what it was given.
///
/// It must not serve: it reports the error and ends. One pointer wide.
pub struct InheritError(Box<Fault>);

#[derive(Debug)]
pub(super) enum Fault {
    /// The line to the old process failed.
    Channel(io::Error),
    /// The old process serves on.
    GivenUp,
    /// A frame that has no place here.
    OutOfTurn,
    /// A socket that cannot be accepted from, or none where one was announced.
    Socket { name: String, error: io::Error },
    /// A variable of the service manager makes no sense.
    Variable(&'static str),
}

impl InheritError {
    /// Whether the old process told this one to end, because it took too long: the old one serves
    /// on.
    pub fn is_given_up(&self) -> bool {
        matches!(*self.0, Fault::GivenUp)
    }
}

impl From<Fault> for InheritError {
    fn from(fault: Fault) -> Self {
        Self(Box::new(fault))
    }
}

impl fmt::Debug for InheritError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for InheritError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Fault::Channel(_) => f.write_str("the line to the old process failed"),
            Fault::GivenUp => {
                f.write_str("this process took too long to get ready; the old one serves on")
            }
            Fault::OutOfTurn => f.write_str("the old process said something out of turn"),
            Fault::Socket { name, .. } => write!(f, "cannot take over the socket {name:?}"),
            Fault::Variable(name) => {
                write!(f, "the environment variable {name} has no meaning as it is")
            }
        }
    }
}

impl core::error::Error for InheritError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &*self.0 {
            Fault::Channel(error) | Fault::Socket { error, .. } => Some(error),
            Fault::GivenUp | Fault::OutOfTurn | Fault::Variable(_) => None,
        }
    }
}

/// A restart did not come about. The process that asked for it is in charge as before, and the new
/// one, if it ever ran, has ended.
///
/// One pointer wide. `Display` is one line; where it leaves a detail to its cause, that is in
/// [`source`](core::error::Error::source).
pub struct RestartError(Box<Failure>);

#[derive(Debug)]
pub(super) enum Failure {
    /// Another restart has not ended.
    UnderWay,
    /// What is needed to start a process could not be had.
    Unprepared(io::Error),
    /// The executable did not start.
    NotStarted { program: PathBuf, error: io::Error },
    /// It ended by itself.
    Exited(ExitStatus),
    /// It said why it cannot serve.
    Declined {
        why: String,
        status: Option<ExitStatus>,
    },
    /// It closed its end of the line, and ran on.
    Silent,
    /// It said what makes no sense, or the line failed.
    Garbled(io::Error),
    /// It was not ready in time.
    Late(Duration),
}

impl RestartError {
    /// Whether a restart is under way already, or has succeeded.
    pub fn is_under_way(&self) -> bool {
        matches!(*self.0, Failure::UnderWay)
    }

    /// Whether the new process could not be started at all.
    pub fn is_not_started(&self) -> bool {
        matches!(*self.0, Failure::Unprepared(_) | Failure::NotStarted { .. })
    }

    /// Whether the new process was not ready in time, and was killed.
    pub fn is_timeout(&self) -> bool {
        matches!(*self.0, Failure::Late(_))
    }

    /// How the new process ended, if it ended by itself.
    pub fn exit_status(&self) -> Option<ExitStatus> {
        match &*self.0 {
            Failure::Exited(status) => Some(*status),
            Failure::Declined { status, .. } => *status,
            Failure::UnderWay
            | Failure::Unprepared(_)
            | Failure::NotStarted { .. }
            | Failure::Silent
            | Failure::Garbled(_)
            | Failure::Late(_) => None,
        }
    }

    /// Why the new process says that it cannot serve: what it gave to
    /// [`Inherited::decline`](super::Inherited::decline), at most 1024 bytes of it.
    pub fn reason(&self) -> Option<&str> {
        match &*self.0 {
            Failure::Declined { why, .. } => Some(why),
            Failure::UnderWay
            | Failure::Unprepared(_)
            | Failure::NotStarted { .. }
            | Failure::Exited(_)
            | Failure::Silent
            | Failure::Garbled(_)
            | Failure::Late(_) => None,
        }
    }
}

impl From<Failure> for RestartError {
    fn from(failure: Failure) -> Self {
        Self(Box::new(failure))
    }
}

impl fmt::Debug for RestartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for RestartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Failure::UnderWay => f.write_str("a restart is under way already"),
            Failure::Unprepared(_) => f.write_str("the restart could not be prepared"),
            Failure::NotStarted { program, .. } => write!(f, "cannot start {}", program.display()),
            Failure::Exited(status) => {
                write!(f, "the new process ended before it was ready ({status})")
            }
            Failure::Declined {
                why,
                status: Some(status),
            } => write!(f, "the new process cannot serve: {why} ({status})"),
            Failure::Declined { why, status: None } => {
                write!(f, "the new process cannot serve: {why}")
            }
            Failure::Silent => {
                f.write_str("the new process takes no part in the handover; it must begin with it")
            }
            Failure::Garbled(_) => f.write_str("the line to the new process failed"),
            Failure::Late(within) => {
                write!(f, "the new process was not ready within {within:?}")
            }
        }
    }
}

impl core::error::Error for RestartError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &*self.0 {
            Failure::Unprepared(error)
            | Failure::Garbled(error)
            | Failure::NotStarted { error, .. } => Some(error),
            Failure::UnderWay
            | Failure::Exited(_)
            | Failure::Declined { .. }
            | Failure::Silent
            | Failure::Late(_) => None,
        }
    }
}
