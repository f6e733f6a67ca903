//! permessage-deflate inside a connection: splits, control frames between, pieces, bombs.

use std::time::Instant;

use bytes::{Bytes, BytesMut};
use rejoin_proto::extension::deflate::PermessageDeflate;
use rejoin_proto::extension::{Chain, Codec, Compression, Extension, Params};
use rejoin_proto::{Config, Connection, Delivery, Event, Kind, MAX_PIECE_BYTES, ProtocolError};
use rejoin_testkit::inflate::Receiver;
use rejoin_testkit::oracle::{self, Item};
use rejoin_testkit::pair::{Pair, Splits, echo};
use rejoin_testkit::random::Random;
use rejoin_testkit::wire::Frame;

use crate::{AUTO, assert_clean, close, deflate_chains};

fn pair() -> Pair {
    let config = Config::default();
    let (client, server) = deflate_chains(&Params::new());
    Pair::with(1, &config, client, &config, server)
}

/// Messages that compress well, badly, and not at all.
fn messages() -> Vec<Vec<u8>> {
    let mut random = Random::new(2);
    vec![
        b"hello hello hello hello".to_vec(),
        Vec::new(),
        random.bytes(10_000),
        vec![0; 300_000],
        b"hello hello hello hello".to_vec(),
        vec![b'x'],
    ]
}

#[test]
fn rfc7692_6_compressed_messages_are_echoed_unchanged_however_the_bytes_arrive() {
    for splits in [Splits::AllAtOnce, Splits::Bytes(1), Splits::Random(2000)] {
        for delivery in [Delivery::Whole, Delivery::Pieces] {
            let mut pair = pair();
            pair.splits = splits;
            pair.client.delivery = delivery;
            pair.server.reaction = Some(echo);
            for message in messages() {
                pair.client.connection.send(message.into(), AUTO).unwrap();
            }
            pair.client
                .connection
                .close(close(1000, ""), pair.now())
                .unwrap();
            pair.run_to_end();
            assert_eq!(pair.server.messages(), messages());
            assert_eq!(pair.client.messages(), messages());
            assert!(pair.to_server.taken_bytes() < 20_000, "it was compressed");
            assert_clean(&pair, 1000, 1000);
        }
    }
}

#[test]
fn rfc7692_6_messages_with_and_without_compression_take_turns() {
    let mut pair = pair();
    for (at, message) in messages().into_iter().enumerate() {
        let choice = if at % 2 == 0 {
            Compression::Never
        } else {
            Compression::Always
        };
        pair.client.connection.send(message.into(), choice).unwrap();
    }
    pair.run();
    assert_eq!(pair.server.messages(), messages());
}

#[test]
fn rfc7692_6_1_control_frames_go_between_compressed_fragments() {
    for delivery in [Delivery::Whole, Delivery::Pieces] {
        let mut pair = pair();
        pair.splits = Splits::Random(7);
        pair.client.delivery = delivery;
        let text = "\u{e9}\u{20ac}\u{1f600}".repeat(100);
        let pieces = text.as_bytes().chunks(50);
        let count = pieces.len();
        for (at, piece) in pieces.enumerate() {
            let server = &mut pair.server.connection;
            let piece = Bytes::copy_from_slice(piece);
            server
                .send_piece(Kind::Text, piece, at + 1 == count, AUTO)
                .unwrap();
            server.ping_with(&[1]).unwrap();
        }
        pair.run();
        assert_eq!(pair.client.messages(), [text.as_bytes()]);
        let pings = pair
            .client
            .events
            .iter()
            .filter(|event| matches!(event, Event::Ping(_)));
        assert_eq!(pings.count(), count);
    }
}

#[test]
fn what_leaves_compressed_is_read_by_an_inflater_written_on_its_own() {
    let now = Instant::now();
    let (_, chain) = deflate_chains(&Params::new());
    let mut server = Connection::server(&Config::default(), chain, now);
    for message in messages() {
        server.send(message.into(), Compression::Always).unwrap();
    }
    let mut written = Vec::new();
    while let rejoin_proto::Transmit::Write(outbox) = server.poll_transmit(now) {
        let size = bytes::Buf::remaining(outbox);
        written.extend(bytes::Buf::copy_to_bytes(outbox, size));
    }
    let reading = oracle::read(
        rejoin_proto::Role::Client,
        Some(Receiver::new(15)),
        &written,
    );
    let expected: Vec<Item> = messages().into_iter().map(Item::Binary).collect();
    assert_eq!(reading.items, expected);
}

