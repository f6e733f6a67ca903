//! Buffers that belong to the thread and are lent to whichever connection is at work.
//!
//! An idle connection holds none of them. A buffer comes back with what it has left: messages that
//! were split off share its memory until they are dropped. Then all of it is there again, so that
//! large messages, too, are read into memory that was in use just now.

use core::cell::{Cell, RefCell};
use core::ops::{Deref, DerefMut};
use std::collections::VecDeque;

use bytes::BytesMut;
use rejoin_proto::{Message, Spare};

/// The size of an ordinary buffer.
pub(crate) const BUFFER_BYTES: usize = 256 << 10;

/// The size of a fresh buffer for small frames that gather.
const OUTBOX_BYTES: usize = 64 << 10;

/// A buffer with less room than this is not worth a read.
pub(crate) const LEAST_ROOM_BYTES: usize = 16 << 10;

/// A larger buffer is there for one message, and goes with it.
const MOST_KEPT_BYTES: usize = 1 << 20;

/// How many ordinary buffers a thread keeps besides the one that is next, and how many outboxes.
const KEPT: usize = 7;

/// How many large buffers a thread keeps.
const LARGE_KEPT: usize = 2;

thread_local! {
    static POOL: Pool = const { Pool::new() };
}

/// What belongs to a thread. The latest to come back is the next to be lent: it is still in the
/// processor's cache, and stands where it is found at once.
struct Pool {
    next: Cell<Option<Buffer>>,
    next_outbox: Cell<Option<Spare>>,
    ordinary: RefCell<Vec<Buffer>>,
    large: RefCell<Vec<Buffer>>,
    outboxes: RefCell<Vec<Spare>>,
}

/// A buffer for reads; one word, so that it is handed on for next to nothing.
#[derive(Debug)]
pub(crate) struct Buffer(Box<Memory>);

#[derive(Debug)]
struct Memory {
    bytes: BytesMut,
    kind: Kind,
    /// What a connection that was cut has left; nothing otherwise.
    left: VecDeque<Message>,
}

/// What becomes of a buffer after its use. Large ones are kept apart, for large messages: what an
/// ordinary read has filled would have to be moved when a little more belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// It goes with what is in it.
    Own,
    Ordinary,
    Large,
}

impl Kind {
    /// The kind of a buffer that is taken for so much.
    fn of_size(bytes: usize) -> Self {
        if bytes <= BUFFER_BYTES {
            Self::Ordinary
        } else if bytes <= MOST_KEPT_BYTES {
            Self::Large
        } else {
            Self::Own
        }
    }
}

impl Buffer {
    /// Memory that belongs to what is in it.
    pub(crate) fn own(bytes: BytesMut) -> Self {
        Self::new(bytes, Kind::Own)
    }

    /// No bytes, but messages that were made of them.
    pub(crate) fn of_messages(left: VecDeque<Message>) -> Self {
        let mut buffer = Self::own(BytesMut::new());
        buffer.0.left = left;
        buffer
    }

    fn new(bytes: BytesMut, kind: Kind) -> Self {
        Self(Box::new(Memory {
            bytes,
            kind,
            left: VecDeque::new(),
        }))
    }

    /// The messages that a connection has left that was cut.
    pub(crate) fn left(&mut self) -> &mut VecDeque<Message> {
        &mut self.0.left
    }

    /// Whether there is nothing in it.
    #[inline]
    pub(crate) fn is_used_up(&self) -> bool {
        self.0.bytes.is_empty() && self.0.left.is_empty()
    }

    /// How many bytes are in use for it.
    pub(crate) fn held_bytes(&self) -> usize {
        self.0.bytes.capacity() + self.0.left.iter().map(Message::len).sum::<usize>()
    }

    /// Whether it has the room. Whoever held messages in it may be done with them by now, so that
    /// it is whole again.
    fn has_room(&mut self, room: usize) -> bool {
        let size = room.max(BUFFER_BYTES);
        let whole = self.capacity() >= size || self.try_reclaim(size);
        whole || self.capacity() >= room
    }
}

