//! The two halves: in two tasks, one without the other, and joined again.

use core::time::Duration;

use rejoin::proto::{Config, TransportEnd};
use rejoin::{CloseCode, Keepalive, Message, Receiver, Sender, WebSocket};
use rejoin_testkit::wire::Frame;
use tokio::time::Instant;

use crate::sockets::{from_client, from_server, pair, server_and_peer, server_with, settle};

async fn send_numbers(mut sender: Sender) -> Sender {
    for number in 0..500_u32 {
        sender.send(number.to_be_bytes().to_vec()).await.unwrap();
    }
    sender
}

async fn receive_numbers(mut receiver: Receiver) -> Receiver {
    for number in 0..500_u32 {
        let message = receiver.recv().await.unwrap().unwrap();
        assert_eq!(message.as_bytes(), number.to_be_bytes());
    }
    receiver
}

#[tokio::test(start_paused = true)]
async fn halves_in_two_tasks_talk_both_ways_at_once() {
    let (client, server) = pair(100);
    let start = |socket: WebSocket| {
        let (sender, receiver) = socket.split();
        let sending = tokio::spawn(send_numbers(sender));
        (sending, tokio::spawn(receive_numbers(receiver)))
    };
    let (client, server) = (start(client), start(server));
    let mut client = client
        .0
        .await
        .unwrap()
        .join(client.1.await.unwrap())
        .unwrap();
    let mut server = server
        .0
        .await
        .unwrap()
        .join(server.1.await.unwrap())
        .unwrap();
    let (ours, end) = tokio::join!(client.close(CloseCode::NORMAL_CLOSURE, ""), server.recv(),);
    assert!(ours.unwrap().is_clean());
    assert_eq!(end.unwrap(), None);
}

#[tokio::test(start_paused = true)]
async fn a_receiver_goes_on_without_its_sender() {
    let (socket, peer) = server_and_peer();
    let (mut sender, mut receiver) = socket.split();
    sender.send("last words").await.unwrap();
    drop(sender);
    settle().await;
    assert_eq!(peer.written(), from_server(&[Frame::text("last words")]));
    peer.send(from_client(&[Frame::ping("?"), Frame::text("hello")]));
    let hello = receiver.recv().await.unwrap();
    assert_eq!(hello, Some(Message::text("hello")));
    settle().await;
    assert_eq!(peer.written(), from_server(&[Frame::pong("?")]));
}

#[tokio::test(start_paused = true)]
async fn a_sender_goes_on_without_its_receiver() {
    let (socket, peer) = server_and_peer();
    let (mut sender, receiver) = socket.split();
    drop(receiver);
    settle().await;
    sender.send("still here").await.unwrap();
    assert_eq!(peer.written(), from_server(&[Frame::text("still here")]));
}

#[tokio::test(start_paused = true)]
async fn dropping_both_halves_says_goodbye_once() {
    for sender_first in [true, false] {
        let (socket, peer) = server_and_peer();
        let (sender, receiver) = socket.split();
        if sender_first {
            drop(sender);
            settle().await;
            assert_eq!(peer.written(), b"");
            drop(receiver);
        } else {
            drop(receiver);
            settle().await;
            assert_eq!(peer.written(), b"");
            drop(sender);
        }
        settle().await;
        assert_eq!(peer.written(), from_server(&[Frame::close(1000, "")]));
    }
}

