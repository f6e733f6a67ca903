//! Saying no, so that the peer gets to read why.

use core::time::Duration;

use rejoin_proto::handshake::encode_response;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::timeout;

use crate::transport::Transport;

/// Writes an answer and ends the transport in order, within `patience`.
///
/// What the peer still sends is read and dropped for a while: closing a socket with unread bytes
/// would reset the connection and could take the answer with it.
pub(super) async fn refuse(
    mut transport: impl Transport,
    response: &http::Response<String>,
    patience: Duration,
) {
    let answer = encode_response(response);
    let saying = async {
        transport.write_all(&answer).await?;
        transport.shutdown().await?;
        let mut rest = [0; 1024];
        let mut dropped = 0;
        while dropped < MOST_DROPPED_BYTES {
            match transport.read(&mut rest).await? {
                0 => break,
                read => dropped += read,
            }
        }
        std::io::Result::Ok(())
    };
    // The peer may be gone, or not listen: it has been told, or it does not want to know.
    let _ = timeout(patience.min(MOST_PATIENCE), saying).await;
}

const MOST_DROPPED_BYTES: usize = 64 << 10;

const MOST_PATIENCE: Duration = Duration::from_secs(2);