impl Deref for Buffer {
    type Target = BytesMut;

    #[inline]
    fn deref(&self) -> &BytesMut {
        &self.0.bytes
    }
}

impl DerefMut for Buffer {
    #[inline]
    fn deref_mut(&mut self) -> &mut BytesMut {
        &mut self.0.bytes
    }
}

impl Pool {
    const fn new() -> Self {
        Self {
            next: Cell::new(None),
            next_outbox: Cell::new(None),
            ordinary: RefCell::new(Vec::new()),
            large: RefCell::new(Vec::new()),
            outboxes: RefCell::new(Vec::new()),
        }
    }

    fn take(&self, room: usize) -> Option<Buffer> {
        match Kind::of_size(room) {
            Kind::Own => None,
            Kind::Ordinary => {
                let mut next = self.next.take();
                if next.as_mut().is_some_and(|next| next.has_room(room)) {
                    return next;
                }
                let other = search(&self.ordinary, room);
                if let Some(full) = next {
                    keep(full, &self.ordinary, KEPT);
                }
                other
            }
            Kind::Large => search(&self.large, room),
        }
    }

    fn give_back(&self, mut buffer: Buffer) {
        buffer.clear();
        match buffer.0.kind {
            Kind::Own => {}
            Kind::Ordinary => {
                if let Some(before) = self.next.replace(Some(buffer)) {
                    keep(before, &self.ordinary, KEPT);
                }
            }
            Kind::Large => keep(buffer, &self.large, LARGE_KEPT),
        }
    }
}

/// An empty buffer with so much room at least, from the thread's own or fresh.
#[inline]
pub(crate) fn take(room: usize) -> Buffer {
    let found = POOL.try_with(|pool| pool.take(room));
    found.ok().flatten().unwrap_or_else(|| fresh(room))
}

#[cold]
fn fresh(room: usize) -> Buffer {
    let kind = Kind::of_size(room);
    let size = match kind {
        Kind::Own => room,
        Kind::Ordinary | Kind::Large => room.max(BUFFER_BYTES),
    };
    Buffer::new(BytesMut::with_capacity(size), kind)
}

/// Gives a buffer back, whose content is dropped.
#[inline]
pub(crate) fn give_back(buffer: Buffer) {
    // A thread that is ending keeps nothing.
    let _ = POOL.try_with(|pool| pool.give_back(buffer));
}

#[cold]
fn search(kept: &RefCell<Vec<Buffer>>, room: usize) -> Option<Buffer> {
    let mut kept = kept.borrow_mut();
    let place = (0..kept.len())
        .rev()
        .find(|place| kept[*place].has_room(room));
    place.map(|place| kept.remove(place))
}

#[cold]
fn keep(buffer: Buffer, kept: &RefCell<Vec<Buffer>>, most: usize) {
    let mut kept = kept.borrow_mut();
    if kept.len() == most {
        kept.remove(0);
    }
    kept.push(buffer);
}

/// The memory of an outbox with room, from the thread's own or fresh.
#[inline]
pub(crate) fn take_spare() -> Spare {
    let spare = POOL.try_with(|pool| {
        let next = pool.next_outbox.take();
        next.or_else(|| pool.outboxes.borrow_mut().pop())
    });
    spare
        .ok()
        .flatten()
        .unwrap_or_else(|| Spare::with_capacity(OUTBOX_BYTES))
}

/// Gives the memory of an outbox back; what has grown for large messages or is too many is dropped.
#[inline]
pub(crate) fn give_back_spare(spare: Spare) {
    if !(LEAST_ROOM_BYTES..=MOST_KEPT_BYTES).contains(&spare.capacity()) {
        return;
    }
    let _ = POOL.try_with(|pool| {
        if let Some(before) = pool.next_outbox.replace(Some(spare)) {
            let mut outboxes = pool.outboxes.borrow_mut();
            if outboxes.len() < KEPT {
                outboxes.push(before);
            }
        }
    });
}

#[cfg(test)]
mod tests;
