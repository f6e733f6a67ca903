//! What is shown of a restart: a bar on a terminal, lines elsewhere, or the events themselves.

use std::io::{self, IsTerminal, Write};

use crate::json::{TheEnd, Told};

/// How it is shown.
pub(super) enum Show {
    /// One line on stderr, written over and over.
    Bar,
    /// A line on stderr for each news.
    Lines,
    /// The server's own events on stdout.
    Json,
}

impl Show {
    pub(super) fn new(json: bool) -> Self {
        if json {
            Self::Json
        } else if io::stderr().is_terminal() {
            Self::Bar
        } else {
            Self::Lines
        }
    }

    /// The old process told something.
    pub(super) fn told(&self, line: &str, told: &Told) {
        // Whoever does not look any more does not stop the restart.
        let _ = match self {
            Self::Json => io::stdout().write_all(line.as_bytes()),
            Self::Bar => write!(io::stderr(), "\r\x1b[2K{}", text(told)),
            Self::Lines => writeln!(io::stderr(), "{}", text(told)),
        };
    }

    /// The new process serves and the old one has ended.
    pub(super) fn done(&self, end: &TheEnd) {
        let TheEnd { old, new, .. } = end;
        let _ = match self {
            Self::Json => io::stdout().write_all(end.line().as_bytes()),
            Self::Bar => writeln!(
                io::stderr(),
                "\r\x1b[2Kprocess {new} serves, process {old} has ended"
            ),
            Self::Lines => writeln!(
                io::stderr(),
                "process {new} serves, process {old} has ended"
            ),
        };
    }
}

impl Drop for Show {
    fn drop(&mut self) {
        match self {
            // Whatever comes next begins a line of its own.
            Self::Bar => _ = write!(io::stderr(), "\r\x1b[2K"),
            Self::Lines | Self::Json => {}
        }
    }
}

fn text(told: &Told) -> String {
    match told.event.as_str() {
        "restarting" => format!("process {} starts a new one", told.pid),
        "restarted" => format!(
            "the new process serves, {} closes its connections",
            told.pid
        ),
        "draining" | "drained" => {
            let ended = told.clean + told.unclean + told.cut;
            format!(
                "{} {}  {} closed cleanly, {} otherwise, {} cut, {} left",
                told.event,
                bar(ended, ended + told.left),
                told.clean,
                told.unclean,
                told.cut,
                told.left
            )
        }
        other => other.to_owned(),
    }
}

fn bar(done: usize, all: usize) -> String {
    let filled = (done * WIDTH).checked_div(all).unwrap_or(WIDTH);
    format!("[{}{}]", "#".repeat(filled), ".".repeat(WIDTH - filled))
}

const WIDTH: usize = 24;

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn the_bar_is_full_when_nobody_is_left() {
        assert_eq!(bar(0, 0), format!("[{}]", "#".repeat(24)));
        assert_eq!(bar(0, 7), format!("[{}]", ".".repeat(24)));
        assert_eq!(
            bar(50, 100),
            format!("[{}{}]", "#".repeat(12), ".".repeat(12))
        );
        assert_eq!(bar(7, 7), bar(0, 0));
    }
}
