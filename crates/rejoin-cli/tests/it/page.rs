//! The page of `rejoin serve` over HTTP: that it is there, what it tells, and the restart from it.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::Value;

use crate::process::Process;
#[cfg(unix)]
use crate::service::{Service, pid};

/// Status, head and body of the answer to a request with these header lines.
fn ask(url: &str, request: &str, headers: &str) -> (u16, String, String) {
    let host = url.strip_prefix("ws://").expect(url);
    let mut stream = TcpStream::connect(host).expect("it listens");
    write!(
        stream,
        "{request} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n"
    )
    .expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    let status = head.split(' ').nth(1).expect("a status");
    let status = status.parse().expect("a number");
    (status, head.to_owned(), body.to_owned())
}

fn live(url: &str, query: &str) -> Value {
    let (status, _, body) = ask(url, &format!("GET /live{query}"), "");
    assert_eq!(status, 200);
    serde_json::from_str(&body).expect("JSON")
}

#[test]
fn a_server_has_a_page_beside_its_websockets() {
    let (_server, url) = Process::serve(&[]);
    let (status, head, body) = ask(&url, "GET /", "");
    assert_eq!(status, 200);
    assert!(head.contains("text/html"), "{head}");
    assert!(body.contains(&url), "it tells where the server is");
    let (status, _, script) = ask(&url, "GET /page/rejoin.js", "");
    assert_eq!(status, 200);
    assert!(script.contains("class ReconnectingSocket"));
    let ended = Process::run(&["connect", &url], b"hi\n");
    assert_eq!(ended.text(), "hi\n");
}

#[test]
fn a_handshake_that_lost_its_upgrade_on_the_way_gets_no_page() {
    let (_server, url) = Process::serve(&[]);
    let spoiled = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";
    let (status, _, body) = ask(&url, "GET /", spoiled);
    assert_eq!(status, 426);
    assert!(body.contains("a proxy in between removed the Upgrade header"));
}

#[test]
fn the_page_can_be_left_out() {
    let (_server, url) = Process::serve(&["--no-page"]);
    for target in ["/", "/live", "/page/rejoin.js"] {
        assert_eq!(ask(&url, &format!("GET {target}"), "").0, 426, "{target}");
    }
    assert_eq!(ask(&url, "POST /restart", "").0, 405);
}

#[test]
fn what_the_server_counts_and_saw_is_told() {
    let (mut server, url) = Process::serve_json(&["--subprotocol", "chat"]);
    let id = "0123456789abcdef0123456789abcdef";
    let connection = format!("{url}/?connection={id}");
    let mut client = Process::start(&["connect", "--json", "--subprotocol", "chat", &connection]);
    client.event("opened");
    client.write(b"hi\n");
    client.event("message");
    let seen = live(&url, &format!("?connection={id}"));
    assert_eq!(seen["open"], 1);
    assert_eq!(seen["messages"], 2);
    assert_eq!(seen["predecessor"], false);
    assert_eq!(seen["connection"]["opened"]["subprotocol"], "chat");
    let offer = &seen["connection"]["opened"]["offers"][0];
    let outcome = offer["outcome"].as_str().expect("text");
    assert!(outcome.starts_with("taken: permessage-deflate"), "{offer}");
    assert_eq!(seen["connection"]["closed"], Value::Null);
    assert_eq!(live(&url, "")["connection"], Value::Null);
    assert_eq!(client.finish().status, 0);
    server.event("closed");
    let seen = live(&url, &format!("?connection={id}"));
    assert_eq!(seen["open"], 0);
    assert_eq!(seen["closed"], serde_json::json!({ "1000": 1 }));
    assert_eq!(seen["connection"]["closed"]["code"], 1000);
    assert_eq!(seen["connection"]["closed"]["began"], "peer");
}

/// Waits until another process serves, and returns the event that tells.
#[cfg(unix)]
fn restarted(service: &mut Service) -> Value {
    let restarted = service.event("restarted");
    service.current = pid(&restarted["successor"]);
    restarted
}

/// A restart that this machine's page asks for.
#[cfg(unix)]
fn press(service: &Service) -> (u16, String) {
    let token = &live(&service.url, "")["restart"]["token"];
    let token = token.as_str().expect("this machine may know it");
    let host = service.url.strip_prefix("ws").expect("a URL");
    let headers = format!("Origin: http{host}\r\nRejoin-Token: {token}\r\nContent-Length: 0\r\n");
    let (status, _, body) = ask(&service.url, "POST /restart", &headers);
    (status, body)
}

#[cfg(unix)]
#[test]
fn the_page_restarts_the_service_as_the_signal_does() {
    let mut service = Service::start(&[]);
    let mut client = service.client();
    let before = live(&service.url, "");
    assert_eq!(press(&service).0, 202);
    let restarted = restarted(&mut service);
    assert_eq!(client.event("closed")["code"], 1012);
    service.event_of_any("listening");
    let after = live(&service.url, "");
    assert_eq!(after["pid"], restarted["successor"]);
    assert_ne!(after["restart"]["token"], before["restart"]["token"]);
    assert_eq!(press(&service).0, 202, "and the new process does again");
    self::restarted(&mut service);
}

#[cfg(unix)]
#[test]
fn a_restart_that_other_sites_ask_for_is_refused_and_does_nothing() {
    let mut service = Service::start(&[]);
    let token = live(&service.url, "")["restart"]["token"].clone();
    let token = token.as_str().expect("this machine may know it");
    for headers in [
        String::new(),
        format!("Origin: http://evil.example\r\nRejoin-Token: {token}\r\n"),
        "Origin: null\r\n".to_owned(),
    ] {
        let (status, _, body) = ask(&service.url, "POST /restart", &headers);
        assert_eq!(status, 403, "{body}");
    }
    assert_eq!(ask(&service.url, "GET /restart", "").0, 405);
    // Had one of them begun a restart, this one would be refused as the second.
    assert_eq!(press(&service).0, 202);
    restarted(&mut service);
}

#[cfg(unix)]
#[test]
fn a_restart_that_fails_is_told_on_the_page() {
    let mut service = Service::start(&[]);
    service.break_executable();
    assert_eq!(press(&service).0, 202);
    service.event("restart_failed");
    let failure = &live(&service.url, "")["restart"]["failure"];
    assert!(failure.is_string(), "{failure}");
}
