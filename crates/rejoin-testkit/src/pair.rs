//! A client and a server joined by two wires in memory, under a virtual clock.
//!
//! ```text
//!            to_server
//!  client ============> server      each wire: a capacity, a point where it is cut,
//!         <============             and deliveries in pieces of any size
//!            to_client
//! ```
//!
//! A pair plays the driver of both ends as `rejoin` does: it writes what
//! [`Connection::poll_transmit`] has, reads until [`Connection::receive`] wants more, tells the end
//! of the transport, drops the socket of an end that is over, and calls
//! [`Connection::handle_timeout`] when its time has come. Time moves only when it is told to.
//!
//! # Examples
//!
//! ```
//! use core::time::Duration;
//! use rejoin_proto::extension::Compression;
//! use rejoin_proto::{CloseCode, CloseFrame, Event, Message};
//! use rejoin_testkit::pair::Pair;
//!
//! let mut pair = Pair::new(1);
//! pair.client.connection.send("hello".into(), Compression::Auto).unwrap();
//! let close = CloseFrame::of_code(CloseCode::NORMAL_CLOSURE);
//! pair.client.connection.close(close, pair.now()).unwrap();
//! pair.run_to_end();
//!
//! assert_eq!(pair.server.events, [Event::Message(Message::text("hello"))]);
//! assert!(pair.client.closure().is_clean() && pair.server.closure().is_clean());
//! assert_eq!(pair.elapsed(), Duration::ZERO);
//! ```

use core::time::Duration;
use std::collections::VecDeque;
use std::time::Instant;

use bytes::{Buf, BytesMut};
use rejoin_proto::extension::{Chain, Compression};
use rejoin_proto::{Closure, Config, Connection, Delivery, Event, Transmit};

use crate::random::{Random, mask_key, seed_mask_keys};

/// More rounds without a quiet moment than any test needs: two ends that answer each other forever.
const MAX_ROUNDS: usize = 10_000_000;

/// What an end does about an event, besides recording it.
pub type Reaction = fn(&mut Connection, &Event, Instant);

/// Two connections, two wires and a clock.
#[derive(Debug)]
pub struct Pair {
    /// The client and its application.
    pub client: Side,
    /// The server and its application.
    pub server: Side,
    /// From the client to the server.
    pub to_server: Wire,
    /// From the server to the client.
    pub to_client: Wire,
    /// How the wires hand out what they carry.
    pub splits: Splits,
    start: Instant,
    now: Instant,
    random: Random,
}

/// One end: its connection, and what its application saw and does.
#[derive(Debug)]
#[non_exhaustive]
pub struct Side {
    /// The connection.
    pub connection: Connection,
    /// Everything that it handed out.
    pub events: Vec<Event>,
    /// How messages are handed out. Whole unless changed.
    pub delivery: Delivery,
    /// What is done about events. Nothing unless changed.
    pub reaction: Option<Reaction>,
    /// Whether this end reads its socket. It does unless changed.
    pub reads: bool,
    /// The most bytes that the connection held so far.
    pub peak_held: usize,
    input: BytesMut,
    told_end: bool,
    dropped: bool,
}

/// One direction of the link.
#[derive(Debug)]
#[non_exhaustive]
pub struct Wire {
    /// How many bytes may be on their way. No bound unless changed.
    pub capacity: usize,
    on_way: VecDeque<u8>,
    taken: usize,
    cut_after: Option<(usize, Cut)>,
    state: WireState,
}

/// Whether a wire still takes and carries bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WireState {
    Open,
    /// What is on its way arrives, then its reader learns of the end.
    Ended,
    /// What is on its way arrives, then nothing, not even an end.
    Dead,
}

/// What the two ends notice of a cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "an end is told or it is not")]
pub enum Cut {
    /// Both learn that the transport ended.
    Told,
    /// Nothing ever arrives again.
    Silent,
}

/// How a wire hands out what it carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "the tests name what they need")]
pub enum Splits {
    /// All that is on its way at once.
    AllAtOnce,
    /// So many bytes at a time.
    Bytes(usize),
    /// From 1 byte to so many, as the seed of the pair has it.
    Random(usize),
}

impl Pair {
    /// A pair with the defaults and without extensions; everything random follows from the seed.
    pub fn new(seed: u64) -> Self {
        let config = Config::default();
        Self::with(seed, &config, Chain::new(), &config, Chain::new())
    }

