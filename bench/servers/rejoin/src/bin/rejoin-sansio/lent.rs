//! What is lent to the connection whose turn it is, so that idle ones own nothing.

use std::io;
use std::os::fd::OwnedFd;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use rejoin_proto::handshake::ServerOptions;
use rejoin_proto::{Config, Outbox, Spare};
use rustix::buffer::spare_capacity;
use rustix::io::{Errno, retry_on_intr};
use rustix::net::{RecvFlags, recv};

use floor::READ_BYTES;

/// Up to this size the beginning of a frame is put in front of the next read; beyond it, the rest
/// is read behind it, into a buffer that has room for all of it.
const MOVED_BYTES: usize = 16 * 1024;

/// Room behind the rest of a large frame, so that a read that ends with it is a short one.
const SLACK_BYTES: usize = 1024;

/// How much more room a frame gets at once than has arrived of it.
const AHEAD_BYTES: usize = 1024 * 1024;

/// How many large buffers are kept.
const LARGE_KEPT: usize = 16;

/// The buffers of the thread, and what all connections have in common.
pub(crate) struct Lent {
    pub(crate) options: ServerOptions,
    pub(crate) config: Arc<Config>,
    buffer: Vec<u8>,
    large: Vec<Vec<u8>>,
    spare: Option<Spare>,
}

/// What a read brought.
pub(crate) enum Arrived {
    /// Nothing, there was nothing.
    Nothing,
    /// Nothing, and the peer ended its direction.
    End,
    /// These bytes, after those that were there, and whether there may be more.
    Bytes { input: BytesMut, more: bool },
}

impl Lent {
    pub(crate) fn new(options: ServerOptions) -> Self {
        Self {
            options,
            config: Arc::default(),
            buffer: Vec::with_capacity(READ_BYTES),
            large: Vec::new(),
            spare: None,
        }
    }

    /// Reads once, behind `kept`.
    pub(crate) fn read(&mut self, socket: &OwnedFd, kept: &mut BytesMut) -> io::Result<Arrived> {
        let in_place = kept.len() > MOVED_BYTES;
        let mut buffer = if in_place {
            Vec::from(std::mem::take(kept))
        } else {
            let mut buffer = std::mem::take(&mut self.buffer);
            buffer.reserve(READ_BYTES);
            buffer.extend_from_slice(kept);
            buffer
        };
        let room = buffer.capacity() - buffer.len();
        let read = retry_on_intr(|| recv(socket, spare_capacity(&mut buffer), RecvFlags::empty()));
        match read {
            Ok((read, _)) if read > 0 => {
                kept.clear();
                Ok(Arrived::Bytes {
                    input: to_mut(buffer),
                    more: read == room,
                })
            }
            Ok(_) => Ok(Arrived::End),
            Err(Errno::AGAIN) if in_place => {
                *kept = to_mut(buffer);
                Ok(Arrived::Nothing)
            }
            Err(Errno::AGAIN) => {
                buffer.clear();
                self.buffer = buffer;
                Ok(Arrived::Nothing)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Takes the buffer back, and returns what of it is to be kept: the beginning of a frame that
    /// wants so many bytes more.
    pub(crate) fn keep(&mut self, input: BytesMut, wanted: usize) -> BytesMut {
        let size = input.len() + wanted.min(AHEAD_BYTES.max(input.len())) + SLACK_BYTES;
        if input.len() > MOVED_BYTES && input.capacity() >= size {
            return input;
        }
        let kept = if input.is_empty() {
            BytesMut::new()
        } else if input.len() > MOVED_BYTES {
            let fits = self
                .large
                .iter()
                .rposition(|large| large.capacity() >= size);
            let mut large = fits.map_or_else(
                || Vec::with_capacity(size),
                |place| self.large.swap_remove(place),
            );
            large.extend_from_slice(&input);
            to_mut(large)
        } else {
            BytesMut::from(input.as_ref())
        };
        // If a message is still held somewhere, this is a small copy and the buffer is left to it.
        let mut buffer = Vec::from(input);
        buffer.clear();
        if self.buffer.capacity() == 0 && buffer.capacity() >= READ_BYTES {
            self.buffer = buffer;
        } else if buffer.capacity() > READ_BYTES && self.large.len() < LARGE_KEPT {
            self.large.push(buffer);
        }
        kept
    }

    /// Lends the memory of an outbox.
    pub(crate) fn lend(&mut self, outbox: &mut Outbox) {
        if let Some(spare) = self.spare.take() {
            self.spare = outbox.lend(spare);
        }
    }

    /// Takes it back, if nothing is queued there.
    pub(crate) fn take_back(&mut self, outbox: &mut Outbox) {
        if let Some(spare) = outbox.take_spare() {
            self.spare = Some(spare);
        }
    }
}

/// The same memory, for the protocol to take messages out of.
fn to_mut(buffer: Vec<u8>) -> BytesMut {
    let unique = Bytes::from(buffer).try_into_mut();
    unique.expect("nobody else has it yet")
}
