//! Which pages there are, and at which path each one is.

use core::fmt;

use crate::content::{Service, pairs, services};
use crate::{Language, Subject};

/// What one can ask a site for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// The list of languages.
    Languages,
    /// A style, a script, a picture.
    Asset(&'static Asset),
    /// What lays down the shape of the facts.
    Schema(&'static Schema),
    /// The list of all pages.
    Sitemap,
    /// What is told when there is no such page.
    Missing,
    /// A page.
    Page(Language, Page),
    /// The facts of a page.
    Facts(Language, Page),
    /// What the search looks through.
    SearchIndex(Language),
}

/// A page, whatever its language.
#[derive(Clone, Copy, Debug)]
pub(super) enum Page {
    /// The table of codes.
    Codes,
    /// One code, or a range.
    Code(Subject),
    /// The list of comparisons.
    Comparisons,
    /// Two codes, the lower one first.
    Comparison(u16, u16),
    /// The list of services.
    Services,
    /// One service.
    Service(&'static Service),
    /// "Why was I closed?"
    Guide,
    /// Where every fact comes from.
    Sources,
    /// There is no such page.
    Missing,
}

/// A file that is the same in every language.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Asset {
    name: &'static str,
    pub(super) kind: &'static str,
    pub(super) text: &'static str,
}

/// A schema of facts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Schema {
    name: &'static str,
    pub(super) text: &'static str,
}

impl Address {
    /// What every site has, in the order in which it is written. A sitemap and a page for addresses
    /// where nothing is are for sites that know where they are.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let assets = ASSETS.iter().map(Self::Asset);
        let schemas = SCHEMAS.iter().map(Self::Schema);
        let pages = Language::ALL.iter().flat_map(|&language| {
            let pages = Page::all().flat_map(move |page| {
                let facts = page.has_facts().then_some(Self::Facts(language, page));
                [Self::Page(language, page)].into_iter().chain(facts)
            });
            pages.chain([Self::SearchIndex(language)])
        });
        [Self::Languages]
            .into_iter()
            .chain(assets)
            .chain(schemas)
            .chain(pages)
    }

    /// What is at a path, which has no slash at its beginning.
    pub(super) fn of_path(path: &str) -> Option<Self> {
        match path {
            "index.html" => return Some(Self::Languages),
            "404.html" => return Some(Self::Missing),
            "sitemap.xml" => return Some(Self::Sitemap),
            _ => {}
        }
        let (directory, rest) = path.split_once('/')?;
        match directory {
            "assets" => ASSETS
                .iter()
                .find(|asset| asset.name == rest)
                .map(Self::Asset),
            "schema" => SCHEMAS
                .iter()
                .find(|schema| schema.name == rest)
                .map(Self::Schema),
            tag => {
                let language = Language::ALL
                    .iter()
                    .find(|language| language.tag() == tag)?;
                Self::in_language(*language, rest)
            }
        }
    }

    fn in_language(language: Language, path: &str) -> Option<Self> {
        if path == "search-index.js" {
            return Some(Self::SearchIndex(language));
        }
        if let Some(name) = path.strip_suffix(".html") {
            return Page::of_name(name).map(|page| Self::Page(language, page));
        }
        let page = Page::of_name(path.strip_suffix(".json")?)?;
        page.has_facts().then_some(Self::Facts(language, page))
    }
}

/// The path.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Languages => f.write_str("index.html"),
            Self::Asset(asset) => write!(f, "assets/{}", asset.name),
            Self::Schema(schema) => write!(f, "schema/{}", schema.name),
            Self::Sitemap => f.write_str("sitemap.xml"),
            Self::Missing => f.write_str("404.html"),
            Self::Page(language, page) => write!(f, "{language}/{page}.html"),
            Self::Facts(language, page) => write!(f, "{language}/{page}.json"),
            Self::SearchIndex(language) => write!(f, "{language}/search-index.js"),
        }
    }
}

impl Page {
    /// Every page of a language.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let lists = [Self::Codes, Self::Guide, Self::Comparisons, Self::Services];
        lists
            .into_iter()
            .chain(Subject::all().map(Self::Code))
            .chain(comparisons().map(|(low, high)| Self::Comparison(low, high)))
            .chain(services().iter().map(Self::Service))
            .chain([Self::Sources, Self::Missing])
    }

    fn of_name(name: &str) -> Option<Self> {
        // There are some hundred: a walk along them is short, and cannot disagree with the names.
        Self::all().find(|page| page.to_string() == name)
    }

    /// Whether it tells facts, which are then there as JSON too.
    pub(super) const fn has_facts(self) -> bool {
        match self {
            Self::Codes
            | Self::Code(_)
            | Self::Comparison(..)
            | Self::Services
            | Self::Service(_)
            | Self::Guide
            | Self::Sources => true,
            Self::Comparisons | Self::Missing => false,
        }
    }

    /// Whether it lies in a directory below that of its language.
    pub(super) const fn is_below(self) -> bool {
        matches!(
            self,
            Self::Comparisons | Self::Comparison(..) | Self::Services | Self::Service(_)
        )
    }
}

