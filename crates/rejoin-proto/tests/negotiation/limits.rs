//! How much a peer can push before anything is agreed.

use bytes::BytesMut;
use rejoin_proto::handshake::{
    ClientHandshake, ClientOptions, HandshakeError, HeadFault, HeadLimits, Refusal, RequestReader,
};

/// A request head of exactly that many bytes.
fn head_of(bytes: usize) -> Vec<u8> {
    let start = "GET / HTTP/1.1\r\nX: ";
    let end = "\r\n\r\n";
    format!(
        "{start}{}{end}",
        "x".repeat(bytes - start.len() - end.len())
    )
    .into_bytes()
}

fn read(head: &[u8], limits: HeadLimits) -> Result<bool, Refusal> {
    let mut input = BytesMut::from(head);
    let request = RequestReader::new(limits).receive(&mut input)?;
    Ok(request.is_some())
}

#[test]
fn a_head_of_16_kib_is_read_and_one_byte_more_is_431() {
    let limits = HeadLimits::default();
    assert_eq!(read(&head_of(16_384), limits), Ok(true));
    let refusal = read(&head_of(16_385), limits).expect_err("one byte too many");
    assert_eq!(
        refusal,
        Refusal::Head(HeadFault::TooManyBytes { limit: 16_384 })
    );
    assert_eq!(refusal.status(), 431);
}

#[test]
fn an_endless_head_is_refused_at_the_limit_and_not_before() {
    let head = head_of(20_000);
    assert_eq!(read(&head[..16_384], HeadLimits::default()), Ok(false));
    assert!(read(&head[..16_385], HeadLimits::default()).is_err());
}

#[test]
fn what_follows_a_head_does_not_count() {
    let mut head = head_of(200);
    head.extend([0; 1000]);
    assert_eq!(
        read(&head, HeadLimits::default().with_max_bytes(200)),
        Ok(true)
    );
}

#[test]
fn a_hundred_headers_are_read_and_one_more_is_431() {
    let head = |lines: usize| format!("GET / HTTP/1.1\r\n{}\r\n", "X: y\r\n".repeat(lines));
    assert_eq!(read(head(100).as_bytes(), HeadLimits::default()), Ok(true));
    let refusal = read(head(101).as_bytes(), HeadLimits::default()).expect_err("one too many");
    assert_eq!(
        refusal,
        Refusal::Head(HeadFault::TooManyHeaders { limit: 100 })
    );
    assert_eq!(refusal.status(), 431);
    assert_eq!(
        read(
            b"GET / HTTP/1.1\r\n\r\n",
            HeadLimits::default().with_max_headers(0)
        ),
        Ok(true)
    );
}

#[test]
fn a_flood_of_headers_is_refused_before_its_end() {
    let head = format!("GET / HTTP/1.1\r\n{}X", "X: y\r\n".repeat(100));
    assert!(read(head.as_bytes(), HeadLimits::default()).is_err());
}

fn client(limits: HeadLimits) -> ClientHandshake {
    let request = http::Request::get("ws://example.com/")
        .body(())
        .expect("a request");
    let options = ClientOptions::default().with_head(limits);
    ClientHandshake::new(request, &options, [0; 16]).expect("a handshake")
}

#[test]
fn an_answer_over_the_limit_fails() {
    let mut input = BytesMut::from(&b"HTTP/1.1 101 Switching Protocols\r\n"[..]);
    input.extend_from_slice(&b"X: y\r\n".repeat(101));
    let error = client(HeadLimits::default())
        .receive(&mut input)
        .expect_err("too many lines");
    assert_eq!(
        error,
        HandshakeError::Head(HeadFault::TooManyHeaders { limit: 100 })
    );
}

#[test]
fn interim_answers_share_one_limit() {
    let mut handshake = client(HeadLimits::default().with_max_bytes(1000));
    let interim = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n";
    let mut input = BytesMut::new();
    for _ in 0..1000 / interim.len() {
        input.extend_from_slice(interim);
        assert!(
            handshake
                .receive(&mut input)
                .expect("still within")
                .is_none()
        );
    }
    input.extend_from_slice(interim);
    let error = handshake.receive(&mut input).expect_err("a flood of them");
    assert_eq!(
        error,
        HandshakeError::Head(HeadFault::TooManyBytes { limit: 1000 })
    );
}

#[test]
fn four_kib_of_a_refusal_are_kept() {
    for framing in [
        "",
        "Content-Length: 100000\r\n",
        "Transfer-Encoding: chunked\r\n",
    ] {
        let mut handshake = client(HeadLimits::default());
        let mut input = BytesMut::from(format!("HTTP/1.1 500 x\r\n{framing}\r\n").as_bytes());
        if framing.contains("chunked") {
            input.extend_from_slice(b"186a0\r\n");
        }
        input.extend_from_slice(&vec![b'x'; 100_000]);
        let error = handshake.receive(&mut input).expect_err("a refusal");
        let answer = error.answer().expect("with an answer");
        let overhead = if framing.contains("chunked") { 7 } else { 0 };
        assert_eq!(answer.body().len(), 4096 - overhead, "{framing}");
    }
}

#[test]
fn a_refusal_that_trickles_is_there_at_the_deadline() {
    let mut handshake = client(HeadLimits::default());
    let mut input =
        BytesMut::from("HTTP/1.1 503 x\r\nRetry-After: 7\r\nContent-Length: 9\r\n\r\nbu");
    assert!(
        handshake
            .receive(&mut input)
            .expect("so far so good")
            .is_none()
    );
    let error = handshake.receive_eof();
    let answer = error.answer().expect("a refusal");
    assert_eq!(answer.body(), "bu");
    assert_eq!(
        answer.retry_after(),
        Some(core::time::Duration::from_secs(7))
    );
}
