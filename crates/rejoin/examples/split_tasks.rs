//! One connection in two tasks: a clock sends, whatever comes is printed.
//!
//! Run it with `cargo run -p rejoin --example split_tasks`, connect with
//! `cargo run -- connect ws://127.0.0.1:9001`, and type: a tick arrives every second while your
//! lines show up at the server. `/close 1000 enough` ends both tasks.
#![expect(clippy::print_stdout, reason = "an example shows what happens")]

use core::time::Duration;

use rejoin::{Error, Receiver, Sender, Server, WebSocket};
use tokio::time::interval;

/// Sends until the connection closes; bytes leave by themselves.
async fn tick(mut sender: Sender) -> u32 {
    let mut clock = interval(Duration::from_secs(1));
    let mut ticks = 0;
    loop {
        clock.tick().await;
        if let Err(error) = sender.send(format!("tick {ticks}")).await {
            println!("no more ticks: {error}");
            return ticks;
        }
        ticks += 1;
    }
}

/// Receives until the connection closes. This half answers pings and the peer's Close, so it must
/// be kept going even by those who do not care for messages.
async fn print(mut receiver: Receiver) -> Result<Receiver, Error> {
    while let Some(message) = receiver.recv().await? {
        println!("{:?}", message.as_text().unwrap_or("(bytes)"));
    }
    Ok(receiver)
}

async fn serve(socket: WebSocket) -> Result<(), Error> {
    let (sender, receiver) = socket.split();
    // Two tasks; `tokio::join!` or `select!` in one task do as well.
    let ticking = tokio::spawn(tick(sender));
    let receiver = print(receiver).await?;
    if let Some(closure) = receiver.closure() {
        println!("{closure}");
    }
    if let Ok(ticks) = ticking.await {
        println!("{ticks} ticks were sent");
    }
    Ok(())
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let server = Server::builder().bind("127.0.0.1:9001").await?;
    println!("listening on ws://{}", server.local_addr()?);
    server.serve(|socket, _request| serve(socket)).await
}
