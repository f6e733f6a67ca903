use super::*;

fn wishes() -> Wishes {
    Wishes {
        server: "127.0.0.1:80".parse().unwrap(),
        deflate: None,
        browser_headers: false,
        is_tls: false,
    }
}

/// The answer of a server that does everything right.
fn answer(handshake: &Handshake, connection: usize, more: &str) -> String {
    let request = core::str::from_utf8(handshake.request(connection)).unwrap();
    let key = request
        .lines()
        .find_map(|line| line.strip_prefix("Sec-WebSocket-Key: "))
        .unwrap();
    format!(
        "HTTP/1.1 101 Switching Protocols\r\nupgrade: WebSocket\r\nConnection: keep-alive, \
         upgrade\r\nsec-websocket-accept: {}\r\n{more}\r\n",
        accept(key)
    )
}

#[test]
fn rfc6455_1_3_the_key_of_the_example_is_answered_as_there() {
    assert_eq!(
        accept("dGhlIHNhbXBsZSBub25jZQ=="),
        "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
    );
}

#[test]
fn a_right_answer_is_accepted_as_soon_as_it_is_whole() {
    let handshake = Handshake::new(wishes());
    let answer = answer(&handshake, 3, "Date: today\r\n").into_bytes();
    for cut in 0..answer.len() {
        assert_eq!(handshake.verify(3, &answer[..cut]).unwrap(), None);
    }
    assert_eq!(
        handshake.verify(3, &answer).unwrap(),
        Some(Welcome { agreement: None })
    );
}

#[test]
fn the_answer_to_another_key_is_refused() {
    let handshake = Handshake::new(wishes());
    let answer = answer(&handshake, 3, "");
    assert!(handshake.verify(4, answer.as_bytes()).is_err());
    assert!(
        handshake.verify(3 + KEYS, answer.as_bytes()).is_ok(),
        "keys are used in turn"
    );
}

#[test]
fn what_is_no_upgrade_is_refused() {
    let handshake = Handshake::new(wishes());
    let right = answer(&handshake, 0, "");
    for (from, to) in [
        ("101 Switching Protocols", "403 Forbidden"),
        ("upgrade: WebSocket", "upgrade: h2c"),
        ("keep-alive, upgrade", "close"),
    ] {
        let wrong = right.replace(from, to);
        assert_ne!(wrong, right);
        assert!(handshake.verify(0, wrong.as_bytes()).is_err(), "{to}");
    }
    assert!(
        handshake.verify(0, (right + "\u{1}").as_bytes()).is_err(),
        "bytes behind it"
    );
    assert!(
        handshake
            .verify(0, &vec![b'x'; LONGEST_ANSWER + 1])
            .is_err()
    );
}

#[test]
fn compression_is_agreed_exactly_when_it_was_offered() {
    let extension = "Sec-WebSocket-Extensions: permessage-deflate\r\n";
    let without = Handshake::new(wishes());
    assert!(
        without
            .verify(0, answer(&without, 0, extension).as_bytes())
            .is_err()
    );
    let with = Handshake::new(Wishes {
        deflate: Some(Takeover::Takeover),
        ..wishes()
    });
    assert!(with.verify(0, answer(&with, 0, "").as_bytes()).is_err());
    let welcome = with
        .verify(0, answer(&with, 0, extension).as_bytes())
        .unwrap()
        .unwrap();
    assert_eq!(welcome.agreement.unwrap().text, "permessage-deflate");
}

#[test]
fn a_request_says_what_was_wished_for() {
    let bare = Handshake::new(wishes());
    let bare = core::str::from_utf8(bare.request(0)).unwrap();
    assert!(bare.starts_with("GET / HTTP/1.1\r\nHost: 127.0.0.1:80\r\n"));
    assert!(bare.ends_with("\r\n\r\n") && !bare.contains("Origin") && !bare.contains("Extensions"));
    let full = Handshake::new(Wishes {
        deflate: Some(Takeover::NoTakeover),
        browser_headers: true,
        is_tls: true,
        ..wishes()
    });
    let full = core::str::from_utf8(full.request(0)).unwrap();
    for line in [
        "Origin: https://127.0.0.1:80",
        "Sec-Fetch-Mode: websocket",
        "Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover; \
         server_no_context_takeover; client_max_window_bits",
    ] {
        assert!(full.lines().any(|found| found == line), "{line}");
    }
}

#[test]
fn a_greeting_must_come_back_unchanged() {
    let greeting = Handshake::greeting();
    let text = greeting.request(5);
    assert_eq!(greeting.verify(5, &text[..4]).unwrap(), None);
    assert!(greeting.verify(5, text).unwrap().is_some());
    assert!(greeting.verify(5, b"Bad day!").is_err());
}
