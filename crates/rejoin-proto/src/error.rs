//! What a peer can do wrong, what a caller can ask at the wrong time, and the code that answers it.

use core::fmt;

use rejoin_close_codes::CloseCode;

use crate::extension::{Fault, Rsv};
use crate::message::Kind;

/// The peer broke a rule on an open connection; the connection is being failed.
///
/// [`close_code`](Self::close_code) is what the peer is told, [`section`](Self::section) is the rule.
/// The peer's payload is never part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProtocolError {
    /// A Close frame's body has one byte; it has none, or two and more.
    CloseBodyTooShort,
    /// The reason of a Close frame is not UTF-8.
    CloseReasonNotUtf8,
    /// A continuation frame came while no message was in progress.
    ContinuationWithoutMessage,
    /// A control frame is not final.
    ControlFrameFragmented,
    /// A control frame announces more than 125 bytes.
    ControlFrameTooLong,
    /// An agreed extension cannot make sense of a message's data.
    ExtensionData(Fault),
    /// A frame announces more bytes than the limit.
    FrameTooLarge {
        /// What the header announces.
        bytes: u64,
        /// [`Limits::max_frame_bytes`](crate::Limits::max_frame_bytes).
        limit: u64,
    },
    /// A Close frame carries a code that may not stand in one.
    InvalidCloseCode(u16),
    /// A text message is not UTF-8.
    InvalidUtf8,
    /// A payload length is not written in its shortest form.
    LengthNotMinimal,
    /// The top bit of a 64-bit length is set.
    LengthTooLarge,
    /// A server's frame is masked.
    MaskForbidden,
    /// A client's frame is not masked.
    MaskMissing,
    /// A new message started before the last frame of the one in progress.
    MessageInterrupted,
    /// A message is larger than the limit, after decompression.
    MessageTooLarge {
        /// [`Limits::max_message_bytes`](crate::Limits::max_message_bytes).
        limit: u64,
    },
    /// Reserved bits are set that no agreed extension uses here.
    ReservedBits(Rsv),
    /// The opcode is none of the six known ones.
    ReservedOpcode(u8),
    /// A message comes in more tiny frames than the limit.
    TooManyFragments {
        /// [`Limits::max_tiny_fragments`](crate::Limits::max_tiny_fragments).
        limit: u32,
    },
    /// This end was set up not to take messages of this kind.
    UnacceptedKind(Kind),
}

impl ProtocolError {
    /// The code of the Close frame that answers this.
    ///
    /// # Spec
    ///
    /// RFC 6455 sections 7.1.7 and 7.4.1.
    pub const fn close_code(self) -> CloseCode {
        match self {
            Self::CloseBodyTooShort => CloseCode::PROTOCOL_ERROR,
            Self::CloseReasonNotUtf8 => CloseCode::INVALID_FRAME_PAYLOAD_DATA,
            Self::ContinuationWithoutMessage => CloseCode::PROTOCOL_ERROR,
            Self::ControlFrameFragmented => CloseCode::PROTOCOL_ERROR,
            Self::ControlFrameTooLong => CloseCode::PROTOCOL_ERROR,
            Self::ExtensionData(_) => CloseCode::INVALID_FRAME_PAYLOAD_DATA,
            Self::FrameTooLarge { .. } => CloseCode::MESSAGE_TOO_BIG,
            Self::InvalidCloseCode(_) => CloseCode::PROTOCOL_ERROR,
            Self::InvalidUtf8 => CloseCode::INVALID_FRAME_PAYLOAD_DATA,
            Self::LengthNotMinimal => CloseCode::PROTOCOL_ERROR,
            Self::LengthTooLarge => CloseCode::PROTOCOL_ERROR,
            Self::MaskForbidden => CloseCode::PROTOCOL_ERROR,
            Self::MaskMissing => CloseCode::PROTOCOL_ERROR,
            Self::MessageInterrupted => CloseCode::PROTOCOL_ERROR,
            Self::MessageTooLarge { .. } => CloseCode::MESSAGE_TOO_BIG,
            Self::ReservedBits(_) => CloseCode::PROTOCOL_ERROR,
            Self::ReservedOpcode(_) => CloseCode::PROTOCOL_ERROR,
            Self::TooManyFragments { .. } => CloseCode::POLICY_VIOLATION,
            Self::UnacceptedKind(_) => CloseCode::UNSUPPORTED_DATA,
        }
    }

