//! What a rehearsal found, for people and for machines.

mod json;
mod text;

use rejoin::reconnect::Preset;

use super::course::{Outcome, Plan};
use super::fleet::Echo;
use super::svg::{Curve, Picture};
use super::tally::Tally;
use super::verdict::Judgement;
use crate::numbers::Count;

/// Everything that was found with one policy.
#[derive(Clone, Debug)]
pub(super) struct Report {
    /// The policy of the clients.
    pub(super) policy: Preset,
    /// What was rehearsed.
    pub(super) plan: Plan,
    /// What came of it.
    pub(super) outcome: Outcome,
    /// How many clients may come back in a second, if that was given.
    pub(super) admit: Option<u32>,
    /// The limits, and whether they held.
    pub(super) verdict: Vec<Judgement>,
}

impl Report {
    /// Whether every limit held.
    pub(super) fn held(&self) -> bool {
        self.verdict.iter().all(|limit| limit.held)
    }

    fn tally(&self) -> &Tally {
        &self.outcome.tally
    }

    fn knows_answers(&self) -> bool {
        self.plan.talk.echo == Echo::Awaited
    }
}

/// The reports as one JSON object, with its line end.
pub(super) fn json(reports: &[Report]) -> String {
    json::line(reports)
}

/// The arrivals of all policies in one picture, each after its busiest restart.
pub(super) fn picture<'a>(reports: &'a [Report]) -> Picture<'a> {
    let clients = reports.first().map_or(0, |report| report.plan.clients);
    let curve = |report: &'a Report| {
        let Report {
            policy, outcome, ..
        } = report;
        let (busiest, _) = outcome.tally.peak();
        Curve {
            name: policy.to_string(),
            arrivals: outcome
                .tally
                .arrivals
                .get(busiest)
                .map_or(&[][..], Vec::as_slice),
        }
    };
    Picture {
        title: format!(
            "A restart with {} clients: how they come back",
            Count(clients.into())
        ),
        curves: reports.iter().map(curve).collect(),
        admit: reports.first().and_then(|report| report.admit),
    }
}

#[cfg(test)]
mod tests;
