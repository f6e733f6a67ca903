//! `rejoin connect --reconnect`: a conversation that outlives its connections.

mod pipe;
mod prompt;
mod story;

use std::io::{self, IsTerminal};

use rejoin::reconnect::{GaveUp, GiveUp, Policy, Reconnect};
use rejoin::{Client, CloseCode};

use super::ending;
use super::show::Show;
use crate::args::{ConnectArgs, Verbosity};
use crate::exit::{Exit, Failure};
use crate::output;
use crate::signals::Signals;

/// How it came to its end.
enum Ended {
    GaveUp(Box<GaveUp>),
    /// Whoever read stdout has read enough.
    NobodyReads,
}

/// Connects, talks, comes back, and says how it ended.
pub(super) async fn run(
    args: &ConnectArgs,
    client: Client,
    policy: Policy,
    verbosity: Verbosity,
) -> Result<Exit, Failure> {
    let reconnect = Reconnect::new(client, args.url.as_str())
        .map_err(|error| Failure::new(Exit::Usage, error.to_string()))?;
    let socket = reconnect.policy(policy).start();
    let signals = Signals::catch()
        .map_err(|error| Failure::other(format!("cannot catch signals: {error}")))?;
    let has_prompt = !args.json && io::stdin().is_terminal() && io::stdout().is_terminal();
    let ended = if has_prompt {
        prompt::run(socket, args.binary, signals).await?
    } else {
        let mut show = Show::on_stdout(args.json);
        match pipe::run(socket, args, verbosity, &mut show, signals).await {
            Ok(ended) => ended?,
            Err(error) => return output::stdout_failed(&error),
        }
    };
    match ended {
        Ended::GaveUp(gave_up) => verdict(&gave_up),
        Ended::NobodyReads => Ok(Exit::Well),
    }
}

/// The status for how the last connection ended, with the line that goes with it.
fn verdict(gave_up: &GaveUp) -> Result<Exit, Failure> {
    let unsent = gave_up.unsent.len();
    let exit = match &gave_up.cause {
        None => Ok(Exit::Well),
        Some(cause) => match (cause.closure(), cause.connect_error()) {
            (Some(closure), _) => ending::verdict(closure),
            (None, Some(error)) => Err(ending::not_connected(error)),
            (None, None) => Err(Failure::other(cause.to_string())),
        },
    };
    let told = |Failure { exit, mut line }| {
        if let GiveUp::TooManyAttempts | GiveUp::TooLong = gave_up.why {
            line = format!("{line}; gave up: {}", gave_up.why);
        }
        if unsent > 0 {
            line = format!("{line}; {}", not_sent(unsent));
        }
        Failure { exit, line }
    };
    let exit = exit.map_err(told)?;
    if unsent > 0 {
        return Err(Failure::other(format!(
            "{}: it ended before there was a connection for them",
            not_sent(unsent)
        )));
    }
    Ok(exit)
}

fn not_sent(messages: usize) -> String {
    match messages {
        1 => "1 message was not sent".to_owned(),
        several => format!("{several} messages were not sent"),
    }
}

/// What a signal closes with.
const AT_A_SIGNAL: CloseCode = CloseCode::GOING_AWAY;
