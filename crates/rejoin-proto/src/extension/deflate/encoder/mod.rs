//! The sending direction: plain text in, the payload of a compressed message out.

use core::fmt;

use bytes::{BufMut, BytesMut};
use zlib_rs::{Deflate, DeflateConfig, DeflateFlush};

use super::history::History;
use super::pool::{self, Lent, Stamp};
use super::{Level, Takeover, WindowBits};
use crate::extension::Fault;

/// What every message ends with before it is stripped (RFC 7692 section 7.2.1).
const TAIL: [u8; 4] = [0x00, 0x00, 0xff, 0xff];

/// The distance that zlib keeps from the end of its window: a longest match, a shortest match, 1.
const LOOKAHEAD: usize = 258 + 3 + 1;

/// The compressor of one direction of one connection.
///
/// # Why the window is kept, also one of 8 bits
///
/// RFC 7692 section 7.1.2 forbids distances beyond the agreed window. The compressor has no window
/// of 256 bytes, but never looks back as far as its window: a match at a distance above
/// `window - LOOKAHEAD` is not considered, at any level (level 0 has no matches at all; level 1
/// compares the distance before it is written; the others add every match through one place, which
/// asserts it). With 512 bytes that is 250, so a state of 9 bits produces streams for 8. For the
/// same reason nothing older than that needs to be remembered. `tests/deflate_windows.rs` measures
/// the distances of all levels and windows with an inflater of its own.
pub(super) struct Encoder {
    shape: Shape,
    takeover: Takeover,
    /// What the next message may refer to; never filled without context takeover.
    history: History,
    stamp: Stamp,
    progress: Option<Lent<Compressor>>,
}

/// How a compressor was made; only one of the same shape will do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// The window as a power of two: what was agreed, at least 9.
    bits: u8,
    level: u8,
    /// zlib's measure for the block in progress: `1 << (mem_level + 6)` symbols, seven bytes each.
    mem_level: u8,
}

impl Shape {
    /// The memory for symbols is cleared before every block: 48 KiB at the usual 8, and twice for a
    /// message that stands alone. Those get 6 KiB. That changes nothing up to 4 KiB; larger ones have
    /// more blocks then, and come out a hundredth longer. A block is never longer than half a window
    /// of 12 bits, so that data which cannot be compressed can still be stored as it is.
    fn new(window: WindowBits, takeover: Takeover, level: Level) -> Self {
        Self {
            bits: window.get().max(9),
            level: level.get(),
            mem_level: match takeover {
                Takeover::Kept => 8,
                Takeover::Reset => 5,
            },
        }
    }

    const fn window_bytes(self) -> usize {
        1 << self.bits
    }

    /// About what a state takes in bytes: two windows, a link of two bytes for each byte of one,
    /// the 128 KiB of heads of chains, and the block in progress.
    const fn state_bytes(self) -> usize {
        const HEADS: usize = 128 * 1024;
        self.window_bytes()
            .saturating_mul(4)
            .saturating_add(HEADS)
            .saturating_add((7 << 6) << self.mem_level)
    }
}

/// A compressor with the context of one direction of one connection.
pub(super) struct Compressor {
    deflate: Deflate,
    shape: Shape,
}

impl Compressor {
    pub(super) fn new(shape: Shape) -> Self {
        let config = DeflateConfig {
            level: i32::from(shape.level),
            // Negative: raw DEFLATE data, without a zlib header.
            window_bits: i32::from(shape.bits).saturating_neg(),
            mem_level: i32::from(shape.mem_level),
            ..DeflateConfig::default()
        };
        Self {
            deflate: Deflate::new_with_config(config),
            shape,
        }
    }

    pub(super) fn has_shape(&self, shape: Shape) -> bool {
        self.shape == shape
    }

    /// Forgets its context and goes on from that history.
    fn restart(&mut self, shape: Shape, history: &History) -> Result<(), Fault> {
        if self.has_shape(shape) {
            self.deflate.reset();
        } else {
            *self = Self::new(shape);
        }
        for part in history.parts() {
            if !part.is_empty() {
                self.deflate
                    .set_dictionary(part)
                    .map_err(|_| Fault::new("deflate refused its window"))?;
            }
        }
        Ok(())
    }

