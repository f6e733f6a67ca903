//! Answers that are no good 101: nothing, something else, or a 101 that breaks rules.

use rejoin::proto::handshake::{HandshakeError, Rule, accept_key};

use super::finding::Finding;
use super::hops::Hop;
use super::proxies;
use super::status::{Refusal, plain_on_tls_port};
use crate::check::facts::{Asked, Exchange, Outcome, SecondLook};
use crate::check::head::Head;

/// What is wrong with the answer.
pub(super) fn judge(
    asked: &Asked,
    exchange: &Exchange,
    second_look: Option<SecondLook>,
    hops: &[Hop],
) -> Vec<Finding> {
    let Some(head) = &exchange.answer else {
        return vec![no_answer(asked, exchange, second_look)];
    };
    match (head.status, &exchange.outcome) {
        (_, Outcome::Lost(_) | Outcome::TimedOut) if !head.is_whole => vec![cut_short(exchange)],
        (_, Outcome::Failed(HandshakeError::EndOfStream { .. })) => vec![cut_short(exchange)],
        (_, Outcome::Failed(HandshakeError::Head(fault))) => vec![
            Finding::error(
                "answer-malformed",
                format!("the answer breaks HTTP: {fault}"),
            )
            .because("Clients refuse it, because what repairs it differs from one to the next.")
            .against("RFC 9112 section 5")
            .server("look at what writes the answer's headers"),
        ],
        (Some(101), outcome) => switch(exchange, head, outcome, hops),
        (Some(status), _) => {
            let body = exchange.received.get(head.length..).unwrap_or_default();
            let body = String::from_utf8_lossy(body);
            Refusal {
                asked,
                head,
                status,
                body: &body,
                hops,
            }
            .judge()
        }
        (None, _) => vec![not_http(exchange)],
    }
}

fn no_answer(asked: &Asked, exchange: &Exchange, second_look: Option<SecondLook>) -> Finding {
    let port = asked.port;
    let is_tls = matches!(exchange.received.as_slice(), [0x15 | 0x16, 3, ..]);
    if is_tls && !asked.secure {
        return plain_on_tls_port(asked, format!("port {port} answers in TLS"));
    }
    if !exchange.received.is_empty() {
        return not_http(exchange);
    }
    if second_look == Some(SecondLook::Understands) {
        return plain_on_tls_port(
            asked,
            format!("port {port} does not answer to plain text, but to TLS it does"),
        );
    }
    let finding = match &exchange.outcome {
        Outcome::TimedOut => Finding::error(
            "no-answer",
            format!("no answer to the request within {:.1?}", exchange.took),
        ),
        Outcome::Lost(kind) => Finding::error(
            "no-answer",
            format!("the connection broke before the answer: {kind}"),
        ),
        Outcome::Failed(_) | Outcome::Opened(_) => Finding::error(
            "no-answer",
            "the server ended the connection without an answer",
        ),
    };
    finding
        .because("A server owes an answer to every request, be it to decline it.")
        .against("RFC 6455 section 4.2.2")
        .server("look for this request in its log; it may hang, crash, or not be one of HTTP")
        .client("check the port")
}

fn cut_short(exchange: &Exchange) -> Finding {
    let bytes = exchange.received.len();
    Finding::error(
        "answer-cut-short",
        format!("the answer ends in the middle of its head, after {bytes} bytes"),
    )
    .because("What was going to answer stopped on the way: a crash, or a timeout of a proxy.")
    .against("RFC 9112 section 8")
    .server("look for a crash on this request in its log")
}

fn not_http(exchange: &Exchange) -> Finding {
    let text = String::from_utf8_lossy(&exchange.received);
    let line = text.lines().next().unwrap_or_default();
    let start = crate::inert::start(line, 60);
    let what = match exchange.received.as_slice() {
        [_, _, _, 4, ..] => "HTTP/2".to_owned(),
        bytes if bytes.starts_with(b"SSH-") => "SSH".to_owned(),
        bytes if bytes.starts_with(b"220 ") => "a mail or file server".to_owned(),
        _ => "no HTTP/1.1".to_owned(),
    };
    Finding::error(
        "not-http",
        format!("the port speaks {what}: its answer begins with \"{start}\""),
    )
    .because("A WebSocket begins as a request of HTTP/1.1.")
    .against("RFC 6455 section 4.1")
    .client("check the port")
    .server("serve HTTP/1.1 on this port")
}

/// Everything that is wrong with a 101: a client stops at the first.
fn switch(exchange: &Exchange, head: &Head, outcome: &Outcome, hops: &[Hop]) -> Vec<Finding> {
    let mut findings = Vec::new();
    if head.version == "HTTP/1.0" {
        findings.push(
            Finding::error("http-1.0", "the 101 is one of HTTP/1.0")
                .because("HTTP/1.0 knows no upgrades, so clients do not take it.")
                .against("RFC 6455 section 4.1")
                .proxy(proxies::pass_upgrades(hops))
                .server("answer with HTTP/1.1"),
        );
    }
    for (name, header, word) in [
        ("Upgrade", "upgrade", "websocket"),
        ("Connection", "connection", "upgrade"),
    ] {
        if head.lists(header, word) {
            continue;
        }
        let seen = match head.value(header) {
            Some(value) => format!("{name} of the 101 is \"{value}\", without {word}"),
            None => format!("the 101 has no {name}"),
        };
        let id = if name == "Upgrade" {
            "upgrade-missing"
        } else {
            "connection-missing"
        };
        findings.push(
            Finding::error(id, seen)
                .because(
                    "Clients fail the handshake without it. Both headers are for one hop only, so \
                     proxies remove them unless they are told otherwise.",
                )
                .against("RFC 6455 section 4.1")
                .proxy(proxies::pass_upgrades(hops))
                .server(format!("answer with {name}: {word}")),
        );
    }
    findings.extend(accept(exchange, head));
    findings.extend(extras(head));
    findings.extend(negotiation(head, outcome, hops));
    findings
}

