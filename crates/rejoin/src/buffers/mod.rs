//! Buffers that belong to the thread and are lent to whichever connection is at work.
//!
//! An idle connection holds none of them. A buffer comes back with what it has left: messages that
//! were split off share its memory until they are dropped, and the rest is filled by later reads.

use core::cell::RefCell;

use bytes::BytesMut;
use rejoin_proto::Spare;

/// The size of a fresh buffer for reading.
pub(crate) const BUFFER_BYTES: usize = 256 << 10;

/// The size of a fresh buffer for small frames that gather.
const OUTBOX_BYTES: usize = 64 << 10;

/// A buffer with less room than this is not worth a read.
pub(crate) const LEAST_ROOM_BYTES: usize = 16 << 10;

/// What has more room has grown for one large message, and goes with it.
const MOST_ROOM_BYTES: usize = BUFFER_BYTES;

/// How many buffers a thread keeps.
const KEPT: usize = 8;

thread_local! {
    static SPARE: RefCell<Vec<BytesMut>> = const { RefCell::new(Vec::new()) };
    static OUTBOXES: RefCell<Vec<Spare>> = const { RefCell::new(Vec::new()) };
}

/// An empty buffer with room, from the thread's own or fresh.
pub(crate) fn take() -> BytesMut {
    let spare = SPARE.try_with(|spare| spare.borrow_mut().pop());
    let Ok(Some(mut buffer)) = spare else {
        return BytesMut::with_capacity(BUFFER_BYTES);
    };
    // Whoever held messages in it may be done with them by now.
    if buffer.capacity() < BUFFER_BYTES {
        let _ = buffer.try_reclaim(BUFFER_BYTES);
    }
    buffer
}

/// Gives a buffer back, whose content is dropped; one that is too small or too many is not kept.
pub(crate) fn give_back(mut buffer: BytesMut) {
    buffer.clear();
    let has_room = buffer.capacity() >= LEAST_ROOM_BYTES
        || buffer.capacity() > 0 && buffer.try_reclaim(LEAST_ROOM_BYTES);
    if !has_room || buffer.capacity() > MOST_ROOM_BYTES {
        return;
    }
    // A thread that is ending keeps nothing.
    let _ = SPARE.try_with(|spare| {
        let mut spare = spare.borrow_mut();
        if spare.len() < KEPT {
            spare.push(buffer);
        }
    });
}

/// The memory of an outbox with room, from the thread's own or fresh.
pub(crate) fn take_spare() -> Spare {
    let spare = OUTBOXES.try_with(|spare| spare.borrow_mut().pop());
    spare
        .ok()
        .flatten()
        .unwrap_or_else(|| Spare::with_capacity(OUTBOX_BYTES))
}

/// Gives the memory of an outbox back; what has grown for large messages or is too many is dropped.
pub(crate) fn give_back_spare(spare: Spare) {
    if !(LEAST_ROOM_BYTES..=MOST_ROOM_BYTES).contains(&spare.capacity()) {
        return;
    }
    let _ = OUTBOXES.try_with(|spares| {
        let mut spares = spares.borrow_mut();
        if spares.len() < KEPT {
            spares.push(spare);
        }
    });
}

#[cfg(test)]
mod tests;
