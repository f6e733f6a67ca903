//! The other headers of the opening handshake.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rejoin::proto::handshake::{Refusal, ServerOptions, accept, accept_key};
use rejoin_reference::{Prose, Texts, services};

use super::{EXTENSIONS, Remark, Words};

/// The message that says what a header is for.
pub(super) fn purpose(name: &str) -> &'static str {
    match name {
        EXTENSIONS => "header-extensions",
        "Sec-WebSocket-Key" => "header-key",
        "Sec-WebSocket-Accept" => "header-accept",
        "Sec-WebSocket-Version" => "header-version",
        "Sec-WebSocket-Protocol" => "header-protocol",
        "Upgrade" => "header-upgrade",
        "Connection" => "header-connection",
        _ => "header-retry-after",
    }
}

/// What is to be said of a value.
pub(super) fn remarks(name: &str, value: &str, texts: &Texts) -> Vec<Remark> {
    let verdict = |good: bool, id: &str, bad: &str| Remark {
        good: Some(good),
        text: Words(texts.prose(if good { id } else { bad })),
    };
    let refusal = accept(&request(name, value), &ServerOptions::default()).err();
    match name {
        "Sec-WebSocket-Key" if refusal == Some(Refusal::Key) => {
            vec![verdict(false, "", "header-key-bad")]
        }
        "Sec-WebSocket-Key" => {
            let accept = Prose::literal(format!("Sec-WebSocket-Accept: {}", accept_key(value)));
            vec![Remark {
                good: Some(true),
                text: Words(texts.prose_around("header-key-good", &[("value", &accept)])),
            }]
        }
        "Sec-WebSocket-Accept" => {
            let is_hash = STANDARD.decode(value).is_ok_and(|bytes| bytes.len() == 20);
            vec![verdict(is_hash, "header-accept-good", "header-accept-bad")]
        }
        "Sec-WebSocket-Version" => {
            let is_known = refusal != Some(Refusal::Version);
            vec![verdict(
                is_known,
                "header-version-good",
                "header-version-bad",
            )]
        }
        "Sec-WebSocket-Protocol" if refusal == Some(Refusal::Subprotocols) => {
            vec![verdict(false, "", "header-protocol-bad")]
        }
        "Sec-WebSocket-Protocol" => subprotocols(value, texts),
        "Upgrade" => {
            let is_named = refusal != Some(Refusal::NotAnUpgrade);
            vec![verdict(
                is_named,
                "header-upgrade-good",
                "header-upgrade-bad",
            )]
        }
        "Connection" => {
            let is_named = refusal != Some(Refusal::ConnectionWithoutUpgrade);
            vec![verdict(
                is_named,
                "header-connection-good",
                "header-connection-bad",
            )]
        }
        _ => vec![retry_after(value, texts)],
    }
}

fn subprotocols(value: &str, texts: &Texts) -> Vec<Remark> {
    let names: Vec<&str> = value
        .split(',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    let first = match names.as_slice() {
        [name] => {
            let name = Prose::literal((*name).to_owned());
            texts.prose_around("header-protocol-one", &[("name", &name)])
        }
        _ => texts.prose("header-protocol-several"),
    };
    let mut remarks = vec![Remark {
        good: Some(true),
        text: Words(first),
    }];
    for name in names {
        let known = services()
            .iter()
            .filter(|service| service.subprotocols.contains(&name));
        remarks.extend(known.map(|service| {
            let (name, service) = (
                Prose::literal(name.to_owned()),
                Prose::literal(service.name),
            );
            let parts = [("name", &name), ("service", &service)];
            Remark {
                good: None,
                text: Words(texts.prose_around("header-protocol-service", &parts)),
            }
        }));
    }
    remarks
}

fn retry_after(value: &str, texts: &Texts) -> Remark {
    let is_number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    let (good, text) = match value.parse::<u32>() {
        Ok(seconds) if is_number => {
            let variables = [("seconds", seconds.into())];
            (
                true,
                texts.prose_with("header-retry-after-seconds", &variables),
            )
        }
        _ if httpdate::parse_http_date(value).is_ok() => {
            (true, texts.prose("header-retry-after-date"))
        }
        _ => (false, texts.prose("header-retry-after-bad")),
    };
    Remark {
        good: Some(good),
        text: Words(text),
    }
}

/// A handshake that is in order, but for the one header.
pub(super) fn request(name: &str, value: &str) -> http::Request<()> {
    let headers = [
        ("Host", "localhost"),
        ("Upgrade", "websocket"),
        ("Connection", "Upgrade"),
        ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
        ("Sec-WebSocket-Version", "13"),
    ];
    let others = headers.into_iter().filter(|(other, _)| *other != name);
    let builder = http::Request::get("/").header(name, value);
    let builder = others.fold(builder, |builder, (name, value)| {
        builder.header(name, value)
    });
    builder.body(()).expect("the value has been tried")
}
