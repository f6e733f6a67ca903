//! Everything that anyone says, to everyone.

use echo_contract::{Echo, Socket};
use futures_util::{SinkExt as _, StreamExt as _};
use tokio::sync::broadcast::{Sender, channel};
use tokio_tungstenite::accept_async;
use tokio_tungstenite::tungstenite::{Bytes, Message};

/// How many messages may wait for the slowest connection.
const WAITING: usize = 64;

/// Where those who are connected hear each other.
#[derive(Clone)]
pub(crate) struct Room(Sender<Bytes>);

impl Room {
    /// An empty room.
    pub(crate) fn new() -> Self {
        Self(channel(WAITING).0)
    }
}

impl Echo for Room {
    async fn connection<S: Socket>(self, socket: S) {
        let Ok(socket) = accept_async(socket).await else {
            return;
        };
        let mut heard = self.0.subscribe();
        let (mut outgoing, mut incoming) = socket.split();
        let writing = tokio::spawn(async move {
            while let Ok(bytes) = heard.recv().await {
                if outgoing.send(Message::Binary(bytes)).await.is_err() {
                    return;
                }
            }
        });
        while let Some(Ok(message)) = incoming.next().await {
            if let Message::Binary(bytes) = message {
                // Fails only when nobody listens any more.
                let _listeners = self.0.send(bytes);
            }
        }
        writing.abort();
    }
}
