//! Frame headers: read with every rule that a header alone can break, and written minimally.

use bytes::BufMut;

use super::Opcode;
use crate::error::ProtocolError;
use crate::extension::Rsv;
use crate::role::Role;

/// In place of a 7-bit length: it follows in two bytes.
const LENGTH_IN_16_BITS: u8 = 0x7e;

/// In place of a 7-bit length: it follows in eight bytes.
const LENGTH_IN_64_BITS: u8 = 0x7f;

/// A header as read, with the place where its payload starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) fin: bool,
    pub(crate) rsv: Rsv,
    pub(crate) opcode: Opcode,
    pub(crate) mask: Option<[u8; 4]>,
    pub(crate) payload_len: u64,
    /// Its own size; the payload starts after so many bytes.
    pub(crate) size: usize,
}

/// Where in the conversation a header stands: what is allowed depends on it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) role: Role,
    /// Whether a fragmented message is in progress.
    pub(crate) in_message: bool,
    /// The reserved bits that agreed extensions use.
    pub(crate) agreed: Rsv,
}

/// Reads the header at the start of `bytes`, `None` if more bytes are needed.
///
/// Every fault is reported at the first byte that proves it, before the rest of the header is here.
pub(crate) fn parse(bytes: &[u8], place: Place) -> Result<Option<Header>, ProtocolError> {
    let Some((&first, rest)) = bytes.split_first() else {
        return Ok(None);
    };
    let fin = first & 0x80 != 0;
    let rsv = Rsv::of_first_byte(first);
    let Some(opcode) = Opcode::of_first_byte(first) else {
        return Err(ProtocolError::ReservedOpcode(first & 0x0f));
    };
    check_first_byte(fin, rsv, opcode, place)?;

    let Some((&second, rest)) = rest.split_first() else {
        return Ok(None);
    };
    let masked = second & 0x80 != 0;
    match (masked, place.role.receives_masked()) {
        (false, true) => return Err(ProtocolError::MaskMissing),
        (true, false) => return Err(ProtocolError::MaskForbidden),
        (true, true) | (false, false) => {}
    }
    let Some((payload_len, rest)) = payload_len(second & 0x7f, rest, opcode)? else {
        return Ok(None);
    };
    let (mask, rest) = if masked {
        let Some((key, rest)) = rest.split_first_chunk::<4>() else {
            return Ok(None);
        };
        (Some(*key), rest)
    } else {
        (None, rest)
    };
    let size = bytes.len().saturating_sub(rest.len());
    Ok(Some(Header {
        fin,
        rsv,
        opcode,
        mask,
        payload_len,
        size,
    }))
}

/// Reads the header at the start of `bytes` if it is that of a whole message in one plain frame of
/// less than 64 KiB, which most are, in a fraction of the time. All others are left to [`parse`].
#[inline]
pub(crate) fn parse_plain(bytes: &[u8], role: Role) -> Option<Header> {
    let (&[first, second], rest) = bytes.split_first_chunk()?;
    let opcode = match first {
        0x81 => Opcode::Text,
        0x82 => Opcode::Binary,
        _ => return None,
    };
    let masked = role.receives_masked();
    if masked != (second & 0x80 != 0) {
        return None;
    }
    let (payload_len, size, rest) = match second & 0x7f {
        short @ 0..LENGTH_IN_16_BITS => (u64::from(short), 2, rest),
        LENGTH_IN_16_BITS => {
            let (length, rest) = rest.split_first_chunk()?;
            let length = u16::from_be_bytes(*length);
            if length < 126 {
                return None;
            }
            (u64::from(length), 4_usize, rest)
        }
        _ => return None,
    };
    let (mask, size) = if masked {
        (Some(*rest.first_chunk()?), size.saturating_add(4))
    } else {
        (None, size)
    };
    Some(Header {
        fin: true,
        rsv: Rsv::NONE,
        opcode,
        mask,
        payload_len,
        size,
    })
}

fn check_first_byte(
    fin: bool,
    rsv: Rsv,
    opcode: Opcode,
    place: Place,
) -> Result<(), ProtocolError> {
    let starts_message = matches!(opcode, Opcode::Text | Opcode::Binary);
    // An extension's bit marks a message, so it stands on the first frame only (RFC 7692 6.1).
    let allowed = if starts_message {
        place.agreed
    } else {
        Rsv::NONE
    };
    let unexpected = rsv.without(allowed);
    if !unexpected.is_empty() {
        return Err(ProtocolError::ReservedBits(unexpected));
    }
    if opcode.is_control() && !fin {
        return Err(ProtocolError::ControlFrameFragmented);
    }
    if starts_message && place.in_message {
        return Err(ProtocolError::MessageInterrupted);
    }
    if opcode == Opcode::Continuation && !place.in_message {
        return Err(ProtocolError::ContinuationWithoutMessage);
    }
    Ok(())
}

/// The payload length and the bytes after it, `None` if more bytes are needed.
fn payload_len(
    short: u8,
    rest: &[u8],
    opcode: Opcode,
) -> Result<Option<(u64, &[u8])>, ProtocolError> {
    if opcode.is_control() && short > 125 {
        return Err(ProtocolError::ControlFrameTooLong);
    }
    match short {
        LENGTH_IN_16_BITS => {
            let Some((length, rest)) = rest.split_first_chunk::<2>() else {
                return Ok(None);
            };
            let length = u16::from_be_bytes(*length);
            if length < 126 {
                return Err(ProtocolError::LengthNotMinimal);
            }
            Ok(Some((u64::from(length), rest)))
        }
        LENGTH_IN_64_BITS => {
            if rest.first().is_some_and(|top| top & 0x80 != 0) {
                return Err(ProtocolError::LengthTooLarge);
            }
            // What fits in the last two bytes has a shorter form.
            if rest.first_chunk::<6>() == Some(&[0; 6]) {
                return Err(ProtocolError::LengthNotMinimal);
            }
            let Some((length, rest)) = rest.split_first_chunk::<8>() else {
                return Ok(None);
            };
            Ok(Some((u64::from_be_bytes(*length), rest)))
        }
        short => Ok(Some((u64::from(short), rest))),
    }
}

/// Appends a header with the shortest form of the length.
#[inline]
pub(crate) fn write(
    out: &mut impl BufMut,
    fin: bool,
    rsv: Rsv,
    opcode: Opcode,
    mask: Option<[u8; 4]>,
    payload_len: usize,
) {
    let fin_bit = if fin { 0x80 } else { 0 };
    let mask_bit = if mask.is_some() { 0x80 } else { 0 };
    let first = fin_bit | rsv.bits() | opcode.bits();
    if let Ok(short @ 0..LENGTH_IN_16_BITS) = u8::try_from(payload_len) {
        out.put_slice(&[first, mask_bit | short]);
    } else {
        write_long(out, first, mask_bit, payload_len);
    }
    if let Some(key) = mask {
        out.put_slice(&key);
    }
}

/// Appends what stands before the key where the length does not fit in seven bits.
#[inline(never)]
fn write_long(out: &mut impl BufMut, first: u8, mask_bit: u8, payload_len: usize) {
    if let Ok(medium) = u16::try_from(payload_len) {
        let [high, low] = medium.to_be_bytes();
        out.put_slice(&[first, mask_bit | LENGTH_IN_16_BITS, high, low]);
    } else {
        out.put_slice(&[first, mask_bit | LENGTH_IN_64_BITS]);
        out.put_u64(u64::try_from(payload_len).unwrap_or(u64::MAX));
    }
}
