//! An open connection, as the application holds it.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use core::time::Duration;
use std::sync::Arc;

use bytes::BytesMut;
use futures_core::Stream;
use futures_sink::Sink;
use rejoin_proto::extension::Compression;
use rejoin_proto::{CloseCode, Closure, Connection, Kind, Message, Role};

use crate::connections::Connections;
use crate::connections::Place;
use crate::drain::Leaving;
use crate::error::Error;
use crate::handle::Handle;
use crate::pieces::{MessageReader, MessageWriter};
use crate::split::{Receiver, Sender};
use crate::state::Shared;
use crate::transport::Transport;

/// An open WebSocket connection, of either role, over any transport.
///
/// ```no_run
/// # async fn echo(mut socket: rejoin::WebSocket) -> Result<(), rejoin::Error> {
/// while let Some(message) = socket.recv().await? {
///     socket.send(message).await?;
/// }
/// # Ok(())
/// # }
/// ```
///
/// [`recv`](Self::recv) drives the connection: it answers pings, keeps watch over the peer and
/// takes part in the closing handshake. A task that only sends should split the socket and have
/// the other half received from.
///
/// # When bytes leave
///
/// A message leaves at once, in one write with everything sent before it. There is one exception:
/// while further messages from the peer, taken in by the same read, wait to be received, answers
/// gather. They leave in one write when those messages have been received, when 256 KiB have
/// gathered, or when the task waits for anything at all, whichever is first.
///
/// # Silence
///
/// While somebody receives, or waits for room to send, a silent peer is asked by a ping and given up
/// in the end ([`Keepalive`](rejoin_proto::Keepalive)). What the peer has said counts however late
/// it is received: an application that was busy for long does not lose a live peer.
///
/// # Memory
///
/// Buffers belong to the thread; an idle socket holds none. A message shares the memory of the read
/// that brought it, up to 256 KiB, with the messages beside it: copy what is small and to be kept for
/// long.
///
/// Of a handler's future, what is held across an await counts for every connection. A loop with
/// `while let` has room for each message three times; one that begins with
/// `let Some(message) = socket.recv().await? else { break };` has room for it once, 80 bytes less.
///
/// # Runtime
///
/// Everything that waits needs a tokio runtime with its timer enabled.
///
/// # Drop
///
/// A socket that is dropped while it is open says goodbye in the background: a server with 1000, or
/// with the Close of the [drain](crate::Drain) that has begun; a client with 1001, a panicking
/// thread with 1011. What was sent before still leaves. Outside of a tokio runtime the transport is
/// dropped without a word.
#[derive(Debug)]
pub struct WebSocket {
    handle: Handle,
}

impl WebSocket {
    /// Takes over a transport on which the opening handshake is done already, by this library or
    /// by another.
    ///
    /// `connection` is the protocol's side of it, made with the agreed extensions; `read_ahead`
    /// holds the bytes that were read behind the handshake, if any.
    pub fn from_parts(
        transport: impl Transport,
        connection: Connection,
        read_ahead: BytesMut,
    ) -> Self {
        Self {
            handle: Handle::new(transport, connection, read_ahead),
        }
    }

    pub(crate) fn from_handle(handle: Handle) -> Self {
        Self { handle }
    }

    pub(crate) fn shared(&self) -> &Arc<Shared> {
        self.handle.shared()
    }

    /// Has the place told when the connection is over.
    pub(crate) fn set_place(&self, place: Arc<Place>) {
        self.handle.state().set_place(place);
    }

    /// Waits until a drain of the service has begun that is going to close this connection; for ever
    /// on a client, and on any connection that is in no [`Connections`](crate::Connections).
    ///
    /// The future does not borrow the socket: a handler waits for it beside
    /// [`recv`](Self::recv), and has until [`Leaving::not_before`](crate::Leaving) at the least to
    /// finish its work.
    ///
    /// ```no_run
    /// # use rejoin::{Error, WebSocket};
    /// # async fn save() {}
    /// async fn handler(mut socket: WebSocket) -> Result<(), Error> {
    ///     let mut leaving = core::pin::pin!(socket.leaving());
    ///     loop {
    ///         tokio::select! {
    ///             _ = &mut leaving => {
    ///                 save().await;
    ///                 socket.send("saved").await?;
    ///                 // The socket is closed with the code and the reason of the drain.
    ///                 return Ok(());
    ///             }
    ///             message = socket.recv() => match message? {
    ///                 Some(message) => socket.send(message).await?,
    ///                 None => return Ok(()),
    ///             },
    ///         }
    ///     }
    /// }
    /// ```
    ///
    /// # Cancel safety
    ///
    /// Safe: another call finds a drain that has begun meanwhile.
    pub fn leaving(&self) -> impl Future<Output = Leaving> + Send + use<> {
        let registry = self.handle.state().registry().map(Arc::clone);
        async move {
            match registry {
                Some(registry) => Connections::of(registry).leaving().await,
                None => core::future::pending().await,
            }
        }
    }

    /// The next message, or `None` when both sides have said Close, whatever the code: look at
    /// [`closure`](Self::closure) for how the peer meant it.
    ///
    /// # Errors
    ///
    /// An [`Error`] with the [`Closure`] if the connection ended in any other way: the transport
    /// ended without a Close, the peer broke a rule (it has been told which), or was silent for
    /// too long.
    ///
    /// # Cancel safety
    ///
    /// Safe: dropping the future loses nothing, the next call goes on where this one was.
    pub fn recv(&mut self) -> impl Future<Output = Result<Option<Message>, Error>> + Send {
        self.handle.recv()
    }

