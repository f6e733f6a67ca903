//! What is said of particular pairs of codes.

mod from_1006;
mod from_1010;
mod up_to_1005;

use super::model::Pair;

/// Every pair of which more is said than their rows say, in order.
pub fn pairs() -> impl Iterator<Item = &'static Pair> {
    [up_to_1005::TABLE, from_1006::TABLE, from_1010::TABLE]
        .into_iter()
        .flatten()
}
