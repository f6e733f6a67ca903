//! Blocks of RFC 1951 section 3.2: what was found in the text, in the shortest of three forms.

use bytes::{BufMut, BytesMut};

use super::bits::{Rest, Writer};
use super::huffman::{Code, LONGEST_CODE};
use super::matcher::Match;
use super::symbols::{self, DISTANCES, END, FIRST_LENGTH, LITERALS};

/// The most literals and matches of one block; the codes of the next may fit the text better.
const MOST_TOKENS: usize = 8 * 1024;

/// The most that a stored block holds.
const STORED_BYTES: usize = 0xffff;

/// The code of the code lengths: their alphabet, the longest word, the order in which it is sent.
const LENGTHS: usize = 19;
const LONGEST_LENGTH_CODE: usize = 7;
const LENGTHS_ORDER: [usize; LENGTHS] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];
/// A code length again 3 to 6 times; 3 to 10 and 11 to 138 zeros.
const AGAIN: u8 = 16;
const ZEROS: u8 = 17;
const MANY_ZEROS: u8 = 18;

/// Fixed codes have words for two symbols of each alphabet that are never used.
const FIXED_LITERALS: Code<{ LITERALS + 2 }> = {
    let mut lengths = [8; LITERALS + 2];
    let mut symbol = 144;
    while symbol < 280 {
        lengths[symbol] = if symbol < 256 { 9 } else { 7 };
        symbol += 1;
    }
    Code::of_lengths(lengths)
};
const FIXED_DISTANCES: Code<{ DISTANCES + 2 }> = Code::of_lengths([5; DISTANCES + 2]);
static FIXED: (Code<{ LITERALS + 2 }>, Code<{ DISTANCES + 2 }>) = (FIXED_LITERALS, FIXED_DISTANCES);

/// The block in the making, and the bits that the last one left over.
pub(super) struct Block {
    /// Literals as they are, matches as `distance << 16 | length`.
    tokens: Vec<u32>,
    literals: [u16; LITERALS],
    distances: [u16; DISTANCES],
    extra_bits: usize,
    rest: Rest,
}

impl Block {
    pub(super) fn new() -> Self {
        Self {
            tokens: Vec::with_capacity(MOST_TOKENS),
            literals: [0; LITERALS],
            distances: [0; DISTANCES],
            extra_bits: 0,
            rest: Rest::default(),
        }
    }

    /// Forgets what was said, also the bits that belong to a message which never ended.
    pub(super) fn restart(&mut self) {
        self.clear();
        self.rest = Rest::default();
    }

    /// Whether it is time to [`write`](Self::write).
    pub(super) fn is_full(&self) -> bool {
        self.tokens.len() >= MOST_TOKENS
    }

    #[inline]
    pub(super) fn literal(&mut self, byte: u8) {
        self.literals[usize::from(byte)] += 1;
        self.tokens.push(u32::from(byte));
    }

    #[inline]
    pub(super) fn repeat(&mut self, found: Match) {
        let length = symbols::length(found.length);
        let distance = symbols::distance(found.distance);
        self.literals[length.number] += 1;
        self.distances[distance.number] += 1;
        self.extra_bits += (length.extra_bits + distance.extra_bits) as usize;
        self.tokens
            .push((found.distance as u32) << 16 | found.length as u32);
    }

    /// Writes the block, which stands for this text; nothing for no text.
    pub(super) fn write(&mut self, text: &[u8], out: &mut BytesMut) {
        if text.is_empty() {
            return;
        }
        self.literals[END] = 1;
        let literals = Code::for_frequencies(&self.literals, LONGEST_CODE);
        let distances = Code::for_frequencies(&self.distances, LONGEST_CODE);
        let lengths = Lengths::of(&literals, &distances);
        let tailored = lengths.cost()
            + literals.cost(&self.literals)
            + distances.cost(&self.distances)
            + self.extra_bits;
        let fixed = self.fixed_cost();
        if self.stored_cost(text) < tailored.min(fixed) {
            self.store(text, out);
        } else if fixed <= tailored {
            self.rest.write(3 + fixed, out, |writer| {
                writer.put(0b01 << 1, 3);
                write_tokens(&self.tokens, writer, &FIXED.0, &FIXED.1);
            });
        } else {
            self.rest.write(3 + tailored, out, |writer| {
                writer.put(0b10 << 1, 3);
                lengths.write(writer);
                write_tokens(&self.tokens, writer, &literals, &distances);
            });
        }
        self.clear();
    }

    /// Writes text as it is, in as many stored blocks as it takes.
    pub(super) fn store(&mut self, text: &[u8], out: &mut BytesMut) {
        for part in text.chunks(STORED_BYTES) {
            self.rest.write(3, out, |writer| {
                writer.put(0b00 << 1, 3);
                writer.align();
            });
            let length = part.len() as u16;
            out.put_u16_le(length);
            out.put_u16_le(!length);
            out.put_slice(part);
        }
    }

    /// Ends the message: the empty stored block without its length (RFC 7692 section 7.2.1).
    pub(super) fn end_message(&mut self, out: &mut BytesMut) {
        self.rest.end(out);
    }

    fn clear(&mut self) {
        self.tokens.clear();
        self.literals = [0; LITERALS];
        self.distances = [0; DISTANCES];
        self.extra_bits = 0;
    }

