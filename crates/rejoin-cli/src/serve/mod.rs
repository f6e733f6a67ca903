//! `rejoin serve`: an echo server that can be restarted.

mod admin;
mod configuration;
mod control;
mod metrics;
mod page;
mod pid_file;
mod report;
mod signals;
#[cfg_attr(not(unix), path = "no_succession.rs")]
mod succession;

use core::pin::pin;
use std::sync::Arc;

use rejoin::{Connections, Server, WebSocket};

use tokio::net::TcpListener;
use tokio::sync::{oneshot, watch};

use crate::args::{ServeArgs, Settings};
use crate::exit::{Exit, Failure};
use crate::output;
use admin::Admin;
use control::{Control, Ending};
use metrics::Metrics;
use page::Page;
use pid_file::PidFile;
#[cfg(unix)]
pub(crate) use pid_file::beside;
use report::Reporter;
use signals::ServerSignals;
pub(crate) use succession::Inheritance;
use succession::{ADMIN, MAIN, Predecessor, Succession};

/// Serves until SIGTERM or SIGINT, or until a new process has taken over.
pub(crate) async fn run(args: &ServeArgs, mut inheritance: Inheritance) -> Result<Exit, Failure> {
    let Prepared {
        server,
        admin,
        mut control,
    } = match prepare(args, &mut inheritance).await {
        Ok(prepared) => prepared,
        Err(failure) => {
            inheritance.decline(&failure);
            return Err(failure);
        }
    };
    let url = url(&server, &control.settings)?;
    let reporter = control.reporter.clone();
    let metrics = Arc::clone(&control.metrics);
    let at = admin.as_ref().and_then(|admin| admin.local_addr().ok());
    let predecessor = inheritance.ready().await?;
    if let Some(listener) = admin {
        let admin = Admin {
            connections: control.connections.clone(),
            metrics: Arc::clone(&metrics),
        };
        tokio::spawn(admin.serve(listener, control.serving.subscribe()));
    }
    if let Err(failure) = reporter.serving() {
        if predecessor.is_none() {
            return Err(failure);
        }
        // The old process drains already.
        tracing::error!("{}", failure.line);
    }
    if let (false, Some(rest)) = (control.settings.no_page, url.strip_prefix("ws")) {
        tracing::info!("page on http{rest}");
    }
    let told = reporter.listening(&url, at, predecessor.as_ref().map(Predecessor::pid));
    match (predecessor, told) {
        (None, Err(error)) => {
            control.leave();
            return output::stdout_failed(&error);
        }
        (None, Ok(())) => {}
        // The server outlives whoever read its first line.
        (Some(old), Ok(()) | Err(_)) => {
            tokio::spawn(listen_to(old, Arc::clone(&metrics), reporter));
        }
    }
    let (end, ends) = oneshot::channel();
    let ends = async { ends.await.unwrap_or_default() };
    let handler = move |socket, _request| echo(socket, Arc::clone(&metrics));
    let mut serving = pin!(server.serve_until(handler, ends));
    let ended = tokio::select! {
        ended = &mut serving => ended,
        ending = control.until_over() => match ending {
            Ending::Orderly => {
                // The server waits for it.
                let _ = end.send(());
                serving.await
            }
            Ending::AtOnce => Ok(()),
        },
    };
    control.leave();
    ended
        .map_err(|error| Failure::other(format!("cannot accept connections any more: {error}")))?;
    Ok(Exit::Well)
}

/// Counts what the old process tells of its drain, until it has ended.
async fn listen_to(mut old: Predecessor, metrics: Arc<Metrics>, reporter: Reporter) {
    let predecessor = metrics.predecessor();
    predecessor.lives();
    while let Some(word) = old.told().await {
        predecessor.told(&word);
    }
    predecessor.has_ended();
    reporter.predecessor_gone(old.pid(), predecessor.how_far());
}

/// A server that is not in charge yet.
struct Prepared {
    server: Server,
    admin: Option<TcpListener>,
    control: Control,
}

/// Everything that can fail, before this process is in charge of anything.
async fn prepare(args: &ServeArgs, inheritance: &mut Inheritance) -> Result<Prepared, Failure> {
    let connections = Connections::new();
    let metrics = Arc::new(Metrics::new(connections.clone()));
    let page = Arc::new(Page::new(connections.clone(), Arc::clone(&metrics)));
    let signals = ServerSignals::catch(page.button())
        .map_err(|error| Failure::other(format!("cannot catch signals: {error}")))?;
    let settings = args.settings()?;
    let pid_file = settings.pid_file().map(PidFile::new).transpose()?;
    let reporter = Reporter {
        json: args.json,
        pid_file: pid_file.map(Arc::new),
        page: Arc::clone(&page),
    };
    let builder = configuration::builder(&settings, &reporter, &metrics, &page)?;
    let listen = settings.listen();
    let cannot_listen =
        |error| Failure::other(format!("cannot listen on {listen}: {error}; see --listen"));
    let listener = inheritance.listener(MAIN, listen).await;
    let listener = listener.map_err(cannot_listen)?;
    let mut succession = Succession::new()
        .listener(MAIN, &listener, listen)
        .map_err(cannot_listen)?
        .ready_within(settings.drain.ready_within());
    let admin = match settings.admin() {
        Some(address) => {
            let cannot_listen =
                |error| Failure::other(format!("cannot listen on {address}: {error}; see --admin"));
            let listener = inheritance.listener(ADMIN, address).await;
            let listener = listener.map_err(cannot_listen)?;
            let with_it = succession.listener(ADMIN, &listener, address);
            succession = with_it.map_err(cannot_listen)?;
            Some(listener)
        }
        None => None,
    };
    let server = builder.connections(connections.clone()).listener(listener);
    page.listens(server.local_addr().map_err(cannot_listen)?);
    let control = Control {
        signals,
        connections,
        metrics,
        page,
        serving: watch::Sender::new(true),
        setup: server.setup_handle(),
        succession,
        successor: None,
        args: args.clone(),
        settings,
        reporter,
        reload_later: false,
    };
    Ok(Prepared {
        server,
        admin,
        control,
    })
}

fn url(server: &Server, settings: &Settings) -> Result<String, Failure> {
    let scheme = match settings.certificate()? {
        Some(_) => "wss",
        None => "ws",
    };
    let address = server.local_addr().map_err(|error| {
        Failure::other(format!("cannot tell the address of the socket: {error}"))
    })?;
    Ok(format!("{scheme}://{address}"))
}

/// Sends every message back.
async fn echo(mut socket: WebSocket, metrics: Arc<Metrics>) -> Result<(), rejoin::Error> {
    let mut last_round_trip = None;
    loop {
        let received = socket.recv().await;
        // Seen when a message or the end comes: of several pings in a silence, the last one.
        let round_trip = socket.round_trip();
        if let (Some(time), true) = (round_trip, round_trip != last_round_trip) {
            metrics.round_trip(time);
            last_round_trip = round_trip;
        }
        let Some(message) = received? else {
            return Ok(());
        };
        let bytes = message.len();
        metrics.received(bytes);
        socket.send(message).await?;
        metrics.sent(bytes);
    }
}
