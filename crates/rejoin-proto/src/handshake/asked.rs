//! What a request asks for: the headers by which it is judged, found in one pass.

use http::{HeaderMap, HeaderValue};

use super::fields::{Count, Only, holds_token};

/// The headers of a handshake, as far as they are the same for every server.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "facts about single headers, in any combination"
)]
pub(super) struct Asked<'a> {
    pub(super) host: Only<'a>,
    pub(super) key: Only<'a>,
    pub(super) origin: Only<'a>,
    pub(super) version: Only<'a>,
    /// Whether `Upgrade` lists `websocket`.
    pub(super) upgrade: bool,
    /// Whether `Connection` lists `upgrade`.
    pub(super) connection: bool,
    /// Whether a body is announced.
    pub(super) body: bool,
    /// Whether there is a line of that header, be it empty.
    pub(super) subprotocols: bool,
    pub(super) extensions: bool,
}

impl<'a> Asked<'a> {
    pub(super) fn of(headers: &'a HeaderMap) -> Self {
        let mut asked = Self {
            host: Err(Count::Missing),
            key: Err(Count::Missing),
            origin: Err(Count::Missing),
            version: Err(Count::Missing),
            upgrade: false,
            connection: false,
            body: false,
            subprotocols: false,
            extensions: false,
        };
        for (name, value) in headers {
            asked.note(name.as_str(), value);
        }
        asked
    }

    /// Names of a `HeaderName` are in small letters.
    fn note(&mut self, name: &str, value: &'a HeaderValue) {
        match name {
            "connection" => self.connection |= holds_token(value, "upgrade"),
            "content-length" => self.body |= value.as_bytes() != b"0",
            "host" => add(&mut self.host, value),
            "origin" => add(&mut self.origin, value),
            "sec-websocket-extensions" => self.extensions = true,
            "sec-websocket-key" => add(&mut self.key, value),
            "sec-websocket-protocol" => self.subprotocols = true,
            "sec-websocket-version" => add(&mut self.version, value),
            "transfer-encoding" => self.body = true,
            "upgrade" => self.upgrade |= holds_token(value, "websocket"),
            _ => {}
        }
    }
}

/// Another line of a header that should stand once.
fn add<'a>(only: &mut Only<'a>, value: &'a HeaderValue) {
    *only = match only {
        Err(Count::Missing) => Ok(value),
        Ok(_) | Err(Count::Repeated) => Err(Count::Repeated),
    };
}
