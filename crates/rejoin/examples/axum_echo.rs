//! An echo endpoint beside a page of an axum application.
//!
//! Run it with `cargo run -p rejoin --features axum --example axum_echo`, then
//! `cargo run -- connect ws://127.0.0.1:9001/echo`: every line comes back. A browser that opens
//! `http://127.0.0.1:9001/` sees the page; one that opens `/echo` like a page is told, with status
//! 426, that this address speaks WebSocket. Ctrl-C closes every connection with 1012 before it ends.
#![expect(clippy::print_stdout, reason = "an example shows what happens")]

use axum::response::{Html, Response};
use axum::routing::{any, get};
use axum::{Extension, Router};
use rejoin::{Acceptor, Drain, Upgrade, WebSocket};
use tokio::net::TcpListener;

/// The upgrade is an argument like any other; what it returns is the answer to the request.
async fn echo(upgrade: Upgrade) -> Response {
    println!("opened with {:?}", upgrade.extensions());
    upgrade.run(serve)
}

/// Runs in a task of its own. An error closes with 1011, returning with 1000.
async fn serve(mut socket: WebSocket) -> Result<(), rejoin::Error> {
    while let Some(message) = socket.recv().await? {
        socket.send(message).await?;
    }
    if let Some(closure) = socket.closure() {
        println!("{closure}");
    }
    Ok(())
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let acceptor = Acceptor::default();
    let connections = acceptor.connections().clone();
    let router = Router::new()
        .route(
            "/",
            get(Html("<h1>A page</h1><p>WebSocket is at /echo.</p>")),
        )
        .route("/echo", any(echo))
        // Without this layer upgrades follow the same defaults, but nobody can drain them.
        .layer(Extension(acceptor));
    let listener = TcpListener::bind("127.0.0.1:9001").await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, router)
        .with_graceful_shutdown(async move {
            if tokio::signal::ctrl_c().await.is_ok()
                && let Ok(mut draining) = connections.drain(&Drain::new())
            {
                println!("{}", draining.finished().await);
            }
        })
        .await
}
