//! What is kept and what is not.

use bytes::BytesMut;
use rejoin_proto::Spare;

use super::{
    BUFFER_BYTES, KEPT, LEAST_ROOM_BYTES, MOST_ROOM_BYTES, OUTBOX_BYTES, SPARE, give_back,
    give_back_spare, take, take_spare,
};

/// How many buffers this thread keeps. Every test has a thread of its own.
fn kept() -> usize {
    SPARE.with_borrow(Vec::len)
}

#[test]
fn a_buffer_that_comes_back_is_the_next_to_be_lent() {
    let mut buffer = take();
    assert!(buffer.capacity() >= BUFFER_BYTES);
    buffer.extend_from_slice(b"from another connection");
    let place = buffer.as_ptr();
    give_back(buffer);
    assert_eq!(kept(), 1);
    let again = take();
    assert!(again.is_empty());
    assert_eq!(again.as_ptr(), place);
    assert_eq!(kept(), 0);
}

#[test]
fn small_buffers_and_very_large_ones_are_not_kept() {
    give_back(BytesMut::new());
    give_back(BytesMut::with_capacity(LEAST_ROOM_BYTES - 1));
    give_back(BytesMut::with_capacity(MOST_ROOM_BYTES + 1));
    assert_eq!(kept(), 0);
}

#[test]
fn a_thread_keeps_a_few_buffers_only() {
    for _ in 0..2 * KEPT {
        give_back(BytesMut::with_capacity(BUFFER_BYTES));
    }
    assert_eq!(kept(), KEPT);
}

#[test]
fn room_that_messages_gave_up_is_found_again() {
    let mut buffer = take();
    buffer.resize(BUFFER_BYTES - LEAST_ROOM_BYTES, 7);
    let message = buffer.split().freeze();
    give_back(buffer);
    assert_eq!(kept(), 1, "the rest has room for a read");
    drop(message);
    assert!(take().capacity() >= BUFFER_BYTES);
}

#[test]
fn a_buffer_that_messages_have_used_up_is_theirs() {
    let mut buffer = take();
    buffer.resize(BUFFER_BYTES - 10, 7);
    let message = buffer.split().freeze();
    give_back(buffer);
    assert_eq!(kept(), 0);
    assert_eq!(message.len(), BUFFER_BYTES - 10);
}

#[test]
fn the_memory_of_an_outbox_is_kept_unless_it_has_grown_for_large_messages_or_has_no_room() {
    give_back_spare(Spare::with_capacity(MOST_ROOM_BYTES + 1));
    give_back_spare(Spare::with_capacity(LEAST_ROOM_BYTES - 1));
    assert_eq!(take_spare().capacity(), OUTBOX_BYTES, "a fresh one");
    give_back_spare(Spare::with_capacity(MOST_ROOM_BYTES));
    assert_eq!(take_spare().capacity(), MOST_ROOM_BYTES);
}
