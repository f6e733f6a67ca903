//! Why a server declines an upgrade, and what it says then.

use core::fmt;
use core::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

use super::{Explanation, HeadFault};
use crate::extension::header::Malformed;

/// The reason for which a server declines a handshake.
///
/// `Display` is one lower-case line for a log. [`Refusal::response`] is what the client gets: the
/// status, the headers that belong to it, and a plain text that says what is wrong and what to do.
/// Neither repeats anything that the client sent.
///
/// # Spec
///
/// RFC 6455 sections 4.2.1, 4.2.2, 4.4; RFC 9110 section 15; RFC 6585 section 5 (431).
///
/// # Examples
///
/// ```
/// use rejoin_proto::handshake::{Refusal, ServerOptions, accept};
///
/// let request = http::Request::get("/").header("Host", "example.com").body(())?;
/// let refusal = accept(&request, &ServerOptions::default()).expect_err("not an upgrade");
/// assert!(matches!(refusal, Refusal::NotAnUpgrade));
/// assert_eq!(refusal.status(), http::StatusCode::UPGRADE_REQUIRED);
/// assert_eq!(refusal.response().headers()["upgrade"], "websocket");
/// # Ok::<(), http::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// The application declines, with a status and a message of its own.
    ///
    /// An application that wants headers too answers with an [`http::Response`] of its own through
    /// [`encode_response`](super::encode_response).
    Application {
        /// The status; one below 200 is sent as 500, because it would not end the exchange.
        status: StatusCode,
        /// The body, sent as plain text.
        message: String,
    },
    /// The request has a body, or says so. 400.
    BodyPresent,
    /// `Upgrade` asks for a WebSocket and `Connection` does not list it, as when a proxy drops
    /// hop-by-hop headers. 400.
    ConnectionWithoutUpgrade,
    /// The stream ended before the head did. 400, should anybody be there to read it.
    EndOfStream {
        /// The bytes of the head that did arrive; 0 if the peer only opened and closed.
        received: usize,
    },
    /// `Sec-WebSocket-Extensions` breaks its grammar. 400 (RFC 6455 section 9.1).
    Extensions(Malformed),
    /// The head is no HTTP/1.1, or too large. 400; 431 for a limit; 505 for another version.
    Head(HeadFault),
    /// `Host` is missing, stands more than once, or is not a host. 400 (RFC 9112 section 3.2).
    Host,
    /// HTTP/1.0, in which `Upgrade` has to be ignored (RFC 9110 section 7.8). 426.
    HttpVersionTooOld,
    /// A version of HTTP that upgrades otherwise than HTTP/1.1 does. 505.
    HttpVersionUnsupported,
    /// `Sec-WebSocket-Key` is missing, stands more than once, or is not base64 of 16 bytes. 400.
    Key,
    /// The method is not GET. 405 with `Allow: GET`.
    Method,
    /// A plain request: `Upgrade` does not list `websocket`. 426 with `Upgrade: websocket`.
    NotAnUpgrade,
    /// The Origin policy does not let the web page in. 403.
    Origin,
    /// The client does not offer, or not in a form that can be met, what this server requires. 400.
    RequiredExtensions {
        /// Each offer with its verdict; [`Explanation::missing`] names what is missing.
        explanation: Box<Explanation>,
    },
    /// `Sec-WebSocket-Protocol` is not a list of tokens. 400.
    Subprotocols,
    /// The handshake did not arrive in time. 408.
    TimedOut,
    /// The server takes no connections at the moment: it drains, or a limit is reached. 503.
    Unavailable {
        /// When to come back; sent as `Retry-After` in whole seconds, rounded up.
        retry_after: Option<Duration>,
    },
    /// `Sec-WebSocket-Version` is missing, stands more than once, or is not 13. 426 with
    /// `Sec-WebSocket-Version: 13` and `Upgrade: websocket` (RFC 6455 section 4.4).
    Version,
}

impl Refusal {
    /// The HTTP status that says it.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Application { status, .. } if status.is_informational() => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
            Self::Application { status, .. } => *status,
            Self::BodyPresent
            | Self::ConnectionWithoutUpgrade
            | Self::EndOfStream { .. }
            | Self::Extensions(_)
            | Self::Host
            | Self::Key
            | Self::RequiredExtensions { .. }
            | Self::Subprotocols => StatusCode::BAD_REQUEST,
            Self::Head(fault) => status_of_head(*fault),
            Self::HttpVersionTooOld | Self::NotAnUpgrade | Self::Version => {
                StatusCode::UPGRADE_REQUIRED
            }
            Self::HttpVersionUnsupported => StatusCode::HTTP_VERSION_NOT_SUPPORTED,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Origin => StatusCode::FORBIDDEN,
            Self::TimedOut => StatusCode::REQUEST_TIMEOUT,
            Self::Unavailable { .. } => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The whole answer: status, headers and a plain text that says what to do.
    pub fn response(&self) -> http::Response<String> {
        let mut response = http::Response::new(self.body());
        *response.status_mut() = self.status();
        let headers = response.headers_mut();
        set(headers, header::CONTENT_TYPE, "text/plain; charset=utf-8");
        match self {
            Self::Method => set(headers, header::ALLOW, "GET"),
            Self::HttpVersionTooOld | Self::NotAnUpgrade => {
                set(headers, header::UPGRADE, "websocket");
            }
            Self::Version => {
                set(headers, header::UPGRADE, "websocket");
                set(headers, header::SEC_WEBSOCKET_VERSION, "13");
            }
            Self::Unavailable {
                retry_after: Some(after),
            } => {
                let part = u64::from(after.subsec_nanos() > 0);
                let seconds = after.as_secs().saturating_add(part);
                headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            }
            Self::Application { .. }
            | Self::BodyPresent
            | Self::ConnectionWithoutUpgrade
            | Self::EndOfStream { .. }
            | Self::Extensions(_)
            | Self::Head(_)
            | Self::Host
            | Self::HttpVersionUnsupported
            | Self::Key
            | Self::Origin
            | Self::RequiredExtensions { .. }
            | Self::Subprotocols
            | Self::TimedOut
            | Self::Unavailable { retry_after: None } => {}
        }
        response
    }

