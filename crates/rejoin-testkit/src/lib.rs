//! What the tests of the workspace share: slow, strict oracles that the fast code is held against.
//!
//! Nothing here is published, and nothing here is made for speed. Each part is written from the
//! specification alone, so that it cannot share a mistake with the code that it judges.
#![forbid(unsafe_code)]

pub mod inflate;
