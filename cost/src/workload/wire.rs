//! What peers send, and what they expect back.

use rejoin_proto::Kind;
use rejoin_testkit::random::Random;
use rejoin_testkit::wire::{Frame, stream};

use super::handshake;

/// Messages that arrive in one read, and their echo.
#[derive(Clone, Debug)]
pub struct Conversation {
    pub(crate) question: Vec<u8>,
    pub(crate) answer: Vec<u8>,
}

impl Conversation {
    /// So many messages of that size to a server, and what it answers if it echoes them.
    pub fn with_server(kind: Kind, bytes: usize, messages: u32) -> Self {
        let frames = frames(kind, bytes, messages);
        Self {
            question: stream(Some(KEY), &frames),
            answer: stream(None, &frames),
        }
    }

    /// So many messages of that size to a client.
    pub(crate) fn with_client(kind: Kind, bytes: usize, messages: u32) -> Self {
        let frames = frames(kind, bytes, messages);
        Self {
            question: stream(None, &frames),
            answer: Vec::new(),
        }
    }

    /// What a browser sends first, and what it gets.
    pub(crate) fn shaking_hands() -> Self {
        Self {
            question: handshake::BROWSER.into(),
            answer: handshake::answer(handshake::BROWSER, &handshake::options()).into(),
        }
    }

    /// What a client sends last, and what it gets.
    pub(crate) fn goodbye() -> Self {
        let close = [Frame::close(1000, "")];
        Self {
            question: stream(Some(KEY), &close),
            answer: stream(None, &close),
        }
    }
}

/// Different messages, the same in each run.
fn frames(kind: Kind, bytes: usize, messages: u32) -> Vec<Frame> {
    let mut random = Random::new(u64::from(messages));
    let mut frame = || match kind {
        Kind::Binary => Frame::binary(random.bytes(bytes)),
        Kind::Text => Frame::text(text(&mut random, bytes)),
    };
    (0..messages).map(|_| frame()).collect()
}

/// English as far as the letters go: one in ten takes two bytes.
fn text(random: &mut Random, bytes: usize) -> String {
    let mut text = String::new();
    while text.len() + 2 <= bytes {
        text.push(match random.below(10) {
            0 => '\u{e9}',
            1 => ' ',
            _ => 'e',
        });
    }
    text.extend((text.len()..bytes).map(|_| '.'));
    text
}

/// A record as programs send them to each other, of that size.
pub(crate) fn json(random: &mut Random, bytes: usize) -> String {
    let mut text = String::from("[");
    while text.len() < bytes {
        let (id, amount, user) = (
            random.number() >> 20,
            random.below(99_999),
            random.below(500),
        );
        let fields = format!("\"id\":{id},\"user\":\"user{user}\",\"amount\":{amount}");
        text.extend(["{\"type\":\"trade\",", &fields, ",\"open\":true},"]);
    }
    text.truncate(bytes - 1);
    text.push(']');
    text
}

/// The key of every frame of a client.
const KEY: [u8; 4] = [0x37, 0xfa, 0x21, 0x3d];
