//! What is kept and what is not.

use std::sync::Arc;

use bytes::BytesMut;
use rejoin_proto::extension::Chain;
use rejoin_proto::{Connection, Spare};

use super::*;
use crate::socket::WebSocket;

/// How many ordinary buffers this thread keeps. Every test has a thread of its own.
fn kept() -> usize {
    POOL.with(|pool| {
        let next = pool.next.take();
        let count = pool.ordinary.borrow().len() + usize::from(next.is_some());
        pool.next.set(next);
        count
    })
}

fn place(buffer: &Buffer) -> *const u8 {
    buffer.as_ptr()
}

#[test]
fn a_buffer_that_comes_back_is_the_next_to_be_lent() {
    let mut buffer = take(LEAST_ROOM_BYTES);
    assert!(buffer.capacity() >= BUFFER_BYTES);
    buffer.extend_from_slice(b"from another connection");
    let before = place(&buffer);
    give_back(take(LEAST_ROOM_BYTES));
    give_back(buffer);
    assert_eq!(kept(), 2);
    let again = take(LEAST_ROOM_BYTES);
    assert!(again.is_empty());
    assert_eq!(place(&again), before);
    assert_eq!(kept(), 1);
    assert_ne!(place(&take(LEAST_ROOM_BYTES)), before);
    assert_eq!(kept(), 0);
}

#[test]
fn a_thread_keeps_a_few_buffers_only_the_latest() {
    let of_size = |kind, size| Buffer::new(BytesMut::with_capacity(size), kind);
    for size in 1..=2 * KEPT {
        for kind in [Kind::Ordinary, Kind::Large, Kind::Own] {
            give_back(of_size(kind, size));
        }
    }
    let sizes = |kept: &RefCell<Vec<Buffer>>| {
        let kept = kept.borrow();
        kept.iter().map(|buffer| buffer.capacity()).collect()
    };
    let (ordinary, large): (Vec<_>, Vec<_>) =
        POOL.with(|pool| (sizes(&pool.ordinary), sizes(&pool.large)));
    let latest = |most, end| (end - most..end).collect::<Vec<_>>();
    assert_eq!(ordinary, latest(KEPT, 2 * KEPT), "besides the next one");
    assert_eq!(large, latest(LARGE_KEPT, 2 * KEPT + 1));
    assert_eq!(kept(), KEPT + 1);
}

#[test]
fn a_buffer_for_a_large_message_is_not_lent_for_ordinary_reads() {
    let large = take(BUFFER_BYTES + 1);
    let before = place(&large);
    give_back(large);
    assert_ne!(place(&take(LEAST_ROOM_BYTES)), before);
    assert_eq!(place(&take(BUFFER_BYTES + 1)), before);
    assert_eq!(Kind::of_size(MOST_KEPT_BYTES), Kind::Large);
    assert_eq!(Kind::of_size(MOST_KEPT_BYTES + 1), Kind::Own);
}

#[test]
fn the_room_beside_messages_is_used_until_they_are_dropped() {
    let mut buffer = take(LEAST_ROOM_BYTES);
    let start = place(&buffer);
    buffer.resize(BUFFER_BYTES - LEAST_ROOM_BYTES, 7);
    let message = buffer.split().freeze();
    give_back(buffer);
    let beside = take(LEAST_ROOM_BYTES);
    assert_eq!(beside.capacity(), LEAST_ROOM_BYTES);
    give_back(beside);
    drop(message);
    let whole = take(LEAST_ROOM_BYTES);
    assert_eq!((whole.capacity(), place(&whole)), (BUFFER_BYTES, start));
}

#[test]
fn memory_that_a_large_message_has_used_up_is_there_again_when_it_is_dropped() {
    let mut buffer = take(MOST_KEPT_BYTES);
    buffer.resize(MOST_KEPT_BYTES, 7);
    let start = place(&buffer);
    let message = buffer.split().freeze();
    give_back(buffer);
    let meanwhile = take(MOST_KEPT_BYTES);
    assert_ne!(place(&meanwhile), start);
    drop((message, meanwhile));
    assert_eq!(place(&take(MOST_KEPT_BYTES)), start);
    assert_eq!(kept(), 0);
}

#[test]
fn a_buffer_that_is_full_of_messages_waits_until_they_are_dropped() {
    let mut buffer = take(LEAST_ROOM_BYTES);
    let start = place(&buffer);
    buffer.resize(BUFFER_BYTES, 7);
    let messages = buffer.split().freeze();
    give_back(buffer);
    let meanwhile = take(LEAST_ROOM_BYTES);
    assert_ne!(place(&meanwhile), start);
    assert_eq!(kept(), 1, "the full one");
    drop(messages);
    assert_eq!(place(&take(LEAST_ROOM_BYTES)), start);
}

#[test]
fn the_memory_of_an_outbox_is_kept_unless_it_has_grown_for_large_messages_or_has_no_room() {
    give_back_spare(Spare::with_capacity(MOST_KEPT_BYTES + 1));
    give_back_spare(Spare::with_capacity(LEAST_ROOM_BYTES - 1));
    assert_eq!(take_spare().capacity(), OUTBOX_BYTES, "a fresh one");
    give_back_spare(Spare::with_capacity(MOST_KEPT_BYTES));
    assert_eq!(take_spare().capacity(), MOST_KEPT_BYTES);
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_ends_gives_its_buffer_back() {
    let (pipe, peer) = tokio::io::duplex(1 << 10);
    let now = tokio::time::Instant::now().into_std();
    let connection = Connection::server(&Arc::default(), Chain::new(), now);
    let mut socket = WebSocket::from_parts(pipe, connection, BytesMut::new());
    drop(peer);
    socket.recv().await.unwrap_err();
    assert_eq!(kept(), 1);
    drop(socket);
    assert_eq!(kept(), 1, "once");
}
