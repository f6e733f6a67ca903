//! Buffers that belong to the thread and are lent to whichever connection is at work.
//!
//! An idle connection holds none of them. A buffer comes back with what it has left: messages that
//! were split off share its memory until they are dropped. Then all of it is there again, so that
//! large messages, too, are read into memory that was in use just now.

use core::cell::RefCell;

use bytes::BytesMut;
use rejoin_proto::Spare;

/// The size of a fresh buffer for reading.
pub(crate) const BUFFER_BYTES: usize = 256 << 10;

/// The size of a fresh buffer for small frames that gather.
const OUTBOX_BYTES: usize = 64 << 10;

/// A buffer with less room than this is not worth a read.
pub(crate) const LEAST_ROOM_BYTES: usize = 16 << 10;

/// A larger buffer is there for one message, and goes with it.
const MOST_KEPT_BYTES: usize = 1 << 20;

/// How many buffers a thread keeps.
const KEPT: usize = 8;

thread_local! {
    static SPARE: RefCell<Vec<BytesMut>> = const { RefCell::new(Vec::new()) };
    static OUTBOXES: RefCell<Vec<Spare>> = const { RefCell::new(Vec::new()) };
}

/// An empty buffer with so much room at least, from the thread's own or fresh.
pub(crate) fn take(room: usize) -> BytesMut {
    let found = SPARE.try_with(|spare| {
        let mut spare = spare.borrow_mut();
        let fits = |buffer: &mut BytesMut| {
            // Whoever held messages in it may be done with them by now.
            let whole = buffer.capacity() >= BUFFER_BYTES.max(room);
            whole || buffer.try_reclaim(BUFFER_BYTES.max(room)) || buffer.capacity() >= room
        };
        let place = (0..spare.len())
            .rev()
            .find(|place| fits(&mut spare[*place]));
        place.map(|place| spare.remove(place))
    });
    let fresh = || BytesMut::with_capacity(room.max(BUFFER_BYTES));
    found.ok().flatten().unwrap_or_else(fresh)
}

/// Whether buffers of this size are worth keeping.
pub(crate) fn keeps(size: usize) -> bool {
    (LEAST_ROOM_BYTES..=MOST_KEPT_BYTES).contains(&size)
}

/// Gives a buffer back, whose content is dropped, if its size was one that is
/// [kept](keeps).
pub(crate) fn give_back(mut buffer: BytesMut) {
    buffer.clear();
    // A thread that is ending keeps nothing.
    let _ = SPARE.try_with(|spare| {
        let mut spare = spare.borrow_mut();
        if spare.len() == KEPT {
            spare.remove(0);
        }
        spare.push(buffer);
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
    if !keeps(spare.capacity()) {
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
