//! The body of a Close frame: nothing, or a code and a reason.

use core::fmt;

use rejoin_close_codes::{CloseCode, MAX_REASON_BYTES, ReceivedCode};

use crate::error::ProtocolError;

/// What a Close frame says, sent or received.
///
/// # Spec
///
/// RFC 6455 section 5.5.1. A body is empty, or a code and a UTF-8 reason of at most 123 bytes. The
/// reason is written for developers and logs; RFC 6455 says that clients must not show it to end
/// users. It is the peer's text: escape it wherever it is displayed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CloseFrame {
    code: Option<CloseCode>,
    reason: Box<str>,
}

impl CloseFrame {
    /// A Close frame with a code and a reason (which may be empty).
    ///
    /// # Errors
    ///
    /// [`InvalidReason`] if the reason is longer than 123 bytes; shorten it on a character boundary.
    pub fn new(code: CloseCode, reason: &str) -> Result<Self, InvalidReason> {
        if reason.len() > MAX_REASON_BYTES {
            return Err(InvalidReason {
                bytes: reason.len(),
            });
        }
        Ok(Self {
            code: Some(code),
            reason: reason.into(),
        })
    }

    /// A Close frame without a body: the peer sees 1005.
    pub fn empty() -> Self {
        Self::default()
    }

    /// A code without a reason.
    pub fn of_code(code: CloseCode) -> Self {
        Self {
            code: Some(code),
            reason: Box::default(),
        }
    }

    /// Reads the body of a Close frame, without its mask.
    ///
    /// # Errors
    ///
    /// The rule that it breaks: a body of one byte, a code that may not stand there, or a reason that
    /// is not UTF-8.
    ///
    /// # Examples
    ///
    /// ```
    /// use rejoin_proto::{CloseFrame, ProtocolError};
    ///
    /// let close = CloseFrame::from_body(b"\x03\xf2permessage-deflate")?;
    /// assert_eq!(close.reason(), "permessage-deflate");
    /// let fault = CloseFrame::from_body(&1006_u16.to_be_bytes());
    /// assert_eq!(fault, Err(ProtocolError::InvalidCloseCode(1006)));
    /// # Ok::<(), ProtocolError>(())
    /// ```
    pub fn from_body(body: &[u8]) -> Result<Self, ProtocolError> {
        parse(body)
    }

    /// The answer to a broken rule: its code, and the rule as the reason.
    pub(crate) fn of_fault(fault: ProtocolError) -> Self {
        let mut reason = fault.to_string();
        while reason.len() > MAX_REASON_BYTES {
            reason.pop();
        }
        Self {
            code: Some(fault.close_code()),
            reason: reason.into(),
        }
    }

    /// The code, `None` if the body is empty.
    pub const fn code(&self) -> Option<CloseCode> {
        self.code
    }

    /// The code as the end of a connection is reported: 1005 stands for an empty body.
    pub fn effective_code(&self) -> ReceivedCode {
        self.code.map_or(ReceivedCode::NO_STATUS_RECEIVED, |code| {
            ReceivedCode::new(code.get())
        })
    }

    /// The reason, empty if there is none.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The body as it stands in the frame.
    pub(crate) fn body(&self) -> Vec<u8> {
        let Some(code) = self.code else {
            return Vec::new();
        };
        let mut body = Vec::with_capacity(self.reason.len().saturating_add(2));
        body.extend_from_slice(&code.get().to_be_bytes());
        body.extend_from_slice(self.reason.as_bytes());
        body
    }
}

/// Reads the unmasked body of a Close frame.
pub(crate) fn parse(body: &[u8]) -> Result<CloseFrame, ProtocolError> {
    let Some((code, reason)) = body.split_first_chunk::<2>() else {
        return if body.is_empty() {
            Ok(CloseFrame::empty())
        } else {
            Err(ProtocolError::CloseBodyTooShort)
        };
    };
    let received = ReceivedCode::new(u16::from_be_bytes(*code));
    let Ok(code) = received.checked() else {
        return Err(ProtocolError::InvalidCloseCode(received.get()));
    };
    let Ok(reason) = simdutf8::basic::from_utf8(reason) else {
        return Err(ProtocolError::CloseReasonNotUtf8);
    };
    Ok(CloseFrame {
        code: Some(code),
        reason: reason.into(),
    })
}

impl fmt::Display for CloseFrame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code {
            None => f.write_str("no code"),
            Some(code) if self.reason.is_empty() => write!(f, "{}", code.get()),
            Some(code) => write!(f, "{} {:?}", code.get(), self.reason),
        }
    }
}

/// A close reason longer than the 123 bytes that fit beside the code in a control frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidReason {
    bytes: usize,
}

impl fmt::Display for InvalidReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { bytes } = self;
        write!(
            f,
            "close reason has {bytes} bytes, at most {MAX_REASON_BYTES} fit; shorten it"
        )
    }
}

impl core::error::Error for InvalidReason {}
