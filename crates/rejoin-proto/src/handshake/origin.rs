//! Which web pages may connect: the Origin header against a policy.

use core::fmt;
use core::str::FromStr;

use http::uri::Authority;
use http::{HeaderMap, header};

use super::fields::{self, Count};

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
    /// Whether the policy lets the request pass; `host` is what the request is addressed to.
    pub(super) fn allows(&self, headers: &HeaderMap, host: &Authority) -> bool {
        let value = match fields::only(headers, header::ORIGIN) {
            Ok(value) => value,
            Err(Count::Missing) => return true,
            Err(Count::Repeated) => return false,
        };
        let origin = || value.to_str().ok()?.parse::<Origin>().ok();
        match self {
            Self::Any => true,
            Self::List(list) => origin().is_some_and(|origin| list.contains(&origin)),
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

impl Origin {
    /// Whether host and port are those of the authority.
    fn is_at(&self, authority: &Authority) -> bool {
        let port = authority.port_u16().or_else(|| default_port(&self.scheme));
        let is_host = authority.host().eq_ignore_ascii_case(&self.host);
        // Without a port it is no page from a network, whatever its host looks like.
        is_host && self.port.is_some() && port == self.port
    }
}

impl FromStr for Origin {
    type Err = InvalidOrigin;

    fn from_str(text: &str) -> Result<Self, InvalidOrigin> {
        let (scheme, authority) = text.split_once("://").ok_or(InvalidOrigin)?;
        let first_is_letter = scheme
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_alphabetic());
        let is_scheme_byte =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        if !first_is_letter || !scheme.bytes().all(is_scheme_byte) {
            return Err(InvalidOrigin);
        }
        let scheme = scheme.to_ascii_lowercase();
        let authority = plain_authority(authority).ok_or(InvalidOrigin)?;
        let port = authority.port_u16().or_else(|| default_port(&scheme));
        Ok(Self {
            scheme,
            host: authority.host().to_ascii_lowercase(),
            port,
        })
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

/// Reads `host` or `host:port`: a host there must be, user info there must not, and a port must be
/// one. An empty port is as good as none (RFC 3986 section 3.2.3).
pub(super) fn plain_authority(text: &str) -> Option<Authority> {
    let authority: Authority = text.strip_suffix(':').unwrap_or(text).parse().ok()?;
    let host = authority.host();
    let is_bracketed = host.starts_with('[') && host.ends_with(']');
    let rest = authority.as_str().strip_prefix(host)?;
    let port_is_good = match rest.strip_prefix(':') {
        None => rest.is_empty(),
        Some(port) => port.bytes().all(|b| b.is_ascii_digit()) && port.parse::<u16>().is_ok(),
    };
    let brackets = host.bytes().any(|byte| matches!(byte, b'[' | b']'));
    let host_is_good = !host.is_empty() && (is_bracketed || !brackets);
    (host_is_good && port_is_good && !text.contains('@')).then_some(authority)
}

/// The port that a scheme stands for.
fn default_port(scheme: &str) -> Option<u16> {
    match scheme {
        "http" | "ws" => Some(80),
        "https" | "wss" => Some(443),
        _ => None,
    }
}
