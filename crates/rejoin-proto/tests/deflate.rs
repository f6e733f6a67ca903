//! permessage-deflate at work: the bytes of RFC 7692, and what goes wrong when they are not so.
#![expect(
    clippy::unwrap_used,
    reason = "the helpers of a test fail it like the test itself"
)]

use bytes::BytesMut;
use rejoin_proto::extension::deflate::{Level, PermessageDeflate, WindowBits};
use rejoin_proto::extension::{Codec, Compression, Extension, Fault, Params, Progress, Rsv};
use rejoin_testkit::inflate::Receiver;

const HELLO: [u8; 7] = [0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00];

/// A server's codec for an offer of those parameters.
fn codec_for(server: &PermessageDeflate, offer: &Params) -> Box<dyn Codec> {
    let response = server.respond(offer).expect("a valid offer");
    response.codec.expect("permessage-deflate has a codec")
}

fn codec() -> Box<dyn Codec> {
    codec_for(&PermessageDeflate::server(), &Params::new())
}

fn encode(codec: &mut dyn Codec, message: &[u8]) -> Vec<u8> {
    assert!(codec.start_encode(Some(message.len()), Compression::Always));
    let mut out = BytesMut::new();
    codec.encode(message, true, &mut out).unwrap();
    out.to_vec()
}

fn decode(codec: &mut dyn Codec, payload: &[u8]) -> Result<Vec<u8>, Fault> {
    let mut out = BytesMut::new();
    let progress = codec.decode(payload, true, 1 << 20, &mut out)?;
    assert_eq!(
        progress,
        Progress {
            consumed: payload.len(),
            finished: true
        }
    );
    Ok(out.to_vec())
}

#[test]
fn rfc7692_7_2_3_1_hello_is_these_seven_bytes() {
    assert_eq!(encode(&mut *codec(), b"Hello"), HELLO);
    assert_eq!(codec().rsv(), Rsv::RSV1);
}

#[test]
fn rfc7692_7_2_3_2_with_context_takeover_the_second_hello_refers_to_the_first() {
    let mut codec = codec();
    assert_eq!(encode(&mut *codec, b"Hello"), HELLO);
    assert_eq!(
        encode(&mut *codec, b"Hello"),
        [0xf2, 0x00, 0x11, 0x00, 0x00]
    );
}

#[test]
fn rfc7692_7_2_3_2_the_second_hello_is_the_same_after_priming() {
    let mut codec = codec();
    let mut others: Vec<_> = (0..8).map(|_| self::codec()).collect();
    assert_eq!(encode(&mut *codec, b"Hello"), HELLO);
    // Take the state away, so that the context must come back from the window.
    for other in &mut others {
        encode(&mut **other, b"something else, and longer, something else");
    }
    assert_eq!(
        encode(&mut *codec, b"Hello"),
        [0xf2, 0x00, 0x11, 0x00, 0x00]
    );
}

#[test]
fn rfc7692_7_2_3_2_without_context_takeover_every_hello_is_the_same() {
    let server = PermessageDeflate::server().server_no_context_takeover();
    let mut codec = codec_for(&server, &Params::new());
    assert_eq!(encode(&mut *codec, b"Hello"), HELLO);
    assert_eq!(encode(&mut *codec, b"Hello"), HELLO);
}

#[test]
fn rfc7692_7_2_3_all_its_payloads_of_hello_are_read() {
    for payload in [
        &HELLO[..],
        // A stored block (7.2.3.3), a final block (7.2.3.4), two blocks (7.2.3.5).
        &[
            0x00, 0x05, 0x00, 0xfa, 0xff, 0x48, 0x65, 0x6c, 0x6c, 0x6f, 0x00,
        ],
        &[0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00, 0x00],
        &[
            0xf2, 0x48, 0x05, 0x00, 0x00, 0x00, 0xff, 0xff, 0xca, 0xc9, 0xc9, 0x07, 0x00,
        ],
        // A final block with nothing behind it: complete, though its sender left out an octet.
        &[0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00],
    ] {
        let mut codec = codec();
        for _ in 0..3 {
            assert_eq!(
                decode(&mut *codec, payload).as_deref(),
                Ok(&b"Hello"[..]),
                "{payload:02x?}"
            );
        }
    }
}

