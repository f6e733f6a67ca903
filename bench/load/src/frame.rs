//! Frames as they stand on the wire (RFC 6455 section 5.2): written once, and read where an answer
//! has another shape than the one foreseen.

use anyhow::{Result, bail};

/// The bit of the first byte that says: this frame ends the message.
pub(crate) const FIN: u8 = 0x80;
/// The bit of the first byte that says: this message is compressed (RFC 7692 section 6).
pub(crate) const RSV1: u8 = 0x40;
/// The opcode of a frame that goes on with a message.
pub(crate) const CONTINUATION: u8 = 0x0;
/// The opcode of a text message.
pub(crate) const TEXT: u8 = 0x1;
/// The opcode of a binary message.
pub(crate) const BINARY: u8 = 0x2;
/// The opcode of a Close frame.
pub(crate) const CLOSE: u8 = 0x8;
/// The opcode of a Ping frame.
pub(crate) const PING: u8 = 0x9;
/// The opcode of a Pong frame.
pub(crate) const PONG: u8 = 0xa;

/// The longest header that a server may write: 2 bytes and a length of 8.
pub(crate) const LONGEST_SERVER_HEADER: usize = 10;

/// The header of a frame from a server, and how many bytes it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) first_byte: u8,
    pub(crate) payload_bytes: u64,
    /// How long the header itself is.
    pub(crate) bytes: usize,
}

impl Header {
    /// Reads a header from the beginning of `bytes`; `None` while it is not all there.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Option<Self>> {
        let &[first_byte, second, ref rest @ ..] = bytes else {
            return Ok(None);
        };
        if second & MASKED != 0 {
            bail!("a frame from the server is masked (RFC 6455 section 5.1)");
        }
        let (payload_bytes, header_bytes) = match second {
            LENGTH_OF_2 => match rest.first_chunk::<2>() {
                Some(length) => (u64::from(u16::from_be_bytes(*length)), 4),
                None => return Ok(None),
            },
            LENGTH_OF_8 => match rest.first_chunk::<8>() {
                Some(length) => (u64::from_be_bytes(*length), 10),
                None => return Ok(None),
            },
            short => (u64::from(short), 2),
        };
        let shortest = match payload_bytes {
            0..=125 => 2,
            126..=0xffff => 4,
            _ => 10,
        };
        if header_bytes != shortest {
            bail!("a frame's length is not written in the shortest way (RFC 6455 section 5.2)");
        }
        Ok(Some(Self {
            first_byte,
            payload_bytes,
            bytes: header_bytes,
        }))
    }

    /// What kind of frame it is.
    pub(crate) const fn opcode(self) -> u8 {
        self.first_byte & 0x0f
    }

    /// Whether it is a Close, a Ping or a Pong.
    pub(crate) const fn is_control(self) -> bool {
        self.first_byte & 0x08 != 0
    }
}

/// Appends a frame as a client sends it, masked with `key`.
pub(crate) fn push_client_frame(out: &mut Vec<u8>, first_byte: u8, key: [u8; 4], payload: &[u8]) {
    push_head(out, first_byte, MASKED, payload.len());
    out.extend_from_slice(&key);
    out.extend(
        payload
            .iter()
            .zip(key.iter().cycle())
            .map(|(byte, mask)| byte ^ mask),
    );
}

/// Appends a frame as a server sends it.
pub(crate) fn push_server_frame(out: &mut Vec<u8>, first_byte: u8, payload: &[u8]) {
    push_head(out, first_byte, 0, payload.len());
    out.extend_from_slice(payload);
}

fn push_head(out: &mut Vec<u8>, first_byte: u8, masked: u8, payload_bytes: usize) {
    out.push(first_byte);
    if let Some(short) = u8::try_from(payload_bytes)
        .ok()
        .filter(|short| *short < LENGTH_OF_2)
    {
        out.push(masked | short);
    } else if let Ok(medium) = u16::try_from(payload_bytes) {
        out.push(masked | LENGTH_OF_2);
        out.extend_from_slice(&medium.to_be_bytes());
    } else {
        out.push(masked | LENGTH_OF_8);
        out.extend_from_slice(&(payload_bytes as u64).to_be_bytes());
    }
}

/// In place of a length: it follows in two bytes.
const LENGTH_OF_2: u8 = 0x7e;
/// In place of a length: it follows in eight bytes.
const LENGTH_OF_8: u8 = 0x7f;

/// The bit of the second byte that says: the payload is masked.
const MASKED: u8 = 0x80;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc6455_5_7_a_masked_hello_is_written_as_in_the_example() {
        let mut out = Vec::new();
        push_client_frame(&mut out, FIN | TEXT, [0x37, 0xfa, 0x21, 0x3d], b"Hello");
        assert_eq!(
            out,
            [
                0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58
            ]
        );
    }

    #[test]
    fn a_header_is_read_as_it_was_written_and_not_before_it_is_whole() {
        for (payload_bytes, header_bytes) in [
            (0, 2),
            (125, 2),
            (126, 4),
            (65_535, 4),
            (65_536, 10),
            (1 << 20, 10),
        ] {
            let mut out = Vec::new();
            push_server_frame(&mut out, FIN | BINARY, &vec![7; payload_bytes]);
            assert_eq!(out.len(), header_bytes + payload_bytes);
            for cut in 0..header_bytes {
                assert_eq!(Header::parse(&out[..cut]).unwrap(), None);
            }
            let header = Header::parse(&out[..header_bytes]).unwrap().unwrap();
            assert_eq!(header.payload_bytes, payload_bytes as u64);
            assert_eq!(header.bytes, header_bytes);
            assert_eq!(header.opcode(), BINARY);
        }
    }

    #[test]
    fn rfc6455_5_1_a_masked_frame_from_a_server_is_refused() {
        Header::parse(&[0x81, 0x81, 1, 2, 3, 4, 5]).unwrap_err();
    }

    #[test]
    fn rfc6455_5_2_a_length_that_is_not_minimal_is_refused() {
        Header::parse(&[0x81, 126, 0, 125]).unwrap_err();
        Header::parse(&[0x81, 127, 0, 0, 0, 0, 0, 0, 0xff, 0xff]).unwrap_err();
    }
}
