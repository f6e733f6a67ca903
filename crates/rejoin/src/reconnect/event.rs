//! What a socket that reconnects has to tell.

use core::net::SocketAddr;
use core::time::Duration;

use rejoin_proto::handshake::Explanation;
use rejoin_proto::{Closure, Message};

use super::cause::Cause;
use super::outbox::Dropped;
use super::policy::GiveUp;

/// What happened.
///
/// [`Open`](Self::Open), then messages, then [`Closed`](Self::Closed); between connections
/// [`Waiting`](Self::Waiting), once for every attempt to come; at the end [`GaveUp`](Self::GaveUp).
#[derive(Debug)]
#[non_exhaustive]
pub enum Event {
    /// The connection has ended.
    Closed(Box<Closed>),
    /// Messages in the outbox had to make room for newer ones.
    Dropped(Dropped),
    /// There will be no further connection. Nothing comes after this.
    GaveUp(Box<GaveUp>),
    /// A message.
    Message(Message),
    /// A connection is open and set up.
    Open(Box<Opened>),
    /// There is no connection, and one will be attempted.
    Waiting(Box<Waiting>),
}

/// An open connection and what was agreed for it, as [`Connected`](crate::Connected) has it.
#[derive(Debug)]
#[non_exhaustive]
pub struct Opened {
    /// Which attempt to come back it was: 0 for the first connection of all, if the first attempt
    /// made it. Counted as [`Situation::attempt`](super::Situation::attempt).
    pub attempt: u32,
    /// The server's 101 with all its headers.
    pub response: http::Response<()>,
    /// The subprotocol in use, if any.
    pub subprotocol: Option<String>,
    /// `Sec-WebSocket-Extensions` as answered, empty if no extension is in use.
    pub extensions: String,
    /// Each offer, taken or declined, and by which rule.
    pub explanation: Explanation,
    /// The request as it was sent, with every header.
    pub request: http::Request<()>,
    /// The address that was connected to; `None` over a transport of the caller's.
    pub peer: Option<SocketAddr>,
}

/// The end of a connection, and what became of the messages.
///
/// Nothing is sent twice. So a message that may not have arrived is not sent again by itself: that is
/// for the application, which knows if it matters.
#[derive(Debug)]
#[non_exhaustive]
pub struct Closed {
    /// How it ended.
    pub closure: Closure,
    /// How many messages this connection handed to the transport whole. Whether the peer has received
    /// them only the peer can tell.
    pub handed_over: u64,
    /// Messages that were on their way to the transport when it ended. Each may or may not have
    /// arrived.
    pub in_doubt: Vec<Message>,
    /// How many messages wait in the outbox for the next connection. None of them was sent.
    pub kept: usize,
}

/// The wait before an attempt.
#[derive(Debug)]
#[non_exhaustive]
pub struct Waiting {
    /// How long.
    pub delay: Duration,
    /// Which attempt to come back comes after it, from 1; see
    /// [`Situation::attempt`](super::Situation::attempt).
    pub attempt: u32,
    /// Why there is no connection.
    pub cause: Cause,
    /// Where to.
    pub address: http::Uri,
}

/// The end of it all.
#[derive(Debug)]
#[non_exhaustive]
pub struct GaveUp {
    /// Why there will be no further attempt.
    pub why: GiveUp,
    /// Why there is no connection; `None` if it was closed before one was attempted.
    pub cause: Option<Cause>,
    /// What was in the outbox. None of it was sent.
    pub unsent: Vec<Message>,
}
