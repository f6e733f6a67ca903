//! Prefix codes of RFC 1951 section 3.2.2 for given frequencies, within a given longest length.

/// The longest code of a literal, length or distance.
pub(super) const LONGEST_CODE: usize = 15;

/// The code of every symbol of an alphabet of `N`; length 0 where a symbol has none.
pub(super) struct Code<const N: usize> {
    pub(super) lengths: [u8; N],
    /// The word as it is sent, lowest bit first, and above it its length.
    words: [u32; N],
}

impl<const N: usize> Code<N> {
    /// The best code for these frequencies with no word above `longest` bits.
    ///
    /// Where fewer than two symbols are used two have a code, because a code of one word only is
    /// not complete, and not every inflater takes it.
    pub(super) fn for_frequencies(frequencies: &[u16; N], longest: usize) -> Self {
        let mut sorted = [0; N];
        let mut used = 0;
        for (symbol, &frequency) in frequencies.iter().enumerate() {
            // Written always and counted when used: no branch to mispredict.
            sorted[used] = u32::from(frequency) << SYMBOL_BITS | symbol as u32;
            used += usize::from(frequency > 0);
        }
        if used < 2 {
            let symbol = (sorted[0] & SYMBOL_MASK) as usize;
            let mut lengths = [0; N];
            lengths[if used == 0 { 0 } else { symbol }] = 1;
            lengths[usize::from(used == 0 || symbol == 0)] = 1;
            return Self::of_lengths(lengths);
        }
        let sorted = &mut sorted[..used];
        sorted.sort_unstable();
        let counts = count_lengths::<N>(sorted, longest);
        let mut lengths = [0; N];
        let mut rarest_first = sorted.iter();
        for length in (1..=longest).rev() {
            for entry in rarest_first.by_ref().take(usize::from(counts[length])) {
                lengths[(entry & SYMBOL_MASK) as usize] = length as u8;
            }
        }
        Self::of_lengths(lengths)
    }

    /// The canonical code with words of these lengths.
    pub(super) const fn of_lengths(lengths: [u8; N]) -> Self {
        let mut counts = [0; LONGEST_CODE + 1];
        let mut symbol = 0;
        while symbol < N {
            counts[lengths[symbol] as usize] += 1;
            symbol += 1;
        }
        let mut next = [0_u16; LONGEST_CODE + 1];
        let mut length = 2;
        while length <= LONGEST_CODE {
            next[length] = (next[length - 1] + counts[length - 1]) << 1;
            length += 1;
        }
        let mut words = [0; N];
        let mut symbol = 0;
        while symbol < N {
            let length = lengths[symbol] as usize;
            if length > 0 {
                // Words are sent from their highest bit on, everything else from the lowest.
                let word = next[length].reverse_bits() >> (16 - length);
                words[symbol] = word as u32 | (length as u32) << 16;
                next[length] += 1;
            }
            symbol += 1;
        }
        Self { lengths, words }
    }

    /// The word of a symbol as it is sent, lowest bit first, and its length.
    #[inline]
    pub(super) fn word(&self, symbol: usize) -> (u64, u32) {
        let word = self.words[symbol];
        (u64::from(word & 0xffff), word >> 16)
    }

    /// How many bits symbols of these frequencies take.
    pub(super) fn cost(&self, frequencies: &[u16; N]) -> usize {
        let one = |(&frequency, &length): (&u16, &u8)| usize::from(frequency) * usize::from(length);
        frequencies.iter().zip(&self.lengths).map(one).sum()
    }

    /// How many lengths are to be sent: up to the last that is not 0, and `least` in any case.
    pub(super) fn sent(&self, least: usize) -> usize {
        let unused = self.lengths.iter().rev().take_while(|&&length| length == 0);
        (N - unused.count()).max(least)
    }
}

/// A symbol stands below its frequency, so that sorting sorts by frequency first.
const SYMBOL_BITS: u32 = 9;
const SYMBOL_MASK: u32 = (1 << SYMBOL_BITS) - 1;

