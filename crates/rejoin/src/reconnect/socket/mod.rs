//! The socket that comes back by itself.

mod attempt;
mod open;

use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::fmt;
use std::sync::Arc;

use futures_core::Stream;
use rejoin_proto::{CloseCode, Message};
use tokio::time::{Instant, Sleep, sleep};

use super::builder::{BoxFuture, Hooks, Reconnect};
use super::cause::Cause;
use super::course::Course;
use super::event::{Event, GaveUp, Opened, Waiting};
use super::outbox::{Outbox, SendError};
use super::policy::{Address, Decision, GiveUp};
use super::sender::ReconnectingSender;
use crate::{Client, Connected, Error};
use open::Open;

/// A connection that is made again when it ends.
///
/// Made by [`Reconnect::start`]. All its work is done in [`next`](Self::next); no task runs beside it.
/// Call it in a loop, and send from the loop by [`try_send`](Self::try_send) or from other tasks by a
/// [`sender`](Self::sender).
///
/// # Messages
///
/// What is sent waits in an outbox with [limits](Reconnect::outbox) and leaves in order, on this
/// connection or a later one, each message once. What happens to those that were on their way when a
/// connection ended is told by [`Closed`](super::Closed).
///
/// # Runtime
///
/// It needs a tokio runtime with its timer enabled.
///
/// # Drop
///
/// An open connection says goodbye in the background, as any
/// [`WebSocket`](crate::WebSocket#drop); senders are told that it is over.
pub struct ReconnectingSocket {
    client: Client,
    addresses: Vec<http::Request<()>>,
    /// Which of them is in use.
    address: usize,
    hooks: Hooks,
    jitter: Box<dyn FnMut() -> u64 + Send>,
    course: Course,
    outbox: Arc<Outbox>,
    state: State,
}

/// What it is at. Everything under way is in here, none of it in futures of the caller.
enum State {
    /// The next attempt begins.
    Beginning,
    Connecting(BoxFuture<Result<Connected, Cause>>),
    SettingUp(BoxFuture<Result<Connected, Cause>>),
    Open(Box<Open>),
    /// There is no connection; what comes next is to be decided.
    Ended(Cause),
    Waiting {
        timer: Pin<Box<Sleep>>,
        cause: Cause,
        needs_input: bool,
    },
    AskingForInput {
        answer: BoxFuture<Option<http::Request<()>>>,
        cause: Cause,
    },
    Over,
}

impl ReconnectingSocket {
    pub(super) fn new(settings: Reconnect) -> Self {
        Self {
            client: settings.client,
            addresses: settings.addresses,
            address: 0,
            hooks: settings.hooks,
            jitter: settings.jitter,
            course: Course::new(settings.policy),
            outbox: Arc::new(Outbox::new(settings.outbox)),
            state: State::Beginning,
        }
    }

    /// What happens next; `None` after [`Event::GaveUp`].
    ///
    /// # Cancel safety
    ///
    /// Safe: dropping the future loses nothing, the next call goes on where this one was. While nobody
    /// calls it nothing is sent or received, and no attempt begins.
    pub async fn next(&mut self) -> Option<Event> {
        poll_fn(|context| self.poll_event(context)).await
    }

    /// Puts a message into the outbox; see [`ReconnectingSender::try_send`].
    ///
    /// # Errors
    ///
    /// As there.
    pub fn try_send(&self, message: impl Into<Message>) -> Result<(), SendError> {
        self.outbox.offer(message.into())
    }

    /// Closes for good; see [`ReconnectingSender::close`]. Go on calling [`next`](Self::next).
    ///
    /// # Errors
    ///
    /// As there.
    pub fn close(&self, code: CloseCode, reason: &str) -> Result<(), Error> {
        self.sender().close(code, reason)
    }

    /// A handle for other tasks.
    pub fn sender(&self) -> ReconnectingSender {
        ReconnectingSender::new(Arc::clone(&self.outbox))
    }

