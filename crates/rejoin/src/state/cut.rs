//! What is left to be received of a connection that is cut.
//!
//! A handler that is busy while its service drains has not seen what its peer sent. It is taken in
//! when the connection is cut, and waits where the handler looks for it.

use core::task::{Context, Waker};
use std::collections::VecDeque;

use bytes::BytesMut;
use rejoin_proto::{Delivery, Event, Message};

use super::State;
use crate::buffers::{self, Buffer};

/// How many messages are kept at the most; the smallest ones take ten times their size.
const MOST: usize = 4_096;

impl State {
    /// The messages that were read, or have come and can be read at once; of those that come in pieces
    /// to whoever reads them, none.
    pub(super) fn take_what_came(&mut self) -> VecDeque<Message> {
        let mut came = VecDeque::new();
        if self.handles == 0 || self.connection.in_pieces() {
            return came;
        }
        self.take_messages(&mut came);
        let context = &mut Context::from_waker(Waker::noop());
        if self.connection.wants_read() && self.poll_read(context).is_ready() {
            self.take_messages(&mut came);
        }
        came
    }

    fn take_messages(&mut self, came: &mut VecDeque<Message>) {
        // Messages share the memory that they came in: it is to be no larger than they are.
        if let Some(input) = self.input.take() {
            let own = BytesMut::from(&input[..]);
            buffers::give_back(input);
            self.input = Some(Buffer::own(own));
        }
        while came.len() < MOST {
            match self.next_event(Delivery::Whole) {
                Some(Event::Message(message)) => came.push_back(message),
                Some(Event::Piece(_) | Event::Ping(_) | Event::Pong { .. } | _) => {}
                None => break,
            }
        }
    }
}
