//! Pings, pongs and peers that are gone.

use core::time::Duration;

use bytes::Bytes;
use rejoin_proto::{Config, Event, Keepalive, Limits, TransportEnd};
use rejoin_testkit::pair::Pair;
use rejoin_testkit::wire::Frame;

use crate::{AUTO, close, pair_with, seconds};

#[test]
fn two_idle_ends_ping_each_other_and_stay_open() {
    let mut pair = Pair::new(1);
    pair.advance(seconds(3600));
    assert!(pair.client.connection.is_open() && pair.server.connection.is_open());
    assert_eq!(
        pair.client
            .connection
            .round_trip()
            .or(pair.server.connection.round_trip()),
        Some(Duration::ZERO)
    );
    let pings = |events: &[Event]| {
        events
            .iter()
            .filter(|event| matches!(event, Event::Ping(_)))
            .count()
    };
    let both = pings(&pair.client.events) + pings(&pair.server.events);
    assert!((180..=360).contains(&both), "{both} pings in an hour");
}

#[test]
fn a_dead_peer_is_noticed_40_seconds_after_its_last_sign_of_life() {
    let mut pair = Pair::new(1);
    pair.client.connection.send("alive".into(), AUTO).unwrap();
    pair.server.connection.send("alive".into(), AUTO).unwrap();
    pair.run();
    pair.to_server.go_silent();
    pair.to_client.go_silent();
    pair.advance(Duration::from_millis(39_999));
    assert_eq!(pair.client.connection.closure(), None);
    assert_eq!(pair.server.connection.closure(), None);
    pair.advance(Duration::from_millis(1));
    for closure in [pair.client.closure(), pair.server.closure()] {
        assert_eq!(closure.transport, TransportEnd::KeepaliveTimedOut);
        assert_eq!(closure.code().get(), 1006);
        assert!(!closure.is_clean());
    }
}

#[test]
fn a_chatty_peer_is_never_pinged() {
    let mut pair = Pair::new(1);
    for _ in 0..100 {
        pair.client
            .connection
            .send("still here".into(), AUTO)
            .unwrap();
        pair.server.connection.send("me too".into(), AUTO).unwrap();
        pair.advance(Duration::from_millis(19_999));
    }
    assert_eq!(pair.server.events.len(), 100);
    assert_eq!(pair.client.events.len(), 100);
}

#[test]
fn without_keepalive_there_is_no_deadline_at_all() {
    let mut config = Config::default();
    config.keepalive = Keepalive::Off;
    let mut pair = pair_with(&config);
    pair.run_to_end();
    assert_eq!(pair.client.connection.poll_timeout(), None);
    assert!(pair.client.connection.is_open());
}

#[test]
fn pings_are_answered_in_order_with_their_payloads_to_a_peer_that_reads() {
    let mut pair = Pair::new(1);
    for number in 0..500_u32 {
        pair.client
            .connection
            .ping_with(&number.to_be_bytes())
            .unwrap();
    }
    pair.run();
    let expected = (0..500_u32).map(|number| Event::Pong {
        payload: Bytes::copy_from_slice(&number.to_be_bytes()),
        round_trip: None,
    });
    assert!(pair.client.events.into_iter().eq(expected));
}

#[test]
fn rfc6455_5_5_3_a_ping_flood_from_a_peer_that_does_not_read_costs_bounded_memory_and_the_latest_is_answered()
 {
    let mut pair = Pair::new(1);
    pair.to_client.capacity = 1000;
    pair.client.reads = false;
    let flood = 100_000_u32;
    for number in 0..flood {
        let mut payload = vec![0xaa; 121];
        payload.extend(number.to_be_bytes());
        pair.to_server
            .inject(&Frame::ping(payload).masked([1; 4]).to_bytes());
        if number % 1000 == 0 {
            pair.run();
        }
    }
    pair.run();
    assert_eq!(pair.server.events.len(), 100_000, "every ping was read");
    let bound = 2 * Limits::default().send_low_bytes + 4096;
    assert!(
        pair.server.peak_held < bound,
        "{} bytes",
        pair.server.peak_held
    );

    pair.client.reads = true;
    pair.run();
    let last = pair.client.events.last().unwrap();
    let Event::Pong { payload, .. } = last else {
        unreachable!("{last:?}")
    };
    assert_eq!(
        payload[121..],
        (flood - 1).to_be_bytes(),
        "the latest is answered"
    );
    assert!(pair.client.events.len() < 600, "not all of them are");
}

#[test]
fn round_trips_are_told_with_the_pong_and_with_the_closure() {
    let mut pair = Pair::new(1);
    pair.client.connection.ping(pair.now()).unwrap();
    pair.server.reads = false;
    pair.advance(Duration::from_millis(70));
    pair.server.reads = true;
    pair.run();
    let trip = Some(Duration::from_millis(70));
    assert_eq!(
        pair.client.events,
        [Event::Pong {
            payload: Bytes::from_static(&[0; 4]),
            round_trip: trip
        }]
    );
    pair.client
        .connection
        .close(close(1000, ""), pair.now())
        .unwrap();
    pair.run_to_end();
    assert_eq!(pair.client.closure().round_trip, trip);
    assert_eq!(pair.server.closure().round_trip, None);
}