/// How many words of each length the best code has.
///
/// `sorted` holds at least two symbols, the rarest first. The tree of the unlimited code is built
/// from two queues, of the leaves and of the nodes in the order of their making, and walked from
/// the root; where a node is too deep to have children, a shallower leaf takes its place.
fn count_lengths<const N: usize>(sorted: &[u32], longest: usize) -> [u16; LONGEST_CODE + 2] {
    let mut weights = [0_u32; N];
    let mut parents = [0_u16; N];
    let nodes = sorted.len() - 1;
    let (mut leaf, mut oldest) = (0, 0);
    for node in 0..nodes {
        let mut weight = 0;
        for _ in 0..2 {
            let of_leaf = sorted
                .get(leaf)
                .map_or(u32::MAX, |entry| entry >> SYMBOL_BITS);
            if oldest < node && weights[oldest] < of_leaf {
                weight += weights[oldest];
                parents[oldest] = node as u16;
                oldest += 1;
            } else {
                weight += of_leaf;
                leaf += 1;
            }
        }
        weights[node] = weight;
    }
    let mut counts = [0; LONGEST_CODE + 2];
    counts[1] = 2;
    let mut depths = [0_u8; N];
    for node in (0..nodes - 1).rev() {
        let depth = depths[parents[node] as usize] + 1;
        depths[node] = depth;
        let mut length = depth as usize;
        if length >= longest {
            length = longest - 1;
            while counts[length] == 0 {
                length -= 1;
            }
        }
        counts[length] -= 1;
        counts[length + 1] += 2;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sum of 2^-length, in units of the longest word.
    fn kraft<const N: usize>(code: &Code<N>) -> u32 {
        let used = code.lengths.iter().filter(|&&length| length > 0);
        used.map(|&length| 1 << (LONGEST_CODE as u32 - u32::from(length)))
            .sum()
    }

    #[test]
    fn rfc1951_3_2_2_the_example_of_the_rfc_has_its_words() {
        let code = Code::of_lengths([3, 3, 3, 3, 3, 2, 4, 4]);
        let words = [0b010, 0b011, 0b100, 0b101, 0b110, 0b00, 0b1110, 0b1111_u16];
        for (symbol, word) in words.into_iter().enumerate() {
            let (sent, length) = code.word(symbol);
            assert_eq!(sent, u64::from(word.reverse_bits() >> (16 - length)));
        }
    }

    #[test]
    fn the_code_is_as_short_as_the_entropy_permits() {
        let code = Code::for_frequencies(&[8, 4, 2, 1, 1, 0], LONGEST_CODE);
        assert_eq!(code.lengths, [1, 2, 3, 4, 4, 0]);
        assert_eq!(code.cost(&[8, 4, 2, 1, 1, 0]), 8 + 8 + 6 + 4 + 4);
        assert_eq!(code.sent(0), 5);
        assert_eq!(code.sent(6), 6);
    }

    #[test]
    fn every_code_is_complete_and_within_its_limit() {
        // Fibonacci's numbers make the deepest trees.
        let mut fibonacci = [0_u16; 19];
        let (mut one, mut two) = (1, 1);
        for place in &mut fibonacci {
            *place = one;
            (one, two) = (two, one + two);
        }
        for longest in [5, 6, 7, LONGEST_CODE] {
            for used in 0..=19 {
                for order in [1, 7, 18] {
                    let mut frequencies = [0; 19];
                    for (place, &frequency) in fibonacci.iter().take(used).enumerate() {
                        frequencies[(place * order + 3) % 19] = frequency;
                    }
                    let code = Code::for_frequencies(&frequencies, longest);
                    assert_eq!(kraft(&code), 1 << LONGEST_CODE, "{longest} {used}");
                    for (&frequency, &length) in frequencies.iter().zip(&code.lengths) {
                        assert!(frequency == 0 || length > 0);
                        assert!(usize::from(length) <= longest);
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_more_frequent_is_never_longer() {
        let frequencies: [u16; 286] = core::array::from_fn(|n| (n * n * 7919 % 613) as u16);
        let code = Code::for_frequencies(&frequencies, LONGEST_CODE);
        for (a, length_a) in frequencies.iter().zip(code.lengths) {
            for (b, length_b) in frequencies.iter().zip(code.lengths) {
                assert!(a <= b || *b == 0 || length_a <= length_b);
            }
        }
    }
}
