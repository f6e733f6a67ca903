//! What the tests of the workspace share: a simulated pair of connections, vectors, and oracles.
//!
//! * [`pair`]: a client and a server joined by two wires in memory, under a virtual clock.
//! * [`vector`]: conversations as text files, and how they are read.
//! * [`wire`]: frames written out byte by byte, legal or not.
//! * [`oracle`], [`inflate`]: slow, strict readers that the fast code is held against. Each is
//!   written from the specification alone, so that it cannot share a mistake with what it judges.
//! * [`random`]: numbers that replay from a seed, and mask keys made of them.
//!
//! Nothing here is published, and nothing here is made for speed.
#![forbid(unsafe_code)]

pub mod inflate;
pub mod oracle;
pub mod pair;
pub mod random;
pub mod vector;
pub mod wire;

/// The programs of the README, compiled.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
