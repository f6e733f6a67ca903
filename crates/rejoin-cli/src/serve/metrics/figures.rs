//! The few numbers of which the page draws its plots.

use std::collections::BTreeMap;
use std::process;

use serde::Serialize;

use super::Metrics;
use super::labels::{Closed, Direction};

/// What the page is told every second.
#[derive(Debug, Serialize)]
pub(in crate::serve) struct Figures {
    /// The process whose numbers these are.
    pid: u32,
    /// Whether the process before it still lives, to close its connections.
    predecessor: bool,
    open: usize,
    /// Received and sent.
    messages: u64,
    /// How many connections ended with each code; those of the process before it since this one serves
    /// included.
    closed: BTreeMap<String, u64>,
}

impl Metrics {
    /// What the page shows of all that is counted.
    pub(in crate::serve) fn figures(&self) -> Figures {
        let of = |direction| {
            let messages = self.messages.get(&Direction { direction });
            messages.map_or(0, |count| count.get())
        };
        Figures {
            pid: process::id(),
            predecessor: self.predecessor.is_alive(),
            open: self.connections.open(),
            messages: of("received") + of("sent"),
            closed: self.closed_by_code(),
        }
    }

    fn closed_by_code(&self) -> BTreeMap<String, u64> {
        let mut counts = BTreeMap::new();
        for how in Closed::all() {
            let families = [&self.closed, self.predecessor.closed()];
            let of_each = families.map(|family| family.get(&how).map_or(0, |count| count.get()));
            let count: u64 = of_each.iter().sum();
            if count > 0 {
                *counts.entry(how.code().to_owned()).or_default() += count;
            }
        }
        counts
    }
}
