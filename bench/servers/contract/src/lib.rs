//! What every echo server of the race does alike.
//!
//! ```text
//! BIN [--mode loop|batched] [--deflate no-takeover|takeover] [--tls CERT.pem KEY.pem] [--broadcast]
//! ```
//!
//! A program calls [`Settings::from_arguments`] with what its library can do,
//! then [`serve`] with what is to happen to each connection. In between it owns
//! nothing: the thread, the listener, `TCP_NODELAY`, the limit of descriptors
//! and TLS are the same for all, so that what is left to differ is the library.
#![forbid(unsafe_code)]

mod arguments;
mod listening;
mod tls;

pub use arguments::{Abilities, Deflate, Mode, Settings};
pub use listening::{Echo, Socket, announce, run, serve};
