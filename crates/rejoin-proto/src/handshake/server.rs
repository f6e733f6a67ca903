//! The server's half of the opening handshake.

use bytes::BytesMut;
use http::{HeaderValue, Method, StatusCode, Version, header};

use super::asked::Asked;
use super::authority::HostPort;
use super::extensions::Extensions;
use super::fields::{Only, accept_key, is_key, lists_token, token_list};
use super::scan::HeadScanner;
use super::{Agreement, HeadLimits, OriginPolicy, Refusal, encode, negotiate, parse};
use crate::extension::header as extension_header;

/// What a server agrees to.
///
/// # Bounds
///
/// By default: no extensions, no subprotocols, web pages from the same host only, heads of 16 KiB
/// and 100 header lines.
///
/// # Examples
///
/// ```
/// use rejoin_proto::extension::{Params, Passthrough};
/// use rejoin_proto::handshake::{Extensions, OriginPolicy, ServerOptions};
///
/// let options = ServerOptions::default()
///     .with_extensions(Extensions::new().required(Passthrough::new("x-tenant", Params::new())))
///     .with_subprotocols(["chat.v2", "chat.v1"])
///     .with_origin(OriginPolicy::Any);
/// assert_eq!(options.subprotocols, ["chat.v2", "chat.v1"]);
/// ```
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct ServerOptions {
    /// The extensions, optional or required.
    pub extensions: Extensions,
    /// The subprotocols, most preferred first. The first one that the client offers too is chosen;
    /// if there is none, the answer names none and the client decides.
    pub subprotocols: Vec<String>,
    /// Which web pages may connect.
    pub origin: OriginPolicy,
    /// How large a request head may be.
    pub head: HeadLimits,
}

impl ServerOptions {
    /// The same options with these extensions.
    #[must_use]
    pub fn with_extensions(mut self, extensions: Extensions) -> Self {
        self.extensions = extensions;
        self
    }

    /// The same options with these subprotocols, most preferred first.
    #[must_use]
    pub fn with_subprotocols<I>(mut self, subprotocols: I) -> Self
    where
        I: IntoIterator<Item: Into<String>>,
    {
        self.subprotocols = subprotocols.into_iter().map(Into::into).collect();
        self
    }

    /// The same options with this Origin policy.
    #[must_use]
    pub fn with_origin(mut self, origin: OriginPolicy) -> Self {
        self.origin = origin;
        self
    }

    /// The same options with these limits.
    #[must_use]
    pub const fn with_head(mut self, head: HeadLimits) -> Self {
        self.head = head;
        self
    }
}

/// Reads request heads from a stream, piece by piece.
///
/// # Spec
///
/// RFC 9112 sections 2.2, 3, 5.
///
/// # Examples
///
/// ```
/// use bytes::BytesMut;
/// use rejoin_proto::handshake::{HeadLimits, RequestReader};
///
/// let mut reader = RequestReader::new(HeadLimits::default());
/// let mut input = BytesMut::from("GET /chat HTTP/1.1\r\nHost: exam");
/// assert!(reader.receive(&mut input)?.is_none());
/// input.extend_from_slice(b"ple.com\r\n\r\nearly");
/// let request = reader.receive(&mut input)?.expect("the head is complete");
/// assert_eq!(request.uri(), "/chat");
/// assert_eq!(&input[..], b"early");
/// # Ok::<(), rejoin_proto::handshake::Refusal>(())
/// ```
#[derive(Clone, Debug)]
pub struct RequestReader {
    scanner: HeadScanner,
}

impl RequestReader {
    /// A reader at the start of a stream.
    pub const fn new(limits: HeadLimits) -> Self {
        Self {
            scanner: HeadScanner::new(limits),
        }
    }

    /// Looks at what has arrived; returns the request once its head is whole.
    ///
    /// `input` holds everything that arrived and was not taken yet: append to it between calls and
    /// remove nothing. Each byte is looked at once. When the head is whole it is taken out and what
    /// follows it (frames that a client sent early, or a body) stays. The reader is then ready for
    /// another head.
    ///
    /// # Errors
    ///
    /// [`Refusal::Head`] at the first byte that proves the head bad or too large. The input is left
    /// as it is, and the answer stays the same if asked again.
    pub fn receive(&mut self, input: &mut BytesMut) -> Result<Option<http::Request<()>>, Refusal> {
        parse::take_request(&mut self.scanner, input).map_err(Refusal::Head)
    }

