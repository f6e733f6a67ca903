//! Peers that do not read: senders wait, receivers go on, memory stays bounded.

use core::pin::pin;

use rejoin::proto::Config;
use rejoin::{Message, WebSocket};
use rejoin_testkit::wire::Frame;
use tokio::task::JoinHandle;

use crate::scripted::Peer;
use crate::sockets::{from_client, from_server, poll_times, server_with, settle};

const LOW: usize = 4 << 10;
const HIGH: usize = 32 << 10;
const MESSAGE: usize = 1000;

/// A server with small marks whose peer does not read.
fn stuck_server() -> (WebSocket, Peer) {
    let mut config = Config::default();
    config.limits.send_low_bytes = LOW;
    config.limits.send_high_bytes = HIGH;
    let (socket, peer) = server_with(&config);
    peer.take_only(0);
    (socket, peer)
}

/// Sends until it has to wait.
async fn fill(socket: &mut WebSocket) -> usize {
    let mut sent = 0;
    while socket.unsent_bytes() < HIGH {
        socket.send(vec![7; MESSAGE]).await.unwrap();
        sent += 1;
    }
    sent
}

#[tokio::test(start_paused = true)]
async fn send_waits_from_the_high_mark_and_goes_on_at_the_low_one() {
    let (mut socket, peer) = stuck_server();
    fill(&mut socket).await;
    let unsent = socket.unsent_bytes();
    let sending = tokio::spawn(async move {
        socket.send("it has room").await.unwrap();
        socket
    });
    settle().await;
    peer.take_only(unsent - LOW - 1);
    settle().await;
    assert!(!sending.is_finished(), "one byte above the low mark");
    peer.take_only(1);
    settle().await;
    assert!(sending.is_finished(), "at the low mark");
    let socket = sending.await.unwrap();
    assert_eq!(
        socket.unsent_bytes(),
        LOW + 2 + "it has room".len(),
        "the rest is still unsent"
    );
}

#[tokio::test(start_paused = true)]
async fn what_is_unsent_leaves_by_itself_once_the_peer_reads() {
    let (mut socket, peer) = stuck_server();
    let sent = fill(&mut socket).await;
    peer.take_only(usize::MAX);
    settle().await;
    assert_eq!(socket.unsent_bytes(), 0, "nobody has called for it");
    let expected = from_server(&vec![Frame::binary(vec![7; MESSAGE]); sent]);
    assert!(peer.written() == expected, "all, in order");
}

#[tokio::test(start_paused = true)]
async fn memory_stays_bounded_however_long_the_peer_does_not_read() {
    let (mut socket, _peer) = stuck_server();
    fill(&mut socket).await;
    let sending = tokio::spawn(async move {
        let waited = tokio::time::timeout(core::time::Duration::from_secs(5), async {
            loop {
                socket.send(vec![7; MESSAGE]).await.unwrap();
            }
        });
        assert!(waited.await.is_err(), "it waits");
        socket
    });
    let socket = sending.await.unwrap();
    assert!(socket.unsent_bytes() < HIGH + MESSAGE + 14);
    assert!(
        socket.held_bytes() <= 2 * HIGH.max(64 << 10),
        "{} bytes are held",
        socket.held_bytes()
    );
}

/// A sender that waits for room, and whose receiver sits in another task.
async fn waiting_halves() -> (JoinHandle<()>, JoinHandle<Vec<Message>>, Peer) {
    let (mut socket, peer) = stuck_server();
    fill(&mut socket).await;
    let (mut sender, mut receiver) = socket.split();
    let receiving = tokio::spawn(async move {
        let mut messages = Vec::new();
        while let Some(message) = receiver.recv().await.unwrap() {
            messages.push(message);
        }
        messages
    });
    let sending = tokio::spawn(async move {
        sender.send("at last").await.unwrap();
        sender.flush().await.unwrap();
    });
    settle().await;
    (sending, receiving, peer)
}

