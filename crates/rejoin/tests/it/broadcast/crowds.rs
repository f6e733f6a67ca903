//! Many members, many senders, and members who come and go meanwhile.

use core::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::Arc;

use rejoin::proto::Role;
use rejoin::{Broadcast, CloseCode};
use rejoin_testkit::oracle::{self, Item};

use super::{guests, texts};
use crate::sockets::{poll_times, server_and_peer, settle};

#[tokio::test(start_paused = true)]
async fn dropping_the_future_changes_nothing() {
    let room = Broadcast::new();
    let guests = guests(&room, 200);
    drop(room.send("all"));
    settle().await;
    for guest in guests {
        assert_eq!(guest.peer.written(), texts(&["all"]));
    }
}

#[tokio::test(start_paused = true)]
async fn a_message_on_its_way_is_told_though_the_group_empties_meanwhile() {
    let room = Broadcast::new();
    let guests = guests(&room, 100);
    let (first, second) = (room.send("one"), room.send("two"));
    // The first is under way to the rest of them.
    drop(guests);
    assert!(room.is_empty());
    let first = poll_times(1_000, first).await.expect("it comes to its end");
    assert_eq!((first.reached, first.missed()), (64, 0));
    let second = poll_times(1_000, second).await.expect("and so does this");
    assert_eq!((second.reached, second.missed()), (0, 0));
    let _guests = super::guests(&room, 1);
    assert_eq!(room.send("three").await.reached, 1);
}

#[tokio::test(start_paused = true)]
async fn other_tasks_have_their_turn_while_many_members_are_sent_to() {
    let room = Broadcast::new();
    let _guests = guests(&room, 1000);
    let (turns, over) = (
        Arc::new(AtomicUsize::new(0)),
        Arc::new(AtomicBool::new(false)),
    );
    let other = tokio::spawn({
        let (turns, over) = (Arc::clone(&turns), Arc::clone(&over));
        async move {
            while !over.load(Ordering::Relaxed) {
                turns.fetch_add(1, Ordering::Relaxed);
                tokio::task::yield_now().await;
            }
        }
    });
    assert_eq!(room.send("all").await.reached, 1000);
    over.store(true, Ordering::Relaxed);
    other.await.unwrap();
    let turns = turns.load(Ordering::Relaxed);
    assert!(turns >= 1000 / 64, "{turns} turns");
}

#[tokio::test(start_paused = true)]
async fn messages_that_wait_for_their_turn_share_one_write() {
    let room = Broadcast::new();
    let guests = guests(&room, 100);
    let sent = [room.send("one"), room.send("two"), room.send("three")];
    let (late, late_peer) = server_and_peer();
    let _late = room.join(&late);
    let last = room.send("four");
    for sent in sent {
        assert_eq!(sent.await.reached, 100);
    }
    assert_eq!(last.await.reached, 101);
    for guest in guests {
        assert_eq!(guest.peer.writes(), [5, 5 + 7 + 6]);
        assert_eq!(
            guest.peer.written(),
            texts(&["one", "two", "three", "four"])
        );
    }
    assert_eq!(late_peer.written(), texts(&["four"]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn all_members_get_what_many_tasks_send_in_the_same_order() {
    let room = Broadcast::new();
    let guests = guests(&room, 150);
    let tasks = (0..8).map(|task| {
        let room = room.clone();
        tokio::spawn(async move {
            for number in 0..50 {
                assert_eq!(room.send(format!("{task} {number}")).await.reached, 150);
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
    let first = guests[0].peer.written();
    let reading = oracle::read(Role::Client, None, &first);
    assert_eq!(reading.items.len(), 400);
    for task in 0..8 {
        let of_task = reading.items.iter().filter(
            |item| matches!(item, Item::Text(text) if text.starts_with(&format!("{task} "))),
        );
        let expected = (0..50).map(|number| Item::Text(format!("{task} {number}")));
        assert!(
            of_task.eq(&expected.collect::<Vec<_>>()),
            "in order of sending"
        );
    }
    for guest in &guests[1..] {
        assert!(guest.peer.written() == first);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whatever_comes_and_goes_what_arrives_is_what_was_counted() {
    const SENDERS: usize = 3;
    let room = Broadcast::new();
    let residents = guests(&room, 100);
    let over = Arc::new(AtomicUsize::new(0));
    let senders: Vec<_> = (0..SENDERS)
        .map(|_| {
            let (room, over) = (room.clone(), Arc::clone(&over));
            tokio::spawn(async move {
                let mut reached = 0;
                for _ in 0..100 {
                    reached += room.send("hello").await.reached;
                }
                over.fetch_add(1, Ordering::SeqCst);
                reached
            })
        })
        .collect();
    let visitors: Vec<_> = (0..3)
        .map(|kind| {
            let (room, over) = (room.clone(), Arc::clone(&over));
            tokio::spawn(async move {
                let mut peers = Vec::new();
                while over.load(Ordering::SeqCst) < SENDERS {
                    let (mut socket, peer) = server_and_peer();
                    let member = room.join(&socket);
                    tokio::task::yield_now().await;
                    match kind {
                        0 => drop(member),
                        1 => socket
                            .start_close(CloseCode::NORMAL_CLOSURE, "")
                            .await
                            .unwrap(),
                        _ => peer.fail_writes(std::io::ErrorKind::ConnectionReset),
                    }
                    tokio::task::yield_now().await;
                    peers.push(peer);
                }
                peers
            })
        })
        .collect();
    let mut reached = 0;
    for sender in senders {
        reached += sender.await.unwrap();
    }
    let mut peers: Vec<_> = residents.iter().map(|guest| &guest.peer).collect();
    let mut left = Vec::new();
    for visitor in visitors {
        left.extend(visitor.await.unwrap());
    }
    peers.extend(&left);
    settle().await;
    let mut arrived = 0;
    for peer in peers {
        let reading = oracle::read(Role::Client, None, &peer.written());
        assert!(
            reading
                .items
                .iter()
                .all(|item| *item == Item::Text("hello".into()))
        );
        arrived += reading.items.len();
    }
    assert_eq!(arrived, reached);
    assert_eq!(room.send("to the residents").await.reached, 100);
    assert_eq!(room.len(), 100);
}

#[test]
fn when_the_runtime_is_shut_down_those_not_come_to_are_counted() {
    let runtime = || {
        tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap()
    };
    let (first, second) = (runtime(), runtime());
    let room = Broadcast::new();
    let (guests, begun, waiting) = first.block_on(async {
        let guests = guests(&room, 200);
        let begun = room.send("begun");
        (guests, begun, room.send("waiting"))
    });
    drop(first);
    second.block_on(async {
        let begun = begun.await;
        assert_eq!((begun.reached, begun.gone), (64, 136));
        let waiting = waiting.await;
        assert_eq!((waiting.reached, waiting.gone), (0, 200));
        assert_eq!(room.send("again").await.reached, 200, "others go on");
    });
    drop(guests);
}
