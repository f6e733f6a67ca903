//! `Sec-WebSocket-Extensions`: what it says, and what the two sides make of it.
//!
//! Both verdicts come from the handshakes of the protocol engine themselves.

use bytes::BytesMut;
use rejoin::extension::deflate::{PermessageDeflate, WindowBits};
use rejoin::extension::header::{self, Element};
use rejoin::proto::handshake::{
    ClientHandshake, ClientOptions, Extensions, HandshakeError, Outcome, Rule, ServerOptions,
    accept, accept_key,
};
use rejoin_reference::{Prose, Texts};

use super::others::request;
use super::{Answered, EXTENSIONS, Judged, MalformedJson, Offered, Words};
use crate::args::{ExtensionArgs, Offers};
use crate::exit::Failure;
use crate::reference::rules;

/// Judges the value of `judged`.
pub(super) fn judge(
    judged: &mut Judged,
    offer: Option<&Offers>,
    texts: &Texts,
) -> Result<(), Failure> {
    let elements = match header::parse([&judged.value]) {
        Ok(elements) => elements,
        Err(fault) => {
            judged.malformed = Some(MalformedJson::of(fault, texts));
            return Ok(());
        }
    };
    judged.elements = elements
        .iter()
        .flat_map(|element| describe(element, texts))
        .collect();
    if offer.is_none() {
        judged.as_offer = as_offers(&judged.value, texts);
    }
    let browsers = BROWSERS.map(|offer| Offers::parse(offer).expect("it is a list"));
    let offers = offer.map_or(&browsers[..], core::slice::from_ref);
    for offer in offers {
        judged
            .as_answer
            .push(as_answer(&judged.value, offer, texts)?);
    }
    Ok(())
}

/// What an extension is, then what each of its parameters says.
fn describe(element: &Element, texts: &Texts) -> Vec<super::Element> {
    let name = element.name();
    let mut described = vec![super::Element {
        element: name.to_owned(),
        text: Words(texts.prose(match name {
            DEFLATE => "extension-deflate",
            "x-webkit-deflate-frame" => "extension-deflate-frame",
            "bbf-usp-protocol" => "extension-usp",
            _ => "extension-unknown",
        })),
    }];
    let parameters = element.params().iter().filter(|_| name == DEFLATE);
    described.extend(parameters.filter_map(|parameter| {
        let id = match parameter.name() {
            "server_no_context_takeover" => "param-server-no-context-takeover",
            "client_no_context_takeover" => "param-client-no-context-takeover",
            "server_max_window_bits" => "param-server-max-window-bits",
            "client_max_window_bits" => "param-client-max-window-bits",
            // The verdicts say that the extension has no such parameter.
            _ => return None,
        };
        Some(super::Element {
            element: parameter.to_string(),
            text: Words(texts.prose(id)),
        })
    }));
    described
}

/// What a server makes of each offer that can do everything permessage-deflate has, and nothing else.
fn as_offers(value: &str, texts: &Texts) -> Vec<Offered> {
    let deflate = PermessageDeflate::server()
        .server_max_window_bits(WindowBits::MAX)
        .client_max_window_bits(WindowBits::MAX);
    let extensions = Extensions::new().optional(deflate);
    let options = ServerOptions::default().with_extensions(extensions);
    let accepted = accept(&request(EXTENSIONS, value), &options);
    let agreement = accepted
        .expect("the list fits the grammar, and the rest is in order")
        .agreement;
    let verdicts = agreement.explanation.verdicts();
    verdicts
        .map(|verdict| {
            let offer = verdict.offer.to_string();
            match &verdict.outcome {
                Outcome::Taken { answer } => Offered {
                    offer,
                    outcome: "taken",
                    answer: Some(answer.to_string()),
                    rule: None,
                    section: None,
                    text: Words(texts.prose_around(
                        "verdict-taken",
                        &[("answer", &Prose::literal(answer.to_string()))],
                    )),
                },
                Outcome::Declined(rule) => {
                    let (key, text) = broken("verdict-declined", rule, texts);
                    Offered {
                        offer,
                        outcome: "declined",
                        answer: None,
                        rule: Some(key),
                        section: Some(rule.section().to_owned()),
                        text,
                    }
                }
                // The enum may grow; so far these are all.
                Outcome::NotReached | _ => Offered {
                    offer,
                    outcome: "not-reached",
                    answer: None,
                    rule: None,
                    section: None,
                    text: Words(texts.prose("verdict-not-reached")),
                },
            }
        })
        .collect()
}

