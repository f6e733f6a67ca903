//! One end alone: what it refuses, what it says, and what it notices.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "small numbers that the test chose"
)]

use core::cell::Cell;
use core::time::Duration;
use std::sync::Arc;
use std::time::Instant;

use bytes::{Buf, Bytes, BytesMut};
use rejoin_close_codes::CloseCode;

use super::{Config, Connection, Ready, Transmit};
use crate::closure::{Closure, TransportEnd};
use crate::error::{Misuse, ProtocolError};
use crate::event::{Delivery, Event, Piece};
use crate::extension::deflate::PermessageDeflate;
use crate::extension::{Chain, Codec, Compression, Extension, Fault, Params, Progress, Rsv};
use crate::frame::CloseFrame;
use crate::limits::Accepted;
use crate::message::{Kind, Message};

fn client(chain: Chain, now: Instant) -> Connection {
    Connection::client(&Arc::default(), chain, || [0; 4], now)
}

fn server(chain: Chain, now: Instant) -> Connection {
    Connection::server(&Arc::default(), chain, now)
}

/// Everything that is to be written now.
fn written(connection: &mut Connection, now: Instant) -> Vec<u8> {
    let mut bytes = Vec::new();
    while let Transmit::Write(outbox) = connection.poll_transmit(|| now) {
        bytes.extend_from_slice(outbox.chunk());
        outbox.advance(outbox.chunk().len());
    }
    bytes
}

/// A codec that gives up wherever it is told to.
#[derive(Debug)]
struct Broken {
    encodes: bool,
    starts: u32,
}

impl Codec for Broken {
    fn rsv(&self) -> Rsv {
        Rsv::RSV1
    }

    fn start_encode(&mut self, _size: Option<usize>, _choice: Compression) -> bool {
        self.starts += 1;
        true
    }

    fn encode(&mut self, piece: &[u8], _last: bool, out: &mut BytesMut) -> Result<(), Fault> {
        assert_eq!(self.starts, 1, "started once for one message");
        out.extend_from_slice(piece);
        if self.encodes {
            Ok(())
        } else {
            Err(Fault::new("out of order"))
        }
    }

    /// Neither takes nor gives.
    fn decode(
        &mut self,
        _piece: &[u8],
        _last: bool,
        _room: usize,
        _out: &mut BytesMut,
    ) -> Result<Progress, Fault> {
        Ok(Progress {
            consumed: 0,
            finished: false,
        })
    }

    fn held_bytes(&self) -> usize {
        0
    }
}

fn broken(encodes: bool) -> Chain {
    let mut chain = Chain::new();
    chain.push(Box::new(Broken { encodes, starts: 0 }));
    chain
}

#[test]
fn a_slow_large_message_is_a_sign_of_life_at_every_byte() {
    let mut now = Instant::now();
    let mut connection = client(Chain::new(), now);
    let mut input = BytesMut::from(&[0x82, 100][..]);
    for _ in 0..99 {
        assert_eq!(
            connection.receive(&mut input, Delivery::Whole, || now),
            None
        );
        assert_eq!(
            connection.poll_timeout(),
            Some(now + Duration::from_secs(20))
        );
        now += Duration::from_secs(19);
        connection.handle_timeout(now);
        input.extend_from_slice(b"x");
    }
    assert!(written(&mut connection, now).is_empty(), "it was pinged");
}

#[test]
fn asking_again_without_new_bytes_is_no_sign_of_life() {
    let start = Instant::now();
    let mut connection = client(Chain::new(), start);
    let mut input = BytesMut::from(&[0x82, 100, b'x'][..]);
    for second in 0..20 {
        let now = start + Duration::from_secs(second);
        assert_eq!(
            connection.receive(&mut input, Delivery::Whole, || now),
            None
        );
    }
    assert_eq!(
        connection.poll_timeout(),
        Some(start + Duration::from_secs(20))
    );
}

