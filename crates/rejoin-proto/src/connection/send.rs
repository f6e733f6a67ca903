//! Sending: messages whole or in pieces, pings and the answers to pings.

use std::time::Instant;

use bytes::{Buf, Bytes};
use rejoin_close_codes::CloseCode;

use super::Connection;
use crate::closing::{self, Signal, State};
use crate::error::Misuse;
use crate::extension::{Compression, Rsv};
use crate::frame::{CloseFrame, MAX_CONTROL_BYTES, Opcode};
use crate::message::{Kind, Message};
use crate::outbox::{Outbox, Start};
use crate::utf8::Utf8;

/// A message that is being sent in pieces.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sending {
    kind: Kind,
    rsv: Rsv,
    transformed: bool,
    utf8: Utf8,
}

impl Connection {
    /// The transport takes nothing of what [`poll_transmit`](Self::poll_transmit) has for it.
    ///
    /// To be told whenever it says so; the time counts from the first time since it took bytes.
    pub fn transmit_blocked(&mut self, now: Instant) {
        self.outbox.note_blocked(now);
    }

    /// When a transport that takes nothing will have done so for too long; `None` while it takes
    /// bytes, or there are none.
    ///
    /// Part of [`poll_timeout`](Self::poll_timeout); alone it is for a driver that has bytes of the
    /// peer which it has not passed to [`receive`](Self::receive), so that silence says nothing.
    #[inline]
    pub fn send_deadline(&self) -> Option<Instant> {
        let since = self.outbox.blocked_since()?;
        if self.state == State::Open {
            since.checked_add(self.config.limits.send_budget)
        } else {
            None
        }
    }

    /// Queues a message.
    ///
    /// The payload is not copied where it is large, and not changed. Nothing is refused for being
    /// too much: look at [`unsent_bytes`](Self::unsent_bytes) before.
    ///
    /// # Errors
    ///
    /// [`Misuse::Closing`] after a Close frame in either direction, [`Misuse::MessageInProgress`]
    /// between the pieces of another message.
    ///
    /// # Spec
    ///
    /// RFC 6455 section 6.1.
    pub fn send(&mut self, message: Message, compression: Compression) -> Result<(), Misuse> {
        self.check_sendable()?;
        let mut start = Start {
            fin: true,
            rsv: Rsv::NONE,
            opcode: Opcode::of_kind(message.kind()),
        };
        let key = self.mask_key();
        if !self.chain.is_empty() {
            start.rsv = self.chain.start_encode(Some(message.len()), compression);
            if !self.chain.passes_encode() {
                return self.encode(start, key, message.as_bytes(), true);
            }
        }
        // The shortest way for small ones: they are not moved, only looked at.
        if Outbox::copies(message.as_bytes()) {
            self.outbox.push_copy(start, key, message.as_bytes());
        } else {
            self.outbox.push(start, key, message.into_bytes());
        }
        Ok(())
    }

    /// Queues a small message behind others that wait for the transport, by the shortest way; if it
    /// cannot go that way nothing is done, the answer is false, and [`send`](Self::send) is to be
    /// asked.
    ///
    /// It goes that way if it is copied anyway, messages can be sent, no extension was agreed,
    /// something is unsent, and no more than `most` bytes will be.
    #[inline]
    pub fn send_behind(&mut self, message: &Message, most: usize) -> bool {
        let plain = self.chain.is_empty() && Outbox::copies(message.as_bytes());
        if !plain || self.check_sendable().is_err() {
            return false;
        }
        let start = Start {
            fin: true,
            rsv: Rsv::NONE,
            opcode: Opcode::of_kind(message.kind()),
        };
        let draw = self.mask_keys;
        self.outbox
            .push_behind(start, || draw.map(|draw| draw()), message.as_bytes(), most)
    }