    /// Each offer with its verdict, where the negotiation came that far.
    pub fn explanation(&self) -> Option<&Explanation> {
        if let Self::RequiredExtensions { explanation } = self {
            Some(explanation)
        } else {
            None
        }
    }

    /// What is wrong and what to do, for the client's developer.
    fn body(&self) -> String {
        if let Self::Application { message, .. } = self {
            return message.clone();
        }
        format!("WebSocket handshake refused: {self}.\n{}\n", self.advice())
    }

    /// What to do about it, in one or two sentences.
    fn advice(&self) -> &'static str {
        match self {
            Self::Application { .. } => "",
            Self::BodyPresent => "Send the handshake without a body.",
            Self::ConnectionWithoutUpgrade => {
                "Send Connection: Upgrade. If the client does so, a proxy in between removed it: \
                 configure it to pass WebSocket upgrades on."
            }
            Self::EndOfStream { .. } => "Send the whole request before closing.",
            Self::Extensions(_) => {
                "Write Sec-WebSocket-Extensions as RFC 6455 section 9.1 has it: \
                 name; flag; key=value, name."
            }
            Self::Head(fault) if fault.is_too_large() => "Send fewer or shorter headers.",
            Self::Head(_) => "Send an HTTP/1.1 request with CRLF line ends and unfolded headers.",
            Self::Host => "Send exactly one Host header with the host that is asked for.",
            Self::HttpVersionTooOld => "Send the handshake with HTTP/1.1.",
            Self::HttpVersionUnsupported => "Send the handshake with HTTP/1.1.",
            Self::Key => "Send exactly one Sec-WebSocket-Key: 16 random bytes in base64.",
            Self::Method => "Send the handshake with GET.",
            Self::NotAnUpgrade => {
                "This address speaks WebSocket: open it with a WebSocket client. If one was used, \
                 a proxy in between removed the Upgrade header: configure it to pass it on."
            }
            Self::Origin => "Ask the operator of this server to allow the page's origin.",
            Self::RequiredExtensions { .. } => {
                "Use a client that offers them in Sec-WebSocket-Extensions, or switch them on. If \
                 it does offer them, a proxy in between may have removed the header."
            }
            Self::Subprotocols => "Write Sec-WebSocket-Protocol as a list of tokens: name, name.",
            Self::TimedOut => "Send the request in one go, right after connecting.",
            Self::Unavailable {
                retry_after: Some(_),
            } => "Try again after the time given.",
            Self::Unavailable { retry_after: None } => "Try again later.",
            Self::Version => "Send exactly one Sec-WebSocket-Version: 13 (RFC 6455).",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Application { status, .. } => {
                write!(
                    f,
                    "the application refused it with status {}",
                    status.as_u16()
                )
            }
            Self::BodyPresent => f.write_str("the request has a body"),
            Self::ConnectionWithoutUpgrade => {
                f.write_str("the Connection header does not list upgrade")
            }
            Self::EndOfStream { received } => {
                write!(
                    f,
                    "the stream ended after {received} bytes of the request head"
                )
            }
            Self::Extensions(fault) => write!(f, "{fault}"),
            Self::Head(fault) => write!(f, "the request head is bad: {fault}"),
            Self::Host => f.write_str("there is not exactly one valid Host header"),
            Self::HttpVersionTooOld => f.write_str("HTTP/1.0 cannot upgrade"),
            Self::HttpVersionUnsupported => f.write_str("the version of HTTP is not 1.1"),
            Self::Key => f.write_str("there is not exactly one valid Sec-WebSocket-Key"),
            Self::Method => f.write_str("the method is not GET"),
            Self::NotAnUpgrade => f.write_str("the request does not ask for an upgrade"),
            Self::Origin => f.write_str("pages of this origin may not connect"),
            Self::RequiredExtensions { explanation } => {
                let missing = explanation.missing().join(", ");
                write!(f, "required extensions are missing: {missing}")
            }
            Self::Subprotocols => f.write_str("the list of subprotocols is malformed"),
            Self::TimedOut => f.write_str("the handshake took too long"),
            Self::Unavailable { .. } => f.write_str("no connections are taken at the moment"),
            Self::Version => f.write_str("there is not exactly one Sec-WebSocket-Version: 13"),
        }
    }
}

// No `source`: the line already says what the fault inside says.
impl core::error::Error for Refusal {}

/// The status for a bad head.
const fn status_of_head(fault: HeadFault) -> StatusCode {
    match fault {
        HeadFault::TooManyBytes { .. } | HeadFault::TooManyHeaders { .. } => {
            StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE
        }
        // RFC 9110 section 15.6.6 is about the major version: 0.9, 2.0 and so on.
        HeadFault::Version => StatusCode::HTTP_VERSION_NOT_SUPPORTED,
        HeadFault::BareCarriageReturn
        | HeadFault::BareLineFeed
        | HeadFault::ControlCharacter(_)
        | HeadFault::FoldedLine
        | HeadFault::HeaderLine
        | HeadFault::StartLine
        | HeadFault::Target => StatusCode::BAD_REQUEST,
    }
}

/// Sets a header to a fixed text.
fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
