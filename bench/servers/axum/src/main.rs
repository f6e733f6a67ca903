//! Echo server on axum's WebSocket (tungstenite behind hyper).
//!
//! Settings: `WebSocketUpgrade` as it comes: read and write buffers of 128 KiB,
//! messages up to 64 MiB in frames up to 16 MiB. `axum::serve` over a listener with
//! `TCP_NODELAY` set by `tap_io`; over TLS a hyper connection for each socket, as in
//! the project's `low-level-rustls` example. No permessage-deflate: it has none.
//!
//! * `loop`: `recv` and `send`, which flushes.
//! * `batched`: `feed` and, when nothing more is ready, `flush`.
//! * `--broadcast`: as in the project's `chat` example a tokio broadcast channel, here
//!   of shared bytes, and the socket `split` between two tasks, one of which waits
//!   for the channel.
#![forbid(unsafe_code)]

use std::task::Poll;

use axum::body::Bytes;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use axum::routing::any;
use axum::serve::ListenerExt as _;
use axum::{Error, Router};
use echo_contract::{Abilities, Echo, Mode, Settings, Socket, announce, run, serve};
use futures_util::{SinkExt as _, StreamExt as _, poll};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use tokio::sync::broadcast::{Sender, channel};

/// How many messages may wait for the slowest connection.
const WAITING: usize = 64;

fn main() {
    let settings = Settings::from_arguments(Abilities {
        batched: true,
        deflate: false,
        broadcast: true,
    });
    run(async move {
        let what = match settings.mode {
            _ if settings.broadcast => What::Broadcast(channel(WAITING).0),
            Mode::Loop => What::OneByOne,
            Mode::Batched => What::Batched,
        };
        let router = Router::new().route("/", any(upgrade)).with_state(what);
        if settings.tls.is_some() {
            serve(&settings, OverTls(router)).await
        } else {
            let listener = announce()?.tap_io(|socket| {
                if let Err(error) = socket.set_nodelay(true) {
                    eprintln!("TCP_NODELAY: {error}");
                }
            });
            axum::serve(listener, router).await
        }
    });
}

/// What becomes of a connection once it is open.
#[derive(Clone)]
enum What {
    OneByOne,
    Batched,
    Broadcast(Sender<Bytes>),
}

#[derive(Clone)]
struct OverTls(Router);

impl Echo for OverTls {
    async fn connection<S: Socket>(self, socket: S) {
        // How a connection ends is none of the echo's business, here and below.
        let _ended = Builder::new(TokioExecutor::new())
            .serve_connection_with_upgrades(TokioIo::new(socket), TowerToHyperService::new(self.0))
            .await;
    }
}

async fn upgrade(upgrade: WebSocketUpgrade, State(what): State<What>) -> Response {
    upgrade.on_upgrade(|socket| async move {
        let _ended = match what {
            What::OneByOne => one_by_one(socket).await,
            What::Batched => batched(socket).await,
            What::Broadcast(room) => {
                broadcast(socket, room).await;
                Ok(())
            }
        };
    })
}

async fn one_by_one(mut socket: WebSocket) -> Result<(), Error> {
    while let Some(message) = socket.recv().await {
        let message = message?;
        if matches!(message, Message::Text(_) | Message::Binary(_)) {
            socket.send(message).await?;
        }
    }
    Ok(())
}

async fn batched(mut socket: WebSocket) -> Result<(), Error> {
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
        if matches!(message, Message::Text(_) | Message::Binary(_)) {
            socket.feed(message).await?;
        }
    }
}

async fn broadcast(socket: WebSocket, room: Sender<Bytes>) {
    let mut heard = room.subscribe();
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
            let _listeners = room.send(bytes);
        }
    }
    writing.abort();
}
