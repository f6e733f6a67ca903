//! Why there is no connection: what a policy decides on.

use core::error::Error;
use core::fmt;
use core::time::Duration;
use std::io;
use std::sync::Arc;
use std::time::SystemTime;

use http::StatusCode;
use rejoin_proto::{CloseCode, Closure, ReceivedCode, RetryWindow};

use super::retry_after::retry_after;
use crate::ConnectError;

/// Why a connection ended, or did not come to be.
///
/// It is made of what happened, a [`Closure`] or a [`ConnectError`], which it keeps; or of bare
/// facts, for tests and simulations of a [`Policy`](super::Policy). Cheap to clone.
///
/// # Examples
///
/// ```
/// use rejoin::reconnect::Cause;
/// use rejoin::{CloseCode, ReceivedCode};
///
/// let cause = Cause::closed(CloseCode::SERVICE_RESTART.into(), "service restart; retry=1.0-5.0");
/// assert_eq!(cause.code(), Some(ReceivedCode::new(1012)));
/// assert!(cause.window().is_some());
/// ```
#[derive(Clone, Debug)]
pub struct Cause {
    kind: Kind,
    story: Story,
}

/// What a policy needs to know.
#[derive(Clone, Debug)]
enum Kind {
    Closed {
        code: ReceivedCode,
        reason: Arc<str>,
    },
    Refused {
        status: StatusCode,
        retry_after: Option<Duration>,
    },
    Failed(Failure),
}

/// All that is known.
#[derive(Clone, Debug)]
enum Story {
    Bare,
    Closure(Arc<Closure>),
    ConnectError(Arc<ConnectError>),
    Other(Arc<dyn Error + Send + Sync>),
}

/// How an attempt to connect failed, other than by the server's refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Failure {
    /// No address could be reached.
    Connect,
    /// The server's answer breaks a rule.
    Handshake,
    /// The URL, a header or an extension cannot be sent.
    InvalidRequest,
    /// The transport ended before the handshake, of TLS or of WebSocket, was done.
    Lost,
    /// A required extension was not agreed.
    MissingExtension,
    /// No address is known for the host.
    Resolve,
    /// What the application does first on a new connection did not work out.
    Setup,
    /// A deadline passed.
    Timeout,
    /// TLS could not be agreed, or a certificate is not trusted.
    Tls,
}

impl Cause {
    /// An open connection ended with this code and reason.
    pub fn closed(code: ReceivedCode, reason: &str) -> Self {
        let reason = reason.into();
        Self::of(Kind::Closed { code, reason }, Story::Bare)
    }

    /// The server refused the handshake with this status, and `Retry-After` if there was one.
    pub fn refused(status: StatusCode, retry_after: Option<Duration>) -> Self {
        let kind = Kind::Refused {
            status,
            retry_after,
        };
        Self::of(kind, Story::Bare)
    }

    /// Connecting failed in this way.
    pub fn failed(failure: Failure) -> Self {
        Self::of(Kind::Failed(failure), Story::Bare)
    }

    /// Connecting failed. `now` is the time by the wall clock, for a `Retry-After` that is a date.
    pub fn not_connected(error: ConnectError, now: SystemTime) -> Self {
        let kind = match error.refusal() {
            Some(answer) => Kind::Refused {
                status: answer.status(),
                retry_after: retry_after(answer.headers(), now),
            },
            None => Kind::Failed(Failure::of(&error)),
        };
        Self::of(kind, Story::ConnectError(Arc::new(error)))
    }

    /// Something failed in this way, for a reason that only the application knows.
    pub fn failed_because(
        failure: Failure,
        error: impl Into<Box<dyn Error + Send + Sync>>,
    ) -> Self {
        Self::of(Kind::Failed(failure), Story::Other(error.into().into()))
    }

    fn of(kind: Kind, story: Story) -> Self {
        Self { kind, story }
    }

    /// The close code whose row says whether to come back; `None` for a refusal, see
    /// [`status`](Self::status).
    ///
    /// The code received; or, if the peer broke a rule, the code that told it so; or that under
    /// which RFC 6455 files a failed attempt: 1015 for TLS, 1010 for a missing extension, 1002 for
    /// an answer that breaks the rules, 1006 for the rest.
    pub fn code(&self) -> Option<ReceivedCode> {
        match &self.kind {
            Kind::Closed { code, .. } => Some(*code),
            Kind::Refused { .. } => None,
            Kind::Failed(failure) => Some(failure.code()),
        }
    }

    /// The status with which the server refused the handshake.
    pub fn status(&self) -> Option<StatusCode> {
        match &self.kind {
            Kind::Refused { status, .. } => Some(*status),
            Kind::Closed { .. } | Kind::Failed(_) => None,
        }
    }

    /// The `Retry-After` of the server's refusal, as a delay.
    pub fn retry_after(&self) -> Option<Duration> {
        match &self.kind {
            Kind::Refused { retry_after, .. } => *retry_after,
            Kind::Closed { .. } | Kind::Failed(_) => None,
        }
    }

