//! The head of an HTTP/1.1 message: found byte by byte, refused at the first bad byte, parsed once.

use core::fmt;

use bytes::BytesMut;
use http::{HeaderMap, HeaderName, HeaderValue};

/// How large a handshake head may be.
///
/// # Bounds
///
/// `max_bytes`: 16 KiB by default, the empty line that ends the head included. `max_headers`: 100
/// header lines by default. The limits meet header floods; both are enforced while the head
/// arrives, so that no more than `max_bytes` need be buffered.
///
/// # Examples
///
/// ```
/// use rejoin_proto::handshake::HeadLimits;
///
/// let limits = HeadLimits::default().with_max_bytes(4096);
/// assert_eq!((limits.max_bytes, limits.max_headers), (4096, 100));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct HeadLimits {
    /// The most bytes that a head may have.
    pub max_bytes: usize,
    /// The most header lines that a head may have.
    pub max_headers: usize,
}

impl Default for HeadLimits {
    fn default() -> Self {
        Self {
            max_bytes: 16 * 1024,
            max_headers: 100,
        }
    }
}

impl HeadLimits {
    /// The same limits with another number of bytes.
    #[must_use]
    pub const fn with_max_bytes(mut self, max_bytes: usize) -> Self {
        self.max_bytes = max_bytes;
        self
    }

    /// The same limits with another number of header lines.
    #[must_use]
    pub const fn with_max_headers(mut self, max_headers: usize) -> Self {
        self.max_headers = max_headers;
        self
    }
}

/// What is wrong with a head.
///
/// # Spec
///
/// RFC 9112 sections 2.2, 3, 4, 5. Where it lets a recipient choose between repair and refusal
/// (bare line feeds, folded lines), the head is refused: a proxy that repairs otherwise than its
/// server does is how requests are smuggled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum HeadFault {
    /// A carriage return that no line feed follows.
    BareCarriageReturn,
    /// A line feed that no carriage return precedes.
    BareLineFeed,
    /// A control character, which text has none of. TLS records are noticed by this.
    ControlCharacter(u8),
    /// A line that begins with white space: a folded header line, or one without a name.
    FoldedLine,
    /// A header line whose name or value has characters that it may not have.
    HeaderLine,
    /// The first line is not a request line, or not a status line.
    StartLine,
    /// The request's target is not an absolute path or an absolute URI, or has a fragment.
    Target,
    /// The head has more bytes than the limit.
    TooManyBytes {
        /// The limit, in bytes.
        limit: usize,
    },
    /// The head has more header lines than the limit.
    TooManyHeaders {
        /// The limit, in lines.
        limit: usize,
    },
    /// The first line names a version of HTTP other than 1.0 and 1.1.
    Version,
}

impl HeadFault {
    /// Whether a limit was passed, rather than a rule of the grammar broken.
    pub const fn is_too_large(self) -> bool {
        matches!(
            self,
            Self::TooManyBytes { .. } | Self::TooManyHeaders { .. }
        )
    }
}

impl fmt::Display for HeadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BareCarriageReturn => f.write_str("a carriage return without a line feed"),
            Self::BareLineFeed => f.write_str("a line feed without a carriage return"),
            Self::ControlCharacter(byte) => {
                write!(
                    f,
                    "control character 0x{byte:02x}; is the other side speaking TLS?"
                )
            }
            Self::FoldedLine => f.write_str("a header line begins with white space"),
            Self::HeaderLine => f.write_str("a header line is malformed"),
            Self::StartLine => f.write_str("the first line is not one of HTTP"),
            Self::Target => f.write_str("the request target is not an absolute path or URI"),
            Self::TooManyBytes { limit } => write!(f, "longer than {limit} bytes"),
            Self::TooManyHeaders { limit } => write!(f, "more than {limit} header lines"),
            Self::Version => f.write_str("not HTTP/1.1"),
        }
    }
}

impl core::error::Error for HeadFault {}

/// Finds the end of a head that arrives in pieces, looking at every byte once.
#[derive(Clone, Debug)]
pub(super) struct HeadScanner {
    limits: HeadLimits,
    /// Bytes that count towards the limit already: heads before this one.
    spent: usize,
    scanned: usize,
    lines: usize,
    state: Scan,
}

