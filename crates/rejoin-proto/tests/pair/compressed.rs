//! permessage-deflate inside a connection: splits, control frames between, pieces, bombs.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::Instant;

use bytes::{Buf, Bytes, BytesMut};
use rejoin_proto::extension::deflate::PermessageDeflate;
use rejoin_proto::extension::{Chain, Codec, Compression, Extension, Fault, Params, Progress, Rsv};
use rejoin_proto::{
    Config, Connection, Delivery, Event, Kind, MAX_PIECE_BYTES, ProtocolError, Role, Transmit,
};
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
    let mut server = Connection::server(&Arc::default(), chain, now);
    for message in messages() {
        server.send(message.into(), Compression::Always).unwrap();
    }
    let mut written = Vec::new();
    while let Transmit::Write(outbox) = server.poll_transmit(|| now) {
        let size = outbox.remaining();
        written.extend(outbox.copy_to_bytes(size));
    }
    let reading = oracle::read(Role::Client, Some(Receiver::new(15)), &written);
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

/// permessage-deflate, watched: the most bytes that a decoded message took at once.
#[derive(Debug)]
struct Watched {
    codec: Box<dyn Codec>,
    peak: Arc<AtomicUsize>,
}

impl Codec for Watched {
    fn rsv(&self) -> Rsv {
        self.codec.rsv()
    }

    fn start_encode(&mut self, size: Option<usize>, choice: Compression) -> bool {
        self.codec.start_encode(size, choice)
    }

    fn encode(&mut self, piece: &[u8], last: bool, out: &mut BytesMut) -> Result<(), Fault> {
        self.codec.encode(piece, last, out)
    }

    fn decode(
        &mut self,
        piece: &[u8],
        last: bool,
        room: usize,
        out: &mut BytesMut,
    ) -> Result<Progress, Fault> {
        let had = out.len();
        let progress = self.codec.decode(piece, last, room, out);
        assert!(out.len() - had <= room, "more than there was room for");
        self.peak.fetch_max(out.capacity(), Ordering::Relaxed);
        progress
    }

    fn held_bytes(&self) -> usize {
        self.codec.held_bytes()
    }
}

/// What became of a server that received the bomb in one frame.
struct Explosion {
    /// The most bytes that the decoded message took.
    message_bytes: usize,
    /// The most bytes that the connection said it held.
    held_bytes: usize,
    handed_out: usize,
    fault: Option<ProtocolError>,
}

fn explode(config: &Config, delivery: Delivery, read_bytes: usize) -> Explosion {
    let now = Instant::now();
    let response = PermessageDeflate::server().respond(&Params::new()).unwrap();
    let peak = Arc::new(AtomicUsize::new(0));
    let mut chain = Chain::new();
    chain.push(Box::new(Watched {
        codec: response.codec.unwrap(),
        peak: Arc::clone(&peak),
    }));
    let mut server = Connection::server(&Arc::new(config.clone()), chain, now);
    let frame = Frame::binary(bomb()).reserved(0x40);
    let (mut held_bytes, mut handed_out) = (0, 0);
    let mut input = BytesMut::new();
    for read in frame.masked([1, 2, 3, 4]).to_bytes().chunks(read_bytes) {
        input.extend_from_slice(read);
        while let Some(event) = server.receive(&mut input, delivery, || now) {
            let Event::Piece(piece) = event else {
                unreachable!("{event:?}")
            };
            assert!(piece.data.len() <= MAX_PIECE_BYTES);
            handed_out += piece.data.len();
            held_bytes = held_bytes.max(server.held_bytes());
        }
        held_bytes = held_bytes.max(server.held_bytes());
    }
    assert!(
        !server.is_open() && server.unsent_bytes() > 4,
        "the peer is told"
    );
    server.abandon(now);
    Explosion {
        message_bytes: peak.load(Ordering::Relaxed),
        held_bytes,
        handed_out,
        fault: server.closure().unwrap().fault,
    }
}

#[test]
fn rfc7692_8_1_a_bomb_of_1_gib_is_refused_with_1009_at_the_limit_and_in_bounded_memory() {
    let config = Config::default();
    let limit = config.limits.max_message_bytes;
    let too_large = ProtocolError::MessageTooLarge {
        limit: u64::try_from(limit).unwrap(),
    };
    assert_eq!(too_large.close_code().get(), 1009);
    for read_bytes in [16 << 10, usize::MAX] {
        let explosion = explode(&config, Delivery::Whole, read_bytes);
        assert_eq!(explosion.fault, Some(too_large));
        assert_eq!(explosion.handed_out, 0);
        // A buffer that grows by doubling.
        let bound = 2 * limit + (1 << 20);
        assert!(
            explosion.message_bytes <= bound,
            "{}",
            explosion.message_bytes
        );
        assert!(explosion.held_bytes <= bound, "{}", explosion.held_bytes);
    }
}

#[test]
fn rfc7692_8_1_a_bomb_received_in_pieces_is_refused_at_its_limit_holding_one_piece() {
    let mut config = Config::default();
    config.limits.max_streamed_bytes = Some(32 << 20);
    for read_bytes in [16 << 10, usize::MAX] {
        let explosion = explode(&config, Delivery::Pieces, read_bytes);
        let too_large = ProtocolError::MessageTooLarge { limit: 32 << 20 };
        assert_eq!(explosion.fault, Some(too_large));
        let handed_out = explosion.handed_out;
        assert!((31 << 20..=32 << 20).contains(&handed_out), "{handed_out}");
        assert!(
            explosion.message_bytes <= 2 * MAX_PIECE_BYTES,
            "{}",
            explosion.message_bytes
        );
        assert!(
            explosion.held_bytes <= 512 << 10,
            "{}",
            explosion.held_bytes
        );
    }
}
