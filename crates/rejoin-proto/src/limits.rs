//! Everything that a peer can push, its bound, and the attack that the bound meets.

use core::time::Duration;

use crate::error::ProtocolError;
use crate::event::Delivery;
use crate::message::Kind;

/// The bounds of one connection.
///
/// The defaults are safe for a server on the open internet. Change one by assigning to it:
///
/// ```
/// let mut limits = rejoin_proto::Limits::default();
/// limits.max_message_bytes = 64 * 1024;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The largest message that is held whole, after decompression. Default 16 MiB.
    ///
    /// Meets: exhaustion of memory, by size or by a decompression bomb. Beyond it: 1009.
    pub max_message_bytes: usize,
    /// The largest message that is received in pieces, after decompression. Default: no limit,
    /// because no more than one piece is held.
    pub max_streamed_bytes: Option<u64>,
    /// The largest frame of a message that is held whole, as announced by its header. Default
    /// 16 MiB. Beyond it: 1009, before any of its bytes are held.
    pub max_frame_bytes: u64,
    /// Frames of one message that carry less than 64 bytes, the last one apart. Default 16 384.
    ///
    /// Meets: floods of tiny fragments. Larger ones are bounded by the size of the message. Beyond
    /// it: 1008.
    pub max_tiny_fragments: u32,
    /// Unsent bytes at which `send` waits no longer. Default 64 KiB.
    pub send_low_bytes: usize,
    /// Unsent bytes from which `send` waits. Default 1 MiB. Meets: peers that read slowly.
    pub send_high_bytes: usize,
    /// How long the transport of an open connection may take none of the unsent bytes. Default
    /// 60 s. Meets: peers that stop reading for good. Beyond it: given up, 1006 here.
    pub send_budget: Duration,
    /// From the first Close frame, in either direction, to the end of the transport, all in all.
    /// Default 10 s. Meets: peers that never answer a Close.
    pub close_budget: Duration,
    /// How long to wait for the peer's end of the transport once both have said Close. Default 2 s.
    pub transport_end_budget: Duration,
    /// The kinds of message that are taken; the other one is refused with 1003. Default: both.
    pub accepted: Accepted,
}

/// Which kinds of message an end takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Accepted {
    /// Text and binary.
    #[default]
    Both,
    /// Only this kind.
    Only(Kind),
}

impl Accepted {
    pub(crate) fn takes(self, kind: Kind) -> bool {
        match self {
            Self::Both => true,
            Self::Only(only) => only == kind,
        }
    }
}

impl Limits {
    /// Whether a message in one plain frame of this size is taken.
    pub(crate) fn take(&self, kind: Kind, delivery: Delivery, size: u64) -> bool {
        self.accepted.takes(kind)
            && self.check_frame(delivery, size).is_ok()
            && self.check_message(delivery, size).is_ok()
    }

    /// Refuses a frame for the size that its header announces.
    pub(crate) fn check_frame(&self, delivery: Delivery, bytes: u64) -> Result<(), ProtocolError> {
        let limit = self.max_frame_bytes;
        if delivery == Delivery::Whole && bytes > limit {
            return Err(ProtocolError::FrameTooLarge { bytes, limit });
        }
        Ok(())
    }

    /// Refuses a message that has or will have this size, after the extensions.
    pub(crate) fn check_message(&self, delivery: Delivery, size: u64) -> Result<(), ProtocolError> {
        let limit = match delivery {
            Delivery::Whole => u64::try_from(self.max_message_bytes).unwrap_or(u64::MAX),
            Delivery::Pieces => self.max_streamed_bytes.unwrap_or(u64::MAX),
        };
        if size > limit {
            return Err(ProtocolError::MessageTooLarge { limit });
        }
        Ok(())
    }
}

/// A frame with less payload than this counts as tiny.
pub(crate) const TINY_FRAGMENT_BYTES: u64 = 64;

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_message_bytes: 16 << 20,
            max_streamed_bytes: None,
            max_frame_bytes: 16 << 20,
            max_tiny_fragments: 16_384,
            send_low_bytes: 64 << 10,
            send_high_bytes: 1 << 20,
            send_budget: Duration::from_secs(60),
            close_budget: Duration::from_secs(10),
            transport_end_budget: Duration::from_secs(2),
            accepted: Accepted::Both,
        }
    }
}
