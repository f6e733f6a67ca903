//! Which web pages may connect: the Origin header against a policy.

use core::fmt;
use core::str::FromStr;

use super::authority::HostPort;
use super::fields::{Count, Only};

/// Which web pages a server takes connections from.
///
/// Browsers put the page's origin into every handshake and do not let scripts change it; without a
/// policy any page could open a connection in the name of its visitor (cross-site WebSocket
/// hijacking). Programs that are no browsers send no Origin, or whatever they like; this policy is
/// no protection from them.
///
/// Every policy lets a request without Origin pass, and refuses one with several Origin lines.
///
/// # Spec
///
/// RFC 6455 sections 4.2.2 and 10.2; RFC 6454.
///
/// # Examples
///
/// ```
/// use rejoin_proto::handshake::OriginPolicy;
///
/// let policy = OriginPolicy::List(vec!["https://example.com".parse()?]);
/// # let _ = policy;
/// # Ok::<(), rejoin_proto::handshake::InvalidOrigin>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum OriginPolicy {
    /// Every page, and `null` too.
    Any,
    /// Pages of these origins; `null` is refused.
    List(Vec<Origin>),
    /// Pages from the host and port that the request is addressed to, whatever their scheme. A
    /// Host without a port stands for the default port of the Origin's scheme, so that a server
    /// behind a TLS proxy needs no configuration. `null` is refused.
    #[default]
    SameHost,
}

impl OriginPolicy {
    /// Whether the policy lets a request with this `Origin` pass; `host` is what it is addressed to.
    pub(super) fn allows(&self, origin: Only<'_>, host: HostPort<'_>) -> bool {
        let value = match origin {
            Ok(value) => value,
            Err(Count::Missing) => return true,
            Err(Count::Repeated) => return false,
        };
        let origin = || Parts::of(value.to_str().ok()?);
        match self {
            Self::Any => true,
            Self::List(list) => origin().is_some_and(|origin| {
                let origin = Origin::from(origin);
                list.contains(&origin)
            }),
            Self::SameHost => origin().is_some_and(|origin| origin.is_at(host)),
        }
    }
}

/// A web origin: scheme, host and port, e.g. `https://example.com:8443`.
///
/// Parsed with [`FromStr`]; scheme and host are compared without regard to case, and the default
/// ports of `http`, `ws`, `https` and `wss` need not be written. Extensions of browsers have
/// origins too, such as `chrome-extension://abcdef`.
///
/// # Examples
///
/// ```
/// use rejoin_proto::handshake::Origin;
///
/// let origin: Origin = "HTTPS://Example.com:443".parse()?;
/// assert_eq!(origin, "https://example.com".parse()?);
/// assert_eq!(origin.to_string(), "https://example.com:443");
/// assert!("https://example.com/path".parse::<Origin>().is_err());
/// assert!("null".parse::<Origin>().is_err());
/// # Ok::<(), rejoin_proto::handshake::InvalidOrigin>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    scheme: String,
    host: String,
    port: Option<u16>,
}

impl FromStr for Origin {
    type Err = InvalidOrigin;

    fn from_str(text: &str) -> Result<Self, InvalidOrigin> {
        Parts::of(text).map(Self::from).ok_or(InvalidOrigin)
    }
}

impl From<Parts<'_>> for Origin {
    fn from(parts: Parts<'_>) -> Self {
        Self {
            scheme: parts.scheme.to_ascii_lowercase(),
            host: parts.host.to_ascii_lowercase(),
            port: parts.port,
        }
    }
}

/// The parts of an origin, as written.
#[derive(Clone, Copy)]
struct Parts<'a> {
    scheme: &'a str,
    host: &'a str,
    /// The one that is written, or the one that the scheme stands for.
    port: Option<u16>,
}

impl<'a> Parts<'a> {
    /// Takes a text apart, if it is an origin.
    fn of(text: &'a str) -> Option<Self> {
        let (scheme, authority) = text.split_once("://")?;
        let first_is_letter = scheme
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_alphabetic());
        let is_scheme_byte =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        if !first_is_letter || !scheme.bytes().all(is_scheme_byte) {
            return None;
        }
        let HostPort { host, port } = HostPort::parse(authority)?;
        let port = port.or_else(|| default_port(scheme));
        Some(Self { scheme, host, port })
    }

    /// Whether host and port are those that a request is addressed to.
    fn is_at(self, target: HostPort<'_>) -> bool {
        let port = target.port.or_else(|| default_port(self.scheme));
        let is_host = target.host.eq_ignore_ascii_case(self.host);
        // Without a port it is no page from a network, whatever its host looks like.
        is_host && self.port.is_some() && port == self.port
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.host)?;
        match self.port {
            None => Ok(()),
            Some(port) => write!(f, ":{port}"),
        }
    }
}

/// The text is not a web origin of the form `scheme://host` or `scheme://host:port`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidOrigin;

impl fmt::Display for InvalidOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a web origin; write it as https://example.com, without a path")
    }
}

impl core::error::Error for InvalidOrigin {}

/// The port that a scheme stands for, in any case.
fn default_port(scheme: &str) -> Option<u16> {
    let is_one_of = |names: [&str; 2]| names.iter().any(|name| scheme.eq_ignore_ascii_case(name));
    if is_one_of(["http", "ws"]) {
        Some(80)
    } else if is_one_of(["https", "wss"]) {
        Some(443)
    } else {
        None
    }
}
