//! The `rejoin` program.
#![forbid(unsafe_code)]

fn main() {}
