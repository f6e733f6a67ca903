//! The languages: which there are, and which one somebody means.

use core::fmt;

use unic_langid::LanguageIdentifier;
use unic_langid::subtags::{Language as Subtag, Script};

/// Makes the languages out of one row each.
///
/// A row is all that a translation needs besides its files: a test compares the rows with the
/// directories, and the messages of each with those of English.
macro_rules! languages {
    ($($(#[$default:meta])? $name:ident = $tag:literal, $native:literal, $direction:ident;)*) => {
        /// A language in which the texts are there, all of them.
        ///
        /// # Examples
        ///
        /// ```
        /// use rejoin_reference::{Direction, Language};
        ///
        /// assert_eq!(Language::English.tag(), "en");
        /// assert_eq!(Language::English.direction(), Direction::LeftToRight);
        /// assert!(Language::ALL.contains(&Language::default()));
        /// ```
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Language {
            $(
                #[doc = $native]
                $(#[$default])?
                $name,
            )*
        }

        impl Language {
            /// Every language, English first.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The tag by BCP 47: `en`, `pt-BR`.
            pub const fn tag(self) -> &'static str {
                match self {
                    $(Self::$name => $tag,)*
                }
            }

            /// The language's own name for itself.
            pub const fn native_name(self) -> &'static str {
                match self {
                    $(Self::$name => $native,)*
                }
            }

            /// Where its lines begin.
            pub const fn direction(self) -> Direction {
                match self {
                    $(Self::$name => Direction::$direction,)*
                }
            }

            /// What its files say.
            pub(crate) const fn files(self) -> [&'static str; 7] {
                match self {
                    $(Self::$name => [
                        include_str!(concat!("../locales/", $tag, "/ui.ftl")),
                        include_str!(concat!("../locales/", $tag, "/codes.ftl")),
                        include_str!(concat!("../locales/", $tag, "/services.ftl")),
                        include_str!(concat!("../locales/", $tag, "/pairs.ftl")),
                        include_str!(concat!("../locales/", $tag, "/guide.ftl")),
                        include_str!(concat!("../locales/", $tag, "/live.ftl")),
                        include_str!(concat!("../locales/", $tag, "/web.ftl")),
                    ],)*
                }
            }
        }
    };
}

languages! {
    #[default]
    English = "en", "English", LeftToRight;
    Arabic = "ar", "العربية", RightToLeft;
    German = "de", "Deutsch", LeftToRight;
    Spanish = "es", "Español", LeftToRight;
    French = "fr", "Français", LeftToRight;
    Japanese = "ja", "日本語", LeftToRight;
    Korean = "ko", "한국어", LeftToRight;
    PortugueseBrazil = "pt-BR", "Português (Brasil)", LeftToRight;
    Russian = "ru", "Русский", LeftToRight;
    Turkish = "tr", "Türkçe", LeftToRight;
    Vietnamese = "vi", "Tiếng Việt", LeftToRight;
    ChineseSimplified = "zh-Hans", "简体中文", LeftToRight;
}

/// Where the lines of a script begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    clippy::exhaustive_enums,
    reason = "whoever lays a text out has to handle every one"
)]
pub enum Direction {
    /// On the left.
    LeftToRight,
    /// On the right, as in Arabic.
    RightToLeft,
}

