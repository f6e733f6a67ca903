//! The short way: messages that are there whole, in one plain frame.

use core::{fmt, mem};

use bytes::{Buf, Bytes, BytesMut};

use super::{Connection, Left};
use crate::event::Delivery;
use crate::in_place::{self, Found};
use crate::inbound::Inbound;
use crate::message::Message;

/// Messages that one read brought whole, to be handed out one behind the other.
///
/// Filled by [`Connection::receive_ready`]. They share the memory of the read, as messages do that
/// are received one by one; what is kept of a list that has been emptied is its own memory, so that
/// it can be filled again without an allocation.
#[derive(Default)]
pub struct Ready {
    /// The frames, with their payloads unmasked and validated.
    frames: Bytes,
    /// The payloads among them.
    payloads: Vec<Found>,
    /// Which of them is the next.
    next: usize,
}

impl Ready {
    /// Whether there is none.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.payloads.is_empty()
    }

    /// How many there are.
    #[inline]
    pub const fn len(&self) -> usize {
        self.payloads.len().saturating_sub(self.next)
    }

    /// The bytes of the messages that are left, without their headers.
    pub fn held_bytes(&self) -> usize {
        let left = self.payloads.get(self.next..).unwrap_or_default();
        left.iter()
            .map(|payload| payload.end.saturating_sub(payload.start))
            .sum()
    }

    /// Forgets the messages, and keeps the memory of the list.
    pub fn clear(&mut self) {
        self.frames = Bytes::new();
        self.payloads.clear();
        self.next = 0;
    }
}

impl Iterator for Ready {
    type Item = Message;

    #[inline]
    fn next(&mut self) -> Option<Message> {
        let Found { kind, start, end } = *self.payloads.get(self.next)?;
        self.next = self.next.saturating_add(1);
        let payload = if self.next < self.payloads.len() {
            self.frames.slice(start..end)
        } else {
            // The last one takes the place of the list in the count of those who share the memory.
            let mut last = mem::take(&mut self.frames);
            self.clear();
            last.truncate(end);
            last.advance(start);
            last
        };
        Some(in_place::message(kind, payload))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.len(), Some(self.len()))
    }
}

/// Shows how many there are, never what they say.
impl fmt::Debug for Ready {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ready({} messages)", self.len())
    }
}

impl Connection {
    /// Takes the messages at the front of `input`, as far as each is whole, in one frame of less
    /// than 64 KiB that no extension has transformed, and breaks no rule or bound; `most` at the
    /// most. Nothing is done while `ready` holds messages.
    ///
    /// For a driver that takes several messages out of one read before the application sees the
    /// first: whatever else there is (a control frame, a fault, a Close) has to wait until the
    /// application has answered what came before it, and is left to [`receive`](Self::receive).
    /// To be called only after `receive` has returned an event of the same read.
    pub fn receive_ready(&mut self, input: &mut BytesMut, most: usize, ready: &mut Ready) {
        if !ready.is_empty() || !self.takes_ready() {
            return;
        }
        let (role, limits) = (self.role(), &self.config.limits);
        let mut taken = 0_usize;
        let mut rest: &mut [u8] = input;
        while ready.payloads.len() < most {
            let Some(found) = in_place::find(rest, role, limits, Delivery::Whole) else {
                break;
            };
            ready.payloads.push(Found {
                kind: found.kind,
                start: taken.saturating_add(found.start),
                end: taken.saturating_add(found.end),
            });
            taken = taken.saturating_add(found.end);
            (_, rest) = rest.split_at_mut(found.end);
        }
        if !ready.is_empty() {
            ready.frames = input.split_to(taken).freeze();
            self.left = Left::of(input.len());
        }
    }

    /// One of them, to be handed out whole or as its only piece.
    #[inline]
    pub(super) fn take_ready(
        &mut self,
        input: &mut BytesMut,
        delivery: Delivery,
    ) -> Option<Message> {
        if !self.takes_ready() {
            return None;
        }
        let message = in_place::take(input, self.role(), &self.config.limits, delivery)?;
        self.left = Left::of(input.len());
        Some(message)
    }

    /// Whether a message in one plain frame may be next, and would be handed out as it is.
    #[inline]
    fn takes_ready(&self) -> bool {
        let between_messages = matches!(self.inbound, Inbound::Idle);
        between_messages && self.state.reads_frames() && self.chain.passes_unmarked()
    }
}
