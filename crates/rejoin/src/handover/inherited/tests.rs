//! What the new process makes of what comes along the line.

use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::os::fd::BorrowedFd;

use super::*;

/// What comes of frames that arrive before the old process closes the line.
fn given(frames: &[u8]) -> Result<Listeners, Fault> {
    let (mut theirs, ours) = UnixStream::pair().expect("a pair");
    theirs.write_all(frames).expect("there is space");
    drop(theirs);
    receive(&ours)
}

/// What comes of one socket with this name, and the end of the list.
fn handed(name: &str, socket: BorrowedFd<'_>) -> Result<Listeners, Fault> {
    let (theirs, ours) = UnixStream::pair().expect("a pair");
    let sockets = [(name, socket)];
    channel::hand_over(&theirs, sockets.into_iter()).expect("there is space");
    receive(&ours)
}

#[tokio::test]
async fn a_listener_arrives_under_its_name_and_can_be_taken_once() {
    let bound = TcpListener::bind("127.0.0.1:0").expect("a port");
    let mut listeners = handed("ws", bound.as_fd()).expect("it listens");
    assert_eq!(listeners.names().collect::<Vec<_>>(), ["ws"]);
    assert!(listeners.tcp("admin").expect("no socket").is_none());
    let refused = listeners.unix("ws").expect_err("it is TCP");
    assert_eq!(refused.kind(), io::ErrorKind::InvalidInput);
    let taken = listeners
        .tcp("ws")
        .expect("it is TCP")
        .expect("it is there");
    assert_eq!(taken.local_addr().ok(), bound.local_addr().ok());
    assert!(listeners.tcp("ws").expect("no socket").is_none());
}

#[tokio::test]
#[cfg(target_os = "linux")]
async fn a_unix_listener_is_handed_over_like_any_other() {
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::{SocketAddr, UnixListener};
    let name = format!("rejoin-inherited-{}", process::id());
    let address = SocketAddr::from_abstract_name(name).expect("a short name");
    let bound = UnixListener::bind_addr(&address).expect("a free name");
    let mut listeners = handed("admin", bound.as_fd()).expect("it listens");
    listeners.tcp("admin").expect_err("it is a Unix socket");
    let taken = listeners
        .unix("admin")
        .expect("it is")
        .expect("it is there");
    drop(bound);
    let client = UnixStream::connect_addr(&address).expect("it listens still");
    drop(client);
    taken.accept().await.expect("the connection waits");
}

#[tokio::test]
async fn a_socket_that_is_connected_cannot_be_taken_over() {
    let bound = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = bound.local_addr().expect("it is bound");
    let connected = TcpStream::connect(address).expect("it listens");
    for socket in [connected.as_fd(), io::stderr().as_fd()] {
        let refused = handed("ws", socket);
        assert!(matches!(refused, Err(Fault::Socket { name, .. }) if name == "ws"));
    }
}

#[test]
fn a_socket_that_was_announced_and_did_not_come_is_missed() {
    let refused = given(&Frame::Listener("ws".to_owned()).encode());
    assert!(matches!(refused, Err(Fault::Socket { name, .. }) if name == "ws"));
}

#[test]
fn a_list_that_does_not_end_is_not_taken_over() {
    assert!(matches!(given(b""), Err(Fault::Channel(_))));
    assert!(matches!(given(b"rejoin\x02"), Err(Fault::Channel(_))));
}

#[test]
fn frames_that_have_no_place_here_are_refused() {
    let failed = Frame::Failed(String::new());
    let word = Frame::Word(String::new());
    for frame in [Frame::Proceed, Frame::GiveUp, Frame::Ready, failed, word] {
        assert!(matches!(given(&frame.encode()), Err(Fault::OutOfTurn)));
    }
    assert!(matches!(
        given(b"nonsense that goes on"),
        Err(Fault::Channel(_))
    ));
}

#[test]
fn a_list_of_no_sockets_is_complete() {
    let listeners = given(&Frame::Complete.encode()).expect("it is complete");
    assert_eq!(listeners.names().count(), 0);
}

/// A process that was given its line, and the old process's end of it.
fn successor() -> (Inherited, Channel) {
    let (theirs, line) = UnixStream::pair().expect("a pair");
    let source = Source::Predecessor {
        line,
        pid: 1,
        permit: None,
    };
    let listeners = Listeners::default();
    let channel = Channel::new(theirs).expect("within a runtime");
    (Inherited { listeners, source }, channel)
}

#[tokio::test]
async fn a_process_is_in_charge_only_once_the_old_one_says_so() {
    let (inherited, mut old) = successor();
    assert_eq!(inherited.origin(), Origin::Predecessor);
    let mut ready = core::pin::pin!(inherited.ready());
    tokio::select! {
        biased;
        start = &mut ready => unreachable!("{start:?}"),
        said = old.receive() => assert_eq!(said.ok(), Some(Some(Frame::Ready))),
    }
    old.send(&Frame::Proceed).await.expect("it listens");
    let start = ready.await.expect("it is in charge");
    let Start::Successor(mut predecessor) = start else {
        unreachable!("{start:?}");
    };
    assert_eq!(predecessor.pid(), 1);
    for word in ["5 left", ""] {
        let word = Frame::Word(word.to_owned());
        old.try_send(&word).expect("there is space");
    }
    drop(old);
    assert_eq!(predecessor.told().await.as_deref(), Some("5 left"));
    assert_eq!(predecessor.told().await.as_deref(), Some(""));
    assert_eq!(predecessor.told().await, None);
    predecessor.gone().await;
}

#[tokio::test]
async fn a_process_that_is_given_up_never_serves() {
    let (inherited, old) = successor();
    old.send(&Frame::GiveUp).await.expect("there is space");
    drop(old);
    let error = inherited.ready().await.expect_err("it was given up");
    assert!(error.is_given_up());
}

#[tokio::test]
async fn a_process_whose_predecessor_is_dead_serves() {
    let (inherited, old) = successor();
    drop(old);
    let start = inherited.ready().await.expect("nobody else serves");
    assert!(matches!(start, Start::Orphan));
}

#[tokio::test]
async fn nonsense_puts_nobody_in_charge() {
    let (inherited, old) = successor();
    old.send(&Frame::Complete).await.expect("there is space");
    inherited.ready().await.expect_err("out of turn");
}

#[tokio::test]
async fn the_old_process_hears_why_the_new_one_cannot_serve() {
    let (inherited, mut old) = successor();
    inherited.decline("line 3:\nno such key\n");
    let said = old.receive().await.expect("it was said");
    assert_eq!(said, Some(Frame::Failed("line 3: no such key".to_owned())));
    assert_eq!(old.receive().await.expect("its end"), None);
}
