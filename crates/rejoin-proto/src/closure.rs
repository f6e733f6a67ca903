//! How a conversation ended: both sides of the story.

use core::fmt;
use core::time::Duration;

use rejoin_close_codes::ReceivedCode;

use crate::error::ProtocolError;
use crate::frame::CloseFrame;

/// The end of a connection, with everything that is known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Closure {
    /// Who began to end it.
    pub initiator: Initiator,
    /// The Close frame that left from here: all of it was taken by the transport.
    pub sent: Option<CloseFrame>,
    /// The Close frame that was to leave and did not, or not whole: the transport failed, or took
    /// too long to take what stood before it.
    pub unsent: Option<CloseFrame>,
    /// The Close frame that the peer sent.
    pub received: Option<CloseFrame>,
    /// The rule that the peer broke, if that is why it ended.
    pub fault: Option<ProtocolError>,
    /// How the transport ended.
    pub transport: TransportEnd,
    /// The last ping's round trip in whole microseconds, 71 minutes at the most; `None` if there was
    /// none.
    pub round_trip: Option<Duration>,
}

/// Who began to end a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Initiator {
    /// This end: the application, a deadline, or the answer to a broken rule.
    Local,
    /// The peer, by its Close frame.
    Peer,
    /// Nobody: the transport ended without a Close frame.
    Transport,
}

/// How the transport ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportEnd {
    /// In order: the peer ended its direction, and so did we.
    Orderly,
    /// The transport reported an error, e.g. a reset.
    Broken(std::io::ErrorKind),
    /// The peer did not answer the Close within the budget.
    CloseTimedOut,
    /// Both said Close, but the peer did not end its direction of the transport in time.
    LingerTimedOut,
    /// The peer showed no sign of life.
    KeepaliveTimedOut,
    /// The peer took none of what was to be sent for too long.
    SendTimedOut,
    /// This end let go of the connection without waiting.
    Dropped,
}

impl Closure {
    /// The code by which the end is known: that of the Close frame received, 1005 if it had none,
    /// 1006 if no Close frame came. After a rule that the peer broke nothing of it is read any more,
    /// so this is 1006 then; [`fault`](Self::fault) and [`sent`](Self::sent) tell what happened.
    ///
    /// # Spec
    ///
    /// RFC 6455 section 7.1.5.
    pub fn code(&self) -> ReceivedCode {
        self.received
            .as_ref()
            .map_or(ReceivedCode::ABNORMAL_CLOSURE, CloseFrame::effective_code)
    }

    /// The reason of the Close frame received, empty if there is none.
    pub fn reason(&self) -> &str {
        self.received.as_ref().map_or("", CloseFrame::reason)
    }

    /// The extensions that a client needs and did not get: the names in the reason of a received
    /// 1010, none for any other code.
    ///
    /// # Spec
    ///
    /// RFC 6455 section 7.4.1.
    pub fn missing_extensions(&self) -> impl Iterator<Item = &str> {
        let asked = self.received.as_ref().filter(|close| {
            close.code() == Some(rejoin_close_codes::CloseCode::MANDATORY_EXTENSION)
        });
        asked
            .map_or("", CloseFrame::reason)
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty())
    }

    /// Whether both said Close (RFC 6455 section 7.1.4) and no rule was broken. A Close that
    /// [could not leave](Self::unsent) was not said.
    ///
    /// It does not matter what the peer answered: one that replies to our 1012 with 1002 or with
    /// an empty Close ended cleanly all the same.
    pub fn is_clean(&self) -> bool {
        let both_said = self.sent.is_some() && self.received.is_some();
        both_said && self.fault.is_none()
    }
}

impl fmt::Display for Closure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let began = match self.initiator {
            Initiator::Local => "this end",
            Initiator::Peer => "the peer",
            Initiator::Transport => "the transport",
        };
        write!(f, "closed by {began}, code {}", self.code().get())?;
        if !self.reason().is_empty() {
            write!(f, ", reason {:?}", self.reason())?;
        }
        if let Some(sent) = &self.sent {
            write!(f, ", sent {sent}")?;
        }
        if let Some(unsent) = &self.unsent {
            write!(f, ", could not send {unsent}")?;
        }
        if let Some(fault) = self.fault {
            write!(f, ", because of: {fault}")?;
        }
        match self.transport {
            TransportEnd::Orderly => Ok(()),
            TransportEnd::Broken(kind) => write!(f, ", transport broke: {kind}"),
            TransportEnd::CloseTimedOut => f.write_str(", the peer did not answer the close"),
            TransportEnd::LingerTimedOut => f.write_str(", the peer did not end the transport"),
            TransportEnd::KeepaliveTimedOut => f.write_str(", the peer gave no sign of life"),
            TransportEnd::SendTimedOut => f.write_str(", the peer stopped reading"),
            TransportEnd::Dropped => f.write_str(", dropped here"),
        }
    }
}
