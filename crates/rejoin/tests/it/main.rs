//! Integration tests of the driver: one binary, in-memory transports, paused time.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod echo;
