//! A small echo server on threads, faithful or not, to load.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha1::{Digest as _, Sha1};
use zlib_rs::{Deflate, DeflateFlush, Inflate, InflateFlush};

/// What the server does; everything else is as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Sends every message back.
    Faithful,
    /// Sends every message back in frames of so many bytes, with a Ping before each.
    Divided(usize),
    /// Changes one byte of the message with this number.
    Wrong(usize),
    /// Ends the connection instead of answering the message with this number.
    Leaving(usize),
    /// Answers nothing.
    Silent,
    /// Sends every message to everybody.
    Broadcasting,
    /// Answers a handshake with a key of its own.
    Impostor,
    /// Accepts compression: each message by itself, or with what was before it.
    Deflating { takeover: bool },
}

/// Where a server with this manner listens. Its threads end with the test.
pub(crate) fn start(manner: Manner) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let everybody = Arc::new(Everybody::default());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let everybody = Arc::clone(&everybody);
            thread::spawn(move || serve(stream.unwrap(), manner, &everybody));
        }
    });
    address
}

/// Where a server listens that sends back bytes without looking at them.
pub(crate) fn start_tcp() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            thread::spawn(move || {
                let mut writing = stream.try_clone().unwrap();
                std::io::copy(&mut stream, &mut writing)
            });
        }
    });
    address
}

/// Loads the server with this program, as the process that is watched stands this one.
pub(crate) fn load(server: SocketAddr, arguments: &str) -> Output {
    let mut words = arguments.split_whitespace();
    Command::new(env!("CARGO_BIN_EXE_load"))
        .arg(words.next().unwrap())
        .args(["--server", &server.to_string()])
        .args(["--pid", &std::process::id().to_string()])
        .args(words)
        .output()
        .unwrap()
}

