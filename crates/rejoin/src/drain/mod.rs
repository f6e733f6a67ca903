//! Closing the connections of a service one after another, so that nobody stampedes.

mod course;
mod pace;
mod run;

use core::num::NonZeroU32;
use core::time::Duration;
use std::time::Instant;

use rejoin_proto::{CloseCode, CloseFrame, RetryWindow};

pub use course::{AlreadyDraining, Draining, Progress, Stage};

pub(crate) use course::Course;

/// How to close the connections of a service: with which code, how fast, and until when.
///
/// A planned restart closes thousands of connections, and each of those clients comes back. Closed
/// all at once they come back all at once, and the service that has just started falls over. A
/// drain closes them at a pace, and tells each client in the reason of its Close when to come back
/// (`service restart; retry=1.0-5.0`, see [`RetryWindow`]).
///
/// | what | default |
/// |---|---|
/// | [`code`](Self::code) | 1012, service restart |
/// | [`rate`](Self::rate) | 200 Closes a second |
/// | [`within`](Self::within) | 30 s: the rate is raised if that is what it takes |
/// | [`admit`](Self::admit) | 500 clients a second may come back |
/// | [`retry`](Self::retry) | 1 to 5 s, widened where more clients than that would come back |
/// | [`notice`](Self::notice) | handlers that want to know are told 1 s before the first Close |
/// | [`close_budget`](Self::close_budget) | 10 s for each peer to answer its Close |
/// | [`deadline`](Self::deadline) | none: the time for all of it follows from the others |
///
/// Connections that were idle for the longest are closed first; those with a message under way
/// come last. Everything that `send` has accepted on a connection leaves before its Close, and what
/// the peer sent before it saw the Close is still received by the handler. A handler that returns
/// while the drain lasts says the same Close, unless it fails (1011) or has said one of its own.
///
/// From its beginning on, and until it is [aborted](Draining::abort), new handshakes are refused with
/// 503 and `Retry-After`, unless they are [somebody else's](Self::elsewhere).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drain {
    code: CloseCode,
    reason: Option<Box<str>>,
    rate: NonZeroU32,
    within: Duration,
    admit: NonZeroU32,
    retry: RetryWindow,
    notice: Duration,
    close_budget: Duration,
    deadline: Option<Duration>,
    elsewhere: bool,
}

/// What a handler is told before its connection is closed for a drain.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Leaving {
    /// The code of the Close that its peer is going to get.
    pub code: CloseCode,
    /// The reason of that Close, with the retry window.
    pub reason: String,
    /// The moment before which no connection is closed.
    pub not_before: Instant,
}

impl Default for Drain {
    fn default() -> Self {
        Self {
            code: CloseCode::SERVICE_RESTART,
            reason: None,
            rate: DEFAULT_RATE,
            within: Duration::from_secs(30),
            admit: DEFAULT_ADMIT,
            retry: RetryWindow::SERVICE_RESTART,
            notice: Duration::from_secs(1),
            close_budget: Duration::from_secs(10),
            deadline: None,
            elsewhere: false,
        }
    }
}

impl Drain {
    /// A planned restart, with the defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// The code of the Closes: 1012 for a restart, 1001 for a service that goes away, 1013 for one
    /// that is overloaded, or a code of the application's own.
    ///
    /// A code that only clients send (1010) is refused by every connection, so that they are cut
    /// at the deadline.
    #[must_use]
    pub fn code(mut self, code: CloseCode) -> Self {
        self.code = code;
        self
    }

    /// The text of the Closes, instead of `service restart` for 1012, `going away` for 1001, `try
    /// again later` for 1013 and nothing for others. The retry window is added to it; of a text that
    /// is too long for both, the end is dropped.
    #[must_use]
    pub fn reason(mut self, reason: &str) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// How many connections are closed in a second.
    #[must_use]
    pub fn rate(mut self, per_second: NonZeroU32) -> Self {
        self.rate = per_second;
        self
    }

