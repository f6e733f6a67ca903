//! Large messages in pieces, without holding them whole.

use core::future::poll_fn;

use bytes::Bytes;
use rejoin_proto::extension::Compression;
use rejoin_proto::{Kind, Piece};

use crate::error::Error;
use crate::handle::Handle;
use crate::state::PieceOf;

/// A message that is received as it arrives.
///
/// Made by [`WebSocket::recv_pieces`](crate::WebSocket::recv_pieces). Dropping it early skips the
/// rest of the message.
#[derive(Debug)]
pub struct MessageReader<'a> {
    handle: &'a mut Handle,
    kind: Kind,
    first: Option<Bytes>,
    over: bool,
}

impl<'a> MessageReader<'a> {
    pub(crate) async fn start(handle: &'a mut Handle) -> Result<Option<Self>, Error> {
        loop {
            // What an earlier reader has left of its message is skipped.
            let in_earlier = handle.state().connection().in_pieces();
            let Some(piece) = poll_fn(|context| handle.poll_piece(context)).await? else {
                return Ok(None);
            };
            if !in_earlier {
                let Piece {
                    kind, data, last, ..
                } = piece;
                return Ok(Some(Self {
                    handle,
                    kind,
                    first: Some(data),
                    over: last,
                }));
            }
        }
    }

    /// Text or binary.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The next piece, `None` at the end of the message. A piece of text may end inside a
    /// character; the whole text has been validated when `None` comes.
    ///
    /// # Errors
    ///
    /// If the connection ended in the middle of the message, in whatever way.
    ///
    /// # Cancel safety
    ///
    /// Safe: dropping the future loses nothing.
    pub async fn next(&mut self) -> Result<Option<Bytes>, Error> {
        if let Some(first) = self.first.take().filter(|first| !first.is_empty()) {
            return Ok(Some(first));
        }
        while !self.over {
            let next = poll_fn(|context| self.handle.poll_piece(context)).await;
            let Ok(Some(piece)) = next else {
                self.over = true;
                return match next {
                    Ok(_) => self.handle.cut_short().map_or(Ok(None), Err),
                    Err(error) => Err(error),
                };
            };
            self.over = piece.last;
            if !piece.data.is_empty() {
                return Ok(Some(piece.data));
            }
        }
        Ok(None)
    }
}

/// A message that is sent as it becomes known.
///
/// Made by [`WebSocket::send_pieces`](crate::WebSocket::send_pieces). It must be
/// [finished](Self::finish): one that is dropped leaves its message incomplete, and the connection
/// can then only be closed, because the peer could not tell a truncated message from a whole one.
#[derive(Debug)]
pub struct MessageWriter<'a> {
    handle: &'a mut Handle,
    kind: Kind,
    compression: Compression,
    next: PieceOf,
}

impl<'a> MessageWriter<'a> {
    pub(crate) fn new(handle: &'a mut Handle, kind: Kind) -> Self {
        Self {
            handle,
            kind,
            compression: Compression::Auto,
            next: PieceOf::NewMessage,
        }
    }

    /// Says whether the message may be compressed. Takes effect before the first piece.
    #[must_use]
    pub fn compression(mut self, compression: Compression) -> Self {
        self.compression = compression;
        self
    }

    /// Sends a piece, after waiting for room. A piece of text may end inside a character; one
    /// without bytes is not sent.
    ///
    /// Each piece is a frame, and peers may limit the frames of a message, often to some thousands:
    /// let them have some KiB.
    ///
    /// # Errors
    ///
    /// If the connection is closing or has ended, the text is not UTF-8, or another message in
    /// pieces was not finished.
    ///
    /// # Cancel safety
    ///
    /// Safe: a future that is dropped before it returns has sent nothing.
    pub async fn write(&mut self, data: impl Into<Bytes>) -> Result<(), Error> {
        let data = data.into();
        if data.is_empty() {
            return Ok(());
        }
        self.send(data, false).await?;
        self.next = PieceOf::SameMessage;
        Ok(())
    }

    /// Ends the message, without waiting.
    ///
    /// # Errors
    ///
    /// As [`write`](Self::write); the message is then incomplete.
    ///
    /// # Cancel safety
    ///
    /// Safe: the message has ended once the future was polled.
    pub async fn finish(self) -> Result<(), Error> {
        self.send(Bytes::new(), true).await
    }

    async fn send(&self, data: Bytes, last: bool) -> Result<(), Error> {
        let piece = Piece::new(self.kind, data, last);
        self.handle
            .send_piece(piece, self.compression, self.next)
            .await
    }
}
