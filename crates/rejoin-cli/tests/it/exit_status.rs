//! Every exit status, with the line on stderr that goes with it.

use crate::fake::{Fake, port_of_nobody};
use crate::process::{Ended, Process};

/// The end of `rejoin connect` without input.
fn connect(arguments: &[&str]) -> Ended {
    Process::run(&[&["connect"], arguments].concat(), b"")
}

fn assert_ended(ended: &Ended, status: i32, words: &[&str]) {
    assert_eq!(ended.status, status, "{ended:?}");
    assert!(ended.error().starts_with("error: "), "{ended:?}");
    for word in words {
        assert!(ended.error().contains(word), "{word} in {ended:?}");
    }
    assert!(
        !ended.stderr.contains('\u{1b}'),
        "no colours in a pipe: {ended:?}"
    );
    assert!(ended.stdout.is_empty(), "{ended:?}");
}

#[test]
fn usage_is_2() {
    for arguments in [
        &["serve", "--no-such-flag"][..],
        &["no-such-command"],
        &["connect"],
        &["connect", "ws://h", "--insecure", "--ca", "f"],
        &["connect", "ws://h", "--client-cert", "f"],
        &["connect", "ws://h", "-v", "-q"],
        &["connect", "ws://h", "--max-message-bytes", "1K"],
        &["serve", "--cert", "f"],
        &["serve", "--ping-every", "3"],
        &["serve", "--allow-origin", "https://example.com/path"],
    ] {
        let ended = Process::run(arguments, b"");
        assert_eq!(ended.status, 2, "{arguments:?}: {ended:?}");
        assert!(ended.stderr.starts_with("error: "), "{ended:?}");
    }
    assert_ended(&connect(&["ftp://h"]), 2, &[]);
    assert_ended(&connect(&["ws://user@h"]), 2, &[]);
    assert_ended(&connect(&["ws://h/#fragment"]), 2, &["fragment"]);
    assert_ended(
        &connect(&["ws://h", "--header", "Upgrade: x"]),
        2,
        &["upgrade"],
    );
    assert_ended(&connect(&["ws://h", "--subprotocol", "a b"]), 2, &[]);
    assert_ended(
        &connect(&["ws://h", "--no-deflate", "--require", "permessage-deflate"]),
        2,
        &["--no-deflate"],
    );
}

#[test]
fn nobody_there_is_3() {
    let (_held, address) = port_of_nobody();
    assert_ended(&connect(&[&format!("ws://{address}")]), 3, &["refused"]);
}

#[test]
fn tls_on_a_plain_port_is_3() {
    let (_server, url) = Process::serve(&[]);
    let url = url.replace("ws://", "wss://");
    assert_ended(&connect(&[&url, "--insecure"]), 3, &["ws://"]);
}

#[test]
fn a_server_that_says_nothing_is_3() {
    // Nobody accepts; the system takes the connection all the same.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("ws://{}", silent.local_addr().expect("it is bound"));
    assert_ended(&connect(&[&url, "--handshake-timeout", "50ms"]), 3, &[]);
}

#[test]
fn a_refusal_is_4_and_says_what_the_server_says() {
    let fake =
        Fake::answering(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 14\r\n\r\nnot \x1b[31myou\n.");
    let ended = connect(&[&fake.url]);
    assert_ended(&ended, 4, &["403", r"not \u{1b}[31myou"]);
}

#[test]
fn an_answer_that_breaks_a_rule_is_4_and_gets_no_frame() {
    let fake = Fake::answering(
        b"HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
          Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n",
    );
    assert_ended(&connect(&[&fake.url]), 4, &["101", "key"]);
    assert_eq!(fake.received(), b"");
}

#[test]
fn a_missing_extension_is_5_and_is_named() {
    let (_server, url) = Process::serve(&["--no-deflate"]);
    let ended = connect(&["--require", "permessage-deflate", &url]);
    assert_ended(&ended, 5, &["permessage-deflate", "1010", "--require"]);
}

#[test]
fn an_error_code_is_6_with_its_reason_made_harmless() {
    let fake = Fake::closing(b"\x88\x0a\x03\xf3no \x1b[31m");
    let ended = connect(&[&fake.url]);
    assert_ended(&ended, 6, &["1011 (Internal Error)", r#""no \u{1b}[31m""#]);
}

#[test]
fn an_application_code_is_6_unless_it_echoes_ours() {
    let fake = Fake::closing(b"\x88\x02\x0f\xa0");
    assert_ended(&connect(&[&fake.url]), 6, &["4000"]);
}

#[test]
fn going_away_and_no_code_end_well() {
    for frames in [&b"\x88\x02\x03\xe9"[..], b"\x88\x00"] {
        let ended = connect(&[&Fake::closing(frames).url]);
        assert_eq!((ended.status, ended.stderr.as_str()), (0, ""), "{frames:?}");
    }
}

#[test]
fn a_lost_connection_is_7() {
    let fake = Fake::vanishing();
    let mut client = Process::start(&["connect", &fake.url]);
    assert_ended(&client.wait(), 7, &["1006"]);
}

#[test]
fn a_peer_that_never_answers_the_close_is_7() {
    let fake = Fake::sending(b"");
    let ended = connect(&[&fake.url, "--close-timeout", "50ms"]);
    assert_ended(&ended, 7, &["1006", "--close-timeout"]);
}

#[test]
fn a_peer_that_breaks_a_rule_is_1() {
    let fake = Fake::sending(b"\x83\x00");
    let ended = Process::start(&["connect", &fake.url]).wait();
    assert_ended(&ended, 1, &["reserved opcode", "1002"]);
    let received = fake.received();
    assert_eq!(
        received.first(),
        Some(&0x88),
        "a Close frame: {received:02x?}"
    );
}

#[test]
fn a_message_over_the_limit_is_1_and_names_the_flag() {
    let fake = Fake::sending(b"\x81\x05hello");
    let ended = Process::start(&["connect", "--max-message-bytes", "4", &fake.url]).wait();
    assert_ended(&ended, 1, &["1009", "--max-message-bytes"]);
}

#[test]
fn an_address_that_cannot_be_bound_is_1() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("it is bound").to_string();
    let ended = Process::run(&["serve", "--listen", &address], b"");
    assert_ended(&ended, 1, &[&address, "--listen"]);
}

#[test]
fn a_file_that_cannot_be_read_is_1() {
    let ended = connect(&["wss://127.0.0.1:1", "--ca", "/no/such/file"]);
    assert_ended(&ended, 1, &["--ca", "/no/such/file"]);
    let ended = Process::run(
        &["serve", "--cert", "/no/such/cert", "--key", "/no/such/key"],
        b"",
    );
    assert_ended(&ended, 1, &["--cert", "/no/such/cert"]);
}