/// What the scanner expects next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scan {
    /// The first byte of a line.
    LineStart,
    /// More of a line, or its carriage return.
    InLine,
    /// The line feed that ends a line.
    LineFeed,
    /// The line feed of an empty line.
    EmptyLineFeed,
}

impl HeadScanner {
    pub(super) const fn new(limits: HeadLimits) -> Self {
        Self::after(limits, 0)
    }

    /// A scanner for a head that shares its limit with heads before it.
    pub(super) const fn after(limits: HeadLimits, spent: usize) -> Self {
        Self {
            limits,
            spent,
            scanned: 0,
            lines: 0,
            state: Scan::LineStart,
        }
    }

    /// Goes on where it left off; `bytes` is everything from the start of the head.
    ///
    /// Returns the length of the head once its end is there. A fault is found again if asked
    /// again, because the scanner does not step over it.
    pub(super) fn scan(&mut self, bytes: &[u8]) -> Result<Option<usize>, HeadFault> {
        for byte in bytes.iter().skip(self.scanned) {
            if self.scanned.saturating_add(self.spent) >= self.limits.max_bytes {
                return Err(HeadFault::TooManyBytes {
                    limit: self.limits.max_bytes,
                });
            }
            let next = self.step(*byte)?;
            // The first line is no header line.
            if self.state == Scan::LineStart && next == Scan::InLine {
                if self.lines > self.limits.max_headers {
                    return Err(HeadFault::TooManyHeaders {
                        limit: self.limits.max_headers,
                    });
                }
                self.lines = self.lines.saturating_add(1);
            }
            self.scanned = self.scanned.saturating_add(1);
            let ended = self.state == Scan::EmptyLineFeed;
            self.state = next;
            // RFC 9112 section 2.2: empty lines before the first line are ignored.
            if ended && self.lines > 0 {
                let length = self.scanned;
                *self = Self::new(self.limits);
                return Ok(Some(length));
            }
        }
        Ok(None)
    }

    /// How many bytes of an unfinished head there have been.
    pub(super) const fn scanned(&self) -> usize {
        self.scanned
    }

    /// The transition for one byte.
    fn step(&self, byte: u8) -> Result<Scan, HeadFault> {
        match (self.state, byte) {
            (Scan::LineFeed | Scan::EmptyLineFeed, b'\n') => Ok(Scan::LineStart),
            (Scan::LineFeed | Scan::EmptyLineFeed, _) => Err(HeadFault::BareCarriageReturn),
            (Scan::LineStart, b'\r') => Ok(Scan::EmptyLineFeed),
            (Scan::InLine, b'\r') => Ok(Scan::LineFeed),
            (Scan::LineStart | Scan::InLine, b'\n') => Err(HeadFault::BareLineFeed),
            (Scan::LineStart, b' ' | b'\t') => Err(HeadFault::FoldedLine),
            (Scan::InLine, b'\t') => Ok(Scan::InLine),
            (Scan::LineStart | Scan::InLine, 0..=0x1f | 0x7f) => {
                Err(HeadFault::ControlCharacter(byte))
            }
            (Scan::LineStart | Scan::InLine, _) => Ok(Scan::InLine),
        }
    }
}

/// Reads one head of requests from `input`, taking it out; what follows it stays.
pub(super) fn take_request(
    scanner: &mut HeadScanner,
    input: &mut BytesMut,
) -> Result<Option<http::Request<()>>, HeadFault> {
    let before = scanner.clone();
    let Some(length) = scanner.scan(input)? else {
        return Ok(None);
    };
    match parse_request(input.get(..length).unwrap_or_default()) {
        Ok(request) => {
            drop(input.split_to(length));
            Ok(Some(request))
        }
        Err(fault) => {
            *scanner = before;
            Err(fault)
        }
    }
}

/// Reads one head of responses from `input`, taking it out; what follows it stays.
pub(super) fn take_response(
    scanner: &mut HeadScanner,
    input: &mut BytesMut,
) -> Result<Option<http::Response<()>>, HeadFault> {
    check_response_start(input)?;
    let before = scanner.clone();
    let Some(length) = scanner.scan(input)? else {
        return Ok(None);
    };
    match parse_response(input.get(..length).unwrap_or_default()) {
        Ok(response) => {
            drop(input.split_to(length));
            Ok(Some(response))
        }
        Err(fault) => {
            *scanner = before;
            Err(fault)
        }
    }
}

