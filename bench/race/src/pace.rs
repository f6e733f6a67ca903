//! How long each run measures, and how long it takes in all.

use crate::cells::{Cell, History, Job};

/// The two stretches of a run, in milliseconds.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Windows {
    /// Messages flow, and nothing is counted.
    pub warmup_ms: u64,
    /// What flows is counted.
    pub measure_ms: u64,
}

/// How much time a race may take.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Pace {
    /// A third of the usual windows: to see that everything works.
    pub quick: bool,
    /// This long for each measurement, whatever is usual.
    pub measure_ms: Option<u64>,
}

/// What starting and ending a server and the load generator takes, in seconds.
const START: f64 = 0.06;
/// What opening and closing a connection takes, in seconds.
const OPEN: f64 = 0.000_08;
/// What one message of 1 KiB takes, there and back, in seconds.
const MESSAGE: f64 = 0.000_004;
/// What the first message of a connection takes with permessage-deflate, for
/// which most servers make their compressors, in seconds.
const FIRST_COMPRESSED: f64 = 0.000_2;

impl Pace {
    /// Many connections and large messages take longer to come round, and
    /// compressors longer to warm up.
    pub(crate) fn windows(self, cell: &Cell) -> Windows {
        let (warmup_ms, measure_ms) = match (&cell.job, cell.connections()) {
            (Job::Echo(echo), 1000) if echo.deflate.is_some() => (300, 600),
            (Job::Echo(echo), 100..) if echo.size >= 1 << 20 => (200, 600),
            (Job::Broadcast { .. }, _) => (100, 600),
            (_, 5000..) => (200, 600),
            (_, 1000..) => (150, 350),
            _ => (100, 250),
        };
        let (warmup_ms, measure_ms) = if self.quick {
            (warmup_ms / 3, measure_ms / 3)
        } else {
            (warmup_ms, measure_ms)
        };
        Windows {
            warmup_ms,
            measure_ms: self.measure_ms.unwrap_or(measure_ms),
        }
    }

    /// A guess at the seconds that a run takes from start to end.
    pub(crate) fn seconds(self, cell: &Cell) -> f64 {
        let windows = self.windows(cell);
        #[expect(clippy::cast_precision_loss, reason = "a few thousand of each")]
        let (connections, counted) = (
            cell.connections() as f64,
            (windows.warmup_ms + windows.measure_ms) as f64 / 1000.0,
        );
        let measuring = match &cell.job {
            Job::Idle {
                history: History::NeverUsed,
                ..
            } => 0.0,
            Job::Idle {
                history: History::AfterMessage,
                deflate,
                ..
            } => connections * deflate.map_or(MESSAGE, |_| FIRST_COMPRESSED),
            Job::Idle {
                history: History::AfterBurst,
                ..
            } => connections * MESSAGE * 64.0,
            Job::Echo(_) | Job::Broadcast { .. } | Job::Handshakes { .. } => counted,
        };
        START + connections * OPEN + measuring
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cells, contestants};

    #[test]
    fn a_full_race_of_five_rounds_fits_into_fifty_minutes() {
        let contestants = contestants::all();
        let seconds: f64 = cells::all(19_500)
            .iter()
            .map(|cell| {
                let entered = contestants
                    .iter()
                    .filter(|contestant| cell.admits(contestant))
                    .count();
                let rounds = crate::race::rounds(cell, 5);
                #[expect(clippy::cast_precision_loss, reason = "a handful")]
                let runs = entered as f64 * f64::from(rounds);
                runs * Pace::default().seconds(cell)
            })
            .sum();
        assert!(seconds < 50.0 * 60.0, "it takes {seconds} s");
    }
}
