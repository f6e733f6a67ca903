//! `rejoin serve`: an echo server that can be restarted.

mod configuration;
mod control;
mod report;
mod signals;
#[cfg_attr(not(unix), path = "no_succession.rs")]
mod succession;

use core::pin::pin;

use rejoin::{Server, WebSocket};

use tokio::sync::oneshot;

use crate::args::{ServeArgs, Settings};
use crate::exit::{Exit, Failure};
use crate::output;
use control::{Control, Ending};
use report::Reporter;
use signals::ServerSignals;
pub(crate) use succession::Inheritance;
use succession::{MAIN, Predecessor, Succession};

/// Serves until SIGTERM or SIGINT, or until a new process has taken over.
pub(crate) async fn run(args: &ServeArgs, mut inheritance: Inheritance) -> Result<Exit, Failure> {
    let (server, control) = match prepare(args, &mut inheritance).await {
        Ok(prepared) => prepared,
        Err(failure) => {
            inheritance.decline(&failure);
            return Err(failure);
        }
    };
    let url = url(&server, &control.settings)?;
    let reporter = control.reporter;
    let predecessor = inheritance.ready().await?;
    let told = reporter.listening(&url, predecessor.as_ref().map(Predecessor::pid));
    match (predecessor, told) {
        (None, Err(error)) => return output::stdout_failed(&error),
        (None, Ok(())) => {}
        // The server outlives whoever read its first line.
        (Some(mut old), Ok(()) | Err(_)) => {
            tokio::spawn(async move {
                old.gone().await;
                reporter.predecessor_gone(old.pid());
            });
        }
    }
    let (end, ends) = oneshot::channel();
    let ends = async { ends.await.unwrap_or_default() };
    let mut serving = pin!(server.serve_until(|socket, _request| echo(socket), ends));
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
    ended
        .map_err(|error| Failure::other(format!("cannot accept connections any more: {error}")))?;
    Ok(Exit::Well)
}

/// Everything that can fail, before this process is in charge of anything.
async fn prepare(
    args: &ServeArgs,
    inheritance: &mut Inheritance,
) -> Result<(Server, Control), Failure> {
    let signals = ServerSignals::catch()
        .map_err(|error| Failure::other(format!("cannot catch signals: {error}")))?;
    let reporter = if args.json {
        Reporter::Json
    } else {
        Reporter::Log
    };
    let settings = args.settings()?;
    let builder = configuration::builder(&settings, reporter)?;
    let listen = settings.listen();
    let cannot_listen =
        |error| Failure::other(format!("cannot listen on {listen}: {error}; see --listen"));
    let listener = inheritance.listener(MAIN, listen).await;
    let listener = listener.map_err(cannot_listen)?;
    let succession = Succession::new()
        .listener(MAIN, &listener, listen)
        .map_err(cannot_listen)?
        .ready_within(settings.drain.ready_within());
    let server = builder.listener(listener);
    let control = Control {
        signals,
        connections: server.connections().clone(),
        setup: server.setup_handle(),
        succession,
        args: args.clone(),
        settings,
        reporter,
        reload_later: false,
    };
    Ok((server, control))
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
async fn echo(mut socket: WebSocket) -> Result<(), rejoin::Error> {
    while let Some(message) = socket.recv().await? {
        socket.send(message).await?;
    }
    Ok(())
}
