//! Messages that wait for a connection, and what else the application's tasks ask of it.

use core::task::Waker;
use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rejoin_proto::{CloseFrame, Message};
use tokio::sync::Notify;

/// How much may wait for a connection, and what happens to more.
///
/// ```
/// use rejoin::reconnect::{OutboxLimits, Overflow};
///
/// let mut limits = OutboxLimits::default();
/// limits.max_messages = 100;
/// limits.overflow = Overflow::DropOldest;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OutboxLimits {
    /// Default 1024; at least 1.
    pub max_messages: usize,
    /// Payload bytes. Default 1 MiB. A message larger than all of it is taken while nothing else
    /// waits.
    pub max_bytes: usize,
    /// Default [`Overflow::Wait`].
    pub overflow: Overflow,
}

impl Default for OutboxLimits {
    fn default() -> Self {
        Self {
            max_messages: 1_024,
            max_bytes: 1 << 20,
            overflow: Overflow::Wait,
        }
    }
}

/// What happens to a message for which there is no room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Overflow {
    /// The oldest messages make room for it; the event
    /// [`Dropped`](super::Event::Dropped) counts them.
    DropOldest,
    /// Who sends it waits, or gets it back. The default.
    #[default]
    Wait,
}

/// Messages that made room for newer ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dropped {
    /// How many.
    pub messages: u64,
    /// Their payload bytes.
    pub bytes: u64,
}

/// A message that was not taken.
#[derive(Clone, PartialEq, Eq)]
pub struct SendError {
    message: Message,
    why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    Full,
    Over,
}

impl SendError {
    /// Whether there was no room for it.
    pub fn is_full(&self) -> bool {
        self.why == Why::Full
    }

    /// Whether there will be no further connection: it was closed, gave up, or was dropped.
    pub fn is_over(&self) -> bool {
        self.why == Why::Over
    }

    /// The message.
    pub fn into_message(self) -> Message {
        self.message
    }
}

impl fmt::Debug for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SendError({:?}, {:?})", self.why, self.message)
    }
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.why {
            Why::Full => "the outbox is full; wait for room, or allow more in its limits",
            Why::Over => "the connection was given up, nothing is sent any more",
        })
    }
}

impl core::error::Error for SendError {}

/// Shared by the socket and its senders.
#[derive(Debug)]
pub(super) struct Outbox {
    state: Mutex<State>,
    /// Told when there is room, and when it is over.
    room: Notify,
}

#[derive(Debug)]
struct State {
    limits: OutboxLimits,
    messages: VecDeque<Message>,
    bytes: usize,
    dropped: Dropped,
    /// The task that drives the socket.
    driver: Option<Waker>,
    /// Whether the wait before the next attempt is to end.
    hurry: bool,
    /// How the application wants to close.
    close: Option<CloseFrame>,
    over: bool,
}

impl Outbox {
    pub(super) fn new(limits: OutboxLimits) -> Self {
        Self {
            state: Mutex::new(State {
                limits,
                messages: VecDeque::new(),
                bytes: 0,
                dropped: Dropped::default(),
                driver: None,
                hurry: false,
                close: None,
                over: false,
            }),
            room: Notify::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing that is called while it is locked panics half-way.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes something for the driver to see.
    fn tell<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let (outcome, driver) = {
            let mut state = self.lock();
            (change(&mut state), state.driver.clone())
        };
        if let Some(driver) = driver {
            driver.wake();
        }
        outcome
    }
}

/// What senders do.
impl Outbox {
    pub(super) fn offer(&self, message: Message) -> Result<(), SendError> {
        self.tell(|state| {
            if state.over || state.close.is_some() {
                let why = Why::Over;
                return Err(SendError { message, why });
            }
            while !state.has_room(message.len()) {
                if state.limits.overflow == Overflow::Wait {
                    let why = Why::Full;
                    return Err(SendError { message, why });
                }
                state.drop_oldest();
            }
            state.bytes += message.len();
            state.messages.push_back(message);
            Ok(())
        })
    }

    pub(super) async fn send(&self, mut message: Message) -> Result<(), SendError> {
        loop {
            // From here on no room is missed that another task makes.
            let room = self.room.notified();
            match self.offer(message) {
                Err(error) if error.is_full() => message = error.into_message(),
                other => return other,
            }
            room.await;
        }
    }

    /// The first wish to close counts.
    pub(super) fn ask_to_close(&self, close: CloseFrame) {
        self.tell(|state| {
            state.close.get_or_insert(close);
        });
        self.room.notify_waiters();
    }

    pub(super) fn ask_to_hurry(&self) {
        self.tell(|state| state.hurry = true);
    }

    /// Messages that wait, and their bytes.
    pub(super) fn waiting(&self) -> (usize, usize) {
        let state = self.lock();
        (state.messages.len(), state.bytes)
    }
}

/// What the driver does.
impl Outbox {
    pub(super) fn register(&self, driver: &Waker) {
        let mut state = self.lock();
        if !state
            .driver
            .as_ref()
            .is_some_and(|known| known.will_wake(driver))
        {
            state.driver = Some(driver.clone());
        }
    }

    pub(super) fn take(&self) -> Option<Message> {
        let message = {
            let mut state = self.lock();
            let message = state.messages.pop_front()?;
            state.bytes -= message.len();
            message
        };
        self.room.notify_waiters();
        Some(message)
    }

    /// Puts a message back that was taken and could not be sent.
    pub(super) fn put_back(&self, message: Message) {
        let mut state = self.lock();
        state.bytes += message.len();
        state.messages.push_front(message);
    }

    pub(super) fn take_dropped(&self) -> Option<Dropped> {
        let dropped = core::mem::take(&mut self.lock().dropped);
        (dropped != Dropped::default()).then_some(dropped)
    }

    pub(super) fn close(&self) -> Option<CloseFrame> {
        self.lock().close.clone()
    }

    /// A wait begins; who wanted to hurry before did not mean this one.
    pub(super) fn begin_wait(&self) {
        self.lock().hurry = false;
    }

    pub(super) fn is_hurried(&self) -> bool {
        self.lock().hurry
    }

    /// Nothing is taken from now on; what waits is handed back.
    pub(super) fn end(&self) -> Vec<Message> {
        let messages = {
            let mut state = self.lock();
            state.over = true;
            state.driver = None;
            state.bytes = 0;
            core::mem::take(&mut state.messages)
        };
        self.room.notify_waiters();
        messages.into()
    }
}

impl State {
    fn has_room(&self, bytes: usize) -> bool {
        let fits = self.messages.len() < self.limits.max_messages
            && self.bytes.saturating_add(bytes) <= self.limits.max_bytes;
        fits || self.messages.is_empty()
    }

    fn drop_oldest(&mut self) {
        if let Some(message) = self.messages.pop_front() {
            self.bytes -= message.len();
            self.dropped.messages += 1;
            self.dropped.bytes = self.dropped.bytes.saturating_add(message.len() as u64);
        }
    }
}

#[cfg(test)]
mod tests;
