//! The open connection: messages out of the outbox, messages in.

use core::future::Future;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, ready};

use futures_core::Stream;
use futures_sink::Sink;
use rejoin_proto::{CloseCode, Message};

use super::super::event::Closed;
use super::super::outbox::Outbox;
use crate::WebSocket;

pub(super) struct Open {
    socket: WebSocket,
    /// What the socket has accepted since the transport last took everything.
    in_flight: Vec<Message>,
    handed_over: u64,
    close_begun: bool,
}

impl Open {
    pub(super) fn new(socket: WebSocket) -> Self {
        Self {
            socket,
            in_flight: Vec::new(),
            handed_over: 0,
            close_begun: false,
        }
    }

    /// The next message, or `None` when the connection is over.
    pub(super) fn poll_message(
        &mut self,
        outbox: &Outbox,
        context: &mut Context<'_>,
    ) -> Poll<Option<Message>> {
        self.pump(outbox, context);
        let next = ready!(Pin::new(&mut self.socket).poll_next(context));
        Poll::Ready(next.and_then(Result::ok))
    }

    /// How it ended, after [`poll_message`](Self::poll_message) has said that it did.
    pub(super) fn end(&mut self, outbox: &Outbox, context: &mut Context<'_>) -> Closed {
        let closure = self.socket.closure();
        let closure = closure.expect("receiving has come to its end");
        // Now it is known whether the last messages left.
        self.settle(context);
        Closed {
            closure,
            handed_over: self.handed_over,
            in_doubt: core::mem::take(&mut self.in_flight),
            kept: outbox.waiting().0,
        }
    }

    /// Moves messages from the outbox to the transport, few at a time: what has not been handed to the
    /// socket when the connection ends is certain not to have been sent.
    fn pump(&mut self, outbox: &Outbox, context: &mut Context<'_>) {
        for _ in 0..BATCHES_PER_POLL {
            if !self.settle(context) {
                return;
            }
            let ready = Pin::new(&mut self.socket).poll_ready(context);
            if !matches!(ready, Poll::Ready(Ok(()))) {
                return;
            }
            let mut bytes = 0;
            while bytes < BATCH_BYTES && self.in_flight.len() < BATCH_MESSAGES {
                let Some(message) = outbox.take() else {
                    break;
                };
                if Pin::new(&mut self.socket)
                    .start_send(message.clone())
                    .is_err()
                {
                    outbox.put_back(message);
                    break;
                }
                bytes += message.len();
                self.in_flight.push(message);
            }
            if self.in_flight.is_empty() {
                self.close_if_asked(outbox, context);
                return;
            }
        }
        // The rest has to wait until something was received: the peer may have asked, or closed.
        context.waker().wake_by_ref();
    }

    /// Whether everything that was accepted has been handed to the transport.
    fn settle(&mut self, context: &mut Context<'_>) -> bool {
        if self.in_flight.is_empty() {
            return true;
        }
        let flushed = Pin::new(&mut self.socket).poll_flush(context);
        if !matches!(flushed, Poll::Ready(Ok(()))) {
            return false;
        }
        self.handed_over += self.in_flight.len() as u64;
        self.in_flight.clear();
        true
    }

    /// Begins to close when the outbox is empty.
    fn close_if_asked(&mut self, outbox: &Outbox, context: &mut Context<'_>) {
        let Some(close) = outbox.close().filter(|_| !self.close_begun) else {
            return;
        };
        self.close_begun = true;
        let code = close.code().unwrap_or(CloseCode::NORMAL_CLOSURE);
        // It only queues the frame, which takes one poll; a connection that is closing already may
        // go on to do so.
        let begun = pin!(self.socket.start_close(code, close.reason())).poll(context);
        debug_assert!(begun.is_ready(), "there is nothing to wait for");
    }
}

/// How much is in flight at the most, but for one message more. All of it is in doubt if the connection
/// is lost; larger batches would save few writes.
const BATCH_BYTES: usize = 16 << 10;

const BATCH_MESSAGES: usize = 64;

const BATCHES_PER_POLL: u32 = 4;

#[cfg(test)]
mod tests {
    use core::task::Waker;

    use bytes::BytesMut;
    use rejoin_proto::extension::{Chain, Codec, Compression, Fault, Progress, Rsv};
    use rejoin_proto::{Config, Connection};

    use super::*;
    use crate::reconnect::OutboxLimits;

    /// Cannot encode the message `broken`.
    #[derive(Debug)]
    struct Fragile;

    impl Codec for Fragile {
        fn rsv(&self) -> Rsv {
            Rsv::RSV1
        }

        fn start_encode(&mut self, _: Option<usize>, _: Compression) -> bool {
            true
        }

        fn encode(&mut self, piece: &[u8], _: bool, out: &mut BytesMut) -> Result<(), Fault> {
            out.extend_from_slice(piece);
            if piece == b"broken" {
                return Err(Fault::new("broken"));
            }
            Ok(())
        }

        fn decode(
            &mut self,
            _: &[u8],
            _: bool,
            _: usize,
            _: &mut BytesMut,
        ) -> Result<Progress, Fault> {
            Err(Fault::new("only for sending"))
        }

        fn held_bytes(&self) -> usize {
            0
        }
    }

    #[tokio::test]
    async fn a_message_that_the_connection_does_not_take_stays_first_in_the_outbox() {
        let outbox = Outbox::new(OutboxLimits::default());
        for text in ["fine", "broken", "behind"] {
            outbox.offer(Message::text(text)).expect("there is room");
        }
        let mut chain = Chain::new();
        chain.push(Box::new(Fragile));
        let now = std::time::Instant::now();
        let connection = Connection::client(&Config::default().into(), chain, || [0; 4], now);
        let (near, _far) = tokio::io::duplex(1_000);
        let mut open = Open::new(WebSocket::from_parts(near, connection, BytesMut::new()));

        let context = &mut Context::from_waker(Waker::noop());
        assert!(open.poll_message(&outbox, context).is_pending());
        assert_eq!(open.handed_over + open.in_flight.len() as u64, 1);
        let kept = [outbox.take(), outbox.take(), outbox.take()];
        let kept = kept.map(|message| message.map(|m| m.as_text().map(str::to_owned)));
        let texts = ["broken", "behind"].map(|text| Some(Some(text.to_owned())));
        assert_eq!(kept[..2], texts);
        assert_eq!(kept[2], None);
    }
}
