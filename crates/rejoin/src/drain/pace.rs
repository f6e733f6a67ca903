//! How many are due.

use core::num::NonZeroU32;
use core::time::Duration;

/// A number of events a second, evenly spread.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    per_second: f64,
}

impl Pace {
    /// `rate` events a second, or as many more as it takes for `events` of them to happen within
    /// that time.
    pub(super) fn new(rate: NonZeroU32, within: Duration, events: usize) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "an estimate")]
        let needed = events as f64 / within.as_secs_f64();
        Self {
            // No time at all makes it infinite: all at once.
            per_second: f64::from(rate.get()).max(needed),
        }
    }

    pub(super) fn per_second(self) -> f64 {
        self.per_second
    }

    /// When the event with this number is due, from the beginning; the first one has number 0.
    pub(super) fn due(self, number: usize) -> Duration {
        #[expect(clippy::cast_precision_loss, reason = "an estimate")]
        let due = Duration::try_from_secs_f64(number as f64 / self.per_second);
        due.unwrap_or(Duration::MAX)
    }
}
