//! The frames of the server, as their headers say: what the engine does not tell because no
//! application needs it.

use core::time::Duration;
use std::collections::VecDeque;

use crate::check::facts::Frame;

/// Follows the bytes that arrive.
#[derive(Debug, Default)]
pub(super) struct Tap {
    /// The header in progress.
    header: Vec<u8>,
    /// What is left of the payload in progress.
    payload: u64,
    /// Of each message whose first frame has arrived and that was not asked for: whether it is
    /// marked as compressed.
    marks: VecDeque<bool>,
    frames: Vec<Frame>,
    /// When the first Close frame began.
    close: Option<Duration>,
}

impl Tap {
    /// Bytes have arrived, so long after the opening.
    pub(super) fn see(&mut self, mut bytes: &[u8], at: Duration) {
        while !bytes.is_empty() {
            let skipped = usize::try_from(self.payload)
                .unwrap_or(usize::MAX)
                .min(bytes.len());
            self.payload -= skipped as u64;
            bytes = &bytes[skipped..];
            let Some((first, rest)) = bytes.split_first() else {
                return;
            };
            bytes = rest;
            self.header.push(*first);
            if let Some(frame) = parse(&self.header, at) {
                self.header.clear();
                self.payload = frame.bytes;
                self.note(frame);
            }
        }
    }

    /// Whether the message that has just been received was marked as compressed.
    pub(super) fn next_mark(&mut self) -> bool {
        self.marks.pop_front().unwrap_or_default()
    }

    /// When the server's Close frame arrived.
    pub(super) fn close(&self) -> Option<Duration> {
        self.close
    }

    /// The first frames.
    pub(super) fn into_frames(self) -> Vec<Frame> {
        self.frames
    }

    fn note(&mut self, frame: Frame) {
        match frame.opcode {
            1 | 2 => self.marks.push_back(frame.rsv1),
            8 => {
                self.close.get_or_insert(frame.at);
            }
            _ => {}
        }
        if self.frames.len() < MAX_FRAMES {
            self.frames.push(frame);
        }
    }
}

/// A header that is whole. A mask, which a server must not use, counts as part of it.
fn parse(header: &[u8], at: Duration) -> Option<Frame> {
    let [first, second, rest @ ..] = header else {
        return None;
    };
    let (bytes, rest) = match second & 0x7f {
        126 => {
            let (length, rest) = rest.split_first_chunk::<2>()?;
            (u16::from_be_bytes(*length).into(), rest)
        }
        127 => {
            let (length, rest) = rest.split_first_chunk::<8>()?;
            (u64::from_be_bytes(*length), rest)
        }
        short => (short.into(), rest),
    };
    if second & 0x80 != 0 && rest.len() < 4 {
        return None;
    }
    Some(Frame {
        at,
        opcode: first & 0x0f,
        fin: first & 0x80 != 0,
        rsv1: first & 0x40 != 0,
        bytes,
    })
}

/// As many as a person would read.
const MAX_FRAMES: usize = 100;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_found_however_the_bytes_are_cut() {
        let mut bytes = vec![0xc1, 126, 1, 0];
        bytes.extend([0; 256]);
        // A masked empty ping, a continuation of one byte, a message, a Close frame.
        bytes.extend([
            0x89, 0x80, 1, 2, 3, 4, 0x80, 1, 7, 0x82, 0, 0x88, 2, 3, 0xe8,
        ]);
        for size in 1..bytes.len() {
            let mut tap = Tap::default();
            for part in bytes.chunks(size) {
                tap.see(part, Duration::from_secs(1));
            }
            let marks = [tap.next_mark(), tap.next_mark(), tap.next_mark()];
            assert_eq!(marks, [true, false, false]);
            assert_eq!(tap.close(), Some(Duration::from_secs(1)));
            let seen: Vec<_> = tap
                .into_frames()
                .iter()
                .map(|frame| (frame.opcode, frame.bytes))
                .collect();
            assert_eq!(
                seen,
                [(1, 256), (9, 0), (0, 1), (2, 0), (8, 2)],
                "cut at {size}"
            );
        }
    }
}
