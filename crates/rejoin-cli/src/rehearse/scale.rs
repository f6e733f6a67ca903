//! The ends of axes.

/// The next number of the row 1, 2, 5, 10, 20, 50 .. that is not below the value.
pub(super) fn ceiling(value: f64) -> u32 {
    let mut power = 1_u32;
    loop {
        for step in [1, 2, 5] {
            let candidate = power.saturating_mul(step);
            if f64::from(candidate) >= value || candidate == u32::MAX {
                return candidate;
            }
        }
        power = power.saturating_mul(10);
    }
}

/// A number of seconds that is not below this one and can be parted into ten at the most, of whole
/// seconds each.
pub(super) fn ceiling_of_time(seconds: usize) -> u32 {
    let seconds = u32::try_from(seconds.max(1)).unwrap_or(u32::MAX);
    if seconds <= 10 {
        return seconds.max(5);
    }
    let step = [2, 3, 5, 10, 15, 30, 60]
        .into_iter()
        .find(|step| step * 10 >= seconds);
    match step {
        Some(step) => seconds.div_ceil(step) * step,
        None => seconds.div_ceil(600).saturating_mul(600),
    }
}

/// The time between two marks of an axis that ends there.
pub(super) fn mark(end: u32) -> u32 {
    let steps = [1, 2, 3, 5, 10, 15, 30, 60].into_iter();
    let mut fitting = steps.filter(|step| end.is_multiple_of(*step) && end / step <= 10);
    fitting.next().unwrap_or(end.div_ceil(10).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_time_are_whole_seconds_and_ten_at_the_most() {
        for seconds in [
            0, 1, 7, 10, 11, 23, 47, 60, 61, 100, 150, 299, 601, 5_000, 86_400,
        ] {
            let end = ceiling_of_time(seconds);
            assert!(end as usize >= seconds, "{seconds} {end}");
            let step = mark(end);
            assert!(
                end / step <= 10 && end.is_multiple_of(step),
                "{seconds} {end} {step}"
            );
        }
    }

    #[test]
    fn axes_end_at_round_numbers() {
        for (value, end) in [
            (0.0, 1),
            (1.0, 1),
            (1.1, 2),
            (413.0, 500),
            (500.0, 500),
            (501.0, 1_000),
        ] {
            assert_eq!(ceiling(value), end, "{value}");
        }
        assert_eq!(ceiling(f64::INFINITY), u32::MAX);
    }
}
