use core::time::Duration;

use http::StatusCode;
use proptest::prelude::*;
use rejoin_close_codes::{DelayRange, ROWS, Retry, lookup};

use super::*;
use crate::ReceivedCode;
use crate::reconnect::Failure;

fn closed(code: u16, reason: &str) -> Cause {
    Cause::closed(ReceivedCode::new(code), reason)
}

fn refused(status: u16, retry_after: Option<u64>) -> Cause {
    let status = StatusCode::from_u16(status).expect("a status");
    Cause::refused(status, retry_after.map(Duration::from_secs))
}

fn decide(policy: &Policy, cause: &Cause, attempt: u32) -> Decision {
    policy.decide(&Situation::new(cause, attempt, Duration::ZERO))
}

/// The delays in milliseconds, whether or not new input is needed.
fn delays(decision: Decision) -> (u64, u64) {
    match decision {
        Decision::Retry { delays, .. } | Decision::RetryWithNewInput { delays, .. } => {
            (delays.min_millis(), delays.max_millis())
        }
        Decision::GiveUp(why) => panic!("gave up: {why}"),
    }
}

fn first_delays(policy: &Policy, cause: &Cause) -> (u64, u64) {
    delays(decide(policy, cause, 1))
}

/// What became of it, in a word.
fn verdict(policy: &Policy, cause: &Cause) -> &'static str {
    match decide(policy, cause, 1) {
        Decision::GiveUp(GiveUp::Finished) => "finished",
        Decision::GiveUp(GiveUp::Never) => "never",
        Decision::GiveUp(_) => "gave up",
        Decision::Retry { .. } => "again",
        Decision::RetryWithNewInput { .. } => "new input",
    }
}

#[test]
fn every_code_is_dealt_with_as_its_row_says() {
    let policy = Policy::default();
    for code in 0..=u16::MAX {
        let decision = decide(&policy, &closed(code, ""), 1);
        match (lookup(code).retry.verdict, decision) {
            (Retry::Yes { first_delay }, Decision::Retry { delays, .. }) => {
                assert_eq!(delays, first_delay, "{code}");
            }
            (Retry::Application, Decision::Retry { delays, .. })
            | (Retry::WithNewInput, Decision::RetryWithNewInput { delays, .. }) => {
                assert_eq!(delays, DelayRange::FIRST_RECONNECT, "{code}");
            }
            (Retry::Never, Decision::GiveUp(GiveUp::Never))
            | (Retry::NotNeeded, Decision::GiveUp(GiveUp::Finished)) => {}
            (row, decision) => panic!("{code}: the row says {row:?}, decided {decision:?}"),
        }
    }
}

#[test]
fn the_rows_come_to_this_table() {
    let policy = Policy::default();
    let mut table = Vec::new();
    for row in ROWS {
        let cause = closed(row.first, "");
        let delays = match decide(&policy, &cause, 1) {
            Decision::GiveUp(_) => String::new(),
            Decision::Retry { .. } | Decision::RetryWithNewInput { .. } => {
                format!(" {:?}", first_delays(&policy, &cause))
            }
        };
        table.push(format!(
            "{} {}{delays}",
            row.first,
            verdict(&policy, &cause)
        ));
    }
    assert_eq!(
        table,
        [
            "1000 finished",
            "1001 again (0, 5000)",
            "1002 never",
            "1003 never",
            "1004 never",
            "1005 again (0, 5000)",
            "1006 again (0, 5000)",
            "1007 never",
            "1008 new input (0, 5000)",
            "1009 new input (0, 5000)",
            "1010 never",
            "1011 again (0, 5000)",
            "1012 again (1000, 5000)",
            "1013 again (0, 5000)",
            "1014 again (0, 5000)",
            "1015 never",
            "3000 new input (0, 5000)",
            "3003 never",
            "3008 again (0, 5000)",
            "0 never",
            "1016 never",
            "3000 new input (0, 5000)",
            "4000 again (0, 5000)",
            "5000 never",
        ]
    );
}

#[test]
fn every_status_has_its_verdict() {
    let policy = Policy::default();
    for status in 100..=999 {
        let expected = match status {
            401 | 403 | 407 => "new input",
            408 | 425 | 429 | 500 | 502 | 503 | 504 => "again",
            520..=530 => "again",
            _ => "never",
        };
        assert_eq!(
            verdict(&policy, &refused(status, None)),
            expected,
            "{status}"
        );
    }
}

