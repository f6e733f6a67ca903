//! The negotiation of extensions, both roles: offers judged, answers judged, and the outcome.

use super::extensions::{Extensions, Need};
use super::{Explanation, Outcome, Rule, Verdict};
use crate::extension::header::{self, Element};
use crate::extension::{Chain, Codec, Extension, Params, Rsv};

/// What the two sides agreed in the opening handshake.
#[derive(Debug)]
#[non_exhaustive]
pub struct Agreement {
    /// The subprotocol in use; `None` if there is none.
    pub subprotocol: Option<String>,
    /// The agreed codecs, to be handed to the connection.
    pub chain: Chain,
    /// The `Sec-WebSocket-Extensions` answer as one list; empty if no extension was agreed.
    pub extensions: String,
    /// Client: the required extensions that the server did not agree to. When there is one, the
    /// client closes with 1010 and [`missing_reason`] right after the handshake.
    /// Always empty on a server, which refuses the request instead.
    pub missing: Vec<String>,
    /// Why it came to this.
    pub explanation: Explanation,
}

/// The reason of a Close 1010: the names of the missing extensions, joined by `, `.
///
/// Names are never cut: those that do not fit are left out from the first such name on.
///
/// # Spec
///
/// RFC 6455 section 7.4.1 (the list goes into the reason), section 5.5 (a reason has at most 123
/// bytes).
///
/// # Examples
///
/// ```
/// use rejoin_proto::handshake::missing_reason;
///
/// let missing = ["permessage-deflate".to_owned(), "x-tenant".to_owned()];
/// assert_eq!(missing_reason(&missing), "permessage-deflate, x-tenant");
/// ```
pub fn missing_reason(missing: &[String]) -> String {
    let mut reason = String::new();
    for name in missing {
        let between = if reason.is_empty() { "" } else { ", " };
        let length = reason
            .len()
            .saturating_add(between.len())
            .saturating_add(name.len());
        if length > MAX_REASON_BYTES {
            break;
        }
        reason.push_str(between);
        reason.push_str(name);
    }
    reason
}

/// Server: judges every offer, in the order of the header.
///
/// Required extensions choose first, so that an optional one never takes a reserved bit from them;
/// the answer keeps the order of the offers all the same.
pub(super) fn respond(extensions: &Extensions, offers: Vec<Element>) -> Agreement {
    let mut agreed = Agreed::default();
    // Until it is judged, an offer counts as declined.
    let judge = |offer| Verdict {
        offer,
        outcome: Outcome::Declined(Rule::NotConfigured),
    };
    let mut verdicts: Vec<_> = offers.into_iter().map(judge).collect();
    for need in [Need::Required, Need::Optional] {
        for (position, Verdict { offer, outcome }) in verdicts.iter_mut().enumerate() {
            if let Some((extension, its_need)) = extensions.find(offer.name())
                && its_need == need
            {
                *outcome = agreed.respond(position, extension, offer);
            }
        }
    }
    let answers = verdicts
        .iter()
        .filter_map(|verdict| match &verdict.outcome {
            Outcome::Taken { answer } => Some(answer),
            Outcome::Declined(_) | Outcome::NotReached => None,
        });
    let answer = header::list(answers);
    agreed.into_agreement(extensions, answer, verdicts)
}

/// Client: judges every element of the server's answer against what was offered.
///
/// # Errors
///
/// The rule that the answer breaks, with the explanation so far.
pub(super) fn settle(
    extensions: &Extensions,
    offers: &[Element],
    answers: &[Element],
) -> Result<Agreement, Box<Broken>> {
    let mut agreed = Agreed::default();
    let mut broken = None;
    for (position, answer) in answers.iter().enumerate() {
        if let Err(rule) = agreed.settle(position, extensions, offers, answer) {
            broken = Some((answer.to_string(), rule));
            break;
        }
    }
    let verdicts = verdicts_from_answers(extensions, offers, &agreed, answers);
    let agreement = agreed.into_agreement(extensions, header::list(answers), verdicts);
    match broken {
        None => Ok(agreement),
        Some((answer, rule)) => {
            let broken = Some((answer, rule.clone()));
            let explanation = Explanation {
                broken,
                ..agreement.explanation
            };
            Err(Box::new(Broken { rule, explanation }))
        }
    }
}

/// The answer breaks a rule.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) rule: Rule,
    pub(super) explanation: Explanation,
}

