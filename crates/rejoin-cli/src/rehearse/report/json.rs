//! The report for machines.

use core::time::Duration;
use std::collections::BTreeMap;

use serde::Serialize;

use super::Report;
use crate::json;
use crate::rehearse::tally::per_step;
use crate::rehearse::verdict::Judgement;

/// All reports of a run. Times are in seconds, sizes in bytes.
#[derive(Debug, Serialize)]
struct Run<'a> {
    /// Whether every limit held with every policy: exit status 0.
    held: bool,
    /// One for each policy, in the order of `--policy`.
    rehearsals: Vec<Rehearsal<'a>>,
}

/// What was found with one policy.
#[derive(Debug, Serialize)]
struct Rehearsal<'a> {
    policy: String,
    clients: u32,
    restarts: u32,
    /// How long all of it took.
    seconds: f64,
    /// How open connections ended, by code.
    closes: BTreeMap<u16, Closes>,
    /// Open connections that were reset.
    connections_reset: u32,
    failed_attempts: Attempts<'a>,
    /// `None` if nobody was without service.
    without_service: Option<WithoutService>,
    /// Clients without a connection at the end.
    never_back: u32,
    /// For each restart, how many clients it left alone.
    left_alone: &'a [u32],
    arrivals: Arrivals,
    messages: Messages,
    /// `None` where the server's process is not known.
    server_memory: Option<Memory>,
    held: bool,
    limits: &'a [Judgement],
}

#[derive(Debug, Serialize)]
struct Closes {
    clean: u32,
    unclean: u32,
}

#[derive(Debug, Serialize)]
struct Attempts<'a> {
    refused: u32,
    reset: u32,
    timed_out: u32,
    /// By HTTP status.
    declined: &'a BTreeMap<u16, u32>,
    other: u32,
}

/// Each time that a client was without a connection is one time.
#[derive(Debug, Serialize)]
struct WithoutService {
    times: usize,
    median: f64,
    p99: f64,
    worst: f64,
}

#[derive(Debug, Serialize)]
struct Arrivals {
    /// The most in any second, whenever it began.
    peak: u32,
    /// The `--admit-rate`.
    admit_rate: Option<u32>,
    /// For each restart, how many came in its first second, in its second one, and so on.
    per_second: Vec<Vec<u32>>,
}

/// What is known of answers is `None` with `--no-echo`.
#[derive(Debug, Serialize)]
struct Messages {
    sent: u64,
    answered: Option<u64>,
    unanswered: Option<u64>,
    answered_twice: Option<u64>,
    /// Those for which there was no room while a client waited for its connection.
    not_taken: u64,
}

#[derive(Debug, Serialize)]
struct Memory {
    before: u64,
    after: u64,
}

/// The reports as one line.
pub(super) fn line(reports: &[Report]) -> String {
    json::line(&Run {
        held: reports.iter().all(Report::held),
        rehearsals: reports.iter().map(Rehearsal::of).collect(),
    })
}

impl<'a> Rehearsal<'a> {
    fn of(report: &'a Report) -> Self {
        let tally = report.tally();
        let closes = tally.closes.iter().map(|(code, closes)| {
            let (clean, unclean) = (closes.clean, closes.unclean);
            (*code, Closes { clean, unclean })
        });
        let outage = |part| tally.outage(part).map(|time| time.as_secs_f64());
        let without_service = match (outage(500), outage(990), outage(1_000)) {
            (Some(median), Some(p99), Some(worst)) => Some(WithoutService {
                times: tally.outages.len(),
                median,
                p99,
                worst,
            }),
            _ => None,
        };
        let per_second = tally.arrivals.iter();
        let per_second = per_second.map(|arrivals| per_step(arrivals, Duration::from_secs(1)));
        let (_, peak) = tally.peak();
        let messages = &tally.messages;
        let known = |count| report.knows_answers().then_some(count);
        Self {
            policy: report.policy.to_string(),
            clients: report.plan.clients,
            restarts: report.plan.restarts,
            seconds: report.outcome.took.as_secs_f64(),
            closes: closes.collect(),
            connections_reset: tally.connections_reset,
            failed_attempts: Attempts {
                refused: tally.attempts.refused,
                reset: tally.attempts.reset,
                timed_out: tally.attempts.timed_out,
                declined: &tally.attempts.statuses,
                other: tally.attempts.other,
            },
            without_service,
            never_back: tally.never_back,
            left_alone: &tally.kept,
            arrivals: Arrivals {
                peak,
                admit_rate: report.admit,
                per_second: per_second.collect(),
            },
            messages: Messages {
                sent: messages.sent,
                answered: known(messages.answered),
                unanswered: known(messages.unanswered),
                answered_twice: known(messages.duplicated),
                not_taken: messages.not_taken,
            },
            server_memory: report
                .outcome
                .memory
                .map(|(before, after)| Memory { before, after }),
            held: report.held(),
            limits: &report.verdict,
        }
    }
}