#[test]
fn failures_to_connect_go_by_the_row_under_which_they_are_filed() {
    let policy = Policy::default();
    for (failure, expected) in [
        (Failure::Connect, "again"),
        (Failure::Handshake, "never"),
        (Failure::InvalidRequest, "never"),
        (Failure::Lost, "again"),
        (Failure::MissingExtension, "never"),
        (Failure::Resolve, "again"),
        (Failure::Setup, "again"),
        (Failure::Timeout, "again"),
        (Failure::Tls, "never"),
    ] {
        assert_eq!(
            verdict(&policy, &Cause::failed(failure)),
            expected,
            "{failure}"
        );
    }
    let trusting = Policy::default().on_codes(0..=u16::MAX, LATER);
    assert_eq!(verdict(&trusting, &Cause::failed(Failure::Tls)), "again");
    let invalid = Cause::failed(Failure::InvalidRequest);
    assert_eq!(
        verdict(&trusting, &invalid),
        "never",
        "it cannot be sent another time"
    );
}

#[test]
fn later_delays_double_up_to_the_cap_and_begin_at_zero() {
    let policy = Policy::default();
    let cause = closed(1006, "");
    let seconds: Vec<_> = (1..=7)
        .map(|n| delays(decide(&policy, &cause, n)))
        .collect();
    assert_eq!(
        seconds,
        [
            (0, 5_000),
            (0, 10_000),
            (0, 20_000),
            (0, 40_000),
            (0, 60_000),
            (0, 60_000),
            (0, 60_000)
        ]
    );
    assert_eq!(delays(decide(&policy, &cause, u32::MAX)), (0, 60_000));

    let hasty = Policy::default().cap(Duration::from_secs(3));
    assert_eq!(first_delays(&hasty, &cause), (0, 3_000));
    assert_eq!(
        first_delays(&hasty, &closed(1012, "")),
        (0, 3_000),
        "the width is kept"
    );
    assert_eq!(delays(decide(&hasty, &cause, 9)), (0, 3_000));
    let zero = Policy::default().cap(Duration::ZERO);
    assert_eq!(
        delays(decide(&zero, &cause, 9)),
        (0, 1_000),
        "never lock-step"
    );
    let patient = Policy::default().cap(Duration::MAX);
    assert_eq!(delays(decide(&patient, &cause, u32::MAX)), (0, 5_000 << 32));
}

#[test]
fn the_servers_window_goes_before_the_row() {
    let policy = Policy::default();
    for (code, reason, expected) in [
        (1012, "service restart; retry=2.0-9.0", (2_000, 9_000)),
        (1001, "retry=0.5-30", (500, 30_000)),
        (1008, "slow down; retry=60-90", (60_000, 90_000)),
        (4321, "retry=2-3", (2_000, 3_000)),
    ] {
        assert_eq!(
            first_delays(&policy, &closed(code, reason)),
            expected,
            "{reason}"
        );
    }
    assert_eq!(verdict(&policy, &closed(1002, "retry=1-5")), "never");
    assert_eq!(verdict(&policy, &closed(1000, "retry=1-5")), "finished");
}

#[test]
fn nobody_comes_earlier_than_the_window_at_later_attempts_either() {
    let cause = closed(1012, "retry=2-9");
    let at = |attempt| delays(decide(&Policy::default(), &cause, attempt));
    assert_eq!(at(1), (2_000, 9_000));
    assert_eq!(at(2), (2_000, 12_000));
    assert_eq!(at(20), (2_000, 62_000));
}

#[test]
fn a_window_out_of_bounds_is_moved_inside_and_keeps_its_width() {
    let policy = Policy::default();
    for (window, expected) in [
        ("retry=0-3600", (0, 3_600_000)),
        ("retry=3500-3600", (3_500_000, 3_600_000)),
        ("retry=3500-99999999", (3_500_000, 3_600_000)),
        ("retry=99999999-99999999", (3_599_000, 3_600_000)),
        ("retry=0-0", (0, 1_000)),
        ("retry=5-5", (5_000, 6_000)),
        ("retry=5.0-5.2", (5_000, 6_000)),
    ] {
        assert_eq!(
            first_delays(&policy, &closed(1012, window)),
            expected,
            "{window}"
        );
    }
    let short = DelayRange::new(0, 600_000).expect("in order");
    let bounded = Policy::default().obey_within(short);
    for (window, expected) in [
        ("retry=590-650", (540_000, 600_000)),
        ("retry=3000-3600", (0, 600_000)),
        ("retry=99999999-99999999", (599_000, 600_000)),
    ] {
        assert_eq!(
            first_delays(&bounded, &closed(1012, window)),
            expected,
            "{window}"
        );
    }
    let narrow = DelayRange::new(10_000, 30_000).expect("in order");
    let bounded = Policy::default().obey_within(narrow);
    for (window, expected) in [
        ("retry=1-5", (10_000, 14_000)),
        ("retry=0-0", (10_000, 11_000)),
        ("retry=12-20", (12_000, 20_000)),
        ("retry=25-40", (15_000, 30_000)),
        ("retry=0-3600", (10_000, 30_000)),
    ] {
        assert_eq!(
            first_delays(&bounded, &closed(1012, window)),
            expected,
            "{window}"
        );
    }
    let deaf = Policy::default().obey_nobody();
    assert_eq!(
        first_delays(&deaf, &closed(1012, "retry=2-3")),
        (1_000, 5_000)
    );
    assert_eq!(first_delays(&deaf, &refused(503, Some(100))), (0, 5_000));
}

