//! How it ended, in one line, and with which status.

use core::fmt::{self, Write as _};

use rejoin::proto::{ProtocolError, TransportEnd};
use rejoin::{Closure, ConnectError};
use rejoin_close_codes::{ReceivedCode, Retry};

use crate::exit::{Exit, Failure};
use crate::inert;

/// The status for the end of an open connection, with the line that goes with it.
pub(super) fn verdict(closure: &Closure) -> Result<Exit, Failure> {
    let exit = Exit::of_closure(closure);
    if exit == Exit::Well {
        return Ok(exit);
    }
    Err(Failure::new(exit, Summary(closure).to_string()))
}

/// The failure for a connection that never opened.
pub(crate) fn not_connected(error: &ConnectError) -> Failure {
    let exit = Exit::of_connect_error(error);
    let missing = error.missing_extensions();
    if !missing.is_empty() {
        let names = missing.join(", ");
        return Failure::new(
            exit,
            format!(
                "the server did not agree to {names}, closed with 1010; switch it on at the server, \
                 look for a proxy that removes Sec-WebSocket-Extensions, or leave out --require"
            ),
        );
    }
    let mut line = inert::Line(&error.to_string()).to_string();
    if let Some(answer) = error.refusal() {
        let body = String::from_utf8_lossy(answer.body());
        let said = body.lines().map(str::trim).find(|line| !line.is_empty());
        // The source of a web page says nothing in one line.
        if let Some(said) = said.filter(|said| !said.starts_with('<')) {
            let said = inert::start(said, MAX_QUOTED_CHARACTERS);
            // Writing to a String cannot fail.
            let _ = write!(line, "; it says: {}", inert::Line(said));
        }
    }
    Failure::new(exit, line)
}

/// The end of a connection as one line.
pub(super) struct Summary<'a>(pub(super) &'a Closure);

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let closure = self.0;
        if let Some(fault) = closure.fault {
            let code = ReceivedCode::from(fault.close_code());
            write!(f, "the peer broke a rule: {fault}; closed with {code}")?;
            return f.write_str(advice_on_fault(fault));
        }
        if closure.received.is_none() {
            return lost(f, closure);
        }
        let code = closure.code();
        let is_well = Exit::of_closure(closure) == Exit::Well;
        if is_well {
            write!(f, "closed: {code}")?;
        } else {
            write!(f, "the peer closed with {code}")?;
        }
        if !closure.reason().is_empty() {
            write!(f, ", reason \"{}\"", inert::Line(closure.reason()))?;
        }
        if is_well {
            Ok(())
        } else {
            f.write_str(advice_on_code(code))
        }
    }
}

/// No Close frame came.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "all other ends read the same"
)]
fn lost(f: &mut fmt::Formatter<'_>, closure: &Closure) -> fmt::Result {
    f.write_str("connection lost (1006): ")?;
    match closure.transport {
        TransportEnd::Broken(kind) => {
            write!(
                f,
                "the transport broke ({kind}); look at the network and at proxies in between"
            )?;
        }
        TransportEnd::CloseTimedOut => {
            f.write_str("the peer did not answer the Close in time; see --close-timeout")?;
        }
        TransportEnd::KeepaliveTimedOut => {
            f.write_str(
                "the peer gave no sign of life; look at the network, and see --ping-every",
            )?;
        }
        TransportEnd::SendTimedOut => {
            f.write_str("the peer stopped reading; see --send-timeout")?;
        }
        _ => f.write_str(
            "the peer ended the transport without a Close frame; look at the server's log and at \
             proxies in between",
        )?,
    }
    match closure.round_trip {
        Some(time) => write!(f, " (last ping round trip {time:.1?})"),
        None => Ok(()),
    }
}

/// What to do after a code, by the verdict of its row.
fn advice_on_code(code: ReceivedCode) -> &'static str {
    match code.info().retry.verdict {
        Retry::Application => "; what it means is for the application to say",
        Retry::Never => {
            "; connecting again ends the same way until one of the two sides is changed"
        }
        Retry::NotNeeded => "",
        Retry::WithNewInput => "; change what is sent before connecting again",
        Retry::Yes { .. } => "; connect again in a moment",
    }
}

/// What to do about a broken rule, where something can be done here.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other rules are for the peer's developers"
)]
fn advice_on_fault(fault: ProtocolError) -> &'static str {
    match fault {
        ProtocolError::MessageTooLarge { .. } => "; see --max-message-bytes",
        ProtocolError::FrameTooLarge { .. } => "; see --max-message-bytes and --max-frame-bytes",
        ProtocolError::TooManyFragments { .. } => "; see --max-tiny-fragments",
        _ => "",
    }
}

const MAX_QUOTED_CHARACTERS: usize = 200;
