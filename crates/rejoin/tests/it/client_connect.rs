//! Connecting over loopback sockets, and giving up at any moment.

use core::fmt::Debug;
use core::future::{Future, poll_fn};
use core::pin::pin;
use core::task::Poll;
use core::time::Duration;
use std::io;

use rejoin::{Client, ConnectError, Message};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::task::yield_now;
use tokio::time::timeout;

use crate::client_peer::{read_request, read_to_end, switching};

async fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}/", listener.local_addr().unwrap());
    (listener, url)
}

#[tokio::test]
async fn connects_over_tcp_and_names_the_peer() {
    let (listener, url) = listen().await;
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let request = read_request(&mut stream).await;
        let mut answer = switching(&request, "").into_bytes();
        answer.extend_from_slice(b"\x81\x02hi");
        stream.write_all(&answer).await.unwrap();
        stream
    });
    let connected = Client::new().connect(&url).await.unwrap();
    assert_eq!(connected.peer, Some(address));
    assert_eq!(
        connected.request.headers()["host"],
        address.to_string().as_str()
    );
    let mut socket = connected.socket;
    assert_eq!(socket.recv().await.unwrap(), Some(Message::text("hi")));
    server.await.unwrap();
}

#[tokio::test]
async fn a_port_on_which_nobody_listens_is_told_with_its_address() {
    // Bound and not listening: nobody else can take the port meanwhile.
    let held = TcpSocket::new_v4().unwrap();
    held.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = held.local_addr().unwrap();
    let url = format!("ws://{address}/");
    let error: ConnectError = rejoin::connect(&url).await.unwrap_err();
    assert!(error.is_connect(), "{error}");
    assert_eq!(error.attempts()[0].address, address);
    assert_eq!(
        error.attempts()[0].error.kind(),
        io::ErrorKind::ConnectionRefused
    );
    assert!(
        error
            .to_string()
            .contains(&format!("{address} connection refused")),
        "{error}"
    );
}

#[tokio::test]
async fn connect_dropped_at_any_await_leaves_no_connection_behind() {
    for polls in 0.. {
        let (listener, url) = listen().await;
        let address = listener.local_addr().unwrap();
        let server = tokio::spawn(serve_until_marker(listener));
        if complete_within(Client::new().connect(&url), polls).await {
            assert!(polls > 2, "there is more than one await: {polls}");
            return;
        }
        // Connections are served in the order in which they were made, each to its end.
        let mut marker = TcpStream::connect(address).await.unwrap();
        marker.write_all(MARKER).await.unwrap();
        let ended = timeout(Duration::from_secs(60), server).await;
        ended
            .expect("the server sees the end of every connection")
            .unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn handshake_dropped_at_any_await_drops_the_transport() {
    for polls in 0.. {
        let (near, mut far) = tokio::io::duplex(7);
        let server = tokio::spawn(async move {
            answer(&mut far).await;
            read_to_end(&mut far).await;
        });
        if complete_within(Client::new().handshake(near, "ws://example.com/"), polls).await {
            assert!(
                polls > 20,
                "request and answer come in small pieces: {polls}"
            );
            return;
        }
        let ended = timeout(Duration::from_secs(60), server).await;
        ended.expect("the server sees the end").unwrap();
    }
}

/// What a connection sends of which the server knows that no other one comes.
const MARKER: &[u8] = b"no more\r\n\r\n";

async fn serve_until_marker(listener: TcpListener) {
    loop {
        let (mut stream, _) = listener.accept().await.unwrap();
        if answer(&mut stream).await.as_bytes() == MARKER {
            return;
        }
        read_to_end(&mut stream).await;
    }
}

/// Answers a request a little at a time, as far as the client lets it; returns what came.
async fn answer(stream: &mut (impl AsyncRead + AsyncWrite + Unpin)) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return String::new(),
        }
    }
    let head = String::from_utf8(head).unwrap();
    if head.starts_with("GET ") {
        for piece in switching(&head, "").as_bytes().chunks(20) {
            if stream.write_all(piece).await.is_err() {
                break;
            }
            yield_now().await;
        }
    }
    head
}

/// Polls at most so many times, each time after having been woken, then drops. Whether it was done
/// by then.
async fn complete_within<T, E: Debug>(
    future: impl Future<Output = Result<T, E>>,
    polls: u32,
) -> bool {
    let mut future = pin!(future);
    let mut left = polls;
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(false);
        }
        left -= 1;
        future
            .as_mut()
            .poll(context)
            .map(|done| done.map(drop).map(|()| true).unwrap())
    })
    .await
}
