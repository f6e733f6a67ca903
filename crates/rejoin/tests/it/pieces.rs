//! Large messages in pieces, without holding them whole.

use rejoin::proto::{Config, Misuse, ProtocolError};
use rejoin::{CloseCode, Compression, Error, Kind, Message, WebSocket};
use rejoin_testkit::random::Random;
use rejoin_testkit::wire::Frame;

use crate::sockets::{
    deflate_pair, from_client, from_server, pair, poll_times, server_and_peer, server_with, settle,
};

const PIECE: usize = 64 << 10;
const PIECES: usize = 1024;

/// What 64 MiB may cost at most on their way: a small part of them.
const MOST_HELD: usize = 3 << 20;

/// One piece of the large message: half of it compresses, half of it does not.
fn piece(number: usize) -> Vec<u8> {
    let mut bytes = Random::new(u64::try_from(number).unwrap()).bytes(PIECE / 2);
    bytes.resize(PIECE, 7);
    bytes
}

async fn send_large(socket: &mut WebSocket, compression: Compression) -> Result<(), Error> {
    let mut writer = socket.send_pieces(Kind::Binary).compression(compression);
    for number in 0..PIECES {
        writer.write(piece(number)).await?;
    }
    writer.finish().await?;
    // Sending waits at 1 MiB unsent; what it holds can only have sunk since its last wait.
    assert!(socket.held_bytes() < MOST_HELD, "{}", socket.held_bytes());
    Ok(())
}

async fn receive_large(socket: &mut WebSocket) -> Result<(), Error> {
    let mut reader = socket.recv_pieces().await?.unwrap();
    assert_eq!(reader.kind(), Kind::Binary);
    let (mut number, mut expected) = (0, Vec::new());
    while let Some(bytes) = reader.next().await? {
        assert!(bytes.len() <= PIECE, "{} bytes at once", bytes.len());
        let mut rest = &bytes[..];
        while !rest.is_empty() {
            if expected.is_empty() {
                expected = piece(number);
                number += 1;
            }
            let (now, later) = rest.split_at(rest.len().min(expected.len()));
            assert!(expected.starts_with(now), "piece {number} differs");
            expected.drain(..now.len());
            rest = later;
        }
    }
    assert_eq!((number, expected.len()), (PIECES, 0));
    assert!(socket.held_bytes() < MOST_HELD, "{}", socket.held_bytes());
    Ok(())
}

/// 64 MiB there and back, both ends never holding more than a small part.
async fn check_large((mut client, mut server): (WebSocket, WebSocket), how: Compression) {
    let serving = tokio::spawn(async move {
        receive_large(&mut server).await?;
        send_large(&mut server, how).await?;
        server.recv().await
    });
    send_large(&mut client, how).await.unwrap();
    receive_large(&mut client).await.unwrap();
    client.close(CloseCode::NORMAL_CLOSURE, "").await.unwrap();
    assert_eq!(serving.await.unwrap().unwrap(), None);
}

#[tokio::test(start_paused = true)]
async fn a_message_of_64_mib_goes_both_ways_in_pieces() {
    check_large(pair(PIECE), Compression::Auto).await;
}

#[tokio::test(start_paused = true)]
async fn a_message_of_64_mib_goes_both_ways_in_compressed_pieces() {
    check_large(deflate_pair(PIECE), Compression::Always).await;
}

#[tokio::test(start_paused = true)]
async fn a_reader_that_is_dropped_early_skips_the_rest_of_its_message() {
    for is_deflated in [false, true] {
        let (mut client, mut server) = if is_deflated {
            deflate_pair(1000)
        } else {
            pair(1000)
        };
        let sending = tokio::spawn(async move {
            for _ in 0..3 {
                client.send(vec![7; 100_000]).await?;
            }
            client.send("last").await?;
            client.recv().await
        });
        // Skipped by the next reader, by recv, and by dropping the reader before its first piece.
        let mut reader = server.recv_pieces().await.unwrap().unwrap();
        assert!(!reader.next().await.unwrap().unwrap().is_empty());
        drop(server.recv_pieces().await.unwrap().unwrap());
        let mut reader = server.recv_pieces().await.unwrap().unwrap();
        assert!(!reader.next().await.unwrap().unwrap().is_empty());
        let last = server.recv().await.unwrap();
        assert_eq!(last, Some(Message::text("last")));
        server
            .close(CloseCode::NORMAL_CLOSURE, "done")
            .await
            .unwrap();
        assert_eq!(sending.await.unwrap().unwrap(), None);
    }
}

#[tokio::test(start_paused = true)]
async fn a_dropped_reader_of_a_decompression_bomb_leaves_other_tasks_their_turn() {
    let (mut client, mut server) = deflate_pair(1 << 20);
    let mut writer = client.send_pieces(Kind::Binary);
    for _ in 0..512 {
        // 32 MiB of zeros, some 32 KiB on the wire.
        writer.write(vec![0; PIECE]).await.unwrap();
    }
    writer.finish().await.unwrap();
    client.send("after").await.unwrap();
    client.flush().await.unwrap();
    drop(server.recv_pieces().await.unwrap().unwrap());
    assert!(
        poll_times(1, server.recv()).await.is_none(),
        "one poll does not inflate all of it"
    );
    let after = server.recv().await.unwrap();
    assert_eq!(after, Some(Message::text("after")));
}

