//! The table of codes, and the search.

use askama::Template;

use crate::render::html::address::Page;
use crate::render::html::badge::Badge;
use crate::render::html::frame::Frame;
use crate::{Prose, Subject};

#[derive(Template)]
#[template(path = "codes.html")]
pub(super) struct CodesPage {
    frame: Frame,
    title: Prose,
    lead: Prose,
    examples: Prose,
    /// The row of `Found: 3`, with a sign in the place of the number.
    found: String,
    rows: Vec<Row>,
}

/// A row of the table.
struct Row {
    subject: Subject,
    href: String,
    title: Prose,
    /// The name in English, where `title` is not.
    registered: Option<&'static str>,
    sender: Badge,
    wire: Badge,
    retry: Badge,
}

impl CodesPage {
    pub(super) fn new(frame: Frame) -> Self {
        let texts = frame.texts;
        let (title, lead) = (
            texts.prose("web-codes-title"),
            texts.prose("web-codes-lead"),
        );
        let restart = Subject::Code(1012).entry().key;
        let examples = [
            Prose::literal("1006"),
            Prose::literal("1010 1012"),
            texts.prose(&format!("{restart}-title")),
        ];
        let rows = Subject::all().map(|subject| {
            let (info, key) = (subject.info(), subject.entry().key);
            let title = texts.prose(&format!("{key}-title"));
            Row {
                subject,
                href: frame.to(&Page::Code(subject)),
                registered: Some(info.title).filter(|name| *name != title.to_string()),
                title,
                sender: Badge::sender(info, texts),
                wire: Badge::wire(info, texts),
                retry: Badge::retry(info, texts),
            }
        });
        Self {
            rows: rows.collect(),
            examples: texts.prose_around(
                "web-search-examples",
                &[
                    ("first", &examples[0]),
                    ("second", &examples[1]),
                    ("third", &examples[2]),
                ],
            ),
            found: texts
                .format("web-search-found", &[("count", PLACE.into())])
                .into_owned(),
            frame: frame
                .titled(&title, &lead)
                .shown_by("rejoin codes".to_owned()),
            title,
            lead,
        }
    }
}

/// Stands for the number of places that the script has found.
const PLACE: &str = "#";
