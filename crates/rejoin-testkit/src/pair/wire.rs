//! One direction of the link between two ends.

use std::collections::VecDeque;

use bytes::BytesMut;

/// One direction of the link.
#[derive(Debug)]
#[non_exhaustive]
pub struct Wire {
    /// How many bytes may be on their way. No bound unless changed.
    pub capacity: usize,
    on_way: VecDeque<u8>,
    taken: usize,
    pub(super) cut_after: Option<(usize, Cut)>,
    state: WireState,
}

/// Whether a wire still takes and carries bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WireState {
    Open,
    /// What is on its way arrives, then its reader learns of the end.
    Ended,
    /// What is on its way arrives, then nothing, not even an end.
    Dead,
}

/// What the two ends notice of a cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "an end is told or it is not")]
pub enum Cut {
    /// Both learn that the transport ended.
    Told,
    /// Nothing ever arrives again.
    Silent,
}

impl Wire {
    pub(super) const fn new() -> Self {
        Self {
            capacity: usize::MAX,
            on_way: VecDeque::new(),
            taken: 0,
            cut_after: None,
            state: WireState::Open,
        }
    }

    /// All bytes that were written to it so far.
    pub const fn taken_bytes(&self) -> usize {
        self.taken
    }

    /// Puts bytes on their way behind those that are there, as if the writing end had sent them.
    pub fn inject(&mut self, bytes: &[u8]) {
        self.on_way.extend(bytes);
    }

    /// Makes it carry nothing more, unnoticed by either end; what is on its way still arrives.
    pub fn go_silent(&mut self) {
        self.end(Cut::Silent);
    }

    /// Takes what it has room for; a wire that carries nothing any more takes everything.
    pub(super) fn write(&mut self, bytes: &[u8]) -> usize {
        if self.state != WireState::Open {
            return bytes.len();
        }
        let room = self.capacity.saturating_sub(self.on_way.len());
        let size = bytes.len().min(room);
        let arrives = match self.cut_after {
            Some((after, _)) => size.min(after.saturating_sub(self.taken)),
            None => size,
        };
        self.on_way.extend(bytes.iter().take(arrives));
        self.taken += size;
        size
    }

    /// Hands out at most so many bytes; how many it were.
    pub(super) fn take(&mut self, most: usize, into: &mut BytesMut) -> usize {
        let size = most.min(self.on_way.len());
        into.extend(self.on_way.drain(..size));
        size
    }

    pub(super) fn on_way_bytes(&self) -> usize {
        self.on_way.len()
    }

    /// Whether its reader has everything and is to learn that there is no more.
    pub(super) fn is_at_end(&self) -> bool {
        self.on_way.is_empty() && self.state == WireState::Ended
    }

    /// Nobody is there any more to read what is on its way.
    pub(super) fn discard(&mut self) {
        self.on_way.clear();
    }

    pub(super) fn cut_now(&self) -> Option<Cut> {
        let (after, cut) = self.cut_after?;
        (self.taken >= after).then_some(cut)
    }

    pub(super) fn end(&mut self, cut: Cut) {
        if self.state == WireState::Open {
            self.state = match cut {
                Cut::Told => WireState::Ended,
                Cut::Silent => WireState::Dead,
            };
        }
    }
}
