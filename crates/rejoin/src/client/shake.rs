//! The opening handshake over a transport, and the goodbye where an extension is missing.

use core::net::SocketAddr;
use core::time::Duration;
use std::io;

use bytes::BytesMut;
use rejoin_proto::handshake::{Agreement, ClientHandshake, HandshakeError, Opened, missing_reason};
use rejoin_proto::{CloseCode, Connection};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::{Instant, timeout};

use super::deadlines::Budget;
use super::error::{ConnectError, Phase};
use super::fault::{Fault, Missing};
use super::{Connected, Settings, keys};
use crate::socket::WebSocket;
use crate::transport::Transport;

/// Sends the request, judges the answer and makes the socket.
pub(super) async fn shake(
    settings: &Settings,
    mut transport: impl Transport,
    mut handshake: ClientHandshake,
    budget: &Budget,
    peer: Option<SocketAddr>,
) -> Result<Connected, ConnectError> {
    let mut input = BytesMut::new();
    let exchange = exchange(&mut transport, &mut handshake, &mut input);
    let answered = match budget.run(Phase::Handshake, exchange).await {
        Ok(answered) => answered,
        Err(timed_out) => Err(refusal_so_far(&mut handshake).unwrap_or(timed_out)),
    };
    let opened = answered.inspect_err(|fault| tracing::debug!(%fault, "handshake failed"))?;
    let Opened {
        response,
        agreement,
        ..
    } = opened;
    let Agreement {
        subprotocol,
        chain,
        extensions,
        missing,
        explanation,
        ..
    } = agreement;
    tracing::debug!(extensions, ?subprotocol, %explanation, "connection opened");
    let now = Instant::now().into_std();
    let connection = Connection::client(&settings.config, chain, keys::mask_key, now);
    // Frames behind the answer are kept, an empty buffer is not.
    let read_ahead = if input.is_empty() {
        BytesMut::new()
    } else {
        input
    };
    let mut socket = WebSocket::from_parts(transport, connection, read_ahead);
    if missing.is_empty() {
        let request = handshake.request().clone();
        return Ok(Connected {
            socket,
            response,
            subprotocol,
            extensions,
            explanation,
            request,
            peer,
        });
    }
    let reason = missing_reason(&missing);
    tracing::debug!(reason, "closing with 1010");
    let closed = socket.close(CloseCode::MANDATORY_EXTENSION, &reason).await;
    let closure = closed.expect("a client may send 1010, and the reason is cut to its bound");
    Err(Fault::Missing(Box::new(Missing {
        names: missing,
        explanation,
        closure,
    }))
    .into())
}

/// Sends the request and reads until the answer is whole.
async fn exchange(
    transport: &mut impl Transport,
    handshake: &mut ClientHandshake,
    input: &mut BytesMut,
) -> Result<Opened, Fault> {
    let sending = async {
        transport.write_all(&handshake.head()).await?;
        transport.flush().await
    };
    sending.await.map_err(Fault::Lost)?;
    tracing::debug!(uri = %handshake.request().uri(), "request sent");
    loop {
        match handshake.receive(input) {
            Ok(Some(opened)) => return Ok(opened),
            Ok(None) => {}
            Err(HandshakeError::Head(_)) if speaks_tls(input) => return Err(Fault::TlsAnswer),
            Err(error) => return Err(Fault::Handshake(error)),
        }
        input.reserve(READ_BYTES);
        match timeout(BODY_PATIENCE, transport.read_buf(input)).await {
            Ok(Ok(0)) => return Err(Fault::Handshake(handshake.receive_eof())),
            Ok(Ok(_)) => {}
            // TLS that ends without close_notify: the answer's own framing says if it is whole.
            Ok(Err(error)) if error.kind() == io::ErrorKind::UnexpectedEof => {
                return Err(Fault::Handshake(handshake.receive_eof()));
            }
            Ok(Err(error)) => return Err(refusal_so_far(handshake).unwrap_or(Fault::Lost(error))),
            // A head may take until the deadline; for the rest of a body nobody wants to wait.
            Err(_) => {
                if let Some(refusal) = refusal_so_far(&mut handshake.clone()) {
                    return Err(refusal);
                }
            }
        }
    }
}

/// The refusal whose head has arrived, if that is how far it came.
fn refusal_so_far(handshake: &mut ClientHandshake) -> Option<Fault> {
    let error = handshake.receive_eof();
    error.answer().is_some().then_some(Fault::Handshake(error))
}

/// Whether this is a TLS record: an alert or a handshake message, of any version.
fn speaks_tls(input: &[u8]) -> bool {
    matches!(input, [0x15 | 0x16, 0x03, ..])
}

/// Most answers fit.
const READ_BYTES: usize = 2 << 10;

/// How long the body of a refusal may stand still before what there is of it is enough.
const BODY_PATIENCE: Duration = Duration::from_secs(1);
