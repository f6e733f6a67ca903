//! Two codes side by side.

use askama::Template;

use crate::cited::Cited;
use crate::render::html::address::page_of;
use crate::render::html::badge::Badge;
use crate::render::html::frame::Frame;
use crate::render::html::told::Told;
use crate::{Comparison, Context, Contrast, Explanation, Fact, Prose, Subject};

#[derive(Template)]
#[template(path = "comparison.html")]
pub(super) struct ComparisonPage {
    frame: Frame,
    title: Prose,
    remark: Prose,
    sides: [Side; 2],
    differences: Vec<Contrast>,
    alike: Vec<Fact>,
    sections: Vec<Told>,
    sources: Vec<Cited>,
}

/// One of the two codes.
struct Side {
    subject: Subject,
    href: String,
    title: Prose,
    verdict: [Badge; 3],
}

impl ComparisonPage {
    pub(super) fn new(frame: Frame, low: u16, high: u16) -> Self {
        let (low, high) = (Subject::Code(low), Subject::Code(high));
        let comparison = Comparison::new(low, high, &Context::new(), frame.language);
        let sections = comparison.sections.iter();
        let side = |side: &Explanation| Side {
            subject: side.subject,
            href: frame.to(&page_of(side.subject.first())),
            title: side.title.clone(),
            verdict: Badge::verdict(side),
        };
        let (low_meaning, high_meaning) = (&comparison.low.meaning, &comparison.high.meaning);
        let description = low_meaning.clone().then(high_meaning.clone());
        Self {
            sides: [side(&comparison.low), side(&comparison.high)],
            sections: sections
                .map(|it| Told::of(it, &comparison.sources, &frame))
                .collect(),
            frame: frame
                .titled(&comparison.title, &description)
                .shown_by(format!("rejoin compare {low} {high}")),
            title: comparison.title,
            remark: comparison.remark,
            differences: comparison.differences,
            alike: comparison.alike,
            sources: comparison.sources,
        }
    }
}