#[test]
fn rfc6455_5_1_a_server_masks_nothing_and_a_client_everything() {
    let now = Instant::now();
    let mut server = server(Chain::new(), now);
    server.send("hi".into(), Compression::Auto).unwrap();
    assert_eq!(written(&mut server, now), [0x81, 2, b'h', b'i']);
    let mut client = Connection::client(&Arc::default(), Chain::new(), || [1, 2, 3, 4], now);
    client.send("hi".into(), Compression::Auto).unwrap();
    client.ping_with(b"p").unwrap();
    client.close(CloseFrame::empty(), now).unwrap();
    assert_eq!(
        written(&mut client, now),
        [
            0x81,
            0x82,
            1,
            2,
            3,
            4,
            b'h' ^ 1,
            b'i' ^ 2, // text
            0x89,
            0x81,
            1,
            2,
            3,
            4,
            b'p' ^ 1, // ping
            0x88,
            0x80,
            1,
            2,
            3,
            4, // close
        ]
    );
}

#[test]
fn rfc6455_5_5_1_nothing_can_be_sent_after_a_close() {
    let now = Instant::now();
    let mut connection = client(Chain::new(), now);
    connection.close(CloseFrame::empty(), now).unwrap();
    assert!(!connection.is_open());
    let refused = Err(Misuse::Closing);
    assert_eq!(connection.send("x".into(), Compression::Auto), refused);
    let piece = Bytes::from_static(b"x");
    assert_eq!(
        connection.send_piece(Kind::Text, piece, true, Compression::Auto),
        refused
    );
    assert_eq!(connection.ping(now), refused);
    assert_eq!(connection.ping_with(b"x"), refused);
    assert_eq!(connection.close(CloseFrame::empty(), now), refused);
    assert_eq!(written(&mut connection, now), [0x88, 0x80, 0, 0, 0, 0]);
}

#[test]
fn rfc6455_7_4_1_a_server_does_not_send_1010_and_stays_open_when_asked_to() {
    let now = Instant::now();
    let mut connection = server(Chain::new(), now);
    let close = CloseFrame::of_code(CloseCode::MANDATORY_EXTENSION);
    let refused = Err(Misuse::CodeOfOtherEnd(CloseCode::MANDATORY_EXTENSION));
    assert_eq!(connection.close(close, now), refused);
    assert!(connection.is_open());
    assert!(written(&mut connection, now).is_empty());
}

#[test]
fn rfc6455_5_5_a_ping_of_126_bytes_is_refused_to_the_caller() {
    let mut connection = server(Chain::new(), Instant::now());
    assert_eq!(
        connection.ping_with(&[0; 126]),
        Err(Misuse::ControlTooLong(126))
    );
    assert_eq!(connection.ping_with(&[0; 125]), Ok(()));
    assert_eq!(connection.unsent_bytes(), 127);
}

#[test]
fn rfc6455_5_4_pieces_of_one_message_are_fragments_with_nothing_but_control_frames_between() {
    let now = Instant::now();
    let mut connection = server(Chain::new(), now);
    let auto = Compression::Auto;
    let piece = Bytes::from_static;
    connection
        .send_piece(Kind::Text, piece(b"a\xc3"), false, auto)
        .unwrap();
    assert_eq!(
        connection.send("x".into(), auto),
        Err(Misuse::MessageInProgress)
    );
    let other_kind = connection.send_piece(Kind::Binary, piece(b"x"), true, auto);
    assert_eq!(other_kind, Err(Misuse::KindChanged));
    let not_text = connection.send_piece(Kind::Text, piece(b"b"), false, auto);
    assert_eq!(not_text, Err(Misuse::NotUtf8));
    let cut_short = connection.send_piece(Kind::Text, Bytes::new(), true, auto);
    assert_eq!(cut_short, Err(Misuse::NotUtf8));
    connection.ping_with(b"").unwrap();
    connection
        .send_piece(Kind::Text, piece(b"\xa9"), true, auto)
        .unwrap();
    connection.send("x".into(), auto).unwrap();
    assert_eq!(
        written(&mut connection, now),
        [0x01, 2, b'a', 0xc3, 0x89, 0, 0x80, 1, 0xa9, 0x81, 1, b'x']
    );
}

#[test]
fn a_refused_first_piece_does_not_start_the_extensions() {
    let now = Instant::now();
    let mut connection = server(broken(true), now);
    let auto = Compression::Auto;
    let refused = connection.send_piece(Kind::Text, Bytes::from_static(b"\xff"), false, auto);
    assert_eq!(refused, Err(Misuse::NotUtf8));
    connection.send("ok".into(), auto).unwrap();
    assert_eq!(written(&mut connection, now), [0xc1, 2, b'o', b'k']);
}

