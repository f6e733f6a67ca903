//! What people get to read: explanations, refusals, errors.

use core::fmt::Write as _;
use core::time::Duration;

use bytes::BytesMut;
use rejoin_proto::extension::deflate::PermessageDeflate;
use rejoin_proto::extension::{Params, Passthrough, header};
use rejoin_proto::handshake::{
    ClientHandshake, ClientOptions, Extensions, HandshakeError, HeadFault, Opened, Refusal, Rule,
    ServerOptions, accept, accept_into, encode_response, missing_reason,
};

fn request(extensions: &str) -> http::Request<()> {
    http::Request::get("/")
        .header("Host", "example.com")
        .header("Upgrade", "websocket")
        .header("Connection", "Upgrade")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Protocol", "chat.v1, mqtt")
        .header("Sec-WebSocket-Extensions", extensions)
        .body(())
        .expect("a request")
}

#[test]
fn a_servers_explanation_says_of_each_offer_what_became_of_it() {
    let options = ServerOptions::default()
        .with_extensions(Extensions::new().optional(PermessageDeflate::server()))
        .with_subprotocols(["mqtt"]);
    let offers = "permessage-deflate; server_max_window_bits=7, x-foo; a=\"1\", \
         permessage-deflate; server_max_window_bits=9, permessage-deflate";
    let accepted = accept(&request(offers), &options).expect("nothing is required");
    assert_eq!(
        accepted.agreement.explanation.to_string(),
        "\
extension offers:
  permessage-deflate; server_max_window_bits=7
    declined: the value of server_max_window_bits is not one that it may have (RFC 7692 7.1.2.1)
  x-foo; a=1
    declined: the server has no extension of this name (RFC 6455 4.2.2)
  permessage-deflate; server_max_window_bits=9
    taken: permessage-deflate; server_max_window_bits=9
  permessage-deflate
    not reached: another offer of that name was taken
subprotocol: mqtt chosen from chat.v1, mqtt"
    );
}

#[test]
fn a_refusal_for_a_required_extension_names_every_missing_one() {
    let tenant = Passthrough::new("x-tenant", Params::new());
    let options = ServerOptions::default().with_extensions(
        Extensions::new()
            .required(PermessageDeflate::server())
            .required(tenant),
    );
    let refusal = accept(&request("permessage-deflate; turbo"), &options).expect_err("two miss");
    assert_eq!(
        refusal.to_string(),
        "required extensions are missing: permessage-deflate, x-tenant"
    );
    assert_eq!(
        refusal.explanation().expect("an explanation").to_string(),
        "\
extension offers:
  permessage-deflate; turbo
    declined: the extension has no parameter turbo here (RFC 7692 7)
required and missing: permessage-deflate, x-tenant
subprotocol: none chosen from chat.v1, mqtt"
    );
    let wire = encode_response(&refusal.response());
    assert_eq!(
        wire,
        "HTTP/1.1 400 Bad Request\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\
         Content-Length: 241\r\n\
         Connection: close\r\n\
         \r\n\
         WebSocket handshake refused: required extensions are missing: permessage-deflate, x-tenant.\n\
         Use a client that offers them in Sec-WebSocket-Extensions, or switch them on. If it does \
         offer them, a proxy in between may have removed the header.\n"
    );
}

/// A client's handshake with these offers of permessage-deflate, answered so.
fn connect(offers: &str, extensions: Extensions, answer: &str) -> Result<Opened, HandshakeError> {
    let offers = header::parse([offers]).expect("well formed offers");
    let offers = offers.iter().map(|offer| offer.params().clone()).collect();
    let deflate = PermessageDeflate::client()
        .with_offers(offers)
        .expect("valid offers");
    let options = ClientOptions::default()
        .with_extensions(extensions.optional(deflate))
        .with_subprotocols(["chat.v1"]);
    let request = http::Request::get("ws://example.com/")
        .body(())
        .expect("a request");
    let mut handshake =
        ClientHandshake::new(request, &options, *b"the sample nonce").expect("a handshake");
    let mut input = BytesMut::from(
        format!(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n{answer}\r\n"
        )
        .as_bytes(),
    );
    handshake
        .receive(&mut input)
        .map(|opened| opened.expect("the head is whole"))
}

#[test]
fn a_clients_explanation_finds_the_offer_that_an_answer_takes() {
    let offers = "permessage-deflate; server_max_window_bits=10, permessage-deflate, \
         permessage-deflate; client_max_window_bits";
    let required = Extensions::new().required(Passthrough::new("x-tenant", Params::new()));
    let opened = connect(
        offers,
        required,
        "Sec-WebSocket-Extensions: permessage-deflate\r\n",
    );
    let agreement = opened
        .expect("a missing extension is no error of the handshake")
        .agreement;
    assert_eq!(agreement.missing, ["x-tenant"]);
    assert_eq!(
        agreement.explanation.to_string(),
        "\
extension offers:
  x-tenant
    declined: the answer does not have it (RFC 6455 9.1)
  permessage-deflate; server_max_window_bits=10
    declined: the answer does not have it (RFC 6455 9.1)
  permessage-deflate
    taken: permessage-deflate
  permessage-deflate; client_max_window_bits
    not reached: another offer of that name was taken
required and missing: x-tenant
subprotocol: none chosen from chat.v1"
    );
}