    /// The rule that was broken, e.g. `RFC 6455 section 5.5`.
    pub const fn section(self) -> &'static str {
        match self {
            Self::CloseBodyTooShort | Self::CloseReasonNotUtf8 => "RFC 6455 section 5.5.1",
            Self::ContinuationWithoutMessage | Self::MessageInterrupted => "RFC 6455 section 5.4",
            Self::ControlFrameFragmented | Self::ControlFrameTooLong => "RFC 6455 section 5.5",
            Self::ExtensionData(_) => "RFC 7692 section 7.2.2",
            Self::FrameTooLarge { .. }
            | Self::MessageTooLarge { .. }
            | Self::TooManyFragments { .. } => "RFC 6455 section 10.4",
            Self::InvalidCloseCode(_) => "RFC 6455 section 7.4",
            Self::InvalidUtf8 => "RFC 6455 section 8.1",
            Self::LengthNotMinimal
            | Self::LengthTooLarge
            | Self::ReservedBits(_)
            | Self::ReservedOpcode(_) => "RFC 6455 section 5.2",
            Self::MaskForbidden | Self::MaskMissing => "RFC 6455 section 5.1",
            Self::UnacceptedKind(_) => "RFC 6455 section 7.4.1",
        }
    }
}

impl fmt::Display for ProtocolError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::CloseBodyTooShort => f.write_str("close body of one byte"),
            Self::CloseReasonNotUtf8 => f.write_str("close reason is not UTF-8"),
            Self::ContinuationWithoutMessage => {
                f.write_str("continuation frame without a message in progress")
            }
            Self::ControlFrameFragmented => f.write_str("control frame is fragmented"),
            Self::ControlFrameTooLong => f.write_str("control frame longer than 125 bytes"),
            Self::ExtensionData(fault) => write!(f, "cannot decode the message: {fault}"),
            Self::FrameTooLarge { bytes, limit } => {
                write!(f, "frame of {bytes} bytes, {limit} at most")
            }
            Self::InvalidCloseCode(code) => write!(f, "close code {code} may not be sent"),
            Self::InvalidUtf8 => f.write_str("text is not UTF-8"),
            Self::LengthNotMinimal => f.write_str("payload length is not in its shortest form"),
            Self::LengthTooLarge => f.write_str("payload length has its top bit set"),
            Self::MaskForbidden => f.write_str("frame from the server is masked"),
            Self::MaskMissing => f.write_str("frame from the client is not masked"),
            Self::MessageInterrupted => f.write_str("new message inside a fragmented one"),
            Self::MessageTooLarge { limit } => write!(f, "message larger than {limit} bytes"),
            Self::ReservedBits(bits) => write!(f, "reserved bits set without agreement: {bits}"),
            Self::ReservedOpcode(opcode) => write!(f, "reserved opcode {opcode:#x}"),
            Self::TooManyFragments { limit } => {
                write!(f, "message in more than {limit} tiny frames")
            }
            Self::UnacceptedKind(Kind::Text) => f.write_str("text messages are not taken here"),
            Self::UnacceptedKind(Kind::Binary) => f.write_str("binary messages are not taken here"),
        }
    }
}

impl core::error::Error for ProtocolError {}

/// The caller asked for something that this connection cannot do now. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Misuse {
    /// A Close frame was sent or received: no more data may follow.
    Closing,
    /// The code is never sent by this end; the close-code row says who sends it.
    CodeOfOtherEnd(CloseCode),
    /// The payload of a ping or pong has more than 125 bytes.
    ControlTooLong(usize),
    /// A message sent in pieces is in progress; end it first.
    MessageInProgress,
    /// The pieces of one message are of two kinds.
    KindChanged,
    /// The pieces of a text message are not UTF-8 when joined.
    NotUtf8,
}

impl fmt::Display for Misuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closing => f.write_str("the connection is closing, nothing more can be sent"),
            Self::CodeOfOtherEnd(code) => {
                write!(
                    f,
                    "close code {} is not sent by this end of a connection",
                    code.get()
                )
            }
            Self::ControlTooLong(bytes) => {
                write!(f, "control payload has {bytes} bytes, at most 125 fit")
            }
            Self::MessageInProgress => {
                f.write_str("a message sent in pieces is in progress, end it first")
            }
            Self::KindChanged => f.write_str("the pieces of one message are of two kinds"),
            Self::NotUtf8 => f.write_str("the pieces of the text message are not UTF-8"),
        }
    }
}

impl core::error::Error for Misuse {}
