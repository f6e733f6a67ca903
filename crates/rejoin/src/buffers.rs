//! Buffers that belong to the thread and are lent to whichever connection is at work.
//!
//! An idle connection holds none of them. A buffer comes back with what it has left: messages that
//! were split off share its memory until they are dropped, and the rest is filled by later reads.

use core::cell::RefCell;

use bytes::BytesMut;

/// The size of a fresh buffer.
pub(crate) const BUFFER_BYTES: usize = 64 << 10;

/// A buffer with less room than this is not worth a read.
pub(crate) const LEAST_ROOM_BYTES: usize = 16 << 10;

/// How many buffers a thread keeps.
const KEPT: usize = 8;

thread_local! {
    static SPARE: RefCell<Vec<BytesMut>> = const { RefCell::new(Vec::new()) };
}

/// An empty buffer with room, from the thread's own or fresh.
pub(crate) fn take() -> BytesMut {
    let spare = SPARE.with_borrow_mut(Vec::pop).unwrap_or_default();
    let mut buffer = spare;
    if buffer.capacity() < LEAST_ROOM_BYTES && !buffer.try_reclaim(BUFFER_BYTES) {
        buffer = BytesMut::with_capacity(BUFFER_BYTES);
    }
    buffer
}

/// Gives an empty buffer back; one that is too small or too many is dropped.
pub(crate) fn give_back(mut buffer: BytesMut) {
    buffer.clear();
    if buffer.capacity() == 0 || buffer.capacity() > 4 * BUFFER_BYTES {
        return;
    }
    SPARE.with_borrow_mut(|spare| {
        if spare.len() < KEPT {
            spare.push(buffer);
        }
    });
}