impl Direction {
    /// The value of the attribute `dir` in HTML.
    pub const fn html(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Language {
    /// The language that a tag or a locale asks for, or `None` if its texts are not there.
    ///
    /// It takes tags of BCP 47 (`pt-BR`, `zh-Hans-CN`) and locales of POSIX (`pt_BR.UTF-8`,
    /// `de_AT@euro`), in any case. Where the region or the script is not there, the language alone
    /// decides: `pt-PT` finds `pt-BR`, and `zh` finds `zh-Hans`. `C` and `POSIX` ask for nothing.
    ///
    /// # Spec
    ///
    /// RFC 5646; the lookup is that of RFC 4647 section 3.4, but for the region and the script.
    ///
    /// # Examples
    ///
    /// ```
    /// use rejoin_reference::Language;
    ///
    /// assert_eq!(Language::of_locale("en-GB"), Some(Language::English));
    /// assert_eq!(Language::of_locale("en_US.UTF-8"), Some(Language::English));
    /// assert_eq!(Language::of_locale("C.UTF-8"), None);
    /// assert_eq!(Language::of_locale("tlh"), None);
    /// ```
    pub fn of_locale(locale: &str) -> Option<Self> {
        let tag = locale.split(['.', '@']).next().unwrap_or(locale);
        let wanted: LanguageIdentifier = tag.parse().ok()?;
        Self::ALL
            .iter()
            .map(|language| (likeness(&wanted, &language.identifier()), *language))
            .filter(|(likeness, _)| *likeness > 0)
            // The first of the best: `max_by_key` would take the last.
            .rev()
            .max_by_key(|(likeness, _)| *likeness)
            .map(|(_, language)| language)
    }

    /// The language that the header `Accept-Language` asks for first, of those that are there;
    /// English if it names none of them.
    ///
    /// # Spec
    ///
    /// RFC 9110 section 12.5.4. What does not fit its grammar is passed over.
    ///
    /// # Examples
    ///
    /// ```
    /// use rejoin_reference::Language;
    ///
    /// assert_eq!(Language::of_accept_language("tlh, en;q=0.5"), Language::English);
    /// assert_eq!(Language::of_accept_language(""), Language::English);
    /// ```
    pub fn of_accept_language(header: &str) -> Self {
        let mut wanted: Vec<(u16, Self)> = Vec::new();
        for range in header.split(',') {
            let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
            let language = match tag.trim() {
                "*" => Some(Self::default()),
                tag => Self::of_locale(tag),
            };
            if let (Some(language), Some(weight)) = (language, thousandths(weight))
                && weight > 0
            {
                wanted.push((weight, language));
            }
        }
        // Equal weights stay in the order of the header.
        wanted.sort_by_key(|(weight, _)| core::cmp::Reverse(*weight));
        wanted
            .first()
            .map_or_else(Self::default, |(_, language)| *language)
    }

    /// The tag, taken apart.
    pub(crate) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().expect("the rows have tags of BCP 47")
    }
}

/// The tag.
impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// How well one tag fits another: 0 is another language.
fn likeness(wanted: &LanguageIdentifier, offered: &LanguageIdentifier) -> u8 {
    if wanted.language != offered.language || wanted.language == Subtag::default() {
        return 0;
    }
    let script = script(wanted) == script(offered);
    let region = wanted.region == offered.region;
    1 + 2 * u8::from(script) + u8::from(region)
}

/// The script of a tag, where a region stands for one.
fn script(tag: &LanguageIdentifier) -> Option<Script> {
    tag.script.or_else(|| match tag.region?.as_str() {
        "CN" | "SG" => "Hans".parse().ok(),
        "HK" | "MO" | "TW" => "Hant".parse().ok(),
        _ => None,
    })
}

/// The weight of `q=0.25` in thousandths.
fn thousandths(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.split_once('=')?;
    let value = value.trim();
    if !name.trim().eq_ignore_ascii_case("q") || value.len() > 5 {
        return None;
    }
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let whole: u16 = whole.parse().ok()?;
    let fraction: u16 = format!("{fraction:0<3}").parse().ok()?;
    let weight = whole.checked_mul(1000)?.checked_add(fraction)?;
    (weight <= 1000).then_some(weight)
}

#[cfg(test)]
mod tests {
    use super::{Language, thousandths};
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn there_is_a_row_for_each_directory_and_a_directory_for_each_row() {
        let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        let directories: BTreeSet<_> = std::fs::read_dir(locales)
            .expect("the crate has its locales")
            .map(|entry| entry.expect("it can be read").file_name())
            .map(|name| name.into_string().expect("tags are ASCII"))
            .collect();
        let rows = Language::ALL
            .iter()
            .map(|language| language.tag().to_owned());
        assert_eq!(rows.collect::<BTreeSet<_>>(), directories);
    }

    #[test]
    fn a_locale_finds_its_language() {
        for (locale, found) in [
            ("en", Some("en")),
            ("EN", Some("en")),
            ("en-US", Some("en")),
            ("en_US.UTF-8", Some("en")),
            ("en_GB.ISO-8859-1@euro", Some("en")),
            ("ar", Some("ar")),
            ("ar_EG.UTF-8", Some("ar")),
            ("de_AT@euro", Some("de")),
            ("es-419", Some("es")),
            ("fr_CA.UTF-8", Some("fr")),
            ("ja_JP.eucJP", Some("ja")),
            ("ko-Kore-KR", Some("ko")),
            ("pt_BR.UTF-8", Some("pt-BR")),
            ("pt-PT", Some("pt-BR")),
            ("ru-UA", Some("ru")),
            ("tr_TR.UTF-8", Some("tr")),
            ("vi-VN", Some("vi")),
            ("zh", Some("zh-Hans")),
            ("zh_CN.UTF-8", Some("zh-Hans")),
            ("zh-Hant-TW", Some("zh-Hans")),
            ("C", None),
            ("C.UTF-8", None),
            ("POSIX", None),
            ("", None),
            ("und", None),
            ("en us", None),
            ("eng", None),
            ("tlh", None),
        ] {
            let language = Language::of_locale(locale);
            assert_eq!(language.map(Language::tag), found, "{locale:?}");
        }
    }

    #[test]
    fn rfc9110_12_5_4_weights_are_read_by_the_grammar() {
        for (parameter, weight) in [
            ("q=1", Some(1000)),
            ("q=1.000", Some(1000)),
            (" Q=0.5", Some(500)),
            ("q=0.25", Some(250)),
            ("q=0.001", Some(1)),
            ("q=0.", Some(0)),
            ("q=0", Some(0)),
            ("q=1.5", None),
            ("q=-1", None),
            ("q=0.0001", None),
            ("q=", None),
            ("level=1", None),
            ("", None),
        ] {
            assert_eq!(thousandths(parameter), weight, "{parameter:?}");
        }
    }
}
