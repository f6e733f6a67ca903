//! Why a client's handshake could not be sent, or failed.

use core::fmt;

use http::{HeaderName, StatusCode};

use super::{Answer, Explanation, HeadFault, InvalidUrl, Rule};
use crate::extension::header::Malformed;

/// The request that a client was asked to send cannot be a handshake. Nothing was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidRequest {
    /// An extension's name or one of its offers cannot stand in a header.
    Extension {
        /// The name that the extension gives itself.
        name: String,
    },
    /// A header that the handshake writes itself, or that would announce a body.
    Header {
        /// The header to take out.
        name: HeaderName,
    },
    /// More than one `Host` header.
    HostRepeated,
    /// The method is not GET.
    Method,
    /// A subprotocol that is not a token, or that is listed twice.
    Subprotocol {
        /// The subprotocol as it was given.
        name: String,
    },
    /// The URL is not one of a WebSocket.
    Url(InvalidUrl),
    /// The version is not HTTP/1.1.
    Version,
}

impl From<InvalidUrl> for InvalidRequest {
    fn from(url: InvalidUrl) -> Self {
        Self::Url(url)
    }
}

impl fmt::Display for InvalidRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Extension { name } => {
                write!(f, "the extension {name:?} cannot be written into a header")
            }
            Self::Header { name } => {
                write!(
                    f,
                    "the handshake writes the header {name} itself; take it out"
                )
            }
            Self::HostRepeated => f.write_str("more than one Host header; leave one"),
            Self::Method => f.write_str("a handshake is sent with GET"),
            Self::Subprotocol { name } => {
                write!(
                    f,
                    "the subprotocol {name:?} is not a token, or is listed twice"
                )
            }
            Self::Url(url) => write!(f, "{url}"),
            Self::Version => f.write_str("a handshake is sent with HTTP/1.1"),
        }
    }
}

// No `source`: the line already says what the URL's error says.
impl core::error::Error for InvalidRequest {}

/// The server's answer does not open a connection.
///
/// No Close frame goes out for any of these: there is no connection yet (RFC 6455 section 7.1.7).
/// `Display` is one lower-case line that says what to do; it never repeats the server's body.
///
/// # Spec
///
/// RFC 6455 section 4.1.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HandshakeError {
    /// `Sec-WebSocket-Accept` is missing.
    AcceptMissing,
    /// `Sec-WebSocket-Accept` stands more than once.
    AcceptRepeated,
    /// `Sec-WebSocket-Accept` does not belong to the key that was sent.
    AcceptWrong,
    /// The 101 has no `Connection: Upgrade`.
    ConnectionWithoutUpgrade,
    /// The stream ended before the answer did.
    EndOfStream {
        /// The bytes of the answer's head that did arrive.
        received: usize,
    },
    /// An element of the answer breaks a rule of its extension, or was never offered.
    Extension {
        /// The rule.
        rule: Rule,
        /// The offers, and the element of the answer that breaks the rule.
        explanation: Box<Explanation>,
    },
    /// `Sec-WebSocket-Extensions` of the answer breaks its grammar.
    Extensions(Malformed),
    /// The answer is no HTTP/1.1, or too large.
    Head(HeadFault),
    /// The 101 is one of HTTP/1.0, which knows no upgrade.
    HttpVersion,
    /// The server answered with a status other than 101.
    Refused(Box<Answer>),
    /// The server chose a subprotocol that was not offered, or that is not a token.
    SubprotocolNotOffered,
    /// The server chose more than one subprotocol.
    SubprotocolRepeated,
    /// The 101 does not switch to `websocket`.
    UpgradeMissing,
}

impl HandshakeError {
    /// The offers and what became of them, where the negotiation came that far.
    pub fn explanation(&self) -> Option<&Explanation> {
        if let Self::Extension { explanation, .. } = self {
            Some(explanation)
        } else {
            None
        }
    }

    /// The server's answer, if it was a status other than 101.
    pub fn answer(&self) -> Option<&Answer> {
        if let Self::Refused(answer) = self {
            Some(answer)
        } else {
            None
        }
    }
}

impl fmt::Display for HandshakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AcceptMissing => {
                f.write_str("the 101 has no Sec-WebSocket-Accept; the server is not a WebSocket")
            }
            Self::AcceptRepeated => f.write_str("the 101 has several Sec-WebSocket-Accept headers"),
            Self::AcceptWrong => f.write_str(
                "the 101 answers another key; something in between answered from a cache",
            ),
            Self::ConnectionWithoutUpgrade => f.write_str(
                "the 101 has no Connection: Upgrade; look for a proxy that removes it",
            ),
            Self::EndOfStream { received: 0 } => f.write_str(
                "the server closed without an answer; check address, port, and whether it wants TLS",
            ),
            Self::EndOfStream { received } => {
                write!(f, "the stream ended after {received} bytes of the answer's head")
            }
            Self::Extension { rule, explanation } => {
                let answer = explanation.broken().map_or("", |(answer, _)| answer);
                write!(f, "the answer `{answer}` is against {}: {rule}", rule.section())
            }
            Self::Extensions(fault) => write!(f, "{fault}"),
            Self::Head(fault) => write!(f, "the answer's head is bad: {fault}"),
            Self::HttpVersion => f.write_str("the 101 is HTTP/1.0; look for a proxy of that age"),
            Self::Refused(answer) => {
                let status = answer.status();
                write!(f, "the server answered {status} instead of 101; {}", advice(status))
            }
            Self::SubprotocolNotOffered => {
                f.write_str("the server chose a subprotocol that was not offered")
            }
            Self::SubprotocolRepeated => f.write_str("the server chose several subprotocols"),
            Self::UpgradeMissing => f.write_str("the 101 does not switch to websocket"),
        }
    }
}

// No `source`: the line already says what the fault inside says.
impl core::error::Error for HandshakeError {}

/// What to do about a status.
fn advice(status: StatusCode) -> &'static str {
    match status.as_u16() {
        200..=299 => "there is a web page at this address, not a WebSocket: check the path",
        300..=399 => "it points elsewhere: connect to the address in its Location header",
        400 => "its body may say what it misses in the request",
        401 | 407 => "send credentials in a header",
        403 => "check credentials, and the Origin header if you send one",
        404 | 410 => "check the path",
        426 => "a proxy in between may have removed the Upgrade header",
        429 | 503 => "try again later",
        502 | 504 => "the proxy did not reach the server behind it",
        500..=599 => "the server's own log says why",
        _ => "its body may say why",
    }
}
