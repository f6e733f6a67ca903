//! Messages that came with one read and wait in the handle that receives.
//!
//! They are taken out of the read together, so that the connection is locked once for all of them.

use core::cell::RefCell;
use std::collections::VecDeque;

use rejoin_proto::Message;

/// How many messages wait at the most.
pub(crate) const MOST: usize = 256;

/// How many empty queues a thread keeps.
const KEPT: usize = 8;

thread_local! {
    static SPARE: RefCell<Vec<Inbox>> = const { RefCell::new(Vec::new()) };
}

/// Owns no memory while it is empty, and is one word then.
#[derive(Debug, Default)]
pub(crate) struct Inbox(Option<Box<Queue>>);

#[derive(Debug, Default)]
struct Queue {
    messages: VecDeque<Message>,
}

impl Inbox {
    pub(crate) fn push(&mut self, message: Message) {
        if self.0.is_none() {
            *self = take_spare();
        }
        self.0.get_or_insert_default().messages.push_back(message);
    }

    pub(crate) fn pop(&mut self) -> Option<Message> {
        let queue = self.0.as_mut()?;
        let message = queue.messages.pop_front();
        if queue.messages.is_empty() {
            give_back(Self(self.0.take()));
        }
        message
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |queue| queue.messages.len())
    }

    /// The bytes of the messages that wait.
    pub(crate) fn held_bytes(&self) -> usize {
        let waiting = self.0.iter().flat_map(|queue| &queue.messages);
        waiting.map(Message::len).sum()
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
    use super::*;

    #[test]
    fn messages_come_out_in_order_and_nothing_is_held_behind_the_last() {
        let mut inbox = Inbox::default();
        assert!(inbox.is_empty() && inbox.pop().is_none());
        for _ in 0..2 {
            inbox.push(Message::text("one"));
            inbox.push(Message::text("two"));
            assert_eq!(inbox.held_bytes(), 6);
            assert_eq!(inbox.pop(), Some(Message::text("one")));
            assert!(!inbox.is_empty());
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
    fn a_thread_keeps_a_few_queues_only() {
        let mut inboxes: Vec<Inbox> = (0..2 * KEPT).map(|_| Inbox::default()).collect();
        for inbox in &mut inboxes {
            inbox.push(Message::text(""));
        }
        for inbox in &mut inboxes {
            inbox.pop();
        }
        assert_eq!(SPARE.with_borrow(Vec::len), KEPT);
    }
}
