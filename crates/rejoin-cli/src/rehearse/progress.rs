//! How far a rehearsal is, on one line of a terminal that is written again and again.

use core::convert::Infallible;
use core::fmt;
use core::time::Duration;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use tokio::sync::watch;
use tokio::time::{Instant, MissedTickBehavior, interval};

use super::course::{Phase, Plan};
use super::fleet::{Record, Standing};
use crate::numbers::Count;
use crate::{inert, output};

/// Whether anybody looks.
pub(super) fn is_wanted() -> bool {
    io::stderr().is_terminal()
}

/// Shows how far it is, for as long as the future is polled.
pub(super) async fn show(
    plan: Plan,
    policy: String,
    record: Arc<Record>,
    stage: watch::Receiver<(Phase, Instant)>,
) -> Infallible {
    let _clear = Clear;
    let mut ticks = interval(Duration::from_millis(200));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let (phase, since) = *stage.borrow();
        let line = Line {
            plan: &plan,
            policy: &policy,
            phase,
            since: since.elapsed(),
            standing: record.read().standing,
        };
        let line = line.to_string();
        // The last column stays free: a terminal that is full to it goes on to the next line.
        let line = inert::start(&line, output::columns().saturating_sub(1));
        // Back to the first column; what is left of an older line is erased.
        let mut stderr = io::stderr().lock();
        let _ = write!(stderr, "\r{line}\x1b[K").and_then(|()| stderr.flush());
    }
}

/// Leaves the line empty behind it.
struct Clear;

impl Drop for Clear {
    fn drop(&mut self) {
        let mut stderr = io::stderr().lock();
        let _ = write!(stderr, "\r\x1b[K").and_then(|()| stderr.flush());
    }
}

struct Line<'a> {
    plan: &'a Plan,
    policy: &'a str,
    phase: Phase,
    since: Duration,
    standing: Standing,
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Standing {
            open,
            away,
            given_up,
            untouched,
            ..
        } = self.standing;
        let clients = Count(self.plan.clients.into());
        write!(f, "{}: ", self.policy)?;
        match self.phase {
            Phase::Connecting => {
                return write!(f, "{} of {clients} clients connected", Count(open.into()));
            }
            Phase::Settling => write!(f, "settling")?,
            Phase::Restarting(number) => {
                write!(f, "restart {number} of {}", self.plan.restarts)?;
            }
            Phase::Finishing => write!(f, "waiting for the last answers")?,
        }
        write!(
            f,
            ", {} s: {} open",
            self.since.as_secs(),
            Count(open.into())
        )?;
        if let Phase::Restarting(_) = self.phase {
            write!(f, ", {} untouched", Count(untouched.into()))?;
        }
        write!(f, ", {} away", Count(away.into()))?;
        if given_up > 0 {
            write!(f, ", {} gave up", Count(given_up.into()))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearse::fleet::{Echo, Talk};

    #[test]
    fn the_line_fits_on_a_terminal_of_80_columns() {
        let plan = Plan {
            clients: 10_000,
            connect_rate: 1,
            talk: Talk {
                every: None,
                echo: Echo::Unknown,
            },
            restarts: 10,
            settle: Duration::ZERO,
            patience: Duration::ZERO,
        };
        let line = |phase| Line {
            plan: &plan,
            policy: "registered",
            phase,
            since: Duration::from_secs(12),
            standing: Standing {
                clients: 10_000,
                open: 3_210,
                away: 1_790,
                given_up: 0,
                untouched: 1_234,
            },
        };
        let shown = [
            Phase::Connecting,
            Phase::Settling,
            Phase::Restarting(3),
            Phase::Finishing,
        ]
        .map(|phase| line(phase).to_string());
        assert!(shown.iter().all(|line| line.len() < 80), "{shown:?}");
        assert_eq!(
            shown,
            [
                "registered: 3,210 of 10,000 clients connected",
                "registered: settling, 12 s: 3,210 open, 1,790 away",
                "registered: restart 3 of 10, 12 s: 3,210 open, 1,234 untouched, 1,790 away",
                "registered: waiting for the last answers, 12 s: 3,210 open, 1,790 away",
            ]
        );
    }
}