    /// The stream ended before the head did.
    ///
    /// With 0 bytes received the peer only opened and closed, as health checks do: not worth a log
    /// line or an answer.
    pub const fn receive_eof(&self) -> Refusal {
        Refusal::EndOfStream {
            received: self.scanner.scanned(),
        }
    }
}

/// An accepted handshake.
#[derive(Debug)]
#[non_exhaustive]
pub struct Acceptance {
    /// The answer: 101 with `Upgrade`, `Connection`, `Sec-WebSocket-Accept` and, where agreed,
    /// `Sec-WebSocket-Protocol` and `Sec-WebSocket-Extensions`. Headers may be added to it.
    pub response: http::Response<()>,
    /// What was agreed.
    pub agreement: Agreement,
}

/// Judges a handshake request and writes the answer.
///
/// The request may come from [`RequestReader`] or from an HTTP server. Nothing is sent: on success
/// write [`Acceptance::response`], otherwise [`Refusal::response`].
///
/// Offers of extensions that cannot be met are declined one by one and are no reason to refuse; a
/// required extension that is missing is one.
///
/// # Spec
///
/// RFC 6455 sections 4.2.1 and 4.2.2.
///
/// # Errors
///
/// The first reason to decline, in the order: method, version of HTTP, host, body, `Upgrade`,
/// `Connection`, version, key, origin, subprotocols, extensions.
///
/// # Examples
///
/// ```
/// use rejoin_proto::handshake::{ServerOptions, accept};
///
/// let request = http::Request::get("/chat")
///     .header("Host", "server.example.com")
///     .header("Upgrade", "websocket")
///     .header("Connection", "Upgrade")
///     .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
///     .header("Sec-WebSocket-Protocol", "chat, superchat")
///     .header("Sec-WebSocket-Version", "13")
///     .body(())?;
/// let options = ServerOptions::default().with_subprotocols(["superchat", "chat"]);
/// let accepted = accept(&request, &options)?;
/// assert_eq!(accepted.response.headers()["sec-websocket-accept"], "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
/// assert_eq!(accepted.agreement.subprotocol.as_deref(), Some("superchat"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn accept<B>(
    request: &http::Request<B>,
    options: &ServerOptions,
) -> Result<Acceptance, Refusal> {
    let (key, agreement) = judge(request, options)?;
    Ok(Acceptance {
        response: switching_protocols(key, &agreement),
        agreement,
    })
}

/// As [`accept`], with the answer appended to `out` as bytes of HTTP/1.1.
///
/// For those who write to the connection themselves and have nothing to add to the answer: it is
/// what [`encode_response`](super::encode_response) makes of [`Acceptance::response`], at less cost.
///
/// # Errors
///
/// As [`accept`]; `out` is then as it was.
///
/// # Examples
///
/// ```
/// use bytes::BytesMut;
/// use rejoin_proto::handshake::{ServerOptions, accept_into};
///
/// let request = http::Request::get("/chat")
///     .header("Host", "server.example.com")
///     .header("Upgrade", "websocket")
///     .header("Connection", "Upgrade")
///     .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
///     .header("Sec-WebSocket-Version", "13")
///     .body(())?;
/// let mut answer = BytesMut::new();
/// let agreement = accept_into(&request, &ServerOptions::default(), &mut answer)?;
/// assert_eq!(
///     answer,
///     "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
///      Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n",
/// );
/// assert_eq!(agreement.subprotocol, None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn accept_into<B>(
    request: &http::Request<B>,
    options: &ServerOptions,
    out: &mut BytesMut,
) -> Result<Agreement, Refusal> {
    let (key, agreement) = judge(request, options)?;
    encode::put_switching_protocols(key.as_bytes(), &agreement, out);
    Ok(agreement)
}

/// Whether a request means to open a WebSocket, rightly or wrongly.
///
/// It asks for the upgrade; or it does not and has a `Sec-WebSocket-Key` or
/// `Sec-WebSocket-Version` all the same, as when a proxy in between took `Upgrade` out. Every other
/// request is one of plain HTTP, which an application may answer as it likes.
///
/// # Examples
///
/// ```
/// use rejoin_proto::handshake::wants_websocket;
///
/// assert!(!wants_websocket(&http::Request::get("/index.html").body(())?));
/// let spoiled = http::Request::get("/").header("Sec-WebSocket-Version", "13").body(())?;
/// assert!(wants_websocket(&spoiled));
/// # Ok::<(), http::Error>(())
/// ```
pub fn wants_websocket<B>(request: &http::Request<B>) -> bool {
    let headers = request.headers();
    lists_token(headers, header::UPGRADE, "websocket")
        || headers.contains_key(header::SEC_WEBSOCKET_KEY)
        || headers.contains_key(header::SEC_WEBSOCKET_VERSION)
}

