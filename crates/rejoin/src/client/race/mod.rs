//! A race between the addresses of a host (happy eyeballs, RFC 8305).

use core::future::{Future, poll_fn};
use core::net::SocketAddr;
use core::pin::{Pin, pin};
use core::task::{Context, Poll};
use core::time::Duration;

use tokio::time::{Instant, sleep};

/// How long an attempt runs alone before the next one begins (RFC 8305 section 5).
const HEAD_START: Duration = Duration::from_millis(250);

/// Sorts addresses so that the families take turns, beginning with that of the first address,
/// which is the one that the resolver prefers (RFC 8305 section 4). Repeated ones are left out.
pub(super) fn take_turns(addresses: impl IntoIterator<Item = SocketAddr>) -> Vec<SocketAddr> {
    let mut distinct = Vec::new();
    for address in addresses {
        if !distinct.contains(&address) {
            distinct.push(address);
        }
    }
    let preferred = distinct.first().is_some_and(SocketAddr::is_ipv6);
    let (first, second): (Vec<_>, Vec<_>) = distinct
        .into_iter()
        .partition(|address| address.is_ipv6() == preferred);
    let (mut first, mut second) = (first.into_iter(), second.into_iter());
    let mut turns = Vec::new();
    loop {
        let before = turns.len();
        turns.extend(first.next());
        turns.extend(second.next());
        if turns.len() == before {
            return turns;
        }
    }
}

/// Connects to the addresses in order, each a moment after the one before it, or at once when one
/// has failed. The first that succeeds wins; the others are dropped.
///
/// # Errors
///
/// What became of each, in the order in which they failed.
pub(super) async fn race<A, S, E, C>(
    addresses: Vec<A>,
    connect: impl Fn(A) -> C,
) -> Result<(A, S), Vec<(A, E)>>
where
    A: Copy,
    C: Future<Output = Result<S, E>>,
{
    let mut waiting = addresses.into_iter();
    let mut runners = Runners {
        running: Vec::new(),
        failed: Vec::new(),
    };
    let mut head_start = pin!(sleep(Duration::ZERO));
    poll_fn(|context| {
        loop {
            let failed_before = runners.failed.len();
            if let Poll::Ready(winner) = runners.poll(context) {
                return Poll::Ready(Ok(winner));
            }
            let has_failed = runners.failed.len() > failed_before;
            let nobody_runs = runners.running.is_empty();
            if !has_failed && !nobody_runs && head_start.as_mut().poll(context).is_pending() {
                return Poll::Pending;
            }
            match waiting.next() {
                Some(address) => {
                    runners.running.push((address, Box::pin(connect(address))));
                    head_start.as_mut().reset(Instant::now() + HEAD_START);
                }
                None if nobody_runs => {
                    return Poll::Ready(Err(core::mem::take(&mut runners.failed)));
                }
                None => return Poll::Pending,
            }
        }
    })
    .await
}

/// The attempts that have begun.
struct Runners<A, E, C> {
    running: Vec<(A, Pin<Box<C>>)>,
    failed: Vec<(A, E)>,
}

impl<A: Copy, S, E, C: Future<Output = Result<S, E>>> Runners<A, E, C> {
    /// Lets each go on; ready when one has connected.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<(A, S)> {
        let mut winner = None;
        let failed = &mut self.failed;
        self.running.retain_mut(|(address, attempt)| {
            if winner.is_some() {
                return true;
            }
            match attempt.as_mut().poll(context) {
                Poll::Pending => true,
                Poll::Ready(Ok(stream)) => {
                    winner = Some((*address, stream));
                    false
                }
                Poll::Ready(Err(error)) => {
                    failed.push((*address, error));
                    false
                }
            }
        });
        winner.map_or(Poll::Pending, Poll::Ready)
    }
}

#[cfg(test)]
mod tests;
