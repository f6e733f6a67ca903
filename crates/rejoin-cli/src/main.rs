//! The `rejoin` program: arguments in, a library call, lines and an exit status out.
#![forbid(unsafe_code)]

mod args;
mod check;
mod connect;
mod exit;
mod inert;
mod json;
mod logging;
mod numbers;
mod output;
mod reference;
mod rehearse;
#[cfg(unix)]
mod restart;
mod serve;
mod signals;
mod site;
mod usage;

use std::process::ExitCode;

use args::{Args, Command, ReferenceCommand};
use clap::Parser;
use exit::{Exit, Failure};

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(help_or_error) => return output::clap_says(&help_or_error).into(),
    };
    match run(&args) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            output::complain(&failure);
            failure.exit.into()
        }
    }
}

fn run(args: &Args) -> Result<Exit, Failure> {
    logging::start(&args.command, args.verbosity);
    match &args.command {
        Command::Check(check) => on_a_runtime(check::run(check, args.verbosity)),
        Command::Codes(args) => reference::codes(args),
        Command::Compare(args) => reference::compare(args),
        Command::Connect(connect) => on_a_runtime(connect::run(connect, args.verbosity)),
        Command::Explain(args) => reference::explain(args),
        Command::Rehearse(rehearse) => on_a_runtime(rehearse::run(rehearse, args.verbosity)),
        Command::Reference(reference) => match &reference.command {
            ReferenceCommand::Export(export) => site::run(export, args.verbosity),
        },
        #[cfg(unix)]
        Command::Restart(restart) => on_a_runtime(restart::run(restart, args.verbosity)),
        Command::Serve(serve) => {
            // Before there are threads.
            let inheritance = serve::Inheritance::take()?;
            on_a_runtime(serve::run(serve, inheritance))
        }
    }
}

fn on_a_runtime(work: impl Future<Output = Result<Exit, Failure>>) -> Result<Exit, Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::other(format!("cannot start: {error}")))?;
    let outcome = runtime.block_on(work);
    // Does not wait for a name lookup that nobody needs any more.
    runtime.shutdown_background();
    outcome
}
