//! `rejoin connect`: lines in, messages out.

mod client;
mod command;
mod editor;
mod ending;
mod face;
mod negotiation;
mod pipe;
mod prompt;
mod screen;
mod show;
mod stay;

use std::io::{self, IsTerminal};

use rejoin::Closure;

use crate::args::{ConnectArgs, Verbosity};
use crate::exit::{Exit, Failure};
use crate::json::Event;
use crate::output;
use crate::signals::Signals;
use show::Show;

pub(crate) use client::tls;
pub(crate) use ending::not_connected;

/// How a conversation came to its end.
#[derive(Debug)]
enum Ended {
    /// The connection is over.
    Closed(Closure),
    /// Whoever read stdout has read enough.
    NobodyReads,
}

/// Connects, talks, and says how it ended.
pub(crate) async fn run(args: &ConnectArgs, verbosity: Verbosity) -> Result<Exit, Failure> {
    let outcome = talk(args, verbosity).await;
    if args.json
        && let Err(Failure { exit, line }) = &outcome
    {
        let event = Event::Error {
            exit: *exit as u8,
            error: line,
        };
        // The failure itself is the news; stderr has it too.
        let _ = Show::on_stdout(args.json).event(&event);
    }
    outcome
}

async fn talk(args: &ConnectArgs, verbosity: Verbosity) -> Result<Exit, Failure> {
    let client = client::from_args(args)?;
    if let Some(policy) = args.reconnect.policy() {
        return stay::run(args, client, policy, verbosity).await;
    }
    let connected = match client.connect(args.url.as_str()).await {
        Ok(connected) => connected,
        Err(error) => {
            if verbosity.verbose > 0 {
                negotiation::tell_failure(&error);
            }
            return Err(not_connected(&error));
        }
    };
    if verbosity.verbose > 0 {
        negotiation::tell(&connected);
    }
    let signals = Signals::catch()
        .map_err(|error| Failure::other(format!("cannot catch signals: {error}")))?;
    let has_prompt = !args.json && io::stdin().is_terminal() && io::stdout().is_terminal();
    let peer = connected.peer;
    let mut show = Show::on_stdout(args.json);
    let ended = if has_prompt {
        prompt::run(connected.socket, args.binary, signals).await?
    } else {
        let opened = Event::Opened {
            peer,
            target: args.url.clone(),
            subprotocol: connected.subprotocol.as_deref(),
            extensions: &connected.extensions,
        };
        match show.event(&opened) {
            Ok(()) => pipe::run(connected.socket, args.binary, &mut show, signals).await?,
            Err(error) => return output::stdout_failed(&error),
        }
    };
    let closure = match ended {
        Ended::Closed(closure) => closure,
        Ended::NobodyReads => return Ok(Exit::Well),
    };
    if let Err(error) = show.event(&Event::closed(peer, &closure)) {
        return output::stdout_failed(&error);
    }
    let exit = ending::verdict(&closure)?;
    if verbosity.verbose > 0 || has_prompt && !verbosity.quiet {
        output::tell("*", &ending::Summary(&closure));
    }
    Ok(exit)
}
