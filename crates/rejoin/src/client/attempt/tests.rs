//! The phases before the handshake, in virtual time and without sockets.

use core::future::pending;
use core::time::Duration;

use tokio::time::Instant;

use super::*;
use crate::client::Deadlines;

fn target() -> Target {
    rejoin_proto::handshake::target("ws://example.com/").expect("a good URL")
}

fn addresses() -> Vec<SocketAddr> {
    ["[2001:db8::1]:80", "192.0.2.1:80"]
        .map(|text| text.parse().expect("an address"))
        .to_vec()
}

/// Races to the two addresses; the time that it took comes along.
async fn reach_with<D>(
    deadlines: Deadlines,
    dial: impl Fn(SocketAddr) -> D,
) -> (Result<SocketAddr, ConnectError>, Duration)
where
    D: Future<Output = io::Result<()>>,
{
    let started = Instant::now();
    let reached = reach(&target(), addresses(), &deadlines.start(), dial).await;
    let reached = reached.map(|(peer, ())| peer).map_err(ConnectError::from);
    (reached, started.elapsed())
}

#[tokio::test(start_paused = true)]
async fn each_address_has_the_connect_deadline_and_all_of_them_late_are_a_timeout() {
    let (error, time) = reach_with(Deadlines::default(), |_| pending()).await;
    let error = error.expect_err("nobody answers");
    // The second one began 250 ms after the first.
    assert_eq!(time, Duration::from_millis(10_250));
    assert!(error.is_timeout() && !error.is_connect(), "{error}");
    assert_eq!(error.phase(), Some(Phase::Connect));
    let told: Vec<_> = error.attempts().iter().map(|tried| tried.address).collect();
    assert_eq!(told, addresses());
    assert_eq!(
        error.to_string(),
        "no connection to example.com: [2001:db8::1]:80 timed out, 192.0.2.1:80 timed out; \
         check that the server runs, and its address and port",
    );
}

#[tokio::test(start_paused = true)]
async fn the_total_deadline_ends_the_race() {
    let deadlines = Deadlines {
        total: Duration::from_secs(5),
        ..Deadlines::default()
    };
    let (error, time) = reach_with(deadlines, |_| pending()).await;
    let error = error.expect_err("nobody answers");
    assert_eq!(time, Duration::from_secs(5));
    assert!(error.is_timeout(), "{error}");
    assert_eq!(error.phase(), Some(Phase::Connect));
    assert!(
        error.to_string().starts_with("no connection within 5s; "),
        "{error}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_refused_address_and_a_silent_one_are_no_timeout_and_both_are_told() {
    let (error, _) = reach_with(Deadlines::default(), |address| async move {
        if address.is_ipv6() {
            pending().await
        } else {
            Err(io::ErrorKind::ConnectionRefused.into())
        }
    })
    .await;
    let error = error.expect_err("nobody answers");
    assert!(error.is_connect() && !error.is_timeout(), "{error}");
    assert!(
        error
            .to_string()
            .contains("192.0.2.1:80 connection refused"),
        "{error}"
    );
    assert!(
        error.to_string().contains("[2001:db8::1]:80 timed out"),
        "{error}"
    );
    assert!(core::error::Error::source(&error).is_some());
}

#[tokio::test(start_paused = true)]
async fn the_address_that_answers_is_the_peer() {
    let (peer, time) = reach_with(Deadlines::default(), |address| async move {
        if address.is_ipv6() {
            pending().await
        } else {
            Ok(())
        }
    })
    .await;
    assert_eq!(peer.expect("one answers"), addresses()[1]);
    assert_eq!(time, Duration::from_millis(250));
}

#[tokio::test(start_paused = true)]
async fn the_lookup_counts_into_the_total() {
    let started = Instant::now();
    let lookup = pending::<io::Result<Vec<SocketAddr>>>();
    let found = resolve(&target(), &Deadlines::default().start(), lookup).await;
    let error = ConnectError::from(found.expect_err("the name server is silent"));
    assert_eq!(started.elapsed(), Duration::from_secs(20));
    assert!(error.is_timeout() && !error.is_resolve(), "{error}");
    assert_eq!(error.phase(), Some(Phase::Resolve));
}

#[tokio::test(start_paused = true)]
async fn a_host_that_is_unknown_or_without_addresses_is_named() {
    let unknown = || Err(io::ErrorKind::NotFound.into());
    for outcome in [unknown(), Ok(Vec::new())] {
        let budget = Deadlines::default().start();
        let found = resolve(&target(), &budget, async { outcome }).await;
        let error = ConnectError::from(found.expect_err("no address"));
        assert!(error.is_resolve(), "{error}");
        assert_eq!(error.phase(), Some(Phase::Resolve));
        assert!(error.to_string().contains("example.com"), "{error}");
        assert!(core::error::Error::source(&error).is_some());
    }
}

#[cfg(feature = "tls")]
#[tokio::test(start_paused = true)]
async fn a_server_that_accepts_and_says_nothing_runs_into_the_tls_deadline() {
    use crate::client::{Client, Tls};

    let client = Client::new().tls(Tls::insecure());
    let handshake = client
        .prepare("wss://example.com/")
        .expect("a good request");
    let target = handshake.target().clone();
    let (near, _far) = tokio::io::duplex(1 << 14);
    let budget = client.settings.deadlines.start();
    let started = Instant::now();
    let tried = encrypt(
        &client.settings,
        &target,
        near,
        handshake,
        &budget,
        addresses()[0],
    )
    .await;
    let error = tried.expect_err("nobody answers");
    assert_eq!(started.elapsed(), Duration::from_secs(10));
    assert!(error.is_timeout() && !error.is_tls(), "{error}");
    assert_eq!(error.phase(), Some(Phase::Tls));
    assert!(
        error.to_string().starts_with("no TLS within 10s; "),
        "{error}"
    );
}
