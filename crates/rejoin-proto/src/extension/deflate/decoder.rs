//! The receiving direction: the payload of a compressed message in, plain text out.

use core::fmt;

use bytes::{BufMut, BytesMut};
use zlib_rs::{Inflate, InflateFlush, Status};

use super::encoder::advance;
use super::history::History;
use super::pool::{self, Lent, Stamp};
use super::{Takeover, WindowBits};
use crate::extension::{Fault, Progress};

/// What the sender stripped (RFC 7692 section 7.2.2), and one byte of a block that never follows.
///
/// Inflating stops behind the block that the first four end; whether it took exactly those four
/// tells a message that ends as it must from one that was cut short.
const TAIL_AND_PROBE: [u8; 5] = [0x00, 0x00, 0xff, 0xff, 0x00];

/// About what an inflate state takes in bytes, for the account of a message in progress.
const STATE_BYTES: usize = 44 * 1024;

/// A final block costs a reset and a copy of the window, so a message may hold one for this many of
/// its compressed bytes, and a few in any case.
const BYTES_PER_FINAL_BLOCK: u64 = 64;
const FREE_FINAL_BLOCKS: u64 = 16;

/// The decompressor of one direction of one connection.
///
/// A distance that reaches back beyond the beginning of the context, or from the message into more
/// than the agreed window before it, is a fault. A distance *within* one message is held to 32 KiB
/// only: the data is there, and refusing it would protect nobody.
pub(super) struct Decoder {
    window: WindowBits,
    takeover: Takeover,
    /// What the next message may refer to; never filled without context takeover.
    history: History,
    stamp: Stamp,
    message: Option<Lent<Inflater>>,
}

/// An inflate state and the message that it is at work on.
pub(super) struct Inflater {
    inflate: Inflate,
    /// Memory for the window of a message that is to leave none behind.
    spare: History,
    /// A byte that was produced only to learn that there is one.
    owed: Option<u8>,
    /// The last block was final; whatever follows starts a new stream in the same context.
    after_final_block: bool,
    final_blocks: u64,
    consumed: u64,
}

impl Decoder {
    pub(super) const fn new(window: WindowBits, takeover: Takeover, stamp: Stamp) -> Self {
        Self {
            window,
            takeover,
            history: History::new(window.bytes()),
            stamp,
            message: None,
        }
    }

    pub(super) fn decode(
        &mut self,
        piece: &[u8],
        last: bool,
        room: usize,
        out: &mut BytesMut,
    ) -> Result<Progress, Fault> {
        let mut message = match self.message.take() {
            Some(message) => message,
            None => self.start()?,
        };
        let kept = match self.takeover {
            Takeover::Kept => Some(&mut self.history),
            Takeover::Reset => None,
        };
        let progress =
            pool::with_scratch(|scratch| message.decode(piece, last, room, out, kept, scratch))?;
        if progress.finished {
            self.stamp = self.stamp.after_message();
            pool::give_back_inflater(message, self.shared_stamp());
        } else {
            self.message = Some(message);
        }
        Ok(progress)
    }

    pub(super) fn held_bytes(&self) -> usize {
        let lent = self.message.as_ref().map_or(0, |_| STATE_BYTES);
        self.history.held_bytes().saturating_add(lent)
    }

    /// The stamp, where a state may be gone on with.
    ///
    /// A state remembers 32 KiB, so with a smaller window that would permit distances which are a
    /// fault when the state is primed; and priming such a window is a short copy.
    fn shared_stamp(&self) -> Option<Stamp> {
        let shared = self.takeover == Takeover::Kept && self.window == WindowBits::MAX;
        shared.then_some(self.stamp)
    }

    fn start(&self) -> Result<Lent<Inflater>, Fault> {
        let (mut message, attached) = pool::borrow_inflater(self.shared_stamp());
        if !attached {
            message.inflate.reset(false);
            prime(&mut message.inflate, &self.history)?;
        }
        message.spare.clear();
        message.owed = None;
        message.after_final_block = false;
        message.final_blocks = 0;
        message.consumed = 0;
        Ok(message)
    }
}

impl Inflater {
    /// A state with a window of the full 32 KiB, whatever was agreed.
    pub(super) fn new() -> Self {
        Self {
            inflate: Inflate::new(false, WindowBits::MAX.get()),
            spare: History::new(WindowBits::MAX.bytes()),
            owed: None,
            after_final_block: false,
            final_blocks: 0,
            consumed: 0,
        }
    }

