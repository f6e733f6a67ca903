//! What happens to a server's connections.

use core::net::SocketAddr;

use http::StatusCode;
use rejoin_proto::Closure;
use rejoin_proto::handshake::{Explanation, Refusal};

/// Something that happened to one connection of a server.
#[derive(Debug)]
#[non_exhaustive]
pub enum ServerEvent<'a> {
    /// A request of plain HTTP gets the application's answer, see
    /// [`ServerBuilder::answer_http`](crate::ServerBuilder::answer_http). It is told before the answer
    /// leaves.
    #[non_exhaustive]
    Answered {
        /// Who asked.
        peer: SocketAddr,
        /// The request as it was received.
        request: &'a http::Request<()>,
        /// The status of the answer.
        status: StatusCode,
    },
    /// A connection was lost before it could be judged: TLS or the transport failed.
    #[non_exhaustive]
    Failed {
        /// Who it was.
        peer: SocketAddr,
        /// Why.
        error: &'a std::io::Error,
    },
    /// A handshake was declined, and answered.
    #[non_exhaustive]
    Refused {
        /// Who asked.
        peer: SocketAddr,
        /// Why it was declined.
        refusal: &'a Refusal,
    },
    /// A connection is open.
    #[non_exhaustive]
    Opened {
        /// Who it is with.
        peer: SocketAddr,
        /// The request as it was received.
        request: &'a http::Request<()>,
        /// The subprotocol in use, if any.
        subprotocol: Option<&'a str>,
        /// `Sec-WebSocket-Extensions` as answered, empty if no extension is in use.
        extensions: &'a str,
        /// Each offer, taken or declined, and by which rule.
        explanation: &'a Explanation,
    },
    /// A connection is over. [`Closure::missing_extensions`] has what a client asked for with 1010.
    #[non_exhaustive]
    Closed {
        /// Who it was with.
        peer: SocketAddr,
        /// How it ended.
        closure: &'a Closure,
    },
}

impl ServerEvent<'_> {
    /// Writes the event to the log.
    pub(super) fn trace(&self) {
        match self {
            Self::Answered {
                peer,
                request,
                status,
            } => {
                let (method, uri) = (request.method(), request.uri());
                tracing::debug!(%peer, %method, %uri, status = status.as_u16(), "request answered");
            }
            Self::Failed { peer, error } => tracing::debug!(%peer, %error, "connection failed"),
            Self::Refused { peer, refusal } => {
                tracing::info!(%peer, status = refusal.status().as_u16(), %refusal, "handshake refused");
            }
            Self::Opened {
                peer,
                request,
                extensions,
                explanation,
                ..
            } => {
                tracing::debug!(%peer, uri = %request.uri(), extensions, "connection opened");
                tracing::trace!(%peer, %explanation, "negotiation");
            }
            Self::Closed { peer, closure } => {
                let missing: Vec<_> = closure.missing_extensions().collect();
                if missing.is_empty() {
                    tracing::debug!(%peer, code = closure.code().get(), %closure, "connection closed");
                } else {
                    let missing = missing.join(", ");
                    tracing::info!(%peer, code = 1010, missing, "client needs an extension");
                }
            }
        }
    }
}