#[test]
fn an_error_carries_the_answer_that_breaks_a_rule() {
    let answer = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=9\r\n";
    let error = connect("permessage-deflate", Extensions::new(), answer).expect_err("not offered");
    assert_eq!(
        error.to_string(),
        "the answer `permessage-deflate; client_max_window_bits=9` is against RFC 7692 7.1.2.2: \
         client_max_window_bits may be answered only if it was offered"
    );
    assert_eq!(
        error.explanation().expect("an explanation").to_string(),
        "\
extension offers:
  permessage-deflate
    declined: the answer does not have it (RFC 6455 9.1)
answer that breaks a rule:
  permessage-deflate; client_max_window_bits=9
    client_max_window_bits may be answered only if it was offered (RFC 7692 7.1.2.2)
subprotocol: none chosen from chat.v1"
    );
}

#[test]
fn rfc6455_7_4_1_the_reason_of_1010_holds_whole_names_in_123_bytes() {
    let names = |lengths: &[usize]| -> Vec<String> {
        lengths.iter().map(|length| "x".repeat(*length)).collect()
    };
    assert_eq!(missing_reason(&[]), "");
    assert_eq!(missing_reason(&names(&[123])).len(), 123);
    assert_eq!(missing_reason(&names(&[124])), "");
    assert_eq!(missing_reason(&names(&[60, 61])).len(), 123);
    assert_eq!(missing_reason(&names(&[60, 62])).len(), 60);
    assert_eq!(
        missing_reason(&names(&[60, 62, 1])).len(),
        60,
        "left out from the end"
    );
}

/// One refusal of each kind.
fn refusals() -> Vec<Refusal> {
    let required = Passthrough::new("x-tenant", Params::new());
    let options = ServerOptions::default().with_extensions(Extensions::new().required(required));
    vec![
        Refusal::Application {
            status: http::StatusCode::UNAUTHORIZED,
            message: "no".to_owned(),
        },
        Refusal::BodyPresent,
        Refusal::ConnectionWithoutUpgrade,
        Refusal::EndOfStream { received: 3 },
        Refusal::Extensions(header::parse(["foo;"]).expect_err("malformed")),
        Refusal::Head(HeadFault::BareLineFeed),
        Refusal::Head(HeadFault::TooManyBytes { limit: 1 }),
        Refusal::Head(HeadFault::Version),
        Refusal::Host,
        Refusal::HttpVersionTooOld,
        Refusal::HttpVersionUnsupported,
        Refusal::Key,
        Refusal::Method,
        Refusal::NotAnUpgrade,
        Refusal::Origin,
        accept(&request("x-foo"), &options).expect_err("required"),
        Refusal::Subprotocols,
        Refusal::TimedOut,
        Refusal::Unavailable { retry_after: None },
        Refusal::Unavailable {
            retry_after: Some(Duration::from_millis(1500)),
        },
        Refusal::Version,
    ]
}

#[test]
fn every_refusal_has_its_status_and_the_headers_that_belong_to_it() {
    let mut table = String::new();
    for refusal in refusals() {
        let response = refusal.response();
        table.push_str(response.status().as_str());
        for (name, value) in response.headers() {
            if name != "content-type" {
                let value = value.to_str().expect("ASCII");
                write!(table, " {name}: {value};").expect("a string takes all");
            }
        }
        writeln!(table, " {refusal}").expect("a string takes all");
    }
    assert_eq!(
        table,
        "\
401 the application refused it with status 401
400 the request has a body
400 the Connection header does not list upgrade
400 the stream ended after 3 bytes of the request head
400 malformed extension list at byte 4: a parameter must follow the semicolon
400 the request head is bad: a line feed without a carriage return
431 the request head is bad: longer than 1 bytes
505 the request head is bad: not HTTP/1.1
400 there is not exactly one valid Host header
426 upgrade: websocket; HTTP/1.0 cannot upgrade
505 the version of HTTP is not 1.1
400 there is not exactly one valid Sec-WebSocket-Key
405 allow: GET; the method is not GET
426 upgrade: websocket; the request does not ask for an upgrade
403 pages of this origin may not connect
400 required extensions are missing: x-tenant
400 the list of subprotocols is malformed
408 the handshake took too long
503 no connections are taken at the moment
503 retry-after: 2; no connections are taken at the moment
426 upgrade: websocket; sec-websocket-version: 13; there is not exactly one Sec-WebSocket-Version: 13
"
    );
}

#[test]
fn every_refusal_says_in_its_body_what_is_wrong_and_what_to_do() {
    for refusal in refusals() {
        let body = refusal.response().into_body();
        if let Refusal::Application { message, .. } = &refusal {
            assert_eq!(&body, message);
            continue;
        }
        let lines: Vec<_> = body.lines().collect();
        assert_eq!(lines.len(), 2, "{body}");
        assert_eq!(lines[0], format!("WebSocket handshake refused: {refusal}."));
        assert!(lines[1].ends_with('.') && lines[1].len() > 8, "{body}");
    }
}