/// What became of each offer, as far as the server's answer tells.
fn verdicts_from_answers(
    extensions: &Extensions,
    offers: &[Element],
    agreed: &Agreed<'_>,
    answers: &[Element],
) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = Vec::new();
    let mut taken: Vec<&str> = Vec::new();
    for offer in offers {
        let name = offer.name();
        let entry = agreed.0.iter().find(|entry| entry.name == name);
        let answer = entry.and_then(|entry| answers.get(entry.position));
        let outcome = match (answer, extensions.find(name)) {
            (Some(_), _) if taken.contains(&name) => Outcome::NotReached,
            (Some(answer), Some((extension, _))) => {
                // An answer does not say which offer it takes: it is the first that it fits alone.
                let fits = |offer: &Element| {
                    let alone = core::slice::from_ref(offer.params());
                    extension.settle(alone, answer.params()).is_ok()
                };
                let mut all = offers.iter().filter(|offer| offer.name() == name);
                if fits(offer) || !all.any(fits) {
                    taken.push(name);
                    Outcome::Taken {
                        answer: answer.clone(),
                    }
                } else {
                    Outcome::Declined(Rule::NotAnswered)
                }
            }
            (None, _) | (_, None) => Outcome::Declined(Rule::NotAnswered),
        };
        verdicts.push(Verdict {
            offer: offer.clone(),
            outcome,
        });
    }
    verdicts
}

/// The extensions agreed so far.
#[derive(Default)]
struct Agreed<'a>(Vec<Entry<'a>>);

/// One agreed extension; `position` is the place of its offer (server) or of its answer (client).
struct Entry<'a> {
    position: usize,
    rsv: Rsv,
    name: &'a str,
    codec: Option<Box<dyn Codec>>,
}

impl<'a> Agreed<'a> {
    /// Server: judges one offer, and agrees to it where possible.
    fn respond(
        &mut self,
        position: usize,
        extension: &'a dyn Extension,
        offer: &Element,
    ) -> Outcome {
        if self.has(offer.name()) {
            return Outcome::NotReached;
        }
        if let Err(rule) = self.check_bits(extension.rsv()) {
            return Outcome::Declined(rule);
        }
        let response = match extension.respond(offer.params()) {
            Ok(response) => response,
            Err(rule) => return Outcome::Declined(rule),
        };
        let answer = Element::new(offer.name(), response.answer);
        if !answer.is_writable() {
            return Outcome::Declined(Rule::Unwritable);
        }
        self.push(position, extension, response.codec);
        Outcome::Taken { answer }
    }

    /// Client: judges one element of the answer.
    fn settle(
        &mut self,
        position: usize,
        extensions: &'a Extensions,
        offers: &[Element],
        answer: &Element,
    ) -> Result<(), Rule> {
        let name = answer.name();
        let offers = offers.iter().filter(|offer| offer.name() == name);
        let offered: Vec<Params> = offers.map(|offer| offer.params().clone()).collect();
        let Some((extension, _)) = extensions.find(name).filter(|_| !offered.is_empty()) else {
            return Err(Rule::NotRequested);
        };
        if self.has(name) {
            return Err(Rule::AgreedTwice);
        }
        self.check_bits(extension.rsv())?;
        let codec = extension.settle(&offered, answer.params())?;
        self.push(position, extension, codec);
        Ok(())
    }

    /// Notes what was agreed.
    fn push(
        &mut self,
        position: usize,
        extension: &'a dyn Extension,
        codec: Option<Box<dyn Codec>>,
    ) {
        // Nearly always it is the only one.
        self.0.reserve_exact(1);
        self.0.push(Entry {
            position,
            rsv: extension.rsv(),
            name: extension.name(),
            codec,
        });
    }

    /// Whether an extension of that name is agreed.
    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|entry| entry.name == name)
    }

    /// Whether the bits are still free.
    fn check_bits(&self, rsv: Rsv) -> Result<(), Rule> {
        match self.0.iter().find(|entry| entry.rsv.intersects(rsv)) {
            None => Ok(()),
            Some(entry) => Err(Rule::RsvTaken {
                rsv: rsv.without(rsv.without(entry.rsv)),
                by: entry.name.to_owned(),
            }),
        }
    }

    /// Puts the codecs in the order of the answer, which is `answer` as a whole.
    fn into_agreement(
        mut self,
        extensions: &Extensions,
        answer: String,
        verdicts: Vec<Verdict>,
    ) -> Agreement {
        let missing = extensions.missing(|name| self.has(name));
        self.0.sort_by_key(|entry| entry.position);
        let mut chain = Chain::new();
        for codec in self.0.into_iter().filter_map(|entry| entry.codec) {
            chain.push(codec);
        }
        let explanation = Explanation {
            verdicts,
            missing: missing.clone(),
            ..Explanation::default()
        };
        Agreement {
            subprotocol: None,
            chain,
            extensions: answer,
            missing,
            explanation,
        }
    }
}

impl Agreement {
    /// Records the subprotocol: what was offered and what is in use.
    pub(super) fn with_subprotocol(mut self, offered: Vec<String>, chosen: Option<String>) -> Self {
        self.explanation.subprotocols_offered = offered;
        self.explanation.subprotocol.clone_from(&chosen);
        self.subprotocol = chosen;
        self
    }
}

/// What a Close frame leaves for the reason: 125 bytes less the two of the code.
const MAX_REASON_BYTES: usize = 123;
