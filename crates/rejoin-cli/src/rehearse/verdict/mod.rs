//! The verdict: what was counted, held against what is allowed.

use core::time::Duration;

use serde::Serialize;

use super::tally::Tally;
use crate::numbers::{Count, Seconds};

/// What is allowed. `None` stands for no limit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Limits {
    /// The code with which every connection has to be closed.
    pub(super) code: Option<u16>,
    /// Connections that end otherwise than by both sides saying Close.
    pub(super) unclean: u32,
    /// Attempts to connect to which nobody listened.
    pub(super) refused: u32,
    /// Attempts and connections that were reset.
    pub(super) reset: u32,
    /// Attempts that were answered with an HTTP status; `None` if those are part of the plan.
    pub(super) declined: Option<u32>,
    /// Clients that never came back.
    pub(super) missing: u32,
    /// The longest time without service.
    pub(super) outage: Option<Duration>,
    /// The most arrivals in one second.
    pub(super) peak: Option<Peak>,
    /// The memory of the server after all restarts, in multiples of that before.
    pub(super) growth: Option<f64>,
    /// Messages without an answer.
    pub(super) lost: Option<u64>,
    /// Messages answered twice.
    pub(super) duplicated: u64,
}

/// The most arrivals in one second.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peak {
    /// How many clients may come back in a second.
    pub(super) admit: u32,
    /// How many times that.
    pub(super) factor: f64,
}

/// A limit, and whether it held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Judgement {
    /// What is limited.
    pub(super) limit: &'static str,
    /// What is allowed.
    pub(super) allowed: String,
    /// What was counted or measured.
    pub(super) found: String,
    /// Whether it held.
    pub(super) held: bool,
}

/// Holds each limit against what was counted.
///
/// `memory` is what the server used before and after, in bytes, where that is known.
pub(super) fn judge(tally: &Tally, memory: Option<(u64, u64)>, limits: &Limits) -> Vec<Judgement> {
    let mut judged = vec![
        at_most("restarts that reached nobody", unreached(tally), 0),
        at_most(
            "clients that never came back",
            tally.never_back.into(),
            limits.missing.into(),
        ),
        at_most(
            "connections refused",
            tally.attempts.refused.into(),
            limits.refused.into(),
        ),
        at_most(
            "connections reset",
            tally.resets().into(),
            limits.reset.into(),
        ),
        at_most(
            "connections that ended uncleanly",
            tally.unclean().into(),
            limits.unclean.into(),
        ),
        at_most(
            "messages answered twice",
            tally.messages.duplicated,
            limits.duplicated,
        ),
    ];
    if let Some(code) = limits.code {
        let others = tally.other_codes(code);
        judged.push(Judgement {
            limit: "closes with another code",
            allowed: format!("0 (all with {code})"),
            found: Count(others.into()).to_string(),
            held: others == 0,
        });
    }
    if let Some(most) = limits.declined {
        let declined = tally.attempts.declined();
        judged.push(at_most("handshakes declined", declined.into(), most.into()));
    }
    if let Some(most) = limits.lost {
        judged.push(at_most(
            "messages unanswered",
            tally.messages.unanswered,
            most,
        ));
    }
    if let Some(longest) = limits.outage {
        let worst = tally.outage(1_000).unwrap_or_default();
        judged.push(Judgement {
            limit: "longest time without service",
            allowed: Seconds(longest).to_string(),
            found: Seconds(worst).to_string(),
            held: worst <= longest,
        });
    }
    if let Some(factor) = limits.growth {
        judged.push(growth(memory, factor));
    }
    if let Some(Peak { admit, factor }) = limits.peak {
        let (_, peak) = tally.peak();
        // Whole clients; what a product of decimals lacks is no client.
        let most = (f64::from(admit) * factor + 1e-6).floor();
        judged.push(Judgement {
            limit: "arrivals in the busiest second",
            allowed: format!("{most:.0} ({factor} x {})", Count(admit.into())),
            found: Count(peak.into()).to_string(),
            held: f64::from(peak) <= most,
        });
    }
    judged
}

/// A limit that cannot be looked at does not hold.
fn growth(memory: Option<(u64, u64)>, factor: f64) -> Judgement {
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    let grown = memory.map(|(before, after)| after as f64 / before.max(1) as f64);
    Judgement {
        limit: "growth of the server's memory",
        allowed: format!("{factor} times"),
        found: grown.map_or("not known".to_owned(), |grown| format!("{grown:.2} times")),
        held: grown.is_some_and(|grown| grown <= factor),
    }
}

/// How many restarts closed no connection.
fn unreached(tally: &Tally) -> u64 {
    tally
        .reached
        .iter()
        .filter(|reached| **reached == 0)
        .count() as u64
}

fn at_most(limit: &'static str, found: u64, allowed: u64) -> Judgement {
    Judgement {
        limit,
        allowed: Count(allowed).to_string(),
        found: Count(found).to_string(),
        held: found <= allowed,
    }
}

#[cfg(test)]
mod tests;
