//! Every number from 0 to 65535, tried one by one, and what the rows promise as a whole.

use core::time::Duration;
use std::collections::HashSet;

use rejoin_close_codes::{
    CloseCode, CodeInfo, DelayRange, Endpoint, InvalidCloseCode, MAX_REASON_BYTES, ROWS,
    ReceivedCode, Retry, Sender, WireRule, lookup,
};

/// The codes that may stand in a Close frame, written down a second time as the oracle.
fn may_stand_in_a_close_frame(code: u16) -> bool {
    matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999)
}

/// The verdict of a code without its delay.
fn verdict(code: u16) -> &'static str {
    match lookup(code).retry.verdict {
        Retry::Application => "application",
        Retry::Never => "never",
        Retry::NotNeeded => "not needed",
        Retry::WithNewInput => "with new input",
        Retry::Yes { .. } => "yes",
    }
}

#[test]
fn rfc6455_7_4_only_codes_that_may_stand_in_a_close_frame_make_a_close_code() {
    for code in 0..=u16::MAX {
        let made = CloseCode::new(code);
        assert_eq!(made.is_ok(), may_stand_in_a_close_frame(code), "{code}");
        assert_eq!(CloseCode::try_from(code), made, "{code}");
        match made {
            Ok(made) => {
                assert_eq!(made.get(), code);
                assert_eq!(u16::from(made), code);
            }
            Err(error) => {
                assert_eq!(error.code(), code);
                assert_ne!(error.rule(), WireRule::Allowed, "{code}");
            }
        }
    }
}

#[test]
fn a_received_code_keeps_every_number_and_checks_it_like_a_close_code() {
    for code in 0..=u16::MAX {
        let received = ReceivedCode::new(code);
        assert_eq!(received.get(), code);
        assert_eq!(ReceivedCode::from(code), received);
        assert_eq!(u16::from(received), code);
        assert_eq!(received.checked(), CloseCode::new(code));
        assert_eq!(CloseCode::try_from(received), CloseCode::new(code));
        if let Ok(checked) = received.checked() {
            assert_eq!(received, checked);
            assert_eq!(checked, received);
            assert_eq!(ReceivedCode::from(checked), received);
        }
    }
    assert_ne!(ReceivedCode::new(1001), CloseCode::NORMAL_CLOSURE);
}

#[test]
fn every_number_finds_the_row_that_covers_it_and_a_single_code_wins_over_its_range() {
    for code in 0..=u16::MAX {
        let row = lookup(code);
        assert!((row.first..=row.last).contains(&code), "{code}");
        let single = ROWS
            .iter()
            .find(|row| row.first == code && row.last == code);
        assert_eq!(row.is_range(), single.is_none(), "{code}");
        assert!(ROWS.contains(row), "{code}");
        assert_eq!(ReceivedCode::new(code).info(), row);
    }
}

#[test]
fn rows_stand_in_the_documented_order() {
    let spans: Vec<(u16, u16)> = ROWS.iter().map(|row| (row.first, row.last)).collect();
    let mut expected: Vec<(u16, u16)> = (1000..=1015).map(|code| (code, code)).collect();
    expected.extend([(3000, 3000), (3003, 3003), (3008, 3008)]);
    expected.extend([
        (0, 999),
        (1016, 2999),
        (3000, 3999),
        (4000, 4999),
        (5000, u16::MAX),
    ]);
    assert_eq!(spans, expected);
}

#[test]
fn the_wire_rule_of_every_number_is_the_one_of_rfc6455_7_4() {
    for code in 0..=u16::MAX {
        let rule = match code {
            0..=999 => WireRule::Unused,
            1004 => WireRule::Reserved,
            1005 | 1006 | 1015 => WireRule::LocalOnly,
            1016..=2999 => WireRule::Unassigned,
            5000..=u16::MAX => WireRule::OutOfRange,
            _ => WireRule::Allowed,
        };
        assert_eq!(lookup(code).wire, rule, "{code}");
        assert_eq!(
            rule.allows_in_close_frame(),
            may_stand_in_a_close_frame(code),
            "{code}"
        );
    }
}

