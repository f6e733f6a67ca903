//! Why a connection did not come to be, as the application sees it.

use core::fmt;
use core::net::SocketAddr;
use std::io;

use rejoin_proto::Closure;
use rejoin_proto::handshake::{Answer, Explanation, HandshakeError, InvalidRequest};

use super::fault::Fault;

/// Connecting failed.
///
/// One pointer wide. Exactly one of the `is_*` methods is true. `Display` is one line that says
/// what to do; where it leaves a detail to its cause, that is in
/// [`source`](core::error::Error::source).
///
/// | question | what happened |
/// |---|---|
/// | [`is_invalid_request`](Self::is_invalid_request) | the URL or a header cannot be used; nothing was sent |
/// | [`is_resolve`](Self::is_resolve) | the host has no address |
/// | [`is_connect`](Self::is_connect) | no address could be reached |
/// | [`is_tls`](Self::is_tls) | TLS could not be agreed, or the server is not to be trusted |
/// | [`is_timeout`](Self::is_timeout) | a deadline passed, in the phase that [`phase`](Self::phase) tells |
/// | [`is_lost`](Self::is_lost) | the transport ended before the answer did |
/// | [`is_refused`](Self::is_refused) | the server answered with another status than 101 |
/// | [`is_handshake`](Self::is_handshake) | the answer breaks a rule |
/// | [`is_missing_extension`](Self::is_missing_extension) | a required extension was not agreed |
///
/// # Examples
///
/// ```
/// # tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
/// let error = rejoin::connect("ws://127.0.0.1:0/").await.expect_err("port 0");
/// assert!(error.is_invalid_url());
/// assert_eq!(error.to_string(), "the URL has port 0; write the port of the server");
/// # });
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct ConnectError(Box<Fault>);

/// The phases of connecting, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Phase {
    /// Finding the addresses of the host.
    Resolve,
    /// Connecting to one of them.
    Connect,
    /// The TLS handshake.
    Tls,
    /// The opening handshake.
    Handshake,
}

/// One address that was tried, and what came of it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Attempt {
    /// The address.
    pub address: SocketAddr,
    /// Why it could not be connected to. An attempt that took too long is
    /// [`TimedOut`](io::ErrorKind::TimedOut).
    pub error: io::Error,
}

impl ConnectError {
    pub(super) fn new(fault: Fault) -> Self {
        Self(Box::new(fault))
    }

    /// The same, but for a transport that was lost, of which the caller knows more.
    #[cfg(feature = "tls")]
    pub(super) fn map_lost(self, told: impl FnOnce(io::Error) -> Fault) -> Self {
        let fault = *self.0;
        if let Fault::Lost(error) = fault {
            Self::new(told(error))
        } else {
            Self::new(fault)
        }
    }

    /// Whether the URL is not one of a WebSocket. Nothing was sent.
    ///
    /// A part of [`is_invalid_request`](Self::is_invalid_request).
    pub fn is_invalid_url(&self) -> bool {
        matches!(*self.0, Fault::Request(InvalidRequest::Url(_)))
    }

    /// Whether the URL, a header, a subprotocol or an extension cannot be sent. Nothing was.
    pub fn is_invalid_request(&self) -> bool {
        matches!(*self.0, Fault::Request(_))
    }

    /// Whether no address was found for the host.
    pub fn is_resolve(&self) -> bool {
        matches!(*self.0, Fault::Resolve { .. })
    }

    /// Whether no address could be connected to; [`attempts`](Self::attempts) has each.
    ///
    /// If all of them took too long, it is [`is_timeout`](Self::is_timeout) instead.
    pub fn is_connect(&self) -> bool {
        matches!(*self.0, Fault::Unreachable { .. }) && !self.is_timeout()
    }

    /// Whether TLS could not be agreed, or one side did not trust the other's certificate.
    pub fn is_tls(&self) -> bool {
        matches!(*self.0, Fault::Tls { .. })
    }

    /// Whether a deadline passed; [`phase`](Self::phase) tells in which phase.
    pub fn is_timeout(&self) -> bool {
        match &*self.0 {
            Fault::TimedOut { .. } => true,
            Fault::Unreachable { attempts, .. } => attempts
                .iter()
                .all(|attempt| attempt.error.kind() == io::ErrorKind::TimedOut),
            Fault::Handshake(_)
            | Fault::Lost(_)
            | Fault::Missing(_)
            | Fault::Request(_)
            | Fault::Resolve { .. }
            | Fault::Tls { .. }
            | Fault::TlsAnswer => false,
        }
    }

