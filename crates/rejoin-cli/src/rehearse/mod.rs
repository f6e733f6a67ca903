//! `rejoin rehearse`: a restart, rehearsed with many clients, measured, with a verdict.

mod course;
mod descriptors;
mod fleet;
mod picture_file;
mod progress;
mod report;
mod scale;
mod svg;
mod tally;
mod target;
mod terminal_plot;
mod verdict;

use core::num::NonZeroU32;
use core::time::Duration;
use std::io::{self, Write};
use std::sync::Arc;

use rejoin::proto::handshake::InvalidRequest;
use rejoin::reconnect::Preset;
use rejoin::{Client, CloseCode, Extensions, IntoRequest, Reconnect};
use tokio::sync::watch;
use tokio::time::Instant;

pub(crate) use picture_file::PictureFile;

use crate::args::{RehearseArgs, Verbosity};
use crate::connect::{not_connected, tls};
use crate::exit::{Exit, Failure};
use crate::output;
use crate::signals::Signals;
use course::{Phase, Plan};
use fleet::{Echo, Fleet, Talk};
use report::Report;
#[cfg(unix)]
use target::OwnServer;
use target::{RestartCommand, Target};
use verdict::{Limits, Peak};

/// Rehearses with every policy, and reports.
pub(crate) async fn run(args: &RehearseArgs, verbosity: Verbosity) -> Result<Exit, Failure> {
    let mut signals = Signals::catch()
        .map_err(|error| Failure::other(format!("cannot catch signals: {error}")))?;
    args.check()?;
    if let Some(file) = &args.plot {
        file.check()?;
    }
    descriptors::provide_for(args.clients.get())?;
    let reports = tokio::select! {
        reports = rehearse(args, verbosity) => reports?,
        () = signals.recv() => return Err(Failure::other("interrupted; nothing was measured")),
    };
    let printed = print(args, &reports);
    // After the report: minutes of work are not lost with a file.
    if let Some(file) = &args.plot {
        file.write(&report::picture(&reports))?;
    }
    if let Err(error) = printed {
        return output::stdout_failed(&error);
    }
    if reports.iter().all(Report::held) {
        return Ok(Exit::Well);
    }
    Err(Failure::other("a limit was broken, see the report"))
}

async fn rehearse(args: &RehearseArgs, verbosity: Verbosity) -> Result<Vec<Report>, Failure> {
    let mut reports = Vec::new();
    for policy in &args.policy {
        let report = match (&args.url, &args.restart_command) {
            (Some(url), Some(command)) => {
                let mut target = RestartCommand::new(command);
                with_policy(args, verbosity, *policy, url, &mut target).await?
            }
            _ => with_own_server(args, verbosity, *policy).await?,
        };
        reports.push(report);
    }
    Ok(reports)
}

/// Rehearses with one policy and a server that is there for that alone.
#[cfg(unix)]
async fn with_own_server(
    args: &RehearseArgs,
    verbosity: Verbosity,
    policy: Preset,
) -> Result<Report, Failure> {
    let mut server = OwnServer::start(&args.own, admit_rate(args)).await?;
    let url = server.url().to_owned();
    let report = with_policy(args, verbosity, policy, &url, &mut server).await;
    server.stop().await;
    report
}

#[cfg(not(unix))]
async fn with_own_server(
    _args: &RehearseArgs,
    _verbosity: Verbosity,
    _policy: Preset,
) -> Result<Report, Failure> {
    Err(Failure::usage(
        "rejoin serve cannot be restarted on this system; give a URL and a --restart-command",
    ))
}

