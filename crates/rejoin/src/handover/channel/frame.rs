//! The frames of the conversation: nine bytes of head, then at most [`MOST_TEXT`] of text.
//!
//! ```text
//! "rejoin" | kind: 1 | length of the text: 2, big-endian | text
//! ```
//!
//! Releases of a program that are far apart talk to each other here: kinds may be added, the
//! meaning of those that exist stays.

use core::fmt;
use std::io;

/// Something that one process says to the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Frame {
    /// Old to new: the socket that travels with the first byte of this frame has this name.
    Listener(String),
    /// Old to new: these were all.
    Complete,
    /// Old to new: the new one is in charge now.
    Proceed,
    /// Old to new: the old one serves on, the new one is to end.
    GiveUp,
    /// New to old: it could begin to accept.
    Ready,
    /// New to old: it cannot start, and why.
    Failed(String),
    /// Old to new, once that is in charge: what the application has to say.
    Word(String),
}

/// What every frame begins with.
const MARK: &[u8; 6] = b"rejoin";

/// Bytes before the text.
pub(in super::super) const HEAD: usize = 9;

/// The longest text, in bytes. Longer ones are cut.
pub(in super::super) const MOST_TEXT: usize = 1024;

/// The head of a frame, checked.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Head {
    kind: u8,
    pub(in super::super) text_len: usize,
}

impl Frame {
    /// The frame as it travels.
    pub(in super::super) fn encode(&self) -> Vec<u8> {
        let (kind, text) = match self {
            Self::Listener(name) => (1, name.as_str()),
            Self::Complete => (2, ""),
            Self::Proceed => (3, ""),
            Self::GiveUp => (4, ""),
            Self::Ready => (5, ""),
            Self::Failed(why) => (6, why.as_str()),
            Self::Word(text) => (7, text.as_str()),
        };
        let text = cut(text, MOST_TEXT);
        let len = u16::try_from(text.len()).expect("a text of at most 1024 bytes");
        let mut frame = Vec::with_capacity(HEAD + text.len());
        frame.extend_from_slice(MARK);
        frame.push(kind);
        frame.extend_from_slice(&len.to_be_bytes());
        frame.extend_from_slice(text.as_bytes());
        frame
    }

    /// The frame with that head and text.
    pub(in super::super) fn decode(head: Head, text: &[u8]) -> Result<Self, InvalidFrame> {
        let text = || String::from_utf8(text.to_vec()).map_err(|_| InvalidFrame::Text);
        match head.kind {
            1 => Ok(Self::Listener(text()?)),
            2 => Ok(Self::Complete),
            3 => Ok(Self::Proceed),
            4 => Ok(Self::GiveUp),
            5 => Ok(Self::Ready),
            6 => Ok(Self::Failed(text()?)),
            7 => Ok(Self::Word(text()?)),
            kind => Err(InvalidFrame::Kind(kind)),
        }
    }

    /// The first frame in `bytes`, and how many bytes it takes; nothing if it is not all there.
    pub(in super::super) fn first(bytes: &[u8]) -> Result<Option<(Self, usize)>, InvalidFrame> {
        let Some((head, rest)) = bytes.split_first_chunk() else {
            // Nothing waits for the rest of what can never be a frame.
            let shown = bytes.len().min(MARK.len());
            return if bytes[..shown] == MARK[..shown] {
                Ok(None)
            } else {
                Err(InvalidFrame::Mark)
            };
        };
        let head = Head::parse(head)?;
        let Some(text) = rest.get(..head.text_len) else {
            return Ok(None);
        };
        Ok(Some((Self::decode(head, text)?, HEAD + head.text_len)))
    }
}

impl Head {
    pub(in super::super) fn parse(bytes: &[u8; HEAD]) -> Result<Self, InvalidFrame> {
        let [mark @ .., kind, high, low] = bytes;
        if mark != MARK {
            return Err(InvalidFrame::Mark);
        }
        let text_len = usize::from(u16::from_be_bytes([*high, *low]));
        if text_len > MOST_TEXT {
            return Err(InvalidFrame::TooLong(text_len));
        }
        Ok(Self {
            kind: *kind,
            text_len,
        })
    }
}

/// What came is not a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum InvalidFrame {
    Kind(u8),
    Mark,
    OutOfTurn,
    Text,
    TooLong(usize),
}

impl fmt::Display for InvalidFrame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(kind) => write!(f, "the other process said something unknown ({kind})"),
            Self::Mark => f.write_str("the other process does not speak the handover's language"),
            Self::OutOfTurn => f.write_str("the other process said something out of turn"),
            Self::Text => f.write_str("the other process sent text that is not UTF-8"),
            Self::TooLong(len) => write!(f, "the other process announced a text of {len} bytes"),
        }
    }
}

impl core::error::Error for InvalidFrame {}

impl From<InvalidFrame> for io::Error {
    fn from(invalid: InvalidFrame) -> Self {
        Self::new(io::ErrorKind::InvalidData, invalid)
    }
}

/// The longest beginning of `text` that has at most `most` bytes.
fn cut(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at));
    &text[..end.unwrap_or(0)]
}
