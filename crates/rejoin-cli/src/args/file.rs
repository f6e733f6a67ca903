//! The configuration file: the settings of `rejoin serve` by the names of their flags, read with the
//! same functions.

use core::fmt;
use core::time::Duration;
use std::fs;
use std::path::Path;

use rejoin::extension::deflate::{Level, WindowBits};
use serde::de::{Deserialize, Deserializer, Error};

use super::serve::{Allowed, Settings};
use super::units::PingEvery;
use super::{extensions, units};
use crate::exit::Failure;

/// Reads a file of settings. Relative paths in it start from where it is.
pub(super) fn read(path: &Path) -> Result<Settings, Failure> {
    let shown = path.display();
    let text = fs::read_to_string(path)
        .map_err(|error| Failure::other(format!("cannot read --config {shown}: {error}")))?;
    let mut settings: Settings = toml::from_str(&text).map_err(|error| {
        let (line, column) = error
            .span()
            .map_or((1, 1), |span| line_and_column(&text, span.start));
        let what = error.message().lines().collect::<Vec<_>>().join("; ");
        Failure::other(format!("{shown}:{line}:{column}: {what}"))
    })?;
    let directory = path.parent().unwrap_or(Path::new(""));
    for file in settings.files() {
        *file = directory.join(&*file);
    }
    Ok(settings)
}

fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = before.matches('\n').count() + 1;
    (line, before[line_start..].chars().count() + 1)
}

/// A value as it would stand behind its flag: text, or a number.
struct Word(String);

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Word;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or a number")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Word, E> {
                Ok(Word(text.to_owned()))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Word, E> {
                Ok(Word(number.to_string()))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Word, E> {
                Ok(Word(number.to_string()))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

fn parsed<'de, D: Deserializer<'de>, T, E: fmt::Display>(
    deserializer: D,
    parse: fn(&str) -> Result<T, E>,
) -> Result<Option<T>, D::Error> {
    let Word(text) = Word::deserialize(deserializer)?;
    parse(&text).map(Some).map_err(D::Error::custom)
}

fn list<'de, D: Deserializer<'de>, T, E: fmt::Display>(
    deserializer: D,
    parse: fn(&str) -> Result<T, E>,
) -> Result<Vec<T>, D::Error> {
    let words = Vec::<String>::deserialize(deserializer)?;
    let items = words.iter().map(|text| parse(text));
    items
        .collect::<Result<_, _>>()
        .map_err(|error| D::Error::custom(error))
}

pub(super) fn duration<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Duration>, D::Error> {
    parsed(d, units::duration)
}

pub(super) fn size<'de, D: Deserializer<'de>>(d: D) -> Result<Option<u64>, D::Error> {
    parsed(d, units::size)
}

pub(super) fn memory_size<'de, D: Deserializer<'de>>(d: D) -> Result<Option<usize>, D::Error> {
    parsed(d, units::memory_size)
}

pub(super) fn ping_every<'de, D: Deserializer<'de>>(d: D) -> Result<Option<PingEvery>, D::Error> {
    parsed(d, PingEvery::parse)
}

pub(super) fn level<'de, D: Deserializer<'de>>(d: D) -> Result<Option<Level>, D::Error> {
    parsed(d, extensions::level)
}

pub(super) fn window<'de, D: Deserializer<'de>>(d: D) -> Result<Option<WindowBits>, D::Error> {
    parsed(d, extensions::window)
}

pub(super) fn names<'de, D: Deserializer<'de>>(d: D) -> Result<Vec<String>, D::Error> {
    list(d, extensions::name)
}

pub(super) fn subprotocols<'de, D: Deserializer<'de>>(d: D) -> Result<Vec<String>, D::Error> {
    list(d, extensions::subprotocol)
}

pub(super) fn origins<'de, D: Deserializer<'de>>(d: D) -> Result<Vec<Allowed>, D::Error> {
    list(d, Allowed::parse)
}

/// One setting from two places: what the flag says, or else what the file says.
pub(super) trait Or {
    /// The flag wins.
    fn or(self, file: Self) -> Self;
}

impl<T> Or for Option<T> {
    fn or(self, file: Self) -> Self {
        self.or(file)
    }
}

impl<T> Or for Vec<T> {
    fn or(self, file: Self) -> Self {
        if self.is_empty() { file } else { self }
    }
}

impl Or for bool {
    fn or(self, file: Self) -> Self {
        self || file
    }
}

/// Merges two values of a struct of settings, field by field.
macro_rules! merge {
    ($type:ident { $($field:ident),* $(,)? }) => {
        impl $crate::args::file::Or for $type {
            fn or(self, file: Self) -> Self {
                Self {
                    $($field: $crate::args::file::Or::or(self.$field, file.$field),)*
                }
            }
        }
    };
}
pub(super) use merge;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_that_shows_every_setting_says_what_holds_without_it() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../contrib/rejoin.toml");
        let text = fs::read_to_string(&path).expect("it is there");
        let shown = read(&path).expect("it is valid");
        let default = Settings::default();
        assert_eq!(shown.listen(), default.listen());
        assert_eq!(shown.limits.limits(), default.limits.limits());
        assert_eq!(shown.limits.keepalive(), default.limits.keepalive());
        assert_eq!(shown.restart(), default.restart());
        assert_eq!(shown.drain.ready_within(), default.drain.ready_within());
        // Those that have no default are shown as comments, which are settings too.
        let uncommented: String = text
            .lines()
            .flat_map(|line| {
                let setting = line.strip_prefix("# ").filter(|rest| rest.contains(" = "));
                [setting.unwrap_or(line), "\n"]
            })
            .collect();
        let all: Settings = toml::from_str(&uncommented).expect(&uncommented);
        let certificate = all.certificate().expect("both are there");
        assert_eq!(
            certificate,
            Some((Path::new("chain.pem"), Path::new("key.pem")))
        );
        assert_eq!(all.max_connections, Some(100_000));
    }

    #[test]
    fn places_are_counted_in_lines_and_characters() {
        assert_eq!(line_and_column("", 0), (1, 1));
        assert_eq!(line_and_column("é=\nab", 5), (2, 2));
        assert_eq!(line_and_column("é", 1), (1, 2), "whatever the place is");
    }
}
