//! What went wrong, and the line that says so.

use core::fmt;
use core::time::Duration;
use std::io;

use rejoin_proto::Closure;
use rejoin_proto::handshake::{Explanation, HandshakeError, InvalidRequest};

use super::error::{Attempt, ConnectError, Phase};

/// Everything that can go wrong before a connection is open.
#[derive(Debug)]
pub(super) enum Fault {
    /// The answer does not open a connection.
    Handshake(HandshakeError),
    /// The transport failed before the answer was whole.
    Lost(io::Error),
    /// A required extension was not agreed; the server has been told.
    Missing(Box<Missing>),
    /// This cannot be a handshake's request; nothing was sent.
    Request(InvalidRequest),
    /// The host has no address, as far as could be found out.
    Resolve { host: String, error: io::Error },
    /// A deadline passed.
    TimedOut { phase: Phase, within: Duration },
    /// TLS could not be agreed, or the server was not trusted.
    Tls {
        host: String,
        advice: &'static str,
        error: io::Error,
    },
    /// The answer to the request is a TLS record.
    TlsAnswer,
    /// No address could be connected to.
    Unreachable {
        authority: String,
        attempts: Vec<Attempt>,
    },
}

/// A connection that was left with 1010.
#[derive(Debug)]
pub(super) struct Missing {
    /// The names, as they are required.
    pub(super) names: Vec<String>,
    pub(super) explanation: Explanation,
    /// How it ended.
    pub(super) closure: Closure,
}

impl Fault {
    /// Where it happened.
    pub(super) fn phase(&self) -> Option<Phase> {
        match self {
            Self::Request(_) => None,
            Self::Resolve { .. } => Some(Phase::Resolve),
            Self::Unreachable { .. } => Some(Phase::Connect),
            Self::Tls { .. } => Some(Phase::Tls),
            Self::Handshake(_) | Self::Lost(_) | Self::Missing(_) | Self::TlsAnswer => {
                Some(Phase::Handshake)
            }
            Self::TimedOut { phase, .. } => Some(*phase),
        }
    }
}

impl From<Fault> for ConnectError {
    fn from(fault: Fault) -> Self {
        Self::new(fault)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Handshake(error) => error.fmt(f),
            Self::Lost(_) => f.write_str(
                "the connection was lost during the handshake; the server's log may say why",
            ),
            Self::Missing(missing) => write!(
                f,
                "the server did not agree to {}, which this client requires (closed with 1010); \
                 enable it on the server, or do not require it",
                missing.names.join(", "),
            ),
            Self::Request(error) => error.fmt(f),
            Self::Resolve { host, .. } => {
                write!(
                    f,
                    "no address is known for {host}; check the name and the network"
                )
            }
            Self::TimedOut { phase, within } => write!(
                f,
                "{} within {within:?}; {}",
                phase.undone(),
                phase.advice()
            ),
            Self::Tls { host, advice, .. } => write!(f, "no TLS with {host}: {advice}"),
            Self::TlsAnswer => f.write_str("the server speaks TLS on this port; use wss://"),
            Self::Unreachable {
                authority,
                attempts,
            } => {
                write!(f, "no connection to {authority}")?;
                let mut between = ": ";
                for Attempt { address, error } in attempts {
                    write!(f, "{between}{address} {}", error.kind())?;
                    between = ", ";
                }
                f.write_str("; check that the server runs, and its address and port")
            }
        }
    }
}
