//! Frames through a server's connection, 64 to a read: headers parsed and written.
//!
//! Receiving begins with a copy of the frames into the input, which stands for the read; sending
//! ends where the bytes would be written.

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use bytes::{Buf, Bytes, BytesMut};
use rejoin_proto::extension::{Chain, Compression};
use rejoin_proto::{Config, Connection, Delivery, Event, Message, Spare, Transmit};

use crate::row::Row;
use crate::timing::Effort;

const FRAMES: usize = 64;

const SIZES: [usize; 4] = [0, 16, 125, 1 << 10];

/// What a server does with the messages of one read.
pub(crate) fn all(effort: Effort) -> Vec<Row> {
    let rows = SIZES.iter().flat_map(|&size| {
        let mut bench = Bench::new(size);
        let (received, sent) = (bench.wire.clone(), bench.written());
        [
            row(effort, "64 frames received", size, &received, || {
                bench.fill();
                bench.receive()
            }),
            row(effort, "64 frames sent", size, &sent, || bench.send()),
            row(
                effort,
                "64 frames received and answered",
                size,
                &received,
                || {
                    bench.fill();
                    bench.echo()
                },
            ),
        ]
    });
    rows.collect()
}

fn row<T>(
    effort: Effort,
    what: &'static str,
    size: usize,
    bytes: &[u8],
    work: impl FnMut() -> T,
) -> Row {
    Row {
        what,
        size,
        bytes: bytes.len(),
        count: FRAMES,
        nanoseconds: effort.nanoseconds(work),
        memcpy_nanoseconds: effort.memcpy_nanoseconds(bytes),
    }
}

/// A connection, what a client sends to it, and the buffers that a driver lends it.
struct Bench {
    connection: Connection,
    wire: Vec<u8>,
    message: Message,
    input: BytesMut,
    spare: Option<Spare>,
    now: Instant,
}

impl Bench {
    fn new(size: usize) -> Self {
        let now = Instant::now();
        let config = Arc::new(Config::default());
        let message = Message::binary(Bytes::from(vec![b'x'; size]));
        let mut client =
            Connection::client(&config, Chain::new(), || [0x37, 0xfa, 0x21, 0x3d], now);
        let mut wire = Vec::new();
        for _ in 0..FRAMES {
            let sent = client.send(message.clone(), Compression::Auto);
            sent.expect("the connection is open");
        }
        while let Transmit::Write(outbox) = client.poll_transmit(|| now) {
            wire.extend_from_slice(outbox.chunk());
            let written = outbox.chunk().len();
            outbox.advance(written);
        }
        Self {
            connection: Connection::server(&config, Chain::new(), now),
            input: BytesMut::with_capacity(2 * wire.len()),
            wire,
            message,
            spare: None,
            now,
        }
    }

    /// Puts the frames into the input, as a read does.
    fn fill(&mut self) {
        self.input.reserve(self.wire.len());
        self.input.extend_from_slice(black_box(&self.wire));
    }

    /// Takes all messages out, and returns how many bytes they had.
    fn receive(&mut self) -> usize {
        let mut bytes = 0;
        while let Some(message) = self.next() {
            bytes += black_box(message).len();
        }
        bytes
    }

    /// Sends as many messages as are received, and returns how many bytes were to be written.
    fn send(&mut self) -> usize {
        self.lend();
        self.queue();
        self.transmit(|_| {})
    }

    /// Sends back all that is received, and returns how many bytes were to be written.
    fn echo(&mut self) -> usize {
        self.lend();
        while let Some(message) = self.next() {
            let sent = self.connection.send(message, Compression::Auto);
            sent.expect("the connection is open");
        }
        self.transmit(|_| {})
    }

    /// What one round of sending puts on the wire.
    fn written(&mut self) -> Vec<u8> {
        let mut wire = Vec::new();
        self.queue();
        self.transmit(|bytes| wire.extend_from_slice(bytes));
        wire
    }

    fn queue(&mut self) {
        for _ in 0..FRAMES {
            let message = black_box(&self.message).clone();
            let sent = self.connection.send(message, Compression::Auto);
            sent.expect("the connection is open");
        }
    }

    fn next(&mut self) -> Option<Message> {
        let now = self.now;
        let event = self
            .connection
            .receive(&mut self.input, Delivery::Whole, || now);
        match event {
            Some(Event::Message(message)) => Some(message),
            _ => None,
        }
    }

    fn lend(&mut self) {
        if let Some(spare) = self.spare.take() {
            self.spare = self.connection.outbox().lend(spare);
        }
    }

    /// Has everything that is queued written by `write`, without a socket.
    fn transmit(&mut self, mut write: impl FnMut(&[u8])) -> usize {
        let now = self.now;
        let mut written = 0;
        while let Transmit::Write(outbox) = self.connection.poll_transmit(|| now) {
            let chunk = black_box(outbox.chunk());
            write(chunk);
            let size = chunk.len();
            outbox.advance(size);
            written += size;
        }
        self.spare = self.connection.outbox().take_spare();
        written
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_frame_is_received_and_answered() {
        for size in SIZES {
            let mut bench = Bench::new(size);
            let header = if size < 126 { 2 } else { 4 };
            assert_eq!(bench.wire.len(), FRAMES * (header + 4 + size));
            assert_eq!(bench.written().len(), FRAMES * (header + size));
            for _ in 0..3 {
                bench.fill();
                assert_eq!(bench.receive(), FRAMES * size);
                assert_eq!(bench.send(), FRAMES * (header + size));
                bench.fill();
                assert_eq!(bench.echo(), FRAMES * (header + size));
                assert!(bench.input.is_empty());
            }
        }
    }

    #[test]
    fn every_size_gets_its_rows() {
        assert_eq!(all(Effort::LEAST).len(), 3 * SIZES.len());
    }
}