#[test]
fn rfc7692_7_2_3_4_the_context_survives_a_final_block() {
    for takeover in [true, false] {
        let mut server = PermessageDeflate::server();
        if !takeover {
            server = server.client_no_context_takeover();
        }
        let mut codec = codec_for(&server, &Params::new());
        // The second block refers to the Hello of the first, within one message ..
        let mut payload = vec![0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00];
        payload.extend([0xf2, 0x00, 0x11, 0x00, 0x00]);
        assert_eq!(
            decode(&mut *codec, &payload).as_deref(),
            Ok(&b"HelloHello"[..])
        );
        // .. and, with context takeover only, the next message to the one before.
        let next = decode(&mut *codec, &[0xf2, 0x00, 0x11, 0x00, 0x00]);
        assert_eq!(next.is_ok(), takeover, "{next:?}");
    }
}

#[test]
fn rfc7692_7_2_3_6_an_empty_message_is_one_zero_byte() {
    let mut codec = codec();
    for _ in 0..3 {
        assert_eq!(encode(&mut *codec, b""), [0x00]);
        assert_eq!(decode(&mut *codec, &[0x00]).as_deref(), Ok(&b""[..]));
        encode(&mut *codec, b"between");
    }
}

#[test]
fn empty_pieces_change_nothing() {
    let mut codec = codec();
    for _ in 0..2 {
        assert!(codec.start_encode(None, Compression::Auto));
        let mut out = BytesMut::new();
        for piece in [&b""[..], b"Hel", b"", b"lo", b""] {
            codec.encode(piece, false, &mut out).unwrap();
        }
        codec.encode(b"", true, &mut out).unwrap();
        let payload = out.split();
        for piece in [&b""[..], &payload[..3], b"", &payload[3..], b""] {
            let progress = codec.decode(piece, false, 100, &mut out).unwrap();
            assert_eq!(
                progress,
                Progress {
                    consumed: piece.len(),
                    finished: false
                }
            );
        }
        assert!(codec.decode(b"", true, 100, &mut out).unwrap().finished);
        assert_eq!(out, b"Hello"[..]);
    }
}

#[test]
fn every_truncated_payload_is_a_fault() {
    let message: Vec<u8> = (0..300_u32)
        .flat_map(|n| (n * n % 977).to_be_bytes())
        .collect();
    for level in [0, 1, 6] {
        let server = PermessageDeflate::server().level(Level::new(level).unwrap());
        let payload = encode(&mut *codec_for(&server, &Params::new()), &message);
        let mut whole = 0;
        for length in 0..payload.len() {
            let truncated = &payload[..length];
            let judged = Receiver::new(15).message(truncated).ok();
            whole += usize::from(judged.is_some());
            let decoded = decode(&mut *codec(), truncated).ok();
            assert_eq!(decoded, judged, "{level} {length}");
        }
        // Before a stored block the one byte may stand that is an empty message.
        assert_eq!(whole, usize::from(level == 0));
        assert_eq!(decode(&mut *codec(), &payload).as_deref(), Ok(&message[..]));
    }
}

#[test]
fn what_follows_the_end_of_a_message_is_a_fault() {
    for garbage in [
        &[0x00][..],
        &[0x07],
        &[0xff, 0xff, 0xff],
        &[0x00, 0x00, 0xff, 0xff],
    ] {
        let payload = [&HELLO[..], garbage].concat();
        assert!(decode(&mut *codec(), &payload).is_err(), "{garbage:02x?}");
        // Behind a final block a block must follow, not anything.
        let payload = [&[0xf3, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00], garbage].concat();
        let whole = garbage == [0x00];
        assert_eq!(
            decode(&mut *codec(), &payload).is_ok(),
            whole,
            "{garbage:02x?}"
        );
    }
}

#[test]
fn corrupt_data_is_a_fault_and_says_why() {
    for (payload, what) in [
        (&[0x06][..], "invalid block type"),
        (
            &[0x00, 0x05, 0x00, 0x05, 0x00],
            "invalid stored block lengths",
        ),
        (
            &[0xf2, 0x00, 0x11, 0x00, 0x00],
            "invalid distance too far back",
        ),
        (&[0x00, 0x00], "invalid stored block lengths"),
        (&[], "deflate data ends within a block"),
        // A stored block that is short of just the four bytes that are appended to every payload.
        (
            &[0x00, 0x05, 0x00, 0xfa, 0xff, b'H'],
            "deflate data ends within a block",
        ),
    ] {
        let fault = decode(&mut *codec(), payload).unwrap_err();
        assert_eq!(fault.what(), what, "{payload:02x?}");
    }
}

