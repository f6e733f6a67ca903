//! Every way in which a connection ends, seen from the application: what `recv` returns, what the
//! closure tells, what the peer gets to see, and how long it takes.

use core::time::Duration;
use std::io::ErrorKind;

use rejoin::extension::Chain;
use rejoin::proto::{Config, Initiator, TransportEnd};
use rejoin::{CloseCode, Message, WebSocket};
use rejoin_testkit::wire::Frame;
use tokio::io::AsyncWriteExt;
use tokio::time::Instant;

use crate::scripted::Peer;
use crate::sockets::{
    client_and_peer, from_client, from_server, pair, poll_times, server_and_peer, server_over,
    server_with, settle,
};

/// Receives until the end and tells how clean it was.
async fn end_of(socket: &mut WebSocket) -> (Vec<Message>, bool) {
    let mut messages = Vec::new();
    let is_error = loop {
        match socket.recv().await {
            Ok(Some(message)) => messages.push(message),
            Ok(None) => break false,
            Err(error) => {
                let told = error.closure().unwrap();
                assert_eq!(*told, socket.closure().unwrap());
                break true;
            }
        }
    };
    // The end is told once; after it there is nothing more.
    assert_eq!(socket.recv().await.unwrap(), None);
    assert_eq!(socket.closure().unwrap().is_clean(), !is_error);
    let refused = socket.send("too late").await.unwrap_err();
    assert!(refused.is_closed() && refused.closure().is_some());
    (messages, is_error)
}

