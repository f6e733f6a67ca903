//! The verdict: what was counted, held against what is allowed.

use core::time::Duration;

use serde::Serialize;

use super::numbers::{Count, Seconds};
use super::tally::Tally;

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
pub(super) fn judge(tally: &Tally, limits: &Limits) -> Vec<Judgement> {
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

/// How many restarts closed no connection.
fn unreached(tally: &Tally) -> u64 {
    let reached = |arrivals: &&Vec<Duration>| arrivals.is_empty();
    if tally.never_back > 0 {
        // Somebody was closed and is still away.
        return 0;
    }
    tally.arrivals.iter().filter(reached).count() as u64
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
mod tests {
    use super::*;
    use crate::rehearse::tally::Closes;

    /// A restart of two clients as it should be.
    fn smooth() -> Tally {
        let mut tally = Tally {
            outages: vec![Duration::from_secs(2), Duration::from_millis(4_500)],
            arrivals: vec![vec![Duration::from_secs(2), Duration::from_millis(4_500)]],
            ..Tally::default()
        };
        tally.closes.insert(
            1012,
            Closes {
                clean: 2,
                unclean: 0,
            },
        );
        tally
    }

    fn broken(tally: &Tally, limits: &Limits) -> Vec<&'static str> {
        let judged = judge(tally, limits).into_iter();
        judged
            .filter(|limit| !limit.held)
            .map(|limit| limit.limit)
            .collect()
    }

    #[test]
    fn a_smooth_restart_holds_every_limit_up_to_its_edge() {
        let limits = Limits {
            code: Some(1012),
            declined: Some(0),
            lost: Some(0),
            outage: Some(Duration::from_millis(4_500)),
            peak: Some(Peak {
                admit: 2,
                factor: 0.5,
            }),
            ..Limits::default()
        };
        assert_eq!(broken(&smooth(), &limits), [""; 0]);
        assert_eq!(judge(&smooth(), &limits).len(), 11, "every limit is judged");
    }

    #[test]
    fn every_limit_can_be_broken_alone() {
        type Change = (fn(&mut Tally), fn(&mut Limits), &'static str);
        let changes: [Change; 11] = [
            (
                |tally| tally.arrivals.push(Vec::new()),
                |_| {},
                "restarts that reached nobody",
            ),
            (
                |tally| tally.never_back = 1,
                |_| {},
                "clients that never came back",
            ),
            (
                |tally| tally.attempts.refused = 1,
                |_| {},
                "connections refused",
            ),
            (
                |tally| tally.connections_reset = 1,
                |_| {},
                "connections reset",
            ),
            (
                |tally| tally.attempts.reset = 1,
                |_| {},
                "connections reset",
            ),
            (
                |tally| tally.closes.entry(1012).or_default().unclean = 1,
                |_| {},
                "connections that ended uncleanly",
            ),
            (
                |tally| tally.messages.duplicated = 1,
                |_| {},
                "messages answered twice",
            ),
            (
                |_| {},
                |limits| limits.code = Some(1001),
                "closes with another code",
            ),
            (
                |tally| tally.messages.unanswered = 8,
                |limits| limits.lost = Some(7),
                "messages unanswered",
            ),
            (
                |_| {},
                |limits| limits.outage = Some(Duration::from_millis(4_499)),
                "longest time without service",
            ),
            (
                |_| {},
                |limits| {
                    limits.peak = Some(Peak {
                        admit: 1,
                        factor: 0.9,
                    });
                },
                "arrivals in the busiest second",
            ),
        ];
        for (worse, stricter, named) in changes {
            let (mut tally, mut limits) = (smooth(), Limits::default());
            worse(&mut tally);
            stricter(&mut limits);
            assert_eq!(broken(&tally, &limits), [named]);
        }
        let mut tally = smooth();
        tally.attempts.statuses.insert(503, 1);
        let limits = Limits {
            declined: Some(0),
            ..Limits::default()
        };
        assert_eq!(broken(&tally, &limits), ["handshakes declined"]);
        assert_eq!(
            broken(&tally, &Limits::default()),
            [""; 0],
            "unless they are planned"
        );
    }

    #[test]
    fn what_is_allowed_is_allowed() {
        let mut tally = smooth();
        tally.attempts.refused = 3;
        let limits = Limits {
            refused: 3,
            ..Limits::default()
        };
        assert_eq!(broken(&tally, &limits), [""; 0]);
    }
}
