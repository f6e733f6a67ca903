//! `rejoin serve`: its end, its limits, its log.

use crate::process::Process;

#[cfg(unix)]
#[test]
fn sigterm_and_sigint_close_everybody_with_1001_and_end_with_0() {
    use rustix::process::Signal;
    for signal in [Signal::TERM, Signal::INT] {
        let (mut server, url) = Process::serve(&[]);
        let mut client = Process::start(&["connect", "--json", &url]);
        client.event("opened");
        server.signal(signal);
        let closed = client.event("closed");
        assert_eq!(
            (&closed["code"], &closed["began"]),
            (&1001.into(), &"peer".into())
        );
        assert_eq!(client.wait().status, 0);
        let ended = server.wait();
        assert_eq!(ended.status, 0, "{signal:?}");
        let log = &ended.stderr;
        assert!(log.contains("drained: "), "{log}");
    }
}

#[test]
fn a_message_over_the_limit_is_closed_with_1009() {
    for flag in ["--max-message-bytes", "--max-frame-bytes"] {
        let (_server, url) = Process::serve(&[flag, "1000"]);
        let fits = vec![b'a'; 1000];
        assert_eq!(
            Process::run(&["connect", "--no-deflate", &url], &fits).status,
            0,
            "{flag}"
        );
        let ended = Process::run(&["connect", "--no-deflate", &url], &[b'a'; 1001]);
        assert_eq!(ended.status, 6, "{flag}");
        assert!(ended.error().contains("1009"), "{ended:?}");
    }
    let (_server, url) = Process::serve(&["--max-message-bytes", "1000"]);
    let ended = Process::run(&["connect", &url], &vec![b'a'; 100_000]);
    assert!(
        ended.error().contains("1009"),
        "small on the wire, large when inflated: {ended:?}"
    );
}

#[test]
fn more_connections_than_allowed_are_refused_with_503() {
    let (_server, url) = Process::serve(&["--max-connections", "1"]);
    let mut first = Process::start(&["connect", "--json", &url]);
    first.event("opened");
    let ended = Process::run(&["connect", &url], b"");
    assert_eq!(ended.status, 4);
    assert!(ended.error().contains("503"), "{ended:?}");
    assert_eq!(first.finish().status, 0);
}

#[test]
fn a_silent_peer_is_pinged_and_given_up() {
    // The fake peer is the client here: it upgrades and never answers a ping.
    use std::io::{Read, Write};
    let (mut server, url) =
        Process::serve_json(&["--ping-every", "20ms", "--ping-patience", "20ms"]);
    let address = url.strip_prefix("ws://").expect("a plain URL");
    let mut stream = std::net::TcpStream::connect(address).expect("the server listens");
    write!(
        stream,
        "GET / HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    .expect("the server reads");
    let closed = server.event("closed");
    assert_eq!(
        (&closed["code"], &closed["clean"]),
        (&1006.into(), &false.into())
    );
    let mut received = Vec::new();
    let _ = stream.read_to_end(&mut received);
    let end = received
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .expect("a head")
        + 4;
    assert_eq!(&received[end..end + 2], b"\x89\x04", "a ping");
}

#[test]
fn the_log_says_what_was_refused_and_more_on_request() {
    let (mut server, url) = Process::serve_json(&["--require", "x-a"]);
    assert_eq!(Process::run(&["connect", &url], b"").status, 4);
    server.event("refused");
    let log = server.log();
    assert!(log.contains("400") && log.contains("x-a"), "{log}");
    assert!(!log.contains('\u{1b}'), "no colours in a pipe: {log}");

    let (mut server, url) = Process::serve_json(&["-v"]);
    assert_eq!(
        Process::run(&["connect", &format!("{url}/some/path")], b"").status,
        0
    );
    server.event("closed");
    let log = server.log();
    assert!(
        log.contains("/some/path") && log.contains("code=1000"),
        "{log}"
    );
}

#[test]
fn a_subprotocol_that_is_no_token_is_refused() {
    for name in ["", "two words", "a,b", "ż", "a;b"] {
        let ended = Process::run(&["serve", "--subprotocol", name], b"");
        assert_eq!(ended.status, 2, "{ended:?}");
        assert!(ended.error().contains("one subprotocol"), "{ended:?}");
    }
}

#[test]
fn a_pid_file_that_cannot_be_written_is_told_at_the_start() {
    let arguments = ["serve", "--listen", "127.0.0.1:0", "--pid-file"];
    let directory = env!("CARGO_TARGET_TMPDIR");
    for file in ["/nowhere/at/all/rejoin.pid", directory] {
        let ended = Process::run(&[&arguments[..], &[file]].concat(), b"");
        assert_eq!((ended.status, ended.text()), (1, ""));
        let said = format!("error: cannot write --pid-file {file}: ");
        assert!(ended.error().starts_with(&said), "{ended:?}");
    }
}
