//! [`Prose`]: a text with its literal parts marked.

use core::fmt;
use std::borrow::Cow;

use crate::Direction;

/// A text in one language, taken apart into what is read and what must stay as it is.
///
/// `Display` joins the runs and marks nothing.
///
/// # Examples
///
/// ```
/// use rejoin_reference::{Language, Run, Texts};
///
/// let prose = Texts::of(Language::English).prose("wire-allowed");
/// assert_eq!(prose.to_string(), "may carry it");
/// assert_eq!(prose.runs(), [Run::Text("may carry it".into())]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Prose(Vec<Run>);

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "whoever shows a text has to show every part of it"
)]
pub enum Run {
    /// Words of the language.
    Text(Cow<'static, str>),
    /// Something to be typed or searched for as it stands: a header, an identifier, a close reason.
    /// It runs from left to right in every language.
    Literal(Cow<'static, str>),
    /// Latin words or numbers inside a right-to-left text, which run from left to right together.
    LeftToRight(Cow<'static, str>),
}

impl Run {
    /// What it says.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Literal(text) | Self::LeftToRight(text) => text,
        }
    }
}

impl Prose {
    /// The runs of a message, whose literals stand between backticks.
    pub(crate) fn of_message(message: &str, direction: Direction) -> Self {
        let mut prose = Self::default();
        for (place, part) in message.split('`').enumerate() {
            if place % 2 == 1 {
                prose.push(Run::Literal(part.to_owned().into()));
            } else {
                prose.push_text(part, direction);
            }
        }
        prose
    }

    /// A literal and nothing else.
    pub fn literal(text: impl Into<Cow<'static, str>>) -> Self {
        Self(vec![Run::Literal(text.into())])
    }

    /// Words or signs and nothing else.
    #[cfg(feature = "text")]
    pub(crate) fn text(text: impl Into<Cow<'static, str>>) -> Self {
        Self(vec![Run::Text(text.into())])
    }

    /// Names and numbers, which are the same in every language.
    pub(crate) fn name(text: impl Into<Cow<'static, str>>, direction: Direction) -> Self {
        let text = text.into();
        Self(vec![match direction {
            Direction::LeftToRight => Run::Text(text),
            Direction::RightToLeft => Run::LeftToRight(text),
        }])
    }

    /// The runs, in the order in which they are read.
    pub fn runs(&self) -> &[Run] {
        &self.0
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts another text behind this one, after a space where the language has them.
    pub(crate) fn then(mut self, next: Self) -> Self {
        let ends_wide = self
            .0
            .last()
            .is_some_and(|run| run.text().ends_with(WIDE_ENDS));
        if !self.0.is_empty() && !next.0.is_empty() && !ends_wide {
            self.push(Run::Text(" ".into()));
        }
        self.0.extend(next.0);
        self
    }

    /// Puts a remark behind, in brackets, if there is one.
    pub(crate) fn noted(self, remark: &Self) -> Self {
        if remark.is_empty() {
            return self;
        }
        let mut noted = self.then(Self(vec![Run::Text("(".into())]));
        noted.0.extend(remark.0.iter().cloned());
        noted.push(Run::Text(")".into()));
        noted
    }

    /// Puts other texts in the place of the characters that stand for them.
    pub(crate) fn filled<'a>(self, part: impl Fn(char) -> Option<&'a Self>) -> Self {
        let mut filled = Self::default();
        for run in self.0 {
            let Run::Text(text) = &run else {
                filled.push(run);
                continue;
            };
            let mut rest = text.as_ref();
            while let Some((place, mark)) = rest.char_indices().find(|it| part(it.1).is_some()) {
                filled.push(Run::Text(rest[..place].to_owned().into()));
                filled.0.extend(
                    part(mark)
                        .into_iter()
                        .flat_map(|part| part.0.iter().cloned()),
                );
                rest = &rest[place + mark.len_utf8()..];
            }
            filled.push(Run::Text(rest.to_owned().into()));
        }
        filled
    }

