//! Echo server on tokio-tungstenite.
//!
//! Settings: `WebSocketConfig::default()`, as its documentation recommends for
//! high load: read and write buffers of 128 KiB, messages up to 64 MiB in frames
//! up to 16 MiB. No permessage-deflate: the library has none.
//!
//! * `loop`: `next` and `send`, which flushes.
//! * `batched`: `feed`, which does not flush (the library writes on its own when
//!   128 KiB have gathered), and `flush` when nothing more is ready. It is what
//!   `StreamExt::forward` does in the library's own `echo-server` example, but
//!   without `split` and its lock.
//! * `--broadcast`: a tokio broadcast channel of shared bytes and the socket `split`
//!   between two tasks, one of which waits for the channel. The library's `server`
//!   example waits for both halves in one task, which costs 1.7 times as much: each time
//!   anything is sent it tries to read as well, and that clears 128 KiB. Each
//!   connection writes a header and copies the payload into its own buffer.
#![forbid(unsafe_code)]

mod broadcast;

use std::task::Poll;

use echo_contract::{Abilities, Echo, Mode, Settings, Socket, run, serve};
use futures_util::{SinkExt as _, StreamExt as _, poll};
use tokio_tungstenite::tungstenite::Error;
use tokio_tungstenite::{WebSocketStream, accept_async};

fn main() {
    let settings = Settings::from_arguments(Abilities {
        batched: true,
        deflate: false,
        broadcast: true,
    });
    run(async move {
        if settings.broadcast {
            serve(&settings, broadcast::Room::new()).await
        } else {
            serve(&settings, Tungstenite(settings.mode)).await
        }
    });
}

#[derive(Clone)]
struct Tungstenite(Mode);

impl Echo for Tungstenite {
    async fn connection<S: Socket>(self, socket: S) {
        let Ok(socket) = accept_async(socket).await else {
            return;
        };
        // How a connection ends is none of the echo's business.
        let _ended = match self.0 {
            Mode::Loop => one_by_one(socket).await,
            Mode::Batched => batched(socket).await,
        };
    }
}

async fn one_by_one<S: Socket>(mut socket: WebSocketStream<S>) -> Result<(), Error> {
    while let Some(message) = socket.next().await {
        let message = message?;
        if message.is_text() || message.is_binary() {
            socket.send(message).await?;
        }
    }
    Ok(())
}

async fn batched<S: Socket>(mut socket: WebSocketStream<S>) -> Result<(), Error> {
    loop {
        let next = match poll!(socket.next()) {
            Poll::Ready(next) => next,
            Poll::Pending => {
                socket.flush().await?;
                socket.next().await
            }
        };
        let Some(message) = next else {
            return Ok(());
        };
        let message = message?;
        if message.is_text() || message.is_binary() {
            socket.feed(message).await?;
        }
    }
}
