//! The arguments, and what they stand for in the library.

mod connect;
mod extensions;
mod limits;
mod serve;
mod units;

use clap::{Parser, Subcommand};

pub(crate) use connect::{ConnectArgs, TlsArgs};
pub(crate) use serve::ServeArgs;

/// WebSocket on the command line: run a server, talk to any, see what was agreed and how it ended.
#[derive(Debug, Parser)]
#[command(name = "rejoin", version, propagate_version = true, after_help = EXAMPLES)]
#[command(arg_required_else_help = true, max_term_width = 100)]
pub(crate) struct Args {
    /// How much to say on stderr.
    #[command(flatten)]
    pub(crate) verbosity: Verbosity,

    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Send lines, print messages
    Connect(Box<ConnectArgs>),
    /// Run a server that sends every message back
    Serve(Box<ServeArgs>),
}

/// How much to say on stderr.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Verbosity {
    /// Say more on stderr (repeatable); the variable `RUST_LOG` goes first
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,

    /// Say nothing on stderr but errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  rejoin serve                                  an echo server on 127.0.0.1:9001
  echo hi | rejoin connect ws://127.0.0.1:9001  prints hi
  rejoin connect -v wss://example.com/chat      a prompt, and what was negotiated

Exit status:
  0 ended well          3 could not connect       6 the peer closed with an error code
  1 anything else       4 handshake refused       7 the connection was lost (1006)
  2 usage               5 a mandatory extension is missing (1010)";

#[cfg(test)]
mod tests {
    use super::Args;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_fit_together() {
        Args::command().debug_assert();
    }
}
