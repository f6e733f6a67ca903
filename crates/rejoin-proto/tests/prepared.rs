//! One message for many connections: encoded once where it may be, the bytes shared.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use core::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::Instant;

use bytes::{Buf, Bytes, BytesMut};
use rejoin_proto::extension::{Alike, Chain, Codec, Compression, Fault, Progress, Rsv};
use rejoin_proto::{CloseFrame, Config, Connection, Kind, Misuse, Prepared};

fn server(chain: Chain) -> Connection {
    Connection::server(&Arc::new(Config::default()), chain, Instant::now())
}

fn of(messages: &[&'static [u8]]) -> Prepared {
    let mut prepared = Prepared::new(Compression::Auto);
    for message in messages {
        prepared.push(*message);
    }
    prepared
}

/// Everything that is queued.
fn queued(connection: &mut Connection) -> Bytes {
    let outbox = connection.outbox();
    outbox.copy_to_bytes(outbox.remaining())
}

#[test]
fn what_waits_for_a_slow_transport_is_in_memory_once() {
    let mut prepared = of(&[&[7; 1000]]);
    let mut servers = [(); 3].map(|()| server(Chain::new()));
    for server in &mut servers {
        server.send_prepared(&mut prepared, 0, |_| 0).unwrap();
    }
    let places = servers
        .each_mut()
        .map(|server| server.outbox().chunk().as_ptr());
    assert_eq!(places[0], places[1]);
    assert_eq!(places[0], places[2]);
}

#[test]
fn it_leaves_in_the_order_of_sending_however_much_was_written_at_once() {
    for size in [10, 300, 5000] {
        let message = vec![7; size];
        let mut prepared = Prepared::new(Compression::Auto);
        prepared.push(message.clone());
        let mut plain = server(Chain::new());
        plain.send(message.into(), Compression::Auto).unwrap();
        plain.send("behind".into(), Compression::Auto).unwrap();
        let expected = queued(&mut plain);
        for written in [0, 1, 9, size, usize::MAX] {
            let mut connection = server(Chain::new());
            let mut wire = Vec::new();
            let write = |bytes: &[u8]| {
                let written = written.min(bytes.len());
                wire.extend_from_slice(&bytes[..written]);
                written
            };
            connection.send_prepared(&mut prepared, 0, write).unwrap();
            connection.send("behind".into(), Compression::Auto).unwrap();
            wire.extend_from_slice(&queued(&mut connection));
            assert_eq!(wire, expected, "{written} of {size}");
        }
    }
}

#[test]
fn nothing_is_written_past_what_is_queued() {
    for size in [10, 300] {
        let mut prepared = Prepared::new(Compression::Auto);
        prepared.push(vec![7; size]);
        let mut connection = server(Chain::new());
        connection.send("before".into(), Compression::Auto).unwrap();
        let sent = connection.send_prepared(&mut prepared, 0, |_| panic!("out of order"));
        sent.unwrap();
        let queued = queued(&mut connection);
        assert!(queued.starts_with(b"\x81\x06before\x82"), "{size}");
        assert!(queued.ends_with(&[7; 10]), "{size}");
    }
}

#[test]
fn a_connection_can_be_given_the_later_messages_alone() {
    let mut prepared = of(&[b"one", b"two", b"three"]);
    for (first, expected) in [
        (0, b"\x82\x03one\x82\x03two\x82\x05three".as_slice()),
        (1, b"\x82\x03two\x82\x05three"),
        (2, b"\x82\x05three"),
    ] {
        let mut connection = server(Chain::new());
        connection
            .send_prepared(&mut prepared, first, |_| 0)
            .unwrap();
        assert_eq!(queued(&mut connection), expected);
    }
}

#[test]
fn a_message_that_is_appended_later_is_sent_too() {
    let mut prepared = of(&[b"one"]);
    let mut connection = server(Chain::new());
    connection.send_prepared(&mut prepared, 0, |_| 0).unwrap();
    assert_eq!(queued(&mut connection), b"\x82\x03one".as_slice());
    prepared.push("two");
    connection.send_prepared(&mut prepared, 0, |_| 0).unwrap();
    assert_eq!(
        queued(&mut connection),
        b"\x82\x03one\x81\x03two".as_slice()
    );
}

#[test]
fn rfc6455_5_4_it_does_not_interrupt_a_message_in_pieces_and_does_not_follow_a_close() {
    let mut prepared = of(&[b"no"]);
    let mut connection = server(Chain::new());
    connection
        .send_piece(Kind::Text, "begun".into(), false, Compression::Auto)
        .unwrap();
    let sent = connection.send_prepared(&mut prepared, 0, |_| panic!("interrupted"));
    assert_eq!(sent, Err(Misuse::MessageInProgress));
    let mut connection = server(Chain::new());
    connection
        .close(CloseFrame::empty(), Instant::now())
        .unwrap();
    let sent = connection.send_prepared(&mut prepared, 0, |_| panic!("after a Close"));
    assert_eq!(sent, Err(Misuse::Closing));
}

/// Doubles every byte, and counts how often it had to.
#[derive(Debug)]
struct Doubling {
    count: Arc<AtomicUsize>,
    rsv: Rsv,
    alike: Option<Alike>,
    fails: bool,
}

impl Codec for Doubling {
    fn rsv(&self) -> Rsv {
        self.rsv
    }

    fn start_encode(&mut self, _: Option<usize>, choice: Compression) -> bool {
        self.rsv.is_empty() || choice != Compression::Never
    }

    fn encode(&mut self, piece: &[u8], _: bool, out: &mut BytesMut) -> Result<(), Fault> {
        self.count.fetch_add(1, Ordering::Relaxed);
        for byte in piece {
            out.extend_from_slice(&[*byte; 2]);
        }
        if self.fails {
            Err(Fault::new("broken"))
        } else {
            Ok(())
        }
    }

    fn decode(&mut self, _: &[u8], _: bool, _: usize, _: &mut BytesMut) -> Result<Progress, Fault> {
        Err(Fault::new("only for sending"))
    }

    fn held_bytes(&self) -> usize {
        0
    }

    fn alike(&self) -> Option<Alike> {
        self.alike
    }
}

/// Sends to a connection for each of these settings; what was queued, and how often was encoded.
fn doubled(rsv: Rsv, alike: &[Option<u64>]) -> (Vec<Bytes>, usize) {
    let count = Arc::new(AtomicUsize::new(0));
    let mut prepared = of(&[b"ab"]);
    let queued = alike.iter().map(|alike| {
        let mut chain = Chain::new();
        chain.push(Box::new(Doubling {
            count: Arc::clone(&count),
            rsv,
            alike: alike.map(|settings| Alike::new("doubling", [settings, 0])),
            fails: false,
        }));
        let mut connection = server(chain);
        connection.send_prepared(&mut prepared, 0, |_| 0).unwrap();
        queued(&mut connection)
    });
    let queued = queued.collect();
    (queued, count.load(Ordering::Relaxed))
}

#[test]
fn codecs_that_are_alike_encode_once_for_each_kind() {
    let (queued, encoded) = doubled(Rsv::RSV2, &[Some(1), Some(2), Some(1), Some(2)]);
    assert_eq!(queued, [b"\xa2\x04aabb".as_slice(); 4]);
    assert_eq!(encoded, 2);
}

#[test]
fn a_codec_that_depends_on_its_connection_is_passed_by_where_it_can_mark() {
    let (queued, encoded) = doubled(Rsv::RSV2, &[None, None]);
    assert_eq!(queued, [b"\x82\x02ab".as_slice(); 2]);
    assert_eq!(encoded, 0);
}

#[test]
fn a_codec_that_takes_part_in_every_message_encodes_for_each_connection() {
    let (queued, encoded) = doubled(Rsv::NONE, &[None, None, None]);
    assert_eq!(queued, [b"\x82\x04aabb".as_slice(); 3]);
    assert_eq!(encoded, 3);
}

#[test]
fn a_codec_that_cannot_go_on_ends_its_own_connection_alone() {
    let mut prepared = of(&[b"ab"]);
    let mut chain = Chain::new();
    chain.push(Box::new(Doubling {
        count: Arc::default(),
        rsv: Rsv::RSV1,
        alike: Some(Alike::new("doubling", [0, 0])),
        fails: true,
    }));
    let mut broken = server(chain);
    let sent = broken.send_prepared(&mut prepared, 0, |_| panic!("nothing to write"));
    assert_eq!(sent, Err(Misuse::Closing));
    assert_eq!(queued(&mut broken), b"\x88\x02\x03\xf3".as_slice(), "1011");
    let mut other = server(Chain::new());
    other.send_prepared(&mut prepared, 0, |_| 0).unwrap();
    assert_eq!(queued(&mut other), b"\x82\x02ab".as_slice());
}
