//! How often a socket reads and writes.

use cost::workload::{Conversation, driver};
use rejoin_proto::Kind;

const ROUNDS: u32 = 20;

/// Has so many messages arrive at once, over and over, and checks that each time one read took them
/// and one write had all the answers, as at the end for Close, and that no read found nothing.
#[track_caller]
fn check_one_read_and_one_write(kind: Kind, bytes: usize, messages: u32) {
    let calls = driver::echo(ROUNDS, Conversation::with_server(kind, bytes, messages));
    assert_eq!(calls.reads(), ROUNDS + 1, "reads that brought something");
    assert_eq!(calls.writes(), ROUNDS + 1, "writes");
    assert_eq!(calls.empty_reads(), 0, "reads that found nothing");
}

#[test]
fn sixty_four_small_messages_take_one_read_and_one_write() {
    check_one_read_and_one_write(Kind::Binary, 16, 64);
    check_one_read_and_one_write(Kind::Text, 125, 64);
}

#[test]
fn a_message_by_itself_takes_one_read_and_one_write() {
    check_one_read_and_one_write(Kind::Binary, 16, 1);
    check_one_read_and_one_write(Kind::Text, 1 << 10, 1);
}

#[test]
fn messages_that_are_not_copied_leave_in_one_write_too() {
    check_one_read_and_one_write(Kind::Binary, 6 << 10, 8);
}
