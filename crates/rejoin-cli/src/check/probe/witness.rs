//! The first bytes that come out of a transport, kept for a look at what is spoken there.

use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// A TCP stream whose first bytes are remembered.
#[derive(Debug)]
pub(super) struct Witness {
    stream: TcpStream,
    first: Arc<Mutex<Vec<u8>>>,
}

impl Witness {
    /// The stream, and what will have been read first.
    pub(super) fn new(stream: TcpStream) -> (Self, Arc<Mutex<Vec<u8>>>) {
        let first = Arc::default();
        let witness = Self {
            stream,
            first: Arc::clone(&first),
        };
        (witness, first)
    }
}

impl AsyncRead for Witness {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let before = buffer.filled().len();
        let outcome = ready!(Pin::new(&mut this.stream).poll_read(context, buffer));
        let mut first = this.first.lock().unwrap_or_else(PoisonError::into_inner);
        let room = REMEMBERED_BYTES.saturating_sub(first.len());
        first.extend(buffer.filled()[before..].iter().take(room));
        Poll::Ready(outcome)
    }
}

impl AsyncWrite for Witness {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().stream).poll_write(context, bytes)
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }
}

/// Enough for the first line of whatever it is.
const REMEMBERED_BYTES: usize = 256;
