//! A client that stays: it comes back by itself, and says what it is at.
//!
//! Start a server, `cargo run -p rejoin --example graceful_shutdown`, then
//! `cargo run -p rejoin --example reconnecting_client`. Stop the server and start it again: the client
//! says how the connection ended, when it will be back, and goes on with what it had to send.
//! Ctrl-C closes it.
#![expect(clippy::print_stdout, reason = "an example shows what happens")]

use core::time::Duration;

use rejoin::reconnect::{Event, Policy};
use rejoin::{Client, CloseCode, Connected, Error, Reconnect};

#[tokio::main]
async fn main() -> Result<(), Box<dyn core::error::Error>> {
    let url = std::env::args().nth(1);
    let url = url.unwrap_or_else(|| "ws://127.0.0.1:9001/".to_owned());
    let mut socket = Reconnect::new(Client::new(), url)?
        .policy(Policy::default().max_elapsed(Duration::from_secs(600)))
        .on_open(|mut connected: Connected| async move {
            connected.socket.send("subscribe").await?;
            Ok::<_, Error>(connected)
        })
        .start();

    // Other tasks send, whatever becomes of the connection.
    let sender = socket.sender();
    tokio::spawn(async move {
        for number in 0_u64.. {
            tokio::time::sleep(Duration::from_secs(1)).await;
            if let Err(error) = sender.send(format!("message {number}")).await {
                return println!("{error}");
            }
        }
    });
    let sender = socket.sender();
    tokio::spawn(async move {
        if tokio::signal::ctrl_c().await.is_ok() {
            let _ = sender.close(CloseCode::NORMAL_CLOSURE, "");
        }
    });

    while let Some(event) = socket.next().await {
        match event {
            Event::Open(opened) => println!("open, after {} attempts to come back", opened.attempt),
            Event::Message(message) => println!("{:?}", message.as_text()),
            Event::Closed(closed) => println!(
                "{}; {} messages in doubt, {} kept",
                closed.closure,
                closed.in_doubt.len(),
                closed.kept
            ),
            Event::Waiting(wait) => {
                println!(
                    "{}; attempt {} in {:?}",
                    wait.cause, wait.attempt, wait.delay
                );
            }
            Event::Dropped(dropped) => println!("{} messages dropped", dropped.messages),
            Event::GaveUp(end) => println!("{}; {} messages unsent", end.why, end.unsent.len()),
            _ => {}
        }
    }
    Ok(())
}
