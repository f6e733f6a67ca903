//! The workload `handshakes`: connect, upgrade, close, and again.

use std::net::SocketAddr;
use std::time::Instant;

use anyhow::Result;
use serde::Serialize;

use crate::arguments::Handshakes;
use crate::dial::{Attempt, Layer, reset_on_close};
use crate::handshake::{Handshake, Wishes};
use crate::measure::{Measure, Moment};
use crate::patience::Patience;
use crate::poller::Poller;
use crate::process;
use crate::tls;

/// What the handshakes came to.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    /// Handshakes whose answer was verified within the measured time.
    handshakes: u64,
    seconds: f64,
    server_cpu_ns: u128,
    server_ns_per_handshake: f64,
    load_cpu_ns: u128,
    wall_handshakes_per_second: f64,
}

/// Runs it: in each slot a connection is opened, upgraded and closed with a reset, then the next.
pub(crate) fn run(handshakes: &Handshakes) -> Result<Report> {
    let slots = handshakes.slots.get();
    process::make_room_for(slots)?;
    let server = handshakes.target.server;
    let handshake = Handshake::new(Wishes {
        server,
        deflate: None,
        browser_headers: handshakes.browser_headers,
        is_tls: handshakes.tls,
    });
    let layer = if handshakes.tls {
        Layer::Tls(tls::settings()?)
    } else {
        Layer::Plain
    };
    let mut poller = Poller::new()?;
    let mut patience = Patience::new(handshakes.target.patience());
    let mut number = 0;
    let mut attempts = Vec::with_capacity(slots);
    for slot in 0..slots {
        attempts.push(start(server, &layer, number, &poller, slot)?);
        number += 1;
    }
    let mut measure = Measure::new(&handshakes.target, &handshakes.times);
    let mut completed = 0;
    let mut now = Instant::now();
    loop {
        let count = poller.wait(measure.left(now).min(patience.left()?))?;
        now = Instant::now();
        match measure.at(now, completed)? {
            Moment::First => completed = 0,
            Moment::Other => {}
            Moment::After(spent) => {
                return Ok(Report {
                    handshakes: completed,
                    seconds: spent.wall.as_secs_f64(),
                    server_cpu_ns: spent.server.as_nanos(),
                    server_ns_per_handshake: spent.server_for_each(completed),
                    load_cpu_ns: spent.load.as_nanos(),
                    wall_handshakes_per_second: spent.per_second(completed),
                });
            }
        }
        for index in 0..count {
            let slot = poller.ready(index).token;
            if attempts[slot].advance(&handshake)?.is_some() {
                patience.renew(now);
                completed += 1;
                // The old connection is closed here, and no longer watched with that.
                attempts[slot] = start(server, &layer, number % FEW, &poller, slot)?;
                number += 1;
            }
        }
    }
}

fn start(
    server: SocketAddr,
    layer: &Layer,
    number: usize,
    poller: &Poller,
    slot: usize,
) -> Result<Attempt> {
    let attempt = Attempt::start(server, number, layer)?;
    reset_on_close(attempt.stream())?;
    poller.add(attempt.stream(), slot)?;
    Ok(attempt)
}

/// Connections are closed at once, so that the numbers of those which are can be used again.
const FEW: usize = 20_000;
