//! From bytes to messages: header, limits, unmask, extensions, UTF-8, assembly.
//!
//! One state for each thing being read; the payload of messages is the business of
//! [`assemble`](crate::assemble).

use bytes::{Buf, Bytes, BytesMut};

use crate::assemble::{Incoming, Read};
use crate::error::ProtocolError;
use crate::event::{Delivery, Piece};
use crate::extension::Chain;
use crate::frame::{self, Header, Opcode, Place};
use crate::limits::Limits;
use crate::message::{Kind, Message};
use crate::role::Role;

/// What is being read.
#[derive(Debug, Default)]
pub(crate) struct Inbound {
    message: Option<Box<Incoming>>,
}

/// What surrounds the bytes.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    pub(crate) role: Role,
    pub(crate) limits: &'a Limits,
    pub(crate) chain: &'a mut Chain,
    pub(crate) delivery: Delivery,
}

/// What a step came to.
#[derive(Debug)]
pub(crate) enum Step {
    NeedInput,
    Message(Message),
    Piece(Piece),
    Control(Opcode, Bytes),
}

impl Inbound {
    /// Reads on until something is complete or the input is used up.
    pub(crate) fn step(
        &mut self,
        input: &mut BytesMut,
        context: &mut Context<'_>,
    ) -> Result<Step, ProtocolError> {
        if let Some(message) = &mut self.message {
            message.deliver(context.delivery, context.limits)?;
        }
        loop {
            let in_frame = self.message.as_mut().filter(|message| message.in_frame());
            let Some(message) = in_frame else {
                let place = Place {
                    role: context.role,
                    in_message: self.message.is_some(),
                    agreed: context.chain.rsv(),
                };
                let Some(header) = frame::parse(input, place)? else {
                    return Ok(Step::NeedInput);
                };
                if header.opcode.is_control() {
                    return Ok(read_control(input, header));
                }
                self.begin_frame(header, context)?;
                input.advance(header.size);
                continue;
            };
            match message.read(input, context)? {
                Read::Continue => {}
                Read::NeedInput => return Ok(Step::NeedInput),
                Read::Piece(piece) => return Ok(Step::Piece(piece)),
                Read::End(step) => {
                    self.message = None;
                    return Ok(step);
                }
            }
        }
    }

    /// How many bytes more the frame in progress needs to be complete, given what is buffered;
    /// 0 where it is consumed as it comes.
    pub(crate) fn wanted(&self, buffered: usize) -> usize {
        self.message
            .as_ref()
            .map_or(0, |message| message.wanted(buffered))
    }

    /// Whether the rest of a message of which pieces were handed out is still to come.
    pub(crate) fn in_pieces(&self) -> bool {
        self.message
            .as_ref()
            .is_some_and(|message| message.in_pieces())
    }

    pub(crate) fn held_bytes(&self) -> usize {
        self.message
            .as_ref()
            .map_or(0, |message| message.held_bytes())
    }

    fn begin_frame(
        &mut self,
        header: Header,
        context: &mut Context<'_>,
    ) -> Result<(), ProtocolError> {
        let message = match (&mut self.message, header.opcode) {
            (Some(message), _) => message,
            (none, opcode) => {
                let kind = if opcode == Opcode::Text {
                    Kind::Text
                } else {
                    Kind::Binary
                };
                if !context.limits.accepted.takes(kind) {
                    return Err(ProtocolError::UnacceptedKind(kind));
                }
                context.chain.start_decode(header.rsv);
                let transformed = !context.chain.passes_decode();
                none.insert(Box::new(Incoming::new(kind, context.delivery, transformed)))
            }
        };
        message.begin_frame(header, context.limits)
    }
}

/// Splits off a control frame once all of it is here.
fn read_control(input: &mut BytesMut, header: Header) -> Step {
    let size = usize::try_from(header.payload_len).unwrap_or(usize::MAX);
    if input.len() < header.size.saturating_add(size) {
        return Step::NeedInput;
    }
    input.advance(header.size);
    let mut payload = input.split_to(size);
    if let Some(key) = header.mask {
        rejoin_mask::apply(key, &mut payload);
    }
    Step::Control(header.opcode, payload.freeze())
}
