//! Servers that do what no good server would, byte for byte, with as many clients as come.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use rejoin::proto::handshake::accept_key;

use crate::process::PATIENCE;

/// A server that plays the same script with every client. It ends with the tests.
pub(super) struct Scripted {
    pub(super) url: String,
    pub(super) port: u16,
}

impl Scripted {
    /// Plays the script over TCP, as soon as somebody connects.
    pub(super) fn raw(play: impl Fn(TcpStream) + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        std::thread::spawn(move || {
            while let Ok((stream, _)) = listener.accept() {
                let patience = Some(PATIENCE);
                stream.set_read_timeout(patience).expect("a valid time");
                play(stream);
            }
        });
        let url = format!("ws://127.0.0.1:{port}/");
        Self { url, port }
    }

    /// Plays the script once the request is there. Who only connects is let go.
    pub(super) fn new(play: impl Fn(Client) + Send + 'static) -> Self {
        Self::raw(move |stream| {
            if let Some(client) = Client::listen(stream) {
                play(client);
            }
        })
    }

    /// Answers every request with these bytes and ends the connection.
    pub(super) fn answering(answer: impl Into<String>) -> Self {
        let answer = answer.into();
        Self::new(move |mut client| client.say(&answer))
    }

    /// Answers with a 101 of these header lines, where KEY stands for the right accept.
    pub(super) fn switching(lines: &'static str) -> Self {
        Self::new(move |mut client| {
            let lines = lines.replace("KEY", &client.accept());
            client.say(&format!(
                "HTTP/1.1 101 Switching Protocols\r\n{lines}\r\n\r\n"
            ));
            client.until_the_end();
        })
    }
}

/// A client whose request has arrived.
pub(super) struct Client {
    stream: TcpStream,
    pub(super) head: String,
}

impl Client {
    fn listen(mut stream: TcpStream) -> Option<Self> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).ok()?;
            head.extend(byte);
        }
        let head = String::from_utf8(head).expect("a request is ASCII");
        Some(Self { stream, head })
    }

    /// Writes text. The client may be gone already.
    pub(super) fn say(&mut self, text: &str) {
        self.send(text.as_bytes());
    }

    pub(super) fn send(&mut self, bytes: &[u8]) {
        let _ = self.stream.write_all(bytes);
    }

    /// The right answer to the key.
    pub(super) fn accept(&self) -> String {
        let mut lines = self.head.lines();
        let key = lines.find_map(|line| line.strip_prefix("Sec-WebSocket-Key: "));
        accept_key(key.expect("a key"))
    }

    /// Opens, with these header lines too.
    pub(super) fn open(&mut self, lines: &str) {
        let accept = self.accept();
        self.say(&format!(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Accept: {accept}\r\n{lines}\r\n"
        ));
    }

    /// The next frame: its first byte, and what is in it without the mask. `None` at the end.
    pub(super) fn frame(&mut self) -> Option<(u8, Vec<u8>)> {
        let [first, second] = self.read()?;
        let length = match second & 0x7f {
            126 => u16::from_be_bytes(self.read()?).into(),
            127 => unreachable!("nothing that large is sent"),
            short => usize::from(short),
        };
        let key: [u8; 4] = self.read()?;
        let mut payload = vec![0; length];
        self.stream.read_exact(&mut payload).ok()?;
        for (byte, key) in payload.iter_mut().zip(key.iter().cycle()) {
            *byte ^= key;
        }
        Some((first, payload))
    }

    /// Sends one frame.
    pub(super) fn reply(&mut self, first: u8, payload: &[u8]) {
        let mut frame = vec![first];
        let length = u16::try_from(payload.len()).expect("a short frame");
        if let Ok(short @ ..126) = u8::try_from(length) {
            frame.push(short);
        } else {
            frame.push(126);
            frame.extend(length.to_be_bytes());
        }
        frame.extend(payload);
        self.send(&frame);
    }

    /// Answers pings, messages and Close as an echo server does, but for what `special` takes.
    pub(super) fn echo(&mut self, mut special: impl FnMut(&mut Self, u8, &[u8]) -> Next) {
        while let Some((first, payload)) = self.frame() {
            match special(self, first, &payload) {
                Next::Leave => return,
                Next::Done => continue,
                Next::AsUsual => {}
            }
            match first & 0x0f {
                9 => self.reply(0x8a, &payload),
                8 => {
                    self.reply(0x88, &payload);
                    return;
                }
                10 => {}
                _ => self.reply(first, &payload),
            }
        }
    }

    /// Reads until the client ends the connection.
    pub(super) fn until_the_end(&mut self) {
        let mut rest = Vec::new();
        // A reset is as good an end as any.
        let _ = self.stream.read_to_end(&mut rest);
    }

    fn read<const N: usize>(&mut self) -> Option<[u8; N]> {
        let mut bytes = [0; N];
        self.stream.read_exact(&mut bytes).ok()?;
        Some(bytes)
    }
}

/// What becomes of a frame.
#[derive(Clone, Copy, Debug)]
pub(super) enum Next {
    AsUsual,
    /// It was dealt with.
    Done,
    /// So was the connection.
    Leave,
}