    /// A pair with the given configurations and agreed extensions of client and server.
    pub fn with(
        seed: u64,
        client: &Config,
        client_chain: Chain,
        server: &Config,
        server_chain: Chain,
    ) -> Self {
        seed_mask_keys(seed);
        let now = Instant::now();
        let client = Connection::client(client, client_chain, mask_key, now);
        let server = Connection::server(server, server_chain, now);
        Self {
            client: Side::new(client),
            server: Side::new(server),
            to_server: Wire::new(),
            to_client: Wire::new(),
            splits: Splits::AllAtOnce,
            start: now,
            now,
            random: Random::new(seed),
        }
    }

    /// The virtual time.
    pub const fn now(&self) -> Instant {
        self.now
    }

    /// The virtual time since the pair was made.
    pub fn elapsed(&self) -> Duration {
        self.now - self.start
    }

    /// Lets both ends write and read once; whether anything moved.
    pub fn step(&mut self) -> bool {
        let now = self.now;
        let mut moved = self.client.transmit(&mut self.to_server, now);
        moved |= self.server.transmit(&mut self.to_client, now);
        self.spread_cut();
        let size = self.next_size(self.to_server.on_way.len());
        moved |= self.server.read(&mut self.to_server, size, now);
        let size = self.next_size(self.to_client.on_way.len());
        moved |= self.client.read(&mut self.to_client, size, now);
        let (to_server, to_client) = (&mut self.to_server, &mut self.to_client);
        moved |= self.client.drop_socket(to_server, to_client);
        moved |= self.server.drop_socket(to_client, to_server);
        moved
    }

    /// Steps until nothing moves any more.
    ///
    /// # Panics
    ///
    /// If the two ends never come to rest.
    pub fn run(&mut self) {
        let quiet = (0..MAX_ROUNDS).any(|_| !self.step());
        assert!(quiet, "the two ends never come to rest");
    }

    /// Lets time pass, running between and calling each end when its deadline has come.
    pub fn advance(&mut self, time: Duration) {
        let target = self.now + time;
        loop {
            self.run();
            match self.next_timeout() {
                Some(deadline) if deadline <= target => self.time_out(deadline),
                _ => break,
            }
        }
        self.now = target;
    }

    /// Lets time pass from deadline to deadline until both ends are over, or wait for nothing, or
    /// an hour has passed.
    pub fn run_to_end(&mut self) {
        let hour = self.now + Duration::from_secs(3600);
        loop {
            self.run();
            match self.next_timeout() {
                Some(deadline) if deadline <= hour => self.time_out(deadline),
                _ => return,
            }
        }
    }

    /// Cuts the link, both directions of it, once the client has written so many bytes.
    pub const fn cut_after_client_bytes(&mut self, bytes: usize, cut: Cut) {
        self.to_server.cut_after = Some((bytes, cut));
    }

    /// Cuts the link, both directions of it, once the server has written so many bytes.
    pub const fn cut_after_server_bytes(&mut self, bytes: usize, cut: Cut) {
        self.to_client.cut_after = Some((bytes, cut));
    }

    fn time_out(&mut self, deadline: Instant) {
        self.now = self.now.max(deadline);
        self.client.connection.handle_timeout(self.now);
        self.server.connection.handle_timeout(self.now);
    }

    fn next_timeout(&self) -> Option<Instant> {
        let deadlines = [&self.client, &self.server].map(|side| side.connection.poll_timeout());
        deadlines.into_iter().flatten().min()
    }

    fn next_size(&mut self, available: usize) -> usize {
        match self.splits {
            Splits::AllAtOnce => available,
            Splits::Bytes(size) => size.max(1),
            Splits::Random(most) => 1 + self.random.below(most.max(1)),
        }
    }

    /// A cut of one direction is a cut of the link.
    fn spread_cut(&mut self) {
        let cut = self.to_server.cut_now().or(self.to_client.cut_now());
        if let Some(cut) = cut {
            self.to_server.end(cut);
            self.to_client.end(cut);
        }
    }
}

impl Side {
    fn new(connection: Connection) -> Self {
        Self {
            connection,
            events: Vec::new(),
            delivery: Delivery::Whole,
            reaction: None,
            reads: true,
            peak_held: 0,
            input: BytesMut::new(),
            told_end: false,
            dropped: false,
        }
    }

    /// How it ended.
    ///
    /// # Panics
    ///
    /// If it did not.
    pub fn closure(&self) -> Closure {
        let closure = self.connection.closure();
        closure.expect("the connection was to be over")
    }

