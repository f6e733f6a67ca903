//! The (de)compressor states of a thread, lent for the time of one message.
//!
//! A deflate state takes about a quarter of a megabyte and an inflate state about 40 KiB, far more
//! than the window that a connection must really remember. So connections own windows only, and
//! every thread keeps a few states that go to whichever message is in progress.
//!
//! A state that comes back remembers whose context it still holds: the [`Stamp`]. A connection
//! that sends message after message finds its state as it left it and pays for no priming; any
//! other borrower starts afresh from its own window. A stamp is never issued twice, so that
//! contexts cannot be mixed up.

use core::cell::Cell;
use core::sync::atomic::{AtomicU64, Ordering};
use std::thread::LocalKey;

use zlib_rs::{Deflate, Inflate};

use super::history::History;

/// States of each kind that a thread keeps while they are not lent.
///
/// Two, so that two busy connections of one thread (or a client talking to itself) do not take
/// the state from each other with every message, while those of many stay in the cache.
const KEPT: usize = 2;

/// The bytes of output that are produced at a time, before they are appended to the caller's.
const SCRATCH_BYTES: usize = 32 * 1024;

/// A state on loan, with what the pool must know to lend it again.
pub(super) struct Lent<T> {
    /// The state itself.
    pub(super) state: T,
    shape: Shape,
    holds: Option<Stamp>,
}

/// An inflate state, and memory for the window of a message that is to leave none behind.
pub(super) struct Inflater {
    pub(super) inflate: Inflate,
    pub(super) spare: History,
}

/// How a state was made; only a state of the same shape will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// The window of the state as a power of two.
    pub(super) bits: u8,
    /// The effort; 0 for states that have none.
    pub(super) level: u8,
}

/// The context of one direction of one connection, as it was after one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    owner: u64,
    messages: u64,
}

impl Stamp {
    /// The stamp of a new context, different from all others of the process.
    pub(super) fn new() -> Self {
        static OWNERS: AtomicU64 = AtomicU64::new(0);
        Self {
            owner: OWNERS.fetch_add(1, Ordering::Relaxed),
            messages: 0,
        }
    }

    /// The stamp after one more message.
    pub(super) const fn after_message(self) -> Self {
        Self {
            owner: self.owner,
            messages: self.messages.wrapping_add(1),
        }
    }
}

/// What the borrowed state holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// The context that was asked for: go on.
    Attached,
    /// Nothing, as it is new: prime it.
    New,
    /// Something else: reset and prime it.
    Used,
}

thread_local! {
    static DEFLATERS: Shelf<Deflate> = const { Cell::new(Vec::new()) };
    static INFLATERS: Shelf<Inflater> = const { Cell::new(Vec::new()) };
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Borrows a deflate state, if possible the one that holds the context of that stamp.
pub(super) fn borrow_deflater(
    shape: Shape,
    stamp: Option<Stamp>,
    make: impl FnOnce() -> Deflate,
) -> (Lent<Deflate>, Found) {
    borrow(&DEFLATERS, shape, stamp, make)
}

/// Returns a deflate state; `stamp` tells the context that it holds, if anyone may go on with it.
pub(super) fn give_back_deflater(lent: Lent<Deflate>, stamp: Option<Stamp>) {
    give_back(&DEFLATERS, lent, stamp);
}

/// Borrows an inflate state, if possible the one that holds the context of that stamp.
pub(super) fn borrow_inflater(
    shape: Shape,
    stamp: Option<Stamp>,
    make: impl FnOnce() -> Inflater,
) -> (Lent<Inflater>, Found) {
    borrow(&INFLATERS, shape, stamp, make)
}

/// Returns an inflate state; `stamp` tells the context that it holds, if anyone may go on with it.
pub(super) fn give_back_inflater(lent: Lent<Inflater>, stamp: Option<Stamp>) {
    give_back(&INFLATERS, lent, stamp);
}

/// Lends the output buffer of this thread, [`SCRATCH_BYTES`] long.
pub(super) fn with_scratch<R>(work: impl FnOnce(&mut [u8]) -> R) -> R {
    let mut scratch = SCRATCH.try_with(Cell::take).unwrap_or_default();
    if scratch.is_empty() {
        scratch.resize(SCRATCH_BYTES, 0);
    }
    let result = work(&mut scratch);
    // A thread that is ending has no shelf any more; the buffer then just goes.
    let _ = SCRATCH.try_with(|shelf| shelf.set(scratch));
    result
}

/// The states that are at home, least recently used first.
type Shelf<T> = Cell<Vec<Lent<T>>>;

fn borrow<T>(
    shelf: &'static LocalKey<Shelf<T>>,
    shape: Shape,
    stamp: Option<Stamp>,
    make: impl FnOnce() -> T,
) -> (Lent<T>, Found) {
    let mut states = shelf.try_with(Cell::take).unwrap_or_default();
    let fits = |lent: &Lent<T>| lent.shape == shape;
    let place = states
        .iter()
        .rposition(|lent| stamp.is_some() && lent.holds == stamp && fits(lent))
        .or_else(|| {
            states
                .iter()
                .rposition(|lent| lent.holds.is_none() && fits(lent))
        })
        .or_else(|| {
            let full = states.len() >= KEPT;
            full.then(|| states.iter().position(fits)).flatten()
        });
    let lent = place.map(|place| states.remove(place));
    let _ = shelf.try_with(|shelf| shelf.set(states));
    match lent {
        Some(lent) if stamp.is_some() && lent.holds == stamp => (lent, Found::Attached),
        Some(lent) => (lent, Found::Used),
        None => {
            let state = make();
            let holds = None;
            (
                Lent {
                    state,
                    shape,
                    holds,
                },
                Found::New,
            )
        }
    }
}

fn give_back<T>(shelf: &'static LocalKey<Shelf<T>>, mut lent: Lent<T>, stamp: Option<Stamp>) {
    lent.holds = stamp;
    let mut states = shelf.try_with(Cell::take).unwrap_or_default();
    if states.len() >= KEPT {
        states.remove(0);
    }
    states.push(lent);
    let _ = shelf.try_with(|shelf| shelf.set(states));
}
