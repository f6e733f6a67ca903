//! The JSON of an explanation.

use serde::Serialize;

use super::service::word;
use super::{InLanguage, Source, places, row};
use crate::cited::{Cited, once};
use crate::content::{Basis, Phase, Role, SourceId, Viewer};
use crate::{Explanation, Texts};

#[derive(Serialize)]
pub(super) struct Json {
    kind: &'static str,
    #[serde(flatten)]
    language: InLanguage,
    headline: String,
    #[serde(flatten)]
    row: row::Json,
    reconnect: String,
    reason: Option<String>,
    services: Vec<Service>,
    causes: Vec<Cause>,
    fixes: Vec<Fix>,
    seen: Vec<Seen>,
    confusions: Vec<Confusion>,
    sources: Vec<Source>,
}

#[derive(Serialize)]
struct Service {
    key: &'static str,
    name: &'static str,
    first: u16,
    last: u16,
    text: String,
    reconnect: &'static str,
    sources: Vec<usize>,
}

#[derive(Serialize)]
struct Cause {
    text: String,
    phase: &'static str,
    product: Option<&'static str>,
    sources: Vec<usize>,
}

#[derive(Serialize)]
struct Fix {
    who: &'static str,
    text: String,
    sources: Vec<usize>,
}

#[derive(Serialize)]
struct Seen {
    viewer: &'static str,
    text: String,
    measured: Option<&'static str>,
    sources: Vec<usize>,
}

#[derive(Serialize)]
struct Confusion {
    with: u16,
    text: String,
    sources: Vec<usize>,
}

impl Json {
    pub(super) fn of(explanation: &Explanation) -> Self {
        let texts = Texts::of(explanation.language);
        let entry = explanation.entry;
        let text = |id: &str| texts.prose(id).to_string();
        let sources = |ids: &[SourceId]| {
            let cited = once(ids.iter().map(|id| Cited::of(*id)));
            places(&cited, &explanation.sources)
        };
        let causes = entry.causes.iter().filter(|cause| {
            let phase = explanation.context.phase();
            phase.is_none_or(|phase| phase.overlaps(cause.phase))
        });
        Self {
            kind: "explanation",
            language: InLanguage::of(explanation.language),
            headline: explanation.headline.to_string(),
            row: row::Json::of(explanation.subject, texts),
            reconnect: text(&format!("{}-reconnect", entry.key)),
            reason: entry.reason.map(text),
            services: explanation
                .meanings
                .iter()
                .map(|meaning| Service {
                    key: meaning.service.key,
                    name: meaning.service.name,
                    first: meaning.codes.0,
                    last: meaning.codes.1,
                    text: meaning.text.to_string(),
                    reconnect: word(meaning.reconnect),
                    sources: places(&meaning.sources, &explanation.sources),
                })
                .collect(),
            causes: causes
                .map(|cause| Cause {
                    text: text(cause.text),
                    phase: phase(cause.phase),
                    product: cause.product,
                    sources: sources(cause.sources),
                })
                .collect(),
            fixes: entry
                .fixes
                .iter()
                .map(|fix| Fix {
                    who: role(fix.who),
                    text: text(fix.text),
                    sources: sources(fix.sources),
                })
                .collect(),
            seen: entry
                .seen
                .iter()
                .map(|seen| Seen {
                    viewer: viewer(seen.viewer),
                    text: text(seen.text),
                    measured: match seen.basis {
                        Basis::Measured { version } => Some(version),
                        Basis::Read => None,
                    },
                    sources: sources(seen.sources),
                })
                .collect(),
            confusions: entry
                .confusions
                .iter()
                .map(|confusion| Confusion {
                    with: confusion.with,
                    text: text(confusion.text),
                    sources: sources(confusion.sources),
                })
                .collect(),
            sources: explanation.sources.iter().map(Source::of).collect(),
        }
    }
}

const fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Handshake => "handshake",
        Phase::Open => "open",
        Phase::Either => "either",
    }
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Server => "server",
        Role::Client => "client",
        Role::Proxy => "proxy",
    }
}

fn viewer(viewer: Viewer) -> &'static str {
    let kind = if viewer == Viewer::Browsers {
        "browsers"
    } else {
        "libraries"
    };
    viewer.name().unwrap_or(kind)
}
