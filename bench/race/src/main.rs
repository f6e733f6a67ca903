//! Races WebSocket echo servers against each other.
#![forbid(unsafe_code)]

fn main() {}
