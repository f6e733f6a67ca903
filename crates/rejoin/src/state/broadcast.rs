//! Sending what was prepared for many connections.

use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::sync::Arc;

use rejoin_proto::{CloseFrame, Misuse, Prepared, Role};

use super::{Flag, Shared, State};
use crate::broadcast::{Lag, Policy};
use crate::scope;

/// What became of a message for many at one connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Too much was unsent.
    Behind,
    /// Another message is being sent in pieces.
    Busy,
    /// Nothing can be sent any more.
    Gone,
    /// It was written, or queued and will be.
    Reached,
}

impl State {
    /// Sends the prepared messages from `first` on: straight to the transport where nothing waits to
    /// be written, otherwise behind what does. Nothing is waited for; a task writes the rest.
    pub(crate) fn send_prepared(
        &mut self,
        me: &Arc<Shared>,
        prepared: &mut Prepared,
        first: usize,
        policy: &Policy,
    ) -> Outcome {
        if !self.takes_messages() {
            return Outcome::Gone;
        }
        let unsent = self.connection.unsent_bytes();
        let high = self.connection.limits().send_high_bytes;
        if unsent > policy.max_unsent_bytes.unwrap_or(high) {
            if let Lag::Close(close) = &policy.lag {
                self.close_slow(me, close.clone());
            }
            return Outcome::Behind;
        }
        // Somebody else may wait for the transport, and must stay the one whom it wakes.
        let at_rest = unsent == 0 && !self.flags.has(Flag::Unflushed);
        if self.role() == Role::Client {
            self.lend_buffer();
        }
        let context = &mut Context::from_waker(Waker::noop());
        let (mut fault, mut unflushed) = (None, false);
        let transport = Pin::new(&mut *self.transport);
        let sent = self.connection.send_prepared(prepared, first, |bytes| {
            if !at_rest {
                return 0;
            }
            match transport.poll_write(context, bytes) {
                Poll::Ready(Ok(written)) => {
                    unflushed = written > 0;
                    written
                }
                Poll::Ready(Err(error)) => {
                    fault = Some(error.kind());
                    0
                }
                Poll::Pending => 0,
            }
        });
        if unflushed {
            self.flags.raise(Flag::Unflushed);
        }
        match self.after_sending(sent) {
            Ok(()) => {}
            Err(Misuse::MessageInProgress) => return Outcome::Busy,
            Err(_) => return Outcome::Gone,
        }
        if let Some(kind) = fault {
            self.note_write_fault(kind);
        }
        if !at_rest || self.poll_write_out(context).is_pending() {
            self.arrange_flush_apart(me);
        }
        if self.write_fault.is_some() {
            Outcome::Gone
        } else {
            Outcome::Reached
        }
    }

    /// Begins to close a peer that takes too little. If it may not be told so, it goes on.
    fn close_slow(&mut self, me: &Arc<Shared>, close: CloseFrame) {
        if self.start_close(close).is_ok() {
            self.arrange_flush_apart(me);
        }
    }

    /// Has a task of its own write what is queued: the one at work here may have to do with many
    /// connections, and is not to be woken for each.
    fn arrange_flush_apart(&mut self, me: &Arc<Shared>) {
        if self.flags.has(Flag::FlushArranged) {
            return;
        }
        let arranged = scope::arrange_flush_apart(me);
        self.flags.note(Flag::FlushArranged, arranged);
        // A peer that takes nothing is given up in time.
        self.wake_for_deadline();
    }
}