    /// The messages among the events, in order, pieces joined; one that was not ended is left out.
    pub fn messages(&self) -> Vec<Vec<u8>> {
        let mut messages = Vec::new();
        let mut joined = Vec::new();
        for event in &self.events {
            match event {
                Event::Message(message) => messages.push(message.as_bytes().to_vec()),
                Event::Piece(piece) => {
                    joined.extend_from_slice(&piece.data);
                    if piece.last {
                        messages.push(core::mem::take(&mut joined));
                    }
                }
                Event::Ping(_) | Event::Pong { .. } | _ => {}
            }
        }
        messages
    }

    fn transmit(&mut self, wire: &mut Wire, now: Instant) -> bool {
        let mut moved = false;
        while !self.dropped {
            self.note_held();
            match self.connection.poll_transmit(now) {
                Transmit::Write(outbox) => {
                    let written = wire.write(outbox.chunk());
                    outbox.advance(written);
                    moved |= written > 0;
                    if written == 0 {
                        break;
                    }
                }
                Transmit::Shutdown => {
                    wire.end(Cut::Told);
                    self.connection.transport_shut_down();
                    moved = true;
                }
                Transmit::Idle => break,
            }
        }
        moved
    }

    fn read(&mut self, wire: &mut Wire, size: usize, now: Instant) -> bool {
        if !self.reads || self.told_end || !self.connection.wants_read() {
            return false;
        }
        let size = size.min(wire.on_way.len());
        self.input.extend(wire.on_way.drain(..size));
        if size > 0 {
            let connection = &mut self.connection;
            while let Some(event) = connection.receive(&mut self.input, self.delivery, now) {
                if let Some(react) = self.reaction {
                    react(connection, &event, now);
                }
                self.events.push(event);
            }
        }
        self.note_held();
        if wire.on_way.is_empty() && wire.state == WireState::Ended {
            self.told_end = true;
            self.connection.receive_eof(now);
            return true;
        }
        size > 0
    }

    /// An end that is over drops its socket: its peer reads the end, and writes into the void.
    fn drop_socket(&mut self, out: &mut Wire, own: &mut Wire) -> bool {
        let drops = !self.dropped && self.connection.closure().is_some();
        if drops {
            self.dropped = true;
            out.end(Cut::Told);
            own.end(Cut::Told);
            own.on_way.clear();
        }
        drops
    }

    fn note_held(&mut self) {
        self.peak_held = self.peak_held.max(self.connection.held_bytes());
    }
}

impl Wire {
    const fn new() -> Self {
        Self {
            capacity: usize::MAX,
            on_way: VecDeque::new(),
            taken: 0,
            cut_after: None,
            state: WireState::Open,
        }
    }

    /// All bytes that were written to it so far.
    pub const fn taken_bytes(&self) -> usize {
        self.taken
    }

    /// Puts bytes on their way behind those that are there, as if the writing end had sent them.
    pub fn inject(&mut self, bytes: &[u8]) {
        self.on_way.extend(bytes);
    }

    /// Makes it carry nothing more, unnoticed by either end; what is on its way still arrives.
    pub fn go_silent(&mut self) {
        self.end(Cut::Silent);
    }

    /// Takes what it has room for; a wire that carries nothing any more takes everything.
    fn write(&mut self, bytes: &[u8]) -> usize {
        if self.state != WireState::Open {
            return bytes.len();
        }
        let room = self.capacity.saturating_sub(self.on_way.len());
        let size = bytes.len().min(room);
        let arrives = match self.cut_after {
            Some((after, _)) => size.min(after.saturating_sub(self.taken)),
            None => size,
        };
        self.on_way.extend(bytes.iter().take(arrives));
        self.taken += size;
        size
    }

    fn cut_now(&self) -> Option<Cut> {
        let (after, cut) = self.cut_after?;
        (self.taken >= after).then_some(cut)
    }

    fn end(&mut self, cut: Cut) {
        if self.state == WireState::Open {
            self.state = match cut {
                Cut::Told => WireState::Ended,
                Cut::Silent => WireState::Dead,
            };
        }
    }
}

/// Sends every message back as it came; to be set as [`Side::reaction`].
pub fn echo(connection: &mut Connection, event: &Event, _now: Instant) {
    if let Event::Message(message) = event {
        // An end that is closing may refuse; the message was received all the same.
        let _ = connection.send(message.clone(), Compression::Auto);
    }
}
