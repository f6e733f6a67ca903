//! [`Explanation`]: everything that is told of one code.

mod facts;
mod sections;
mod services;

use rejoin_close_codes::{Class, CodeInfo, Retry, Sender, WireRule};

use crate::cited::Cited;
use crate::content::{Entry, Reconnect};
use crate::{Context, Language, Prose, Subject, Texts};

pub use facts::{Fact, FactKey};
pub use sections::{Point, Section, SectionKind};
pub use services::Meaning;

pub(crate) use facts::{class_key, seconds};
pub(crate) use sections::named;
#[cfg(feature = "html")]
pub(crate) use services::reconnect_text;

/// Everything that is told of one code, in one language.
///
/// It can be shown as text ([`render::text`](crate::render::text)), as JSON
/// ([`render::json`](crate::render::json)) or by a program of its own: the order of the fields is
/// the order in which they are meant to be read.
///
/// # Examples
///
/// ```
/// use rejoin_reference::{Context, Explanation, Language, Subject};
///
/// let explanation = Explanation::new(Subject::Code(1010), Context::new(), Language::English);
/// assert_eq!(
///     explanation.headline.to_string(),
///     "1010 Mandatory Extension: from the client, clean, do not reconnect",
/// );
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Explanation {
    /// What it is about.
    pub subject: Subject,
    /// What is known of the connection.
    pub context: Context,
    /// In which language.
    pub language: Language,
    /// What holds for the code.
    pub info: &'static CodeInfo,
    /// What is told of it, as data.
    pub entry: &'static Entry,
    /// The name of the code in the language; that of the registry is `info.title`.
    pub title: Prose,
    /// One line: the code, its name, who sends it, whether that is a clean close, and whether to
    /// reconnect.
    pub headline: Prose,
    /// The same without code and name, phrase by phrase.
    pub verdict: Verdict,
    /// What it means; where the context leaves one service, what it means to that.
    pub meaning: Prose,
    /// What holds for it, each with its label.
    pub facts: Vec<Fact>,
    /// What it means to services: those of the context, else all that give it a meaning.
    pub meanings: Vec<Meaning>,
    /// Everything else, under headings.
    pub sections: Vec<Section>,
    /// The sources of all of it, each once, in the order in which they are referred to.
    pub sources: Vec<Cited>,
}

/// What the headline says of a code, phrase by phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Verdict {
    /// Who sends it.
    pub sender: Prose,
    /// Whether that is a clean close.
    pub end: Prose,
    /// Whether to reconnect, and when.
    pub retry: Prose,
}

impl Explanation {
    /// Explains `subject` in `language`.
    pub fn new(subject: Subject, context: Context, language: Language) -> Self {
        let texts = Texts::of(language);
        let (info, entry) = (subject.info(), subject.entry());
        let meanings = services::meanings(subject, &context, texts);
        let verdict = verdict(subject, &context, &meanings, texts);
        let facts = facts::of(info, texts);
        let sections = sections::of(subject, &context, &meanings, texts);
        let sources = sources(&facts, &meanings, &sections, entry);
        Self {
            subject,
            language,
            info,
            entry,
            title: texts.prose(&format!("{}-title", entry.key)),
            headline: headline(subject, &context, &meanings, &verdict, texts),
            verdict,
            meaning: match only_meaning(&context, &meanings) {
                Some(meaning) => meaning.text.clone(),
                None => texts.prose(&format!("{}-meaning", entry.key)),
            },
            facts,
            meanings,
            sections,
            sources,
            context,
        }
    }
}

/// The meaning that counts, where a service is named that gives the code one.
pub(crate) fn only_meaning<'a>(context: &Context, meanings: &'a [Meaning]) -> Option<&'a Meaning> {
    match (context.services(), meanings) {
        (Some(_), [only]) => Some(only),
        (_, _) => None,
    }
}

/// The first line.
fn headline(
    subject: Subject,
    context: &Context,
    meanings: &[Meaning],
    verdict: &Verdict,
    texts: &Texts,
) -> Prose {
    let mut title = texts.text(&format!("{}-title", subject.entry().key));
    if let Some(meaning) = only_meaning(context, meanings) {
        let service = meaning.service.name;
        title = texts.format(
            "title-in-service",
            &[("title", title.into()), ("service", service.into())],
        );
    }
    texts.prose_with(
        "headline",
        &[
            ("code", subject.to_string().into()),
            ("title", title.into()),
            ("sender", verdict.sender.to_string().into()),
            ("end", verdict.end.to_string().into()),
            ("retry", verdict.retry.to_string().into()),
        ],
    )
}

fn verdict(subject: Subject, context: &Context, meanings: &[Meaning], texts: &Texts) -> Verdict {
    let info = subject.info();
    let sender = match (info.sender, info.wire) {
        (Sender::Both, _) => "headline-sender-both",
        (Sender::Client, _) => "headline-sender-client",
        (Sender::Server, _) => "headline-sender-server",
        (Sender::Nobody, WireRule::LocalOnly) => "headline-sender-local",
        (Sender::Nobody, _) => "headline-sender-nobody",
    };
    let retry = match only_meaning(context, meanings).map(|meaning| meaning.reconnect) {
        None => retry_phrase(info.retry.verdict, texts),
        Some(Reconnect::Yes) => texts.prose("headline-retry-service-yes"),
        Some(Reconnect::No) => texts.prose("headline-retry-never"),
        Some(Reconnect::AfterChange) => texts.prose("headline-retry-with-new-input"),
        Some(Reconnect::Unstated) => texts.prose("headline-retry-service-unstated"),
    };
    Verdict {
        sender: texts.prose(sender),
        end: texts.prose(&format!("headline-end-{}", end(info.class))),
        retry,
    }
}

fn retry_phrase(verdict: Retry, texts: &Texts) -> Prose {
    match verdict {
        Retry::Application => texts.prose("headline-retry-application"),
        Retry::Never => texts.prose("headline-retry-never"),
        Retry::NotNeeded => texts.prose("headline-retry-not-needed"),
        Retry::WithNewInput => texts.prose("headline-retry-with-new-input"),
        Retry::Yes { first_delay } => texts.prose_with(
            "headline-retry-yes",
            &[("range", seconds(first_delay).into())],
        ),
    }
}

/// How the connection ended, as the ids of messages have it.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other classes are those of codes that stood in a Close frame"
)]
const fn end(class: Class) -> &'static str {
    match class {
        Class::Lost => "lost",
        Class::Tls => "never-opened",
        Class::Invalid => "invalid",
        _ => "clean",
    }
}

/// Every source once, in the order of the page.
fn sources(
    facts: &[Fact],
    meanings: &[Meaning],
    sections: &[Section],
    entry: &Entry,
) -> Vec<Cited> {
    let of_entry = entry.sources.iter().map(|id| Cited::of(*id));
    let of_facts = facts.iter().filter_map(|fact| fact.source);
    let of_meanings = meanings
        .iter()
        .flat_map(|meaning| meaning.sources.iter().copied());
    let of_points = sections
        .iter()
        .flat_map(|section| &section.points)
        .flat_map(|point| point.sources.iter().copied());
    crate::cited::once(of_entry.chain(of_facts).chain(of_meanings).chain(of_points))
}
