//! Whether a port that did not answer understands the other language.

use core::net::SocketAddr;
use core::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};

use super::trust::Trust;
use super::{network, tls};
use crate::check::facts::{SecondLook, TlsFault};

/// Whether TLS is spoken there. Nothing is sent but the beginning of a handshake.
pub(in crate::check) async fn tls(
    host: &str,
    address: SocketAddr,
    patience: Duration,
) -> SecondLook {
    let (_, stream) = network::call(address, patience).await;
    let Some(stream) = stream else {
        return SecondLook::DoesNot;
    };
    let (seen, _) = tls::shake(&Trust::in_anybody(), host, stream, patience).await;
    match seen.outcome {
        Ok(_) | Err(TlsFault::Alert(_) | TlsFault::Incompatible(_) | TlsFault::Untrusted) => {
            SecondLook::Understands
        }
        Err(TlsFault::Ended | TlsFault::NotTls(_) | TlsFault::Other(_) | TlsFault::TimedOut) => {
            SecondLook::DoesNot
        }
    }
}

/// Whether plain HTTP is spoken there. The request has nothing in it but the host.
pub(in crate::check) async fn plain(
    authority: &str,
    address: SocketAddr,
    patience: Duration,
) -> SecondLook {
    let (_, stream) = network::call(address, patience).await;
    let Some(mut stream) = stream else {
        return SecondLook::DoesNot;
    };
    match timeout_at(Instant::now() + patience, ask(&mut stream, authority)).await {
        Ok(Ok(true)) => SecondLook::Understands,
        Ok(Ok(false) | Err(_)) | Err(_) => SecondLook::DoesNot,
    }
}

async fn ask(stream: &mut TcpStream, authority: &str) -> std::io::Result<bool> {
    let request = format!("GET / HTTP/1.1\r\nHost: {authority}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut start = [0; 5];
    stream.read_exact(&mut start).await?;
    Ok(&start == b"HTTP/")
}
