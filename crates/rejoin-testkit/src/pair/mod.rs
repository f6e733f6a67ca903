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

mod side;
mod wire;

use core::time::Duration;
use std::sync::Arc;
use std::time::Instant;

use rejoin_proto::extension::Chain;
use rejoin_proto::{Config, Connection};

pub use side::{Reaction, Side, echo};
pub use wire::{Cut, Wire};

use crate::random::{Random, mask_key, seed_mask_keys};

/// More rounds without a quiet moment than any test needs: two ends that answer each other forever.
const MAX_ROUNDS: usize = 10_000_000;

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
        let client = Connection::client(&Arc::new(client.clone()), client_chain, mask_key, now);
        let server = Connection::server(&Arc::new(server.clone()), server_chain, now);
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
        let size = self.next_size(self.to_server.on_way_bytes());
        moved |= self.server.read(&mut self.to_server, size, now);
        let size = self.next_size(self.to_client.on_way_bytes());
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
