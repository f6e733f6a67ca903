//! Echo server on yawc.
//!
//! Settings: the handshake through hyper, as in the library's `echo_server`
//! example; features `simd` (UTF-8) and `zlib` (zlib-rs, and window sizes);
//! frames up to 16 MiB instead of 1 MiB, which would refuse a message of 1 MiB;
//! and UTF-8 of text checked ([`Options::with_utf8`]), which the library leaves out
//! unless asked and every other contestant does.
//!
//! * `loop`: `next` and `send`, which flushes. Socket buffers of 8 KiB, the
//!   default.
//! * `batched`: `feed` and, when nothing more is ready, `flush`, with what the
//!   library's own benchmark sets: a read buffer of 128 KiB, a write boundary of
//!   64 KiB.
//! * `--deflate`: zlib-rs at level 6, the library's default, all messages
//!   compressed. Without context takeover the states come from a [`DeflatePool`],
//!   as its documentation recommends for servers. The client's window is agreed at
//!   15 bits: left to itself the library cuts it to 9 when the client lets it choose.
//! * `--broadcast`: a tokio broadcast channel of shared bytes; each connection's
//!   task waits for its socket and for the channel.
#![forbid(unsafe_code)]

use std::convert::Infallible;
use std::task::Poll;

use bytes::Bytes;
use echo_contract::{Abilities, Deflate, Echo, Mode, Settings, Socket, run, serve};
use futures_util::{SinkExt as _, StreamExt as _, poll};
use http_body_util::Empty;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::sync::broadcast::{Sender, channel};
use yawc::{
    CompressionLevel, DeflatePool, Frame, HttpWebSocket, OpCode, Options, Result, WebSocket,
};

/// The largest frame and the largest message accepted, in bytes.
const LARGEST_FRAME: usize = 16 << 20;
const LARGEST_MESSAGE: usize = 64 << 20;

/// How many idle compressors the pool keeps: one would do for one thread.
const POOL: usize = 4;

/// How many messages may wait for the slowest connection.
const WAITING: usize = 64;

fn main() {
    let settings = Settings::from_arguments(Abilities {
        batched: true,
        deflate: true,
        broadcast: true,
    });
    run(async move {
        let what = match settings.mode {
            _ if settings.broadcast => What::Broadcast(channel(WAITING).0),
            Mode::Loop => What::OneByOne,
            Mode::Batched => What::Batched,
        };
        let options = options(&settings);
        serve(&settings, Yawc { what, options }).await
    });
}

fn options(settings: &Settings) -> Options {
    let options = Options::default()
        .with_limits(LARGEST_FRAME, LARGEST_MESSAGE)
        .with_utf8();
    let options = match settings.mode {
        Mode::Loop => options,
        Mode::Batched => options
            .with_read_buffer_capacity(128 * 1024)
            .with_backpressure_boundary(64 * 1024),
    };
    let Some(deflate) = settings.deflate else {
        return options;
    };
    let options = options
        .with_compression_level(CompressionLevel::default())
        .with_client_max_window_bits(15);
    match deflate {
        Deflate::Takeover => options,
        Deflate::NoTakeover => options
            .server_no_context_takeover()
            .client_no_context_takeover()
            .with_deflate_pool(DeflatePool::new(POOL)),
    }
}

/// What becomes of a connection once it is open.
#[derive(Clone)]
enum What {
    OneByOne,
    Batched,
    Broadcast(Sender<Bytes>),
}

#[derive(Clone)]
struct Yawc {
    what: What,
    options: Options,
}

impl Echo for Yawc {
    async fn connection<S: Socket>(self, socket: S) {
        let service = service_fn(move |request| {
            let this = self.clone();
            async move { Ok::<_, Infallible>(this.upgrade(request)) }
        });
        // How a connection ends is none of the echo's business, here and below.
        let _ended = http1::Builder::new()
            .serve_connection(TokioIo::new(socket), service)
            .with_upgrades()
            .await;
    }
}

impl Yawc {
    fn upgrade(self, mut request: Request<Incoming>) -> Response<Empty<Bytes>> {
        let upgrade = WebSocket::upgrade_with_options(&mut request, self.options);
        let Ok((response, upgrading)) = upgrade else {
            let mut refusal = Response::new(Empty::new());
            *refusal.status_mut() = StatusCode::BAD_REQUEST;
            return refusal;
        };
        tokio::spawn(async move {
            let Ok(socket) = upgrading.await else {
                return;
            };
            let _ended = match self.what {
                What::OneByOne => one_by_one(socket).await,
                What::Batched => batched(socket).await,
                What::Broadcast(room) => broadcast(socket, room).await,
            };
        });
        response
    }
}

async fn one_by_one(mut socket: HttpWebSocket) -> Result<()> {
    while let Some(frame) = socket.next().await {
        match frame.opcode() {
            OpCode::Text | OpCode::Binary => socket.send(frame).await?,
            // Pings and the close are answered by the library.
            _ => {}
        }
    }
    Ok(())
}

async fn batched(mut socket: HttpWebSocket) -> Result<()> {
    loop {
        let next = match poll!(socket.next()) {
            Poll::Ready(next) => next,
            Poll::Pending => {
                socket.flush().await?;
                socket.next().await
            }
        };
        let Some(frame) = next else {
            return Ok(());
        };
        match frame.opcode() {
            OpCode::Text | OpCode::Binary => socket.feed(frame).await?,
            _ => {}
        }
    }
}

async fn broadcast(mut socket: HttpWebSocket, room: Sender<Bytes>) -> Result<()> {
    let mut heard = room.subscribe();
    loop {
        tokio::select! {
            next = socket.next() => {
                let Some(frame) = next else {
                    return Ok(());
                };
                if frame.opcode() == OpCode::Binary {
                    // Fails only when nobody listens, and we do.
                    let _listeners = room.send(frame.into_payload());
                }
            }
            bytes = heard.recv() => {
                let Ok(bytes) = bytes else {
                    return Ok(());
                };
                socket.send(Frame::binary(bytes)).await?;
            }
        }
    }
}
