//! One connection: owns the parts, routes between them, holds no rules itself.

mod ending;
mod prepared;
mod ready;
mod send;

use core::cell::LazyCell;
use core::ops::Deref;
use std::sync::Arc;
use std::time::Instant;

use bytes::{Buf, BytesMut};

use crate::closing::{Signal, State};
use crate::closure::Initiator;
use crate::event::{Delivery, Event, Piece};
use crate::extension::Chain;
use crate::frame::{self, Opcode};
use crate::inbound::{Context, Inbound, Step};
use crate::keepalive::{Keepalive, Watch};
use crate::limits::Limits;
use crate::outbox::Outbox;
use crate::role::{MaskKeys, Role};

pub use prepared::Prepared;
pub use ready::Ready;

use ending::{Ending, Shutdown};
use send::Sending;

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
    config: Arc<Config>,
    /// A client masks, a server does not.
    mask_keys: Option<MaskKeys>,
    state: State,
    chain: Chain,
    watch: Watch,
    inbound: Inbound,
    /// Bytes that the last call of `receive` left in the input, waiting for more.
    left: Left,
    outbox: Outbox,
    /// The message that is being sent in pieces.
    sending: Option<Sending>,
    ending: Option<Box<Ending>>,
}

/// A number of bytes in half a word. From 4 GiB on any number is taken for more than before.
#[derive(Clone, Copy, Debug)]
struct Left(u32);

impl Left {
    #[inline]
    fn of(bytes: usize) -> Self {
        Self(u32::try_from(bytes).unwrap_or(u32::MAX))
    }

    #[inline]
    fn is_less_than(self, bytes: usize) -> bool {
        u32::try_from(bytes).map_or(true, |bytes| self.0 < bytes)
    }
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

/// What a connection is made of besides its role and its time, shared by all that are made alike.
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
    ///
    /// The configuration is shared, not copied: make it once for all connections of a kind.
    pub fn client(config: &Arc<Config>, chain: Chain, mask_keys: MaskKeys, now: Instant) -> Self {
        Self::new(Some(mask_keys), config, chain, now)
    }

    /// The server's end, open since `now`, with the extensions of the agreement.
    ///
    /// The configuration is shared, not copied: make it once for all connections of a kind.
    pub fn server(config: &Arc<Config>, chain: Chain, now: Instant) -> Self {
        Self::new(None, config, chain, now)
    }

    fn new(mask_keys: Option<MaskKeys>, config: &Arc<Config>, chain: Chain, now: Instant) -> Self {
        Self {
            config: Arc::clone(config),
            mask_keys,
            state: State::Open,
            chain,
            watch: Watch::new(now),
            inbound: Inbound::Idle,
            left: Left::of(0),
            outbox: Outbox::default(),
            sending: None,
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
    /// `now` is asked once at the most, and only where the time matters: when `input` has bytes
    /// that were not there at the end of the call before, for a pong, for a Close frame, and for a
    /// broken rule. Taking many messages out of one read asks it once.
    ///
    /// # Spec
    ///
    /// RFC 6455 sections 5 and 6.2.
    pub fn receive(
        &mut self,
        input: &mut BytesMut,
        delivery: Delivery,
        now: impl FnOnce() -> Instant,
    ) -> Option<Event> {
        let now = LazyCell::new(now);
        if self.left.is_less_than(input.len()) {
            self.watch.heard(*now);
        }
        if let Some(message) = self.take_ready(input, delivery) {
            return Some(match delivery {
                Delivery::Whole => Event::Message(message),
                Delivery::Pieces => {
                    Event::Piece(Piece::new(message.kind(), message.into_bytes(), true))
                }
            });
        }
        let event = self.read_frames(input, delivery, &now);
        if !self.state.reads_frames() {
            input.clear();
        }
        self.left = Left::of(input.len());
        event
    }

    fn read_frames(
        &mut self,
        input: &mut BytesMut,
        delivery: Delivery,
        now: &dyn Deref<Target = Instant>,
    ) -> Option<Event> {
        while self.state.reads_frames() {
            let mut context = Context {
                role: self.role(),
                limits: &self.config.limits,
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
                    let round_trip = self.watch.pong(&payload, **now);
                    return Some(Event::Pong {
                        payload,
                        round_trip,
                    });
                }
                Ok(Step::Control(_, body)) => match frame::parse_close(&body) {
                    Ok(close) => self.peer_closed(close, **now),
                    Err(fault) => self.fail(fault, **now),
                },
                Err(fault) => self.fail(fault, **now),
            }
        }
        None
    }

    /// Whether [`poll_transmit`](Self::poll_transmit) may have anything to be done; if not, it is
    /// [`Transmit::Idle`], and the outbox holds no memory that it was lent.
    #[inline]
    pub const fn has_transmit(&self) -> bool {
        self.outbox.has_memory() || self.ending.is_some()
    }

    /// What is to be done with the transport now. Call again until [`Transmit::Idle`].
    ///
    /// `now` is asked once at the most, and only once the connection is about to end.
    pub fn poll_transmit(&mut self, now: impl FnOnce() -> Instant) -> Transmit<'_> {
        if let Some(payload) = self.outbox.take_owed_pong() {
            self.answer_ping(&payload);
        }
        let now = self.ending.is_some().then(now);
        if let Some(now) = now {
            self.begin_ending(Initiator::Local, now);
        }
        if self.outbox.has_remaining() && self.state != State::Ended {
            return Transmit::Write(&mut self.outbox);
        }
        if let Some(now) = now {
            self.signal(Signal::Flushed, now);
        }
        match &self.ending {
            Some(ending) if ending.shutdown == Shutdown::Due => Transmit::Shutdown,
            _ => Transmit::Idle,
        }
    }

