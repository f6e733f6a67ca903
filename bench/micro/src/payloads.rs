//! What is done with whole payloads: masking, and the check that a text is UTF-8.

use std::hint::black_box;

use rejoin_proto::Utf8Bytes;

use crate::row::Row;
use crate::timing::Effort;

const SIZES: [usize; 7] = [16, 125, 1 << 10, 4 << 10, 16 << 10, 64 << 10, 1 << 20];

const ASCII: &str = "The quick brown fox jumps over the lazy dog. ";

/// Words of one, two, three and four bytes a character.
const MIXED: &str = "Kaffee für 3 €, 안녕하세요, тест, 🦊 und mehr. ";

/// Masking in place.
pub(crate) fn mask(effort: Effort) -> Vec<Row> {
    let rows = SIZES.map(|size| {
        let mut payload = vec![b'x'; size];
        row(effort, "mask", &payload.clone(), || {
            let key = black_box([0x37, 0xfa, 0x21, 0x3d]);
            rejoin_mask::apply(key, black_box(&mut payload))
        })
    });
    rows.into()
}

/// The check of texts that hold but ASCII, and of others, as it is made whenever a text is looked at
/// as a `str`. Receiving makes the same one, after a look at whether a short text is all ASCII.
pub(crate) fn utf8(effort: Effort) -> Vec<Row> {
    let kinds = [("UTF-8, ASCII only", ASCII), ("UTF-8, mixed", MIXED)];
    let rows = kinds.iter().flat_map(|&(what, words)| {
        SIZES.map(|size| {
            let text = Utf8Bytes::from(text(words, size));
            row(effort, what, text.as_bytes(), || {
                black_box(&text).as_str().len()
            })
        })
    });
    rows.collect()
}

fn row<T>(effort: Effort, what: &'static str, bytes: &[u8], work: impl FnMut() -> T) -> Row {
    Row {
        what,
        size: bytes.len(),
        bytes: bytes.len(),
        count: 1,
        nanoseconds: effort.nanoseconds(work),
        memcpy_nanoseconds: effort.memcpy_nanoseconds(bytes),
    }
}

/// `words` again and again, `size` bytes of them; what the last character lacks is spaces.
fn text(words: &str, size: usize) -> String {
    let mut text = String::with_capacity(size);
    for character in words.chars().cycle() {
        if text.len() + character.len_utf8() > size {
            break;
        }
        text.push(character);
    }
    let end = text.len();
    text.extend(std::iter::repeat_n(' ', size - end));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_their_size_wherever_they_are_cut() {
        for size in 0..300 {
            assert_eq!(text(MIXED, size).len(), size);
        }
    }

    #[test]
    fn every_size_gets_its_row() {
        assert_eq!(mask(Effort::LEAST).len(), SIZES.len());
        let rows = utf8(Effort::LEAST);
        assert_eq!(rows.len(), 2 * SIZES.len());
        assert!(rows.iter().all(|row| SIZES.contains(&row.bytes)));
    }
}
