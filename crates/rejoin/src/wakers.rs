//! Who waits for a connection: a receiving task, a sending one, and the flush arranged for them.

use core::task::{Context, Waker};
use std::sync::Arc;
use std::task::Wake;

/// The tasks to wake when the transport moves.
#[derive(Debug, Default)]
pub(crate) struct Wakers {
    waiting: [Option<Waker>; 3],
    /// Wakes all of them; made when a second one waits.
    joint: Option<Waker>,
}

/// What a task does with the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Receiver = 0,
    Sender = 1,
    Flush = 2,
}

struct Joint(Vec<Waker>);

impl Wake for Joint {
    fn wake(self: Arc<Self>) {
        self.0.iter().for_each(Waker::wake_by_ref);
    }
}

impl Wakers {
    /// Notes the task at work and returns the waker to hand to the transport.
    ///
    /// A transport remembers one task for each direction, and any side may read or write (pongs,
    /// TLS): as long as several tasks wait, it is given a waker that wakes them all.
    pub(crate) fn register(&mut self, side: Side, context: &Context<'_>) -> Waker {
        let waker = context.waker();
        let own = &mut self.waiting[side as usize];
        if !own.as_ref().is_some_and(|known| known.will_wake(waker)) {
            *own = Some(waker.clone());
            self.joint = None;
        }
        if self
            .waiting
            .iter()
            .flatten()
            .all(|other| other.will_wake(waker))
        {
            return waker.clone();
        }
        let waiting = &self.waiting;
        let join = || Waker::from(Arc::new(Joint(waiting.iter().flatten().cloned().collect())));
        self.joint.get_or_insert_with(join).clone()
    }

    /// The task of one side waits no more.
    pub(crate) fn forget(&mut self, side: Side) {
        if self.waiting[side as usize].take().is_some() {
            self.joint = None;
        }
    }

    /// Wakes the task of one side, if it waits, and forgets it.
    pub(crate) fn wake(&mut self, side: Side) {
        if let Some(waker) = self.waiting[side as usize].take() {
            self.joint = None;
            waker.wake();
        }
    }

    /// Wakes whoever waits.
    pub(crate) fn wake_all(&mut self) {
        for side in [Side::Receiver, Side::Sender, Side::Flush] {
            self.wake(side);
        }
    }
}
