//! A handle to a connection: what sockets and their halves have in common.

use core::future::{Future, poll_fn};
use core::task::{Context, Poll, ready};
use std::sync::Arc;

use bytes::BytesMut;
use rejoin_proto::extension::Compression;
use rejoin_proto::{
    CloseCode, CloseFrame, Closure, Connection, Delivery, Event, Message, Misuse, Piece, Role,
};

use crate::error::Error;
use crate::inbox::Inbox;
use crate::scope;
use crate::state::{self, Locked, PieceOf, Shared, State, lock};
use crate::transport::Transport;

/// One of the application's handles to a connection. The last one dropped says goodbye.
#[derive(Debug)]
pub(crate) struct Handle {
    shared: Arc<Shared>,
    inbox: Inbox,
}

impl Handle {
    pub(crate) fn new(
        transport: impl Transport,
        connection: Connection,
        read_ahead: BytesMut,
    ) -> Self {
        Self {
            shared: state::share(transport, connection, read_ahead),
            inbox: Inbox::default(),
        }
    }

    pub(crate) fn another(&self) -> Self {
        self.state().add_handle();
        Self {
            shared: Arc::clone(&self.shared),
            inbox: Inbox::default(),
        }
    }

    pub(crate) fn same_connection(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    /// Bytes that the connection holds, with the messages that wait here.
    pub(crate) fn held_bytes(&self) -> usize {
        self.state().held_bytes() + self.inbox.held_bytes()
    }

    pub(crate) fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }

