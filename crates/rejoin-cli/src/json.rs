//! The events of `--json`: one object a line on stdout, the same words for both commands.

use core::net::SocketAddr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rejoin::proto::{CloseFrame, Initiator};
use rejoin::{Closure, Message};
use serde::Serialize;

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

/// `serve`: what happens to a process. Old and new ones may write to the same place.
#[derive(Debug, Serialize)]
pub(crate) struct Life<'a> {
    /// The process that says so.
    pub(crate) pid: u32,
    /// What happened.
    #[serde(flatten)]
    pub(crate) stage: LifeStage<'a>,
}

/// The field `event` names the kind.
#[derive(Debug, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub(crate) enum LifeStage<'a> {
    /// A new process was asked for.
    Restarting,
    /// The new process serves; this one drains.
    Restarted {
        /// The new process.
        successor: u32,
    },
    /// There is no new process; this one serves on.
    RestartFailed {
        /// Why.
        error: &'a str,
    },
    /// The settings were read again, and are in force for the connections that come.
    Reloaded {
        /// Settings that have changed, but only a restart can apply.
        needs_restart: &'a [&'a str],
    },
    /// The settings are as before.
    ReloadFailed {
        /// What is wrong with the new ones, and where.
        error: &'a str,
    },
    /// The old process has ended.
    PredecessorGone {
        /// The old process.
        predecessor: u32,
    },
    /// Connections are being closed: at the beginning, then once a second.
    Draining(Drained<'a>),
    /// No connection is left, or those that are left were cut.
    Drained(Drained<'a>),
}

/// How far a drain has come.
#[derive(Debug, Serialize)]
pub(crate) struct Drained<'a> {
    /// The code of the Closes.
    pub(crate) code: Option<u16>,
    /// Their reason.
    pub(crate) reason: &'a str,
    /// Connections that said Close on both sides.
    pub(crate) clean: usize,
    /// Connections that ended in another way.
    pub(crate) unclean: usize,
    /// Connections that did not answer in time.
    pub(crate) cut: usize,
    /// Connections that are open.
    pub(crate) left: usize,
    /// How many of those have been sent their Close.
    pub(crate) closing: usize,
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

impl Life<'_> {
    /// The event as one line, with its line end.
    pub(crate) fn line(&self) -> String {
        line(self)
    }
}

/// What a process does, as it stands beside its pid file.
#[derive(Debug, Serialize)]
pub(crate) struct Status<'a> {
    /// Counts up: 1 is the first thing that this process told.
    pub(crate) number: u64,
    /// What it told.
    #[serde(flatten)]
    pub(crate) life: &'a Life<'a>,
}

impl Status<'_> {
    /// As one line, with its line end.
    pub(crate) fn line(&self) -> String {
        line(self)
    }
}

fn line(event: &impl Serialize) -> String {
    let mut line = serde_json::to_string(event).expect("plain fields with text keys serialise");
    line.push('\n');
    line
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

/// What [`Status`] says to who reads it.
#[cfg(unix)]
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Told {
    pub(crate) number: u64,
    pub(crate) pid: u32,
    pub(crate) event: String,
    pub(crate) error: Option<String>,
    #[serde(default)]
    pub(crate) clean: usize,
    #[serde(default)]
    pub(crate) unclean: usize,
    #[serde(default)]
    pub(crate) cut: usize,
    #[serde(default)]
    pub(crate) left: usize,
}

/// `restart`: it has succeeded.
#[cfg(unix)]
#[derive(Debug, Serialize)]
pub(crate) struct TheEnd {
    event: &'static str,
    /// The process that has ended.
    pub(crate) old: u32,
    /// The process that serves.
    pub(crate) new: u32,
}

#[cfg(unix)]
impl TheEnd {
    pub(crate) fn new(old: u32, new: u32) -> Self {
        let event = "replaced";
        Self { event, old, new }
    }

    /// As one line, with its line end.
    pub(crate) fn line(&self) -> String {
        line(self)
    }
}
