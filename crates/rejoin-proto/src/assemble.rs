//! The message in progress: from the payloads of its frames to a whole message or to pieces.
//!
//! Fragments are joined; what an extension has transformed is restored piece by piece, never beyond
//! the limit. A message in one plain frame that is wanted whole does not come here: see
//! [`in_place`](crate::in_place).

use bytes::{Buf, BytesMut};

use crate::error::ProtocolError;
use crate::event::{Delivery, Piece};
use crate::extension::Fault;
use crate::frame::Header;
use crate::inbound::{Context, Step};
use crate::limits::{Limits, TINY_FRAGMENT_BYTES};
use crate::message::{Kind, Message, Utf8Bytes};
use crate::utf8::Utf8;

/// The most that one decompressed piece holds, in bytes.
pub const MAX_PIECE_BYTES: usize = 64 << 10;

/// The message in progress.
#[derive(Debug)]
pub(crate) struct Incoming {
    kind: Kind,
    delivery: Delivery,
    /// Whether an extension takes part in this message.
    transformed: bool,
    fragments: u32,
    tiny_fragments: u32,
    /// Payload of all frames so far, before the extensions.
    announced: u64,
    /// Payload handed out or joined so far, after the extensions.
    produced: u64,
    utf8: Utf8,
    whole: BytesMut,
    /// The frame in progress, `None` between two of them.
    frame: Option<Payload>,
}

/// What is left of a data frame's payload.
#[derive(Clone, Copy, Debug)]
struct Payload {
    fin: bool,
    remaining: u64,
    /// Rotated so that it continues after the bytes that are ready.
    key: Option<[u8; 4]>,
    /// How many bytes at the front of the input are unmasked already.
    ready: usize,
}

/// What reading on came to.
#[derive(Debug)]
pub(crate) enum Read {
    /// The frame is over, the message is not.
    Continue,
    NeedInput,
    Piece(Piece),
    /// The message is over.
    End(Step),
}

impl Incoming {
    pub(crate) fn new(kind: Kind, delivery: Delivery, transformed: bool) -> Self {
        Self {
            kind,
            delivery,
            transformed,
            fragments: 0,
            tiny_fragments: 0,
            announced: 0,
            produced: 0,
            utf8: Utf8::default(),
            whole: BytesMut::new(),
            frame: None,
        }
    }

    /// Takes the header of the message's next frame, refusing what the limits do not allow before
    /// any of the payload is here.
    pub(crate) fn begin_frame(
        &mut self,
        header: Header,
        limits: &Limits,
    ) -> Result<(), ProtocolError> {
        self.fragments = self.fragments.saturating_add(1);
        if !header.fin && header.payload_len < TINY_FRAGMENT_BYTES {
            self.tiny_fragments = self.tiny_fragments.saturating_add(1);
        }
        if self.tiny_fragments > limits.max_tiny_fragments {
            return Err(ProtocolError::TooManyFragments {
                limit: limits.max_tiny_fragments,
            });
        }
        self.announced = self.announced.saturating_add(header.payload_len);
        self.check_announced(header.payload_len, limits)?;
        self.frame = Some(Payload {
            fin: header.fin,
            remaining: header.payload_len,
            key: header.mask,
            ready: 0,
        });
        Ok(())
    }

    pub(crate) fn in_frame(&self) -> bool {
        self.frame.is_some()
    }

    /// Whether pieces were handed out already.
    pub(crate) fn in_pieces(&self) -> bool {
        self.delivery == Delivery::Pieces && self.produced > 0
    }

    /// Collects the message if that is wanted now and nothing of it was handed out yet: whoever
    /// wanted it in pieces has given up before the first one.
    pub(crate) fn deliver(
        &mut self,
        delivery: Delivery,
        limits: &Limits,
    ) -> Result<(), ProtocolError> {
        if delivery == self.delivery || delivery == Delivery::Pieces || self.in_pieces() {
            return Ok(());
        }
        self.delivery = delivery;
        let announced = self.frame.map_or(0, |frame| frame.remaining);
        self.check_announced(announced, limits)
    }

    pub(crate) fn held_bytes(&self) -> usize {
        self.whole.capacity().saturating_add(size_of::<Self>())
    }

    /// Reads on in the frame in progress.
    pub(crate) fn read(
        &mut self,
        input: &mut BytesMut,
        context: &mut Context<'_>,
    ) -> Result<Read, ProtocolError> {
        let Some(mut frame) = self.frame else {
            return Ok(Read::Continue);
        };
        let available = usize::try_from(frame.remaining)
            .unwrap_or(usize::MAX)
            .min(input.len());
        if let Some(fresh) = input.get_mut(frame.ready..available) {
            if let Some(key) = &mut frame.key {
                *key = rejoin_mask::apply(*key, fresh);
            }
            frame.ready = available;
        }
        self.frame = Some(frame);
        let all_here = u64::try_from(available) == Ok(frame.remaining);
        match (self.transformed, self.delivery) {
            _ if available == 0 && !all_here => Ok(Read::NeedInput),
            (false, Delivery::Whole) => {
                let fresh = input.split_to(available);
                check_text(&mut self.utf8, self.kind, &fresh)?;
                self.whole.extend_from_slice(&fresh);
                let over = self.advance(frame, available);
                if over {
                    self.end_whole()
                } else {
                    Ok(Read::Continue)
                }
            }
            (false, Delivery::Pieces) => {
                let data = input.split_to(available);
                let over = self.advance(frame, available);
                self.hand_out(data, over)
            }
            (true, _) => self.restore(frame, input, available, context),
        }
    }

