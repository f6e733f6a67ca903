//! A sender that is faster than its peer: `send` waits, memory stays where it is.
//!
//! Run it with `cargo run --release -p rejoin --example backpressure`. A server sends 256 MiB to a
//! client that takes a break after every MiB. You will see how much the server has accepted, that
//! never much more than 1 MiB of it is unsent, and that it waits for the client nearly all the time.
#![expect(clippy::print_stdout, reason = "an example shows what happens")]

use core::time::Duration;
use std::time::Instant;

use rejoin::{CloseCode, Error, Kind, Server, WebSocket};
use tokio::time::sleep;

const PIECE: usize = 64 << 10;
const PIECES: usize = 4096;

/// Sends as fast as it can, which is as fast as the peer takes it.
async fn flood(mut socket: WebSocket) -> Result<(), Error> {
    let mut waited = Duration::ZERO;
    let mut most_unsent = 0;
    for number in 1..=PIECES {
        let before = Instant::now();
        socket.send(vec![0_u8; PIECE]).await?;
        waited += before.elapsed();
        most_unsent = most_unsent.max(socket.unsent_bytes());
        if number % 512 == 0 {
            let mib = (number * PIECE) >> 20;
            println!("accepted {mib} MiB, at most {most_unsent} bytes unsent, waited {waited:.1?}");
        }
    }
    // Everything accepted leaves before the Close.
    socket.close(CloseCode::NORMAL_CLOSURE, "all sent").await?;
    Ok(())
}

/// Takes a MiB at a time.
async fn sip(url: &str) -> Result<(), Box<dyn core::error::Error>> {
    let mut socket = rejoin::connect(url).await?;
    let (mut total, mut since_break) = (0, 0);
    while let Some(message) = socket.recv().await? {
        assert_eq!(message.kind(), Kind::Binary);
        total += message.len();
        since_break += message.len();
        if since_break >= 1 << 20 {
            since_break = 0;
            sleep(Duration::from_millis(20)).await;
        }
    }
    println!("received {} MiB", total >> 20);
    if let Some(closure) = socket.closure() {
        println!("{closure}");
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn core::error::Error>> {
    // Compression would make nothing of the zeros.
    let server = Server::builder()
        .extensions(rejoin::Extensions::new())
        .bind("127.0.0.1:0")
        .await?;
    let url = format!("ws://{}/", server.local_addr()?);
    tokio::spawn(server.serve(|socket, _request| flood(socket)));
    sip(&url).await
}
