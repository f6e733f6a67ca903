//! What the properties in `tests/` reach by luck only: full buffers, many blocks, every form.

use zlib_rs::{Inflate, InflateFlush, Status};

use super::matcher::TEXT_BYTES;
use super::*;

/// Compresses pieces of one message.
fn compress(compressor: &mut Compressor, pieces: &[&[u8]]) -> BytesMut {
    let mut out = BytesMut::new();
    for piece in pieces {
        compressor.write(piece, &mut out);
    }
    compressor.finish(&mut out);
    out
}

/// Inflates the payload of a message whose context is that history.
fn inflate(history: &[u8], payload: &[u8], size: usize) -> Vec<u8> {
    let mut inflate = Inflate::new(false, 15);
    if !history.is_empty() {
        inflate.set_dictionary(history).unwrap();
    }
    let mut text = vec![0; size + 1];
    let payload = [payload, &[0x00, 0x00, 0xff, 0xff]].concat();
    let status = inflate.decompress(&payload, &mut text, InflateFlush::NoFlush);
    assert!(matches!(status, Ok(Status::Ok)), "{status:?}");
    assert_eq!(inflate.total_in(), payload.len() as u64);
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
        (state >> 40) as u8
    })
}

/// Words in random order: matches of all lengths at all distances.
fn words(bytes: usize) -> Vec<u8> {
    let dictionary: Vec<Vec<u8>> = (0..200)
        .map(|n| {
            noise()
                .skip(n * 7)
                .take(3 + n % 11)
                .map(|byte| b'a' + byte % 24)
                .collect()
        })
        .collect();
    let mut numbers = noise();
    let mut text = Vec::new();
    while text.len() < bytes {
        let number = usize::from(numbers.next().unwrap_or(0));
        text.extend_from_slice(&dictionary[number % dictionary.len()]);
        text.push(b' ');
    }
    text.truncate(bytes);
    text
}

fn effort(level: u8) -> Effort {
    Effort::of(Level::new(level).unwrap(), Takeover::Reset)
}

#[test]
fn texts_of_every_length_and_level_come_back() {
    let text = words(400_000);
    let mut compressor = Compressor::new();
    for level in 0..=9 {
        let around = |size: usize| size.saturating_sub(2)..size + 2;
        let lengths = around(2)
            .chain(around(258))
            .chain(around(32_768))
            .chain(around(TEXT_BYTES))
            .chain(around(TEXT_BYTES + 32_768))
            .chain([400_000]);
        for length in lengths {
            for window in [256, 32_768] {
                compressor.restart(effort(level), window, [&[], &[]], length);
                let payload = compress(&mut compressor, &[&text[..length]]);
                let back = inflate(&[], &payload, length);
                assert!(back == text[..length], "{level} {length} {window}");
            }
        }
    }
}

#[test]
fn long_messages_in_pieces_come_back() {
    let text = words(300_000);
    for window in [256, 4096, 32_768] {
        for piece in [1000, 30_000, 65_535, 65_536, 65_537, 150_000] {
            let mut compressor = Compressor::new();
            compressor.restart(effort(6), window, [&[], &[]], usize::MAX);
            let pieces: Vec<&[u8]> = text.chunks(piece).collect();
            let payload = compress(&mut compressor, &pieces);
            assert!(
                inflate(&[], &payload, text.len()) == text,
                "{window} {piece}"
            );
        }
    }
}

#[test]
fn a_context_that_goes_on_and_one_that_is_primed_are_both_used() {
    let text = words(200_000);
    for window in [256, 4096, 32_768] {
        let mut attached = Compressor::new();
        attached.restart(effort(6), window, [&[], &[]], window);
        let mut primed = Compressor::new();
        let (mut sizes, mut alone) = ([0, 0], 0);
        for (number, message) in text.chunks(700).enumerate() {
            let said = &text[..number * 700];
            let context = &said[said.len().saturating_sub(window)..];
            let (older, newer) = context.split_at(context.len() / 3);
            primed.restart(effort(6), window, [older, newer], window + 700);
            let compressors = [&mut attached, &mut primed].into_iter();
            for (compressor, size) in compressors.zip(&mut sizes) {
                let payload = compress(compressor, &[message]);
                assert!(
                    inflate(context, &payload, 700) == message,
                    "{window} {number}"
                );
                *size += payload.len();
            }
            primed.restart(effort(6), window, [&[], &[]], 700);
            alone += compress(&mut primed, &[message]).len();
        }
        assert!(sizes[0].abs_diff(sizes[1]) < sizes[0] / 50, "{sizes:?}");
        assert!(sizes[0] < alone - alone / 100, "{window} {sizes:?} {alone}");
    }
}

#[test]
fn every_form_of_a_block_is_chosen_where_it_is_the_shortest() {
    let form = |text: &[u8]| {
        let mut compressor = Compressor::new();
        compressor.restart(effort(6), 4096, [&[], &[]], text.len());
        let payload = compress(&mut compressor, &[text]);
        assert_eq!(inflate(&[], &payload, text.len()), text);
        (payload[0] >> 1 & 3, payload.len())
    };
    let random: Vec<u8> = noise().take(70_000).collect();
    // Five bytes for every block: here one and two, and the byte that ends the message.
    assert_eq!(form(&random[..1000]), (0, 1006));
    let (kind, size) = form(&random);
    assert_eq!(kind, 0);
    assert!(size < random.len() + 64, "{size}");
    assert_eq!(form(b"a few words").0, 1);
    assert_eq!(form(&words(3000)).0, 2);
}

#[test]
fn a_higher_level_is_hardly_ever_larger() {
    let text = words(60_000);
    let mut last = usize::MAX;
    for level in 1..=9 {
        let mut compressor = Compressor::new();
        compressor.restart(effort(level), 32_768, [&[], &[]], text.len());
        let size = compress(&mut compressor, &[&text]).len();
        // A longer match is taken though it may be farther away, so a little more may be.
        assert!(
            size <= last.saturating_add(last / 20),
            "{level}: {size} after {last}"
        );
        last = last.min(size);
    }
}

#[test]
fn a_message_that_never_ended_leaves_nothing_behind() {
    let mut compressor = Compressor::new();
    let mut out = BytesMut::new();
    compressor.restart(effort(6), 4096, [&[], &[]], usize::MAX);
    compressor.write(&words(TEXT_BYTES + 100), &mut out);
    assert!(!out.is_empty());
    compressor.restart(effort(6), 4096, [&[], &[]], 5);
    let payload = compress(&mut compressor, &[b"Hello"]);
    assert_eq!(payload, [0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00][..]);
}
