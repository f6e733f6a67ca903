//! One end of a pair: its connection, and what its application sees and does.

use std::time::Instant;

use bytes::{Buf, BytesMut};
use rejoin_proto::extension::Compression;
use rejoin_proto::{Closure, Connection, Delivery, Event, Transmit};

use super::wire::{Cut, Wire};

/// What an end does about an event, besides recording it.
pub type Reaction = fn(&mut Connection, &Event, Instant);

/// One end: its connection, and what its application saw and does.
#[derive(Debug)]
#[non_exhaustive]
pub struct Side {
    /// The connection.
    pub connection: Connection,
    /// Everything that it handed out.
    pub events: Vec<Event>,
    /// How messages are handed out. Whole unless changed.
    pub delivery: Delivery,
    /// What is done about events. Nothing unless changed.
    pub reaction: Option<Reaction>,
    /// Whether this end reads its socket. It does unless changed.
    pub reads: bool,
    /// The most bytes that the connection held so far.
    pub peak_held: usize,
    input: BytesMut,
    told_end: bool,
    dropped: bool,
}

impl Side {
    pub(super) fn new(connection: Connection) -> Self {
        Self {
            connection,
            events: Vec::new(),
            delivery: Delivery::Whole,
            reaction: None,
            reads: true,
            peak_held: 0,
            input: BytesMut::new(),
            told_end: false,
            dropped: false,
        }
    }

    /// How it ended.
    ///
    /// # Panics
    ///
    /// If it did not.
    pub fn closure(&self) -> Closure {
        let closure = self.connection.closure();
        closure.expect("the connection was to be over")
    }

    /// The messages among the events, in order, pieces joined; one that was not ended is left out.
    pub fn messages(&self) -> Vec<Vec<u8>> {
        let mut messages = Vec::new();
        let mut joined = Vec::new();
        for event in &self.events {
            match event {
                Event::Message(message) => messages.push(message.as_bytes().to_vec()),
                Event::Piece(piece) => {
                    joined.extend_from_slice(&piece.data);
                    if piece.last {
                        messages.push(core::mem::take(&mut joined));
                    }
                }
                Event::Ping(_) | Event::Pong { .. } | _ => {}
            }
        }
        messages
    }

    pub(super) fn transmit(&mut self, wire: &mut Wire, now: Instant) -> bool {
        let mut moved = false;
        while !self.dropped {
            self.note_held();
            match self.connection.poll_transmit(|| now) {
                Transmit::Write(outbox) => {
                    let written = wire.write(outbox.chunk());
                    outbox.advance(written);
                    moved |= written > 0;
                    if written == 0 {
                        break;
                    }
                }
                Transmit::Shutdown => {
                    wire.end(Cut::Told);
                    self.connection.transport_shut_down();
                    moved = true;
                }
                Transmit::Idle => break,
            }
        }
        moved
    }

    pub(super) fn read(&mut self, wire: &mut Wire, size: usize, now: Instant) -> bool {
        if !self.reads || self.told_end || !self.connection.wants_read() {
            return false;
        }
        let size = wire.take(size, &mut self.input);
        if size > 0 {
            let connection = &mut self.connection;
            while let Some(event) = connection.receive(&mut self.input, self.delivery, || now) {
                if let Some(react) = self.reaction {
                    react(connection, &event, now);
                }
                self.events.push(event);
            }
        }
        self.note_held();
        if wire.is_at_end() {
            self.told_end = true;
            self.connection.receive_eof(now);
            return true;
        }
        size > 0
    }

    /// An end that is over drops its socket: its peer reads the end, and writes into the void.
    pub(super) fn drop_socket(&mut self, out: &mut Wire, own: &mut Wire) -> bool {
        let drops = !self.dropped && self.connection.closure().is_some();
        if drops {
            self.dropped = true;
            out.end(Cut::Told);
            own.end(Cut::Told);
            own.discard();
        }
        drops
    }

    fn note_held(&mut self) {
        self.peak_held = self.peak_held.max(self.connection.held_bytes());
    }
}

/// Sends every message back as it came; to be set as [`Side::reaction`].
pub fn echo(connection: &mut Connection, event: &Event, _now: Instant) {
    if let Event::Message(message) = event {
        // An end that is closing may refuse; the message was received all the same.
        let _ = connection.send(message.clone(), Compression::Auto);
    }
}