    /// The last connection is closed within this time of the first; the rate is raised if that is
    /// what it takes. `Duration::MAX` has the rate alone decide.
    #[must_use]
    pub fn within(mut self, within: Duration) -> Self {
        self.within = within;
        self
    }

    /// How many clients may come back in a second. Where the connections are closed faster than
    /// that, the retry window is widened until they arrive more slowly, up to
    /// [an hour](RetryWindow::MAX): enough for 1.8 million clients at the default. Clients of this
    /// library obey all of it.
    #[must_use]
    pub fn admit(mut self, per_second: NonZeroU32) -> Self {
        self.admit = per_second;
        self
    }

    /// When clients are asked to come back, counted from their Close.
    #[must_use]
    pub fn retry(mut self, window: RetryWindow) -> Self {
        self.retry = window;
        self
    }

    /// How long before the first Close handlers are told, if any listens
    /// ([`WebSocket::leaving`](crate::WebSocket::leaving)).
    #[must_use]
    pub fn notice(mut self, notice: Duration) -> Self {
        self.notice = notice;
        self
    }

    /// How long a peer may take to answer its Close before it is cut. The connection's own
    /// [`Limits::close_budget`](crate::Limits) holds, too. A handler that does not receive for so
    /// long still gets what had come by then: up to 256 KiB and 4,096 messages, but nothing of a
    /// message that it reads in pieces.
    #[must_use]
    pub fn close_budget(mut self, budget: Duration) -> Self {
        self.close_budget = budget;
        self
    }

    /// When those who are left are cut, counted from the beginning. The rate is raised so that everybody
    /// has been sent a Close a close budget before that, or in half of the time if there is not as
    /// much. Who opens too late for that has a second to answer.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Leaves those who come new to another process that listens on the same socket: while the
    /// drain lasts, a server of this library accepts nobody. Handshakes that have begun are
    /// finished, and their connections closed like all others.
    #[must_use]
    pub fn elsewhere(mut self) -> Self {
        self.elsewhere = true;
        self
    }

    /// The window that so many clients are told.
    fn window(&self, connections: usize) -> RetryWindow {
        let rate = self.pace(connections).per_second();
        let admit = f64::from(self.admit.get());
        let asked = self.retry.max().saturating_sub(self.retry.min());
        if rate <= admit {
            return self.retry;
        }
        // All are closed before the first window is over, so they come back spread over one.
        #[expect(clippy::cast_precision_loss, reason = "an estimate")]
        let needed = Duration::try_from_secs_f64(connections as f64 / admit);
        let width = asked.max(needed.unwrap_or(Duration::MAX));
        let max = self.retry.min().saturating_add(width);
        RetryWindow::new(self.retry.min(), max).unwrap_or(self.retry)
    }

    /// The Close that so many clients get.
    fn close(&self, connections: usize) -> CloseFrame {
        let text = match &self.reason {
            Some(text) => text,
            None if self.code == CloseCode::SERVICE_RESTART => "service restart",
            None if self.code == CloseCode::GOING_AWAY => "going away",
            None if self.code == CloseCode::TRY_AGAIN_LATER => "try again later",
            None => "",
        };
        let reason = self.window(connections).append_to(text);
        CloseFrame::new(self.code, &reason).unwrap_or_else(|_| CloseFrame::of_code(self.code))
    }

    /// How fast so many connections are closed.
    fn pace(&self, connections: usize) -> pace::Pace {
        let within = match self.deadline {
            None => self.within,
            Some(deadline) => {
                let left = deadline.saturating_sub(self.notice);
                let to_answer = left.saturating_sub(self.close_budget);
                self.within.min(to_answer.max(left / 2))
            }
        };
        pace::Pace::new(self.rate, within, connections)
    }
}

const DEFAULT_RATE: NonZeroU32 = NonZeroU32::new(200).expect("not zero");

const DEFAULT_ADMIT: NonZeroU32 = NonZeroU32::new(500).expect("not zero");

#[cfg(test)]
mod tests;
