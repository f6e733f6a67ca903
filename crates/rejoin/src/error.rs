//! Why an operation on an open connection failed.

use std::fmt;
use std::io;

use rejoin_proto::{Closure, InvalidReason, Misuse, ProtocolError, TransportEnd};

/// An operation on a connection failed: it has ended, or it cannot do what was asked now.
///
/// One pointer wide. Ask with the `is_*` methods, or look at the [`closure`](Self::closure).
pub struct Error(Box<Reason>);

#[derive(Debug)]
enum Reason {
    Broken(io::ErrorKind),
    Unsendable(InvalidReason),
    Ended(Closure),
    Misuse(Misuse),
}

impl Error {
    pub(crate) fn ended(closure: Closure) -> Self {
        Self(Box::new(Reason::Ended(closure)))
    }

    /// Nothing can be written any more, and not all that the peer sent before was received yet.
    pub(crate) fn broken(kind: io::ErrorKind) -> Self {
        Self(Box::new(Reason::Broken(kind)))
    }

    /// How the connection ended, if that is why the operation failed.
    pub fn closure(&self) -> Option<&Closure> {
        match &*self.0 {
            Reason::Ended(closure) => Some(closure),
            Reason::Broken(_) | Reason::Unsendable(_) | Reason::Misuse(_) => None,
        }
    }

    /// What was asked of the connection that it cannot do now; it is unchanged.
    pub fn misuse(&self) -> Option<Misuse> {
        match *self.0 {
            Reason::Misuse(misuse) => Some(misuse),
            Reason::Broken(_) | Reason::Unsendable(_) | Reason::Ended(_) => None,
        }
    }

    /// The rule that the peer broke, if that is why the connection ended.
    pub fn fault(&self) -> Option<ProtocolError> {
        self.closure().and_then(|closure| closure.fault)
    }

    /// Whether the connection is closing or has ended: nothing more can be sent.
    pub fn is_closed(&self) -> bool {
        match &*self.0 {
            Reason::Misuse(misuse) => *misuse == Misuse::Closing,
            Reason::Broken(_) | Reason::Ended(_) => true,
            Reason::Unsendable(_) => false,
        }
    }

    /// Whether the peer broke a rule of the protocol.
    pub fn is_protocol(&self) -> bool {
        self.fault().is_some()
    }

    /// Whether the peer was too slow: to answer a ping, to read, or to close.
    pub fn is_timeout(&self) -> bool {
        self.closure().is_some_and(|closure| {
            matches!(
                closure.transport,
                TransportEnd::CloseTimedOut
                    | TransportEnd::KeepaliveTimedOut
                    | TransportEnd::SendTimedOut
            )
        })
    }
}

impl From<Misuse> for Error {
    fn from(misuse: Misuse) -> Self {
        Self(Box::new(Reason::Misuse(misuse)))
    }
}

impl From<InvalidReason> for Error {
    fn from(reason: InvalidReason) -> Self {
        Self(Box::new(Reason::Unsendable(reason)))
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Reason::Broken(kind) => write!(f, "the transport broke: {kind}"),
            Reason::Unsendable(reason) => reason.fmt(f),
            Reason::Misuse(misuse) => misuse.fmt(f),
            Reason::Ended(closure) => closure.fmt(f),
        }
    }
}

impl core::error::Error for Error {}