/// Judges a request; returns its key and what was agreed.
fn judge<'a, B>(
    request: &'a http::Request<B>,
    options: &ServerOptions,
) -> Result<(&'a HeaderValue, Agreement), Refusal> {
    let headers = request.headers();
    check_http(request.method(), request.version())?;
    let asked = Asked::of(headers);
    let host = check_host(request.uri(), asked.host)?;
    // A handshake has no body: what follows the head are frames.
    if asked.body {
        return Err(Refusal::BodyPresent);
    }
    let key = check_upgrade(&asked)?;
    if !options.origin.allows(asked.origin, host) {
        return Err(Refusal::Origin);
    }

    let offered = if asked.subprotocols {
        token_list(headers, header::SEC_WEBSOCKET_PROTOCOL).ok_or(Refusal::Subprotocols)?
    } else {
        Vec::new()
    };
    let chosen = options
        .subprotocols
        .iter()
        .find(|ours| offered.contains(ours))
        .cloned();

    let offers = if asked.extensions {
        let lines = headers.get_all(header::SEC_WEBSOCKET_EXTENSIONS);
        extension_header::parse(lines).map_err(Refusal::Extensions)?
    } else {
        Vec::new()
    };
    let agreement = negotiate::respond(&options.extensions, offers);
    let agreement = agreement.with_subprotocol(offered, chosen);
    if !agreement.missing.is_empty() {
        return Err(Refusal::RequiredExtensions {
            explanation: Box::new(agreement.explanation),
        });
    }
    Ok((key, agreement))
}

/// Method and version of HTTP.
fn check_http(method: &Method, version: Version) -> Result<(), Refusal> {
    if method != Method::GET {
        return Err(Refusal::Method);
    }
    match version {
        Version::HTTP_11 => Ok(()),
        Version::HTTP_10 => Err(Refusal::HttpVersionTooOld),
        _ => Err(Refusal::HttpVersionUnsupported),
    }
}

/// One valid `Host`; an absolute target takes precedence over it (RFC 9112 section 3.2.2).
fn check_host<'a>(uri: &'a http::Uri, host: Only<'a>) -> Result<HostPort<'a>, Refusal> {
    let value = host.map_err(|_| Refusal::Host)?;
    let text = value.to_str().map_err(|_| Refusal::Host)?;
    let host = HostPort::parse(text).ok_or(Refusal::Host)?;
    match uri.authority() {
        None => Ok(host),
        Some(target) => HostPort::parse(target.as_str()).ok_or(Refusal::Host),
    }
}

/// `Upgrade`, `Connection`, version and key; returns the key.
fn check_upgrade<'a>(asked: &Asked<'a>) -> Result<&'a HeaderValue, Refusal> {
    if !asked.upgrade {
        return Err(Refusal::NotAnUpgrade);
    }
    if !asked.connection {
        return Err(Refusal::ConnectionWithoutUpgrade);
    }
    match asked.version {
        Ok(version) if version == "13" => {}
        _ => return Err(Refusal::Version),
    }
    match asked.key {
        Ok(key) if is_key(key.as_bytes()) => Ok(key),
        _ => Err(Refusal::Key),
    }
}

/// The 101.
fn switching_protocols(key: &HeaderValue, agreement: &Agreement) -> http::Response<()> {
    let mut response = http::Response::new(());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = response.headers_mut();
    headers.insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    headers.insert(header::CONNECTION, HeaderValue::from_static("Upgrade"));
    headers.insert(header::SEC_WEBSOCKET_ACCEPT, header_text(&accept_key(key)));
    if let Some(subprotocol) = &agreement.subprotocol {
        headers.insert(header::SEC_WEBSOCKET_PROTOCOL, header_text(subprotocol));
    }
    if !agreement.extensions.is_empty() {
        headers.insert(
            header::SEC_WEBSOCKET_EXTENSIONS,
            header_text(&agreement.extensions),
        );
    }
    response
}

/// A text that is known to fit a header.
fn header_text(text: &str) -> HeaderValue {
    HeaderValue::from_str(text)
        .expect("base64, tokens of the request and checked elements are printable ASCII")
}
