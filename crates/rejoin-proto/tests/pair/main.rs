//! Two connections talking to each other, in virtual time: how conversations go and how they end.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod closing;
mod compressed;
mod cuts;
mod deadlines;
mod liveness;
mod operations;
mod talking;

use core::time::Duration;

use rejoin_proto::extension::deflate::PermessageDeflate;
use rejoin_proto::extension::{Chain, Compression, Extension, Params};
use rejoin_proto::{CloseCode, CloseFrame, Config, TransportEnd};
use rejoin_testkit::pair::Pair;

const AUTO: Compression = Compression::Auto;

fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

fn close(code: u16, reason: &str) -> CloseFrame {
    CloseFrame::new(CloseCode::new(code).unwrap(), reason).unwrap()
}

fn pair_with(config: &Config) -> Pair {
    Pair::with(1, config, Chain::new(), config, Chain::new())
}

/// What both ends know once both said Close with these codes and TCP ended in order.
fn assert_clean(pair: &Pair, client_sent: u16, server_sent: u16) {
    let (client, server) = (pair.client.closure(), pair.server.closure());
    assert!(client.is_clean() && server.is_clean(), "{client}; {server}");
    assert_eq!(client.sent, server.received);
    assert_eq!(client.received, server.sent);
    assert_eq!(server.code().get(), client_sent);
    assert_eq!(client.code().get(), server_sent);
    assert_eq!(client.transport, TransportEnd::Orderly, "{client}");
    assert_eq!(server.transport, TransportEnd::Orderly, "{server}");
}

/// The two ends of an agreement on permessage-deflate after that offer: client's, server's.
fn deflate_chains(offer: &Params) -> (Chain, Chain) {
    let deflate = PermessageDeflate::server().threshold(0);
    let response = deflate.respond(offer).unwrap();
    let settled = deflate
        .settle(core::slice::from_ref(offer), &response.answer)
        .unwrap();
    let (mut client, mut server) = (Chain::new(), Chain::new());
    client.push(settled.unwrap());
    server.push(response.codec.unwrap());
    (client, server)
}
