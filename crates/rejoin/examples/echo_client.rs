//! Connects to a server and sends back everything that it says, until it closes.
//!
//! ```sh
//! cargo run -p rejoin --example echo_client -- ws://127.0.0.1:9001
//! ```
//!
//! At the end it prints how the connection ended, e.g. `closed code=1000 reason="" clean=true`. It
//! fails if no connection came to be; a connection that ended badly is not a failure of this
//! program, it is what the line is for.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

use core::error::Error;

use rejoin::{Client, WebSocket};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = std::env::args().nth(1).ok_or("usage: echo_client URL")?;
    let mut socket = Client::new().connect(url).await?.socket;
    // An error here tells no more than the closure does.
    let _ = echo(&mut socket).await;
    let closure = socket.closure().ok_or("the connection has no end")?;
    println!(
        "closed code={} reason={:?} clean={}",
        closure.code().get(),
        closure.reason(),
        closure.is_clean(),
    );
    Ok(())
}

/// Sends every message back as it came. One that arrives while the connection is closing can no
/// longer be answered; receiving goes on to the end all the same.
async fn echo(socket: &mut WebSocket) -> Result<(), rejoin::Error> {
    let mut open = true;
    while let Some(message) = socket.recv().await? {
        open = open && socket.send(message).await.is_ok();
    }
    Ok(())
}
