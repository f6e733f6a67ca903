//! The accept loop.

use core::future::{Future, pending, poll_fn};
use core::net::SocketAddr;
use core::task::Poll;
use core::time::Duration;
use std::io;
use std::pin::pin;
use std::sync::Arc;

use rejoin_proto::handshake::Refusal;
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use super::delay::Delay;
use super::life;
use super::refuse::refuse;
use super::setup::Setup;
use super::{Server, ServerEvent};
use crate::connections::{Connections, Door, Place};
use crate::drain::{Drain, Stage};
use crate::scope::HandlerOutput;
use crate::socket::WebSocket;

impl Server {
    /// Serves for ever: each connection is handed to `handler`, in a task of its own, with the
    /// request that opened it.
    ///
    /// A handler that returns has its socket closed for it, if it is still open: with 1000, with the
    /// Close of the drain that has begun, or with 1011 if it returned an error or panicked.
    ///
    /// # Errors
    ///
    /// If the listening socket is broken. Being out of file descriptors is not an error: the server
    /// keeps what it has and goes on accepting when it can.
    pub async fn serve<H, F>(self, handler: H) -> io::Result<()>
    where
        H: Fn(WebSocket, http::Request<()>) -> F + Send + Sync + 'static,
        F: Future<Output: HandlerOutput> + Send + 'static,
    {
        self.serve_until(handler, pending()).await
    }

    /// Serves until `shutdown` is ready; then closes every open connection, as
    /// [`ServerBuilder::shutdown`](super::ServerBuilder::shutdown) says, and refuses new ones with 503
    /// meanwhile. A drain that is under way already, or has finished, takes the place of that one.
    ///
    /// When no connection is open any more, handshakes that are not done are let go of. Returns when
    /// all handlers have returned, or when the close budget and the wait for the peer's end of the
    /// transport have passed ([`Limits`](rejoin_proto::Limits), 12 s together): handlers that are
    /// still at work then go on without being waited for. Handlers that have given their socket to
    /// somebody else may return: the connection is the server's until it is over.
    ///
    /// What waits in the queue of the listening socket when that is closed in the end is reset by
    /// the operating system, unless another process listens on the same socket.
    ///
    /// # Errors
    ///
    /// As [`serve`](Self::serve).
    ///
    /// # Cancel safety
    ///
    /// Dropping the future closes the listening socket; open connections go on.
    pub async fn serve_until<H, F>(
        self,
        handler: H,
        shutdown: impl Future<Output = ()>,
    ) -> io::Result<()>
    where
        H: Fn(WebSocket, http::Request<()>) -> F + Send + Sync + 'static,
        F: Future<Output: HandlerOutput> + Send + 'static,
    {
        let Self {
            listener,
            connections,
            current,
        } = self;
        let mut delay = Delay::of_accepted(&listener);
        let handler = Arc::new(handler);
        let mut over = pin!(async {
            shutdown.await;
            drain_to_end(&connections, &current.get().shutdown).await;
        });
        let mut door = connections.registry().door();
        let mut short = Shortage::Over;
        loop {
            let accepting = *door.borrow_and_update() != Door::Elsewhere;
            let mut changed = pin!(door.changed());
            let came = poll_fn(|context| {
                if over.as_mut().poll(context).is_ready() {
                    return Poll::Ready(Came::End);
                }
                if changed.as_mut().poll(context).is_ready() {
                    return Poll::Ready(Came::Change);
                }
                if accepting {
                    listener.poll_accept(context).map(Came::Connection)
                } else {
                    Poll::Pending
                }
            });
            match came.await {
                Came::End => break,
                Came::Change => {}
                Came::Connection(Ok((stream, peer))) => {
                    short = Shortage::Over;
                    delay.switch_off(&stream);
                    admit(&current.get(), &handler, stream, peer);
                }
                Came::Connection(Err(error)) if is_of_one_connection(&error) => {}
                Came::Connection(Err(error)) if is_shortage(&error) => {
                    if core::mem::replace(&mut short, Shortage::Logged) == Shortage::Over {
                        tracing::warn!(%error, "cannot accept for now, keeping what is open");
                    }
                    sleep(SHORTAGE_PAUSE).await;
                }
                Came::Connection(Err(error)) => return Err(error),
            }
        }
        drop(listener);
        connections.registry().shut();
        let last = current.get();
        let limits = &last.acceptor.config.limits;
        let patience = limits
            .close_budget
            .saturating_add(limits.transport_end_budget);
        let _ = timeout(patience, connections.registry().emptied()).await;
        Ok(())
    }
}

/// What the accept loop waits for.
enum Came {
    Connection(io::Result<(TcpStream, SocketAddr)>),
    /// Whether connections are accepted has changed.
    Change,
    End,
}

/// Closes every connection; by the drain that is under way or has finished, if there is one.
async fn drain_to_end(connections: &Connections, plan: &Drain) {
    loop {
        let last = connections.draining();
        let draining = last.or_else(|| connections.drain(plan).ok());
        // Neither if one has ended in this moment.
        if let Some(mut draining) = draining
            && draining.finished().await.stage == Stage::Finished
        {
            return;
        }
    }
}

/// Whether the log has been told that nothing can be accepted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shortage {
    Over,
    Logged,
}

/// Starts the task of a connection, or turns it away if all places are taken.
fn admit<H, F>(setup: &Arc<Setup>, handler: &Arc<H>, stream: TcpStream, peer: SocketAddr)
where
    H: Fn(WebSocket, http::Request<()>) -> F + Send + Sync + 'static,
    F: Future<Output: HandlerOutput> + Send + 'static,
{
    let Some(place) = Place::take(setup.acceptor.home(), setup.max_connections, Some(peer)) else {
        let refusal = Refusal::Unavailable {
            retry_after: Some(FULL_RETRY_AFTER),
        };
        setup.tell(&ServerEvent::Refused {
            peer,
            refusal: &refusal,
        });
        // Whoever comes on top of these gets no answer: saying no must not take what saying yes may not.
        if let Ok(permit) = Arc::clone(&setup.turning_away).try_acquire_owned() {
            let setup = Arc::clone(setup);
            tokio::spawn(async move {
                turn_away(&setup, stream, &refusal.response()).await;
                drop(permit);
            });
        }
        return;
    };
    tokio::spawn(life::of_connection(setup, handler, place, stream, peer));
}

/// Says that all places are taken.
#[cfg_attr(
    not(feature = "tls"),
    expect(unused_variables, reason = "only TLS has a set-up that matters here")
)]
async fn turn_away(setup: &Setup, stream: TcpStream, response: &http::Response<String>) {
    #[cfg(feature = "tls")]
    if let Some(tls) = &setup.tls {
        if let Ok(stream) = tls.accept(stream, FULL_PATIENCE).await {
            refuse(stream, response, FULL_PATIENCE).await;
        }
        return;
    }
    refuse(stream, response, FULL_PATIENCE).await;
}

/// Whether the error belongs to the connection that was to be accepted, not to the listener.
fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind as K;
    matches!(
        error.kind(),
        K::ConnectionAborted | K::ConnectionReset | K::ConnectionRefused
    )
}

/// Whether the system is short of something that comes back: file descriptors, memory.
fn is_shortage(error: &io::Error) -> bool {
    // EMFILE, ENFILE, ENOBUFS, ENOMEM on Linux.
    matches!(error.raw_os_error(), Some(24 | 23 | 105 | 12))
}

const SHORTAGE_PAUSE: Duration = Duration::from_millis(50);

const FULL_RETRY_AFTER: Duration = Duration::from_secs(5);

const FULL_PATIENCE: Duration = Duration::from_secs(2);
