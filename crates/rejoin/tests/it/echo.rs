//! The idiomatic loop, end to end over a pipe in memory.

use std::sync::Arc;

use bytes::BytesMut;
use rejoin::{CloseCode, Message, WebSocket};
use rejoin_proto::extension::Chain;
use rejoin_proto::{Config, Connection};

fn pair(bytes: usize) -> (WebSocket, WebSocket) {
    let (client, server) = tokio::io::duplex(bytes);
    let now = tokio::time::Instant::now().into_std();
    let config = Arc::new(Config::default());
    let keys = || [0x12, 0x34, 0x56, 0x78];
    (
        WebSocket::from_parts(
            client,
            Connection::client(&config, Chain::new(), keys, now),
            BytesMut::new(),
        ),
        WebSocket::from_parts(
            server,
            Connection::server(&config, Chain::new(), now),
            BytesMut::new(),
        ),
    )
}

#[tokio::test(start_paused = true)]
async fn messages_come_back_in_order_and_the_close_is_clean_on_both_sides() {
    let (mut client, mut server) = pair(1 << 16);
    let echo = tokio::spawn(async move {
        while let Some(message) = server.recv().await? {
            server.send(message).await?;
        }
        Ok::<_, rejoin::Error>(server.closure().unwrap())
    });
    for size in [0_usize, 1, 125, 126, 65_535, 65_536, 1 << 20] {
        let message = Message::binary(vec![7; size]);
        client.send(message.clone()).await.unwrap();
        assert_eq!(client.recv().await.unwrap(), Some(message));
    }
    let ours = client
        .close(CloseCode::NORMAL_CLOSURE, "done")
        .await
        .unwrap();
    let theirs = echo.await.unwrap().unwrap();
    assert!(ours.is_clean() && theirs.is_clean());
    assert_eq!(theirs.code().get(), 1000);
    assert_eq!(theirs.reason(), "done");
}
