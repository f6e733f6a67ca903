//! Anything in any order on both ends, and what holds all the same.

use core::time::Duration;

use bytes::Bytes;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
};
use proptest::test_runner::TestCaseError;
use rejoin_proto::extension::{Chain, Compression, Params};
use rejoin_proto::{Config, Delivery, Kind, Role};
use rejoin_testkit::pair::{Pair, Side, Splits};

use crate::{close, deflate_chains};

/// Something that an application, the network or the time does.
#[derive(Clone, Debug)]
enum Operation {
    Send(Role, Kind, usize, Compression),
    Piece(Role, usize, bool),
    Ping(Role),
    Close(Role, u16),
    Steps(usize),
    Wait(u64),
    /// Starts or stops reading.
    Reads(Role, bool),
    /// Wants messages whole or in pieces from now on.
    Deliver(Role, Delivery),
    Abandon(Role),
}

/// How the pair is set up.
#[derive(Clone, Debug)]
struct Setup {
    seed: u64,
    splits: Splits,
    capacity: usize,
    delivery: Delivery,
    offer: Option<Params>,
}

fn role() -> impl Strategy<Value = Role> {
    prop_oneof![Just(Role::Client), Just(Role::Server)]
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::Text), Just(Kind::Binary)]
}

fn delivery() -> impl Strategy<Value = Delivery> {
    prop_oneof![Just(Delivery::Whole), Just(Delivery::Pieces)]
}

fn compression() -> impl Strategy<Value = Compression> {
    prop_oneof![
        Just(Compression::Auto),
        Just(Compression::Always),
        Just(Compression::Never)
    ]
}

fn size() -> impl Strategy<Value = usize> {
    prop_oneof![8 => 0..200_usize, 2 => 0..6000_usize, 1 => 0..80_000_usize]
}

fn operation() -> impl Strategy<Value = Operation> {
    prop_oneof![
        12 => (role(), kind(), size(), compression())
            .prop_map(|(role, kind, size, choice)| Operation::Send(role, kind, size, choice)),
        6 => (role(), size(), any::<bool>())
            .prop_map(|(role, size, last)| Operation::Piece(role, size, last)),
        3 => role().prop_map(Operation::Ping),
        1 => (role(), prop_oneof![Just(1000), Just(1001), Just(4000)])
            .prop_map(|(role, code)| Operation::Close(role, code)),
        10 => (0..40_usize).prop_map(Operation::Steps),
        3 => (0..15_000_u64).prop_map(Operation::Wait),
        2 => (role(), any::<bool>()).prop_map(|(role, reads)| Operation::Reads(role, reads)),
        2 => (role(), delivery())
            .prop_map(|(role, delivery)| Operation::Deliver(role, delivery)),
        1 => role().prop_map(Operation::Abandon),
    ]
}

fn offer() -> impl Strategy<Value = Params> {
    (8..=15_u8, 8..=15_u8, any::<bool>(), any::<bool>()).prop_map(
        |(server_bits, client_bits, server_resets, client_resets)| {
            let mut offer = Params::new()
                .value("server_max_window_bits", server_bits)
                .value("client_max_window_bits", client_bits);
            if server_resets {
                offer = offer.flag("server_no_context_takeover");
            }
            if client_resets {
                offer = offer.flag("client_no_context_takeover");
            }
            offer
        },
    )
}

fn setup() -> impl Strategy<Value = Setup> {
    let splits = prop_oneof![
        Just(Splits::AllAtOnce),
        (1..300_usize).prop_map(Splits::Bytes),
        (1..3000_usize).prop_map(Splits::Random),
    ];
    let capacity = prop_oneof![Just(usize::MAX), 1000..100_000_usize];
    let offer = proptest::option::of(offer());
    (any::<u64>(), splits, capacity, delivery(), offer).prop_map(
        |(seed, splits, capacity, delivery, offer)| Setup {
            seed,
            splits,
            capacity,
            delivery,
            offer,
        },
    )
}

/// What one end has been made to say, whole messages only, and how much that is.
#[derive(Default)]
struct Said {
    messages: Vec<Vec<u8>>,
    in_pieces: Vec<u8>,
    queued_bytes: usize,
}

struct Run {
    pair: Pair,
    client: Said,
    server: Said,
    messages: u64,
}

