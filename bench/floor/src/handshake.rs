//! The opening handshake, as little of it as a client needs.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use memchr::{memchr, memmem};
use sha1::{Digest, Sha1};

const GUID: &[u8] = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const KEY: &[u8] = b"sec-websocket-key:";
const ANSWER: &[u8] = b"HTTP/1.1 101 Switching Protocols\r\n\
    Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ";

/// Answers a request head with a 101, appended to `answer`.
///
/// Returns how long the head was, or `None` if its end is not there yet. A request without a key is
/// answered all the same: nothing is checked here.
pub(crate) fn respond(input: &[u8], answer: &mut Vec<u8>) -> Option<usize> {
    let end = memmem::find(input, b"\r\n\r\n")? + 4;
    let mut hash = Sha1::new();
    hash.update(key(&input[..end]));
    hash.update(GUID);
    let mut accept = [0; 28];
    let size = STANDARD
        .encode_slice(hash.finalize(), &mut accept)
        .expect("20 bytes are 28 characters of base64");
    answer.extend_from_slice(ANSWER);
    answer.extend_from_slice(&accept[..size]);
    answer.extend_from_slice(b"\r\n\r\n");
    Some(end)
}

fn key(mut head: &[u8]) -> &[u8] {
    while let Some(end) = memchr(b'\n', head) {
        let line = &head[..end];
        if line.len() > KEY.len() && line[..KEY.len()].eq_ignore_ascii_case(KEY) {
            return line[KEY.len()..].trim_ascii();
        }
        head = &head[end + 1..];
    }
    &[]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc6455_1_3_the_key_of_the_example_is_accepted_as_there() {
        let head = b"GET /chat HTTP/1.1\r\nHost: server.example.com\r\n\
            sec-websocket-KEY: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\nrest";
        let mut answer = Vec::new();
        assert_eq!(respond(head, &mut answer), Some(head.len() - 4));
        let answer = String::from_utf8(answer).expect("it is ASCII");
        assert!(answer.starts_with("HTTP/1.1 101 "), "{answer}");
        assert!(
            answer.ends_with("Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"),
            "{answer}"
        );
    }

    #[test]
    fn a_head_that_has_not_ended_is_not_answered() {
        let mut answer = Vec::new();
        assert_eq!(respond(b"GET / HTTP/1.1\r\nHost: a\r\n", &mut answer), None);
        assert!(answer.is_empty());
    }
}
