//! An inflater that is slow and strict: one bit at a time, every rule of RFC 1951 checked.
//!
//! It judges what a permessage-deflate sender puts on the wire (RFC 7692 section 7.2): that it is
//! valid DEFLATE data, that it ends as a message must, and that no distance reaches further back
//! than the agreed window or than the beginning of the context.
//!
//! # Examples
//!
//! ```
//! use rejoin_testkit::inflate::Receiver;
//!
//! let mut receiver = Receiver::new(15);
//! let message = receiver.message(&[0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00]).unwrap();
//! assert_eq!(message, b"Hello");
//! ```

use core::fmt;

/// The receiving end of one direction of permessage-deflate.
#[derive(Clone, Debug)]
pub struct Receiver {
    window: usize,
    context: Vec<u8>,
    farthest: usize,
}

impl Receiver {
    /// A receiver with a window of `1 << bits` bytes and an empty context.
    pub const fn new(bits: u32) -> Self {
        Self {
            window: 1 << bits,
            context: Vec::new(),
            farthest: 0,
        }
    }

    /// Forgets the context, as a receiver does after each message without context takeover.
    pub fn reset(&mut self) {
        self.context.clear();
    }

    /// The largest distance met so far, in bytes.
    pub const fn farthest(&self) -> usize {
        self.farthest
    }

    /// Inflates the payload of one message, without the `00 00 ff ff` that senders strip.
    ///
    /// # Errors
    ///
    /// The first rule that the payload breaks; the receiver is then of no further use.
    pub fn message(&mut self, payload: &[u8]) -> Result<Vec<u8>, Broken> {
        let mut input = payload.to_vec();
        input.extend_from_slice(&[0x00, 0x00, 0xff, 0xff]);
        let start = self.context.len();
        let mut bits = Bits {
            input: &input,
            at: 0,
        };
        loop {
            let block = self.block(&mut bits)?;
            if block.last {
                // RFC 7692 section 7.2.3.4: another block may follow, at a byte boundary.
                bits.align();
                if bits.position() == payload.len() {
                    break;
                }
            }
            if bits.position() == input.len() {
                if block.empty_stored {
                    break;
                }
                return Err(Broken::EndsWithinBlock);
            }
        }
        let message = self.context.split_off(start);
        self.context.extend_from_slice(&message);
        let surplus = self.context.len().saturating_sub(self.window);
        self.context.drain(..surplus);
        Ok(message)
    }

    fn block(&mut self, bits: &mut Bits<'_>) -> Result<Block, Broken> {
        let last = bits.take(1)? == 1;
        match bits.take(2)? {
            0 => {
                let length = self.stored(bits)?;
                Ok(Block {
                    last,
                    empty_stored: length == 0,
                })
            }
            1 => {
                self.compressed(bits, &Code::fixed_literals()?, &Code::fixed_distances()?)?;
                Ok(Block {
                    last,
                    empty_stored: false,
                })
            }
            2 => {
                let (literals, distances) = dynamic_codes(bits)?;
                self.compressed(bits, &literals, &distances)?;
                Ok(Block {
                    last,
                    empty_stored: false,
                })
            }
            _ => Err(Broken::ReservedBlockType),
        }
    }

    fn stored(&mut self, bits: &mut Bits<'_>) -> Result<usize, Broken> {
        bits.align();
        let length = bits.take(16)?;
        let complement = bits.take(16)?;
        if length != complement ^ 0xffff {
            return Err(Broken::StoredLength);
        }
        for _ in 0..length {
            let byte = bits.take(8)?;
            self.context.push(low_byte(byte));
        }
        Ok(length)
    }

    fn compressed(
        &mut self,
        bits: &mut Bits<'_>,
        literals: &Code,
        distances: &Code,
    ) -> Result<(), Broken> {
        loop {
            let symbol = literals.read(bits)?;
            match symbol {
                0..=255 => self.context.push(low_byte(symbol)),
                256 => return Ok(()),
                257..=285 => {
                    let (base, extra) = LENGTHS[symbol - 257];
                    let length = base + bits.take(extra)?;
                    let symbol = distances.read(bits)?;
                    let &(base, extra) = DISTANCES.get(symbol).ok_or(Broken::ReservedSymbol)?;
                    let distance = base + bits.take(extra)?;
                    self.repeat(length, distance)?;
                }
                _ => return Err(Broken::ReservedSymbol),
            }
        }
    }

