//! Extensions that are required, offers in one's own words, and what `-v` tells.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::process::Process;

/// Sends a request head and reads the whole answer.
fn ask(url: &str, lines: &str) -> String {
    let address = url.strip_prefix("ws://").expect("a plain URL");
    let mut stream = TcpStream::connect(address).expect("the server listens");
    write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\n{lines}\r\n").expect("the server reads");
    let mut answer = String::new();
    stream
        .read_to_string(&mut answer)
        .expect("the server answers and closes");
    answer
}

const UPGRADE: &str = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\
                       Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

#[test]
fn a_server_that_requires_an_extension_refuses_and_names_it() {
    let (_server, url) = Process::serve(&["--require", "permessage-deflate"]);
    let answer = ask(&url, UPGRADE);
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
    assert!(body.contains("permessage-deflate"), "{body}");
    let ended = Process::run(&["connect", "--no-deflate", &url], b"");
    assert_eq!(ended.status, 4, "{ended:?}");
    assert!(ended.error().contains("permessage-deflate"), "{ended:?}");
    assert_eq!(Process::run(&["connect", &url], b"hi\n").text(), "hi\n");
}

#[test]
fn the_server_hears_which_extension_a_client_needs() {
    let (mut server, url) = Process::serve_json(&["--no-deflate"]);
    let ended = Process::run(
        &["connect", "--require", "permessage-deflate", &url],
        b"hi\n",
    );
    assert_eq!(ended.status, 5, "{ended:?}");
    let closed = server.event("closed");
    assert_eq!(closed["code"], 1010);
    assert_eq!(closed["reason"], "permessage-deflate");
    assert_eq!(closed["missing"], serde_json::json!(["permessage-deflate"]));
    assert_eq!(closed["began"], "peer");
}

#[test]
fn an_extension_that_both_require_by_name_is_agreed() {
    let (_server, url) = Process::serve(&["--require", "x-tenant"]);
    let ended = Process::run(&["connect", "--require", "x-tenant", &url], b"hi\n");
    assert_eq!((ended.text(), ended.status), ("hi\n", 0), "{ended:?}");
}

#[test]
fn offers_are_made_in_the_words_given() {
    let (mut server, url) = Process::serve_json(&[]);
    let offers =
        "permessage-deflate; server_max_window_bits=9; client_max_window_bits=10, x-trace; a=1";
    let ended = Process::run(&["connect", "-v", "--offer", offers, &url], b"hi\n");
    assert_eq!((ended.text(), ended.status), ("hi\n", 0), "{ended:?}");
    assert!(
        ended
            .stderr
            .contains(&format!("> sec-websocket-extensions: {offers}")),
        "{ended:?}"
    );
    let opened = server.event("opened");
    let agreed = opened["extensions"].as_str().expect("a text");
    assert!(agreed.contains("server_max_window_bits=9"), "{agreed}");
    assert!(agreed.contains("client_max_window_bits=10"), "{agreed}");
}

#[test]
fn verbose_shows_both_heads_and_the_verdict_on_each_offer() {
    let (_server, url) = Process::serve(&["--subprotocol", "chat"]);
    let arguments = [
        "connect",
        "-v",
        "--subprotocol",
        "other",
        "--subprotocol",
        "chat",
        &url,
    ];
    let ended = Process::run(&arguments, b"");
    for line in [
        "> GET / HTTP/1.1",
        "> sec-websocket-version: 13",
        "> sec-websocket-protocol: other, chat",
        "< 101 Switching Protocols",
        "< sec-websocket-protocol: chat",
        "*   permessage-deflate; client_max_window_bits",
        "*     taken: permessage-deflate",
        "* subprotocol: chat chosen from other, chat",
        "* closed: 1000 (Normal Closure)",
    ] {
        let found = ended.stderr.lines().any(|said| said.starts_with(line));
        assert!(found, "{line} in {}", ended.stderr);
    }
}

#[test]
fn a_web_page_may_connect_from_the_origins_given() {
    let (_server, url) = Process::serve(&["--allow-origin", "https://example.com"]);
    let from = |origin: &str| {
        Process::run(
            &["connect", "--header", &format!("Origin: {origin}"), &url],
            b"",
        )
        .status
    };
    assert_eq!(
        (from("https://example.com"), from("https://example.org")),
        (0, 4)
    );
    let (_server, url) = Process::serve(&["--allow-origin", "any"]);
    let origin = "Origin: https://example.org";
    assert_eq!(
        Process::run(&["connect", "--header", origin, &url], b"").status,
        0
    );
    let (_server, url) = Process::serve(&[]);
    assert_eq!(
        Process::run(&["connect", "--header", origin, &url], b"").status,
        4
    );
}

#[test]
fn a_browser_that_only_looks_is_told_what_this_is_where_there_is_no_page() {
    let (_server, url) = Process::serve(&["--no-page"]);
    let answer = ask(&url, "");
    assert!(answer.starts_with("HTTP/1.1 426 "), "{answer}");
    assert!(
        answer.to_lowercase().contains("upgrade: websocket"),
        "{answer}"
    );
    assert!(answer.contains("WebSocket client"), "{answer}");
}
