use core::time::Duration;

use proptest::prelude::*;
use rejoin_close_codes::{CloseCode, MAX_REASON_BYTES};

use super::RetryWindow;
use crate::CloseFrame;

fn window(min_millis: u64, max_millis: u64) -> RetryWindow {
    let (min, max) = (
        Duration::from_millis(min_millis),
        Duration::from_millis(max_millis),
    );
    RetryWindow::new(min, max).expect("in order")
}

#[test]
fn a_window_is_found_in_the_reasons_that_servers_write() {
    for (reason, min, max) in [
        ("service restart; retry=1.0-5.0", 1_000, 5_000),
        ("retry=1-5", 1_000, 5_000),
        ("retry=0-0", 0, 0),
        ("retry=0.25-0.5;resume=1", 250, 500),
        ("new version, retry=007-010 please", 7_000, 10_000),
        ("retry=1.0009-1.9999", 1_000, 1_999),
        ("retry=3600-3600.0", 3_600_000, 3_600_000),
    ] {
        assert_eq!(
            RetryWindow::in_reason(reason),
            Some(window(min, max)),
            "{reason}"
        );
    }
}

#[test]
fn the_last_of_several_windows_counts() {
    for reason in [
        "retry=9-9; retry=1-5",
        "retry=9-9 retry=1-5 retry=5-1",
        "retry=1-5; retry=",
    ] {
        assert_eq!(
            RetryWindow::in_reason(reason),
            Some(window(1_000, 5_000)),
            "{reason}"
        );
    }
}

#[test]
fn what_has_another_form_is_no_window() {
    for reason in [
        "",
        "service restart",
        "retry",
        "retry=",
        "retry=-",
        "retry=5",
        "retry=1-",
        "retry=-5",
        "retry=--5",
        "retry=-1-5",
        "retry=1--5",
        "retry=+1-5",
        "retry=1-5-9",
        "retry=5-1",
        "retry=5.001-5",
        "retry=NaN-NaN",
        "retry=inf-inf",
        "retry=1e3-2e3",
        "retry=.5-1",
        "retry=1.-2",
        "retry=1.5.5-2",
        "retry=1,0-5,0",
        "retry=1-5s",
        "retry=\u{661}-\u{665}",
        "retry=\u{ff11}-\u{ff15}",
        "retry=1\u{2013}5",
        "retry = 1-5",
        "RETRY=1-5",
        "noretry=1-5",
        "(retry=1-5)",
        "retry=1-5\u{202e}",
        "retry=1-5\0",
    ] {
        assert_eq!(RetryWindow::in_reason(reason), None, "{reason:?}");
    }
}

#[test]
fn what_is_too_long_becomes_an_hour() {
    let many = "9".repeat(10_000);
    for reason in [
        "retry=3601-99999999".to_owned(),
        format!("retry={many}-{many}"),
        format!("retry={many}.{many}-{many}.{many}"),
        "retry=18446744073709551615-18446744073709551616".to_owned(),
    ] {
        let hour = window(3_600_000, 3_600_000);
        assert_eq!(RetryWindow::in_reason(&reason), Some(hour));
    }
    assert_eq!(
        RetryWindow::in_reason(&format!("retry={many}-1")),
        None,
        "inverted before the bounds are inverted still"
    );
    assert_eq!(
        RetryWindow::new(Duration::ZERO, Duration::MAX).map(RetryWindow::max),
        Some(RetryWindow::MAX)
    );
    assert_eq!(RetryWindow::new(Duration::MAX, Duration::ZERO), None);
}

#[test]
fn it_is_written_with_as_few_decimals_as_it_needs() {
    for (min, max, text) in [
        (1_000, 5_000, "retry=1.0-5.0"),
        (0, 3_600_000, "retry=0.0-3600.0"),
        (250, 1_205, "retry=0.25-1.205"),
        (1, 10, "retry=0.001-0.01"),
    ] {
        assert_eq!(window(min, max).to_string(), text);
    }
}

#[test]
fn a_reason_without_text_is_the_window_alone() {
    for reason in ["", " ", " ; ,"] {
        assert_eq!(window(1_000, 5_000).append_to(reason), "retry=1.0-5.0");
    }
}

#[test]
fn a_reason_that_leaves_no_room_is_cut_on_a_character() {
    let window = window(1_000, 5_000);
    let room = MAX_REASON_BYTES - "; retry=1.0-5.0".len();
    let exact = "x".repeat(room);
    assert_eq!(window.append_to(&exact), format!("{exact}; retry=1.0-5.0"));
    assert_eq!(
        window.append_to(&"x".repeat(room + 1)),
        window.append_to(&exact)
    );

    let wide = "\u{1f980}".repeat(100);
    let appended = window.append_to(&wide);
    assert_eq!(appended.len(), room / 4 * 4 + "; retry=1.0-5.0".len());
}

proptest! {
    #[test]
    fn what_is_appended_fits_and_is_found_again(
        reason in ".{0,200}", min in 0..=3_600_000_u64, width in 0..=3_600_000_u64,
    ) {
        let window = window(min, min.saturating_add(width).min(3_600_000));
        let appended = window.append_to(&reason);
        prop_assert!(CloseFrame::new(CloseCode::SERVICE_RESTART, &appended).is_ok());
        prop_assert_eq!(RetryWindow::in_reason(&appended), Some(window));
    }

    #[test]
    fn no_reason_gives_a_window_outside_the_bounds(
        reason in "(retry=)?[-.0-9;, a]{0,40}(retry=)[0-9]{1,20}(\\.[0-9]{1,9})?-[0-9.]{1,30}.{0,3}",
    ) {
        if let Some(window) = RetryWindow::in_reason(&reason) {
            prop_assert!(window.min() <= window.max() && window.max() <= RetryWindow::MAX);
        }
    }
}
