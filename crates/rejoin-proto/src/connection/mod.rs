//! One connection: owns the parts, routes between them, holds no rules itself.

use std::time::Instant;

use bytes::{Buf, Bytes, BytesMut};

use crate::closing::{self, Action, Signal, State};
use crate::closure::{Closure, Initiator, TransportEnd};
use crate::error::{Misuse, ProtocolError};
use crate::event::{Delivery, Event};
use crate::extension::{Chain, Compression, Rsv};
use crate::frame::{self, CloseFrame, MAX_CONTROL_BYTES, Opcode};
use crate::inbound::{Context, Inbound, Step};
use crate::keepalive::{Due, Keepalive, Watch};
use crate::limits::Limits;
use crate::message::{Kind, Message};
use crate::outbox::{Outbox, Start};
use crate::role::{MaskKeys, Role};
use crate::utf8::Utf8;

/// An open WebSocket connection, without its socket.
///
/// Four families of methods, in the order in which a driver calls them:
///
/// 1. **receive** is the network: [`receive`](Self::receive), [`receive_eof`](Self::receive_eof),
///    [`receive_error`](Self::receive_error);
/// 2. **send** is the application: [`send`](Self::send), [`send_piece`](Self::send_piece),
///    [`ping`](Self::ping), [`close`](Self::close), [`abandon`](Self::abandon);
/// 3. **handle** is time: [`handle_timeout`](Self::handle_timeout);
/// 4. **poll** asks: [`poll_transmit`](Self::poll_transmit), [`poll_timeout`](Self::poll_timeout),
///    [`closure`](Self::closure).
///
/// ```text
///  socket --read--> receive(input) --> Some(Event): to the application, call again
///                                  --> None: write what poll_transmit has, then read more
///  clock  --------> handle_timeout at poll_timeout
///  closure() is Some: the connection is over, drop the socket
/// ```
#[derive(Debug)]
pub struct Connection {
    role: Role,
    state: State,
    mask_keys: MaskKeys,
    limits: Limits,
    chain: Chain,
    watch: Watch,
    inbound: Inbound,
    /// Bytes that the last call of `receive` left in the input, waiting for more.
    left_bytes: usize,
    outbox: Outbox,
    /// The message that is being sent in pieces.
    sending: Option<Sending>,
    /// The latest ping that could not be answered yet, because the peer does not read.
    pong_owed: Option<Bytes>,
    ending: Option<Box<Ending>>,
}

/// A message that is being sent in pieces.
#[derive(Clone, Copy, Debug)]
struct Sending {
    kind: Kind,
    rsv: Rsv,
    transformed: bool,
    utf8: Utf8,
}

/// Everything about the end, from its first sign on.
#[derive(Debug, Default)]
struct Ending {
    initiator: Option<Initiator>,
    sent: Option<CloseFrame>,
    received: Option<CloseFrame>,
    fault: Option<ProtocolError>,
    transport: Option<TransportEnd>,
    close_deadline: Option<Instant>,
    transport_deadline: Option<Instant>,
    shutdown: Shutdown,
}

/// Our direction of the transport.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shutdown {
    #[default]
    NotYet,
    Due,
    Done,
}

/// What the driver is to do with the transport.
#[derive(Debug)]
#[expect(clippy::exhaustive_enums, reason = "a driver must handle every case")]
pub enum Transmit<'a> {
    /// Write these bytes and advance by what was written.
    Write(&'a mut Outbox),
    /// End our direction of the transport, then call
    /// [`transport_shut_down`](Connection::transport_shut_down).
    Shutdown,
    /// Nothing now.
    Idle,
}

/// What a connection is made of besides its role and its time.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Config {
    /// Bounds for everything that the peer can push.
    pub limits: Limits,
    /// Pings after silence.
    pub keepalive: Keepalive,
}

impl Connection {
    /// The client's end, open since `now`, with the extensions of the agreement.
    pub fn client(config: &Config, chain: Chain, mask_keys: MaskKeys, now: Instant) -> Self {
        Self::new(Role::Client, config, chain, mask_keys, now)
    }

    /// The server's end, open since `now`, with the extensions of the agreement.
    pub fn server(config: &Config, chain: Chain, now: Instant) -> Self {
        Self::new(Role::Server, config, chain, || [0; 4], now)
    }