#[test]
fn an_extension_that_cannot_encode_ends_the_connection_with_1011() {
    let now = Instant::now();
    let mut connection = server(broken(false), now);
    let refused = connection.send("x".into(), Compression::Auto);
    assert_eq!(refused, Err(Misuse::Closing));
    assert_eq!(written(&mut connection, now), [0x88, 2, 0x03, 0xf3]);
    assert!(
        connection.poll_timeout().is_some(),
        "within the close budget"
    );
    connection.receive_eof(now);
    let closure = connection.closure().unwrap();
    assert_eq!(
        closure.sent.unwrap().code(),
        Some(CloseCode::INTERNAL_ERROR)
    );
}

#[test]
fn an_extension_that_does_not_get_on_is_a_fault_and_not_an_endless_loop() {
    for input in [&[0xc2, 1, b'x'][..], &[0xc2, 0]] {
        let now = Instant::now();
        let mut connection = client(broken(true), now);
        let mut input = BytesMut::from(input);
        assert_eq!(
            connection.receive(&mut input, Delivery::Whole, || now),
            None
        );
        connection.receive_eof(now);
        written(&mut connection, now);
        let fault = connection.closure().unwrap().fault;
        assert!(
            matches!(fault, Some(ProtocolError::ExtensionData(_))),
            "{fault:?}"
        );
    }
}

#[test]
fn a_broken_transport_ends_everything_at_once_and_is_told() {
    let now = Instant::now();
    let mut connection = client(Chain::new(), now);
    connection.send("lost".into(), Compression::Auto).unwrap();
    connection.receive_error(std::io::ErrorKind::ConnectionReset, now);
    assert!(matches!(connection.poll_transmit(|| now), Transmit::Idle));
    assert_eq!(connection.poll_timeout(), None);
    let closure = connection.closure().unwrap();
    let reset = TransportEnd::Broken(std::io::ErrorKind::ConnectionReset);
    assert_eq!(closure.transport, reset);
    assert_eq!(closure.code().get(), 1006);
    connection.abandon(now);
    connection.receive_eof(now);
    assert_eq!(
        connection.closure().unwrap(),
        closure,
        "the first end counts"
    );
}

/// How a server has ended whose peer says Close behind `unsent` bytes that have not left, and which
/// then meets its end like this.
fn closed_behind(unsent: usize, end: impl FnOnce(&mut Connection, Instant)) -> Closure {
    let now = Instant::now();
    let mut connection = server(Chain::new(), now);
    let message = Message::binary(vec![7; 100]);
    connection.send(message, Compression::Auto).expect("open");
    let mut close = BytesMut::from(&[0x88, 0x82, 0, 0, 0, 0, 0x03, 0xf4][..]);
    assert!(
        connection
            .receive(&mut close, Delivery::Whole, || now)
            .is_none()
    );
    let all = connection.unsent_bytes();
    assert_eq!(all, 102 + 4, "the message, and the answer behind it");
    if let Transmit::Write(outbox) = connection.poll_transmit(|| now) {
        outbox.advance(all - unsent);
    }
    end(&mut connection, now);
    connection.closure().expect("it is over")
}

#[test]
fn rfc6455_7_1_4_a_close_that_cannot_leave_was_not_said() {
    type End = fn(&mut Connection, Instant);
    let ends: [End; 4] = [
        |connection, now| connection.receive_error(std::io::ErrorKind::ConnectionReset, now),
        |connection, now| connection.abandon(now),
        |connection, now| {
            let budget = connection.poll_timeout().expect("a Close has its budget");
            assert!(now < budget);
            connection.handle_timeout(budget);
        },
        |connection, now| {
            connection.transmit_lost();
            connection.poll_transmit(|| now);
            connection.receive_eof(now);
        },
    ];
    for (number, end) in ends.into_iter().enumerate() {
        for unsent in [106, 4, 1] {
            let closure = closed_behind(unsent, end);
            assert!(!closure.is_clean(), "end {number}, {unsent} unsent");
            assert_eq!(closure.sent, None);
            assert_eq!(closure.unsent, closure.received);
            assert_eq!(closure.code().get(), 1012);
            assert!(closure.to_string().contains("could not send 1012"));
        }
        let closure = closed_behind(0, end);
        let lost = number == 3;
        assert_eq!(closure.is_clean(), !lost, "end {number}, all has left");
        assert_eq!(closure.sent.is_some(), !lost);
    }
}

