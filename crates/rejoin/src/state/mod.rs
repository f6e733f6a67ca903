//! The driver of one connection: joins the protocol core, the transport, the clock and buffers.
//!
//! # When bytes leave
//!
//! A message that is sent leaves at once, in one write with everything queued before it. There is
//! one exception: while further bytes from the peer, taken in by the same read, wait to be looked
//! at, answers gather. They leave in one write when those bytes have been looked at, when 256 KiB
//! have gathered, or when the task at work waits for anything at all, whichever is first.
//!
//! # Who keeps the connection going
//!
//! Whoever receives: reads, answers, and lets deadlines pass. Whoever sends only waits for its own
//! bytes to leave, and lets deadlines pass meanwhile.

mod broadcast;
mod cut;
mod deadlines;
mod flags;
mod locked;
mod sending;
mod transfer;

use core::pin::Pin;
use core::task::{Context, Poll, Waker, ready};
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex};

use bytes::BytesMut;
use rejoin_proto::{CloseFrame, Closure, Connection, Delivery, Event, Misuse, Role};
use tokio::time::Instant;

use crate::buffers::Buffer;
use crate::connections::{Place, Registry};
use crate::inbox::{self, Inbox};
use crate::keeper::Ticket;
use crate::transport::Transport;
use crate::wakers::{Side, Wakers};

use flags::{Flag, Flags};

pub(crate) use broadcast::Outcome;
pub(crate) use locked::{Locked, lock, with};
pub(crate) use sending::PieceOf;

/// How many reads one poll makes at the most before it lets other tasks have their turn.
const READS_PER_POLL: u32 = 16;

/// How many events that nobody wants one poll skips at the most.
const SKIPS_PER_POLL: u32 = 256;

/// One connection, shared by its handles and by the flush that was arranged for it.
pub(crate) type Shared = Mutex<State>;

/// The driver's own part of a connection.
///
/// With the counters and the lock around it, it takes 104 bytes, and so does the connection: behind
/// each of the two parts of a connection that are tokio's and aligned to 128, glibc has room for one of
/// them that would otherwise be lost.
pub(crate) struct State {
    connection: Box<Connection>,
    /// Bytes read and not yet used up. Of a connection that was cut, the messages that it has left.
    input: Option<Buffer>,
    wakers: Wakers,
    transport: Box<dyn Transport>,
    /// Where it is registered, to be told how it ended.
    place: Option<Arc<Place>>,
    /// The deadline at which whoever waits is woken.
    ticket: Option<Ticket>,
    flags: Flags,
    /// Handles that the application holds.
    handles: u8,
    /// Why nothing more can be written. What the peer sent before is still received.
    write_fault: Option<io::ErrorKind>,
}

/// Takes over a transport on which the opening handshake is done; `input` is what was read
/// behind it.
pub(crate) fn share(
    transport: impl Transport,
    connection: Connection,
    input: BytesMut,
) -> Arc<Shared> {
    let mut flags = Flags::default();
    flags.note(Flag::Unlooked, !input.is_empty());
    Arc::new(Mutex::new(State {
        connection: Box::new(connection),
        input: (!input.is_empty()).then(|| Buffer::own(input)),
        wakers: Wakers::default(),
        transport: Box::new(transport),
        place: None,
        ticket: None,
        flags,
        handles: 1,
        write_fault: None,
    }))
}