    fn new(role: Role, config: &Config, chain: Chain, mask_keys: MaskKeys, now: Instant) -> Self {
        Self {
            role,
            state: State::Open,
            mask_keys,
            limits: config.limits.clone(),
            chain,
            watch: Watch::new(config.keepalive, now),
            inbound: Inbound::default(),
            left_bytes: 0,
            outbox: Outbox::default(),
            sending: None,
            pong_owed: None,
            ending: None,
        }
    }

    /// Takes bytes from the front of `input` until something is complete.
    ///
    /// `None` means that more input is needed, or that the connection no longer reads frames; the
    /// bytes that stay in `input` belong to the frame in progress and must still be its front at
    /// the next call. A broken rule shows as `None` too: the Close frame that tells the peer is
    /// then queued, and the closure will name the fault.
    ///
    /// # Spec
    ///
    /// RFC 6455 sections 5 and 6.2.
    pub fn receive(
        &mut self,
        input: &mut BytesMut,
        delivery: Delivery,
        now: Instant,
    ) -> Option<Event> {
        if input.len() > self.left_bytes {
            self.watch.heard(now);
        }
        let event = self.read_frames(input, delivery, now);
        if !self.state.reads_frames() {
            input.clear();
        }
        self.left_bytes = input.len();
        event
    }

    fn read_frames(
        &mut self,
        input: &mut BytesMut,
        delivery: Delivery,
        now: Instant,
    ) -> Option<Event> {
        while self.state.reads_frames() {
            let mut context = Context {
                role: self.role,
                limits: &self.limits,
                chain: &mut self.chain,
                delivery,
            };
            let step = self.inbound.step(input, &mut context);
            match step {
                Ok(Step::NeedInput) => return None,
                Ok(Step::Message(message)) => return Some(Event::Message(message)),
                Ok(Step::Piece(piece)) => return Some(Event::Piece(piece)),
                Ok(Step::Control(Opcode::Ping, payload)) => {
                    self.answer_ping(&payload);
                    return Some(Event::Ping(payload));
                }
                Ok(Step::Control(Opcode::Pong, payload)) => {
                    let round_trip = self.watch.pong(&payload, now);
                    return Some(Event::Pong {
                        payload,
                        round_trip,
                    });
                }
                Ok(Step::Control(_, body)) => match frame::parse_close(&body) {
                    Ok(close) => self.peer_closed(close, now),
                    Err(fault) => self.fail(fault, now),
                },
                Err(fault) => self.fail(fault, now),
            }
        }
        None
    }

    /// The peer has ended its direction of the transport; everything before was received.
    pub fn receive_eof(&mut self, now: Instant) {
        self.begin_ending(Initiator::Transport, now);
        self.signal(Signal::TransportEof, now);
    }

    /// The transport failed. The connection is over at once; what was not sent is lost.
    pub fn receive_error(&mut self, kind: std::io::ErrorKind, now: Instant) {
        self.begin_ending(Initiator::Transport, now);
        self.lose_transport(TransportEnd::Broken(kind), now);
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
        let opcode = match message.kind() {
            Kind::Text => Opcode::Text,
            Kind::Binary => Opcode::Binary,
        };
        let payload = message.into_bytes();
        let rsv = self.chain.start_encode(Some(payload.len()), compression);
        let start = Start {
            fin: true,
            rsv,
            opcode,
        };
        let key = self.mask_key();
        if self.chain.passes_encode() {
            self.outbox.push(start, key, payload);
            return Ok(());
        }
        let chain = &mut self.chain;
        let encoded = self
            .outbox
            .push_with(start, key, |out| chain.encode(&payload, true, out));
        // An extension that cannot go on has broken its own promise: nothing more can be sent.
        encoded.map_err(|_| self.break_down())
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
            let opcode = match kind {
                Kind::Text => Opcode::Text,
                Kind::Binary => Opcode::Binary,
            };
            (sending, opcode)
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
        let chain = &mut self.chain;
        let encoded = self
            .outbox
            .push_with(start, key, |out| chain.encode(&piece, last, out));
        encoded.map_err(|_| self.break_down())
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

    /// Queues a Close frame, behind everything that was sent before. The close budget starts.
    ///
    /// What the peer sent before it saw the Close is still received.
    ///
    /// # Errors
    ///
    /// [`Misuse::Closing`] if a Close frame was sent or received already;
    /// [`Misuse::CodeOfOtherEnd`] if the close-code row says that only the other end sends it.
    pub fn close(&mut self, close: CloseFrame, now: Instant) -> Result<(), Misuse> {
        if let Some(code) = close.code()
            && !code.may_be_sent_by(self.role.endpoint())
        {
            return Err(Misuse::CodeOfOtherEnd(code));
        }
        if let (_, Action::Refuse) = closing::next(self.state, Signal::LocalClose) {
            return Err(Misuse::Closing);
        }
        self.begin_ending(Initiator::Local, now).sent = Some(close);
        self.signal(Signal::LocalClose, now);
        Ok(())
    }

    /// Lets go of the connection at once: nothing more is sent or received.
    pub fn abandon(&mut self, now: Instant) {
        self.begin_ending(Initiator::Local, now);
        self.lose_transport(TransportEnd::Dropped, now);
    }

    /// What is to be done with the transport now. Call again until [`Transmit::Idle`].
    pub fn poll_transmit(&mut self, now: Instant) -> Transmit<'_> {
        if let Some(payload) = self.pong_owed.take() {
            self.answer_ping(&payload);
        }
        if self.ending.is_some() {
            self.begin_ending(Initiator::Local, now);
        }
        if self.outbox.has_remaining() && self.state != State::Ended {
            return Transmit::Write(&mut self.outbox);
        }
        self.signal(Signal::Flushed, now);
        match &self.ending {
            Some(ending) if ending.shutdown == Shutdown::Due => Transmit::Shutdown,
            _ => Transmit::Idle,
        }
    }

