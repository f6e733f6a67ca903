//! What a connection holds: nothing that it does not need at the moment.

use rejoin::extension::Chain;
use rejoin::proto::Config;
use rejoin::{Message, WebSocket};
use rejoin_testkit::wire::Frame;

use crate::scripted::scripted;
use crate::sockets::{deflate_pair, from_client, pair, server_and_peer, server_over, settle};

/// Lets the socket find out that nothing is there to be received.
async fn go_idle(socket: &mut WebSocket) {
    tokio::select! {
        biased;
        received = socket.recv() => panic!("{received:?}"),
        () = settle() => {}
    }
}

#[tokio::test(start_paused = true)]
async fn an_idle_connection_holds_nothing_after_a_burst() {
    let (mut client, mut server) = pair(1 << 20);
    for round in 0..3 {
        for size in [1, 100, 5000, 60_000, 300_000] {
            client.send(vec![round; size]).await.unwrap();
        }
        for _ in 0..5 {
            let message = server.recv().await.unwrap().unwrap();
            server.send(message).await.unwrap();
        }
        for _ in 0..5 {
            client.recv().await.unwrap().unwrap();
        }
        go_idle(&mut server).await;
        go_idle(&mut client).await;
        assert_eq!(server.held_bytes(), 0);
        assert_eq!(client.held_bytes(), 0);
    }
}

#[tokio::test(start_paused = true)]
async fn a_connection_holds_no_buffer_while_the_application_works_on_a_message() {
    let (mut socket, peer) = server_and_peer();
    peer.send(from_client(&[Frame::text("work")]));
    let _message = socket.recv().await.unwrap().unwrap();
    assert_eq!(socket.held_bytes(), 0);
}

#[tokio::test(start_paused = true)]
async fn many_connections_take_turns_with_one_buffer() {
    let mut connections: Vec<_> = (0..100).map(|_| server_and_peer()).collect();
    let mut places = Vec::new();
    for (socket, peer) in &mut connections {
        peer.send(from_client(&[Frame::binary(vec![7; 100])]));
        let Some(Message::Binary(bytes)) = socket.recv().await.unwrap() else {
            panic!("a binary message was sent");
        };
        go_idle(socket).await;
        places.push(bytes.as_ptr());
    }
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), 1, "all messages were read to one place");
}

#[tokio::test(start_paused = true)]
async fn a_begun_frame_is_all_that_a_waiting_connection_holds() {
    let (mut socket, peer) = server_and_peer();
    let frame = from_client(&[Frame::binary(vec![7; 5000])]);
    peer.send(&frame[..300]);
    go_idle(&mut socket).await;
    assert!(
        socket.held_bytes() < 1000,
        "{} bytes for 300",
        socket.held_bytes()
    );
    peer.send(&frame[300..]);
    let received = socket.recv().await.unwrap();
    assert_eq!(received, Some(Message::binary(vec![7; 5000])));
}

#[tokio::test(start_paused = true)]
async fn room_for_a_large_message_grows_with_what_has_come_of_it() {
    let (mut socket, peer) = server_and_peer();
    let frame = from_client(&[Frame::binary(vec![7; 10 << 20])]);
    for (sent, at_most) in [(10, 2 << 10), (100 << 10, 400 << 10), (1 << 20, 4 << 20)] {
        let (mut socket, peer) = server_and_peer();
        peer.send(&frame[..sent]);
        go_idle(&mut socket).await;
        assert!(
            socket.held_bytes() <= at_most,
            "{} bytes for {sent}",
            socket.held_bytes()
        );
    }
    peer.send(frame);
    let received = socket.recv().await.unwrap().unwrap();
    assert_eq!(received.len(), 10 << 20);
    drop(received);
    go_idle(&mut socket).await;
    assert_eq!(socket.held_bytes(), 0, "the large buffer is gone");
}

#[tokio::test(start_paused = true)]
async fn with_compression_an_idle_connection_holds_its_windows_alone() {
    let (mut client, mut server) = deflate_pair(1 << 20);
    for _ in 0..3 {
        client.send("compressible ".repeat(10_000)).await.unwrap();
        let message = server.recv().await.unwrap().unwrap();
        server.send(message).await.unwrap();
        client.recv().await.unwrap().unwrap();
    }
    go_idle(&mut server).await;
    // 4 KiB in each direction, and what their keeping costs.
    assert!(server.held_bytes() > 0);
    assert!(
        server.held_bytes() <= 3 * (4 << 10),
        "{} bytes are held",
        server.held_bytes()
    );
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_is_over_holds_nothing() {
    let (transport, peer) = scripted();
    let mut socket = server_over(transport, &Config::default(), Chain::new());
    peer.take_only(0);
    socket.send(vec![7; 100_000]).await.unwrap();
    peer.send(&from_client(&[Frame::binary(vec![7; 50_000])])[..40_000]);
    peer.fail_reads(std::io::ErrorKind::ConnectionReset);
    socket.recv().await.unwrap_err();
    assert_eq!(socket.held_bytes(), 0);
}

#[tokio::test(start_paused = true)]
async fn messages_that_wait_to_be_received_are_held() {
    let (mut socket, peer) = server_and_peer();
    peer.send(from_client(&vec![Frame::binary(vec![7; 100]); 3]));
    for waiting in [200, 100, 0] {
        socket.recv().await.unwrap().unwrap();
        assert_eq!(socket.held_bytes(), waiting);
    }
}
