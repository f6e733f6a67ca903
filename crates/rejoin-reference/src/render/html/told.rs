//! What is told under headings, with the small numbers that lead to its sources.

use super::frame::Frame;
use crate::cited::Cited;
use crate::{Point, Prose, Section, SectionKind};

/// A section of a page.
pub(super) struct Told {
    /// Its anchor.
    pub(super) id: &'static str,
    pub(super) heading: Prose,
    pub(super) points: Vec<ToldPoint>,
}

/// A point of a section.
pub(super) struct ToldPoint {
    pub(super) lead: Prose,
    /// Where the lead leads.
    pub(super) href: Option<String>,
    pub(super) text: Prose,
    pub(super) note: Prose,
    pub(super) sources: Vec<Reference>,
}

/// A small number that leads to a source of the same page.
pub(super) struct Reference {
    /// Its place in the list, counted from 1.
    pub(super) number: usize,
    /// What is read aloud.
    pub(super) label: String,
}

impl Told {
    pub(super) fn of(section: &Section, all: &[Cited], frame: &Frame) -> Self {
        let points = section.points.iter();
        Self {
            id: section.kind.as_str(),
            heading: section.heading.clone(),
            points: points
                .map(|point| ToldPoint::of(point, all, frame))
                .collect(),
        }
    }

    /// Whether its points are to be read one after the other, as a text.
    pub(super) fn is_text(&self) -> bool {
        let plain = [
            SectionKind::Reconnect,
            SectionKind::Reason,
            SectionKind::Now,
        ];
        let plain = plain.iter().any(|kind| kind.as_str() == self.id);
        plain && self.points.iter().all(|point| point.lead.is_empty())
    }
}

impl ToldPoint {
    fn of(point: &Point, all: &[Cited], frame: &Frame) -> Self {
        Self {
            lead: point.lead.clone(),
            href: point.code.map(|code| frame.to_code(code)),
            text: point.text.clone(),
            note: point.note.clone(),
            sources: Reference::of(&point.sources, all, frame),
        }
    }
}

impl Reference {
    pub(super) fn of(cited: &[Cited], all: &[Cited], frame: &Frame) -> Vec<Self> {
        let mut numbers: Vec<_> = cited
            .iter()
            .filter_map(|cited| all.iter().position(|it| it == cited))
            .map(|place| place + 1)
            .collect();
        numbers.sort_unstable();
        let label = |number: usize| {
            let text = frame
                .texts
                .format("web-source-number", &[("number", number.into())]);
            text.into_owned()
        };
        numbers
            .into_iter()
            .map(|number| Self {
                label: label(number),
                number,
            })
            .collect()
    }
}