#[tokio::test(start_paused = true)]
async fn a_half_receives_and_answers_pings_while_the_other_waits_to_send() {
    let (sending, receiving, peer) = waiting_halves().await;
    peer.send(from_client(&[Frame::ping("early"), Frame::text("one")]));
    peer.send(from_client(&[Frame::ping("late"), Frame::text("two")]));
    settle().await;
    assert!(!sending.is_finished());
    peer.take_only(usize::MAX);
    sending.await.unwrap();
    settle().await;
    let written = peer.written();
    let answers = from_server(&[Frame::text("at last"), Frame::pong("late")]);
    let reversed = from_server(&[Frame::pong("late"), Frame::text("at last")]);
    assert!(
        written.ends_with(&answers) || written.ends_with(&reversed),
        "the latest ping is answered and the message sent, whichever comes first: {:?}",
        &written[written.len() - 40..]
    );
    peer.send(from_client(&[Frame::close(1000, "")]));
    peer.end();
    let received = receiving.await.unwrap();
    assert_eq!(received, [Message::text("one"), Message::text("two")]);
}

#[tokio::test(start_paused = true)]
async fn a_sender_that_waits_goes_on_when_the_receiver_has_written_for_it() {
    let (socket, peer) = stuck_server();
    let (mut sender, mut receiver) = socket.split();
    tokio::spawn(async move { receiver.recv().await });
    settle().await;
    let sending = tokio::spawn(async move {
        for _ in 0..=HIGH / MESSAGE + 1 {
            sender.send(vec![7; MESSAGE]).await.unwrap();
        }
    });
    settle().await;
    assert!(!sending.is_finished());
    peer.take_unnoticed(usize::MAX);
    peer.send(from_client(&[Frame::ping("?")]));
    settle().await;
    assert!(sending.is_finished());
}

#[tokio::test(start_paused = true)]
async fn a_close_from_the_peer_ends_the_wait_for_room() {
    let (mut socket, peer) = stuck_server();
    fill(&mut socket).await;
    let (mut sender, mut receiver) = socket.split();
    let receiving = tokio::spawn(async move { receiver.recv().await });
    let sending = tokio::spawn(async move { sender.send("never").await });
    settle().await;
    assert!(!sending.is_finished());
    peer.send(from_client(&[Frame::close(1001, "")]));
    let refused = sending.await.unwrap().unwrap_err();
    assert!(refused.is_closed(), "{refused}");
    assert!(!receiving.is_finished(), "the answers are still to leave");
    peer.take_only(usize::MAX);
    peer.end();
    assert_eq!(receiving.await.unwrap().unwrap(), None);
    assert!(
        peer.written()
            .ends_with(&from_server(&[Frame::close(1001, "")])),
        "the reply stands behind everything else"
    );
}

#[tokio::test(start_paused = true)]
async fn a_flood_of_pings_from_a_peer_that_does_not_read_is_answered_with_the_latest() {
    let (mut socket, peer) = stuck_server();
    let flood: Vec<_> = (0..20_000_u32)
        .map(|number| Frame::ping(number.to_be_bytes()))
        .collect();
    peer.send(from_client(&flood));
    let receiving = tokio::spawn(async move {
        let received = socket.recv().await;
        (received, socket)
    });
    for _ in 0..20 {
        settle().await;
    }
    assert_eq!(peer.written(), b"");
    peer.take_only(usize::MAX);
    peer.send(from_client(&[Frame::text("it reads again")]));
    let (received, socket) = receiving.await.unwrap();
    assert_eq!(received.unwrap(), Some(Message::text("it reads again")));
    assert_eq!(socket.unsent_bytes(), 0);
    let pongs = peer.written();
    assert!(
        pongs.len() < LOW + 20,
        "{} bytes of pongs were gathered",
        pongs.len()
    );
    let latest = from_server(&[Frame::pong(19_999_u32.to_be_bytes())]);
    assert!(pongs.ends_with(&latest), "the latest one is answered");
}

#[tokio::test(start_paused = true)]
async fn a_flood_of_pings_leaves_other_tasks_their_turn() {
    let (mut socket, peer) = server_with(&Config::default());
    let flood: Vec<_> = (0..2000).map(|_| Frame::ping("")).collect();
    peer.send(from_client(&flood));
    let mut receiving = pin!(socket.recv());
    let mut polls = 0;
    while peer.written().is_empty() {
        assert!(poll_times(1, receiving.as_mut()).await.is_none());
        polls += 1;
    }
    assert!(polls > 5, "{polls} polls went through 2000 pings");
}
