//! Bare epoll echo loops: the least that an echo can cost on a machine.
//!
//! Two programs are made of these parts. `floor-tcp` writes back what it reads. `floor-ws` speaks
//! just enough WebSocket to be measured against: it finds the frames in what it read, unmasks them
//! in place and writes all answers of one read in one write. Fragments are answered one by one.
//! Neither checks anything that an echo does not need, so neither is fit for use; they say what the
//! system calls cost.
//!
//! ```text
//!  epoll (edge-triggered) --> one read into the shared buffer --> answers, in that same buffer
//!                                  |                                       |
//!               rest of a frame:   |                                       v
//!               kept until whole <-+                          one write for all of them
//! ```
#![forbid(unsafe_code)]

mod answer;
mod connection;
mod frame;
mod handshake;
mod listen;
mod options;
mod poll;
mod socket;
mod spare;
mod unsent;

pub use connection::{Connection, Scratch};
pub use listen::{accept, listen};
pub use options::{Deflate, Options};
pub use poll::{Poll, Ready};
pub use socket::{receive, write};
pub use spare::Spare;
pub use unsent::Unsent;

/// How much one read may bring: what is written back is then still in the processor's cache.
pub const READ_BYTES: usize = 256 * 1024;
