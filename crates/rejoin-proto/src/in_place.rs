//! A whole message in one plain frame, the ordinary case: unmasked and validated where it was read,
//! as it arrives, and split off when it is complete. It is never copied.

use bytes::{Buf, Bytes, BytesMut};

use crate::error::ProtocolError;
use crate::event::Delivery;
use crate::frame::{self, Opcode};
use crate::limits::Limits;
use crate::message::{Kind, Message, Utf8Bytes};
use crate::role::Role;
use crate::utf8;

/// The payload in progress; it stands at the front of the input.
#[derive(Debug)]
pub(crate) struct InPlace {
    size: usize,
    /// How many of its bytes are unmasked and, of a text, looked at.
    ready: usize,
    /// Rotated so that it continues after the bytes that are ready.
    key: Option<[u8; 4]>,
    kind: Kind,
    /// How many of the bytes that are ready belong to a character whose end has not come yet.
    unfinished: u8,
}

impl InPlace {
    /// A payload of which nothing was looked at.
    pub(crate) const fn new(kind: Kind, size: usize, key: Option<[u8; 4]>) -> Self {
        Self {
            size,
            ready: 0,
            key,
            kind,
            unfinished: 0,
        }
    }

    /// Looks at what has come, and splits the message off once all of it is here.
    pub(crate) fn read(&mut self, input: &mut BytesMut) -> Result<Option<Message>, ProtocolError> {
        let available = self.size.min(input.len());
        if let Some(fresh) = input.get_mut(self.ready..available)
            && let Some(key) = &mut self.key
        {
            *key = rejoin_mask::apply(*key, fresh);
        }
        if self.kind == Kind::Text {
            let looked_at = self.ready.saturating_sub(usize::from(self.unfinished));
            let fresh = input.get(looked_at..available).unwrap_or_default();
            let unfinished = utf8::unfinished(fresh).map_err(|_| ProtocolError::InvalidUtf8)?;
            self.unfinished = unfinished;
        }
        self.ready = available;
        if available < self.size {
            return Ok(None);
        }
        if self.unfinished > 0 {
            return Err(ProtocolError::InvalidUtf8);
        }
        Ok(Some(message(self.kind, input.split_to(self.size).freeze())))
    }

    /// For how many bytes more room may be made now, given how many are in the input.
    pub(crate) fn wanted(&self, buffered: usize) -> usize {
        let allowed = if buffered < SHOWN_BYTES {
            UNSHOWN_ROOM_BYTES
        } else {
            AT_ONCE_BYTES.saturating_sub(buffered).max(buffered)
        };
        self.size.saturating_sub(buffered).min(allowed)
    }
}

/// A peer that has sent this much of a message is believed that more will follow.
const SHOWN_BYTES: usize = 16 << 10;

/// The room for a message of which less was sent.
const UNSHOWN_ROOM_BYTES: usize = 64 << 10;

/// Up to this size, room for a whole message is made at once; beyond, for as much again as is there.
const AT_ONCE_BYTES: usize = 1 << 20;

/// Where the payload of a whole message stands, in one plain frame.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    /// Where the frame ends, too.
    pub(crate) end: usize,
}

/// Takes the message at the front of the input if it is all here, in one plain frame; otherwise, or
/// if it breaks a rule or a bound, nothing is done.
#[inline]
pub(crate) fn take(
    input: &mut BytesMut,
    role: Role,
    limits: &Limits,
    delivery: Delivery,
) -> Option<Message> {
    let found = find(input, role, limits, delivery)?;
    let mut frame = input.split_to(found.end).freeze();
    frame.advance(found.start);
    Some(message(found.kind, frame))
}

/// Finds the message at the front of the input and unmasks it where it stands, under the conditions
/// of [`take`].
#[inline]
pub(crate) fn find(
    input: &mut [u8],
    role: Role,
    limits: &Limits,
    delivery: Delivery,
) -> Option<Found> {
    let header = frame::parse_plain(input, role)?;
    let kind = if header.opcode == Opcode::Text {
        Kind::Text
    } else {
        Kind::Binary
    };
    let size = usize::try_from(header.payload_len).ok()?;
    let end = header.size.saturating_add(size);
    let payload = input.get_mut(header.size..end)?;
    if !limits.take(kind, delivery, header.payload_len) {
        return None;
    }
    if let Some(key) = header.mask {
        rejoin_mask::apply(key, payload);
    }
    if kind == Kind::Text && !utf8::is_valid(payload) {
        if let Some(key) = header.mask {
            rejoin_mask::apply(key, payload);
        }
        return None;
    }
    Some(Found {
        kind,
        start: header.size,
        end,
    })
}

/// A message of that kind whose payload was validated if it is text.
#[inline]
pub(crate) fn message(kind: Kind, payload: Bytes) -> Message {
    match kind {
        Kind::Text => Message::Text(Utf8Bytes::validated(payload)),
        Kind::Binary => Message::Binary(payload),
    }
}
