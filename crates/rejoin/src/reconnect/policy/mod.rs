//! The policy: whether to come back, when, and where. No clock, no randomness, no I/O.

mod decision;
mod delays;
mod rules;

use core::fmt;
use core::ops::RangeInclusive;
use core::time::Duration;
use std::sync::Arc;

use http::StatusCode;
use rejoin_close_codes::{DelayRange, Retry};
use rejoin_proto::RetryWindow;

use super::cause::Cause;
use super::preset::Preset;
use delays::{NARROWEST_MILLIS, millis};
use rules::Rules;

pub use decision::{Address, Decision, GiveUp, Situation};

/// When a client comes back, and whether.
///
/// # Whether
///
/// After a code, as its row says ([`info`](crate::ReceivedCode::info)); after a refusal:
///
/// | | |
/// |---|---|
/// | 408, 425, 429, 500, 502, 503, 504, 520-530 | again |
/// | 401, 403, 407 | with new input |
/// | any other status, redirects included | never |
/// | no address, none reached, too slow, lost on the way | again, as after 1006 |
/// | TLS refused or not trusted, required extension missing, answer against the rules | never, as after 1015, 1010, 1002 |
/// | the request cannot be sent | never |
///
/// Codes to which the protocol gives no meaning (3000-3999 but for the registered ones, 4000-4999)
/// are retried unless [`on_codes`](Self::on_codes) says otherwise.
///
/// # When
///
/// 1. The first attempt: at a random moment of the server's window (`retry=1.0-5.0` in the reason of
///    its Close); else of the row's (1 to 5 s after 1012); else within 5 s.
/// 2. Later ones: at a random moment between 0 and 10, 20, 40, 60, 60 .. s. The whole range is drawn
///    from at the [cap](Self::cap) too, so that clients which fail together do not stay together.
/// 3. `Retry-After`, in seconds or as a date, comes on top of that draw, and a window keeps its
///    beginning however many attempts there were: nobody comes earlier than the server said.
///
/// The server is obeyed within [bounds](Self::obey_within). A window narrower than a second is
/// widened to one.
///
/// # Limits
///
/// Attempts count from the last connection that lasted [`stable_after`](Self::stable_after), by
/// default 5 s: a server that accepts and closes at once is no reason to hurry. Neither
/// [attempts](Self::max_attempts) nor [time](Self::max_elapsed) are limited by default.
///
/// # Spec
///
/// RFC 6455 section 7.2.3; the registration of 1012 and 1013; RFC 9110 section 10.2.3.
///
/// # Examples
///
/// ```
/// use core::time::Duration;
/// use rejoin::reconnect::{Cause, Decision, Policy, Situation};
/// use rejoin::{CloseCode, Retry};
///
/// let policy = Policy::default()
///     .on_codes(4400..=4499, Retry::Never)
///     .max_elapsed(Duration::from_secs(600));
///
/// let restart = Cause::closed(CloseCode::SERVICE_RESTART.into(), "new version; retry=2.0-8.0");
/// let decision = policy.decide(&Situation::new(&restart, 1, Duration::ZERO));
/// let Decision::Retry { delays, .. } = decision else { panic!("{decision:?}") };
/// assert_eq!((delays.min().as_secs(), delays.max().as_secs()), (2, 8));
/// ```
#[derive(Clone)]
pub struct Policy {
    preset: Preset,
    rules: Rules,
    cap_millis: u64,
    /// Bounds for what the server asks; `None` if nobody listens.
    obeyed: Option<DelayRange>,
    stable_after: Duration,
    max_attempts: Option<u32>,
    max_elapsed: Option<Duration>,
    judge: Option<Arc<Judge>>,
}