#[tokio::test(start_paused = true)]
async fn an_unfinished_message_can_only_be_followed_by_a_close() {
    let (mut socket, peer) = server_and_peer();
    socket.send_pieces(Kind::Text).write("begun").await.unwrap();
    let refused = socket.send("another").await.unwrap_err();
    assert_eq!(refused.misuse(), Some(Misuse::MessageInProgress));
    assert!(!refused.is_closed());
    // Another writer would complete what was never meant to be complete.
    let mut writer = socket.send_pieces(Kind::Text);
    let refused = writer.write("more").await.unwrap_err();
    assert_eq!(refused.misuse(), Some(Misuse::MessageInProgress));
    let refused = writer.finish().await.unwrap_err();
    assert_eq!(refused.misuse(), Some(Misuse::MessageInProgress));
    socket.ping().await.unwrap();
    socket
        .start_close(CloseCode::INTERNAL_ERROR, "cannot go on")
        .await
        .unwrap();
    let expected = from_server(&[
        Frame::text("begun").not_final(),
        Frame::ping([0; 4]),
        Frame::close(1011, "cannot go on"),
    ]);
    assert_eq!(peer.written(), expected);
    let refused = socket.send_pieces(Kind::Text).write("x").await.unwrap_err();
    assert!(refused.is_closed());
}

#[tokio::test(start_paused = true)]
async fn text_in_pieces_is_checked_and_may_be_cut_inside_a_character() {
    let (mut socket, peer) = server_and_peer();
    let mut writer = socket.send_pieces(Kind::Text);
    writer.write(&b"\xe2\x82"[..]).await.unwrap();
    let refused = writer.write(&b"\xff"[..]).await.unwrap_err();
    assert_eq!(refused.misuse(), Some(Misuse::NotUtf8));
    writer.write(&b""[..]).await.unwrap();
    writer.write(&b"\xac"[..]).await.unwrap();
    writer.finish().await.unwrap();
    let expected = from_server(&[
        Frame::text(*b"\xe2\x82").not_final(),
        Frame::continuation(*b"\xac").not_final(),
        Frame::continuation(""),
    ]);
    assert_eq!(peer.written(), expected);
    socket.send("the next one").await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_message_without_pieces_is_empty() {
    let (mut socket, peer) = server_and_peer();
    socket.send_pieces(Kind::Binary).finish().await.unwrap();
    assert_eq!(peer.written(), from_server(&[Frame::binary("")]));
    peer.send(from_client(&[Frame::binary("")]));
    let mut reader = socket.recv_pieces().await.unwrap().unwrap();
    assert_eq!(reader.next().await.unwrap(), None);
}

#[tokio::test(start_paused = true)]
async fn a_message_that_is_cut_off_is_not_taken_for_a_whole_one() {
    let begun = from_client(&[Frame::text("begun").not_final()]);
    let close = from_client(&[Frame::close(1000, "in the middle")]);
    for is_clean in [false, true] {
        let (mut socket, peer) = server_and_peer();
        peer.send(begun.clone());
        if is_clean {
            peer.send(close.clone());
        }
        peer.end();
        let mut reader = socket.recv_pieces().await.unwrap().unwrap();
        assert_eq!(reader.next().await.unwrap().unwrap(), "begun");
        let cut = reader.next().await.unwrap_err();
        assert_eq!(cut.closure().unwrap().is_clean(), is_clean);
        assert_eq!(reader.next().await.unwrap(), None, "it is told once");
        assert_eq!(socket.recv().await.unwrap(), None);
    }
}

#[tokio::test(start_paused = true)]
async fn text_that_arrives_in_pieces_is_validated_as_it_arrives() {
    let (mut socket, peer) = server_and_peer();
    peer.send(from_client(&[Frame::text(*b"ok \xe2\x82").not_final()]));
    let mut reader = socket.recv_pieces().await.unwrap().unwrap();
    assert_eq!(reader.next().await.unwrap().unwrap(), &b"ok \xe2\x82"[..]);
    peer.send(from_client(&[Frame::continuation("!")]));
    let failing = tokio::spawn(async move {
        let mut reader = socket.recv_pieces().await;
        reader.as_mut().map(|_| ()).unwrap_err().fault()
    });
    settle().await;
    let expected = from_server(&[Frame::close(1007, "text is not UTF-8")]);
    assert_eq!(peer.written(), expected);
    peer.end();
    let fault = failing.await.unwrap();
    assert_eq!(fault, Some(ProtocolError::InvalidUtf8));
}

#[tokio::test(start_paused = true)]
async fn the_limit_of_streamed_messages_holds() {
    let mut config = Config::default();
    config.limits.max_streamed_bytes = Some(10);
    let (mut socket, peer) = server_with(&config);
    peer.send(from_client(&[
        Frame::binary([7; 10]),
        Frame::binary([7; 6]).not_final(),
        Frame::continuation([7; 5]),
    ]));
    peer.end();
    let mut reader = socket.recv_pieces().await.unwrap().unwrap();
    assert_eq!(reader.next().await.unwrap().unwrap().len(), 10);
    assert_eq!(reader.next().await.unwrap(), None);
    let mut reader = socket.recv_pieces().await.unwrap().unwrap();
    assert_eq!(reader.next().await.unwrap().unwrap().len(), 6);
    let fault = reader.next().await.unwrap_err().fault();
    assert_eq!(fault, Some(ProtocolError::MessageTooLarge { limit: 10 }));
}