/// The name of its file, without the ending.
impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Codes => f.write_str("index"),
            Self::Code(subject) => write!(f, "{subject}"),
            Self::Comparisons => f.write_str("compare/index"),
            Self::Comparison(low, high) => write!(f, "compare/{low}-{high}"),
            Self::Services => f.write_str("services/index"),
            Self::Service(service) => write!(f, "services/{}", service.key),
            Self::Guide => f.write_str("guide"),
            Self::Sources => f.write_str("sources"),
            Self::Missing => f.write_str("404"),
        }
    }
}

impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        self.to_string() == other.to_string()
    }
}

impl Eq for Page {}

/// The comparisons that have a page: every two codes with rows of their own, and what else is
/// confused; in order.
pub(super) fn comparisons() -> impl Iterator<Item = (u16, u16)> {
    let others = pairs().map(|pair| (pair.low, pair.high));
    let others = others.filter(|(low, high)| !is_single(*low) || !is_single(*high));
    let every_two = singles().flat_map(|low| {
        let higher = singles().filter(move |high| *high > low);
        higher.map(move |high| (low, high))
    });
    let mut pairs: Vec<_> = every_two.chain(others).collect();
    pairs.sort_unstable();
    pairs.into_iter()
}

/// The codes that have a row of their own.
pub(super) fn singles() -> impl Iterator<Item = u16> {
    Subject::all().filter_map(|subject| match subject {
        Subject::Code(code) => Some(code),
        Subject::Range(_) => None,
    })
}

fn is_single(code: u16) -> bool {
    singles().any(|single| single == code)
}

/// The page on which a code is told: its own, or that of its range.
pub(super) fn page_of(code: u16) -> Page {
    Page::Code(subject_of(code))
}

/// The code itself, or the range that it lies in.
pub(super) fn subject_of(code: u16) -> Subject {
    Subject::all()
        .find(|subject| (subject.first()..=subject.last()).contains(&code))
        .expect("the rows cover every number")
}

macro_rules! assets {
    ($($name:literal $kind:literal,)*) => {
        const ASSETS: &[Asset] = &[$(Asset {
            name: $name,
            kind: $kind,
            text: include_str!(concat!("../../../web/", $name)),
        }),*];
    };
}

assets! {
    "icon.svg" "image/svg+xml",
    "search.js" "text/javascript; charset=utf-8",
    "style.css" "text/css; charset=utf-8",
}

const SCHEMAS: &[Schema] = {
    use crate::render::json::schema;
    &[
        Schema {
            name: "codes.schema.json",
            text: schema::CODES,
        },
        Schema {
            name: "compare.schema.json",
            text: schema::COMPARE,
        },
        Schema {
            name: "explain.schema.json",
            text: schema::EXPLAIN,
        },
        Schema {
            name: "guide.schema.json",
            text: schema::GUIDE,
        },
        Schema {
            name: "services.schema.json",
            text: schema::SERVICES,
        },
        Schema {
            name: "sources.schema.json",
            text: schema::SOURCES,
        },
    ]
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Address, comparisons, page_of};

    #[test]
    fn each_path_leads_back_to_its_address() {
        let mut seen = BTreeSet::new();
        for address in Address::all().chain([Address::Missing, Address::Sitemap]) {
            let path = address.to_string();
            assert_eq!(Address::of_path(&path), Some(address), "{path}");
            assert!(seen.insert(path.clone()), "{path} stands there twice");
        }
    }

    #[test]
    fn other_paths_lead_nowhere() {
        for path in [
            "",
            "/",
            "en",
            "en/",
            "xx/index.html",
            "en/1016.html",
            "en/compare/1012-1010.html",
            "en/404.json",
            "en/../index.html",
            "assets/",
            "assets/none",
            "schema/x",
            "en/1010",
        ] {
            assert_eq!(Address::of_path(path), None, "{path}");
        }
    }

    #[test]
    fn every_two_codes_are_compared_once() {
        let pairs: Vec<_> = comparisons().collect();
        assert!(pairs.is_sorted() && pairs.iter().all(|(low, high)| low < high));
        assert_eq!(pairs.iter().collect::<BTreeSet<_>>().len(), pairs.len());
        assert!(pairs.contains(&(1010, 1012)) && pairs.contains(&(1008, 4401)));
    }

    #[test]
    fn every_number_has_its_page() {
        for (code, name) in [
            (0, "0-999"),
            (1010, "1010"),
            (4004, "4000-4999"),
            (65535, "5000-65535"),
        ] {
            assert_eq!(page_of(code).to_string(), name);
        }
    }
}
