use std::collections::BTreeSet;

use super::*;
use crate::{contestants::Part, results::samples};

#[test]
fn every_round_has_every_cell_and_another_order() {
    let mut results = samples::results(|_, _| None);
    results.rounds = 5;
    let heats = heats(&results);
    let order = |round: u32, cell: usize| -> Vec<usize> {
        heats
            .iter()
            .filter(|heat| heat.round == round && heat.cell == cell)
            .map(|heat| heat.contestant)
            .collect()
    };
    let sorted = |order: Vec<usize>| order.into_iter().collect::<BTreeSet<_>>();
    assert_ne!(order(1, 0), order(2, 0));
    assert_eq!(sorted(order(1, 0)), sorted(order(5, 0)));
}

#[test]
fn memory_is_measured_three_times() {
    let mut results = samples::results(|_, _| None);
    results.rounds = 5;
    let memory = results
        .cells
        .iter()
        .position(|cell| cell.section == Section::Memory);
    let most = heats(&results)
        .iter()
        .filter(|heat| Some(heat.cell) == memory)
        .map(|heat| heat.round)
        .max();
    assert_eq!(most, Some(3));
}

#[test]
fn what_would_not_fit_into_memory_is_left_out() {
    let results = samples::results(|_, contestant| {
        Some(if contestant.is_peer() {
            900_000.0
        } else {
            900.0
        })
    });
    let large = results
        .cells
        .iter()
        .find(|cell| {
            matches!(
                cell.job,
                Job::Idle {
                    connections: 19_500,
                    ..
                }
            )
        })
        .expect("there is one");
    let reason = |id: &str| {
        let contestant = results
            .contestants
            .iter()
            .find(|contestant| contestant.id == id);
        too_much_memory(&results, large, contestant.expect("it takes part"))
    };
    assert_eq!(reason("yawc").as_deref(), Some("it would need 16 GiB"));
    assert_eq!(reason("rejoin"), None);
}

#[test]
fn latency_is_measured_at_half_of_what_was_reached() {
    let mut results = samples::results(|_, _| Some(1.0));
    for run in &mut results.runs {
        if let Outcome::Measured(figures) = &mut run.outcome {
            let peak = if run.contestant == "yawc" {
                300_000.0
            } else {
                200_000.0
            };
            figures
                .numbers
                .insert("wall_messages_per_second".to_owned(), peak);
        }
    }
    let certificate = Certificate::new().expect("a certificate");
    let arena = Arena {
        programs: Path::new("nowhere"),
        certificate: &certificate,
        pace: Pace::default(),
    };
    let mut rates = Rates::default();
    let mut rate = |pace| {
        let cell = results
            .section(Section::Latency)
            .find(|cell| matches!(&cell.job, Job::Echo(echo) if echo.pace == pace))
            .expect("there is one");
        let rejoin = results.the(Part::Rejoin).expect("it takes part");
        rates.of(&results, cell, rejoin, &arena)
    };
    assert_eq!(rate(Rate::HalfOfBestPeer), Ok(Some(150_000.0)));
    assert_eq!(rate(Rate::HalfOfOwnPeak), Ok(Some(100_000.0)));
}
