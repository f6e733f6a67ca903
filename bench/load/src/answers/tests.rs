use super::*;
use crate::deflate::Takeover;
use crate::frame::{BINARY, TEXT, push_server_frame};
use crate::payload::Content;
use crate::script::{Beginning, Plan};

fn plan() -> Plan {
    Plan {
        content: Content::Binary,
        opcode: BINARY,
        message_bytes: 300,
        window: 1,
        fragments: 1,
        beginning: Beginning::Apart,
        echo: Echo::Messages,
    }
}

fn book() -> Book {
    Book::new(Script::new(plan(), None).unwrap(), None)
}

/// What a server sends that divides each answer into frames of so many bytes, with a Ping before
/// each of them.
fn divided(script: &Script, messages: usize, frame_bytes: usize) -> Vec<u8> {
    let mut wire = Vec::new();
    for position in 0..messages {
        let pieces: Vec<&[u8]> = script.plain(position).chunks(frame_bytes).collect();
        for (number, piece) in pieces.iter().enumerate() {
            push_server_frame(&mut wire, FIN | PING, b"?");
            let kind = if number == 0 { BINARY } else { CONTINUATION };
            let fin = if number + 1 == pieces.len() { FIN } else { 0 };
            push_server_frame(&mut wire, fin | kind, piece);
        }
    }
    wire
}

fn fault(wire: &[u8]) -> String {
    Answers::new(0)
        .take(wire, &mut book())
        .unwrap_err()
        .to_string()
}

#[test]
fn answers_are_counted_whatever_the_pieces_they_come_in() {
    for piece_bytes in [1, 7, 303, 304, 305, 10_000] {
        let mut book = book();
        let wire = book.script.answers_from(0).repeat(2);
        let messages = book.script.len() * 2;
        let mut answers = Answers::new(0);
        let mut complete = 0;
        for piece in wire.chunks(piece_bytes) {
            complete += answers.take(piece, &mut book).unwrap();
        }
        assert_eq!(complete, messages);
        assert_eq!(book.returned_bytes, messages as u64 * 300);
    }
}

#[test]
fn an_answer_may_be_divided_and_have_pings_between_whatever_the_pieces_it_comes_in() {
    for frame_bytes in [1, 100, 125, 126, 300] {
        for piece_bytes in [1, 2, 50, 309, 100_000] {
            let mut book = book();
            let wire = divided(&book.script, 5, frame_bytes);
            let mut answers = Answers::new(0);
            let mut complete = 0;
            let mut pings = 0;
            for piece in wire.chunks(piece_bytes) {
                complete += answers.take(piece, &mut book).unwrap();
                pings += usize::from(answers.ping().is_some_and(|ping| ping == b"?"));
            }
            assert_eq!(
                complete, 5,
                "frames of {frame_bytes}, pieces of {piece_bytes}"
            );
            assert!(pings > 0);
            assert_eq!(book.returned_bytes, 1500);
        }
    }
}

#[test]
fn a_byte_that_is_wrong_is_noticed_wherever_it_is() {
    let mut book = book();
    let right = book.script.answers_from(0)[..3 * book.script.answer_bytes()].to_vec();
    for wrong in 0..right.len() {
        let mut wire = right.clone();
        wire[wrong] ^= 0x04;
        let mut answers = Answers::new(0);
        let first = answers.take(&wire[..200], &mut book);
        let outcome = first.and_then(|first| Ok(first + answers.take(&wire[200..], &mut book)?));
        // A longer length is noticed only when the payload does not end where it should.
        assert!(!matches!(outcome, Ok(3)), "byte {wrong} was not noticed");
    }
}

#[test]
fn the_answer_to_another_message_is_noticed() {
    let book = book();
    let wire = &book.script.answers_from(1)[..book.script.answer_bytes()];
    assert!(fault(wire).contains("not what was sent"));
}

#[test]
fn too_short_and_too_long_answers_are_noticed() {
    let book = book();
    let mut wire = Vec::new();
    push_server_frame(&mut wire, FIN | BINARY, &book.script.plain(0)[..299]);
    assert!(fault(&wire).contains("too short"));
    wire.clear();
    push_server_frame(
        &mut wire,
        FIN | BINARY,
        &[book.script.plain(0), b"x"].concat(),
    );
    assert!(fault(&wire).contains("too long"));
}

