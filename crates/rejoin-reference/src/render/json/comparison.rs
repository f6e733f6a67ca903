//! The JSON of a comparison.

use serde::Serialize;

use super::{InLanguage, Source, optional, places, row};
use crate::cited::Cited;
use crate::{Comparison, Explanation, Point, Relation, SectionKind, Texts};

#[derive(Serialize)]
pub(super) struct Json {
    kind: &'static str,
    #[serde(flatten)]
    language: InLanguage,
    title: String,
    relation: &'static str,
    remark: Option<String>,
    low: Side,
    high: Side,
    differences: Vec<Difference>,
    alike: Vec<Alike>,
    tell_apart: Vec<Told>,
    #[serde(rename = "use")]
    uses: Vec<Told>,
    now: Vec<Told>,
    sources: Vec<Source>,
}

#[derive(Serialize)]
struct Side {
    headline: String,
    #[serde(flatten)]
    row: row::Json,
}

#[derive(Serialize)]
struct Difference {
    key: Option<&'static str>,
    label: String,
    low: Option<String>,
    high: Option<String>,
}

#[derive(Serialize)]
struct Alike {
    key: &'static str,
    label: String,
    value: String,
}

#[derive(Serialize)]
struct Told {
    about: Option<String>,
    text: String,
    sources: Vec<usize>,
}

impl Json {
    pub(super) fn of(comparison: &Comparison) -> Self {
        let side = |side: &Explanation| Side {
            headline: side.headline.to_string(),
            row: row::Json::of(side.subject, Texts::of(comparison.language)),
        };
        let told = |kind: SectionKind| {
            let sections = comparison
                .sections
                .iter()
                .filter(|section| section.kind == kind);
            let points = sections.flat_map(|section| &section.points);
            points
                .map(|point| Told::of(point, &comparison.sources))
                .collect()
        };
        Self {
            kind: "comparison",
            language: InLanguage::of(comparison.language),
            title: comparison.title.to_string(),
            relation: match comparison.relation {
                Relation::Same => "same",
                Relation::OneRow => "one-row",
                Relation::Different => "different",
            },
            remark: optional(&comparison.remark),
            low: side(&comparison.low),
            high: side(&comparison.high),
            differences: comparison
                .differences
                .iter()
                .map(|line| Difference {
                    key: line.key.map(crate::FactKey::as_str),
                    label: line.label.to_string(),
                    low: optional(&line.low),
                    high: optional(&line.high),
                })
                .collect(),
            alike: comparison
                .alike
                .iter()
                .map(|fact| Alike {
                    key: fact.key.as_str(),
                    label: fact.label.to_string(),
                    value: fact.value.to_string(),
                })
                .collect(),
            tell_apart: told(SectionKind::TellApart),
            uses: told(SectionKind::Use),
            now: told(SectionKind::Now),
            sources: comparison.sources.iter().map(Source::of).collect(),
        }
    }
}

impl Told {
    fn of(point: &Point, sources: &[Cited]) -> Self {
        Self {
            about: optional(&point.lead),
            text: point.text.to_string(),
            sources: places(&point.sources, sources),
        }
    }
}