#[test]
fn an_idle_compressed_connection_holds_no_more_than_its_windows() {
    let mut pair = pair();
    assert_eq!(
        pair.client.connection.held_bytes(),
        0,
        "nothing before the first message"
    );
    pair.server.reaction = Some(echo);
    for message in messages() {
        pair.client.connection.send(message.into(), AUTO).unwrap();
    }
    pair.run();
    for side in [&mut pair.client, &mut pair.server] {
        side.connection.outbox().take_spare();
        let held = side.connection.held_bytes();
        assert!(held <= 4 * (32 << 10), "{held}");
    }
}

/// One mebibyte, more or less, that stands for one gibibyte of zeros.
fn bomb() -> Vec<u8> {
    let chunk = vec![0; 1 << 20];
    let deflate = PermessageDeflate::server();
    let mut codec = deflate.respond(&Params::new()).unwrap().codec.unwrap();
    let compressed = |codec: &mut Box<dyn Codec>| {
        assert!(codec.start_encode(None, Compression::Always));
        let mut out = BytesMut::new();
        codec.encode(&chunk, true, &mut out).unwrap();
        // The end of a message is the start of these four bytes; here the message goes on.
        out.extend_from_slice(&[0, 0, 0xff, 0xff]);
        out.to_vec()
    };
    let mut bomb = compressed(&mut codec);
    let second = compressed(&mut codec);
    assert_eq!(
        second,
        compressed(&mut codec),
        "after zeros all zeros look alike"
    );
    bomb.extend(second.repeat(1023));
    bomb.push(0);
    assert!(bomb.len() < 2 << 20, "{}", bomb.len());
    bomb
}

/// A server that receives the bomb in one frame; what it held at most and handed out, and its fault.
fn explode(config: &Config, delivery: Delivery) -> (usize, usize, Option<ProtocolError>) {
    let now = Instant::now();
    let mut chain = Chain::new();
    let deflate = PermessageDeflate::server();
    chain.push(deflate.respond(&Params::new()).unwrap().codec.unwrap());
    let mut server = Connection::server(config, chain, now);
    let wire = Frame::binary(bomb())
        .reserved(0x40)
        .masked([1, 2, 3, 4])
        .to_bytes();
    let (mut peak, mut handed_out) = (0, 0);
    let mut input = BytesMut::new();
    for read in wire.chunks(16 << 10) {
        input.extend_from_slice(read);
        loop {
            let event = server.receive(&mut input, delivery, now);
            peak = peak.max(server.held_bytes() + input.len());
            match event {
                Some(Event::Piece(piece)) => {
                    assert!(piece.data.len() <= MAX_PIECE_BYTES);
                    handed_out += piece.data.len();
                }
                Some(other) => assert!(!matches!(other, Event::Message(_)), "{other:?}"),
                None => break,
            }
        }
    }
    let unsent = server.unsent_bytes();
    assert!(server.is_open() || unsent > 4, "the peer is told");
    server.abandon(now);
    (peak, handed_out, server.closure().unwrap().fault)
}

#[test]
fn rfc7692_8_1_a_bomb_of_1_gib_is_refused_with_1009_at_the_limit_and_in_bounded_memory() {
    let config = Config::default();
    let limit = config.limits.max_message_bytes;
    let (peak, handed_out, fault) = explode(&config, Delivery::Whole);
    let limit_told = u64::try_from(limit).unwrap();
    assert_eq!(
        fault,
        Some(ProtocolError::MessageTooLarge { limit: limit_told })
    );
    assert_eq!(fault.unwrap().close_code().get(), 1009);
    assert_eq!(handed_out, 0);
    assert!(peak <= 2 * limit + (1 << 20), "{peak}");
}

#[test]
fn rfc7692_8_1_a_bomb_received_in_pieces_is_refused_at_its_limit_holding_one_piece() {
    let mut config = Config::default();
    config.limits.max_streamed_bytes = Some(32 << 20);
    let (peak, handed_out, fault) = explode(&config, Delivery::Pieces);
    assert_eq!(
        fault,
        Some(ProtocolError::MessageTooLarge { limit: 32 << 20 })
    );
    assert!((31 << 20..=32 << 20).contains(&handed_out), "{handed_out}");
    assert!(peak <= 512 << 10, "{peak}");
}