/// What a client that has made that offer makes of the list.
fn as_answer(value: &str, offer: &Offers, texts: &Texts) -> Result<Answered, Failure> {
    let extensions = ExtensionArgs::default().extensions(Some(offer))?;
    let names: Vec<String> = extensions
        .iter()
        .map(|(extension, _)| extension.name().to_owned())
        .collect();
    let options = ClientOptions::default().with_extensions(extensions);
    let to = offer.to_string();
    Ok(match answered(value, &options) {
        Ok(agreed) => {
            let is_agreed = |name: &String| agreed.iter().any(|element| element.name() == name);
            let missing: Vec<_> = names.into_iter().filter(|name| !is_agreed(name)).collect();
            let list = Prose::literal(missing.join(", "));
            let text = if missing.is_empty() {
                texts.prose("verdict-opens")
            } else {
                texts.prose_around("verdict-opens-without", &[("missing", &list)])
            };
            Answered {
                to,
                opens: true,
                missing,
                rule: None,
                section: None,
                text: Words(text),
            }
        }
        Err(rule) => {
            let (key, text) = broken("verdict-fails", &rule, texts);
            Answered {
                to,
                opens: false,
                missing: Vec::new(),
                rule: Some(key),
                section: Some(rule.section().to_owned()),
                text,
            }
        }
    })
}

/// What a client has agreed to after that answer, or the rule that the answer breaks.
fn answered(value: &str, options: &ClientOptions) -> Result<Vec<Element>, Rule> {
    let request = http::Request::get("ws://localhost/").body(());
    let request = request.expect("it has a good address");
    let handshake = ClientHandshake::new(request, options, *NONCE);
    let mut handshake = handshake.expect("a plain request with offers that were parsed");
    let accept = accept_key(KEY);
    let head = format!(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Accept: {accept}\r\n{EXTENSIONS}: {value}\r\n\r\n"
    );
    match handshake.receive(&mut BytesMut::from(head.as_str())) {
        Ok(opened) => {
            let agreed = opened.expect("the head is whole").agreement.extensions;
            // An empty list would be malformed; the answer named something that it agreed to.
            Ok(header::parse([agreed]).unwrap_or_default())
        }
        Err(HandshakeError::Extension { rule, .. }) => Err(rule),
        // The list is longer than a head may be.
        Err(_) => Err(Rule::Own {
            what: "the head of the answer is larger than 16 KiB",
            section: "local policy",
        }),
    }
}

/// A sentence about a broken rule, and the rule's key.
fn broken(id: &str, rule: &Rule, texts: &Texts) -> (&'static str, Words) {
    let (key, words) = rules::rule(rule, texts);
    let section = Prose::literal(rule.section().to_owned());
    let parts = [("rule", &words), ("section", &section)];
    (key, Words(texts.prose_around(id, &parts)))
}

const DEFLATE: &str = "permessage-deflate";

/// What clients offer: Chromium and Node.js the first, Firefox and Safari the second.
const BROWSERS: [&str; 2] = [
    "permessage-deflate; client_max_window_bits",
    "permessage-deflate",
];

/// The nonce and the key of RFC 6455 section 1.3.
const NONCE: &[u8; 16] = b"the sample nonce";
const KEY: &str = "dGhlIHNhbXBsZSBub25jZQ==";
