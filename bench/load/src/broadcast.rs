//! The workload `broadcast`: one client sends, everybody receives.

use core::time::Duration;
use std::time::Instant;

use anyhow::Result;
use serde::Serialize;

use crate::arguments::Broadcast;
use crate::crowd::Crowd;
use crate::frame;
use crate::histogram::{Histogram, Quantiles};
use crate::measure::{Measure, Moment, Spent};
use crate::payload::Content;
use crate::script::{Beginning, Echo, Plan};

/// What the broadcasts came to.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    /// Messages of which every connection got its copy.
    broadcasts: u64,
    /// Their copies.
    deliveries: u64,
    seconds: f64,
    server_cpu_ns: u128,
    server_ns_per_delivery: f64,
    load_cpu_ns: u128,
    /// From the write of a message to the last of its copies.
    broadcast_us: Quantiles,
}

/// Runs it: the first connection sends a message; when all connections have their copy, the next.
pub(crate) fn run(broadcast: &Broadcast) -> Result<Report> {
    let plan = Plan {
        content: Content::Binary,
        opcode: frame::BINARY,
        message_bytes: broadcast.size.get(),
        window: 1,
        fragments: 1,
        beginning: Beginning::Together,
        echo: Echo::Messages,
    };
    let wishes = broadcast.target.wishes(None);
    let mut crowd = Crowd::new(wishes, plan, broadcast.target.patience())?;
    crowd.open(broadcast.connections.get())?;
    crowd.ping_all()?;
    let mut measure = Measure::new(&broadcast.target, &broadcast.times);
    let mut took = Histogram::new();
    let mut broadcasts = 0;
    let mut now = Instant::now();
    loop {
        let sent_at = now;
        crowd.broadcast(now)?;
        let mut missing = crowd.len();
        while missing > 0 {
            for index in 0..crowd.wait(Duration::MAX)? {
                missing -= crowd.serve(index)?.answered;
            }
        }
        now = Instant::now();
        broadcasts += 1;
        took.record(now - sent_at, 1);
        match measure.at(now, broadcasts)? {
            Moment::First => {
                broadcasts = 0;
                took.clear();
            }
            Moment::Other => {}
            Moment::After(spent) => return Ok(report(broadcasts, &crowd, spent, &took)),
        }
    }
}

fn report(broadcasts: u64, crowd: &Crowd, spent: Spent, took: &Histogram) -> Report {
    let deliveries = broadcasts * crowd.len() as u64;
    Report {
        broadcasts,
        deliveries,
        seconds: spent.wall.as_secs_f64(),
        server_cpu_ns: spent.server.as_nanos(),
        server_ns_per_delivery: spent.server_for_each(deliveries),
        load_cpu_ns: spent.load.as_nanos(),
        broadcast_us: took.quantiles(),
    }
}