#[test]
fn retry_after_is_the_floor_under_the_policys_own_delay() {
    let policy = Policy::default();
    for (status, seconds, expected) in [
        (503, 30, (30_000, 35_000)),
        (429, 0, (0, 5_000)),
        (401, 7, (7_000, 12_000)),
        (503, 86_400, (3_595_000, 3_600_000)),
        (503, u64::MAX, (3_595_000, 3_600_000)),
    ] {
        assert_eq!(
            first_delays(&policy, &refused(status, Some(seconds))),
            expected
        );
    }
    assert_eq!(
        delays(decide(&policy, &refused(503, Some(30)), 4)),
        (30_000, 70_000)
    );
    assert_eq!(verdict(&policy, &refused(404, Some(5))), "never");
}

#[test]
fn presets_differ_in_their_delays() {
    let restart = closed(1012, "retry=2-3");
    let lost = closed(1006, "");
    let three = |preset: &str| {
        let policy = Policy::preset(preset.parse().expect("a name"));
        let first = first_delays(&policy, &restart);
        (
            first,
            first_delays(&policy, &lost),
            delays(decide(&policy, &restart, 9)),
        )
    };
    assert_eq!(
        three("rejoin"),
        ((2_000, 3_000), (0, 5_000), (2_000, 62_000))
    );
    assert_eq!(
        three("registered"),
        ((5_000, 30_000), (0, 5_000), (0, 60_000))
    );
    assert_eq!(three("rfc6455"), ((0, 5_000), (0, 5_000), (0, 60_000)));
    assert_eq!(
        three("fixed:3"),
        ((3_000, 3_000), (3_000, 3_000), (3_000, 3_000))
    );
    assert_eq!(three("immediate"), ((0, 0), (0, 0), (10, 10)));
    for preset in ["rejoin", "registered", "rfc6455", "fixed:3", "immediate"] {
        let policy = Policy::preset(preset.parse().expect("a name"));
        assert_eq!(verdict(&policy, &closed(1002, "")), "never", "{preset}");
    }
    let never = Policy::preset(Preset::Never);
    assert_eq!(verdict(&never, &restart), "never");
    assert_eq!(verdict(&never, &lost), "never");

    let obedient = Policy::preset(Preset::Registered).obey_within(OBEYED);
    assert_eq!(first_delays(&obedient, &restart), (2_000, 3_000));
}

#[test]
fn the_application_overrides_codes_ranges_and_statuses_and_the_last_rule_counts() {
    let slow = DelayRange::new(100_000, 200_000).expect("in order");
    let policy = Policy::default()
        .on_codes(4400..=4499, Retry::Never)
        .on_code(4401, Retry::WithNewInput)
        .on_code(1000, LATER)
        .on_code(1012, Retry::Yes { first_delay: slow })
        .on_code(1002, Retry::Application)
        .on_status(StatusCode::NOT_FOUND, LATER)
        .on_status(StatusCode::FORBIDDEN, LATER)
        .on_status(StatusCode::FORBIDDEN, Retry::Never);
    for (cause, expected) in [
        (closed(4399, ""), "again"),
        (closed(4400, ""), "never"),
        (closed(4401, ""), "new input"),
        (closed(4500, ""), "again"),
        (closed(1000, ""), "again"),
        (closed(1002, ""), "again"),
        (refused(404, None), "again"),
        (refused(403, None), "never"),
        (refused(401, None), "new input"),
    ] {
        assert_eq!(verdict(&policy, &cause), expected, "{cause}");
    }
    let restart = closed(1012, "");
    assert_eq!(
        first_delays(&policy, &restart),
        (100_000, 200_000),
        "beyond the cap"
    );
    assert_eq!(delays(decide(&policy, &restart, 2)), (0, 10_000));
}

