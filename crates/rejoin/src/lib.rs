//! WebSocket client and server on tokio.
#![forbid(unsafe_code)]

mod buffers;
mod error;
mod handle;
mod pieces;
mod scope;
mod server;
mod socket;
mod split;
mod state;
mod transport;
mod wakers;

pub use error::Error;
pub use pieces::{MessageReader, MessageWriter};
pub use rejoin_proto::{CloseCode, CloseFrame, Closure, Kind, Message, Utf8Bytes};
pub use scope::HandlerOutput;
pub use server::{AcceptError, Accepted, Acceptor, Incoming, Server, ServerBuilder, ServerEvent};
#[cfg(feature = "tls")]
pub use server::{InvalidCertificate, ServerTls};
pub use socket::WebSocket;
pub use split::{Receiver, Sender};
pub use transport::Transport;
