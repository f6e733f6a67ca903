//! Time passes only as it is told to.

use core::time::Duration;
use std::time::Instant;

use bytes::Bytes;

use super::{Due, Keepalive, Watch};

const DEFAULT: Keepalive = Keepalive::On {
    silence: Duration::from_secs(20),
    patience: Duration::from_secs(20),
};

fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

fn first_ping() -> Due {
    Due::Ping(Bytes::from_static(&[0, 0, 0, 0]))
}

#[test]
fn the_defaults_are_twenty_seconds_each() {
    assert_eq!(Keepalive::default(), DEFAULT);
}

#[test]
fn a_silent_peer_is_pinged_after_20_seconds_and_given_up_after_40() {
    let start = Instant::now();
    let mut watch = Watch::new(start);
    assert_eq!(watch.next_deadline(DEFAULT), Some(start + seconds(20)));
    assert_eq!(
        watch.due(DEFAULT, start + Duration::from_millis(19_999)),
        Due::Nothing
    );
    assert_eq!(watch.due(DEFAULT, start + seconds(20)), first_ping());
    assert_eq!(watch.next_deadline(DEFAULT), Some(start + seconds(40)));
    assert_eq!(
        watch.due(DEFAULT, start + Duration::from_millis(39_999)),
        Due::Nothing
    );
    assert_eq!(watch.due(DEFAULT, start + seconds(40)), Due::GiveUp);
}

#[test]
fn every_byte_from_the_peer_starts_the_silence_anew() {
    let start = Instant::now();
    let mut watch = Watch::new(start);
    for second in 1..100 {
        let now = start + seconds(second);
        watch.heard(now);
        assert_eq!(watch.due(DEFAULT, now), Due::Nothing);
        assert_eq!(watch.next_deadline(DEFAULT), Some(now + seconds(20)));
    }
}

#[test]
fn any_byte_after_the_ping_is_a_sign_of_life_also_without_the_pong() {
    let start = Instant::now();
    let mut watch = Watch::new(start);
    assert_eq!(watch.due(DEFAULT, start + seconds(20)), first_ping());
    watch.heard(start + seconds(20));
    assert_eq!(watch.next_deadline(DEFAULT), Some(start + seconds(40)));
    let second_ping = Due::Ping(Bytes::from_static(&[0, 0, 0, 1]));
    assert_eq!(watch.due(DEFAULT, start + seconds(40)), second_ping);
}

#[test]
fn pings_of_the_application_do_not_put_off_giving_up_on_a_dead_peer() {
    let start = Instant::now();
    let mut watch = Watch::new(start);
    for second in 5..25 {
        watch.ping(start + seconds(second));
        assert_eq!(
            watch.next_deadline(DEFAULT),
            Some(start + seconds(25)),
            "{second}"
        );
    }
    assert_eq!(watch.due(DEFAULT, start + seconds(25)), Due::GiveUp);
}

#[test]
fn the_pong_of_the_last_ping_alone_tells_the_round_trip() {
    let start = Instant::now();
    let mut watch = Watch::new(start);
    let first = watch.ping(start);
    let second = watch.ping(start + seconds(1));
    assert_ne!(first, second);
    assert_eq!(watch.pong(b"unasked", start + seconds(2)), None);
    assert_eq!(watch.pong(&first, start + seconds(2)), None);
    assert_eq!(watch.round_trip(), None);
    assert_eq!(watch.pong(&second, start + seconds(3)), Some(seconds(2)));
    assert_eq!(
        watch.pong(&second, start + seconds(9)),
        None,
        "answered twice"
    );
    assert_eq!(watch.round_trip(), Some(seconds(2)));
}

#[test]
fn a_round_trip_is_told_exactly_and_kept_to_the_microsecond() {
    let start = Instant::now();
    let mut watch = Watch::new(start);
    for (trip, kept) in [
        (Duration::new(2, 3_004_567), Duration::new(2, 3_004_000)),
        (seconds(1_000_000), Duration::from_micros(0xffff_fffe)),
    ] {
        let ping = watch.ping(start);
        assert_eq!(watch.pong(&ping, start + trip), Some(trip));
        assert_eq!(watch.round_trip(), Some(kept));
    }
}

#[test]
fn switched_off_it_has_no_deadline_but_still_measures_pings_of_the_application() {
    let start = Instant::now();
    let mut watch = Watch::new(start);
    assert_eq!(watch.next_deadline(Keepalive::Off), None);
    assert_eq!(
        watch.due(Keepalive::Off, start + seconds(1_000_000)),
        Due::Nothing
    );
    let ping = watch.ping(start);
    assert_eq!(watch.next_deadline(Keepalive::Off), None);
    assert_eq!(watch.pong(&ping, start + seconds(1)), Some(seconds(1)));
}

#[test]
fn ping_numbers_wrap_around() {
    let start = Instant::now();
    let mut watch = Watch::new(start);
    watch.next_id = u32::MAX;
    assert_eq!(watch.ping(start), Bytes::from_static(&[255; 4]));
    assert_eq!(watch.ping(start), Bytes::from_static(&[0; 4]));
}

#[test]
fn a_deadline_beyond_the_end_of_time_is_none() {
    let start = Instant::now();
    let keepalive = Keepalive::On {
        silence: Duration::MAX,
        patience: Duration::MAX,
    };
    let mut watch = Watch::new(start);
    assert_eq!(watch.next_deadline(keepalive), None);
    watch.ping(start);
    assert_eq!(watch.next_deadline(keepalive), None);
}
