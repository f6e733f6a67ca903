#![expect(
    clippy::arithmetic_side_effects,
    reason = "test data is small, and an overflow would fail the test"
)]

use super::*;
use crate::extension::deflate::PermessageDeflate;
use crate::extension::{Extension, Params};

/// Adds a key to every byte; with the key 0 it refuses the byte `!` when decoding.
#[derive(Debug)]
struct Rot {
    rsv: Rsv,
    key: u8,
    /// Messages below this size are not transformed, where the codec can mark that.
    from: usize,
}

impl Rot {
    fn boxed(rsv: Rsv, key: u8) -> Box<Self> {
        Box::new(Self { rsv, key, from: 0 })
    }
}

impl Codec for Rot {
    fn rsv(&self) -> Rsv {
        self.rsv
    }

    fn start_encode(&mut self, size: Option<usize>, choice: Compression) -> bool {
        self.rsv.is_empty()
            || choice != Compression::Never && size.is_none_or(|size| size >= self.from)
    }

    fn encode(&mut self, piece: &[u8], _last: bool, out: &mut BytesMut) -> Result<(), Fault> {
        out.extend(piece.iter().map(|byte| byte.wrapping_add(self.key)));
        Ok(())
    }

    fn decode(
        &mut self,
        piece: &[u8],
        last: bool,
        room: usize,
        out: &mut BytesMut,
    ) -> Result<Progress, Fault> {
        if self.key == 0 && piece.contains(&b'!') {
            return Err(Fault::new("an exclamation mark"));
        }
        let consumed = piece.len().min(room);
        out.extend(
            piece[..consumed]
                .iter()
                .map(|byte| byte.wrapping_sub(self.key)),
        );
        Ok(Progress {
            consumed,
            finished: last && consumed == piece.len(),
        })
    }

    fn held_bytes(&self) -> usize {
        3
    }
}

/// Decoding writes every byte twice, so that it can be fed sooner than it is finished.
#[derive(Debug, Default)]
struct Twice {
    half: bool,
}

impl Codec for Twice {
    fn rsv(&self) -> Rsv {
        Rsv::RSV3
    }

    fn start_encode(&mut self, _size: Option<usize>, _choice: Compression) -> bool {
        true
    }

    /// Drops every second byte.
    fn encode(&mut self, piece: &[u8], last: bool, out: &mut BytesMut) -> Result<(), Fault> {
        for byte in piece {
            if !self.half {
                out.extend_from_slice(&[*byte]);
            }
            self.half = !self.half;
        }
        if last {
            self.half = false;
        }
        Ok(())
    }

    fn decode(
        &mut self,
        piece: &[u8],
        last: bool,
        room: usize,
        out: &mut BytesMut,
    ) -> Result<Progress, Fault> {
        let mut room = room;
        let mut consumed = 0;
        while room > 0 && consumed < piece.len() {
            out.extend_from_slice(&piece[consumed..=consumed]);
            room -= 1;
            consumed += usize::from(self.half);
            self.half = !self.half;
        }
        let finished = last && consumed == piece.len();
        Ok(Progress { consumed, finished })
    }

    fn held_bytes(&self) -> usize {
        0
    }
}

/// Feeds a payload in pieces and with rooms of those sizes until the message is finished.
fn decode_all(chain: &mut Chain, payload: &[u8], piece: usize, room: usize) -> Vec<u8> {
    let mut pieces: Vec<&[u8]> = payload.chunks(piece).collect();
    if pieces.is_empty() {
        pieces.push(&[]);
    }
    let mut message = Vec::new();
    for (place, piece) in pieces.iter().enumerate() {
        let last = place + 1 == pieces.len();
        let mut rest = *piece;
        loop {
            let mut out = BytesMut::new();
            let progress = chain.decode(rest, last, room, &mut out).unwrap();
            assert!(out.len() <= room);
            assert!(!progress.finished || last);
            message.extend_from_slice(&out);
            rest = &rest[progress.consumed..];
            if progress.finished || !last && rest.is_empty() {
                break;
            }
        }
    }
    message
}

fn encode_all(chain: &mut Chain, message: &[u8], piece: usize) -> BytesMut {
    let mut out = BytesMut::new();
    for part in message.chunks(piece) {
        chain.encode(part, false, &mut out).unwrap();
    }
    chain.encode(&[], true, &mut out).unwrap();
    out
}

#[test]
fn an_empty_chain_passes_everything() {
    let mut chain = Chain::new();
    assert!(chain.is_empty());
    assert_eq!(chain.rsv(), Rsv::NONE);
    assert_eq!(chain.start_encode(Some(5), Compression::Always), Rsv::NONE);
    assert!(chain.passes_encode());
    assert_eq!(encode_all(&mut chain, b"hello", 2), b"hello"[..]);
    chain.start_decode(Rsv::NONE);
    assert!(chain.passes_decode());
    assert_eq!(decode_all(&mut chain, b"hello", 2, 1), b"hello");
    assert_eq!(chain.held_bytes(), 0);
}

#[test]
fn rfc6455_9_1_codecs_apply_in_order_and_back_in_reverse() {
    let mut chain = Chain::new();
    chain.push(Rot::boxed(Rsv::RSV2, 1));
    chain.push(Box::new(Twice::default()));
    assert_eq!(chain.rsv(), Rsv::RSV2.union(Rsv::RSV3));
    assert_eq!(chain.held_bytes(), 3);
    for (piece, room) in [(1, 1), (2, 3), (3, 2), (7, 1), (100, 1), (100, 100)] {
        let marks = chain.start_encode(Some(6), Compression::Auto);
        assert_eq!(marks, Rsv::RSV2.union(Rsv::RSV3));
        assert!(!chain.passes_encode());
        let payload = encode_all(&mut chain, b"aabbcc", piece);
        assert_eq!(payload, b"bcd"[..]);
        chain.start_decode(marks);
        assert!(!chain.passes_decode());
        assert_eq!(decode_all(&mut chain, &payload, piece, room), b"aabbcc");
        assert_eq!(chain.held_bytes(), 3, "nothing is kept between messages");
    }
}

