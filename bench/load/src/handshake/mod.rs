//! The opening handshake as a client makes it (RFC 6455 section 4.1): requests written beforehand,
//! answers verified.

use std::net::SocketAddr;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha1::{Digest as _, Sha1};

use crate::deflate::{Agreement, Takeover};
use crate::payload::Random;

/// What the request is to contain.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wishes {
    pub(crate) server: SocketAddr,
    pub(crate) deflate: Option<Takeover>,
    pub(crate) browser_headers: bool,
    /// `https` or `http`, for the `Origin` of a browser.
    pub(crate) is_tls: bool,
}

/// Some requests, each with a key of its own, and what each must be answered.
pub(crate) struct Handshake {
    requests: Vec<(Vec<u8>, String)>,
    awaited: Awaited,
}

#[derive(Clone, Copy)]
enum Awaited {
    /// The very bytes of the request.
    Same,
    /// A connection upgraded to WebSocket, with or without compression.
    Upgrade(Option<Takeover>),
}

impl Handshake {
    /// Writes the requests.
    pub(crate) fn new(wishes: Wishes) -> Self {
        let requests = (0..KEYS).map(|number| {
            let mut random = Random::new(number);
            let nonce = [random.next().to_le_bytes(), random.next().to_le_bytes()].concat();
            let key = BASE64_STANDARD.encode(nonce);
            (request(wishes, &key).into_bytes(), accept(&key))
        });
        Self {
            requests: requests.collect(),
            awaited: Awaited::Upgrade(wishes.deflate),
        }
    }

    /// A greeting that comes back unchanged: for servers that know TCP only.
    pub(crate) fn greeting() -> Self {
        Self {
            requests: vec![(b"Good day!\r\n".to_vec(), String::new())],
            awaited: Awaited::Same,
        }
    }

    /// The request of the connection with this number.
    pub(crate) fn request(&self, connection: usize) -> &[u8] {
        &self.requests[connection % self.requests.len()].0
    }

    /// Verifies the answer to it; `None` while it is not all there.
    pub(crate) fn verify(&self, connection: usize, answer: &[u8]) -> Result<Option<Welcome>> {
        let offered = match self.awaited {
            Awaited::Upgrade(offered) => offered,
            Awaited::Same => return self.verify_greeting(connection, answer),
        };
        let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else {
            if answer.len() > LONGEST_ANSWER {
                bail!("the answer to a handshake is longer than {LONGEST_ANSWER} bytes");
            }
            return Ok(None);
        };
        if end + 4 != answer.len() {
            bail!("the server sent something before it was asked");
        }
        let head = core::str::from_utf8(&answer[..end]).context("the answer is not text")?;
        let mut lines = head.split("\r\n");
        let status = lines.next().unwrap_or_default();
        if !status.starts_with("HTTP/1.1 101") {
            bail!("the handshake was refused: {status}");
        }
        let mut found = Found::default();
        for line in lines {
            let (name, value) = line.split_once(':').context("a header has no colon")?;
            found.note(name, value.trim());
        }
        if !(found.upgrade && found.connection) {
            bail!("the answer does not upgrade the connection");
        }
        if found.accept != Some(&self.requests[connection % self.requests.len()].1) {
            bail!("Sec-WebSocket-Accept is wrong");
        }
        let agreement = match (offered, found.extensions) {
            (Some(offered), Some(text)) => Some(Agreement::read(text, offered)?),
            (Some(_), None) => bail!("the server did not accept permessage-deflate"),
            (None, Some(text)) => bail!("the server answered what was not offered: {text}"),
            (None, None) => None,
        };
        Ok(Some(Welcome { agreement }))
    }

    fn verify_greeting(&self, connection: usize, answer: &[u8]) -> Result<Option<Welcome>> {
        let greeting = self.request(connection);
        if !greeting.starts_with(answer) {
            bail!("the greeting did not come back");
        }
        let is_whole = answer.len() == greeting.len();
        Ok(is_whole.then_some(Welcome { agreement: None }))
    }
}

/// A handshake that succeeded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Welcome {
    pub(crate) agreement: Option<Agreement>,
}

#[derive(Default)]
struct Found<'a> {
    upgrade: bool,
    connection: bool,
    accept: Option<&'a str>,
    extensions: Option<&'a str>,
}

impl<'a> Found<'a> {
    fn note(&mut self, name: &str, value: &'a str) {
        if name.eq_ignore_ascii_case("upgrade") {
            self.upgrade = value.eq_ignore_ascii_case("websocket");
        } else if name.eq_ignore_ascii_case("connection") {
            self.connection = value
                .split(',')
                .any(|token| token.trim().eq_ignore_ascii_case("upgrade"));
        } else if name.eq_ignore_ascii_case("sec-websocket-accept") {
            self.accept = Some(value);
        } else if name.eq_ignore_ascii_case("sec-websocket-extensions") {
            self.extensions = Some(value);
        }
    }
}

fn request(wishes: Wishes, key: &str) -> String {
    let Wishes {
        server,
        deflate,
        browser_headers,
        is_tls,
    } = wishes;
    let extensions = deflate.map_or_else(String::new, |takeover| {
        format!("Sec-WebSocket-Extensions: {}\r\n", takeover.offer())
    });
    let scheme = if is_tls { "https" } else { "http" };
    let browser = if browser_headers {
        format!("Origin: {scheme}://{server}\r\n{BROWSER}")
    } else {
        String::new()
    };
    format!(
        "GET / HTTP/1.1\r\nHost: {server}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n{extensions}{browser}\r\n"
    )
}

/// RFC 6455 section 4.2.2, item 5.4.
fn accept(key: &str) -> String {
    let digest = Sha1::new_with_prefix(key).chain_update("258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    BASE64_STANDARD.encode(digest.finalize())
}

/// So many different keys are used in turn: no server can know the next answer, and none has to be
/// computed while a server is measured.
const KEYS: usize = 61;

const LONGEST_ANSWER: usize = 16 * 1024;

/// What a browser adds of its own accord, and two cookies.
const BROWSER: &str = "Pragma: no-cache\r\n\
    Cache-Control: no-cache\r\n\
    User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) \
    Chrome/126.0.0.0 Safari/537.36\r\n\
    Accept-Encoding: gzip, deflate, br, zstd\r\n\
    Accept-Language: en-GB,en;q=0.9,pt;q=0.8\r\n\
    Cookie: session=5d41402abc4b2a76b9719d911017c592; theme=dark\r\n\
    Sec-Fetch-Dest: websocket\r\n\
    Sec-Fetch-Mode: websocket\r\n\
    Sec-Fetch-Site: same-origin\r\n";

#[cfg(test)]
mod tests;
