//! The arguments of `rejoin restart`.

use core::time::Duration;

use clap::Args;

use super::units;

/// Have a `rejoin serve` replaced by a new process, and follow it to the end.
///
/// It sends SIGUSR2 and shows how far the old process is. Status 0 means that the new process serves and
/// the old one has ended; otherwise the line on stderr says why not, and the old one usually serves on.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RestartArgs {
    /// The server's pid file; or its process id, which shows less
    #[arg(value_name = "PIDFILE|PID")]
    pub(crate) server: String,

    /// Give up waiting after this time; the restart goes on
    #[arg(long, value_name = "TIME", default_value = "5m", value_parser = units::duration)]
    pub(crate) within: Duration,

    /// The server's events on stdout, one JSON object a line
    #[arg(long)]
    pub(crate) json: bool,
}

pub(super) const EXAMPLES: &str = "\
Examples:
  rejoin restart /run/rejoin.pid      of rejoin serve --pid-file /run/rejoin.pid
  rejoin restart --json 4711";