    /// Our direction of the transport has ended, as [`Transmit::Shutdown`] asked.
    pub fn transport_shut_down(&mut self) {
        if let Some(ending) = &mut self.ending {
            ending.shutdown = Shutdown::Done;
        }
    }

    /// When [`handle_timeout`](Self::handle_timeout) is to be called next, `None` for never.
    ///
    /// It moves with everything that is received; calling early does no harm.
    pub fn poll_timeout(&self) -> Option<Instant> {
        match (&self.ending, self.state) {
            (_, State::Ended) => None,
            (Some(ending), _) => ending.transport_deadline.or(ending.close_deadline),
            (None, _) => self.watch.next_deadline(),
        }
    }

    /// Time has passed: pings after silence, gives up on a silent peer, ends a close that takes
    /// too long.
    pub fn handle_timeout(&mut self, now: Instant) {
        if self.poll_timeout().is_none_or(|deadline| now < deadline) {
            return;
        }
        if let Some(ending) = &self.ending {
            let lingering = ending.transport_deadline.is_some();
            let end = if lingering {
                TransportEnd::LingerTimedOut
            } else {
                TransportEnd::CloseTimedOut
            };
            self.lose_transport(end, now);
            return;
        }
        match self.watch.due(now) {
            Due::Nothing => {}
            Due::Ping(payload) => self.push_control(Opcode::Ping, &payload),
            Due::GiveUp => {
                self.begin_ending(Initiator::Local, now);
                self.lose_transport(TransportEnd::KeepaliveTimedOut, now);
            }
        }
    }

    /// Whether nothing more can arrive or leave.
    pub fn is_over(&self) -> bool {
        self.state == State::Ended
    }

    /// How it ended, once nothing more can arrive or leave.
    pub fn closure(&self) -> Option<Closure> {
        if self.state != State::Ended {
            return None;
        }
        let ending = self.ending.as_ref()?;
        Some(Closure {
            initiator: ending.initiator.unwrap_or(Initiator::Transport),
            sent: ending.sent.clone(),
            received: ending.received.clone(),
            fault: ending.fault,
            transport: ending.transport.unwrap_or(TransportEnd::Orderly),
            round_trip: self.watch.round_trip(),
        })
    }

    /// Whether messages can be sent: no Close frame was sent or received yet.
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Whether the transport is to be read, be it only until its end.
    pub fn wants_read(&self) -> bool {
        self.state.reads_transport()
    }

    /// How many bytes more would complete the message in progress, given what is `buffered`; 0 if
    /// unknown. A driver may make room for them, though not more at once than the peer has shown
    /// to send.
    pub fn wanted_bytes(&self, buffered: usize) -> usize {
        self.inbound.wanted(buffered)
    }

    /// Whether the rest of a message of which pieces were handed out is still to come.
    pub fn in_pieces(&self) -> bool {
        self.inbound.in_pieces()
    }

    /// Bytes queued and not yet taken by the transport.
    pub fn unsent_bytes(&self) -> usize {
        self.outbox.remaining()
    }

    /// The queue of bytes to be written, for a driver that lends it buffers.
    pub fn outbox(&mut self) -> &mut Outbox {
        &mut self.outbox
    }

    /// The bounds of this connection.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Which end this is.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The last ping's round trip.
    pub fn round_trip(&self) -> Option<core::time::Duration> {
        self.watch.round_trip()
    }

