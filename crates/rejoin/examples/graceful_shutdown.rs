//! A server that says goodbye: on Ctrl-C it closes every connection with 1001 and waits for them.
//!
//! Run it with `cargo run -p rejoin --example graceful_shutdown`, connect a few times with
//! `cargo run -- connect ws://127.0.0.1:9001`, then press Ctrl-C in the server: every client says
//! that the server is going away, and the server exits when the last of them is gone, or after
//! 12 seconds.
#![expect(clippy::print_stdout, reason = "an example shows what happens")]

use rejoin::{Error, Server, ServerEvent};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let server = Server::builder()
        // Called for every connection, whatever its handler does.
        .observe(|event| match event {
            ServerEvent::Opened { peer, .. } => println!("{peer} opened"),
            ServerEvent::Closed { peer, closure, .. } => println!("{peer} {closure}"),
            ServerEvent::Refused { peer, refusal, .. } => println!("{peer} refused: {refusal}"),
            ServerEvent::Failed { peer, error, .. } => println!("{peer} failed: {error}"),
            ServerEvent::Answered { .. } | _ => {}
        })
        .bind("127.0.0.1:9001")
        .await?;
    println!("listening on ws://{}", server.local_addr()?);
    let handler = |mut socket: rejoin::WebSocket, _request| async move {
        while let Some(message) = socket.recv().await? {
            socket.send(message).await?;
        }
        // After the goodbye, `recv` has returned `None`: time to put things away.
        Ok::<_, Error>(())
    };
    let shutdown = async {
        // Without a way to hear of Ctrl-C, there is nothing to wait for.
        let _ = tokio::signal::ctrl_c().await;
        println!("closing everybody");
    };
    server.serve_until(handler, shutdown).await?;
    println!("all gone");
    Ok(())
}
