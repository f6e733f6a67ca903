//! Servers that are well.

use super::server::{Next, Scripted};
use super::{check, shown};
use crate::process::Process;

#[test]
fn an_echo_server_is_well_from_the_name_to_the_close() {
    let (_server, url) = Process::serve(&[]);
    let checked = check(&[&url]);
    checked.assert(0, &[]);
    let result = &checked.result;
    assert_eq!(result["connect"][0]["error"], serde_json::Value::Null);
    let handshake = &result["handshake"];
    assert_eq!(handshake["outcome"], "opened");
    assert_eq!(handshake["offers"][0]["verdict"], "taken");
    let request = handshake["request"].as_str().expect("a text");
    assert!(
        request.starts_with("GET / HTTP/1.1\nHost: 127.0.0.1:"),
        "{request}"
    );
    let connection = &result["connection"];
    assert_eq!(connection["ping"]["outcome"], "answered");
    // It is for the server to choose how it answers.
    assert_eq!(connection["message"]["reply"], "compressed echo");
    for number in [0, 1] {
        assert_eq!(connection["compressed"][number]["reply"], "compressed echo");
    }
    assert_eq!(connection["end"]["received"]["code"], 1000);
    assert_eq!(connection["end"]["transport"], "ended");
}

#[test]
fn a_person_sees_every_step() {
    let (_server, url) = Process::serve(&[]);
    let ended = shown(&[&url, "--subprotocol", "chat", "--header", "Cookie: secret"]);
    let text = ended.text();
    for words in [
        "✓ name        127.0.0.1 is 127.0.0.1",
        "✓ connect     127.0.0.1:",
        "> GET / HTTP/1.1",
        "> Cookie: (not shown)",
        "< HTTP/1.1 101 Switching Protocols",
        "< Connection: Upgrade  ✓",
        "✓ answers the key that was sent",
        "✓ handshake   the connection is open",
        "✓ extension   permessage-deflate",
        "! subprotocol none chosen from chat",
        "✓ ping        answered",
        "✓ message     2160 bytes sent as it is, and came back compressed",
        "✓ compressed  2160 bytes sent compressed, and came back",
        "✓ close       sent 1000 NORMAL_CLOSURE, the server said 1000",
        "warning: the server chose none of the subprotocols",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    assert!(!text.contains("secret"), "{text}");
    // Not on a terminal.
    assert!(!text.contains('\u{1b}'), "{text:?}");
    assert!(
        text.lines().all(|line| line.chars().count() <= 120),
        "{text}"
    );
    assert_eq!((ended.status, ended.stderr.as_str()), (0, ""), "{text}");
}

#[test]
fn frames_are_shown_on_request() {
    let (_server, url) = Process::serve(&[]);
    let ended = shown(&["-v", &url]);
    for words in [": pong, ", " bytes, RSV1\n", ": Close, 2 bytes\n"] {
        assert!(ended.text().contains(words), "{words}\n{}", ended.text());
    }
}

#[test]
fn a_server_without_compression_is_well_but_for_a_note() {
    let (_server, url) = Process::serve(&["--no-deflate"]);
    let checked = check(&[&url]);
    checked.assert(0, &["extension-not-agreed"]);
    let ended = shown(&[&url]);
    assert!(
        ended.text().contains("· note: permessage-deflate"),
        "{}",
        ended.text()
    );
    assert!(
        ended.text().ends_with("\nnothing is wrong\n"),
        "{}",
        ended.text()
    );
    check(&[&url, "--no-deflate"]).assert(0, &[]);
}

#[test]
fn a_server_that_does_not_echo_is_well() {
    let server = Scripted::new(|mut client| {
        client.open("");
        client.reply(0x81, b"welcome");
        client.echo(|_, first, _| match first & 0x0f {
            1 => Next::Done,
            _ => Next::AsUsual,
        });
    });
    let checked = check(&[&server.url, "--no-deflate"]);
    checked.assert(0, &[]);
    assert_eq!(checked.result["connection"]["message"]["reply"], "no echo");
}

#[test]
fn the_text_can_be_chosen_or_left_out() {
    let (_server, url) = Process::serve(&[]);
    let checked = check(&[&url, "--message", "hi"]);
    assert_eq!(checked.result["connection"]["message"]["bytes"], 2);
    let checked = check(&[&url, "--no-message"]);
    assert!(checked.result["connection"]["message"].is_null());
    assert_eq!(
        checked.result["connection"]["compressed"],
        serde_json::json!([])
    );
}

#[test]
fn what_the_server_says_is_inert() {
    let server = Scripted::answering(
        "HTTP/1.1 403 \u{202e}no\r\nServer: \u{202e}x\r\nContent-Length: 9\r\n\r\n\u{1b}[2J<b>\u{7}\n",
    );
    let ended = shown(&[&server.url]);
    let shown = format!("{}{}", ended.text(), ended.stderr);
    assert!(shown.contains(r"\u{1b}[2J"), "{shown}");
    assert!(
        !shown.contains(['\u{1b}', '\u{7}', '\u{202e}']),
        "{shown:?}"
    );
    assert_eq!(ended.status, 4);
    let ended = check(&[&server.url]).ended;
    let json = ended.text();
    assert!(
        json.contains(r"\u202e") && json.contains(r"\u001b"),
        "{json:?}"
    );
    assert!(!json.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{json:?}");
}

#[test]
fn a_url_that_is_none_is_2() {
    for url in ["example.com", "ftp://example.com", "ws://127.0.0.1:0/"] {
        let ended = shown(&[url]);
        assert_eq!((ended.status, ended.text()), (2, ""), "{ended:?}");
        assert!(!ended.error().is_empty());
    }
}
