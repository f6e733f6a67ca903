//! Where a client connects to: a WebSocket URL, checked and taken apart.

use core::fmt;
use core::net::Ipv6Addr;

use super::authority::HostPort;

/// A WebSocket URL, checked and taken apart.
///
/// # Spec
///
/// RFC 6455 section 3; RFC 3986 section 3.2.2 (IPv6 literals).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Target {
    security: Security,
    host: String,
    port: u16,
    resource: String,
}

/// Whether a connection is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a connection is encrypted or it is not"
)]
pub enum Security {
    /// `ws:` (or `http:`): TCP, port 80 by default.
    Plain,
    /// `wss:` (or `https:`): TLS, port 443 by default.
    Tls,
}

impl Security {
    /// The port where the URL names none: 80 or 443.
    pub const fn default_port(self) -> u16 {
        match self {
            Self::Plain => 80,
            Self::Tls => 443,
        }
    }
}

/// Reads a WebSocket URL.
///
/// `ws:` and `wss:` are WebSocket's own schemes; `http:` and `https:` are taken as other names for
/// them, as browsers do. An empty path becomes `/`.
///
/// User info (`ws://user:password@host/`) is refused rather than turned into an `Authorization`
/// header: URLs end up in logs, and a header is as easy to set.
///
/// # Errors
///
/// The first thing that is wrong with the URL, in words that say what to write instead.
///
/// # Examples
///
/// ```
/// use rejoin_proto::handshake::{InvalidUrl, Security, target};
///
/// let t = target("wss://example.com/chat?room=1")?;
/// assert_eq!((t.security(), t.host(), t.port()), (Security::Tls, "example.com", 443));
/// assert_eq!((t.authority().as_str(), t.resource()), ("example.com", "/chat?room=1"));
///
/// let t = target("ws://[::1]:9001")?;
/// assert_eq!((t.host(), t.port()), ("::1", 9001));
/// assert_eq!((t.authority().as_str(), t.resource()), ("[::1]:9001", "/"));
///
/// assert_eq!(target("ws://example.com/#top"), Err(InvalidUrl::Fragment));
/// # Ok::<(), InvalidUrl>(())
/// ```
pub fn target(url: &str) -> Result<Target, InvalidUrl> {
    if url.contains('#') {
        return Err(InvalidUrl::Fragment);
    }
    let Some((scheme, rest)) = url.split_once("://") else {
        return Err(InvalidUrl::Scheme);
    };
    if !url.is_ascii() {
        return Err(InvalidUrl::NotAscii);
    }
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, resource) = rest.split_at_checked(end).unwrap_or_default();
    let target = Target::from_parts(scheme, authority, resource)?;
    match target.resource.parse::<http::uri::PathAndQuery>() {
        Ok(_) => Ok(target),
        Err(_) => Err(InvalidUrl::Path),
    }
}

impl Target {
    /// Takes a parsed URI apart. A fragment can no longer be seen in one: [`http::Uri`] drops it.
    ///
    /// # Errors
    ///
    /// As [`target`].
    pub fn from_uri(uri: &http::Uri) -> Result<Self, InvalidUrl> {
        let scheme = uri.scheme_str().ok_or(InvalidUrl::Scheme)?;
        let authority = uri.authority().map_or("", http::uri::Authority::as_str);
        let resource = uri
            .path_and_query()
            .map_or("", http::uri::PathAndQuery::as_str);
        if !resource.is_ascii() {
            return Err(InvalidUrl::NotAscii);
        }
        Self::from_parts(scheme, authority, resource)
    }

    /// Whether TLS is asked for.
    pub const fn security(&self) -> Security {
        self.security
    }

    /// The host to connect to: a name, an IPv4 address, or an IPv6 address without brackets.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port to connect to.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// The value of the `Host` header: IPv6 addresses in brackets, the port where it is not the
    /// default one.
    pub fn authority(&self) -> String {
        let (open, close) = if self.host.contains(':') {
            ("[", "]")
        } else {
            ("", "")
        };
        let host = &self.host;
        if self.port == self.security.default_port() {
            format!("{open}{host}{close}")
        } else {
            format!("{open}{host}{close}:{}", self.port)
        }
    }

    /// The path and the query, as they stand in the request line; at least `/`.
    pub fn resource(&self) -> &str {
        &self.resource
    }

    /// Puts the three parts of a URL together.
    fn from_parts(scheme: &str, authority: &str, resource: &str) -> Result<Self, InvalidUrl> {
        let security = match scheme.to_ascii_lowercase().as_str() {
            "ws" | "http" => Security::Plain,
            "wss" | "https" => Security::Tls,
            _ => return Err(InvalidUrl::Scheme),
        };
        if authority.contains('@') {
            return Err(InvalidUrl::UserInfo);
        }
        let HostPort { host, port } = HostPort::parse(authority).ok_or(InvalidUrl::Host)?;
        let host = match host
            .strip_prefix('[')
            .and_then(|host| host.strip_suffix(']'))
        {
            None => host,
            Some(address) if address.parse::<Ipv6Addr>().is_ok() => address,
            Some(_) => return Err(InvalidUrl::Host),
        };
        let port = port.unwrap_or(security.default_port());
        if port == 0 {
            return Err(InvalidUrl::Port);
        }
        let slash = if resource.starts_with('/') { "" } else { "/" };
        let resource = format!("{slash}{resource}");
        Ok(Self {
            security,
            host: host.to_owned(),
            port,
            resource,
        })
    }
}

/// Why a URL is no WebSocket URL. `Display` says what to write instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InvalidUrl {
    /// It has a fragment (RFC 6455 section 3 allows none).
    Fragment,
    /// The host is missing or is not one, or the port is not a number up to 65535.
    Host,
    /// It has characters outside ASCII.
    NotAscii,
    /// The path or the query has characters that have to be written as percent codes.
    Path,
    /// The port is 0, to which nothing can connect.
    Port,
    /// It does not begin with `ws://` or `wss://`.
    Scheme,
    /// It has a user name before the host.
    UserInfo,
}

impl fmt::Display for InvalidUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fragment => "the URL has a fragment; leave out # and what follows, or write %23",
            Self::Host => "the URL has no valid host and port; write it as ws://host:port/path",
            Self::NotAscii => {
                "the URL has characters outside ASCII; write the host in punycode and the rest as \
                 percent codes"
            }
            Self::Path => "the path of the URL has characters that must be percent codes",
            Self::Port => "the URL has port 0; write the port of the server",
            Self::Scheme => "the URL does not begin with ws:// or wss://",
            Self::UserInfo => "the URL has a user name in it; send an Authorization header instead",
        })
    }
}

impl core::error::Error for InvalidUrl {}
