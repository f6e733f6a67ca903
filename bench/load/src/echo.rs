//! The workload `echo`: windows of messages, each sent when the one before is answered.

use std::time::Instant;

use anyhow::Result;
use serde::Serialize;

use crate::arguments::Echo;
use crate::crowd::Crowd;
use crate::histogram::{Histogram, Quantiles};
use crate::measure::{Measure, Moment, Spent};

/// What was counted within the measured time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Counted {
    /// Messages that came back.
    pub(crate) messages: u64,
    /// Their payload as it stood on the wire.
    pub(crate) returned_bytes: u64,
    pub(crate) spent: Spent,
}

/// What an echo came to.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    /// Messages that came back within the measured time.
    messages: u64,
    /// Their payload before compression.
    bytes: u64,
    seconds: f64,
    server_cpu_ns: u128,
    server_ns_per_message: f64,
    /// What this program spent itself: well below `seconds` means that it waited for the server.
    load_cpu_ns: u128,
    wall_messages_per_second: f64,
    /// Counted from the write of the window that a message belongs to.
    latency_us: Quantiles,
    /// Payload that came back as it stood on the wire, over the same before compression.
    #[serde(skip_serializing_if = "Option::is_none")]
    compressed_ratio: Option<f64>,
    /// What the server answered to the offer of compression.
    #[serde(skip_serializing_if = "Option::is_none")]
    extensions: Option<String>,
    server_rss_bytes: u64,
}

impl Report {
    /// Puts together what was counted.
    pub(crate) fn new(
        echo: &Echo,
        crowd: &mut Crowd,
        counted: Counted,
        latencies: &Histogram,
    ) -> Result<Self> {
        let Counted {
            messages,
            returned_bytes,
            spent,
        } = counted;
        let extensions = crowd.agreed();
        let bytes = messages * crowd.book()?.script.message_bytes() as u64;
        let ratio = returned_bytes as f64 / bytes as f64;
        Ok(Self {
            messages,
            bytes,
            seconds: spent.wall.as_secs_f64(),
            server_cpu_ns: spent.server.as_nanos(),
            server_ns_per_message: spent.server_for_each(messages),
            load_cpu_ns: spent.load.as_nanos(),
            wall_messages_per_second: spent.per_second(messages),
            latency_us: latencies.quantiles(),
            compressed_ratio: extensions.is_some().then_some(ratio),
            extensions,
            server_rss_bytes: echo.target.process().resident_bytes()?,
        })
    }
}

/// Runs it: on every connection a whole window goes out in one write, and the next when all its
/// answers are back. The latency of a message counts from the write of its window.
pub(crate) fn run(echo: &Echo) -> Result<Report> {
    let mut crowd = echo.crowd()?;
    crowd.open(echo.connections.get())?;
    let window = echo.in_flight.get();
    let mut now = Instant::now();
    for link in 0..crowd.len() {
        crowd.send(link, window, now)?;
    }
    let mut measure = Measure::new(&echo.target, &echo.times);
    let mut latencies = Histogram::new();
    let mut messages = 0;
    loop {
        let count = crowd.wait(measure.left(now))?;
        now = Instant::now();
        match measure.at(now, messages)? {
            Moment::First => {
                messages = 0;
                latencies.clear();
                crowd.book()?.returned_bytes = 0;
            }
            Moment::Other => {}
            Moment::After(spent) => {
                let returned_bytes = crowd.book()?.returned_bytes;
                let counted = Counted {
                    messages,
                    returned_bytes,
                    spent,
                };
                return Report::new(echo, &mut crowd, counted, &latencies);
            }
        }
        for index in 0..count {
            let served = crowd.serve(index)?;
            if served.answered == 0 {
                continue;
            }
            now = Instant::now();
            messages += served.answered as u64;
            latencies.record(now - served.sent_at, served.answered);
            if served.awaited == 0 {
                crowd.send(served.link, window, now)?;
            }
        }
    }
}