#[tokio::test(start_paused = true)]
async fn joined_halves_are_the_socket_again() {
    let (socket, peer) = server_and_peer();
    let (other, _other_peer) = server_and_peer();
    let (sender, receiver) = socket.split();
    let (other_sender, other_receiver) = other.split();
    let (sender, other_receiver) = sender.join(other_receiver).unwrap_err();
    let mut socket = sender.join(receiver).unwrap();
    socket.send("whole").await.unwrap();
    assert_eq!(peer.written(), from_server(&[Frame::text("whole")]));
    drop(socket);
    settle().await;
    assert_eq!(peer.written(), from_server(&[Frame::close(1000, "")]));
    other_sender.join(other_receiver).unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_close_from_the_sender_starts_the_budget_of_the_receiver() {
    let mut config = Config::default();
    config.keepalive = Keepalive::Off;
    let (socket, _peer) = server_with(&config);
    let (mut sender, mut receiver) = socket.split();
    let receiving = tokio::spawn(async move {
        let end = receiver.recv().await;
        (end.unwrap_err(), Instant::now())
    });
    settle().await;
    let before = Instant::now();
    sender.start_close(CloseCode::GOING_AWAY, "").await.unwrap();
    let ended = tokio::time::timeout(Duration::from_secs(60), receiving);
    let (end, after) = ended.await.unwrap().unwrap();
    assert_eq!(
        end.closure().unwrap().transport,
        TransportEnd::CloseTimedOut
    );
    assert_eq!((after - before).as_secs(), 10);
}

#[tokio::test(start_paused = true)]
async fn a_ping_from_the_sender_starts_the_patience_of_the_receiver() {
    let mut config = Config::default();
    config.keepalive = Keepalive::On {
        silence: Duration::from_secs(60),
        patience: Duration::from_secs(5),
    };
    let (socket, _peer) = server_with(&config);
    let (mut sender, mut receiver) = socket.split();
    let receiving = tokio::spawn(async move { receiver.recv().await.unwrap_err() });
    settle().await;
    let before = Instant::now();
    sender.ping().await.unwrap();
    let end = receiving.await.unwrap();
    assert_eq!(
        end.closure().unwrap().transport,
        TransportEnd::KeepaliveTimedOut
    );
    assert_eq!(before.elapsed().as_secs(), 5);
}

#[tokio::test(start_paused = true)]
async fn a_sender_that_is_done_is_not_woken_any_more() {
    let (socket, peer) = server_and_peer();
    let (mut sender, mut receiver) = socket.split();
    tokio::spawn(async move { while let Ok(Some(_)) = receiver.recv().await {} });
    let (count, counted) = tokio::sync::watch::channel(0);
    peer.take_only(0);
    tokio::spawn(async move {
        sender.send("it waits to leave").await.unwrap();
        sender.flush().await.unwrap();
        core::future::poll_fn(|_| {
            count.send_modify(|polls| *polls += 1);
            core::task::Poll::<()>::Pending
        })
        .await;
    });
    settle().await;
    assert_eq!(*counted.borrow(), 0, "it waits");
    peer.take_only(usize::MAX);
    settle().await;
    assert_eq!(*counted.borrow(), 1);
    for _ in 0..10 {
        peer.send(from_client(&[Frame::text("hello")]));
        settle().await;
    }
    // The waker that the transport had at the end of the wait may have been for both.
    assert!(*counted.borrow() <= 2, "{} polls", *counted.borrow());
}

#[tokio::test(start_paused = true)]
async fn joining_keeps_what_one_read_brought() {
    let (socket, peer) = server_and_peer();
    let (sender, mut receiver) = socket.split();
    let messages = ["one", "two", "three"].map(Frame::text);
    peer.send(from_client(&messages));
    assert_eq!(receiver.recv().await.unwrap(), Some(Message::text("one")));
    let mut socket = sender.join(receiver).unwrap();
    assert_eq!(socket.recv().await.unwrap(), Some(Message::text("two")));
    assert_eq!(socket.recv().await.unwrap(), Some(Message::text("three")));
}

#[tokio::test(start_paused = true)]
async fn what_a_dropped_receiver_has_not_received_holds_nothing_back() {
    let (socket, peer) = server_and_peer();
    let (mut sender, mut receiver) = socket.split();
    let messages = ["one", "two", "three"].map(Frame::text);
    peer.send(from_client(&messages));
    receiver.recv().await.unwrap();
    drop(receiver);
    sender.send("answer").await.unwrap();
    // At once, not together with answers to what nobody receives.
    assert_eq!(peer.written(), from_server(&[Frame::text("answer")]));
}
