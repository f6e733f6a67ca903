//! A peer that stops reading for good.

use core::time::Duration;

use rejoin::Message;
use rejoin::proto::TransportEnd;
use tokio::time::Instant;

use crate::sockets::pair;

#[tokio::test(start_paused = true)]
async fn a_peer_that_stops_reading_is_given_up_although_more_of_it_waits_to_be_received() {
    let (mut client, mut server) = pair(4096);
    // Two messages in one read: the second one waits while the first is being answered.
    client.send("first").await.unwrap();
    client.send("second").await.unwrap();
    let start = Instant::now();
    let answering = tokio::spawn(async move {
        server.recv().await.unwrap();
        let answer = Message::binary(vec![0; 300_000]);
        loop {
            if let Err(error) = server.send(answer.clone()).await {
                return error;
            }
        }
    });
    // The client stays, and does nothing.
    let error = answering.await.unwrap();
    assert!(error.is_timeout(), "{error}");
    let closure = error.closure().unwrap();
    assert_eq!(closure.transport, TransportEnd::SendTimedOut);
    let waited = start.elapsed();
    assert!(waited >= Duration::from_secs(60), "{waited:?}");
    assert!(waited < Duration::from_secs(62), "{waited:?}");
    drop(client);
}
