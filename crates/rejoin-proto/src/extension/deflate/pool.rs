//! The (de)compressor states of a thread, lent for the time of one message.
//!
//! A compressor takes a quarter of a megabyte and more, an inflate state about 40 KiB, far more than
//! the window that a connection must really remember. So connections own windows only, and every
//! thread keeps a few states that go to whichever message is in progress.
//!
//! A state that comes back remembers whose context it still holds: the [`Stamp`]. A connection
//! that sends message after message finds its state as it left it and pays for no priming; any
//! other borrower starts afresh from its own window. A stamp is never issued twice, so that
//! contexts cannot be mixed up.

use core::cell::Cell;
use core::ops::{Deref, DerefMut};
use core::sync::atomic::{AtomicU64, Ordering};
use std::thread::LocalKey;

use super::decoder::Inflater;
use super::encoder::{Compressor, Shape};

/// States of each kind that a thread keeps while they are not lent: so many busy connections of
/// one thread do not take the state from each other with every message.
const KEPT: usize = 4;

/// A state that was not borrowed for so many loans is nobody's who is busy.
const STALE_LOANS: u64 = 64;

/// The bytes of output that are produced at a time, before they are appended to the caller's.
const SCRATCH_BYTES: usize = 32 * 1024;

/// A state on loan; a pointer, so that whoever holds none holds little.
pub(super) struct Lent<T>(Box<Shelved<T>>);

struct Shelved<T> {
    state: T,
    /// The context that the state holds, if anyone may go on with it.
    holds: Option<Stamp>,
    /// The number of its last loan.
    loan: u64,
}

impl<T> Deref for Lent<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.state
    }
}

impl<T> DerefMut for Lent<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0.state
    }
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

