//! What the reference says: tables of message ids with their sources.
//!
//! The messages are in `locales/`. A fact that stands in a row of `rejoin-close-codes` is not
//! repeated here.

mod codes;
mod guide;
mod model;
mod pairs;
mod services;
mod short;
mod sources;
#[cfg(test)]
mod tests;

use rejoin_close_codes::lookup;

pub use self::{
    guide::guide,
    model::{
        Answer, Basis, Cause, Choice, Confusion, Difference, Entry, Fix, Guide, MessageId, Next,
        Pair, Phase, Question, Reconnect, Role, Seen, Service, ServiceCode, ServiceRange, Source,
        SourceId, Viewer,
    },
    pairs::pairs,
    services::services,
    sources::{source, sources},
};

/// What is told of a code: by itself, or with the range that it lies in.
///
/// # Examples
///
/// ```
/// assert_eq!(rejoin_reference::entry(1010).unwrap().key, "c1010");
/// ```
pub fn entry(code: u16) -> Option<&'static Entry> {
    let row = lookup(code);
    entries().find(|entry| (entry.code, entry.last) == (row.first, row.last))
}

/// Every entry: single codes in order, then the ranges in order.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    codes::TABLES.iter().copied().flatten()
}

/// What is said of two codes together, whatever their order; none where nobody confuses them.
pub fn pair(a: u16, b: u16) -> Option<&'static Pair> {
    let ordered = (a.min(b), a.max(b));
    pairs().iter().find(|pair| (pair.low, pair.high) == ordered)
}
