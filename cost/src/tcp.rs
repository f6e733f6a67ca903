//! The same over TCP: a server made of the public parts, and a peer that is none of ours.

use core::net::SocketAddr;
use core::sync::atomic::{AtomicU32, Ordering};
use core::time::Duration;
use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

use rejoin::{Error, Kind, Server, WebSocket};
use tokio::runtime::Builder;
use tokio::sync::Notify;

use crate::workload::Conversation;

/// An exchange with a server, over and over.
#[derive(Clone, Copy, Debug)]
pub struct Exchange {
    name: &'static str,
    rounds: u32,
    what: What,
}

#[derive(Clone, Copy, Debug)]
enum What {
    /// A connection on which so many messages of that size are sent in one write, then their
    /// answers awaited, in each round.
    Echo { bytes: usize, messages: u32 },
    /// A connection in each round, on which nothing is said but Close.
    Connection,
}

impl Exchange {
    /// Every exchange, in the order of the reports.
    pub fn all() -> impl Iterator<Item = Self> {
        EXCHANGES.iter().copied()
    }

    /// `tcp/what it does/what with`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// How many rounds are enough to count what one costs.
    pub const fn rounds(&self) -> u32 {
        self.rounds
    }

    /// How many messages a round has, or connections.
    pub const fn operations(&self) -> u32 {
        match self.what {
            What::Echo { messages, .. } => messages,
            What::Connection => 1,
        }
    }

    /// How many connections so many rounds take.
    pub const fn connections(&self, rounds: u32) -> u32 {
        match self.what {
            What::Echo { .. } => 1,
            What::Connection => rounds,
        }
    }

    /// Whether what happens, and how often the server waits and is woken, depends on the exchange
    /// alone: one connection may still be ending while the next one comes.
    pub const fn is_strict(&self) -> bool {
        matches!(self.what, What::Echo { .. })
    }

    /// Plays the peer for so many rounds.
    ///
    /// # Errors
    ///
    /// If the server ends early.
    ///
    /// # Panics
    ///
    /// If it answers with anything but the echo.
    pub fn run(&self, server: SocketAddr, rounds: u32) -> io::Result<()> {
        match self.what {
            What::Echo { bytes, messages } => {
                let conversation = Conversation::with_server(Kind::Binary, bytes, messages);
                let mut peer = Peer::connect(server)?;
                for _ in 0..rounds {
                    peer.ask(&conversation)?;
                }
                peer.say_goodbye()
            }
            What::Connection => (0..rounds).try_for_each(|_| Peer::connect(server)?.say_goodbye()),
        }
    }
}

const EXCHANGES: &[Exchange] = &[
    Exchange {
        name: "tcp/echo/16 B x64",
        rounds: 40,
        what: What::Echo {
            bytes: 16,
            messages: 64,
        },
    },
    Exchange {
        name: "tcp/echo/16 B",
        rounds: 1000,
        what: What::Echo {
            bytes: 16,
            messages: 1,
        },
    },
    Exchange {
        name: "tcp/echo/1 KiB",
        rounds: 200,
        what: What::Echo {
            bytes: 1 << 10,
            messages: 1,
        },
    },
    Exchange {
        name: "tcp/connection",
        rounds: 40,
        what: What::Connection,
    },
];

/// Serves an echo on a runtime of this thread until so many connections are over.
///
/// # Errors
///
/// If the listening socket is broken.
pub fn serve(listener: TcpListener, connections: u32) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let (left, all_over) = (
            Arc::new(AtomicU32::new(connections)),
            Arc::new(Notify::new()),
        );
        let over = Arc::clone(&all_over);
        let handler = move |socket: WebSocket, _request| {
            let (left, all_over) = (Arc::clone(&left), Arc::clone(&over));
            async move {
                let ended = echo(socket).await;
                if left.fetch_sub(1, Ordering::Relaxed) == 1 {
                    all_over.notify_one();
                }
                ended
            }
        };
        let server = Server::builder().listener(listener);
        let over = async move { all_over.notified().await };
        // In a task of its own: waking what a runtime was started for is not as cheap.
        let serving = tokio::spawn(server.serve_until(handler, over));
        serving.await.map_err(io::Error::other)?
    })
}

/// The idiomatic loop.
pub(crate) async fn echo(mut socket: WebSocket) -> Result<(), Error> {
    while let Some(message) = socket.recv().await? {
        socket.send(message).await?;
    }
    Ok(())
}

/// A client by hand.
struct Peer(TcpStream);

impl Peer {
    fn connect(server: SocketAddr) -> io::Result<Self> {
        let mut stream = TcpStream::connect(server)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let request = format!(
            "GET / HTTP/1.1\r\nHost: {server}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        );
        stream.write_all(request.as_bytes())?;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte)?;
            head.extend_from_slice(&byte);
        }
        assert!(
            head.starts_with(b"HTTP/1.1 101 "),
            "the server did not accept"
        );
        Ok(Self(stream))
    }

    fn ask(&mut self, conversation: &Conversation) -> io::Result<()> {
        self.0.write_all(&conversation.question)?;
        let mut answer = vec![0; conversation.answer.len()];
        self.0.read_exact(&mut answer)?;
        assert!(answer == conversation.answer, "the echo is not the message");
        Ok(())
    }

    fn say_goodbye(mut self) -> io::Result<()> {
        self.ask(&Conversation::goodbye())?;
        let rest = self.0.read_to_end(&mut Vec::new())?;
        assert_eq!(rest, 0, "nothing follows Close");
        Ok(())
    }
}

/// A server that says nothing for so long has a fault.
const PATIENCE: Duration = Duration::from_secs(60);
