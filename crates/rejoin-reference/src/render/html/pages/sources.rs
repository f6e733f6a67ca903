//! Where every fact comes from.

use askama::Template;

use crate::cited::Cited;
use crate::content::{Source, services, sources};
use crate::render::html::address::Page;
use crate::render::html::frame::Frame;
use crate::{Context, Explanation, Prose, Subject};

#[derive(Template)]
#[template(path = "sources.html")]
pub(super) struct SourcesPage {
    frame: Frame,
    title: Prose,
    lead: Prose,
    rows: Vec<Row>,
}

struct Row {
    source: &'static Source,
    /// The pages that cite it: link and name.
    cited_by: Vec<(String, String)>,
}

impl SourcesPage {
    pub(super) fn new(frame: Frame) -> Self {
        let texts = frame.texts;
        let (title, lead) = (
            texts.prose("heading-sources"),
            texts.prose("web-sources-lead"),
        );
        let pages = pages(&frame);
        let rows = sources().map(|source| {
            let cites = |page: &&Citing| page.sources.iter().any(|it| it.id == Some(source.id));
            let cited_by = pages.iter().filter(cites);
            Row {
                source,
                cited_by: cited_by
                    .map(|it| (it.href.clone(), it.name.clone()))
                    .collect(),
            }
        });
        Self {
            rows: rows.collect(),
            frame: frame.titled(&title, &lead),
            title,
            lead,
        }
    }
}

/// A page with its sources.
struct Citing {
    href: String,
    name: String,
    sources: Vec<Cited>,
}

fn pages(frame: &Frame) -> Vec<Citing> {
    let codes = Subject::all().map(|subject| Citing {
        href: frame.to(&Page::Code(subject)),
        name: subject.to_string(),
        sources: Explanation::new(subject, Context::new(), frame.language).sources,
    });
    let services = services().iter().map(|service| Citing {
        href: frame.to(&Page::Service(service)),
        name: service.name.to_owned(),
        sources: super::service::sources(service),
    });
    codes.chain(services).collect()
}
