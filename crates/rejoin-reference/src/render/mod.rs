//! Explanations and comparisons, written out.

pub mod json;
#[cfg(feature = "text")]
pub mod text;