    /// The retry window in the reason of the server's Close frame.
    pub fn window(&self) -> Option<RetryWindow> {
        match &self.kind {
            Kind::Closed { reason, .. } => RetryWindow::in_reason(reason),
            Kind::Refused { .. } | Kind::Failed(_) => None,
        }
    }

    /// How the attempt failed, if it failed other than by a refusal.
    pub fn failure(&self) -> Option<Failure> {
        match &self.kind {
            Kind::Failed(failure) => Some(*failure),
            Kind::Closed { .. } | Kind::Refused { .. } => None,
        }
    }

    /// Whether there was an open connection.
    pub fn was_open(&self) -> bool {
        matches!(self.kind, Kind::Closed { .. })
    }

    /// How the open connection ended, unless this was made of bare facts.
    pub fn closure(&self) -> Option<&Closure> {
        match &self.story {
            Story::Closure(closure) => Some(closure),
            Story::Bare | Story::ConnectError(_) | Story::Other(_) => None,
        }
    }

    /// Why there was no connection, unless this was made of bare facts.
    pub fn connect_error(&self) -> Option<&ConnectError> {
        match &self.story {
            Story::ConnectError(error) => Some(error),
            Story::Bare | Story::Closure(_) | Story::Other(_) => None,
        }
    }
}

/// An open connection ended.
impl From<Closure> for Cause {
    fn from(closure: Closure) -> Self {
        let fault = closure.fault.map(|fault| fault.close_code().into());
        let kind = Kind::Closed {
            code: fault.unwrap_or(closure.code()),
            reason: closure.reason().into(),
        };
        Self::of(kind, Story::Closure(Arc::new(closure)))
    }
}

impl Failure {
    fn of(error: &ConnectError) -> Self {
        if error.is_invalid_request() {
            Self::InvalidRequest
        } else if error.is_missing_extension() {
            Self::MissingExtension
        } else if error.is_resolve() {
            Self::Resolve
        } else if error.is_timeout() {
            Self::Timeout
        } else if error.is_connect() {
            Self::Connect
        } else if error.is_tls() && !is_transport_lost(error) {
            Self::Tls
        } else if error.is_tls() || error.is_lost() {
            Self::Lost
        } else {
            Self::Handshake
        }
    }

    /// The row that it goes by.
    pub fn code(self) -> ReceivedCode {
        match self {
            Self::Connect | Self::Lost | Self::Resolve | Self::Setup | Self::Timeout => {
                ReceivedCode::ABNORMAL_CLOSURE
            }
            Self::Handshake | Self::InvalidRequest => CloseCode::PROTOCOL_ERROR.into(),
            Self::MissingExtension => CloseCode::MANDATORY_EXTENSION.into(),
            Self::Tls => ReceivedCode::TLS_HANDSHAKE,
        }
    }

    const fn told(self) -> &'static str {
        match self {
            Self::Connect => "no address could be reached",
            Self::Handshake => "the server's answer breaks a rule",
            Self::InvalidRequest => "the request cannot be sent",
            Self::Lost => "the connection was lost during the handshake",
            Self::MissingExtension => "a required extension was not agreed",
            Self::Resolve => "no address is known for the host",
            Self::Setup => "the new connection could not be set up",
            Self::Timeout => "connecting took too long",
            Self::Tls => "TLS could not be agreed, or is not trusted",
        }
    }
}

/// Whether TLS failed because the transport did: a server that restarts also ends connections that
/// are in the middle of it. What TLS itself has to say has other kinds.
fn is_transport_lost(error: &ConnectError) -> bool {
    let cause = error
        .source()
        .and_then(|cause| cause.downcast_ref::<io::Error>());
    cause.is_some_and(|cause| {
        matches!(
            cause.kind(),
            io::ErrorKind::BrokenPipe
                | io::ErrorKind::ConnectionAborted
                | io::ErrorKind::ConnectionReset
                | io::ErrorKind::HostUnreachable
                | io::ErrorKind::NetworkDown
                | io::ErrorKind::NetworkUnreachable
                | io::ErrorKind::NotConnected
                | io::ErrorKind::TimedOut
                | io::ErrorKind::UnexpectedEof
        )
    })
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.told())
    }
}

/// One line, without any text of the peer that is not escaped.
impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.story, &self.kind) {
            (Story::ConnectError(error), _) => error.fmt(f),
            (Story::Other(error), Kind::Failed(failure)) => write!(f, "{failure}: {error}"),
            (_, Kind::Closed { code, reason }) if reason.is_empty() => {
                write!(f, "closed with {code}")
            }
            (_, Kind::Closed { code, reason }) => {
                write!(f, "closed with {code}, reason {reason:?}")
            }
            (_, Kind::Refused { status, .. }) => write!(f, "refused with {status}"),
            (_, Kind::Failed(failure)) => failure.fmt(f),
        }
    }
}
