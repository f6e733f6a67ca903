//! One client: its socket, its handshake, its connection.

use std::io::{self, IoSlice};
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

use bytes::{Buf, BytesMut};
use floor::{Poll, Ready, write};
use rejoin_proto::extension::Compression;
use rejoin_proto::handshake::{HeadLimits, RequestReader, accept, encode_response};
use rejoin_proto::{Connection, Delivery, Event, Kind, Message, Prepared, Transmit};
use rustix::net::{Shutdown, shutdown};

use crate::lent::{Arrived, Lent};

/// How long a client may take for its request.
const HANDSHAKE_DEADLINE: Duration = Duration::from_secs(10);

/// As many slices as one write is given.
const SLICES: usize = 64;

/// An accepted client.
pub(crate) struct Client {
    socket: OwnedFd,
    phase: Phase,
    /// The beginning of something.
    input: BytesMut,
    /// The socket takes no more; it is not read meanwhile.
    blocked: bool,
    /// Reading stopped while there may have been more.
    unread: bool,
    watches_writes: bool,
}

enum Phase {
    Shaking(Box<RequestReader>, Instant),
    Open(Box<Connection>),
}

impl Client {
    /// A client that begins with its handshake.
    pub(crate) fn new(socket: OwnedFd, now: Instant) -> Self {
        let reader = RequestReader::new(HeadLimits::default());
        Self {
            socket,
            phase: Phase::Shaking(Box::new(reader), now + HANDSHAKE_DEADLINE),
            input: BytesMut::new(),
            blocked: false,
            unread: false,
            watches_writes: false,
        }
    }

    /// Does what the socket is ready for; returns whether the client stays.
    ///
    /// Messages are echoed, or put into `messages`.
    pub(crate) fn turn(
        &mut self,
        ready: Ready,
        poll: &Poll,
        lent: &mut Lent,
        now: Instant,
        mut messages: Option<&mut Vec<Message>>,
    ) -> io::Result<bool> {
        let mut to_read = ready.to_read || self.unread;
        self.unread = false;
        if self.blocked && ready.to_write {
            self.transmit(poll, lent, now)?;
        }
        while to_read {
            if self.blocked {
                self.unread = true;
                break;
            }
            match lent.read(&self.socket, &mut self.input)? {
                Arrived::Nothing => break,
                Arrived::End => {
                    if let Phase::Open(connection) = &mut self.phase {
                        connection.receive_eof(now);
                        self.transmit(poll, lent, now)?;
                    }
                    return Ok(false);
                }
                Arrived::Bytes { input, more } => {
                    to_read = more || ready.to_end;
                    if !self.receive(input, lent, now, messages.as_deref_mut())? {
                        return Ok(false);
                    }
                    self.transmit(poll, lent, now)?;
                }
            }
        }
        Ok(!self.is_over())
    }

    /// Hands bytes to the handshake or the connection, and keeps what is left of them.
    fn receive(
        &mut self,
        mut input: BytesMut,
        lent: &mut Lent,
        now: Instant,
        mut messages: Option<&mut Vec<Message>>,
    ) -> io::Result<bool> {
        if let Phase::Shaking(reader, _) = &mut self.phase {
            let request = match reader.receive(&mut input) {
                Ok(Some(request)) => request,
                Ok(None) => {
                    self.input = lent.keep(input, 0);
                    return Ok(true);
                }
                Err(refusal) => return refuse(&self.socket, &refusal),
            };
            let acceptance = match accept(&request, &lent.options) {
                Ok(acceptance) => acceptance,
                Err(refusal) => return refuse(&self.socket, &refusal),
            };
            let answer = encode_response(&acceptance.response.map(|()| [0_u8; 0]));
            write_head(&self.socket, &answer)?;
            let chain = acceptance.agreement.chain;
            let connection = Connection::server(&lent.config, chain, now);
            self.phase = Phase::Open(Box::new(connection));
        }
        let Phase::Open(connection) = &mut self.phase else {
            return Ok(true);
        };
        lent.lend(connection.outbox());
        while let Some(event) = connection.receive(&mut input, Delivery::Whole, || now) {
            let Event::Message(message) = event else {
                continue;
            };
            match &mut messages {
                None => {
                    // While the connection closes, what still arrives goes unanswered.
                    let _ = connection.send(message, Compression::Auto);
                }
                Some(messages) if message.kind() == Kind::Binary => messages.push(message),
                Some(_) => {}
            }
        }
        let wanted = connection.wanted_bytes(input.len());
        if connection.unsent_bytes() == 0 || !input.is_empty() {
            self.input = lent.keep(input, wanted);
        } else {
            // The answers may share its memory: they are written first.
            self.input = input;
        }
        Ok(true)
    }

