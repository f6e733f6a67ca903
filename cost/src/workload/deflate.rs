//! permessage-deflate on records of 1 KiB, by a server: one direction each.
//!
//! With one connection its state may stay as it is; with sixteen that take turns it is more likely
//! that each has to be prepared for its message.

use rejoin_proto::Message;
use rejoin_proto::extension::deflate::PermessageDeflate;
use rejoin_proto::extension::{Chain, Extension, Params};
use rejoin_testkit::random::Random;

use super::core::End;
use super::wire::json;
use super::{Workload, long_workload};

pub(super) const WORKLOADS: &[Workload] = &[
    long_workload("deflate/send, no takeover, x1", PER_ROUND, |rounds| {
        send(rounds, 1, &stateless());
    }),
    long_workload("deflate/send, no takeover, x16", PER_ROUND, |rounds| {
        send(rounds, 16, &stateless());
    }),
    long_workload("deflate/send, takeover, x1", PER_ROUND, |rounds| {
        send(rounds, 1, &PermessageDeflate::server());
    }),
    long_workload("deflate/send, takeover, x16", PER_ROUND, |rounds| {
        send(rounds, 16, &PermessageDeflate::server());
    }),
    long_workload("deflate/receive, no takeover, x1", PER_ROUND, |rounds| {
        receive(rounds, 1, &stateless());
    }),
    long_workload("deflate/receive, no takeover, x16", PER_ROUND, |rounds| {
        receive(rounds, 16, &stateless());
    }),
    long_workload("deflate/receive, takeover, x1", PER_ROUND, |rounds| {
        receive(rounds, 1, &PermessageDeflate::server());
    }),
    long_workload("deflate/receive, takeover, x16", PER_ROUND, |rounds| {
        receive(rounds, 16, &PermessageDeflate::server());
    }),
];

fn send(rounds: u32, connections: usize, extension: &PermessageDeflate) {
    let records = records();
    let mut servers: Vec<_> = (0..connections)
        .map(|_| End::server(agree(extension).1))
        .collect();
    for number in 0..rounds * PER_ROUND {
        let Some(server) = at(&mut servers, number) else {
            return;
        };
        server.lend();
        server.send(record(&records, number));
        let mut written = 0;
        server.give_out(|bytes| written += bytes.len());
        assert!(
            (20..BYTES / 2).contains(&written),
            "{written} bytes were written"
        );
    }
}

fn receive(rounds: u32, connections: usize, extension: &PermessageDeflate) {
    let records = records();
    let (mut clients, mut servers): (Vec<_>, Vec<_>) = (0..connections)
        .map(|_| {
            let (client, server) = agree(extension);
            (End::client_with(client), End::server(server))
        })
        .unzip();
    // As many as are ever needed, so that making them costs the same for any number of rounds.
    let mut frames = Vec::new();
    for number in 0..MOST_ROUNDS * PER_ROUND {
        let mut frame = Vec::new();
        if let Some(client) = at(&mut clients, number) {
            client.lend();
            client.send(record(&records, number));
            client.give_out(|bytes| frame.extend_from_slice(bytes));
        }
        frames.push(frame);
    }
    assert!(rounds <= MOST_ROUNDS, "the frames do not suffice");
    for (number, frame) in (0..rounds * PER_ROUND).zip(&frames) {
        let Some(server) = at(&mut servers, number) else {
            return;
        };
        server.take_in(frame);
        let received = server.next_message();
        assert!(
            received == Some(record(&records, number)),
            "the message is not what was sent"
        );
        assert!(server.next_message().is_none(), "there was only one");
    }
}

fn at(ends: &mut [End], number: u32) -> Option<&mut End> {
    let count = ends.len();
    ends.get_mut(usize::try_from(number).ok()? % count)
}

/// The two ends of an agreement.
fn agree(server: &PermessageDeflate) -> (Chain, Chain) {
    let offer = Params::new().flag("client_max_window_bits");
    let taken = server.respond(&offer).expect("the offer can be met");
    let settled = PermessageDeflate::client().settle(&[offer], &taken.answer);
    let (mut client_chain, mut server_chain) = (Chain::new(), Chain::new());
    client_chain.push(
        settled
            .expect("the answer fits")
            .expect("deflate transforms"),
    );
    server_chain.push(taken.codec.expect("deflate transforms"));
    (client_chain, server_chain)
}

fn stateless() -> PermessageDeflate {
    PermessageDeflate::server()
        .server_no_context_takeover()
        .client_no_context_takeover()
}

/// As many as no power of two divides: connections that take turns all get all of them.
fn records() -> Vec<Message> {
    let mut random = Random::new(7);
    let mut record = || Message::text(json(&mut random, BYTES));
    (0..7).map(|_| record()).collect()
}

fn record(records: &[Message], number: u32) -> Message {
    let mut in_turn = records.iter().cycle().cloned();
    let place = usize::try_from(number).ok();
    let record = place.and_then(|place| in_turn.nth(place));
    record.expect("there are records")
}

const BYTES: usize = 1 << 10;

const PER_ROUND: u32 = 16;

/// More rounds than a long workload is told to do.
const MOST_ROUNDS: u32 = 8;
