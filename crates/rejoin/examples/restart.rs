//! A server that is replaced while it runs, and a socket that never closes.
//!
//! Run it with `cargo run -p rejoin --features handover --example restart`, connect a few times with
//! `cargo run -- connect ws://127.0.0.1:9001`, change something here, build it again with
//! `cargo build -p rejoin --features handover --example restart`, then send SIGUSR2 to the process id
//! that it printed. The new build takes over, the clients of the old one are told to go, and a
//! client that connects meanwhile is not refused. Break the new build (say, have it return an error
//! before it is ready), and the old one goes on.
#![expect(clippy::print_stdout, reason = "an example shows what happens")]

#[cfg(unix)]
#[tokio::main]
async fn main() -> Result<(), Box<dyn core::error::Error>> {
    use rejoin::handover::{self, Restart, Start};
    use tokio::signal::unix::{SignalKind, signal};

    let mut inherited = handover::inherited()?;
    let listeners = inherited.listeners();
    let listener = listeners.tcp_or_bind("ws", "127.0.0.1:9001").await?;
    let restart = Restart::new().listener("ws", &listener)?;
    let mut asked = signal(SignalKind::user_defined2())?;

    // Everything that can fail has not failed: from here on this process serves.
    let own = std::process::id();
    match inherited.ready().await? {
        Start::Successor(mut old) => {
            println!("{own} takes over from {}", old.pid());
            tokio::spawn(async move {
                old.gone().await;
                println!("{} is gone", old.pid());
            });
        }
        Start::Orphan => println!("{own} takes over; the old process is dead"),
        Start::First => println!("{own} listens on ws://{}", listener.local_addr()?),
        _ => {}
    }

    let handler = |mut socket: rejoin::WebSocket, _request| async move {
        while let Some(message) = socket.recv().await? {
            socket.send(message).await?;
        }
        Ok::<_, rejoin::Error>(())
    };
    let mut successor = None;
    let handed_over = async {
        while successor.is_none() {
            asked.recv().await;
            match restart.start().await {
                Ok(new) => successor = Some(new),
                Err(error) => println!("{own} goes on: {error}"),
            }
        }
    };
    // Closes with 1012, and leaves those who come meanwhile to the new process.
    let plan = rejoin::Drain::new().elsewhere();
    let server = rejoin::Server::builder().shutdown(plan).listener(listener);
    server.serve_until(handler, handed_over).await?;
    println!("{own} is done");
    Ok(())
}

#[cfg(not(unix))]
fn main() {
    println!("restarts without a gap exist on Unix only");
}
