//! Buffers that belong to the thread and are lent to whichever connection is at work.
//!
//! An idle connection holds none of them. A buffer comes back with what it has left: messages that
//! were split off share its memory until they are dropped. Then all of it is there again, so that
//! large messages, too, are read into memory that was in use just now.

use core::cell::RefCell;

use bytes::BytesMut;
use rejoin_proto::Spare;

/// The size of an ordinary buffer.
pub(crate) const BUFFER_BYTES: usize = 256 << 10;

/// The size of a fresh buffer for small frames that gather.
const OUTBOX_BYTES: usize = 64 << 10;

/// A buffer with less room than this is not worth a read.
pub(crate) const LEAST_ROOM_BYTES: usize = 16 << 10;

/// A larger buffer is there for one message, and goes with it.
const MOST_KEPT_BYTES: usize = 1 << 20;

/// How many ordinary buffers a thread keeps, and how many outboxes.
const KEPT: usize = 8;

/// How many large buffers a thread keeps.
const LARGE_KEPT: usize = 2;

thread_local! {
    static ORDINARY: RefCell<Vec<BytesMut>> = const { RefCell::new(Vec::new()) };
    static LARGE: RefCell<Vec<BytesMut>> = const { RefCell::new(Vec::new()) };
    static OUTBOXES: RefCell<Vec<Spare>> = const { RefCell::new(Vec::new()) };
}

/// What becomes of a buffer after its use. Large ones are kept apart, for large messages: what an
/// ordinary read has filled would have to be moved when a little more belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It goes with what is in it.
    Own,
    Ordinary,
    Large,
}

impl Kind {
    /// The kind of a buffer that was taken for so much.
    pub(crate) fn of_size(bytes: usize) -> Self {
        if bytes <= BUFFER_BYTES {
            Self::Ordinary
        } else if bytes <= MOST_KEPT_BYTES {
            Self::Large
        } else {
            Self::Own
        }
    }
}

/// An empty buffer with so much room at least, from the thread's own or fresh.
pub(crate) fn take(room: usize) -> BytesMut {
    let size = room.max(BUFFER_BYTES);
    let search = |kept: &RefCell<Vec<BytesMut>>| {
        let mut kept = kept.borrow_mut();
        let fits = |buffer: &mut BytesMut| {
            // Whoever held messages in it may be done with them by now.
            let whole = buffer.capacity() >= size || buffer.try_reclaim(size);
            whole || buffer.capacity() >= room
        };
        let place = (0..kept.len()).rev().find(|place| fits(&mut kept[*place]));
        place.map(|place| kept.remove(place))
    };
    let found = match Kind::of_size(room) {
        Kind::Own => return BytesMut::with_capacity(room),
        Kind::Ordinary => ORDINARY.try_with(search),
        Kind::Large => LARGE.try_with(search),
    };
    let fresh = || BytesMut::with_capacity(size);
    found.ok().flatten().unwrap_or_else(fresh)
}

/// Gives a buffer back, whose content is dropped.
pub(crate) fn give_back(buffer: BytesMut, kind: Kind) {
    // A thread that is ending keeps nothing.
    let _ = match kind {
        Kind::Own => return,
        Kind::Ordinary => ORDINARY.try_with(|kept| keep(buffer, kept, KEPT)),
        Kind::Large => LARGE.try_with(|kept| keep(buffer, kept, LARGE_KEPT)),
    };
}

fn keep(mut buffer: BytesMut, kept: &RefCell<Vec<BytesMut>>, most: usize) {
    let mut kept = kept.borrow_mut();
    if kept.len() == most {
        kept.remove(0);
    }
    buffer.clear();
    kept.push(buffer);
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
    if !(LEAST_ROOM_BYTES..=MOST_KEPT_BYTES).contains(&spare.capacity()) {
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
