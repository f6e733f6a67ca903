//! Answers that are no 101, so that the peer gets to read them.

use core::time::Duration;
use std::io;

use bytes::Bytes;
use http::Method;
use rejoin_proto::handshake::encode_response;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::timeout;

use crate::transport::Transport;

/// Says no and ends the transport in order, within `patience`.
pub(super) async fn refuse(
    mut transport: impl Transport,
    response: &http::Response<String>,
    patience: Duration,
) {
    let answer = encode_response(response);
    let saying = async {
        write(&mut transport, &answer).await?;
        drop_rest(&mut transport).await
    };
    // The peer may be gone, or not listen: it has been told, or it does not want to know.
    let _ = timeout(patience.min(MOST_PATIENCE), saying).await;
}

/// Answers a request of plain HTTP and ends the transport in order. The answer may take `patience`
/// to be written, for it can be large.
pub(super) async fn answer(
    mut transport: impl Transport,
    method: &Method,
    response: &http::Response<Bytes>,
    patience: Duration,
) {
    let mut answer = encode_response(response);
    if method == Method::HEAD {
        let blank_line = answer.windows(4).position(|end| end == b"\r\n\r\n");
        answer.truncate(blank_line.map_or(answer.len(), |start| start + 4));
    }
    // As above.
    if let Ok(Ok(())) = timeout(patience, write(&mut transport, &answer)).await {
        let _ = timeout(patience.min(MOST_PATIENCE), drop_rest(&mut transport)).await;
    }
}

async fn write(transport: &mut impl Transport, answer: &[u8]) -> io::Result<()> {
    transport.write_all(answer).await?;
    transport.shutdown().await
}

/// Reads and drops what the peer still sends, for a while: closing a socket with unread bytes would
/// reset the connection and could take the answer with it.
async fn drop_rest(transport: &mut impl Transport) -> io::Result<()> {
    let mut rest = [0; 1024];
    let mut dropped = 0;
    while dropped < MOST_DROPPED_BYTES {
        match transport.read(&mut rest).await? {
            0 => break,
            read => dropped += read,
        }
    }
    Ok(())
}

const MOST_DROPPED_BYTES: usize = 64 << 10;

const MOST_PATIENCE: Duration = Duration::from_secs(2);
