//! A deadline as a number that a connection can have to itself.

use core::time::Duration;
use std::sync::OnceLock;

use tokio::time::Instant;

/// The first deadline of the process. It only tells where to count from.
static FIRST: OnceLock<Instant> = OnceLock::new();

/// Nanoseconds from the first deadline, 292 years in either direction: what is further off comes then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Due(i64);

impl Due {
    pub(super) fn of(deadline: Instant) -> Self {
        let first = *FIRST.get_or_init(|| deadline);
        Self(match deadline.checked_duration_since(first) {
            Some(after) => nanos(after),
            None => nanos(first.saturating_duration_since(deadline)).saturating_neg(),
        })
    }

    /// No later than the deadline that it was made of, and as much earlier as it was moved.
    pub(super) fn instant(self) -> Instant {
        let first = *FIRST.get_or_init(Instant::now);
        let apart = Duration::from_nanos(self.0.unsigned_abs());
        let instant = if self.0 < 0 {
            first.checked_sub(apart)
        } else {
            first.checked_add(apart)
        };
        instant.unwrap_or_else(|| first + MUCH_LATER)
    }

    /// The latest moment up to this one that is not among those taken, which come latest first.
    pub(super) fn first_free(self, taken: impl Iterator<Item = Self>) -> Self {
        let mut free = self;
        for taken in taken {
            if taken != free {
                break;
            }
            free.0 = free.0.saturating_sub(1);
        }
        free
    }

    /// The same as bytes, which may stand where there is no room for alignment.
    pub(super) const fn to_bytes(self) -> [u8; 8] {
        self.0.to_ne_bytes()
    }

    pub(super) const fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(i64::from_ne_bytes(bytes))
    }
}

fn nanos(duration: Duration) -> i64 {
    i64::try_from(duration.as_nanos()).unwrap_or(i64::MAX)
}

/// Stands for deadlines that the clock cannot hold.
const MUCH_LATER: Duration = Duration::from_secs(365 * 24 * 3600);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_comes_back_as_it_was_whichever_was_the_first() {
        let now = Instant::now() + Duration::from_secs(7);
        let odd = Duration::new(3, 141_592_653);
        let before = now.checked_sub(odd).unwrap();
        for deadline in [now, now + odd, before, now + 100_000 * odd] {
            let due = Due::of(deadline);
            assert_eq!(due.instant(), deadline);
            assert_eq!(Due::from_bytes(due.to_bytes()), due);
        }
    }

    #[test]
    fn deadlines_are_in_the_order_of_time() {
        let now = Instant::now();
        let moment = Duration::from_nanos(1);
        assert!(Due::of(now) < Due::of(now + moment));
        let before = now.checked_sub(moment).unwrap();
        assert!(Due::of(before) < Due::of(now));
    }

    #[test]
    fn a_moment_that_is_taken_makes_way_for_the_one_before_it() {
        let free = |taken: &[i64]| Due(7).first_free(taken.iter().map(|taken| Due(*taken)));
        assert_eq!(free(&[]), Due(7));
        assert_eq!(free(&[6, 5]), Due(7));
        assert_eq!(free(&[7, 6, 3]), Due(5));
    }
}
