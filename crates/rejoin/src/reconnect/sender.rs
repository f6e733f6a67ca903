//! What other tasks hold of a socket that reconnects.

use std::sync::Arc;

use rejoin_proto::{CloseCode, CloseFrame, Endpoint, Message, Misuse};

use super::outbox::{Outbox, SendError};
use crate::Error;

/// Sends, closes and hurries a [`ReconnectingSocket`](super::ReconnectingSocket) from other tasks.
///
/// Cheap to clone. What is sent waits in the outbox until a connection is open and set up, and
/// leaves in order while [`next`](super::ReconnectingSocket::next) is being called.
#[derive(Clone, Debug)]
pub struct ReconnectingSender {
    outbox: Arc<Outbox>,
}

impl ReconnectingSender {
    pub(super) fn new(outbox: Arc<Outbox>) -> Self {
        Self { outbox }
    }

    /// Puts a message into the outbox, after waiting for room in it.
    ///
    /// When it returns the message is accepted: it is sent on this connection or a later one, once,
    /// or reported by an event. It must not be called by the task that calls
    /// [`next`](super::ReconnectingSocket::next), which makes the room; there, use
    /// [`try_send`](Self::try_send).
    ///
    /// # Errors
    ///
    /// The message, if there will be no connection any more.
    ///
    /// # Cancel safety
    ///
    /// Safe: a future that is dropped before it returns has sent nothing.
    pub async fn send(&self, message: impl Into<Message>) -> Result<(), SendError> {
        self.outbox.send(message.into()).await
    }

    /// Puts a message into the outbox if there is room for it.
    ///
    /// # Errors
    ///
    /// The message, if there is no room or there will be no connection any more.
    pub fn try_send(&self, message: impl Into<Message>) -> Result<(), SendError> {
        self.outbox.offer(message.into())
    }

    /// Closes for good: what is in the outbox leaves first if a connection is open, then the Close;
    /// nothing more is accepted. Without a connection it is over at once.
    ///
    /// The socket's events tell how it ends; the last one is
    /// [`GaveUp`](super::Event::GaveUp) with what was not sent. Of several wishes the first counts.
    ///
    /// # Errors
    ///
    /// If clients may not send the code, or the reason is longer than 123 bytes; nothing has changed
    /// then.
    pub fn close(&self, code: CloseCode, reason: &str) -> Result<(), Error> {
        let close = CloseFrame::new(code, reason)?;
        if !code.may_be_sent_by(Endpoint::Client) {
            return Err(Misuse::CodeOfOtherEnd(code).into());
        }
        self.outbox.ask_to_close(close);
        Ok(())
    }

    /// Ends the wait before the next attempt, if there is one: the network is back, or a person asks.
    pub fn reconnect_now(&self) {
        self.outbox.ask_to_hurry();
    }

    /// How many messages wait in the outbox.
    pub fn waiting_messages(&self) -> usize {
        self.outbox.waiting().0
    }

    /// How many payload bytes wait in the outbox.
    pub fn waiting_bytes(&self) -> usize {
        self.outbox.waiting().1
    }
}
