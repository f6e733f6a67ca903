//! A text as HTML.

use core::fmt;
use std::borrow::Cow;

use askama::filters::{Escaper, Html as HtmlEscaper, HtmlSafe};

use crate::{Prose, Run};

/// A text with its literal parts marked and everything escaped.
///
/// Literals become `<code>`, names and numbers in a right-to-left text are isolated: all of them run
/// from left to right.
pub(super) struct Markup<'a>(Cow<'a, Prose>);

impl Prose {
    /// The text as HTML.
    pub(super) const fn html(&self) -> Markup<'_> {
        Markup(Cow::Borrowed(self))
    }

    /// The same of a text that nobody keeps.
    pub(super) const fn into_html(self) -> Markup<'static> {
        Markup(Cow::Owned(self))
    }
}

impl fmt::Display for Markup<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for run in self.0.runs() {
            let (before, after) = match run {
                Run::Text(_) => ("", ""),
                Run::Literal(_) => ("<code dir=\"ltr\">", "</code>"),
                Run::LeftToRight(_) => ("<bdi dir=\"ltr\">", "</bdi>"),
            };
            f.write_str(before)?;
            HtmlEscaper.write_escaped_str(&mut *f, run.text())?;
            f.write_str(after)?;
        }
        Ok(())
    }
}

impl HtmlSafe for Markup<'_> {}

#[cfg(test)]
mod tests {
    use crate::{Direction, Prose};

    #[test]
    fn literals_and_numbers_are_marked() {
        let prose = Prose::of_message("`Upgrade`، 1010", Direction::RightToLeft);
        assert_eq!(
            prose.html().to_string(),
            "<code dir=\"ltr\">Upgrade</code>، <bdi dir=\"ltr\">1010</bdi>"
        );
    }

    #[test]
    fn what_looks_like_markup_is_text() {
        let hostile = "<script>alert(1)</script>\"'&";
        for prose in [
            Prose::literal(hostile),
            Prose::of_message(hostile, Direction::LeftToRight),
            Prose::of_message(hostile, Direction::RightToLeft),
        ] {
            let html = prose.html().to_string();
            let text = html
                .replace("<code dir=\"ltr\">", "")
                .replace("</code>", "");
            let text = text.replace("<bdi dir=\"ltr\">", "").replace("</bdi>", "");
            assert!(!text.contains(['<', '>', '"', '\'']), "{html}");
        }
    }
}