    /// Compresses a piece, and with the last one flushes, appending everything to `out`.
    fn compress(&mut self, mut piece: &[u8], last: bool, out: &mut BytesMut) -> Result<(), Fault> {
        let flush = if last {
            DeflateFlush::SyncFlush
        } else {
            DeflateFlush::NoFlush
        };
        let deflate = &mut self.deflate;
        pool::with_scratch(|scratch| {
            loop {
                let (before_in, before_out) = (deflate.total_in(), deflate.total_out());
                deflate
                    .compress(piece, scratch, flush)
                    .map_err(|_| Fault::new("deflate failed"))?;
                let used = advance(before_in, deflate.total_in());
                let made = advance(before_out, deflate.total_out());
                let (fresh, _) = scratch.split_at(made);
                out.extend_from_slice(fresh);
                (_, piece) = piece.split_at(used);
                // Room left over means that all there was to write has been written.
                if piece.is_empty() && made < scratch.len() {
                    return Ok(());
                }
                if used == 0 && made == 0 {
                    return Err(Fault::new("deflate stands still"));
                }
            }
        })
    }
}

impl Encoder {
    pub(super) fn new(window: WindowBits, takeover: Takeover, level: Level) -> Self {
        let shape = Shape::new(window, takeover, level);
        Self {
            shape,
            takeover,
            history: History::new(shape.window_bytes().saturating_sub(LOOKAHEAD)),
            stamp: Stamp::new(),
            progress: None,
        }
    }

    /// Forgets a message that was begun and never ended.
    pub(super) fn start(&mut self) {
        self.progress = None;
    }

    pub(super) fn encode(
        &mut self,
        piece: &[u8],
        last: bool,
        out: &mut BytesMut,
    ) -> Result<(), Fault> {
        if piece.is_empty() {
            if !last {
                return Ok(());
            }
            if self.progress.is_none() {
                // RFC 7692 section 7.2.3.6: the empty stored block without its length.
                out.put_u8(0x00);
                return Ok(());
            }
        }
        let mut lent = match self.progress.take() {
            Some(lent) => lent,
            None => self.borrow()?,
        };
        lent.compress(piece, last, out)?;
        if self.takeover == Takeover::Kept {
            self.history.push(piece);
        }
        if !last {
            self.progress = Some(lent);
            return Ok(());
        }
        self.stamp = self.stamp.after_message();
        pool::give_back_compressor(lent, self.shared_stamp());
        if !out.ends_with(&TAIL) {
            return Err(Fault::new("deflate did not flush"));
        }
        out.truncate(out.len().saturating_sub(TAIL.len()));
        Ok(())
    }

    pub(super) fn held_bytes(&self) -> usize {
        let lent = self
            .progress
            .as_ref()
            .map_or(0, |_| self.shape.state_bytes());
        self.history.held_bytes().saturating_add(lent)
    }

    /// What its output depends on besides the message, where messages stand alone: the size of the
    /// window and the level.
    pub(super) fn shape_without_takeover(&self) -> Option<u64> {
        let Shape { bits, level, .. } = self.shape;
        (self.takeover == Takeover::Reset).then_some(u16::from_be_bytes([bits, level]).into())
    }

    fn shared_stamp(&self) -> Option<Stamp> {
        (self.takeover == Takeover::Kept).then_some(self.stamp)
    }

    fn borrow(&self) -> Result<Lent<Compressor>, Fault> {
        let (mut lent, attached) = pool::borrow_compressor(self.shape, self.shared_stamp());
        if !attached {
            lent.restart(self.shape, &self.history)?;
        }
        Ok(lent)
    }
}

/// How far a counter went in one call, which handles less than `usize::MAX` bytes.
pub(super) fn advance(before: u64, after: u64) -> usize {
    usize::try_from(after.saturating_sub(before))
        .expect("one call is given slices, whose lengths fit")
}

impl fmt::Debug for Encoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Encoder")
            .field("shape", &self.shape)
            .field("takeover", &self.takeover)
            .field("in_progress", &self.progress.is_some())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
