//! What can be asked for on the command line.

use core::num::NonZeroUsize;
use core::time::Duration;
use std::net::SocketAddr;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::crowd::Crowd;
use crate::deflate::Takeover;
use crate::frame;
use crate::handshake::Wishes;
use crate::payload::Content;
use crate::process::Process;
use crate::script::{self, Beginning, Plan};

/// Loads a WebSocket server, verifies every byte that comes back, and prints what it cost as JSON
#[derive(Debug, Parser)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) workload: Workload,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Workload {
    /// Messages that the server sends back
    Echo(Echo),
    /// Messages that the server sends to everybody
    Broadcast(Broadcast),
    /// Connections that are opened, upgraded and closed
    Handshakes(Handshakes),
    /// Connections that are open and silent
    Idle(Idle),
}

/// The server, and how long it may be silent.
#[derive(Clone, Debug, Args)]
pub(crate) struct Target {
    /// Address of the server
    #[arg(long, value_name = "ADDR")]
    pub(crate) server: SocketAddr,
    /// Process of the server, whose processor time and memory are read
    #[arg(long)]
    pid: u32,
    /// Give up when nothing has moved for so long
    #[arg(long, value_name = "MS", default_value = "10000")]
    patience_ms: u64,
}

impl Target {
    /// The server's process.
    pub(crate) const fn process(&self) -> Process {
        Process::new(self.pid)
    }

    /// How long nothing may move.
    pub(crate) const fn patience(&self) -> Duration {
        Duration::from_millis(self.patience_ms)
    }

    /// An ordinary handshake over TCP.
    pub(crate) const fn wishes(&self, deflate: Option<Takeover>) -> Wishes {
        Wishes {
            server: self.server,
            deflate,
            browser_headers: false,
            is_tls: false,
        }
    }
}

/// How long to measure.
#[derive(Clone, Debug, Args)]
pub(crate) struct Times {
    /// Load the server for so long before anything counts
    #[arg(long, value_name = "MS", default_value = "200")]
    warmup_ms: u64,
    /// Measure for so long
    #[arg(long, value_name = "MS", default_value = "500")]
    measure_ms: u64,
}

impl Times {
    /// How long to load the server before anything counts.
    pub(crate) const fn warmup(&self) -> Duration {
        Duration::from_millis(self.warmup_ms)
    }

    /// How long to measure.
    pub(crate) const fn measure(&self) -> Duration {
        Duration::from_millis(self.measure_ms)
    }
}

#[derive(Debug, Args)]
pub(crate) struct Echo {
    #[command(flatten)]
    pub(crate) target: Target,
    /// How many connections
    #[arg(long, value_name = "N")]
    pub(crate) connections: NonZeroUsize,
    /// How many messages go out in one write; the next when all their answers are back. With
    /// --rate: how many may be unanswered on one connection
    #[arg(long, value_name = "K")]
    pub(crate) in_flight: NonZeroUsize,
    /// Size of each message before compression
    #[arg(long, value_name = "BYTES")]
    size: NonZeroUsize,
    /// Text is ASCII words; the default is text with --json-like, and binary otherwise
    #[arg(long)]
    kind: Option<Kind>,
    /// In how many frames each message is sent
    #[arg(long, value_name = "F", default_value = "1")]
    fragments: NonZeroUsize,
    /// Offer permessage-deflate and compress the messages
    #[arg(long)]
    deflate: Option<Takeover>,
    /// The server knows TCP only: no handshake, and the very bytes come back that were sent
    #[arg(long, conflicts_with = "deflate")]
    raw: bool,
    /// Send records that compress to about a third
    #[arg(long)]
    json_like: bool,
    #[command(flatten)]
    pub(crate) times: Times,
    /// Send so many messages a second, on all connections together and whatever comes back;
    /// latency then counts from the moment at which a message was due
    #[arg(long, value_name = "R")]
    pub(crate) rate: Option<NonZeroUsize>,
}

impl Echo {
    /// A crowd as asked for, nobody connected yet.
    pub(crate) fn crowd(&self) -> anyhow::Result<Crowd> {
        let plan = Plan {
            content: self.content(),
            opcode: match self.kind {
                Some(Kind::Text) => frame::TEXT,
                None if self.json_like => frame::TEXT,
                Some(Kind::Binary) | None => frame::BINARY,
            },
            message_bytes: self.size.get(),
            window: self.in_flight.get(),
            fragments: self.fragments.get(),
            beginning: Beginning::Apart,
            echo: if self.raw {
                script::Echo::Bytes
            } else {
                script::Echo::Messages
            },
        };
        Crowd::new(
            self.target.wishes(self.deflate),
            plan,
            self.target.patience(),
        )
    }

    const fn content(&self) -> Content {
        match self.kind {
            _ if self.json_like => Content::Json,
            Some(Kind::Text) => Content::Text,
            Some(Kind::Binary) | None => Content::Binary,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    Text,
    Binary,
}

#[derive(Debug, Args)]
pub(crate) struct Broadcast {
    #[command(flatten)]
    pub(crate) target: Target,
    /// How many connections, the sender included
    #[arg(long, value_name = "N")]
    pub(crate) connections: NonZeroUsize,
    /// Size of each message
    #[arg(long, value_name = "BYTES")]
    pub(crate) size: NonZeroUsize,
    #[command(flatten)]
    pub(crate) times: Times,
}

#[derive(Debug, Args)]
pub(crate) struct Handshakes {
    #[command(flatten)]
    pub(crate) target: Target,
    /// How many are in progress at once
    #[arg(long, value_name = "S")]
    pub(crate) slots: NonZeroUsize,
    /// Send what a browser sends
    #[arg(long)]
    pub(crate) browser_headers: bool,
    /// Over TLS, without resumption; the certificate is not verified
    #[arg(long)]
    pub(crate) tls: bool,
    #[command(flatten)]
    pub(crate) times: Times,
}

#[derive(Debug, Args)]
pub(crate) struct Idle {
    #[command(flatten)]
    pub(crate) target: Target,
    /// How many connections
    #[arg(long, value_name = "N")]
    pub(crate) connections: NonZeroUsize,
    /// Offer permessage-deflate
    #[arg(long)]
    pub(crate) deflate: Option<Takeover>,
    /// Have one message of 1 KiB echoed on each before the measurement
    #[arg(long = "use", conflicts_with = "burst")]
    pub(crate) use_each: bool,
    /// Have 64 messages of 1 KiB, sent at once, echoed on each before the measurement
    #[arg(long)]
    pub(crate) burst: bool,
}
