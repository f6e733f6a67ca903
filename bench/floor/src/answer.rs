//! From what was read to what is to be written, in the same bytes.

use std::ops::Range;

use crate::frame::{Header, unmask};

/// From this size on, a payload stays where it was read; smaller ones are moved together, which
/// is cheaper than a longer vector for the system call.
const STAY_BYTES: usize = 4096;

const CLOSE: u8 = 8;
const PONG: u8 = 10;

/// The answers to the frames of one read, as ranges of the buffer that they were read into.
///
/// A control frame has a range of its own; frames of data may share one.
#[derive(Debug, Default)]
pub(crate) struct Answers {
    /// Where they stand, in order.
    pub(crate) ranges: Vec<Range<usize>>,
    /// The last one answers a Close frame.
    pub(crate) close: bool,
    /// The header of the frame that could not be answered, because its end is missing.
    pub(crate) rest: Option<Header>,
}

impl Answers {
    /// Forgets them.
    pub(crate) fn clear(&mut self) {
        self.ranges.clear();
        self.close = false;
        self.rest = None;
    }

    /// Finds the frames in `buffer`, from `at` on, unmasks them and makes answers of them.
    ///
    /// Returns how far it came: what follows is the beginning of a frame.
    pub(crate) fn find(&mut self, buffer: &mut [u8], mut at: usize) -> usize {
        // Where the last range ends, if the next answer may be moved there.
        let mut run = None;
        while let Some(header) = Header::parse(&buffer[at..]) {
            let end = at.saturating_add(header.total());
            if end > buffer.len() {
                self.rest = Some(header);
                break;
            }
            unmask(header.key, 0, &mut buffer[at + header.size..end]);
            match (run, self.ranges.last_mut()) {
                (Some(to), Some(last)) if header.payload < STAY_BYTES && !header.is_control() => {
                    last.end = header.answer_at(buffer, at, to);
                    run = Some(last.end);
                }
                _ if header.opcode() == PONG => {}
                _ => {
                    let place = header.answer_in_place(&mut buffer[at..end]);
                    self.ranges.push(at + place.start..at + place.end);
                    run = (!header.is_control()).then_some(end);
                }
            }
            at = end;
            if header.opcode() == CLOSE {
                self.close = true;
                break;
            }
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: [u8; 4] = [0x11, 0x22, 0x33, 0x44];

    fn masked(first: u8, payload: &[u8]) -> Vec<u8> {
        let mut frame = header(first, 0x80, payload.len());
        frame.extend_from_slice(&KEY);
        frame.extend(payload.iter().zip(KEY.iter().cycle()).map(|(a, b)| a ^ b));
        frame
    }

    fn plain(first: u8, payload: &[u8]) -> Vec<u8> {
        let mut frame = header(first, 0, payload.len());
        frame.extend_from_slice(payload);
        frame
    }

    fn header(first: u8, mask: u8, size: usize) -> Vec<u8> {
        let length = u64::try_from(size).expect("it fits").to_be_bytes();
        match size {
            0..126 => vec![first, mask ^ length[7]],
            126..65_536 => vec![first, mask ^ 0x7e, length[6], length[7]],
            _ => [vec![first, mask ^ 0x7f], length.to_vec()].concat(),
        }
    }

    fn answer(input: &[u8]) -> (Vec<u8>, Answers, usize) {
        let mut buffer = input.to_vec();
        let mut answers = Answers::default();
        let at = answers.find(&mut buffer, 0);
        let ranges = answers.ranges.iter();
        let bytes = ranges.flat_map(|range| buffer[range.clone()].to_vec());
        (bytes.collect(), answers, at)
    }

    #[test]
    fn every_size_of_frame_is_answered() {
        for size in [0, 1, 3, 125, 126, 4095, 4096, 65_535, 65_536, 70_001] {
            let payload: Vec<u8> = (0..251).cycle().take(size).collect();
            let input = masked(0x82, &payload).repeat(3);
            let (bytes, answers, at) = answer(&input);
            assert!(bytes == plain(0x82, &payload).repeat(3), "{size} bytes");
            assert_eq!(at, input.len());
            assert!(!answers.close && answers.rest.is_none());
        }
    }

    #[test]
    fn small_answers_are_moved_together_and_large_ones_stay() {
        let small = masked(0x82, b"small").repeat(10);
        assert_eq!(answer(&small).1.ranges.len(), 1);
        let large = masked(0x82, &[7; 5000]).repeat(10);
        assert_eq!(answer(&large).1.ranges.len(), 10);
    }

    #[test]
    fn pings_are_answered_pongs_are_not_and_control_frames_stand_alone() {
        let input = [
            masked(0x81, b"one"),
            masked(0x89, b"ping"),
            masked(0x8a, b"pong"),
            masked(0x81, b"two"),
        ];
        let (bytes, answers, _) = answer(&input.concat());
        let expected = [
            plain(0x81, b"one"),
            plain(0x8a, b"ping"),
            plain(0x81, b"two"),
        ];
        assert_eq!(bytes, expected.concat());
        assert_eq!(answers.ranges.len(), 3);
    }

    #[test]
    fn nothing_after_a_close_is_answered() {
        let input = [masked(0x88, &[3, 232]), masked(0x81, b"late")];
        let (bytes, answers, at) = answer(&input.concat());
        assert_eq!(bytes, plain(0x88, &[3, 232]));
        assert!(answers.close);
        assert_eq!(at, input[0].len());
    }

    #[test]
    fn the_beginning_of_a_frame_is_left_wherever_it_was_cut() {
        let whole = masked(0x82, &[9; 300]);
        let frame = masked(0x82, &[5; 200]);
        for cut in 0..frame.len() {
            let input = [whole.as_slice(), &frame[..cut]].concat();
            let (bytes, answers, at) = answer(&input);
            assert_eq!(bytes, plain(0x82, &[9; 300]));
            assert_eq!(at, whole.len());
            assert_eq!(answers.rest.is_some(), cut >= 8, "cut at {cut}");
        }
    }
}
