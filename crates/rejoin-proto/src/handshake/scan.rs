//! The end of a head, found byte by byte, and refused at the first byte that proves it bad.

use super::{HeadFault, HeadLimits};

/// Finds the end of a head that arrives in pieces, looking at every byte once.
#[derive(Clone, Debug)]
pub(super) struct HeadScanner {
    limits: HeadLimits,
    /// Bytes that count towards the limit already: heads before this one.
    spent: usize,
    scanned: usize,
    lines: usize,
    state: Scan,
}

/// What the scanner expects next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scan {
    /// The first byte of a line.
    LineStart,
    /// More of a line, or its carriage return.
    InLine,
    /// The line feed that ends a line.
    LineFeed,
    /// The line feed of an empty line.
    EmptyLineFeed,
}

impl HeadScanner {
    pub(super) const fn new(limits: HeadLimits) -> Self {
        Self::after(limits, 0)
    }

    /// A scanner for a head that shares its limit with heads before it.
    pub(super) const fn after(limits: HeadLimits, spent: usize) -> Self {
        Self {
            limits,
            spent,
            scanned: 0,
            lines: 0,
            state: Scan::LineStart,
        }
    }

    /// Goes on where it left off; `bytes` is everything from the start of the head.
    ///
    /// Returns the length of the head once its end is there. A fault is found again if asked
    /// again, because the scanner does not step over it.
    pub(super) fn scan(&mut self, bytes: &[u8]) -> Result<Option<usize>, HeadFault> {
        while let Some(rest) = bytes.get(self.scanned..).filter(|rest| !rest.is_empty()) {
            if self.state == Scan::InLine {
                let spent = self.scanned.saturating_add(self.spent);
                let allowed = self.limits.max_bytes.saturating_sub(spent);
                let line = rest.get(..allowed).unwrap_or(rest);
                let text = text_length(line);
                self.scanned = self.scanned.saturating_add(text);
                if self.begins_line(line.get(text..).unwrap_or_default()) {
                    self.lines = self.lines.saturating_add(1);
                    self.scanned = self.scanned.saturating_add(3);
                    continue;
                }
            }
            let Some(byte) = bytes.get(self.scanned) else {
                break;
            };
            if self.scanned.saturating_add(self.spent) >= self.limits.max_bytes {
                return Err(HeadFault::TooManyBytes {
                    limit: self.limits.max_bytes,
                });
            }
            let next = self.step(*byte)?;
            // The first line is no header line.
            if self.state == Scan::LineStart && next == Scan::InLine {
                if self.lines > self.limits.max_headers {
                    return Err(HeadFault::TooManyHeaders {
                        limit: self.limits.max_headers,
                    });
                }
                self.lines = self.lines.saturating_add(1);
            }
            self.scanned = self.scanned.saturating_add(1);
            let ended = self.state == Scan::EmptyLineFeed;
            self.state = next;
            // RFC 9112 section 2.2: empty lines before the first line are ignored.
            if ended && self.lines > 0 {
                let length = self.scanned;
                *self = Self::new(self.limits);
                return Ok(Some(length));
            }
        }
        Ok(None)
    }

    /// How many bytes of an unfinished head there have been.
    pub(super) const fn scanned(&self) -> usize {
        self.scanned
    }

    /// Whether the end of a line comes next, and behind it a good first byte of another one that is
    /// not too many: what all lines are but the last, in one step.
    fn begins_line(&self, next: &[u8]) -> bool {
        let is_good = |byte: u8| !matches!(byte, 0..=b' ' | 0x7f);
        matches!(*next, [b'\r', b'\n', first, ..] if is_good(first))
            && self.lines <= self.limits.max_headers
    }

    /// The transition for one byte.
    fn step(&self, byte: u8) -> Result<Scan, HeadFault> {
        match (self.state, byte) {
            (Scan::LineFeed | Scan::EmptyLineFeed, b'\n') => Ok(Scan::LineStart),
            (Scan::LineFeed | Scan::EmptyLineFeed, _) => Err(HeadFault::BareCarriageReturn),
            (Scan::LineStart, b'\r') => Ok(Scan::EmptyLineFeed),
            (Scan::InLine, b'\r') => Ok(Scan::LineFeed),
            (Scan::LineStart | Scan::InLine, b'\n') => Err(HeadFault::BareLineFeed),
            (Scan::LineStart, b' ' | b'\t') => Err(HeadFault::FoldedLine),
            (Scan::InLine, b'\t') => Ok(Scan::InLine),
            (Scan::LineStart | Scan::InLine, 0..=0x1f | 0x7f) => {
                Err(HeadFault::ControlCharacter(byte))
            }
            (Scan::LineStart | Scan::InLine, _) => Ok(Scan::InLine),
        }
    }
}

/// How many bytes there are before the first control character; most of a head is walked here.
fn text_length(bytes: &[u8]) -> usize {
    // Sixteen at a time, as vectors go, to where there is one; eight at a time to which it is.
    let (blocks, _) = bytes.as_chunks::<16>();
    let clean = blocks.iter().take_while(|block| !has_control(block));
    let walked = clean.count().saturating_mul(16);
    let (words, rest) = bytes.get(walked..).unwrap_or_default().as_chunks();
    let mut length = walked;
    for word in words {
        let marks = control_marks(u64::from_le_bytes(*word));
        if marks != 0 {
            let within = usize::try_from(marks.trailing_zeros() / 8).unwrap_or_default();
            return length.saturating_add(within);
        }
        length = length.saturating_add(8);
    }
    let text = rest.iter().take_while(|byte| !byte.is_ascii_control());
    length.saturating_add(text.count())
}

/// Whether any of them is a control character; without a branch for each.
fn has_control(block: &[u8; 16]) -> bool {
    block
        .iter()
        .fold(false, |any, byte| any | byte.is_ascii_control())
}

/// The high bit of the first control character among eight bytes, and perhaps of some above it.
const fn control_marks(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    // A byte less the least that it may be borrows, and so sets its high bit, if it is less. That
    // may reach the bytes above it, of which none is the first then.
    let below_space = word.wrapping_sub(0x20 * ONES) & !word;
    let deleted = word ^ (0x7f * ONES);
    let is_delete = deleted.wrapping_sub(ONES) & !deleted;
    (below_space | is_delete) & HIGH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_control_character_is_found_wherever_it_stands() {
        for byte in 0..=u8::MAX {
            for around in [b'a', b' ', b'~', 0x80, 0xff] {
                for length in 0..36 {
                    for place in 0..length {
                        let mut bytes = vec![around; place];
                        bytes.push(byte);
                        let after = [b'\r', 0x7f].into_iter().cycle();
                        bytes.extend(after.take(length - bytes.len()));
                        let slow = bytes.iter().take_while(|byte| !byte.is_ascii_control());
                        assert_eq!(text_length(&bytes), slow.count(), "{bytes:?}");
                    }
                }
            }
        }
        assert_eq!(text_length(b""), 0);
        assert_eq!(text_length(b"no control character at all"), 27);
    }
}
