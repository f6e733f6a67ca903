//! The request as a client sends it, and what a caller may not ask for; Origin policies.

use rejoin_proto::extension::deflate::PermessageDeflate;
use rejoin_proto::extension::{Params, Passthrough};
use rejoin_proto::handshake::{
    ClientHandshake, ClientOptions, Extensions, InvalidRequest, InvalidUrl, Origin, OriginPolicy,
    Refusal, ServerOptions, accept,
};

const NONCE: [u8; 16] = *b"the sample nonce";

fn with(request: http::request::Builder) -> Result<ClientHandshake, InvalidRequest> {
    ClientHandshake::new(
        request.body(()).expect("a request"),
        &ClientOptions::default(),
        NONCE,
    )
}

#[test]
fn rfc6455_4_1_the_request_byte_for_byte() {
    let request = http::Request::get("wss://example.com:8443/chat?room=1")
        .header("Cookie", "a=1")
        .header("X-Twice", "one")
        .header("X-Twice", "two")
        .body(())
        .expect("a request");
    let options = ClientOptions::default()
        .with_subprotocols(["chat.v2", "chat.v1"])
        .with_extensions(
            Extensions::new()
                .optional(PermessageDeflate::client())
                .required(Passthrough::new(
                    "x-tenant",
                    Params::new().value("id", "a b"),
                )),
        );
    let handshake = ClientHandshake::new(request, &options, NONCE).expect("a handshake");
    assert_eq!(
        handshake.head(),
        "GET /chat?room=1 HTTP/1.1\r\n\
         Host: example.com:8443\r\n\
         Upgrade: websocket\r\n\
         Connection: Upgrade\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
         Sec-WebSocket-Version: 13\r\n\
         Sec-WebSocket-Protocol: chat.v2, chat.v1\r\n\
         Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits, \
         x-tenant; id=\"a b\"\r\n\
         Cookie: a=1\r\n\
         x-twice: one\r\n\
         x-twice: two\r\n\r\n"
    );
    assert_eq!(handshake.request().headers()["host"], "example.com:8443");
    assert_eq!(handshake.target().port(), 8443);
}

#[test]
fn a_clients_request_is_accepted_by_a_server() {
    let handshake = with(http::Request::get("ws://[::1]:9001")).expect("a handshake");
    let mut input = handshake.head().into();
    let options = ServerOptions::default();
    let mut reader = rejoin_proto::handshake::RequestReader::new(options.head);
    let request = reader
        .receive(&mut input)
        .expect("a good head")
        .expect("a whole one");
    assert_eq!(
        (request.uri().path(), &request.headers()["host"]),
        ("/", &"[::1]:9001".parse().unwrap())
    );
    assert!(accept(&request, &options).is_ok());
}

#[test]
fn a_callers_host_replaces_the_one_of_the_url() {
    let request = http::Request::get("ws://127.0.0.1:9001/").header("Host", "example.com");
    let handshake = with(request).expect("a handshake");
    assert!(
        handshake
            .head()
            .starts_with(b"GET / HTTP/1.1\r\nHost: example.com\r\n")
    );
    assert_eq!(handshake.target().host(), "127.0.0.1");
    let twice = http::Request::get("ws://a/")
        .header("Host", "a")
        .header("Host", "b");
    assert_eq!(
        with(twice).expect_err("two of them"),
        InvalidRequest::HostRepeated
    );
}

#[test]
fn a_caller_may_not_set_the_handshakes_own_headers() {
    for name in [
        "connection",
        "content-length",
        "sec-websocket-accept",
        "sec-websocket-extensions",
        "sec-websocket-key",
        "sec-websocket-protocol",
        "sec-websocket-version",
        "transfer-encoding",
        "upgrade",
    ] {
        let error = with(http::Request::get("ws://a/").header(name, "x")).expect_err(name);
        assert_eq!(
            error,
            InvalidRequest::Header {
                name: name.parse().expect("a name")
            }
        );
        assert!(error.to_string().contains(name), "{error}");
    }
}

#[test]
fn a_request_that_cannot_be_a_handshake_is_not_sent() {
    assert_eq!(
        with(http::Request::post("ws://a/")).expect_err("POST"),
        InvalidRequest::Method
    );
    let old = http::Request::get("ws://a/").version(http::Version::HTTP_10);
    assert_eq!(with(old).expect_err("HTTP/1.0"), InvalidRequest::Version);
    for (url, fault) in [
        ("/chat", InvalidUrl::Scheme),
        ("ftp://a/", InvalidUrl::Scheme),
        ("ws://user:secret@a/", InvalidUrl::UserInfo),
        ("ws://a:0/", InvalidUrl::Port),
        ("ws://:80/", InvalidUrl::Host),
    ] {
        let Ok(uri) = url.parse::<http::Uri>() else {
            continue;
        };
        assert_eq!(
            with(http::Request::get(uri)).expect_err(url),
            InvalidRequest::Url(fault)
        );
    }
}

