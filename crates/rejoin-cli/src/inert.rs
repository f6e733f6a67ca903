//! Text from a peer, made harmless for a terminal.
//!
//! A terminal obeys what it shows: escape sequences move the cursor, retitle the window or answer
//! in the user's name, and bidirectional controls make text read other than it is. Whatever could
//! do so is shown as `\u{1b}`.

use core::fmt;

/// Text of several lines: line feeds and tabs stay.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'a>(pub(crate) &'a str);

/// Text for within one line: line feeds and tabs are escaped too.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'a>(pub(crate) &'a str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, self.0, |character| {
            !matches!(character, '\n' | '\t') && is_active(character)
        })
    }
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, self.0, is_active)
    }
}

/// The start of a text, whole characters only, for a line that must not grow without end.
pub(crate) fn start(text: &str, characters: usize) -> &str {
    text.char_indices()
        .nth(characters)
        .map_or(text, |(end, _)| &text[..end])
}

fn write(f: &mut fmt::Formatter<'_>, text: &str, escaped: impl Fn(char) -> bool) -> fmt::Result {
    let mut rest = text;
    while let Some(position) = rest.find(&escaped) {
        let (plain, tail) = rest.split_at(position);
        f.write_str(plain)?;
        let mut characters = tail.chars();
        if let Some(character) = characters.next() {
            write!(f, "{}", character.escape_default())?;
        }
        rest = characters.as_str();
    }
    f.write_str(rest)
}

/// Whether a terminal may act on the character, or show nothing where it stands.
pub(crate) fn is_active(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            // Marks, embeddings, overrides and isolates of the bidirectional algorithm.
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
            // Line and paragraph separators.
            | '\u{2028}' | '\u{2029}'
            // Invisible ones, but for the joiners that scripts and emoji need.
            | '\u{200b}' | '\u{2060}'..='\u{2065}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::{Line, Text, start};

    #[test]
    fn escape_sequences_are_shown_and_not_obeyed() {
        let hostile = "\u{1b}[2J\u{9b}31m\u{7}\r\u{7f}";
        let shown = Text(hostile).to_string();
        assert_eq!(shown, r"\u{1b}[2J\u{9b}31m\u{7}\r\u{7f}");
        assert!(!shown.chars().any(char::is_control));
    }

    #[test]
    fn bidirectional_controls_are_shown() {
        assert_eq!(
            Text("a\u{202e}b\u{2066}c").to_string(),
            r"a\u{202e}b\u{2066}c"
        );
    }

    #[test]
    fn plain_text_of_every_script_stays_as_it_is() {
        let plain = "zażółć 日本語 עברית فارسی\u{200c} 👩\u{200d}🚀 back\\slash";
        assert_eq!(Text(plain).to_string(), plain);
        assert_eq!(Line(plain).to_string(), plain);
    }

    #[test]
    fn line_feeds_stay_in_a_text_and_not_in_a_line() {
        assert_eq!(Text("a\n\tb").to_string(), "a\n\tb");
        assert_eq!(Line("a\n\tb").to_string(), r"a\n\tb");
    }

    #[test]
    fn a_start_never_cuts_a_character() {
        assert_eq!(start("日本語", 2), "日本");
        assert_eq!(start("日本語", 3), "日本語");
        assert_eq!(start("", 3), "");
    }
}
