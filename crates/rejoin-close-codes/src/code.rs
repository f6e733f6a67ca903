//! [`CloseCode`]: a code that may stand in a Close frame.

use core::fmt;
use core::num::NonZeroU16;

use crate::{CodeInfo, Endpoint, WireRule, lookup};

/// A close code that may stand in a Close frame.
///
/// It cannot hold anything else: not the codes for local use (1005, 1006, 1015), not 1004, and
/// nothing that is unassigned or outside the ranges. What a peer sent, right or wrong, is a
/// [`ReceivedCode`](crate::ReceivedCode).
///
/// # Spec
///
/// RFC 6455 section 7.4; the IANA WebSocket Close Code Number Registry.
///
/// # Bounds
///
/// 1000-1003, 1007-1014 and 3000-4999. Two bytes, also inside an `Option`.
///
/// # Examples
///
/// ```
/// use rejoin_close_codes::CloseCode;
///
/// assert_eq!(CloseCode::new(4001).map(CloseCode::get), Ok(4001));
/// assert_eq!(CloseCode::GOING_AWAY.to_string(), "1001 (Going Away)");
/// assert_eq!(format!("{:?}", CloseCode::GOING_AWAY), "CloseCode(1001 GOING_AWAY)");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CloseCode(NonZeroU16);

impl CloseCode {
    /// Checks that `code` may stand in a Close frame.
    ///
    /// # Spec
    ///
    /// RFC 6455 sections 7.4.1 and 7.4.2.
    ///
    /// # Errors
    ///
    /// [`InvalidCloseCode`], which names the rule that keeps the code out.
    pub const fn new(code: u16) -> Result<Self, InvalidCloseCode> {
        let rule = lookup(code).wire;
        match (NonZeroU16::new(code), rule.allows_in_close_frame()) {
            (Some(code), true) => Ok(Self(code)),
            (Some(_), false) | (None, _) => Err(InvalidCloseCode { code, rule }),
        }
    }

    /// The number, as it stands in the frame in network byte order.
    pub const fn get(self) -> u16 {
        self.0.get()
    }

    /// Whether an endpoint in the role of `sender` may begin a closing handshake with this code.
    ///
    /// 1010 is for clients; 1012, 1013 and 1014 are for servers; every other code is for both.
    /// Answering a Close frame with the code that it carried is another matter, and always right.
    ///
    /// # Spec
    ///
    /// RFC 6455 sections 5.5.1 and 7.4.1; the registrations of 1012 to 1014.
    pub const fn may_be_sent_by(self, sender: Endpoint) -> bool {
        self.info().sender.includes(sender)
    }

    /// What is known of this code.
    pub const fn info(self) -> &'static CodeInfo {
        lookup(self.get())
    }

    /// A constant of this type; the table of codes is its only caller.
    ///
    /// # Panics
    ///
    /// While compiling, if the code may not stand in a Close frame.
    #[expect(clippy::panic, reason = "evaluated only while compiling")]
    pub(crate) const fn constant(code: u16) -> Self {
        match Self::new(code) {
            Ok(code) => code,
            Err(_) => panic!("a constant of CloseCode may stand in a Close frame"),
        }
    }
}

impl fmt::Debug for CloseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CloseCode({} {})", self.get(), self.info().name)
    }
}

/// The number and the title of its row, as in `1012 (Service Restart)`.
impl fmt::Display for CloseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.get(), self.info().title)
    }
}

impl TryFrom<u16> for CloseCode {
    type Error = InvalidCloseCode;

    fn try_from(code: u16) -> Result<Self, InvalidCloseCode> {
        Self::new(code)
    }
}

impl From<CloseCode> for u16 {
    fn from(code: CloseCode) -> Self {
        code.get()
    }
}

/// A number that may not stand in a Close frame, and the rule that says so.
///
/// # Examples
///
/// ```
/// use rejoin_close_codes::{CloseCode, WireRule};
///
/// let error = CloseCode::new(1005).unwrap_err();
/// assert_eq!(error.code(), 1005);
/// assert_eq!(error.rule(), WireRule::LocalOnly);
/// assert_eq!(
///     error.to_string(),
///     "close code 1005 is for local use and never stands in a close frame",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct InvalidCloseCode {
    code: u16,
    rule: WireRule,
}

impl InvalidCloseCode {
    /// The number that was refused.
    pub const fn code(self) -> u16 {
        self.code
    }

    /// Why it was refused; never [`WireRule::Allowed`].
    pub const fn rule(self) -> WireRule {
        self.rule
    }
}

impl fmt::Display for InvalidCloseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "close code {} {}", self.code, self.rule)
    }
}

impl core::error::Error for InvalidCloseCode {}
