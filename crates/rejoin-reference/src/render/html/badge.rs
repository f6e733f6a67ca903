//! Badges: a phrase with a colour that says the same.

use rejoin_close_codes::{Class, CodeInfo, Retry, Sender};

use crate::content::Reconnect;
use crate::{Explanation, Prose, Texts};

/// A phrase and its colour.
pub(super) struct Badge {
    /// The class in the style sheet.
    pub(super) tone: &'static str,
    /// The phrase.
    pub(super) text: Prose,
}

impl Badge {
    /// Who sends a code, how clean that is, and whether to reconnect.
    pub(super) fn verdict(explanation: &Explanation) -> [Self; 3] {
        let (info, verdict) = (explanation.info, &explanation.verdict);
        [
            Self::new(sender_tone(info.sender), verdict.sender.clone()),
            Self::new(end_tone(info), verdict.end.clone()),
            Self::new(retry_tone(info.retry.verdict), verdict.retry.clone()),
        ]
    }

    /// Who sends a code, in a word.
    pub(super) fn sender(info: &CodeInfo, texts: &Texts) -> Self {
        let id = match info.sender {
            Sender::Both => "sender-short-both",
            Sender::Client => "sender-short-client",
            Sender::Server => "sender-short-server",
            Sender::Nobody => "sender-short-nobody",
        };
        Self::new(sender_tone(info.sender), texts.prose(id))
    }

    /// Whether a frame may carry it, in a word.
    pub(super) fn wire(info: &CodeInfo, texts: &Texts) -> Self {
        if info.wire.allows_in_close_frame() {
            Self::new("plain", texts.prose("wire-short-yes"))
        } else {
            Self::new("nobody", texts.prose("wire-short-no"))
        }
    }

    /// Whether to reconnect, in few words.
    pub(super) fn retry(info: &CodeInfo, texts: &Texts) -> Self {
        let text = match info.retry.verdict {
            Retry::Application => texts.prose("retry-short-application"),
            Retry::Never => texts.prose("retry-short-never"),
            Retry::NotNeeded => texts.prose("retry-short-not-needed"),
            Retry::WithNewInput => texts.prose("retry-short-with-new-input"),
            Retry::Yes { first_delay } => {
                let range = crate::explain::seconds(first_delay);
                texts.prose_with("retry-short-yes", &[("range", range.into())])
            }
        };
        Self::new(retry_tone(info.retry.verdict), text)
    }

    /// What a service says of reconnecting.
    pub(super) fn reconnect(reconnect: Reconnect, text: Prose) -> Self {
        let tone = match reconnect {
            Reconnect::Yes => "yes",
            Reconnect::No => "no",
            Reconnect::AfterChange => "change",
            Reconnect::Unstated => "plain",
        };
        Self::new(tone, text)
    }

    const fn new(tone: &'static str, text: Prose) -> Self {
        Self { tone, text }
    }
}

const fn sender_tone(sender: Sender) -> &'static str {
    match sender {
        Sender::Both => "both",
        Sender::Client => "client",
        Sender::Server => "server",
        Sender::Nobody => "nobody",
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the other classes are those of codes that stood in a Close frame"
)]
const fn end_tone(info: &CodeInfo) -> &'static str {
    match info.class {
        Class::Lost | Class::Tls | Class::Invalid => "no",
        _ => "plain",
    }
}

const fn retry_tone(verdict: Retry) -> &'static str {
    match verdict {
        Retry::Yes { .. } => "yes",
        Retry::Never => "no",
        Retry::WithNewInput => "change",
        Retry::NotNeeded => "plain",
        Retry::Application => "own",
    }
}
