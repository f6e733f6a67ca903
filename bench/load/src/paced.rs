//! The workload `echo --rate`: messages at the times at which they are due, whatever comes back.

use core::num::NonZeroUsize;
use core::time::Duration;
use std::time::Instant;

use anyhow::Result;

use crate::arguments::Echo;
use crate::crowd::Crowd;
use crate::echo::{Counted, Report};
use crate::histogram::Histogram;
use crate::measure::{Measure, Moment};

/// When which message is due: message `n` of all goes to connection `n % connections`, `n` times the
/// interval after the beginning.
struct Timetable {
    begins: Instant,
    rate: u64,
    connections: u64,
}

impl Timetable {
    /// How many messages of all are due by now.
    fn due(&self, now: Instant) -> u64 {
        let nanoseconds = (now - self.begins).as_nanos();
        let due = nanoseconds * u128::from(self.rate) / 1_000_000_000 + 1;
        u64::try_from(due).unwrap_or(u64::MAX)
    }

    /// The connection that a message of all goes to.
    const fn connection(&self, number: u64) -> usize {
        (number % self.connections) as usize
    }

    /// When this message of this connection is due.
    fn time(&self, connection: usize, message: u64) -> Instant {
        let number = u128::from(message * self.connections + connection as u64);
        let nanoseconds = number * 1_000_000_000 / u128::from(self.rate);
        self.begins + Duration::from_nanos(u64::try_from(nanoseconds).unwrap_or(u64::MAX))
    }
}

/// How far one connection has come.
#[derive(Clone, Copy, Default)]
struct Course {
    due: u64,
    sent: u64,
    answered: u64,
}

impl Course {
    /// Sends what is due, as far as the bound on unanswered messages and the socket allow.
    fn advance(
        &mut self,
        crowd: &mut Crowd,
        link: usize,
        in_flight: usize,
        now: Instant,
    ) -> Result<()> {
        while crowd.has_sent(link) {
            let free = in_flight as u64 - (self.sent - self.answered);
            let wanted = usize::try_from((self.due - self.sent).min(free))?;
            if wanted == 0 {
                break;
            }
            self.sent += crowd.send(link, wanted, now)? as u64;
        }
        Ok(())
    }
}

/// Runs it. What is due while a connection has as many unanswered messages as are allowed waits, and
/// its latency counts from the moment at which it was due, so that a server which falls behind
/// cannot hide it. When the time is over nothing new is sent, and the measured stretch ends with the
/// last answer. This never sleeps: it asks what is ready again and again.
pub(crate) fn run(echo: &Echo, rate: NonZeroUsize) -> Result<Report> {
    let mut crowd = echo.crowd()?;
    crowd.open(echo.connections.get())?;
    let mut courses = vec![Course::default(); crowd.len()];
    let mut measure = Measure::new(&echo.target, &echo.times);
    let timetable = Timetable {
        begins: Instant::now(),
        rate: rate.get() as u64,
        connections: crowd.len() as u64,
    };
    let mut latencies = Histogram::new();
    let mut messages = 0;
    let mut given = 0;
    // From then on messages count: those that are due, for their latency, and those that arrive.
    let mut counts_from = None;
    loop {
        let count = crowd.wait(Duration::ZERO)?;
        let now = Instant::now();
        let is_time = measure.left(now).is_zero();
        let is_over = is_time && counts_from.is_some() && messages > 0;
        if is_time && counts_from.is_none() {
            measure.at(now, messages)?;
            messages = 0;
            crowd.book()?.returned_bytes = 0;
            counts_from = Some(Instant::now());
        } else if !is_over {
            let due = timetable.due(now);
            for number in given..due {
                courses[timetable.connection(number)].due += 1;
            }
            for number in given..due.min(given + timetable.connections) {
                let link = timetable.connection(number);
                courses[link].advance(&mut crowd, link, echo.in_flight.get(), now)?;
            }
            given = due;
        } else if courses.iter().all(|course| course.answered == course.due)
            && let Moment::After(spent) = measure.at(now, messages)?
        {
            let returned_bytes = crowd.book()?.returned_bytes;
            let counted = Counted {
                messages,
                returned_bytes,
                spent,
            };
            return Report::new(echo, &mut crowd, counted, &latencies);
        }
        for index in 0..count {
            let served = crowd.serve(index)?;
            let arrived = Instant::now();
            let course = &mut courses[served.link];
            for _ in 0..served.answered {
                let was_due = timetable.time(served.link, course.answered);
                course.answered += 1;
                if counts_from.is_some_and(|from| was_due >= from) {
                    latencies.record(arrived - was_due, 1);
                }
            }
            messages += served.answered as u64;
            course.advance(&mut crowd, served.link, echo.in_flight.get(), arrived)?;
        }
    }
}
