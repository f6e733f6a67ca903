//! What holds for a code, from its row: labels and values.

use rejoin_close_codes::{Class, CloseCode, CodeInfo, DelayRange, Retry, Sender, WireRule};

use crate::cited::Cited;
use crate::{Prose, Texts};

/// One thing that holds for a code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fact {
    /// Which.
    pub key: FactKey,
    /// What it is called.
    pub label: Prose,
    /// How it is.
    pub value: Prose,
    /// Where that is written; none for what this project calls it.
    pub source: Option<Cited>,
}

/// What can hold for a code, in the order in which it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum FactKey {
    /// The name in the style of a constant.
    Name,
    /// Who may begin a closing handshake with it.
    Sender,
    /// The same by the letter of the defining text, where that differs.
    SenderByText,
    /// Whether it may stand in a Close frame.
    Wire,
    /// Whether a script of a web page can send it.
    Page,
    /// Whether the connection ended in good order.
    End,
    /// What kind of end it is.
    Class,
    /// Who must do something about it.
    Act,
    /// Whether to reconnect, and when.
    Retry,
    /// The delay that the registration asks for, where it names one.
    RegisteredDelay,
    /// Its description in the registry.
    Registration,
    /// The document that registers it, where there is one.
    Reference,
}

impl FactKey {
    /// The key as ids of messages and JSON have it: `registered-delay`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Sender => "sender",
            Self::SenderByText => "sender-by-text",
            Self::Wire => "wire",
            Self::Page => "page",
            Self::End => "end",
            Self::Class => "class",
            Self::Act => "act",
            Self::Retry => "retry",
            Self::RegisteredDelay => "registered-delay",
            Self::Registration => "registration",
            Self::Reference => "reference",
        }
    }
}

/// Everything that holds for a row.
pub(super) fn of(info: &'static CodeInfo, texts: &Texts) -> Vec<Fact> {
    let mut facts = Facts {
        texts,
        list: Vec::new(),
    };
    let sender_source = Some(Cited::of_row(info.sender_source));
    let wire_source = Some(Cited::of_row(info.wire.source()));
    let retry_source = Some(Cited::of_row(info.retry.source));
    let class = class_key(info.class);

    facts.push(FactKey::Name, Prose::literal(info.name), None);
    facts.push(
        FactKey::Sender,
        texts.prose(sender_id(info.sender)),
        sender_source,
    );
    if info.sender_by_text != info.sender {
        let by_text = texts.prose(sender_id(info.sender_by_text));
        facts.push(FactKey::SenderByText, by_text, sender_source);
    }
    facts.push(FactKey::Wire, texts.prose(wire_id(info.wire)), wire_source);
    facts.push(FactKey::Page, texts.prose(page_id(info)), Cited::at(WHATWG));
    facts.push(
        FactKey::End,
        texts.prose(&format!("end-{}", super::end(info.class))),
        None,
    );
    facts.push(FactKey::Class, texts.prose(&format!("class-{class}")), None);
    facts.push(FactKey::Act, texts.prose(&format!("act-{class}")), None);
    facts.push(
        FactKey::Retry,
        retry(info.retry.verdict, texts),
        retry_source,
    );
    if let Some(delay) = info.retry.registered_delay {
        let delay = texts.prose_with("delay", &[("range", seconds(delay).into())]);
        facts.push(FactKey::RegisteredDelay, delay, retry_source);
    }
    facts.push_registration(info);
    facts.list
}

/// Facts, as they are collected.
struct Facts<'a> {
    texts: &'a Texts,
    list: Vec<Fact>,
}

impl Facts<'_> {
    fn push(&mut self, key: FactKey, value: Prose, source: Option<Cited>) {
        let label = self.texts.prose(&format!("fact-{}", key.as_str()));
        self.list.push(Fact {
            key,
            label,
            value,
            source,
        });
    }

    fn push_registration(&mut self, info: &'static CodeInfo) {
        let source = Some(Cited::of_row(rejoin_close_codes::Source::IANA_REGISTRY));
        let Some(registration) = info.registration else {
            let value = self.texts.prose("registration-none");
            self.push(FactKey::Registration, value, source);
            return;
        };
        let direction = self.texts.direction();
        let value = Prose::name(registration.description, direction);
        self.push(FactKey::Registration, value, source);
        if let Some(reference) = registration.reference {
            // Where it is an address only, the row has the title of what stands there.
            let titled = [info.sender_source, info.retry.source]
                .into_iter()
                .find(|source| source.url.is_some_and(|url| reference.contains(url)));
            let value = titled.map_or(reference, |source| source.title);
            let source = titled.map(Cited::of_row).or(source);
            self.push(FactKey::Reference, Prose::name(value, direction), source);
        }
    }
}

/// A range of delays in seconds: `1-5`, `0.5-2`.
pub(crate) fn seconds(delay: DelayRange) -> String {
    let [min, max] = [delay.min(), delay.max()].map(|delay| delay.as_secs_f64());
    format!("{min}-{max}")
}

fn retry(verdict: Retry, texts: &Texts) -> Prose {
    match verdict {
        Retry::Application => texts.prose("retry-application"),
        Retry::Never => texts.prose("retry-never"),
        Retry::NotNeeded => texts.prose("retry-not-needed"),
        Retry::WithNewInput => texts.prose("retry-with-new-input"),
        Retry::Yes { first_delay } => {
            texts.prose_with("retry-yes", &[("range", seconds(first_delay).into())])
        }
    }
}

const fn sender_id(sender: Sender) -> &'static str {
    match sender {
        Sender::Both => "sender-both",
        Sender::Client => "sender-client",
        Sender::Nobody => "sender-nobody",
        Sender::Server => "sender-server",
    }
}

const fn wire_id(wire: WireRule) -> &'static str {
    match wire {
        WireRule::Allowed => "wire-allowed",
        WireRule::LocalOnly => "wire-local-only",
        WireRule::OutOfRange => "wire-out-of-range",
        WireRule::Reserved => "wire-reserved",
        WireRule::Unassigned => "wire-unassigned",
        WireRule::Unused => "wire-unused",
    }
}

/// What `close()` of a browser takes: 1000 and 3000 to 4999.
///
/// # Spec
///
/// WHATWG WebSockets Standard, the method `close(code, reason)`.
fn page_id(info: &CodeInfo) -> &'static str {
    if info.first == CloseCode::NORMAL_CLOSURE.get() || (3000..=4999).contains(&info.first) {
        "page-may"
    } else {
        "page-may-not"
    }
}

/// A class as ids of messages and JSON have it.
pub(crate) fn class_key(class: Class) -> &'static str {
    match class {
        Class::Application => "application",
        Class::Authorization => "authorization",
        Class::Done => "done",
        Class::Failure => "failure",
        Class::Invalid => "invalid",
        Class::Leaving => "leaving",
        Class::Library => "library",
        Class::Limit => "limit",
        Class::Lost => "lost",
        Class::Negotiation => "negotiation",
        Class::Overload => "overload",
        Class::Policy => "policy",
        Class::Protocol => "protocol",
        Class::Restart => "restart",
        Class::Timeout => "timeout",
        Class::Tls => "tls",
        // The enum may grow; so far these are all, and the schema names them.
        Class::Unstated | _ => "unstated",
    }
}

/// The standard that browsers follow.
const WHATWG: &str = "https://websockets.spec.whatwg.org/";
