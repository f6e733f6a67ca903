//! The course of a client: how many attempts there were, and since when it has been away.

use std::time::Instant;

use super::cause::Cause;
use super::policy::{Decision, Policy, Situation};

/// Applies a [`Policy`] over time: counts attempts, measures the time away, and knows when a
/// connection was stable.
///
/// [`ReconnectingSocket`](super::ReconnectingSocket) has one. Use it where connections are made in
/// another way, and in simulations: time is an argument.
///
/// # Examples
///
/// ```
/// use std::time::{Duration, Instant};
/// use rejoin::CloseCode;
/// use rejoin::reconnect::{Cause, Course, Policy};
///
/// let start = Instant::now();
/// let mut course = Course::new(Policy::default());
/// course.opened(start);
/// let closed = Cause::closed(CloseCode::SERVICE_RESTART.into(), "");
/// course.ended(&closed, start + Duration::from_secs(60));
/// assert_eq!(course.attempt(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Course {
    policy: Policy,
    attempt: u32,
    away_since: Option<Instant>,
    opened: Option<Instant>,
}

impl Course {
    /// At the beginning, before the first attempt of all.
    pub fn new(policy: Policy) -> Self {
        Self {
            policy,
            attempt: 0,
            away_since: None,
            opened: None,
        }
    }

    /// A connection is open.
    pub fn opened(&mut self, now: Instant) {
        self.opened = Some(now);
    }

    /// The connection has ended, or the attempt to make one has failed: what to do.
    pub fn ended(&mut self, cause: &Cause, now: Instant) -> Decision {
        let opened = self.opened.take();
        let lasted = opened.map(|opened| now.saturating_duration_since(opened));
        if lasted.is_some_and(|lasted| lasted >= self.policy.needed_for_stable()) {
            self.attempt = 0;
            self.away_since = None;
        }
        let away_since = *self.away_since.get_or_insert(now);
        self.attempt = self.attempt.saturating_add(1);
        let elapsed = now.saturating_duration_since(away_since);
        let situation = Situation::new(cause, self.attempt, elapsed);
        self.policy.decide(&situation)
    }

    /// Which attempt to come back the current one is: 0 before the first connection ended or failed,
    /// then from 1. It counts on until a connection was stable.
    pub fn attempt(&self) -> u32 {
        self.attempt
    }
}

#[cfg(test)]
mod tests;
