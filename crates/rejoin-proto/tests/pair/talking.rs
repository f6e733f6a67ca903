//! Messages there and back.

use core::time::Duration;

use bytes::Bytes;
use rejoin_proto::{Delivery, Event, Kind, Message};
use rejoin_testkit::pair::{Pair, Splits, echo};
use rejoin_testkit::random::Random;

use crate::{AUTO, assert_clean, close};

#[test]
fn messages_of_every_size_are_echoed_unchanged_however_the_bytes_arrive() {
    let sizes = [
        0,
        1,
        2,
        125,
        126,
        127,
        4095,
        4096,
        4097,
        65535,
        65536,
        70_000,
        1 << 20,
    ];
    for splits in [Splits::AllAtOnce, Splits::Bytes(1), Splits::Random(5000)] {
        let mut pair = Pair::new(7);
        pair.splits = splits;
        pair.server.reaction = Some(echo);
        let mut random = Random::new(3);
        let mut sent = Vec::new();
        for size in sizes {
            // Byte by byte takes a while: the largest only in larger pieces.
            if splits != Splits::Bytes(1) || size < 70_000 {
                sent.push(random.bytes(size));
            }
        }
        for payload in &sent {
            pair.client
                .connection
                .send(payload.clone().into(), AUTO)
                .unwrap();
        }
        pair.run();
        assert_eq!(pair.server.messages(), sent);
        assert_eq!(pair.client.messages(), sent);
        pair.client
            .connection
            .close(close(1000, ""), pair.now())
            .unwrap();
        pair.run_to_end();
        assert_clean(&pair, 1000, 1000);
        assert_eq!(pair.elapsed(), Duration::ZERO);
    }
}

#[test]
fn a_large_message_received_in_pieces_is_never_held_whole() {
    let mut pair = Pair::new(1);
    pair.splits = Splits::Bytes(8192);
    pair.server.delivery = Delivery::Pieces;
    let payload = Random::new(1).bytes(4 << 20);
    pair.client
        .connection
        .send(payload.clone().into(), AUTO)
        .unwrap();
    pair.run();
    assert_eq!(pair.server.messages(), [payload]);
    assert!(pair.server.events.len() >= 512, "in many pieces");
    assert!(pair.server.peak_held < 1024, "{}", pair.server.peak_held);
}

#[test]
fn a_message_sent_in_pieces_arrives_as_one_with_pings_between() {
    for delivery in [Delivery::Whole, Delivery::Pieces] {
        let mut pair = Pair::new(1);
        pair.client.delivery = delivery;
        let server = &mut pair.server.connection;
        let text = "\u{e9}\u{20ac}\u{1f600}".repeat(3);
        for (at, byte) in text.bytes().enumerate() {
            let last = at + 1 == text.len();
            server
                .send_piece(Kind::Text, Bytes::from(vec![byte]), last, AUTO)
                .unwrap();
            if !last {
                server.ping_with(&[byte]).unwrap();
            }
        }
        pair.run();
        assert_eq!(pair.client.messages(), [text.as_bytes()]);
        let of_client = &pair.client.events;
        let pinged = of_client
            .iter()
            .filter(|event| matches!(event, Event::Ping(_)));
        assert_eq!(pinged.count(), text.len() - 1);
        let of_server = &pair.server.events;
        let answered = of_server
            .iter()
            .filter(|event| matches!(event, Event::Pong { .. }));
        assert_eq!(answered.count(), text.len() - 1);
    }
}

#[test]
fn a_seed_replays_a_conversation_byte_by_byte() {
    let run = |seed| {
        let mut pair = Pair::new(seed);
        pair.splits = Splits::Random(100);
        pair.server.reaction = Some(echo);
        pair.client
            .connection
            .send(Message::binary(vec![0; 3000]), AUTO)
            .unwrap();
        pair.client
            .connection
            .close(close(1000, ""), pair.now())
            .unwrap();
        let mut steps = 0;
        while pair.step() {
            steps += 1;
        }
        (
            steps,
            pair.to_server.taken_bytes(),
            pair.to_client.taken_bytes(),
        )
    };
    assert_eq!(run(5), run(5));
    assert_ne!(run(5), run(6));
}