    /// When [`handle_timeout`](Self::handle_timeout) is to be called next, `None` for never.
    ///
    /// It moves with everything that is received; calling early does no harm.
    #[inline]
    pub fn poll_timeout(&self) -> Option<Instant> {
        match (&self.ending, self.state) {
            (_, State::Ended) => None,
            (Some(ending), _) => ending.next_deadline(),
            (None, _) => {
                let silence = self.watch.next_deadline(self.config.keepalive);
                match self.send_deadline() {
                    Some(blocked) => Some(silence.map_or(blocked, |silence| silence.min(blocked))),
                    None => silence,
                }
            }
        }
    }

    /// Whether nothing more can arrive or leave.
    #[inline]
    pub fn is_over(&self) -> bool {
        self.state == State::Ended
    }

    /// Whether messages can be sent: no Close frame was sent or received yet.
    #[inline]
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Whether the transport is to be read, be it only until its end.
    #[inline]
    pub fn wants_read(&self) -> bool {
        self.state.reads_transport()
    }

    /// For how many bytes more of the message in progress a driver may make room at once, given how
    /// many are `buffered`; 0 if nothing is known, and then a read of any size will do.
    ///
    /// As much as completes the message, but no more than the peer has earned: 64 KiB before it has
    /// sent 16 KiB of the message, then so much that there are 1 MiB in all, and beyond 1 MiB as
    /// much again as is there. So a message of up to 1 MiB is moved once at the most, and who only
    /// announces 16 MiB holds nothing of it. A buffer with that room is to be filled as it is,
    /// without being zeroed.
    ///
    /// Only a message in one plain frame that is wanted whole stays in the input until it is
    /// complete; everything else is taken out of it as it comes.
    pub fn wanted_bytes(&self, buffered: usize) -> usize {
        self.inbound.wanted(buffered)
    }

    /// Whether the rest of a message of which pieces were handed out is still to come.
    pub fn in_pieces(&self) -> bool {
        self.inbound.in_pieces()
    }

    /// Bytes queued and not yet taken by the transport.
    #[inline]
    pub fn unsent_bytes(&self) -> usize {
        self.outbox.remaining()
    }

    /// The queue of bytes to be written, for a driver that lends it buffers.
    #[inline]
    pub fn outbox(&mut self) -> &mut Outbox {
        &mut self.outbox
    }

    /// The bounds of this connection.
    #[inline]
    pub fn limits(&self) -> &Limits {
        &self.config.limits
    }

    /// Which end this is.
    pub const fn role(&self) -> Role {
        match self.mask_keys {
            Some(_) => Role::Client,
            None => Role::Server,
        }
    }

    /// When the peer was last heard: any byte counts, and so does the beginning.
    pub fn last_heard(&self) -> Instant {
        self.watch.last_heard()
    }

    /// The last ping's round trip in whole microseconds, 71 minutes at the most; the
    /// [`Pong`](Event::Pong) told it exactly.
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
}

#[cfg(test)]
mod tests;
