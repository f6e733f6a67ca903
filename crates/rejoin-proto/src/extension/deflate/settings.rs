//! The checked numbers that permessage-deflate is configured with.

use core::fmt;

/// A sliding window as a power of two: 8 (256 bytes) to 15 (32 KiB).
///
/// # Spec
///
/// RFC 7692 section 7.1.2: `server_max_window_bits`, `client_max_window_bits`.
///
/// # Examples
///
/// ```
/// use rejoin_proto::extension::deflate::WindowBits;
///
/// let window = WindowBits::new(12).unwrap();
/// assert_eq!(window.bytes(), 4096);
/// assert_eq!(WindowBits::new(7), None);
/// assert_eq!(WindowBits::new(16), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WindowBits(u8);

impl WindowBits {
    /// 8: 256 bytes, the smallest window.
    pub const MIN: Self = Self(8);
    /// 15: 32 KiB, the largest window, and what holds where nothing was agreed.
    pub const MAX: Self = Self(15);
    /// 12: 4 KiB, what a server uses and asks for by default.
    pub const SERVER_DEFAULT: Self = Self(12);

    /// A window of `1 << bits` bytes, or `None` unless `bits` is 8 to 15.
    pub const fn new(bits: u8) -> Option<Self> {
        match bits {
            8..=15 => Some(Self(bits)),
            _ => None,
        }
    }

    /// The exponent, 8 to 15.
    pub const fn get(self) -> u8 {
        self.0
    }

    /// The size of the window in bytes, 256 to 32,768.
    pub const fn bytes(self) -> usize {
        1 << self.0
    }

    /// Reads a parameter's value: decimal, without sign or leading zeros (RFC 7692 section 7.1.2).
    pub(super) fn parse(value: &str) -> Option<Self> {
        match value.as_bytes() {
            [b'8' | b'9'] | [b'1', b'0'..=b'5'] => value.parse().ok().and_then(Self::new),
            _ => None,
        }
    }
}

impl fmt::Debug for WindowBits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WindowBits({})", self.0)
    }
}

impl fmt::Display for WindowBits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// How hard the compressor tries: 0 (stores only) to 9 (the most effort, slowest).
///
/// # Examples
///
/// ```
/// use rejoin_proto::extension::deflate::Level;
///
/// assert_eq!(Level::new(6), Some(Level::default()));
/// assert_eq!(Level::new(10), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// 1: the least effort that still compresses. Its output can be up to an eighth larger than
    /// data that cannot be compressed; that of higher levels cannot.
    pub const FASTEST: Self = Self(1);
    /// 6, the balance that most of the world uses.
    pub const DEFAULT: Self = Self(6);
    /// 9: the most effort, and within a large window the smallest output.
    pub const SMALLEST: Self = Self(9);

    /// A level, or `None` unless it is 0 to 9.
    pub const fn new(level: u8) -> Option<Self> {
        match level {
            0..=9 => Some(Self(level)),
            _ => None,
        }
    }

    /// The number, 0 to 9.
    pub const fn get(self) -> u8 {
        self.0
    }
}

impl Default for Level {
    /// [`Level::DEFAULT`].
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// Whether one direction's context survives its messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takeover {
    /// A message may refer to the messages before it.
    Kept,
    /// Every message stands alone.
    Reset,
}

impl Takeover {
    /// Reset if any of the reasons for it holds.
    pub(super) const fn unless(reset: bool) -> Self {
        if reset { Self::Reset } else { Self::Kept }
    }
}
