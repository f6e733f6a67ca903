//! `rejoin serve`: an echo server.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use rejoin::{Server, ServerBuilder, ServerEvent, ServerTls, WebSocket};

use crate::args::ServeArgs;
use crate::exit::{Exit, Failure};
use crate::json::Event;
use crate::output;
use crate::signals::Signals;

/// Serves until SIGTERM or SIGINT.
pub(crate) async fn run(args: &ServeArgs) -> Result<Exit, Failure> {
    let mut signals = Signals::catch()
        .map_err(|error| Failure::other(format!("cannot catch signals: {error}")))?;
    let builder = builder(args)?;
    let server = builder.bind(&args.listen).await.map_err(|error| {
        Failure::other(format!(
            "cannot listen on {}: {error}; see --listen",
            args.listen
        ))
    })?;
    if let Err(error) = announce(&server, args) {
        return output::stdout_failed(&error);
    }
    server
        .serve_until(|socket, _request| echo(socket), signals.recv())
        .await
        .map_err(|error| Failure::other(format!("cannot accept connections any more: {error}")))?;
    Ok(Exit::Well)
}

/// Sends every message back.
async fn echo(mut socket: WebSocket) -> Result<(), rejoin::Error> {
    while let Some(message) = socket.recv().await? {
        socket.send(message).await?;
    }
    Ok(())
}

fn builder(args: &ServeArgs) -> Result<ServerBuilder, Failure> {
    let mut builder = Server::builder()
        .extensions(args.extensions.extensions(None)?)
        .subprotocols(&args.subprotocol)
        .origin(args.origin())
        .limits(args.limits.limits())
        .keepalive(args.limits.keepalive())
        .handshake_deadline(args.handshake_timeout);
    if let Some(most) = args.max_connections {
        builder = builder.max_connections(most);
    }
    if let (Some(cert), Some(key)) = (&args.cert, &args.key) {
        builder = builder.tls(tls(cert, key)?);
    }
    if args.json {
        builder = builder.observe(report);
    }
    Ok(builder)
}

fn tls(cert: &Path, key: &Path) -> Result<ServerTls, Failure> {
    let read = |flag: &str, path: &Path| {
        fs::read(path).map_err(|error| {
            Failure::other(format!("cannot read {flag} {}: {error}", path.display()))
        })
    };
    ServerTls::from_pem(&read("--cert", cert)?, &read("--key", key)?).map_err(|error| {
        let (cert, key) = (cert.display(), key.display());
        Failure::other(format!(
            "cannot use --cert {cert} with --key {key}: {error}"
        ))
    })
}

/// The first line on stdout: where the server listens.
fn announce(server: &Server, args: &ServeArgs) -> io::Result<()> {
    let scheme = if args.cert.is_some() { "wss" } else { "ws" };
    let url = format!("{scheme}://{}", server.local_addr()?);
    let mut stdout = io::stdout().lock();
    if args.json {
        stdout.write_all(Event::Listening { url: &url }.line().as_bytes())?;
    } else {
        writeln!(stdout, "listening on {url}")?;
    }
    stdout.flush()
}

/// Writes what happened to a connection as a line of JSON.
fn report(event: &ServerEvent<'_>) {
    let line = match event {
        ServerEvent::Failed { peer, error, .. } => Event::Failed {
            peer: *peer,
            error: error.to_string(),
        }
        .line(),
        ServerEvent::Refused { peer, refusal, .. } => Event::Refused {
            peer: *peer,
            status: refusal.status().as_u16(),
            error: refusal.to_string(),
            missing: refusal
                .explanation()
                .map_or(&[], |explanation| explanation.missing()),
        }
        .line(),
        ServerEvent::Opened {
            peer,
            request,
            subprotocol,
            extensions,
            ..
        } => Event::Opened {
            peer: Some(*peer),
            target: request.uri().to_string(),
            subprotocol: *subprotocol,
            extensions,
        }
        .line(),
        ServerEvent::Closed { peer, closure, .. } => Event::closed(Some(*peer), closure).line(),
        // An event that this program does not know yet.
        _ => return,
    };
    // The server outlives whoever read its events.
    let mut stdout = io::stdout().lock();
    let _ = stdout
        .write_all(line.as_bytes())
        .and_then(|()| stdout.flush());
}
