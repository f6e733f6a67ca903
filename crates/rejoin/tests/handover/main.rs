//! Restarts with real processes: this test program starts itself in another role.
//!
//! On Linux: the tests look into `/proc`, and at abstract socket names.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod actor;
mod deaths;
mod failures;
mod hammer;
mod restarts;
mod service_manager;
mod stage;