#[expect(
    clippy::needless_pass_by_ref_mut,
    reason = "the usual shape of poll functions"
)]
impl State {
    /// The first event that `pick` wants, or `None` once the connection is over.
    ///
    /// Drives everything on the way: answers leave, timers fire, the closing handshake goes on.
    pub(crate) fn poll_event<T>(
        &mut self,
        me: &Arc<Shared>,
        context: &mut Context<'_>,
        delivery: Delivery,
        pick: fn(Event) -> Option<T>,
    ) -> Poll<Option<T>> {
        let (mut reads, mut skips) = (0, 0);
        self.flags.lower(Flag::HandedOut);
        loop {
            while let Some(event) = self.next_event(delivery) {
                if let Some(picked) = pick(event) {
                    return Poll::Ready(Some(picked));
                }
                skips += 1;
                if skips == SKIPS_PER_POLL {
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
            }
            let joint = self.wakers.register(Side::Receiver, context);
            let context = &mut Context::from_waker(joint.as_ref().unwrap_or(context.waker()));
            let written = self.poll_write_out(context);
            if self.is_over() {
                let left = self
                    .input
                    .as_mut()
                    .and_then(|input| input.left().pop_front());
                return Poll::Ready(left.and_then(|message| pick(Event::Message(message))));
            }
            // While it is open, the time counts only where there is nothing to read.
            if !self.connection.is_open() && self.poll_time(me, context).is_ready() {
                continue;
            }
            if reads == READS_PER_POLL {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            reads += 1;
            let moved = if self.connection.wants_read() {
                self.poll_read(context)
            } else {
                // Only our own last bytes are waited for.
                written
            };
            if moved.is_pending() {
                ready!(self.poll_time(me, context));
            }
        }
    }

    /// What the connection makes of the input, if there is anything that it has not looked at.
    #[inline]
    fn next_event(&mut self, delivery: Delivery) -> Option<Event> {
        if self.flags.has(Flag::Unlooked) {
            self.receive(delivery)
        } else {
            None
        }
    }

    fn receive(&mut self, delivery: Delivery) -> Option<Event> {
        // The time is now and not that of the read: budgets must not start in the past because the
        // application took its time.
        let now = || Instant::now().into_std();
        let event = match &mut self.input {
            Some(input) => self.connection.receive(input, delivery, now),
            // An extension may have more to say of what is used up.
            None => self.connection.receive(&mut BytesMut::new(), delivery, now),
        };
        self.flags.note(Flag::Unlooked, event.is_some());
        self.give_back_empty_input();
        if !self.connection.is_open() {
            // Nobody can send any more.
            self.wakers.wake(Side::Sender);
        }
        event
    }

    /// Whether more of what was read waits for the application.
    #[inline]
    fn more_came(&self) -> bool {
        self.flags.has(Flag::HandedOut) || self.flags.has(Flag::Unlooked)
    }

    /// Hands out all messages that the input holds whole, one behind the other.
    ///
    /// What is not plain, or asks for more than to be received, is left to
    /// [`poll_event`](Self::poll_event).
    pub(crate) fn take_ready(&mut self, inbox: &mut Inbox) {
        if !self.flags.has(Flag::Unlooked) {
            return;
        }
        if let Some(input) = &mut self.input {
            if !input.is_empty() {
                inbox.fill(|ready| {
                    self.connection.receive_ready(input, inbox::MOST, ready);
                });
            }
            self.flags.note(Flag::HandedOut, !inbox.is_empty());
            self.give_back_empty_input();
        }
        if self.input.is_none() {
            self.flags.lower(Flag::Unlooked);
        }
    }

    /// Nobody is going to receive what was handed out.
    pub(crate) fn forget_handed_out(&mut self) {
        self.flags.lower(Flag::HandedOut);
    }

    /// Begins to close. Whoever receives is woken, to keep an eye on the budget.
    pub(crate) fn start_close(&mut self, close: CloseFrame) -> Result<(), Misuse> {
        self.connection.close(close, Instant::now().into_std())?;
        self.wakers.wake_all();
        Ok(())
    }

    /// Lets go of the connection at once, without a word to the peer.
    pub(crate) fn abandon(&mut self) {
        self.connection.abandon(Instant::now().into_std());
        self.is_over();
    }

    /// Whether nothing more can arrive or leave. The first to ask then tidies up.
    #[inline]
    pub(crate) fn is_over(&mut self) -> bool {
        let over = self.connection.is_over();
        if over && !self.flags.has(Flag::LetGo) {
            self.give_everything_back();
        }
        over
    }

    /// Gives everything back and ends our direction if nobody has.
    #[cold]
    fn give_everything_back(&mut self) {
        self.flags.raise(Flag::LetGo);
        self.ticket = None;
        if self.flags.has(Flag::Unflushed) {
            // The transport still holds some of it.
            self.connection.transmit_lost();
        }
        self.give_back_input();
        if !self.flags.has(Flag::Shut) {
            // Best effort: close_notify for TLS, FIN for TCP. The peer has said all it had to.
            let context = &mut Context::from_waker(Waker::noop());
            let _ = Pin::new(&mut *self.transport).poll_shutdown(context);
        }
        self.wakers.wake_all();
    }
}

/// What can be asked and set without doing anything.
impl State {
    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(crate) fn role(&self) -> Role {
        self.connection.role()
    }

    /// How it ended, once it is over.
    pub(crate) fn closure(&self) -> Option<Closure> {
        self.connection.closure()
    }

    /// How it ended, if that is an error: it is told once, to the one handle that receives, and then
    /// there is nothing more.
    pub(crate) fn tell_end(&mut self) -> Option<Closure> {
        let told = self.flags.has(Flag::EndTold);
        self.flags.raise(Flag::EndTold);
        let end = self.closure().filter(|closure| !closure.is_clean());
        end.filter(|_| !told)
    }

    /// Why nothing can be written any more, if that is so.
    pub(crate) fn write_fault(&self) -> Option<io::ErrorKind> {
        self.write_fault
    }

    /// Bytes that this connection holds besides the fixed size of its parts.
    pub(crate) fn held_bytes(&self) -> usize {
        let input = self.input.as_ref();
        input.map_or(0, Buffer::held_bytes) + self.connection.held_bytes()
    }

    /// What decides when a drain closes it: whether anything is under way, and when the peer was last
    /// heard. `None` once it is closing.
    pub(crate) fn busyness(&self) -> Option<(bool, std::time::Instant)> {
        let coming = self.input.is_some() || self.more_came() || self.connection.in_pieces();
        let leaving = self.connection.unsent_bytes() > 0 || self.flags.has(Flag::SendingPieces);
        let open = self.connection.is_open();
        open.then(|| (coming || leaving, self.connection.last_heard()))
    }

    /// Where it is registered, if it is and is not over.
    pub(crate) fn registry(&self) -> Option<&Arc<Registry>> {
        self.place.as_deref().map(Place::registry)
    }

    /// Has the place told when the connection is over.
    pub(crate) fn set_place(&mut self, place: Arc<Place>) {
        self.place = Some(place);
    }

    pub(crate) fn add_handle(&mut self) {
        self.handles += 1;
    }

    /// A handle is gone; true if it was the last one.
    pub(crate) fn drop_handle(&mut self) -> bool {
        self.handles = self.handles.saturating_sub(1);
        self.handles == 0
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State")
            .field("connection", &self.connection)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