    /// Writes what is queued, as far as the socket takes it.
    fn transmit(&mut self, poll: &Poll, lent: &mut Lent, now: Instant) -> io::Result<()> {
        let Phase::Open(connection) = &mut self.phase else {
            return Ok(());
        };
        self.blocked = false;
        loop {
            match connection.poll_transmit(|| now) {
                Transmit::Write(outbox) => {
                    let mut slices = [IoSlice::new(&[]); SLICES];
                    let filled = outbox.chunks_vectored(&mut slices);
                    let offered: usize = slices[..filled].iter().map(|slice| slice.len()).sum();
                    let written = write(&self.socket, &slices[..filled])?;
                    outbox.advance(written);
                    if written < offered {
                        self.blocked = true;
                        connection.transmit_blocked(now);
                        break;
                    }
                }
                Transmit::Shutdown => {
                    // The peer may be gone already; what matters is that we have ended.
                    let _ = shutdown(&self.socket, Shutdown::Write);
                    connection.transport_shut_down();
                }
                Transmit::Idle => break,
            }
        }
        lent.take_back(connection.outbox());
        if self.input.is_empty() && self.input.capacity() > 0 {
            self.input = lent.keep(std::mem::take(&mut self.input), 0);
        }
        self.watch_if_blocked(poll)
    }

    /// Sends what all get.
    pub(crate) fn tell(
        &mut self,
        prepared: &mut Prepared,
        poll: &Poll,
        now: Instant,
    ) -> io::Result<()> {
        let Phase::Open(connection) = &mut self.phase else {
            return Ok(());
        };
        let mut written = Ok(0);
        // A connection that is closing gets no more.
        let _ = connection.send_prepared(prepared, 0, |bytes| {
            written = write(&self.socket, &[IoSlice::new(bytes)]);
            *written.as_ref().unwrap_or(&0)
        });
        written?;
        if connection.unsent_bytes() > 0 {
            connection.transmit_blocked(now);
            self.blocked = true;
        }
        self.watch_if_blocked(poll)
    }

    /// Does what the time asks for; returns whether the client stays.
    pub(crate) fn tick(&mut self, poll: &Poll, lent: &mut Lent, now: Instant) -> io::Result<bool> {
        match &mut self.phase {
            Phase::Shaking(_, deadline) => return Ok(now < *deadline),
            Phase::Open(connection) => {
                if connection.poll_timeout().is_none_or(|due| due > now) {
                    return Ok(true);
                }
                connection.handle_timeout(now);
            }
        }
        self.transmit(poll, lent, now)?;
        Ok(!self.is_over())
    }

    fn watch_if_blocked(&mut self, poll: &Poll) -> io::Result<()> {
        if self.blocked && !self.watches_writes {
            poll.watch_writes(&self.socket)?;
            self.watches_writes = true;
        }
        Ok(())
    }

    fn is_over(&self) -> bool {
        matches!(&self.phase, Phase::Open(connection) if connection.is_over())
    }
}

fn refuse(socket: &OwnedFd, refusal: &rejoin_proto::handshake::Refusal) -> io::Result<bool> {
    write_head(socket, &encode_response(&refusal.response()))?;
    Ok(false)
}

/// A head is much shorter than what an empty socket takes.
fn write_head(socket: &OwnedFd, head: &[u8]) -> io::Result<()> {
    if write(socket, &[IoSlice::new(head)])? < head.len() {
        return Err(io::ErrorKind::WriteZero.into());
    }
    Ok(())
}
