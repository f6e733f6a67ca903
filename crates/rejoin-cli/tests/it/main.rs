//! The program as scripts and people use it: real processes, free ports on the loopback.

#[cfg(unix)]
mod admin;
mod check;
mod connect;
mod exit_status;
mod fake;
mod help;
mod json;
#[cfg(unix)]
mod losses;
mod negotiation;
mod page;
mod process;
mod reconnect;
mod reference;
mod rehearse;
#[cfg(unix)]
mod reload;
#[cfg(unix)]
mod restart;
#[cfg(unix)]
mod restart_command;
mod serve;
#[cfg(unix)]
mod service;
#[cfg(unix)]
mod terminal;
mod tls;