/// Rehearses with one policy.
async fn with_policy(
    args: &RehearseArgs,
    verbosity: Verbosity,
    policy: Preset,
    url: &str,
    target: &mut impl Target,
) -> Result<Report, Failure> {
    let plan = plan(args);
    let (client, request) = client(args, url)?;
    // One attempt by itself says best what is wrong.
    let probe = client.connect(request.clone()).await;
    drop(probe.map_err(|error| not_connected(&error))?);
    let (stage, watched) = watch::channel((Phase::Connecting, Instant::now()));
    let mut fleet = Fleet::new(plan.clients);
    let record = Arc::clone(fleet.record());
    let set_up = || {
        let reconnect = Reconnect::new(client.clone(), request.clone());
        reconnect
            .expect("what is a request already is taken as it is")
            .policy(policy)
    };
    let course = course::run(&plan, &mut fleet, &stage, target, set_up);
    let outcome = if verbosity.quiet || !progress::is_wanted() {
        course.await?
    } else {
        let progress = progress::show(plan, policy.to_string(), record, watched);
        tokio::select! {
            outcome = course => outcome?,
            never = progress => match never {},
        }
    };
    fleet.leave(GOODBYE).await;
    let limits = limits(args);
    Ok(Report {
        policy,
        plan,
        admit: limits.peak.map(|peak| peak.admit),
        verdict: verdict::judge(&outcome.tally, outcome.memory, &limits),
        outcome,
    })
}

fn plan(args: &RehearseArgs) -> Plan {
    let echo = if args.no_echo {
        Echo::Unknown
    } else {
        Echo::Awaited
    };
    Plan {
        clients: args.clients.get(),
        connect_rate: args.connect_rate.get(),
        talk: Talk {
            every: args.message_rate.every,
            echo,
        },
        restarts: args.restarts.get(),
        settle: args.settle,
        patience: args.patience,
    }
}

/// What all clients have in common, and their request.
fn client(args: &RehearseArgs, url: &str) -> Result<(Client, http::Request<()>), Failure> {
    let invalid = |error: InvalidRequest| Failure::usage(error.to_string());
    let mut request = url.into_request().map_err(invalid)?;
    for (name, value) in &args.header {
        request.headers_mut().append(name, value.clone());
    }
    // Small messages gain nothing from compression, and thousands of windows take memory.
    let client = Client::new().extensions(Extensions::new());
    Ok((client.tls(tls(&args.tls)?), request))
}

fn limits(args: &RehearseArgs) -> Limits {
    let allowed = &args.allowed;
    let peak = |admit: NonZeroU32| Peak {
        admit: admit.get(),
        factor: allowed.max_peak.unwrap_or(MAX_PEAK),
    };
    let is_own = args.url.is_none();
    Limits {
        code: allowed.expect_code.or(is_own.then_some(RESTART)),
        unclean: allowed.allow_unclean,
        refused: allowed.allow_refused,
        reset: allowed.allow_reset,
        declined: allowed.allow_declined.or(is_own.then_some(0)),
        missing: allowed.allow_missing,
        outage: allowed.max_outage,
        peak: admit_rate(args).map(peak),
        growth: allowed.max_growth,
        lost: allowed.allow_lost,
        duplicated: allowed.allow_duplicated,
    }
}

/// How many clients may come back in a second, if that is known.
fn admit_rate(args: &RehearseArgs) -> Option<NonZeroU32> {
    let is_own = args.url.is_none();
    args.allowed.admit_rate.or(is_own.then_some(OWN_ADMIT_RATE))
}

fn print(args: &RehearseArgs, reports: &[Report]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    if args.json {
        stdout.write_all(report::json(reports).as_bytes())?;
    } else {
        for (index, report) in reports.iter().enumerate() {
            if index > 0 {
                writeln!(stdout)?;
            }
            write!(stdout, "{report}")?;
        }
    }
    stdout.flush()
}

/// The most arrivals in any second, in multiples of what may come back in one.
const MAX_PEAK: f64 = 1.3;

/// What its own server closes with.
const RESTART: u16 = CloseCode::SERVICE_RESTART.get();

/// What its own server plans with.
const OWN_ADMIT_RATE: NonZeroU32 = NonZeroU32::new(500).expect("not zero");

/// How long the closing handshakes of all clients may take at the end.
const GOODBYE: Duration = Duration::from_secs(10);
