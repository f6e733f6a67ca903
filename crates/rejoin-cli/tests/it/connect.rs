//! `rejoin connect` in a pipe.

use std::io::Write;
use std::process::Stdio;

use crate::fake::Fake;
use crate::process::{Process, command};

#[test]
fn a_line_comes_back_and_the_status_is_0() {
    let (_server, url) = Process::serve(&[]);
    let ended = Process::run(&["connect", &url], b"hi\n");
    assert_eq!(
        (ended.text(), ended.stderr.as_str(), ended.status),
        ("hi\n", "", 0)
    );
}

#[test]
fn every_line_is_a_message_whatever_it_holds() {
    let (_server, url) = Process::serve(&[]);
    let input = "\n/ping\n//\n żółć 日本語 \u{1b}[31m\r\nno line end";
    let ended = Process::run(&["connect", &url], input.as_bytes());
    assert_eq!(ended.text(), format!("{input}\n"));
    assert_eq!(ended.status, 0);
}

#[test]
fn everything_under_way_at_the_end_of_the_input_still_arrives() {
    let (_server, url) = Process::serve(&[]);
    let lines = (0..20_000).map(|number| {
        format!(
            "message number {number}
"
        )
    });
    let input: String = lines.collect();
    let ended = Process::run(&["connect", &url], input.as_bytes());
    assert!(
        ended.text() == input,
        "{} of {} bytes came back",
        ended.stdout.len(),
        input.len()
    );
    assert_eq!(ended.status, 0);
}

#[test]
fn binary_messages_are_printed_as_they_are() {
    let (_server, url) = Process::serve(&[]);
    let ended = Process::run(&["connect", "--binary", &url], b"\xff\0\x1b\nab\n");
    assert_eq!(ended.stdout, b"\xff\0\x1bab");
    assert_eq!(ended.status, 0);
}

#[test]
fn answers_come_while_the_input_is_open() {
    let (_server, url) = Process::serve(&[]);
    let mut client = Process::start(&["connect", &url]);
    for line in ["one", "two"] {
        client.write(format!("{line}\n").as_bytes());
        assert_eq!(client.line(), line);
    }
    assert_eq!(client.finish().status, 0);
}

#[test]
fn a_line_that_is_no_text_ends_it_and_is_named() {
    let (_server, url) = Process::serve(&[]);
    let ended = Process::run(&["connect", &url], b"one\n\xff\nthree\n");
    assert_eq!(ended.text(), "one\n");
    assert!(
        ended.error().contains("line 2") && ended.error().contains("--binary"),
        "{ended:?}"
    );
    assert_eq!(ended.status, 1);
}

#[test]
fn the_peer_ends_it_while_the_input_is_open() {
    let fake = Fake::closing(b"\x81\x03bye\x88\x02\x03\xe8");
    let ended = Process::start(&["connect", &fake.url]).wait();
    assert_eq!((ended.text(), ended.status), ("bye\n", 0));
    assert!(ended.stderr.is_empty(), "{ended:?}");
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    let (mut server, url) = Process::serve_json(&[]);
    let mut client = command(&["connect", &url])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program is built");
    drop(client.stdout.take());
    let mut stdin = client.stdin.take().expect("it is piped");
    stdin.write_all(b"one\n").expect("the client reads");
    // The input stays open: that nobody reads is what ends it.
    let ended = client.wait_with_output().expect("it ends");
    assert_eq!(ended.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
    assert_eq!(server.event("closed")["code"], 1001);
    drop(stdin);
}

#[test]
fn a_hidden_header_stays_hidden() {
    let (_server, url) = Process::serve(&[]);
    let arguments = [
        "connect",
        "-vvv",
        "--header",
        "Authorization: Bearer s3cret",
        &url,
    ];
    let ended = Process::run(&arguments, b"");
    assert_eq!(ended.status, 0);
    assert!(
        ended.stderr.contains("> authorization: (not shown)"),
        "{ended:?}"
    );
    assert!(!ended.stderr.contains("s3cret"), "{ended:?}");
}

#[test]
fn quiet_says_nothing_but_errors() {
    let (_server, url) = Process::serve(&[]);
    assert_eq!(Process::run(&["-q", "connect", &url], b"").stderr, "");
    let ended = Process::run(&["-q", "connect", "--require", "x-none", &url], b"");
    assert!(ended.error().starts_with("error: "), "{ended:?}");
}

#[cfg(unix)]
#[test]
fn a_signal_closes_with_1001() {
    let (mut server, url) = Process::serve_json(&[]);
    let mut client = Process::start(&["connect", &url]);
    client.write(b"one\n");
    assert_eq!(client.line(), "one");
    client.signal(rustix::process::Signal::TERM);
    assert_eq!(client.wait().status, 0);
    let closed = server.event("closed");
    assert_eq!(
        (&closed["code"], &closed["began"]),
        (&1001.into(), &"peer".into())
    );
}
