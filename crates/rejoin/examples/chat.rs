//! A chat room: what one says, all hear; who does not listen is shown the door.
//!
//! Run it with `cargo run -p rejoin --example chat` and connect from several terminals with
//! `cargo run -- connect ws://127.0.0.1:9001/ada`; the path is the name. Lines appear in all the
//! other terminals, with the name in front.
#![expect(clippy::print_stdout, reason = "an example shows what happens")]

use std::sync::Arc;

use rejoin::{CloseCode, Error, Receiver, Sender, Server, Utf8Bytes, WebSocket};
use tokio::sync::broadcast::{self, error::RecvError};

/// How many messages a guest may be behind before it has to leave.
const PATIENCE: usize = 256;

/// Everything that is said. A message is held once, whoever is still to get it.
type Room = broadcast::Sender<Said>;

#[derive(Clone)]
struct Said {
    by: Arc<str>,
    text: Utf8Bytes,
}

/// Tells the guest what the others say, until it falls too far behind or is gone.
async fn tell(mut sender: Sender, name: Arc<str>, room: &Room) -> Result<(), Error> {
    let mut ear = room.subscribe();
    loop {
        match ear.recv().await {
            Ok(said) if said.by == name => {}
            // `Utf8Bytes` is shared, not copied.
            Ok(said) => sender.send(said.text).await?,
            Err(RecvError::Lagged(missed)) => {
                println!("{name} missed {missed} messages");
                let reason = "too slow for this room";
                return sender.start_close(CloseCode::TRY_AGAIN_LATER, reason).await;
            }
            Err(RecvError::Closed) => return Ok(()),
        }
    }
}

/// Passes on what the guest says, until it leaves.
async fn hear(mut receiver: Receiver, name: &Arc<str>, room: &Room) -> Result<(), Error> {
    while let Some(message) = receiver.recv().await? {
        if let Some(text) = message.as_text() {
            say(room, name, text);
        }
    }
    if let Some(closure) = receiver.closure() {
        println!("{name}: {closure}");
    }
    Ok(())
}

fn say(room: &Room, name: &Arc<str>, text: &str) {
    // An error means that nobody is in the room.
    let _ = room.send(Said {
        by: Arc::clone(name),
        text: format!("{name}: {text}").into(),
    });
}

async fn welcome(socket: WebSocket, name: Arc<str>, room: Room) -> Result<(), Error> {
    let (sender, receiver) = socket.split();
    say(&room, &name, "enters");
    let telling = tokio::spawn({
        let (name, room) = (Arc::clone(&name), room.clone());
        async move { tell(sender, name, &room).await }
    });
    let heard = hear(receiver, &name, &room).await;
    telling.abort();
    say(&room, &name, "leaves");
    heard
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let room: Room = broadcast::channel(PATIENCE).0;
    let server = Server::builder().bind("127.0.0.1:9001").await?;
    println!("listening on ws://{}/your-name", server.local_addr()?);
    server
        .serve(move |socket, request| {
            let name = request.uri().path().trim_matches('/').into();
            welcome(socket, name, room.clone())
        })
        .await
}
