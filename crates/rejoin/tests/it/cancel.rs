//! Cancel safety: every operation dropped at every await, and nothing is lost, doubled or swapped.
//!
//! Both ends run on pipes that hold a few bytes, so that every operation waits many times. A future
//! is polled a number of times that differs from round to round, then dropped, and made anew.

use rejoin::{CloseCode, Compression, Error, Kind, Message, WebSocket};
use rejoin_testkit::random::Random;
use rejoin_testkit::wire::Frame;
use tokio::task::yield_now;

use crate::sockets::{deflate_pair, from_client, pair, poll_times, server_and_peer, settle};

/// Calls `attempt` until one of its futures returns before it is dropped. Each is polled once more
/// than the one before, from `first` on.
macro_rules! until_done {
    ($first:expr, $attempt:expr) => {{
        let mut times = $first;
        loop {
            if let Some(output) = poll_times(times, $attempt).await {
                break output;
            }
            times += 1;
        }
    }};
}

fn messages() -> Vec<Message> {
    let mut random = Random::new(7);
    let sizes = [0, 1, 5, 125, 126, 127, 300, 1000, 4096, 5000];
    let of_size = |(number, size): (usize, &usize)| {
        if number % 2 == 0 {
            Message::binary(random.bytes(*size))
        } else {
            Message::text("ä".repeat(*size))
        }
    };
    sizes.iter().enumerate().map(of_size).collect()
}

/// Receives all, dropping every future once at least.
async fn receive_all(mut socket: WebSocket, first: usize) -> Result<Vec<Message>, Error> {
    let mut received = Vec::new();
    while let Some(message) = until_done!(first, socket.recv())? {
        received.push(message);
    }
    assert!(socket.closure().unwrap().is_clean());
    Ok(received)
}

