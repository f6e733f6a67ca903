//! Rejoin's ordinary echo loop, on tokio's single-threaded runtime.
//!
//! Nothing is switched on: the loop answers all messages of one read in one write by itself, so
//! that there is no batched form beside it.
#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use floor::{Deflate, Options};
use rejoin::extension::deflate::PermessageDeflate;
use rejoin::{Extensions, Kind, Sender, Server, ServerBuilder, ServerTls, WebSocket};
use tokio::sync::Mutex;

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::from_env();
    options.refuse_if(&[("--mode batched", options.batched)]);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(serve(options))
}

async fn serve(options: Options) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::from(floor::listen()?);
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let server = set_up(&options)?.listener(listener);
    if options.broadcast {
        let members = Members::default();
        server
            .serve(move |socket, _request| tell_all(socket, members.clone()))
            .await?;
    } else {
        server.serve(|socket, _request| echo(socket)).await?;
    }
    Ok(())
}

async fn echo(mut socket: WebSocket) -> Result<(), rejoin::Error> {
    while let Some(message) = socket.recv().await? {
        socket.send(message).await?;
    }
    Ok(())
}

fn set_up(options: &Options) -> Result<ServerBuilder, Box<dyn Error>> {
    let mut server = Server::builder();
    // What the client offers is accepted by default, with takeover and without. This says that
    // the server does without, whether or not the client asks for it.
    if options.deflate == Some(Deflate::NoTakeover) {
        let deflate = PermessageDeflate::server()
            .server_no_context_takeover()
            .client_no_context_takeover();
        server = server.extensions(Extensions::new().optional(deflate));
    }
    if let Some((certificate, key)) = &options.tls {
        server = server.tls(ServerTls::from_pem(
            &fs::read(certificate)?,
            &fs::read(key)?,
        )?);
    }
    Ok(server)
}

/// Everybody who gets what is broadcast.
#[derive(Clone, Default)]
struct Members {
    senders: Arc<Mutex<BTreeMap<u64, Sender>>>,
    next: Arc<AtomicU64>,
}

async fn tell_all(socket: WebSocket, members: Members) -> Result<(), rejoin::Error> {
    let (sender, mut receiver) = socket.split();
    let number = members.next.fetch_add(1, Ordering::Relaxed);
    members.senders.lock().await.insert(number, sender);
    let ended = loop {
        match receiver.recv().await {
            Ok(Some(message)) if message.kind() == Kind::Binary => {
                for sender in members.senders.lock().await.values_mut() {
                    // Who is gone leaves by itself.
                    let _ = sender.send(message.clone()).await;
                }
            }
            Ok(Some(_)) => {}
            Ok(None) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    members.senders.lock().await.remove(&number);
    ended
}
