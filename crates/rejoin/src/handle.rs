//! A handle to a connection: what sockets and their halves have in common.

use core::future::poll_fn;
use core::task::{Context, Poll, ready};
use std::sync::{Arc, MutexGuard};

use bytes::BytesMut;
use rejoin_proto::extension::Compression;
use rejoin_proto::{
    CloseCode, CloseFrame, Closure, Connection, Delivery, Event, Message, Misuse, Piece, Role,
};
use tokio::time::Instant;

use crate::error::Error;
use crate::scope;
use crate::state::{self, Shared, State, lock};
use crate::transport::Transport;

/// One of the application's handles to a connection. The last one dropped says goodbye.
#[derive(Debug)]
pub(crate) struct Handle {
    shared: Arc<Shared>,
    /// Whether the end was reported: an error is told once, then there is nothing more.
    end_told: bool,
}

impl Handle {
    pub(crate) fn new(
        transport: impl Transport,
        connection: Connection,
        read_ahead: BytesMut,
    ) -> Self {
        Self {
            shared: state::share(transport, connection, read_ahead),
            end_told: false,
        }
    }

    pub(crate) fn another(&self) -> Self {
        self.state().add_handle();
        Self {
            shared: Arc::clone(&self.shared),
            end_told: self.end_told,
        }
    }

    pub(crate) fn same_connection(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    pub(crate) fn shared(&self) -> &Arc<Shared> {
        &self.shared
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State<dyn Transport>> {
        lock(&self.shared)
    }

    pub(crate) async fn recv(&mut self) -> Result<Option<Message>, Error> {
        poll_fn(|context| self.poll_next(context)).await.transpose()
    }

    pub(crate) fn poll_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Message, Error>>> {
        let mut state = lock(&self.shared);
        loop {
            match ready!(state.poll_event(context, Delivery::Whole)) {
                Some(Event::Message(message)) => return Poll::Ready(Some(Ok(message))),
                // What a dropped reader has left of its message is skipped; the rest is protocol.
                Some(_) => {}
                None => break,
            }
        }
        let end = state.closure();
        drop(state);
        Poll::Ready(self.tell_end(end).err().map(Err))
    }

    /// The next piece of the message being read in pieces.
    pub(crate) fn poll_piece(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Result<Option<Piece>, Error>> {
        let mut state = lock(&self.shared);
        loop {
            match ready!(state.poll_event(context, Delivery::Pieces)) {
                Some(Event::Piece(piece)) => return Poll::Ready(Ok(Some(piece))),
                Some(_) => {}
                None => break,
            }
        }
        let end = state.closure();
        drop(state);
        Poll::Ready(self.tell_end(end).map(|()| None))
    }

    pub(crate) async fn send(
        &self,
        message: Message,
        compression: Compression,
    ) -> Result<(), Error> {
        let mut message = Some(message);
        poll_fn(|context| {
            ready!(self.poll_ready(context))?;
            let Some(message) = message.take() else {
                return Poll::Ready(Ok(()));
            };
            let mut state = lock(&self.shared);
            let queued = state.connection.send(message, compression);
            state.after_queueing(&self.shared, context);
            drop(state);
            Poll::Ready(queued.map_err(|misuse| self.explain(misuse)))
        })
        .await
    }

    /// Queues a piece of a message, after waiting for room.
    pub(crate) async fn send_piece(&self, piece: Piece, how: Compression) -> Result<(), Error> {
        let mut piece = Some(piece);
        poll_fn(|context| {
            ready!(self.poll_ready(context))?;
            let Some(piece) = piece.take() else {
                return Poll::Ready(Ok(()));
            };
            let mut state = lock(&self.shared);
            let queued = state
                .connection
                .send_piece(piece.kind, piece.data, piece.last, how);
            state.after_queueing(&self.shared, context);
            drop(state);
            Poll::Ready(queued.map_err(|misuse| self.explain(misuse)))
        })
        .await
    }

    pub(crate) fn queue(&self, message: Message, how: Compression) -> Result<(), Error> {
        let queued = self.state().connection.send(message, how);
        queued.map_err(|misuse| self.explain(misuse))
    }

    pub(crate) fn poll_ready(&self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        let mut state = lock(&self.shared);
        ready!(state.poll_room(context));
        let open = state.connection.is_open();
        drop(state);
        Poll::Ready(if open {
            Ok(())
        } else {
            Err(self.explain(Misuse::Closing))
        })
    }

    pub(crate) async fn flush(&self) -> Result<(), Error> {
        poll_fn(|context| self.poll_flush(context)).await
    }

    pub(crate) fn poll_flush(&self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        let mut state = lock(&self.shared);
        ready!(state.poll_flush(context));
        let end = state.closure();
        Poll::Ready(match end {
            Some(closure) if !closure.is_clean() => Err(Error::ended(closure)),
            _ => Ok(()),
        })
    }

    pub(crate) async fn ping(&self) -> Result<(), Error> {
        poll_fn(|context| {
            ready!(self.poll_ready(context))?;
            let mut state = lock(&self.shared);
            let queued = state.connection.ping(Instant::now().into_std());
            state.after_queueing(&self.shared, context);
            drop(state);
            Poll::Ready(queued.map_err(|misuse| self.explain(misuse)))
        })
        .await
    }

    pub(crate) async fn start_close(&self, code: CloseCode, reason: &str) -> Result<(), Error> {
        let close = CloseFrame::new(code, reason)?;
        let begun = self.state().start_close(close);
        begun.map_err(|misuse| self.explain(misuse))?;
        poll_fn(|context| {
            self.state().after_queueing(&self.shared, context);
            Poll::Ready(Ok(()))
        })
        .await
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

    /// An unclean end is told once, as an error.
    fn tell_end(&mut self, end: Option<Closure>) -> Result<(), Error> {
        let told = core::mem::replace(&mut self.end_told, true);
        match end {
            Some(closure) if !told && !closure.is_clean() => Err(Error::ended(closure)),
            _ => Ok(()),
        }
    }

    /// Says how the connection ended rather than that it is closing, where that is known.
    fn explain(&self, misuse: Misuse) -> Error {
        match (misuse, self.state().closure()) {
            (Misuse::Closing, Some(closure)) => Error::ended(closure),
            (misuse, _) => misuse.into(),
        }
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        let mut state = lock(&self.shared);
        if !state.drop_handle() || state.is_over() {
            return;
        }
        let code = match state.connection.role() {
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