#[test]
fn the_judge_sees_everything_and_has_the_last_word() {
    let policy = Policy::default()
        .max_attempts(3)
        .judge(|situation, proposed| {
            assert_eq!(situation.elapsed, Duration::from_secs(9));
            match (situation.attempt, proposed) {
                (1, proposed) => proposed,
                (2, Decision::Retry { delays, .. }) => Decision::Retry {
                    delays,
                    address: Address::Next,
                },
                (_, Decision::GiveUp(GiveUp::TooManyAttempts)) => Decision::GiveUp(GiveUp::Asked),
                (_, other) => other,
            }
        });
    let cause = closed(1006, "");
    let decide = |attempt| policy.decide(&Situation::new(&cause, attempt, Duration::from_secs(9)));
    let address = |decision| match decision {
        Decision::Retry { address, .. } => Some(address),
        Decision::RetryWithNewInput { .. } | Decision::GiveUp(_) => None,
    };
    assert_eq!(address(decide(1)), Some(Address::Same));
    assert_eq!(address(decide(2)), Some(Address::Next));
    assert_eq!(decide(4), Decision::GiveUp(GiveUp::Asked));
}

#[test]
fn the_next_address_comes_after_1013_and_after_attempts_that_reached_nobody() {
    let next = |cause: &Cause| match decide(&Policy::default(), cause, 1) {
        Decision::Retry { address, .. } | Decision::RetryWithNewInput { address, .. } => {
            address == Address::Next
        }
        Decision::GiveUp(why) => panic!("{cause}: {why}"),
    };
    for cause in [
        closed(1013, ""),
        refused(503, None),
        refused(429, None),
        refused(502, None),
        Cause::failed(Failure::Connect),
        Cause::failed(Failure::Lost),
        Cause::failed(Failure::Resolve),
        Cause::failed(Failure::Timeout),
    ] {
        assert!(next(&cause), "{cause}");
    }
    for cause in [
        closed(1001, ""),
        closed(1006, ""),
        closed(1012, ""),
        closed(1008, ""),
        refused(401, None),
        Cause::failed(Failure::Setup),
    ] {
        assert!(!next(&cause), "{cause}");
    }
}

#[test]
fn budgets_of_attempts_and_time_end_it() {
    let cause = closed(1006, "");
    let two = Policy::default().max_attempts(2);
    assert_eq!(verdict(&two, &cause), "again");
    assert_eq!(delays(decide(&two, &cause, 2)), (0, 10_000));
    assert_eq!(
        decide(&two, &cause, 3),
        Decision::GiveUp(GiveUp::TooManyAttempts)
    );
    let none = Policy::default().max_attempts(0);
    assert_eq!(
        decide(&none, &cause, 1),
        Decision::GiveUp(GiveUp::TooManyAttempts)
    );

    let minute = Policy::default().max_elapsed(Duration::from_secs(60));
    let at = |seconds, cause: &Cause, attempt| {
        minute.decide(&Situation::new(
            cause,
            attempt,
            Duration::from_secs(seconds),
        ))
    };
    assert_eq!(delays(at(20, &cause, 4)), (0, 40_000));
    assert_eq!(
        delays(at(50, &cause, 4)),
        (0, 10_000),
        "no further than the time reaches"
    );
    assert_eq!(at(60, &cause, 4), Decision::GiveUp(GiveUp::TooLong));
    let later = closed(1012, "retry=20-30");
    assert_eq!(delays(at(35, &later, 1)), (20_000, 25_000));
    assert_eq!(
        at(45, &later, 1),
        Decision::GiveUp(GiveUp::TooLong),
        "it could not come in time"
    );
}

const LATER: Retry = Retry::Yes {
    first_delay: DelayRange::FIRST_RECONNECT,
};

proptest! {
    #[test]
    fn delays_stay_within_bounds_and_are_never_one_instant(
        code in any::<u16>(),
        reason in "(retry=[0-9]{1,12}(\\.[0-9]{1,4})?-[0-9]{1,12})|.{0,30}",
        retry_after in proptest::option::of(any::<u64>()),
        status in 100..=999_u16,
        attempt in any::<u32>(),
    ) {
        let policy = Policy::default();
        for cause in [closed(code, &reason), refused(status, retry_after)] {
            let decision = decide(&policy, &cause, attempt);
            if matches!(decision, Decision::GiveUp(_)) {
                continue;
            }
            let (min, max) = delays(decision);
            prop_assert!(max <= 3_600_000 && max - min >= 1_000, "{cause}: {min}-{max}");
        }
    }
}
