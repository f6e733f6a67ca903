//! Clients that come back by themselves.

mod cause;
mod course;
mod policy;
mod preset;
mod retry_after;

pub use cause::{Cause, Failure};
pub use course::Course;
pub use policy::{Address, Decision, GiveUp, Policy, Situation};
pub use preset::{Preset, UnknownPreset};
