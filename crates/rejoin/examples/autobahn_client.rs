//! Plays the client for a fuzzing server of the Autobahn test suite, with the defaults that every
//! user of the library gets.
//!
//! ```sh
//! cargo run --release -p rejoin --example autobahn_client -- ws://127.0.0.1:9002 rejoin
//! ```
//!
//! It asks the server for the number of cases, runs each as an echo, and has the report written
//! under the name of the agent. The verdicts are in the server's report, not here.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

use core::error::Error;

use rejoin::{Client, WebSocket};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(server), Some(agent)) = (args.next(), args.next()) else {
        return Err("usage: autobahn_client URL AGENT".into());
    };
    let server = server.trim_end_matches('/');
    let client = Client::new();

    let cases = case_count(&client, server).await?;
    for case in 1..=cases {
        let url = format!("{server}/runCase?case={case}&agent={agent}");
        let mut socket = client.connect(url).await?.socket;
        // Many cases end in an error on purpose; the server judges how.
        let _ = echo(&mut socket).await;
        if case % 50 == 0 || case == cases {
            println!("{case} of {cases} cases done");
        }
    }

    let url = format!("{server}/updateReports?agent={agent}");
    let mut socket = client.connect(url).await?.socket;
    while socket.recv().await?.is_some() {}
    println!("report written for {agent}");
    Ok(())
}

/// The number of cases, which the server sends as one text message before it closes.
async fn case_count(client: &Client, server: &str) -> Result<u32, Box<dyn Error>> {
    let mut socket = client
        .connect(format!("{server}/getCaseCount"))
        .await?
        .socket;
    let message = socket
        .recv()
        .await?
        .ok_or("the server closed without a number")?;
    let count = message
        .as_text()
        .ok_or("the server sent no text")?
        .parse()?;
    while socket.recv().await?.is_some() {}
    Ok(count)
}

/// Sends every message back as it came, until the connection is over.
async fn echo(socket: &mut WebSocket) -> Result<(), rejoin::Error> {
    let mut open = true;
    while let Some(message) = socket.recv().await? {
        open = open && socket.send(message).await.is_ok();
    }
    Ok(())
}