    fn repeat(&mut self, length: usize, distance: usize) -> Result<(), Broken> {
        if distance > self.window {
            return Err(Broken::BeyondWindow { distance });
        }
        self.farthest = self.farthest.max(distance);
        for _ in 0..length {
            let from = self
                .context
                .len()
                .checked_sub(distance)
                .ok_or(Broken::BeyondContext { distance })?;
            self.context.push(self.context[from]);
        }
        Ok(())
    }
}

/// The rule that a payload breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Broken {
    /// A distance reaches before the beginning of the context.
    BeyondContext {
        /// The distance in bytes.
        distance: usize,
    },
    /// A distance is larger than the agreed window.
    BeyondWindow {
        /// The distance in bytes.
        distance: usize,
    },
    /// The lengths of a dynamic block's codes do not make a code.
    CodeLengths,
    /// The data ends within a block, or not with an empty stored block.
    EndsWithinBlock,
    /// A block has the type 3.
    ReservedBlockType,
    /// A symbol or a code that stands for nothing.
    ReservedSymbol,
    /// The two copies of a stored block's length disagree.
    StoredLength,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BeyondContext { distance } => {
                write!(f, "distance {distance} reaches before the context")
            }
            Self::BeyondWindow { distance } => {
                write!(f, "distance {distance} is larger than the window")
            }
            Self::CodeLengths => f.write_str("code lengths do not make a code"),
            Self::EndsWithinBlock => f.write_str("data ends within a block"),
            Self::ReservedBlockType => f.write_str("reserved block type"),
            Self::ReservedSymbol => f.write_str("reserved symbol"),
            Self::StoredLength => f.write_str("stored length and its complement disagree"),
        }
    }
}

impl core::error::Error for Broken {}

/// What the end of a message depends on.
struct Block {
    last: bool,
    empty_stored: bool,
}

/// Bits in the order of RFC 1951 section 3.1.1: the least significant of each byte first.
struct Bits<'a> {
    input: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    fn take(&mut self, count: u32) -> Result<usize, Broken> {
        let mut value = 0;
        for place in 0..count {
            let byte = *self.input.get(self.at / 8).ok_or(Broken::EndsWithinBlock)?;
            value |= usize::from(byte >> (self.at % 8) & 1) << place;
            self.at += 1;
        }
        Ok(value)
    }

    fn align(&mut self) {
        self.at = self.at.next_multiple_of(8);
    }

    /// The bytes that have been begun.
    const fn position(&self) -> usize {
        self.at.div_ceil(8)
    }
}

/// A Huffman code by its definition in RFC 1951 section 3.2.2: at the place that is the code with a
/// 1 before it stands the symbol.
struct Code(Vec<Option<usize>>);

impl Code {
    /// Assigns the codes. A set that is not full is taken only if it has at most one code, which
    /// section 3.2.7 allows for distances.
    fn from_lengths(lengths: &[u32]) -> Result<Self, Broken> {
        let longest = lengths.iter().max().copied().unwrap_or(0);
        let mut codes = vec![None; 2 << longest];
        let mut next = 0_usize;
        for length in 1..=15 {
            next <<= 1;
            for (symbol, _) in lengths.iter().enumerate().filter(|&(_, &l)| l == length) {
                if next >= 1 << length {
                    return Err(Broken::CodeLengths);
                }
                codes[1 << length | next] = Some(symbol);
                next += 1;
            }
        }
        let used = lengths.iter().filter(|&&length| length != 0).count();
        let single = used == 0 || used == 1 && lengths.contains(&1);
        if next != 1 << 15 && !single {
            return Err(Broken::CodeLengths);
        }
        Ok(Self(codes))
    }

    fn fixed_literals() -> Result<Self, Broken> {
        let mut lengths = [8; 288];
        lengths[144..256].fill(9);
        lengths[256..280].fill(7);
        Self::from_lengths(&lengths)
    }

    fn fixed_distances() -> Result<Self, Broken> {
        Self::from_lengths(&[5; 32])
    }

    fn read(&self, bits: &mut Bits<'_>) -> Result<usize, Broken> {
        let mut read = 1;
        loop {
            read = read << 1 | bits.take(1)?;
            match self.0.get(read) {
                Some(Some(symbol)) => return Ok(*symbol),
                Some(None) => {}
                None => return Err(Broken::ReservedSymbol),
            }
        }
    }
}

