//! The two halves of a socket.

use core::future::Future;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::sync::Arc;

use futures_core::Stream;
use futures_sink::Sink;
use rejoin_proto::extension::Compression;
use rejoin_proto::{CloseCode, Closure, Kind, Message};

use crate::error::Error;
use crate::handle::Handle;
use crate::pieces::{MessageReader, MessageWriter};
use crate::socket::WebSocket;
use crate::state::Shared;

/// The sending half. Bytes leave by themselves; it need not be polled for that.
///
/// Made by [`WebSocket::split`].
#[derive(Debug)]
pub struct Sender {
    handle: Handle,
}

/// The receiving half. Receiving drives the connection: pongs, keepalive, the closing handshake.
///
/// Made by [`WebSocket::split`]. Without it nobody answers the peer's pings and its Close.
#[derive(Debug)]
pub struct Receiver {
    handle: Handle,
}

impl Sender {
    pub(crate) fn new(handle: Handle) -> Self {
        Self { handle }
    }

    pub(crate) fn shared(&self) -> &Arc<Shared> {
        self.handle.shared()
    }

    /// Sends a message; see [`WebSocket::send`], also for cancel safety.
    ///
    /// # Errors
    ///
    /// If the connection is closing or has ended.
    pub fn send(
        &mut self,
        message: impl Into<Message>,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        self.handle.send(message.into())
    }

    /// Sends a message and says whether it may be compressed; see [`WebSocket::send_with`].
    ///
    /// # Errors
    ///
    /// If the connection is closing or has ended.
    pub fn send_with(
        &mut self,
        message: impl Into<Message>,
        compression: Compression,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        self.handle.send_with(message.into(), compression)
    }

    /// Starts a message in pieces; see [`WebSocket::send_pieces`].
    pub fn send_pieces(&mut self, kind: Kind) -> MessageWriter<'_> {
        MessageWriter::new(&mut self.handle, kind)
    }

    /// Waits until everything sent so far has been handed to the transport.
    ///
    /// # Errors
    ///
    /// If the connection ended first.
    pub async fn flush(&mut self) -> Result<(), Error> {
        self.handle.flush().await
    }

    /// Sends a ping; see [`WebSocket::ping`].
    ///
    /// # Errors
    ///
    /// If the connection is closing or has ended.
    pub async fn ping(&mut self) -> Result<(), Error> {
        self.handle.ping().await
    }

    /// Begins to close; the receiving half then meets the end. See [`WebSocket::start_close`].
    ///
    /// # Errors
    ///
    /// As [`WebSocket::start_close`].
    pub async fn start_close(&mut self, code: CloseCode, reason: &str) -> Result<(), Error> {
        self.handle.start_close(code, reason).await
    }

    /// Joins the halves of one connection; gives them back if they belong to two.
    ///
    /// # Errors
    ///
    /// The halves, if they are of two connections.
    pub fn join(self, receiver: Receiver) -> Result<WebSocket, (Self, Receiver)> {
        if self.handle.same_connection(&receiver.handle) {
            Ok(WebSocket::from_handle(receiver.handle))
        } else {
            Err((self, receiver))
        }
    }
}

impl Receiver {
    pub(crate) fn new(handle: Handle) -> Self {
        Self { handle }
    }

    pub(crate) fn shared(&self) -> &Arc<Shared> {
        self.handle.shared()
    }

    /// The next message; see [`WebSocket::recv`], also for cancel safety.
    ///
    /// # Errors
    ///
    /// If the connection ended in any way but a clean one.
    pub fn recv(&mut self) -> impl Future<Output = Result<Option<Message>, Error>> + Send {
        self.handle.recv()
    }

    /// The next message in pieces; see [`WebSocket::recv_pieces`].
    ///
    /// # Errors
    ///
    /// If the connection ended in any way but a clean one.
    pub async fn recv_pieces(&mut self) -> Result<Option<MessageReader<'_>>, Error> {
        MessageReader::start(&mut self.handle).await
    }

    /// How the connection ended, once receiving has come to its end.
    pub fn closure(&self) -> Option<Closure> {
        self.handle.state().closure()
    }
}

/// As the stream of a [`WebSocket`].
impl Stream for Receiver {
    type Item = Result<Message, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().handle.poll_next(context)
    }
}

/// As the sink of a [`WebSocket`].
impl Sink<Message> for Sender {
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