    /// Bytes that this connection holds besides its own size: what is unsent, the message in
    /// progress, and the windows of extensions.
    pub fn held_bytes(&self) -> usize {
        self.outbox
            .held_bytes()
            .saturating_add(self.inbound.held_bytes())
            .saturating_add(self.chain.held_bytes())
    }

    fn check_sendable(&self) -> Result<(), Misuse> {
        match (self.state, &self.sending) {
            (State::Open, None) => Ok(()),
            (State::Open, Some(_)) => Err(Misuse::MessageInProgress),
            _ => Err(Misuse::Closing),
        }
    }

    fn mask_key(&self) -> Option<[u8; 4]> {
        match self.role {
            Role::Client => Some((self.mask_keys)()),
            Role::Server => None,
        }
    }

    fn push_control(&mut self, opcode: Opcode, payload: &[u8]) {
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

    /// Answers a ping, or, towards a peer that does not read, remembers the latest.
    fn answer_ping(&mut self, payload: &[u8]) {
        if self.state != State::Open {
            return;
        }
        if self.outbox.remaining() < self.limits.send_low_bytes {
            self.push_control(Opcode::Pong, payload);
        } else {
            self.pong_owed = Some(Bytes::copy_from_slice(payload));
        }
    }

    fn peer_closed(&mut self, close: CloseFrame, now: Instant) {
        self.begin_ending(Initiator::Peer, now).received = Some(close);
        self.signal(Signal::PeerClose, now);
    }

    fn fail(&mut self, fault: ProtocolError, now: Instant) {
        self.begin_ending(Initiator::Local, now).fault = Some(fault);
        self.signal(Signal::Failure, now);
    }

    /// An extension cannot go on encoding: the peer is told 1011.
    fn break_down(&mut self) -> Misuse {
        self.sending = None;
        let close = CloseFrame::of_code(rejoin_close_codes::CloseCode::INTERNAL_ERROR);
        self.push_control(Opcode::Close, &close.body());
        let ending = self.ending.get_or_insert_default();
        ending.initiator = Some(Initiator::Local);
        ending.sent = Some(close);
        self.state = State::AwaitingFlush;
        Misuse::Closing
    }

    fn begin_ending(&mut self, initiator: Initiator, now: Instant) -> &mut Ending {
        let budget = self.limits.close_budget;
        let ending = self.ending.get_or_insert_default();
        ending.initiator.get_or_insert(initiator);
        if ending.close_deadline.is_none() {
            ending.close_deadline = now.checked_add(budget);
        }
        ending
    }

    fn lose_transport(&mut self, end: TransportEnd, now: Instant) {
        if self.state != State::Ended
            && let Some(ending) = &mut self.ending
        {
            ending.transport = Some(end);
        }
        self.signal(Signal::TransportLost, now);
    }

    /// Goes through the table and does what it asks for.
    fn signal(&mut self, signal: Signal, now: Instant) {
        let (state, action) = closing::next(self.state, signal);
        self.state = state;
        match action {
            Action::None | Action::Refuse => {}
            Action::SendClose | Action::Reply | Action::SendFailure => self.say_close(),
            Action::EndTransport => {
                let patience = self.limits.transport_end_budget;
                let role = self.role;
                if let Some(ending) = &mut self.ending {
                    let until = now.checked_add(patience);
                    ending.transport_deadline = until.min(ending.close_deadline).or(until);
                    // The server ends TCP first, the client waits for it (RFC 6455 7.1.1).
                    if role == Role::Server {
                        ending.shutdown = Shutdown::Due;
                    }
                }
            }
        }
        if !self.state.reads_frames() {
            // Nothing more is decoded or encoded: let go of what that needed.
            self.inbound = Inbound::default();
            self.chain = Chain::new();
        }
        if self.state == State::Ended {
            self.outbox.clear();
        }
    }

    /// Queues the one Close frame of this end: the application's, the fault's, or the echo.
    fn say_close(&mut self) {
        let Some(ending) = &mut self.ending else {
            return;
        };
        let close = match (&ending.sent, ending.fault, &ending.received) {
            (Some(own), _, _) => own.clone(),
            (None, Some(fault), _) => CloseFrame::of_fault(fault),
            (None, None, Some(received)) => received.clone(),
            (None, None, None) => CloseFrame::empty(),
        };
        let body = close.body();
        ending.sent = Some(close);
        self.push_control(Opcode::Close, &body);
    }
}

#[cfg(test)]
mod tests;
