//! Keepalive and the budgets of the closing handshake: the next deadline of each connection.

use core::task::{Context, Poll, ready};
use std::sync::Arc;

use tokio::time::Instant;

use super::{Flag, Shared, State};
use crate::keeper::{self, Ticket};
use crate::wakers::Side;

impl State {
    /// Lets deadlines pass. Ready means that something has changed; pending that those who wait are
    /// woken at the next one, or that there is none.
    pub(super) fn poll_time(&mut self, me: &Arc<Shared>, context: &mut Context<'_>) -> Poll<()> {
        ready!(self.poll_deadline(me));
        // What came in time counts, however late it is looked at. Once: what came later does not.
        let unasked =
            !self.flags.has(Flag::LateRead) && self.connection.wants_read() && !self.more_came();
        self.flags.raise(Flag::LateRead);
        if unasked && self.poll_read(context).is_ready() {
            self.wakers.wake(Side::Receiver);
            return Poll::Ready(());
        }
        self.connection.handle_timeout(Instant::now().into_std());
        Poll::Ready(())
    }

    /// Ready once a deadline has passed; pending for ever if there is none.
    fn poll_deadline(&mut self, me: &Arc<Shared>) -> Poll<()> {
        let open = self.connection.is_open();
        let deadline = if open && self.more_came() {
            // A sender is at work while what the peer has said waits to be received: the peer is
            // not silent, and the watch over it goes on when somebody receives. It must read, though.
            self.connection.send_deadline()
        } else {
            self.connection.poll_timeout()
        };
        let Some(deadline) = deadline.map(Instant::from_std) else {
            self.ticket = None;
            return Poll::Pending;
        };
        let registered = self.ticket.as_ref().map(Ticket::at);
        let in_time = registered.is_some_and(|at| at <= deadline);
        // A later deadline is looked at when the registered one has come: most reads only move it.
        // The budgets of a closing handshake do not move, and are kept to the letter.
        if open && in_time {
            return Poll::Pending;
        }
        if deadline <= Instant::now() {
            return Poll::Ready(());
        }
        self.flags.lower(Flag::LateRead);
        if !in_time {
            self.ticket = keeper::register(me, deadline);
        }
        Poll::Pending
    }

    /// The registered deadline has come: whoever waits looks at what is due.
    pub(crate) fn deadline_came(&mut self) {
        self.ticket = None;
        self.wakers.wake_all();
    }

    /// Whoever receives looks at the deadline again, because it may have come closer.
    pub(super) fn wake_for_deadline(&mut self) {
        self.wakers.wake(Side::Receiver);
    }
}
