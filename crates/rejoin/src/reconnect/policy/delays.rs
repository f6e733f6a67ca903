//! When to come back: the ranges from which delays are drawn.

use core::time::Duration;

use rejoin_close_codes::{DelayRange, Retry, lookup};

use super::rules::Verdict;
use super::{Cause, Policy, Preset, Situation};

impl Policy {
    /// The range from which the delay before that attempt is drawn.
    pub(super) fn delays(&self, situation: &Situation<'_>, verdict: Verdict) -> DelayRange {
        match self.preset {
            Preset::Fixed(delay) => return range(millis(delay), millis(delay)),
            Preset::Immediate if situation.attempt <= 1 => return range(0, 0),
            Preset::Immediate => return range(IMMEDIATE_MILLIS, IMMEDIATE_MILLIS),
            Preset::Never | Preset::Registered | Preset::Rejoin | Preset::Rfc6455 => {}
        }
        let own = if situation.attempt <= 1 {
            self.first_delays(situation.cause, verdict)
        } else {
            range(0, self.ceiling_millis(situation.attempt))
        };
        let asked = self.obeyed.and_then(|bounds| asked(situation, own, bounds));
        asked.unwrap_or(own)
    }

    /// The delays before the first attempt, if the server does not ask for others.
    fn first_delays(&self, cause: &Cause, verdict: Verdict) -> DelayRange {
        let own = match verdict.retry {
            Retry::Yes { first_delay } if verdict.by_application => return first_delay,
            Retry::Yes { first_delay } => first_delay,
            Retry::Application | Retry::Never | Retry::NotNeeded | Retry::WithNewInput => {
                DelayRange::FIRST_RECONNECT
            }
        };
        let advice = cause.code().map(|code| lookup(code.get()).retry);
        let registered = advice.and_then(|advice| advice.registered_delay);
        let chosen = match self.preset {
            Preset::Registered => registered.unwrap_or(own),
            Preset::Rfc6455 => DelayRange::FIRST_RECONNECT,
            Preset::Fixed(_) | Preset::Immediate | Preset::Never | Preset::Rejoin => own,
        };
        lower(chosen, self.cap_millis)
    }

    /// The longest delay before that attempt.
    fn ceiling_millis(&self, attempt: u32) -> u64 {
        let doublings = attempt.saturating_sub(1).min(32);
        let grown = DelayRange::FIRST_RECONNECT.max_millis() << doublings;
        grown.min(self.cap_millis)
    }
}

/// The range that the server asks for, if it does, within the bounds.
fn asked(situation: &Situation<'_>, own: DelayRange, bounds: DelayRange) -> Option<DelayRange> {
    let (min, max) = match (situation.cause.window(), situation.cause.retry_after()) {
        (Some(window), _) => {
            let window = window.delays();
            let later = if situation.attempt <= 1 {
                0
            } else {
                own.max_millis()
            };
            let max = window.max_millis().max(window.min_millis() + later);
            (window.min_millis(), max)
        }
        (None, Some(delay)) => {
            // Far from where numbers end, or the width would be lost there.
            let min = millis(delay).min(FARTHEST_MILLIS);
            (min, min.saturating_add(own.max_millis()))
        }
        (None, None) => return None,
    };
    let widened = range(min, max.max(min.saturating_add(NARROWEST_MILLIS)));
    Some(move_into(widened, bounds))
}

/// Moves a range up and down to where it lies within the bounds.
fn move_into(delays: DelayRange, bounds: DelayRange) -> DelayRange {
    let up = bounds.min_millis().saturating_sub(delays.min_millis());
    let raised = range(
        delays.min_millis().saturating_add(up),
        delays.max_millis().saturating_add(up),
    );
    let lowered = lower(raised, bounds.max_millis());
    range(
        lowered.min_millis().max(bounds.min_millis()),
        lowered.max_millis(),
    )
}

/// Moves a range down to where it ends at `end`, if it does not end before; it keeps its width as far
/// as that goes.
fn lower(delays: DelayRange, end: u64) -> DelayRange {
    if delays.max_millis() <= end {
        return delays;
    }
    let width = delays.max_millis() - delays.min_millis();
    range(delays.min_millis().min(end.saturating_sub(width)), end)
}

fn range(min: u64, max: u64) -> DelayRange {
    DelayRange::new(min, max.max(min)).expect("the larger one is the end")
}

pub(super) fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// The narrowest range that the server's wish leads to, and the lowest cap.
pub(super) const NARROWEST_MILLIS: u64 = 1_000;

/// More than anybody can wait: a million years.
const FARTHEST_MILLIS: u64 = 1 << 55;

/// The later delays of the preset `immediate`, so that a refusing server does not make it spin.
const IMMEDIATE_MILLIS: u64 = 10;
