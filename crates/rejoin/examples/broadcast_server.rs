//! Every message to everybody, each encoded once however many listen.
//!
//! Run it with `cargo run -p rejoin --example broadcast_server` and connect from several terminals
//! with `cargo run -- connect ws://127.0.0.1:9001`. Lines appear in all terminals, the sender's too;
//! the server says how many have got them. Whoever does not keep up is closed with 1013.
#![expect(clippy::print_stdout, reason = "an example shows what happens")]

use rejoin::{Broadcast, CloseCode, CloseFrame, Error, Lag, Server, WebSocket};

/// How many bytes may wait for a listener before it is too slow.
const PATIENCE_BYTES: usize = 256 << 10;

async fn listen_and_tell(mut socket: WebSocket, everybody: Broadcast) -> Result<(), Error> {
    // Leaves when the handler ends.
    let _member = everybody.join(&socket);
    while let Some(message) = socket.recv().await? {
        // Awaited, so that a client that talks without end gets its next word in only when all have
        // heard the last.
        let sent = everybody.send(message).await;
        println!("{} have it, {} do not", sent.reached, sent.missed());
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn core::error::Error>> {
    let too_slow = CloseFrame::new(CloseCode::TRY_AGAIN_LATER, "too slow")?;
    let everybody = Broadcast::builder()
        .max_unsent_bytes(PATIENCE_BYTES)
        .lag(Lag::Close(too_slow))
        .build();
    let server = Server::builder().bind("127.0.0.1:9001").await?;
    println!("listening on ws://{}", server.local_addr()?);
    server
        .serve(move |socket, _request| listen_and_tell(socket, everybody.clone()))
        .await?;
    Ok(())
}
