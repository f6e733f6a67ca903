//! The six known opcodes; every other number is an error.

use crate::message::Kind;

/// What a frame is (RFC 6455 section 5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "RFC 6455 knows six, the rest is refused"
)]
#[repr(u8)]
pub enum Opcode {
    /// 0x0, a further frame of the message in progress.
    Continuation = 0x0,
    /// 0x1, the first frame of a text message.
    Text = 0x1,
    /// 0x2, the first frame of a binary message.
    Binary = 0x2,
    /// 0x8, the closing handshake.
    Close = 0x8,
    /// 0x9, asks for a pong with the same payload.
    Ping = 0x9,
    /// 0xA, the answer to a ping, or an unasked sign of life.
    Pong = 0xA,
}

impl Opcode {
    /// The opcode in the low four bits of a frame's first byte, `None` if it is a reserved one.
    pub const fn of_first_byte(byte: u8) -> Option<Self> {
        match byte & 0x0f {
            0x0 => Some(Self::Continuation),
            0x1 => Some(Self::Text),
            0x2 => Some(Self::Binary),
            0x8 => Some(Self::Close),
            0x9 => Some(Self::Ping),
            0xA => Some(Self::Pong),
            _ => None,
        }
    }

    /// How a message of this kind starts.
    pub(crate) const fn of_kind(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Text,
            Kind::Binary => Self::Binary,
        }
    }

    /// The number of the wire.
    pub const fn bits(self) -> u8 {
        match self {
            Self::Continuation => 0x0,
            Self::Text => 0x1,
            Self::Binary => 0x2,
            Self::Close => 0x8,
            Self::Ping => 0x9,
            Self::Pong => 0xA,
        }
    }

    /// Whether this is a control frame: never fragmented, 125 bytes at most.
    pub const fn is_control(self) -> bool {
        self.bits() & 0x8 != 0
    }
}
