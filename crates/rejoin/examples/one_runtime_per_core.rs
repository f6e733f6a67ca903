//! An echo server with a runtime and a listening socket for each core: connections stay where they
//! were accepted, and no two cores share a queue of tasks, a timer or an accept loop.
//!
//! Run it with `cargo run --release -p rejoin --example one_runtime_per_core`, connect a few times with
//! `cargo run -- connect ws://127.0.0.1:9001`, and press Ctrl-C in the server: it says on which core
//! each connection was, and one drain closes them all, because the servers share a registry.
//!
//! The sockets have the same address (`SO_REUSEPORT`), and Linux spreads connections over them by
//! their addresses, not by load: a core whose connections are the busy ones gets no help from the
//! others, which tokio's ordinary scheduler would give. It pays where there are many connections, all
//! alike. Each socket has a queue of its own: to restart without refusing anybody, hand on all of them.
#![expect(clippy::print_stdout, reason = "an example shows what happens")]

use core::net::SocketAddr;
use std::io;
use std::thread;

use rejoin::{Connections, Error, Server, WebSocket};
use tokio::net::TcpSocket;
use tokio::runtime::Builder;
use tokio::sync::watch;

fn main() -> io::Result<()> {
    let cores = thread::available_parallelism()?.get();
    let sockets: io::Result<Vec<_>> = (0..cores).map(|_| bind()).collect();
    let sockets = sockets?.into_iter().enumerate();
    let connections = Connections::new();
    let (stop, stopped) = watch::channel(false);
    thread::scope(|scope| {
        let serving: Vec<_> = sockets
            .map(|(core, socket)| {
                let (connections, stopped) = (connections.clone(), stopped.clone());
                scope.spawn(move || on_a_runtime(serve(core, socket, connections, stopped)))
            })
            .collect();
        let asked = on_a_runtime(tokio::signal::ctrl_c());
        println!("closing everybody");
        stop.send_replace(true);
        let served = serving.into_iter().map(|serving| {
            let served = serving.join();
            served.expect("a panic of a handler stays in its task")
        });
        served.fold(asked, Result::and)
    })
}

/// Does it on this thread alone.
fn on_a_runtime(work: impl Future<Output = io::Result<()>>) -> io::Result<()> {
    Builder::new_current_thread()
        .enable_all()
        .build()?
        .block_on(work)
}

async fn serve(
    core: usize,
    socket: TcpSocket,
    connections: Connections,
    mut stopped: watch::Receiver<bool>,
) -> io::Result<()> {
    let server = Server::builder()
        .connections(connections)
        .listener(socket.listen(1024)?);
    let handler = move |mut socket: WebSocket, _request| async move {
        println!("a connection on core {core}");
        while let Some(message) = socket.recv().await? {
            socket.send(message).await?;
        }
        Ok::<_, Error>(())
    };
    let shutdown = async {
        // An end of the one who would ask is as good as being asked.
        let _ = stopped.wait_for(|stopped| *stopped).await;
    };
    server.serve_until(handler, shutdown).await
}

/// One of several sockets with the same address.
fn bind() -> io::Result<TcpSocket> {
    let socket = TcpSocket::new_v4()?;
    #[cfg(target_os = "linux")]
    socket.set_reuseport(true)?;
    socket.bind(SocketAddr::from(([127, 0, 0, 1], 9001)))?;
    Ok(socket)
}
