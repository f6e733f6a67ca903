//! The queue itself: small frames in one buffer, large payloads by reference between them.

use core::mem;
use std::collections::VecDeque;
use std::io::IoSlice;
use std::time::Instant;

use bytes::{Buf, BufMut, Bytes, BytesMut};

use super::{SHARED_BYTES, Start};
use crate::frame;

/// The longest frame header: two bytes, a 64-bit length, a mask key.
pub(super) const MAX_HEADER_BYTES: usize = 14;

/// Bytes to be written, oldest first.
#[derive(Debug, Default)]
pub(super) struct Queue {
    /// Everything but the large payloads.
    small: BytesMut,
    /// How much of it has left already.
    taken: usize,
    large: VecDeque<Large>,
    /// What is left of all large payloads.
    large_bytes: usize,
    /// Since when the transport has taken nothing, if it said so.
    blocked_since: Option<Instant>,
    /// The latest ping that could not be answered yet, because the peer does not read.
    pong_owed: Option<Bytes>,
}

/// A payload by reference.
#[derive(Debug)]
struct Large {
    /// It stands before this place of the small ones, which is not behind that of the next one.
    before: usize,
    payload: Bytes,
}

impl Queue {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self {
            small: BytesMut::with_capacity(bytes),
            ..Self::default()
        }
    }

    /// Queues a frame whose payload is large, by reference.
    pub(super) fn push(&mut self, start: Start, key: Option<[u8; 4]>, payload: Bytes) {
        write_header(&mut self.small, start, key, payload.len());
        let payload = match key {
            None => payload,
            Some(key) => {
                let mut own = payload
                    .try_into_mut()
                    .unwrap_or_else(|shared| BytesMut::from(shared.as_ref()));
                rejoin_mask::apply(key, &mut own);
                own.freeze()
            }
        };
        self.push_large(payload);
    }

    /// Queues a frame whose payload is copied.
    #[inline]
    pub(super) fn push_copy(&mut self, start: Start, key: Option<[u8; 4]>, payload: &[u8]) {
        write_header(&mut self.small, start, key, payload.len());
        let payload_at = self.small.len();
        self.small.put_slice(payload);
        if let Some(key) = key {
            let copied = self.small.get_mut(payload_at..).unwrap_or_default();
            rejoin_mask::apply(key, copied);
        }
    }

    /// Queues frames, or the rest of them, whose bytes other connections share.
    pub(super) fn push_shared(&mut self, frames: Bytes) {
        if frames.len() < SHARED_BYTES {
            self.small.put_slice(&frames);
        } else {
            self.push_large(frames);
        }
    }

    /// Queues a frame whose payload `write` appends; on an error nothing is queued.
    pub(super) fn push_with<E>(
        &mut self,
        start: Start,
        key: Option<[u8; 4]>,
        write: impl FnOnce(&mut BytesMut) -> Result<(), E>,
    ) -> Result<(), E> {
        // The length stands before the payload and is known after it: leave room, then close up.
        let frame_at = self.small.len();
        self.small.put_bytes(0, MAX_HEADER_BYTES);
        let payload_at = self.small.len();
        if let Err(error) = write(&mut self.small) {
            self.small.truncate(frame_at);
            return Err(error);
        }
        let size = self.small.len().saturating_sub(payload_at);
        if let (Some(key), Some(payload)) = (key, self.small.get_mut(payload_at..)) {
            rejoin_mask::apply(key, payload);
        }
        let mut room = self.small.get_mut(frame_at..).unwrap_or_default();
        write_header(&mut room, start, key, size);
        let left = room.len();
        let header_end = self.small.len().saturating_sub(left);
        self.small.copy_within(payload_at.., header_end);
        self.small.truncate(header_end.saturating_add(size));
        Ok(())
    }

    /// Remembers a ping that is to be answered later, instead of an earlier one.
    pub(super) fn owe_pong(&mut self, payload: Bytes) {
        self.pong_owed = Some(payload);
    }

    pub(super) const fn take_owed_pong(&mut self) -> Option<Bytes> {
        self.pong_owed.take()
    }

    /// The transport takes nothing now.
    pub(super) fn note_blocked(&mut self, now: Instant) {
        if self.has_remaining() {
            self.blocked_since.get_or_insert(now);
        }
    }

    pub(super) const fn blocked_since(&self) -> Option<Instant> {
        self.blocked_since
    }

    /// Whether there is nothing in it, neither bytes nor a debt.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        !self.has_remaining() && self.pong_owed.is_none()
    }

    /// Bytes of memory that belong to the queue, whether they are in use or not.
    #[inline]
    pub(super) fn capacity(&self) -> usize {
        let places = self.large.capacity().saturating_mul(size_of::<Large>());
        self.small.capacity().saturating_add(places)
    }

    pub(super) fn held_bytes(&self) -> usize {
        self.large_bytes.saturating_add(self.small.capacity())
    }

    fn push_large(&mut self, payload: Bytes) {
        self.large_bytes = self.large_bytes.saturating_add(payload.len());
        self.large.push_back(Large {
            before: self.small.len(),
            payload,
        });
    }

    fn advance_in_part(&mut self, written: usize) {
        let mut left = written;
        while let Some(large) = self.large.front_mut() {
            let before = left.min(large.before.saturating_sub(self.taken));
            self.taken = self.taken.saturating_add(before);
            left = left.saturating_sub(before);
            if large.before > self.taken {
                break;
            }
            let step = left.min(large.payload.len());
            large.payload.advance(step);
            left = left.saturating_sub(step);
            self.large_bytes = self.large_bytes.saturating_sub(step);
            if !large.payload.is_empty() {
                break;
            }
            self.large.pop_front();
        }
        if self.large.is_empty() {
            self.taken = self.taken.saturating_add(left).min(self.small.len());
        }
        self.close_up();
    }

    /// Makes the place of what has left free again, if that moves no more than what has left.
    fn close_up(&mut self) {
        let left = self.small.len().saturating_sub(self.taken);
        if left <= self.taken {
            let taken = mem::take(&mut self.taken);
            self.small.copy_within(taken.., 0);
            self.small.truncate(left);
            for large in &mut self.large {
                large.before = large.before.saturating_sub(taken);
            }
        }
    }

    /// The small bytes that are to leave before this place.
    fn small_before(&self, place: usize) -> &[u8] {
        self.small.get(self.taken..place).unwrap_or_default()
    }
}

