//! One attempt to connect: lookup, race, TLS, then the handshake.

use core::future::Future;
use core::net::SocketAddr;
use std::io;

use rejoin_proto::handshake::{ClientHandshake, Security, Target};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;

use super::deadlines::Budget;
use super::error::{Attempt, ConnectError, Phase};
use super::fault::Fault;
use super::race::{race, take_turns};
use super::{Connected, Settings, shake};
use crate::transport::Transport;

/// Goes through all the phases.
pub(super) async fn connect(
    settings: &Settings,
    handshake: ClientHandshake,
) -> Result<Connected, ConnectError> {
    let budget = settings.deadlines.start();
    let target = handshake.target().clone();
    let lookup = lookup_host((target.host(), target.port()));
    let addresses = resolve(&target, &budget, lookup).await?;
    tracing::debug!(host = target.host(), ?addresses, "host resolved");
    let (peer, stream) = reach(&target, addresses, &budget, dial).await?;
    tracing::debug!(%peer, "connected");
    match target.security() {
        Security::Plain => shake::shake(settings, stream, handshake, &budget, Some(peer)).await,
        Security::Tls => encrypt(settings, &target, stream, handshake, &budget, peer).await,
    }
}

/// The addresses of the host that `lookup` finds, in the order in which to try them.
async fn resolve<A: IntoIterator<Item = SocketAddr>>(
    target: &Target,
    budget: &Budget,
    lookup: impl Future<Output = io::Result<A>>,
) -> Result<Vec<SocketAddr>, Fault> {
    let found = budget.run(Phase::Resolve, lookup).await?;
    let unresolved = |error| Fault::Resolve {
        host: target.host().to_owned(),
        error,
    };
    let addresses = take_turns(found.map_err(unresolved)?);
    if addresses.is_empty() {
        return Err(unresolved(io::ErrorKind::NotFound.into()));
    }
    Ok(addresses)
}

/// A connection to one of the addresses, made by `dial`.
async fn reach<S, D>(
    target: &Target,
    addresses: Vec<SocketAddr>,
    budget: &Budget,
    dial: impl Fn(SocketAddr) -> D,
) -> Result<(SocketAddr, S), Fault>
where
    D: Future<Output = io::Result<S>>,
{
    let limit = budget.deadlines.connect;
    let attempt = |address| {
        tracing::debug!(%address, "connecting");
        let dialed = timeout(limit, dial(address));
        async move {
            let dialed = dialed.await;
            let dialed = dialed.unwrap_or_else(|_elapsed| Err(io::ErrorKind::TimedOut.into()));
            dialed.inspect_err(|error| tracing::debug!(%address, %error, "not reached"))
        }
    };
    let raced = budget.run(Phase::Connect, race(addresses, attempt)).await?;
    raced.map_err(|failed: Vec<(SocketAddr, io::Error)>| {
        let attempts = failed
            .into_iter()
            .map(|(address, error)| Attempt { address, error });
        Fault::Unreachable {
            authority: target.authority(),
            attempts: attempts.collect(),
        }
    })
}

/// Connects to one address.
async fn dial(address: SocketAddr) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(address).await?;
    // Small messages leave at once; where the option does not exist they are merely slower.
    let _ = stream.set_nodelay(true);
    Ok(stream)
}

/// TLS, then the handshake inside it.
#[cfg(feature = "tls")]
async fn encrypt(
    settings: &Settings,
    target: &Target,
    stream: impl Transport,
    handshake: ClientHandshake,
    budget: &Budget,
    peer: SocketAddr,
) -> Result<Connected, ConnectError> {
    use super::tls;

    let failed = |error| tls::fault(target.host(), error);
    let begun = settings.tls.begin(target.host(), stream).map_err(failed)?;
    let stream = budget.run(Phase::Tls, begun).await?.map_err(failed)?;
    tracing::debug!(version = ?stream.get_ref().1.protocol_version(), "TLS is up");
    let connected = shake::shake(settings, stream, handshake, budget, Some(peer)).await;
    connected.map_err(|error| {
        // A server that turns our certificate down says so only after its own handshake.
        error.map_lost(|lost| {
            if tls::is_from_tls(&lost) {
                failed(lost)
            } else {
                Fault::Lost(lost)
            }
        })
    })
}

/// Without the feature `tls` there is none.
#[cfg(not(feature = "tls"))]
#[expect(clippy::unused_async, reason = "the same signature as with TLS")]
async fn encrypt(
    _: &Settings,
    target: &Target,
    _: impl Transport,
    _: ClientHandshake,
    _: &Budget,
    _: SocketAddr,
) -> Result<Connected, ConnectError> {
    let fault = Fault::Tls {
        host: target.host().to_owned(),
        advice: "this program was built without it; enable the feature tls",
        error: io::ErrorKind::Unsupported.into(),
    };
    Err(fault.into())
}

#[cfg(test)]
mod tests;
