//! `grammar.txt`, `client.txt` and `server.txt`.

use std::sync::Arc;

use rejoin_proto::extension::deflate::{PermessageDeflate, WindowBits};
use rejoin_proto::extension::{Codec, Extension, Params, Response, Rsv, header};
use rejoin_proto::handshake::{
    ClientHandshake, ClientOptions, Explanation, Extensions, HandshakeError, Need, Outcome,
    Refusal, Rule, ServerOptions, accept, missing_reason,
};

use crate::vectors::{lines, rows, text, unescape};

/// An extension that claims bits and does nothing.
#[derive(Debug)]
struct Toy {
    name: String,
    rsv: Rsv,
    offers: Vec<Params>,
}

impl Extension for Toy {
    fn name(&self) -> &str {
        &self.name
    }

    fn rsv(&self) -> Rsv {
        self.rsv
    }

    fn offers(&self) -> Vec<Params> {
        self.offers.clone()
    }

    fn respond(&self, _offer: &Params) -> Result<Response, Rule> {
        Ok(Response {
            answer: Params::new(),
            codec: None,
        })
    }

    fn settle(&self, _: &[Params], _: &Params) -> Result<Option<Box<dyn Codec>>, Rule> {
        Ok(None)
    }
}

/// A toy whose name says which bit it claims: `x-rsv2` and all that begin so.
fn toy(name: &str, offers: Vec<Params>) -> Arc<dyn Extension> {
    let rsv = match name
        .strip_prefix("x-rsv")
        .and_then(|rest| rest.bytes().next())
    {
        Some(b'1') => Rsv::RSV1,
        Some(b'2') => Rsv::RSV2,
        Some(b'3') => Rsv::RSV3,
        _ => Rsv::NONE,
    };
    Arc::new(Toy {
        name: name.to_owned(),
        rsv,
        offers,
    })
}

#[test]
fn rfc6455_9_1_the_grammar_of_extension_lists() {
    for row in rows(&text("grammar.txt")) {
        let line = if row[1] == "<empty>" {
            Vec::new()
        } else {
            unescape(row[1])
        };
        let parsed = header::parse([&line]);
        match (row[0], parsed) {
            ("valid", Ok(list)) => {
                let written: Vec<_> = list.iter().map(ToString::to_string).collect();
                let expected = String::from_utf8(unescape(row[2])).expect("ASCII");
                assert_eq!(written.join(", "), expected, "{row:?}");
                assert_eq!(header::parse([written.join(", ")]), Ok(list), "{row:?}");
            }
            ("invalid", Err(_)) => {}
            (_, other) => panic!("{row:?}: {other:?}"),
        }
    }
}

/// The extensions of a client that offers what the field says, in its order.
fn offering(field: &str, need: Need) -> Extensions {
    let elements = header::parse(lines(field)).expect("the offer is well formed");
    let mut extensions = Extensions::new();
    let mut names: Vec<&str> = Vec::new();
    for element in &elements {
        let name = element.name();
        if names.contains(&name) {
            continue;
        }
        names.push(name);
        let of_that_name = elements.iter().filter(|element| element.name() == name);
        let offers: Vec<_> = of_that_name
            .map(|element| element.params().clone())
            .collect();
        let extension = if name == "permessage-deflate" {
            let deflate = PermessageDeflate::client().with_offers(offers);
            Arc::new(deflate.expect("the offers are valid"))
        } else {
            toy(name, offers)
        };
        extensions = extensions.with(extension, need);
    }
    extensions
}

#[test]
fn a_client_judges_every_answer_by_its_offer() {
    for row in rows(&text("client.txt")) {
        let [id, need, offer, answer, verdict] = row[..] else {
            panic!("five fields: {row:?}")
        };
        let need = if need == "required" {
            Need::Required
        } else {
            Need::Optional
        };
        let options = ClientOptions::default().with_extensions(offering(offer, need));
        let request = http::Request::get("ws://example.com/")
            .body(())
            .expect("a request");
        let mut handshake =
            ClientHandshake::new(request, &options, *b"the sample nonce").expect("a handshake");
        let mut head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\
             Connection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
            .to_owned();
        for line in lines(answer) {
            head.push_str("Sec-WebSocket-Extensions: ");
            head.push_str(line);
            head.push_str("\r\n");
        }
        head.push_str("\r\n");
        let mut input = head.as_str().into();
        let came = match handshake.receive(&mut input) {
            Ok(opened) => {
                let agreement = opened.expect("the head is whole").agreement;
                let agreed = agreement.extensions.as_str();
                match missing_reason(&agreement.missing).as_str() {
                    "" => format!("OPEN {}", if agreed.is_empty() { "-" } else { agreed }),
                    reason => format!("1010 {reason}"),
                }
            }
            Err(HandshakeError::Extensions(_)) => "FAIL grammar".to_owned(),
            Err(HandshakeError::Extension { rule, .. }) => format!("FAIL {}", rule.section()),
            Err(other) => format!("{other:?}"),
        };
        assert_eq!(came, verdict, "{id}: {offer} answered by {answer}");
    }
}