#[test]
fn a_distance_into_more_than_the_agreed_window_is_a_fault_every_time() {
    let client = PermessageDeflate::client();
    let offer = Params::new().flag("client_max_window_bits");
    // The sender believes in 15 bits, the receiver agreed to 9.
    let wide = Params::new().flag("client_max_window_bits");
    let server = PermessageDeflate::server().client_max_window_bits(WindowBits::new(9).unwrap());
    let noise: Vec<u8> = (0..600_u32)
        .map(|n| (n * n / 7 * 31 % 251).to_be_bytes()[3])
        .collect();
    for bystanders in [0, 5] {
        let mut sender = client
            .settle(core::slice::from_ref(&wide), &Params::new())
            .unwrap()
            .unwrap();
        let mut receiver = codec_for(&server, &offer);
        let first = encode(&mut *sender, &noise);
        assert_eq!(decode(&mut *receiver, &first).as_deref(), Ok(&noise[..]));
        let second = encode(&mut *sender, &noise[..80]);
        // Whether the state was taken by others in between makes no difference.
        for _ in 0..bystanders {
            decode(&mut *codec(), &HELLO).unwrap();
        }
        let fault = decode(&mut *receiver, &second).unwrap_err();
        assert_eq!(fault.what(), "invalid distance too far back");
    }
}

#[test]
fn the_room_is_kept_to_the_byte_and_exactly_enough_is_enough() {
    let message = b"abcabcabcabcabcabcabcabc and something else";
    let payload = encode(&mut *codec(), message);
    for room in 0..=message.len() {
        let mut codec = codec();
        let mut out = BytesMut::new();
        let progress = codec.decode(&payload, true, room, &mut out).unwrap();
        assert_eq!(out, message[..room]);
        assert_eq!(progress.finished, room == message.len(), "{room}");
        if progress.finished {
            continue;
        }
        // No room is no progress, however often; then the rest.
        let rest = &payload[progress.consumed..];
        let stuck = codec.decode(rest, true, 0, &mut out).unwrap();
        assert!(!stuck.finished);
        let rest = &rest[stuck.consumed..];
        let progress = codec
            .decode(rest, true, message.len() - room, &mut out)
            .unwrap();
        assert_eq!(
            progress,
            Progress {
                consumed: rest.len(),
                finished: true
            }
        );
        assert_eq!(out, message[..]);
    }
}

#[test]
fn a_bomb_stops_where_it_is_told_to() {
    // About a megabyte that stands for a gigabyte of zeros: 1024 times the same, each time with
    // the empty block behind it that only the last one may leave out.
    let mut codec = codec();
    let block = encode(&mut *codec, &vec![0; 1 << 20]);
    let mut payload = [&block[..], &[0x00, 0x00, 0xff, 0xff]]
        .concat()
        .repeat(1023);
    payload.extend_from_slice(&block);
    assert!(payload.len() < 1 << 21, "{}", payload.len());

    let mut out = BytesMut::with_capacity(1 << 20);
    let progress = codec.decode(&payload, true, 1 << 20, &mut out).unwrap();
    assert_eq!(out.len(), 1 << 20);
    assert!(out.capacity() <= 2 << 20);
    assert!(!progress.finished);
    // Inflating stopped with the output: only what it stands for has been read.
    assert!(progress.consumed < 4096, "{progress:?}");
    assert!(codec.held_bytes() < 1 << 20);
}

#[test]
fn a_flood_of_final_blocks_is_a_fault() {
    let flood = [0x03, 0x00].repeat(1000);
    let fault = decode(&mut *codec(), &flood).unwrap_err();
    assert_eq!(fault.what(), "too many final deflate blocks");
    let few = [0x03, 0x00].repeat(16);
    assert_eq!(decode(&mut *codec(), &few).as_deref(), Ok(&b""[..]));
}

#[test]
fn between_messages_only_the_windows_are_held() {
    let text: Vec<u8> = (0..100_000_u32).flat_map(u32::to_be_bytes).collect();
    let window = |offer: &Params, server: PermessageDeflate| {
        let mut codec = codec_for(&server, offer);
        assert_eq!(codec.held_bytes(), 0, "nothing before the first use");
        let payload = encode(&mut *codec, &text);
        let sent = codec.held_bytes();
        let mut out = BytesMut::new();
        // The peer is played by a compressor that keeps within any window.
        let narrow = PermessageDeflate::server().server_max_window_bits(WindowBits::MIN);
        let payload_in = encode(&mut *codec_for(&narrow, &Params::new()), &text);
        assert!(
            codec
                .decode(&payload_in, true, text.len(), &mut out)
                .unwrap()
                .finished
        );
        assert!(!payload.is_empty());
        (sent, codec.held_bytes() - sent)
    };
    let any = Params::new().flag("client_max_window_bits");
    assert_eq!(
        window(&any, PermessageDeflate::server()),
        (4096 - 262, 4096)
    );
    // This client cannot be asked for less than 32 KiB.
    assert_eq!(
        window(&Params::new(), PermessageDeflate::server()),
        (4096 - 262, 32768)
    );
    let small = PermessageDeflate::server()
        .server_max_window_bits(WindowBits::MIN)
        .client_max_window_bits(WindowBits::MIN);
    assert_eq!(window(&any, small), (512 - 262, 256));
    let none = PermessageDeflate::server()
        .server_no_context_takeover()
        .client_no_context_takeover();
    assert_eq!(window(&any, none), (0, 0));
}

