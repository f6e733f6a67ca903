//! The short way: messages that are there whole, in one plain frame.

use bytes::BytesMut;

use super::{Connection, Left};
use crate::event::Delivery;
use crate::in_place;
use crate::inbound::Inbound;
use crate::message::Message;

impl Connection {
    /// The message at the front of `input`, if it is whole, in one frame of less than 64 KiB that
    /// no extension has transformed, and breaks no rule or bound; otherwise nothing is done.
    ///
    /// For a driver that takes several messages out of one read before the application sees the
    /// first: whatever else there is (a control frame, a fault, a Close) has to wait until the
    /// application has answered what came before it, and is left to [`receive`](Self::receive).
    /// To be called only after `receive` has returned an event of the same read.
    pub fn receive_ready(&mut self, input: &mut BytesMut) -> Option<Message> {
        self.take_ready(input, Delivery::Whole)
    }

    /// The same, for a message that is to be handed out whole or as its only piece.
    #[inline]
    pub(super) fn take_ready(
        &mut self,
        input: &mut BytesMut,
        delivery: Delivery,
    ) -> Option<Message> {
        let between_messages = matches!(self.inbound, Inbound::Idle);
        if !between_messages || !self.state.reads_frames() || !self.chain.passes_unmarked() {
            return None;
        }
        let message = in_place::take(input, self.role(), &self.config.limits, delivery)?;
        self.left = Left::of(input.len());
        Some(message)
    }
}
