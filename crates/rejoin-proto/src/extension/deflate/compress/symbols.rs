//! The alphabets of RFC 1951 section 3.2.5: lengths and distances as symbols with extra bits.

/// The literals, the end of a block, the lengths.
pub(super) const LITERALS: usize = 286;
/// The distances.
pub(super) const DISTANCES: usize = 30;
/// The symbol that ends a block.
pub(super) const END: usize = 256;
/// The symbol of the shortest length.
pub(super) const FIRST_LENGTH: usize = 257;

/// The shortest and the longest match that DEFLATE can say.
pub(super) const SHORTEST: usize = 3;
pub(super) const LONGEST: usize = 258;

/// The first length of each symbol from [`FIRST_LENGTH`] on.
const LENGTH_BASE: [u16; 29] = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
];
const LENGTH_EXTRA: [u8; 29] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];

/// A length or a distance as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Symbol {
    /// Which one of its alphabet.
    pub(super) number: usize,
    /// How many bits follow its code, and what they say.
    pub(super) extra_bits: u32,
    pub(super) extra: u32,
}

/// The symbols of the lengths from [`SHORTEST`] on, counted from [`FIRST_LENGTH`].
const LENGTH_SYMBOLS: [u8; 256] = {
    let mut table = [28; 256];
    let mut symbol = 0;
    while symbol < 28 {
        let mut length = LENGTH_BASE[symbol as usize] as usize;
        let after = length + (1 << LENGTH_EXTRA[symbol as usize]);
        while length < after && length < LONGEST {
            table[length - SHORTEST] = symbol;
            length += 1;
        }
        symbol += 1;
    }
    table
};

/// A length from [`SHORTEST`] to [`LONGEST`].
#[inline]
pub(super) fn length(length: usize) -> Symbol {
    let place = LENGTH_SYMBOLS[(length - SHORTEST) & 255] as usize;
    Symbol {
        number: FIRST_LENGTH + place,
        extra_bits: u32::from(LENGTH_EXTRA[place]),
        extra: length as u32 - u32::from(LENGTH_BASE[place]),
    }
}

/// A distance from 1 to 32,768.
#[inline]
pub(super) fn distance(distance: usize) -> Symbol {
    let from_zero = distance as u32 - 1;
    if from_zero < 4 {
        return Symbol {
            number: from_zero as usize,
            extra_bits: 0,
            extra: 0,
        };
    }
    // Two symbols for every power of two, told apart by the bit below the highest.
    let highest = from_zero.ilog2();
    let extra_bits = highest - 1;
    let second = (from_zero >> extra_bits) & 1;
    Symbol {
        number: (2 * highest + second) as usize,
        extra_bits,
        extra: from_zero & ((1 << extra_bits) - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc1951_3_2_5_every_length_has_its_symbol() {
        for wanted in SHORTEST..=LONGEST {
            let found = length(wanted);
            let place = found.number - FIRST_LENGTH;
            assert_eq!(
                usize::from(LENGTH_BASE[place]) + found.extra as usize,
                wanted
            );
            assert_eq!(found.extra_bits, u32::from(LENGTH_EXTRA[place]));
            assert!(found.extra < 1 << found.extra_bits, "{wanted}");
        }
        assert_eq!(length(257).number, 284);
        assert_eq!(length(258).number, 285);
    }

    #[test]
    fn rfc1951_3_2_5_every_distance_has_its_symbol() {
        // The first distance of each symbol, as the table of the RFC goes on.
        let mut first = 1;
        for symbol in 0..DISTANCES {
            let extra_bits = u32::try_from(symbol / 2).unwrap().saturating_sub(1);
            for wanted in first..first + (1 << extra_bits) {
                let extra = u32::try_from(wanted - first).unwrap();
                let expected = Symbol {
                    number: symbol,
                    extra_bits,
                    extra,
                };
                assert_eq!(distance(wanted), expected, "{wanted}");
            }
            first += 1 << extra_bits;
        }
        assert_eq!(first, 32_769);
    }
}
