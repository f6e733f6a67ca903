use std::path::Path;

use rejoin_reference::Language;
use rejoin_reference::render::json::schema;
use serde_json::Value;

use super::{Judged, judge};
use crate::args::Offers;

fn judged(header: &str, offer: Option<&str>) -> Judged {
    let offer = offer.map(|offer| Offers::parse(offer).expect("a list"));
    let judged = judge(header, offer.as_ref(), Language::English).expect("a known header");
    let value = serde_json::to_value(&judged).expect("plain fields");
    let schema: Value = serde_json::from_str(schema::EXPLAIN).expect("it is JSON");
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    if let Err(error) = validator.validate(&value) {
        panic!("{error} in {value:#}");
    }
    judged
}

fn vectors(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../conformance/vectors/negotiation")
        .join(name);
    let text = std::fs::read_to_string(&path).expect("the vectors are there");
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            line.split(" | ")
                .map(|field| field.trim().to_owned())
                .collect()
        })
        .collect()
}

#[test]
fn answers_are_judged_as_the_vectors_of_the_client_say() {
    let mut checked = 0;
    for fields in vectors("client.txt") {
        let [id, _, offer, answer, verdict] = fields.as_slice() else {
            panic!("{fields:?}");
        };
        // One header line, to an offer: no more can be asked here.
        if offer == "-" || answer == "-" || answer.contains("&&") || offer.contains("x-rsv") {
            continue;
        }
        let answer = answer.replace("<empty>", "");
        let judged = judged(&format!("Sec-WebSocket-Extensions: {answer}"), Some(offer));
        let [answered] = judged.as_answer.as_slice() else {
            assert!(
                judged.malformed.is_some() && verdict == "FAIL grammar",
                "{id}"
            );
            checked += 1;
            continue;
        };
        match verdict.split_once(' ') {
            Some(("FAIL", section)) => {
                assert!(!answered.opens, "{id}");
                assert_eq!(answered.section.as_deref(), Some(section), "{id}");
            }
            _ => assert!(answered.opens, "{id} {answered:?}"),
        }
        checked += 1;
    }
    assert!(checked > 30, "{checked}");
}

#[test]
fn offers_are_judged_as_the_vectors_of_the_server_say() {
    let mut checked = 0;
    for fields in vectors("server.txt") {
        let [id, server, offer, answer, verdicts] = fields.as_slice() else {
            continue;
        };
        if server != "deflate" || offer == "-" || offer.contains("&&") || answer == "400" {
            continue;
        }
        let judged = judged(&format!("Sec-WebSocket-Extensions: {offer}"), None);
        let outcomes: Vec<_> = judged
            .as_offer
            .iter()
            .map(|offered| match offered.outcome {
                "not-reached" => "skipped",
                "taken" => "taken",
                _ => offered.section.as_deref().unwrap_or_default(),
            })
            .collect();
        assert_eq!(outcomes.join(", "), *verdicts, "{id}");
        let answers: Vec<_> = judged
            .as_offer
            .iter()
            .filter_map(|it| it.answer.clone())
            .collect();
        let expected = if answer == "-" { "" } else { answer };
        assert_eq!(answers.join(", "), expected, "{id}");
        checked += 1;
    }
    assert!(checked > 15, "{checked}");
}

#[test]
fn the_grammar_is_that_of_the_vectors() {
    for fields in vectors("grammar.txt") {
        let line = fields[1].replace("<empty>", "");
        // Escapes stand for bytes that no argument of a shell has.
        if line.contains('\\') {
            continue;
        }
        let judged = judged(&format!("sec-websocket-extensions: {line}"), None);
        assert_eq!(judged.malformed.is_none(), fields[0] == "valid", "{line}");
    }
}

#[test]
fn what_one_browser_takes_another_refuses() {
    let judged = judged("permessage-deflate; client_max_window_bits=10", None);
    let verdicts: Vec<_> = judged
        .as_answer
        .iter()
        .map(|it| (it.to.as_str(), it.opens))
        .collect();
    assert_eq!(
        verdicts,
        [
            ("permessage-deflate; client_max_window_bits", true),
            ("permessage-deflate", false)
        ]
    );
    assert_eq!(judged.as_answer[1].rule, Some("not-offered"));
}

#[test]
fn other_headers_are_judged_too() {
    for (header, good, part) in [
        (
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            true,
            "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
        ),
        ("Sec-WebSocket-Key: hello", false, "no key"),
        (
            "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
            true,
            "right form",
        ),
        ("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYG", false, "no answer"),
        ("sec-websocket-version: 13", true, "RFC 6455"),
        ("Sec-WebSocket-Version: 8", false, "426"),
        ("Sec-WebSocket-Protocol: chat", true, "chat"),
        ("Sec-WebSocket-Protocol: chat, chat v2", false, "token"),
        ("Upgrade: websocket", true, "as it should"),
        ("Upgrade: h2c", false, "does not name"),
        ("Connection: keep-alive, Upgrade", true, "as it should"),
        ("Connection: keep-alive", false, "proxy"),
        ("Retry-After: 120", true, "120 seconds"),
        (
            "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT",
            true,
            "until that moment",
        ),
        ("Retry-After: soon", false, "neither"),
    ] {
        let judged = judged(header, None);
        let remark = &judged.remarks[0];
        assert_eq!(remark.good, Some(good), "{header}");
        let text = remark.text.0.to_string();
        assert!(text.contains(part), "{header}: {text}");
    }
}

#[test]
fn a_subprotocol_leads_to_its_close_codes() {
    let judged = judged("Sec-WebSocket-Protocol: graphql-transport-ws", None);
    let text = judged.remarks[1].text.0.to_string();
    assert!(
        text.contains("close codes have meanings of their own"),
        "{text}"
    );
}

#[test]
fn what_is_no_header_of_the_handshake_is_a_mistake_of_usage() {
    for header in ["Cookie: a=b", ": x", "Upgrade: web\u{1b}socket"] {
        assert!(judge(header, None, Language::English).is_err(), "{header}");
    }
    let offer = Offers::parse("permessage-deflate").expect("a list");
    assert!(judge("Upgrade: websocket", Some(&offer), Language::English).is_err());
}
