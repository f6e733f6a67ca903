//! What is to be sent: frames encoded once, large payloads by reference.

mod queue;

use std::io::IoSlice;
use std::time::Instant;

use bytes::{Buf, Bytes, BytesMut};

use crate::extension::Rsv;
use crate::frame::Opcode;
use queue::{MAX_HEADER_BYTES, Queue};

/// From this size on, a payload is not copied but queued by reference; below, one buffer is
/// cheaper than a longer vector for the system call.
const BY_REFERENCE_BYTES: usize = 4096;

/// From this size on, bytes that are there for many connections are queued by reference: those who
/// are slow would otherwise hold a copy each.
const SHARED_BYTES: usize = 256;

/// The bytes to be written to the transport, oldest first.
///
/// Read it as a [`Buf`], with vectored writes where the transport has them, and `advance` by what
/// was written. It is one word while nothing is queued and no memory is lent.
#[derive(Debug, Default)]
pub struct Outbox {
    queue: Option<Box<Queue>>,
}

/// The memory of an outbox in which nothing is queued.
///
/// A driver keeps a few for all of its connections and lends them ([`Outbox::lend`]), so that idle
/// connections own none and busy ones need no allocation.
#[derive(Debug)]
pub struct Spare {
    queue: Box<Queue>,
}

/// The first byte of a frame, as it will be.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Start {
    pub(crate) fin: bool,
    pub(crate) rsv: Rsv,
    pub(crate) opcode: Opcode,
}

impl Outbox {
    /// Whether anything is queued, or memory was lent.
    pub(crate) const fn has_memory(&self) -> bool {
        self.queue.is_some()
    }

    /// Takes its memory back while nothing is queued; `None` while something is, or if it has none.
    #[inline]
    pub fn take_spare(&mut self) -> Option<Spare> {
        let queue = self.queue.take_if(|queue| queue.is_empty())?;
        Some(Spare { queue })
    }

    /// Lends memory, so that the next frames need no allocation. It comes back if it has some.
    #[inline]
    pub fn lend(&mut self, spare: Spare) -> Option<Spare> {
        if self.queue.is_some() {
            return Some(spare);
        }
        self.queue = Some(spare.queue);
        None
    }

    /// Whether a payload is copied by [`push`](Self::push).
    #[inline]
    pub(crate) const fn copies(payload: &[u8]) -> bool {
        payload.len() < BY_REFERENCE_BYTES
    }

    /// Queues a frame, by reference where its payload is large.
    pub(crate) fn push(&mut self, start: Start, key: Option<[u8; 4]>, payload: Bytes) {
        if Self::copies(&payload) {
            self.queue().push_copy(start, key, &payload);
        } else {
            self.queue().push(start, key, payload);
        }
    }

    /// Queues a frame whose payload is copied.
    #[inline]
    pub(crate) fn push_copy(&mut self, start: Start, key: Option<[u8; 4]>, payload: &[u8]) {
        self.queue().push_copy(start, key, payload);
    }

    /// Queues a frame whose payload is copied if something is queued already and no more than
    /// `most` bytes will be; otherwise nothing is done, and the answer is false.
    #[inline]
    pub(crate) fn push_behind(
        &mut self,
        start: Start,
        key: impl FnOnce() -> Option<[u8; 4]>,
        payload: &[u8],
        most: usize,
    ) -> bool {
        let Some(queue) = &mut self.queue else {
            return false;
        };
        let unsent = queue.remaining();
        let after = unsent
            .saturating_add(MAX_HEADER_BYTES)
            .saturating_add(payload.len());
        let suits = unsent > 0 && after <= most;
        if suits {
            queue.push_copy(start, key(), payload);
        }
        suits
    }

    /// Queues frames, or the rest of them, whose bytes other connections share.
    pub(crate) fn push_shared(&mut self, frames: Bytes) {
        self.queue().push_shared(frames);
    }

    /// Queues a frame whose payload `write` appends; on an error nothing is queued.
    pub(crate) fn push_with<E>(
        &mut self,
        start: Start,
        key: Option<[u8; 4]>,
        write: impl FnOnce(&mut BytesMut) -> Result<(), E>,
    ) -> Result<(), E> {
        self.queue().push_with(start, key, write)
    }

    /// Remembers a ping that is to be answered once the peer reads, instead of an earlier one.
    pub(crate) fn owe_pong(&mut self, payload: Bytes) {
        self.queue().owe_pong(payload);
    }

    /// The ping that is still to be answered, if there is one.
    #[inline]
    pub(crate) fn take_owed_pong(&mut self) -> Option<Bytes> {
        self.queue.as_mut()?.take_owed_pong()
    }

    /// Throws away everything that is queued.
    pub(crate) fn clear(&mut self) {
        self.queue = None;
    }

    /// The transport takes nothing now.
    pub(crate) fn note_blocked(&mut self, now: Instant) {
        if let Some(queue) = &mut self.queue {
            queue.note_blocked(now);
        }
    }

    /// Since when it has taken nothing of what there is.
    #[inline]
    pub(crate) fn blocked_since(&self) -> Option<Instant> {
        self.queue.as_ref()?.blocked_since()
    }

    pub(crate) fn held_bytes(&self) -> usize {
        self.queue.as_ref().map_or(0, |queue| queue.held_bytes())
    }

    #[inline]
    fn queue(&mut self) -> &mut Queue {
        self.queue.get_or_insert_default()
    }
}

impl Spare {
    /// Room for so many bytes of small frames.
    pub fn with_capacity(bytes: usize) -> Self {
        Self {
            queue: Box::new(Queue::with_capacity(bytes)),
        }
    }

    /// Bytes that it holds by now: it grows where a connection queued more than it had room for.
    #[inline]
    pub fn capacity(&self) -> usize {
        self.queue.capacity()
    }
}

impl Buf for Outbox {
    #[inline]
    fn remaining(&self) -> usize {
        self.queue.as_ref().map_or(0, Buf::remaining)
    }

    #[inline]
    fn chunk(&self) -> &[u8] {
        self.queue.as_ref().map_or(&[], |queue| queue.chunk())
    }

    fn chunks_vectored<'a>(&'a self, slices: &mut [IoSlice<'a>]) -> usize {
        let queue = self.queue.as_ref();
        queue.map_or(0, |queue| queue.chunks_vectored(slices))
    }

    #[inline]
    fn advance(&mut self, written: usize) {
        if let Some(queue) = &mut self.queue {
            queue.advance(written);
        }
    }
}

#[cfg(test)]
mod tests;