/// The application's last word.
type Judge = dyn Fn(&Situation<'_>, Decision) -> Decision + Send + Sync;

impl Policy {
    /// The policy of that name.
    pub fn preset(preset: Preset) -> Self {
        Self {
            preset,
            rules: Rules::default(),
            cap_millis: CAP_MILLIS,
            obeyed: (preset == Preset::Rejoin).then_some(OBEYED),
            stable_after: STABLE_AFTER,
            max_attempts: None,
            max_elapsed: None,
            judge: None,
        }
    }

    /// What to do after one code, instead of what its row says.
    #[must_use]
    pub fn on_code(self, code: u16, retry: Retry) -> Self {
        self.on_codes(code..=code, retry)
    }

    /// What to do after the codes of a range. Of several rules for a code the last one counts.
    ///
    /// A [first delay](Retry::Yes) that is given here is kept as it is, whatever the
    /// [cap](Self::cap); the server's own window still goes before it.
    #[must_use]
    pub fn on_codes(mut self, codes: RangeInclusive<u16>, retry: Retry) -> Self {
        self.rules.set_codes(codes, retry);
        self
    }

    /// What to do after a refusal with this status.
    #[must_use]
    pub fn on_status(mut self, status: StatusCode, retry: Retry) -> Self {
        self.rules.set_status(status, retry);
        self
    }

    /// The longest delay that is drawn without the server's asking. Default 60 s, at least 1 s.
    #[must_use]
    pub fn cap(mut self, cap: Duration) -> Self {
        self.cap_millis = millis(cap).max(NARROWEST_MILLIS);
        self
    }

    /// Bounds for the delays that the server asks for, in a window or by `Retry-After`. Default 0 to
    /// [an hour](RetryWindow::MAX), which is all that a window can ask for; the presets `registered`
    /// and `rfc6455` listen once this is called, `fixed` and `immediate` never.
    ///
    /// What lies outside is moved inside and keeps its width as far as there is room for it: clients
    /// that are told to come tomorrow are still spread. A narrower bound than the windows of a
    /// server brings its clients back faster than it can admit them.
    #[must_use]
    pub fn obey_within(mut self, bounds: DelayRange) -> Self {
        self.obeyed = Some(bounds);
        self
    }

    /// Takes no notice of windows and `Retry-After`.
    #[must_use]
    pub fn obey_nobody(mut self) -> Self {
        self.obeyed = None;
        self
    }

    /// How long a connection must have been open for attempts to count from 1 again. Default 5 s.
    #[must_use]
    pub fn stable_after(mut self, stable_after: Duration) -> Self {
        self.stable_after = stable_after;
        self
    }

    /// Gives up after so many attempts to come back since the last stable connection.
    #[must_use]
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = Some(attempts);
        self
    }

    /// Gives up so long after the end of the last stable connection. No delay reaches beyond it.
    #[must_use]
    pub fn max_elapsed(mut self, elapsed: Duration) -> Self {
        self.max_elapsed = Some(elapsed);
        self
    }

    /// Has every decision pass through `judge`, which sees what it is about and what was decided, and
    /// returns what is to be done. It replaces a judge given before.
    #[must_use]
    pub fn judge(
        mut self,
        judge: impl Fn(&Situation<'_>, Decision) -> Decision + Send + Sync + 'static,
    ) -> Self {
        self.judge = Some(Arc::new(judge));
        self
    }

    /// What to do. The delay is still to be drawn, with [`DelayRange::pick`].
    pub fn decide(&self, situation: &Situation<'_>) -> Decision {
        let proposed = self.propose(situation);
        match &self.judge {
            Some(judge) => judge(situation, proposed),
            None => proposed,
        }
    }

    /// How long a connection must have been open to be stable.
    pub(super) fn needed_for_stable(&self) -> Duration {
        self.stable_after
    }

    fn propose(&self, situation: &Situation<'_>) -> Decision {
        let verdict = self.rules.verdict(situation.cause);
        let needs_input = match verdict.retry {
            _ if self.preset == Preset::Never => return Decision::GiveUp(GiveUp::Never),
            Retry::Never => return Decision::GiveUp(GiveUp::Never),
            Retry::NotNeeded => return Decision::GiveUp(GiveUp::Finished),
            Retry::WithNewInput => true,
            Retry::Application | Retry::Yes { .. } => false,
        };
        if self
            .max_attempts
            .is_some_and(|most| situation.attempt > most)
        {
            return Decision::GiveUp(GiveUp::TooManyAttempts);
        }
        let delays = self.delays(situation, verdict);
        let Some(delays) = self.within_time(situation, delays) else {
            return Decision::GiveUp(GiveUp::TooLong);
        };
        let address = rules::address(situation.cause);
        if needs_input {
            Decision::RetryWithNewInput { delays, address }
        } else {
            Decision::Retry { delays, address }
        }
    }

    /// The part of the delays that is left when the time is limited.
    fn within_time(&self, situation: &Situation<'_>, delays: DelayRange) -> Option<DelayRange> {
        let Some(limit) = self.max_elapsed else {
            return Some(delays);
        };
        let left = limit
            .checked_sub(situation.elapsed)
            .filter(|left| !left.is_zero())?;
        DelayRange::new(delays.min_millis(), delays.max_millis().min(millis(left)))
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::preset(Preset::default())
    }
}

impl From<Preset> for Policy {
    fn from(preset: Preset) -> Self {
        Self::preset(preset)
    }
}

impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Policy")
            .field("preset", &self.preset)
            .field("rules", &self.rules)
            .field("cap_millis", &self.cap_millis)
            .field("obeyed", &self.obeyed)
            .field("stable_after", &self.stable_after)
            .field("max_attempts", &self.max_attempts)
            .field("max_elapsed", &self.max_elapsed)
            .field("judged", &self.judge.is_some())
            .finish()
    }
}

/// The cap, unless another is given.
const CAP_MILLIS: u64 = 60_000;

/// How far the server is obeyed: as far as a window reaches, which is as far as a draining server
/// widens it. With less, a crowd that is asked to come over an hour would come faster than was asked.
const OBEYED: DelayRange =
    DelayRange::new(0, RetryWindow::MAX.as_secs() * 1_000).expect("nothing is less than 0");

const STABLE_AFTER: Duration = Duration::from_secs(5);

#[cfg(test)]
mod tests;
