//! Who may restart the service over HTTP: the machine that it runs on, from the server's own page.

use core::fmt;
use core::net::{IpAddr, SocketAddr};

use http::Request;
use http::header::{HOST, HeaderName, ORIGIN};
use http::uri::Authority;

use super::Scheme;

/// What a request is held against.
#[derive(Debug)]
pub(super) struct Guard<'a> {
    /// Where the server listens.
    pub(super) address: Option<SocketAddr>,
    pub(super) scheme: Scheme,
    /// What only a page of this process knows.
    pub(super) token: &'a str,
}

/// Why a request may not restart the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Denial {
    /// Another machine asks.
    Elsewhere,
    /// It came through a proxy.
    Forwarded,
    /// The name that was asked for may be anybody's.
    Host,
    /// A page of another site asks, or none.
    Origin,
    /// The system cannot hand listening sockets on.
    System,
    /// The page does not know what only ours knows.
    Token,
}

impl Guard<'_> {
    /// Whether the page has the button, and is told the token.
    pub(super) fn whether_shown(&self, request: &Request<()>, peer: SocketAddr) -> bool {
        self.place(request, peer).is_ok()
    }

    /// Whether the request may restart the service.
    pub(super) fn judge(&self, request: &Request<()>, peer: SocketAddr) -> Result<(), Denial> {
        self.place(request, peer)?;
        self.page(request)?;
        let token = header(request, &TOKEN).unwrap_or_default();
        if token == self.token {
            Ok(())
        } else {
            Err(Denial::Token)
        }
    }

    /// From where it comes: this machine, at a name that no other site can point here.
    fn place(&self, request: &Request<()>, peer: SocketAddr) -> Result<(), Denial> {
        if cfg!(not(unix)) {
            return Err(Denial::System);
        }
        if !peer.ip().to_canonical().is_loopback() {
            return Err(Denial::Elsewhere);
        }
        if FORWARDED
            .iter()
            .any(|name| request.headers().contains_key(name))
        {
            return Err(Denial::Forwarded);
        }
        let host = header(request, &HOST).and_then(|host| host.parse::<Authority>().ok());
        let is_ours = host.is_some_and(|host| self.is_ours(host.host()));
        if is_ours { Ok(()) } else { Err(Denial::Host) }
    }

    /// A name of this machine for itself, or the address that is listened on.
    fn is_ours(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        if host == "localhost" || host.ends_with(".localhost") {
            return true;
        }
        let literal = host.trim_start_matches('[').trim_end_matches(']');
        let Ok(address) = literal.parse::<IpAddr>() else {
            return false;
        };
        let listens = self.address.map(|address| address.ip());
        address.to_canonical().is_loopback()
            || (listens == Some(address) && !address.is_unspecified())
    }

    /// Which page it comes from. Browsers send both headers with every POST of a script.
    fn page(&self, request: &Request<()>) -> Result<(), Denial> {
        let scheme = match self.scheme {
            Scheme::Plain => "http",
            Scheme::Tls => "https",
        };
        let host = header(request, &HOST).unwrap_or_default();
        let own = format!("{scheme}://{host}");
        let is_own =
            header(request, &ORIGIN).is_some_and(|origin| origin.eq_ignore_ascii_case(&own));
        let site = header(request, &FETCH_SITE);
        if is_own && site.is_none_or(|site| site == "same-origin") {
            Ok(())
        } else {
            Err(Denial::Origin)
        }
    }
}

impl fmt::Display for Denial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Elsewhere => {
                "only the machine that the server runs on may restart it; use rejoin restart there"
            }
            Self::Forwarded => {
                "the request came through a proxy; open the page at the server's own address"
            }
            Self::Host => "the page was asked for by a foreign name; open it at a loopback address",
            Self::Origin => "the request does not come from the server's own page; open that",
            Self::System => "this system cannot hand a listening socket to another process",
            Self::Token => "the page belongs to another process; load it again",
        })
    }
}

/// 128 random bits in hexadecimal.
pub(super) fn token() -> String {
    format!("{:032x}", rand::random::<u128>())
}

/// The only value of that header.
fn header<'a>(request: &'a Request<()>, name: &HeaderName) -> Option<&'a str> {
    let mut values = request.headers().get_all(name).iter();
    let value = values.next().filter(|_| values.next().is_none())?;
    value.to_str().ok()
}

const TOKEN: HeaderName = HeaderName::from_static("rejoin-token");

const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// What proxies add: behind one on this machine everybody has a loopback address.
const FORWARDED: [HeaderName; 5] = [
    http::header::FORWARDED,
    http::header::VIA,
    HeaderName::from_static("x-forwarded-for"),
    HeaderName::from_static("x-forwarded-host"),
    HeaderName::from_static("x-real-ip"),
];
