//! Drains: who is closed when, what is said, what is lost and what is not. In memory, in virtual time.

mod accepted;
mod busy;
mod course;
mod doors;
mod handlers;
mod peers;

use core::num::NonZeroU32;
use core::time::Duration;

use rejoin::{Acceptor, Client, Connections, Drain, Error, Extensions, WebSocket};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::task::JoinHandle;

/// A service that echoes.
#[derive(Clone, Default)]
struct Service {
    acceptor: Acceptor,
}

impl Service {
    fn connections(&self) -> &Connections {
        self.acceptor.connections()
    }

    /// The client's end of a transport whose other end is served by `handler`.
    fn transport<H, F>(&self, handler: H) -> (DuplexStream, JoinHandle<Result<(), Error>>)
    where
        H: FnOnce(WebSocket) -> F + Send + 'static,
        F: Future<Output = Result<(), Error>> + Send + 'static,
    {
        let (ours, theirs) = tokio::io::duplex(1 << 20);
        let acceptor = self.acceptor.clone();
        let serving = tokio::spawn(async move {
            let incoming = acceptor.receive(theirs).await.unwrap();
            match incoming.accept().await {
                Ok(accepted) => handler(accepted.socket).await,
                Err(_) => Ok(()),
            }
        });
        (ours, serving)
    }

    /// A client of the service.
    async fn client(&self) -> WebSocket {
        let client = Client::new().extensions(Extensions::new());
        let (transport, _serving) = self.transport(echo);
        let connected = client.handshake(transport, "ws://a.example/").await;
        connected.unwrap().socket
    }

    async fn clients(&self, number: usize) -> Vec<WebSocket> {
        let mut clients = Vec::new();
        for _ in 0..number {
            clients.push(self.client().await);
        }
        clients
    }
}

/// Shakes hands as a peer that speaks for itself.
async fn raw_client(mut transport: DuplexStream) -> DuplexStream {
    let request = "GET / HTTP/1.1\r\nHost: a.example\r\nUpgrade: websocket\r\n\
                   Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
                   Sec-WebSocket-Version: 13\r\n\r\n";
    transport.write_all(request.as_bytes()).await.unwrap();
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(transport.read_u8().await.unwrap());
    }
    transport
}

async fn echo(mut socket: WebSocket) -> Result<(), Error> {
    while let Some(message) = socket.recv().await? {
        socket.send(message).await?;
    }
    Ok(())
}

fn per_second(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).unwrap()
}

/// At this rate and no faster, told to nobody before.
fn steady(rate: u32) -> Drain {
    Drain::new().rate(per_second(rate)).within(Duration::MAX)
}

/// Receives until the end, as a client that does its part, and tells when that was.
fn until_closed(mut socket: WebSocket) -> JoinHandle<(WebSocket, tokio::time::Instant)> {
    tokio::spawn(async move {
        while socket.recv().await.unwrap().is_some() {}
        (socket, tokio::time::Instant::now())
    })
}
