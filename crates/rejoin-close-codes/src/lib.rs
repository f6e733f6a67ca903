//! Every WebSocket close code, one row each.
//!
//! A close code says why a WebSocket connection ended (RFC 6455 section 7.4). This crate holds what
//! is known of each of the 65 536 numbers: its name, its entry in the IANA registry, who may send
//! it, whether it may stand in a Close frame, and whether a client should come back, when, and on
//! whose word. What a library does with a code and what a page says about it can then be read from
//! the same row.
//!
//! # What it is not
//!
//! It reads no frames and keeps no connection. It has no opinion on 4000-4999, which belong to the
//! application.
//!
//! # The parts
//!
//! ```text
//!                        lookup(u16) -> &CodeInfo          every number has a row
//!                              ^
//!               info()         |         info()
//!        +---------------------+---------------------+
//!        |                                           |
//!    CloseCode                                  ReceivedCode
//!    what may stand in a Close frame            whatever a peer sent, or what the end
//!    1000-1003, 1007-1014, 3000-4999            of a connection amounts to: any u16
//!        ^                                           |
//!        +----------------- checked() ---------------+
//! ```
//!
//! # Examples
//!
//! ```
//! use rejoin_close_codes::{CloseCode, Endpoint, ReceivedCode, Retry, lookup};
//!
//! // What may be sent is a type: a code for local use cannot be made.
//! assert_eq!(CloseCode::new(1012), Ok(CloseCode::SERVICE_RESTART));
//! assert!(CloseCode::new(1006).is_err());
//! assert!(CloseCode::MANDATORY_EXTENSION.may_be_sent_by(Endpoint::Client));
//! assert!(!CloseCode::MANDATORY_EXTENSION.may_be_sent_by(Endpoint::Server));
//!
//! // What was received is kept as it came.
//! let received = ReceivedCode::new(1016);
//! assert_eq!(received.get(), 1016);
//! assert_eq!(
//!     received.checked().unwrap_err().to_string(),
//!     "close code 1016 is not assigned",
//! );
//!
//! // Every number answers.
//! assert_eq!(lookup(1010).name, "MANDATORY_EXTENSION");
//! assert_eq!(lookup(4321).name, "PRIVATE_USE");
//! let Retry::Yes { first_delay } = lookup(1012).retry.verdict else {
//!     panic!("a service restart is retried");
//! };
//! assert_eq!(first_delay.min().as_secs()..=first_delay.max().as_secs(), 1..=5);
//! ```
//!
//! # Limits
//!
//! [`MAX_REASON_BYTES`] is the longest reason that fits beside a code. The crate has no features,
//! needs no allocator and has no dependencies.

#![no_std]
#![forbid(unsafe_code)]
#![warn(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions
)]

mod code;
mod info;
mod received;
mod retry;
mod table;

pub use code::{CloseCode, InvalidCloseCode};
pub use info::{Class, CodeInfo, Endpoint, Registration, Sender, Source, WireRule};
pub use received::ReceivedCode;
pub use retry::{DelayRange, Retry, RetryAdvice};
pub use table::{ROWS, lookup};

/// The most bytes that the reason of a Close frame may have: 123.
///
/// A control frame carries at most 125 bytes, of which the code takes two. These are bytes of
/// UTF-8, not characters.
///
/// # Spec
///
/// RFC 6455 sections 5.5 and 5.5.1.
pub const MAX_REASON_BYTES: usize = 123;
