//! Sets up a client that comes back by itself.

use core::error::Error;
use core::future::Future;
use core::pin::Pin;
use core::time::Duration;
use std::fmt;
use std::io;

use rejoin_proto::handshake::InvalidRequest;

use super::cause::Cause;
use super::outbox::OutboxLimits;
use super::policy::Policy;
use super::socket::ReconnectingSocket;
use crate::transport::Transport;
use crate::{Client, Connected, IntoRequest};

/// Sets up a client that comes back by itself.
///
/// # Bounds
///
/// The defaults: [`Policy::default`], [`OutboxLimits::default`], 20 s for each hook; no new input, so
/// that refused credentials are the end; randomness from the operating system.
///
/// # Examples
///
/// ```no_run
/// use rejoin::reconnect::Event;
/// use rejoin::{Client, Reconnect};
///
/// # async fn run() -> Result<(), Box<dyn core::error::Error>> {
/// let mut socket = Reconnect::new(Client::new(), "wss://example.com/chat")?
///     .on_open(|mut connected| async move {
///         connected.socket.send("subscribe news").await?;
///         Ok::<_, rejoin::Error>(connected)
///     })
///     .start();
/// let sender = socket.sender();
/// tokio::spawn(async move { sender.send("hello").await });
/// while let Some(event) = socket.next().await {
///     match event {
///         Event::Message(message) => println!("{:?}", message.as_text()),
///         Event::Closed(closed) => println!("{}", closed.closure),
///         Event::Waiting(wait) => println!("back in {:?}: {}", wait.delay, wait.cause),
///         other => println!("{other:?}"),
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[must_use]
pub struct Reconnect {
    pub(super) client: Client,
    /// At least one.
    pub(super) addresses: Vec<http::Request<()>>,
    pub(super) policy: Policy,
    pub(super) outbox: OutboxLimits,
    pub(super) hooks: Hooks,
    pub(super) jitter: Box<dyn FnMut() -> u64 + Send>,
}

/// What the application does on the way to a connection.
pub(super) struct Hooks {
    pub(super) within: Duration,
    pub(super) dial: Option<Box<Dial>>,
    pub(super) new_input: Option<Box<NewInput>>,
    pub(super) on_open: Option<Box<OnOpen>>,
}

pub(super) type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

type BoxError = Box<dyn Error + Send + Sync>;

type Dial = dyn Fn(http::Request<()>) -> BoxFuture<io::Result<Box<dyn Transport>>> + Send;

type NewInput = dyn Fn(Cause, http::Request<()>) -> BoxFuture<Option<http::Request<()>>> + Send;

type OnOpen = dyn Fn(Connected) -> BoxFuture<Result<Connected, BoxError>> + Send;

impl Reconnect {
    /// A client that connects to this address.
    ///
    /// A request's headers are sent with every attempt. Credentials belong there rather than into
    /// [`Client::header`], so that [`new_input`](Self::new_input) can replace them.
    ///
    /// # Errors
    ///
    /// If the target names no WebSocket.
    pub fn new(client: Client, target: impl IntoRequest) -> Result<Self, InvalidRequest> {
        Ok(Self {
            client,
            addresses: vec![target.into_request()?],
            policy: Policy::default(),
            outbox: OutboxLimits::default(),
            hooks: Hooks {
                within: HOOKS_WITHIN,
                dial: None,
                new_input: None,
                on_open: None,
            },
            jitter: Box::new(rand::random),
        })
    }

    /// Adds another address of the same service, with headers of its own.
    ///
    /// It takes its turn where a decision says [`Address::Next`](super::Address::Next): after 1013,
    /// and after attempts that failed.
    ///
    /// # Errors
    ///
    /// If the target names no WebSocket.
    pub fn also(mut self, target: impl IntoRequest) -> Result<Self, InvalidRequest> {
        self.addresses.push(target.into_request()?);
        Ok(self)
    }

    /// Whether, when and where to come back.
    pub fn policy(mut self, policy: impl Into<Policy>) -> Self {
        self.policy = policy.into();
        self
    }

    /// How much may wait for a connection, and what happens to more.
    pub fn outbox(mut self, limits: OutboxLimits) -> Self {
        self.outbox = limits;
        self
    }

    /// What to do first on every new connection: authenticate, subscribe.
    ///
    /// The outbox flows when it has returned; messages that it receives it keeps. If the peer closes
    /// meanwhile, return the connection as it is, or the [`rejoin::Error`](crate::Error): how it ended
    /// then decides how it goes on. Any other error counts as an attempt that failed.
    pub fn on_open<H, F, E>(mut self, hook: H) -> Self
    where
        H: Fn(Connected) -> F + Send + 'static,
        F: Future<Output = Result<Connected, E>> + Send + 'static,
        E: Into<Box<dyn Error + Send + Sync>>,
    {
        self.hooks.on_open = Some(Box::new(move |connected| {
            let work = hook(connected);
            Box::pin(async move { work.await.map_err(Into::into) })
        }));
        self
    }

    /// Where new input comes from when it takes some: after 401, 403, 407, 1008, 1009 and 3000, unless
    /// the policy says otherwise.
    ///
    /// Called at the end of the wait with the cause and the request that did not do; returns the
    /// request to use for this address from then on, or `None` to give up.
    pub fn new_input<H, F>(mut self, hook: H) -> Self
    where
        H: Fn(Cause, http::Request<()>) -> F + Send + 'static,
        F: Future<Output = Option<http::Request<()>>> + Send + 'static,
    {
        self.hooks.new_input = Some(Box::new(move |cause, request| {
            Box::pin(hook(cause, request))
        }));
        self
    }

    /// Makes the transports: Unix sockets, tunnels through proxies, pipes in memory. The client then
    /// only shakes hands.
    pub fn dial<H, F, T>(mut self, hook: H) -> Self
    where
        H: Fn(http::Request<()>) -> F + Send + 'static,
        F: Future<Output = io::Result<T>> + Send + 'static,
        T: Transport,
    {
        self.hooks.dial = Some(Box::new(move |request| {
            let work = hook(request);
            Box::pin(async move {
                let transport: Box<dyn Transport> = Box::new(work.await?);
                Ok(transport)
            })
        }));
        self
    }

    /// How long each hook may take; more counts as a failure. Default 20 s.
    pub fn hooks_within(mut self, within: Duration) -> Self {
        self.hooks.within = within;
        self
    }

    /// The source of randomness: evenly distributed numbers, one for each delay. Default: a
    /// cryptographic generator. Tests and simulations give their own.
    pub fn jitter(mut self, jitter: impl FnMut() -> u64 + Send + 'static) -> Self {
        self.jitter = Box::new(jitter);
        self
    }

    /// The socket. Nothing happens until [`next`](ReconnectingSocket::next) is called.
    pub fn start(self) -> ReconnectingSocket {
        ReconnectingSocket::new(self)
    }
}

impl fmt::Debug for Reconnect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Requests may carry credentials.
        let addresses: Vec<_> = self.addresses.iter().map(http::Request::uri).collect();
        f.debug_struct("Reconnect")
            .field("addresses", &addresses)
            .field("policy", &self.policy)
            .field("outbox", &self.outbox)
            .finish_non_exhaustive()
    }
}

const HOOKS_WITHIN: Duration = Duration::from_secs(20);
