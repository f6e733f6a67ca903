//! [`Cited`]: a source as it is shown beside a fact.

use crate::content::{Source, SourceId, source, sources};

/// A source of a fact, whether the reference names it or a row of the close codes does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Cited {
    /// Its id among the sources of the reference; none if only a row names it.
    pub id: Option<SourceId>,
    /// What it is, in English.
    pub title: &'static str,
    /// Where it is published; none for what was measured or decided here.
    pub url: Option<&'static str>,
}

impl Cited {
    /// A source of the reference.
    pub(crate) fn of(id: SourceId) -> Self {
        Self::from(source(id))
    }

    /// The source of the reference at that address.
    pub(crate) fn at(url: &str) -> Option<Self> {
        sources()
            .find(|source| source.url == Some(url))
            .map(Self::from)
    }

    /// A source that a row names: the same one as the reference's, where that has it.
    pub(crate) fn of_row(row: rejoin_close_codes::Source) -> Self {
        row.url.and_then(Self::at).unwrap_or(Self {
            id: None,
            title: row.title,
            url: row.url,
        })
    }
}

impl From<&Source> for Cited {
    fn from(source: &Source) -> Self {
        Self {
            id: Some(source.id),
            title: source.title,
            url: source.url,
        }
    }
}

/// Each source once, where it comes first.
pub(crate) fn once(sources: impl Iterator<Item = Cited>) -> Vec<Cited> {
    let mut list = Vec::new();
    for source in sources {
        if !list.contains(&source) {
            list.push(source);
        }
    }
    list
}
