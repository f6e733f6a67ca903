//! An echo server in a dozen lines.
//!
//! Run it with `cargo run -p rejoin --example echo_server` and connect to it with
//! `cargo run -- connect ws://127.0.0.1:9001`: every line comes back.

use core::error::Error;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = rejoin::Server::builder().bind("127.0.0.1:9001").await?;
    server
        .serve(|mut socket, _request| async move {
            while let Some(message) = socket.recv().await? {
                socket.send(message).await?;
            }
            Ok::<_, rejoin::Error>(())
        })
        .await?;
    Ok(())
}
