//! What the messages say: the same for everybody, in every run.

/// The kind of content, which decides how well it compresses and what a server may check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// Bytes without any pattern.
    Binary,
    /// Records as services exchange them: 1 KiB of them deflates to about a third.
    Json,
    /// Words and spaces, ASCII throughout.
    Text,
}

/// The payload with this number: exactly `bytes` long, different for each number.
pub(crate) fn payload(content: Content, number: usize, bytes: usize) -> Vec<u8> {
    let mut random = Random::new(number);
    let mut payload = Vec::with_capacity(bytes + 512);
    match content {
        Content::Binary => {
            while payload.len() < bytes {
                payload.extend_from_slice(&random.next().to_le_bytes());
            }
        }
        Content::Json => {
            payload.push(b'[');
            while payload.len() < bytes {
                record(&mut random, &mut payload);
            }
        }
        Content::Text => {
            while payload.len() < bytes {
                payload.extend_from_slice(random.pick(&WORDS).as_bytes());
                payload.push(b' ');
            }
        }
    }
    // Everything is ASCII or binary, so that a cut never falls into a character.
    payload.truncate(bytes);
    payload
}

/// One record of about 110 bytes.
fn record(random: &mut Random, payload: &mut Vec<u8>) {
    let text = format!(
        concat!(
            r#"{{"id":"{:08x}","name":"{} {}","active":{},"price":{}.{:02},"#,
            r#""stock":{},"tags":["{}","{}"]}},"#
        ),
        random.below(1 << 32),
        random.pick(&THINGS),
        random.below(100_000),
        random.below(2) == 0,
        random.below(1000),
        random.below(100),
        random.below(1000),
        random.pick(&TAGS),
        random.pick(&TAGS),
    );
    payload.extend_from_slice(text.as_bytes());
}

/// `SplitMix64`: small, quick, and the same on every machine.
#[derive(Debug)]
pub(crate) struct Random(u64);

impl Random {
    /// A sequence of its own for each number.
    pub(crate) const fn new(number: usize) -> Self {
        Self((number as u64).wrapping_mul(0xd134_2543_de82_ef95))
    }

    /// The next 64 bits.
    pub(crate) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    const fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        let index = self.below(from.len() as u64);
        usize::try_from(index).map_or("", |index| from[index])
    }
}

const THINGS: [&str; 6] = ["chair", "table", "lamp", "shelf", "mirror", "carpet"];

const TAGS: [&str; 8] = [
    "new", "sale", "gift", "spare", "used", "rare", "heavy", "fragile",
];

const WORDS: [&str; 32] = [
    "anchor", "basalt", "copper", "dune", "ember", "fjord", "garnet", "harbor", "indigo",
    "juniper", "kelp", "lagoon", "meadow", "nickel", "ochre", "pebble", "quartz", "ridge",
    "saffron", "tundra", "umber", "valley", "willow", "xenon", "yarrow", "zephyr", "beacon",
    "cinder", "drift", "flint", "grove", "haven",
];

#[cfg(test)]
mod tests {
    use zlib_rs::{Deflate, DeflateFlush};

    use super::*;

    fn compressed_share(bytes: usize) -> f64 {
        let mut plain = 0;
        let mut packed = 0;
        for number in 0..32 {
            let payload = payload(Content::Json, number, bytes);
            let mut deflate = Deflate::new(6, false, 15);
            let mut room = vec![0; bytes * 2];
            deflate
                .compress(&payload, &mut room, DeflateFlush::SyncFlush)
                .unwrap();
            plain += payload.len();
            packed += usize::try_from(deflate.total_out()).unwrap() - 4;
        }
        packed as f64 / plain as f64
    }

    #[test]
    fn a_payload_has_the_size_asked_for_and_is_the_same_every_time() {
        for content in [Content::Binary, Content::Json, Content::Text] {
            for bytes in [0, 1, 16, 125, 1000, 70_000] {
                assert_eq!(payload(content, 3, bytes).len(), bytes);
                assert_eq!(payload(content, 3, bytes), payload(content, 3, bytes));
            }
            assert_ne!(payload(content, 0, 16), payload(content, 1, 16));
        }
    }

    #[test]
    fn words_and_records_are_ascii() {
        assert!(payload(Content::Json, 9, 5000).is_ascii());
        assert!(payload(Content::Text, 9, 5000).is_ascii());
    }

    #[test]
    fn records_compress_as_those_of_services_do() {
        let small = compressed_share(1024);
        assert!((0.32..0.36).contains(&small), "{small}");
        let large = compressed_share(16 * 1024);
        assert!((0.20..0.26).contains(&large), "{large}");
    }
}
