//! How large a head may be, and what can be wrong with one.

use core::fmt;

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
