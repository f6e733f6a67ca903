//! Why each offer was taken or declined.

/// A rule by which an offer or an answer is declined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// Placeholder until the rules are listed.
    Unlisted,
}