impl Buf for Queue {
    #[inline]
    fn remaining(&self) -> usize {
        let small = self.small.len().saturating_sub(self.taken);
        self.large_bytes.saturating_add(small)
    }

    #[inline]
    fn chunk(&self) -> &[u8] {
        match self.large.front() {
            Some(large) if large.before == self.taken => &large.payload,
            Some(large) => self.small_before(large.before),
            None => self.small_before(self.small.len()),
        }
    }

    fn chunks_vectored<'a>(&'a self, slices: &mut [IoSlice<'a>]) -> usize {
        let mut from = self.taken;
        let parts = self.large.iter().flat_map(|large| {
            let before = self.small.get(from..large.before).unwrap_or_default();
            from = large.before;
            [before, &large.payload]
        });
        let last = self.large.back().map_or(self.taken, |large| large.before);
        let tail = self.small.get(last..).unwrap_or_default();
        let chunks = parts.chain([tail]).filter(|chunk| !chunk.is_empty());
        let mut filled = 0_usize;
        for (slice, chunk) in slices.iter_mut().zip(chunks) {
            *slice = IoSlice::new(chunk);
            filled = filled.saturating_add(1);
        }
        filled
    }

    #[inline]
    fn advance(&mut self, written: usize) {
        if written > 0 {
            self.blocked_since = None;
        }
        if !self.large.is_empty() || written < self.remaining() {
            self.advance_in_part(written);
        } else {
            self.small.clear();
            self.taken = 0;
        }
    }
}

#[inline]
fn write_header(out: &mut impl BufMut, start: Start, key: Option<[u8; 4]>, size: usize) {
    frame::write(out, start.fin, start.rsv, start.opcode, key, size);
}
