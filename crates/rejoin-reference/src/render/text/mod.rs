//! As text, for a terminal or a pipe. Needs the feature `text`.
//!
//! Lines are wrapped by the width that characters have on a terminal, also where a language puts no
//! spaces between words. Without colours, literals stand between backticks.
//!
//! # Right to left
//!
//! In a right-to-left language each literal, name and number is put between U+2066 and U+2069, so
//! that its order is kept, whether the text goes to a terminal or elsewhere: nobody can tell whether
//! what reads a pipe is a pager. [`Layout::plain`] leaves them out, for programs that take texts
//! apart. Tables of two values become lists, because not every terminal mirrors columns.

mod layout;
mod page;
mod pages;
mod wrap;

pub use layout::Layout;
pub use page::Page;
pub use pages::{codes, comparison, explanation, matches};
