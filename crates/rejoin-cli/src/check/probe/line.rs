//! The open connection, driven by hand so that nothing about it goes unseen.

use core::time::Duration;
use std::io;
use std::sync::Arc;

use bytes::{Buf, BytesMut};
use rejoin::extension::Compression;
use rejoin::proto::{Config, Connection, Delivery, Event, Misuse, Transmit};
use rejoin::{CloseFrame, Closure, Keepalive, Message, Transport};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, timeout_at};

use super::exchange::Opened;
use super::tap::Tap;
use crate::check::facts::Frame;

/// The open connection.
pub(super) struct Line {
    stream: Box<dyn Transport>,
    connection: Connection,
    input: BytesMut,
    tap: Tap,
    opened: Instant,
    /// When the server ended the transport, since the opening.
    transport_end: Option<Duration>,
}

/// What has happened.
#[derive(Debug)]
pub(super) enum News {
    Event(Event),
    Over(Closure),
    /// Nothing, until the time was up.
    Nothing,
}

impl Line {
    /// Takes over the transport; no step on it may take longer than `patience`.
    pub(super) fn new(stream: impl Transport, opened: Opened, patience: Duration) -> Self {
        let mut config = Config::default();
        // A doctor listens; nothing is sent that was not meant.
        config.keepalive = Keepalive::Off;
        config.limits.close_budget = patience;
        config.limits.send_budget = patience;
        let now = Instant::now();
        let config = Arc::new(config);
        let connection = Connection::client(&config, opened.chain, rand::random, now.into_std());
        let mut tap = Tap::default();
        tap.see(&opened.read_ahead, Duration::ZERO);
        Self {
            stream: Box::new(stream),
            connection,
            input: opened.read_ahead,
            tap,
            opened: now,
            transport_end: None,
        }
    }

    /// Since the opening.
    pub(super) fn age(&self) -> Duration {
        self.opened.elapsed()
    }

    /// When the server's Close frame arrived and when it ended the transport, since the opening.
    pub(super) fn ends(&self) -> (Option<Duration>, Option<Duration>) {
        (self.tap.close(), self.transport_end)
    }

    /// The first frames that arrived.
    pub(super) fn into_frames(self) -> Vec<Frame> {
        self.tap.into_frames()
    }

    /// Whether the message that was the latest event came compressed.
    pub(super) fn was_compressed(&mut self) -> bool {
        self.tap.next_mark()
    }

    /// What is sent leaves with the next call of [`next`](Self::next); on a connection that is
    /// closing nothing does, and `next` tells how it ended.
    pub(super) fn ping(&mut self) {
        Self::queued(self.connection.ping(Instant::now().into_std()));
    }

    pub(super) fn send(&mut self, text: &str, compression: Compression) {
        Self::queued(
            self.connection
                .send(Message::text(text.to_owned()), compression),
        );
    }

    pub(super) fn close(&mut self, close: CloseFrame) {
        Self::queued(self.connection.close(close, Instant::now().into_std()));
    }

    /// Lets go of it at once.
    pub(super) fn give_up(&mut self) {
        self.connection.abandon(Instant::now().into_std());
    }

    fn queued(outcome: Result<(), Misuse>) {
        debug_assert!(
            matches!(outcome, Ok(()) | Err(Misuse::Closing)),
            "{outcome:?}"
        );
    }

    /// Waits for what happens next.
    pub(super) async fn next(&mut self, deadline: Instant) -> News {
        loop {
            let now = || Instant::now().into_std();
            let event = self
                .connection
                .receive(&mut self.input, Delivery::Whole, now);
            self.flush().await;
            if let Some(event) = event {
                return News::Event(event);
            }
            if let Some(closure) = self.connection.closure() {
                return News::Over(closure);
            }
            let own = self.connection.poll_timeout().map(Instant::from_std);
            let until = own.map_or(deadline, |own| own.min(deadline));
            let before = self.input.len();
            match timeout_at(until, self.stream.read_buf(&mut self.input)).await {
                Ok(read) => self.take(read, before),
                Err(_elapsed) if own.is_some_and(|own| own <= Instant::now()) => {
                    self.connection.handle_timeout(now());
                }
                Err(_elapsed) => return News::Nothing,
            }
        }
    }

    /// A read is done; what it brought begins there in the input.
    fn take(&mut self, read: io::Result<usize>, before: usize) {
        let (at, now) = (self.age(), Instant::now().into_std());
        match read {
            // Many servers end TLS without the word for it; that is no loss where a Close was said.
            Ok(0) => self.connection.receive_eof(now),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                self.connection.receive_eof(now);
            }
            Err(error) => self.connection.receive_error(error.kind(), now),
            Ok(_) => {
                self.tap.see(&self.input[before..], at);
                return;
            }
        }
        self.transport_end.get_or_insert(at);
    }

    /// Writes what is queued.
    async fn flush(&mut self) {
        loop {
            let now = || Instant::now().into_std();
            let deadline = self.connection.poll_timeout().map(Instant::from_std);
            let deadline = deadline.unwrap_or_else(|| Instant::now() + WRITE_PATIENCE);
            let written = match self.connection.poll_transmit(now) {
                Transmit::Idle => return,
                Transmit::Shutdown => {
                    let ended = timeout_at(deadline, self.stream.shutdown()).await;
                    self.connection.transport_shut_down();
                    ended
                }
                Transmit::Write(outbox) => {
                    let bytes = outbox.copy_to_bytes(outbox.remaining());
                    let writing = async {
                        self.stream.write_all(&bytes).await?;
                        self.stream.flush().await
                    };
                    timeout_at(deadline, writing).await
                }
            };
            let failed = match written {
                Ok(Ok(())) => continue,
                Ok(Err(error)) => error.kind(),
                Err(_elapsed) => io::ErrorKind::TimedOut,
            };
            // What the server said before it ended the transport is still to be read, and the end
            // is read with it; only who does not read is given up here.
            if failed == io::ErrorKind::TimedOut {
                self.connection.receive_error(failed, now());
            }
            return;
        }
    }
}

/// The little that is sent fits any buffer, so that only a dead connection takes this long.
const WRITE_PATIENCE: Duration = Duration::from_secs(10);
