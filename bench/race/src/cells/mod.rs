//! What is measured: sections, cells, and who takes part in each.

mod list;
mod names;

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

pub(crate) use self::list::all;
use crate::contestants::{Contestant, Mode, Part};

/// A table of the results.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Section {
    /// Echo, one message in flight on each connection
    OneInFlight,
    /// Echo, many messages in flight on each connection
    ManyInFlight,
    /// Echo of text messages
    Text,
    /// Echo of messages that arrive in fragments
    Fragmented,
    /// Echo with permessage-deflate
    Deflate,
    /// One message to everybody
    Broadcast,
    /// Connections accepted and upgraded
    Handshakes,
    /// Resident memory of idle connections
    Memory,
    /// Round trips at a given rate
    Latency,
    /// Masking, UTF-8 and header parsing beside memcpy
    Micro,
}

/// One thing to measure, for each contestant that can do it.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Cell {
    pub section: Section,
    pub job: Job,
}

/// What the load generator is asked to do.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Job {
    Echo(Echo),
    Broadcast {
        connections: u64,
        size: u64,
    },
    Handshakes {
        slots: u64,
        headers: Headers,
        transport: Transport,
    },
    Idle {
        connections: u64,
        deflate: Option<Takeover>,
        history: History,
    },
}

/// Messages there and back.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Echo {
    pub size: u64,
    pub connections: u64,
    pub in_flight: u64,
    pub kind: Kind,
    pub fragments: u64,
    pub deflate: Option<Takeover>,
    pub pace: Pace,
}

#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    Binary,
    Text,
}

/// Whether permessage-deflate remembers earlier messages, in both directions.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Takeover {
    Without,
    With,
}

/// How fast messages are sent.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Pace {
    /// The next as soon as the answers are back.
    Peak,
    /// Half of the rate that this contestant reaches at its peak.
    HalfOfOwnPeak,
    /// Half of the rate that the best peer reaches at its peak: the same for
    /// everybody.
    HalfOfBestPeer,
}

#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Headers {
    Bare,
    Browser,
}

#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Transport {
    Plain,
    Tls,
}

/// What a connection went through before it fell idle.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum History {
    NeverUsed,
    /// One message of 1 KiB, echoed.
    AfterMessage,
    /// 64 messages of 1 KiB in a row, echoed.
    AfterBurst,
}

impl Section {
    pub(crate) const ALL: [Self; 10] = [
        Self::OneInFlight,
        Self::ManyInFlight,
        Self::Text,
        Self::Fragmented,
        Self::Deflate,
        Self::Broadcast,
        Self::Handshakes,
        Self::Memory,
        Self::Latency,
        Self::Micro,
    ];

    /// The heading of its table.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::OneInFlight => "Echo, one message in flight",
            Self::ManyInFlight => "Echo, many messages in flight",
            Self::Text => "Echo of text",
            Self::Fragmented => "Echo of fragmented messages",
            Self::Deflate => "Echo with permessage-deflate",
            Self::Broadcast => "Broadcast",
            Self::Handshakes => "Handshakes",
            Self::Memory => "Memory of an idle connection",
            Self::Latency => "Latency",
            Self::Micro => "Microbenchmarks",
        }
    }

    /// The name of its main figure among those that the load generator gives.
    pub(crate) fn figure(self) -> &'static str {
        match self {
            Self::Broadcast => "server_ns_per_delivery",
            Self::Handshakes => "server_ns_per_handshake",
            Self::Memory => "bytes_per_connection",
            Self::Latency => "latency_us.p99",
            Self::OneInFlight
            | Self::ManyInFlight
            | Self::Text
            | Self::Fragmented
            | Self::Deflate
            | Self::Micro => "server_ns_per_message",
        }
    }
}

impl Cell {
    /// How many connections are open at the same time.
    pub(crate) fn connections(&self) -> u64 {
        match &self.job {
            Job::Echo(echo) => echo.connections,
            Job::Broadcast { connections, .. } | Job::Idle { connections, .. } => *connections,
            Job::Handshakes { slots, .. } => *slots,
        }
    }

    /// Whether this contestant can do what is measured, and whether it is worth
    /// asking.
    pub(crate) fn admits(&self, contestant: &Contestant) -> bool {
        let batched = contestant.mode == Mode::Batched;
        // The TCP floor knows messages of one frame, and answers what it got.
        if contestant.part == Part::TcpFloor {
            return matches!(self.section, Section::OneInFlight | Section::ManyInFlight);
        }
        match &self.job {
            // With one message in flight there is nothing to gather.
            Job::Echo(echo) => {
                (echo.in_flight > 1 || !batched)
                    && (echo.deflate.is_none() || contestant.can.deflate)
            }
            Job::Broadcast { .. } => !batched && contestant.can.broadcast,
            Job::Handshakes { transport, .. } => {
                !batched && (*transport == Transport::Plain || contestant.can.tls)
            }
            Job::Idle { deflate, .. } => !batched && (deflate.is_none() || contestant.can.deflate),
        }
    }
}

impl Echo {
    pub(crate) fn binary(size: u64, connections: u64, in_flight: u64) -> Self {
        Self {
            size,
            connections,
            in_flight,
            kind: Kind::Binary,
            fragments: 1,
            deflate: None,
            pace: Pace::Peak,
        }
    }
}
