//! How many allocations a round takes in a steady state: none for a small message.

use core::net::Ipv4Addr;
use std::net::TcpListener;
use std::thread;

use allocation_counter::measure;
use cost::tcp::{self, Exchange};
use cost::workload::Workload;

/// For each round of each workload.
const ALLOCATIONS: &[(&str, u64)] = &[
    ("mask/16 B", 0),
    ("mask/1 KiB", 0),
    ("mask/16 KiB", 0),
    ("core/receive/empty x64", 0),
    ("core/receive/text 1 KiB x16", 0),
    ("core/echo/16 B x64", 0),
    ("core/echo/125 B x64", 0),
    ("core/echo/text 125 B x64", 0),
    ("core/echo/1 KiB x64", 0),
    ("core/echo/16 B", 0),
    ("core/echo/1 KiB", 0),
    ("core/echo/16 KiB", 0),
    ("core/echo/64 KiB", 0),
    ("core/client/16 B", 0),
    ("core/client/1 KiB", 0),
    ("driver/echo/16 B x64", 1),
    ("driver/echo/text 125 B x64", 1),
    ("driver/echo/1 KiB x16", 1),
    ("driver/echo/16 B", 0),
    ("driver/echo/1 KiB", 0),
    ("driver/echo/16 KiB", 0),
    ("driver/echo/64 KiB", 0),
    ("driver/echo/1 MiB", 0),
    ("driver/connection", 49),
    ("deflate/send, no takeover, x1", 0),
    ("deflate/send, no takeover, x16", 0),
    ("deflate/send, takeover, x1", 0),
    ("deflate/send, takeover, x16", 0),
    ("deflate/receive, no takeover, x1", 48),
    ("deflate/receive, no takeover, x16", 48),
    ("deflate/receive, takeover, x1", 48),
    ("deflate/receive, takeover, x16", 48),
    ("handshake/bare", 7),
    ("handshake/browser", 23),
];

/// For each round of each exchange with a server over TCP.
const ALLOCATIONS_OVER_TCP: &[(&str, u64)] = &[
    ("tcp/echo/16 B x64", 0),
    ("tcp/echo/16 B", 0),
    ("tcp/echo/1 KiB", 0),
    ("tcp/connection", 19),
];

#[test]
fn every_workload_allocates_as_often_as_written_here() {
    let counted = Workload::all().map(|workload| {
        let rounds = workload.rounds();
        // In a thread of its own, so that it does not find what another one has left.
        let count = |rounds| {
            let counting = thread::spawn(move || measure(|| workload.run(rounds)).count_total);
            counting.join().expect("it does what it should")
        };
        // What a process does once is done by the first.
        let [_, once, twice] = [1, rounds, 2 * rounds].map(count);
        (
            workload.name(),
            in_each(workload.name(), twice - once, rounds),
        )
    });
    compare(&counted.collect::<Vec<_>>(), ALLOCATIONS);
}

#[test]
fn a_server_over_tcp_allocates_as_often_as_written_here() {
    let counted = Exchange::all().map(|exchange| {
        let rounds = exchange.rounds();
        let [_, once, twice] = [1, rounds, 2 * rounds].map(|rounds| serve(exchange, rounds));
        (
            exchange.name(),
            in_each(exchange.name(), twice - once, rounds),
        )
    });
    compare(&counted.collect::<Vec<_>>(), ALLOCATIONS_OVER_TCP);
}

/// The allocations of a server for so many rounds, in all.
fn serve(exchange: Exchange, rounds: u32) -> u64 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    let connections = exchange.connections(rounds);
    let serving = thread::spawn(move || {
        measure(|| tcp::serve(listener, connections).expect("the listener works")).count_total
    });
    exchange
        .run(address, rounds)
        .expect("the server goes on to the end");
    serving.join().expect("it does what it should")
}

/// What every round takes; something that is not for every round is none of a steady state.
fn in_each(name: &str, allocations: u64, rounds: u32) -> u64 {
    let rounds = u64::from(rounds);
    assert_eq!(
        allocations % rounds,
        0,
        "{name}: {allocations} allocations in {rounds} rounds"
    );
    allocations / rounds
}

#[track_caller]
fn compare(counted: &[(&str, u64)], written: &[(&str, u64)]) {
    let mut differences = Vec::new();
    for (name, count) in counted {
        let before = written.iter().find(|(written, _)| written == name);
        if before.is_none_or(|(_, before)| before != count) {
            differences.push(format!("(\"{name}\", {count}) instead of {before:?}"));
        }
    }
    assert!(
        differences.is_empty(),
        "counted:\n{}",
        differences.join("\n")
    );
    assert_eq!(
        counted.len(),
        written.len(),
        "something is written here and not counted"
    );
}