    fn fixed_cost(&self) -> usize {
        let sum = |range: &[u16]| range.iter().map(|&n| usize::from(n)).sum::<usize>();
        let (low, high) = self.literals.split_at(144);
        let (high, lengths) = high.split_at(END - 144);
        let (short, long) = lengths.split_at(280 - END);
        8 * sum(low)
            + 9 * sum(high)
            + 7 * sum(short)
            + 8 * sum(long)
            + 5 * sum(&self.distances)
            + self.extra_bits
    }

    fn stored_cost(&self, text: &[u8]) -> usize {
        let first =
            (self.rest.count() as usize + 3).next_multiple_of(8) - self.rest.count() as usize;
        // Its length twice, and the headers of the blocks that follow the first.
        let blocks = text.len().div_ceil(STORED_BYTES);
        first + 32 + 40 * (blocks - 1) + 8 * text.len()
    }
}

/// Writes the tokens and the end of the block.
fn write_tokens<const L: usize, const D: usize>(
    tokens: &[u32],
    writer: &mut Writer<'_>,
    literals: &Code<L>,
    distances: &Code<D>,
) {
    for &token in tokens {
        let distance = (token >> 16) as usize;
        if distance == 0 {
            let (word, bits) = literals.word(token as usize & 0xff);
            writer.room_for(LONGEST_CODE as u32);
            writer.put(word, bits);
            continue;
        }
        // At most 15 + 5 + 15 + 13 bits.
        writer.room_for(48);
        let length = symbols::length(token as usize & 0xffff);
        let (word, bits) = literals.word(length.number);
        writer.put(word, bits);
        writer.put(u64::from(length.extra), length.extra_bits);
        let distance = symbols::distance(distance);
        let (word, bits) = distances.word(distance.number);
        writer.put(word, bits);
        writer.put(u64::from(distance.extra), distance.extra_bits);
    }
    writer.room_for(LONGEST_CODE as u32);
    let (word, bits) = literals.word(END);
    writer.put(word, bits);
}

/// The two codes of a block as they are sent: their lengths, runs of which are one item.
struct Lengths {
    literals: usize,
    distances: usize,
    /// Symbols of the code of lengths, each with what its extra bits say.
    items: [(u8, u8); LITERALS + DISTANCES],
    used: usize,
    frequencies: [u16; LENGTHS],
    code: Code<LENGTHS>,
    /// How many lengths of that code are sent.
    sent: usize,
}

impl Lengths {
    fn of(literals: &Code<LITERALS>, distances: &Code<DISTANCES>) -> Self {
        let mut this = Self {
            literals: literals.sent(FIRST_LENGTH),
            distances: distances.sent(1),
            items: [(0, 0); LITERALS + DISTANCES],
            used: 0,
            frequencies: [0; LENGTHS],
            code: Code::of_lengths([0; LENGTHS]),
            sent: 0,
        };
        let mut all = [0; LITERALS + DISTANCES];
        let (first, second) = all.split_at_mut(this.literals);
        first.copy_from_slice(&literals.lengths[..this.literals]);
        second[..this.distances].copy_from_slice(&distances.lengths[..this.distances]);
        let all = &all[..this.literals + this.distances];
        for run in all.chunk_by(|one, other| one == other) {
            this.run(run[0], run.len());
        }
        this.code = Code::for_frequencies(&this.frequencies, LONGEST_LENGTH_CODE);
        let unused = LENGTHS_ORDER.iter().rev();
        let unused = unused.take_while(|&&symbol| this.code.lengths[symbol] == 0);
        this.sent = (LENGTHS - unused.count()).max(4);
        this
    }

    /// Adds the same length so many times.
    fn run(&mut self, length: u8, mut times: usize) {
        if length == 0 {
            while times >= 11 {
                let part = times.min(138);
                self.item(MANY_ZEROS, part - 11);
                times -= part;
            }
            if times >= 3 {
                self.item(ZEROS, times - 3);
                times = 0;
            }
        } else {
            self.item(length, 0);
            times -= 1;
            while times >= 3 {
                let part = times.min(6);
                self.item(AGAIN, part - 3);
                times -= part;
            }
        }
        for _ in 0..times {
            self.item(length, 0);
        }
    }

    fn item(&mut self, symbol: u8, extra: usize) {
        self.items[self.used] = (symbol, extra as u8);
        self.used += 1;
        self.frequencies[usize::from(symbol)] += 1;
    }

    /// The bits of the header behind the type of the block.
    fn cost(&self) -> usize {
        let times = |symbol: u8| usize::from(self.frequencies[usize::from(symbol)]);
        14 + 3 * self.sent
            + self.code.cost(&self.frequencies)
            + 2 * times(AGAIN)
            + 3 * times(ZEROS)
            + 7 * times(MANY_ZEROS)
    }

    fn write(&self, writer: &mut Writer<'_>) {
        writer.put((self.literals - FIRST_LENGTH) as u64, 5);
        writer.put((self.distances - 1) as u64, 5);
        writer.put((self.sent - 4) as u64, 4);
        for &symbol in &LENGTHS_ORDER[..self.sent] {
            writer.room_for(3);
            writer.put(u64::from(self.code.lengths[symbol]), 3);
        }
        for &(symbol, extra) in &self.items[..self.used] {
            writer.room_for(14);
            let (word, bits) = self.code.word(usize::from(symbol));
            writer.put(word, bits);
            let extra_bits = match symbol {
                AGAIN => 2,
                ZEROS => 3,
                MANY_ZEROS => 7,
                _ => 0,
            };
            writer.put(u64::from(extra), extra_bits);
        }
    }
}