#[test]
fn a_connection_that_is_let_go_sends_nothing_more() {
    let now = Instant::now();
    let mut connection = server(Chain::new(), now);
    connection.send("lost".into(), Compression::Auto).unwrap();
    connection.abandon(now);
    assert!(matches!(connection.poll_transmit(|| now), Transmit::Idle));
    assert_eq!(
        connection.closure().unwrap().transport,
        TransportEnd::Dropped
    );
    assert_eq!(connection.held_bytes(), 0);
}

#[test]
fn a_server_ends_the_transport_first_and_a_client_waits_for_it() {
    let now = Instant::now();
    let mut server = server(Chain::new(), now);
    let mut close = BytesMut::from(&[0x88, 0x80, 0, 0, 0, 0][..]);
    assert_eq!(server.receive(&mut close, Delivery::Whole, || now), None);
    assert_eq!(written(&mut server, now), [0x88, 0]);
    assert!(matches!(server.poll_transmit(|| now), Transmit::Shutdown));
    server.transport_shut_down();
    assert!(matches!(server.poll_transmit(|| now), Transmit::Idle));

    let mut client = client(Chain::new(), now);
    let mut close = BytesMut::from(&[0x88, 0][..]);
    assert_eq!(client.receive(&mut close, Delivery::Whole, || now), None);
    assert_eq!(written(&mut client, now), [0x88, 0x80, 0, 0, 0, 0]);
    assert!(matches!(client.poll_transmit(|| now), Transmit::Idle));
}

#[test]
fn a_timeout_that_is_handled_early_changes_nothing() {
    let now = Instant::now();
    let mut connection = client(Chain::new(), now);
    connection.handle_timeout(now + Duration::from_secs(19));
    assert_eq!(connection.unsent_bytes(), 0);
    assert_eq!(
        connection.poll_timeout(),
        Some(now + Duration::from_secs(20))
    );
}

#[test]
fn the_bytes_that_are_still_wanted_are_those_of_the_frame_in_progress() {
    let now = Instant::now();
    let mut connection = client(Chain::new(), now);
    let mut input = BytesMut::from(&[0x82, 126, 0x10, 0x00][..]);
    assert_eq!(connection.wanted_bytes(input.len()), 0);
    assert_eq!(
        connection.receive(&mut input, Delivery::Whole, || now),
        None
    );
    assert_eq!(connection.wanted_bytes(input.len()), 4096);
    input.extend_from_slice(&[7; 4000]);
    assert_eq!(
        connection.receive(&mut input, Delivery::Whole, || now),
        None
    );
    assert_eq!(connection.wanted_bytes(input.len()), 96);
    input.extend_from_slice(&[7; 96]);
    let message = Event::Message(Message::binary(vec![7; 4096]));
    assert_eq!(
        connection.receive(&mut input, Delivery::Whole, || now),
        Some(message)
    );
    assert_eq!(connection.wanted_bytes(0), 0);
}

#[test]
fn a_message_is_collected_if_whoever_wanted_pieces_gave_up_before_the_first_one() {
    let now = Instant::now();
    let mut connection = client(Chain::new(), now);
    let mut input = BytesMut::from(&[0x01, 3][..]);
    assert_eq!(
        connection.receive(&mut input, Delivery::Pieces, || now),
        None
    );
    assert!(!connection.in_pieces());
    input.extend_from_slice(b"abc\x80\x02de");
    assert_eq!(
        connection.receive(&mut input, Delivery::Whole, || now),
        Some(Event::Message(Message::text("abcde")))
    );
}

#[test]
fn a_message_of_which_pieces_were_handed_out_stays_in_pieces() {
    let now = Instant::now();
    let mut connection = client(Chain::new(), now);
    let mut input = BytesMut::from(&b"\x01\x03abc"[..]);
    let first = Piece::new(Kind::Text, Bytes::from_static(b"abc"), false);
    assert_eq!(
        connection.receive(&mut input, Delivery::Pieces, || now),
        Some(Event::Piece(first))
    );
    assert!(connection.in_pieces());
    input.extend_from_slice(b"\x80\x02de");
    let last = Piece::new(Kind::Text, Bytes::from_static(b"de"), true);
    assert_eq!(
        connection.receive(&mut input, Delivery::Whole, || now),
        Some(Event::Piece(last))
    );
    assert!(!connection.in_pieces());
}