/// The extensions of a server as the field lists them.
fn configured(field: &str) -> Extensions {
    let mut extensions = Extensions::new();
    for item in field.split_whitespace().filter(|item| *item != "-") {
        let (item, need) = match item.strip_suffix('!') {
            Some(item) => (item, Need::Required),
            None => (item, Need::Optional),
        };
        let extension = match item.strip_prefix("deflate") {
            Some(settings) => Arc::new(deflate(settings)),
            None => toy(item, vec![Params::new()]),
        };
        extensions = extensions.with(extension, need);
    }
    extensions
}

fn deflate(settings: &str) -> PermessageDeflate {
    if settings == "(default)" {
        return PermessageDeflate::server();
    }
    let mut deflate = PermessageDeflate::server()
        .server_max_window_bits(WindowBits::MAX)
        .client_max_window_bits(WindowBits::MAX);
    let bits = |text: &str| WindowBits::new(text.parse().expect("a number")).expect("8 to 15");
    for setting in settings
        .trim_matches(['(', ')'])
        .split(',')
        .filter(|text| !text.is_empty())
    {
        deflate = match setting.split_once('=') {
            Some(("server", value)) => deflate.server_max_window_bits(bits(value)),
            Some(("client", value)) => deflate.client_max_window_bits(bits(value)),
            None if setting == "snct" => deflate.server_no_context_takeover(),
            None if setting == "cnct" => deflate.client_no_context_takeover(),
            _ => panic!("no such setting: {setting}"),
        };
    }
    deflate
}

fn verdicts(explanation: &Explanation) -> String {
    let word = |outcome: &Outcome| match outcome {
        Outcome::Taken { .. } => "taken",
        Outcome::NotReached => "skipped",
        Outcome::Declined(rule) => rule.section(),
        other => panic!("{other:?}"),
    };
    let words: Vec<_> = explanation
        .verdicts()
        .map(|verdict| word(&verdict.outcome))
        .collect();
    words.join(", ")
}

#[test]
fn a_server_takes_declines_and_refuses_by_the_rules() {
    for row in rows(&text("server.txt")) {
        let [id, server, offer, answer, expected] = row[..] else {
            panic!("five fields: {row:?}")
        };
        let mut request = http::Request::get("/")
            .header("Host", "example.com")
            .header("Upgrade", "websocket")
            .header("Connection", "Upgrade")
            .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
            .header("Sec-WebSocket-Version", "13");
        for line in lines(offer) {
            request = request.header("Sec-WebSocket-Extensions", line);
        }
        let request = request.body(()).expect("a request");
        let options = ServerOptions::default().with_extensions(configured(server));
        let (came, verdicts) = match accept(&request, &options) {
            Ok(accepted) => {
                let header = accepted.response.headers().get("sec-websocket-extensions");
                let header = header.map_or("", |value| value.to_str().expect("ASCII"));
                assert_eq!(header, accepted.agreement.extensions, "{id}");
                let came = if header.is_empty() { "-" } else { header };
                (came.to_owned(), verdicts(&accepted.agreement.explanation))
            }
            Err(Refusal::Extensions(_)) => ("400".to_owned(), String::new()),
            Err(refusal) => {
                assert_eq!(refusal.status(), 400, "{id}: {refusal}");
                let explanation = refusal.explanation().expect("only extensions can be amiss");
                let body = refusal.response().into_body();
                for name in explanation.missing() {
                    assert!(body.contains(name), "{id}: {name} is not named in {body}");
                }
                (
                    format!("400 {}", explanation.missing().join(", ")),
                    verdicts(explanation),
                )
            }
        };
        assert_eq!(
            (came.as_str(), verdicts.as_str()),
            (answer, expected),
            "{id}: {offer}"
        );
    }
}