#[test]
fn rfc7692_7_1_2_each_end_uses_the_window_of_each_direction() {
    let client = PermessageDeflate::client();
    let answer = Params::new()
        .value("server_max_window_bits", 9)
        .value("client_max_window_bits", 10);
    let text: Vec<u8> = (0..10_000_u32).flat_map(u32::to_be_bytes).collect();
    let mut codec = client.settle(&client.offers(), &answer).unwrap().unwrap();
    encode(&mut *codec, &text);
    assert_eq!(codec.held_bytes(), 1024 - 262);
    let server = PermessageDeflate::server().server_max_window_bits(WindowBits::new(9).unwrap());
    let payload = encode(&mut *codec_for(&server, &Params::new()), &text);
    assert_eq!(decode(&mut *codec, &payload).as_deref(), Ok(&text[..]));
    assert_eq!(codec.held_bytes(), 1024 - 262 + 512);
}

#[test]
fn rfc7692_7_1_2_2_a_window_that_was_offered_binds_though_the_answer_is_silent() {
    let client = PermessageDeflate::client().client_max_window_bits(WindowBits::new(9).unwrap());
    let settled = client.settle(&client.offers(), &Params::new());
    let mut codec = settled.unwrap().unwrap();
    encode(&mut *codec, &[7; 10_000]);
    assert_eq!(codec.held_bytes(), 512 - 262);
    // The same for the hint about context takeover.
    let client = PermessageDeflate::client().client_no_context_takeover();
    let settled = client.settle(&client.offers(), &Params::new());
    let mut codec = settled.unwrap().unwrap();
    assert_eq!(encode(&mut *codec, b"Hello"), HELLO);
    assert_eq!(encode(&mut *codec, b"Hello"), HELLO);
}

#[test]
fn a_message_in_progress_is_on_the_account() {
    let mut codec = codec();
    let mut out = BytesMut::new();
    codec.decode(&HELLO[..3], false, 100, &mut out).unwrap();
    let receiving = codec.held_bytes();
    assert!(receiving > 32 * 1024);
    assert!(codec.start_encode(None, Compression::Auto));
    codec.encode(b"Hel", false, &mut out).unwrap();
    assert!(codec.held_bytes() > receiving + 128 * 1024);
    codec.encode(b"lo", true, &mut out).unwrap();
    codec.decode(&HELLO[3..], true, 100, &mut out).unwrap();
    assert_eq!(codec.held_bytes(), 128);
}

#[test]
fn small_messages_are_left_alone_unless_asked_otherwise() {
    let server = PermessageDeflate::server().threshold(100);
    let mut codec = codec_for(&server, &Params::new());
    assert!(!codec.start_encode(Some(99), Compression::Auto));
    assert!(codec.start_encode(Some(100), Compression::Auto));
    assert!(codec.start_encode(None, Compression::Auto));
    assert!(codec.start_encode(Some(0), Compression::Always));
    assert!(!codec.start_encode(Some(1000), Compression::Never));
    let mut codec = self::codec();
    assert!(!codec.start_encode(
        Some(PermessageDeflate::DEFAULT_THRESHOLD - 1),
        Compression::Auto
    ));
    assert!(codec.start_encode(
        Some(PermessageDeflate::DEFAULT_THRESHOLD),
        Compression::Auto
    ));
}

#[test]
fn data_that_cannot_be_compressed_grows_by_little() {
    let mut state = 1_u64;
    let noise: Vec<u8> = core::iter::repeat_with(|| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        state.to_be_bytes()[0]
    })
    .take(100_000)
    .collect();
    for level in (0..=9).filter(|&level| level != 1) {
        let keeping = PermessageDeflate::server().level(Level::new(level).unwrap());
        let forgetting = keeping.clone().server_no_context_takeover();
        for server in [keeping, forgetting] {
            let payload = encode(&mut *codec_for(&server, &Params::new()), &noise);
            assert!(
                payload.len() < noise.len() + noise.len() / 256,
                "{level}: {}",
                payload.len()
            );
        }
    }
}
