//! Looking: everything that touches the network. It finds facts and judges none.

mod exchange;
mod line;
mod network;
mod recorder;
mod second_look;
mod talk;
mod tap;
mod tls;
mod trust;
mod witness;

pub(super) use exchange::exchange;
pub(super) use network::{dial, look_up};
pub(super) use second_look::{plain as speaks_plain, tls as speaks_tls};
pub(super) use talk::{Found, Plan, talk};
pub(super) use tls::shake as shake_tls;
pub(super) use trust::Trust;
