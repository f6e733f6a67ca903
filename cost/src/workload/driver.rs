//! A whole socket in a task, over a transport in memory.

use core::time::Duration;
use std::sync::Arc;

use bytes::BytesMut;
use rejoin::proto::extension::Chain;
use rejoin::proto::{Config, Connection};
use rejoin::{Acceptor, Kind, WebSocket};
use tokio::runtime::{Builder, Runtime};
use tokio::time::Instant;

use super::wire::Conversation;
use super::{Workload, handshake, workload};
use crate::feed::{Calls, Feed};
use crate::tcp;

pub(super) const WORKLOADS: &[Workload] = &[
    workload("driver/echo/16 B x64", 64, |rounds| {
        echo(rounds, Conversation::with_server(Kind::Binary, 16, 64));
    }),
    workload("driver/echo/text 125 B x64", 64, |rounds| {
        echo(rounds, Conversation::with_server(Kind::Text, 125, 64));
    }),
    workload("driver/echo/1 KiB x16", 16, |rounds| {
        echo(rounds, Conversation::with_server(Kind::Binary, 1 << 10, 16));
    }),
    workload("driver/echo/16 B", 1, |rounds| {
        echo(rounds, Conversation::with_server(Kind::Binary, 16, 1));
    }),
    workload("driver/echo/1 KiB", 1, |rounds| {
        echo(rounds, Conversation::with_server(Kind::Binary, 1 << 10, 1));
    }),
    workload("driver/echo/16 KiB", 1, |rounds| {
        echo(rounds, Conversation::with_server(Kind::Binary, 16 << 10, 1));
    }),
    workload("driver/echo/64 KiB", 1, |rounds| {
        echo(rounds, Conversation::with_server(Kind::Binary, 64 << 10, 1));
    }),
    workload("driver/echo/1 MiB", 1, |rounds| {
        echo(rounds, Conversation::with_server(Kind::Binary, 1 << 20, 1));
    }),
    workload("driver/connection", 1, connections),
];

/// The idiomatic loop in a task of a runtime of one thread; what its transport was called for.
///
/// # Panics
///
/// If what is written is not the echo.
pub fn echo(rounds: u32, conversation: Conversation) -> Arc<Calls> {
    runtime().block_on(async {
        let (feed, calls) = Feed::new(conversation, rounds);
        let now = Instant::now().into_std();
        let connection = Connection::server(&Arc::new(Config::default()), Chain::new(), now);
        let socket = WebSocket::from_parts(feed, connection, BytesMut::new());
        let done = tokio::spawn(tcp::echo(socket)).await;
        done.expect("the task was not cancelled")
            .expect("the conversation ended with a Close");
        calls
    })
}

/// Connections one after the other, of a browser that says nothing but Close.
fn connections(rounds: u32) {
    let acceptor = Acceptor::new(
        handshake::options(),
        Config::default(),
        Duration::from_secs(10),
    );
    let shaking_hands = Conversation::shaking_hands();
    runtime().block_on(async {
        for _ in 0..rounds {
            let (feed, _) = Feed::new(shaking_hands.clone(), 1);
            let acceptor = acceptor.clone();
            let handling = tokio::spawn(async move {
                let incoming = acceptor.receive(feed).await.expect("the request is whole");
                let accepted = incoming.accept().await.expect("the request is accepted");
                tcp::echo(accepted.socket).await
            });
            let done = handling.await.expect("the task was not cancelled");
            done.expect("the conversation ended with a Close");
        }
    });
}

fn runtime() -> Runtime {
    let runtime = Builder::new_current_thread().enable_time().build();
    runtime.expect("a runtime of one thread without sockets needs nothing that can be missing")
}
