//! What the process before this one tells of its drain, as metrics of this one.

use std::sync::{Mutex, PoisonError};

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;

use super::farewell::Word;
use super::labels::{self, Closed, Drain};
use crate::json::HowFar;

/// The process before this one.
#[derive(Debug)]
pub(in crate::serve) struct Predecessor {
    draining: Gauge,
    drain: Family<Drain, Gauge>,
    closed: Family<Closed, Counter>,
    how_far: Mutex<Option<HowFar>>,
}

impl Predecessor {
    pub(super) fn new(registry: &mut Registry) -> Self {
        let draining = Gauge::default();
        registry.register(
            "predecessor_draining",
            "1 while the process before this one lives",
            draining.clone(),
        );
        let drain = Family::<Drain, Gauge>::default();
        registry.register(
            "predecessor_drain_connections",
            "How far the drain of the process before this one has come",
            drain.clone(),
        );
        let closed = Family::<Closed, Counter>::default();
        registry.register(
            "predecessor_connections_closed",
            "Connections of the process before this one that ended since this one serves",
            closed.clone(),
        );
        Self {
            draining,
            drain,
            closed,
            how_far: Mutex::default(),
        }
    }

    /// There is one, and it lives.
    pub(in crate::serve) fn lives(&self) {
        self.draining.set(1);
    }

    /// It has ended; what it told stays.
    pub(in crate::serve) fn has_ended(&self) {
        self.draining.set(0);
    }

    /// It told this.
    pub(in crate::serve) fn told(&self, word: &str) {
        match serde_json::from_str(word) {
            Ok(Word::Closed { how, total }) => {
                let counter = self.closed.get_or_create(&how);
                // Nobody else counts here, and a total never falls.
                counter.inc_by(total.saturating_sub(counter.get()));
            }
            Ok(Word::Drain(how_far)) => {
                labels::set(&self.drain, how_far);
                // A number is whole at any time.
                *self.how_far.lock().unwrap_or_else(PoisonError::into_inner) = Some(how_far);
            }
            // A word of another release.
            Err(error) => tracing::debug!(%error, "the old process tells {word:?}"),
        }
    }

    /// Whether there is one, and it lives.
    pub(super) fn is_alive(&self) -> bool {
        self.draining.get() > 0
    }

    /// How its connections ended.
    pub(super) fn closed(&self) -> &Family<Closed, Counter> {
        &self.closed
    }

    /// How far its drain had come when it last told.
    pub(in crate::serve) fn how_far(&self) -> Option<HowFar> {
        *self.how_far.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
