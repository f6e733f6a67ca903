//! The list of comparisons.

use askama::Template;

use crate::content::pairs;
use crate::explain::named;
use crate::render::html::address::singles;
use crate::render::html::frame::Frame;
use crate::{Prose, Subject};

#[derive(Template)]
#[template(path = "comparisons.html")]
pub(super) struct ComparisonsPage {
    frame: Frame,
    title: Prose,
    lead: Prose,
    confused: Vec<Confused>,
    rows: Vec<Row>,
}

/// Two codes that are often confused.
struct Confused {
    href: String,
    low: Prose,
    high: Prose,
}

/// A code with all others.
struct Row {
    code: u16,
    name: Prose,
    others: Vec<(u16, String)>,
}

impl ComparisonsPage {
    pub(super) fn new(frame: Frame) -> Self {
        let texts = frame.texts;
        let (title, lead) = (
            texts.prose("web-compare-title"),
            texts.prose("web-compare-lead"),
        );
        let confused = pairs().map(|pair| Confused {
            href: frame.to_comparison(pair.low, pair.high),
            low: named(Subject::Code(pair.low), texts),
            high: named(Subject::Code(pair.high), texts),
        });
        let rows = singles().map(|code| {
            let others = singles().filter(|other| *other != code);
            Row {
                code,
                name: named(Subject::Code(code), texts),
                others: others
                    .map(|other| (other, frame.to_comparison(code.min(other), code.max(other))))
                    .collect(),
            }
        });
        Self {
            confused: confused.collect(),
            rows: rows.collect(),
            frame: frame.titled(&title, &lead),
            title,
            lead,
        }
    }
}
