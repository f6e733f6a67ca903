//! [`ReceivedCode`]: whatever a peer sent, or what the end of a connection amounts to.

use core::fmt;

use crate::{CloseCode, CodeInfo, InvalidCloseCode, lookup};

/// The code that an application sees when a connection has ended.
///
/// Either the number of the peer's Close frame, kept as it came even if it is one that may not be
/// sent, or one of the three that an endpoint concludes by itself:
/// [`NO_STATUS_RECEIVED`](Self::NO_STATUS_RECEIVED) (a Close frame without a code),
/// [`ABNORMAL_CLOSURE`](Self::ABNORMAL_CLOSURE) (no Close frame) and
/// [`TLS_HANDSHAKE`](Self::TLS_HANDSHAKE).
///
/// # Spec
///
/// RFC 6455 sections 7.1.5 and 7.4.1.
///
/// # Bounds
///
/// Any number from 0 to 65535.
///
/// # Examples
///
/// ```
/// use rejoin_close_codes::{CloseCode, ReceivedCode};
///
/// let received = ReceivedCode::new(1012);
/// assert_eq!(received, CloseCode::SERVICE_RESTART);
/// assert_eq!(received.checked(), Ok(CloseCode::SERVICE_RESTART));
///
/// assert_eq!(ReceivedCode::ABNORMAL_CLOSURE.to_string(), "1006 (Abnormal Closure)");
/// assert!(ReceivedCode::ABNORMAL_CLOSURE.checked().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReceivedCode(pub(crate) u16);

impl ReceivedCode {
    /// Keeps `code` as it is.
    pub const fn new(code: u16) -> Self {
        Self(code)
    }

    /// The number.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// Checks that this code may stand in a Close frame that is received.
    ///
    /// The sender's role is not checked: a peer that sends a code that is meant for the other role
    /// may be answering with the code that it was sent.
    ///
    /// # Spec
    ///
    /// RFC 6455 sections 5.5.1, 7.4.1 and 7.4.2.
    ///
    /// # Errors
    ///
    /// [`InvalidCloseCode`]: the peer broke the protocol, and is to be failed with 1002.
    pub const fn checked(self) -> Result<CloseCode, InvalidCloseCode> {
        CloseCode::new(self.0)
    }

    /// What is known of this code.
    pub const fn info(self) -> &'static CodeInfo {
        lookup(self.0)
    }
}

impl fmt::Debug for ReceivedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReceivedCode({} {})", self.0, self.info().name)
    }
}

/// The number and the title of its row, as in `1006 (Abnormal Closure)`.
impl fmt::Display for ReceivedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.0, self.info().title)
    }
}

impl From<u16> for ReceivedCode {
    fn from(code: u16) -> Self {
        Self(code)
    }
}

impl From<ReceivedCode> for u16 {
    fn from(code: ReceivedCode) -> Self {
        code.0
    }
}

impl From<CloseCode> for ReceivedCode {
    fn from(code: CloseCode) -> Self {
        Self(code.get())
    }
}

impl TryFrom<ReceivedCode> for CloseCode {
    type Error = InvalidCloseCode;

    fn try_from(code: ReceivedCode) -> Result<Self, InvalidCloseCode> {
        code.checked()
    }
}

impl PartialEq<CloseCode> for ReceivedCode {
    fn eq(&self, other: &CloseCode) -> bool {
        self.0 == other.get()
    }
}

impl PartialEq<ReceivedCode> for CloseCode {
    fn eq(&self, other: &ReceivedCode) -> bool {
        other == self
    }
}
