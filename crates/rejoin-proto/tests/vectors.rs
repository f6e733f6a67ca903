//! The wire vectors, each run in every way in which its bytes can arrive.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use bytes::{Buf, BytesMut};
use rejoin_proto::extension::deflate::{PermessageDeflate, WindowBits};
use rejoin_proto::extension::{Chain, Extension, Params};
use rejoin_proto::{Closure, Connection, Delivery, Event, Kind, Role, Transmit};
use rejoin_testkit::inflate::Receiver;
use rejoin_testkit::oracle::{self, End, Item};
use rejoin_testkit::random::mask_key;
use rejoin_testkit::vector::{self, Ending, Sent, Vector};

/// What one run came to.
struct Outcome {
    items: Vec<Item>,
    written: Vec<u8>,
    /// How many bytes of the input had arrived when the connection was no longer open.
    closed_at: Option<usize>,
    closure: Option<Closure>,
}

fn vectors() -> Vec<Vector> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../conformance/vectors/wire");
    vector::load(&directory).unwrap()
}

fn chain(vector: &Vector) -> Chain {
    let mut chain = Chain::new();
    if vector.deflate {
        let widest = WindowBits::new(15).unwrap();
        let deflate = PermessageDeflate::client().server_max_window_bits(widest);
        let asked = Params::new();
        let codec = match vector.role {
            Role::Client => deflate
                .settle(core::slice::from_ref(&asked), &asked)
                .unwrap(),
            Role::Server => deflate.respond(&asked).unwrap().codec,
        };
        chain.push(codec.unwrap());
    }
    chain
}

/// Feeds the input in pieces that end at the cuts, then the end of TCP unless it is to stay open.
fn run(vector: &Vector, delivery: Delivery, cuts: impl Iterator<Item = usize>) -> Outcome {
    let now = Instant::now();
    let config = Arc::new(vector.config.clone());
    let mut connection = match vector.role {
        Role::Client => Connection::client(&config, chain(vector), mask_key, now),
        Role::Server => Connection::server(&config, chain(vector), now),
    };
    let mut outcome = Outcome {
        items: Vec::new(),
        written: Vec::new(),
        closed_at: None,
        closure: None,
    };
    let mut input = BytesMut::new();
    let mut joined = Vec::new();
    let mut from = 0;
    for to in cuts.chain([vector.input.len()]) {
        input.extend_from_slice(&vector.input[from..to]);
        from = to;
        while let Some(event) = connection.receive(&mut input, delivery, || now) {
            outcome.items.extend(item(event, &mut joined));
        }
        if !connection.is_open() {
            outcome.closed_at.get_or_insert(to);
        }
        write(&mut connection, &mut outcome.written, now);
    }
    if vector.end != Ending::Open {
        connection.receive_eof(now);
        write(&mut connection, &mut outcome.written, now);
    }
    outcome.closure = connection.closure();
    outcome
}

/// The event as the oracle would have it; pieces are kept until the last.
fn item(event: Event, joined: &mut Vec<u8>) -> Option<Item> {
    let (kind, payload) = match event {
        Event::Message(message) => (message.kind(), message.as_bytes().to_vec()),
        Event::Piece(piece) => {
            joined.extend_from_slice(&piece.data);
            if !piece.last {
                assert!(
                    !piece.data.is_empty(),
                    "an empty piece that is not the last"
                );
                return None;
            }
            (piece.kind, core::mem::take(joined))
        }
        Event::Ping(payload) => return Some(Item::Ping(payload.to_vec())),
        Event::Pong { payload, .. } => return Some(Item::Pong(payload.to_vec())),
        event => panic!("{event:?}"),
    };
    Some(match kind {
        Kind::Text => Item::Text(String::from_utf8(payload).unwrap()),
        Kind::Binary => Item::Binary(payload),
    })
}

fn write(connection: &mut Connection, written: &mut Vec<u8>, now: Instant) {
    loop {
        match connection.poll_transmit(|| now) {
            Transmit::Write(outbox) => {
                written.extend_from_slice(outbox.chunk());
                outbox.advance(outbox.chunk().len());
            }
            Transmit::Shutdown => connection.transport_shut_down(),
            Transmit::Idle => return,
        }
    }
}

