//! Integration tests of the driver: one binary, in-memory transports, paused time.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod backpressure;
mod batching;
mod broadcast;
mod cancel;
mod client_answers;
mod client_connect;
mod client_missing;
mod client_peer;
#[cfg(feature = "tls")]
mod client_tls;
mod cuts;
mod drain;
mod echo;
mod ends;
mod keepalive;
mod memory;
mod pieces;
mod reconnect;
mod scripted;
mod server_http;
mod server_life;
mod server_refusals;
mod sizes;
mod slow_reader;
mod sockets;
mod split;
