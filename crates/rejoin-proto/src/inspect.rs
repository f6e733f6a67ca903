//! Frames taken apart, for a person who looks at captured bytes.
//!
//! A [`Connection`](crate::Connection) tells what a conversation says; this tells what its bytes
//! are: each frame with its flags, until the first one that breaks a rule.

use rejoin_close_codes::Endpoint;

use crate::error::ProtocolError;
use crate::extension::Rsv;
use crate::frame::{CloseFrame, Header, Opcode, Place, parse};
use crate::role::Role;

/// Takes the frames that one end has sent apart, one after the other.
///
/// The first frame tells who has sent them: clients mask, servers do not. RSV1 passes on the first
/// frame of a message, because the bytes do not say whether permessage-deflate was agreed. Sizes
/// are not limited.
///
/// # Spec
///
/// RFC 6455 sections 5.2 to 5.5.
///
/// # Examples
///
/// ```
/// use rejoin_proto::inspect::frames;
/// use rejoin_proto::{CloseCode, Endpoint, Opcode};
///
/// let mut frames = frames(&[0x88, 0x02, 0x03, 0xf4]);
/// let frame = frames.next().expect("there are bytes")?;
/// assert_eq!((frame.opcode, frame.sender), (Opcode::Close, Endpoint::Server));
/// let close = frame.close().expect("it is a Close frame").expect("it breaks no rule");
/// assert_eq!(close.code(), Some(CloseCode::SERVICE_RESTART));
/// assert!(frames.next().is_none());
/// # Ok::<(), rejoin_proto::inspect::Unreadable>(())
/// ```
pub fn frames(bytes: &[u8]) -> Frames<'_> {
    let masked = bytes.get(1).is_some_and(|byte| byte & 0x80 != 0);
    Frames {
        rest: bytes,
        // Who receives it, and so demands or forbids the mask.
        role: if masked { Role::Server } else { Role::Client },
        in_message: false,
    }
}

/// The frames of [`frames`]; after an error there are no more.
#[derive(Clone, Debug)]
pub struct Frames<'a> {
    rest: &'a [u8],
    role: Role,
    in_message: bool,
}

/// One frame, as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Frame {
    /// Who has sent it.
    pub sender: Endpoint,
    /// Whether the message ends with it.
    pub fin: bool,
    /// The reserved bits that are set: RSV1 or none.
    pub rsv: Rsv,
    /// What it is.
    pub opcode: Opcode,
    /// The payload, without its mask.
    pub payload: Vec<u8>,
}

/// Why there is no frame to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unreadable {
    /// The header breaks a rule.
    Broken(ProtocolError),
    /// The bytes end before the frame does.
    Incomplete,
}

impl core::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Broken(fault) => fault.fmt(f),
            Self::Incomplete => f.write_str("the bytes end before the frame does"),
        }
    }
}

impl core::error::Error for Unreadable {}

impl Frame {
    /// What a Close frame says, or the rule that its body breaks; `None` for other frames.
    pub fn close(&self) -> Option<Result<CloseFrame, ProtocolError>> {
        (self.opcode == Opcode::Close).then(|| CloseFrame::from_body(&self.payload))
    }
}

impl Iterator for Frames<'_> {
    type Item = Result<Frame, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let frame = self.read();
        if frame.is_err() {
            self.rest = &[];
        }
        Some(frame)
    }
}

