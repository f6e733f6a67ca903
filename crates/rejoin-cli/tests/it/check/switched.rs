//! A 101 that breaks rules, or lacks what was wanted.

use super::check;
use super::server::Scripted;
use crate::process::Process;

#[test]
fn rfc6455_4_1_every_fault_of_a_101_is_named() {
    const GOOD: &str = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: KEY";
    for (lines, ids) in [
        (
            "Connection: Upgrade\r\nSec-WebSocket-Accept: KEY",
            &["upgrade-missing"][..],
        ),
        (
            "Upgrade: websocket\r\nConnection: close\r\nSec-WebSocket-Accept: KEY",
            &["connection-missing"],
        ),
        (
            "Upgrade: websocket\r\nConnection: Upgrade",
            &["accept-missing"],
        ),
        (
            "Upgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
            &["accept-wrong"],
        ),
        (
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: KEY\r\n\
             Sec-WebSocket-Accept: KEY",
            &["accept-repeated"],
        ),
        // A client stops at the first fault; a doctor does not.
        (
            "X-Nothing: 1",
            &["upgrade-missing", "connection-missing", "accept-missing"],
        ),
    ] {
        let server = Scripted::switching(lines);
        check(&[&server.url]).assert(4, ids);
    }
    for (line, id, words) in [
        (
            "Sec-WebSocket-Extensions: x-turbo",
            "extension-unrequested",
            "x-turbo",
        ),
        (
            "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=7",
            "extension-invalid",
            "RFC 7692 7.1.2.1",
        ),
        (
            "Sec-WebSocket-Extensions: a;;",
            "extension-malformed",
            "RFC 6455 section 9.1",
        ),
        (
            "Sec-WebSocket-Protocol: chat",
            "subprotocol-unrequested",
            "--subprotocol chat",
        ),
        (
            "Sec-WebSocket-Protocol: a\r\nSec-WebSocket-Protocol: b",
            "subprotocol-repeated",
            "one subprotocol",
        ),
    ] {
        let lines: &'static str = format!("{GOOD}\r\n{line}").leak();
        let server = Scripted::switching(lines);
        let checked = check(&[&server.url]);
        checked.assert(4, &[id]).says(id, words);
    }
}

#[test]
fn a_101_of_http_1_0_is_no_switch() {
    let server = Scripted::new(|mut client| {
        let accept = client.accept();
        client.say(&format!(
            "HTTP/1.0 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Accept: {accept}\r\n\r\n"
        ));
    });
    check(&[&server.url]).assert(4, &["http-1.0"]);
}

#[test]
fn what_only_looks_odd_is_a_warning() {
    let server = Scripted::new(|mut client| {
        client.open("Content-Length: 0\r\nAge: 12\r\nVia: 1.1 squid\r\nCF-Ray: 1-FRA\r\n");
        client.echo(|_, _, _| super::server::Next::AsUsual);
    });
    let checked = check(&[&server.url, "--no-deflate"]);
    checked.assert(0, &["body-announced", "answer-cached"]);
    let proxies = &checked.result["handshake"]["proxies"];
    let names: Vec<_> = (0..3).map(|number| &proxies[number]["name"]).collect();
    assert_eq!(names, ["a cache", "squid", "Cloudflare"]);
}

#[test]
fn a_mandatory_extension_that_is_missing_is_5_and_told_with_1010() {
    let (_server, url) = Process::serve(&["--no-deflate"]);
    let checked = check(&[&url, "--require", "permessage-deflate"]);
    checked.assert(5, &["extension-missing"]);
    let sent = &checked.result["connection"]["end"]["sent"];
    assert_eq!(sent["code"], 1010);
    assert_eq!(sent["reason"], "permessage-deflate");
    assert_eq!(
        checked.result["handshake"]["missing"][0],
        "permessage-deflate"
    );
}

#[test]
fn a_dropped_extension_is_a_warning_where_a_proxy_was_seen() {
    let server = Scripted::new(|mut client| {
        client.open("Server: nginx\r\n");
        client.echo(|_, _, _| super::server::Next::AsUsual);
    });
    let checked = check(&[&server.url]);
    checked.assert(0, &["extension-not-agreed"]);
    checked.says("extension-not-agreed", "\"warning\"");
    checked.says("extension-not-agreed", "nginx left a name in the answer");
}
