//! As JSON, for programs: values to be serialized, whose shapes are laid down in [`schema`].
//!
//! Texts are in the language of what is rendered and have no marks in them; keys, and the words of
//! enumerations, are the same in every language. What refers to a source has its place in the list
//! `sources`, counted from 0.

mod comparison;
mod explanation;
mod guide;
mod row;
pub mod schema;
mod service;

use serde::Serialize;

use crate::cited::Cited;
use crate::{Comparison, Explanation, Language, Matches, Prose, Service, Subject, Texts};

/// Everything that is told of one code.
///
/// # Examples
///
/// ```
/// use rejoin_reference::render::json;
/// use rejoin_reference::{Context, Explanation, Language, Subject};
///
/// let explanation = Explanation::new(Subject::Code(1010), Context::new(), Language::English);
/// let value = serde_json::to_value(json::explanation(&explanation))?;
/// assert_eq!(value["sender"], "client");
/// assert_eq!(value["retry"]["verdict"], "never");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn explanation(explanation: &Explanation) -> impl Serialize {
    explanation::Json::of(explanation)
}

/// Two codes side by side.
pub fn comparison(comparison: &Comparison) -> impl Serialize {
    comparison::Json::of(comparison)
}

/// The table of codes.
pub fn codes(language: Language) -> impl Serialize {
    let texts = Texts::of(language);
    Table {
        kind: "codes",
        language: InLanguage::of(language),
        codes: Subject::all()
            .map(|subject| row::Json::of(subject, texts))
            .collect(),
    }
}

/// The places that fit the words of a search.
pub fn matches(matches: &Matches, language: Language) -> impl Serialize {
    let found = matches.matches.iter().map(|found| Match {
        first: found.subject.first(),
        last: found.subject.last(),
        service: found.service.map(|service| service.key),
        title: found.title.to_string(),
        line: found.line.to_string(),
        score: found.score,
    });
    Found {
        kind: "matches",
        language: InLanguage::of(language),
        matches: found.collect(),
    }
}

/// The codes of one service.
pub fn service(service: &'static Service, language: Language) -> impl Serialize {
    service::Json::of(service, language)
}

/// Every service with its codes.
pub fn services(language: Language) -> impl Serialize {
    service::All::of(language)
}

/// The questions of the guide, and the answers.
pub fn guide(language: Language) -> impl Serialize {
    guide::Json::of(language)
}

/// Every source; their titles are in English in every language.
pub fn sources() -> impl Serialize {
    Sources {
        kind: "sources",
        sources: crate::sources()
            .map(|source| Source::of(&Cited::from(source)))
            .collect(),
    }
}

/// The language of the texts, and where its lines begin.
#[derive(Serialize)]
struct InLanguage {
    language: &'static str,
    direction: &'static str,
}

impl InLanguage {
    fn of(language: Language) -> Self {
        Self {
            language: language.tag(),
            direction: language.direction().html(),
        }
    }
}

#[derive(Serialize)]
struct Table {
    kind: &'static str,
    #[serde(flatten)]
    language: InLanguage,
    codes: Vec<row::Json>,
}

#[derive(Serialize)]
struct Found {
    kind: &'static str,
    #[serde(flatten)]
    language: InLanguage,
    matches: Vec<Match>,
}

#[derive(Serialize)]
struct Match {
    first: u16,
    last: u16,
    service: Option<&'static str>,
    title: String,
    line: String,
    score: f64,
}

#[derive(Serialize)]
struct Sources {
    kind: &'static str,
    sources: Vec<Source>,
}

/// A source.
#[derive(Serialize)]
struct Source {
    id: Option<&'static str>,
    title: &'static str,
    url: Option<&'static str>,
}

impl Source {
    fn of(cited: &Cited) -> Self {
        Self {
            id: cited.id.map(crate::SourceId::as_str),
            title: cited.title,
            url: cited.url,
        }
    }
}

/// The places of some sources in the list of all.
fn places(cited: &[Cited], all: &[Cited]) -> Vec<usize> {
    cited
        .iter()
        .filter_map(|cited| all.iter().position(|it| it == cited))
        .collect()
}

/// A text, or nothing where there is none.
fn optional(prose: &Prose) -> Option<String> {
    (!prose.is_empty()).then(|| prose.to_string())
}

#[cfg(test)]
mod tests;
