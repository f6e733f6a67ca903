//! The exit statuses, and the one place that decides which of them an end deserves.
//!
//! Scripts rely on them: 0 ended well, 2 usage, 3 could not connect, 4 handshake refused, 5 a
//! mandatory extension is missing, 6 the peer closed with an error code, 7 the connection was
//! lost, 1 anything else.

use std::process::ExitCode;

use rejoin::proto::Initiator;
use rejoin::{CloseFrame, Closure, ConnectError};
use rejoin_close_codes::{Class, ReceivedCode};

/// The status with which the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// It ended as it was meant to.
    Well = 0,
    /// Anything that no other status is for.
    Other = 1,
    /// The arguments make no sense.
    Usage = 2,
    /// No connection: name, network, TLS or time.
    CouldNotConnect = 3,
    /// The server did not switch to WebSocket, or not by the rules.
    Refused = 4,
    /// The server did not agree to an extension that is required; it was told so with 1010.
    ExtensionMissing = 5,
    /// The peer closed with a code that stands for an error.
    PeerClosedWithError = 6,
    /// The connection ended without a Close frame: 1006.
    Lost = 7,
}

impl Exit {
    /// The status for how an open connection ended.
    ///
    /// 1000, 1001 and a Close without a code are good ends, and so is the peer's echo of whatever
    /// code was sent from here. 1012 and 1013 are not: the conversation was cut short, and a script
    /// should come back.
    pub(crate) fn of_closure(closure: &Closure) -> Self {
        if closure.fault.is_some() {
            return Self::Other;
        }
        let Some(received) = &closure.received else {
            return Self::Lost;
        };
        let echoes_ours = closure.initiator == Initiator::Local
            && closure.sent.as_ref().map(CloseFrame::code) == Some(received.code());
        if echoes_ours {
            return Self::Well;
        }
        Self::of_code(received.effective_code())
    }

    /// The status for a code that the peer chose.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "a new class is no good end by itself"
    )]
    fn of_code(code: ReceivedCode) -> Self {
        match code.info().class {
            Class::Done | Class::Leaving | Class::Unstated => Self::Well,
            Class::Lost => Self::Lost,
            _ => Self::PeerClosedWithError,
        }
    }

    /// The status for a connection that never opened.
    pub(crate) fn of_connect_error(error: &ConnectError) -> Self {
        if error.is_invalid_url() || error.is_invalid_request() {
            Self::Usage
        } else if !error.missing_extensions().is_empty() {
            Self::ExtensionMissing
        } else if error.is_refused() || error.is_handshake() {
            Self::Refused
        } else {
            Self::CouldNotConnect
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why the program ends otherwise than well: the status, and one line for a person.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The status.
    pub(crate) exit: Exit,
    /// What went wrong and what to do, without a full stop; peer text in it is inert already.
    pub(crate) line: String,
}

impl Failure {
    /// A failure with that status.
    pub(crate) fn new(exit: Exit, line: impl Into<String>) -> Self {
        Self {
            exit,
            line: line.into(),
        }
    }

    /// A failure that no status of its own is for.
    pub(crate) fn other(line: impl Into<String>) -> Self {
        Self::new(Exit::Other, line)
    }

    /// Arguments that make no sense.
    pub(crate) fn usage(line: impl Into<String>) -> Self {
        Self::new(Exit::Usage, line)
    }
}

#[cfg(test)]
mod tests;
