//! What is told of each code: one table for a group of codes.

mod negotiation;

use super::model::Entry;

/// The tables; single codes stand before the ranges.
pub(super) const TABLES: &[&[Entry]] = &[negotiation::TABLE];