    /// Whether the transport ended or failed before the answer was whole.
    pub fn is_lost(&self) -> bool {
        matches!(
            *self.0,
            Fault::Lost(_) | Fault::Handshake(HandshakeError::EndOfStream { .. })
        )
    }

    /// Whether the server answered with another status than 101; see [`refusal`](Self::refusal).
    pub fn is_refused(&self) -> bool {
        self.refusal().is_some()
    }

    /// Whether the server's answer breaks a rule. No Close frame was sent: nothing was open.
    pub fn is_handshake(&self) -> bool {
        let faulty = matches!(*self.0, Fault::Handshake(_) | Fault::TlsAnswer);
        faulty && !self.is_lost() && !self.is_refused()
    }

    /// Whether the server did not agree to an extension that is required. It was told with 1010.
    pub fn is_missing_extension(&self) -> bool {
        matches!(*self.0, Fault::Missing(_))
    }

    /// The phase in which it failed; `None` if nothing was begun.
    pub fn phase(&self) -> Option<Phase> {
        self.0.phase()
    }

    /// The addresses that were tried in vain, in the order in which they failed.
    pub fn attempts(&self) -> &[Attempt] {
        if let Fault::Unreachable { attempts, .. } = &*self.0 {
            attempts
        } else {
            &[]
        }
    }

    /// The server's refusal: its status, headers and the start of its body.
    pub fn refusal(&self) -> Option<&Answer> {
        if let Fault::Handshake(error) = &*self.0 {
            error.answer()
        } else {
            None
        }
    }

    /// The extensions that are required and were not agreed; empty if that is not why it failed.
    pub fn missing_extensions(&self) -> &[String] {
        if let Fault::Missing(missing) = &*self.0 {
            &missing.names
        } else {
            &[]
        }
    }

    /// How the connection ended that was closed with 1010.
    pub fn closure(&self) -> Option<&Closure> {
        if let Fault::Missing(missing) = &*self.0 {
            Some(&missing.closure)
        } else {
            None
        }
    }

    /// Each offer and what became of it, if the negotiation came that far.
    pub fn explanation(&self) -> Option<&Explanation> {
        match &*self.0 {
            Fault::Handshake(error) => error.explanation(),
            Fault::Missing(missing) => Some(&missing.explanation),
            Fault::Lost(_)
            | Fault::Request(_)
            | Fault::Resolve { .. }
            | Fault::TimedOut { .. }
            | Fault::Tls { .. }
            | Fault::TlsAnswer
            | Fault::Unreachable { .. } => None,
        }
    }
}

impl fmt::Debug for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl core::error::Error for ConnectError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match &*self.0 {
            Fault::Lost(error) | Fault::Resolve { error, .. } | Fault::Tls { error, .. } => {
                Some(error)
            }
            // The line itself tells all of them by kind; this one has the system's own words.
            Fault::Unreachable { attempts, .. } => attempts
                .last()
                .map(|attempt| &attempt.error as &dyn core::error::Error),
            // The line is that of the error inside.
            Fault::Handshake(_)
            | Fault::Missing(_)
            | Fault::Request(_)
            | Fault::TimedOut { .. }
            | Fault::TlsAnswer => None,
        }
    }
}

impl Phase {
    /// What had not happened when the time was up.
    pub(super) const fn undone(self) -> &'static str {
        match self {
            Self::Resolve => "the host was not resolved",
            Self::Connect => "no connection",
            Self::Tls => "no TLS",
            Self::Handshake => "no answer to the handshake",
        }
    }

    /// What to look at then.
    pub(super) const fn advice(self) -> &'static str {
        match self {
            Self::Resolve => "check the network and its name servers",
            Self::Connect => "check address and port, and the firewalls on the way",
            Self::Tls => "check that the server speaks TLS on this port",
            Self::Handshake => {
                "check that a WebSocket server is behind this port, and whether it wants wss://"
            }
        }
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Resolve => "resolve",
            Self::Connect => "connect",
            Self::Tls => "TLS",
            Self::Handshake => "handshake",
        })
    }
}

const _: () = assert!(size_of::<ConnectError>() == size_of::<usize>());
