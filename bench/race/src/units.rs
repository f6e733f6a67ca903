//! Numbers as people read them.

/// A size in bytes: `125 B`, `16 KiB`, `1 MiB`.
pub(crate) fn bytes(size: u64) -> String {
    match size {
        0..1024 => format!("{size} B"),
        1024..1_048_576 => format!("{} KiB", size / 1024),
        _ => format!("{} MiB", size / 1_048_576),
    }
}

/// A count, with its thousands apart: `10,000`.
pub(crate) fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A measured figure with three digits that mean something: `0.0934`, `5.02`,
/// `24.5`, `283`, `343,960`.
pub(crate) fn figure(value: f64) -> String {
    let size = value.abs();
    if size >= 99.95 {
        let sign = if value < 0.0 { "-" } else { "" };
        format!("{sign}{}", count(whole(size)))
    } else if size >= 9.995 {
        format!("{value:.1}")
    } else if size >= 0.9995 || size == 0.0 {
        format!("{value:.2}")
    } else {
        format!("{value:.3}")
    }
}

/// A ratio: `1.04×`.
pub(crate) fn ratio(value: f64) -> String {
    format!(
        "{}×",
        if value >= 10.0 {
            format!("{value:.1}")
        } else {
            format!("{value:.2}")
        }
    )
}

/// A time, roughly: `40 s`, `12 min`, `1 h 5 min`.
pub(crate) fn roughly(seconds: f64) -> String {
    let seconds = whole(seconds);
    match seconds {
        0..100 => format!("{seconds} s"),
        100..3600 => format!("{} min", (seconds + 30) / 60),
        _ => format!("{} h {} min", seconds / 3600, seconds % 3600 / 60),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float saturates, and no figure comes near the end of the range"
)]
fn whole(value: f64) -> u64 {
    value.round() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_three_digits() {
        let written: Vec<_> = [0.0934, 0.421, 5.018, 24.46, 283.2, 343_960.0, 0.0]
            .map(figure)
            .into();
        assert_eq!(
            written,
            ["0.093", "0.421", "5.02", "24.5", "283", "343,960", "0.00"]
        );
    }

    #[test]
    fn sizes_and_counts_read_well() {
        assert_eq!(
            [16, 1024, 65_536, 1_048_576].map(bytes),
            ["16 B", "1 KiB", "64 KiB", "1 MiB"]
        );
        assert_eq!(
            [1, 999, 1000, 1_234_567].map(count),
            ["1", "999", "1,000", "1,234,567"]
        );
    }

    #[test]
    fn times_are_rounded_to_what_matters() {
        assert_eq!(
            [40.4, 720.0, 3900.0].map(roughly),
            ["40 s", "12 min", "1 h 5 min"]
        );
    }
}
