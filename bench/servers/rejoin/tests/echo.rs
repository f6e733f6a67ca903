//! Both servers, over loopback, with Rejoin's own client.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use rejoin::extension::deflate::PermessageDeflate;
use rejoin::{Client, CloseCode, Extensions, Message, Tls, WebSocket};

const SERVERS: [&str; 2] = [
    env!("CARGO_BIN_EXE_rejoin-echo"),
    env!("CARGO_BIN_EXE_rejoin-sansio"),
];

/// A running server, ended with the test.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(program: &str, arguments: &[&str]) -> Self {
        let mut process = Command::new(program)
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program was built");
        let mut line = String::new();
        let stdout = process.stdout.take().expect("it is piped");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("listening ").expect(&line);
        let address = address.to_owned();
        Self { process, address }
    }

    async fn connect(&self, client: Client) -> WebSocket {
        self.connect_by("ws", client).await
    }

    async fn connect_by(&self, scheme: &str, client: Client) -> WebSocket {
        let url = format!("{scheme}://{}/", self.address);
        client.connect(url).await.expect("it accepts").socket
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let ended = self.process.kill().and_then(|()| self.process.wait());
        ended.expect("it was running");
    }
}

/// A message of so many bytes that looks a little like text.
fn message(size: usize, seed: usize) -> Message {
    let words = ["price ", "volume ", "open ", "close ", "high ", "low "];
    let text = (0..).flat_map(|n: usize| words[(n * n + seed) % words.len()].bytes());
    let bytes: Vec<u8> = text.take(size).collect();
    if seed.is_multiple_of(2) {
        Message::binary(bytes)
    } else {
        Message::text(String::from_utf8(bytes).expect("the words are ASCII"))
    }
}

/// Sends `count` messages without waiting, and expects them back in order.
async fn exchange(socket: &mut WebSocket, size: usize, count: usize) {
    for seed in 0..count {
        let sent = socket.send(message(size, seed)).await;
        sent.expect("the connection is open");
    }
    for seed in 0..count {
        let back = socket.recv().await.expect("the connection is open");
        assert!(back == Some(message(size, seed)), "{seed} of {size} bytes");
    }
}

async fn exchange_all(socket: &mut WebSocket) {
    for size in [
        0,
        16,
        125,
        126,
        1024,
        4096,
        16_384,
        65_536,
        300_000,
        1 << 20,
    ] {
        exchange(socket, size, 1).await;
    }
    exchange(socket, 100_000, 3).await;
    exchange(socket, 16, 64).await;
    exchange(socket, 1024, 64).await;
}

#[tokio::test]
async fn messages_of_every_size_come_back() {
    for program in SERVERS {
        let server = Server::start(program, &[]);
        let mut socket = server.connect(Client::new()).await;
        exchange_all(&mut socket).await;
    }
}

#[tokio::test]
async fn compressed_messages_come_back_with_takeover_and_without() {
    let resetting = PermessageDeflate::client()
        .server_no_context_takeover()
        .client_no_context_takeover();
    let modes = [
        ("takeover", PermessageDeflate::client()),
        ("no-takeover", resetting),
    ];
    for program in SERVERS {
        for (mode, deflate) in modes.clone() {
            let server = Server::start(program, &["--deflate", mode]);
            let client = Client::new().extensions(Extensions::new().required(deflate));
            let mut socket = server.connect(client).await;
            exchange_all(&mut socket).await;
        }
    }
}

#[tokio::test]
async fn encrypted_messages_come_back() {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]);
    let made = made.expect("the name is valid");
    let directory = env!("CARGO_TARGET_TMPDIR");
    let certificate = format!("{directory}/certificate.pem");
    let key = format!("{directory}/key.pem");
    fs::write(&certificate, made.cert.pem()).expect("the directory is there");
    fs::write(&key, made.signing_key.serialize_pem()).expect("the directory is there");

    let program = env!("CARGO_BIN_EXE_rejoin-echo");
    let server = Server::start(program, &["--tls", &certificate, &key]);
    let client = Client::new().tls(Tls::insecure());
    let mut socket = server.connect_by("wss", client).await;
    exchange_all(&mut socket).await;
}

#[tokio::test]
async fn a_close_is_answered() {
    for program in SERVERS {
        let server = Server::start(program, &[]);
        let mut socket = server.connect(Client::new()).await;
        exchange(&mut socket, 16, 1).await;
        let closing = socket.close(CloseCode::NORMAL_CLOSURE, "done").await;
        let closure = closing.expect("the connection was open");
        assert!(closure.is_clean(), "{closure}");
    }
}

#[tokio::test]
async fn a_broadcast_reaches_everyone_and_its_sender() {
    for program in SERVERS {
        let server = Server::start(program, &["--broadcast"]);
        let mut sockets = Vec::new();
        for _ in 0..20 {
            sockets.push(server.connect(Client::new()).await);
        }
        for size in [16, 1024, 100_000] {
            for sender in [0, 7, 19] {
                let sent = sockets[sender].send(message(size, 0)).await;
                sent.expect("the connection is open");
                for socket in &mut sockets {
                    let heard = socket.recv().await.expect("the connection is open");
                    assert!(heard == Some(message(size, 0)), "{size} bytes");
                }
            }
        }
    }
}
