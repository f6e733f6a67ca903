//! Arrivals per second as a plot of 80 columns, for terminals and pipes.

use core::fmt::Write as _;
use core::time::Duration;

use super::scale;
use super::tally::per_step;
use crate::numbers::Count;

/// Draws how many clients arrived in each second, and the admission rate if there is one.
pub(super) fn draw(arrivals: &[Duration], admit: Option<u32>) -> String {
    let span = per_step(arrivals, Duration::from_secs(1)).len();
    // One column stands for several seconds, or one second has several columns.
    let seconds = span.div_ceil(WIDTH).max(1);
    let steps = per_step(arrivals, Duration::from_secs(seconds as u64));
    let columns = (WIDTH / steps.len()).clamp(1, WIDEST);
    let per_second =
        |step: &u32| f64::from(*step) / f64::from(u32::try_from(seconds).unwrap_or(u32::MAX));
    let rates: Vec<f64> = steps.iter().map(per_second).collect();
    let highest = rates.iter().copied().fold(0.0, f64::max);
    let top = scale::ceiling(highest.max(admit.map_or(0.0, f64::from)));
    let admit_row = admit.map(|admit| row_of(f64::from(admit) / f64::from(top)));
    let mut plot = String::new();
    for row in (0..HEIGHT).rev() {
        let label = match row {
            _ if row + 1 == HEIGHT => Count(top.into()).to_string(),
            _ if row + 1 == HEIGHT / 2 && top.is_multiple_of(2) => {
                Count(u64::from(top / 2)).to_string()
            }
            _ => String::new(),
        };
        let mut line = format!("{label:>LABEL$} \u{2524}");
        for rate in &rates {
            let eighths = eighths(rate / f64::from(top), row);
            for _ in 0..columns {
                line.push(match BLOCKS[eighths] {
                    ' ' if admit_row == Some(row) => '\u{2504}',
                    block => block,
                });
            }
        }
        if admit_row == Some(row) {
            line.push_str(" admitted");
        }
        // Writing to a String cannot fail.
        let _ = writeln!(plot, "{}", line.trim_end());
    }
    let width = rates.len() * columns;
    let _ = writeln!(plot, "{:>LABEL$} \u{2514}{}", 0, "\u{2500}".repeat(width));
    let _ = writeln!(
        plot,
        "{:>LABEL$}  0 to {span} s after the restart began",
        ""
    );
    plot
}

/// The row in which a part of the height lies.
fn row_of(part: f64) -> usize {
    (0..HEIGHT)
        .find(|row| eighths(part, *row) < FULL)
        .unwrap_or(HEIGHT - 1)
}

/// How many eighths of that row a column of that part of the height fills.
fn eighths(part: f64, row: usize) -> usize {
    let all = f64::from(u32::try_from(HEIGHT * FULL).unwrap_or(u32::MAX));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to the height in eighths"
    )]
    let filled = (part * all).ceil().clamp(0.0, all) as usize;
    filled.saturating_sub(row * FULL).min(FULL)
}

const BLOCKS: [char; FULL + 1] = [
    ' ', '\u{2581}', '\u{2582}', '\u{2583}', '\u{2584}', '\u{2585}', '\u{2586}', '\u{2587}',
    '\u{2588}',
];

const FULL: usize = 8;

const HEIGHT: usize = 8;

/// Room for millions.
const LABEL: usize = 9;

/// What is left of 80 columns beside the labels and the word at the line.
const WIDTH: usize = 56;

/// The widest column for one second.
const WIDEST: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64, clients: usize) -> Vec<Duration> {
        vec![Duration::from_secs(seconds); clients]
    }

    #[test]
    fn a_plot_has_bars_a_line_and_labels() {
        let arrivals = [at(1, 50), at(2, 100), at(3, 25), at(5, 1)].concat();
        let shown = draw(&arrivals, Some(100));
        assert_eq!(shown, include_str!("terminal_plot.txt"), "{shown}");
    }

    #[test]
    fn no_plot_is_wider_than_80_columns() {
        for seconds in [0, 1, 10, 55, 56, 57, 500, 100_000] {
            let arrivals = [at(0, 3), at(seconds, 12_345)].concat();
            for admit in [None, Some(1), Some(1_000_000), Some(u32::MAX)] {
                let plot = draw(&arrivals, admit);
                let widest = plot.lines().map(|line| line.chars().count()).max();
                assert!(widest <= Some(80), "{seconds} {admit:?}\n{plot}");
                assert!(
                    plot.contains('\u{2588}') || plot.contains('\u{2581}'),
                    "{plot}"
                );
            }
        }
    }

    #[test]
    fn a_restart_without_arrivals_has_a_plot_too() {
        assert!(!draw(&[], None).contains('\u{2581}'));
    }
}
