//! One line of the report for people, and how it stands on 80 columns.

use core::fmt;
use core::time::Duration;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use crate::check::judge::{Mark, Severity};
use crate::inert;

/// One line: a mark, what it is about, what was found, and how long it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) mark: Sign,
    pub(super) label: &'static str,
    /// Peer text in it is made inert when it is shown.
    pub(super) text: String,
    pub(super) took: Option<Duration>,
    /// A word on it, for a line that quotes.
    pub(super) remark: Option<(Sign, String)>,
}

/// The sign at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Bad,
    Doubtful,
    Good,
    Neutral,
    /// What was sent.
    Sent,
    /// What was received.
    Received,
    /// It goes on from the line before.
    None,
}

impl Line {
    pub(super) fn new(mark: Sign, label: &'static str, text: impl Into<String>) -> Self {
        Self {
            mark,
            label,
            text: text.into(),
            took: None,
            remark: None,
        }
    }

    #[must_use]
    pub(super) fn in_time(mut self, took: Duration) -> Self {
        self.took = Some(took);
        self
    }

    #[must_use]
    pub(super) fn with_remark(mut self, sign: Sign, says: impl Into<String>) -> Self {
        self.remark = Some((sign, says.into()));
        self
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.mark)?;
        if matches!(self.mark, Sign::Sent | Sign::Received) {
            return self.write_quote(f);
        }
        let mut text = inert::Line(&self.text).to_string();
        if let Some(took) = self.took {
            text = format!("{text}  ({})", Milliseconds(took));
        }
        write!(f, " {:LABEL_WIDTH$} ", self.label)?;
        for (number, part) in wrap(&text, WIDTH - TEXT_COLUMN).into_iter().enumerate() {
            if number > 0 {
                write!(f, "\n{:TEXT_COLUMN$}", "")?;
            }
            f.write_str(part)?;
        }
        Ok(())
    }
}

impl Line {
    /// A line of the request or the answer, with the remark beside it if it fits there.
    fn write_quote(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = inert::Line(&self.text).to_string();
        write!(f, " {text}")?;
        let Some((sign, says)) = &self.remark else {
            return Ok(());
        };
        let says = inert::Line(says).to_string();
        if text.width() + says.width() + 7 <= WIDTH {
            f.write_str("  ")?;
        } else {
            write!(f, "\n{:TEXT_COLUMN$}", "")?;
        }
        write!(f, "{sign}")?;
        if says.is_empty() {
            return Ok(());
        }
        write!(f, " {says}")
    }
}

impl fmt::Display for Sign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, style) = match self {
            Self::Bad => ("✗", AnsiColor::Red.on_default()),
            Self::Doubtful => ("!", AnsiColor::Yellow.on_default()),
            Self::Good => ("✓", AnsiColor::Green.on_default()),
            Self::Neutral => ("·", Style::new()),
            Self::Sent => (">", Style::new().dimmed()),
            Self::Received => ("<", Style::new().dimmed()),
            Self::None => (" ", Style::new()),
        };
        write!(f, "{style}{sign}{style:#}")
    }
}

impl From<Mark> for Sign {
    fn from(mark: Mark) -> Self {
        match mark {
            Mark::Good => Self::Good,
            Mark::Bad => Self::Bad,
            Mark::Doubtful => Self::Doubtful,
            Mark::Neutral => Self::Neutral,
        }
    }
}

impl From<Severity> for Sign {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Bad,
            Severity::Warning => Self::Doubtful,
            Severity::Note => Self::Neutral,
        }
    }
}

/// A time as a person reads it.
pub(super) struct Milliseconds(pub(super) Duration);

impl fmt::Display for Milliseconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs_f64();
        match seconds {
            0.0..0.01 => write!(f, "{:.1} ms", seconds * 1000.0),
            0.01..1.0 => write!(f, "{:.0} ms", seconds * 1000.0),
            1.0..100.0 => write!(f, "{seconds:.1} s"),
            _ => write!(f, "{seconds:.0} s"),
        }
    }
}

/// Cuts a text between its words into lines of that many columns; longer words stay whole.
pub(super) fn wrap(text: &str, columns: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut end) = (0, 0);
    for word in text.split_inclusive(' ') {
        let fits = text[start..end].width() + word.trim_end().width() <= columns;
        if !fits && end > start {
            lines.push(text[start..end].trim_end());
            start = end;
        }
        end += word.len();
    }
    lines.push(text[start..].trim_end());
    lines
}

pub(super) const WIDTH: usize = 80;

const LABEL_WIDTH: usize = 11;

/// Mark, space, label, space.
pub(super) const TEXT_COLUMN: usize = LABEL_WIDTH + 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_between_words() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(
            wrap("incomprehensibly long", 7),
            ["incomprehensibly", "long"]
        );
        assert_eq!(wrap("", 7), [""]);
        assert_eq!(wrap("日本 語", 5), ["日本", "語"]);
    }

    #[test]
    fn a_line_goes_on_below_its_text() {
        let text = "word ".repeat(20);
        let line = Line::new(Sign::Good, "name", text.trim_end()).in_time(Duration::from_millis(3));
        let shown = anstream::adapter::strip_str(&line.to_string()).to_string();
        let lines: Vec<_> = shown.lines().collect();
        assert_eq!(lines.len(), 2, "{shown}");
        assert!(lines[0].starts_with("✓ name        word"), "{shown}");
        assert!(lines[1].starts_with("              word"), "{shown}");
        assert!(lines[1].ends_with("(3.0 ms)"), "{shown}");
        assert!(lines.iter().all(|line| line.width() <= WIDTH), "{shown}");
    }

    #[test]
    fn what_the_peer_says_is_inert() {
        let line = Line::new(Sign::Received, "", "Server: \u{1b}[2J\u{202e}");
        assert!(line.to_string().ends_with(r"Server: \u{1b}[2J\u{202e}"));
    }

    #[test]
    fn times_have_the_unit_that_suits_them() {
        let shown = |micros| Milliseconds(Duration::from_micros(micros)).to_string();
        assert_eq!(shown(420), "0.4 ms");
        assert_eq!(shown(42_000), "42 ms");
        assert_eq!(shown(2_040_000), "2.0 s");
        assert_eq!(shown(600_000_000), "600 s");
    }
}
