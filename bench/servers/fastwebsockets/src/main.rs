//! Echo server on fastwebsockets.
//!
//! Settings: the handshake through hyper (feature `upgrade`), the `simd` default
//! feature, `FragmentCollector`, vectored writes above 1 KiB and the automatic
//! close and pong left on (all defaults; messages up to 64 MiB). As in the
//! library's examples the task is `unconstrained`, and vectored writes are off
//! over TLS. No permessage-deflate: the library has none.
//!
//! * `loop`: `read_frame` and `write_frame`.
//! * `batched`: see [`batched`].
//! * `--broadcast`: see [`broadcast`].
#![forbid(unsafe_code)]

mod batched;
mod broadcast;

use echo_contract::{Abilities, Echo, Mode, Settings, Socket, run, serve};
use fastwebsockets::{FragmentCollector, OpCode, WebSocket, WebSocketError, upgrade};
use http_body_util::Empty;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::upgrade::Upgraded;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;

/// What hyper hands over after the handshake.
pub(crate) type Stream = TokioIo<Upgraded>;

fn main() {
    let settings = Settings::from_arguments(Abilities {
        batched: true,
        deflate: false,
        broadcast: true,
    });
    run(async move {
        let what = match settings.mode {
            _ if settings.broadcast => What::Broadcast(broadcast::Room::new()),
            Mode::Loop => What::OneByOne,
            Mode::Batched => What::Batched,
        };
        let vectored = settings.tls.is_none();
        serve(&settings, Fastwebsockets { what, vectored }).await
    });
}

/// What becomes of a connection once it is open.
#[derive(Clone)]
enum What {
    OneByOne,
    Batched,
    Broadcast(broadcast::Room),
}

#[derive(Clone)]
struct Fastwebsockets {
    what: What,
    vectored: bool,
}

impl Echo for Fastwebsockets {
    async fn connection<S: Socket>(self, socket: S) {
        let service = service_fn(move |request| {
            let this = self.clone();
            async move { this.upgrade(request) }
        });
        // How a connection ends is none of the echo's business, here and below.
        let _ended = http1::Builder::new()
            .serve_connection(TokioIo::new(socket), service)
            .with_upgrades()
            .await;
    }
}

impl Fastwebsockets {
    fn upgrade(
        self,
        mut request: Request<Incoming>,
    ) -> Result<Response<Empty<Bytes>>, WebSocketError> {
        let (response, upgrading) = upgrade::upgrade(&mut request)?;
        tokio::spawn(tokio::task::unconstrained(async move {
            let Ok(mut socket) = upgrading.await else {
                return;
            };
            socket.set_writev(self.vectored);
            let _ended = match self.what {
                What::OneByOne => one_by_one(socket).await,
                What::Batched => batched::echo(socket).await,
                What::Broadcast(room) => room.join(socket).await,
            };
        }));
        Ok(response)
    }
}

async fn one_by_one(socket: WebSocket<Stream>) -> Result<(), WebSocketError> {
    let mut socket = FragmentCollector::new(socket);
    loop {
        let frame = socket.read_frame().await?;
        match frame.opcode {
            OpCode::Close => return Ok(()),
            OpCode::Text | OpCode::Binary => socket.write_frame(frame).await?,
            _ => {}
        }
    }
}
