//! One timer for many: nobody is forgotten, told early, or told for somebody else.

use core::time::Duration;

use bytes::BytesMut;
use rejoin_proto::extension::Chain;
use rejoin_proto::{Config, Connection, Keepalive};
use tokio::io::{AsyncReadExt, DuplexStream};
use tokio::runtime::{Handle as Runtime, Id};
use tokio::time::Instant;

use super::{Due, keepers};
use crate::error::Error;
use crate::socket::WebSocket;

/// A server whose peer says nothing, to be asked after so many seconds and given up as many later.
fn server(silence: u64) -> (WebSocket, DuplexStream) {
    let (pipe, peer) = tokio::io::duplex(1 << 10);
    let silence = Duration::from_secs(silence);
    let mut config = Config::default();
    config.keepalive = Keepalive::On {
        silence,
        patience: silence,
    };
    let now = Instant::now().into_std();
    let connection = Connection::server(&config.into(), Chain::new(), now);
    let socket = WebSocket::from_parts(pipe, connection, BytesMut::new());
    (socket, peer)
}

fn registered() -> usize {
    let id = Runtime::current().id();
    let keepers = keepers();
    let keepers = keepers.iter().filter(|keeper| keeper.runtime == id);
    keepers.map(|keeper| keeper.book().registered.len()).sum()
}

fn has_keeper(id: Id) -> bool {
    keepers().iter().any(|keeper| keeper.runtime == id)
}

#[test]
fn the_first_deadline_of_a_runtime_is_never_lost() {
    // The task that waits for it may run on another thread before the one who registers it goes on.
    for _ in 0..1_000 {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_time()
            .build()
            .unwrap();
        let registered = runtime.block_on(async {
            let (socket, _peer) = server(3_600);
            let deadline = Instant::now() + Duration::from_secs(3_600);
            let ticket = super::register(socket.shared(), deadline);
            ticket.is_some() && registered() == 1
        });
        assert!(registered);
    }
}

#[tokio::test(start_paused = true)]
async fn each_connection_is_told_at_its_own_time() {
    let start = Instant::now();
    let mut peers = Vec::new();
    let mut given_up = Vec::new();
    for silence in [7, 3, 5, 3] {
        let (mut socket, peer) = server(silence);
        peers.push(peer);
        given_up.push(tokio::spawn(async move {
            let error: Error = socket.recv().await.unwrap_err();
            assert!(error.is_timeout());
            start.elapsed().as_secs()
        }));
    }
    let mut asked = [0; 2];
    peers[2].read_exact(&mut asked).await.unwrap();
    assert_eq!(asked[0], 0x89, "a ping");
    assert_eq!(start.elapsed().as_secs(), 5);
    let mut seconds = Vec::new();
    for task in given_up {
        seconds.push(task.await.unwrap());
    }
    assert_eq!(seconds, [14, 6, 10, 6]);
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_is_over_is_forgotten() {
    let (mut socket, peer) = server(20);
    let receiving = tokio::spawn(async move { socket.recv().await });
    tokio::task::yield_now().await;
    assert_eq!(registered(), 1);
    drop(peer);
    receiving.await.unwrap().unwrap_err();
    assert_eq!(registered(), 0);
}

#[tokio::test(start_paused = true)]
async fn a_keeper_without_anything_to_wait_for_ends_and_another_one_follows() {
    for _ in 0..2 {
        let (mut socket, peer) = server(20);
        let receiving = tokio::spawn(async move { socket.recv().await });
        tokio::task::yield_now().await;
        drop(peer);
        receiving.await.unwrap().unwrap_err();
        tokio::time::sleep(Duration::from_secs(21)).await;
        assert!(!has_keeper(Runtime::current().id()));
    }
}

#[tokio::test(start_paused = true)]
async fn a_later_deadline_does_not_wake_the_keeper_and_an_earlier_one_does() {
    let waits_until = || {
        let id = Runtime::current().id();
        let keepers = keepers();
        let keeper = keepers.iter().find(|keeper| keeper.runtime == id).unwrap();
        let until = keeper.book().task.as_ref().map(|(_, until)| *until);
        until.map(Due::instant)
    };
    let start = Instant::now();
    let after = |seconds| start + Duration::from_secs(seconds);
    let (socket, _peer) = server(3_600);
    let first = super::register(socket.shared(), after(20));
    tokio::task::yield_now().await;
    assert_eq!(waits_until(), Some(after(20)));
    drop(first);
    let later = super::register(socket.shared(), after(30));
    assert_eq!(waits_until(), Some(after(20)), "it is left alone");
    let earlier = super::register(socket.shared(), after(10));
    assert_eq!(waits_until(), None, "it was woken");
    tokio::task::yield_now().await;
    assert_eq!(waits_until(), Some(after(10)));
    drop(earlier);
    tokio::time::sleep(Duration::from_secs(11)).await;
    assert_eq!(waits_until(), Some(after(30)));
    drop(later);
}

#[test]
fn the_keeper_ends_with_its_runtime() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    let id = runtime.handle().id();
    let (socket, peer) = runtime.block_on(async {
        let (mut socket, peer) = server(20);
        let waited = tokio::time::timeout(Duration::ZERO, socket.recv()).await;
        assert!(waited.is_err());
        assert_eq!(registered(), 1);
        (socket, peer)
    });
    drop(runtime);
    assert!(!has_keeper(id));
    drop((socket, peer));
}