    /// The whole of [`Codec::decode`](crate::extension::Codec::decode) for one piece; `kept` is
    /// the history that outlives the message, if any does.
    fn decode(
        &mut self,
        piece: &[u8],
        last: bool,
        mut room: usize,
        out: &mut BytesMut,
        kept: Option<&mut History>,
        scratch: &mut [u8],
    ) -> Result<Progress, Fault> {
        let inflate = &mut self.inflate;
        let history = kept.unwrap_or(&mut self.spare);
        if let Some(byte) = self.owed {
            if room == 0 {
                return Ok(unfinished(0));
            }
            self.owed = None;
            out.put_u8(byte);
            history.push(&[byte]);
            room = room.saturating_sub(1);
        }
        let mut rest = piece;
        loop {
            if self.after_final_block {
                if rest.is_empty() {
                    break;
                }
                self.after_final_block = false;
                inflate.reset(false);
                prime(inflate, history)?;
            }
            // Without room one byte more is asked for: only so does it show whether there is one.
            let (space, _) = scratch.split_at_mut(room.clamp(1, scratch.len()));
            let step = inflate_step(inflate, rest, space, InflateFlush::NoFlush)?;
            let (fresh, _) = space.split_at(step.made);
            (_, rest) = rest.split_at(step.used);
            self.consumed = self.consumed.saturating_add(widen(step.used));
            if room == 0 {
                if let Some(&byte) = fresh.first() {
                    self.owed = Some(byte);
                }
            } else {
                out.extend_from_slice(fresh);
                history.push(fresh);
                room = room.saturating_sub(step.made);
            }
            if step.status == Status::StreamEnd {
                self.after_final_block = true;
                self.final_blocks = self.final_blocks.saturating_add(1);
                let earned = self.consumed.wrapping_div(BYTES_PER_FINAL_BLOCK);
                if self.final_blocks > earned.saturating_add(FREE_FINAL_BLOCKS) {
                    return Err(Fault::new("too many final deflate blocks"));
                }
            }
            if self.owed.is_some() {
                return Ok(unfinished(piece.len().saturating_sub(rest.len())));
            }
            if step.status == Status::StreamEnd {
                continue;
            }
            // Room left over means that all there was to produce has been produced.
            if rest.is_empty() && step.made < space.len() {
                break;
            }
            if step.used == 0 && step.made == 0 {
                return Err(Fault::new("inflate stands still"));
            }
        }
        if last && !self.after_final_block {
            let (space, _) = scratch.split_at_mut(1);
            let tail = inflate_step(inflate, &TAIL_AND_PROBE, space, InflateFlush::Block)?;
            if tail.used != 4 || tail.made != 0 {
                return Err(Fault::new("deflate data ends within a block"));
            }
        }
        Ok(Progress {
            consumed: piece.len(),
            finished: last,
        })
    }
}

const fn unfinished(consumed: usize) -> Progress {
    Progress {
        consumed,
        finished: false,
    }
}

/// Makes a state that holds nothing go on from a history.
fn prime(inflate: &mut Inflate, history: &History) -> Result<(), Fault> {
    for part in history.parts() {
        if !part.is_empty() {
            inflate
                .set_dictionary(part)
                .map_err(|_| Fault::new("inflate refused its window"))?;
        }
    }
    Ok(())
}

/// What one call of the inflater did.
struct Step {
    used: usize,
    made: usize,
    status: Status,
}

fn inflate_step(
    inflate: &mut Inflate,
    input: &[u8],
    space: &mut [u8],
    flush: InflateFlush,
) -> Result<Step, Fault> {
    let (before_in, before_out) = (inflate.total_in(), inflate.total_out());
    let status = inflate
        .decompress(input, space, flush)
        .map_err(|_| Fault::new(inflate.error_message().unwrap_or("invalid deflate data")))?;
    Ok(Step {
        used: advance(before_in, inflate.total_in()),
        made: advance(before_out, inflate.total_out()),
        status,
    })
}

/// A length as a counter.
fn widen(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

impl fmt::Debug for Decoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Decoder")
            .field("window", &self.window)
            .field("takeover", &self.takeover)
            .field("in_progress", &self.message.is_some())
            .finish_non_exhaustive()
    }
}
