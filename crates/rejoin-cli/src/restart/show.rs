//! What is shown of a restart: a bar on a terminal, lines elsewhere, or the events themselves.

use core::fmt::Write as _;
use std::io::{self, IsTerminal, Write};

use crate::args::Verbosity;
use crate::json::{HowFar, TheEnd, Told};
use crate::output;

/// How it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Show {
    /// One line on stderr, written over and over.
    Bar,
    /// The server's own events on stdout.
    Json,
    /// A line on stderr for each news.
    Lines,
    /// Nothing: how it ends is an exit status.
    Nothing,
}

impl Show {
    pub(super) fn new(json: bool, verbosity: Verbosity) -> Self {
        if json {
            Self::Json
        } else if verbosity.quiet {
            Self::Nothing
        } else if verbosity.verbose == 0 && io::stderr().is_terminal() {
            Self::Bar
        } else {
            Self::Lines
        }
    }

    /// The old process told something.
    pub(super) fn told(self, line: &str, told: &Told) {
        // Whoever does not look any more does not stop the restart.
        let _ = match self {
            Self::Bar => write!(io::stderr(), "{EMPTIED}{}", text(told, output::columns())),
            Self::Json => io::stdout().write_all(line.as_bytes()),
            Self::Lines => writeln!(io::stderr(), "{}", text(told, usize::MAX)),
            Self::Nothing => Ok(()),
        };
    }

    /// The new process serves and the old one has ended.
    pub(super) fn done(self, end: &TheEnd) {
        let TheEnd { old, new, .. } = end;
        let _ = match self {
            Self::Bar => writeln!(
                io::stderr(),
                "{EMPTIED}process {new} serves, process {old} has ended"
            ),
            Self::Json => io::stdout().write_all(end.line().as_bytes()),
            Self::Lines => writeln!(
                io::stderr(),
                "process {new} serves, process {old} has ended"
            ),
            Self::Nothing => Ok(()),
        };
    }

    /// Whatever comes next on stderr begins a line of its own.
    pub(super) fn make_room(self) {
        if self == Self::Bar {
            let _ = write!(io::stderr(), "{EMPTIED}");
        }
    }
}

/// What the old process told, within so many columns.
fn text(told: &Told, columns: usize) -> String {
    match told.event.as_str() {
        "restarting" => format!("process {} starts a new one", told.pid),
        "restarted" => format!(
            "the new process serves, {} closes its connections",
            told.pid
        ),
        "draining" | "drained" => drain(&told.event, told.how_far, columns),
        other => other.to_owned(),
    }
}

/// `draining [######......] 4512 of 10000 closed, 3 of them uncleanly, 1 cut`
fn drain(event: &str, how_far: HowFar, columns: usize) -> String {
    let HowFar {
        clean,
        unclean,
        cut,
        left,
        ..
    } = how_far;
    let ended = clean + unclean + cut;
    let all = ended + left;
    let mut count = format!("{ended} of {all} closed");
    if unclean > 0 {
        // Writing to a String cannot fail.
        let _ = write!(count, ", {unclean} of them uncleanly");
    }
    if cut > 0 {
        let _ = write!(count, ", {cut} cut");
    }
    // The last column stays free: a terminal that is full to it goes on to the next line.
    let frame = event.len() + " [] ".len() + count.len() + 1;
    let width = columns.saturating_sub(frame).min(WIDEST);
    if width < NARROWEST {
        return count.chars().take(columns.saturating_sub(1)).collect();
    }
    format!("{event} {} {count}", bar(ended, all, width))
}

fn bar(done: usize, all: usize, width: usize) -> String {
    let filled = (done * width).checked_div(all).unwrap_or(width);
    format!("[{}{}]", "#".repeat(filled), ".".repeat(width - filled))
}

/// Back to the first column of a line with nothing on it.
const EMPTIED: &str = "\r\x1b[2K";

const WIDEST: usize = 24;

const NARROWEST: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_full_when_nobody_is_left() {
        assert_eq!(bar(0, 0, 4), "[####]");
        assert_eq!(bar(0, 7, 4), "[....]");
        assert_eq!(bar(50, 100, 4), "[##..]");
        assert_eq!(bar(6, 7, 4), "[###.]");
        assert_eq!(bar(7, 7, 4), "[####]");
    }

    #[test]
    fn a_drain_fits_into_the_columns_that_there_are() {
        let small = HowFar {
            clean: 3,
            left: 9,
            closing: 2,
            ..HowFar::default()
        };
        assert_eq!(
            drain("draining", small, 80),
            "draining [######..................] 3 of 12 closed"
        );
        let large = HowFar {
            clean: 1_000_000,
            unclean: 100_000,
            cut: 100_000,
            left: 1_000_000,
            closing: 0,
        };
        let count = "1200000 of 2200000 closed, 100000 of them uncleanly, 100000 cut";
        assert_eq!(
            drain("draining", large, usize::MAX),
            format!("draining [#############...........] {count}")
        );
        assert_eq!(
            drain("drained", large, 80),
            format!("drained [##...] {count}")
        );
        assert_eq!(drain("draining", large, 77), count);
        for columns in 0..100 {
            let shown = drain("draining", large, columns);
            assert!(shown.len() < columns.max(1), "{columns}: {shown}");
        }
    }
}
