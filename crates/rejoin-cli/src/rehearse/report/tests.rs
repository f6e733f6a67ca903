//! The report for people and the one for machines, held against files.

use core::time::Duration;

use super::*;
use crate::rehearse::fleet::Talk;
use crate::rehearse::tally::{Attempts, Closes, Messages};
use crate::rehearse::verdict::{Limits, Peak, judge};

/// A rehearsal in which much went wrong.
fn report() -> Report {
    let seconds = |numbers: &[u64]| numbers.iter().copied().map(Duration::from_secs).collect();
    let closes = |clean, unclean| Closes { clean, unclean };
    let tally = Tally {
        closes: [(1006, closes(0, 2)), (1012, closes(1_234, 0))].into(),
        connections_reset: 1,
        attempts: Attempts {
            refused: 7,
            reset: 1,
            timed_out: 2,
            statuses: [(502, 1), (503, 1_000)].into(),
            other: 3,
        },
        outages: seconds(&[1, 2, 3, 40]),
        arrivals: vec![seconds(&[1, 2, 3]), seconds(&[2, 2, 2, 4])],
        reached: vec![1_236, 1_232],
        messages: Messages {
            sent: 5_000,
            answered: 4_998,
            unanswered: 2,
            duplicated: 1,
            not_taken: 3,
        },
        never_back: 1,
        kept: vec![0, 4],
    };
    let limits = Limits {
        code: Some(1012),
        refused: 7,
        declined: Some(10),
        outage: Some(Duration::from_secs(10)),
        peak: Some(Peak {
            admit: 2,
            factor: 1.3,
        }),
        lost: Some(2),
        ..Limits::default()
    };
    Report {
        policy: Preset::Fixed(Duration::from_millis(2_500)),
        plan: Plan {
            clients: 1_236,
            connect_rate: 500,
            talk: Talk {
                every: None,
                echo: Echo::Awaited,
            },
            restarts: 2,
            settle: Duration::ZERO,
            patience: Duration::ZERO,
        },
        verdict: judge(&tally, None, &limits),
        admit: Some(2),
        outcome: Outcome {
            tally,
            memory: Some((40 << 20, 41 << 20)),
            took: Duration::from_millis(61_250),
        },
    }
}

/// A rehearsal of a server that does not echo, which nothing reached.
fn quiet() -> Report {
    let mut report = report();
    report.plan.talk.echo = Echo::Unknown;
    report.plan.restarts = 1;
    report.outcome.memory = None;
    report.outcome.tally = Tally {
        arrivals: vec![Vec::new()],
        reached: vec![0],
        ..Tally::default()
    };
    report.admit = None;
    report.verdict = judge(&report.outcome.tally, None, &Limits::default());
    report
}

#[test]
fn the_report_for_people_is_that_of_the_file() {
    let shown = format!("{}\n{}", report(), quiet());
    assert_eq!(shown, include_str!("report.txt"), "{shown}");
}

#[test]
fn the_report_for_machines_is_that_of_the_file() {
    let line = json(&[report(), quiet()]);
    assert_eq!(line.lines().count(), 1);
    let value: serde_json::Value = serde_json::from_str(&line).expect("it is JSON");
    let shown = serde_json::to_string_pretty(&value).expect("it was JSON") + "\n";
    assert_eq!(shown, include_str!("report.json"), "{shown}");
}

#[test]
fn the_picture_shows_the_busiest_restart_of_each_policy() {
    let reports = [report(), quiet()];
    let picture = picture(&reports);
    assert_eq!(
        picture.title,
        "A restart with 1,236 clients: how they come back"
    );
    assert_eq!(picture.admit, Some(2));
    let arrivals: Vec<usize> = picture
        .curves
        .iter()
        .map(|curve| curve.arrivals.len())
        .collect();
    assert_eq!(arrivals, [4, 0]);
    assert_eq!(picture.curves[0].name, "fixed:2.5");
}
