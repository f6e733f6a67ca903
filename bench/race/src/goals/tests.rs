use super::*;
use crate::results::samples;

/// Results in which everybody needs as much as this says, by contestant.
fn race(figure: impl Fn(&Contestant) -> f64) -> Results {
    samples::results(|_, contestant| Some(figure(contestant)))
}

fn goal(goals: &[Goal], what: &str, wanted: &str) -> Goal {
    let found = goals
        .iter()
        .find(|goal| goal.what == what && goal.wanted.contains(wanted));
    found.expect("there is such a goal").clone()
}

#[test]
fn a_figure_at_its_limit_meets_the_goal() {
    let goals = evaluate(&race(|contestant| match contestant.part {
        Part::Rejoin => 1.10,
        _ => 1.0,
    }));
    let floor = goal(&goals, "Echo, one in flight", "the floor");
    assert_eq!(floor.verdict(), Verdict::Met);
    assert_eq!(floor.met(), floor.checks.len());
}

#[test]
fn a_figure_above_its_limit_misses_the_goal_and_says_by_how_much() {
    let goals = evaluate(&race(|contestant| match contestant.part {
        Part::Rejoin => 1.12,
        _ => 1.0,
    }));
    let floor = goal(&goals, "Echo, one in flight", "the floor");
    assert_eq!(floor.verdict(), Verdict::Missed);
    let worst = floor.worst().expect("it was measured");
    assert_eq!(worst.unit.show(worst.reached), "1.12×");
}

#[test]
fn one_peer_ahead_in_one_cell_misses_the_goal() {
    let results = samples::results(|cell, contestant| {
        let ahead = contestant.id == "axum" && cell.id() == "one-in-flight/16KiB/100x1";
        Some(if ahead { 0.9 } else { 1.0 })
    });
    let goal = goal(&evaluate(&results), "Echo, one in flight", "no peer ahead");
    assert_eq!(goal.verdict(), Verdict::Missed);
    assert_eq!(goal.met() + 1, goal.checks.len());
    let worst = goal.worst().expect("it was measured");
    assert_eq!(worst.cell, "16 KiB, 100 × 1 (against axum)");
}

#[test]
fn loops_and_batched_loops_have_goals_of_their_own() {
    let goals = evaluate(&race(|contestant| {
        match (contestant.part, contestant.mode) {
            (Part::Peer, Mode::Loop) => 20.0,
            (Part::Peer, Mode::Batched) => 1.25,
            _ => 1.0,
        }
    }));
    let what = "Echo, many in flight, up to 1 KiB";
    assert_eq!(goal(&goals, what, "ordinary").verdict(), Verdict::Met);
    let batched = goal(&goals, what, "batched");
    assert_eq!(batched.verdict(), Verdict::Missed);
    assert_eq!(
        batched
            .worst()
            .map(|check| check.unit.show(check.reached))
            .as_deref(),
        Some("0.80×")
    );
}

#[test]
fn memory_is_held_against_bytes_at_ten_thousand_only() {
    let results = samples::results(|cell, _| {
        Some(if cell.connections() == 10_000 {
            1024.0
        } else {
            9000.0
        })
    });
    let goals = evaluate(&results);
    let plain = goal(&goals, "Idle connection without deflate", "1,024 B");
    assert_eq!((plain.verdict(), plain.checks.len()), (Verdict::Met, 3));
    let used = goal(
        &goals,
        "Idle connection, deflate with takeover, after use",
        "10,240 B",
    );
    assert_eq!((used.verdict(), used.checks.len()), (Verdict::Met, 1));
}

#[test]
fn a_goal_without_figures_is_neither_met_nor_missed() {
    let goals = evaluate(&samples::results(|_, _| None));
    assert!(
        goals
            .iter()
            .all(|goal| goal.verdict() == Verdict::NotMeasured)
    );
}
