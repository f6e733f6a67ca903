//! [`Texts`]: the messages of one language.

use core::fmt;
use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::{Direction, Language, Prose};

/// The messages of one language.
///
/// They are parsed when a language is first asked for, once in a program, and shared from then on.
///
/// A message may have parts that stand between backticks: names of headers, identifiers, URLs. They
/// are to be shown as they are, from left to right in every language, without the backticks.
///
/// # Examples
///
/// ```
/// use rejoin_reference::{Language, Texts};
///
/// let texts = Texts::of(Language::English);
/// assert_eq!(texts.language(), Language::English);
/// assert_eq!(texts.find("no-such-message"), None);
/// ```
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

/// What stands in the place of a variable: a text, or a number by the rules of the language.
pub type Value<'a> = FluentValue<'a>;

impl Texts {
    /// The messages of `language`.
    pub fn of(language: Language) -> &'static Self {
        static TEXTS: [OnceLock<Texts>; Language::ALL.len()] =
            [const { OnceLock::new() }; Language::ALL.len()];
        TEXTS[language as usize].get_or_init(|| Self::parse(language))
    }

    /// Whose messages they are.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Where its lines begin.
    pub fn direction(&self) -> Direction {
        self.language.direction()
    }

    /// The message `id`, which has no variables.
    ///
    /// # Panics
    ///
    /// If there is no such message, or it has variables: an id is a constant of a program, and all
    /// languages have the same ones. For an id that is made up at run time there is
    /// [`find`](Self::find).
    pub fn text(&self, id: &str) -> Cow<'_, str> {
        self.format(id, &[])
    }

    /// The message `id`, with what its variables stand for.
    ///
    /// # Panics
    ///
    /// If there is no such message, or a variable of it has no value.
    pub fn format(&self, id: &str, variables: &[(&str, Value<'_>)]) -> Cow<'_, str> {
        self.find_and_format(id, variables)
            .unwrap_or_else(|| missing(id))
    }

    /// The message `id`, which has no variables, with its literals marked.
    ///
    /// # Panics
    ///
    /// As [`text`](Self::text).
    pub fn prose(&self, id: &str) -> Prose {
        self.prose_with(id, &[])
    }

    /// The message `id`, with what its variables stand for, and with its literals marked.
    ///
    /// What a variable stands for is read like the message: give it no text of a peer.
    ///
    /// # Panics
    ///
    /// As [`format`](Self::format).
    pub fn prose_with(&self, id: &str, variables: &[(&str, Value<'_>)]) -> Prose {
        Prose::of_message(&self.format(id, variables), self.direction())
    }

    /// The message `id`, with other texts in the place of its variables.
    ///
    /// Those may hold anything, text of a peer too: they are not read like the message.
    ///
    /// # Panics
    ///
    /// As [`format`](Self::format).
    ///
    /// # Examples
    ///
    /// ```
    /// use rejoin_reference::{Language, Prose, Texts};
    ///
    /// let parameter = Prose::literal("a`b");
    /// let texts = Texts::of(Language::English);
    /// let prose = texts.prose_around("rule-value-missing", &[("parameter", &parameter)]);
    /// assert_eq!(prose.to_string(), "a`b needs a value");
    /// ```
    pub fn prose_around(&self, id: &str, parts: &[(&str, &Prose)]) -> Prose {
        let marks: Vec<_> = (FIRST_MARK..).take(parts.len()).collect();
        let variables: Vec<_> = parts
            .iter()
            .zip(&marks)
            .map(|((name, _), mark)| (*name, mark.to_string().into()))
            .collect();
        let prose = self.prose_with(id, &variables);
        prose.filled(|character| {
            let place = marks.iter().position(|mark| *mark == character)?;
            parts.get(place).map(|(_, part)| *part)
        })
    }

    /// The message `id`, which has no variables, or `None` if there is no such message.
    ///
    /// # Panics
    ///
    /// If it has variables.
    pub fn find(&self, id: &str) -> Option<Cow<'_, str>> {
        self.find_and_format(id, &[])
    }

    fn find_and_format(&self, id: &str, variables: &[(&str, Value<'_>)]) -> Option<Cow<'_, str>> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut arguments = FluentArgs::with_capacity(variables.len());
        for (name, value) in variables {
            arguments.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&arguments), &mut errors);
        // Owned: the text may borrow from the arguments.
        let text = Cow::Owned(text.into_owned());
        assert!(
            errors.is_empty(),
            "the message {id} lacks a variable: {errors:?}"
        );
        Some(text)
    }

    fn parse(language: Language) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        // Isolation is the work of who shows the text: a terminal and a page do it differently.
        bundle.set_use_isolating(false);
        for file in language.files() {
            let resource = FluentResource::try_new(file.to_owned())
                .expect("a test parses the files of every language");
            bundle
                .add_resource(resource)
                .expect("a test finds ids that stand in two files");
        }
        Self { language, bundle }
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// Stands in a message where another text is to be put; the next one, where the second is. These
/// characters are for private use, and no message has them.
const FIRST_MARK: char = '\u{e000}';

/// A message that is not there: a mistake in the program.
#[expect(
    clippy::panic,
    reason = "an id that is not there is no data, a test would have found it"
)]
fn missing<T>(id: &str) -> T {
    panic!("there is no message {id}")
}

#[cfg(test)]
mod tests;