#[test]
fn an_application_cannot_refuse_with_an_interim_status() {
    let status = http::StatusCode::SWITCHING_PROTOCOLS;
    let refusal = Refusal::Application {
        status,
        message: String::new(),
    };
    assert_eq!(refusal.status(), 500);
}

#[test]
fn a_response_is_framed_once_whatever_headers_it_brings() {
    let response = http::Response::builder()
        .status(401)
        .header("WWW-Authenticate", "Basic")
        .header("Content-Length", "7000")
        .header("Transfer-Encoding", "chunked")
        .header("Connection", "keep-alive")
        .body("no")
        .expect("a response");
    assert_eq!(
        encode_response(&response),
        "HTTP/1.1 401 Unauthorized\r\nwww-authenticate: Basic\r\nContent-Length: 2\r\n\
         Connection: close\r\n\r\nno"
    );
    let empty = http::Response::builder()
        .status(204)
        .body("ignored")
        .expect("a response");
    assert_eq!(
        encode_response(&empty),
        "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
    );
}

#[test]
fn rfc6455_1_2_the_101_of_the_example_byte_for_byte() {
    let options = ServerOptions::default()
        .with_extensions(Extensions::new().optional(PermessageDeflate::server()))
        .with_subprotocols(["mqtt"]);
    let request = request("permessage-deflate");
    let accepted = accept(&request, &options).expect("accepted");
    let expected = "HTTP/1.1 101 Switching Protocols\r\n\
         Upgrade: websocket\r\n\
         Connection: Upgrade\r\n\
         Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\
         Sec-WebSocket-Protocol: mqtt\r\n\
         Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n";
    assert_eq!(encode_response(&accepted.response.map(|()| "")), expected);
    let mut written = BytesMut::from("before");
    let agreement = accept_into(&request, &options, &mut written).expect("accepted");
    assert_eq!(written, ["before", expected].concat());
    assert_eq!(agreement.explanation, accepted.agreement.explanation);
    assert_eq!(agreement.extensions, "permessage-deflate");
    assert_eq!(agreement.subprotocol.as_deref(), Some("mqtt"));
}

#[test]
fn a_refused_request_leaves_the_output_as_it_was() {
    let tenant = Passthrough::new("x-tenant", Params::new());
    let options = ServerOptions::default().with_extensions(Extensions::new().required(tenant));
    let mut written = BytesMut::from("before");
    let refusal = accept_into(&request("x-other"), &options, &mut written);
    assert!(matches!(refusal, Err(Refusal::RequiredExtensions { .. })));
    assert_eq!(written, "before");
}

#[test]
fn every_rule_names_its_section_and_prints_in_one_line() {
    let parameter = || "server_max_window_bits".to_owned();
    for rule in [
        Rule::AgreedTwice,
        Rule::DeclinedByPolicy,
        Rule::LargerThanOffered {
            parameter: parameter(),
            offered: 9,
            answered: 10,
        },
        Rule::NotAnswered,
        Rule::NotConfigured,
        Rule::NotOffered {
            parameter: parameter(),
        },
        Rule::NotRepeated {
            parameter: parameter(),
        },
        Rule::NotRequested,
        Rule::Own {
            what: "too slow",
            section: "RFC 9999 1",
        },
        Rule::ParameterRepeated {
            parameter: parameter(),
        },
        Rule::ParameterUnknown {
            parameter: parameter(),
        },
        Rule::RequiredHere {
            parameter: parameter(),
        },
        Rule::Unwritable,
        Rule::ValueInvalid {
            parameter: parameter(),
        },
        Rule::ValueMissing {
            parameter: parameter(),
        },
        Rule::ValueNotAllowed {
            parameter: parameter(),
        },
        Rule::WindowUnsupported {
            parameter: parameter(),
            bits: 8,
        },
    ] {
        let line = rule.to_string();
        assert!(
            !line.is_empty() && !line.contains('\n') && !line.ends_with('.'),
            "{line}"
        );
        assert!(
            rule.section().starts_with("RFC ") || rule.section() == "local policy",
            "{line}"
        );
    }
}

#[test]
fn a_required_extension_and_a_refusal_is_an_error_of_the_handshake_not_a_missing_extension() {
    let required = Extensions::new().required(PermessageDeflate::client());
    let options = ClientOptions::default().with_extensions(required);
    let request = http::Request::get("ws://example.com/")
        .body(())
        .expect("a request");
    let mut handshake = ClientHandshake::new(request, &options, [0; 16]).expect("a handshake");
    let mut input = "HTTP/1.1 400 Bad Request\r\nContent-Length: 2\r\n\r\nno".into();
    let error = handshake.receive(&mut input).expect_err("no connection");
    assert_eq!(error.answer().expect("an answer").body(), "no");
    assert_eq!(
        error.to_string(),
        "the server answered 400 Bad Request instead of 101; its body may say what it misses in \
         the request"
    );
}
