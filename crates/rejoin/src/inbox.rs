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
    static SPARE: RefCell<Vec<Box<VecDeque<Message>>>> = const { RefCell::new(Vec::new()) };
}

/// Owns no memory while it is empty.
#[derive(Debug, Default)]
pub(crate) struct Inbox(Option<Box<VecDeque<Message>>>);

impl Inbox {
    pub(crate) fn push(&mut self, message: Message) {
        self.0.get_or_insert_with(take).push_back(message);
    }

    pub(crate) fn pop(&mut self) -> Option<Message> {
        let queue = self.0.as_mut()?;
        let message = queue.pop_front();
        if queue.is_empty()
            && let Some(queue) = self.0.take()
        {
            give_back(queue);
        }
        message
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}

fn take() -> Box<VecDeque<Message>> {
    let spare = SPARE.try_with(|spare| spare.borrow_mut().pop());
    spare.ok().flatten().unwrap_or_default()
}

fn give_back(queue: Box<VecDeque<Message>>) {
    // A thread that is ending keeps nothing.
    let _ = SPARE.try_with(|spare| {
        let mut spare = spare.borrow_mut();
        if spare.len() < KEPT {
            spare.push(queue);
        }
    });
}
