//! A server that does what no good server would, byte for byte.

use core::net::{Ipv4Addr, SocketAddr};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::JoinHandle;

use rejoin::proto::handshake::accept_key;
use tokio::net::TcpSocket;

use crate::process::PATIENCE;

/// A port on which nobody listens, and that nobody else can take meanwhile.
pub(crate) fn port_of_nobody() -> (TcpSocket, SocketAddr) {
    let held = TcpSocket::new_v4().expect("a socket");
    let any = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    held.bind(any).expect("a free port");
    let address = held.local_addr().expect("it is bound");
    (held, address)
}

/// A server for one connection.
pub(crate) struct Fake {
    pub(crate) url: String,
    thread: JoinHandle<Vec<u8>>,
}

impl Fake {
    /// Answers any request with these bytes.
    pub(crate) fn answering(answer: &'static [u8]) -> Self {
        Self::start(move |mut stream, _| {
            stream.write_all(answer).expect("the client reads");
            stream
        })
    }

    /// Opens and sends these bytes; the end of the transport is for the client to begin.
    pub(crate) fn sending(frames: &'static [u8]) -> Self {
        Self::start(move |stream, head| {
            let mut stream = open(stream, head);
            stream.write_all(frames).expect("the client reads");
            stream
        })
    }

    /// Opens, sends these bytes, a Close frame last, and ends the transport as a server should.
    pub(crate) fn closing(frames: &'static [u8]) -> Self {
        Self::start(move |stream, head| {
            let mut stream = open(stream, head);
            stream.write_all(frames).expect("the client reads");
            let ended = stream.shutdown(std::net::Shutdown::Write);
            ended.expect("the stream is open");
            stream
        })
    }

    /// Opens and ends the transport.
    pub(crate) fn vanishing() -> Self {
        Self::start(|stream, head| {
            let stream = open(stream, head);
            stream
                .shutdown(std::net::Shutdown::Write)
                .expect("the stream is open");
            stream
        })
    }

    /// What the client sent after its request, once it has ended the transport.
    pub(crate) fn received(self) -> Vec<u8> {
        self.thread
            .join()
            .expect("the server saw the client through")
    }

    fn start(play: impl FnOnce(TcpStream, &str) -> TcpStream + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        let thread = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("a client");
            stream
                .set_read_timeout(Some(PATIENCE))
                .expect("a valid time");
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                stream.read_exact(&mut byte).expect("a whole request");
                head.extend(byte);
            }
            let head = String::from_utf8(head).expect("a request is ASCII");
            let mut stream = play(stream, &head);
            let mut received = Vec::new();
            // A reset is as good an end as any.
            let _ = stream.read_to_end(&mut received);
            received
        });
        Self {
            url: format!("ws://{address}"),
            thread,
        }
    }
}

/// Switches protocols, without extensions.
fn open(mut stream: TcpStream, head: &str) -> TcpStream {
    let line = head
        .lines()
        .find(|line| line.to_lowercase().starts_with("sec-websocket-key:"));
    let (_, key) = line.and_then(|line| line.split_once(':')).expect("a key");
    let answer = format!(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Accept: {}\r\n\r\n",
        accept_key(key.trim()),
    );
    stream
        .write_all(answer.as_bytes())
        .expect("the client reads");
    stream
}
