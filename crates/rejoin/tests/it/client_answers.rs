//! What a client makes of a server's answer, over a pipe in memory.

use core::time::Duration;

use http::{HeaderName, HeaderValue, StatusCode};
use rejoin::proto::handshake::HeadLimits;
use rejoin::{Client, CloseCode, ConnectError, Connected, Extensions, Message, Phase};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::time::{Instant, sleep};

use crate::client_peer::{header, read_request, read_to_end, switching};

const URL: &str = "ws://example.com/chat?room=1";

/// Shakes hands with a server that answers as it is told, and keeps the stream.
async fn answered(
    client: &Client,
    answer: &str,
) -> (Result<Connected, ConnectError>, DuplexStream) {
    let (near, mut far) = tokio::io::duplex(1 << 16);
    let play = async {
        let request = read_request(&mut far).await;
        let switching = switching(&request, "");
        // Without the empty line, so that further header lines can follow.
        let answer = answer.replace("{101}", switching.strip_suffix("\r\n").unwrap());
        far.write_all(answer.as_bytes()).await.unwrap();
    };
    let (connected, ()) = tokio::join!(client.handshake(near, URL), play);
    (connected, far)
}

/// The error of such a handshake.
async fn error_of(answer: &str) -> ConnectError {
    answered(&Client::new(), answer).await.0.unwrap_err()
}