async fn send_all(mut socket: WebSocket, first: usize) -> Result<(), Error> {
    for message in messages() {
        until_done!(first, socket.send(message.clone()))?;
        until_done!(first, socket.ping())?;
        until_done!(first, socket.flush())?;
    }
    until_done!(first, socket.close(CloseCode::NORMAL_CLOSURE, "all sent"))?;
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn recv_send_ping_flush_and_close_lose_and_double_nothing_wherever_they_are_dropped() {
    for (capacity, first) in [(1, 0), (1, 1), (3, 2), (7, 3), (64, 0), (64, 1), (1000, 5)] {
        for is_deflated in [false, true] {
            let (client, server) = if is_deflated {
                deflate_pair(capacity)
            } else {
                pair(capacity)
            };
            let sending = tokio::spawn(send_all(client, first));
            let received = receive_all(server, first).await.unwrap();
            assert_eq!(received, messages(), "{capacity} bytes, from {first} polls");
            sending.await.unwrap().unwrap();
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_echo_loop_over_select_that_drops_recv_all_the_time_keeps_order() {
    let (mut client, mut server) = pair(5);
    let echo = tokio::spawn(async move {
        let mut dropped = 0;
        loop {
            let received = tokio::select! {
                biased;
                received = server.recv() => received?,
                () = yield_now() => {
                    dropped += 1;
                    continue;
                }
            };
            let Some(message) = received else {
                return Ok::<_, Error>(dropped);
            };
            server.send(message).await?;
        }
    });
    for message in messages() {
        client.send(message.clone()).await.unwrap();
        assert_eq!(client.recv().await.unwrap(), Some(message));
    }
    client.close(CloseCode::NORMAL_CLOSURE, "").await.unwrap();
    assert!(echo.await.unwrap().unwrap() > 100, "recv was dropped often");
}

#[tokio::test(start_paused = true)]
async fn a_send_that_is_dropped_while_it_waits_for_room_has_sent_nothing() {
    let (mut socket, peer) = server_and_peer();
    peer.take_only(0);
    let large = vec![1_u8; 1 << 20];
    socket.send(large.clone()).await.unwrap();
    for times in 1..5 {
        assert!(
            poll_times(times, socket.send("never")).await.is_none(),
            "there is no room"
        );
    }
    peer.take_only(usize::MAX);
    socket.send("last").await.unwrap();
    settle().await;
    let mut expected = crate::sockets::from_server(&[Frame::binary(large)]);
    expected.extend(crate::sockets::from_server(&[Frame::text("last")]));
    assert!(
        peer.written() == expected,
        "one large message, then the last"
    );
}

/// Receives one message in pieces, dropping every future once at least.
async fn collect_pieces(socket: &mut WebSocket, first: usize) -> Result<Option<Message>, Error> {
    let mut times = first;
    let mut reader = loop {
        match poll_times(times, socket.recv_pieces()).await {
            None => times += 1,
            Some(Ok(None)) => return Ok(None),
            Some(Ok(Some(reader))) => break reader,
            Some(Err(error)) => return Err(error),
        }
    };
    let kind = reader.kind();
    let mut whole = Vec::new();
    while let Some(piece) = until_done!(first, reader.next())? {
        whole.extend_from_slice(&piece);
    }
    Ok(Some(match kind {
        Kind::Text => Message::text(String::from_utf8(whole).unwrap()),
        Kind::Binary => Message::binary(whole),
    }))
}

/// Sends each message in pieces of 50 bytes, dropping every future once at least.
async fn send_in_pieces(mut socket: WebSocket, first: usize) -> Result<(), Error> {
    for message in messages() {
        let mut writer = socket
            .send_pieces(message.kind())
            .compression(Compression::Always);
        for piece in message.as_bytes().chunks(50) {
            until_done!(first, writer.write(piece.to_vec()))?;
        }
        // It needs no room, so that it is done with the first poll.
        poll_times(1, writer.finish()).await.unwrap()?;
    }
    until_done!(first, socket.close(CloseCode::NORMAL_CLOSURE, ""))?;
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn pieces_lose_and_double_nothing_wherever_they_are_dropped() {
    for (capacity, first) in [(1, 0), (3, 1), (7, 2), (64, 0), (1000, 1)] {
        for is_deflated in [false, true] {
            let (client, mut server) = if is_deflated {
                deflate_pair(capacity)
            } else {
                pair(capacity)
            };
            let sending = tokio::spawn(send_in_pieces(client, first));
            let mut received = Vec::new();
            while let Some(message) = collect_pieces(&mut server, first).await.unwrap() {
                received.push(message);
            }
            assert_eq!(received, messages(), "{capacity} bytes, from {first} polls");
            sending.await.unwrap().unwrap();
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_message_is_received_whichever_way_it_was_waited_for_before() {
    let bytes = from_client(&[Frame::text("whole"), Frame::text("after")]);
    let first_frame = from_client(&[Frame::text("whole")]).len();
    // Waited for in one way until that many bytes are here, then received in the other.
    for cut in 0..first_frame {
        for in_pieces_first in [false, true] {
            let (mut socket, peer) = server_and_peer();
            if cut > 0 {
                peer.send(&bytes[..cut]);
            }
            let payload_here = cut.saturating_sub(first_frame - "whole".len());
            if in_pieces_first && payload_here > 0 {
                // The first piece would be handed out.
                continue;
            }
            if in_pieces_first {
                assert!(poll_times(2, socket.recv_pieces()).await.is_none());
            } else {
                assert!(poll_times(2, socket.recv()).await.is_none());
            }
            peer.send(&bytes[cut..]);
            let received = if in_pieces_first {
                socket.recv().await.unwrap()
            } else {
                collect_pieces(&mut socket, 1).await.unwrap()
            };
            assert_eq!(received, Some(Message::text("whole")), "cut at {cut}");
            let after = socket.recv().await.unwrap();
            assert_eq!(after, Some(Message::text("after")), "cut at {cut}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_close_that_is_dropped_after_its_first_poll_goes_on_with_recv() {
    let (mut client, mut server) = pair(1000);
    server.send("before").await.unwrap();
    assert!(
        poll_times(1, client.close(CloseCode::NORMAL_CLOSURE, "bye"))
            .await
            .is_none()
    );
    let serving = tokio::spawn(async move {
        let end = server.recv().await;
        (end, server.closure())
    });
    while client.recv().await.unwrap().is_some() {}
    let (end, closure) = serving.await.unwrap();
    assert_eq!(end.unwrap(), None);
    assert_eq!(closure.unwrap().reason(), "bye");
    assert!(client.closure().unwrap().is_clean());
}
