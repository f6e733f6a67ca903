//! [`Page`]: headings, paragraphs, lists and tables, put down one after the other.

use core::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::layout::{Colours, Isolates, Layout};
use super::wrap::wrap;
use crate::{Direction, Prose, Run};

/// A text as it is written: headings, paragraphs, lists and tables, one after the other.
///
/// # Examples
///
/// ```
/// use rejoin_reference::render::text::{Layout, Page};
/// use rejoin_reference::{Language, Texts};
///
/// let texts = Texts::of(Language::English);
/// let mut page = Page::new(Layout::new(), texts.direction());
/// page.heading(&texts.prose("heading-fixes"));
/// page.item(&texts.prose("role-server"), &texts.prose("wire-allowed"));
/// assert_eq!(page.into_text(), "How to fix it\n  - Who runs the server: may carry it\n");
/// ```
#[derive(Clone, Debug)]
pub struct Page {
    layout: Layout,
    direction: Direction,
    text: String,
}

/// How a part of a line looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    Strong,
    Quiet,
}

impl Page {
    /// An empty page.
    pub const fn new(layout: Layout, direction: Direction) -> Self {
        Self {
            layout,
            direction,
            text: String::new(),
        }
    }

    /// What has been written.
    pub fn into_text(self) -> String {
        self.text
    }

    /// An empty line, but at the beginning and after another.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A heading, after an empty line.
    pub fn heading(&mut self, heading: &Prose) {
        self.gap();
        self.block("", "", &[(heading, Look::Strong)]);
    }

    /// A line that stands out.
    pub fn strong(&mut self, line: &Prose) {
        self.block("", "", &[(line, Look::Strong)]);
    }

    /// A paragraph from the margin.
    pub fn paragraph(&mut self, text: &Prose) {
        self.block("", "", &[(text, Look::Plain)]);
    }

    /// A paragraph under a heading.
    pub fn indented(&mut self, text: &Prose) {
        self.block("  ", "  ", &[(text, Look::Plain)]);
    }

    /// A point of a list: what it is about, which may be empty, and what is said.
    pub fn item(&mut self, lead: &Prose, text: &Prose) {
        self.item_with(lead, text, &Prose::default());
    }

    /// The same with a remark behind, which may be empty.
    pub fn item_with(&mut self, lead: &Prose, text: &Prose, remark: &Prose) {
        let (colon, space) = (Prose::text(": "), Prose::text(" "));
        let mut parts = Vec::new();
        if !lead.is_empty() {
            parts.extend([(lead, Look::Strong), (&colon, Look::Plain)]);
        }
        parts.push((text, Look::Plain));
        if !remark.is_empty() {
            parts.extend([(&space, Look::Plain), (remark, Look::Quiet)]);
        }
        self.block("  - ", "    ", &parts);
    }

    /// Labels and values in two columns.
    pub fn table(&mut self, rows: &[(&Prose, &Prose)]) {
        let widest = rows.iter().map(|(label, _)| self.width(label)).max();
        let label_width = widest.unwrap_or_default().min(self.layout.columns() / 3);
        let gaps = INDENT.len() + GUTTER;
        let room = self.layout.columns().saturating_sub(label_width + gaps);
        for (label, value) in rows {
            let cells = [(*label, Look::Quiet), (*value, Look::Plain)];
            self.row(INDENT, &[label_width, room], &cells);
        }
    }

    /// Two values for each label, in three columns; in a list where lines begin on the right.
    pub fn contrast(&mut self, heads: [&Prose; 2], rows: &[(&Prose, [&Prose; 2])]) {
        if self.direction == Direction::RightToLeft || self.layout.columns() < NARROW {
            for (label, values) in rows {
                self.block("  ", "  ", &[(label, Look::Strong)]);
                for (head, value) in heads.into_iter().zip(values) {
                    self.nested(head, value);
                }
            }
            return;
        }
        let widest = rows.iter().map(|(label, _)| self.width(label)).max();
        let label_width = widest.unwrap_or_default().min(self.layout.columns() / 4);
        let gaps = INDENT.len() + 2 * GUTTER;
        let room = self.layout.columns().saturating_sub(label_width + gaps);
        let columns = [label_width, room / 2, room - room / 2];
        let nothing = Prose::text(NOTHING);
        let [low, high] = heads;
        let head = [
            (&Prose::default(), Look::Plain),
            (low, Look::Strong),
            (high, Look::Strong),
        ];
        self.row(INDENT, &columns, &head);
        for (label, values) in rows {
            let [low, high] = values.map(|value| if value.is_empty() { &nothing } else { value });
            self.row(
                INDENT,
                &columns,
                &[
                    (label, Look::Quiet),
                    (low, Look::Plain),
                    (high, Look::Plain),
                ],
            );
        }
    }

