//! The protocol without a driver: bytes in, events, bytes out.

use std::io::IoSlice;
use std::sync::Arc;
use std::time::Instant;

use bytes::{Buf, Bytes, BytesMut};
use rejoin_proto::extension::{Chain, Compression};
use rejoin_proto::{Config, Connection, Delivery, Event, Kind, Message, Spare, Transmit};
use rejoin_testkit::random::mask_key;

use super::wire::Conversation;
use super::{Workload, workload};

pub(super) const WORKLOADS: &[Workload] = &[
    workload("core/receive/empty x64", 64, |rounds| {
        receive(rounds, &Conversation::with_server(Kind::Binary, 0, 64), 64);
    }),
    workload("core/receive/text 1 KiB x16", 16, |rounds| {
        receive(
            rounds,
            &Conversation::with_server(Kind::Text, 1 << 10, 16),
            16,
        );
    }),
    workload("core/echo/16 B x64", 64, |rounds| {
        echo(rounds, &Conversation::with_server(Kind::Binary, 16, 64));
    }),
    workload("core/echo/125 B x64", 64, |rounds| {
        echo(rounds, &Conversation::with_server(Kind::Binary, 125, 64));
    }),
    workload("core/echo/text 125 B x64", 64, |rounds| {
        echo(rounds, &Conversation::with_server(Kind::Text, 125, 64));
    }),
    workload("core/echo/1 KiB x64", 64, |rounds| {
        echo(
            rounds,
            &Conversation::with_server(Kind::Binary, 1 << 10, 64),
        );
    }),
    workload("core/echo/16 B", 1, |rounds| {
        echo(rounds, &Conversation::with_server(Kind::Binary, 16, 1));
    }),
    workload("core/echo/1 KiB", 1, |rounds| {
        echo(rounds, &Conversation::with_server(Kind::Binary, 1 << 10, 1));
    }),
    workload("core/echo/16 KiB", 1, |rounds| {
        echo(
            rounds,
            &Conversation::with_server(Kind::Binary, 16 << 10, 1),
        );
    }),
    workload("core/echo/64 KiB", 1, |rounds| {
        echo(
            rounds,
            &Conversation::with_server(Kind::Binary, 64 << 10, 1),
        );
    }),
    workload("core/client/16 B", 1, |rounds| client(rounds, 16)),
    workload("core/client/1 KiB", 1, |rounds| client(rounds, 1 << 10)),
];

/// A server that only takes in.
fn receive(rounds: u32, conversation: &Conversation, messages: u32) {
    let mut end = End::server(Chain::new());
    for _ in 0..rounds {
        end.take_in(&conversation.question);
        let mut received = 0;
        while end.next_message().is_some() {
            received += 1;
        }
        assert_eq!(received, messages, "not every message was received");
    }
}

/// A server that sends back what it receives.
fn echo(rounds: u32, conversation: &Conversation) {
    let mut end = End::server(Chain::new());
    for round in 0..rounds {
        end.take_in(&conversation.question);
        end.lend();
        while let Some(message) = end.next_message() {
            end.send(message);
        }
        if round == 0 {
            let mut written = Vec::new();
            end.give_out(|bytes| written.extend_from_slice(bytes));
            assert!(
                written == conversation.answer,
                "the echo is not the message"
            );
        } else {
            let mut written = 0;
            end.give_out(|bytes| written += bytes.len());
            assert_eq!(written, conversation.answer.len(), "the echo is incomplete");
        }
    }
}

/// A client that sends and receives a message.
fn client(rounds: u32, bytes: usize) {
    let answer = Conversation::with_client(Kind::Binary, bytes, 1);
    let mut end = End::client();
    let message = Bytes::from(vec![0x5a; bytes]);
    for _ in 0..rounds {
        end.lend();
        end.send(Message::binary(message.clone()));
        let mut written = 0;
        end.give_out(|bytes| written += bytes.len());
        assert!(written > bytes, "a frame is its header and its payload");
        end.take_in(&answer.question);
        let received = end.next_message().map(|message| message.len());
        assert_eq!(received, Some(bytes), "the answer was not received");
        assert!(end.next_message().is_none(), "there was only one answer");
    }
}

/// A connection and the buffers that a driver has for it.
pub(super) struct End {
    connection: Connection,
    now: Instant,
    input: BytesMut,
    spare: Option<Spare>,
}

impl End {
    pub(super) fn server(chain: Chain) -> Self {
        let now = Instant::now();
        Self::new(
            Connection::server(&Arc::new(Config::default()), chain, now),
            now,
        )
    }

    pub(super) fn client() -> Self {
        Self::client_with(Chain::new())
    }

    pub(super) fn client_with(chain: Chain) -> Self {
        let now = Instant::now();
        let config = Arc::new(Config::default());
        Self::new(Connection::client(&config, chain, mask_key, now), now)
    }

    fn new(connection: Connection, now: Instant) -> Self {
        Self {
            connection,
            now,
            input: BytesMut::with_capacity(BUFFER_BYTES),
            spare: Some(Spare::with_capacity(BUFFER_BYTES)),
        }
    }

    /// A read.
    pub(super) fn take_in(&mut self, bytes: &[u8]) {
        self.input.reserve(bytes.len());
        self.input.extend_from_slice(bytes);
    }

    pub(super) fn next_message(&mut self) -> Option<Message> {
        loop {
            let (input, now) = (&mut self.input, self.now);
            let event = self.connection.receive(input, Delivery::Whole, || now)?;
            if let Event::Message(message) = event {
                return Some(message);
            }
        }
    }

    pub(super) fn send(&mut self, message: Message) {
        let sent = self.connection.send(message, Compression::Auto);
        sent.expect("an open connection takes messages");
    }

    /// Lends the buffer to what is about to be sent.
    pub(super) fn lend(&mut self) {
        let spare = self.spare.take().expect("it came back with the last write");
        let refused = self.connection.outbox().lend(spare);
        assert!(refused.is_none(), "an empty outbox borrows a buffer");
    }

    /// A write that takes everything, after which the buffer comes back.
    pub(super) fn give_out(&mut self, mut write: impl FnMut(&[u8])) {
        while let Transmit::Write(outbox) = self.connection.poll_transmit(|| self.now) {
            let mut slices = [IoSlice::new(&[]); 64];
            let filled = outbox.chunks_vectored(&mut slices);
            let mut written = 0;
            for slice in slices.iter().take(filled) {
                write(slice);
                written += slice.len();
            }
            outbox.advance(written);
        }
        self.spare = self.connection.outbox().take_spare();
    }
}

/// As the driver's.
const BUFFER_BYTES: usize = 64 << 10;
