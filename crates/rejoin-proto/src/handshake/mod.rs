//! The opening handshake (RFC 6455 section 4), both roles, without I/O.

mod rule;

pub use rule::Rule;
