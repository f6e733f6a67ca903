//! What an old process tells the new one: only that one is asked for metrics.
//!
//! A word is one JSON object, short enough for the line between the two. It holds totals, so that a
//! word that is lost is made up for by the next one of its kind; words that a release does not know
//! mean nothing to it.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use super::labels::Closed;
use crate::json::{self, HowFar};

/// Something that an old process tells.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Word {
    /// How many connections ended in that way since it has handed over.
    Closed {
        /// The way.
        #[serde(flatten)]
        how: Closed,
        /// How many.
        total: u64,
    },
    /// How far its drain has come.
    Drain(HowFar),
}

/// How connections ended since this process has handed over.
#[derive(Debug, Default)]
pub(in crate::serve) struct Farewell(Mutex<Option<HashMap<Closed, u64>>>);

impl Farewell {
    /// Another process serves: from now on it is counted.
    #[cfg(unix)]
    pub(in crate::serve) fn begin(&self) {
        *self.counts() = Some(HashMap::new());
    }

    /// This process serves again.
    #[cfg(unix)]
    pub(in crate::serve) fn end(&self) {
        *self.counts() = None;
    }

    /// A connection has ended.
    pub(super) fn count(&self, how: Closed) {
        if let Some(counts) = &mut *self.counts() {
            *counts.entry(how).or_default() += 1;
        }
    }

    /// What there is to tell now, of a drain that has come so far.
    pub(in crate::serve) fn words(&self, how_far: HowFar) -> Vec<String> {
        let mut words = vec![Word::Drain(how_far)];
        if let Some(counts) = &*self.counts() {
            let closed = counts.iter().map(|(how, total)| Word::Closed {
                how: how.clone(),
                total: *total,
            });
            words.extend(closed);
        }
        words.iter().map(json::line).collect()
    }

    fn counts(&self) -> MutexGuard<'_, Option<HashMap<Closed, u64>>> {
        // A count is whole at any time.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
