//! Messages that came with one read and wait in the handle that receives.
//!
//! They are taken out of the read together, so that the connection is locked once for all of them.
//! They stay where they were read until they are asked for.

use core::cell::RefCell;

use rejoin_proto::{Message, Ready};

/// How many messages wait at the most.
pub(crate) const MOST: usize = 256;

/// How many empty lists a thread keeps.
const KEPT: usize = 8;

thread_local! {
    static SPARE: RefCell<Vec<Inbox>> = const { RefCell::new(Vec::new()) };
}

/// Owns no memory while it is empty, and is one word then.
#[derive(Debug, Default)]
pub(crate) struct Inbox(Option<Box<Ready>>);

impl Inbox {
    /// Has `fill` put messages into it, if it is empty.
    pub(crate) fn fill(&mut self, fill: impl FnOnce(&mut Ready)) {
        if !self.is_empty() {
            return;
        }
        *self = take_spare();
        let list = self.0.get_or_insert_default();
        fill(list);
        if list.is_empty() {
            self.give_back_list();
        }
    }

    #[inline]
    pub(crate) fn pop(&mut self) -> Option<Message> {
        let list = self.0.as_mut()?;
        let message = list.next();
        if list.is_empty() {
            self.give_back_list();
        }
        message
    }

    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// The bytes of the messages that wait.
    pub(crate) fn held_bytes(&self) -> usize {
        self.0.as_ref().map_or(0, |list| list.held_bytes())
    }

    #[inline(never)]
    fn give_back_list(&mut self) {
        give_back(Self(self.0.take()));
    }
}

fn take_spare() -> Inbox {
    let spare = SPARE.try_with(|spare| spare.borrow_mut().pop());
    spare.ok().flatten().unwrap_or_default()
}

fn give_back(empty: Inbox) {
    // A thread that is ending keeps nothing.
    let _ = SPARE.try_with(|spare| {
        let mut spare = spare.borrow_mut();
        if spare.len() < KEPT {
            spare.push(empty);
        }
    });
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Instant;

    use bytes::BytesMut;
    use rejoin_proto::extension::Chain;
    use rejoin_proto::{Config, Connection};

    use super::*;

    /// Puts "one" and "two" into it, as a read brings them to a client.
    fn fill(inbox: &mut Inbox) {
        let now = Instant::now();
        let config = Arc::new(Config::default());
        let mut client = Connection::client(&config, Chain::new(), || [0; 4], now);
        let mut input = BytesMut::from(&b"\x81\x03one\x81\x03two"[..]);
        inbox.fill(|ready| client.receive_ready(&mut input, MOST, ready));
    }

    #[test]
    fn messages_come_out_in_order_and_nothing_is_held_behind_the_last() {
        let mut inbox = Inbox::default();
        assert!(inbox.is_empty() && inbox.pop().is_none());
        for _ in 0..2 {
            fill(&mut inbox);
            assert_eq!(inbox.held_bytes(), 6);
            assert_eq!(inbox.pop(), Some(Message::text("one")));
            assert!(!inbox.is_empty());
            assert_eq!(inbox.held_bytes(), 3);
            assert_eq!(inbox.pop(), Some(Message::text("two")));
            assert!(inbox.is_empty() && inbox.pop().is_none());
        }
        assert_eq!(
            SPARE.with_borrow(Vec::len),
            1,
            "the second round used it again"
        );
    }

    #[test]
    fn a_list_into_which_nothing_was_put_is_kept_for_others() {
        let mut inbox = Inbox::default();
        inbox.fill(|_| ());
        assert!(inbox.is_empty());
        assert_eq!(SPARE.with_borrow(Vec::len), 1);
    }

    #[test]
    fn a_thread_keeps_a_few_lists_only() {
        let mut inboxes: Vec<Inbox> = (0..2 * KEPT).map(|_| Inbox::default()).collect();
        for inbox in &mut inboxes {
            fill(inbox);
        }
        for inbox in &mut inboxes {
            assert!(inbox.pop().is_some() && inbox.pop().is_some());
        }
        assert_eq!(SPARE.with_borrow(Vec::len), KEPT);
    }
}
