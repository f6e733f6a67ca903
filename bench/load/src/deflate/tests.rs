use zlib_rs::DeflateConfig;

use super::*;
use crate::frame::TEXT;
use crate::payload::Content;
use crate::script::{Beginning, Echo, Plan};

fn script(agreement: &Agreement) -> Script {
    let plan = Plan {
        content: Content::Json,
        opcode: TEXT,
        message_bytes: 1000,
        window: 1,
        fragments: 1,
        beginning: Beginning::Apart,
        echo: Echo::Messages,
    };
    Script::new(plan, Some(agreement)).unwrap()
}

fn kept() -> Agreement {
    Agreement::read("permessage-deflate", Takeover::Takeover).unwrap()
}

fn reset() -> Agreement {
    Agreement::read(
        "permessage-deflate; server_no_context_takeover",
        Takeover::NoTakeover,
    )
    .unwrap()
}

#[test]
fn rfc7692_7_1_an_answer_is_read_with_all_its_parameters() {
    let text = "permessage-deflate; client_max_window_bits=\"12\" ; server_max_window_bits=10";
    let agreement = Agreement::read(text, Takeover::Takeover).unwrap();
    assert_eq!(agreement.client_window_bits, 12);
    assert!(agreement.client_takeover && agreement.server_takeover);
    let text = "permessage-deflate; client_no_context_takeover; server_no_context_takeover";
    let agreement = Agreement::read(text, Takeover::Takeover).unwrap();
    assert!(!agreement.takes_over());
}

#[test]
fn what_was_not_offered_or_cannot_be_met_is_refused() {
    for text in [
        "permessage-bzip2",
        "permessage-deflate, permessage-deflate",
        "permessage-deflate; client_max_window_bits",
        "permessage-deflate; client_max_window_bits=16",
        "permessage-deflate; client_max_window_bits=8",
        "permessage-deflate; server_no_context_takeover=1",
        "permessage-deflate; unknown",
    ] {
        assert!(Agreement::read(text, Takeover::Takeover).is_err(), "{text}");
    }
    assert!(Agreement::read("permessage-deflate", Takeover::NoTakeover).is_err());
}

#[test]
fn an_answer_is_inflated_only_the_first_time_without_takeover() {
    let agreement = reset();
    let script = script(&agreement);
    let mut memory = Memory::new(&agreement, &script);
    let mut compressor = Compressor::new(&agreement);
    for round in 1..=3 {
        for position in 0..script.len() {
            let packed = compressor.compress(script.plain(position)).unwrap();
            memory.verify(&script, position, &packed).unwrap();
        }
        assert_eq!(memory.inflated, script.len() as u64, "round {round}");
    }
}

#[test]
fn with_takeover_each_place_of_the_script_has_its_own_history() {
    let agreement = kept();
    let script = script(&agreement);
    let mut memory = Memory::new(&agreement, &script);
    // Two connections, each with a compressor of its own, one after the other.
    for _ in 0..2 {
        let mut compressor = Compressor::new(&agreement);
        let mut position = 0;
        for _ in 0..script.len() * 3 {
            let packed = compressor.compress(script.plain(position)).unwrap();
            memory.verify(&script, position, &packed).unwrap();
            position = script.next(position);
        }
    }
    let messages = 6 * script.len() as u64;
    assert!(
        memory.inflated < messages / 2,
        "{} of {messages}",
        memory.inflated
    );
}

#[test]
fn what_refers_to_text_that_is_not_there_is_noticed() {
    let agreement = kept();
    let script = script(&agreement);
    let mut compressor = Compressor::new(&agreement);
    compressor.compress(script.plain(0)).unwrap();
    let second = compressor.compress(script.plain(1)).unwrap();
    Memory::new(&agreement, &script)
        .verify(&script, 1, &second)
        .unwrap();
    let alone = reset();
    Memory::new(&alone, &script)
        .verify(&script, 1, &second)
        .unwrap_err();
}

#[test]
fn other_text_is_noticed_and_so_is_more_and_less_of_it() {
    let agreement = reset();
    let script = script(&agreement);
    let mut memory = Memory::new(&agreement, &script);
    let mut compressor = Compressor::new(&agreement);
    let text = script.plain(0).to_vec();
    let longer = [&text[..], b"x"].concat();
    let much_longer = text.repeat(10);
    for wrong in [script.plain(1), &text[1..], &longer, &much_longer, b""] {
        let packed = compressor.compress(wrong).unwrap();
        memory.verify(&script, 0, &packed).unwrap_err();
    }
    let packed = compressor.compress(&text).unwrap();
    memory
        .verify(&script, 0, &packed[..packed.len() - 3])
        .unwrap_err();
    memory
        .verify(&script, 0, &[&packed[..], b"more"].concat())
        .unwrap_err();
    memory.verify(&script, 0, &packed).unwrap();
}

#[test]
fn rfc7692_7_2_3_4_a_message_may_end_with_a_final_block() {
    let agreement = reset();
    let script = script(&agreement);
    let mut memory = Memory::new(&agreement, &script);
    let config = DeflateConfig {
        window_bits: -15,
        ..DeflateConfig::default()
    };
    let mut deflate = Deflate::new_with_config(config);
    let mut packed = vec![0; 2000];
    deflate
        .compress(script.plain(0), &mut packed, DeflateFlush::Finish)
        .unwrap();
    packed.truncate(usize::try_from(deflate.total_out()).unwrap());
    memory.verify(&script, 0, &packed).unwrap();
    packed.push(0);
    memory.verify(&script, 0, &packed).unwrap();
    packed.push(0);
    memory.verify(&script, 0, &packed).unwrap_err();
}

#[test]
fn the_client_keeps_to_the_window_that_it_was_asked_for() {
    let small = Agreement::read(
        "permessage-deflate; client_max_window_bits=9",
        Takeover::Takeover,
    );
    let mut compressor = Compressor::new(&small.unwrap());
    // The same 300 bytes again, 900 bytes later: out of reach.
    let noise = crate::payload::payload(Content::Binary, 0, 900);
    let first = compressor.compress(&noise).unwrap().len();
    let again = compressor.compress(&noise[..300]).unwrap().len();
    assert!(first > 900 && again >= 300, "{first}, {again}");
    let mut large = Compressor::new(&kept());
    large.compress(&noise).unwrap();
    assert!(large.compress(&noise[..300]).unwrap().len() < 50);
}

#[test]
fn old_encodings_give_way_when_there_are_too_many() {
    let agreement = reset();
    let script = script(&agreement);
    let mut memory = Memory::new(&agreement, &script);
    let text = script.plain(0);
    // Stored blocks, cut at different places: all different, all right.
    for cut in 1..30_u16 {
        let mut packed = Vec::new();
        for piece in [&text[..usize::from(cut)], &text[usize::from(cut)..]] {
            let length = u16::try_from(piece.len()).unwrap();
            packed.push(0);
            packed.extend_from_slice(&length.to_le_bytes());
            packed.extend_from_slice(&(!length).to_le_bytes());
            packed.extend_from_slice(piece);
        }
        packed.push(0);
        memory.verify(&script, 0, &packed).unwrap();
    }
    assert_eq!(memory.right[0].len(), VARIANTS);
}
