//! Numbers that replay from a seed, and mask keys made of them.

use core::cell::Cell;

thread_local! {
    static MASK_KEYS: Cell<u64> = const { Cell::new(0) };
}

/// A sequence of numbers that depends on its seed alone (splitmix64).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// The sequence of that seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, any of 64 bits.
    pub const fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// The next number below `end`, which is at least 1.
    #[expect(clippy::missing_panics_doc, reason = "a remainder of a usize fits one")]
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX);
        usize::try_from(self.number() % end).expect("a remainder of a usize fits one")
    }

    /// The next bytes, as many as asked for.
    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(count + 8);
        while bytes.len() < count {
            bytes.extend_from_slice(&self.number().to_le_bytes());
        }
        bytes.truncate(count);
        bytes
    }
}

/// Makes the mask keys of this thread start over from a seed.
pub fn seed_mask_keys(seed: u64) {
    MASK_KEYS.set(seed);
}

/// The next mask key of this thread: predictable, and therefore for tests alone.
pub fn mask_key() -> [u8; 4] {
    let mut random = Random(MASK_KEYS.get());
    let [a, b, c, d, ..] = random.number().to_le_bytes();
    MASK_KEYS.set(random.0);
    [a, b, c, d]
}
