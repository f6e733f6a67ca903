//! Where the text has been said before: chains of the places at which the same four bytes stand.

use super::Effort;
use super::symbols::LONGEST;

/// The most text that is held, window included: what 16 bits can count.
pub(super) const TEXT_BYTES: usize = 1 << 16;

/// Reading ahead of a place stays within the memory without a test: a longest match and a word.
const BEHIND: usize = 1024;

/// The four bytes that a match has at least; for one of three the literals are as good.
const HASHED: usize = 4;

const HEADS: usize = 1 << 14;
const LINKS: usize = 1 << 15;

/// A run of bytes that was said before.
#[derive(Clone, Copy)]
pub(super) struct Match {
    pub(super) length: usize,
    pub(super) distance: usize,
}

/// The text of one context, as far as the window reaches and a piece more, and its index.
///
/// Places count from 0 in `text`; a chain ends with 0, so the first byte is never found again.
pub(super) struct Matcher {
    text: Box<[u8; TEXT_BYTES + BEHIND]>,
    len: usize,
    /// Up to here every place is in the index.
    indexed: usize,
    /// The newest place of each hash.
    heads: Box<[u16; HEADS]>,
    /// The next older place with the same hash, for each place of the window.
    links: Box<[u16; LINKS]>,
    /// What leaves of a product as many bits as there are heads in use.
    hash_shift: u32,
    window: usize,
    effort: Effort,
}

impl Matcher {
    pub(super) fn new() -> Self {
        Self {
            text: zeros(),
            len: 0,
            indexed: 0,
            heads: zeros(),
            links: zeros(),
            hash_shift: 0,
            window: 0,
            effort: Effort::NONE,
        }
    }

    /// Forgets everything. The window is a power of two; about `expected` bytes will be here.
    pub(super) fn restart(&mut self, window: usize, expected: usize, effort: Effort) {
        // Few heads for little text: clearing them would take longer than finding in them.
        let heads = expected.clamp(1 << 10, HEADS).next_power_of_two();
        self.heads[..heads].fill(0);
        self.hash_shift = u32::BITS - heads.ilog2();
        self.window = window;
        self.effort = effort;
        self.len = 0;
        self.indexed = 0;
    }

    /// The text that is held.
    pub(super) fn text(&self) -> &[u8] {
        &self.text[..self.len]
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Appends as much text as there is room for, and returns the rest.
    pub(super) fn append<'a>(&mut self, text: &'a [u8]) -> &'a [u8] {
        let (fits, rest) = text.split_at(text.len().min(TEXT_BYTES - self.len));
        self.text[self.len..self.len + fits.len()].copy_from_slice(fits);
        self.len += fits.len();
        rest
    }

    /// Forgets what the window does not reach any more; returns how far all places have moved.
    ///
    /// That is a multiple of the window, so that the links stay where they are.
    pub(super) fn slide(&mut self) -> usize {
        let surplus = self.len.saturating_sub(self.window);
        let by = surplus - surplus % self.window;
        if by == 0 {
            return 0;
        }
        self.text.copy_within(by..self.len, 0);
        self.len -= by;
        self.indexed -= by.min(self.indexed);
        let places = self.heads.iter_mut().chain(self.links.iter_mut());
        for place in places {
            *place = place.saturating_sub(by as u16);
        }
        by
    }

    /// Puts every place before `end` into the index, as far as four bytes of it are there.
    #[inline]
    pub(super) fn index_until(&mut self, end: usize) {
        let end = end.min(self.len.saturating_sub(HASHED - 1));
        for at in self.indexed..end {
            let newest = self.exchange(at);
            self.link(at, newest);
        }
        self.indexed = self.indexed.max(end);
    }

    /// Leaves out of the index what is before `start`; for what is not worth the time.
    pub(super) fn skip_until(&mut self, start: usize) {
        self.indexed = self.indexed.max(start);
    }

    /// The longest match for the text at a place that is longer than `beaten` (3 or more).
    ///
    /// Of equally long ones it is the nearest. The place, and all before it, are then in the index.
    #[inline]
    pub(super) fn find(&mut self, at: usize, beaten: usize, tries: u32) -> Option<Match> {
        let limit = (self.len - at).min(LONGEST);
        if limit < HASHED {
            return None;
        }
        self.index_until(at);
        let newest = self.exchange(at);
        let found = if beaten < limit {
            self.search(at, usize::from(newest), beaten, limit, tries)
        } else {
            None
        };
        // After the search, as at the far end of the window this takes the place of a link.
        self.link(at, newest);
        self.indexed = at + 1;
        found
    }

    #[inline]
    fn search(
        &self,
        at: usize,
        newest: usize,
        beaten: usize,
        limit: usize,
        mut tries: u32,
    ) -> Option<Match> {
        let here = self.word(at, 0);
        let enough = self.effort.enough.min(limit);
        let oldest = at.saturating_sub(self.window).max(1);
        let mut place = newest;
        let mut length = beaten;
        let mut source = 0;
        while place >= oldest {
            let different = here ^ self.word(place, 0);
            let common = if different != 0 {
                (different.trailing_zeros() >> 3) as usize
            } else {
                self.common(place, at, limit)
            };
            if common > length {
                length = common;
                source = place;
                if length >= enough {
                    break;
                }
            }
            tries -= 1;
            let next = usize::from(self.links[place & (self.window - 1) & (LINKS - 1)]);
            // A link that was overwritten may lead anywhere.
            if tries == 0 || next >= place {
                break;
            }
            place = next;
        }
        (source > 0).then(|| Match {
            length: length.min(limit),
            distance: at - source,
        })
    }

    /// How many bytes are the same at two places, of which 8 are; may be more than the limit.
    #[inline]
    fn common(&self, place: usize, at: usize, limit: usize) -> usize {
        let mut length = 8;
        while length < limit {
            let different = self.word(place, length) ^ self.word(at, length);
            if different != 0 {
                return length + (different.trailing_zeros() >> 3) as usize;
            }
            length += 8;
        }
        length
    }

    /// Eight bytes as a number, the first the lowest; beyond the text anything.
    #[inline]
    fn word(&self, at: usize, ahead: usize) -> u64 {
        // The masks change nothing and spare the bounds check.
        let from = (at & (TEXT_BYTES - 1)) + (ahead & (BEHIND / 2 - 1));
        let bytes = self.text[from..from + 8].first_chunk();
        u64::from_le_bytes(*bytes.expect("the slice is eight bytes long"))
    }

    /// Makes a place the newest of its hash, and returns the one that was.
    #[inline]
    fn exchange(&mut self, at: usize) -> u16 {
        // A factor of Fibonacci hashing: the highest bits of the product depend on all four bytes.
        let hash = (self.word(at, 0) as u32).wrapping_mul(0x9e37_79b1) >> self.hash_shift;
        let head = &mut self.heads[hash as usize & (HEADS - 1)];
        core::mem::replace(head, at as u16)
    }

    #[inline]
    fn link(&mut self, at: usize, older: u16) {
        self.links[at & (self.window - 1) & (LINKS - 1)] = older;
    }
}

/// An array of zeros on the heap, of which the pages that stay untouched cost nothing.
#[expect(
    clippy::unnecessary_box_returns,
    reason = "arrays of this size are to be on the heap from the start"
)]
fn zeros<T: Clone + Default, const N: usize>() -> Box<[T; N]> {
    let Ok(array) = vec![T::default(); N].into_boxed_slice().try_into() else {
        unreachable!("the slice was made with that length")
    };
    array
}
