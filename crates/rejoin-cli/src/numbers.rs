//! Numbers as people read them.

use core::fmt;
use core::time::Duration;

/// A count, in groups of three digits: `10,000`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Count(pub(super) u64);

/// A time in seconds: `4.13 s`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seconds(pub(super) Duration);

/// A size in binary units: `38.1 MiB`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bytes(pub(super) u64);

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.0.to_string();
        let mut grouped = String::with_capacity(digits.len() * 4 / 3);
        for (index, digit) in digits.char_indices() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        f.pad(&grouped)
    }
}

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs_f64();
        // Three digits or so say enough.
        let decimals = match self.0.as_secs() {
            0..10 => 2,
            10..100 => 1,
            100.. => 0,
        };
        f.pad(&format!("{seconds:.decimals$} s"))
    }
}

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tenths = (u128::from(self.0) * 10) >> 20;
        write!(f, "{}.{} MiB", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_groups_of_three_digits() {
        for (count, shown) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (12_345_678, "12,345,678"),
        ] {
            assert_eq!(Count(count).to_string(), shown);
        }
        assert_eq!(format!("{:>7}", Count(1_000)), "  1,000");
    }

    #[test]
    fn times_and_sizes_have_three_digits_or_so() {
        for (millis, shown) in [
            (0, "0.00 s"),
            (4_130, "4.13 s"),
            (41_300, "41.3 s"),
            (413_000, "413 s"),
        ] {
            assert_eq!(Seconds(Duration::from_millis(millis)).to_string(), shown);
        }
        assert_eq!(Bytes(40_000_000).to_string(), "38.1 MiB");
        assert_eq!(Bytes(0).to_string(), "0.0 MiB");
    }
}