#[tokio::test(start_paused = true)]
async fn a_refusal_keeps_status_headers_and_body() {
    let answer = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 7\r\nX-Which: a\r\n\
                  Content-Length: 11\r\n\r\nback at ten";
    let error = error_of(answer).await;
    assert!(error.is_refused() && !error.is_handshake() && !error.is_lost());
    assert_eq!(error.phase(), Some(Phase::Handshake));
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(refusal.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(refusal.headers()["x-which"], "a");
    assert_eq!(&refusal.body()[..], b"back at ten");
    let line = error.to_string();
    assert!(
        line.contains("503") && line.ends_with("try again later"),
        "{line}"
    );
    assert!(!line.contains("back at ten"), "{line}");
}

#[tokio::test(start_paused = true)]
async fn the_body_of_a_refusal_that_stands_still_is_taken_as_far_as_it_came() {
    let started = Instant::now();
    let answer = "HTTP/1.1 403 Forbidden\r\nContent-Length: 100\r\n\r\nhalf";
    let error = error_of(answer).await;
    assert_eq!(&error.refusal().unwrap().body()[..], b"half");
    assert_eq!(started.elapsed(), Duration::from_secs(1));
}

#[tokio::test(start_paused = true)]
async fn the_body_of_a_refusal_without_end_is_cut() {
    let (near, mut far) = tokio::io::duplex(512);
    let pour = async {
        read_request(&mut far).await;
        far.write_all(b"HTTP/1.1 404 Not Found\r\n\r\n")
            .await
            .unwrap();
        while far.write_all(&[b'x'; 500]).await.is_ok() {}
    };
    let client = Client::new();
    let (connected, ()) = tokio::join!(client.handshake(near, URL), pour);
    let error = connected.unwrap_err();
    assert_eq!(error.refusal().unwrap().body().len(), 4096);
}

#[tokio::test(start_paused = true)]
async fn an_answer_in_single_bytes_opens_and_tells_what_was_agreed() {
    let (near, mut far) = tokio::io::duplex(1);
    let client = Client::new()
        .subprotocols(["chat.v2", "chat.v1"])
        .header(
            HeaderName::from_static("x-token"),
            HeaderValue::from_static("1"),
        )
        .header(
            HeaderName::from_static("x-token"),
            HeaderValue::from_static("2"),
        );
    let play = async {
        let request = read_request(&mut far).await;
        let more = "Sec-WebSocket-Protocol: chat.v1\r\nX-Server: s\r\n\
                    Sec-WebSocket-Extensions: permessage-deflate\r\n";
        for byte in switching(&request, more).bytes() {
            far.write_u8(byte).await.unwrap();
        }
        (request, far)
    };
    let (connected, (request, _far)) = tokio::join!(client.handshake(near, URL), play);
    let connected = connected.unwrap();
    assert!(
        request.starts_with("GET /chat?room=1 HTTP/1.1\r\nHost: example.com\r\n"),
        "{request}"
    );
    let tokens: Vec<_> = request
        .lines()
        .filter(|line| line.starts_with("x-token"))
        .collect();
    assert_eq!(tokens, ["x-token: 1", "x-token: 2"]);
    assert_eq!(
        header(&request, "sec-websocket-protocol"),
        "chat.v2, chat.v1"
    );
    assert_eq!(connected.subprotocol.as_deref(), Some("chat.v1"));
    assert_eq!(connected.extensions, "permessage-deflate");
    assert_eq!(connected.response.status(), StatusCode::SWITCHING_PROTOCOLS);
    assert_eq!(connected.response.headers()["x-server"], "s");
    let sent = connected.request.headers();
    assert_eq!(
        sent["sec-websocket-key"],
        header(&request, "sec-websocket-key")
    );
    assert_eq!(connected.explanation.subprotocol(), Some("chat.v1"));
    assert_eq!(connected.peer, None);
}

#[tokio::test(start_paused = true)]
async fn frames_in_the_segment_of_the_101_are_received_wherever_it_is_cut() {
    let frames = b"\x81\x05Hello\x82\x01\x07";
    for cut in 0..=frames.len() {
        let (near, mut far) = tokio::io::duplex(1 << 16);
        let play = async {
            let request = read_request(&mut far).await;
            let mut first = switching(&request, "").into_bytes();
            first.extend_from_slice(&frames[..cut]);
            far.write_all(&first).await.unwrap();
        };
        let client = Client::new();
        let (connected, ()) = tokio::join!(client.handshake(near, URL), play);
        let mut socket = connected.unwrap().socket;
        far.write_all(&frames[cut..]).await.unwrap();
        assert_eq!(
            socket.recv().await.unwrap(),
            Some(Message::text("Hello")),
            "cut at {cut}"
        );
        assert_eq!(
            socket.recv().await.unwrap(),
            Some(Message::binary(vec![7])),
            "cut at {cut}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn rfc6455_4_1_an_extension_that_was_not_asked_for_fails_without_a_close_frame() {
    let client = Client::new().extensions(Extensions::new());
    let answer = "{101}Sec-WebSocket-Extensions: permessage-deflate\r\n\r\n";
    let (connected, mut far) = answered(&client, answer).await;
    let error = connected.unwrap_err();
    assert!(
        error.is_handshake() && !error.is_missing_extension(),
        "{error}"
    );
    assert!(error.explanation().unwrap().broken().is_some());
    assert_eq!(
        read_to_end(&mut far).await,
        b"",
        "nothing follows the request"
    );
}

#[tokio::test(start_paused = true)]
async fn rfc6455_4_1_an_answer_to_another_key_is_refused() {
    let answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\
                  Connection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
    let (connected, mut far) = answered(&Client::new(), answer).await;
    let error = connected.unwrap_err();
    assert!(error.is_handshake(), "{error}");
    assert_eq!(read_to_end(&mut far).await, b"");
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_ends_anywhere_in_the_answers_head_is_lost() {
    let answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n";
    for cut in 0..answer.len() {
        let (near, mut far) = tokio::io::duplex(1 << 16);
        let play = async {
            read_request(&mut far).await;
            far.write_all(&answer.as_bytes()[..cut]).await.unwrap();
            drop(far);
        };
        let client = Client::new();
        let (connected, ()) = tokio::join!(client.handshake(near, URL), play);
        let error = connected.unwrap_err();
        assert!(
            error.is_lost() && !error.is_handshake(),
            "cut at {cut}: {error}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_in_tls_says_to_use_wss() {
    // A fatal alert: handshake_failure.
    let error = error_of("\x15\x03\x01\x00\x02\x02\x28").await;
    assert!(error.is_handshake(), "{error}");
    assert_eq!(
        error.to_string(),
        "the server speaks TLS on this port; use wss://"
    );
}

#[tokio::test(start_paused = true)]
async fn a_head_without_end_is_refused_at_its_bound() {
    let (near, mut far) = tokio::io::duplex(1 << 10);
    let limits = HeadLimits::default().with_max_bytes(2000);
    let client = Client::new().head_limits(limits);
    let pour = async {
        read_request(&mut far).await;
        far.write_all(b"HTTP/1.1 101 Switching Protocols\r\nX: ")
            .await
            .unwrap();
        let mut poured = 0;
        while far.write_all(&[b'x'; 100]).await.is_ok() {
            poured += 100;
        }
        poured
    };
    let (connected, poured) = tokio::join!(client.handshake(near, URL), pour);
    let error = connected.unwrap_err();
    assert!(error.is_handshake(), "{error}");
    assert!(poured < 2000 + (4 << 10), "{poured} bytes were taken in");
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_sent_is_refused_before_anything_is() {
    let (near, mut far) = tokio::io::duplex(1 << 10);
    let own = HeaderName::from_static("sec-websocket-key");
    let client = Client::new().header(own, HeaderValue::from_static("mine"));
    let error = client.handshake(near, URL).await.unwrap_err();
    assert!(
        error.is_invalid_request() && !error.is_invalid_url(),
        "{error}"
    );
    assert_eq!(error.phase(), None);
    assert_eq!(read_to_end(&mut far).await, b"");

    for url in [
        "ws://u:p@example.com/",
        "ws://example.com/#x",
        "http:/example.com",
        "ws://",
    ] {
        let (near, mut far) = tokio::io::duplex(1 << 10);
        let error = Client::new().handshake(near, url).await.unwrap_err();
        assert!(error.is_invalid_url(), "{url}: {error}");
        assert_eq!(read_to_end(&mut far).await, b"");
    }
}

#[tokio::test(start_paused = true)]
async fn requests_bring_their_own_headers_and_clones_of_a_client_keep_their_settings() {
    let plain = Client::new().extensions(Extensions::new());
    let named = plain
        .clone()
        .header(http::header::USER_AGENT, HeaderValue::from_static("me"));
    for (client, agent) in [(&plain, false), (&named, true)] {
        let (near, mut far) = tokio::io::duplex(1 << 10);
        let request = http::Request::get("wss://example.com:8443/")
            .header("Host", "virtual.example")
            .header("Authorization", "Bearer x")
            .body(())
            .unwrap();
        let play = async {
            let request = read_request(&mut far).await;
            far.write_all(switching(&request, "").as_bytes())
                .await
                .unwrap();
            request
        };
        let (connected, request) = tokio::join!(client.handshake(near, request), play);
        connected.unwrap();
        assert_eq!(header(&request, "host"), "virtual.example");
        assert_eq!(header(&request, "authorization"), "Bearer x");
        let request = request.to_lowercase();
        assert_eq!(request.contains("user-agent: me"), agent, "{request}");
        assert!(!request.contains("extensions"), "{request}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_silent_server_runs_into_the_handshake_deadline_and_a_trickle_does_too() {
    for trickle in [false, true] {
        let (near, mut far) = tokio::io::duplex(1 << 10);
        let play = async {
            read_request(&mut far).await;
            if trickle {
                for byte in b"HTTP/1.1 101 Switching Protocols\r\n" {
                    far.write_u8(*byte).await.unwrap();
                    sleep(Duration::from_secs(1)).await;
                }
            }
            core::future::pending::<()>().await;
        };
        let started = Instant::now();
        let client = Client::new();
        let error = tokio::select! {
            connected = client.handshake(near, URL) => connected.unwrap_err(),
            () = play => unreachable!("the server waits for ever"),
        };
        assert_eq!(started.elapsed(), Duration::from_secs(10));
        assert!(error.is_timeout() && !error.is_handshake(), "{error}");
        assert_eq!(error.phase(), Some(Phase::Handshake));
        let line = error.to_string();
        assert!(
            line.starts_with("no answer to the handshake within 10s; "),
            "{line}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_total_deadline_ends_the_handshake_and_is_the_one_that_is_told() {
    let (near, _far) = tokio::io::duplex(1 << 10);
    let mut deadlines = rejoin::Deadlines::default();
    deadlines.total = Duration::from_secs(3);
    let started = Instant::now();
    let error = Client::new()
        .deadlines(deadlines)
        .handshake(near, URL)
        .await
        .unwrap_err();
    assert_eq!(started.elapsed(), Duration::from_secs(3));
    assert!(error.is_timeout());
    assert!(error.to_string().contains("within 3s"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_server_that_does_not_take_the_request_runs_into_the_handshake_deadline() {
    let (near, _far) = tokio::io::duplex(1);
    let started = Instant::now();
    let error = Client::new().handshake(near, URL).await.unwrap_err();
    assert_eq!(started.elapsed(), Duration::from_secs(10));
    assert!(error.is_timeout());
}

#[tokio::test(start_paused = true)]
async fn a_refusal_whose_body_trickles_is_a_refusal_at_the_deadline() {
    let (near, mut far) = tokio::io::duplex(1 << 10);
    let play = async {
        read_request(&mut far).await;
        far.write_all(b"HTTP/1.1 401 Unauthorized\r\n\r\n")
            .await
            .unwrap();
        loop {
            far.write_u8(b'.').await.unwrap();
            sleep(Duration::from_millis(900)).await;
        }
    };
    let started = Instant::now();
    let client = Client::new();
    let error = tokio::select! {
        connected = client.handshake(near, URL) => connected.unwrap_err(),
        () = play => unreachable!("the server goes on for ever"),
    };
    assert_eq!(started.elapsed(), Duration::from_secs(10));
    let refusal = error.refusal().unwrap();
    assert_eq!(refusal.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(refusal.body().len(), 12);
    assert!(error.to_string().contains("credentials"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn what_is_sent_is_masked_with_a_fresh_key_for_every_frame() {
    let (connected, mut far) = answered(&Client::new(), "{101}\r\n").await;
    let mut socket = connected.unwrap().socket;
    let mut keys = std::collections::HashSet::new();
    for _ in 0..4 {
        socket.send("same").await.unwrap();
        let mut frame = [0; 10];
        far.read_exact(&mut frame).await.unwrap();
        assert_eq!(frame[..2], [0x81, 0x84]);
        keys.insert(<[u8; 4]>::try_from(&frame[2..6]).unwrap());
    }
    assert!(keys.len() >= 3, "{keys:?}");
    socket
        .start_close(CloseCode::NORMAL_CLOSURE, "")
        .await
        .unwrap();
}
