//! The opening handshake (RFC 6455 section 4), both roles, without I/O.
//!
//! ```text
//!  client                                                server
//!  ClientHandshake::new --- head() ------------------->  RequestReader::receive
//!                                                        accept: method, version, host, body,
//!                                                                upgrade, key, origin
//!                                                        subprotocol chosen
//!                                                        extensions: each offer judged
//!  ClientHandshake::receive <-- encode_response -------  Acceptance, or Refusal::response
//!    Opened, or HandshakeError
//! ```
//!
//! Both sides end with an [`Agreement`]: the subprotocol, the chain of agreed codecs, and an
//! [`Explanation`] that says of each offer whether it was taken and, if not, by which [`Rule`].
//!
//! # When an extension that is needed is missing
//!
//! [`Extensions`] marks each extension as optional or required.
//!
//! * A **client** opens all the same; [`Agreement::missing`] names what it did not get, and it
//!   closes with 1010 and [`missing_reason`] (RFC 6455 section 7.4.1).
//! * A **server** refuses before the 101 with [`Refusal::RequiredExtensions`], whose body names
//!   them: 1010 is the client's code alone.
//!
//! An offer that cannot be met is declined and the next one is tried; it is never an HTTP error. An
//! answer that was not asked for, or breaks a rule, fails the handshake without a Close frame.
//!
//! # Limits
//!
//! [`HeadLimits`] bounds what a peer can push before anything is agreed. Time is the driver's: it
//! answers a slow request with [`Refusal::TimedOut`], and turns a slow refusal into what there is
//! of it with [`ClientHandshake::receive_eof`].

mod answer;
mod asked;
mod authority;
mod client;
mod encode;
mod error;
mod explanation;
mod extensions;
mod fields;
mod head;
mod negotiate;
mod origin;
mod parse;
mod refusal;
mod request;
mod rule;
mod scan;
mod server;
mod target;

pub use answer::Answer;
pub use client::{ClientHandshake, ClientOptions, Opened};
pub use encode::encode_response;
pub use error::{HandshakeError, InvalidRequest};
pub use explanation::{Explanation, Outcome, Verdict};
pub use extensions::{Extensions, Need};
pub use fields::accept_key;
pub use head::{HeadFault, HeadLimits};
pub use negotiate::{Agreement, missing_reason};
pub use origin::{InvalidOrigin, Origin, OriginPolicy};
pub use refusal::Refusal;
pub use rule::Rule;
pub use server::{Acceptance, RequestReader, ServerOptions, accept, accept_into, wants_websocket};
pub use target::{InvalidUrl, Security, Target, target};
