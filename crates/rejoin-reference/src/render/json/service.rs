//! The JSON of services.

use serde::Serialize;

use super::{InLanguage, Source, places};
use crate::cited::{Cited, once};
use crate::content::{Reconnect, Service, SourceId};
use crate::{Language, Texts};

#[derive(Serialize)]
pub(super) struct Json {
    kind: &'static str,
    #[serde(flatten)]
    language: InLanguage,
    #[serde(flatten)]
    service: Told,
}

#[derive(Serialize)]
pub(super) struct All {
    kind: &'static str,
    #[serde(flatten)]
    language: InLanguage,
    services: Vec<Told>,
}

#[derive(Serialize)]
struct Told {
    service: &'static str,
    family: &'static str,
    name: &'static str,
    subprotocols: &'static [&'static str],
    note: Option<String>,
    codes: Vec<Code>,
    sources: Vec<Source>,
}

#[derive(Serialize)]
struct Code {
    first: u16,
    last: u16,
    text: String,
    reconnect: &'static str,
    sources: Vec<usize>,
}

impl Json {
    pub(super) fn of(service: &'static Service, language: Language) -> Self {
        Self {
            kind: "service",
            language: InLanguage::of(language),
            service: Told::of(service, Texts::of(language)),
        }
    }
}

impl All {
    pub(super) fn of(language: Language) -> Self {
        let texts = Texts::of(language);
        let services = crate::services().iter();
        Self {
            kind: "services",
            language: InLanguage::of(language),
            services: services.map(|service| Told::of(service, texts)).collect(),
        }
    }
}

impl Told {
    fn of(service: &'static Service, texts: &Texts) -> Self {
        let text = |id: &str| texts.prose(id).to_string();
        let codes = service.codes.iter();
        let codes = codes.map(|it| (it.code, it.code, it.text, it.reconnect, it.sources));
        let ranges = service.ranges.iter();
        let ranges = ranges.map(|it| (it.first, it.last, it.text, it.reconnect, it.sources));
        let told: Vec<_> = codes.chain(ranges).collect();
        let own = told.iter().flat_map(|(.., sources)| *sources);
        let cited = |id: &SourceId| Cited::of(*id);
        let all = once(service.sources.iter().chain(own).map(cited));
        Self {
            service: service.key,
            family: service.family,
            name: service.name,
            subprotocols: service.subprotocols,
            note: service.note.map(text),
            codes: told
                .into_iter()
                .map(|(first, last, id, reconnect, own)| Code {
                    first,
                    last,
                    text: text(id),
                    reconnect: word(reconnect),
                    sources: {
                        let cited = once(own.iter().chain(service.sources).map(cited));
                        places(&cited, &all)
                    },
                })
                .collect(),
            sources: all.iter().map(Source::of).collect(),
        }
    }
}

/// What a service says of reconnecting, as a word.
pub(super) const fn word(reconnect: Reconnect) -> &'static str {
    match reconnect {
        Reconnect::Yes => "yes",
        Reconnect::No => "no",
        Reconnect::AfterChange => "after-change",
        Reconnect::Unstated => "unstated",
    }
}