/// The two codes of a dynamic block (RFC 1951 section 3.2.7).
fn dynamic_codes(bits: &mut Bits<'_>) -> Result<(Code, Code), Broken> {
    let literals = bits.take(5)? + 257;
    let distances = bits.take(5)? + 1;
    if literals > 286 || distances > 30 {
        return Err(Broken::CodeLengths);
    }
    let mut lengths = [0; 19];
    let count = bits.take(4)? + 4;
    for &symbol in ORDER.iter().take(count) {
        lengths[symbol] = small(bits.take(3)?);
    }
    let code = Code::from_lengths(&lengths)?;
    let mut lengths = Vec::new();
    while lengths.len() < literals + distances {
        let (length, times) = match code.read(bits)? {
            16 => (
                *lengths.last().ok_or(Broken::CodeLengths)?,
                3 + bits.take(2)?,
            ),
            17 => (0, 3 + bits.take(3)?),
            18 => (0, 11 + bits.take(7)?),
            length => (small(length), 1),
        };
        lengths.extend(core::iter::repeat_n(length, times));
    }
    if lengths.len() > literals + distances || lengths[256] == 0 {
        return Err(Broken::CodeLengths);
    }
    let (for_literals, for_distances) = lengths.split_at(literals);
    Ok((
        Code::from_lengths(for_literals)?,
        Code::from_lengths(for_distances)?,
    ))
}

/// A value that is known to be below 256.
fn low_byte(value: usize) -> u8 {
    u8::try_from(value).expect("callers pass eight bits")
}

/// A value that is known to be below 19.
fn small(value: usize) -> u32 {
    u32::try_from(value).expect("callers pass a code length")
}

/// The order of the code lengths of the code length code.
const ORDER: [usize; 19] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

/// Base and extra bits of the length symbols 257 to 285.
const LENGTHS: [(usize, u32); 29] = [
    (3, 0),
    (4, 0),
    (5, 0),
    (6, 0),
    (7, 0),
    (8, 0),
    (9, 0),
    (10, 0),
    (11, 1),
    (13, 1),
    (15, 1),
    (17, 1),
    (19, 2),
    (23, 2),
    (27, 2),
    (31, 2),
    (35, 3),
    (43, 3),
    (51, 3),
    (59, 3),
    (67, 4),
    (83, 4),
    (99, 4),
    (115, 4),
    (131, 5),
    (163, 5),
    (195, 5),
    (227, 5),
    (258, 0),
];

/// Base and extra bits of the distance symbols 0 to 29.
const DISTANCES: [(usize, u32); 30] = [
    (1, 0),
    (2, 0),
    (3, 0),
    (4, 0),
    (5, 1),
    (7, 1),
    (9, 2),
    (13, 2),
    (17, 3),
    (25, 3),
    (33, 4),
    (49, 4),
    (65, 5),
    (97, 5),
    (129, 6),
    (193, 6),
    (257, 7),
    (385, 7),
    (513, 8),
    (769, 8),
    (1025, 9),
    (1537, 9),
    (2049, 10),
    (3073, 10),
    (4097, 11),
    (6145, 11),
    (8193, 12),
    (12289, 12),
    (16385, 13),
    (24577, 13),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc7692_7_2_3_examples_inflate_to_hello() {
        let stored_final = [0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00, 0x00];
        let two_blocks = [
            0xf2, 0x48, 0x05, 0x00, 0x00, 0x00, 0xff, 0xff, 0xca, 0xc9, 0xc9, 0x07, 0x00,
        ];
        let stored = [
            0x00, 0x05, 0x00, 0xfa, 0xff, 0x48, 0x65, 0x6c, 0x6c, 0x6f, 0x00,
        ];
        for payload in [&stored_final[..], &two_blocks[..], &stored[..]] {
            assert_eq!(
                Receiver::new(15).message(payload).as_deref(),
                Ok(&b"Hello"[..])
            );
        }
        let mut receiver = Receiver::new(15);
        for payload in [
            &[0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00][..],
            &[0xf2, 0x00, 0x11, 0, 0],
        ] {
            assert_eq!(receiver.message(payload).as_deref(), Ok(&b"Hello"[..]));
        }
        assert_eq!(receiver.farthest(), 5);
    }

    #[test]
    fn a_distance_before_the_context_is_refused() {
        let again = [0xf2, 0x00, 0x11, 0x00, 0x00];
        let refused = Receiver::new(15).message(&again);
        assert_eq!(refused, Err(Broken::BeyondContext { distance: 5 }));
    }

    #[test]
    fn every_truncation_of_hello_is_refused() {
        let payload = [0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00];
        for length in 0..payload.len() {
            assert!(
                Receiver::new(15).message(&payload[..length]).is_err(),
                "length {length}"
            );
        }
    }
}
