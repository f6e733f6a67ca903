//! When bytes leave: many frames from one read, many answers in one write, none left lying.

use core::future::pending;

use futures_util::StreamExt;
use rejoin::{Acceptor, Error, WebSocket};
use rejoin_testkit::wire::Frame;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::scripted::Peer;
use crate::sockets::{from_client, from_server, server_and_peer, settle};

fn numbered(count: u8) -> Vec<Frame> {
    (0..count)
        .map(|number| Frame::text(format!("message {number}")))
        .collect()
}

async fn echo(mut socket: WebSocket) -> Result<(), Error> {
    while let Some(message) = socket.recv().await? {
        socket.send(message).await?;
    }
    Ok(())
}

/// Has 64 messages arrive in one read and checks that one read and one write were enough.
async fn check_one_read_and_one_write(peer: &Peer) {
    let messages = numbered(64);
    for round in 1..=3 {
        peer.send(from_client(&messages));
        settle().await;
        let answers = from_server(&messages);
        assert_eq!(peer.reads_with_data(), round);
        assert_eq!(peer.writes(), [answers.len()]);
        assert_eq!(peer.written(), answers);
    }
}

#[tokio::test(start_paused = true)]
async fn answers_to_messages_of_one_read_leave_in_one_write_in_a_task() {
    let (socket, peer) = server_and_peer();
    tokio::spawn(echo(socket));
    check_one_read_and_one_write(&peer).await;
}

#[tokio::test(start_paused = true)]
async fn answers_to_messages_of_one_read_leave_in_one_write_when_a_stream_is_forwarded() {
    let (socket, peer) = server_and_peer();
    let (sender, receiver) = socket.split();
    tokio::spawn(receiver.forward(sender));
    check_one_read_and_one_write(&peer).await;
}

#[tokio::test(start_paused = true)]
async fn large_answers_leave_in_one_vectored_write() {
    let (socket, peer) = server_and_peer();
    tokio::spawn(echo(socket));
    let messages: Vec<_> = (0..8).map(|byte| Frame::binary(vec![byte; 5000])).collect();
    peer.send(from_client(&messages));
    settle().await;
    let answers = from_server(&messages);
    assert_eq!(peer.reads_with_data(), 1);
    assert_eq!(peer.writes(), [answers.len()]);
    assert_eq!(peer.written(), answers);
}

/// Answers the first message, then waits for what never comes.
async fn answer_once_and_wait(mut socket: WebSocket) -> Result<(), Error> {
    if let Some(message) = socket.recv().await? {
        socket.send(message).await?;
    }
    pending().await
}

#[tokio::test(start_paused = true)]
async fn an_answer_leaves_while_the_task_waits_for_what_never_comes() {
    let (socket, peer) = server_and_peer();
    tokio::spawn(answer_once_and_wait(socket));
    peer.send(from_client(&numbered(2)));
    settle().await;
    assert_eq!(peer.written(), from_server(&numbered(1)));
}

#[tokio::test(start_paused = true)]
async fn an_answer_leaves_while_a_forwarded_stream_waits_for_what_never_comes() {
    let (socket, peer) = server_and_peer();
    let (sender, receiver) = socket.split();
    let mut first = true;
    let answers = receiver.then(move |message| {
        let go_on = core::mem::take(&mut first);
        async move {
            if !go_on {
                pending::<()>().await;
            }
            message
        }
    });
    tokio::spawn(answers.forward(sender));
    peer.send(from_client(&numbered(2)));
    settle().await;
    assert_eq!(peer.written(), from_server(&numbered(1)));
}

#[tokio::test(start_paused = true)]
async fn a_pong_leaves_while_the_application_works_on_the_message_behind_the_ping() {
    let (mut socket, peer) = server_and_peer();
    peer.send(from_client(&[Frame::ping("?"), Frame::text("work")]));
    let _work = socket.recv().await.unwrap();
    settle().await;
    assert_eq!(peer.written(), from_server(&[Frame::pong("?")]));
}

