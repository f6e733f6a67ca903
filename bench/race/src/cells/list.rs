//! Every cell, in the order of the tables.

use super::{Cell, Echo, Headers, History, Job, Kind, Pace, Section, Takeover, Transport};

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

    let mut crowds = vec![10_000.min(idle_most), 50_000.min(idle_most)];
    crowds.dedup();
    for connections in crowds {
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