    /// Rows of as many columns as there is room for in the widest; the first row is the head.
    ///
    /// Where there is not enough, the widest column is wrapped.
    pub fn columns<const N: usize>(&mut self, rows: &[[Prose; N]]) {
        let mut widths: [usize; N] = core::array::from_fn(|column| {
            let cells = rows.iter().map(|row| self.width(&row[column]));
            cells.max().unwrap_or_default()
        });
        let room = self
            .layout
            .columns()
            .saturating_sub(GUTTER * N.saturating_sub(1));
        let excess = widths.iter().sum::<usize>().saturating_sub(room);
        if let Some(widest) = widths.iter_mut().max() {
            *widest = widest.saturating_sub(excess).max(1);
        }
        for (place, row) in rows.iter().enumerate() {
            let look = if place == 0 {
                Look::Strong
            } else {
                Look::Plain
            };
            let cells: Vec<_> = row.iter().map(|cell| (cell, look)).collect();
            self.row("", &widths, &cells);
        }
    }

    /// A source: its number, what it is, and where, which is never wrapped.
    pub(super) fn numbered(&mut self, number: usize, title: &str, url: Option<&str>) {
        let lead = format!("  [{number}] ");
        let others = " ".repeat(lead.len());
        let title = Prose::name(title.to_owned(), self.direction);
        self.block(&lead, &others, &[(&title, Look::Plain)]);
        if let Some(url) = url {
            let url = Prose::literal(url.to_owned());
            self.block(&others, &others, &[(&url, Look::Quiet)]);
        }
    }

    fn nested(&mut self, head: &Prose, value: &Prose) {
        let colon = Prose::text(": ");
        let nothing = Prose::text(NOTHING);
        let value = if value.is_empty() { &nothing } else { value };
        let parts = [
            (head, Look::Plain),
            (&colon, Look::Plain),
            (value, Look::Plain),
        ];
        self.block("    - ", "      ", &parts);
    }

