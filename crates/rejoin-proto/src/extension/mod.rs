//! Extensions: objects that are negotiated, then stand in a chain between frames and messages.
//!
//! An [`Extension`] is configuration: one value, shared by all connections, that knows how to
//! offer itself (client) and how to judge what the other side says (both). What was agreed for one
//! connection is a [`Codec`], which lives inside that connection and transforms its messages.
//!
//! # Spec
//!
//! RFC 6455 section 9 (negotiation), section 5.2 (RSV bits), section 5.8 (extensibility).

mod alike;
mod chain;
pub mod deflate;
pub mod header;
mod params;
mod passthrough;

use core::fmt;

use bytes::BytesMut;

pub use alike::Alike;
pub use chain::Chain;
pub use params::{Param, Params};
pub use passthrough::Passthrough;

use crate::handshake::Rule;

/// An extension as it is configured: how it offers itself and how it answers.
///
/// Implement it to bring an extension of your own; `examples/own_extension.rs` is a complete one.
pub trait Extension: fmt::Debug + Send + Sync {
    /// The registered token, compared octet by octet, e.g. `permessage-deflate`.
    fn name(&self) -> &str;

    /// The RSV bits that this extension gives a meaning to; [`Rsv::NONE`] if it needs none.
    ///
    /// Two extensions that claim one bit are never agreed for one connection.
    fn rsv(&self) -> Rsv;

    /// Client: the offers, most preferred first. More than one means fallbacks.
    fn offers(&self) -> Vec<Params>;

    /// Server: judges one offer of this name.
    ///
    /// # Errors
    ///
    /// The rule by which the offer is declined; the next offer is then tried.
    fn respond(&self, offer: &Params) -> Result<Response, Rule>;

    /// Client: judges the server's answer against everything that was offered under this name.
    /// `None` means agreed, and messages stay as they are.
    ///
    /// # Errors
    ///
    /// The rule that the answer breaks; the handshake fails.
    fn settle(&self, offered: &[Params], answer: &Params) -> Result<Option<Box<dyn Codec>>, Rule>;
}

/// What a server says to an offer that it takes: the answer for the header, and the codec.
#[derive(Debug)]
#[expect(
    clippy::exhaustive_structs,
    reason = "built by implementors of Extension"
)]
pub struct Response {
    /// The parameters of the answer; the name is the extension's own.
    pub answer: Params,
    /// What transforms the messages of this connection from now on; `None` if they stay as they are.
    pub codec: Option<Box<dyn Codec>>,
}

/// An agreed extension at work in one connection, on either role.
///
/// Messages are transformed in pieces, so that none has to be held whole. One message at a time is
/// in progress in each direction; control frames never pass through.
pub trait Codec: fmt::Debug + Send {
    /// The bits that mark a message as transformed, set on its first frame only.
    ///
    /// With [`Rsv::NONE`] every message passes through the codec.
    fn rsv(&self) -> Rsv;

    /// Starts an outgoing message and decides whether it is to be transformed.
    ///
    /// `size` is the whole size of the message in bytes where it is known. When this returns
    /// `false` the message passes by this codec unmarked and `encode` is not called for it. A codec
    /// without an RSV bit cannot mark, so its answer must be `true`.
    fn start_encode(&mut self, size: Option<usize>, choice: Compression) -> bool;

    /// Transforms a piece of the outgoing message, appending to `out`.
    ///
    /// `last` is true exactly once a message, with the piece that ends it (which may be empty).
    ///
    /// # Errors
    ///
    /// [`Fault`] if the codec cannot go on; the connection then closes with 1011.
    fn encode(&mut self, piece: &[u8], last: bool, out: &mut BytesMut) -> Result<(), Fault>;

    /// Transforms a piece of the incoming marked message, appending at most `room` bytes to `out`.
    ///
    /// `last` says that the piece ends the message. When the room runs out, `consumed` is short of
    /// the piece or `finished` is still false; the caller then calls again with the rest of the
    /// piece (possibly empty) and new room. `finished` is true once the last piece is consumed and
    /// everything it stands for has been appended; the codec is then ready for the next message.
    ///
    /// # Errors
    ///
    /// [`Fault`] if the data is not what this extension's peer may send; the connection is failed
    /// with 1007.
    fn decode(
        &mut self,
        piece: &[u8],
        last: bool,
        room: usize,
        out: &mut BytesMut,
    ) -> Result<Progress, Fault>;

    /// The bytes that this codec holds between messages, for the connection's memory account.
    fn held_bytes(&self) -> usize;

    /// What it has in common with the codecs of other connections, if what it makes of an outgoing
    /// message depends on nothing that this connection has sent before.
    ///
    /// A message for many is then transformed once. The default, `None`, is always right.
    fn alike(&self) -> Option<Alike> {
        None
    }
}

/// How far [`Codec::decode`] came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_structs,
    reason = "returned by implementors of Codec"
)]
pub struct Progress {
    /// Bytes of the piece that are used up.
    pub consumed: usize,
    /// Whether the whole message has been produced. Only ever true with `last`.
    pub finished: bool,
}

/// The codec met data that it cannot transform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    what: &'static str,
}

impl Fault {
    /// A fault, in one lower-case line without payload data, e.g. `invalid deflate block type`.
    pub const fn new(what: &'static str) -> Self {
        Self { what }
    }

    /// What went wrong.
    pub const fn what(self) -> &'static str {
        self.what
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }
}

impl core::error::Error for Fault {}

/// The application's wish for one message, where a compressing extension was agreed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Compression {
    /// Never compress this message: it holds a secret beside data that an attacker may choose, or
    /// it is compressed already.
    Never,
    /// Compress it when it is large enough for that to pay. The default.
    #[default]
    Auto,
    /// Compress it whatever its size.
    Always,
}

/// A set of the three reserved bits of a frame header (RFC 6455 section 5.2).
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Rsv(u8);

impl Rsv {
    /// No bit.
    pub const NONE: Self = Self(0);
    /// RSV1, 0x40 in the first byte of a frame.
    pub const RSV1: Self = Self(0x40);
    /// RSV2, 0x20 in the first byte of a frame.
    pub const RSV2: Self = Self(0x20);
    /// RSV3, 0x10 in the first byte of a frame.
    pub const RSV3: Self = Self(0x10);

    /// The reserved bits of a frame's first byte.
    pub const fn of_first_byte(byte: u8) -> Self {
        Self(byte & 0x70)
    }

    /// The bits where they stand in a frame's first byte.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Both sets together.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The bits of `self` that are not in `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the two sets share a bit.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether no bit is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl fmt::Debug for Rsv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rsv({self})")
    }
}

/// The names of the bits, e.g. `RSV1|RSV3`.
impl fmt::Display for Rsv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = [
            (Self::RSV1, "RSV1"),
            (Self::RSV2, "RSV2"),
            (Self::RSV3, "RSV3"),
        ];
        let mut between = "";
        for (bit, name) in names {
            if self.intersects(bit) {
                write!(f, "{between}{name}")?;
                between = "|";
            }
        }
        Ok(())
    }
}
