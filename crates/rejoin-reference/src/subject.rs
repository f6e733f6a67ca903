//! [`Subject`]: what somebody asks about, by number or by name.

use core::fmt;

use rejoin_close_codes::{CodeInfo, ROWS, lookup};

use crate::content::{Entry, entries};
use crate::{Language, Texts};

/// A close code, or a range of them that means one thing.
///
/// # Examples
///
/// ```
/// use rejoin_reference::{Language, Subject};
///
/// let subject = Subject::parse("service-restart", Language::English).unwrap();
/// assert_eq!(subject, Subject::Code(1012));
/// assert_eq!(Subject::parse("1012", Language::English), Ok(subject));
/// assert_eq!(Subject::parse("private use", Language::English).unwrap().to_string(), "4000-4999");
/// ```
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a row is that of a code or of a range"
)]
pub enum Subject {
    /// A single number, which may lie in a range.
    Code(u16),
    /// A range as a whole.
    Range(&'static CodeInfo),
}

impl Subject {
    /// Every code that has a row of its own, then every range: each page of the reference once.
    pub fn all() -> impl Iterator<Item = Self> {
        ROWS.iter().map(Self::of_row)
    }

    /// Reads a number, a range such as `4000-4999`, or a name: `SERVICE_RESTART`,
    /// `service-restart`, `Mandatory Ext.`, or the title in English or in `language`.
    ///
    /// # Errors
    ///
    /// [`UnknownSubject`] says whether it is a number that is too large or a name of nothing; for
    /// the latter there is [`search`](fn@crate::search).
    pub fn parse(text: &str, language: Language) -> Result<Self, UnknownSubject> {
        let text = text.trim();
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return text
                .parse()
                .map(Self::Code)
                .map_err(|_| UnknownSubject::TooLarge);
        }
        let wanted = name_key(text);
        let is_it = |subject: &Self| {
            subject
                .names(language)
                .any(|name| name_key(&name) == wanted)
        };
        let found = Self::all().find(is_it).filter(|_| !wanted.is_empty());
        found.ok_or(UnknownSubject::NoName)
    }

    /// What holds for it.
    pub fn info(self) -> &'static CodeInfo {
        match self {
            Self::Code(code) => lookup(code),
            Self::Range(info) => info,
        }
    }

    /// What is told of it.
    #[expect(
        clippy::missing_panics_doc,
        reason = "it cannot: a test demands an entry for every row"
    )]
    pub fn entry(self) -> &'static Entry {
        let info = self.info();
        entries()
            .find(|entry| (entry.code, entry.last) == (info.first, info.last))
            .expect("a test demands an entry for every row")
    }

    /// The number, or the first of the range.
    pub const fn first(self) -> u16 {
        match self {
            Self::Code(code) => code,
            Self::Range(info) => info.first,
        }
    }

    /// The number, or the last of the range.
    pub const fn last(self) -> u16 {
        match self {
            Self::Code(code) => code,
            Self::Range(info) => info.last,
        }
    }

    fn of_row(row: &'static CodeInfo) -> Self {
        if row.is_range() {
            Self::Range(row)
        } else {
            Self::Code(row.first)
        }
    }

    /// Everything by which it can be called.
    fn names(self, language: Language) -> impl Iterator<Item = String> {
        let info = self.info();
        let registered = info
            .registration
            .map(|registration| registration.description);
        let title = format!("{}-title", self.entry().key);
        let titles = [Language::English, language].map(|language| Texts::of(language).text(&title));
        [info.name, info.title]
            .into_iter()
            // Two ranges are registered as unassigned.
            .chain(registered.filter(|description| *description != "Unassigned"))
            .map(str::to_owned)
            .chain(titles.map(Into::into))
            .chain([self.to_string()])
    }
}

/// `1012`, `4000-4999`.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => write!(f, "{code}"),
            Self::Range(info) => write!(f, "{}-{}", info.first, info.last),
        }
    }
}

impl PartialEq for Subject {
    fn eq(&self, other: &Self) -> bool {
        (self.first(), self.last()) == (other.first(), other.last())
    }
}

impl Eq for Subject {}

/// Why a text names no subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnknownSubject {
    /// It is no name of a code or of a range.
    NoName,
    /// It is a number above 65535, the largest that fits into a Close frame.
    TooLarge,
}

impl fmt::Display for UnknownSubject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoName => "no close code has this name; take a number or a name of the table",
            Self::TooLarge => "close codes are numbers from 0 to 65535",
        })
    }
}

impl core::error::Error for UnknownSubject {}

/// A name as it is compared: its letters and digits, in lower case.
fn name_key(name: &str) -> String {
    name.chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
