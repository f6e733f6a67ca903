//! Who waits for a connection: a receiving task, a sending one, and the flush arranged for them.

use core::task::{Context, Waker};
use std::sync::Arc;
use std::task::Wake;

/// The tasks to wake when the transport moves.
#[derive(Debug, Default)]
pub(crate) struct Wakers {
    receiver: Option<Waker>,
    /// Most connections have nobody else.
    others: Option<Box<Others>>,
}

#[derive(Debug, Default)]
struct Others {
    sender: Option<Waker>,
    flush: Option<Waker>,
    /// Wakes all of them; made when a second one waits.
    joint: Option<Waker>,
}

/// What a task does with the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Receiver,
    Sender,
    Flush,
}

struct Joint(Vec<Waker>);

impl Wake for Joint {
    fn wake(self: Arc<Self>) {
        self.0.iter().for_each(Waker::wake_by_ref);
    }
}

impl Wakers {
    /// Notes the task at work, and returns the waker to hand to the transport if that is another
    /// one.
    ///
    /// A transport remembers one task for each direction, and any side may read or write (pongs,
    /// TLS): as long as several tasks wait, it is given a waker that wakes them all.
    #[inline]
    pub(crate) fn register(&mut self, side: Side, context: &Context<'_>) -> Option<Waker> {
        let waker = context.waker();
        let known = self.known(side);
        if !known.is_some_and(|known| known.will_wake(waker)) {
            self.note(side, waker);
        }
        if self.others.is_some() {
            self.join(waker)
        } else {
            None
        }
    }

    #[inline]
    fn known(&self, side: Side) -> Option<&Waker> {
        let others = || self.others.as_ref();
        match side {
            Side::Receiver => self.receiver.as_ref(),
            Side::Sender => others()?.sender.as_ref(),
            Side::Flush => others()?.flush.as_ref(),
        }
    }

    #[inline(never)]
    fn note(&mut self, side: Side, waker: &Waker) {
        *self.place(side) = Some(waker.clone());
        self.forget_joint();
    }

    /// The waker of all who wait, if this one is not all of them.
    #[inline(never)]
    fn join(&mut self, waker: &Waker) -> Option<Waker> {
        let others = self.others.as_mut()?;
        let waiting = [&self.receiver, &others.sender, &others.flush];
        let mut waiting = waiting.into_iter().flatten();
        if waiting.clone().all(|other| other.will_wake(waker)) {
            return None;
        }
        let join = || Waker::from(Arc::new(Joint(waiting.by_ref().cloned().collect())));
        Some(others.joint.get_or_insert_with(join).clone())
    }

    /// The task of one side waits no more.
    #[inline]
    pub(crate) fn forget(&mut self, side: Side) {
        if side == Side::Receiver || self.others.is_some() {
            self.take(side);
        }
    }

    /// Wakes the task of one side, if it waits, and forgets it.
    pub(crate) fn wake(&mut self, side: Side) {
        if let Some(waker) = self.take(side) {
            waker.wake();
        }
    }

    /// Wakes whoever waits.
    pub(crate) fn wake_all(&mut self) {
        for side in [Side::Receiver, Side::Sender, Side::Flush] {
            self.wake(side);
        }
    }

    fn place(&mut self, side: Side) -> &mut Option<Waker> {
        match side {
            Side::Receiver => &mut self.receiver,
            Side::Sender => &mut self.others.get_or_insert_default().sender,
            Side::Flush => &mut self.others.get_or_insert_default().flush,
        }
    }

    fn take(&mut self, side: Side) -> Option<Waker> {
        if side != Side::Receiver && self.others.is_none() {
            return None;
        }
        let taken = self.place(side).take();
        if taken.is_some() {
            self.forget_joint();
        }
        if self
            .others
            .as_ref()
            .is_some_and(|others| others.sender.is_none() && others.flush.is_none())
        {
            self.others = None;
        }
        taken
    }

    fn forget_joint(&mut self) {
        if let Some(others) = &mut self.others {
            others.joint = None;
        }
    }
}
