//! How long connecting may take.

use core::future::Future;
use core::time::Duration;

use tokio::time::{Instant, timeout};

use super::error::Phase;
use super::fault::Fault;

/// How long each phase of connecting may take, and all of them together.
///
/// Resolving the host has no deadline of its own; it counts into [`total`](Self::total).
/// `Duration::MAX` stands for no deadline.
///
/// ```
/// use core::time::Duration;
///
/// let mut deadlines = rejoin::Deadlines::default();
/// deadlines.total = Duration::from_secs(5);
/// let client = rejoin::Client::new().deadlines(deadlines);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Deadlines {
    /// Connecting to one address. Default 10 s. Meets: addresses that swallow packets.
    pub connect: Duration,
    /// The TLS handshake. Default 10 s. Meets: servers that accept and say nothing.
    pub tls: Duration,
    /// The opening handshake, from the request to the answer. Default 10 s. Meets: servers that
    /// answer a byte at a time. A refusal that has arrived by then without the whole of its body
    /// is a refusal, not a timeout.
    pub handshake: Duration,
    /// All of it, the lookup of the host included. Default 20 s.
    ///
    /// Closing with 1010 comes after it and has a budget of its own,
    /// [`Limits::close_budget`](rejoin_proto::Limits::close_budget).
    pub total: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            tls: Duration::from_secs(10),
            handshake: Duration::from_secs(10),
            total: Duration::from_secs(20),
        }
    }
}

impl Deadlines {
    /// The total begins to run.
    pub(super) fn start(self) -> Budget {
        Budget {
            deadlines: self,
            started: Instant::now(),
        }
    }
}

/// The time of one attempt.
#[derive(Debug)]
pub(super) struct Budget {
    pub(super) deadlines: Deadlines,
    started: Instant,
}

impl Budget {
    /// Runs one phase: as long as it may take and as there is of the total.
    pub(super) async fn run<F: Future>(&self, phase: Phase, work: F) -> Result<F::Output, Fault> {
        let own = match phase {
            // The race has many attempts, each with a deadline.
            Phase::Resolve | Phase::Connect => self.deadlines.total,
            Phase::Tls => self.deadlines.tls,
            Phase::Handshake => self.deadlines.handshake,
        };
        let left = self.deadlines.total.saturating_sub(self.started.elapsed());
        // What is told is the deadline that was set, not what happened to be left of it.
        let (limit, within) = if left < own {
            (left, self.deadlines.total)
        } else {
            (own, own)
        };
        let outcome = timeout(limit, work).await;
        outcome.map_err(|_elapsed| Fault::TimedOut { phase, within })
    }
}
