//! What so many connections are told, and when.

use super::*;
use crate::reconnect::{Cause, Decision, Policy, Situation};

fn per_second(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).unwrap()
}

fn seconds(number: u64) -> Duration {
    Duration::from_secs(number)
}

#[test]
fn the_reason_of_a_restart_names_it_and_the_window() {
    let close = Drain::new().close(10);
    assert_eq!(close.code(), Some(CloseCode::SERVICE_RESTART));
    assert_eq!(close.reason(), "service restart; retry=1.0-5.0");
}

#[test]
fn each_code_has_a_text_and_the_application_may_give_its_own() {
    let reason = |plan: Drain| plan.close(10).reason().to_owned();
    let going = Drain::new().code(CloseCode::GOING_AWAY);
    assert_eq!(reason(going.clone()), "going away; retry=1.0-5.0");
    let later = Drain::new().code(CloseCode::TRY_AGAIN_LATER);
    assert_eq!(reason(later), "try again later; retry=1.0-5.0");
    let own = Drain::new().code(CloseCode::new(4000).unwrap());
    assert_eq!(reason(own), "retry=1.0-5.0");
    assert_eq!(
        reason(going.reason("version 2 comes")),
        "version 2 comes; retry=1.0-5.0"
    );
}

#[test]
fn a_text_that_is_too_long_loses_its_end_and_not_the_window() {
    let close = Drain::new().reason(&"é".repeat(100)).close(10);
    assert!(close.reason().len() <= 123);
    assert!(close.reason().ends_with("é; retry=1.0-5.0"));
}

#[test]
fn a_drain_slower_than_what_is_admitted_needs_no_wider_window() {
    // 10,000 within 30 s are 334 a second, and 500 may come back.
    let window = Drain::new().window(10_000);
    assert_eq!(window, RetryWindow::SERVICE_RESTART);
}

#[test]
fn a_drain_faster_than_what_is_admitted_widens_the_window_to_fit() {
    let plan = Drain::new().rate(per_second(5_000)).admit(per_second(500));
    let window = plan.window(10_000);
    assert_eq!((window.min(), window.max()), (seconds(1), seconds(21)));
    assert_eq!(
        plan.close(10_000).reason(),
        "service restart; retry=1.0-21.0"
    );
    // Few of them fit in the window as it is.
    assert_eq!(plan.window(1_000), RetryWindow::SERVICE_RESTART);
}

#[test]
fn arrivals_stay_below_what_is_admitted_whatever_the_crowd() {
    for connections in [100, 1_000, 10_000, 100_000, 1_000_000] {
        let plan = Drain::new().within(seconds(5));
        let window = plan.window(connections);
        // Closed at an even pace and back at a random moment of the window, they arrive at most at
        // the pace, and at most at their number by the width of the window.
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        let spread = connections as f64 / window.max().saturating_sub(window.min()).as_secs_f64();
        let peak = spread.min(plan.pace(connections).per_second());
        assert!(peak <= 500.5, "{connections}: {peak}");
    }
}

#[test]
fn clients_obey_the_window_of_a_drain_to_its_end_whatever_the_crowd() {
    for connections in [1, 10_000, 300_000, 600_000, 1_700_000, 100_000_000] {
        let plan = Drain::new().within(seconds(1));
        let close = plan.close(connections);
        let cause = Cause::closed(CloseCode::SERVICE_RESTART.into(), close.reason());
        let decision = Policy::default().decide(&Situation::new(&cause, 1, Duration::ZERO));
        let Decision::Retry { delays, .. } = decision else {
            panic!("{connections}: {decision:?}");
        };
        assert_eq!(delays, plan.window(connections).delays(), "{connections}");
    }
}

#[test]
fn a_window_is_never_longer_than_an_hour() {
    let plan = Drain::new().rate(per_second(1_000)).admit(per_second(1));
    assert_eq!(plan.window(1_000_000).max(), RetryWindow::MAX);
}

#[test]
fn the_rate_is_kept_unless_the_time_asks_for_more() {
    let plan = Drain::new().rate(per_second(10)).within(seconds(20));
    assert_eq!(plan.pace(50).due(50), seconds(5));
    assert_eq!(plan.pace(4_000).due(4_000), seconds(20));
    let unhurried = plan.clone().within(Duration::MAX);
    assert_eq!(unhurried.pace(4_000).due(4_000), seconds(400));
    let at_once = plan.within(Duration::ZERO);
    assert_eq!(at_once.pace(4_000).due(4_000), Duration::ZERO);
}
