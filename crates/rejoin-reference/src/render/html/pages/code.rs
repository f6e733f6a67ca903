//! Everything that is told of one code.

use askama::Template;

use crate::cited::Cited;
use crate::content::{Service, services};
use crate::explain::named;
use crate::render::html::address::{Page, comparisons};
use crate::render::html::badge::Badge;
use crate::render::html::frame::Frame;
use crate::render::html::told::{Reference, Told};
use crate::{Context, Explanation, Prose, Subject};

#[derive(Template)]
#[template(path = "code.html")]
pub(super) struct CodePage {
    frame: Frame,
    subject: Subject,
    title: Prose,
    /// The name in English, where the title is not.
    registered: Option<&'static str>,
    meaning: Prose,
    verdict: [Badge; 3],
    facts: Vec<ToldFact>,
    sections: Vec<Told>,
    sources: Vec<Cited>,
    /// The other codes of the comparisons.
    others: Vec<Neighbour>,
    /// Services that use numbers of the range.
    services: Vec<&'static Service>,
    before: Option<Neighbour>,
    after: Option<Neighbour>,
}

struct ToldFact {
    label: Prose,
    value: Prose,
    sources: Vec<Reference>,
}

/// Another code, with a link.
struct Neighbour {
    subject: Subject,
    href: String,
    title: Prose,
}

impl CodePage {
    pub(super) fn new(frame: Frame, subject: Subject) -> Self {
        let texts = frame.texts;
        let explanation = Explanation::new(subject, Context::new(), frame.language);
        let all = explanation.sources.as_slice();
        let facts = explanation.facts.iter().map(|fact| ToldFact {
            label: fact.label.clone(),
            value: fact.value.clone(),
            sources: Reference::of(fact.source.as_slice(), all, &frame),
        });
        let sections = explanation.sections.iter();
        let registered = Some(explanation.info.title);
        let (before, after) = around(subject);
        let neighbour = |subject: Subject| Neighbour::new(subject, Page::Code(subject), &frame);
        Self {
            registered: registered.filter(|name| *name != explanation.title.to_string()),
            facts: facts.collect(),
            sections: sections.map(|it| Told::of(it, all, &frame)).collect(),
            others: compared(subject, &frame),
            services: in_range(subject),
            before: before.map(neighbour),
            after: after.map(neighbour),
            frame: frame
                .titled(&named(subject, texts), &explanation.meaning)
                .shown_by(format!("rejoin explain {subject}")),
            subject,
            verdict: Badge::verdict(&explanation),
            title: explanation.title,
            meaning: explanation.meaning,
            sources: explanation.sources,
        }
    }
}

impl Neighbour {
    fn new(subject: Subject, page: Page, frame: &Frame) -> Self {
        let title = format!("{}-title", subject.entry().key);
        Self {
            subject,
            href: frame.to(&page),
            title: frame.texts.prose(&title),
        }
    }
}

/// The codes with which it is compared.
fn compared(subject: Subject, frame: &Frame) -> Vec<Neighbour> {
    let Subject::Code(code) = subject else {
        return Vec::new();
    };
    comparisons()
        .filter(|(low, high)| [*low, *high].contains(&code))
        .map(|(low, high)| {
            let other = if low == code { high } else { low };
            Neighbour::new(Subject::Code(other), Page::Comparison(low, high), frame)
        })
        .collect()
}

/// The services with codes in a range.
fn in_range(subject: Subject) -> Vec<&'static Service> {
    let Subject::Range(row) = subject else {
        return Vec::new();
    };
    let inside = row.first..=row.last;
    let uses = |service: &&Service| {
        let codes = service.codes.iter().map(|it| it.code);
        let ranges = service.ranges.iter().map(|it| it.first);
        codes.chain(ranges).any(|code| inside.contains(&code))
    };
    services().iter().filter(uses).collect()
}

/// The codes before and after, by their numbers.
fn around(subject: Subject) -> (Option<Subject>, Option<Subject>) {
    let mut in_order: Vec<_> = Subject::all().collect();
    in_order.sort_unstable_by_key(|subject| subject.first());
    let (before, others): (Vec<_>, Vec<_>) = in_order
        .into_iter()
        .partition(|other| other.first() < subject.first());
    (before.last().copied(), others.get(1).copied())
}