    /// Whether a connection is open and set up.
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Open(_))
    }

    fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Event>> {
        self.outbox.register(context.waker());
        if let Some(dropped) = self.outbox.take_dropped() {
            return Poll::Ready(Some(Event::Dropped(dropped)));
        }
        loop {
            if let Some(event) = self.end_if_asked() {
                return Poll::Ready(Some(event));
            }
            match &mut self.state {
                State::Beginning => {
                    let request = self.addresses[self.address].clone();
                    let attempt = attempt::connect(&self.client, &self.hooks, request);
                    self.state = State::Connecting(attempt);
                }
                State::Connecting(attempt) => {
                    self.state = match ready!(attempt.as_mut().poll(context)) {
                        Ok(connected) => State::SettingUp(attempt::set_up(&self.hooks, connected)),
                        Err(cause) => State::Ended(cause),
                    };
                }
                State::SettingUp(attempt) => match ready!(attempt.as_mut().poll(context)) {
                    Ok(connected) => return Poll::Ready(Some(self.open(connected))),
                    Err(cause) => self.state = State::Ended(cause),
                },
                State::Open(open) => {
                    if let Some(message) = ready!(open.poll_message(&self.outbox, context)) {
                        return Poll::Ready(Some(Event::Message(message)));
                    }
                    let closed = open.end(&self.outbox, context);
                    tracing::debug!(closure = %closed.closure, kept = closed.kept, "it has ended");
                    self.state = State::Ended(closed.closure.clone().into());
                    return Poll::Ready(Some(Event::Closed(Box::new(closed))));
                }
                State::Ended(cause) => {
                    let cause = cause.clone();
                    return Poll::Ready(Some(self.decide(cause)));
                }
                State::Waiting { timer, .. } => {
                    if !self.outbox.is_hurried() {
                        ready!(timer.as_mut().poll(context));
                    }
                    self.end_wait();
                }
                State::AskingForInput { answer, cause } => {
                    if let Some(request) = ready!(answer.as_mut().poll(context)) {
                        self.addresses[self.address] = request;
                        self.state = State::Beginning;
                    } else {
                        let cause = cause.clone();
                        let event = self.give_up(GiveUp::NoNewInput, Some(cause));
                        return Poll::Ready(Some(event));
                    }
                }
                State::Over => return Poll::Ready(None),
            }
        }
    }

    /// Without a connection, a wish to close is fulfilled at once.
    fn end_if_asked(&mut self) -> Option<Event> {
        let cause = match &self.state {
            State::SettingUp(_) | State::Open(_) | State::Over => return None,
            State::Beginning | State::Connecting(_) => None,
            State::Ended(cause)
            | State::Waiting { cause, .. }
            | State::AskingForInput { cause, .. } => Some(cause.clone()),
        };
        self.outbox.close()?;
        Some(self.give_up(GiveUp::Asked, cause))
    }

    fn open(&mut self, connected: Connected) -> Event {
        self.course.opened(Instant::now().into_std());
        self.state = State::Open(Box::new(Open::new(connected.socket)));
        Event::Open(Box::new(Opened {
            attempt: self.course.attempt(),
            response: connected.response,
            subprotocol: connected.subprotocol,
            extensions: connected.extensions,
            explanation: connected.explanation,
            request: connected.request,
            peer: connected.peer,
        }))
    }

    fn decide(&mut self, cause: Cause) -> Event {
        let decision = self.course.ended(&cause, Instant::now().into_std());
        tracing::debug!(%cause, attempt = self.course.attempt(), ?decision, "no connection");
        let (delays, address, needs_input) = match decision {
            Decision::GiveUp(why) => return self.give_up(why, Some(cause)),
            Decision::RetryWithNewInput { .. } if self.hooks.new_input.is_none() => {
                return self.give_up(GiveUp::NoNewInput, Some(cause));
            }
            Decision::Retry { delays, address } => (delays, address, false),
            Decision::RetryWithNewInput { delays, address } => (delays, address, true),
        };
        if address == Address::Next {
            self.address = (self.address + 1) % self.addresses.len();
        }
        let delay = delays.pick((self.jitter)());
        self.outbox.begin_wait();
        self.state = State::Waiting {
            timer: Box::pin(sleep(delay)),
            cause: cause.clone(),
            needs_input,
        };
        Event::Waiting(Box::new(Waiting {
            delay,
            attempt: self.course.attempt(),
            cause,
            address: self.addresses[self.address].uri().clone(),
        }))
    }

    /// The wait is over.
    fn end_wait(&mut self) {
        let before = core::mem::replace(&mut self.state, State::Beginning);
        if let State::Waiting {
            cause,
            needs_input: true,
            ..
        } = before
        {
            let request = self.addresses[self.address].clone();
            let answer = attempt::ask_for_input(&self.hooks, cause.clone(), request);
            self.state = State::AskingForInput { answer, cause };
        }
    }

    fn give_up(&mut self, why: GiveUp, cause: Option<Cause>) -> Event {
        tracing::debug!(%why, "no further attempt");
        self.state = State::Over;
        let unsent = self.outbox.end();
        Event::GaveUp(Box::new(GaveUp { why, cause, unsent }))
    }
}

/// The events; the last one is [`Event::GaveUp`].
impl Stream for ReconnectingSocket {
    type Item = Event;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Event>> {
        self.get_mut().poll_event(context)
    }
}

impl Drop for ReconnectingSocket {
    fn drop(&mut self) {
        self.outbox.end();
    }
}

impl fmt::Debug for ReconnectingSocket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = match &self.state {
            State::Beginning | State::Connecting(_) => "connecting",
            State::SettingUp(_) => "setting up",
            State::Open(_) => "open",
            State::Ended(_) => "ended",
            State::Waiting { .. } => "waiting",
            State::AskingForInput { .. } => "asking for input",
            State::Over => "over",
        };
        f.debug_struct("ReconnectingSocket")
            .field("address", self.addresses[self.address].uri())
            .field("state", &state)
            .field("attempt", &self.course.attempt())
            .finish_non_exhaustive()
    }
}