#[test]
fn text_for_binary_and_bits_that_were_not_agreed_are_noticed() {
    let book = book();
    for first_byte in [
        FIN | TEXT,
        FIN | RSV1 | BINARY,
        FIN | 0x20 | BINARY,
        FIN | CONTINUATION,
    ] {
        let mut wire = Vec::new();
        push_server_frame(&mut wire, first_byte, book.script.plain(0));
        assert!(fault(&wire).contains("begins with"), "{first_byte:#x}");
    }
}

#[test]
fn a_new_message_within_another_is_noticed() {
    let book = book();
    let mut wire = Vec::new();
    push_server_frame(&mut wire, BINARY, &book.script.plain(0)[..100]);
    push_server_frame(&mut wire, FIN | BINARY, &book.script.plain(0)[100..]);
    assert!(fault(&wire).contains("not continued"));
}

#[test]
fn a_close_is_told_with_its_code_and_reason() {
    let mut wire = Vec::new();
    push_server_frame(&mut wire, FIN | CLOSE, b"\x03\xf1too large");
    assert_eq!(fault(&wire), "the server closed with 1009: too large");
    assert_eq!(fault(&[0x88, 0]), "the server closed without a code");
}

#[test]
fn control_frames_that_rfc6455_5_5_forbids_are_noticed() {
    let long = [0x89, 126, 0, 126];
    for wire in [&long[..], &[0x09, 0], &[0xc9, 0]] {
        assert!(fault(wire).contains("control frame"), "{wire:?}");
    }
    assert!(fault(&[0x8b, 0]).contains("opcode"));
}

#[test]
fn pongs_are_counted() {
    let mut answers = Answers::new(0);
    answers.take(&[0x8a, 0, 0x8a, 1, 7], &mut book()).unwrap();
    assert_eq!(answers.pongs(), 2);
}

#[test]
fn bytes_that_should_be_the_same_must_be() {
    let plan = Plan {
        echo: Echo::Bytes,
        ..plan()
    };
    let mut book = Book::new(Script::new(plan, None).unwrap(), None);
    let mut wire = book.script.frames().to_vec();
    assert_eq!(
        Answers::new(0).take(&wire, &mut book).unwrap(),
        book.script.len()
    );
    wire[9] ^= 1;
    Answers::new(0).take(&wire, &mut book).unwrap_err();
}

#[test]
fn rfc7692_6_compressed_divided_and_plain_answers_are_all_verified() {
    let text = "permessage-deflate; server_no_context_takeover";
    let agreement = Agreement::read(text, Takeover::NoTakeover).unwrap();
    let plan = Plan {
        content: Content::Json,
        ..plan()
    };
    let script = Script::new(plan, Some(&agreement)).unwrap();
    let mut book = Book::new(script, Some(&agreement));
    let mut compressor = crate::deflate::Compressor::new(&agreement);
    let packed = compressor.compress(book.script.plain(0)).unwrap();
    let mut wire = Vec::new();
    push_server_frame(&mut wire, FIN | RSV1 | BINARY, &packed);
    push_server_frame(&mut wire, FIN | BINARY, book.script.plain(1));
    let packed = compressor.compress(book.script.plain(2)).unwrap();
    push_server_frame(&mut wire, RSV1 | BINARY, &packed[..20]);
    push_server_frame(&mut wire, CONTINUATION, &packed[20..]);
    push_server_frame(&mut wire, FIN | CONTINUATION, b"");
    for piece_bytes in [1, 13, 10_000] {
        let mut answers = Answers::new(0);
        let pieces = wire.chunks(piece_bytes);
        let complete: usize = pieces
            .map(|piece| answers.take(piece, &mut book).unwrap())
            .sum();
        assert_eq!(complete, 3);
    }
    // An empty compressed answer in two frames says nothing, which is not what was sent.
    let mut wire = Vec::new();
    push_server_frame(&mut wire, RSV1 | BINARY, b"");
    push_server_frame(&mut wire, FIN | CONTINUATION, b"");
    Answers::new(0).take(&wire, &mut book).unwrap_err();
}