/// The line that was printed; the load must have succeeded.
pub(crate) fn report(output: &Output) -> serde_json::Value {
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The complaint; the load must have failed, and printed nothing that looks like a result.
pub(crate) fn complaint(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Answers handshakes on any stream, for servers that do nothing else.
pub(crate) fn shake_hands(stream: &mut (impl Read + Write)) -> std::io::Result<String> {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        request.push(byte[0]);
    }
    let request = String::from_utf8(request).unwrap();
    let key = request
        .lines()
        .find_map(|line| line.strip_prefix("Sec-WebSocket-Key: "))
        .unwrap();
    stream.write_all(answer(key, "").as_bytes())?;
    Ok(request)
}

fn answer(key: &str, more: &str) -> String {
    let digest = Sha1::new_with_prefix(key).chain_update("258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    let accept = BASE64_STANDARD.encode(digest.finalize());
    format!(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Accept: {accept}\r\n{more}\r\n"
    )
}

/// What the connections of one server have in common.
#[derive(Default)]
struct Everybody {
    streams: Mutex<Vec<TcpStream>>,
    messages: AtomicUsize,
}

impl Everybody {
    /// How many messages came before.
    fn count(&self) -> usize {
        self.messages.fetch_add(1, Ordering::Relaxed)
    }
}

fn serve(mut stream: TcpStream, manner: Manner, everybody: &Everybody) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut packing = match manner {
        Manner::Deflating { takeover } => Some(Packing::new(takeover)),
        _ => None,
    };
    match (manner, &packing) {
        (Manner::Impostor, _) => {
            stream.write_all(answer("another key", "").as_bytes())?;
        }
        (_, Some(packing)) => {
            let mut request = vec![0; 4096];
            let count = stream.read(&mut request)?;
            let request = String::from_utf8_lossy(&request[..count]).into_owned();
            let key = request
                .lines()
                .find_map(|line| line.strip_prefix("Sec-WebSocket-Key: "))
                .unwrap();
            stream.write_all(answer(key, packing.header()).as_bytes())?;
        }
        (_, None) => drop(shake_hands(&mut stream)?),
    }
    // Only then: nobody gets a message before the answer to the handshake.
    everybody.streams.lock().unwrap().push(stream.try_clone()?);
    let mut message = Vec::new();
    let mut kind = 0;
    loop {
        let (first_byte, payload) = read_frame(&mut stream)?;
        match first_byte & 0x0f {
            0x8 => {
                write_frame(&mut stream, 0x88, &payload)?;
                return stream.shutdown(Shutdown::Both);
            }
            0x9 => write_frame(&mut stream, 0x8a, &payload)?,
            0xa => {}
            opcode => {
                if opcode != 0 {
                    kind = first_byte & 0x7f;
                }
                message.extend_from_slice(&payload);
                if first_byte & 0x80 != 0 {
                    if let Some(packing) = &mut packing {
                        message = packing.repack(&message);
                    }
                    respond(&mut stream, manner, everybody, kind, &mut message)?;
                    message.clear();
                }
            }
        }
    }
}

fn respond(
    stream: &mut TcpStream,
    manner: Manner,
    everybody: &Everybody,
    kind: u8,
    message: &mut [u8],
) -> std::io::Result<()> {
    match manner {
        Manner::Silent => return Ok(()),
        Manner::Wrong(number) if everybody.count() == number => message[0] ^= 1,
        Manner::Leaving(number) if everybody.count() == number => {
            return stream.shutdown(Shutdown::Both);
        }
        Manner::Broadcasting => {
            for other in everybody.streams.lock().unwrap().iter_mut() {
                write_frame(other, 0x80 | kind, message)?;
            }
            return Ok(());
        }
        Manner::Divided(bytes) => {
            let pieces: Vec<&[u8]> = message.chunks(bytes).collect();
            for (number, piece) in pieces.iter().enumerate() {
                write_frame(stream, 0x89, b"still there?")?;
                let opcode = if number == 0 { kind } else { 0 };
                let fin = if number + 1 == pieces.len() { 0x80 } else { 0 };
                write_frame(stream, fin | opcode, piece)?;
            }
            return Ok(());
        }
        _ => {}
    }
    write_frame(stream, 0x80 | kind, message)
}

fn read_frame(stream: &mut TcpStream) -> std::io::Result<(u8, Vec<u8>)> {
    let mut head = [0; 2];
    stream.read_exact(&mut head)?;
    assert_eq!(head[1] & 0x80, 0x80, "a client masks");
    let length = match head[1] & 0x7f {
        126 => {
            let mut length = [0; 2];
            stream.read_exact(&mut length)?;
            usize::from(u16::from_be_bytes(length))
        }
        127 => {
            let mut length = [0; 8];
            stream.read_exact(&mut length)?;
            usize::try_from(u64::from_be_bytes(length)).unwrap()
        }
        short => usize::from(short),
    };
    let mut key = [0; 4];
    stream.read_exact(&mut key)?;
    let mut payload = vec![0; length];
    stream.read_exact(&mut payload)?;
    for (byte, mask) in payload.iter_mut().zip(key.iter().cycle()) {
        *byte ^= mask;
    }
    Ok((head[0], payload))
}

fn write_frame(stream: &mut TcpStream, first_byte: u8, payload: &[u8]) -> std::io::Result<()> {
    let mut frame = vec![first_byte];
    match payload.len() {
        short @ 0..126 => frame.push(u8::try_from(short).unwrap()),
        medium @ 126..65_536 => {
            frame.push(126);
            frame.extend_from_slice(&u16::try_from(medium).unwrap().to_be_bytes());
        }
        long => {
            frame.push(127);
            frame.extend_from_slice(&u64::try_from(long).unwrap().to_be_bytes());
        }
    }
    frame.extend_from_slice(payload);
    stream.write_all(&frame)
}

/// permessage-deflate, with a state of its own for each direction of each connection.
struct Packing {
    takeover: bool,
    inflate: Inflate,
    deflate: Deflate,
}

impl Packing {
    fn new(takeover: bool) -> Self {
        Self {
            takeover,
            inflate: Inflate::new(false, 15),
            deflate: Deflate::new(1, false, 12),
        }
    }

    fn header(&self) -> &'static str {
        if self.takeover {
            "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=11\r\n"
        } else {
            "Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover; \
             server_no_context_takeover\r\n"
        }
    }

    fn repack(&mut self, packed: &[u8]) -> Vec<u8> {
        if !self.takeover {
            self.inflate.reset(false);
            self.deflate.reset();
        }
        let before = self.inflate.total_out();
        let mut plain = vec![0; 1 << 20];
        let whole = [packed, &[0, 0, 0xff, 0xff]].concat();
        self.inflate
            .decompress(&whole, &mut plain, InflateFlush::SyncFlush)
            .unwrap();
        plain.truncate(usize::try_from(self.inflate.total_out() - before).unwrap());
        let before = self.deflate.total_out();
        let mut packed = vec![0; plain.len() * 2 + 100];
        self.deflate
            .compress(&plain, &mut packed, DeflateFlush::SyncFlush)
            .unwrap();
        packed.truncate(usize::try_from(self.deflate.total_out() - before).unwrap() - 4);
        packed
    }
}
