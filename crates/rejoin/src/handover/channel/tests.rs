//! The line, with garbage on it.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::fd::AsFd;

use super::frame::{HEAD, InvalidFrame, MOST_TEXT};
use super::*;

const EVERY: [fn() -> Frame; 7] = [
    || Frame::Listener("ws".to_owned()),
    || Frame::Complete,
    || Frame::Proceed,
    || Frame::GiveUp,
    || Frame::Ready,
    || Frame::Failed("no".to_owned()),
    || Frame::Word("1".to_owned()),
];

fn first(bytes: &[u8]) -> Result<Option<(Frame, usize)>, InvalidFrame> {
    Frame::first(bytes)
}

#[test]
fn every_frame_is_read_as_it_was_written_and_not_before_it_is_all_there() {
    for frame in EVERY.map(|make| make()) {
        let bytes = frame.encode();
        for end in 0..bytes.len() {
            assert_eq!(first(&bytes[..end]), Ok(None), "{frame:?} {end}");
        }
        let len = bytes.len();
        let followed = [&bytes[..], b"rejoin"].concat();
        assert_eq!(first(&followed), Ok(Some((frame, len))));
    }
}

#[test]
fn the_frames_on_the_line_stay_what_they_are_from_release_to_release() {
    let written: Vec<_> = EVERY.iter().map(|make| make().encode()).collect();
    let expected: [&[u8]; 7] = [
        b"rejoin\x01\x00\x02ws",
        b"rejoin\x02\x00\x00",
        b"rejoin\x03\x00\x00",
        b"rejoin\x04\x00\x00",
        b"rejoin\x05\x00\x00",
        b"rejoin\x06\x00\x02no",
        b"rejoin\x07\x00\x011",
    ];
    assert_eq!(written, expected);
}

#[test]
fn what_is_no_frame_is_refused_at_the_first_byte_that_proves_it() {
    assert_eq!(first(b"x"), Err(InvalidFrame::Mark));
    assert_eq!(first(b"rejoim"), Err(InvalidFrame::Mark));
    assert_eq!(first(b"rejoin\x08\x00\x00"), Err(InvalidFrame::Kind(8)));
    assert_eq!(
        first(b"rejoin\x06\x04\x01"),
        Err(InvalidFrame::TooLong(1025))
    );
    assert_eq!(first(b"rejoin\x06\x00\x01\xff"), Err(InvalidFrame::Text));
}

#[test]
fn a_reason_that_is_too_long_is_cut_between_characters() {
    let frame = Frame::Failed("\u{e4}".repeat(600)).encode();
    assert_eq!(frame.len(), HEAD + MOST_TEXT);
    let odd = Frame::Failed(format!("x{}", "\u{e4}".repeat(600))).encode();
    assert_eq!(odd.len(), HEAD + MOST_TEXT - 1);
    assert!(matches!(first(&odd), Ok(Some((Frame::Failed(_), _)))));
}

#[tokio::test]
async fn a_frame_that_comes_byte_by_byte_is_received_whole() {
    let (ours, mut theirs) = BlockingStream::pair().expect("a pair");
    let mut channel = Channel::new(ours).expect("within a runtime");
    for byte in Frame::Ready.encode() {
        // Dropped while it waits, it has lost nothing.
        tokio::select! {
            biased;
            frame = channel.receive() => unreachable!("{frame:?}"),
            () = core::future::ready(()) => {}
        }
        theirs.write_all(&[byte]).expect("there is space");
    }
    let frame = channel.receive().await.expect("nothing failed");
    assert_eq!(frame, Some(Frame::Ready));
}

#[tokio::test]
async fn a_process_that_ends_without_reading_has_ended() {
    let (ours, mut theirs) = BlockingStream::pair().expect("a pair");
    let mut channel = Channel::new(ours).expect("within a runtime");
    channel
        .send(&Frame::Complete)
        .await
        .expect("there is space");
    theirs
        .write_all(&Frame::Failed("why".to_owned()).encode())
        .expect("there is space");
    drop(theirs);
    let said = channel.receive().await.expect("it is still there");
    assert_eq!(said, Some(Frame::Failed("why".to_owned())));
    // With bytes that it never read, its end looks like a failure.
    assert_eq!(channel.receive().await.expect("no failure"), None);
    let sent = channel
        .send(&Frame::GiveUp)
        .await
        .expect_err("nobody reads");
    assert!(ended(&sent), "{sent}");
}

