use super::*;
use crate::rehearse::tally::Closes;

/// A restart of two clients as it should be.
fn smooth() -> Tally {
    let mut tally = Tally {
        outages: vec![Duration::from_secs(2), Duration::from_millis(4_500)],
        arrivals: vec![vec![Duration::from_secs(2), Duration::from_millis(4_500)]],
        reached: vec![2],
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

const MEMORY: Option<(u64, u64)> = Some((4 << 20, 5 << 20));

fn broken(tally: &Tally, limits: &Limits) -> Vec<&'static str> {
    let judged = judge(tally, MEMORY, limits).into_iter();
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
        growth: Some(1.25),
        outage: Some(Duration::from_millis(4_500)),
        peak: Some(Peak {
            admit: 2,
            factor: 0.5,
        }),
        ..Limits::default()
    };
    assert_eq!(broken(&smooth(), &limits), [""; 0]);
    assert_eq!(
        judge(&smooth(), MEMORY, &limits).len(),
        12,
        "every limit is judged"
    );
}

#[test]
fn every_limit_can_be_broken_alone() {
    type Change = (fn(&mut Tally), fn(&mut Limits), &'static str);
    let changes: [Change; 12] = [
        (
            |_| {},
            |limits| limits.growth = Some(1.24),
            "growth of the server's memory",
        ),
        (
            |tally| tally.reached.push(0),
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
fn memory_that_is_not_known_is_not_said_to_be_back() {
    assert!(!growth(None, 2.0).held);
}

#[test]
fn a_client_that_may_stay_away_hides_no_restart_that_reached_nobody() {
    let mut tally = smooth();
    tally.never_back = 1;
    tally.reached.push(0);
    let limits = Limits {
        missing: 1,
        ..Limits::default()
    };
    assert_eq!(broken(&tally, &limits), ["restarts that reached nobody"]);
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
