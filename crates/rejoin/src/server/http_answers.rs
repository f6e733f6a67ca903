//! Requests that do not ask for a WebSocket, and the application's answers to them.

use core::fmt;
use core::net::SocketAddr;
use std::sync::Arc;

use bytes::Bytes;
use rejoin_proto::handshake::wants_websocket;

/// How the application answers requests of plain HTTP, if it does.
#[derive(Clone, Default)]
pub(super) struct HttpAnswers(Option<Arc<Answer>>);

type Answer = dyn Fn(&http::Request<()>, SocketAddr) -> Option<http::Response<Bytes>> + Send + Sync;

impl HttpAnswers {
    pub(super) fn new(
        answer: impl Fn(&http::Request<()>, SocketAddr) -> Option<http::Response<Bytes>>
        + Send
        + Sync
        + 'static,
    ) -> Self {
        Self(Some(Arc::new(answer)))
    }

    /// The answer to a request that is no handshake, if the application has one.
    pub(super) fn to(
        &self,
        request: &http::Request<()>,
        peer: SocketAddr,
    ) -> Option<http::Response<Bytes>> {
        let answer = self.0.as_ref()?;
        if wants_websocket(request) {
            return None;
        }
        answer(request, peer)
    }
}

impl fmt::Debug for HttpAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() {
            "HttpAnswers(set)"
        } else {
            "HttpAnswers(none)"
        })
    }
}
