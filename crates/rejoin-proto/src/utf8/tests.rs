//! Against the standard library, on every short sequence and at every cut.

use proptest::prelude::{any, prop_assert_eq, prop_oneof, proptest};
use proptest::strategy::{Just, Strategy};

use super::{NotUtf8, Utf8, is_valid, unfinished};

/// What the standard library says about a text of which this much is here.
fn so_far(bytes: &[u8]) -> Result<(), NotUtf8> {
    match core::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_some() => Err(NotUtf8),
        _ => Ok(()),
    }
}

fn whole(bytes: &[u8]) -> Result<(), NotUtf8> {
    core::str::from_utf8(bytes).map(|_| ()).map_err(|_| NotUtf8)
}

/// Pushes the pieces between the cuts, holding each answer against the standard library.
fn check(bytes: &[u8], cuts: &[usize]) {
    check_whole(bytes);
    let mut utf8 = Utf8::default();
    let mut from = 0;
    for to in cuts.iter().copied().chain([bytes.len()]) {
        let answer = utf8.push(&bytes[from..to]);
        assert_eq!(answer, so_far(&bytes[..to]), "{bytes:x?} cut at {cuts:?}");
        if answer.is_err() {
            return;
        }
        from = to;
    }
    assert_eq!(utf8.finish(), whole(bytes), "{bytes:x?} cut at {cuts:?}");
}

/// Judges the bytes as a whole text, and as the beginning of one.
fn check_whole(bytes: &[u8]) {
    assert_eq!(is_valid(bytes), whole(bytes).is_ok(), "{bytes:x?}");
    let left = core::str::from_utf8(bytes).map_or_else(
        |error| bytes.len().saturating_sub(error.valid_up_to()),
        |_| 0,
    );
    let expected = so_far(bytes).map(|()| u8::try_from(left).unwrap());
    assert_eq!(unfinished(bytes), expected, "{bytes:x?}");
}

/// One byte of each class that the definition of UTF-8 tells apart, and its neighbours.
const CLASSES: [u8; 26] = [
    0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec,
    0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xfe, 0xff,
];

#[test]
fn rfc3629_every_sequence_of_up_to_two_bytes_is_judged_as_by_std_at_every_cut() {
    for first in 0..=255 {
        check(&[first], &[]);
        for second in 0..=255 {
            check(&[first, second], &[]);
            check(&[first, second], &[1]);
        }
    }
}

#[test]
fn rfc3629_every_sequence_of_three_and_four_byte_classes_is_judged_as_by_std_at_every_cut() {
    for a in CLASSES {
        for b in CLASSES {
            for c in CLASSES {
                for cuts in [&[][..], &[1], &[2], &[1, 2]] {
                    check(&[a, b, c], cuts);
                }
            }
        }
    }
    // Only what three bytes have left undecided depends on the fourth.
    for a in [0xf0, 0xf1, 0xf3, 0xf4] {
        for b in CLASSES {
            for c in CLASSES {
                for d in CLASSES {
                    for cuts in [&[][..], &[1], &[2], &[3], &[1, 2], &[2, 3], &[1, 2, 3]] {
                        check(&[a, b, c, d], cuts);
                    }
                }
            }
        }
    }
}

#[test]
fn rfc3629_every_character_is_accepted_at_every_cut() {
    let mut buffer = [0; 4];
    for character in '\0'..=char::MAX {
        let bytes = character.encode_utf8(&mut buffer).as_bytes();
        let mut utf8 = Utf8::default();
        for byte in bytes {
            assert_eq!(utf8.push(&[*byte]), Ok(()), "{character:?}");
        }
        assert_eq!(utf8.finish(), Ok(()), "{character:?}");
    }
}

#[test]
fn an_error_at_any_place_of_a_long_text_is_seen_at_its_byte() {
    for at in 0..200 {
        let mut text = vec![b'a'; 200];
        text[at] = 0xff;
        check(&text, &[]);
        check(&text, &[at]);
        let mut utf8 = Utf8::default();
        assert_eq!(utf8.push(&text[..at]), Ok(()));
        assert_eq!(utf8.push(&text[at..=at]), Err(NotUtf8));
    }
}

#[test]
fn empty_pieces_change_nothing() {
    let mut utf8 = Utf8::default();
    for piece in [&b""[..], b"\xf0", b"", b"\x9f\x98", b"", b"\x80"] {
        assert_eq!(utf8.finish().is_ok(), utf8.pending_len == 0);
        assert_eq!(utf8.push(piece), Ok(()));
    }
    assert_eq!(utf8.finish(), Ok(()));
}

/// Long texts, most of them valid or nearly so: random bytes alone are refused at once.
fn texts() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        8 => "[a-z]{0,80}".prop_map(String::into_bytes),
        8 => "\\PC{0,20}".prop_map(String::into_bytes),
        1 => proptest::collection::vec(any::<u8>(), 1..4),
        1 => Just(vec![0xed, 0xa0, 0x80]),
    ];
    proptest::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn random_texts_are_judged_as_by_std_at_random_cuts(
        text in texts(),
        cuts in proptest::collection::vec(any::<proptest::sample::Index>(), 0..6),
    ) {
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(text.len().saturating_add(1))).collect();
        cuts.sort_unstable();
        check(&text, &cuts);
        let mut utf8 = Utf8::default();
        prop_assert_eq!(utf8.push(&text), so_far(&text));
    }
}

#[test]
fn a_byte_that_is_not_ascii_is_seen_at_every_place_of_a_text_of_every_short_length() {
    for length in 0..300 {
        let mut text = vec![b'a'; length];
        check_whole(&text);
        for at in 0..length {
            text[at] = 0x80;
            assert!(!is_valid(&text), "{at} of {length}");
            text[at] = b'a';
        }
    }
}
