//! What happens to a connection that comes back, in lines.

use core::fmt;
use core::time::Duration;

use rejoin::reconnect::{Closed, Opened, Waiting};
use rejoin_close_codes::ReceivedCode;

use crate::inert;

/// A connection is open.
pub(super) struct Open<'a>(pub(super) &'a Opened);

impl fmt::Display for Open<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let opened = self.0;
        f.write_str(if opened.attempt == 0 {
            "connected"
        } else {
            "connected again"
        })?;
        if opened.attempt > 1 {
            write!(f, " at attempt {}", opened.attempt)?;
        }
        Ok(())
    }
}

/// A connection has ended.
pub(super) struct End<'a>(pub(super) &'a Closed);

impl fmt::Display for End<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let closure = &self.0.closure;
        match (closure.fault, closure.received.is_some()) {
            (Some(fault), _) => {
                let code = ReceivedCode::from(fault.close_code());
                write!(f, "the peer broke a rule: {fault}; closed with {code}")
            }
            (None, true) => {
                write!(f, "closed: {}", closure.code())?;
                if closure.reason().is_empty() {
                    return Ok(());
                }
                write!(f, ", reason \"{}\"", inert::Line(closure.reason()))
            }
            (None, false) => f.write_str("connection lost (1006)"),
        }
    }
}

/// What became of messages when a connection ended; nothing if all is well.
pub(super) fn unfinished(closed: &Closed) -> Option<String> {
    let (in_doubt, kept) = (closed.in_doubt.len(), closed.kept);
    let waits = match kept {
        1 => "1 message waits for the next connection".to_owned(),
        kept => format!("{kept} messages wait for the next connection"),
    };
    let lost = match in_doubt {
        1 => "1 message may not have arrived, and is not sent again".to_owned(),
        lost => format!("{lost} messages may not have arrived, and are not sent again"),
    };
    match (in_doubt, kept) {
        (0, 0) => None,
        (0, _) => Some(waits),
        (_, 0) => Some(lost),
        (_, _) => Some(format!("{lost}; {waits}")),
    }
}

/// Why there is no connection, where no end has told it, and when the next attempt comes.
pub(super) struct Wait<'a>(pub(super) &'a Waiting);

impl fmt::Display for Wait<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let waiting = self.0;
        if waiting.cause.closure().is_none() {
            write!(f, "{}; ", inert::Line(&waiting.cause.to_string()))?;
        }
        let delay = Seconds(waiting.delay);
        write!(f, "coming back in {delay}, attempt {}", waiting.attempt)
    }
}

/// Seconds with one digit behind the point.
pub(super) struct Seconds(pub(super) Duration);

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.1} s", self.0.as_secs_f64())
    }
}
