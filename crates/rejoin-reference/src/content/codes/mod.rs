//! What is told of each code: one table for a group of codes.

mod ends;
mod local;
mod messages;
mod protocol;
mod ranges;
mod registered;
mod service;

use super::model::Entry;

/// The tables: single codes, then the ranges.
pub(super) const TABLES: &[&[Entry]] = &[
    ends::TABLE,
    protocol::TABLE,
    local::TABLE,
    messages::TABLE,
    service::TABLE,
    registered::TABLE,
    ranges::TABLE,
];
