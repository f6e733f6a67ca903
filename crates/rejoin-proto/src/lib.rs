//! The WebSocket protocol as a value: bytes and time in, events and bytes out.
#![forbid(unsafe_code)]
#![warn(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions
)]

pub mod extension;
pub mod handshake;
