//! The closing handshake, and what each end knows after it.

use core::time::Duration;

use bytes::Bytes;
use rejoin_proto::{CloseFrame, Initiator, Kind, Misuse, ProtocolError, TransportEnd};
use rejoin_testkit::pair::{Pair, Splits, echo};
use rejoin_testkit::wire::Frame;

use crate::{AUTO, assert_clean, close};

#[test]
fn rfc6455_7_1_5_both_close_at_once_and_each_knows_the_code_of_the_other() {
    let mut pair = Pair::new(1);
    let now = pair.now();
    pair.client
        .connection
        .close(close(4001, "client"), now)
        .unwrap();
    pair.server
        .connection
        .close(close(4002, "server"), now)
        .unwrap();
    pair.run_to_end();
    assert_clean(&pair, 4001, 4002);
    assert_eq!(pair.client.closure().initiator, Initiator::Local);
    assert_eq!(pair.server.closure().initiator, Initiator::Local);
    assert_eq!(pair.client.closure().reason(), "server");
    assert_eq!(pair.elapsed(), Duration::ZERO);
}

#[test]
fn rfc6455_7_1_1_either_end_may_begin_to_close_and_both_say_who_did() {
    let mut pair = Pair::new(1);
    let now = pair.now();
    pair.server
        .connection
        .close(close(1001, "bye"), now)
        .unwrap();
    pair.run_to_end();
    assert_clean(&pair, 1001, 1001);
    assert_eq!(pair.server.closure().initiator, Initiator::Local);
    assert_eq!(pair.client.closure().initiator, Initiator::Peer);
    assert_eq!(pair.client.closure().reason(), "bye");
}

#[test]
fn rfc6455_5_5_1_a_close_without_a_code_is_answered_without_one() {
    let mut pair = Pair::new(1);
    pair.client
        .connection
        .close(CloseFrame::empty(), pair.now())
        .unwrap();
    pair.run_to_end();
    assert_clean(&pair, 1005, 1005);
}

#[test]
fn a_close_while_a_message_is_half_sent_drops_the_half() {
    let mut pair = Pair::new(1);
    let now = pair.now();
    let client = &mut pair.client.connection;
    client.send("whole".into(), AUTO).unwrap();
    client
        .send_piece(Kind::Text, Bytes::from_static(b"half"), false, AUTO)
        .unwrap();
    client.close(close(1000, ""), now).unwrap();
    let rest = client.send_piece(Kind::Text, Bytes::from_static(b"rest"), true, AUTO);
    assert_eq!(rest, Err(Misuse::Closing));
    pair.run_to_end();
    assert_eq!(pair.server.messages(), [b"whole"]);
    assert_clean(&pair, 1000, 1000);
}

#[test]
fn everything_queued_before_a_close_arrives_before_it_through_a_narrow_wire() {
    let mut pair = Pair::new(1);
    pair.to_server.capacity = 100;
    let mut sent = Vec::new();
    for size in [0, 10, 5000, 3, 100_000] {
        sent.push(vec![7; size]);
        pair.client
            .connection
            .send(vec![7; size].into(), AUTO)
            .unwrap();
    }
    pair.client
        .connection
        .close(close(1000, ""), pair.now())
        .unwrap();
    pair.run_to_end();
    assert_eq!(pair.server.messages(), sent);
    assert_clean(&pair, 1000, 1000);
}

#[test]
fn the_answer_to_a_close_comes_after_the_answers_to_the_messages_before_it() {
    for splits in [Splits::AllAtOnce, Splits::Bytes(1)] {
        let mut pair = Pair::new(1);
        pair.splits = splits;
        pair.server.reaction = Some(echo);
        let client = &mut pair.client.connection;
        for text in ["one", "two", "three"] {
            client.send(text.into(), AUTO).unwrap();
        }
        pair.client
            .connection
            .close(close(1000, ""), pair.now())
            .unwrap();
        pair.run_to_end();
        assert_eq!(pair.client.messages(), [&b"one"[..], b"two", b"three"]);
        assert_clean(&pair, 1000, 1000);
    }
}

