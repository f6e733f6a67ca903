//! The upgrade of a request inside hyper, tower and axum applications.

use core::fmt;
use core::future::Future;

use bytes::BytesMut;
use http::Extensions;
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use rejoin_proto::handshake::{Explanation, Refusal, accept};
use rejoin_proto::{Config, Connection};
use std::sync::Arc;
use tokio::time::Instant;

use crate::connections::Place;
use crate::scope::{self, HandlerOutput};
use crate::server::Acceptor;
use crate::socket::WebSocket;

/// A request that can become a WebSocket.
///
/// Made by [`Acceptor::upgrade`] from any request that hyper has received, or taken as an argument
/// by a handler of axum (feature `axum`). Send [`response`](Self::response), or what
/// [`run`](Self::run) returns, to the client: only then is the connection handed over.
#[derive(Debug)]
pub struct Upgrade {
    handed_over: OnUpgrade,
    response: http::Response<()>,
    connection: Negotiated,
    /// Taken from the answer on, so that a drain waits for the socket.
    place: Option<Place>,
}

/// Everything of the connection but its transport.
#[derive(Debug)]
struct Negotiated {
    config: Arc<Config>,
    chain: rejoin_proto::extension::Chain,
    subprotocol: Option<String>,
    extensions: String,
    explanation: Explanation,
}

impl Acceptor {
    /// Judges a request that an HTTP server has received, by the same rules as the handshake over a
    /// transport of one's own.
    ///
    /// # Errors
    ///
    /// The reason to decline; answer with [`Refusal::response`]. A server that cannot upgrade this
    /// connection counts as a request without `Upgrade`.
    pub fn upgrade<B>(&self, request: &mut http::Request<B>) -> Result<Upgrade, Refusal> {
        let acceptance = accept(request, &self.options)?;
        self.connections().admit()?;
        let handed_over = take_upgrade(request.extensions_mut())?;
        let agreement = acceptance.agreement;
        Ok(Upgrade {
            handed_over,
            response: acceptance.response,
            connection: Negotiated {
                config: Arc::clone(&self.config),
                chain: agreement.chain,
                subprotocol: agreement.subprotocol,
                extensions: agreement.extensions,
                explanation: agreement.explanation,
            },
            place: Place::take(self.home(), usize::MAX, None),
        })
    }
}

fn take_upgrade(extensions: &mut Extensions) -> Result<OnUpgrade, Refusal> {
    extensions
        .remove::<OnUpgrade>()
        .ok_or(Refusal::NotAnUpgrade)
}

impl Upgrade {
    /// The subprotocol in use, if any.
    pub fn subprotocol(&self) -> Option<&str> {
        self.connection.subprotocol.as_deref()
    }

    /// `Sec-WebSocket-Extensions` as answered, empty if no extension is in use.
    pub fn extensions(&self) -> &str {
        &self.connection.extensions
    }

    /// Each offer, taken or declined, and by which rule.
    pub fn explanation(&self) -> &Explanation {
        &self.connection.explanation
    }

    /// The answer to send, with an empty body of the type that the HTTP server uses. Headers may be
    /// added.
    pub fn response<B: Default>(&self) -> http::Response<B> {
        self.response.clone().map(|()| B::default())
    }

    /// Waits until the answer was sent and takes over the connection.
    ///
    /// # Errors
    ///
    /// [`UpgradeError`] if the HTTP server did not hand it over, for instance because another
    /// answer was sent.
    pub async fn socket(self) -> Result<WebSocket, UpgradeError> {
        self.placed_socket().await.map(|(socket, _place)| socket)
    }

    /// The same, with the place that the connection's handler holds.
    async fn placed_socket(self) -> Result<(WebSocket, Option<Arc<Place>>), UpgradeError> {
        let Self {
            handed_over,
            connection,
            place,
            ..
        } = self;
        let upgraded = handed_over.await.map_err(UpgradeError)?;
        let now = Instant::now().into_std();
        let connection = Connection::server(&connection.config, connection.chain, now);
        let socket = WebSocket::from_parts(TokioIo::new(upgraded), connection, BytesMut::new());
        let place = place.map(|place| place.open(&socket));
        Ok((socket, place))
    }

    /// Runs `handler` with the socket in a task of its own and returns the answer to send.
    ///
    /// As with [`Server::serve`](crate::Server::serve), a handler that returns has its socket closed
    /// for it: with 1000, with the Close of the drain that has begun, or with 1011 if it returned an
    /// error or panicked. The body of the answer is empty, of the type that the HTTP server uses: in a
    /// handler of axum, return it as `axum::response::Response`.
    #[must_use = "the connection is handed over when this answer is sent"]
    pub fn run<H, F, B>(self, handler: H) -> http::Response<B>
    where
        B: Default,
        H: FnOnce(WebSocket) -> F + Send + 'static,
        F: Future<Output: HandlerOutput> + Send + 'static,
    {
        let response = self.response();
        tokio::spawn(async move {
            match self.placed_socket().await {
                Ok((socket, place)) => {
                    scope::run(handler(socket), place).await;
                }
                Err(error) => tracing::debug!(%error, "connection not handed over"),
            }
        });
        response
    }
}

/// The HTTP server did not hand the connection over.
#[derive(Debug)]
pub struct UpgradeError(hyper::Error);

impl fmt::Display for UpgradeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the HTTP server did not hand the connection over")
    }
}

impl core::error::Error for UpgradeError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        Some(&self.0)
    }
}

/// The upgrade as an argument of axum handlers.
#[cfg(feature = "axum")]
mod extract {
    use axum_core::body::Body;
    use axum_core::extract::FromRequestParts;
    use axum_core::response::{IntoResponse, Response};
    use http::request::Parts;
    use rejoin_proto::handshake::Refusal;

    use super::Upgrade;
    use crate::server::Acceptor;

    /// Uses the [`Acceptor`] among the request's extensions (`.layer(Extension(acceptor))`), or the
    /// default one, whose connections nobody can count or drain.
    impl<S: Sync> FromRequestParts<S> for Upgrade {
        type Rejection = UpgradeRejection;

        async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, UpgradeRejection> {
            let acceptor = parts
                .extensions
                .get::<Acceptor>()
                .cloned()
                .unwrap_or_default();
            // Only whole requests are judged; the parts are put back for the extractors to come.
            let (nothing, ()) = http::Request::new(()).into_parts();
            let taken = core::mem::replace(parts, nothing);
            let mut request = http::Request::from_parts(taken, ());
            let upgrade = acceptor.upgrade(&mut request);
            *parts = request.into_parts().0;
            upgrade.map_err(UpgradeRejection)
        }
    }

    /// A request that axum's handler does not get to see: it cannot become a WebSocket.
    #[derive(Debug)]
    pub struct UpgradeRejection(Refusal);

    impl UpgradeRejection {
        /// Why it was declined.
        pub fn refusal(&self) -> &Refusal {
            &self.0
        }
    }

    impl IntoResponse for UpgradeRejection {
        fn into_response(self) -> Response {
            self.0.response().map(Body::from)
        }
    }
}

#[cfg(feature = "axum")]
pub use extract::UpgradeRejection;
