//! How long something takes: the median of many samples, each of many runs.
//!
//! It is the processor time of the thread, so that others who run meanwhile do not count.

use std::hint::black_box;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// How much time goes into one figure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effort {
    /// An odd number, so that one of them is the median.
    samples: usize,
    sample: Duration,
}

impl Effort {
    /// Enough for figures that differ by a few percent from run to run.
    pub(crate) const FULL: Self = Self {
        samples: 31,
        sample: Duration::from_millis(2),
    };

    /// Enough to see that everything runs.
    #[cfg(test)]
    pub(crate) const LEAST: Self = Self {
        samples: 1,
        sample: Duration::ZERO,
    };

    /// The nanoseconds that one call of `work` takes.
    pub(crate) fn nanoseconds<T>(self, mut work: impl FnMut() -> T) -> f64 {
        let runs = self.runs(&mut work);
        let samples = (0..self.samples).map(|_| {
            let taken = timed(runs, &mut work);
            taken.as_secs_f64() * 1e9 / f64::from(runs)
        });
        median(samples.collect())
    }

    /// The nanoseconds that copying `bytes` takes.
    pub(crate) fn memcpy_nanoseconds(self, bytes: &[u8]) -> f64 {
        let mut to = vec![0; bytes.len()];
        self.nanoseconds(|| {
            to.copy_from_slice(black_box(bytes));
            black_box(to.as_mut_slice());
        })
    }

    /// How many runs fill a sample.
    fn runs<T>(self, work: &mut impl FnMut() -> T) -> u32 {
        let mut runs = 1;
        while timed(runs, work) < self.sample {
            runs *= 2;
        }
        runs
    }
}

fn timed<T>(runs: u32, work: &mut impl FnMut() -> T) -> Duration {
    let start = processor_time();
    for _ in 0..runs {
        black_box(work());
    }
    processor_time().saturating_sub(start)
}

fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::try_from(time).expect("a thread has not run for less than nothing")
}

fn median(mut samples: Vec<f64>) -> f64 {
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_stands_in_the_middle() {
        let middle = median(vec![9.0, 1.0, 5.0, 2.0, 7.0]);
        assert!((middle - 5.0).abs() < f64::EPSILON);
    }

    #[test]
    fn longer_work_takes_longer() {
        let effort = Effort {
            samples: 3,
            sample: Duration::from_micros(200),
        };
        let small = effort.memcpy_nanoseconds(&[1; 64]);
        let large = effort.memcpy_nanoseconds(&vec![1; 1 << 20]);
        assert!(large > 10.0 * small, "{small} and {large}");
    }
}
