//! What the application learns from a connection.

use core::time::Duration;

use bytes::Bytes;

use crate::message::{Kind, Message};

/// Something that arrived.
///
/// The end of a connection is not among them: [`Connection::closure`](crate::Connection::closure)
/// has it once nothing more can arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// A whole message. Only with [`Delivery::Whole`].
    Message(Message),
    /// A piece of a message. Only with [`Delivery::Pieces`].
    Piece(Piece),
    /// A ping; the pong is already on its way.
    Ping(Bytes),
    /// A pong.
    Pong {
        /// Its payload.
        payload: Bytes,
        /// The time since our ping with this payload, `None` if this pong answers none of ours.
        round_trip: Option<Duration>,
    },
}

/// A piece of a message, as it arrived and after decompression.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Piece {
    /// The kind of the message that it belongs to.
    pub kind: Kind,
    /// The bytes, at most [`MAX_PIECE_BYTES`](crate::MAX_PIECE_BYTES) where they had to be
    /// decompressed and at most what one read brought otherwise. Of a text message they may end
    /// inside a character; the joined pieces are UTF-8.
    pub data: Bytes,
    /// Whether the message ends here. The last piece may be empty.
    pub last: bool,
}

impl Piece {
    /// A piece, to be sent or received.
    pub const fn new(kind: Kind, data: Bytes, last: bool) -> Self {
        Self { kind, data, last }
    }
}

/// How a message is to be handed out.
///
/// Settled when its first frame is read. One that is wanted whole later is still collected as long
/// as no piece of it was handed out; one that is being collected comes whole whatever is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a message is whole or it is not")]
pub enum Delivery {
    /// Collected and handed out whole.
    #[default]
    Whole,
    /// Handed out as it arrives.
    Pieces,
}
