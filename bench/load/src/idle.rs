//! The workload `idle`: how much memory the server holds for connections that are silent.

use core::time::Duration;
use std::time::Instant;

use anyhow::Result;
use serde::Serialize;

use crate::arguments::Idle;
use crate::crowd::Crowd;
use crate::frame;
use crate::payload::Content;
use crate::process::Process;
use crate::script::{Beginning, Echo, Plan};

/// What the connections came to.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    connections: usize,
    /// Resident memory before the first of them.
    rss_before: u64,
    /// The same when all of them are open, used as asked, and silent.
    rss_after: u64,
    bytes_per_connection: f64,
    /// What the server answered to the offer of compression.
    #[serde(skip_serializing_if = "Option::is_none")]
    extensions: Option<String>,
}

/// Runs it.
///
/// Before the first reading some connections are opened, used as the others will be and closed in an
/// orderly way, one after the other, so that what the server makes once for all is not counted and
/// no more than one connection's memory is left to be used again.
pub(crate) fn run(idle: &Idle) -> Result<Report> {
    let messages = match (idle.burst, idle.use_each) {
        (true, _) => 64,
        (false, true) => 1,
        (false, false) => 0,
    };
    let plan = Plan {
        content: Content::Json,
        opcode: frame::TEXT,
        message_bytes: 1024,
        window: messages.max(1),
        fragments: 1,
        beginning: Beginning::Apart,
        echo: Echo::Messages,
    };
    let wishes = idle.target.wishes(idle.deflate);
    let mut crowd = Crowd::new(wishes, plan, idle.target.patience())?;
    for _ in 0..WARM_UPS {
        crowd.open(1)?;
        use_each(&mut crowd, messages)?;
        crowd.leave()?;
    }
    let server = idle.target.process();
    let rss_before = settled(server, &mut crowd)?;
    let connections = idle.connections.get();
    crowd.open(connections)?;
    use_each(&mut crowd, messages)?;
    let rss_after = settled(server, &mut crowd)?;
    let grown = rss_after as f64 - rss_before as f64;
    Ok(Report {
        connections,
        rss_before,
        rss_after,
        bytes_per_connection: grown / connections as f64,
        extensions: crowd.agreed(),
    })
}

/// Has so many messages, sent at once, echoed on every connection; on some connections at a time.
fn use_each(crowd: &mut Crowd, messages: usize) -> Result<()> {
    if messages == 0 {
        return Ok(());
    }
    let mut begun = 0;
    let mut done = 0;
    while done < crowd.len() {
        while begun < crowd.len() && begun - done < USED_AT_A_TIME {
            crowd.send(begun, messages, Instant::now())?;
            begun += 1;
        }
        for index in 0..crowd.wait(Duration::MAX)? {
            let served = crowd.serve(index)?;
            if served.answered > 0 && served.awaited == 0 {
                done += 1;
            }
        }
    }
    Ok(())
}

/// Reads the resident memory until it no longer changes, for some seconds at most.
fn settled(server: Process, crowd: &mut Crowd) -> Result<u64> {
    let give_up = Instant::now() + SETTLES_WITHIN;
    let mut last = server.resident_bytes()?;
    let mut same = 0;
    while same < 3 && Instant::now() < give_up {
        crowd.stay(STEP)?;
        let resident = server.resident_bytes()?;
        same = if resident == last { same + 1 } else { 0 };
        last = resident;
    }
    Ok(last)
}

const WARM_UPS: usize = 100;
const USED_AT_A_TIME: usize = 256;
const STEP: Duration = Duration::from_millis(50);
const SETTLES_WITHIN: Duration = Duration::from_secs(3);
