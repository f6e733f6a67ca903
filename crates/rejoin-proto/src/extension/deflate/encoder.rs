//! The sending direction: plain text in, the payload of a compressed message out.

use core::fmt;

use bytes::{BufMut, BytesMut};

use super::compress::{self, Compressor, Effort};
use super::history::History;
use super::pool::{self, Lent, Stamp};
use super::{Level, Takeover, WindowBits};

/// The compressor of one direction of one connection.
///
/// RFC 7692 section 7.1.2 forbids distances beyond the agreed window. The compressor knows that
/// window, also one of 8 bits, and `tests/deflate_windows.rs` measures the distances of all levels
/// and windows with an inflater of its own.
pub(super) struct Encoder {
    level: Level,
    takeover: Takeover,
    /// What the next message may refer to; never filled without context takeover.
    history: History,
    stamp: Stamp,
    progress: Option<Lent<Compressor>>,
}

impl Encoder {
    pub(super) fn new(window: WindowBits, takeover: Takeover, level: Level) -> Self {
        Self {
            level,
            takeover,
            history: History::new(window.bytes()),
            stamp: Stamp::new(),
            progress: None,
        }
    }

    /// Forgets a message that was begun and never ended.
    pub(super) fn start(&mut self) {
        self.progress = None;
    }

    pub(super) fn encode(&mut self, piece: &[u8], last: bool, out: &mut BytesMut) {
        if piece.is_empty() {
            if !last {
                return;
            }
            if self.progress.is_none() {
                // RFC 7692 section 7.2.3.6: the empty stored block without its length.
                out.put_u8(0x00);
                return;
            }
        }
        let mut lent = match self.progress.take() {
            Some(lent) => lent,
            None => self.borrow(last.then_some(piece.len())),
        };
        lent.write(piece, out);
        if self.takeover == Takeover::Kept {
            self.history.push(piece);
        }
        if last {
            lent.finish(out);
            self.stamp = self.stamp.after_message();
            pool::give_back_compressor(lent, self.shared_stamp());
        } else {
            self.progress = Some(lent);
        }
    }

    pub(super) fn held_bytes(&self) -> usize {
        let lent = self.progress.as_ref().map_or(0, |_| compress::STATE_BYTES);
        self.history.held_bytes().saturating_add(lent)
    }

    /// What its output depends on besides the message, where messages stand alone: the size of the
    /// window and the level.
    pub(super) fn shape_without_takeover(&self) -> Option<u64> {
        let window = u64::try_from(self.history.limit()).unwrap_or(u64::MAX);
        let shape = window.wrapping_shl(8) | u64::from(self.level.get());
        (self.takeover == Takeover::Reset).then_some(shape)
    }

    fn shared_stamp(&self) -> Option<Stamp> {
        (self.takeover == Takeover::Kept).then_some(self.stamp)
    }

    /// Borrows a compressor for a message of that size, where it is known.
    fn borrow(&self, size: Option<usize>) -> Lent<Compressor> {
        let (mut lent, attached) = pool::borrow_compressor(self.shared_stamp());
        if !attached {
            let size = size.unwrap_or(usize::MAX);
            let window = self.history.limit();
            let text = match self.takeover {
                Takeover::Kept => window.saturating_add(size),
                Takeover::Reset => size,
            };
            let effort = Effort::of(self.level, self.takeover);
            lent.restart(effort, window, self.history.parts(), text);
        }
        lent
    }
}

impl fmt::Debug for Encoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Encoder")
            .field("window_bytes", &self.history.limit())
            .field("takeover", &self.takeover)
            .field("level", &self.level)
            .field("in_progress", &self.progress.is_some())
            .finish_non_exhaustive()
    }
}
