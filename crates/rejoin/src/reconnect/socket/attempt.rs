//! The steps of an attempt, each bounded in time.

use std::time::SystemTime;

use tokio::time::timeout;

use super::super::builder::{BoxFuture, Hooks};
use super::super::cause::{Cause, Failure};
use crate::{Client, Connected, Error};

/// Connects, over a transport of the application's if it makes them.
pub(super) fn connect(
    client: &Client,
    hooks: &Hooks,
    request: http::Request<()>,
) -> BoxFuture<Result<Connected, Cause>> {
    let client = client.clone();
    let dialing = hooks.dial.as_ref().map(|dial| dial(request.clone()));
    let within = hooks.within;
    Box::pin(async move {
        let connected = match dialing {
            None => client.connect(request).await,
            Some(dialing) => {
                let dialed = timeout(within, dialing).await;
                let dialed = dialed.map_err(|_elapsed| Cause::failed(Failure::Timeout))?;
                let failed = |error| Cause::failed_because(Failure::Connect, error);
                client.handshake(dialed.map_err(failed)?, request).await
            }
        };
        connected.map_err(|error| Cause::not_connected(error, SystemTime::now()))
    })
}

/// Has the application authenticate and subscribe.
pub(super) fn set_up(hooks: &Hooks, connected: Connected) -> BoxFuture<Result<Connected, Cause>> {
    let Some(on_open) = &hooks.on_open else {
        return Box::pin(core::future::ready(Ok(connected)));
    };
    let work = timeout(hooks.within, on_open(connected));
    Box::pin(async move {
        let done = work.await.unwrap_or_else(|elapsed| Err(elapsed.into()));
        done.map_err(|error| {
            let ended = error.downcast_ref::<Error>().and_then(Error::closure);
            match ended.cloned() {
                Some(closure) => closure.into(),
                None => Cause::failed_because(Failure::Setup, error),
            }
        })
    })
}

/// Asks the application for a request that does.
pub(super) fn ask_for_input(
    hooks: &Hooks,
    cause: Cause,
    request: http::Request<()>,
) -> BoxFuture<Option<http::Request<()>>> {
    let Some(new_input) = &hooks.new_input else {
        return Box::pin(core::future::ready(None));
    };
    let answer = timeout(hooks.within, new_input(cause, request));
    Box::pin(async move { answer.await.ok().flatten() })
}
