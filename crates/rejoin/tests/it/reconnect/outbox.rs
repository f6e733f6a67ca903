//! Messages across connections: kept, in order, once, and what is lost is told.

use core::time::Duration;

use rejoin::reconnect::{Event, OutboxLimits, Overflow, ReconnectingSocket};
use rejoin::{CloseCode, Message, WebSocket};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::Instant;

use super::{Site, line};
use crate::client_peer::{read_request, switching, unmask};

async fn receive(server: &mut WebSocket, count: usize) -> Vec<String> {
    let mut received = Vec::new();
    for _ in 0..count {
        let message = server.recv().await.unwrap().unwrap();
        received.push(message.as_text().unwrap().to_owned());
    }
    received
}

/// Drives the socket for ever; for what happens beside it.
async fn drive(socket: &mut ReconnectingSocket) -> ! {
    loop {
        socket.next().await;
    }
}

macro_rules! while_driven {
    ($socket:expr, $work:expr) => {
        tokio::select! {
            output = $work => output,
            _ = drive($socket) => unreachable!("it drives for ever"),
        }
    };
}

#[tokio::test(start_paused = true)]
async fn what_waits_survives_a_reconnect_in_order() {
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect.start();
    socket.try_send("1").unwrap();
    socket.try_send("2").unwrap();
    let mut server = while_driven!(&mut socket, site.accept());
    assert_eq!(
        while_driven!(&mut socket, receive(&mut server, 2)),
        ["1", "2"]
    );

    let closing = tokio::spawn(async move { server.close(CloseCode::SERVICE_RESTART, "").await });
    let closed = line(&mut socket).await;
    assert_eq!(closed, "closed 1012: 2 handed over, 0 in doubt, 0 kept");
    closing.await.unwrap().unwrap();
    line(&mut socket).await;

    let sender = socket.sender();
    sender.send("3").await.unwrap();
    socket.try_send("4").unwrap();
    assert_eq!((sender.waiting_messages(), sender.waiting_bytes()), (2, 2));
    let mut server = while_driven!(&mut socket, site.accept());
    sender.send("5").await.unwrap();
    assert_eq!(
        while_driven!(&mut socket, receive(&mut server, 3)),
        ["3", "4", "5"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_message_sent_by_another_task_wakes_the_one_that_drives() {
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect.start();
    let (mut server, _) = tokio::join!(site.accept(), line(&mut socket));
    let sender = socket.sender();
    let driving = tokio::spawn(async move { drive(&mut socket).await });
    for text in ["one", "two"] {
        tokio::time::sleep(Duration::from_secs(1)).await;
        sender.send(text).await.unwrap();
        assert_eq!(receive(&mut server, 1).await, [text]);
    }
    driving.abort();
}

#[tokio::test(start_paused = true)]
async fn a_thousand_messages_leave_though_nothing_comes_in() {
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect.start();
    let (mut server, _) = tokio::join!(site.accept(), line(&mut socket));
    for _ in 0..1_000 {
        socket.try_send("x").unwrap();
    }
    // In a task of its own, so that only what it waits for wakes it.
    let driving = tokio::spawn(async move { drive(&mut socket).await });
    let start = Instant::now();
    assert_eq!(receive(&mut server, 1_000).await.len(), 1_000);
    assert_eq!(start.elapsed(), Duration::ZERO, "no timer had to wake it");
    driving.abort();
}

#[tokio::test(start_paused = true)]
async fn what_was_on_its_way_is_in_doubt_and_sent_by_nobody_again() {
    // A pipe that holds little, and a server that reads the handshake and no more.
    let (mut site, reconnect) = Site::with_pipe(512);
    let mut socket = reconnect.start();
    for number in 0..3_u8 {
        socket.try_send(vec![number; 40_000]).unwrap();
    }
    let opening = async {
        let (_, mut transport) = site.arrival().await;
        let request = read_request(&mut transport).await;
        let answer = switching(&request, "");
        transport.write_all(answer.as_bytes()).await.unwrap();
        transport
    };
    let (mut transport, opened) = tokio::join!(opening, line(&mut socket));
    assert_eq!(opened, "open, attempt 0");
    let mut start = [0; 100];
    while_driven!(&mut socket, transport.read_exact(&mut start)).unwrap();
    drop(transport);

    match socket.next().await {
        Some(Event::Closed(closed)) => {
            assert_eq!((closed.handed_over, closed.kept), (0, 2));
            let in_doubt: Vec<u8> = closed.in_doubt.iter().map(|m| m.as_bytes()[0]).collect();
            assert_eq!(in_doubt, [0]);
        }
        other => panic!("{other:?}"),
    }
    let mut server = while_driven!(&mut socket, site.accept());
    for number in [1, 2] {
        let kept = while_driven!(&mut socket, server.recv()).unwrap().unwrap();
        assert_eq!(kept.as_bytes(), vec![number; 40_000]);
    }
    socket.try_send("new").unwrap();
    assert_eq!(while_driven!(&mut socket, receive(&mut server, 1)), ["new"]);
}

/// Receives up to so many numbers; whether the connection still stands.
async fn receive_numbers(server: &mut WebSocket, most: usize, numbers: &mut Vec<u32>) -> bool {
    for _ in 0..most {
        let Ok(Some(message)) = server.recv().await else {
            return false;
        };
        numbers.push(message.as_text().unwrap().parse().unwrap());
    }
    true
}

#[tokio::test(start_paused = true)]
async fn every_message_arrives_once_and_in_order_over_many_restarts() {
    const MESSAGES: u32 = 500;
    let (mut site, reconnect) = Site::with_pipe(300);
    let mut socket = reconnect.start();
    let sender = socket.sender();
    let sending = tokio::spawn(async move {
        for number in 0..MESSAGES {
            sender.send(number.to_string()).await.unwrap();
            if number % 7 == 0 {
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
    });
    let serving = tokio::spawn(async move {
        let (mut numbers, mut restarts) = (Vec::new(), 0);
        while numbers.len() < MESSAGES as usize {
            let mut server = site.accept().await;
            if receive_numbers(&mut server, 40, &mut numbers).await {
                // What was sent before the client saw the Close still arrives.
                server
                    .start_close(CloseCode::SERVICE_RESTART, "")
                    .await
                    .unwrap();
                while receive_numbers(&mut server, 1, &mut numbers).await {}
                assert!(server.closure().unwrap().is_clean());
            }
            restarts += 1;
        }
        (numbers, restarts)
    });
    let driving = tokio::spawn(async move {
        while let Some(event) = socket.next().await {
            if let Event::Closed(closed) = event {
                assert!(closed.in_doubt.is_empty(), "{closed:?}");
            }
        }
    });
    sending.await.unwrap();
    let (numbers, restarts) = serving.await.unwrap();
    driving.abort();
    assert!(numbers.iter().copied().eq(0..MESSAGES), "{numbers:?}");
    assert!(restarts > 4, "{restarts}");
}

#[tokio::test(start_paused = true)]
async fn no_message_comes_twice_over_many_cuts_and_those_that_may_be_lost_are_told() {
    const MESSAGES: u32 = 300;
    let (mut site, reconnect) = Site::with_pipe(300);
    let mut socket = reconnect.start();
    for number in 0..MESSAGES {
        socket.try_send(number.to_string()).unwrap();
    }
    let serving = async {
        let (mut numbers, mut cuts) = (Vec::new(), 0);
        while let Some((_, mut transport)) = site.incoming.recv().await {
            let request = read_request(&mut transport).await;
            let answer = switching(&request, "");
            transport.write_all(answer.as_bytes()).await.unwrap();
            for _ in 0..10 {
                let mut head = [0; 2];
                transport.read_exact(&mut head).await.unwrap();
                let mut frame = vec![0; 4 + usize::from(head[1] & 0x7f)];
                transport.read_exact(&mut frame).await.unwrap();
                let (opcode, payload) = unmask(&[&head[..], &frame].concat());
                assert_eq!(opcode, 0x81);
                numbers.push(String::from_utf8(payload).unwrap().parse::<u32>().unwrap());
            }
            // In the middle of a frame.
            transport.read_exact(&mut [0; 3]).await.unwrap();
            cuts += 1;
        }
        (numbers, cuts)
    };
    let driving = async move {
        let (mut in_doubt, mut handed_over) = (Vec::new(), 0);
        loop {
            if let Some(Event::Closed(closed)) = socket.next().await {
                let numbers = closed
                    .in_doubt
                    .iter()
                    .map(|message| message.as_text().unwrap());
                in_doubt.extend(numbers.map(|text| text.parse::<u32>().unwrap()));
                handed_over += closed.handed_over;
                if closed.kept == 0 {
                    return (in_doubt, handed_over);
                }
            }
        }
    };
    let ((received, cuts), (in_doubt, handed_over)) = tokio::join!(serving, driving);
    assert_eq!(cuts, 5, "64 messages are on their way at a time");
    assert!(
        received.is_sorted_by(|one, next| one < next),
        "{received:?}"
    );
    assert_eq!(received.len(), 50);
    assert!(
        in_doubt.iter().copied().eq(0..MESSAGES),
        "all that may be lost were told, once"
    );
    assert_eq!(handed_over, 0);
}

#[tokio::test(start_paused = true)]
async fn a_full_outbox_drops_the_oldest_and_says_so() {
    let (site, reconnect) = Site::new();
    site.set_down(true);
    let mut limits = OutboxLimits::default();
    limits.max_messages = 2;
    limits.overflow = Overflow::DropOldest;
    let mut socket = reconnect.outbox(limits).start();
    line(&mut socket).await;
    for text in ["a", "bb", "ccc", "dddd"] {
        socket.try_send(text).unwrap();
    }
    assert_eq!(line(&mut socket).await, "dropped 2, 3 bytes");
    socket.close(CloseCode::NORMAL_CLOSURE, "").unwrap();
    match socket.next().await {
        Some(Event::GaveUp(end)) => {
            assert_eq!(end.unsent, [Message::text("ccc"), Message::text("dddd")]);
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_waits_for_room_is_told_when_the_socket_is_dropped() {
    let (_site, reconnect) = Site::new();
    let mut limits = OutboxLimits::default();
    limits.max_messages = 1;
    let socket = reconnect.outbox(limits).start();
    let sender = socket.sender();
    sender.send("first").await.unwrap();
    let waiting = tokio::spawn({
        let sender = sender.clone();
        async move { sender.send("second").await }
    });
    tokio::task::yield_now().await;
    drop(socket);
    let error = waiting.await.unwrap().unwrap_err();
    assert!(error.is_over());
    assert_eq!(error.into_message(), Message::text("second"));
    assert!(sender.try_send("third").unwrap_err().is_over());
}
