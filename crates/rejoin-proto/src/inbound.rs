//! From bytes to messages: header, limits, unmask, extensions, UTF-8, assembly.
//!
//! One state for each thing being read. A whole message in one plain frame stays [where it was
//! read](crate::in_place); the payload of all others is the business of
//! [`assemble`](crate::assemble).

use bytes::{Buf, Bytes, BytesMut};

use crate::assemble::{Incoming, Read};
use crate::error::ProtocolError;
use crate::event::{Delivery, Piece};
use crate::extension::{Chain, Rsv};
use crate::frame::{self, Header, Opcode, Place};
use crate::in_place::InPlace;
use crate::limits::Limits;
use crate::message::{Kind, Message};
use crate::role::Role;

/// What is being read.
#[derive(Debug, Default)]
pub(crate) enum Inbound {
    /// Nothing, or a header that is not complete.
    #[default]
    Idle,
    /// A whole message in one plain frame.
    InPlace(InPlace),
    /// A message in fragments, in pieces, or transformed by an extension.
    Message(Box<Incoming>),
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
        loop {
            match self {
                Self::Idle => {
                    let Some(header) = frame::parse(input, context.place(false))? else {
                        return Ok(Step::NeedInput);
                    };
                    if header.opcode.is_control() {
                        return Ok(read_control(input, header));
                    }
                    self.begin(header, input, context)?;
                }
                Self::InPlace(payload) => {
                    let Some(message) = payload.read(input)? else {
                        return Ok(Step::NeedInput);
                    };
                    *self = Self::Idle;
                    return Ok(Step::Message(message));
                }
                Self::Message(_) => return self.read_on(input, context),
            }
        }
    }

    /// For how many bytes more of the frame in progress room may be made, given what is buffered;
    /// 0 where it is consumed as it comes.
    pub(crate) fn wanted(&self, buffered: usize) -> usize {
        match self {
            Self::InPlace(payload) => payload.wanted(buffered),
            Self::Idle | Self::Message(_) => 0,
        }
    }

    /// Whether the rest of a message of which pieces were handed out is still to come.
    pub(crate) fn in_pieces(&self) -> bool {
        match self {
            Self::Message(message) => message.in_pieces(),
            Self::Idle | Self::InPlace(_) => false,
        }
    }

    pub(crate) fn held_bytes(&self) -> usize {
        match self {
            Self::Message(message) => message.held_bytes(),
            Self::Idle | Self::InPlace(_) => 0,
        }
    }

    /// Begins a message with its first frame.
    fn begin(
        &mut self,
        header: Header,
        input: &mut BytesMut,
        context: &mut Context<'_>,
    ) -> Result<(), ProtocolError> {
        let kind = if header.opcode == Opcode::Text {
            Kind::Text
        } else {
            Kind::Binary
        };
        let Context {
            limits, delivery, ..
        } = *context;
        if !limits.accepted.takes(kind) {
            return Err(ProtocolError::UnacceptedKind(kind));
        }
        let transformed = context.starts_transformed(header.rsv);
        if transformed || !header.fin || delivery == Delivery::Pieces {
            let mut message = Box::new(Incoming::new(kind, delivery, transformed));
            message.begin_frame(header, limits)?;
            input.advance(header.size);
            *self = Self::Message(message);
            return Ok(());
        }
        limits.check_frame(delivery, header.payload_len)?;
        limits.check_message(delivery, header.payload_len)?;
        let size = usize::try_from(header.payload_len).unwrap_or(usize::MAX);
        *self = Self::InPlace(InPlace::new(kind, size, header.mask));
        input.advance(header.size);
        Ok(())
    }

    /// Reads on in a message that is not in place.
    fn read_on(
        &mut self,
        input: &mut BytesMut,
        context: &mut Context<'_>,
    ) -> Result<Step, ProtocolError> {
        let Self::Message(message) = self else {
            return Ok(Step::NeedInput);
        };
        message.deliver(context.delivery, context.limits)?;
        loop {
            if !message.in_frame() {
                let Some(header) = frame::parse(input, context.place(true))? else {
                    return Ok(Step::NeedInput);
                };
                if header.opcode.is_control() {
                    return Ok(read_control(input, header));
                }
                message.begin_frame(header, context.limits)?;
                input.advance(header.size);
            }
            match message.read(input, context)? {
                Read::Continue => {}
                Read::NeedInput => return Ok(Step::NeedInput),
                Read::Piece(piece) => return Ok(Step::Piece(piece)),
                Read::End(step) => {
                    *self = Self::Idle;
                    return Ok(step);
                }
            }
        }
    }
}

impl Context<'_> {
    fn place(&self, in_message: bool) -> Place {
        Place {
            role: self.role,
            in_message,
            agreed: self.chain.rsv(),
        }
    }

    /// Whether an extension takes part in the message whose first frame has these bits set.
    fn starts_transformed(&mut self, marks: Rsv) -> bool {
        if self.chain.is_empty() {
            return false;
        }
        self.chain.start_decode(marks);
        !self.chain.passes_decode()
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