#[test]
fn every_code_may_be_sent_by_both_ends_but_for_1010_and_1012_to_1014() {
    for code in 0..=u16::MAX {
        let Ok(made) = CloseCode::new(code) else {
            assert_eq!(lookup(code).sender, Sender::Nobody, "{code}");
            assert_eq!(lookup(code).sender_by_text, Sender::Nobody, "{code}");
            continue;
        };
        assert_eq!(
            made.may_be_sent_by(Endpoint::Client),
            !(1012..=1014).contains(&code),
            "{code}"
        );
        assert_eq!(
            made.may_be_sent_by(Endpoint::Server),
            code != 1010,
            "{code}"
        );
    }
}

#[test]
fn the_text_and_the_practice_of_who_sends_differ_for_1011_alone() {
    let differing: Vec<u16> = ROWS
        .iter()
        .filter(|row| row.sender != row.sender_by_text)
        .map(|row| row.first)
        .collect();
    assert_eq!(differing, [1011]);
    assert_eq!(lookup(1011).sender_by_text, Sender::Server);
}

#[test]
fn the_retry_verdict_of_every_number_is_the_decided_one() {
    for code in 0..=u16::MAX {
        let expected = match code {
            1000 => "not needed",
            1001 | 1005 | 1006 | 1011..=1014 | 3008 => "yes",
            1008 | 1009 | 3000 => "with new input",
            3003 => "never",
            3001..=4999 => "application",
            _ => "never",
        };
        assert_eq!(verdict(code), expected, "{code}");
    }
}

#[test]
fn the_first_delay_is_one_to_five_seconds_after_1012_and_up_to_five_after_all_others() {
    for row in ROWS {
        let Retry::Yes { first_delay } = row.retry.verdict else {
            continue;
        };
        let from = u64::from(row.first == 1012);
        assert_eq!(first_delay.min(), Duration::from_secs(from), "{}", row.name);
        assert_eq!(first_delay.max(), Duration::from_secs(5), "{}", row.name);
    }
}

#[test]
fn the_registered_delay_stands_at_1012_alone_and_is_five_to_thirty_seconds() {
    let registered: Vec<(u16, u64, u64)> = ROWS
        .iter()
        .filter_map(|row| {
            let delay = row.retry.registered_delay?;
            Some((row.first, delay.min_millis(), delay.max_millis()))
        })
        .collect();
    assert_eq!(registered, [(1012, 5_000, 30_000)]);
}

#[test]
fn a_delay_is_picked_evenly_from_its_range() {
    let range = DelayRange::new(1_000, 5_000).unwrap();
    assert_eq!(range.pick(0), Duration::from_secs(1));
    assert_eq!(range.pick(u64::MAX / 4 + 1), Duration::from_secs(2));
    let almost = Duration::from_secs(5).checked_sub(Duration::from_nanos(1));
    assert_eq!(Some(range.pick(u64::MAX)), almost);

    let none = DelayRange::new(7, 7).unwrap();
    assert_eq!(none.pick(u64::MAX), Duration::from_millis(7));
    let everything = DelayRange::new(0, u64::MAX).unwrap();
    assert!(
        everything.pick(u64::MAX) <= everything.max(),
        "no range is too wide"
    );
}

#[test]
fn a_delay_range_is_never_upside_down() {
    assert_eq!(DelayRange::new(5, 4), None);
    let point = DelayRange::new(5, 5).expect("a range may be a point");
    assert_eq!((point.min_millis(), point.max_millis()), (5, 5));
    assert_eq!(
        DelayRange::new(1_000, 5_000),
        Some(DelayRange::SERVICE_RESTART)
    );
}

