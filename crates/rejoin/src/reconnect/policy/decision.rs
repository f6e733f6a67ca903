//! What a policy is asked, and what it answers.

use core::fmt;
use core::time::Duration;

use rejoin_close_codes::DelayRange;

use super::Cause;

/// Where a client stands when it has no connection: everything that a decision depends on.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Situation<'a> {
    /// Why there is no connection.
    pub cause: &'a Cause,
    /// Which attempt to come back the next one would be, from 1. It counts on over connections that
    /// did not last [`stable_after`](super::Policy::stable_after).
    pub attempt: u32,
    /// How long ago the last stable connection ended, or the first attempt of all failed.
    pub elapsed: Duration,
}

impl<'a> Situation<'a> {
    /// A situation, for a simulation of a policy.
    pub const fn new(cause: &'a Cause, attempt: u32, elapsed: Duration) -> Self {
        Self {
            cause,
            attempt,
            elapsed,
        }
    }
}

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "whoever acts on a decision has to act on every one"
)]
pub enum Decision {
    /// Stay away, and end.
    GiveUp(GiveUp),
    /// Try again by itself.
    Retry {
        /// The delay is drawn from this range.
        delays: DelayRange,
        /// Where.
        address: Address,
    },
    /// Try again after the application was asked for new input: other credentials, mostly.
    RetryWithNewInput {
        /// The delay is drawn from this range; the application is asked at its end.
        delays: DelayRange,
        /// Where.
        address: Address,
    },
}

/// Which of its addresses a client tries next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::exhaustive_enums, reason = "there is no third")]
pub enum Address {
    /// The one after the last one; with a single address, that one.
    Next,
    /// The last one again.
    Same,
}

/// Why a client stays away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GiveUp {
    /// The application closed it.
    Asked,
    /// The conversation was finished, with 1000: nothing is left to come back for.
    Finished,
    /// The same attempt would end the same way.
    Never,
    /// It takes new input, and there is none.
    NoNewInput,
    /// The attempts that were allowed are used up.
    TooManyAttempts,
    /// The time that was allowed is used up.
    TooLong,
}

impl fmt::Display for GiveUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Asked => "it was asked to close",
            Self::Finished => "the conversation was finished",
            Self::Never => "the same attempt would end the same way",
            Self::NoNewInput => "it takes new credentials or other input, and there is none",
            Self::TooManyAttempts => "all attempts are used up",
            Self::TooLong => "the time for coming back is used up",
        })
    }
}