#[tokio::test(start_paused = true)]
async fn a_close_from_either_end_is_clean_on_both_and_keeps_code_and_reason() {
    for client_begins in [true, false] {
        let (client, server) = pair(100);
        let (mut first, mut second) = if client_begins {
            (client, server)
        } else {
            (server, client)
        };
        let answering = tokio::spawn(async move {
            let end = end_of(&mut second).await;
            (end, second.closure().unwrap())
        });
        first.send("before").await.unwrap();
        let code = CloseCode::new(4001).unwrap();
        let ours = first.close(code, "enough").await.unwrap();
        let (end, theirs) = answering.await.unwrap();
        assert_eq!(end, (vec![Message::text("before")], false));
        assert_eq!(ours.initiator, Initiator::Local);
        assert_eq!(theirs.initiator, Initiator::Peer);
        for closure in [&ours, &theirs] {
            assert!(closure.is_clean());
            assert_eq!(closure.code().get(), 4001);
            assert_eq!(closure.reason(), "enough");
            assert_eq!(closure.transport, TransportEnd::Orderly);
            assert_eq!(closure.sent, closure.received);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn closes_that_cross_are_clean_and_keep_both_stories() {
    let (mut client, mut server) = pair(100);
    let (ours, theirs) = tokio::join!(
        client.close(CloseCode::GOING_AWAY, "tab closed"),
        server.close(CloseCode::SERVICE_RESTART, "restart"),
    );
    let (ours, theirs) = (ours.unwrap(), theirs.unwrap());
    for closure in [&ours, &theirs] {
        assert!(closure.is_clean());
        assert_eq!(closure.initiator, Initiator::Local);
    }
    assert_eq!((ours.code().get(), ours.reason()), (1012, "restart"));
    assert_eq!((theirs.code().get(), theirs.reason()), (1001, "tab closed"));
}

#[tokio::test(start_paused = true)]
async fn what_the_peer_sent_before_it_saw_our_close_is_received() {
    let (mut socket, peer) = server_and_peer();
    socket
        .start_close(CloseCode::NORMAL_CLOSURE, "")
        .await
        .unwrap();
    assert_eq!(peer.written(), from_server(&[Frame::close(1000, "")]));
    assert!(socket.send("after").await.unwrap_err().is_closed());
    peer.send(from_client(&[Frame::text("one"), Frame::text("two")]));
    peer.send(from_client(&[Frame::close(1000, "")]));
    peer.end();
    let (messages, is_error) = end_of(&mut socket).await;
    assert_eq!(messages, [Message::text("one"), Message::text("two")]);
    assert!(!is_error);
}

/// Drops a socket and returns what the peer sees of it.
async fn seen_of_dropping(socket: WebSocket, peer: &Peer) -> Vec<u8> {
    drop(socket);
    settle().await;
    peer.written()
}

#[tokio::test(start_paused = true)]
async fn a_dropped_socket_sends_what_it_accepted_and_says_goodbye() {
    let (mut server, peer) = server_and_peer();
    server.send("accepted").await.unwrap();
    let seen = seen_of_dropping(server, &peer).await;
    let expected = from_server(&[Frame::text("accepted"), Frame::close(1000, "")]);
    assert_eq!(seen, expected);
    assert!(!peer.is_dropped(), "the reply is awaited");
    peer.send(from_client(&[Frame::close(1000, "")]));
    settle().await;
    assert!(peer.is_shut());
    peer.end();
    settle().await;
    assert!(peer.is_dropped());

    let (client, peer) = client_and_peer();
    let seen = seen_of_dropping(client, &peer).await;
    assert_eq!(seen.len(), 8);
    let unmasked = rejoin_testkit::wire::masked(seen[2..6].try_into().unwrap(), &seen[6..]);
    assert_eq!(
        (&seen[..2], &unmasked[..]),
        (&[0x88, 0x82][..], &[0x03, 0xe9][..])
    );
    peer.send(from_server(&[Frame::close(1001, "")]));
    peer.end();
    settle().await;
    assert!(peer.is_dropped());
}

#[tokio::test(start_paused = true)]
async fn a_dropped_socket_waits_for_its_unsent_bytes_within_the_budget() {
    let (mut socket, peer) = server_and_peer();
    peer.take_only(10);
    socket.send(vec![7; 1000]).await.unwrap();
    drop(socket);
    settle().await;
    tokio::time::advance(Duration::from_secs(9)).await;
    settle().await;
    assert!(!peer.is_dropped());
    tokio::time::advance(Duration::from_secs(2)).await;
    settle().await;
    assert!(peer.is_dropped());
}

#[test]
fn a_socket_that_is_dropped_outside_of_a_runtime_lets_go_without_a_word() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let (socket, peer) = runtime.block_on(async { server_and_peer() });
    drop(runtime);
    drop(socket);
    assert!(peer.is_dropped());
    assert_eq!(peer.written(), b"");
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_never_answers_a_close_costs_ten_seconds() {
    let (mut socket, peer) = server_and_peer();
    let before = Instant::now();
    let closure = socket.close(CloseCode::GOING_AWAY, "").await.unwrap();
    assert_eq!(before.elapsed().as_secs(), 10);
    assert_eq!(closure.transport, TransportEnd::CloseTimedOut);
    assert_eq!(closure.code().get(), 1006);
    assert!(!closure.is_clean());
    assert!(peer.is_shut());
    let told = socket.recv().await.unwrap_err();
    assert!(told.is_timeout(), "{told}");
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_goes_on_talking_instead_of_answering_a_close_costs_ten_seconds_too() {
    let (mut socket, peer) = server_and_peer();
    let before = Instant::now();
    socket.start_close(CloseCode::GOING_AWAY, "").await.unwrap();
    let talking = tokio::spawn(async move {
        let chatter = from_client(&vec![Frame::text("chatter"); 100]);
        while !peer.is_dropped() {
            peer.send(chatter.clone());
            tokio::time::advance(Duration::from_millis(100)).await;
        }
    });
    let (messages, is_error) = end_of(&mut socket).await;
    assert!(messages.len() > 1000 && is_error);
    assert_eq!(before.elapsed().as_secs(), 10);
    drop(socket);
    talking.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn what_waits_to_be_read_does_not_prolong_the_close_budget() {
    let (mut socket, peer) = server_and_peer();
    for _ in 0..100 {
        peer.send(from_client(&[Frame::text("chatter")]));
    }
    socket.start_close(CloseCode::GOING_AWAY, "").await.unwrap();
    let mut received = 0;
    while let Ok(Some(_)) = socket.recv().await {
        received += 1;
        tokio::time::advance(Duration::from_secs(1)).await;
    }
    // One read more than seconds, for what had come in time.
    assert_eq!(received, 11);
    assert_eq!(
        socket.closure().unwrap().transport,
        TransportEnd::CloseTimedOut
    );
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_never_ends_the_transport_costs_two_seconds() {
    let (mut socket, peer) = server_and_peer();
    peer.send(from_client(&[Frame::close(1000, "")]));
    let before = Instant::now();
    assert_eq!(socket.recv().await.unwrap(), None);
    assert_eq!(before.elapsed().as_secs(), 2);
    let closure = socket.closure().unwrap();
    assert!(closure.is_clean());
    assert_eq!(closure.transport, TransportEnd::LingerTimedOut);
}

#[tokio::test(start_paused = true)]
async fn a_budget_starts_when_the_close_is_seen_and_not_when_it_came() {
    let (mut socket, peer) = server_and_peer();
    peer.send(from_client(&[Frame::text("work"), Frame::close(1000, "")]));
    assert!(socket.recv().await.unwrap().is_some());
    // The application works for longer than any budget.
    tokio::time::advance(Duration::from_secs(60)).await;
    peer.take_only(0);
    socket.send(vec![7; 10]).await.unwrap();
    assert!(poll_times(5, socket.recv()).await.is_none());
    tokio::time::advance(Duration::from_secs(1)).await;
    peer.take_only(usize::MAX);
    peer.end();
    assert_eq!(socket.recv().await.unwrap(), None);
    let mut expected = from_server(&[Frame::binary([7; 10])]);
    expected.extend(from_server(&[Frame::close(1000, "")]));
    assert_eq!(peer.written(), expected);
}

#[tokio::test(start_paused = true)]
async fn a_reply_that_came_in_time_counts_however_late_it_is_received() {
    let (mut socket, peer) = server_and_peer();
    socket
        .start_close(CloseCode::NORMAL_CLOSURE, "")
        .await
        .unwrap();
    assert!(poll_times(2, socket.recv()).await.is_none());
    peer.send(from_client(&[Frame::text("late"), Frame::close(1000, "")]));
    peer.end();
    tokio::time::advance(Duration::from_secs(60)).await;
    let received = socket.recv().await.unwrap();
    assert_eq!(received, Some(Message::text("late")));
    assert_eq!(socket.recv().await.unwrap(), None);
    assert!(socket.closure().unwrap().received.is_some());
}

#[tokio::test(start_paused = true)]
async fn a_reset_and_an_end_without_a_close_are_1006_and_keep_what_came_before() {
    for kind in [None, Some(ErrorKind::ConnectionReset)] {
        let (mut socket, peer) = server_and_peer();
        peer.send(from_client(&[Frame::text("before"), Frame::ping("?")]));
        match kind {
            None => peer.end(),
            Some(kind) => peer.fail_reads(kind),
        }
        let (messages, is_error) = end_of(&mut socket).await;
        assert_eq!(messages, [Message::text("before")]);
        assert!(is_error);
        let closure = socket.closure().unwrap();
        assert_eq!(closure.code().get(), 1006);
        assert_eq!(closure.initiator, Initiator::Transport);
        let expected = kind.map_or(TransportEnd::Orderly, TransportEnd::Broken);
        assert_eq!(closure.transport, expected);
        assert_eq!(closure.sent, None);
    }
}

#[tokio::test(start_paused = true)]
async fn a_failed_write_does_not_lose_what_the_peer_had_sent() {
    let (mut socket, peer) = server_and_peer();
    peer.fail_writes(ErrorKind::BrokenPipe);
    peer.send(from_client(&[Frame::text("one")]));
    peer.send(from_client(&[
        Frame::text("two"),
        Frame::close(1000, "bye"),
    ]));
    let first = socket.recv().await.unwrap();
    assert_eq!(first, Some(Message::text("one")));
    // The peer is gone; this is accepted and lost, as the end will tell.
    socket.send("answer").await.unwrap();
    let refused = socket.send("another").await.unwrap_err();
    assert!(refused.is_closed(), "{refused}");
    assert_eq!(refused.to_string(), "the transport broke: broken pipe");
    assert!(socket.flush().await.unwrap_err().is_closed());
    let second = socket.recv().await.unwrap();
    assert_eq!(second, Some(Message::text("two")));
    // Its Close too, though ours cannot answer it.
    assert!(end_of(&mut socket).await.1);
    let closure = socket.closure().unwrap();
    assert_eq!((closure.code().get(), closure.reason()), (1000, "bye"));
    assert_eq!(
        closure.transport,
        TransportEnd::Broken(ErrorKind::BrokenPipe)
    );
}

#[tokio::test(start_paused = true)]
async fn a_failed_write_is_an_unclean_end_where_nothing_more_had_come() {
    let (mut socket, peer) = server_and_peer();
    peer.fail_writes(ErrorKind::BrokenPipe);
    socket.send("lost").await.unwrap();
    let before = Instant::now();
    let (messages, is_error) = end_of(&mut socket).await;
    assert!(messages.is_empty() && is_error);
    assert_eq!(before.elapsed(), Duration::ZERO);
    assert_eq!(
        socket.closure().unwrap().transport,
        TransportEnd::Broken(ErrorKind::BrokenPipe)
    );
}

#[tokio::test(start_paused = true)]
async fn a_write_that_fails_in_one_half_ends_the_wait_of_the_other() {
    let (socket, peer) = server_and_peer();
    let (mut sender, mut receiver) = socket.split();
    let receiving = tokio::spawn(async move { receiver.recv().await });
    settle().await;
    peer.fail_writes(ErrorKind::BrokenPipe);
    sender.send("lost").await.unwrap();
    settle().await;
    assert!(receiving.is_finished(), "it was woken");
    let end = receiving.await.unwrap().unwrap_err();
    assert_eq!(end.closure().unwrap().code().get(), 1006);
}

#[tokio::test(start_paused = true)]
async fn a_broken_rule_is_answered_with_its_code_and_told_as_an_error() {
    let (mut socket, peer) = server_and_peer();
    peer.send(from_server(&[Frame::text("not masked")]));
    let failing = tokio::spawn(async move { end_of(&mut socket).await });
    settle().await;
    let told = peer.written();
    assert_eq!(told[..4], [0x88, told[1], 0x03, 0xea]);
    assert!(peer.is_shut());
    peer.end();
    assert_eq!(failing.await.unwrap(), (vec![], true));
}

#[tokio::test(start_paused = true)]
async fn codes_that_are_not_ours_to_send_and_long_reasons_leave_the_connection_as_it_was() {
    let (mut client, peer) = client_and_peer();
    let restart = client.close(CloseCode::SERVICE_RESTART, "").await;
    assert!(restart.unwrap_err().misuse().is_some());
    let (mut server, _peer) = server_and_peer();
    let missing = server.close(CloseCode::MANDATORY_EXTENSION, "").await;
    assert!(missing.unwrap_err().misuse().is_some());
    let long = client
        .start_close(CloseCode::NORMAL_CLOSURE, &"x".repeat(124))
        .await;
    assert!(!long.unwrap_err().is_closed());
    assert_eq!(peer.written(), b"");
    client.send("still open").await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_second_close_is_refused_and_close_waits_for_the_end_of_the_first() {
    let (mut socket, peer) = server_and_peer();
    socket
        .start_close(CloseCode::GOING_AWAY, "first")
        .await
        .unwrap();
    let again = socket
        .start_close(CloseCode::NORMAL_CLOSURE, "second")
        .await;
    assert!(again.unwrap_err().is_closed());
    peer.send(from_client(&[Frame::close(1001, "")]));
    peer.end();
    let closure = socket
        .close(CloseCode::NORMAL_CLOSURE, "third")
        .await
        .unwrap();
    assert_eq!(closure.sent.unwrap().reason(), "first");
    let again = socket.close(CloseCode::NORMAL_CLOSURE, "").await.unwrap();
    assert!(again.is_clean(), "asked again, the end is the same");
}

#[tokio::test(start_paused = true)]
async fn a_sink_that_is_closed_sends_1000_after_what_it_was_fed() {
    use futures_util::SinkExt;
    let (mut socket, peer) = server_and_peer();
    socket.feed("fed".into()).await.unwrap();
    assert_eq!(peer.written(), b"", "not flushed yet");
    SinkExt::<Message>::close(&mut socket).await.unwrap();
    let expected = from_server(&[Frame::text("fed"), Frame::close(1000, "")]);
    assert_eq!(peer.written(), expected);
}

#[tokio::test(start_paused = true)]
async fn the_close_budget_can_be_set() {
    let mut config = Config::default();
    config.limits.close_budget = Duration::from_secs(3);
    let (mut socket, _peer) = server_with(&config);
    let before = Instant::now();
    socket.close(CloseCode::NORMAL_CLOSURE, "").await.unwrap();
    assert_eq!(before.elapsed().as_secs(), 3);
}

#[tokio::test(start_paused = true)]
async fn our_direction_is_ended_unless_the_transport_is_gone() {
    for (kind, ended) in [
        (ErrorKind::InvalidData, true),
        (ErrorKind::TimedOut, true),
        (ErrorKind::ConnectionReset, false),
        (ErrorKind::BrokenPipe, false),
    ] {
        let (mut socket, peer) = server_and_peer();
        peer.fail_reads(kind);
        socket.recv().await.unwrap_err();
        assert_eq!(peer.is_shut(), ended, "{kind}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_could_not_be_written_was_not_flushed_however_cleanly_the_peer_ended() {
    let (mut client, peer) = client_and_peer();
    peer.take_only(10);
    client.send(vec![7; 1_000]).await.unwrap();
    peer.send(from_server(&[Frame::close(1012, "restart")]));
    peer.fail_writes(ErrorKind::BrokenPipe);
    peer.end();
    while let Ok(Some(_)) = client.recv().await {}
    let error = client.flush().await.unwrap_err();
    assert_eq!(error.closure().unwrap().code().get(), 1012);
}

#[tokio::test(start_paused = true)]
async fn rfc6455_7_1_4_a_close_that_waited_behind_what_could_not_leave_was_not_said() {
    let faults: [fn(&Peer); 3] = [
        |peer| peer.fail_writes(ErrorKind::BrokenPipe),
        |peer| peer.fail_reads(ErrorKind::ConnectionReset),
        |peer| {
            peer.fail_writes(ErrorKind::ConnectionReset);
            peer.end();
        },
    ];
    for (number, fault) in faults.into_iter().enumerate() {
        for room in [10, usize::MAX] {
            let (mut server, peer) = server_and_peer();
            peer.take_only(room);
            server.send(vec![7; 1_000]).await.unwrap();
            peer.send(from_client(&[Frame::close(1001, "tab closed")]));
            assert!(poll_times(2, server.recv()).await.is_none());
            fault(&peer);
            peer.end();
            let (_, is_error) = end_of(&mut server).await;
            let closure = server.closure().unwrap();
            assert_eq!(closure.code().get(), 1001, "{number}");
            assert_eq!(is_error, room == 10, "{number}");
            assert_eq!(closure.sent.is_none(), room == 10, "{number}");
            assert_eq!(closure.unsent.is_some(), room == 10, "{number}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_close_that_the_transport_has_kept_back_was_not_said() {
    let (here, mut there) = tokio::io::duplex(4);
    let transport = tokio::io::BufWriter::new(here);
    let mut server = server_over(transport, &Config::default(), Chain::new());
    server
        .send("kept back, for there is room for 4 bytes")
        .await
        .unwrap();
    let close = from_client(&[Frame::close(1001, "")]);
    let (sent, told) = tokio::join!(there.write_all(&close), async {
        tokio::time::timeout(Duration::from_secs(1), server.recv()).await
    });
    sent.unwrap();
    assert!(told.is_err(), "the rest of its Close is to leave");
    drop(there);
    assert!(end_of(&mut server).await.1);
    assert_eq!(server.closure().unwrap().sent, None);
}
