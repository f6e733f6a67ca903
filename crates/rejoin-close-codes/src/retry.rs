//! What a client should do after a code: [`Retry`], with the delay and its basis.

use core::time::Duration;

use crate::Source;

/// Whether a client should reconnect after a code, and on what grounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryAdvice {
    /// What to do.
    pub verdict: Retry,
    /// The grounds, in one English phrase.
    pub basis: &'static str,
    /// Where the grounds are written.
    pub source: Source,
    /// The delay that the code's own registration asks for, where it names one. Only 1012 has it.
    ///
    /// It differs from the delay of [`verdict`](Self::verdict), which is the default.
    pub registered_delay: Option<DelayRange>,
}

/// Whether a client should reconnect by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "whoever acts on a verdict has to act on every one"
)]
pub enum Retry {
    /// The code has no meaning of its own: the application or its subprotocol decides.
    Application,
    /// No. The same attempt would end the same way until someone changes a program or its
    /// configuration.
    Never,
    /// No. The conversation was finished, so there is nothing to come back for.
    NotNeeded,
    /// Only after the application has changed what it sends: other credentials, fewer requests, a
    /// smaller message.
    WithNewInput,
    /// Yes, by itself.
    Yes {
        /// The first attempt comes at a random moment of this range. Later ones back off further.
        first_delay: DelayRange,
    },
}

/// A range from which a delay is drawn at random.
///
/// # Bounds
///
/// Whole milliseconds, both ends included; the smaller end is never above the larger one.
///
/// # Examples
///
/// ```
/// use core::time::Duration;
/// use rejoin_close_codes::DelayRange;
///
/// let range = DelayRange::new(250, 1_000).unwrap();
/// assert_eq!(range.min(), Duration::from_millis(250));
/// assert_eq!(DelayRange::new(2, 1), None);
/// assert_eq!(DelayRange::SERVICE_RESTART_REGISTERED.max(), Duration::from_secs(30));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DelayRange {
    min_millis: u64,
    max_millis: u64,
}

impl DelayRange {
    /// 0 to 5 seconds: what RFC 6455 section 7.2.3 calls reasonable for a first reconnect.
    pub const FIRST_RECONNECT: Self = Self {
        min_millis: 0,
        max_millis: 5_000,
    };

    /// 1 to 5 seconds: the default after 1012.
    ///
    /// Shorter than the registration's, for a restart that keeps its listening socket and closes
    /// its connections one after another has no crowd to scatter.
    pub const SERVICE_RESTART: Self = Self {
        min_millis: 1_000,
        max_millis: 5_000,
    };

    /// 5 to 30 seconds: what the registration of 1012 asks for.
    pub const SERVICE_RESTART_REGISTERED: Self = Self {
        min_millis: 5_000,
        max_millis: 30_000,
    };

    /// A range in milliseconds, or `None` if `min_millis` is above `max_millis`.
    pub const fn new(min_millis: u64, max_millis: u64) -> Option<Self> {
        if min_millis > max_millis {
            return None;
        }
        Some(Self {
            min_millis,
            max_millis,
        })
    }

    /// The shortest delay, in milliseconds.
    pub const fn min_millis(self) -> u64 {
        self.min_millis
    }

    /// The longest delay, in milliseconds.
    pub const fn max_millis(self) -> u64 {
        self.max_millis
    }

    /// The shortest delay.
    pub const fn min(self) -> Duration {
        Duration::from_millis(self.min_millis)
    }

    /// The longest delay.
    pub const fn max(self) -> Duration {
        Duration::from_millis(self.max_millis)
    }

    /// The delay that a random number stands for: 0 is the shortest, `u64::MAX` the longest but for
    /// less than a nanosecond, and what lies between is spread evenly.
    ///
    /// The random number is an argument because this crate has none of its own.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::time::Duration;
    /// use rejoin_close_codes::DelayRange;
    ///
    /// assert_eq!(DelayRange::SERVICE_RESTART.pick(0), Duration::from_secs(1));
    /// assert_eq!(DelayRange::SERVICE_RESTART.pick(1 << 63), Duration::from_secs(3));
    /// ```
    pub fn pick(self, random: u64) -> Duration {
        let width = self.max().saturating_sub(self.min());
        let share = u128::from(random).saturating_mul(width.as_nanos()) >> 64;
        let share = u64::try_from(share).unwrap_or(u64::MAX);
        self.min().saturating_add(Duration::from_nanos(share))
    }
}
