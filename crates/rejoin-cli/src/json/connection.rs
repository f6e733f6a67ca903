//! What happens to connections: the same words for `serve` and `connect`.

use core::net::SocketAddr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rejoin::proto::{CloseFrame, Initiator};
use rejoin::{Closure, Message};
use serde::Serialize;

use super::line;

/// Something that happened. The field `event` names the kind.
#[derive(Debug, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub(crate) enum Event<'a> {
    /// `serve`: the server takes connections.
    Listening {
        /// Where, as a URL.
        url: &'a str,
        /// The address of `/healthz`, `/readyz` and `/metrics`.
        admin: Option<SocketAddr>,
        /// The process that says so.
        pid: u32,
        /// The process that it takes over from, after a restart.
        predecessor: Option<u32>,
    },
    /// `serve`: TLS or the transport failed before there was a request.
    Failed {
        /// The client.
        peer: SocketAddr,
        /// Why.
        error: String,
    },
    /// `serve`: a handshake was declined.
    Refused {
        /// The client.
        peer: SocketAddr,
        /// The HTTP status that it got.
        status: u16,
        /// Why.
        error: String,
        /// The required extensions that it did not offer.
        missing: &'a [String],
    },
    /// A connection is open.
    Opened {
        /// The other end, where it is known.
        peer: Option<SocketAddr>,
        /// What was asked for: `serve` has the path, `connect` the URL.
        target: String,
        /// The subprotocol in use.
        subprotocol: Option<&'a str>,
        /// The extensions in use, as answered; empty if there is none.
        extensions: &'a str,
    },
    /// `connect`: a message arrived.
    Message(Payload<'a>),
    /// A connection is over.
    Closed(Closed<'a>),
    /// `connect --reconnect`: an attempt to come back is coming.
    Waiting {
        /// How long from now, in milliseconds.
        delay_ms: u64,
        /// Which attempt it is, from 1.
        attempt: u32,
        /// Why there is no connection.
        error: String,
    },
    /// `connect --reconnect`: what became of messages when a connection ended.
    Unfinished {
        /// How many may not have arrived. They are not sent again.
        in_doubt: usize,
        /// How many wait for the next connection.
        kept: usize,
    },
    /// `connect`: it did not open, or the program gave up.
    Error {
        /// The exit status.
        exit: u8,
        /// The line that also stands on stderr.
        error: &'a str,
    },
}

/// What a message holds. The field `kind` names the kind.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Payload<'a> {
    /// Text.
    Text {
        /// The text.
        text: &'a str,
    },
    /// Bytes.
    Binary {
        /// The bytes in base64.
        base64: String,
    },
}

/// How a connection ended.
#[derive(Debug, Serialize)]
pub(crate) struct Closed<'a> {
    /// The other end, where it is known.
    peer: Option<SocketAddr>,
    /// The code by which the end is known; 1005 and 1006 among them.
    code: u16,
    /// The code's name.
    name: &'static str,
    /// The reason that the peer gave.
    reason: &'a str,
    /// Who began: `local`, `peer` or `transport`.
    began: &'static str,
    /// Whether both said Close and no rule was broken.
    clean: bool,
    /// The Close frame that left from here.
    sent: Option<Close<'a>>,
    /// The Close frame that arrived.
    received: Option<Close<'a>>,
    /// The rule that the peer broke.
    fault: Option<String>,
    /// The extensions that the peer needs and did not get (1010).
    missing: Vec<&'a str>,
    /// The last ping's round trip in milliseconds.
    round_trip_ms: Option<f64>,
}

/// A Close frame.
#[derive(Debug, Serialize)]
struct Close<'a> {
    code: Option<u16>,
    reason: &'a str,
}

impl Event<'_> {
    /// The event as one line, with its line end.
    pub(crate) fn line(&self) -> String {
        line(self)
    }
}

impl<'a> Event<'a> {
    /// A message that arrived.
    pub(crate) fn message(message: &'a Message) -> Self {
        Self::Message(match message {
            Message::Text(text) => Payload::Text { text },
            Message::Binary(bytes) => Payload::Binary {
                base64: STANDARD.encode(bytes),
            },
        })
    }

    /// The end of a connection.
    pub(crate) fn closed(peer: Option<SocketAddr>, closure: &'a Closure) -> Self {
        Self::Closed(Closed {
            peer,
            code: closure.code().get(),
            name: closure.code().info().name,
            reason: closure.reason(),
            began: began(closure.initiator),
            clean: closure.is_clean(),
            sent: closure.sent.as_ref().map(Close::of),
            received: closure.received.as_ref().map(Close::of),
            fault: closure.fault.map(|fault| fault.to_string()),
            missing: closure.missing_extensions().collect(),
            round_trip_ms: closure.round_trip.map(|time| time.as_secs_f64() * 1000.0),
        })
    }
}

impl<'a> Close<'a> {
    fn of(close: &'a CloseFrame) -> Self {
        Self {
            code: close.code().map(rejoin::CloseCode::get),
            reason: close.reason(),
        }
    }
}

fn began(initiator: Initiator) -> &'static str {
    match initiator {
        Initiator::Local => "local",
        Initiator::Peer => "peer",
        // The enum may grow; so far these are all.
        Initiator::Transport | _ => "transport",
    }
}