#[test]
fn the_limits_of_whole_messages_hold_for_one_that_was_first_wanted_in_pieces() {
    let now = Instant::now();
    let mut config = Config::default();
    config.limits.max_message_bytes = 4;
    let mut connection = Connection::server(&Arc::new(config), Chain::new(), now);
    let mut input = BytesMut::from(&[0x82, 0x85, 0, 0, 0, 0][..]);
    assert_eq!(
        connection.receive(&mut input, Delivery::Pieces, || now),
        None
    );
    assert!(connection.is_open());
    assert_eq!(
        connection.receive(&mut input, Delivery::Whole, || now),
        None
    );
    // 1009.
    assert_eq!(written(&mut connection, now)[2..4], [0x03, 0xf1]);
}

#[test]
fn a_message_in_progress_is_let_go_as_soon_as_nothing_more_is_read() {
    for last in [&b"\x83\x00"[..], b"\x88\x00"] {
        let now = Instant::now();
        let mut connection = client(Chain::new(), now);
        let mut input = BytesMut::from(&[0x02, 126, 0x40, 0x00][..]);
        input.extend_from_slice(&[7; 0x4000]);
        assert_eq!(
            connection.receive(&mut input, Delivery::Whole, || now),
            None
        );
        assert!(connection.held_bytes() >= 0x4000);
        let mut input = BytesMut::from(last);
        assert_eq!(
            connection.receive(&mut input, Delivery::Whole, || now),
            None
        );
        assert!(
            connection.held_bytes() < 0x4000,
            "{}",
            connection.held_bytes()
        );
    }
}

#[test]
fn a_peer_that_takes_nothing_for_a_minute_is_given_up_and_one_that_takes_a_byte_is_not() {
    let start = Instant::now();
    let second = |seconds| start + Duration::from_secs(seconds);
    let mut server = server(Chain::new(), start);
    server
        .send(Message::binary(vec![1; 300]), Compression::Never)
        .expect("it is open");
    assert_eq!(server.send_deadline(), None, "nobody has tried to write");

    server.transmit_blocked(second(1));
    server.transmit_blocked(second(40));
    assert_eq!(server.send_deadline(), Some(second(61)));

    // One byte taken: the time starts anew.
    if let Transmit::Write(outbox) = server.poll_transmit(|| second(50)) {
        outbox.advance(1);
    }
    assert_eq!(server.send_deadline(), None);
    server.transmit_blocked(second(50));
    assert_eq!(server.send_deadline(), Some(second(110)));

    // Everything taken: there is nothing to wait for.
    let mut other = Connection::server(&Arc::default(), Chain::new(), start);
    other.transmit_blocked(second(1));
    assert_eq!(other.send_deadline(), None);

    // The peer talks all the while, so the watch over its silence has nothing to say.
    for seconds in (55..110).step_by(5) {
        let mut input = BytesMut::from(&[0x8a, 0x80, 0, 0, 0, 0][..]);
        server.receive(&mut input, Delivery::Whole, || second(seconds));
        server.handle_timeout(second(seconds));
        assert!(server.is_open());
    }
    server.handle_timeout(second(110));
    let closure = server.closure().expect("it was given up");
    assert_eq!(closure.transport, TransportEnd::SendTimedOut);
    assert_eq!(closure.code().get(), 1006);
}

#[test]
fn compressed_frames_that_stand_for_nothing_meet_the_limit_of_a_message() {
    let now = Instant::now();
    let agreed = PermessageDeflate::server()
        .respond(&Params::new())
        .expect("a bare offer is taken");
    let mut chain = Chain::new();
    chain.push(agreed.codec.expect("deflate transforms"));
    let mut config = Config::default();
    config.limits.max_message_bytes = 100;
    let mut client = Connection::client(&Arc::new(config), chain, || [0; 4], now);

    // Two hundred empty stored blocks in a frame: 1000 bytes, and nothing is restored from them.
    let blocks = [0x00, 0x00, 0x00, 0xff, 0xff].repeat(200);
    let mut input = BytesMut::from(&[0x42, 126, 0x03, 0xe8][..]);
    input.extend_from_slice(&blocks);
    assert_eq!(client.receive(&mut input, Delivery::Whole, || now), None);
    assert!(client.is_open());

    // The next frame announces as much again, more than any message of 100 bytes could need.
    input.extend_from_slice(&[0x00, 126, 0x03, 0xe8]);
    assert_eq!(client.receive(&mut input, Delivery::Whole, || now), None);
    assert!(!client.is_open());
    let close = written(&mut client, now);
    assert_eq!(close.get(6..8), Some(&1009_u16.to_be_bytes()[..]));
}