/// Refuses what is no HTTP/1 response at the first byte that shows it, so that nobody waits for the
/// end of a head that will never come (from a mail server, say).
fn check_response_start(input: &[u8]) -> Result<(), HeadFault> {
    let mut pairs = input.iter().zip(b"HTTP/1.");
    match pairs.find(|(byte, expected)| byte != expected) {
        None => Ok(()),
        Some((byte, _)) if byte.is_ascii_control() && !matches!(byte, b'\r' | b'\n') => {
            Err(HeadFault::ControlCharacter(*byte))
        }
        Some(_) if input.starts_with(b"HTTP/") => Err(HeadFault::Version),
        Some(_) => Err(HeadFault::StartLine),
    }
}

/// Parses a complete request head.
fn parse_request(head: &[u8]) -> Result<http::Request<()>, HeadFault> {
    let mut headers = header_slots(head);
    let mut parsed = httparse::Request::new(&mut headers);
    parsed.parse(head).map_err(fault_of)?;
    let target = parsed.path.ok_or(HeadFault::StartLine)?;
    let uri: http::Uri = target.parse().map_err(|_| HeadFault::Target)?;
    // `Uri` drops a fragment without a word, and reads a bare `host:port` (which CONNECT has).
    if target.contains('#') || uri.path_and_query().is_none() || target == "*" {
        return Err(HeadFault::Target);
    }
    let mut request = http::Request::new(());
    *request.method_mut() = parsed
        .method
        .unwrap_or_default()
        .parse()
        .map_err(|_| HeadFault::StartLine)?;
    *request.uri_mut() = uri;
    *request.version_mut() = version_of(parsed.version)?;
    *request.headers_mut() = header_map(parsed.headers)?;
    Ok(request)
}

/// Parses a complete response head.
fn parse_response(head: &[u8]) -> Result<http::Response<()>, HeadFault> {
    let mut headers = header_slots(head);
    let mut parsed = httparse::Response::new(&mut headers);
    parsed.parse(head).map_err(fault_of)?;
    let mut response = http::Response::new(());
    let code = parsed.code.ok_or(HeadFault::StartLine)?;
    *response.status_mut() = http::StatusCode::from_u16(code).map_err(|_| HeadFault::StartLine)?;
    *response.version_mut() = version_of(parsed.version)?;
    *response.headers_mut() = header_map(parsed.headers)?;
    Ok(response)
}

/// Room for as many header lines as the head has.
fn header_slots(head: &[u8]) -> Vec<httparse::Header<'_>> {
    let lines = head.split(|byte| *byte == b'\n').count();
    vec![httparse::EMPTY_HEADER; lines]
}

/// The parser's version, where it is one that a head may have.
fn version_of(minor: Option<u8>) -> Result<http::Version, HeadFault> {
    match minor {
        Some(0) => Ok(http::Version::HTTP_10),
        Some(1) => Ok(http::Version::HTTP_11),
        _ => Err(HeadFault::Version),
    }
}

/// Copies the header lines, so that they do not keep the read buffer alive.
fn header_map(headers: &[httparse::Header<'_>]) -> Result<HeaderMap, HeadFault> {
    let mut map = HeaderMap::new();
    for header in headers {
        let name =
            HeaderName::from_bytes(header.name.as_bytes()).map_err(|_| HeadFault::HeaderLine)?;
        let value = HeaderValue::from_bytes(header.value).map_err(|_| HeadFault::HeaderLine)?;
        map.try_append(name, value)
            .map_err(|_| HeadFault::HeaderLine)?;
    }
    Ok(map)
}

/// What the parser's errors mean here.
fn fault_of(error: httparse::Error) -> HeadFault {
    match error {
        httparse::Error::HeaderName | httparse::Error::HeaderValue => HeadFault::HeaderLine,
        httparse::Error::Version => HeadFault::Version,
        httparse::Error::NewLine
        | httparse::Error::Status
        | httparse::Error::Token
        | httparse::Error::TooManyHeaders => HeadFault::StartLine,
    }
}
