//! Counts what the hot paths cost and holds it against what is expected.
#![forbid(unsafe_code)]
#![expect(clippy::print_stdout, reason = "its tables are its output")]
#![expect(clippy::print_stderr, reason = "what went wrong is told there")]

mod check;
mod expected;
mod setting;
mod valgrind;

use core::error::Error;
use core::net::Ipv4Addr;
use std::net::TcpListener;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use cost::tcp;
use cost::workload::Workload;

/// Counts instructions and system calls of the hot paths, under valgrind.
#[derive(Debug, Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Count and compare with expected.toml
    Check {
        /// Only what has one of these in its name
        names: Vec<String>,
    },
    /// Count and write to expected.toml
    Update {
        /// Only what has one of these in its name
        names: Vec<String>,
    },
    /// Write where the instructions of a workload are, for `callgrind_annotate`
    Profile { name: String },
    /// Do a workload: what `check` counts the instructions of
    Run { name: String, rounds: u32 },
    /// Serve an echo until so many connections are over: what `check` counts the system calls of
    Serve { connections: u32 },
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("cost: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Box<dyn Error>> {
    match command {
        Command::Check { names } => return check::check(&names),
        Command::Update { names } => return check::update(&names),
        Command::Profile { name } => {
            let workload = named(&name)?;
            let path = valgrind::profile(&workload)?;
            println!("callgrind_annotate --auto=no {}", path.display());
        }
        Command::Run { name, rounds } => named(&name)?.run(rounds),
        Command::Serve { connections } => {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
            println!("{}", listener.local_addr()?);
            tcp::serve(listener, connections)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn named(name: &str) -> Result<Workload, String> {
    Workload::named(name).ok_or_else(|| {
        let names: Vec<_> = Workload::all().map(|workload| workload.name()).collect();
        format!(
            "no workload is called {name}; there are:\n{}",
            names.join("\n")
        )
    })
}