#[test]
fn the_order_shows_in_what_a_later_codec_is_given() {
    // `!` minus 1 is a space: the last codec must see the payload before the first one does.
    let mut chain = Chain::new();
    chain.push(Rot::boxed(Rsv::RSV2, 0));
    chain.push(Rot::boxed(Rsv::RSV3, 1));
    chain.start_decode(chain.rsv());
    let mut out = BytesMut::new();
    let refused = chain.decode(b"\"", true, 10, &mut out);
    assert_eq!(refused, Err(Fault::new("an exclamation mark")));
}

#[test]
fn only_the_marked_codecs_and_those_without_a_bit_decode() {
    let mut chain = Chain::new();
    chain.push(Rot::boxed(Rsv::RSV2, 1));
    chain.push(Rot::boxed(Rsv::NONE, 10));
    chain.push(Rot::boxed(Rsv::RSV1, 100));
    for (marks, expected) in [
        (Rsv::NONE, 200 - 10),
        (Rsv::RSV1, 200 - 110),
        (Rsv::RSV2, 200 - 11),
        (Rsv::RSV1.union(Rsv::RSV2), 200 - 111),
    ] {
        chain.start_decode(marks);
        assert_eq!(
            decode_all(&mut chain, &[200], 1, 1),
            [expected],
            "{marks:?}"
        );
    }
}

#[test]
fn only_the_willing_codecs_encode_and_mark() {
    let mut chain = Chain::new();
    chain.push(Box::new(Rot {
        rsv: Rsv::RSV1,
        key: 1,
        from: 10,
    }));
    chain.push(Rot::boxed(Rsv::RSV2, 2));
    assert_eq!(chain.start_encode(Some(2), Compression::Auto), Rsv::RSV2);
    assert_eq!(encode_all(&mut chain, b"ab", 1), b"cd"[..]);
    assert_eq!(chain.start_encode(Some(2), Compression::Never), Rsv::NONE);
    assert!(chain.passes_encode());
    let both = Rsv::RSV1.union(Rsv::RSV2);
    assert_eq!(chain.start_encode(Some(10), Compression::Auto), both);
    assert_eq!(encode_all(&mut chain, b"ab", 1), b"de"[..]);
}

#[test]
fn a_codec_behind_another_is_not_told_a_size_that_no_longer_holds() {
    let mut chain = Chain::new();
    chain.push(Rot::boxed(Rsv::RSV1, 1));
    chain.push(Box::new(Rot {
        rsv: Rsv::RSV2,
        key: 1,
        from: 10,
    }));
    let both = Rsv::RSV1.union(Rsv::RSV2);
    assert_eq!(chain.start_encode(Some(2), Compression::Auto), both);
}

#[test]
fn between_two_codecs_no_more_is_kept_than_promised() {
    let mut chain = Chain::new();
    chain.push(Rot::boxed(Rsv::RSV1, 1));
    chain.push(Box::new(Twice::default()));
    chain.start_decode(chain.rsv());
    let payload = vec![7; 1 << 20];
    let mut out = BytesMut::new();
    let progress = chain.decode(&payload, true, 1000, &mut out).unwrap();
    assert_eq!(out.len(), 1000);
    assert!(!progress.finished);
    assert!(progress.consumed <= BETWEEN_BYTES, "{progress:?}");
    assert!(chain.held_bytes() <= 2 * BETWEEN_BYTES);
    // The rest comes out complete.
    let rest = decode_all(&mut chain, &payload[progress.consumed..], 1 << 20, 9999);
    assert_eq!(rest.len(), 2 * payload.len() - 1000);
}

#[test]
fn three_codecs_at_work_agree_with_themselves() {
    let mut chain = Chain::new();
    chain.push(Rot::boxed(Rsv::RSV1, 3));
    chain.push(Box::new(Twice::default()));
    chain.push(Rot::boxed(Rsv::RSV2, 5));
    let message: Vec<u8> = (b'a'..=b'z').flat_map(|byte| [byte, byte]).collect();
    for piece in [1, 3, 52] {
        for room in [1, 2, 5, 100] {
            let marks = chain.start_encode(None, Compression::Auto);
            let payload = encode_all(&mut chain, &message, piece);
            chain.start_decode(marks);
            assert_eq!(decode_all(&mut chain, &payload, piece, room), message);
        }
    }
}

#[test]
fn permessage_deflate_stands_in_a_chain_like_any_other() {
    let deflate = || {
        PermessageDeflate::server()
            .respond(&Params::new())
            .unwrap()
            .codec
            .unwrap()
    };
    let message = b"what is said twice is said twice ".repeat(40_000);
    for first in [true, false] {
        let mut chain = Chain::new();
        if first {
            chain.push(deflate());
        }
        chain.push(Rot::boxed(Rsv::RSV2, 9));
        if !first {
            chain.push(deflate());
        }
        for (piece, room) in [(1 << 20, 1 << 20), (1000, 777), (70_000, 40_000)] {
            let marks = chain.start_encode(Some(message.len()), Compression::Auto);
            assert_eq!(marks, Rsv::RSV1.union(Rsv::RSV2));
            let payload = encode_all(&mut chain, &message, piece);
            assert!(payload.len() < message.len() / 100);
            assert_ne!(payload[0], message[0]);
            chain.start_decode(marks);
            assert_eq!(decode_all(&mut chain, &payload, piece, room), message);
        }
    }
}