    fn push(&mut self, run: Run) {
        if !run.text().is_empty() {
            self.0.push(run);
        }
    }

    fn push_text(&mut self, text: &str, direction: Direction) {
        if direction == Direction::LeftToRight {
            self.push(Run::Text(text.to_owned().into()));
            return;
        }
        let mut rest = text;
        while let Some(start) = rest.find(|character: char| character.is_ascii_alphanumeric()) {
            let (before, latin) = rest.split_at(start);
            let (latin, after) = latin.split_at(latin_length(latin));
            self.push(Run::Text(before.to_owned().into()));
            self.push(Run::LeftToRight(latin.to_owned().into()));
            rest = after;
        }
        self.push(Run::Text(rest.to_owned().into()));
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|run| f.write_str(run.text()))
    }
}

/// How far words of Latin letters and digits go on: over single signs between them, and no further.
///
/// `RFC 6455` is one run and so is `1000-1015`: taken apart, their halves would change places.
fn latin_length(text: &str) -> usize {
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((place, character)) = characters.next() {
        if character.is_ascii_alphanumeric() {
            end = place + character.len_utf8();
            continue;
        }
        let joins = matches!(character, ' ' | '\u{2013}') || character.is_ascii_punctuation();
        let goes_on = characters
            .peek()
            .is_some_and(|(_, next)| next.is_ascii_alphanumeric());
        if !joins || !goes_on {
            break;
        }
    }
    end
}

/// Ends of sentences in scripts that put no space between them.
const WIDE_ENDS: [char; 3] = ['。', '！', '？'];

#[cfg(test)]
mod tests {
    use super::{Prose, Run};
    use crate::Direction::{LeftToRight, RightToLeft};

    fn runs(message: &str, direction: crate::Direction) -> Vec<(char, String)> {
        Prose::of_message(message, direction)
            .runs()
            .iter()
            .map(|run| {
                let kind = match run {
                    Run::Text(_) => 't',
                    Run::Literal(_) => 'l',
                    Run::LeftToRight(_) => 'r',
                };
                (kind, run.text().to_owned())
            })
            .collect()
    }

    #[test]
    fn literals_stand_between_backticks() {
        let prose = runs("`Upgrade` asks, see RFC 6455.", LeftToRight);
        assert_eq!(
            prose,
            [
                ('l', "Upgrade".into()),
                ('t', " asks, see RFC 6455.".into())
            ]
        );
    }

    #[test]
    fn names_and_numbers_keep_their_order_in_a_right_to_left_text() {
        let prose = runs(
            "راجع RFC 6455 (من 1000-1015). `Upgrade`، 3.5 ثانية",
            RightToLeft,
        );
        assert_eq!(
            prose,
            [
                ('t', "راجع ".into()),
                ('r', "RFC 6455".into()),
                ('t', " (من ".into()),
                ('r', "1000-1015".into()),
                ('t', "). ".into()),
                ('l', "Upgrade".into()),
                ('t', "، ".into()),
                ('r', "3.5".into()),
                ('t', " ثانية".into()),
            ]
        );
    }

    #[test]
    fn what_is_filled_in_may_hold_anything() {
        let part = Prose::literal("a`b");
        let prose = Prose::of_message("takes \u{e000} once", LeftToRight);
        let prose = prose.filled(|mark| (mark == '\u{e000}').then_some(&part));
        assert_eq!(prose.to_string(), "takes a`b once");
        assert_eq!(prose.runs()[1], Run::Literal("a`b".into()));
    }

    #[test]
    fn sentences_are_joined_as_their_script_does() {
        let of = |text| Prose::of_message(text, LeftToRight);
        assert_eq!(of("One.").then(of("Two.")).to_string(), "One. Two.");
        assert_eq!(of("一。").then(of("二。")).to_string(), "一。二。");
        assert_eq!(of("").then(of("Two.")).to_string(), "Two.");
    }
}
