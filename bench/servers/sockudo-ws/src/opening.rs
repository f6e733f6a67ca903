//! The opening handshake with permessage-deflate, from the library's own parts.

use bytes::{Buf as _, BytesMut};
use echo_contract::Socket;
use sockudo_ws::deflate::{DeflateNegotiation, negotiate_server_deflate};
use sockudo_ws::handshake::{build_response, generate_accept_key, parse_request};
use sockudo_ws::{
    CompressedWebSocketStream, Config, DeflateConfig, Error, Result, Role, WebSocketStream,
};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

/// A connection that is open.
pub(crate) enum Opened<S> {
    Plain(WebSocketStream<S>),
    Compressed(CompressedWebSocketStream<S>),
}

/// The most that a request may need, in bytes.
const LONGEST_REQUEST: usize = 8192;

/// Accepts a connection, with deflate if the client offers what `policy` allows.
pub(crate) async fn accept<S: Socket>(
    mut socket: S,
    config: Config,
    policy: &DeflateConfig,
) -> Result<Opened<S>> {
    let mut received = BytesMut::with_capacity(4096);
    loop {
        if received.len() > LONGEST_REQUEST {
            return Err(Error::InvalidHttp("request too large"));
        }
        if socket.read_buf(&mut received).await? == 0 {
            return Err(Error::ConnectionClosed);
        }
        let Some((request, consumed)) = parse_request(&received)? else {
            continue;
        };
        let agreed = request
            .extensions
            .and_then(|offers| negotiate_server_deflate(offers, policy));
        let header = agreed.as_ref().map(DeflateNegotiation::to_response_header);
        let response = build_response(&generate_accept_key(request.key), None, header.as_deref());
        socket.write_all(&response).await?;
        socket.flush().await?;

        received.advance(consumed);
        let leftover = (!received.is_empty()).then(|| received.freeze());
        return Ok(match agreed {
            Some(agreed) => Opened::Compressed(CompressedWebSocketStream::server_with_leftover(
                socket,
                config,
                agreed.config,
                leftover,
            )),
            None => Opened::Plain(WebSocketStream::from_raw_with_leftover(
                socket,
                Role::Server,
                config,
                leftover,
            )),
        });
    }
}