fn accept(exchange: &Exchange, head: &Head) -> Option<Finding> {
    let accepts: Vec<&str> = head.values("sec-websocket-accept").collect();
    Some(match accepts.as_slice() {
        [] => Finding::error("accept-missing", "the 101 has no Sec-WebSocket-Accept")
            .because("Without it nothing shows that a WebSocket server answered.")
            .against("RFC 6455 section 4.1")
            .server("answer with the hash of Sec-WebSocket-Key; every WebSocket library does")
            .proxy("pass Sec-WebSocket-Accept on"),
        [only] if Some(*only) == expected_accept(exchange).as_deref() => return None,
        [only] => Finding::error(
            "accept-wrong",
            format!("Sec-WebSocket-Accept is \"{only}\", which answers another key"),
        )
        .because(
            "It has to be the hash of the key that this client sent; a fixed or cached one proves \
             nothing, and clients fail the handshake.",
        )
        .against("RFC 6455 section 4.2.2")
        .proxy("do not cache answers to upgrades, and pass Sec-WebSocket-Key on unchanged")
        .server("hash the key as it came, with nothing around it"),
        several => Finding::error(
            "accept-repeated",
            format!("the 101 has Sec-WebSocket-Accept {} times", several.len()),
        )
        .because("Two parts of the server, or it and a proxy, both answered the handshake.")
        .against("RFC 6455 section 11.3.3")
        .server("leave the handshake to one of them")
        .proxy("pass the server's on, and add none"),
    })
}

/// The answer to the key in the request.
pub(super) fn expected_accept(exchange: &Exchange) -> Option<String> {
    let mut lines = exchange.request.lines();
    lines
        .find_map(|line| line.strip_prefix("Sec-WebSocket-Key: "))
        .map(accept_key)
}

/// What a 101 should not have.
fn extras(head: &Head) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (name, header) in [
        ("Content-Length", "content-length"),
        ("Transfer-Encoding", "transfer-encoding"),
    ] {
        if head.value(header).is_some() {
            findings.push(
                Finding::warning(
                    "body-announced",
                    format!("the 101 announces a body with {name}"),
                )
                .because(
                    "A 101 has none. Some clients and proxies then wait for it, or take the \
                         first frames for it.",
                )
                .against("RFC 9110 section 8.6")
                .server(format!("leave {name} out of the 101"))
                .proxy(format!("do not add {name} to a 101")),
            );
        }
    }
    if let Some(age) = head.value("age") {
        findings.push(
            Finding::warning(
                "answer-cached",
                format!("the 101 is {age} s old: it passed a cache"),
            )
            .because("A cache that keeps a 101 breaks every handshake but the first.")
            .against("RFC 9111 section 3")
            .proxy("let requests with Upgrade pass by the cache"),
        );
    }
    findings
}

/// Extensions and subprotocols that were not asked for, or not so.
fn negotiation(head: &Head, outcome: &Outcome, hops: &[Hop]) -> Vec<Finding> {
    let Outcome::Failed(error) = outcome else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    if let HandshakeError::Extension { rule, explanation } = error {
        let answer = explanation.broken().map_or("", |(answer, _)| answer);
        findings.push(extension(answer, rule, hops));
    } else if let HandshakeError::Extensions(fault) = error {
        findings.push(
            Finding::error(
                "extension-malformed",
                format!("Sec-WebSocket-Extensions of the 101 cannot be read: {fault}"),
            )
            .because("Both sides have to fail the connection then.")
            .against("RFC 6455 section 9.1")
            .server("write it as name; flag; key=value, name, or leave it out"),
        );
    }
    let chosen: Vec<&str> = head.values("sec-websocket-protocol").collect();
    match (error, chosen.as_slice()) {
        (HandshakeError::SubprotocolNotOffered, _) => {
            let chosen = chosen.join(", ");
            findings.push(
                Finding::error(
                    "subprotocol-unrequested",
                    format!("the server chose the subprotocol \"{chosen}\", which was not offered"),
                )
                .because("Clients fail the handshake.")
                .against("RFC 6455 section 4.1")
                .server("choose one of those in the request, letter by letter, or none")
                .client(format!("if you want it, offer it: --subprotocol {chosen}")),
            );
        }
        (HandshakeError::SubprotocolRepeated, _) | (_, [_, _, ..]) => findings.push(
            Finding::error(
                "subprotocol-repeated",
                "the server chose more than one subprotocol",
            )
            .because("A connection has one subprotocol or none.")
            .against("RFC 6455 section 4.2.2")
            .server("answer with one of the subprotocols offered"),
        ),
        _ => {}
    }
    findings
}

fn extension(answer: &str, rule: &Rule, hops: &[Hop]) -> Finding {
    let section = rule.section();
    if *rule == Rule::NotRequested {
        return Finding::error(
            "extension-unrequested",
            format!("the 101 has the extension \"{answer}\", which was not offered"),
        )
        .because("Clients fail the handshake: they could not read what follows.")
        .against(section)
        .server("answer only with extensions that the request has")
        .proxy(format!(
            "if it offered the extension to the server by itself, it has to take it out of the \
             answer; better: {}",
            proxies::pass_extensions(hops)
        ));
    }
    Finding::error(
        "extension-invalid",
        format!("the extension \"{answer}\" of the 101 is against the rules: {rule}"),
    )
    .because("Clients fail the handshake.")
    .against(section)
    .server("update its WebSocket library, or switch the extension off until it is mended")
    .proxy("pass Sec-WebSocket-Extensions of the request on unchanged: the answer belongs to it")
}
