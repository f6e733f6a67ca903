//! Explanations and comparisons, written out.

#[cfg(feature = "html")]
pub mod html;
pub mod json;
#[cfg(feature = "text")]
pub mod text;
