//! One message to many: who gets it, in which order, and what becomes of those who cannot.

mod crowds;
mod encodings;
mod slow;

use rejoin::{Broadcast, Membership, WebSocket};
use rejoin_testkit::wire::Frame;

use crate::scripted::Peer;
use crate::sockets::{from_server, server_and_peer, settle};

/// A member of a group, from both sides.
struct Guest {
    socket: WebSocket,
    peer: Peer,
    membership: Option<Membership>,
}

/// So many servers' connections that have joined.
fn guests(room: &Broadcast, count: usize) -> Vec<Guest> {
    let guest = || {
        let (socket, peer) = server_and_peer();
        let membership = Some(room.join(&socket));
        Guest {
            socket,
            peer,
            membership,
        }
    };
    core::iter::repeat_with(guest).take(count).collect()
}

fn texts(texts: &[&str]) -> Vec<u8> {
    let frames: Vec<_> = texts.iter().map(|text| Frame::text(*text)).collect();
    from_server(&frames)
}

#[tokio::test(start_paused = true)]
async fn every_member_gets_every_message_once_in_order_and_in_one_write_each() {
    let room = Broadcast::new();
    let guests = guests(&room, 3);
    for text in ["one", "two", "three"] {
        let sent = room.send(text).await;
        assert_eq!((sent.reached, sent.missed()), (3, 0));
    }
    for guest in guests {
        assert_eq!(guest.peer.writes(), [5, 5, 7]);
        assert_eq!(guest.peer.written(), texts(&["one", "two", "three"]));
    }
}

#[tokio::test(start_paused = true)]
async fn who_has_left_gets_nothing_and_who_joins_gets_nothing_sent_before() {
    let room = Broadcast::new();
    let mut guests = guests(&room, 2);
    assert_eq!(room.send("before").await.reached, 2);
    guests[0].membership = None;
    assert_eq!(room.len(), 1);
    let (late, late_peer) = server_and_peer();
    let (sender, _receiver) = late.split();
    let _late = room.join(&sender);
    assert_eq!(room.send("after").await.reached, 2);
    assert_eq!(guests[0].peer.written(), texts(&["before"]));
    assert_eq!(guests[1].peer.written(), texts(&["before", "after"]));
    assert_eq!(late_peer.written(), texts(&["after"]));
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_closes_or_has_ended_is_counted_once_and_leaves() {
    let room = Broadcast::new();
    let mut guests = guests(&room, 4);
    guests[0]
        .socket
        .start_close(rejoin::CloseCode::NORMAL_CLOSURE, "")
        .await
        .unwrap();
    guests[1].peer.end();
    assert!(guests[1].socket.recv().await.is_err());
    guests[2].peer.fail_writes(std::io::ErrorKind::BrokenPipe);
    let sent = room.send("to the last one").await;
    assert_eq!((sent.reached, sent.gone, sent.missed()), (1, 3, 3));
    assert_eq!(room.len(), 1, "although their memberships live");
    let sent = room.send("again").await;
    assert_eq!((sent.reached, sent.missed()), (1, 0));
    assert_eq!(
        guests[3].peer.written(),
        texts(&["to the last one", "again"])
    );
}

#[tokio::test(start_paused = true)]
async fn a_group_does_not_keep_a_connection_alive() {
    let room = Broadcast::new();
    let mut guests = guests(&room, 1);
    let guest = guests.remove(0);
    drop(guest.socket);
    settle().await;
    guest.peer.end();
    settle().await;
    assert!(guest.peer.is_dropped());
    assert_eq!(room.send("nobody").await, rejoin::Sent::default());
    assert!(room.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_message_in_pieces_is_not_interrupted_and_the_miss_is_counted() {
    let room = Broadcast::new();
    let mut guests = guests(&room, 1);
    let mut pieces = guests[0].socket.send_pieces(rejoin::Kind::Text);
    pieces.write("begun, ").await.unwrap();
    let sent = room.send("between").await;
    assert_eq!((sent.reached, sent.busy, sent.missed()), (0, 1, 1));
    pieces.write("done").await.unwrap();
    pieces.finish().await.unwrap();
    assert_eq!(room.send("behind").await.reached, 1);
    let written = guests[0].peer.written();
    let reading = rejoin_testkit::oracle::read(rejoin::proto::Role::Client, None, &written);
    let expected = ["begun, done", "behind"];
    let expected = expected.map(|text| rejoin_testkit::oracle::Item::Text(text.into()));
    assert_eq!(reading.items, expected);
}

#[tokio::test(start_paused = true)]
async fn messages_for_one_and_for_all_come_whole_and_in_the_order_of_sending() {
    let room = Broadcast::new();
    let mut guests = guests(&room, 2);
    guests[0].socket.send("alone 1").await.unwrap();
    assert_eq!(room.send("all").await.reached, 2);
    guests[0].socket.send("alone 2").await.unwrap();
    assert_eq!(
        guests[0].peer.written(),
        texts(&["alone 1", "all", "alone 2"])
    );
    assert_eq!(guests[1].peer.written(), texts(&["all"]));
}

#[test]
fn groups_travel_between_threads() {
    const fn travels<T: Send + Sync + Unpin + core::fmt::Debug>() {}
    travels::<Broadcast>();
    travels::<Membership>();
    travels::<rejoin::Sending>();
}

#[test]
fn outside_of_a_runtime_all_have_it_when_the_call_returns() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let room = Broadcast::new();
    let guests = {
        let _inside = runtime.enter();
        guests(&room, 200)
    };
    drop(room.send("all"));
    for guest in guests {
        assert_eq!(guest.peer.written(), texts(&["all"]));
    }
}