#[test]
fn every_constant_is_the_code_that_its_name_has_in_the_registry() {
    let sendable = [
        (CloseCode::NORMAL_CLOSURE, 1000),
        (CloseCode::GOING_AWAY, 1001),
        (CloseCode::PROTOCOL_ERROR, 1002),
        (CloseCode::UNSUPPORTED_DATA, 1003),
        (CloseCode::INVALID_FRAME_PAYLOAD_DATA, 1007),
        (CloseCode::POLICY_VIOLATION, 1008),
        (CloseCode::MESSAGE_TOO_BIG, 1009),
        (CloseCode::MANDATORY_EXTENSION, 1010),
        (CloseCode::INTERNAL_ERROR, 1011),
        (CloseCode::SERVICE_RESTART, 1012),
        (CloseCode::TRY_AGAIN_LATER, 1013),
        (CloseCode::BAD_GATEWAY, 1014),
        (CloseCode::UNAUTHORIZED, 3000),
        (CloseCode::FORBIDDEN, 3003),
        (CloseCode::TIMEOUT, 3008),
    ];
    for (constant, code) in sendable {
        assert_eq!(constant.get(), code);
    }
    let local = [
        (ReceivedCode::NO_STATUS_RECEIVED, 1005),
        (ReceivedCode::ABNORMAL_CLOSURE, 1006),
        (ReceivedCode::TLS_HANDSHAKE, 1015),
    ];
    for (constant, code) in local {
        assert_eq!(constant.get(), code);
    }
}

#[test]
fn names_are_constants_titles_are_short_and_meanings_are_sentences() {
    let mut names = HashSet::new();
    for row in ROWS {
        let CodeInfo {
            name,
            title,
            meaning,
            ..
        } = row;
        assert!(names.insert(name), "{name} stands twice");
        assert!(
            name.bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte == b'_'),
            "{name}"
        );
        assert!(!title.is_empty() && title.len() <= 26, "{title}");
        assert!(meaning.ends_with('.'), "{meaning}");
        assert!(meaning.starts_with(|c: char| c.is_uppercase()), "{meaning}");
        assert!(!row.retry.basis.is_empty(), "{name}");
        assert!(!row.retry.basis.ends_with('.'), "{name}");
    }
}

#[test]
fn the_text_of_a_code_and_of_each_refusal_is_one_lower_case_line() {
    assert_eq!(
        CloseCode::SERVICE_RESTART.to_string(),
        "1012 (Service Restart)"
    );
    assert_eq!(
        format!("{:?}", ReceivedCode::NO_STATUS_RECEIVED),
        "ReceivedCode(1005 NO_STATUS_RECEIVED)"
    );
    assert_eq!(ReceivedCode::new(4000).to_string(), "4000 (Private Use)");

    let refusals = [
        (0, "close code 0 is below 1000, where no code is used"),
        (999, "close code 999 is below 1000, where no code is used"),
        (1004, "close code 1004 is reserved and has no meaning"),
        (
            1015,
            "close code 1015 is for local use and never stands in a close frame",
        ),
        (2999, "close code 2999 is not assigned"),
        (
            5000,
            "close code 5000 is above 4999, where no code has a meaning",
        ),
    ];
    for (code, text) in refusals {
        let error: InvalidCloseCode = CloseCode::new(code).expect_err("the code is refused");
        assert_eq!(error.to_string(), text);
    }
}

#[test]
fn a_code_is_two_bytes_also_when_it_may_be_absent() {
    assert_eq!(size_of::<CloseCode>(), 2);
    assert_eq!(size_of::<Option<CloseCode>>(), 2);
    assert_eq!(size_of::<ReceivedCode>(), 2);
}

#[test]
fn rfc6455_5_5_a_code_and_the_longest_reason_fill_a_control_frame() {
    assert_eq!(size_of::<CloseCode>() + MAX_REASON_BYTES, 125);
}

#[test]
fn all_of_it_can_be_asked_while_compiling() {
    const CODE: CloseCode = match CloseCode::new(4000) {
        Ok(code) => code,
        Err(_) => CloseCode::NORMAL_CLOSURE,
    };
    const ROW: &CodeInfo = lookup(CODE.get());
    const SENT: bool = CODE.may_be_sent_by(Endpoint::Client);
    assert_eq!((CODE.get(), ROW.name, SENT), (4000, "PRIVATE_USE", true));
}
