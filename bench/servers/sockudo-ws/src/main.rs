//! Echo server on sockudo-ws.
//!
//! Settings: default features (SIMD chosen at run time, zlib-rs) and
//! `Config::default()`: messages up to 64 MiB, text checked, a ping after 30
//! seconds of silence. `Config::uws_defaults()`, the other documented choice, would
//! refuse messages above 16 KiB and speed up nothing. The clock is calibrated
//! before the runtime starts (`init_clock`) and the stream's type kept
//! (`accept_raw`), as documented. The feature `mimalloc` is off: everybody uses the
//! system's allocator.
//!
//! * `loop`: `next` and `send`, which flushes.
//! * `batched`: the echo loop of the library's documentation, `feed` alone: `next`
//!   writes what is queued when the input is exhausted.
//! * `--deflate`: `DeflateConfig::default()`, level 6, messages below 32 bytes left
//!   alone. The library's own `accept` does not negotiate, so the opening handshake
//!   is put together from its parts as its examples do.
//! * `--broadcast`: a tokio broadcast channel of shared bytes; each connection's
//!   task waits for its socket and for the channel. Payloads from 8 KiB are queued
//!   by reference.
#![forbid(unsafe_code)]

mod opening;

use std::sync::Arc;

use bytes::Bytes;
use echo_contract::{Abilities, Deflate, Echo, Mode, Settings, Socket, run, serve};
use futures_util::{Sink, SinkExt as _, Stream, StreamExt as _};
use sockudo_ws::server::WebSocketServer;
use sockudo_ws::{Config, DeflateConfig, Error, Http1, Message, Result, WebSocketStream};
use tokio::sync::broadcast::{Sender, channel};

use crate::opening::Opened;

/// How many messages may wait for the slowest connection.
const WAITING: usize = 64;

fn main() {
    let settings = Settings::from_arguments(Abilities {
        batched: true,
        deflate: true,
        broadcast: true,
    });
    sockudo_ws::init_clock();
    run(async move {
        let what = match settings.mode {
            _ if settings.broadcast => What::Broadcast(channel(WAITING).0),
            Mode::Loop => What::OneByOne,
            Mode::Batched => What::Batched,
        };
        let deflate = settings.deflate.map(|deflate| DeflateConfig {
            server_no_context_takeover: deflate == Deflate::NoTakeover,
            client_no_context_takeover: deflate == Deflate::NoTakeover,
            ..DeflateConfig::default()
        });
        let server = Arc::new(WebSocketServer::<Http1>::default_config());
        let sockudo = Sockudo {
            what,
            server,
            deflate,
        };
        serve(&settings, sockudo).await
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
struct Sockudo {
    what: What,
    server: Arc<WebSocketServer<Http1>>,
    deflate: Option<DeflateConfig>,
}

impl Echo for Sockudo {
    async fn connection<S: Socket>(self, socket: S) {
        // How a connection ends is none of the echo's business.
        let _ended = self.serve(socket).await;
    }
}

impl Sockudo {
    async fn serve<S: Socket>(self, socket: S) -> Result<()> {
        let opened = match &self.deflate {
            None => Opened::Plain(self.server.accept_raw(socket).await?.0),
            Some(policy) => opening::accept(socket, Config::default(), policy).await?,
        };
        match (self.what, opened) {
            (What::OneByOne, Opened::Plain(socket)) => one_by_one(socket).await,
            (What::OneByOne, Opened::Compressed(socket)) => one_by_one(socket).await,
            (What::Batched, Opened::Plain(socket)) => batched(socket).await,
            (What::Batched, Opened::Compressed(socket)) => batched(socket).await,
            (What::Broadcast(room), Opened::Plain(socket)) => broadcast(socket, room).await,
            // Broadcasting with deflate is refused on the command line.
            (What::Broadcast(_), Opened::Compressed(_)) => Ok(()),
        }
    }
}

async fn one_by_one<W>(mut socket: W) -> Result<()>
where
    W: Stream<Item = Result<Message>> + Sink<Message, Error = Error> + Unpin,
{
    while let Some(message) = socket.next().await {
        match message? {
            message @ (Message::Text(_) | Message::Binary(_)) => socket.send(message).await?,
            Message::Close(_) => return Ok(()),
            _ => {}
        }
    }
    Ok(())
}

async fn batched<W>(mut socket: W) -> Result<()>
where
    W: Stream<Item = Result<Message>> + Sink<Message, Error = Error> + Unpin,
{
    while let Some(message) = socket.next().await {
        match message? {
            message @ (Message::Text(_) | Message::Binary(_)) => socket.feed(message).await?,
            Message::Close(_) => return Ok(()),
            _ => {}
        }
    }
    Ok(())
}

async fn broadcast<S: Socket>(mut socket: WebSocketStream<S>, room: Sender<Bytes>) -> Result<()> {
    let mut heard = room.subscribe();
    loop {
        tokio::select! {
            next = socket.next() => match next {
                Some(Ok(Message::Binary(bytes))) => {
                    // Fails only when nobody listens, and we do.
                    let _listeners = room.send(bytes);
                }
                None | Some(Ok(Message::Close(_))) => return Ok(()),
                Some(other) => {
                    other?;
                }
            },
            bytes = heard.recv() => {
                let Ok(bytes) = bytes else {
                    return Ok(());
                };
                socket.send(Message::Binary(bytes)).await?;
            }
        }
    }
}