#[test]
fn the_time_is_asked_once_for_all_messages_of_a_read_and_not_to_write_the_answers() {
    let start = Instant::now();
    let mut connection = client(Chain::new(), start);
    let mut input = BytesMut::from(&[0x82, 1, b'x'].repeat(64)[..]);
    let asked = Cell::new(0);
    let later = start + Duration::from_secs(5);
    let clock = || {
        asked.set(asked.get() + 1);
        later
    };
    let mut messages = 0;
    while connection
        .receive(&mut input, Delivery::Whole, clock)
        .is_some()
    {
        messages += 1;
        connection
            .send(Message::binary(&b"y"[..]), Compression::Auto)
            .expect("it is open");
    }
    assert_eq!((messages, asked.get()), (64, 1));
    let heard = later + Duration::from_secs(20);
    assert_eq!(connection.poll_timeout(), Some(heard));
    while let Transmit::Write(outbox) = connection.poll_transmit(clock) {
        outbox.advance(outbox.chunk().len());
    }
    assert_eq!(asked.get(), 1);
}

#[test]
fn the_time_is_asked_again_for_what_starts_a_budget_long_after_the_read() {
    let start = Instant::now();
    let mut connection = client(Chain::new(), start);
    let mut input = BytesMut::from(&[0x82, 1, b'x', 0x88, 0][..]);
    let event = connection.receive(&mut input, Delivery::Whole, || start);
    assert!(matches!(event, Some(Event::Message(_))));
    let later = start + Duration::from_secs(100);
    assert_eq!(
        connection.receive(&mut input, Delivery::Whole, || later),
        None
    );
    assert_eq!(
        connection.poll_timeout(),
        Some(later + Duration::from_secs(10))
    );
}

#[test]
fn only_a_whole_message_in_one_plain_frame_is_taken_the_short_way() {
    let now = Instant::now();
    for other in [
        &[][..],
        &[0x81],
        &[0x81, 2, b'x'],
        &[0x01, 1, b'x'],
        &[0x80, 1, b'x'],
        &[0xc1, 1, b'x'],
        &[0x81, 1, 0xff],
        &[0x81, 0x81, 0, 0, 0, 0, b'x'],
        &[0x82, 126, 0, 1, b'x'],
        &[0x88, 0],
        &[0x89, 0],
        &[0x8a, 0],
    ] {
        let mut connection = client(Chain::new(), now);
        let mut input = BytesMut::from(&[0x81, 1, b'x', 0x82, 0][..]);
        input.extend_from_slice(other);
        let first = connection.receive(&mut input, Delivery::Whole, || now);
        assert_eq!(first, Some(Event::Message(Message::text("x"))));
        assert_eq!(
            ready(&mut connection, &mut input),
            [Message::binary("")],
            "{other:x?}"
        );
        assert_eq!(input, other, "nothing was done");
        assert!(connection.is_open());
    }
}

/// The messages at the front that can go the short way.
fn ready(connection: &mut Connection, input: &mut BytesMut) -> Vec<Message> {
    let mut ready = Ready::default();
    connection.receive_ready(input, 256, &mut ready);
    let (count, bytes) = (ready.len(), ready.held_bytes());
    let messages: Vec<Message> = ready.by_ref().collect();
    assert!(ready.is_empty());
    assert_eq!((ready.len(), ready.held_bytes()), (0, 0));
    assert_eq!(count, messages.len());
    assert_eq!(bytes, messages.iter().map(Message::len).sum::<usize>());
    messages
}