    /// One row of cells, as high as the highest of them.
    fn row(&mut self, indent: &str, widths: &[usize], cells: &[(&Prose, Look)]) {
        let blocks: Vec<_> = cells
            .iter()
            .zip(widths)
            .map(|(cell, width)| self.lines(&[*cell], *width))
            .collect();
        let height = blocks.iter().map(Vec::len).max().unwrap_or_default();
        for place in 0..height {
            let mut line = indent.to_owned();
            for (block, width) in blocks.iter().zip(widths) {
                let (text, text_width) = block.get(place).cloned().unwrap_or_default();
                line.push_str(&text);
                let padding = (width + GUTTER).saturating_sub(text_width);
                line.extend(core::iter::repeat_n(' ', padding));
            }
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    /// Parts in one paragraph, with what stands before its first line and before the others.
    fn block(&mut self, first: &str, others: &str, parts: &[(&Prose, Look)]) {
        let room = self.layout.columns().saturating_sub(first.width());
        for (place, (line, _)) in self.lines(parts, room).into_iter().enumerate() {
            self.text.push_str(if place == 0 { first } else { others });
            self.text.push_str(&line);
            self.text.push('\n');
        }
    }

    /// Parts as lines of at most `width` columns, each with its width.
    fn lines(&self, parts: &[(&Prose, Look)], width: usize) -> Vec<(String, usize)> {
        let mut plain = String::new();
        let mut spans = Vec::new();
        for (prose, look) in parts {
            for run in prose.runs() {
                let start = plain.len();
                plain.push_str(&self.shown(run, prose));
                spans.push((start..plain.len(), run, *look));
            }
        }
        wrap(&plain, width)
            .into_iter()
            .map(|line| {
                let mut text = String::new();
                for (span, run, look) in &spans {
                    let start = span.start.max(line.start);
                    let end = span.end.min(line.end);
                    if start < end {
                        self.push(&mut text, &plain[start..end], run, *look);
                    }
                }
                (text, plain[line].width())
            })
            .collect()
    }

    /// The width that a text has on one line.
    fn width(&self, prose: &Prose) -> usize {
        prose
            .runs()
            .iter()
            .map(|run| self.shown(run, prose).width())
            .sum()
    }

    /// A run as it is seen: a literal inside a sentence is marked, by backticks if not by a colour.
    fn shown(&self, run: &Run, prose: &Prose) -> String {
        let marks = self.layout.colours == Colours::None && prose.runs().len() > 1;
        match run {
            Run::Literal(literal) if marks => format!("`{literal}`"),
            Run::Literal(text) | Run::Text(text) | Run::LeftToRight(text) => text.to_string(),
        }
    }

    /// A part of a run, with its colour and isolated where it has to be.
    fn push(&self, line: &mut String, text: &str, run: &Run, look: Look) {
        let isolates = self.direction == Direction::RightToLeft
            && self.layout.isolates == Isolates::InRightToLeft
            && !matches!(run, Run::Text(_));
        let style = match (self.layout.colours, look, run) {
            (Colours::None, _, _) => Style::new(),
            (Colours::Ansi, Look::Strong, _) => Style::new().bold(),
            (Colours::Ansi, Look::Quiet, _) => Style::new().dimmed(),
            (Colours::Ansi, Look::Plain, Run::Literal(_)) => AnsiColor::Cyan.on_default(),
            (Colours::Ansi, Look::Plain, Run::Text(_) | Run::LeftToRight(_)) => Style::new(),
        };
        let (open, close) = if isolates {
            ("\u{2066}", "\u{2069}")
        } else {
            ("", "")
        };
        let _ = write!(line, "{style}{open}{text}{close}{style:#}");
    }
}

/// Before what stands under a heading.
const INDENT: &str = "  ";

/// Between two columns.
const GUTTER: usize = 2;

/// Below so many columns there is no room for three of them side by side.
const NARROW: usize = 60;

/// Stands where one of two codes has nothing to show.
const NOTHING: &str = "-";

#[cfg(test)]
mod tests {
    use super::{Layout, Page};
    use crate::{Direction, Prose};

    #[test]
    fn an_isolate_never_goes_over_the_end_of_a_line() {
        let text =
            "نص ".repeat(30) + "`Sec-WebSocket-Extensions: permessage-deflate` نص RFC 6455 نص";
        let prose = Prose::of_message(&text, Direction::RightToLeft);
        for width in 40..120 {
            let mut page = Page::new(Layout::new().width(width), Direction::RightToLeft);
            page.indented(&prose);
            for line in page.into_text().lines() {
                let count = |mark: char| line.matches(mark).count();
                assert_eq!(count('\u{2066}'), count('\u{2069}'), "{line}");
            }
        }
    }

    #[test]
    fn a_plain_page_has_no_invisible_characters() {
        let prose = Prose::of_message("نص `Upgrade` نص 1012", Direction::RightToLeft);
        let mut page = Page::new(Layout::new().plain(), Direction::RightToLeft);
        page.paragraph(&prose);
        assert_eq!(page.into_text(), "نص `Upgrade` نص 1012\n");
    }

    #[test]
    fn lines_stay_within_the_width() {
        let long = Prose::text("one two three four five six seven eight nine ten eleven twelve");
        for width in 40..100 {
            let mut page = Page::new(Layout::new().width(width), Direction::LeftToRight);
            page.strong(&long);
            page.item(&long, &long);
            page.table(&[(&Prose::text("label"), &long)]);
            page.contrast(
                [&Prose::text("a"), &Prose::text("b")],
                &[(&long, [&long, &long])],
            );
            for line in page.into_text().lines() {
                assert!(line.chars().count() <= width, "{width}: {line}");
            }
        }
    }
}
