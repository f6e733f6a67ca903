//! What is kept and what is not.

use std::sync::Arc;

use bytes::BytesMut;
use rejoin_proto::extension::Chain;
use rejoin_proto::{Connection, Spare};

use super::*;
use crate::socket::WebSocket;

/// How many buffers this thread keeps. Every test has a thread of its own.
fn kept() -> usize {
    ORDINARY.with_borrow(Vec::len)
}

#[test]
fn a_buffer_that_comes_back_is_the_next_to_be_lent() {
    let mut buffer = take(LEAST_ROOM_BYTES);
    assert!(buffer.capacity() >= BUFFER_BYTES);
    buffer.extend_from_slice(b"from another connection");
    let place = buffer.as_ptr();
    give_back(buffer, Kind::Ordinary);
    assert_eq!(kept(), 1);
    let again = take(LEAST_ROOM_BYTES);
    assert!(again.is_empty());
    assert_eq!(again.as_ptr(), place);
    assert_eq!(kept(), 0);
}

#[test]
fn a_thread_keeps_a_few_buffers_only_the_latest() {
    for size in 1..=2 * KEPT {
        give_back(BytesMut::with_capacity(size), Kind::Ordinary);
        give_back(BytesMut::with_capacity(size), Kind::Large);
        give_back(BytesMut::with_capacity(size), Kind::Own);
    }
    let sizes = |kept: &Vec<BytesMut>| kept.iter().map(BytesMut::capacity).collect::<Vec<_>>();
    let latest = |most| (2 * KEPT + 1 - most..=2 * KEPT).collect::<Vec<_>>();
    assert_eq!(ORDINARY.with_borrow(sizes), latest(KEPT));
    assert_eq!(LARGE.with_borrow(sizes), latest(LARGE_KEPT));
}

#[test]
fn a_buffer_for_a_large_message_is_not_lent_for_ordinary_reads() {
    let large = take(BUFFER_BYTES + 1);
    let place = large.as_ptr();
    give_back(large, Kind::of_size(BUFFER_BYTES + 1));
    assert_ne!(take(LEAST_ROOM_BYTES).as_ptr(), place);
    assert_eq!(take(BUFFER_BYTES + 1).as_ptr(), place);
    assert_eq!(Kind::of_size(MOST_KEPT_BYTES), Kind::Large);
    assert_eq!(Kind::of_size(MOST_KEPT_BYTES + 1), Kind::Own);
}

#[test]
fn the_room_beside_messages_is_used_until_they_are_dropped() {
    let mut buffer = take(LEAST_ROOM_BYTES);
    let start = buffer.as_ptr();
    buffer.resize(BUFFER_BYTES - LEAST_ROOM_BYTES, 7);
    let message = buffer.split().freeze();
    give_back(buffer, Kind::Ordinary);
    let beside = take(LEAST_ROOM_BYTES);
    assert_eq!(beside.capacity(), LEAST_ROOM_BYTES);
    give_back(beside, Kind::Ordinary);
    drop(message);
    let whole = take(LEAST_ROOM_BYTES);
    assert_eq!((whole.capacity(), whole.as_ptr()), (BUFFER_BYTES, start));
}

#[test]
fn memory_that_a_large_message_has_used_up_is_there_again_when_it_is_dropped() {
    let mut buffer = take(MOST_KEPT_BYTES);
    buffer.resize(MOST_KEPT_BYTES, 7);
    let start = buffer.as_ptr();
    let message = buffer.split().freeze();
    give_back(buffer, Kind::Large);
    let meanwhile = take(MOST_KEPT_BYTES);
    assert_ne!(meanwhile.as_ptr(), start);
    drop((message, meanwhile));
    assert_eq!(take(MOST_KEPT_BYTES).as_ptr(), start);
    assert_eq!(kept(), 0);
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
