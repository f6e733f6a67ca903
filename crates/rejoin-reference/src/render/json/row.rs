//! What holds for a code, in words that are the same in every language.

use rejoin_close_codes::{DelayRange, Retry, Sender, WireRule};
use serde::Serialize;

use crate::explain::class_key;
use crate::{Subject, Texts};

#[derive(Serialize)]
pub(super) struct Json {
    first: u16,
    last: u16,
    name: &'static str,
    title: &'static str,
    translated_title: String,
    sender: &'static str,
    sender_by_text: &'static str,
    close_frame: &'static str,
    class: &'static str,
    retry: RetryJson,
    registration: Option<Registration>,
    meaning: String,
}

#[derive(Serialize)]
struct RetryJson {
    verdict: &'static str,
    first_delay_ms: Option<[u64; 2]>,
    registered_delay_ms: Option<[u64; 2]>,
    source: RowSource,
}

#[derive(Serialize)]
struct RowSource {
    title: &'static str,
    url: Option<&'static str>,
}

#[derive(Serialize)]
struct Registration {
    description: &'static str,
    reference: Option<&'static str>,
}

impl Json {
    pub(super) fn of(subject: Subject, texts: &Texts) -> Self {
        let (info, key) = (subject.info(), subject.entry().key);
        let (verdict, first_delay) = match info.retry.verdict {
            Retry::Application => ("application", None),
            Retry::Never => ("never", None),
            Retry::NotNeeded => ("not-needed", None),
            Retry::WithNewInput => ("with-new-input", None),
            Retry::Yes { first_delay } => ("yes", Some(first_delay)),
        };
        Self {
            first: subject.first(),
            last: subject.last(),
            name: info.name,
            title: info.title,
            translated_title: texts.prose(&format!("{key}-title")).to_string(),
            sender: sender(info.sender),
            sender_by_text: sender(info.sender_by_text),
            close_frame: close_frame(info.wire),
            class: class_key(info.class),
            retry: RetryJson {
                verdict,
                first_delay_ms: first_delay.map(millis),
                registered_delay_ms: info.retry.registered_delay.map(millis),
                source: RowSource {
                    title: info.retry.source.title,
                    url: info.retry.source.url,
                },
            },
            registration: info.registration.map(|registration| Registration {
                description: registration.description,
                reference: registration.reference,
            }),
            meaning: texts.prose(&format!("{key}-meaning")).to_string(),
        }
    }
}

fn millis(delay: DelayRange) -> [u64; 2] {
    [delay.min_millis(), delay.max_millis()]
}

const fn sender(sender: Sender) -> &'static str {
    match sender {
        Sender::Both => "both",
        Sender::Client => "client",
        Sender::Nobody => "nobody",
        Sender::Server => "server",
    }
}

const fn close_frame(wire: WireRule) -> &'static str {
    match wire {
        WireRule::Allowed => "allowed",
        WireRule::LocalOnly => "local-only",
        WireRule::OutOfRange => "out-of-range",
        WireRule::Reserved => "reserved",
        WireRule::Unassigned => "unassigned",
        WireRule::Unused => "unused",
    }
}