    /// Sends a message, after waiting for room if more than the high mark is unsent.
    ///
    /// When it returns, the message is accepted: it leaves before any Close of ours, in order.
    ///
    /// # Errors
    ///
    /// If the connection is closing or has ended.
    ///
    /// # Cancel safety
    ///
    /// Safe: a future that is dropped before it returns has sent nothing.
    pub fn send(
        &mut self,
        message: impl Into<Message>,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        self.handle.send(message.into())
    }

    /// Sends a message and says whether it may be compressed, where compression was agreed.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send).
    ///
    /// # Cancel safety
    ///
    /// As [`send`](Self::send).
    pub fn send_with(
        &mut self,
        message: impl Into<Message>,
        compression: Compression,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        self.handle.send_with(message.into(), compression)
    }

    /// Waits until everything sent so far has been handed to the transport.
    ///
    /// # Errors
    ///
    /// If the connection ended first.
    ///
    /// # Cancel safety
    ///
    /// Safe: what is queued leaves all the same.
    pub async fn flush(&mut self) -> Result<(), Error> {
        self.handle.flush().await
    }

    /// The next message in pieces, as it arrives, without holding it whole; `None` when both sides
    /// have said Close.
    ///
    /// A reader that is dropped early skips the rest of its message.
    ///
    /// # Errors
    ///
    /// As [`recv`](Self::recv).
    ///
    /// # Cancel safety
    ///
    /// Safe.
    pub async fn recv_pieces(&mut self) -> Result<Option<MessageReader<'_>>, Error> {
        MessageReader::start(&mut self.handle).await
    }

    /// Starts a message that is sent in pieces as they become known.
    ///
    /// Until it is finished no other message can be sent; pings and Close can.
    pub fn send_pieces(&mut self, kind: Kind) -> MessageWriter<'_> {
        MessageWriter::new(&mut self.handle, kind)
    }

    /// Sends a ping; the round trip is known once its pong was met while receiving.
    ///
    /// # Errors
    ///
    /// If the connection is closing or has ended.
    ///
    /// # Cancel safety
    ///
    /// Safe.
    pub async fn ping(&mut self) -> Result<(), Error> {
        self.handle.ping().await
    }

    /// The round trip of the last ping that was answered, by the application or by the keepalive, in
    /// whole microseconds.
    pub fn round_trip(&self) -> Option<Duration> {
        self.handle.state().connection().round_trip()
    }

    /// Begins to close: the Close frame is queued behind everything sent before. Go on receiving,
    /// what the peer sent before it saw the Close still arrives; then comes `None`.
    ///
    /// # Errors
    ///
    /// If a Close was sent or received before, if the code is one that only the other end sends, or
    /// the reason is longer than 123 bytes.
    ///
    /// # Cancel safety
    ///
    /// Safe.
    pub async fn start_close(&mut self, code: CloseCode, reason: &str) -> Result<(), Error> {
        self.handle.start_close(code, reason).await
    }

    /// Closes and waits until the connection is over, at most the close budget (10 s).
    ///
    /// Messages that still arrive are dropped; use [`start_close`](Self::start_close) to have them.
    /// A connection that is closing or over already is brought to its end.
    ///
    /// # Errors
    ///
    /// If the code is one that only the other end sends, or the reason is longer than 123 bytes;
    /// the connection is then as it was.
    ///
    /// # Cancel safety
    ///
    /// Safe: the Close frame is queued at the first poll; receiving or dropping brings the rest.
    pub async fn close(&mut self, code: CloseCode, reason: &str) -> Result<Closure, Error> {
        self.handle.close(code, reason).await
    }

    /// How the connection ended, once [`recv`](Self::recv) has returned `None` or an error.
    pub fn closure(&self) -> Option<Closure> {
        self.handle.state().closure()
    }

    /// Which end this is.
    pub fn role(&self) -> Role {
        self.handle.state().role()
    }

    /// Bytes that wait to be taken by the transport.
    pub fn unsent_bytes(&self) -> usize {
        self.handle.state().connection().unsent_bytes()
    }

    /// Bytes that this connection holds besides the fixed size of its parts: unsent ones, the
    /// message in progress, read ones, and the windows of extensions. Zero when idle, but for the
    /// windows.
    pub fn held_bytes(&self) -> usize {
        self.handle.held_bytes()
    }

    /// Two halves, to receive in one task and send in another.
    ///
    /// Keep receiving even if what comes does not matter: that half answers pings, sees the peer's
    /// Close and gives up on a peer that is gone. One half that is dropped leaves the other as it is;
    /// when both are, the connection says goodbye.
    pub fn split(self) -> (Sender, Receiver) {
        let other = self.handle.another();
        (Sender::new(other), Receiver::new(self.handle))
    }
}

/// Messages until the connection ends; an unclean end is an error, then comes `None`.
impl Stream for WebSocket {
    type Item = Result<Message, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().handle.poll_next(context)
    }
}

/// Messages queued with `feed` leave with the next `flush`; closing the sink sends 1000.
impl Sink<Message> for WebSocket {
    type Error = Error;

    fn poll_ready(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.get_mut().handle.poll_ready(context)
    }

    fn start_send(self: Pin<&mut Self>, message: Message) -> Result<(), Error> {
        self.get_mut().handle.queue(message, Compression::Auto)
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.get_mut().handle.poll_flush(context)
    }

    fn poll_close(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.get_mut().handle.poll_close_sink(context)
    }
}
