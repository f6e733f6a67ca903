//! Clients that come back by themselves.
//!
//! ```text
//!             +--------------------------- Waiting <---- decision ----+
//!             v                                                       |
//!  start -> connect -> on_open hook -> Open, Message .. -> Closed ----+
//!             |            |                                          |
//!             +------------+------ failed ----------------------------+---> GaveUp
//! ```
//!
//! [`Reconnect`] sets one up, [`ReconnectingSocket`] tells its [`Event`]s, and [`ReconnectingSender`]
//! is for the other tasks. Whether, when and where it comes back is decided by a [`Policy`], which
//! knows no clock and no randomness and can be used, and tested, alone; [`Course`] applies it over
//! time.

mod builder;
mod cause;
mod course;
mod event;
mod outbox;
mod policy;
mod preset;
mod retry_after;
mod sender;
mod socket;

pub use builder::Reconnect;
pub use cause::{Cause, Failure};
pub use course::Course;
pub use event::{Closed, Event, GaveUp, Opened, Waiting};
pub use outbox::{Dropped, OutboxLimits, Overflow, SendError};
pub use policy::{Address, Decision, GiveUp, Policy, Situation};
pub use preset::{Preset, UnknownPreset};
pub use sender::ReconnectingSender;
pub use socket::ReconnectingSocket;
