//! What is small stays small, and what may travel between threads may.

use core::fmt::Debug;
use core::future::Future;
use core::mem::size_of;

use rejoin::proto::Connection;
use rejoin::{
    Accepted, Acceptor, Closure, Error, Incoming, MessageReader, MessageWriter, Receiver, Sender,
    Server, ServerBuilder, WebSocket,
};
use tokio::net::TcpStream;

/// A bound that is as tight as it can be: smaller is fine too, and then to be written here.
#[track_caller]
fn check<T>(at_most: usize) {
    let size = size_of::<T>();
    assert!(size <= at_most, "{size} bytes, {at_most} at most");
    assert!(size * 4 > at_most * 3, "{size} bytes: lower the {at_most}");
}

#[test]
fn a_handle_is_two_words_and_an_error_one() {
    check::<WebSocket>(16);
    check::<Sender>(16);
    check::<Receiver>(16);
    check::<Error>(8);
    check::<Result<(), Error>>(8);
}

#[test]
fn a_connection_without_its_buffers_fits_in_104_bytes() {
    check::<Connection>(104);
}

/// The same for the future that a function returns.
#[track_caller]
fn check_future<A, F: Future>(_: impl FnOnce(A) -> F, at_most: usize) {
    check::<F>(at_most);
}

#[test]
fn the_futures_of_a_socket_are_small() {
    type Socket = &'static mut WebSocket;
    check_future(|socket: Socket| socket.recv(), 8);
    check_future(|socket: Socket| socket.send("text"), 48);
    check_future(|socket: Socket| socket.flush(), 40);
    check_future(|socket: Socket| socket.ping(), 32);
    let code = rejoin::CloseCode::NORMAL_CLOSURE;
    check_future(move |socket: Socket| socket.start_close(code, ""), 104);
    check_future(move |socket: Socket| socket.close(code, ""), 88);
}

#[test]
fn the_future_of_a_handler_is_small() {
    let echo = |mut socket: WebSocket| async move {
        while let Some(message) = socket.recv().await? {
            socket.send(message).await?;
        }
        Ok::<_, Error>(())
    };
    check_future(echo, 152);
    let frugal = |mut socket: WebSocket| async move {
        loop {
            let Some(message) = socket.recv().await? else {
                return Ok::<_, Error>(());
            };
            socket.send(message).await?;
        }
    };
    check_future(frugal, 72);
}

#[test]
fn the_futures_of_handshakes_are_no_larger_than_what_they_carry() {
    check_future(rejoin::connect, 6856);
    let receive = |(acceptor, stream): (&'static Acceptor, TcpStream)| acceptor.receive(stream);
    check_future(receive, 392);
    check_future(Incoming::<TcpStream>::accept, 744);
}

#[test]
fn sockets_travel_between_threads_and_are_shared_by_them() {
    const fn travels<T: Send + Sync + Unpin + Debug>() {}
    travels::<WebSocket>();
    travels::<Sender>();
    travels::<Receiver>();
    travels::<MessageReader<'_>>();
    travels::<MessageWriter<'_>>();
    travels::<Error>();
    travels::<Closure>();
    travels::<Server>();
    travels::<ServerBuilder>();
    travels::<Acceptor>();
    travels::<Incoming<TcpStream>>();
    travels::<Accepted>();
}

#[test]
fn futures_travel_between_threads() {
    fn travels<T: Send>(_: impl FnOnce(&'static mut WebSocket) -> T) {}
    travels(WebSocket::recv);
    travels(|socket| socket.send("text"));
    travels(WebSocket::flush);
    travels(WebSocket::ping);
    travels(WebSocket::recv_pieces);
    travels(|socket| socket.close(rejoin::CloseCode::NORMAL_CLOSURE, ""));
    travels(|socket| socket.start_close(rejoin::CloseCode::NORMAL_CLOSURE, ""));
}
