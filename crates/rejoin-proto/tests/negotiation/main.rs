//! The opening handshake against its vectors (`conformance/vectors/negotiation`), and what those
//! cannot say: limits, the words of refusals, explanations, requests as they are sent, URLs.

#![expect(
    clippy::panic,
    reason = "a vector file that cannot be read fails its test"
)]

mod explained;
mod extensions;
mod heads;
mod limits;
mod requests;
mod urls;
mod vectors;
