//! The word loop compared with the definition of RFC 6455 section 5.3, one byte at a time.

use proptest::prelude::*;
use rejoin_mask::apply;

/// Lengths up to here are tried one by one: 16 words and every possible tail, twice over.
const EXHAUSTIVE_LEN: usize = if cfg!(miri) { 40 } else { 300 };

/// Distances from an aligned address that are tried.
const ALIGNMENTS: usize = if cfg!(miri) { 8 } else { 64 };

/// Random cases of each property.
const CASES: u32 = if cfg!(miri) { 8 } else { 512 };

/// Longest payload of the random cases.
const RANDOM_LEN: usize = if cfg!(miri) { 200 } else { 20_000 };

/// The definition: octet `i` of the payload, exclusive or, octet `i` modulo 4 of the key.
fn by_definition(key: [u8; 4], data: &[u8]) -> Vec<u8> {
    data.iter()
        .enumerate()
        .map(|(i, byte)| byte ^ key[i % 4])
        .collect()
}

/// The key as it stands `distance` bytes further on.
fn rotated(mut key: [u8; 4], distance: usize) -> [u8; 4] {
    key.rotate_left(distance % 4);
    key
}

/// Bytes that differ from their neighbours and from themselves 4, 8 and 16 places on.
fn pattern(len: usize) -> Vec<u8> {
    (0..len)
        .map(|i| u8::try_from((i * 167 + i / 251) % 256).expect("a remainder of 256 fits a byte"))
        .collect()
}

#[test]
fn rfc6455_5_7_the_masked_hello_is_reproduced() {
    let mut data = *b"Hello";
    assert_eq!(
        apply([0x37, 0xfa, 0x21, 0x3d], &mut data),
        [0xfa, 0x21, 0x3d, 0x37]
    );
    assert_eq!(data, [0x7f, 0x9f, 0x4d, 0x51, 0x58]);
}

#[test]
fn rfc6455_5_3_every_length_alignment_and_key_rotation_follows_the_definition() {
    let source = pattern(EXHAUSTIVE_LEN + ALIGNMENTS);
    for rotation in 0..4 {
        let key = rotated([0x11, 0x22, 0x44, 0x88], rotation);
        for start in 0..ALIGNMENTS {
            for len in 0..=EXHAUSTIVE_LEN {
                let mut buffer = source.clone();
                let next = apply(key, &mut buffer[start..start + len]);

                assert_eq!(next, rotated(key, len), "length {len}");
                assert_eq!(
                    buffer[..start],
                    source[..start],
                    "bytes before the slice changed"
                );
                assert_eq!(
                    buffer[start..start + len],
                    by_definition(key, &source[start..start + len]),
                    "key {key:?}, start {start}, length {len}"
                );
                assert_eq!(
                    buffer[start + len..],
                    source[start + len..],
                    "bytes after the slice changed"
                );
            }
        }
    }
}

#[test]
fn a_payload_split_at_any_byte_gives_the_same_bytes_and_the_same_key() {
    let key = [0xde, 0xad, 0xbe, 0xef];
    let len = 67;
    let mut whole = pattern(len);
    let after = apply(key, &mut whole);
    for split in 0..=len {
        let mut pieces = pattern(len);
        let (first, second) = pieces.split_at_mut(split);
        let between = apply(key, first);
        assert_eq!(between, rotated(key, split), "split at {split}");
        assert_eq!(apply(between, second), after, "split at {split}");
        assert_eq!(pieces, whole, "split at {split}");
    }
}

#[test]
fn a_key_of_zeroes_changes_nothing() {
    let mut data = pattern(100);
    assert_eq!(apply([0; 4], &mut data), [0; 4]);
    assert_eq!(data, pattern(100));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_payload_follows_the_definition(
        key: [u8; 4],
        data in prop::collection::vec(any::<u8>(), 0..RANDOM_LEN),
    ) {
        let mut masked = data.clone();
        let next = apply(key, &mut masked);
        prop_assert_eq!(next, rotated(key, data.len()));
        prop_assert_eq!(masked, by_definition(key, &data));
    }

    #[test]
    fn applying_twice_restores_the_payload(
        key: [u8; 4],
        data in prop::collection::vec(any::<u8>(), 0..RANDOM_LEN),
    ) {
        let mut twice = data.clone();
        apply(key, &mut twice);
        apply(key, &mut twice);
        prop_assert_eq!(twice, data);
    }

    #[test]
    fn pieces_of_any_sizes_give_what_the_whole_gives(
        key: [u8; 4],
        pieces in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..30),
    ) {
        let mut whole = pieces.concat();
        let after = apply(key, &mut whole);

        let mut next = key;
        let mut joined = Vec::new();
        for mut piece in pieces {
            next = apply(next, &mut piece);
            joined.extend_from_slice(&piece);
        }
        prop_assert_eq!(next, after);
        prop_assert_eq!(joined, whole);
    }
}
