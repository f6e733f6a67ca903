//! Members whose transport takes less than is sent.

use core::time::Duration;

use rejoin::extension::Chain;
use rejoin::proto::{Config, Role};
use rejoin::{Broadcast, CloseCode, CloseFrame, Keepalive, Lag, Message};
use rejoin_testkit::oracle::{self, End, Item};
use rejoin_testkit::wire::Frame;
use tokio::io::BufWriter;
use tokio::time::{Instant, timeout};

use super::guests;
use crate::sockets::{
    client_over, from_server, pair, poll_times, server_over, server_with, settle,
};

const HIGH: usize = 8 << 10;

fn numbered(number: u8, size: usize) -> Message {
    Message::binary(vec![number; size])
}

#[tokio::test(start_paused = true)]
async fn what_is_not_taken_at_once_leaves_by_itself_wherever_it_was_cut() {
    let message = numbered(1, 300);
    let expected = from_server(&[Frame::binary(vec![1; 300]), Frame::binary(vec![2; 300])]);
    for room_for in 0..expected.len() {
        let room = Broadcast::new();
        let guests = guests(&room, 2);
        guests[0].peer.take_only(room_for);
        assert_eq!(room.send(message.clone()).await.reached, 2);
        settle().await;
        assert_eq!(room.send(numbered(2, 300)).await.reached, 2);
        assert_eq!(
            guests[1].peer.written(),
            expected,
            "nobody holds up the others"
        );
        settle().await;
        guests[0].peer.take_only(usize::MAX);
        settle().await;
        assert_eq!(guests[0].peer.written(), expected, "cut at {room_for}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_slow_member_misses_whole_messages_and_each_is_counted() {
    let room = Broadcast::builder().max_unsent_bytes(HIGH).build();
    let guests = guests(&room, 2);
    guests[0].peer.take_only(10);
    let (mut reached, mut behind) = (0, 0);
    for number in 0..40 {
        let sent = room.send(numbered(number, 1000)).await;
        assert_eq!(sent.reached + sent.behind, 2);
        reached += sent.reached - 1;
        behind += sent.behind;
        assert!(guests[0].socket.unsent_bytes() <= HIGH + 1004, "bounded");
    }
    assert_eq!(reached, 9, "until more than the mark is unsent");
    guests[0].peer.take_only(usize::MAX);
    settle().await;
    assert_eq!(
        room.send(numbered(40, 1000)).await.reached,
        2,
        "it has caught up"
    );
    let reading = oracle::read(Role::Client, None, &guests[0].peer.written());
    let expected = (0..9)
        .chain([40])
        .map(|number| Item::Binary(vec![number; 1000]));
    assert_eq!(reading.items, expected.collect::<Vec<_>>());
    assert_eq!(behind, 31);
    let reading = oracle::read(Role::Client, None, &guests[1].peer.written());
    assert_eq!(reading.items.len(), 41, "the other one missed nothing");
}

#[tokio::test(start_paused = true)]
async fn the_mark_is_that_of_the_connection_unless_the_group_has_its_own() {
    let mut config = Config::default();
    config.limits.send_high_bytes = 500;
    let (socket, peer) = server_with(&config);
    peer.take_only(0);
    let room = Broadcast::new();
    let patient = Broadcast::builder().max_unsent_bytes(1 << 20).build();
    let _members = [room.join(&socket), patient.join(&socket)];
    assert_eq!(room.send(numbered(1, 1000)).await.reached, 1);
    assert_eq!(room.send(numbered(2, 1000)).await.behind, 1);
    assert_eq!(patient.send(numbered(3, 1000)).await.reached, 1);
}

#[tokio::test(start_paused = true)]
async fn a_slow_member_is_told_why_and_closed_where_that_is_the_policy() {
    let too_slow = CloseFrame::new(CloseCode::TRY_AGAIN_LATER, "too slow").unwrap();
    let lag = Lag::Close(too_slow);
    let room = Broadcast::builder().max_unsent_bytes(HIGH).lag(lag).build();
    let mut guests = guests(&room, 2);
    guests[0].peer.take_only(0);
    for number in 0..9 {
        assert_eq!(room.send(numbered(number, 1000)).await.reached, 2);
    }
    let sent = room.send(numbered(9, 1000)).await;
    assert_eq!((sent.reached, sent.behind), (1, 1));
    let sent = room.send(numbered(10, 1000)).await;
    assert_eq!((sent.reached, sent.gone), (1, 1));
    assert_eq!(room.len(), 1);
    guests[0].peer.take_only(usize::MAX);
    settle().await;
    let reading = oracle::read(Role::Client, None, &guests[0].peer.written());
    assert_eq!(
        reading.items.len(),
        9,
        "what was accepted before still arrives"
    );
    assert_eq!(reading.end, End::Closed(Some(1013), "too slow".into()));
    let first = guests.remove(0);
    first.peer.end();
    let mut socket = first.socket;
    let _ = socket.recv().await;
    assert!(socket.closure().is_some());
}

#[tokio::test(start_paused = true)]
async fn a_large_message_waits_behind_nothing_and_leaves_nothing_held() {
    let room = Broadcast::new();
    let guests = guests(&room, 2);
    for guest in &guests {
        guest.peer.take_only(0);
    }
    assert_eq!(room.send(numbered(1, 100_000)).await.reached, 2);
    settle().await;
    for guest in &guests {
        assert_eq!(guest.socket.unsent_bytes(), 100_010);
        guest.peer.take_only(usize::MAX);
    }
    settle().await;
    let expected = from_server(&[Frame::binary(vec![1; 100_000])]);
    for guest in &guests {
        assert_eq!(guest.peer.written(), expected);
        assert_eq!(
            guest.socket.held_bytes(),
            0,
            "an idle connection holds no buffers"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_sender_that_waits_for_room_is_woken_although_a_broadcast_came_between() {
    let mut config = Config::default();
    config.limits.send_low_bytes = 100;
    config.limits.send_high_bytes = 1000;
    let (mut socket, peer) = server_with(&config);
    let room = Broadcast::builder().max_unsent_bytes(1 << 20).build();
    let _member = room.join(&socket);
    peer.take_only(0);
    socket.send(vec![1; 2000]).await.unwrap();
    let waiting = tokio::spawn(async move { socket.send("at last").await });
    settle().await;
    assert_eq!(room.send("meanwhile").await.reached, 1);
    settle().await;
    assert!(!waiting.is_finished());
    peer.take_only(usize::MAX);
    settle().await;
    assert!(waiting.is_finished(), "no timer had to help");
    waiting.await.unwrap().unwrap();
    let frames = [
        Frame::binary(vec![1; 2000]),
        Frame::text("meanwhile"),
        Frame::text("at last"),
    ];
    let written = peer.written();
    let expected = from_server(&frames);
    assert_eq!(
        written[..expected.len()],
        expected,
        "then comes the goodbye"
    );
}

#[tokio::test(start_paused = true)]
async fn a_transport_that_holds_written_bytes_back_is_flushed_however_slow_it_is() {
    for pipe_bytes in [4, 1 << 16] {
        let (client, server) = tokio::io::duplex(pipe_bytes);
        let config = Config::default();
        let mut client = client_over(client, &config, Chain::new());
        let server = server_over(BufWriter::new(server), &config, Chain::new());
        let room = Broadcast::new();
        let _member = room.join(&server);
        for text in ["kept in the buffer", "and this"] {
            assert_eq!(room.send(text).await.reached, 1);
            settle().await;
        }
        let start = Instant::now();
        for text in ["kept in the buffer", "and this"] {
            assert_eq!(client.recv().await.unwrap(), Some(text.into()));
        }
        assert_eq!(start.elapsed(), Duration::ZERO, "no timer had to help");
    }
}

#[tokio::test(start_paused = true)]
async fn a_member_that_takes_nothing_is_given_up_in_time_also_without_keepalive() {
    let mut config = Config::default();
    config.keepalive = Keepalive::Off;
    let (mut socket, peer) = server_with(&config);
    peer.take_only(0);
    let room = Broadcast::new();
    let _member = room.join(&socket);
    let receiving = tokio::spawn(async move { socket.recv().await });
    settle().await;
    assert_eq!(room.send("to nobody who reads").await.reached, 1);
    let received = timeout(Duration::from_secs(62), receiving).await;
    let error = received.expect("in time").unwrap().unwrap_err();
    assert!(error.is_timeout(), "{error}");
}

#[tokio::test]
async fn the_budget_of_the_calling_task_does_not_make_members_look_slow() {
    let room = Broadcast::new();
    let pairs: Vec<_> = (0..64).map(|_| pair(1 << 16)).collect();
    let _members: Vec<_> = pairs.iter().map(|(_, server)| room.join(server)).collect();
    while tokio::task::coop::has_budget_remaining() {
        poll_times(1, tokio::task::coop::consume_budget()).await;
    }
    let sending = room.send("to all");
    for (_, server) in &pairs {
        assert_eq!(server.unsent_bytes(), 0);
    }
    assert_eq!(sending.await.reached, 64);
}
