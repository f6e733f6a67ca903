//! What a number means to services.

use crate::cited::Cited;
use crate::content::{Reconnect, Service, services};
use crate::{Context, Prose, Subject, Texts};

/// What a code means to one service.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Meaning {
    /// The service.
    pub service: &'static Service,
    /// The codes that have this meaning there: one, or a range of its own.
    pub codes: (u16, u16),
    /// The meaning.
    pub text: Prose,
    /// What the service says of reconnecting.
    pub reconnect: Reconnect,
    /// The same in words.
    pub reconnect_text: Prose,
    /// Where it is written.
    pub sources: Vec<Cited>,
}

/// The meanings of a code to the services of the context, or to all.
///
/// Where no service is named, a range has none, for there would be hundreds; and a code of the
/// protocol has those that are told of it alone, for what a service says of all of them says nothing
/// of one.
pub(super) fn meanings(subject: Subject, context: &Context, texts: &Texts) -> Vec<Meaning> {
    let all: Vec<_> = services().iter().collect();
    let services = context.services().unwrap_or(&all);
    services
        .iter()
        .flat_map(|service| match subject {
            Subject::Code(code) => one(service, code, texts)
                .filter(|meaning| {
                    let (first, last) = meaning.codes;
                    context.services().is_some() || first == last || first >= FIRST_OF_LIBRARIES
                })
                .into_iter()
                .collect(),
            Subject::Range(_) if context.services().is_some() => several(service, subject, texts),
            Subject::Range(_) => Vec::new(),
        })
        .collect()
}

/// What one code means to a service: what it says of the code, else of the range around it.
fn one(service: &'static Service, code: u16, texts: &Texts) -> Option<Meaning> {
    let listed = service.codes.iter().find(|listed| listed.code == code);
    if let Some(listed) = listed {
        let told = (listed.text, listed.reconnect, listed.sources);
        return Some(meaning(service, (code, code), told, texts));
    }
    let range = service
        .ranges
        .iter()
        .find(|range| (range.first..=range.last).contains(&code))?;
    let told = (range.text, range.reconnect, range.sources);
    Some(meaning(service, (range.first, range.last), told, texts))
}

/// Everything that a service says of codes inside a range.
fn several(service: &'static Service, subject: Subject, texts: &Texts) -> Vec<Meaning> {
    let inside = subject.first()..=subject.last();
    let codes = service.codes.iter().filter(|it| inside.contains(&it.code));
    let ranges = service
        .ranges
        .iter()
        .filter(|it| inside.contains(&it.first));
    codes
        .map(|it| ((it.code, it.code), (it.text, it.reconnect, it.sources)))
        .chain(ranges.map(|it| ((it.first, it.last), (it.text, it.reconnect, it.sources))))
        .map(|(codes, told)| meaning(service, codes, told, texts))
        .collect()
}

/// A message, what is said of reconnecting, and sources beside those of the service.
type Told = (
    crate::MessageId,
    Reconnect,
    &'static [crate::content::SourceId],
);

fn meaning(service: &'static Service, codes: (u16, u16), told: Told, texts: &Texts) -> Meaning {
    let (text, reconnect, sources) = told;
    let sources = sources.iter().chain(service.sources);
    Meaning {
        service,
        codes,
        text: texts.prose(text),
        reconnect,
        reconnect_text: texts.prose(reconnect_text(reconnect)),
        sources: crate::cited::once(sources.map(|id| Cited::of(*id))),
    }
}

/// What a service says of reconnecting, as a message.
pub(crate) const fn reconnect_text(reconnect: Reconnect) -> &'static str {
    match reconnect {
        Reconnect::Yes => "reconnect-yes",
        Reconnect::No => "reconnect-no",
        Reconnect::AfterChange => "reconnect-after-change",
        Reconnect::Unstated => "reconnect-unstated",
    }
}

/// Below are the codes of the protocol (RFC 6455 section 7.4.2).
const FIRST_OF_LIBRARIES: u16 = 3000;
