//! What is on the wire: shared where connections agree, each one's own where they do not.

use rejoin::extension::deflate::{PermessageDeflate, WindowBits};
use rejoin::extension::{Chain, Compression, Extension, Params};
use rejoin::proto::{Config, Role};
use rejoin::{Broadcast, WebSocket};
use rejoin_testkit::inflate::Receiver;
use rejoin_testkit::oracle::{self, Item};
use rejoin_testkit::wire::Frame;

use crate::scripted::{Peer, scripted};
use crate::sockets::{client_and_peer, from_server, server_and_peer, server_over};

const TEXT: &str = "the same words, the same words, the same words, and the same words once more";

/// A server's connection on which permessage-deflate was agreed like this.
fn deflating(setup: &PermessageDeflate, offer: &Params) -> (WebSocket, Peer) {
    let (transport, peer) = scripted();
    let mut chain = Chain::new();
    chain.push(setup.respond(offer).unwrap().codec.unwrap());
    (server_over(transport, &Config::default(), chain), peer)
}

fn without_takeover() -> Params {
    Params::new().flag("server_no_context_takeover")
}

#[tokio::test(start_paused = true)]
async fn rfc7692_connections_without_context_takeover_share_what_was_compressed_once() {
    let room = Broadcast::new();
    let setup = PermessageDeflate::server();
    let guests = [(); 3].map(|()| deflating(&setup, &without_takeover()));
    let _members = guests.each_ref().map(|(socket, _)| room.join(socket));
    for _ in 0..2 {
        assert_eq!(room.send(TEXT).await.reached, 3);
    }
    assert_eq!(room.send("too short to pay").await.reached, 3);
    let written = guests.map(|(_, peer)| peer.written());
    assert_eq!(written[0], written[1]);
    assert_eq!(written[0], written[2]);
    assert_eq!(written[0][0], 0xc1, "marked as compressed");
    assert!(written[0].len() < 2 * TEXT.len());
    // One context each: the second message must not refer to the first one.
    let size = 2 + usize::from(written[0][1]);
    for message in written[0].chunks(size).take(2) {
        let reading = oracle::read(Role::Client, Some(Receiver::new(12)), message);
        assert_eq!(reading.items, [Item::Text(TEXT.into())]);
    }
    assert_eq!(
        written[0][2 * size..],
        from_server(&[Frame::text("too short to pay")])
    );
}

#[tokio::test(start_paused = true)]
async fn rfc7692_each_window_is_kept_to() {
    let room = Broadcast::new();
    let small = PermessageDeflate::server().server_max_window_bits(WindowBits::MIN);
    let large = PermessageDeflate::server();
    let offer = without_takeover().value("server_max_window_bits", 15);
    let guests = [deflating(&small, &offer), deflating(&large, &offer)];
    let _members = guests.each_ref().map(|(socket, _)| room.join(socket));
    let filler: Vec<_> = (0..150).map(|number| number.to_string()).collect();
    let message = format!("{TEXT}{}{TEXT}", filler.concat());
    assert_eq!(room.send(message.clone()).await.reached, 2);
    for ((_, peer), bits) in guests.iter().zip([8, 12]) {
        let reading = oracle::read(Role::Client, Some(Receiver::new(bits)), &peer.written());
        assert_eq!(reading.items, [Item::Text(message.clone())], "{bits} bits");
    }
}

#[tokio::test(start_paused = true)]
async fn rfc7692_with_context_takeover_it_goes_unmarked_and_stays_out_of_the_window() {
    let room = Broadcast::new();
    let (mut socket, peer) = deflating(&PermessageDeflate::server(), &Params::new());
    let _member = room.join(&socket);
    socket.send(TEXT).await.unwrap();
    assert_eq!(peer.written()[0], 0xc1);
    assert_eq!(room.send(TEXT).await.reached, 1);
    assert_eq!(peer.written(), from_server(&[Frame::text(TEXT)]));
}

#[tokio::test(start_paused = true)]
async fn rfc7692_with_context_takeover_all_still_inflates_whatever_is_sent_between() {
    let room = Broadcast::new();
    let (mut socket, peer) = deflating(&PermessageDeflate::server(), &Params::new());
    let (plain, plain_peer) = server_and_peer();
    let _members = [room.join(&socket), room.join(&plain)];
    for _ in 0..3 {
        socket.send(TEXT).await.unwrap();
        assert_eq!(room.send(TEXT).await.reached, 2);
        assert_eq!(room.send_with(TEXT, Compression::Always).await.reached, 2);
        assert_eq!(room.send_with(TEXT, Compression::Never).await.reached, 2);
    }
    let reading = oracle::read(Role::Client, Some(Receiver::new(12)), &peer.written());
    assert_eq!(reading.items, vec![Item::Text(TEXT.into()); 12]);
    assert_eq!(
        plain_peer.written(),
        from_server(&vec![Frame::text(TEXT); 9])
    );
}

#[tokio::test(start_paused = true)]
async fn rfc7692_asked_to_compress_each_connection_uses_its_own_context() {
    let room = Broadcast::new();
    let (socket, peer) = deflating(&PermessageDeflate::server(), &Params::new());
    let _member = room.join(&socket);
    let mut sizes = Vec::new();
    for _ in 0..2 {
        assert_eq!(room.send_with(TEXT, Compression::Always).await.reached, 1);
        let written = peer.written();
        assert_eq!(written[0], 0xc1);
        sizes.push(written.len());
    }
    assert!(
        sizes[1] < sizes[0] / 2,
        "the second refers to the first: {sizes:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn rfc6455_5_3_clients_in_a_group_mask_what_servers_do_not() {
    let room = Broadcast::new();
    let (client, client_peer) = client_and_peer();
    let (server, server_peer) = server_and_peer();
    let _members = [room.join(&client), room.join(&server)];
    assert_eq!(room.send(TEXT).await.reached, 2);
    assert_eq!(room.send(vec![1, 2, 3]).await.reached, 2);
    let expected = [Item::Text(TEXT.into()), Item::Binary(vec![1, 2, 3])];
    let reading = oracle::read(Role::Server, None, &client_peer.written());
    assert_eq!(reading.items, expected);
    let reading = oracle::read(Role::Client, None, &server_peer.written());
    assert_eq!(reading.items, expected);
}
