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
/// assert_eq!(rejoin_reference::entry(3001).unwrap().key, "r3000-3999");
/// ```
pub fn entry(code: u16) -> Option<&'static Entry> {
    let row = lookup(code);
    entries().find(|entry| (entry.code, entry.last) == (row.first, row.last))
}

/// Every entry: single codes in order, then the ranges in order.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    codes::TABLES.iter().copied().flatten()
}

/// What is said of two codes together, whatever their order; none for pairs that nobody confuses.
///
/// # Examples
///
/// ```
/// let pair = rejoin_reference::pair(1012, 1010).unwrap();
/// assert_eq!((pair.low, pair.high), (1010, 1012));
/// assert!(rejoin_reference::pair(1010, 3008).is_none());
/// ```
pub fn pair(a: u16, b: u16) -> Option<&'static Pair> {
    let ordered = (a.min(b), a.max(b));
    pairs().find(|pair| (pair.low, pair.high) == ordered)
}