#[test]
fn what_the_peer_sent_before_it_saw_our_close_is_still_received() {
    let mut pair = Pair::new(1);
    let now = pair.now();
    pair.server
        .connection
        .send("on its way".into(), AUTO)
        .unwrap();
    pair.client.connection.close(close(1000, ""), now).unwrap();
    pair.run_to_end();
    assert_eq!(pair.client.messages(), [b"on its way"]);
    assert_clean(&pair, 1000, 1000);
}

#[test]
fn rfc6455_7_1_7_a_broken_rule_is_told_to_the_peer_which_sees_the_code() {
    let mut pair = Pair::new(1);
    pair.server.reaction = Some(echo);
    pair.client.connection.send("before".into(), AUTO).unwrap();
    pair.run();
    pair.to_server.inject(&Frame::text("not masked").to_bytes());
    pair.run_to_end();
    let (client, server) = (pair.client.closure(), pair.server.closure());
    assert_eq!(server.fault, Some(ProtocolError::MaskMissing));
    assert_eq!(server.initiator, Initiator::Local);
    assert_eq!(server.received, None, "nothing is read after a fault");
    assert!(!server.is_clean());
    assert_eq!(client.code().get(), 1002);
    assert_eq!(client.reason(), "frame from the client is not masked");
    assert_eq!(pair.client.messages(), [b"before"]);
    assert_eq!(pair.elapsed(), Duration::ZERO);
}

#[test]
fn rfc6455_7_4_1_a_client_without_its_extensions_leaves_with_1010_and_the_server_knows_which() {
    let mut pair = Pair::new(1);
    let reason = "permessage-deflate, x-needed";
    pair.client
        .connection
        .close(close(1010, reason), pair.now())
        .unwrap();
    pair.run_to_end();
    let closure = pair.server.closure();
    let missing: Vec<&str> = closure.missing_extensions().collect();
    assert_eq!(missing, ["permessage-deflate", "x-needed"]);
    assert_eq!(closure.code().get(), 1010);
    assert_clean(&pair, 1010, 1010);
    assert_eq!(pair.client.closure().initiator, Initiator::Local);
}

#[test]
fn names_in_the_reason_of_another_code_are_no_missing_extensions() {
    let mut pair = Pair::new(1);
    pair.client
        .connection
        .close(close(1002, "a, b"), pair.now())
        .unwrap();
    pair.run_to_end();
    assert_eq!(pair.server.closure().missing_extensions().count(), 0);
}

#[test]
fn a_peer_that_answers_1012_with_1002_or_without_a_code_ended_cleanly() {
    for (answer, code) in [
        (Frame::close(1002, ""), 1002),
        (Frame::close_body([]), 1005),
        (Frame::close(1000, "whatever"), 1000),
    ] {
        let mut pair = Pair::new(1);
        pair.client.reads = false;
        let close = close(1012, "service restart; retry=1.0-5.0");
        pair.server.connection.close(close, pair.now()).unwrap();
        pair.run();
        pair.to_server.inject(&answer.masked([1; 4]).to_bytes());
        pair.run_to_end();
        let closure = pair.server.closure();
        assert!(closure.is_clean(), "{closure}");
        assert_eq!(closure.code().get(), code);
        assert_eq!(closure.fault, None);
        assert_eq!(closure.initiator, Initiator::Local);
    }
}

#[test]
fn tcp_ending_without_a_close_is_1006_and_answers_still_leave() {
    let mut pair = Pair::new(1);
    pair.client
        .connection
        .send("last words".into(), AUTO)
        .unwrap();
    pair.server.connection.send("answer".into(), AUTO).unwrap();
    pair.client.connection.abandon(pair.now());
    pair.run_to_end();
    assert_eq!(
        pair.server.messages(),
        [] as [Vec<u8>; 0],
        "it was let go unsent"
    );
    let server = pair.server.closure();
    assert_eq!(server.initiator, Initiator::Transport);
    assert_eq!(server.code().get(), 1006);
    assert_eq!(server.transport, TransportEnd::Orderly);
    assert_eq!(pair.client.closure().transport, TransportEnd::Dropped);
}