impl Run {
    fn new(setup: &Setup) -> Self {
        let config = Config::default();
        let (client, server) = match &setup.offer {
            Some(offer) => deflate_chains(offer),
            None => (Chain::new(), Chain::new()),
        };
        let mut pair = Pair::with(setup.seed, &config, client, &config, server);
        pair.splits = setup.splits;
        pair.to_server.capacity = setup.capacity;
        pair.to_client.capacity = setup.capacity;
        pair.client.delivery = setup.delivery;
        pair.server.delivery = setup.delivery;
        Self {
            pair,
            client: Said::default(),
            server: Said::default(),
            messages: 0,
        }
    }

    fn end(&mut self, role: Role) -> (&mut Side, &mut Said) {
        match role {
            Role::Client => (&mut self.pair.client, &mut self.client),
            Role::Server => (&mut self.pair.server, &mut self.server),
        }
    }

    /// ASCII that tells each message from every other.
    fn payload(&mut self, size: usize) -> Vec<u8> {
        self.messages += 1;
        let text = format!("{}-", self.messages);
        text.bytes().cycle().take(size).collect()
    }

    /// What is refused has no effect; that is part of what is checked.
    fn perform(&mut self, operation: &Operation) {
        let now = self.pair.now();
        match *operation {
            Operation::Send(role, kind, size, choice) => {
                let payload = self.payload(size);
                let (end, said) = self.end(role);
                let message = match kind {
                    Kind::Text => String::from_utf8(payload.clone()).unwrap().into(),
                    Kind::Binary => payload.clone().into(),
                };
                if end.connection.send(message, choice).is_ok() {
                    said.queued_bytes += payload.len() + 256;
                    said.messages.push(payload);
                }
            }
            Operation::Piece(role, size, last) => {
                let payload = self.payload(size);
                let (end, said) = self.end(role);
                let piece = Bytes::from(payload.clone());
                let sent = end
                    .connection
                    .send_piece(Kind::Binary, piece, last, Compression::Auto);
                if sent.is_ok() {
                    said.queued_bytes += payload.len() + 256;
                    said.in_pieces.extend(payload);
                    if last {
                        said.messages.push(core::mem::take(&mut said.in_pieces));
                    }
                }
            }
            Operation::Ping(role) => {
                let (end, said) = self.end(role);
                said.queued_bytes += 32;
                let _ = end.connection.ping(now);
            }
            Operation::Close(role, code) => {
                let _ = self.end(role).0.connection.close(close(code, "over"), now);
            }
            Operation::Steps(count) => {
                for _ in 0..count {
                    self.pair.step();
                }
            }
            Operation::Wait(millis) => self.pair.advance(Duration::from_millis(millis)),
            Operation::Deliver(role, delivery) => self.end(role).0.delivery = delivery,
            Operation::Reads(role, reads) => self.end(role).0.reads = reads,
            Operation::Abandon(role) => self.end(role).0.connection.abandon(now),
        }
    }
}

/// One end heard nothing but what the other said, in order, and all of it before a Close.
fn check(listener: &Side, speaker: &Side, said: &Said) -> Result<(), TestCaseError> {
    let heard = listener.messages();
    let closure = listener.closure();
    prop_assert_eq!(closure.fault, None, "{}", closure);
    prop_assert!(said.messages.starts_with(&heard), "{}", closure);
    if closure.received.is_some() {
        prop_assert_eq!(
            heard.len(),
            said.messages.len(),
            "lost before a Close: {}",
            closure
        );
        prop_assert_eq!(&closure.received, &speaker.closure().sent);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_both_ends_do_messages_keep_their_order_and_none_is_lost_before_a_close(
        setup in setup(),
        operations in proptest::collection::vec(operation(), 0..60),
    ) {
        let mut run = Run::new(&setup);
        for operation in &operations {
            run.perform(operation);
        }
        run.pair.client.reads = true;
        run.pair.server.reads = true;
        run.perform(&Operation::Close(Role::Client, 1000));
        run.pair.run_to_end();

        let (client, server) = (&run.pair.client, &run.pair.server);
        check(server, client, &run.client)?;
        check(client, server, &run.server)?;

        // Two windows of an extension, the message in progress, and growth by doubling.
        let slack = 512 * 1024;
        for (side, own, other) in [(client, &run.client, &run.server), (server, &run.server, &run.client)] {
            let bound = 2 * own.queued_bytes + 2 * other.queued_bytes + slack;
            prop_assert!(side.peak_held <= bound, "{} of {bound}", side.peak_held);
            prop_assert_eq!(side.connection.unsent_bytes(), 0);
        }
    }
}
