//! The compressor: plain text in, blocks of DEFLATE out (RFC 1951), made for messages.
//!
//! General compressors are made for files. Half of the time that they need for a message of 1 KiB
//! goes into what does not depend on the message: clearing 128 KiB of tables and building three
//! codes with a heap. This one sizes its tables by the message, builds codes by sorting, can be
//! made to go on from any context, and never looks back further than the agreed window, of
//! whichever of the sizes from 8 to 15 bits that is.
//!
//! The stages, each in its file: [`matcher`] finds what was said before, [`Compressor`] chooses
//! among what is found, [`block`] says it in the shortest form with codes made by [`huffman`].
//! `tests/deflate_windows.rs` holds the whole against an inflater of its own.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "places are below 64 KiB, symbols below 512 and words at most 15 bits long, whatever \
              the text; spelling that out in every line would hide the algorithm"
)]

mod bits;
mod block;
mod huffman;
mod matcher;
mod symbols;

use bytes::BytesMut;

use block::Block;
use matcher::{Matcher, TEXT_BYTES};
use symbols::LONGEST;

use super::{Level, Takeover};

/// About what a compressor takes in bytes.
pub(super) const STATE_BYTES: usize = 200 * 1024;

/// How hard to search. All of it shapes the size of the output only, never its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Effort {
    /// How many earlier places are compared; 0 if the text is just stored.
    tries: u32,
    /// With a match of this length fewer are compared in search of a longer one at the next byte.
    good: usize,
    /// With a match of this length the next byte is not looked at.
    lazy: usize,
    /// A match of this length is taken without further search.
    enough: usize,
}

impl Effort {
    const NONE: Self = Self::new(0, 0, 0, 0);

    /// The levels 0 to 9, and one beyond.
    const LEVELS: [Self; 11] = [
        Self::NONE,
        Self::new(1, 0, 0, 16),
        Self::new(4, 0, 0, 32),
        Self::new(4, 4, 6, 16),
        Self::new(8, 4, 8, 32),
        Self::new(8, 8, 16, 32),
        Self::new(16, 8, 16, 32),
        Self::new(64, 8, 64, 128),
        Self::new(128, 32, 128, 258),
        Self::new(512, 32, 258, 258),
        Self::new(4096, 258, 258, 258),
    ];

    const fn new(tries: u32, good: usize, lazy: usize, enough: usize) -> Self {
        Self {
            tries,
            good,
            lazy,
            enough,
        }
    }

    /// The effort of a level; one level more where the context is kept.
    ///
    /// There matches are more frequent and the usual window of 12 bits makes chains short. With
    /// the deeper search it comes out as small as one of 15 bits does at the level itself.
    pub(super) fn of(level: Level, takeover: Takeover) -> Self {
        let more = usize::from(takeover == Takeover::Kept && level.get() > 0);
        let place = usize::from(level.get()) + more;
        Self::LEVELS[place.min(Self::LEVELS.len() - 1)]
    }
}

/// A compressor with the context of one direction of one connection.
pub(super) struct Compressor {
    matcher: Matcher,
    block: Block,
    effort: Effort,
    /// Where the text starts that is not in a block yet.
    pending: usize,
}

impl Compressor {
    pub(super) fn new() -> Self {
        Self {
            matcher: Matcher::new(),
            block: Block::new(),
            effort: Effort::NONE,
            pending: 0,
        }
    }

    /// Starts from that history, oldest part first, which is no longer than the window.
    ///
    /// The window is a power of two from 256 to 32,768. `expected` is how much text there will
    /// be in all as far as the window reaches; it matters for the speed only.
    pub(super) fn restart(
        &mut self,
        effort: Effort,
        window: usize,
        history: [&[u8]; 2],
        expected: usize,
    ) {
        self.effort = effort;
        self.block.restart();
        self.matcher.restart(window, expected, effort);
        for part in history {
            self.matcher.append(part);
        }
        self.pending = self.matcher.len();
        if effort.tries > 0 {
            self.matcher.index_until(self.pending);
        }
    }

    /// Takes text of the message; what it stands for is appended sooner or later.
    pub(super) fn write(&mut self, text: &[u8], out: &mut BytesMut) {
        if text.len() > TEXT_BYTES - self.matcher.len() {
            self.slide();
        }
        let mut rest = self.matcher.append(text);
        while !rest.is_empty() {
            self.compress(out);
            self.slide();
            rest = self.matcher.append(rest);
        }
    }

    /// Ends the message: appends all that is left, as far as it travels.
    pub(super) fn finish(&mut self, out: &mut BytesMut) {
        self.compress(out);
        self.block.end_message(out);
    }

    /// Makes room, as far as what is pending permits.
    fn slide(&mut self) {
        if self.pending == self.matcher.len() {
            self.pending -= self.matcher.slide();
        }
    }

    /// Turns all pending text into blocks.
    fn compress(&mut self, out: &mut BytesMut) {
        let Effort {
            tries, good, lazy, ..
        } = self.effort;
        let end = self.matcher.len();
        let mut at = core::mem::replace(&mut self.pending, end);
        if tries == 0 {
            self.block.store(&self.matcher.text()[at..], out);
            return;
        }
        let mut block_start = at;
        while at < end {
            if self.block.is_full() {
                self.block.write(&self.matcher.text()[block_start..at], out);
                block_start = at;
            }
            let Some(mut found) = self.matcher.find(at, 3, tries) else {
                self.block.literal(self.matcher.text()[at]);
                at += 1;
                continue;
            };
            // A literal and a longer match behind it are better than a match.
            while found.length < lazy {
                let fewer = if found.length >= good {
                    tries >> 2
                } else {
                    tries
                };
                let next = self.matcher.find(at + 1, found.length, fewer.max(1));
                let Some(longer) = next else {
                    break;
                };
                self.block.literal(self.matcher.text()[at]);
                at += 1;
                found = longer;
            }
            self.block.repeat(found);
            at += found.length;
            if found.length == LONGEST {
                // Most likely a long run, of which the ends are enough to be found again.
                self.matcher.skip_until(at - 16);
            }
            self.matcher.index_until(at);
        }
        self.block.write(&self.matcher.text()[block_start..], out);
    }
}

#[cfg(test)]
mod tests;
