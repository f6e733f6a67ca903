//! The short way: messages that are there whole, in one plain frame.

use bytes::{Buf, BytesMut};

use super::Connection;
use crate::extension::Rsv;
use crate::frame::{self, Opcode, Place};
use crate::message::{Kind, Message, Utf8Bytes};

impl Connection {
    /// The message at the front of `input`, if it is whole, in one frame that no extension has
    /// transformed, and within every bound; otherwise nothing is done.
    ///
    /// For a driver that takes several messages out of one read before the application sees the
    /// first: whatever else there is (a control frame, a fault, a Close) has to wait until the
    /// application has answered what came before it, and is left to [`receive`](Self::receive).
    /// To be called only after `receive` has returned an event of the same read.
    pub fn receive_ready(&mut self, input: &mut BytesMut) -> Option<Message> {
        if !self.state.reads_frames() || self.inbound.in_message() {
            return None;
        }
        let place = Place {
            role: self.role(),
            in_message: false,
            agreed: Rsv::NONE,
        };
        let header = frame::parse(input, place).ok()??;
        let kind = match header.opcode {
            Opcode::Text if header.fin => Kind::Text,
            Opcode::Binary if header.fin => Kind::Binary,
            _ => return None,
        };
        let limits = &self.config.limits;
        let size = usize::try_from(header.payload_len).ok()?;
        let end = header.size.checked_add(size)?;
        let within = size <= limits.max_message_bytes
            && header.payload_len <= limits.max_frame_bytes
            && limits.accepted.takes(kind);
        if !within || !self.chain.passes_unmarked() {
            return None;
        }
        let payload = input.get_mut(header.size..end)?;
        if let Some(key) = header.mask {
            rejoin_mask::apply(key, payload);
        }
        if kind == Kind::Text && simdutf8::basic::from_utf8(payload).is_err() {
            // To be found again, as a fault, in its turn.
            if let Some(key) = header.mask {
                rejoin_mask::apply(key, payload);
            }
            return None;
        }
        input.advance(header.size);
        let payload = input.split_to(size).freeze();
        self.left_bytes = input.len();
        Some(match kind {
            Kind::Text => Message::Text(Utf8Bytes::validated(payload)),
            Kind::Binary => Message::Binary(payload),
        })
    }
}