#[tokio::test(start_paused = true)]
async fn a_message_after_a_wait_for_something_else_leaves_at_once() {
    let (mut socket, peer) = server_and_peer();
    let (go, wait) = tokio::sync::oneshot::channel::<()>();
    tokio::spawn(async move {
        let _ = socket.recv().await?;
        let _ = wait.await;
        socket.send("late").await?;
        pending::<Result<(), Error>>().await
    });
    // A second message and a half of a third wait to be received all the time.
    let mut bytes = from_client(&numbered(3));
    bytes.truncate(bytes.len() - 4);
    peer.send(bytes);
    settle().await;
    assert_eq!(peer.written(), b"");
    go.send(()).unwrap();
    settle().await;
    assert_eq!(peer.written(), from_server(&[Frame::text("late")]));
}

#[tokio::test(start_paused = true)]
async fn the_reply_to_a_close_leaves_after_the_answers_and_in_the_same_write() {
    let (socket, peer) = server_and_peer();
    tokio::spawn(echo(socket));
    let mut conversation = numbered(5);
    conversation.push(Frame::close(1000, "done"));
    peer.send(from_client(&conversation));
    settle().await;
    let answers = from_server(&conversation);
    assert_eq!(peer.writes(), [answers.len()]);
    assert_eq!(peer.written(), answers);
    assert!(peer.is_shut(), "a server ends the transport first");
}

#[tokio::test(start_paused = true)]
async fn more_than_a_quarter_of_a_mebibyte_does_not_gather() {
    let (mut socket, peer) = server_and_peer();
    tokio::spawn(async move {
        for _ in 0..4 {
            let _ = socket.recv().await?;
            socket.send(vec![7_u8; 160 << 10]).await?;
        }
        pending::<Result<(), Error>>().await
    });
    peer.send(from_client(&numbered(5)));
    settle().await;
    let frame = from_server(&[Frame::binary(vec![7_u8; 160 << 10])]).len();
    // The second one passes 256 KiB and takes the first one along.
    assert_eq!(peer.writes(), [2 * frame, 2 * frame]);
}

#[tokio::test(start_paused = true)]
async fn gathered_answers_leave_when_a_task_of_several_threads_waits() {
    // The flush that was arranged may run on another thread; nothing may get lost or overtaken.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    let (client, server) = tokio::io::duplex(1 << 10);
    let answering = runtime.spawn(async move {
        let config = rejoin::proto::Config::default();
        echo(crate::sockets::server_over(
            server,
            &config,
            rejoin::extension::Chain::new(),
        ))
        .await
    });
    let (mut reading, mut writing) = tokio::io::split(client);
    let messages = numbered(200);
    let mut conversation = messages.clone();
    conversation.push(Frame::close(1000, ""));
    let questions = from_client(&conversation);
    let asking = tokio::spawn(async move { writing.write_all(&questions).await });
    let mut answers = Vec::new();
    reading.read_to_end(&mut answers).await.unwrap();
    asking.await.unwrap().unwrap();
    assert_eq!(answers, from_server(&conversation));
    drop(reading);
    answering.await.unwrap().unwrap();
    runtime.shutdown_background();
}

#[tokio::test(start_paused = true)]
async fn frames_that_came_with_the_request_are_answered_in_one_write() {
    let (transport, peer) = crate::scripted::scripted();
    let mut head = b"GET / HTTP/1.1\r\nHost: a.example\r\nUpgrade: websocket\r\n\
        Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        .to_vec();
    head.extend(from_client(&numbered(3)));
    peer.send(head);
    let incoming = Acceptor::default().receive(transport).await.unwrap();
    let accepted = incoming.accept().await.unwrap();
    let answer = peer.written();
    assert!(answer.starts_with(b"HTTP/1.1 101 "), "{answer:?}");
    peer.writes();
    tokio::spawn(echo(accepted.socket));
    settle().await;
    let answers = from_server(&numbered(3));
    assert_eq!(peer.writes(), [answers.len()]);
    assert_eq!(peer.written(), answers);
}