    /// Has the extensions restore what is here of a transformed message.
    fn restore(
        &mut self,
        frame: Payload,
        input: &mut BytesMut,
        available: usize,
        context: &mut Context<'_>,
    ) -> Result<Read, ProtocolError> {
        let last = frame.fin && u64::try_from(available) == Ok(frame.remaining);
        let limit = context.limits.max_message_bytes;
        let whole = self.delivery == Delivery::Whole;
        // One byte more than the limit tells a message that just fits from one that does not.
        let room = if whole {
            limit.saturating_add(1).saturating_sub(self.whole.len())
        } else {
            MAX_PIECE_BYTES
        };
        let had = self.whole.len();
        let payload = input.get(..available).unwrap_or_default();
        let progress = context
            .chain
            .decode(payload, last, room, &mut self.whole)
            .map_err(ProtocolError::ExtensionData)?;
        let fresh = self.whole.get(had..).unwrap_or_default();
        let stuck = progress.consumed == 0 && fresh.is_empty() && !progress.finished;
        if stuck && (available > 0 || last) {
            return Err(ProtocolError::ExtensionData(Fault::new(
                "the extension does not get on",
            )));
        }
        self.produced = self
            .produced
            .saturating_add(u64::try_from(fresh.len()).unwrap_or(u64::MAX));
        context.limits.check_message(self.delivery, self.produced)?;
        if whole {
            check_text(&mut self.utf8, self.kind, fresh)?;
        }
        let consumed = progress.consumed.min(available);
        input.advance(consumed);
        if progress.finished {
            self.advance(frame, consumed);
            if whole {
                return self.end_whole();
            }
            let data = self.whole.split();
            return self.hand_out_restored(data, true);
        }
        if !last {
            self.advance(frame, consumed);
        } else if let Some(frame) = &mut self.frame {
            // The payload may be used up while the extension still has something to say.
            let used = u64::try_from(consumed).unwrap_or(u64::MAX);
            frame.remaining = frame.remaining.saturating_sub(used);
            frame.ready = frame.ready.saturating_sub(consumed);
        }
        if whole || self.whole.is_empty() {
            return Ok(Read::Continue);
        }
        let data = self.whole.split();
        self.hand_out_restored(data, false)
    }

    /// Notes that payload was used up; true once the message has no more.
    fn advance(&mut self, mut frame: Payload, used: usize) -> bool {
        frame.ready = frame.ready.saturating_sub(used);
        frame.remaining = frame
            .remaining
            .saturating_sub(u64::try_from(used).unwrap_or(u64::MAX));
        let frame_over = frame.remaining == 0;
        self.frame = if frame_over { None } else { Some(frame) };
        if !self.transformed {
            self.produced = self
                .produced
                .saturating_add(u64::try_from(used).unwrap_or(u64::MAX));
        }
        frame_over && frame.fin
    }

    fn hand_out(&mut self, data: BytesMut, last: bool) -> Result<Read, ProtocolError> {
        if data.is_empty() && !last {
            return Ok(Read::Continue);
        }
        self.hand_out_restored(data, last)
    }

    fn hand_out_restored(&mut self, data: BytesMut, last: bool) -> Result<Read, ProtocolError> {
        check_text(&mut self.utf8, self.kind, &data)?;
        let piece = Piece {
            kind: self.kind,
            data: data.freeze(),
            last,
        };
        if !last {
            return Ok(Read::Piece(piece));
        }
        self.finish_text()?;
        Ok(Read::End(Step::Piece(piece)))
    }

    fn end_whole(&mut self) -> Result<Read, ProtocolError> {
        self.finish_text()?;
        let payload = self.whole.split().freeze();
        let message = match self.kind {
            Kind::Text => Message::Text(Utf8Bytes::validated(payload)),
            Kind::Binary => Message::Binary(payload),
        };
        Ok(Read::End(Step::Message(message)))
    }

    fn finish_text(&self) -> Result<(), ProtocolError> {
        match self.kind {
            Kind::Text => self.utf8.finish().map_err(|_| ProtocolError::InvalidUtf8),
            Kind::Binary => Ok(()),
        }
    }

    /// Refuses a frame for what its header announces.
    fn check_announced(&self, bytes: u64, limits: &Limits) -> Result<(), ProtocolError> {
        limits.check_frame(self.delivery, bytes)?;
        let size = if self.transformed {
            least_restored(self.announced)
        } else {
            self.produced.saturating_add(bytes)
        };
        limits.check_message(self.delivery, size)
    }
}

/// The size of a message that an honest peer would have transformed to so many bytes.
///
/// A compressor makes little more of what it cannot compress: a quarter and 1 KiB is generous. What
/// is beyond stands for nothing, and would be decoded without end.
fn least_restored(transformed: u64) -> u64 {
    let honest = transformed.saturating_sub(1024);
    honest.saturating_sub(honest.div_euclid(5))
}

fn check_text(utf8: &mut Utf8, kind: Kind, fresh: &[u8]) -> Result<(), ProtocolError> {
    match kind {
        Kind::Text => utf8.push(fresh).map_err(|_| ProtocolError::InvalidUtf8),
        Kind::Binary => Ok(()),
    }
}
