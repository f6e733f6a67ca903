//! What is measured: every cell of every section, and who takes part in it.

use std::fmt;

use clap::ValueEnum;
use serde::{Deserialize, Serialize};

use crate::{
    contestants::{Contestant, Mode, Part},
    units::{bytes, count},
};

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

const KIB: u64 = 1024;
const MIB: u64 = 1024 * KIB;

/// Every cell, section by section, in the order of the rows.  `idle_most` is
/// how many connections one server process can have open at most.
pub(crate) fn all(idle_most: u64) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut add = |section, job| cells.push(Cell { section, job });

    for size in [16, 125, KIB, 16 * KIB, 64 * KIB] {
        for connections in [1, 100, 1000] {
            add(
                Section::OneInFlight,
                Job::Echo(Echo::binary(size, connections, 1)),
            );
        }
        if size == 16 || size == KIB {
            add(
                Section::OneInFlight,
                Job::Echo(Echo::binary(size, 10_000, 1)),
            );
        }
    }
    for connections in [1, 10, 100] {
        add(
            Section::OneInFlight,
            Job::Echo(Echo::binary(MIB, connections, 1)),
        );
    }

    let many: [(u64, &[(u64, u64)]); 6] = [
        (16, &[(1, 64), (100, 64), (1000, 16), (10_000, 16)]),
        (125, &[(1, 64), (100, 64), (1000, 16)]),
        (KIB, &[(1, 64), (100, 64), (1000, 16), (10_000, 16)]),
        (16 * KIB, &[(1, 16), (100, 16)]),
        (64 * KIB, &[(1, 16), (100, 4)]),
        (MIB, &[(1, 4), (10, 4)]),
    ];
    for (size, shapes) in many {
        for &(connections, in_flight) in shapes {
            add(
                Section::ManyInFlight,
                Job::Echo(Echo::binary(size, connections, in_flight)),
            );
        }
    }

    for (size, in_flight) in [(125, 1), (125, 64), (16 * KIB, 1), (16 * KIB, 16)] {
        let echo = Echo {
            kind: Kind::Text,
            ..Echo::binary(size, 100, in_flight)
        };
        add(Section::Text, Job::Echo(echo));
    }

    for (size, fragments, connections, in_flight) in [
        (16 * KIB, 16, 100, 1),
        (16 * KIB, 16, 100, 4),
        (MIB, 64, 10, 1),
    ] {
        let echo = Echo {
            fragments,
            ..Echo::binary(size, connections, in_flight)
        };
        add(Section::Fragmented, Job::Echo(echo));
    }

    for takeover in [Takeover::Without, Takeover::With] {
        for size in [256, KIB, 16 * KIB] {
            for (connections, in_flight) in [(1, 1), (100, 1), (100, 16), (1000, 1)] {
                let echo = Echo {
                    kind: Kind::Text,
                    deflate: Some(takeover),
                    ..Echo::binary(size, connections, in_flight)
                };
                add(Section::Deflate, Job::Echo(echo));
            }
        }
    }

    for size in [125, KIB, 16 * KIB] {
        add(
            Section::Broadcast,
            Job::Broadcast {
                connections: 10_000,
                size,
            },
        );
    }

    for (slots, headers, transport) in [
        (1, Headers::Bare, Transport::Plain),
        (1, Headers::Browser, Transport::Plain),
        (64, Headers::Bare, Transport::Plain),
        (64, Headers::Browser, Transport::Plain),
        (64, Headers::Browser, Transport::Tls),
    ] {
        add(
            Section::Handshakes,
            Job::Handshakes {
                slots,
                headers,
                transport,
            },
        );
    }

    for connections in [10_000, 50_000.min(idle_most)] {
        for (deflate, history) in [
            (None, History::NeverUsed),
            (None, History::AfterMessage),
            (None, History::AfterBurst),
            (Some(Takeover::Without), History::NeverUsed),
            (Some(Takeover::Without), History::AfterMessage),
            (Some(Takeover::With), History::NeverUsed),
            (Some(Takeover::With), History::AfterMessage),
        ] {
            add(
                Section::Memory,
                Job::Idle {
                    connections,
                    deflate,
                    history,
                },
            );
        }
    }

    for size in [16, KIB] {
        for pace in [Pace::HalfOfBestPeer, Pace::HalfOfOwnPeak] {
            let echo = Echo {
                pace,
                ..Echo::binary(size, 100, 1)
            };
            add(Section::Latency, Job::Echo(echo));
        }
    }
    cells
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
    /// Names the cell on the command line and in the results.
    pub(crate) fn id(&self) -> String {
        let section = self
            .section
            .to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned());
        let rest = match &self.job {
            Job::Echo(echo) => echo.id(),
            Job::Broadcast { connections, size } => format!("{}/{connections}", short(*size)),
            Job::Handshakes {
                slots,
                headers,
                transport,
            } => {
                format!("{slots}/{headers}/{transport}")
            }
            Job::Idle {
                connections,
                deflate,
                history,
            } => {
                let deflate = deflate.map_or_else(
                    || "plain".to_owned(),
                    |takeover| format!("deflate {takeover}"),
                );
                format!("{connections}/{deflate}/{history}")
            }
        };
        format!("{section}/{rest}").replace(' ', "-")
    }

    /// Names the cell in a table.
    pub(crate) fn name(&self) -> String {
        match &self.job {
            Job::Echo(echo) => echo.name(),
            Job::Broadcast { connections, size } => {
                format!("{} to {}", bytes(*size), count(*connections))
            }
            Job::Handshakes {
                slots,
                headers,
                transport,
            } => {
                let slots = if *slots == 1 {
                    "one at a time".to_owned()
                } else {
                    format!("{slots} at a time")
                };
                format!("{transport}, {headers}, {slots}")
            }
            Job::Idle {
                connections,
                deflate,
                history,
            } => {
                let deflate =
                    deflate.map_or_else(String::new, |takeover| format!("deflate {takeover}, "));
                format!("{} idle, {deflate}{history}", count(*connections))
            }
        }
    }

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

    fn id(&self) -> String {
        let deflate = self
            .deflate
            .map_or_else(String::new, |takeover| format!("/{takeover}"));
        let fragments = if self.fragments > 1 {
            format!("/{} fragments", self.fragments)
        } else {
            String::new()
        };
        let pace = match self.pace {
            Pace::Peak => "",
            Pace::HalfOfOwnPeak => "/own rate",
            Pace::HalfOfBestPeer => "/common rate",
        };
        format!(
            "{}/{}x{}{fragments}{deflate}{pace}",
            short(self.size),
            self.connections,
            self.in_flight
        )
    }

    fn name(&self) -> String {
        let fragments = if self.fragments > 1 {
            format!(" in {} fragments", self.fragments)
        } else {
            String::new()
        };
        let deflate = self
            .deflate
            .map_or_else(String::new, |takeover| format!(", {takeover}"));
        let pace = match self.pace {
            Pace::Peak => "",
            Pace::HalfOfOwnPeak => ", half of its own peak",
            Pace::HalfOfBestPeer => ", half of the best peer's peak",
        };
        format!(
            "{}{fragments}, {} × {}{deflate}{pace}",
            bytes(self.size),
            count(self.connections),
            self.in_flight
        )
    }
}

/// A size without a space.
fn short(size: u64) -> String {
    bytes(size).replace(' ', "")
}

impl fmt::Display for Takeover {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Without => "without takeover",
            Self::With => "with takeover",
        })
    }
}

impl fmt::Display for Headers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bare => "bare",
            Self::Browser => "a browser's headers",
        })
    }
}

impl fmt::Display for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "plain",
            Self::Tls => "TLS",
        })
    }
}

impl fmt::Display for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NeverUsed => "never used",
            Self::AfterMessage => "after a message",
            Self::AfterBurst => "after a burst",
        })
    }
}
