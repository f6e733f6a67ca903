//! Everything that will be sent and everything that should come back, written down beforehand.

use core::ops::Range;

use anyhow::{Result, bail};

use crate::deflate::{Agreement, Compressor};
use crate::frame::{self, CONTINUATION, FIN, RSV1};
use crate::payload::{Content, Random, payload};

/// What to write down.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) content: Content,
    /// [`frame::TEXT`] or [`frame::BINARY`].
    pub(crate) opcode: u8,
    /// The size of every message before compression, in bytes.
    pub(crate) message_bytes: usize,
    /// How many messages are sent at once.
    pub(crate) window: usize,
    /// In how many frames each message is sent.
    pub(crate) fragments: usize,
    pub(crate) beginning: Beginning,
    pub(crate) echo: Echo,
}

/// What a server sends back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Echo {
    /// Messages of its own that say the same.
    Messages,
    /// The very bytes that it received: a server that knows TCP only.
    Bytes,
}

/// Where in the script a connection begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beginning {
    /// Each at another place, so that an answer which goes to the wrong connection is noticed.
    Apart,
    /// All at the first message, because all receive the same.
    Together,
}

/// A row of different messages of one size: some to begin with, where compression has a history to
/// gather, and then a cycle that is gone through for ever.
///
/// A *position* is the number of a message in this row.
pub(crate) struct Script {
    plan: Plan,
    /// The number of messages before the cycle.
    opening: usize,
    /// All messages as a client sends them.
    frames: Vec<u8>,
    /// Where each message begins in `frames`, and where the last one ends.
    starts: Vec<usize>,
    /// All answers, as a server sends them that neither compresses nor divides.
    answers: Vec<u8>,
    answer_bytes: usize,
}

impl Script {
    /// Writes everything down.
    pub(crate) fn new(plan: Plan, agreement: Option<&Agreement>) -> Result<Self> {
        if plan.fragments == 0 || plan.fragments > plan.message_bytes {
            bail!(
                "{} bytes cannot be sent in {} frames",
                plan.message_bytes,
                plan.fragments
            );
        }
        let takes_over = agreement.is_some_and(Agreement::takes_over);
        let cycle = cycle_of(plan, takes_over);
        let opening = if takes_over { cycle } else { 0 };
        let mut script = Self {
            plan,
            opening,
            frames: Vec::new(),
            starts: vec![0],
            answers: Vec::new(),
            answer_bytes: 0,
        };
        let mut compressor = agreement.map(Compressor::new);
        let mut random = Random::new(usize::MAX);
        for position in 0..opening + cycle {
            let text = payload(plan.content, position % cycle, plan.message_bytes);
            frame::push_server_frame(&mut script.answers, FIN | plan.opcode, &text);
            match &mut compressor {
                Some(compressor) => {
                    script.push(&compressor.compress(&text)?, RSV1, &mut random);
                }
                None => script.push(&text, 0, &mut random),
            }
        }
        if plan.echo == Echo::Bytes {
            script.answers.clone_from(&script.frames);
        }
        script.answer_bytes = script.answers.len() / (opening + cycle);
        Ok(script)
    }

    /// Appends a message, divided as planned.
    fn push(&mut self, payload: &[u8], compressed: u8, random: &mut Random) {
        let piece_bytes = payload.len().div_ceil(self.plan.fragments);
        let mut rest = payload;
        for number in 0..self.plan.fragments {
            let (piece, after) = rest.split_at(piece_bytes.min(rest.len()));
            rest = after;
            let kind = if number == 0 {
                self.plan.opcode | compressed
            } else {
                CONTINUATION
            };
            let fin = if number + 1 == self.plan.fragments {
                FIN
            } else {
                0
            };
            let [key @ .., _, _, _, _] = random.next().to_le_bytes();
            frame::push_client_frame(&mut self.frames, fin | kind, key, piece);
        }
        self.starts.push(self.frames.len());
    }

    /// The number of positions.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The size of every message before compression, in bytes.
    pub(crate) const fn message_bytes(&self) -> usize {
        self.plan.message_bytes
    }

    /// Whether messages come back, or bytes.
    pub(crate) const fn echo(&self) -> Echo {
        self.plan.echo
    }

    /// The size of every answer that is one frame without compression, in bytes.
    pub(crate) const fn answer_bytes(&self) -> usize {
        self.answer_bytes
    }

    /// The opcode of every message.
    pub(crate) const fn opcode(&self) -> u8 {
        self.plan.opcode
    }

    /// Where the connection with this number begins. Where a history has to be gathered, all begin
    /// at the first message.
    pub(crate) fn first_position(&self, connection: usize) -> usize {
        if self.opening > 0 || self.plan.beginning == Beginning::Together {
            return 0;
        }
        let windows = self.len() / self.plan.window;
        connection % windows * self.plan.window
    }

    /// The position that comes after this one.
    pub(crate) fn next(&self, position: usize) -> usize {
        if position + 1 == self.len() {
            self.opening
        } else {
            position + 1
        }
    }

    /// How many messages from this position on stand one behind the other.
    pub(crate) fn until_turn(&self, position: usize) -> usize {
        self.len() - position
    }

    /// Where `count` messages stand in [`Self::frames`]; they must not go beyond the last.
    pub(crate) fn place(&self, position: usize, count: usize) -> Range<usize> {
        self.starts[position]..self.starts[position + count]
    }

    /// All messages as a client sends them.
    pub(crate) fn frames(&self) -> &[u8] {
        &self.frames
    }

    /// All answers from this one to the last, as a server sends them in one frame each.
    pub(crate) fn answers_from(&self, position: usize) -> &[u8] {
        &self.answers[position * self.answer_bytes..]
    }

    /// The message at this position, as it was before compression; where messages come back.
    pub(crate) fn plain(&self, position: usize) -> &[u8] {
        let end = (position + 1) * self.answer_bytes;
        &self.answers[end - self.plan.message_bytes..end]
    }

    /// Puts into `history` the last `bytes` bytes of text before this position.
    ///
    /// The opening holds the same text as the cycle and more than any window, so that this is right
    /// for every passage of the cycle.
    pub(crate) fn history(&self, position: usize, bytes: usize, history: &mut Vec<u8>) {
        history.clear();
        let messages = bytes.div_ceil(self.plan.message_bytes).min(position);
        for before in position - messages..position {
            history.extend_from_slice(self.plain(before));
        }
        let surplus = history.len().saturating_sub(bytes);
        history.drain(..surplus);
    }
}

/// How many messages the cycle holds: whole windows, two of them at least.
///
/// Few enough to stay in the cache. With context takeover many more, so that none of them is still
/// within reach of a 32 KiB window when its turn comes again: compression would be far too good.
fn cycle_of(plan: Plan, takes_over: bool) -> usize {
    let (bytes, least, most) = if takes_over {
        (256 * 1024, 8, usize::MAX)
    } else if plan.content == Content::Json {
        (64 * 1024, 8, 64)
    } else {
        (64 * 1024, 2, 64)
    };
    let messages = (bytes / plan.message_bytes.max(1)).clamp(least, most);
    messages.div_ceil(plan.window).max(2) * plan.window
}

#[cfg(test)]
mod tests;
