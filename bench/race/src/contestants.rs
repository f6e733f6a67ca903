//! Who races: the one table of all servers, in the order of the columns.

use serde::{Deserialize, Serialize};

/// One column of the tables: a server program in one of its modes.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Contestant {
    /// Names it on the command line and in the results.
    pub id: String,
    /// Names it in tables and plots.
    pub name: String,
    /// The program that is started.
    pub program: String,
    /// The crate whose version in `Cargo.lock` is the version that races.
    pub package: Option<String>,
    pub mode: Mode,
    pub part: Part,
    pub can: Abilities,
}

/// How a server answers what it has read.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Mode {
    /// The library's ordinary echo loop: receive one, send one.
    Loop,
    /// The best that its documentation lets a user do by hand: queue without
    /// flushing, flush when nothing more is ready.
    Batched,
}

/// What a contestant stands for in the comparison.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Part {
    /// A bare epoll loop that copies bytes and knows no WebSocket.
    TcpFloor,
    /// A bare epoll loop that parses and answers frames and does nothing else:
    /// what everything is divided by.
    Floor,
    /// Rejoin as its users have it: the column that the goals speak of.
    Rejoin,
    /// Rejoin's protocol core under a bare epoll loop.
    RejoinCore,
    /// Another library.
    Peer,
}

/// What a server program can be asked for, beyond echoing.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(crate) struct Abilities {
    pub deflate: bool,
    pub broadcast: bool,
    pub tls: bool,
}

/// Everybody, in the order of the columns.
pub(crate) fn all() -> Vec<Contestant> {
    use Mode::{Batched, Loop};
    use Part::{Floor, Peer, Rejoin, RejoinCore, TcpFloor};
    #[rustfmt::skip]
    let table = [
        // id, name, program, crate, mode, part, abilities
        ("floor-ws", "WebSocket floor", "floor-ws", None, Loop, Floor, "broadcast"),
        ("floor-tcp", "TCP floor", "floor-tcp", None, Loop, TcpFloor, ""),
        ("rejoin", "Rejoin", "rejoin-echo", Some("rejoin"), Loop, Rejoin, "deflate broadcast tls"),
        ("rejoin-sansio", "Rejoin sans-IO", "rejoin-sansio", Some("rejoin-proto"), Loop, RejoinCore, "deflate broadcast"),
        ("tungstenite", "tokio-tungstenite", "tungstenite-echo", Some("tokio-tungstenite"), Loop, Peer, "broadcast tls"),
        ("fastwebsockets", "fastwebsockets", "fastwebsockets-echo", Some("fastwebsockets"), Loop, Peer, "broadcast tls"),
        ("tokio-websockets", "tokio-websockets", "tokio-websockets-echo", Some("tokio-websockets"), Loop, Peer, "broadcast tls"),
        ("yawc", "yawc", "yawc-echo", Some("yawc"), Loop, Peer, "deflate broadcast tls"),
        ("sockudo-ws", "sockudo-ws", "sockudo-ws-echo", Some("sockudo-ws"), Loop, Peer, "deflate broadcast tls"),
        ("axum", "axum", "axum-echo", Some("axum"), Loop, Peer, "broadcast tls"),
        ("tungstenite-batched", "tokio-tungstenite, batched", "tungstenite-echo", Some("tokio-tungstenite"), Batched, Peer, ""),
        ("fastwebsockets-batched", "fastwebsockets, batched", "fastwebsockets-echo", Some("fastwebsockets"), Batched, Peer, ""),
        ("tokio-websockets-batched", "tokio-websockets, batched", "tokio-websockets-echo", Some("tokio-websockets"), Batched, Peer, ""),
        ("yawc-batched", "yawc, batched", "yawc-echo", Some("yawc"), Batched, Peer, "deflate"),
        ("sockudo-ws-batched", "sockudo-ws, batched", "sockudo-ws-echo", Some("sockudo-ws"), Batched, Peer, "deflate"),
        ("axum-batched", "axum, batched", "axum-echo", Some("axum"), Batched, Peer, ""),
    ];
    table
        .into_iter()
        .map(
            |(id, name, program, package, mode, part, abilities)| Contestant {
                id: id.to_owned(),
                name: name.to_owned(),
                program: program.to_owned(),
                package: package.map(str::to_owned),
                mode,
                part,
                can: Abilities {
                    deflate: abilities.contains("deflate"),
                    broadcast: abilities.contains("broadcast"),
                    tls: abilities.contains("tls"),
                },
            },
        )
        .collect()
}

impl Contestant {
    pub(crate) fn is_peer(&self) -> bool {
        self.part == Part::Peer
    }
}
