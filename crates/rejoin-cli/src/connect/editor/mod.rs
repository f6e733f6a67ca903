//! A line being typed, as a value: keys in, a line or a view of it out.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The line in progress, and the lines before it.
#[derive(Debug, Default)]
pub(super) struct Editor {
    text: String,
    /// A byte position in the text, on the border of two graphemes.
    cursor: usize,
    history: Vec<String>,
    /// Which line of the history is shown, and what was typed before it was.
    recalled: Option<(usize, String)>,
}

/// What a key leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Action {
    /// The line is to be drawn anew.
    Draw,
    /// The person wants to leave.
    Leave,
    /// The line is finished.
    Submit(String),
}

/// The part of the line that fits.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct View<'a> {
    /// What to show.
    pub(super) text: &'a str,
    /// The column of the cursor, from the start of the text.
    pub(super) cursor: usize,
}

impl Editor {
    /// Takes a key.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "most of a keyboard has no meaning here"
    )]
    pub(super) fn key(&mut self, key: KeyEvent) -> Action {
        if key.kind == KeyEventKind::Release {
            return Action::Draw;
        }
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            return self.control(key.code);
        }
        match key.code {
            KeyCode::Char(character) if !character.is_control() => self.insert(character),
            KeyCode::Enter => return self.submit(),
            KeyCode::Backspace => self.erase(self.left()..self.cursor),
            KeyCode::Delete => self.erase(self.cursor..self.right()),
            KeyCode::Left => self.cursor = self.left(),
            KeyCode::Right => self.cursor = self.right(),
            KeyCode::Home => self.cursor = 0,
            KeyCode::End => self.cursor = self.text.len(),
            KeyCode::Up => self.older(),
            KeyCode::Down => self.newer(),
            _ => {}
        }
        Action::Draw
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "most of a keyboard has no meaning here"
    )]
    fn control(&mut self, code: KeyCode) -> Action {
        match code {
            // A line feed: typed before the prompt was there, or pasted.
            KeyCode::Char('j') => return self.submit(),
            KeyCode::Char('c') if self.text.is_empty() => return Action::Leave,
            KeyCode::Char('c') => self.replace(String::new()),
            KeyCode::Char('d') if self.text.is_empty() => return Action::Leave,
            KeyCode::Char('d') => self.erase(self.cursor..self.right()),
            KeyCode::Char('h') => self.erase(self.left()..self.cursor),
            KeyCode::Char('a') => self.cursor = 0,
            KeyCode::Char('e') => self.cursor = self.text.len(),
            KeyCode::Char('b') => self.cursor = self.left(),
            KeyCode::Char('f') => self.cursor = self.right(),
            KeyCode::Char('k') => self.erase(self.cursor..self.text.len()),
            KeyCode::Char('u') => self.erase(0..self.cursor),
            KeyCode::Char('w') => self.erase(self.word_left()..self.cursor),
            KeyCode::Char('p') => self.older(),
            KeyCode::Char('n') => self.newer(),
            _ => {}
        }
        Action::Draw
    }

    /// The part of the line around the cursor that fits into so many columns.
    pub(super) fn view(&self, columns: usize) -> View<'_> {
        // One column is for the cursor itself, behind the last character.
        let room = columns.saturating_sub(1);
        let (before, _) = self.text.split_at(self.cursor);
        let mut start = self.cursor;
        let mut cursor = 0;
        for (position, grapheme) in before.grapheme_indices(true).rev() {
            if cursor + grapheme.width() > room {
                break;
            }
            cursor += grapheme.width();
            start = position;
        }
        let mut end = self.cursor;
        let mut width = cursor;
        for grapheme in self.text[self.cursor..].graphemes(true) {
            if width + grapheme.width() > room {
                break;
            }
            width += grapheme.width();
            end += grapheme.len();
        }
        View {
            text: &self.text[start..end],
            cursor,
        }
    }

    fn insert(&mut self, character: char) {
        self.text.insert(self.cursor, character);
        self.cursor += character.len_utf8();
        // The character may have joined the grapheme behind it.
        self.cursor = self.border_at_or_after(self.cursor);
    }

    fn erase(&mut self, range: core::ops::Range<usize>) {
        self.cursor = range.start;
        self.text.replace_range(range, "");
        self.cursor = self.border_at_or_after(self.cursor);
    }

    fn submit(&mut self) -> Action {
        let line = core::mem::take(&mut self.text);
        self.cursor = 0;
        self.recalled = None;
        if !line.is_empty() && self.history.last() != Some(&line) {
            if self.history.len() == MAX_HISTORY {
                self.history.remove(0);
            }
            self.history.push(line.clone());
        }
        Action::Submit(line)
    }

    fn older(&mut self) {
        let (next, draft) = match self.recalled.take() {
            None => (self.history.len().checked_sub(1), self.text.clone()),
            Some((shown, draft)) => (Some(shown.saturating_sub(1)), draft),
        };
        if let Some(next) = next {
            self.replace(self.history[next].clone());
            self.recalled = Some((next, draft));
        }
    }

    fn newer(&mut self) {
        let Some((shown, draft)) = self.recalled.take() else {
            return;
        };
        if let Some(line) = self.history.get(shown + 1) {
            self.replace(line.clone());
            self.recalled = Some((shown + 1, draft));
        } else {
            self.replace(draft);
        }
    }

    fn replace(&mut self, text: String) {
        self.cursor = text.len();
        self.text = text;
        self.recalled = None;
    }

    fn left(&self) -> usize {
        let mut before = self.text[..self.cursor].grapheme_indices(true);
        before.next_back().map_or(0, |(position, _)| position)
    }

    fn right(&self) -> usize {
        let next = self.text[self.cursor..].graphemes(true).next();
        self.cursor + next.map_or(0, str::len)
    }

    /// The start of the word before the cursor.
    fn word_left(&self) -> usize {
        let before = self.text[..self.cursor].trim_end();
        let word = before.rsplit(char::is_whitespace).next().unwrap_or(before);
        before.len() - word.len()
    }

    fn border_at_or_after(&self, position: usize) -> usize {
        let mut borders = self.text.grapheme_indices(true).map(|(border, _)| border);
        borders
            .find(|border| *border >= position)
            .unwrap_or(self.text.len())
    }
}

/// Lines that can be recalled. They live as long as the connection: messages may hold secrets.
const MAX_HISTORY: usize = 1000;

#[cfg(test)]
mod tests;
