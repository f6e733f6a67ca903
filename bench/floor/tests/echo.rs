//! The two programs, over loopback.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;

/// A running server, ended with the test.
struct Server {
    process: Child,
    address: SocketAddr,
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
        let address = address.parse().expect("an address");
        Self { process, address }
    }

    fn floor_ws(arguments: &[&str]) -> Self {
        Self::start(env!("CARGO_BIN_EXE_floor-ws"), arguments)
    }

    fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).expect("it listens")
    }

    /// A connection whose handshake is done.
    fn open(&self) -> TcpStream {
        let mut socket = self.connect();
        socket.write_all(HEAD).expect("it reads");
        expect_answer(&mut socket);
        socket
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let ended = self.process.kill().and_then(|()| self.process.wait());
        ended.expect("it was running");
    }
}

const HEAD: &[u8] = b"GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n\
    Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\
    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

const ANSWER_END: &[u8] = b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

fn expect_answer(socket: &mut TcpStream) {
    let mut answer = Vec::new();
    while !answer.ends_with(ANSWER_END) {
        let mut byte = [0];
        socket.read_exact(&mut byte).expect("the answer goes on");
        answer.extend(byte);
    }
    assert!(answer.starts_with(b"HTTP/1.1 101 "));
}

/// A frame of `size` bytes as a client sends it, and as it comes back.
fn frame(first: u8, size: usize) -> (Vec<u8>, Vec<u8>) {
    let key = [0xa1, 0x02, 0xb3, 0x04];
    let payload: Vec<u8> = (0..251).cycle().take(size).collect();
    let length = u64::try_from(size).expect("it fits").to_be_bytes();
    let header = |mask: u8| match size {
        0..126 => vec![first, mask ^ length[7]],
        126..65_536 => vec![first, mask ^ 0x7e, length[6], length[7]],
        _ => [vec![first, mask ^ 0x7f], length.to_vec()].concat(),
    };
    let masked = payload.iter().zip(key.iter().cycle()).map(|(a, b)| a ^ b);
    let sent = [header(0x80), key.to_vec(), masked.collect()].concat();
    (sent, [header(0), payload].concat())
}

fn expect(socket: &mut TcpStream, expected: &[u8]) {
    let mut answer = vec![0; expected.len()];
    socket
        .read_exact(&mut answer)
        .expect("all of it comes back");
    assert!(answer == expected, "{} bytes differ", expected.len());
}

#[test]
fn tcp_comes_back_be_it_larger_than_what_the_sockets_hold() {
    let server = Server::start(env!("CARGO_BIN_EXE_floor-tcp"), &[]);
    let mut socket = server.connect();
    let sent: Vec<u8> = (0..=255).cycle().take(20 << 20).collect();
    let mut writer = socket.try_clone().expect("a second handle");
    let copy = sent.clone();
    let writing = thread::spawn(move || writer.write_all(&copy));
    expect(&mut socket, &sent);
    writing.join().expect("no panic").expect("it reads all");
}

#[test]
fn frames_of_every_size_come_back() {
    let server = Server::floor_ws(&[]);
    let mut socket = server.open();
    for size in [
        0,
        16,
        125,
        126,
        1024,
        16_384,
        65_535,
        65_536,
        300_000,
        1 << 20,
    ] {
        let (sent, expected) = frame(0x82, size);
        for _ in 0..3 {
            socket.write_all(&sent).expect("it reads");
            expect(&mut socket, &expected);
        }
    }
}

#[test]
fn frames_that_come_together_with_the_head_and_in_any_pieces_come_back() {
    let server = Server::floor_ws(&[]);
    for piece in [1, 7, 333, 5000, 70_000] {
        let mut socket = server.connect();
        let (small, small_answer) = frame(0x81, 100);
        let (large, large_answer) = frame(0x82, 40_000);
        let sent = [HEAD, &small, &large, &small, &large, &small].concat();
        let mut writer = socket.try_clone().expect("a second handle");
        writer.set_nodelay(true).expect("a TCP option");
        let writing = thread::spawn(move || {
            sent.chunks(piece)
                .try_for_each(|piece| writer.write_all(piece))
        });
        expect_answer(&mut socket);
        let (a, b) = (&small_answer, &large_answer);
        for answer in [a, b, a, b, a] {
            expect(&mut socket, answer);
        }
        writing.join().expect("no panic").expect("it reads all");
    }
}

#[test]
fn what_the_peer_does_not_read_waits_for_it() {
    for size in [16, 16_384, 300_000, 1 << 20] {
        let server = Server::floor_ws(&[]);
        let mut socket = server.open();
        let (sent, expected) = frame(0x82, size);
        let count = (24 << 20) / sent.len();
        let mut writer = socket.try_clone().expect("a second handle");
        let many = sent.repeat(count);
        let writing = thread::spawn(move || writer.write_all(&many));
        // 24 MiB are more than the sockets hold: the server has to stop reading meanwhile.
        for _ in 0..count {
            expect(&mut socket, &expected);
        }
        writing.join().expect("no panic").expect("it reads all");
    }
}

#[test]
fn a_ping_is_answered_and_a_close_ends_the_connection() {
    let server = Server::floor_ws(&[]);
    let mut socket = server.open();
    let (sent_ping, mut pong) = frame(0x89, 5);
    pong[0] = 0x8a;
    let (close, closed) = frame(0x88, 2);
    socket
        .write_all(&[sent_ping, close].concat())
        .expect("it reads");
    let mut rest = Vec::new();
    socket.read_to_end(&mut rest).expect("it ends in order");
    assert_eq!(rest, [pong, closed].concat());
}

#[test]
fn a_broadcast_reaches_everyone_and_its_sender() {
    let server = Server::floor_ws(&["--broadcast"]);
    let mut sockets: Vec<_> = (0..20).map(|_| server.open()).collect();
    for size in [16, 5000, 100_000] {
        let (sent, expected) = frame(0x82, size);
        for sender in [0, 7, 19] {
            sockets[sender].write_all(&sent).expect("it reads");
            for socket in &mut sockets {
                expect(socket, &expected);
            }
        }
    }
    // A ping is answered to who asked, and to nobody else.
    let (sent_ping, mut pong) = frame(0x89, 5);
    pong[0] = 0x8a;
    let (sent, expected) = frame(0x82, 16);
    sockets[3]
        .write_all(&[sent_ping, sent].concat())
        .expect("it reads");
    expect(&mut sockets[3], &pong);
    for socket in &mut sockets {
        expect(socket, &expected);
    }
}

#[test]
fn what_a_server_cannot_do_is_refused_with_2() {
    for arguments in [
        ["--deflate", "takeover"],
        ["--mode", "batched"],
        ["--what", "x"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_floor-ws"))
            .args(arguments)
            .output()
            .expect("the program was built");
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
}
