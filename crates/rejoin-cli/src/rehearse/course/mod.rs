//! The course of a rehearsal: connect, settle, restart, wait until everybody is back, look.

use core::time::Duration;
use std::sync::Arc;

use rejoin::Reconnect;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout};

use super::fleet::{Echo, Fleet, Record, Talk};
use super::tally::Tally;
use super::target::Target;
use crate::exit::{Exit, Failure};

/// What is rehearsed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    /// How many clients.
    pub(super) clients: u32,
    /// How many of them connect in a second at the start.
    pub(super) connect_rate: u32,
    /// How they talk.
    pub(super) talk: Talk,
    /// How often the server is restarted.
    pub(super) restarts: u32,
    /// The quiet time before each restart, and after the last.
    pub(super) settle: Duration,
    /// How long clients may take to connect at the start, and to come back after each restart.
    pub(super) patience: Duration,
}

/// What came of it.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    /// Everything that was counted.
    pub(super) tally: Tally,
    /// What the server's process used before the first restart, and what the last one used after
    /// the last restart, both with everybody connected, in bytes; `None` where that is not known.
    pub(super) memory: Option<(u64, u64)>,
    /// How long it took, from the first client to the last look.
    pub(super) took: Duration,
}

/// Where a rehearsal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// The clients connect.
    Connecting,
    /// All is quiet.
    Settling,
    /// A restart is under way, counted from 1.
    Restarting(u32),
    /// The last answers come in.
    Finishing,
}

/// What a rehearsal tells while it runs.
pub(super) type Stage = watch::Sender<(Phase, Instant)>;

/// Rehearses with these clients.
pub(super) async fn run(
    plan: &Plan,
    fleet: &mut Fleet,
    stage: &Stage,
    target: &mut impl Target,
    set_up: impl Fn() -> Reconnect,
) -> Result<Outcome, Failure> {
    let record = Arc::clone(fleet.record());
    let begin = Instant::now();
    enter(stage, Phase::Connecting);
    fleet.start(plan.connect_rate, plan.talk, set_up).await;
    all_connected(plan, &record).await?;
    settle(plan, stage).await;
    let before = target.memory();
    for restart in 1..=plan.restarts {
        enter(stage, Phase::Restarting(restart));
        record.restart_begins();
        let back = record.until(|book| book.standing.is_over());
        // Whoever is not back by then is counted.
        let reached = async {
            back.await;
            Ok(())
        };
        let restarted = async { tokio::try_join!(target.restart(), reached) };
        if let Ok(restarted) = timeout(plan.patience, restarted).await {
            restarted?;
        }
        record.restart_ends();
        settle(plan, stage).await;
    }
    let after = target.memory();
    enter(stage, Phase::Finishing);
    if plan.talk.echo == Echo::Awaited {
        fleet.fall_silent(LAST_ANSWERS).await;
    }
    Ok(Outcome {
        tally: record.conclude(),
        memory: before.zip(after),
        took: begin.elapsed(),
    })
}

/// A restart can only be rehearsed with everybody there.
async fn all_connected(plan: &Plan, record: &Record) -> Result<(), Failure> {
    let connected = record.until(|book| book.standing.all_open() || book.standing.given_up > 0);
    let in_time = timeout(plan.patience, connected).await.is_ok();
    let book = record.read();
    let open = book.standing.open;
    if in_time && book.standing.given_up == 0 {
        return Ok(());
    }
    let clients = plan.clients;
    let line = match book.first_given_up.as_ref().or(book.first_failure.as_ref()) {
        Some(why) => format!("only {open} of {clients} clients could connect: {why}"),
        None => format!(
            "only {open} of {clients} clients connected in time; see --connect-rate and --patience"
        ),
    };
    Err(Failure::new(Exit::CouldNotConnect, line))
}

async fn settle(plan: &Plan, stage: &Stage) {
    enter(stage, Phase::Settling);
    sleep(plan.settle).await;
}

fn enter(stage: &Stage, phase: Phase) {
    stage.send_replace((phase, Instant::now()));
}

/// How long the last answers may take.
const LAST_ANSWERS: Duration = Duration::from_secs(5);

#[cfg(test)]
mod tests;
