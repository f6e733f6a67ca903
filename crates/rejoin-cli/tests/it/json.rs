//! The events of `--json`.

use serde_json::{Value, json};

use crate::process::Process;

#[test]
fn a_server_tells_of_every_connection() {
    let (mut server, url) =
        Process::serve_json(&["--subprotocol", "chat", "--max-message-bytes", "3"]);
    assert!(url.starts_with("ws://127.0.0.1:"), "{url}");
    let path = format!("{url}/room?a=1");
    assert_eq!(
        Process::run(&["connect", "--subprotocol", "chat", &path], b"hi\n").status,
        0
    );
    let opened = server.event("opened");
    assert_eq!(opened["target"], "/room?a=1");
    assert_eq!(opened["subprotocol"], "chat");
    assert!(
        opened["extensions"]
            .as_str()
            .is_some_and(|it| it.starts_with("permessage-deflate"))
    );
    let closed = server.event("closed");
    assert_eq!(closed["peer"], opened["peer"]);
    assert_eq!(closed["code"], 1000);
    assert_eq!(closed["name"], "NORMAL_CLOSURE");
    assert_eq!(
        (&closed["began"], &closed["clean"]),
        (&json!("peer"), &json!(true))
    );
    assert_eq!(closed["missing"], json!([]));

    assert_eq!(Process::run(&["connect", &url], b"long\n").status, 6);
    let closed = server.event("closed");
    assert_eq!(closed["sent"]["code"], 1009);
    assert!(closed["fault"].as_str().is_some(), "{closed}");
    assert_eq!(
        (&closed["began"], &closed["clean"]),
        (&json!("local"), &json!(false))
    );
}

#[test]
fn a_server_tells_whom_it_refused_and_what_was_missing() {
    let (mut server, url) =
        Process::serve_json(&["--require", "permessage-deflate", "--require", "x-a"]);
    assert_eq!(
        Process::run(&["connect", "--no-deflate", &url], b"").status,
        4
    );
    let refused = server.event("refused");
    assert_eq!(refused["status"], 400);
    assert_eq!(refused["missing"], json!(["permessage-deflate", "x-a"]));
}

#[test]
fn a_client_tells_a_whole_conversation() {
    let (_server, url) = Process::serve(&[]);
    let ended = Process::run(&["connect", "--json", &url], "hi\n\"ż\u{1b}\n".as_bytes());
    assert_eq!(ended.status, 0);
    let events: Vec<Value> = ended
        .text()
        .lines()
        .map(|line| serde_json::from_str(line).expect(line))
        .collect();
    let kinds: Vec<&str> = events
        .iter()
        .filter_map(|event| event["event"].as_str())
        .collect();
    assert_eq!(kinds, ["opened", "message", "message", "closed"]);
    assert_eq!(events[0]["target"], Value::from(url.as_str()));
    assert_eq!(
        events[1],
        json!({"event": "message", "kind": "text", "text": "hi"})
    );
    assert_eq!(events[2]["text"], "\"ż\u{1b}");
    assert_eq!(
        (&events[3]["code"], &events[3]["began"]),
        (&json!(1000), &json!("local"))
    );
    let ended = Process::run(&["connect", "--json", "--binary", &url], b"\xff\0\n");
    let message: Value =
        serde_json::from_str(ended.text().lines().nth(1).expect("a message")).expect("JSON");
    assert_eq!(
        message,
        json!({"event": "message", "kind": "binary", "base64": "/wA="})
    );
}

#[test]
fn nothing_in_an_event_moves_a_terminal_and_every_character_is_there() {
    let (_server, url) = Process::serve(&[]);
    let hostile = "\u{9b}31m\u{202e}evil\u{2066}\u{7f}\u{e0041}";
    let line = format!("{hostile}\n");
    let ended = Process::run(&["connect", "--json", &url], line.as_bytes());
    assert_eq!(ended.status, 0);
    let shown = ended.text();
    let active = |character: char| character != '\n' && !(' '..='~').contains(&character);
    assert!(!shown.contains(active), "{shown:?}");
    let message = shown.lines().nth(1).expect("a message");
    let message: Value = serde_json::from_str(message).expect(message);
    assert_eq!(message["text"], hostile);
}

#[test]
fn a_client_tells_why_it_failed() {
    let (_server, url) = Process::serve(&["--no-deflate"]);
    let ended = Process::run(
        &["connect", "--json", "--require", "permessage-deflate", &url],
        b"",
    );
    let event: Value = serde_json::from_str(ended.text()).expect("one line of JSON");
    assert_eq!(
        (&event["event"], &event["exit"]),
        (&json!("error"), &json!(5))
    );
    assert_eq!(
        ended.error(),
        format!("error: {}", event["error"].as_str().expect("a line"))
    );
}
