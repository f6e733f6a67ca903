//! The measured stretch of time: what it is preceded by, and what was spent in it.

use core::time::Duration;
use std::time::Instant;

use anyhow::Result;

use crate::arguments::{Target, Times};
use crate::process::Process;

/// A stretch of time that begins after a warm-up.
pub(crate) struct Measure {
    server: Process,
    begins: Instant,
    lasts: Duration,
    since: Option<Spent>,
    started: Instant,
}

/// What was spent: of time, by the server and by this program.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spent {
    pub(crate) wall: Duration,
    pub(crate) server: Duration,
    pub(crate) load: Duration,
}

/// What a moment is in relation to the stretch.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Moment {
    /// The first within it: whatever was counted before does not count.
    First,
    /// Another one, before it or within it.
    Other,
    /// The first after it.
    After(Spent),
}

impl Measure {
    /// A stretch whose warm-up begins now.
    pub(crate) fn new(target: &Target, times: &Times) -> Self {
        let now = Instant::now();
        Self {
            server: target.process(),
            begins: now + times.warmup(),
            lasts: times.measure(),
            since: None,
            started: now,
        }
    }

    /// How long until this needs to be told the time.
    pub(crate) fn left(&self, now: Instant) -> Duration {
        self.next().saturating_duration_since(now)
    }

    fn next(&self) -> Instant {
        match self.since {
            None => self.begins,
            Some(_) => self.begins + self.lasts,
        }
    }

    /// Tells the time, and how many things were completed within the stretch so far: it does not end
    /// before there is one.
    pub(crate) fn at(&mut self, now: Instant, completed: u64) -> Result<Moment> {
        if now < self.next() || (self.since.is_some() && completed == 0) {
            return Ok(Moment::Other);
        }
        let reading = self.reading()?;
        match self.since {
            None => {
                // A warm-up may end late; the stretch is as long as it should be all the same.
                self.begins = Instant::now();
                self.since = Some(reading);
                Ok(Moment::First)
            }
            Some(since) => Ok(Moment::After(Spent {
                wall: reading.wall.saturating_sub(since.wall),
                server: reading.server.saturating_sub(since.server),
                load: reading.load.saturating_sub(since.load),
            })),
        }
    }

    fn reading(&self) -> Result<Spent> {
        Ok(Spent {
            server: self.server.processor_time()?,
            load: Process::this().processor_time()?,
            wall: self.started.elapsed(),
        })
    }
}

impl Spent {
    /// The server's processor time for each of so many things, in nanoseconds.
    pub(crate) const fn server_for_each(&self, things: u64) -> f64 {
        self.server.as_nanos() as f64 / things as f64
    }

    /// How many of so many things were done in a second.
    pub(crate) fn per_second(&self, things: u64) -> f64 {
        things as f64 / self.wall.as_secs_f64()
    }
}
