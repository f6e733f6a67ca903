//! Silence, pings and giving up, in virtual time.

use core::time::Duration;

use rejoin::proto::{Config, TransportEnd};
use rejoin::{Keepalive, Message, WebSocket};
use rejoin_testkit::wire::Frame;
use tokio::task::JoinHandle;
use tokio::time::{Instant, advance};

use crate::scripted::Peer;
use crate::sockets::{from_client, from_server, poll_times, server_and_peer, server_with, settle};

const SECOND: Duration = Duration::from_secs(1);

/// What came of a `recv`, and the socket.
type Received = (Result<Option<Message>, rejoin::Error>, WebSocket);

/// A server with the defaults that waits for messages.
fn receiving() -> (JoinHandle<Received>, Peer) {
    let (mut socket, peer) = server_and_peer();
    let receiving = tokio::spawn(async move {
        let received = socket.recv().await;
        (received, socket)
    });
    (receiving, peer)
}

async fn pass(time: Duration) {
    settle().await;
    advance(time).await;
    settle().await;
}

#[tokio::test(start_paused = true)]
async fn a_silent_peer_is_asked_after_20_s_and_given_up_20_s_later() {
    let (receiving, peer) = receiving();
    pass(19 * SECOND).await;
    assert_eq!(peer.written(), b"");
    pass(SECOND).await;
    assert_eq!(peer.written(), from_server(&[Frame::ping([0; 4])]));
    pass(19 * SECOND).await;
    assert!(!receiving.is_finished());
    pass(SECOND).await;
    let (end, _) = receiving.await.unwrap();
    let end = end.unwrap_err();
    assert!(end.is_timeout());
    let closure = end.closure().unwrap();
    assert_eq!(closure.transport, TransportEnd::KeepaliveTimedOut);
    assert_eq!(closure.code().get(), 1006);
    assert!(peer.is_shut());
}

#[tokio::test(start_paused = true)]
async fn a_pong_keeps_the_connection_and_tells_the_round_trip() {
    let (receiving, peer) = receiving();
    pass(20 * SECOND).await;
    pass(3 * SECOND).await;
    peer.send(from_client(&[Frame::pong([0; 4])]));
    pass(19 * SECOND).await;
    assert_eq!(peer.written(), from_server(&[Frame::ping([0; 4])]));
    peer.send(from_client(&[Frame::text("alive")]));
    let (received, socket) = receiving.await.unwrap();
    assert_eq!(received.unwrap(), Some(Message::text("alive")));
    assert_eq!(socket.round_trip(), Some(3 * SECOND));
}

#[tokio::test(start_paused = true)]
async fn any_byte_is_a_sign_of_life() {
    let (receiving, peer) = receiving();
    let frame = from_client(&[Frame::text("a byte every 15 seconds")]);
    for byte in &frame[..frame.len() - 1] {
        peer.send([*byte]);
        pass(15 * SECOND).await;
    }
    assert_eq!(peer.written(), b"", "nothing was asked");
    assert!(!receiving.is_finished());
    pass(5 * SECOND).await;
    assert_eq!(peer.written(), from_server(&[Frame::ping([0; 4])]));
}

#[tokio::test(start_paused = true)]
async fn an_idle_connection_sleeps_until_its_deadline() {
    let (receiving, peer) = receiving();
    settle().await;
    let polls = peer.polls();
    pass(19 * SECOND).await;
    assert_eq!(peer.polls(), polls, "nothing has happened");
    pass(SECOND).await;
    assert!(peer.polls() > polls);
    assert!(!receiving.is_finished());
}

#[tokio::test(start_paused = true)]
async fn a_connection_without_keepalive_sleeps_for_ever() {
    let mut config = Config::default();
    config.keepalive = Keepalive::Off;
    let (mut socket, peer) = server_with(&config);
    let receiving = tokio::spawn(async move { socket.recv().await });
    settle().await;
    let polls = peer.polls();
    pass(1_000_000 * SECOND).await;
    assert_eq!(peer.polls(), polls);
    assert!(!receiving.is_finished());
}

#[tokio::test(start_paused = true)]
async fn a_busy_connection_is_woken_for_its_deadline_once_in_a_period_at_most() {
    let (mut socket, peer) = server_and_peer();
    tokio::spawn(async move { while let Ok(Some(_)) = socket.recv().await {} });
    settle().await;
    for _ in 0..100 {
        peer.send(from_client(&[Frame::text("busy")]));
        pass(SECOND).await;
    }
    assert_eq!(peer.written(), b"", "no ping is needed");
    // A read with data and a read without it for each message, a few for the deadlines.
    assert!(peer.polls() <= 2 * 100 + 2 * 10, "{} calls", peer.polls());
}

#[tokio::test(start_paused = true)]
async fn a_pong_that_came_in_time_counts_however_late_the_application_receives() {
    let (mut socket, peer) = server_and_peer();
    assert!(poll_times(2, socket.recv()).await.is_none());
    advance(20 * SECOND).await;
    assert!(poll_times(2, socket.recv()).await.is_none());
    assert_eq!(peer.written(), from_server(&[Frame::ping([0; 4])]));
    peer.send(from_client(&[Frame::pong([0; 4])]));
    // The application is busy for longer than the peer's patience is asked for.
    advance(100 * SECOND).await;
    assert!(poll_times(2, socket.recv()).await.is_none());
    peer.send(from_client(&[Frame::text("alive")]));
    let received = socket.recv().await.unwrap();
    assert_eq!(received, Some(Message::text("alive")));
}

#[tokio::test(start_paused = true)]
async fn an_application_that_was_busy_asks_before_it_gives_up() {
    let (mut socket, peer) = server_and_peer();
    advance(1000 * SECOND).await;
    assert!(poll_times(2, socket.recv()).await.is_none());
    assert_eq!(peer.written(), from_server(&[Frame::ping([0; 4])]));
    let before = Instant::now();
    socket.recv().await.unwrap_err();
    assert_eq!(before.elapsed(), 20 * SECOND);
}

#[tokio::test(start_paused = true)]
async fn a_slow_peer_whose_messages_wait_unread_is_not_given_up_while_we_wait_to_send() {
    let mut config = Config::default();
    config.limits.send_low_bytes = 100;
    config.limits.send_high_bytes = 1000;
    let (mut socket, peer) = server_with(&config);
    peer.take_only(0);
    socket.send([7; 2000].to_vec()).await.unwrap();
    let sending = tokio::spawn(async move {
        let sent = socket.send("at last").await;
        (sent, socket)
    });
    peer.send(from_client(&[Frame::text("slow, not dead")]));
    for _ in 0..10 {
        pass(45 * SECOND).await;
        peer.take_only(1);
    }
    assert!(!sending.is_finished());
    peer.take_only(usize::MAX);
    let (sent, mut socket) = sending.await.unwrap();
    sent.unwrap();
    let received = socket.recv().await.unwrap();
    assert_eq!(received, Some(Message::text("slow, not dead")));
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_neither_reads_nor_speaks_is_given_up_while_we_wait_to_send() {
    let mut config = Config::default();
    config.limits.send_high_bytes = 1000;
    let (mut socket, peer) = server_with(&config);
    peer.take_only(0);
    socket.send([7; 2000].to_vec()).await.unwrap();
    let before = Instant::now();
    let end = socket.send("never").await.unwrap_err();
    assert_eq!(
        end.closure().unwrap().transport,
        TransportEnd::KeepaliveTimedOut
    );
    assert_eq!(before.elapsed(), 40 * SECOND);
}
