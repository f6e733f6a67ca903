//! Restarts with real processes: this test program starts itself in another role.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod actor;
mod deaths;
mod failures;
mod hammer;
mod restarts;
mod service_manager;
mod stage;