/// Holds an outcome against the expectation of its vector.
fn check(vector: &Vector, outcome: &Outcome, how: &str) {
    let name = format!("{} ({how})", vector.name);
    assert_eq!(outcome.items, vector.events, "{name}");

    let peer = match vector.role {
        Role::Client => Role::Server,
        Role::Server => Role::Client,
    };
    let said = oracle::read(peer, None, &outcome.written);
    let sent = match said.end {
        End::Open => Sent::Nothing,
        End::Closed(None, _) => Sent::Empty,
        End::Closed(Some(code), _) => Sent::Code(code),
        End::Failed(code) => panic!("{name}: what was written breaks a rule: {code}"),
    };
    assert_eq!(sent, vector.sent, "{name}");
    let pings = outcome.items.iter().filter_map(|item| match item {
        Item::Ping(payload) => Some(Item::Pong(payload.clone())),
        Item::Text(_) | Item::Binary(_) | Item::Pong(_) => None,
    });
    assert_eq!(
        said.items,
        pings.collect::<Vec<_>>(),
        "{name}: one pong for each ping"
    );

    match (&outcome.closure, vector.end) {
        (None, Ending::Open) => assert_eq!(outcome.closed_at, None, "{name}"),
        (Some(closure), Ending::Closed { code, clean }) => {
            assert_eq!(closure.code().get(), code, "{name}: {closure}");
            assert_eq!(closure.is_clean(), clean, "{name}: {closure}");
            let fault = closure.fault.map(|fault| format!("{fault:?}"));
            let fault = fault
                .as_deref()
                .and_then(|fault| fault.split(['(', ' ']).next());
            assert_eq!(fault, vector.fault.as_deref(), "{name}");
        }
        (closure, _) => panic!("{name}: {closure:?}"),
    }
}

/// The ways of handing out messages in which this vector comes to the same: messages in pieces
/// have no limit of their own, because they are not held.
fn deliveries(vector: &Vector) -> &'static [Delivery] {
    if vector.limits_bytes || vector.fault.as_deref() == Some("FrameTooLarge") {
        &[Delivery::Whole]
    } else {
        &[Delivery::Whole, Delivery::Pieces]
    }
}

#[test]
fn every_vector_arriving_in_one_go_does_what_it_says() {
    let vectors = vectors();
    assert!(
        vectors.len() > 600,
        "only {} vectors were found",
        vectors.len()
    );
    for vector in &vectors {
        for delivery in deliveries(vector) {
            let outcome = run(vector, *delivery, core::iter::empty());
            check(vector, &outcome, &format!("{delivery:?}, in one go"));
        }
    }
}

#[test]
fn every_vector_cut_in_two_at_every_byte_does_the_same() {
    for vector in vectors() {
        for delivery in deliveries(&vector) {
            for cut in 0..=vector.input.len() {
                let outcome = run(&vector, *delivery, core::iter::once(cut));
                check(&vector, &outcome, &format!("{delivery:?}, cut at {cut}"));
            }
        }
    }
}

#[test]
fn every_vector_arriving_byte_by_byte_does_the_same_and_fails_at_the_byte_that_proves_the_fault() {
    for vector in vectors() {
        for delivery in deliveries(&vector) {
            let outcome = run(&vector, *delivery, 1..vector.input.len().max(1));
            check(&vector, &outcome, &format!("{delivery:?}, byte by byte"));
            if vector.proven_at.is_some() {
                assert_eq!(outcome.closed_at, vector.proven_at, "{}", vector.name);
            }
        }
    }
}

#[test]
fn the_oracle_reads_every_vector_without_limits_alike() {
    for vector in vectors().into_iter().filter(|vector| !vector.limited) {
        let receiver = vector.deflate.then(|| Receiver::new(15));
        let reading = oracle::read(vector.role, receiver, &vector.input);
        let name = &vector.name;
        if vector.fault.as_deref() == Some("FrameTooLarge") {
            continue; // refused by the limit that holds by default
        }
        assert_eq!(reading.items, vector.events, "{name}");
        match (reading.end, vector.end) {
            (End::Open, Ending::Open) => {}
            (End::Closed(code, _), Ending::Closed { code: ends, clean }) => {
                assert_eq!((code.unwrap_or(1005), true), (ends, clean), "{name}");
            }
            (End::Failed(code), Ending::Closed { .. }) => {
                assert_eq!(vector.sent, Sent::Code(code), "{name}");
            }
            (end, _) => panic!("{name}: the oracle has {end:?}"),
        }
    }
}