#[test]
fn messages_that_are_ready_come_in_order_and_no_more_than_asked_for() {
    let now = Instant::now();
    let mut connection = server(Chain::new(), now);
    let frames = [
        &[0x82, 0x83, 1, 2, 3, 4, 1 ^ 1, 2 ^ 2, 3 ^ 3][..],
        &[0x81, 0x80, 9, 9, 9, 9],
        &[0x81, 0x82, 0, 0, 0, 0, 0xc3, 0xa9],
        &[0x82, 0x81, 7, 0, 0, 0, 7],
    ];
    let mut input = BytesMut::from(&frames.concat()[..]);
    let mut list = Ready::default();
    connection.receive_ready(&mut input, 3, &mut list);
    assert_eq!(format!("{list:?}"), "Ready(3 messages)");
    assert_eq!(input, frames[3], "more was not asked for");
    connection.receive_ready(&mut input, 3, &mut list);
    assert_eq!(input, frames[3], "it holds messages");
    let expected = [Message::binary(&[1, 2, 3][..]), "".into(), "\u{e9}".into()];
    assert_eq!(list.by_ref().collect::<Vec<_>>(), expected);
    connection.receive_ready(&mut input, 3, &mut list);
    assert_eq!(list.next(), Some(Message::binary(&[0][..])));
    assert!(list.is_empty() && input.is_empty());
    connection.receive_ready(&mut input, 3, &mut list);
    assert!(list.is_empty());
}

#[test]
fn a_small_message_goes_behind_others_if_it_can() {
    let now = Instant::now();
    let small = Message::text("small");
    let mut connection = server(Chain::new(), now);
    assert!(!connection.send_behind(&small, 100), "there are no others");
    connection.send(small.clone(), Compression::Auto).unwrap();
    assert!(!connection.send_behind(&Message::binary(vec![0; 4096]), 10_000));
    assert!(!connection.send_behind(&small, 25), "it might be too much");
    assert!(connection.send_behind(&small, 26));
    assert_eq!(written(&mut connection, now), b"\x81\x05small".repeat(2));

    let mut masked = client(Chain::new(), now);
    masked.send(small.clone(), Compression::Auto).unwrap();
    assert!(masked.send_behind(&small, 100));
    assert_eq!(
        written(&mut masked, now),
        b"\x81\x85\0\0\0\0small".repeat(2)
    );

    connection.send(small.clone(), Compression::Auto).unwrap();
    let piece = Bytes::from_static(b"piece");
    let begun = connection.send_piece(Kind::Text, piece, false, Compression::Auto);
    begun.unwrap();
    assert!(!connection.send_behind(&small, 100), "between two pieces");
    connection.close(CloseFrame::empty(), now).unwrap();
    assert!(!connection.send_behind(&small, 100), "after a Close");

    let offer = Params::new().flag("client_max_window_bits");
    let agreed = PermessageDeflate::server().respond(&offer).unwrap();
    let mut chain = Chain::new();
    chain.push(agreed.codec.unwrap());
    let mut deflating = server(chain, now);
    deflating.send(small.clone(), Compression::Auto).unwrap();
    assert!(!deflating.send_behind(&small, 100), "it may be compressed");
}

#[test]
fn a_masked_text_that_breaks_a_rule_is_left_masked_by_the_short_way_and_refused_by_the_other() {
    let now = Instant::now();
    let mut connection = server(Chain::new(), now);
    let frame = [0x81, 0x82, 1, 2, 3, 4, b'a' ^ 1, 0xff ^ 2];
    let mut input = BytesMut::from(&frame[..]);
    assert_eq!(ready(&mut connection, &mut input), []);
    assert_eq!(input, &frame[..]);
    assert_eq!(
        connection.receive(&mut input, Delivery::Whole, || now),
        None
    );
    assert_eq!(
        written(&mut connection, now).get(2..4),
        Some(&1007_u16.to_be_bytes()[..])
    );
}

#[test]
fn the_short_way_holds_every_limit() {
    let now = Instant::now();
    let message = [0x82, 4, 0, 0, 0, 0];
    let mut small_frames = Config::default();
    small_frames.limits.max_frame_bytes = 3;
    let mut small_messages = Config::default();
    small_messages.limits.max_message_bytes = 3;
    let mut only_text = Config::default();
    only_text.limits.accepted = Accepted::Only(Kind::Text);
    for config in [small_frames, small_messages, only_text] {
        let mut input = BytesMut::from(&message[..]);
        let mut connection = Connection::client(&Arc::new(config), Chain::new(), || [0; 4], now);
        assert_eq!(ready(&mut connection, &mut input), []);
        assert_eq!(
            connection.receive(&mut input, Delivery::Whole, || now),
            None
        );
        assert!(!connection.is_open(), "refused");
    }
    let mut streamed = Config::default();
    streamed.limits.max_streamed_bytes = Some(3);
    let mut input = BytesMut::from(&message[..]);
    let mut connection = Connection::client(&Arc::new(streamed), Chain::new(), || [0; 4], now);
    assert_eq!(
        connection.receive(&mut input, Delivery::Pieces, || now),
        None
    );
    assert!(!connection.is_open(), "refused");
}

