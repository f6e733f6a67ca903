//! The events of `--json`: one object a line on stdout.
//!
//! Text of peers stands in them. What a terminal could act on is escaped, so that a line is harmless
//! where somebody looks at it, and still the same JSON value.

mod connection;
mod life;

use std::io;

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

pub(crate) use connection::Event;
pub(crate) use life::{Drained, HowFar, Life, LifeStage, Status};
#[cfg(unix)]
pub(crate) use life::{TheEnd, Told};

use crate::inert;

/// The value as one line, with its line end.
pub(crate) fn line(value: &impl Serialize) -> String {
    let mut line = Vec::new();
    value
        .serialize(&mut Serializer::with_formatter(&mut line, Inert))
        .expect("plain fields with text keys serialise");
    line.push(b'\n');
    String::from_utf8(line).expect("JSON is text")
}

/// Compact JSON without a character that a terminal may act on.
struct Inert;

impl Formatter for Inert {
    fn write_string_fragment<W>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()>
    where
        W: ?Sized + io::Write,
    {
        let mut rest = fragment;
        while let Some(at) = rest.find(inert::is_active) {
            let (plain, tail) = rest.split_at(at);
            writer.write_all(plain.as_bytes())?;
            let mut characters = tail.chars();
            if let Some(active) = characters.next() {
                for unit in active.encode_utf16(&mut [0; 2]) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
            rest = characters.as_str();
        }
        writer.write_all(rest.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn what_a_terminal_could_act_on_is_escaped_and_the_value_is_the_same() {
        let hostile = "a\u{1b}[2J\u{7f}\u{9b}31m\u{202e}b\u{2066}\u{e0041}\"\\\n";
        let shown = line(&hostile);
        let escaped = r#""a\u001b[2J\u007f\u009b31m\u202eb\u2066\udb40\udc41\"\\\n""#;
        assert_eq!(shown, format!("{escaped}\n"));
        assert_eq!(
            serde_json::from_str::<String>(&shown).ok().as_deref(),
            Some(hostile)
        );
    }

    #[test]
    fn plain_text_of_every_script_stays_readable() {
        for plain in ["zażółć 日本語 עברית", "👩\u{200d}🚀", ""] {
            assert_eq!(line(&plain), format!("\"{plain}\"\n"));
        }
    }
}
