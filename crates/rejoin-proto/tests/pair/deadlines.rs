//! Peers that do not do their part of the end.

use core::time::Duration;

use rejoin_proto::{Config, TransportEnd};
use rejoin_testkit::pair::Pair;
use rejoin_testkit::wire::Frame;

use crate::{AUTO, close, pair_with, seconds};

#[test]
fn a_peer_that_never_answers_a_close_is_left_after_10_seconds() {
    let mut pair = Pair::new(1);
    pair.server.reads = false;
    pair.client
        .connection
        .close(close(1000, ""), pair.now())
        .unwrap();
    pair.advance(Duration::from_millis(9_999));
    assert_eq!(pair.client.connection.closure(), None);
    pair.advance(Duration::from_millis(1));
    let closure = pair.client.closure();
    assert_eq!(closure.transport, TransportEnd::CloseTimedOut);
    assert_eq!(closure.code().get(), 1006);
    assert!(!closure.is_clean());
}

#[test]
fn a_peer_that_talks_on_instead_of_answering_a_close_gets_no_more_time() {
    let mut pair = Pair::new(1);
    pair.client.reads = false;
    pair.server
        .connection
        .close(close(1012, ""), pair.now())
        .unwrap();
    for _ in 0..20 {
        pair.to_server
            .inject(&Frame::text("more").masked([1; 4]).to_bytes());
        pair.advance(Duration::from_millis(499));
    }
    assert_eq!(pair.server.messages().len(), 20);
    assert_eq!(pair.server.connection.closure(), None);
    pair.advance(Duration::from_millis(20));
    assert_eq!(pair.server.closure().transport, TransportEnd::CloseTimedOut);
}

#[test]
fn a_client_that_never_ends_tcp_is_left_2_seconds_after_both_said_close() {
    let mut pair = Pair::new(1);
    let now = pair.now();
    // The client's Close is forged, so that nobody is there to end TCP.
    pair.client.reads = false;
    pair.to_server
        .inject(&Frame::close(1000, "").masked([1; 4]).to_bytes());
    pair.run();
    assert_eq!(
        pair.server.connection.poll_timeout(),
        Some(now + seconds(2))
    );
    pair.advance(seconds(2));
    let closure = pair.server.closure();
    assert_eq!(closure.transport, TransportEnd::LingerTimedOut);
    assert!(closure.is_clean(), "both said Close");
}

#[test]
fn a_server_that_never_ends_tcp_is_left_2_seconds_after_both_said_close() {
    let mut pair = Pair::new(1);
    pair.server.reads = false;
    pair.to_client.inject(&Frame::close(1001, "").to_bytes());
    pair.advance(seconds(2));
    let closure = pair.client.closure();
    assert_eq!(closure.transport, TransportEnd::LingerTimedOut);
    assert_eq!(closure.code().get(), 1001);
    assert!(closure.is_clean());
}

#[test]
fn the_wait_for_the_end_of_tcp_does_not_outlive_the_close_budget() {
    let mut config = Config::default();
    config.limits.close_budget = seconds(3);
    let mut pair = pair_with(&config);
    pair.client.reads = false;
    pair.server
        .connection
        .close(close(1001, ""), pair.now())
        .unwrap();
    pair.advance(seconds(2));
    pair.to_server
        .inject(&Frame::close(1001, "").masked([1; 4]).to_bytes());
    pair.run();
    assert_eq!(pair.server.connection.closure(), None);
    pair.advance(seconds(1));
    assert_eq!(
        pair.server.closure().transport,
        TransportEnd::LingerTimedOut
    );
}

#[test]
fn a_peer_that_stops_reading_cannot_hold_up_the_close_beyond_its_budget() {
    let mut pair = Pair::new(1);
    pair.to_client.capacity = 1000;
    pair.client.reads = false;
    pair.server
        .connection
        .send(vec![7; 100_000].into(), AUTO)
        .unwrap();
    pair.server
        .connection
        .close(close(1001, ""), pair.now())
        .unwrap();
    pair.advance(seconds(10));
    assert_eq!(pair.server.closure().transport, TransportEnd::CloseTimedOut);
    assert_eq!(
        pair.server.connection.held_bytes(),
        0,
        "what was unsent is let go"
    );
}