#[test]
fn between_the_fragments_of_a_message_no_other_is_taken_the_short_way() {
    let now = Instant::now();
    let mut connection = client(Chain::new(), now);
    let mut input = BytesMut::from(&[0x01, 1, b'x', 0x81, 1, b'y'][..]);
    assert_eq!(
        connection.receive(&mut input, Delivery::Whole, || now),
        None
    );
    assert!(!connection.is_open(), "a message inside another");
    let mut connection = client(Chain::new(), now);
    let mut input = BytesMut::from(&[0x01, 1, b'x'][..]);
    assert_eq!(
        connection.receive(&mut input, Delivery::Whole, || now),
        None
    );
    input.extend_from_slice(&[0x81, 1, b'y']);
    assert_eq!(ready(&mut connection, &mut input), []);
    assert_eq!(input.len(), 3);
}

#[test]
fn a_codec_that_marks_nothing_sees_every_message() {
    #[derive(Debug)]
    struct Unmarked(Broken);
    impl Codec for Unmarked {
        fn rsv(&self) -> Rsv {
            Rsv::NONE
        }
        fn start_encode(&mut self, size: Option<usize>, choice: Compression) -> bool {
            self.0.start_encode(size, choice)
        }
        fn encode(&mut self, piece: &[u8], last: bool, out: &mut BytesMut) -> Result<(), Fault> {
            self.0.encode(piece, last, out)
        }
        fn decode(
            &mut self,
            piece: &[u8],
            last: bool,
            room: usize,
            out: &mut BytesMut,
        ) -> Result<Progress, Fault> {
            self.0.decode(piece, last, room, out)
        }
        fn held_bytes(&self) -> usize {
            0
        }
    }
    let now = Instant::now();
    let mut chain = Chain::new();
    chain.push(Box::new(Unmarked(Broken {
        encodes: true,
        starts: 0,
    })));
    let mut connection = client(chain, now);
    let mut input = BytesMut::from(&[0x81, 1, b'x'][..]);
    assert_eq!(ready(&mut connection, &mut input), []);
    // It neither takes nor gives, which is its own fault.
    assert_eq!(
        connection.receive(&mut input, Delivery::Whole, || now),
        None
    );
    assert!(!connection.is_open());
}

#[test]
fn room_is_made_for_what_the_peer_has_earned() {
    let now = Instant::now();
    let kib = 1 << 10;
    let announced = |bytes: u64, here: usize| {
        let mut connection = client(Chain::new(), now);
        let mut input = BytesMut::from(&[0x82, 127][..]);
        input.extend_from_slice(&bytes.to_be_bytes());
        input.resize(10 + here, 7);
        assert_eq!(
            connection.receive(&mut input, Delivery::Whole, || now),
            None
        );
        assert_eq!(input.len(), here, "it stays where it was read");
        connection.wanted_bytes(input.len())
    };
    let large = 16 << 20;
    assert_eq!(announced(large, 0), 64 * kib);
    assert_eq!(announced(large, 16 * kib - 1), 64 * kib);
    assert_eq!(announced(large, 16 * kib), 1008 * kib);
    assert_eq!(announced(large, 600 * kib), 600 * kib);
    assert_eq!(announced(large, 4096 * kib), 4096 * kib);
    assert_eq!(announced(large, 16 * 1024 * kib - 1), 1);
    assert_eq!(announced(1 << 20, 64 * kib), 960 * kib, "the rest of it");
    assert_eq!(announced(70_000, 69_999), 1);
    let mut connection = client(Chain::new(), now);
    assert_eq!(connection.wanted_bytes(0), 0, "between messages");
    let mut input = BytesMut::from(&[0x02, 127, 0, 0, 0, 0, 0, 1, 0, 0, 7][..]);
    assert_eq!(
        connection.receive(&mut input, Delivery::Whole, || now),
        None
    );
    assert_eq!(
        connection.wanted_bytes(0),
        0,
        "a fragment is taken out as it comes"
    );
}
