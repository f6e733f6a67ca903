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
                let plain = rest.iter().take(allowed);
                let plain = plain.take_while(|byte| !byte.is_ascii_control()).count();
                self.scanned = self.scanned.saturating_add(plain);
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
