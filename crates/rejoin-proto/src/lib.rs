//! The WebSocket protocol as a value: bytes and time in, events and bytes out.
//!
//! This crate speaks RFC 6455 and RFC 7692, both roles, and does no I/O: it knows no socket, no
//! clock, no task and no source of randomness. A driver hands it bytes and the time and carries
//! out what it asks for; the crate `rejoin` is such a driver, on tokio.
//!
//! ```text
//!             +------------------------------ Connection ------------------------------+
//!  bytes in   |  header -> limits -> unmask -> extensions -> utf8 -> assemble -> close  |  Event
//!  ---------->|      (each stage may refuse at the first byte that proves the fault)    |------>
//!  now ------>|  keepalive, close budget                            next deadline       |------>
//!  send ----->|  state check -> extensions -> mask -> header                            |------>
//!             +-------------------------------------------------------------------------+ Transmit
//! ```
//!
//! A pair of connections, joined by hand:
//!
//! ```
//! use std::sync::Arc;
//! use std::time::Instant;
//! use bytes::{Buf, BytesMut};
//! use rejoin_proto::extension::{Chain, Compression};
//! use rejoin_proto::{Config, Connection, Delivery, Event, Message, Transmit};
//!
//! let now = Instant::now();
//! let config = Arc::new(Config::default());
//! // A real client passes a function over a cryptographic generator.
//! let mut client = Connection::client(&config, Chain::new(), || [1, 2, 3, 4], now);
//! let mut server = Connection::server(&config, Chain::new(), now);
//!
//! client.send(Message::text("hello"), Compression::Auto)?;
//! let mut wire = BytesMut::new();
//! while let Transmit::Write(bytes) = client.poll_transmit(|| now) {
//!     let size = bytes.remaining();
//!     wire.extend_from_slice(&bytes.copy_to_bytes(size));
//! }
//! let event = server.receive(&mut wire, Delivery::Whole, || now);
//! assert_eq!(event, Some(Event::Message(Message::text("hello"))));
//! # Ok::<(), rejoin_proto::Misuse>(())
//! ```
//!
//! Four types tell four stories apart: [`ProtocolError`] (the peer broke a rule), [`Misuse`] (the
//! caller asked for the impossible), [`handshake::Refusal`] (an upgrade was declined) and
//! [`Closure`] (how a conversation ended).
//!
//! What this crate is not: it opens no connections, follows no redirects, and does not retry.
#![forbid(unsafe_code)]
#![warn(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions
)]

mod assemble;
mod closing;
mod closure;
mod connection;
mod error;
mod event;
pub mod extension;
mod frame;
pub mod handshake;
mod in_place;
mod inbound;
pub mod inspect;
mod keepalive;
mod limits;
mod message;
mod outbox;
mod retry_window;
mod role;
mod utf8;

pub use assemble::MAX_PIECE_BYTES;
pub use closure::{Closure, Initiator, TransportEnd};
pub use connection::{Config, Connection, Prepared, Ready, Transmit};
pub use error::{Misuse, ProtocolError};
pub use event::{Delivery, Event, Piece};
pub use frame::{CloseFrame, InvalidReason, MAX_CONTROL_BYTES, Opcode};
pub use keepalive::Keepalive;
pub use limits::{Accepted, Limits};
pub use message::{Kind, Message, Utf8Bytes};
pub use outbox::{Outbox, Spare};
pub use rejoin_close_codes::{CloseCode, DelayRange, Endpoint, InvalidCloseCode, ReceivedCode};
pub use retry_window::RetryWindow;
pub use role::{MaskKeys, Role};
