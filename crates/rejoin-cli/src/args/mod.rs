//! The arguments, and what they stand for in the library.

mod check;
mod connect;
mod drain;
mod extensions;
mod file;
mod limits;
mod reference;
mod rehearse;
#[cfg(unix)]
mod restart;
mod serve;
mod site;
mod units;

use clap::{Parser, Subcommand};

pub(crate) use check::CheckArgs;
pub(crate) use connect::{ConnectArgs, TlsArgs};
pub(crate) use extensions::{ExtensionArgs, Offers};
pub(crate) use reference::{CodesArgs, CompareArgs, ExplainArgs, SayingArgs};
pub(crate) use rehearse::{OwnArgs, RehearseArgs};
#[cfg(unix)]
pub(crate) use restart::RestartArgs;
pub(crate) use serve::{ServeArgs, Settings};
pub(crate) use site::{ExportArgs, ReferenceArgs, ReferenceCommand};

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
// Each command is described where its arguments are.
pub(crate) enum Command {
    Check(Box<CheckArgs>),
    Codes(CodesArgs),
    Compare(CompareArgs),
    Connect(Box<ConnectArgs>),
    Explain(Box<ExplainArgs>),
    Reference(ReferenceArgs),
    Rehearse(Box<RehearseArgs>),
    #[cfg(unix)]
    Restart(RestartArgs),
    Serve(Box<ServeArgs>),
}

/// How much to say on stderr.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Verbosity {
    /// Say more on stderr (repeatable); the variable `RUST_LOG` goes first
    #[arg(short, long, global = true, display_order = 100, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,

    /// Say nothing on stderr but errors
    #[arg(
        short,
        long,
        global = true,
        display_order = 100,
        conflicts_with = "verbose"
    )]
    pub(crate) quiet: bool,
}

const EXAMPLES: &str = "\
Examples:
  rejoin serve                                  an echo server on 127.0.0.1:9001
  echo hi | rejoin connect ws://127.0.0.1:9001  prints hi
  rejoin connect -v wss://example.com/chat      a prompt, and what was negotiated
  rejoin check wss://example.com/chat           what is wrong with it, and what to change
  rejoin explain 1012                           what a close code means, and what to do

Exit status:
  0 ended well          3 could not connect       6 the peer closed with an error code
  1 anything else       4 handshake refused       7 the connection was lost (1006)
  2 usage               5 a mandatory extension is missing (1010)";

#[cfg(test)]
mod tests {
    use super::Args;
    use clap::{CommandFactory, Parser};

    #[test]
    fn the_arguments_fit_together() {
        Args::command().debug_assert();
    }

    #[test]
    fn every_example_of_the_help_texts_is_a_command_that_works() {
        let examples = [
            super::EXAMPLES,
            #[cfg(unix)]
            super::restart::EXAMPLES,
            super::serve::EXAMPLES,
            super::site::EXAMPLES,
            super::connect::EXAMPLES,
            super::check::EXAMPLES,
            super::rehearse::EXAMPLES,
            super::reference::EXPLAIN_EXAMPLES,
            super::reference::COMPARE_EXAMPLES,
            super::reference::CODES_EXAMPLES,
        ];
        let lines = examples.iter().flat_map(|text| text.lines());
        let lines: Vec<_> = lines.filter(|line| line.contains("rejoin ")).collect();
        assert!(lines.len() > 10, "{lines:?}");
        for line in lines {
            let (_, command) = line.split_once("rejoin ").expect("it was filtered by that");
            let words = words(command);
            Args::try_parse_from(["rejoin".to_owned()].into_iter().chain(words)).expect(line);
        }
    }

    /// The words of a command as a shell has them: up to a pipe, a redirection or the remark.
    fn words(command: &str) -> Vec<String> {
        let mut words = Vec::new();
        for (number, part) in command.split('\'').enumerate() {
            if number % 2 == 1 {
                words.push(part.to_owned());
                continue;
            }
            let (part, rest) = part.split_once("  ").unwrap_or((part, ""));
            let end = part.find(['|', '<']).unwrap_or(part.len());
            words.extend(part[..end].split_whitespace().map(str::to_owned));
            if end < part.len() || !rest.is_empty() {
                break;
            }
        }
        words
    }
}
