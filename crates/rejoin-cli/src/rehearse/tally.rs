//! What was counted during a rehearsal, and what follows from it.

use core::time::Duration;
use std::collections::BTreeMap;

/// Everything that was counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tally {
    /// How open connections ended, by code; 1005 and 1006 among them.
    pub(super) closes: BTreeMap<u16, Closes>,
    /// Open connections that the other side reset.
    pub(super) connections_reset: u32,
    /// Attempts to connect that failed.
    pub(super) attempts: Attempts,
    /// Each time that a client was without a connection, until it had one again; for those that
    /// never came back, until the end.
    pub(super) outages: Vec<Duration>,
    /// For each restart, when connections were made, counted from its beginning.
    pub(super) arrivals: Vec<Vec<Duration>>,
    /// Messages.
    pub(super) messages: Messages,
    /// Clients that had no connection at the end.
    pub(super) never_back: u32,
    /// For each restart, how many clients lost the connection that they had before it.
    pub(super) reached: Vec<u32>,
    /// For each restart, how many clients kept their connection throughout.
    pub(super) kept: Vec<u32>,
}

/// Connections that ended with the same code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Closes {
    /// Both sides said Close, and no rule was broken.
    pub(super) clean: u32,
    /// Any other end.
    pub(super) unclean: u32,
}

/// Attempts to connect that failed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Attempts {
    /// Nobody listened.
    pub(super) refused: u32,
    /// The connection was reset before it was open.
    pub(super) reset: u32,
    /// Too slow.
    pub(super) timed_out: u32,
    /// Answered with another status than 101, by status.
    pub(super) statuses: BTreeMap<u16, u32>,
    /// Anything else: no route, no address, TLS, an answer against the rules.
    pub(super) other: u32,
}

/// Messages of all clients.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Messages {
    /// Taken to be sent.
    pub(super) sent: u64,
    /// Answered with the same text.
    pub(super) answered: u64,
    /// Their connection ended before an answer came: they, or their answers, are lost.
    pub(super) unanswered: u64,
    /// Answers to messages that had been answered.
    pub(super) duplicated: u64,
    /// Not taken, because too many were waiting for a connection.
    pub(super) not_taken: u64,
}

impl Tally {
    /// How many connections ended in another way than both sides saying Close.
    pub(super) fn unclean(&self) -> u32 {
        self.closes.values().map(|closes| closes.unclean).sum()
    }

    /// How many connections ended with another code.
    pub(super) fn other_codes(&self, expected: u16) -> u32 {
        let others = self.closes.iter().filter(|(code, _)| **code != expected);
        others
            .map(|(_, closes)| closes.clean + closes.unclean)
            .sum()
    }

    /// How many attempts, and open connections, the other side reset.
    pub(super) fn resets(&self) -> u32 {
        self.attempts.reset + self.connections_reset
    }

    /// The time without service that so many of a thousand outages did not exceed; `None` if there
    /// was none.
    pub(super) fn outage(&self, per_mille: usize) -> Option<Duration> {
        let mut sorted = self.outages.clone();
        sorted.sort_unstable();
        // The nearest rank, counted from 1.
        let rank = (sorted.len() * per_mille).div_ceil(1_000).max(1);
        sorted.get(rank - 1).copied()
    }

    /// The most arrivals within one second, whenever it began, and the restart after which that was,
    /// counted from 0.
    pub(super) fn peak(&self) -> (usize, u32) {
        let peaks = self
            .arrivals
            .iter()
            .map(|arrivals| busiest_second(arrivals));
        let first = (0, 0);
        peaks.enumerate().fold(
            first,
            |best, (restart, peak)| {
                if peak > best.1 { (restart, peak) } else { best }
            },
        )
    }
}

impl Attempts {
    /// How many the server answered with another status than 101.
    pub(super) fn declined(&self) -> u32 {
        self.statuses.values().sum()
    }

    /// All of them.
    pub(super) fn all(&self) -> u32 {
        self.refused + self.reset + self.timed_out + self.other + self.declined()
    }
}

impl Messages {
    /// How many may still be answered.
    pub(super) fn awaited(&self) -> u64 {
        self.sent - self.answered - self.unanswered
    }
}

/// The most moments that lie within one second.
pub(super) fn busiest_second(moments: &[Duration]) -> u32 {
    let mut sorted = moments.to_vec();
    sorted.sort_unstable();
    let mut first = 0;
    let mut most = 0;
    for (index, moment) in sorted.iter().enumerate() {
        while moment.saturating_sub(sorted[first]) >= SECOND {
            first += 1;
        }
        most = most.max(index + 1 - first);
    }
    u32::try_from(most).unwrap_or(u32::MAX)
}

/// How many moments lie in each step of that length, from the first step on; at least one step.
pub(super) fn per_step(moments: &[Duration], step: Duration) -> Vec<u32> {
    let mut counts = vec![0];
    for moment in moments {
        let index = moment.as_millis() / step.as_millis().max(1);
        let index = usize::try_from(index).unwrap_or(usize::MAX).min(MOST_STEPS);
        if counts.len() <= index {
            counts.resize(index + 1, 0);
        }
        counts[index] += 1;
    }
    counts
}

const SECOND: Duration = Duration::from_secs(1);

/// A week of seconds: what comes later is counted there.
const MOST_STEPS: usize = 7 * 24 * 3_600;

#[cfg(test)]
mod tests {
    use super::*;

    fn millis(moments: &[u64]) -> Vec<Duration> {
        moments.iter().copied().map(Duration::from_millis).collect()
    }

    #[test]
    fn the_busiest_second_may_begin_at_any_moment() {
        assert_eq!(busiest_second(&[]), 0);
        assert_eq!(busiest_second(&millis(&[5])), 1);
        assert_eq!(busiest_second(&millis(&[900, 1_100, 1_800, 1_899])), 4);
        assert_eq!(
            busiest_second(&millis(&[1_000, 0])),
            1,
            "a second ends before the next begins"
        );
    }

    #[test]
    fn the_peak_is_that_of_the_worst_restart() {
        let tally = Tally {
            arrivals: vec![millis(&[0, 1]), millis(&[0, 1, 2]), millis(&[0, 1, 2])],
            ..Tally::default()
        };
        assert_eq!(tally.peak(), (1, 3));
        assert_eq!(Tally::default().peak(), (0, 0));
    }

    #[test]
    fn outages_are_told_by_the_nearest_rank() {
        let outages = (1..=200).rev().map(Duration::from_millis).collect();
        let tally = Tally {
            outages,
            ..Tally::default()
        };
        let told = [500, 990, 1_000].map(|part| tally.outage(part));
        assert_eq!(
            told,
            [100, 198, 200].map(|at| Some(Duration::from_millis(at)))
        );
        assert_eq!(Tally::default().outage(500), None);
    }

    #[test]
    fn arrivals_are_counted_step_by_step() {
        let moments = millis(&[0, 999, 2_000, 2_001]);
        assert_eq!(per_step(&moments, SECOND), [2, 0, 2]);
        assert_eq!(per_step(&[], SECOND), [0]);
    }

    #[test]
    fn closes_are_told_apart_by_code_and_manner() {
        let mut tally = Tally::default();
        let closes = |clean, unclean| Closes { clean, unclean };
        tally.closes.insert(1012, closes(7, 1));
        tally.closes.insert(1006, closes(0, 2));
        assert_eq!((tally.unclean(), tally.other_codes(1012)), (3, 2));
    }
}
