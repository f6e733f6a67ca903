//! What a handler's scope does for it: writes when it waits, says goodbye when it ends.

use core::future::{Future, pending};
use core::pin::Pin;
use core::sync::atomic::{AtomicUsize, Ordering};
use core::task::{Context, Poll};
use std::io::{self, IoSlice};
use std::sync::Arc;

use bytes::BytesMut;
use rejoin_proto::Connection;
use rejoin_proto::extension::Chain;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, DuplexStream, ReadBuf};
use tokio::task::{JoinHandle, yield_now};
use tokio::time::Instant;

use super::{HandlerOutput, run};
use crate::error::Error;
use crate::socket::WebSocket;

/// A pipe that counts writes.
struct Counted {
    pipe: DuplexStream,
    writes: Arc<AtomicUsize>,
}

impl AsyncRead for Counted {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.pipe).poll_read(context, buffer)
    }
}

impl AsyncWrite for Counted {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.poll_write_vectored(context, &[IoSlice::new(bytes)])
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.writes.fetch_add(1, Ordering::Relaxed);
        Pin::new(&mut self.pipe).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.pipe).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.pipe).poll_shutdown(context)
    }
}

fn server() -> (WebSocket, DuplexStream, Arc<AtomicUsize>) {
    let (pipe, peer) = tokio::io::duplex(1 << 16);
    let writes = Arc::new(AtomicUsize::new(0));
    let transport = Counted {
        pipe,
        writes: Arc::clone(&writes),
    };
    let now = Instant::now().into_std();
    let connection = Connection::server(&Arc::default(), Chain::new(), now);
    let socket = WebSocket::from_parts(transport, connection, BytesMut::new());
    (socket, peer, writes)
}

fn handle<H, F>(handler: H) -> (JoinHandle<()>, DuplexStream, Arc<AtomicUsize>)
where
    H: FnOnce(WebSocket) -> F,
    F: Future<Output: HandlerOutput> + Send + 'static,
{
    let (socket, peer, writes) = server();
    (tokio::spawn(run(handler(socket), ())), peer, writes)
}

async fn settle() {
    for _ in 0..64 {
        yield_now().await;
    }
}

/// A text frame of a client, masked with zeros.
fn question(text: &str) -> Vec<u8> {
    let length = u8::try_from(text.len()).unwrap();
    [&[0x81, 0x80 | length, 0, 0, 0, 0], text.as_bytes()].concat()
}

fn answer(text: &str) -> Vec<u8> {
    let length = u8::try_from(text.len()).unwrap();
    [&[0x81, length], text.as_bytes()].concat()
}

/// Reads the server's Close, replies to it, and returns its code.
async fn say_goodbye_to(peer: &mut DuplexStream) -> u16 {
    let mut close = [0; 4];
    peer.read_exact(&mut close).await.unwrap();
    assert_eq!(close[..2], [0x88, 2], "{close:?}");
    peer.write_all(&[0x88, 0x82, 0, 0, 0, 0, close[2], close[3]])
        .await
        .unwrap();
    u16::from_be_bytes([close[2], close[3]])
}

