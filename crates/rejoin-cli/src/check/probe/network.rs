//! Names and addresses.

use core::net::SocketAddr;
use core::time::Duration;
use std::io;

use futures_util::stream::{self, StreamExt};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::{Instant, timeout};

use crate::check::facts::{Dial, DialFault, Lookup};

/// Finds the addresses of the host.
pub(in crate::check) async fn look_up(host: &str, port: u16, patience: Duration) -> Lookup {
    let began = Instant::now();
    let found = match timeout(patience, lookup_host((host, port))).await {
        Err(_elapsed) => Err(format!("no answer within {patience:?}")),
        Ok(Err(error)) => Err(error.to_string()),
        Ok(Ok(found)) => {
            let mut addresses: Vec<SocketAddr> = Vec::new();
            for address in found {
                if !addresses.contains(&address) {
                    addresses.push(address);
                }
            }
            if addresses.is_empty() {
                Err("the name has no address".to_owned())
            } else {
                Ok(addresses)
            }
        }
    };
    let took = began.elapsed();
    Lookup { found, took }
}

/// Connects to every address at the same time, and tells of each in their order.
///
/// The first that answers is kept, the others are let go at once.
pub(in crate::check) async fn dial(
    addresses: &[SocketAddr],
    patience: Duration,
    mut tell: impl FnMut(&Dial),
) -> (Vec<Dial>, Option<TcpStream>) {
    let mut dials = Vec::new();
    let mut kept = None;
    let calls = addresses.iter().map(|address| call(*address, patience));
    let mut calls = stream::iter(calls).buffered(MAX_AT_ONCE);
    while let Some((dial, stream)) = calls.next().await {
        tell(&dial);
        dials.push(dial);
        kept = kept.or(stream);
    }
    (dials, kept)
}

/// Connects to one address.
pub(super) async fn call(address: SocketAddr, patience: Duration) -> (Dial, Option<TcpStream>) {
    let began = Instant::now();
    let (outcome, stream) = match timeout(patience, TcpStream::connect(address)).await {
        Err(_elapsed) => (Err(DialFault::TimedOut), None),
        Ok(Err(error)) => (Err(fault(&error)), None),
        Ok(Ok(stream)) => {
            // Every step writes once and waits: that it takes effect does not matter.
            let _ = stream.set_nodelay(true);
            (Ok(()), Some(stream))
        }
    };
    let took = began.elapsed();
    let dial = Dial {
        address,
        outcome,
        took,
    };
    (dial, stream)
}

fn fault(error: &io::Error) -> DialFault {
    let kind = error.kind();
    if kind == io::ErrorKind::ConnectionRefused {
        DialFault::Refused
    } else if kind == io::ErrorKind::TimedOut {
        DialFault::TimedOut
    } else {
        DialFault::Other(kind.to_string())
    }
}

/// More addresses than this are called one after the other.
const MAX_AT_ONCE: usize = 16;
