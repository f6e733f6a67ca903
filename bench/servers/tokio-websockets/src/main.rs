//! Echo server on tokio-websockets.
//!
//! Settings, those of the library's `echo_server` example: no limits, messages
//! never split (`frame_size(usize::MAX)`), tasks `unconstrained`; SHA-1 from ring,
//! recommended where rustls uses it too. Masking and UTF-8 validation choose their
//! SIMD instructions at run time. No permessage-deflate: the library has none.
//!
//! * `loop`: `next` and `send`, which flushes.
//! * `batched`: all that is ready is received first, up to [`AT_ONCE`] messages, then
//!   answered with `feed` and one `flush`: between two `feed`s a `next` would write
//!   what is queued. What may gather before the library writes on its own
//!   (`flush_threshold`) is raised from 8 KiB to [`GATHER`].
//! * `--broadcast`: a tokio broadcast channel of shared bytes; each connection's
//!   task waits for its socket and for the channel. The payload is queued by
//!   reference, never copied.
#![forbid(unsafe_code)]

use std::task::Poll;

use bytes::Bytes;
use echo_contract::{Abilities, Echo, Mode, Settings, Socket, run, serve};
use futures_util::{SinkExt as _, StreamExt as _, poll};
use tokio::sync::broadcast::{Sender, channel};
use tokio::task::unconstrained;
use tokio_websockets::{Config, Error, Limits, Message, ServerBuilder, WebSocketStream};

/// What gathers in batched mode before the library writes on its own, in bytes.
const GATHER: usize = 128 * 1024;

/// How many messages are received in batched mode before they are answered.
const AT_ONCE: usize = 128;

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
        serve(&settings, what).await
    });
}

/// What becomes of a connection once it is open.
#[derive(Clone)]
enum What {
    OneByOne,
    Batched,
    Broadcast(Sender<Bytes>),
}

impl Echo for What {
    async fn connection<S: Socket>(self, socket: S) {
        let config = Config::default().frame_size(usize::MAX);
        let config = match self {
            Self::Batched => config.flush_threshold(GATHER),
            Self::OneByOne | Self::Broadcast(_) => config,
        };
        unconstrained(async {
            let server = ServerBuilder::new()
                .config(config)
                .limits(Limits::unlimited());
            let Ok((_, socket)) = server.accept(socket).await else {
                return;
            };
            // How a connection ends is none of the echo's business.
            let _ended = match self {
                Self::OneByOne => one_by_one(socket).await,
                Self::Batched => batched(socket).await,
                Self::Broadcast(room) => broadcast(socket, room).await,
            };
        })
        .await;
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
    let mut ready = Vec::new();
    while let Some(first) = socket.next().await {
        ready.push(first?);
        while ready.len() < AT_ONCE
            && let Poll::Ready(Some(message)) = poll!(socket.next())
        {
            ready.push(message?);
        }
        for message in ready.drain(..) {
            if message.is_text() || message.is_binary() {
                socket.feed(message).await?;
            }
        }
        socket.flush().await?;
    }
    Ok(())
}

async fn broadcast<S: Socket>(
    mut socket: WebSocketStream<S>,
    room: Sender<Bytes>,
) -> Result<(), Error> {
    let mut heard = room.subscribe();
    loop {
        tokio::select! {
            next = socket.next() => {
                let Some(message) = next else {
                    return Ok(());
                };
                let message = message?;
                if message.is_binary() {
                    // Fails only when nobody listens, and we do.
                    let _listeners = room.send(message.into_payload().into());
                }
            }
            bytes = heard.recv() => {
                let Ok(bytes) = bytes else {
                    return Ok(());
                };
                socket.send(Message::binary(bytes)).await?;
            }
        }
    }
}