impl Frames<'_> {
    fn read(&mut self) -> Result<Frame, Unreadable> {
        let place = Place {
            role: self.role,
            in_message: self.in_message,
            agreed: Rsv::RSV1,
        };
        let header = parse(self.rest, place).map_err(Unreadable::Broken)?;
        let header = header.ok_or(Unreadable::Incomplete)?;
        let payload = self.payload(&header).ok_or(Unreadable::Incomplete)?;
        if !header.opcode.is_control() {
            self.in_message = !header.fin;
        }
        Ok(Frame {
            sender: match self.role {
                Role::Client => Endpoint::Server,
                Role::Server => Endpoint::Client,
            },
            fin: header.fin,
            rsv: header.rsv,
            opcode: header.opcode,
            payload,
        })
    }

    /// Takes the payload behind a header, or nothing if it is not all there.
    fn payload(&mut self, header: &Header) -> Option<Vec<u8>> {
        let (_, behind) = self.rest.split_at_checked(header.size)?;
        let length = usize::try_from(header.payload_len).ok()?;
        let (payload, rest) = behind.split_at_checked(length)?;
        let mut payload = payload.to_vec();
        if let Some(key) = header.mask {
            rejoin_mask::apply(key, &mut payload);
        }
        self.rest = rest;
        Some(payload)
    }
}

#[cfg(test)]
mod tests {
    use super::{Unreadable, frames};
    use crate::error::ProtocolError;
    use crate::extension::Rsv;
    use crate::frame::Opcode;
    use rejoin_close_codes::Endpoint;

    #[test]
    fn frames_of_a_client_are_unmasked() {
        let bytes = [0x88, 0x82, 1, 2, 3, 4, 0x03 ^ 1, 0xf2 ^ 2];
        let frame = frames(&bytes).next().expect("a frame").expect("whole");
        assert_eq!(frame.sender, Endpoint::Client);
        assert_eq!(frame.payload, [0x03, 0xf2]);
        let close = frame.close().expect("a Close frame").expect("a code");
        assert_eq!(close.effective_code().get(), 1010);
    }

    #[test]
    fn fragments_and_what_stands_between_them_are_told_apart() {
        let bytes = [0x41, 1, b'a', 0x89, 0, 0x00, 1, b'b', 0x80, 0, 0x81, 0];
        let opcodes: Vec<_> = frames(&bytes)
            .map(|frame| frame.expect("whole"))
            .map(|frame| (frame.opcode, frame.fin, frame.rsv))
            .collect();
        assert_eq!(
            opcodes,
            [
                (Opcode::Text, false, Rsv::RSV1),
                (Opcode::Ping, true, Rsv::NONE),
                (Opcode::Continuation, false, Rsv::NONE),
                (Opcode::Continuation, true, Rsv::NONE),
                (Opcode::Text, true, Rsv::NONE),
            ]
        );
    }

    #[test]
    fn nothing_is_read_behind_a_frame_that_breaks_a_rule() {
        for (bytes, fault) in [
            (&[0x83, 0, 0x81, 0][..], ProtocolError::ReservedOpcode(3)),
            (&[0xc8, 0], ProtocolError::ReservedBits(Rsv::RSV1)),
            (&[0x08, 0], ProtocolError::ControlFrameFragmented),
            (&[0x88, 126, 0, 126], ProtocolError::ControlFrameTooLong),
            (&[0x80, 0], ProtocolError::ContinuationWithoutMessage),
        ] {
            let mut frames = frames(bytes);
            assert_eq!(frames.next(), Some(Err(Unreadable::Broken(fault))));
            assert_eq!(frames.next(), None);
        }
        let mixed = [0x81, 0, 0x81, 0x80, 0, 0, 0, 0];
        let last = frames(&mixed).last().expect("two frames");
        assert_eq!(last, Err(Unreadable::Broken(ProtocolError::MaskForbidden)));
    }

    #[test]
    fn a_frame_that_is_cut_anywhere_is_incomplete() {
        let whole = [0x88, 0x82, 1, 2, 3, 4, 5, 6];
        for end in 1..whole.len() {
            let cut = whole.get(..end).expect("a prefix");
            assert_eq!(
                frames(cut).next(),
                Some(Err(Unreadable::Incomplete)),
                "{end}"
            );
        }
        let huge = [0x82, 127, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
        assert_eq!(frames(&huge).next(), Some(Err(Unreadable::Incomplete)));
    }

    #[test]
    fn no_bytes_are_no_frame() {
        assert_eq!(frames(&[]).next(), None);
    }
}