    pub(crate) fn state(&self) -> Locked<'_> {
        lock(&self.shared)
    }

    pub(crate) fn recv(&mut self) -> impl Future<Output = Result<Option<Message>, Error>> + Send {
        poll_fn(|context| match self.inbox.pop() {
            Some(message) => Poll::Ready(Ok(Some(message))),
            None => self.poll_event(context).map(Option::transpose),
        })
    }

    pub(crate) fn poll_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Message, Error>>> {
        match self.inbox.pop() {
            Some(message) => Poll::Ready(Some(Ok(message))),
            None => self.poll_event(context),
        }
    }

    /// The next message of those that are not in the inbox, which is empty.
    #[inline(never)]
    fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Message, Error>>> {
        let mut state = lock(&self.shared);
        let next =
            ready!(state.poll_event(
                &self.shared,
                context,
                Delivery::Whole,
                |event| match event {
                    Event::Message(message) => Some(message),
                    // What a dropped reader has left of its message is skipped; the rest is protocol.
                    Event::Piece(_) | Event::Ping(_) | Event::Pong { .. } | _ => None,
                }
            ));
        if let Some(message) = next {
            state.take_ready(&mut self.inbox);
            state.after_event(&self.shared);
            return Poll::Ready(Some(Ok(message)));
        }
        Poll::Ready(state.tell_end().map(|end| Err(Error::ended(end))))
    }

    /// The next piece of the message being read in pieces.
    pub(crate) fn poll_piece(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Result<Option<Piece>, Error>> {
        if let Some(message) = self.inbox.pop() {
            return Poll::Ready(Ok(Some(whole(message))));
        }
        let mut state = self.state();
        let next =
            ready!(state.poll_event(
                &self.shared,
                context,
                Delivery::Pieces,
                |event| match event {
                    Event::Piece(piece) => Some(piece),
                    // Somebody wanted it whole before, and gave up waiting.
                    Event::Message(message) => Some(whole(message)),
                    Event::Ping(_) | Event::Pong { .. } | _ => None,
                }
            ));
        if let Some(piece) = next {
            state.after_event(&self.shared);
            return Poll::Ready(Ok(Some(piece)));
        }
        Poll::Ready(match state.tell_end() {
            Some(end) => Err(Error::ended(end)),
            None => Ok(None),
        })
    }

    /// Why a message that was begun does not go on, however clean the end is otherwise.
    pub(crate) fn cut_short(&self) -> Option<Error> {
        let mut state = self.state();
        state.tell_end();
        state.closure().map(Error::ended)
    }

    /// The future is no larger than the message and the handle, because handlers hold it.
    pub(crate) fn send(&self, message: Message) -> impl Future<Output = Result<(), Error>> + Send {
        let mut message = Some(message);
        poll_fn(move |context| {
            if self.gathers(message.as_ref()) {
                message = None;
                return Poll::Ready(Ok(()));
            }
            self.poll_enqueue(Room::Awaited, context, &mut message, |state, message| {
                state.send(message, Compression::Auto)
            })
        })
    }

    /// Whether a message was queued that answers one of many: the short way, for small ones.
    #[inline]
    fn gathers(&self, message: Option<&Message>) -> bool {
        match message {
            Some(message) if !self.inbox.is_empty() => {
                state::with(&self.shared, |state| state.gather(message))
            }
            _ => false,
        }
    }

    pub(crate) fn send_with(
        &self,
        message: Message,
        how: Compression,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        let mut message = Some(message);
        poll_fn(move |context| {
            self.poll_enqueue(Room::Awaited, context, &mut message, |state, message| {
                state.send(message, how)
            })
        })
    }

    /// Sends a piece of a message. The last one is sent without waiting for room.
    pub(crate) fn send_piece(
        &self,
        piece: Piece,
        how: Compression,
        place: PieceOf,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        let room = if piece.last {
            Room::NotNeeded
        } else {
            Room::Awaited
        };
        let mut piece = Some(piece);
        poll_fn(move |context| {
            self.poll_enqueue(room, context, &mut piece, |state, piece| {
                state.send_piece(piece, how, place)
            })
        })
    }

    pub(crate) fn ping(&self) -> impl Future<Output = Result<(), Error>> + Send {
        let mut ping = Some(());
        poll_fn(move |context| {
            self.poll_enqueue(Room::Awaited, context, &mut ping, |state, ()| state.ping())
        })
    }

    pub(crate) async fn start_close(&self, code: CloseCode, reason: &str) -> Result<(), Error> {
        let mut close = Some(CloseFrame::new(code, reason)?);
        poll_fn(|context| {
            self.poll_enqueue(Room::NotNeeded, context, &mut close, State::start_close)
        })
        .await
    }

    /// Has `what` queued and sees to it that it leaves. All in one poll but for the wait, so that a
    /// future that is dropped while it waits has done nothing.
    #[inline]
    fn poll_enqueue<T>(
        &self,
        room: Room,
        context: &mut Context<'_>,
        what: &mut Option<T>,
        queue: impl FnOnce(&mut State, T) -> Result<(), Misuse>,
    ) -> Poll<Result<(), Error>> {
        let mut state = self.state();
        let gathers = state.gathers();
        if room == Room::Awaited && !gathers {
            ready!(state.poll_room(&self.shared, context));
        }
        let queued = match what.take() {
            Some(_) if room == Room::Awaited && !state.takes_messages() => Err(Misuse::Closing),
            Some(what) => queue(&mut state, what),
            None => return Poll::Ready(Ok(())),
        };
        if gathers && state.gathers() && queued.is_ok() {
            return Poll::Ready(Ok(()));
        }
        state.after_queueing(&self.shared, context);
        drop(state);
        Poll::Ready(queued.map_err(|misuse| self.explain(misuse)))
    }

    /// Queues a message, to leave with the next flush.
    pub(crate) fn queue(&self, message: Message, how: Compression) -> Result<(), Error> {
        let queued = self.state().send(message, how);
        queued.map_err(|misuse| self.explain(misuse))
    }

    pub(crate) fn poll_ready(&self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        let mut state = self.state();
        ready!(state.poll_room(&self.shared, context));
        let takes_messages = state.takes_messages();
        drop(state);
        Poll::Ready(if takes_messages {
            Ok(())
        } else {
            Err(self.explain(Misuse::Closing))
        })
    }

    pub(crate) async fn flush(&self) -> Result<(), Error> {
        poll_fn(|context| self.poll_flush(context)).await
    }

    pub(crate) fn poll_flush(&self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        let mut state = self.state();
        ready!(state.poll_flush(&self.shared, context));
        let (end, fault) = (state.closure(), state.write_fault());
        Poll::Ready(match (end, fault) {
            // What could not be written was thrown away, however cleanly the peer has ended.
            (Some(closure), fault) if fault.is_some() || !closure.is_clean() => {
                Err(Error::ended(closure))
            }
            (None, Some(kind)) => Err(Error::broken(kind)),
            _ => Ok(()),
        })
    }

    pub(crate) async fn close(&self, code: CloseCode, reason: &str) -> Result<Closure, Error> {
        let close = CloseFrame::new(code, reason)?;
        let begun = self.state().start_close(close);
        match begun {
            Ok(()) | Err(Misuse::Closing) => {}
            Err(misuse) => return Err(misuse.into()),
        }
        Ok(scope::run_to_end(&self.shared).await)
    }

    /// Closes a sink: 1000, then until everything has left.
    pub(crate) fn poll_close_sink(&self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        let close = CloseFrame::of_code(CloseCode::NORMAL_CLOSURE);
        let begun = self.state().start_close(close);
        match begun {
            Ok(()) | Err(Misuse::Closing) => self.poll_flush(context),
            Err(misuse) => Poll::Ready(Err(misuse.into())),
        }
    }

    /// Says what happened to the connection rather than that it is closing, where that is known.
    #[cold]
    fn explain(&self, misuse: Misuse) -> Error {
        if misuse != Misuse::Closing {
            return misuse.into();
        }
        let state = self.state();
        match (state.closure(), state.write_fault()) {
            (Some(closure), _) => Error::ended(closure),
            (None, Some(kind)) => Error::broken(kind),
            (None, None) => misuse.into(),
        }
    }
}

/// A message that was received whole, for one who asked for pieces.
fn whole(message: Message) -> Piece {
    let kind = message.kind();
    Piece::new(kind, message.into_bytes(), true)
}

/// Whether something waits until there is room for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    Awaited,
    NotNeeded,
}

impl Drop for Handle {
    fn drop(&mut self) {
        let mut state = self.state();
        if !self.inbox.is_empty() {
            state.forget_handed_out();
        }
        if !state.drop_handle() || state.is_over() {
            return;
        }
        let code = match state.role() {
            _ if std::thread::panicking() => CloseCode::INTERNAL_ERROR,
            Role::Server => CloseCode::NORMAL_CLOSURE,
            Role::Client => CloseCode::GOING_AWAY,
        };
        drop(state);
        if !scope::arrange_goodbye(&self.shared, code) {
            self.state().abandon();
        }
    }
}
