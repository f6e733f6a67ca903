use core::time::Duration;

use super::*;
use crate::ReceivedCode;
use crate::reconnect::{Failure, GiveUp, Preset, Situation};

fn closed(code: u16) -> Cause {
    Cause::closed(ReceivedCode::new(code), "")
}

/// A clock that begins now.
fn clock() -> impl Fn(u64) -> Instant {
    let start = Instant::now();
    move |millis| start + Duration::from_millis(millis)
}

#[test]
fn attempts_begin_again_after_a_stable_connection_and_not_when_one_opens() {
    let at = clock();
    let mut course = Course::new(Policy::default());
    assert_eq!(course.attempt(), 0);
    course.opened(at(0));
    course.ended(&closed(1006), at(4_999));
    assert_eq!(
        course.attempt(),
        1,
        "the first connection counts like any other"
    );
    course.opened(at(6_000));
    assert_eq!(course.attempt(), 1, "open is not stable");
    course.ended(&closed(1006), at(10_999));
    assert_eq!(course.attempt(), 2);
    course.opened(at(12_000));
    course.ended(&closed(1006), at(17_000));
    assert_eq!(course.attempt(), 1, "it lasted five seconds");
}

#[test]
fn a_failed_attempt_after_a_stable_connection_counts_on() {
    let at = clock();
    let mut course = Course::new(Policy::default());
    course.opened(at(0));
    course.ended(&closed(1012), at(60_000));
    for attempt in 2..=5 {
        course.ended(
            &Cause::failed(Failure::Connect),
            at(60_000 + u64::from(attempt)),
        );
        assert_eq!(course.attempt(), attempt);
    }
}

#[test]
fn the_time_away_runs_from_the_end_of_the_last_stable_connection() {
    let at = clock();
    let policy = Policy::default().max_elapsed(Duration::from_secs(30));
    let mut course = Course::new(policy);
    course.opened(at(0));
    let gave_up = |decision| matches!(decision, Decision::GiveUp(GiveUp::TooLong));
    assert!(!gave_up(course.ended(&closed(1006), at(100_000))));
    course.opened(at(115_000));
    assert!(!gave_up(course.ended(&closed(1006), at(116_000))));
    assert!(
        gave_up(course.ended(&closed(1006), at(130_000))),
        "not stable in between"
    );

    course.opened(at(200_000));
    assert!(
        !gave_up(course.ended(&closed(1006), at(205_000))),
        "stable in between"
    );
}

/// How many of the moments fall into one slot of that width, at the most.
fn fullest_slot(moments: impl IntoIterator<Item = Duration>, width: Duration) -> usize {
    let mut slots = std::collections::HashMap::new();
    for moment in moments {
        *slots
            .entry(moment.as_nanos() / width.as_nanos())
            .or_insert(0) += 1;
    }
    slots.into_values().max().unwrap_or_default()
}

/// The moments at which clients make their `attempt`-th attempt, if all fail together.
fn moments(preset: Preset, clients: u64, attempts: u32) -> Vec<Duration> {
    let start = Instant::now();
    let mut random = 0_u64;
    let client = |_| {
        let mut course = Course::new(Policy::preset(preset));
        course.opened(start);
        let restart = start + Duration::from_secs(60);
        let mut now = restart;
        for _ in 0..attempts {
            let Decision::Retry { delays, .. } = course.ended(&closed(1012), now) else {
                panic!("1012 is retried");
            };
            // A Weyl sequence through a mixer: even, and the same in every run.
            random = random.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mixed = (random ^ (random >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            now += delays.pick(mixed ^ (mixed >> 31));
        }
        now - restart
    };
    (0..clients).map(client).collect()
}

#[test]
fn a_thousand_clients_are_never_in_lock_step_not_even_at_the_cap() {
    let slot = Duration::from_millis(100);
    // Over 4 s one slot holds 25 of 1 000 on average.
    let first = fullest_slot(moments(Preset::Rejoin, 1_000, 1), slot);
    assert!((25..60).contains(&first), "{first}");
    for attempts in [2, 5, 10, 20] {
        let later = fullest_slot(moments(Preset::Rejoin, 1_000, attempts), slot);
        assert!(later < 30, "{later} at attempt {attempts}");
    }
    let mut tens = [0; 6];
    for wait in waits_at_attempt(20) {
        tens[usize::try_from(wait.as_secs() / 10).expect("small")] += 1;
    }
    assert!(
        tens.iter().all(|count| (100..240).contains(count)),
        "uneven over 0 to 60 s: {tens:?}"
    );
}

/// What 1 000 clients wait before that attempt.
fn waits_at_attempt(attempt: u32) -> Vec<Duration> {
    let policy = Policy::default();
    let cause = closed(1006);
    let situation = Situation::new(&cause, attempt, Duration::ZERO);
    let wait = |_| match policy.decide(&situation) {
        Decision::Retry { delays, .. } => delays.pick(rand::random()),
        Decision::GiveUp(_) | Decision::RetryWithNewInput { .. } => panic!("1006 is retried"),
    };
    (0..1_000).map(wait).collect()
}

#[test]
fn other_policies_come_in_crowds() {
    let slot = Duration::from_millis(100);
    assert_eq!(
        fullest_slot(moments(Preset::Immediate, 1_000, 1), slot),
        1_000
    );
    assert_eq!(
        fullest_slot(
            moments(Preset::Fixed(Duration::from_secs(3)), 1_000, 5),
            slot
        ),
        1_000,
    );
    let registered = fullest_slot(moments(Preset::Registered, 1_000, 1), slot);
    assert!(registered < 20, "25 seconds wide: {registered}");
}