    /// Queues a piece of a message that is sent as it becomes known; `last` ends it.
    ///
    /// Each piece is a frame, or a part of one stream where the message is compressed. Control
    /// frames may go between; other messages may not.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); also [`Misuse::KindChanged`], and [`Misuse::NotUtf8`] where text
    /// stops being text. A piece of text may end inside a character.
    pub fn send_piece(
        &mut self,
        kind: Kind,
        piece: Bytes,
        last: bool,
        compression: Compression,
    ) -> Result<(), Misuse> {
        if self.state != State::Open {
            return Err(Misuse::Closing);
        }
        let mut utf8 = match self.sending {
            Some(sending) if sending.kind != kind => return Err(Misuse::KindChanged),
            Some(sending) => sending.utf8,
            None => Utf8::default(),
        };
        if kind == Kind::Text {
            utf8.push(&piece).map_err(|_| Misuse::NotUtf8)?;
            if last {
                utf8.finish().map_err(|_| Misuse::NotUtf8)?;
            }
        }
        let (sending, opcode) = if let Some(sending) = self.sending {
            (Sending { utf8, ..sending }, Opcode::Continuation)
        } else {
            let size = last.then_some(piece.len());
            let sending = Sending {
                kind,
                rsv: self.chain.start_encode(size, compression),
                transformed: !self.chain.passes_encode(),
                utf8,
            };
            (sending, Opcode::of_kind(kind))
        };
        let rsv = if opcode == Opcode::Continuation {
            Rsv::NONE
        } else {
            sending.rsv
        };
        let start = Start {
            fin: last,
            rsv,
            opcode,
        };
        let key = self.mask_key();
        self.sending = (!last).then_some(sending);
        if !sending.transformed {
            self.outbox.push(start, key, piece);
            return Ok(());
        }
        self.encode(start, key, &piece, last)
    }

    /// Queues a ping of our own; its pong tells the round trip.
    ///
    /// # Errors
    ///
    /// [`Misuse::Closing`] after a Close frame in either direction.
    pub fn ping(&mut self, now: Instant) -> Result<(), Misuse> {
        if self.state != State::Open {
            return Err(Misuse::Closing);
        }
        let payload = self.watch.ping(now);
        self.push_control(Opcode::Ping, &payload);
        Ok(())
    }

    /// Queues a ping with a payload of the application's choice; its pong carries it back.
    ///
    /// # Errors
    ///
    /// [`Misuse::ControlTooLong`] beyond 125 bytes, [`Misuse::Closing`] after a Close frame in
    /// either direction.
    pub fn ping_with(&mut self, payload: &[u8]) -> Result<(), Misuse> {
        if payload.len() > MAX_CONTROL_BYTES {
            return Err(Misuse::ControlTooLong(payload.len()));
        }
        if self.state != State::Open {
            return Err(Misuse::Closing);
        }
        self.push_control(Opcode::Ping, payload);
        Ok(())
    }

    /// Answers a ping, or, towards a peer that does not read, remembers the latest.
    pub(super) fn answer_ping(&mut self, payload: &[u8]) {
        if self.state != State::Open {
            return;
        }
        if self.outbox.remaining() < self.config.limits.send_low_bytes {
            self.push_control(Opcode::Pong, payload);
        } else {
            self.outbox.owe_pong(Bytes::copy_from_slice(payload));
        }
    }

    pub(super) fn push_control(&mut self, opcode: Opcode, payload: &[u8]) {
        let key = self.mask_key();
        self.outbox.push_copy(
            Start {
                fin: true,
                rsv: Rsv::NONE,
                opcode,
            },
            key,
            payload,
        );
    }

    /// Queues a frame of what the extensions make of a piece of the message.
    fn encode(
        &mut self,
        start: Start,
        key: Option<[u8; 4]>,
        piece: &[u8],
        last: bool,
    ) -> Result<(), Misuse> {
        let chain = &mut self.chain;
        let encoded = self
            .outbox
            .push_with(start, key, |out| chain.encode(piece, last, out));
        // An extension that cannot go on has broken its own promise: nothing more can be sent.
        encoded.map_err(|_| self.break_down())
    }

    #[inline]
    pub(super) fn check_sendable(&self) -> Result<(), Misuse> {
        match (self.state, &self.sending) {
            (State::Open, None) => Ok(()),
            (State::Open, Some(_)) => Err(Misuse::MessageInProgress),
            _ => Err(Misuse::Closing),
        }
    }

    pub(super) fn mask_key(&self) -> Option<[u8; 4]> {
        self.mask_keys.map(|draw| draw())
    }

    /// An extension cannot go on encoding: the peer is told 1011.
    pub(super) fn break_down(&mut self) -> Misuse {
        self.sending = None;
        let ending = self.ending.get_or_insert_default();
        ending.begin_locally(CloseFrame::of_code(CloseCode::INTERNAL_ERROR));
        let (state, _) = closing::next(self.state, Signal::Failure);
        self.state = state;
        self.say_close();
        Misuse::Closing
    }
}
