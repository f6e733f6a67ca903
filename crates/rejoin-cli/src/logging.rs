//! The log on stderr.

use std::io::{self, IsTerminal};

use tracing_subscriber::EnvFilter;

use crate::args::{Command, Verbosity};
use crate::output;

/// Starts the log. `RUST_LOG` wins over the flags.
///
/// A server reports what it refused without being asked; a client only on request, because its
/// stderr belongs to the person who runs it.
pub(crate) fn start(command: &Command, verbosity: Verbosity) {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new(directives(command, verbosity)));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .with_ansi(io::stderr().is_terminal() && output::colours_are_wanted())
        .with_target(false)
        .init();
}

fn directives(command: &Command, verbosity: Verbosity) -> &'static str {
    if verbosity.quiet {
        return "error";
    }
    match (command, verbosity.verbose) {
        (
            Command::Codes(_) | Command::Compare(_) | Command::Explain(_) | Command::Reference(_),
            _,
        ) => "warn",
        #[cfg(unix)]
        (Command::Restart(_), _) => "warn",
        (Command::Check(_) | Command::Connect(_) | Command::Rehearse(_), 0 | 1) => "warn",
        (Command::Serve(_), 0) => "warn,rejoin=info",
        (Command::Check(_) | Command::Connect(_) | Command::Rehearse(_), 2)
        | (Command::Serve(_), 1) => "warn,rejoin=debug",
        (Command::Check(_) | Command::Connect(_) | Command::Rehearse(_), _)
        | (Command::Serve(_), 2) => "warn,rejoin=trace",
        (Command::Serve(_), _) => "trace",
    }
}
