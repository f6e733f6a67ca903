//! The life of one connection: its handshake, then its handler.

use core::future::Future;
use core::net::SocketAddr;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, ready};
use std::sync::Arc;

use rejoin_proto::handshake::Refusal;
use tokio::net::TcpStream;

use super::ServerEvent;
use super::accept::{AcceptError, Accepted};
use super::setup::Setup;
use super::shake::{Caller, Unopened};
use crate::connections::Place;
use crate::scope::{self, HandlerOutput, Run};
use crate::socket::WebSocket;

/// The task of a connection that was accepted by the operating system.
pub(super) fn of_connection<H, F>(
    setup: &Arc<Setup>,
    handler: &Arc<H>,
    place: Place,
    stream: TcpStream,
    peer: SocketAddr,
) -> impl Future<Output = ()> + Send + use<H, F>
where
    H: Fn(WebSocket, http::Request<()>) -> F + Send + Sync + 'static,
    F: Future<Output: HandlerOutput> + Send + 'static,
{
    let (setup, handler) = (Arc::clone(setup), Arc::clone(handler));
    let handshake = async move {
        let caller = Caller {
            setup: &setup,
            peer: &peer,
        };
        let opening = pin!(accept(caller, stream));
        let registry = setup.acceptor.connections().registry();
        let accepted = registry.unless_shut(opening).await?;
        open(&setup, &*handler, place, peer, accepted)
    };
    // What the handshake needs is given back before the handler begins.
    Life::ShakingHands(Box::pin(handshake))
}

enum Life<S, F> {
    ShakingHands(Pin<Box<S>>),
    Handling(Handling<F>),
}

/// Boxed, because the memory of a task is rounded up generously. The place is taken until the
/// connection is over, whoever has the socket, and the handler has returned.
type Handling<F> = Run<Pin<Box<F>>, Arc<Place>>;

impl<S, F> Future for Life<S, F>
where
    S: Future<Output = Option<Handling<F>>>,
    F: Future<Output: HandlerOutput>,
{
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let this = self.get_mut();
        loop {
            match this {
                Self::ShakingHands(handshake) => match ready!(handshake.as_mut().poll(context)) {
                    Some(handling) => *this = Self::Handling(handling),
                    None => return Poll::Ready(()),
                },
                Self::Handling(handling) => return Pin::new(handling).poll(context),
            }
        }
    }
}

/// From the connection of the transport to the answer.
async fn accept(caller: Caller<'_>, stream: TcpStream) -> Result<Accepted, Unopened> {
    let setup = caller.setup;
    #[cfg(feature = "tls")]
    if let Some(tls) = &setup.tls {
        // In memory of its own: TLS is large, and plain connections need not carry its size.
        let encrypted = async {
            match tls.accept(stream, setup.acceptor.deadline()).await {
                Ok(stream) => setup.acceptor.shake_hands(stream, caller).await,
                Err(error) => Err(Unopened::Failed(AcceptError::Transport(error))),
            }
        };
        return Box::pin(encrypted).await;
    }
    setup.acceptor.shake_hands(stream, caller).await
}

/// From the answer to the handler; `None` if it does not come to that.
fn open<H, F>(
    setup: &Setup,
    handler: &H,
    place: Place,
    peer: SocketAddr,
    accepted: Result<Accepted, Unopened>,
) -> Option<Handling<F>>
where
    H: Fn(WebSocket, http::Request<()>) -> F + Send + Sync + 'static,
    F: Future<Output: HandlerOutput> + Send + 'static,
{
    let Accepted {
        socket,
        request,
        subprotocol,
        extensions,
        explanation,
    } = match accepted {
        Ok(accepted) => accepted,
        Err(
            Unopened::Answered
            | Unopened::Failed(AcceptError::Refused(Refusal::EndOfStream { received: 0 })),
        ) => return None,
        Err(Unopened::Failed(AcceptError::Refused(refusal))) => {
            setup.tell(&ServerEvent::Refused {
                peer,
                refusal: &refusal,
            });
            return None;
        }
        Err(Unopened::Failed(AcceptError::Transport(error))) => {
            setup.tell(&ServerEvent::Failed {
                peer,
                error: &error,
            });
            return None;
        }
    };
    setup.tell(&ServerEvent::Opened {
        peer,
        request: &request,
        subprotocol: subprotocol.as_deref(),
        extensions: &extensions,
        explanation: &explanation,
    });
    let place = place.open(&socket);
    Some(scope::run(Box::pin(handler(socket, request)), place))
}
