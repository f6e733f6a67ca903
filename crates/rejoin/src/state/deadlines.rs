//! Keepalive and the budgets of the closing handshake: one timer for each connection.

use core::task::{Context, Poll, ready};

use tokio::time::{Instant, sleep_until};

use super::State;
use crate::transport::Transport;
use crate::wakers::Side;

impl State<dyn Transport> {
    /// Lets deadlines pass. Ready means that something has changed; pending that the timer is set,
    /// or that there is nothing to wait for.
    pub(super) fn poll_time(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let deadline = ready!(self.poll_deadline(context));
        // What came in time counts, however late it is looked at. Once: what came later does not.
        let unasked = self.read_at < deadline && self.connection.wants_read() && !self.unlooked;
        if unasked && self.poll_read(context).is_ready() {
            self.wakers.wake(Side::Receiver);
            return Poll::Ready(());
        }
        self.connection.handle_timeout(Instant::now().into_std());
        Poll::Ready(())
    }

    /// The deadline, once it has passed; pending for ever if there is none.
    fn poll_deadline(&mut self, context: &mut Context<'_>) -> Poll<Instant> {
        let deadline = if self.connection.is_open() && self.unlooked {
            // A sender is at work while what the peer has said waits to be received: the peer is
            // not silent, and the watch over it goes on when somebody receives. It must read, though.
            self.connection.send_deadline()
        } else {
            self.connection.poll_timeout()
        };
        let Some(deadline) = deadline.map(Instant::from_std) else {
            self.timer = None;
            return Poll::Pending;
        };
        let timer = self
            .timer
            .get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        // A later deadline is looked at when the timer fires: most reads only move it.
        if timer.deadline() > deadline {
            timer.as_mut().reset(deadline);
        }
        loop {
            ready!(timer.as_mut().poll(context));
            if deadline <= timer.deadline() {
                return Poll::Ready(deadline);
            }
            timer.as_mut().reset(deadline);
        }
    }

    /// Whoever receives looks at the deadline again, because it may have come closer.
    pub(super) fn wake_for_deadline(&mut self) {
        self.wakers.wake(Side::Receiver);
    }
}
