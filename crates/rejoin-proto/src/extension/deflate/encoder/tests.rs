//! What travels does not depend on which state made it, nor on who had that state before.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "small numbers that the test chose"
)]

use zlib_rs::{Inflate, InflateFlush, Status};

use super::*;

fn encoder(bits: u8, takeover: Takeover, level: u8) -> Encoder {
    let window = WindowBits::new(bits).unwrap();
    Encoder::new(window, takeover, Level::new(level).unwrap())
}

fn encode(encoder: &mut Encoder, message: &[u8]) -> BytesMut {
    let mut out = BytesMut::new();
    encoder.start();
    encoder.encode(message, true, &mut out).unwrap();
    out
}

/// Inflates the payload of a message whose context is that text.
fn inflate(context: &[u8], payload: &[u8], size: usize) -> Vec<u8> {
    let mut inflate = Inflate::new(false, 15);
    if !context.is_empty() {
        inflate.set_dictionary(context).unwrap();
    }
    let mut text = vec![0; size + 1];
    let payload = [payload, &TAIL].concat();
    let status = inflate.decompress(&payload, &mut text, InflateFlush::NoFlush);
    assert!(matches!(status, Ok(Status::Ok)), "{status:?}");
    assert_eq!(inflate.total_in(), u64::try_from(payload.len()).unwrap());
    text.truncate(usize::try_from(inflate.total_out()).unwrap());
    text
}

/// Numbers that look random, the same in every run.
fn noise() -> impl Iterator<Item = u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    core::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_be_bytes()[3]
    })
}

/// Words in random order: matches of all lengths at all distances.
fn words(bytes: usize) -> Vec<u8> {
    let letters: Vec<u8> = noise().map(|byte| b'a' + byte % 24).take(3000).collect();
    let mut text = Vec::new();
    for number in noise().take(bytes).map(usize::from) {
        let start = number % 200 * 14;
        text.extend_from_slice(&letters[start..start + 3 + number % 11]);
        text.push(b' ');
    }
    text.truncate(bytes);
    text
}

/// Lets someone else have every state of this thread, so that the next message must prime one.
fn detach(encoder: &Encoder) {
    let (lent, attached) = pool::borrow_compressor(encoder.shape, encoder.shared_stamp());
    assert!(attached);
    pool::give_back_compressor(lent, None);
}

#[test]
fn a_context_that_goes_on_and_one_that_is_primed_are_both_used() {
    let text = words(200_000);
    for bits in [8, 12, 15] {
        let mut attached = encoder(bits, Takeover::Kept, 6);
        let mut primed = encoder(bits, Takeover::Kept, 6);
        let mut stateless = encoder(bits, Takeover::Reset, 6);
        let (mut sizes, mut alone) = ([0, 0], 0);
        for (number, message) in text.chunks(700).enumerate() {
            let said = &text[..number * 700];
            let context = &said[said.len().saturating_sub(1 << bits)..];
            for (encoder, size) in [&mut attached, &mut primed].into_iter().zip(&mut sizes) {
                let payload = encode(encoder, message);
                let back = inflate(context, &payload, message.len());
                assert!(back == message, "{bits} {number}");
                *size += payload.len();
            }
            detach(&primed);
            alone += encode(&mut stateless, message).len();
        }
        assert!(sizes[0].abs_diff(sizes[1]) < sizes[0] / 50, "{sizes:?}");
        assert!(sizes[0] < alone - alone / 100, "{bits} {sizes:?} {alone}");
    }
}

#[test]
fn payloads_around_the_size_of_the_buffer_come_back() {
    let noise: Vec<u8> = noise().take(70_000).collect();
    let words = words(400_000);
    for level in [0, 1, 3, 6, 9] {
        for bits in [9, 12, 15] {
            let mut encoder = encoder(bits, Takeover::Reset, level);
            let around = [32_768_usize, 65_536];
            let lengths = around.iter().flat_map(|size| size - 20..=size + 2);
            for text in lengths.map(|length| &noise[..length]).chain([&words[..]]) {
                let payload = encode(&mut encoder, text);
                let back = inflate(&[], &payload, text.len());
                assert!(back == text, "{level} {bits} {}", text.len());
            }
        }
    }
}

#[test]
fn a_message_that_never_ended_leaves_nothing_behind() {
    let hello = [0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00];
    for takeover in [Takeover::Kept, Takeover::Reset] {
        let mut abandoned = encoder(12, takeover, 6);
        abandoned.start();
        abandoned
            .encode(&words(100_000), false, &mut BytesMut::new())
            .unwrap();
        assert!(abandoned.held_bytes() > 1 << 17);
        assert_eq!(encode(&mut encoder(12, takeover, 6), b"Hello"), hello[..]);
    }
}

#[test]
fn connections_of_all_shapes_share_the_states_of_a_thread() {
    let text = words(60_000);
    let mut encoders: Vec<Encoder> = (8..=15)
        .flat_map(|bits| [1, 6].map(|level| encoder(bits, Takeover::Reset, level)))
        .collect();
    let first: Vec<BytesMut> = encoders.iter_mut().map(|one| encode(one, &text)).collect();
    for _ in 0..3 {
        for (encoder, first) in encoders.iter_mut().zip(&first) {
            assert!(encode(encoder, &text) == *first, "{encoder:?}");
        }
    }
}
