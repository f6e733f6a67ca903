//! Loads a WebSocket server, verifies every byte that comes back, and says what it cost.
//!
//! This is no one's library: frames are written down beforehand, what should come back as well, and
//! the rest is one thread with epoll. So it costs far less for a message than any server does, and
//! the server is what is measured.
//!
//! Each workload prints one line of JSON and exits with 0; where an answer is wrong, a connection is
//! lost or nothing moves any more, it says so on the standard error and exits with 1.

#![expect(clippy::cast_precision_loss, reason = "figures to be read by people")]
#![expect(
    clippy::cast_possible_truncation,
    reason = "counts that fit into memory, on machines of 64 bits"
)]

mod answers;
mod arguments;
mod broadcast;
mod crowd;
mod deflate;
mod dial;
mod echo;
mod frame;
mod handshake;
mod handshakes;
mod histogram;
mod idle;
mod measure;
mod paced;
mod patience;
mod payload;
mod poller;
mod process;
mod script;
mod tls;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser as _;
use serde::Serialize;

use crate::arguments::{Arguments, Workload};

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("load: {failure:#}");
            ExitCode::FAILURE
        }
    }
}

/// The line to print.
fn run(arguments: Arguments) -> Result<String> {
    match arguments.workload {
        Workload::Echo(echo) => match echo.rate {
            Some(rate) => line(&paced::run(&echo, rate)?),
            None => line(&echo::run(&echo)?),
        },
        Workload::Broadcast(broadcast) => line(&broadcast::run(&broadcast)?),
        Workload::Handshakes(handshakes) => line(&handshakes::run(&handshakes)?),
        Workload::Idle(idle) => line(&idle::run(&idle)?),
    }
}

fn line(report: &impl Serialize) -> Result<String> {
    Ok(serde_json::to_string(report)?)
}