async fn echo(mut socket: WebSocket) -> Result<(), Error> {
    while let Some(message) = socket.recv().await? {
        socket.send(message).await?;
    }
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn answers_to_messages_of_one_read_leave_in_one_write() {
    let (_handling, mut peer, writes) = handle(echo);
    let texts: Vec<_> = (0..64).map(|number| number.to_string()).collect();
    let questions: Vec<_> = texts.iter().map(|text| question(text)).collect();
    peer.write_all(&questions.concat()).await.unwrap();
    settle().await;
    assert_eq!(writes.load(Ordering::Relaxed), 1);
    let answers: Vec<_> = texts.iter().map(|text| answer(text)).collect();
    let answers = answers.concat();
    let mut read = vec![0; answers.len()];
    peer.read_exact(&mut read).await.unwrap();
    assert_eq!(read, answers);
}

#[tokio::test(start_paused = true)]
async fn an_answer_leaves_while_the_handler_waits_for_what_never_comes() {
    let (_handling, mut peer, _) = handle(|mut socket| async move {
        if let Some(message) = socket.recv().await? {
            socket.send(message).await?;
        }
        pending::<Result<(), Error>>().await
    });
    peer.write_all(&[question("one"), question("two")].concat())
        .await
        .unwrap();
    let mut read = [0; 5];
    peer.read_exact(&mut read).await.unwrap();
    assert_eq!(read[..], answer("one"));
}

#[tokio::test(start_paused = true)]
async fn a_handler_that_returns_says_1000() {
    let (handling, mut peer, _) = handle(|socket| async move { drop(socket) });
    assert_eq!(say_goodbye_to(&mut peer).await, 1000);
    drop(peer);
    handling.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_handler_that_fails_says_1011() {
    let (handling, mut peer, _) = handle(|socket| async move {
        let _socket = socket;
        Err::<(), _>("failed")
    });
    assert_eq!(say_goodbye_to(&mut peer).await, 1011);
    drop(peer);
    handling.await.unwrap();
}

fn bug() {
    panic!("a bug of the handler");
}

#[tokio::test(start_paused = true)]
async fn a_handler_that_panics_says_1011() {
    let (handling, mut peer, _) = handle(|socket| async move {
        let _socket = socket;
        bug();
    });
    assert_eq!(say_goodbye_to(&mut peer).await, 1011);
    assert!(handling.await.unwrap_err().is_panic());
}

/// A future that keeps its socket when it is done, as `Forward` of futures does.
struct Keeping(#[expect(dead_code, reason = "it is dropped, and that is all")] WebSocket);

impl Future for Keeping {
    type Output = Result<(), &'static str>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(Err("failed"))
    }
}

#[tokio::test(start_paused = true)]
async fn a_handler_that_keeps_its_socket_to_the_end_says_goodbye_by_its_outcome() {
    let (handling, mut peer, _) = handle(Keeping);
    assert_eq!(say_goodbye_to(&mut peer).await, 1011);
    drop(peer);
    handling.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_handler_that_goes_on_without_its_socket_has_it_closed_meanwhile() {
    let (handling, mut peer, _) = handle(|socket| async move {
        drop(socket);
        pending::<()>().await;
    });
    assert_eq!(say_goodbye_to(&mut peer).await, 1000);
    let mut rest = Vec::new();
    peer.read_to_end(&mut rest).await.unwrap();
    assert!(rest.is_empty() && !handling.is_finished());
}

#[tokio::test(start_paused = true)]
async fn sockets_that_were_dropped_before_a_panic_are_closed_too() {
    let (socket, mut peer, _) = server();
    let handling = tokio::spawn(run(
        async move {
            drop(socket);
            bug();
        },
        (),
    ));
    assert_eq!(say_goodbye_to(&mut peer).await, 1000);
    assert!(handling.await.unwrap_err().is_panic());
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_handler_has_its_socket_closed() {
    let (handling, mut peer, _) = handle(|socket| async move {
        let _socket = socket;
        pending::<()>().await;
    });
    settle().await;
    handling.abort();
    assert_eq!(say_goodbye_to(&mut peer).await, 1000);
}

#[tokio::test(start_paused = true)]
async fn what_was_gathered_leaves_when_the_handler_is_cancelled() {
    let (socket, mut peer, _) = server();
    let (pass, take) = tokio::sync::oneshot::channel();
    // A pipe that is full: the handler's answer has to wait.
    let handling = tokio::spawn(run(
        async move {
            let mut socket = socket;
            for _ in 0..2 {
                let answer = vec![7_u8; 60_000];
                let _ = socket.recv().await?;
                socket.send(answer).await?;
            }
            let _ = pass.send(socket);
            pending::<Result<(), Error>>().await
        },
        (),
    ));
    peer.write_all(&[question("one"), question("two"), question("three")].concat())
        .await
        .unwrap();
    // The socket belongs to somebody else, who does nothing with it.
    let _socket = take.await.unwrap();
    settle().await;
    handling.abort();
    assert!(handling.await.unwrap_err().is_cancelled());
    let mut read = vec![0; 2 * 60_004];
    peer.read_exact(&mut read).await.unwrap();
    assert_eq!(read[..4], [0x82, 126, 0xea, 0x60]);
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_does_not_read_cannot_hold_a_handler_that_has_returned() {
    let (handling, peer, _) =
        handle(|mut socket| async move { socket.send(vec![7_u8; 200_000]).await });
    let before = Instant::now();
    handling.await.unwrap();
    assert_eq!(before.elapsed().as_secs(), 10, "the close budget");
    drop(peer);
}

#[tokio::test(start_paused = true)]
async fn sockets_that_a_handler_leaves_are_closed_side_by_side() {
    let (one, slow, _) = server();
    let (two, mut peer, _) = server();
    let _handling = tokio::spawn(run(async move { drop((one, two)) }, ()));
    let before = Instant::now();
    assert_eq!(say_goodbye_to(&mut peer).await, 1000);
    assert_eq!(before.elapsed().as_secs(), 0);
    drop(slow);
}

#[test]
fn a_scope_adds_two_words_to_the_task_of_its_handler() {
    let size = size_of_val(&run(pending::<()>(), ()));
    assert!(size <= 2 * size_of::<usize>(), "{size} bytes");
}
