//! Latencies, recorded in buckets that grow with the value, so that a quantile is right to within
//! one percent whatever its size.

use core::time::Duration;

use serde::Serialize;

/// Each power of two is divided into this many buckets: the error stays below 1/128.
const STEPS: u64 = 1 << STEP_BITS;
const STEP_BITS: u32 = 7;
/// The last bucket takes everything from about 4.8 hours on.
const BUCKETS: usize = 38 * 128;

/// How often each duration was seen.
#[derive(Debug)]
pub(crate) struct Histogram {
    buckets: Box<[u64]>,
    count: u64,
    largest: u64,
}

/// The usual quantiles, in microseconds.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Quantiles {
    p50: f64,
    p99: f64,
    p999: f64,
    max: f64,
}

impl Histogram {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self {
            buckets: vec![0; BUCKETS].into_boxed_slice(),
            count: 0,
            largest: 0,
        }
    }

    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.buckets.fill(0);
        self.count = 0;
        self.largest = 0;
    }

    /// Counts `times` messages that took this long each.
    pub(crate) fn record(&mut self, took: Duration, times: usize) {
        let nanoseconds = u64::try_from(took.as_nanos()).unwrap_or(u64::MAX);
        self.buckets[bucket(nanoseconds)] += times as u64;
        self.count += times as u64;
        self.largest = self.largest.max(nanoseconds);
    }

    /// The quantiles; all of them 0 where nothing was recorded.
    pub(crate) fn quantiles(&self) -> Quantiles {
        Quantiles {
            p50: self.quantile(500),
            p99: self.quantile(990),
            p999: self.quantile(999),
            max: microseconds(self.largest),
        }
    }

    /// The smallest duration that so many in a thousand do not exceed, in microseconds.
    fn quantile(&self, per_mille: u64) -> f64 {
        let wanted = (self.count * per_mille).div_ceil(1000).max(1);
        let mut seen = 0;
        for (bucket, times) in self.buckets.iter().enumerate() {
            seen += times;
            if seen >= wanted {
                return microseconds(top(bucket).min(self.largest));
            }
        }
        0.0
    }
}

/// The bucket of a value: one for each of the first 128 nanoseconds, then 128 for each doubling.
fn bucket(nanoseconds: u64) -> usize {
    if nanoseconds < STEPS {
        return nanoseconds as usize;
    }
    let shift = nanoseconds.ilog2() - STEP_BITS;
    let step = (nanoseconds >> shift) - STEPS;
    let index = (u64::from(shift) + 1) * STEPS + step;
    (index as usize).min(BUCKETS - 1)
}

/// The largest value that falls into a bucket.
fn top(bucket: usize) -> u64 {
    let bucket = bucket as u64;
    if bucket < STEPS {
        return bucket;
    }
    let shift = bucket / STEPS - 1;
    let step = bucket % STEPS;
    ((STEPS + step + 1) << shift) - 1
}

fn microseconds(nanoseconds: u64) -> f64 {
    nanoseconds as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_lies_below_the_top_of_its_bucket_and_above_that_of_the_one_before() {
        let values = (0..5000).chain((12..43).flat_map(|bit| {
            let power = 1_u64 << bit;
            [power - 1, power, power + 1, power + power / 3]
        }));
        for value in values {
            let found = bucket(value);
            assert!(value <= top(found), "{value}");
            assert!(found == 0 || value > top(found - 1), "{value}");
            let error = top(found) - value;
            assert!(
                error as f64 <= value as f64 / 127.0,
                "{value} is off by {error}"
            );
        }
    }

    #[test]
    fn what_is_too_large_falls_into_the_last_bucket() {
        assert_eq!(bucket(u64::MAX), BUCKETS - 1);
    }

    #[test]
    fn quantiles_of_a_known_series_are_right_to_one_percent() {
        let mut histogram = Histogram::new();
        for value in 1..=1000 {
            histogram.record(Duration::from_micros(value), 2);
        }
        let found = histogram.quantiles();
        for (found, right) in [(found.p50, 500.0), (found.p99, 990.0), (found.p999, 999.0)] {
            assert!((found / right - 1.0).abs() < 0.01, "{found} is not {right}");
        }
        assert!((found.max - 1000.0).abs() < 0.001);
    }

    #[test]
    fn nothing_recorded_is_zero_and_so_is_what_was_forgotten() {
        let mut histogram = Histogram::new();
        histogram.record(Duration::from_secs(1), 1);
        histogram.clear();
        let found = histogram.quantiles();
        assert_eq!((found.p50, found.p999, found.max), (0.0, 0.0, 0.0));
    }
}