#[tokio::test]
async fn words_for_which_there_is_no_space_are_refused_and_all_others_arrive() {
    let (ours, theirs) = BlockingStream::pair().expect("a pair");
    let mut channel = Channel::new(ours).expect("within a runtime");
    let mut reader = Channel::new(theirs).expect("within a runtime");
    let word = |number: usize| Frame::Word(format!("{number:01024}"));
    let mut taken = 0;
    let full = loop {
        channel.stream.writable().await.expect("it is open");
        match channel.try_send(&word(taken)) {
            Ok(()) => taken += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(full.kind(), ErrorKind::WouldBlock);
    assert!(taken > 10, "{taken}");
    // The last one may be there in part.
    for number in 0..taken - 1 {
        assert_eq!(reader.receive().await.ok(), Some(Some(word(number))));
    }
    channel.stream.writable().await.expect("it is open");
    channel.try_send(&word(taken)).expect("there is space");
    for number in taken - 1..=taken {
        assert_eq!(reader.receive().await.ok(), Some(Some(word(number))));
    }
}

#[test]
fn sockets_arrive_with_their_names_and_are_the_same_sockets() {
    let (ours, theirs) = BlockingStream::pair().expect("a pair");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("it is bound");
    // As many as there may be, with names as long as they may be, before anybody reads.
    let names: Vec<_> = (0..64).map(|number| format!("{number:0255}")).collect();
    let sockets = names.iter().map(|name| (&**name, listener.as_fd()));
    hand_over(&ours, sockets).expect("there is space");
    for name in names {
        let (frame, sockets) = receive_blocking(&theirs).expect("it was sent");
        assert_eq!(frame, Frame::Listener(name));
        let [socket] = <[OwnedFd; 1]>::try_from(sockets).expect("one");
        let flags = rustix::io::fcntl_getfd(&socket).expect("it is open");
        assert_eq!(flags, rustix::io::FdFlags::CLOEXEC);
        let arrived = TcpListener::from(socket).local_addr().expect("it is bound");
        assert_eq!(arrived, address);
    }
    let (frame, sockets) = receive_blocking(&theirs).expect("it was sent");
    assert_eq!((frame, sockets.len()), (Frame::Complete, 0));
}

#[test]
fn more_than_the_line_holds_is_an_error_at_once() {
    let (ours, _theirs) = BlockingStream::pair().expect("a pair");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let endless = core::iter::repeat(("ws", listener.as_fd()));
    hand_over(&ours, endless).expect_err("nobody reads");
}

#[test]
fn garbage_and_silence_fail_where_sockets_are_waited_for() {
    let (ours, mut theirs) = BlockingStream::pair().expect("a pair");
    theirs.write_all(b"GET / HTTP/1.1").expect("there is space");
    let error = receive_blocking(&ours).expect_err("garbage");
    assert_eq!(error.kind(), ErrorKind::InvalidData);

    let (ours, mut theirs) = BlockingStream::pair().expect("a pair");
    theirs
        .write_all(b"rejoin\x01\x00\x02w")
        .expect("there is space");
    drop(theirs);
    let error = receive_blocking(&ours).expect_err("half a frame");
    assert!(ended(&error), "{error}");

    let (mut ours, theirs) = BlockingStream::pair().expect("a pair");
    let patience = core::time::Duration::from_millis(1);
    ours.set_read_timeout(Some(patience))
        .expect("it is more than nothing");
    let error = receive_blocking(&ours).expect_err("silence");
    assert_eq!(error.kind(), ErrorKind::WouldBlock);
    drop(theirs);
    assert_eq!(ours.read(&mut [0]).expect("its end"), 0);
}
