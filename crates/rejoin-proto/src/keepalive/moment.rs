//! A moment in half the size of an `Instant`: every connection remembers one.

use core::time::Duration;
use std::sync::OnceLock;
use std::time::Instant;

/// The first moment that the process was told of. It only tells where to count from.
static FIRST: OnceLock<Instant> = OnceLock::new();

/// Nanoseconds from the first moment, 292 years in either direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment(i64);

impl Moment {
    #[inline]
    pub(super) fn of(instant: Instant) -> Self {
        let first = *FIRST.get_or_init(|| instant);
        Self(match instant.checked_duration_since(first) {
            Some(after) => nanos(after),
            None => nanos(first.saturating_duration_since(instant)).saturating_neg(),
        })
    }

    pub(super) fn instant(self) -> Instant {
        let first = *FIRST.get_or_init(Instant::now);
        let apart = Duration::from_nanos(self.0.unsigned_abs());
        let instant = if self.0 < 0 {
            first.checked_sub(apart)
        } else {
            first.checked_add(apart)
        };
        instant.expect("it is no further from the first than the instant that it was made of")
    }
}

#[inline]
fn nanos(duration: Duration) -> i64 {
    i64::try_from(duration.as_nanos()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_comes_back_as_it_was_whichever_was_the_first() {
        let now = Instant::now() + Duration::from_secs(7);
        let odd = Duration::new(3, 141_592_653);
        let before = now.checked_sub(odd).unwrap();
        for instant in [now, now + odd, before, now + 100_000 * odd] {
            assert_eq!(Moment::of(instant).instant(), instant);
        }
    }
}