#[test]
fn offers_that_cannot_be_written_are_not_sent() {
    let request = || http::Request::get("ws://a/").body(()).expect("a request");
    for name in ["", "two words", "line\r\nX-Smuggled: 1", "ü"] {
        let subprotocols = ClientOptions::default().with_subprotocols([name]);
        let error = ClientHandshake::new(request(), &subprotocols, NONCE).expect_err(name);
        assert_eq!(
            error,
            InvalidRequest::Subprotocol {
                name: name.to_owned()
            }
        );
        let extension = Passthrough::new(name, Params::new());
        let extensions =
            ClientOptions::default().with_extensions(Extensions::new().optional(extension));
        let error = ClientHandshake::new(request(), &extensions, NONCE).expect_err(name);
        assert_eq!(
            error,
            InvalidRequest::Extension {
                name: name.to_owned()
            }
        );
        assert!(!error.to_string().contains('\n'), "{error}");
    }
    let twice = ClientOptions::default().with_subprotocols(["a", "a"]);
    assert!(ClientHandshake::new(request(), &twice, NONCE).is_err());
}

#[test]
fn a_server_declines_what_its_extension_cannot_say() {
    let extension = Passthrough::new("x-bad", Params::new().value("a", "line\r\nX-Smuggled: 1"));
    let options = ServerOptions::default().with_extensions(Extensions::new().optional(extension));
    let request = upgrade()
        .header("Sec-WebSocket-Extensions", "x-bad")
        .body(())
        .expect("a request");
    let accepted = accept(&request, &options).expect("declined, not refused");
    assert!(
        !accepted
            .response
            .headers()
            .contains_key("sec-websocket-extensions")
    );
    assert!(
        accepted
            .agreement
            .explanation
            .to_string()
            .contains("cannot stand in a header")
    );
}

fn upgrade() -> http::request::Builder {
    http::Request::get("/")
        .header("Host", "example.com")
        .header("Upgrade", "websocket")
        .header("Connection", "Upgrade")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        .header("Sec-WebSocket-Version", "13")
}

fn passes(policy: &OriginPolicy, origins: &[&str]) -> bool {
    let with_origin =
        |request: http::request::Builder, origin: &&str| request.header("Origin", *origin);
    let request = origins
        .iter()
        .fold(upgrade(), with_origin)
        .body(())
        .expect("a request");
    match accept(
        &request,
        &ServerOptions::default().with_origin(policy.clone()),
    ) {
        Ok(_) => true,
        Err(Refusal::Origin) => false,
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn rfc6455_10_2_the_three_origin_policies() {
    let list = [
        "https://App.Example.com",
        "http://127.0.0.1:8080",
        "chrome-extension://abcdef",
    ];
    let list = list
        .map(|origin| origin.parse::<Origin>().expect(origin))
        .to_vec();
    let list = OriginPolicy::List(list);
    for (origins, any, listed, same_host) in [
        (&[][..], true, true, true),
        (&["http://example.com"][..], true, false, true),
        (&["https://EXAMPLE.com:443"], true, false, true),
        (&["https://example.com:444"], true, false, false),
        (&["https://app.example.com"], true, true, false),
        (&["https://app.example.com:443"], true, true, false),
        (&["http://app.example.com"], true, false, false),
        (&["http://127.0.0.1:8080"], true, true, false),
        (&["chrome-extension://abcdef"], true, true, false),
        (&["chrome-extension://example.com"], true, false, false),
        (&["null"], true, false, false),
        (&[""], true, false, false),
        (&["example.com"], true, false, false),
        (&["https://example.com/"], true, false, false),
        (
            &["http://example.com", "http://example.com"],
            false,
            false,
            false,
        ),
    ] {
        assert_eq!(passes(&OriginPolicy::Any, origins), any, "any: {origins:?}");
        assert_eq!(passes(&list, origins), listed, "list: {origins:?}");
        assert_eq!(
            passes(&OriginPolicy::SameHost, origins),
            same_host,
            "same: {origins:?}"
        );
    }
}

#[test]
fn an_origin_is_scheme_host_and_port_and_nothing_else() {
    for text in [
        "",
        "null",
        "example.com",
        "://example.com",
        "1http://a",
        "http://",
        "http://:80",
        "http://a:b",
        "http://a:65536",
        "http://u@a",
        "http://a/",
        "http://a?b",
        "http://a#b",
        "http://a b",
        "http://[::1",
        "http://::1",
    ] {
        assert!(text.parse::<Origin>().is_err(), "{text}");
    }
}
