//! Rejoin's ordinary echo loop, on tokio's single-threaded runtime.
//!
//! Nothing is switched on: the loop answers all messages of one read in one write by itself, so
//! that there is no batched form beside it.
#![forbid(unsafe_code)]

use std::error::Error;
use std::fs;
use std::net::TcpListener;

use floor::{Deflate, Options};
use rejoin::extension::deflate::PermessageDeflate;
use rejoin::{Broadcast, Extensions, Kind, Server, ServerBuilder, ServerTls, WebSocket};

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
        let everybody = Broadcast::new();
        server
            .serve(move |socket, _request| tell_all(socket, everybody.clone()))
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

async fn tell_all(mut socket: WebSocket, everybody: Broadcast) -> Result<(), rejoin::Error> {
    let _member = everybody.join(&socket);
    while let Some(message) = socket.recv().await? {
        if message.kind() == Kind::Binary {
            everybody.send(message).await;
        }
    }
    Ok(())
}
