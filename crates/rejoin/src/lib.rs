//! WebSocket for Rust, made for the two moments where WebSockets let people down: when a connection
//! is agreed and when it ends.
//!
//! A client:
//!
//! ```no_run
//! # async fn run() -> Result<(), Box<dyn core::error::Error>> {
//! let mut socket = rejoin::connect("wss://example.com/chat").await?;
//! socket.send("hello").await?;
//! while let Some(message) = socket.recv().await? {
//!     println!("{:?}", message.as_text());
//! }
//! println!("{}", socket.closure().expect("receiving has come to its end"));
//! # Ok(())
//! # }
//! ```
//!
//! A server:
//!
//! ```no_run
//! # async fn run() -> Result<(), Box<dyn core::error::Error>> {
//! let server = rejoin::Server::builder().bind("127.0.0.1:9001").await?;
//! server
//!     .serve(|mut socket, _request| async move {
//!         while let Some(message) = socket.recv().await? {
//!             socket.send(message).await?;
//!         }
//!         Ok::<_, rejoin::Error>(())
//!     })
//!     .await?;
//! # Ok(())
//! # }
//! ```
//!
//! # What is where
//!
//! * [`connect`] and [`Client`] open connections; [`Server`] accepts them, [`Acceptor`] does over a
//!   transport of your own and, with the features `hyper` and `axum`, inside an HTTP application.
//! * [`WebSocket`] is the open connection; it is also a `Stream` and a `Sink`, and can be
//!   [split](WebSocket::split).
//! * [`Reconnect`] opens one again whenever it ends, as [`reconnect::Policy`] says.
//! * [`Broadcast`] sends one message to many connections.
//! * [`Closure`] tells how a connection ended: who began, both Close frames, the transport's end.
//! * [`proto`] is the protocol itself, without I/O, for drivers of your own.
//!
//! # Extensions that a connection cannot do without
//!
//! ```no_run
//! use rejoin::extension::deflate::PermessageDeflate;
//! use rejoin::{Client, Extensions};
//!
//! # async fn run() {
//! let client = Client::new().extensions(Extensions::new().required(PermessageDeflate::client()));
//! if let Err(error) = client.connect("wss://example.com/").await {
//!     // The peer was told with 1010 and the names; so are you.
//!     println!("{error}: {:?}", error.missing_extensions());
//! }
//! # }
//! ```
//!
//! # Cancel safety
//!
//! Receiving and sending are cancel-safe: all state is in the socket, none in the futures. A
//! `send` that is dropped before it returns has sent nothing; a message that it has accepted leaves
//! before any Close.
//!
//! # Features
//!
//! * `tls` (default): `wss://` and TLS servers through rustls with ring;
//! * `hyper`: the upgrade inside hyper and tower services;
//! * `axum`: the upgrade as an argument of axum handlers;
//! * `handover`: restarts that never close the listening socket, on Unix.
//!
//! None changes how anything else behaves.
#![forbid(unsafe_code)]

mod broadcast;
mod buffers;
mod client;
mod connections;
mod drain;
mod error;
mod handle;
#[cfg(all(unix, feature = "handover"))]
pub mod handover;
mod inbox;
mod keeper;
mod pieces;
pub mod reconnect;
mod scope;
mod server;
mod socket;
mod split;
mod state;
mod transport;
#[cfg(feature = "hyper")]
mod upgrade;
mod wakers;

pub use broadcast::{Broadcast, BroadcastBuilder, Joining, Lag, Membership, Sending, Sent};
pub use client::{
    Attempt, Client, ConnectError, Connected, Deadlines, IntoRequest, Phase, connect,
};
#[cfg(feature = "tls")]
pub use client::{InvalidTls, Tls};
pub use connections::Connections;
pub use drain::{AlreadyDraining, Drain, Draining, Leaving, Progress, Stage};
pub use error::Error;
pub use pieces::{MessageReader, MessageWriter};
pub use reconnect::Reconnect;
pub use rejoin_close_codes::Retry;
pub use rejoin_proto as proto;
pub use rejoin_proto::extension;
pub use rejoin_proto::extension::Compression;
pub use rejoin_proto::handshake::{
    Answer, Explanation, Extensions, HeadLimits, OriginPolicy, Refusal,
};
pub use rejoin_proto::{
    CloseCode, CloseFrame, Closure, DelayRange, Keepalive, Kind, Limits, Message, ReceivedCode,
    RetryWindow, Utf8Bytes,
};
/// The TLS library, in the version whose types this crate takes.
#[cfg(feature = "tls")]
pub use rustls;
pub use scope::HandlerOutput;
pub use server::{
    AcceptError, Accepted, Acceptor, Incoming, Server, ServerBuilder, ServerEvent, SetupHandle,
};
#[cfg(feature = "tls")]
pub use server::{InvalidCertificate, ServerTls};
pub use socket::WebSocket;
pub use split::{Receiver, Sender};
pub use transport::Transport;
#[cfg(feature = "axum")]
pub use upgrade::UpgradeRejection;
#[cfg(feature = "hyper")]
pub use upgrade::{Upgrade, UpgradeError};
