//! Messages for many connections: encoded once for all that agree on how, the bytes shared.

use bytes::{Buf, Bytes};

use super::Connection;
use crate::error::Misuse;
use crate::extension::{Alike, Chain, Compression, Fault};
use crate::frame::Opcode;
use crate::message::{Kind, Message};
use crate::outbox::{Outbox, Start};
use crate::role::Role;

/// Messages to be sent to many connections, in this order.
///
/// They are encoded when the first connection needs them so: once for all servers without
/// extensions, once for each set of settings of permessage-deflate without context takeover. Every
/// client masks for itself (RFC 6455 section 5.3), so it encodes for itself too.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
/// use std::time::Instant;
/// use rejoin_proto::extension::{Chain, Compression};
/// use rejoin_proto::{Config, Connection, Prepared};
///
/// let config = Arc::new(Config::default());
/// let mut prepared = Prepared::new(Compression::Auto);
/// prepared.push("to all");
/// for _ in 0..3 {
///     let mut server = Connection::server(&config, Chain::new(), Instant::now());
///     // A real driver writes to the socket, and says how much that took.
///     let mut wire = Vec::new();
///     server.send_prepared(&mut prepared, 0, |bytes| {
///         wire.extend_from_slice(&bytes[..5]);
///         5
///     })?;
///     assert_eq!(wire, b"\x81\x06to ");
///     assert_eq!(server.unsent_bytes(), 3);
/// }
/// # Ok::<(), rejoin_proto::Misuse>(())
/// ```
#[derive(Debug)]
pub struct Prepared {
    messages: Vec<Message>,
    compression: Compression,
    plain: Option<Frames>,
    transformed: Vec<(Alike, Frames)>,
}

/// The frames of all messages, one behind the other.
#[derive(Debug)]
struct Frames {
    bytes: Bytes,
    /// Where each message starts.
    starts: Vec<usize>,
}

impl Prepared {
    /// No messages yet, and whether they may be compressed where compression was agreed.
    ///
    /// [`Compression::Auto`] compresses only where one encoding serves many connections. With
    /// context takeover in the sending direction every connection would have to compress for
    /// itself: messages then go as they are, which costs bytes on the wire and no time.
    /// [`Compression::Always`] has each of those compress.
    pub const fn new(compression: Compression) -> Self {
        Self {
            messages: Vec::new(),
            compression,
            plain: None,
            transformed: Vec::new(),
        }
    }

    /// Appends a message. What was encoded so far is forgotten.
    pub fn push(&mut self, message: impl Into<Message>) {
        self.messages.push(message.into());
        self.plain = None;
        self.transformed.clear();
    }

    /// The frames of a connection whose messages stay as they are.
    fn plain(&mut self) -> Result<&Frames, Fault> {
        let frames = match self.plain.take() {
            Some(frames) => frames,
            None => Frames::encode(&self.messages, self.compression, &mut Chain::new())?,
        };
        Ok(self.plain.insert(frames))
    }

    /// The frames of connections whose chains are alike, of which this is one.
    fn transformed(&mut self, alike: Alike, chain: &mut Chain) -> Result<&Frames, Fault> {
        let known = self.transformed.iter().position(|(of, _)| *of == alike);
        let place = if let Some(place) = known {
            place
        } else {
            let frames = Frames::encode(&self.messages, self.compression, chain)?;
            self.transformed.push((alike, frames));
            self.transformed.len().saturating_sub(1)
        };
        let (_, frames) = self
            .transformed
            .get(place)
            .expect("the place was found, or is that of the last one, which was just pushed");
        Ok(frames)
    }
}

impl Frames {
    /// Encodes all messages unmasked, as a chain has it.
    fn encode(
        messages: &[Message],
        compression: Compression,
        chain: &mut Chain,
    ) -> Result<Self, Fault> {
        let mut out = Outbox::default();
        let mut starts = Vec::with_capacity(messages.len());
        for message in messages {
            starts.push(out.remaining());
            let opcode = match message.kind() {
                Kind::Text => Opcode::Text,
                Kind::Binary => Opcode::Binary,
            };
            let payload = message.as_bytes();
            let start = Start {
                fin: true,
                rsv: chain.start_encode(Some(payload.len()), compression),
                opcode,
            };
            if chain.passes_encode() {
                out.push_copy(start, None, payload);
            } else {
                out.push_with(start, None, |out| chain.encode(payload, true, out))?;
            }
        }
        let size = out.remaining();
        Ok(Self {
            bytes: out.copy_to_bytes(size),
            starts,
        })
    }

    /// All bytes from this message on.
    fn from(&self, first: usize) -> &[u8] {
        let start = self.starts.get(first).copied().unwrap_or(self.bytes.len());
        self.bytes.get(start..).unwrap_or_default()
    }
}

impl Connection {
    /// Sends the prepared messages from the one numbered `first` on.
    ///
    /// Where nothing is queued and the bytes are shared with other connections, `write` is called
    /// once with all of them and says how many it has written; what is left is queued, large parts
    /// by reference. Otherwise `write` is not called and everything is queued.
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send); `write` was then not called.
    ///
    /// # Spec
    ///
    /// RFC 6455 section 6.1; RFC 7692 section 6: whether a message is compressed is said by the
    /// message, and one that is not does not enter the window.
    pub fn send_prepared(
        &mut self,
        prepared: &mut Prepared,
        first: usize,
        write: impl FnOnce(&[u8]) -> usize,
    ) -> Result<(), Misuse> {
        self.check_sendable()?;
        let shared = self.shared_frames(prepared);
        let Some(frames) = shared.map_err(|_| self.break_down())? else {
            for message in prepared.messages.iter().skip(first) {
                self.send(message.clone(), prepared.compression)?;
            }
            return Ok(());
        };
        let bytes = frames.from(first);
        let written = match self.outbox.remaining() {
            0 => write(bytes),
            _ => 0,
        };
        if let Some(rest @ [_, ..]) = bytes.get(written..) {
            self.outbox.push_shared(frames.bytes.slice_ref(rest));
        }
        Ok(())
    }

    /// The bytes that this connection has in common with others; `None` if it encodes for itself.
    fn shared_frames<'p>(
        &mut self,
        prepared: &'p mut Prepared,
    ) -> Result<Option<&'p Frames>, Fault> {
        if self.role() == Role::Client {
            return Ok(None);
        }
        if self.chain.is_empty() {
            return prepared.plain().map(Some);
        }
        if let Some(alike) = self.chain.alike() {
            return prepared.transformed(alike, &mut self.chain).map(Some);
        }
        if prepared.compression == Compression::Always {
            return Ok(None);
        }
        // A codec that cannot mark takes part in every message.
        self.chain.start_encode(None, Compression::Never);
        if self.chain.passes_encode() {
            prepared.plain().map(Some)
        } else {
            Ok(None)
        }
    }
}