thread_local! {
    static COMPRESSORS: Cell<Shelf<Compressor>> = const { Cell::new(Shelf::EMPTY) };
    static INFLATERS: Cell<Shelf<Inflater>> = const { Cell::new(Shelf::EMPTY) };
    static SCRATCH: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Borrows a compressor; the answer tells whether it holds the context of that stamp. If it does
/// not it may hold anything, and may have another shape.
pub(super) fn borrow_compressor(shape: Shape, stamp: Option<Stamp>) -> (Lent<Compressor>, bool) {
    let suits = |state: &Compressor| state.has_shape(shape);
    borrow(&COMPRESSORS, stamp, suits, || Compressor::new(shape))
}

/// Returns a compressor; `stamp` tells the context that it holds, if anyone may go on with it.
pub(super) fn give_back_compressor(lent: Lent<Compressor>, stamp: Option<Stamp>) {
    give_back(&COMPRESSORS, lent, stamp);
}

/// Borrows an inflate state, as [`borrow_compressor`] does.
pub(super) fn borrow_inflater(stamp: Option<Stamp>) -> (Lent<Inflater>, bool) {
    borrow(&INFLATERS, stamp, |_| true, Inflater::new)
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
struct Shelf<T> {
    states: Vec<Lent<T>>,
    loans: u64,
}

impl<T> Shelf<T> {
    const EMPTY: Self = Self {
        states: Vec::new(),
        loans: 0,
    };

    /// Takes the state that holds this context, or else the one whose loss costs least; `suits`
    /// tells which can serve a new context without being made anew.
    fn take(&mut self, stamp: Option<Stamp>, suits: impl Fn(&T) -> bool) -> Option<Lent<T>> {
        self.loans = self.loans.wrapping_add(1);
        let last = |wanted: &dyn Fn(&Shelved<T>) -> bool| {
            let mut states = self.states.iter();
            states.rposition(|lent| wanted(&lent.0))
        };
        let place = last(&|lent| stamp.is_some() && lent.holds == stamp)
            .or_else(|| last(&|lent| lent.holds.is_none() && suits(&lent.state)))
            .or_else(|| self.victim(|| last(&|lent| suits(&lent.state))))?;
        let mut lent = self.states.remove(place);
        lent.0.loan = self.loans;
        Some(lent)
    }

    /// The state to take from its context once all are taken.
    ///
    /// The longest unused one, if that is stale; otherwise the one that was used last, of those
    /// that suit. Where more connections take turns than there are states, the longest unused one
    /// is the very one that is needed next, while the one used last is in the cache.
    fn victim(&self, last_to_suit: impl FnOnce() -> Option<usize>) -> Option<usize> {
        let last = self.states.len().checked_sub(1)?;
        if self.states.len() < KEPT {
            return None;
        }
        let oldest = self.states.first()?;
        let unused = self.loans.wrapping_sub(oldest.0.loan);
        Some(if unused > STALE_LOANS {
            0
        } else {
            last_to_suit().unwrap_or(last)
        })
    }
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self::EMPTY
    }
}

fn borrow<T>(
    shelf: &'static LocalKey<Cell<Shelf<T>>>,
    stamp: Option<Stamp>,
    suits: impl Fn(&T) -> bool,
    make: impl FnOnce() -> T,
) -> (Lent<T>, bool) {
    let mut states = shelf.try_with(Cell::take).unwrap_or_default();
    let taken = states.take(stamp, suits);
    let loan = states.loans;
    let _ = shelf.try_with(|shelf| shelf.set(states));
    if let Some(lent) = taken {
        let attached = stamp.is_some() && lent.0.holds == stamp;
        return (lent, attached);
    }
    let shelved = Shelved {
        state: make(),
        holds: None,
        loan,
    };
    (Lent(Box::new(shelved)), false)
}

fn give_back<T>(shelf: &'static LocalKey<Cell<Shelf<T>>>, mut lent: Lent<T>, stamp: Option<Stamp>) {
    lent.0.holds = stamp;
    let mut states = shelf.try_with(Cell::take).unwrap_or_default();
    if states.states.len() >= KEPT {
        states.states.remove(0);
    }
    states.states.push(lent);
    let _ = shelf.try_with(|shelf| shelf.set(states));
}

#[cfg(test)]
mod tests {
    use super::*;

    thread_local! {
        static NUMBERS: Cell<Shelf<u32>> = const { Cell::new(Shelf::EMPTY) };
    }

    /// Lets every stamp borrow in turn so many times; returns how often each found its state.
    fn turns(stamps: &mut [Stamp], rounds: usize) -> Vec<usize> {
        let mut found = vec![0; stamps.len()];
        for _ in 0..rounds {
            for (stamp, found) in stamps.iter_mut().zip(&mut found) {
                let (lent, attached) = borrow(&NUMBERS, Some(*stamp), |_| true, || 0);
                *found = usize::from(attached).saturating_add(*found);
                *stamp = stamp.after_message();
                give_back(&NUMBERS, lent, Some(*stamp));
            }
        }
        found
    }

    fn kept() -> usize {
        let shelf = NUMBERS.take();
        let kept = shelf.states.len();
        NUMBERS.set(shelf);
        kept
    }

    #[test]
    fn as_many_busy_connections_as_there_are_states_keep_theirs() {
        let mut stamps: Vec<Stamp> = (0..KEPT).map(|_| Stamp::new()).collect();
        assert_eq!(turns(&mut stamps, 100), [99; KEPT]);
        assert_eq!(kept(), KEPT);
    }

    #[test]
    fn of_many_busy_connections_some_find_their_state() {
        let mut stamps: Vec<Stamp> = (0..2 * KEPT).map(|_| Stamp::new()).collect();
        let found: usize = turns(&mut stamps, 100).iter().sum();
        // One state serves all who find none, the others wait for whom they belong to.
        assert!(found > 95 * (KEPT - 1), "{found}");
        assert_eq!(kept(), KEPT);
    }

    #[test]
    fn the_states_of_those_who_went_silent_are_found_by_others() {
        let mut silent: Vec<Stamp> = (0..KEPT).map(|_| Stamp::new()).collect();
        turns(&mut silent, 10);
        let mut busy = [Stamp::new(), Stamp::new()];
        turns(&mut busy, 100);
        assert_eq!(turns(&mut busy, 10), [10, 10]);
    }

    #[test]
    fn who_keeps_no_context_takes_one_state_from_one_connection_at_most() {
        let mut stamps: Vec<Stamp> = (0..KEPT).map(|_| Stamp::new()).collect();
        turns(&mut stamps, 10);
        for _ in 0..10 {
            let (lent, attached) = borrow(&NUMBERS, None, |_| true, || 0);
            assert!(!attached);
            give_back(&NUMBERS, lent, None);
        }
        let found: usize = turns(&mut stamps, 1).iter().sum();
        assert_eq!(found, KEPT.saturating_sub(1));
    }

    /// Borrows a number; tells whether it had to become that number first.
    fn remade(number: u32, stamp: Option<Stamp>) -> bool {
        let (mut lent, _) = borrow(&NUMBERS, stamp, |had| *had == number, || number);
        let remade = *lent != number;
        *lent = number;
        give_back(&NUMBERS, lent, stamp);
        remade
    }

    #[test]
    fn each_finds_a_state_of_its_own_shape_where_no_context_is_kept() {
        for _ in 0..10 {
            for shape in [9, 12, 15] {
                assert!(!remade(shape, None));
            }
        }
        assert_eq!(kept(), 3);
    }

    #[test]
    fn many_busy_connections_of_two_shapes_hardly_ever_make_a_state_anew() {
        let stamps: Vec<Stamp> = (0..4 * KEPT).map(|_| Stamp::new()).collect();
        let mut count = 0;
        for _ in 0..20 {
            for (shape, stamp) in [9, 15].into_iter().cycle().zip(&stamps) {
                count += usize::from(remade(shape, Some(*stamp)));
            }
        }
        assert!(count <= 2 * KEPT, "{count}");
        assert_eq!(kept(), KEPT);
    }

    #[test]
    fn a_shape_that_nobody_has_any_more_gives_way() {
        turns(&mut [(); KEPT].map(|()| Stamp::new()), 10);
        assert!(remade(15, None));
        assert!((0..100).all(|_| !remade(15, None)));
        assert_eq!(kept(), KEPT);
    }
}
