//! Sockets for the tests: over pipes in memory, or with the test as the peer.

use core::future::{Future, poll_fn};
use core::pin::pin;
use core::task::Poll;
use std::sync::Arc;

use bytes::BytesMut;
use rejoin::extension::deflate::PermessageDeflate;
use rejoin::extension::{Chain, Extension, Params};
use rejoin::proto::{Config, Connection};
use rejoin::{Transport, WebSocket};
use rejoin_testkit::random::mask_key;
use rejoin_testkit::wire::Frame;
use tokio::time::Instant;

use crate::scripted::{Peer, Scripted, scripted};

/// The key of every frame that a test sends in the name of a client.
pub(crate) const KEY: [u8; 4] = [0x37, 0xfa, 0x21, 0x3d];

/// A client and a server over a pipe that holds so many bytes in each direction.
pub(crate) fn pair(bytes: usize) -> (WebSocket, WebSocket) {
    let (client, server) = tokio::io::duplex(bytes);
    let config = Config::default();
    (
        client_over(client, &config, Chain::new()),
        server_over(server, &config, Chain::new()),
    )
}

/// The same, with permessage-deflate.
pub(crate) fn deflate_pair(bytes: usize) -> (WebSocket, WebSocket) {
    let (client, server) = tokio::io::duplex(bytes);
    let (client_chain, server_chain) = deflate_chains();
    let config = Config::default();
    (
        client_over(client, &config, client_chain),
        server_over(server, &config, server_chain),
    )
}

/// A server whose peer is the test.
pub(crate) fn server_and_peer() -> (WebSocket, Peer) {
    server_with(&Config::default())
}

/// A server set up like this whose peer is the test.
pub(crate) fn server_with(config: &Config) -> (WebSocket, Peer) {
    let (transport, peer) = scripted();
    (server_over(transport, config, Chain::new()), peer)
}

/// A client whose peer is the test.
pub(crate) fn client_and_peer() -> (WebSocket, Peer) {
    let (transport, peer): (Scripted, Peer) = scripted();
    (
        client_over(transport, &Config::default(), Chain::new()),
        peer,
    )
}

pub(crate) fn client_over(transport: impl Transport, config: &Config, chain: Chain) -> WebSocket {
    let now = Instant::now().into_std();
    let connection = Connection::client(&Arc::new(config.clone()), chain, mask_key, now);
    WebSocket::from_parts(transport, connection, BytesMut::new())
}

pub(crate) fn server_over(transport: impl Transport, config: &Config, chain: Chain) -> WebSocket {
    let now = Instant::now().into_std();
    let connection = Connection::server(&Arc::new(config.clone()), chain, now);
    WebSocket::from_parts(transport, connection, BytesMut::new())
}

/// The two ends of an agreement on permessage-deflate with the defaults.
pub(crate) fn deflate_chains() -> (Chain, Chain) {
    let offer = Params::new().flag("client_max_window_bits");
    let taken = PermessageDeflate::server().respond(&offer).unwrap();
    let settled = PermessageDeflate::client().settle(&[offer], &taken.answer);
    let (mut client, mut server) = (Chain::new(), Chain::new());
    client.push(settled.unwrap().unwrap());
    server.push(taken.codec.unwrap());
    (client, server)
}

/// Frames as a client writes them.
pub(crate) fn from_client(frames: &[Frame]) -> Vec<u8> {
    rejoin_testkit::wire::stream(Some(KEY), frames)
}

/// Frames as a server writes them.
pub(crate) fn from_server(frames: &[Frame]) -> Vec<u8> {
    rejoin_testkit::wire::stream(None, frames)
}

/// Lets every other task of the runtime do all that it can.
pub(crate) async fn settle() {
    for _ in 0..64 {
        tokio::task::yield_now().await;
    }
}

/// Polls a future so many times, then drops it; what it returned, if it did.
pub(crate) async fn poll_times<F: Future>(times: usize, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    for _ in 0..times {
        let polled = poll_fn(|context| Poll::Ready(future.as_mut().poll(context))).await;
        if let Poll::Ready(output) = polled {
            return Some(output);
        }
        tokio::task::yield_now().await;
    }
    None
}
