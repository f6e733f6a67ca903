//! What is to be sent: frames encoded once, large payloads by reference.

use core::mem;
use std::collections::VecDeque;
use std::io::IoSlice;
use std::time::Instant;

use bytes::{Buf, BufMut, Bytes, BytesMut};

use crate::extension::Rsv;
use crate::frame::{self, Opcode};

/// From this size on, a payload is not copied but queued by reference; below, one buffer is
/// cheaper than a longer vector for the system call.
const BY_REFERENCE_BYTES: usize = 4096;

/// From this size on, bytes that are there for many connections are queued by reference: those who
/// are slow would otherwise hold a copy each.
const SHARED_BYTES: usize = 256;

/// The longest frame header: two bytes, a 64-bit length, a mask key.
const MAX_HEADER_BYTES: usize = 14;

/// The bytes to be written to the transport, oldest first.
///
/// Read it as a [`Buf`], with vectored writes where the transport has them, and `advance` by what
/// was written.
#[derive(Debug, Default)]
pub struct Outbox {
    segments: VecDeque<Bytes>,
    segment_bytes: usize,
    tail: BytesMut,
    /// Since when the transport has taken nothing, if it said so.
    blocked_since: Option<Instant>,
}

/// The first byte of a frame, as it will be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Start {
    pub(crate) fin: bool,
    pub(crate) rsv: Rsv,
    pub(crate) opcode: Opcode,
}

impl Outbox {
    /// Queues a frame whose payload may be shared.
    pub(crate) fn push(&mut self, start: Start, key: Option<[u8; 4]>, payload: Bytes) {
        let size = payload.len();
        if size < BY_REFERENCE_BYTES {
            self.push_copy(start, key, &payload);
            return;
        }
        let payload = match key {
            None => payload,
            Some(key) => match payload.try_into_mut() {
                Ok(mut own) => {
                    rejoin_mask::apply(key, &mut own);
                    own.freeze()
                }
                Err(shared) => {
                    let mut own = BytesMut::from(shared.as_ref());
                    rejoin_mask::apply(key, &mut own);
                    own.freeze()
                }
            },
        };
        self.tail.reserve(MAX_HEADER_BYTES);
        frame::write(
            &mut self.tail,
            start.fin,
            start.rsv,
            start.opcode,
            key,
            size,
        );
        let header = self.tail.split().freeze();
        self.push_segment(header);
        self.push_segment(payload);
    }

    /// Queues a frame whose payload is copied.
    pub(crate) fn push_copy(&mut self, start: Start, key: Option<[u8; 4]>, payload: &[u8]) {
        self.tail
            .reserve(payload.len().saturating_add(MAX_HEADER_BYTES));
        frame::write(
            &mut self.tail,
            start.fin,
            start.rsv,
            start.opcode,
            key,
            payload.len(),
        );
        let payload_at = self.tail.len();
        self.tail.put_slice(payload);
        if let (Some(key), Some(copied)) = (key, self.tail.get_mut(payload_at..)) {
            rejoin_mask::apply(key, copied);
        }
    }

    /// Queues frames, or the rest of them, whose bytes other connections share.
    pub(crate) fn push_shared(&mut self, frames: Bytes) {
        if frames.len() < SHARED_BYTES {
            self.tail.put_slice(&frames);
            return;
        }
        if !self.tail.is_empty() {
            let before = self.tail.split().freeze();
            self.push_segment(before);
        }
        self.push_segment(frames);
    }

    /// Queues a frame whose payload `write` appends; on an error nothing is queued.
    pub(crate) fn push_with<E>(
        &mut self,
        start: Start,
        key: Option<[u8; 4]>,
        write: impl FnOnce(&mut BytesMut) -> Result<(), E>,
    ) -> Result<(), E> {
        // The length stands before the payload and is known after it: leave room, then close up.
        let frame_at = self.tail.len();
        self.tail.put_bytes(0, MAX_HEADER_BYTES);
        let payload_at = self.tail.len();
        if let Err(error) = write(&mut self.tail) {
            self.tail.truncate(frame_at);
            return Err(error);
        }
        let size = self.tail.len().saturating_sub(payload_at);
        if let (Some(key), Some(payload)) = (key, self.tail.get_mut(payload_at..)) {
            rejoin_mask::apply(key, payload);
        }
        let mut header = BytesMut::with_capacity(MAX_HEADER_BYTES);
        frame::write(&mut header, start.fin, start.rsv, start.opcode, key, size);
        let header_end = frame_at.saturating_add(header.len());
        if let Some(place) = self.tail.get_mut(frame_at..header_end) {
            place.copy_from_slice(&header);
        }
        self.tail.copy_within(payload_at.., header_end);
        self.tail.truncate(header_end.saturating_add(size));
        Ok(())
    }

    /// The empty buffer that small frames were gathered in, for another connection to use.
    ///
    /// Returns an empty one while anything is queued.
    pub fn take_spare(&mut self) -> BytesMut {
        if self.has_remaining() {
            return BytesMut::new();
        }
        self.segments = VecDeque::new();
        let mut spare = mem::take(&mut self.tail);
        spare.clear();
        spare
    }

    /// Lends an empty buffer with capacity, so that the next frames need no allocation.
    ///
    /// It is taken only while nothing is queued; otherwise it comes back.
    pub fn lend(&mut self, buffer: BytesMut) -> Option<BytesMut> {
        if self.tail.capacity() == 0 && buffer.is_empty() {
            self.tail = buffer;
            return None;
        }
        Some(buffer)
    }

    /// Throws away everything that is queued.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The transport takes nothing now.
    pub(crate) fn note_blocked(&mut self, now: Instant) {
        if self.has_remaining() {
            self.blocked_since.get_or_insert(now);
        }
    }

    /// Since when it has taken nothing of what there is.
    pub(crate) const fn blocked_since(&self) -> Option<Instant> {
        self.blocked_since
    }

    pub(crate) fn held_bytes(&self) -> usize {
        self.segment_bytes.saturating_add(self.tail.capacity())
    }

    fn push_segment(&mut self, segment: Bytes) {
        self.segment_bytes = self.segment_bytes.saturating_add(segment.len());
        self.segments.push_back(segment);
    }
}

impl Buf for Outbox {
    fn remaining(&self) -> usize {
        self.segment_bytes.saturating_add(self.tail.len())
    }

    fn chunk(&self) -> &[u8] {
        self.segments
            .front()
            .map_or(self.tail.as_ref(), |segment| segment.as_ref())
    }

    fn chunks_vectored<'a>(&'a self, slices: &mut [IoSlice<'a>]) -> usize {
        let tail = Some(self.tail.as_ref()).filter(|tail| !tail.is_empty());
        let chunks = self.segments.iter().map(Bytes::as_ref).chain(tail);
        let mut filled = 0_usize;
        for (slice, chunk) in slices.iter_mut().zip(chunks) {
            *slice = IoSlice::new(chunk);
            filled = filled.saturating_add(1);
        }
        filled
    }

    fn advance(&mut self, mut written: usize) {
        if written > 0 {
            self.blocked_since = None;
        }
        while let Some(segment) = self.segments.front_mut() {
            let step = written.min(segment.len());
            segment.advance(step);
            written = written.saturating_sub(step);
            self.segment_bytes = self.segment_bytes.saturating_sub(step);
            if !segment.is_empty() {
                return;
            }
            self.segments.pop_front();
        }
        self.tail.advance(written);
    }
}

#[cfg(test)]
mod tests;
