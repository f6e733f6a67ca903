//! What a server says to those whom it does not let in, on the wire.

use core::time::Duration;

use rejoin::extension::deflate::PermessageDeflate;
use rejoin::extension::{Params, Passthrough};
use rejoin::proto::Config;
use rejoin::proto::handshake::ServerOptions;
use rejoin::{AcceptError, Acceptor, Extensions, OriginPolicy, Refusal};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use crate::client_peer::read_to_end;

const PLAIN: &str = "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n";

/// A request that is accepted, with more headers.
fn request(more: &str) -> String {
    request_with("dGhlIHNhbXBsZSBub25jZQ==", "13", more)
}

fn request_with(key: &str, version: &str, more: &str) -> String {
    format!(
        "GET / HTTP/1.1\r\nHost: a.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: {version}\r\n{more}\r\n"
    )
}

fn acceptor(options: ServerOptions) -> Acceptor {
    Acceptor::new(options, Config::default(), Duration::from_secs(10))
}

/// Shakes hands with whoever is at the other end of the pipe.
fn shake(acceptor: Acceptor) -> (JoinHandle<Result<(), AcceptError>>, DuplexStream) {
    let (ours, theirs) = tokio::io::duplex(1 << 20);
    let shaking = tokio::spawn(async move {
        let incoming = acceptor.receive(ours).await?;
        incoming.accept().await.map(drop)
    });
    (shaking, theirs)
}

/// The refusal of a request, as the server tells it and as the client reads it.
async fn refusal_of(acceptor: Acceptor, request: &str) -> (Refusal, String) {
    let (shaking, mut peer) = shake(acceptor);
    peer.write_all(request.as_bytes()).await.unwrap();
    let answer = String::from_utf8(read_to_end(&mut peer).await).unwrap();
    drop(peer);
    let Err(AcceptError::Refused(refusal)) = shaking.await.unwrap() else {
        unreachable!("not refused: {answer}");
    };
    (refusal, answer)
}

/// Checks status, headers and a part of the body.
fn check(answer: &str, status: &str, headers: &[&str], body: &str) {
    let (head, text) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with(&format!("HTTP/1.1 {status} ")), "{answer}");
    for header in headers.iter().chain(&["connection: close"]) {
        let is_there = head.lines().any(|line| line.eq_ignore_ascii_case(header));
        assert!(is_there, "{header} in {answer}");
    }
    let length = format!("content-length: {}", text.len());
    assert!(head.to_lowercase().contains(&length), "{answer}");
    assert!(text.contains(body), "{body} in {answer}");
}

#[tokio::test(start_paused = true)]
async fn rfc6455_4_2_1_a_plain_request_is_told_to_upgrade() {
    let (refusal, answer) = refusal_of(Acceptor::default(), PLAIN).await;
    assert!(matches!(refusal, Refusal::NotAnUpgrade));
    check(
        &answer,
        "426",
        &["upgrade: websocket"],
        "open it with a WebSocket client",
    );
}

#[tokio::test(start_paused = true)]
async fn rfc6455_4_2_1_a_bad_key_is_400() {
    let (_, answer) = refusal_of(Acceptor::default(), &request_with("short", "13", "")).await;
    check(&answer, "400", &[], "16 random bytes in base64");
}

#[tokio::test(start_paused = true)]
async fn rfc6455_4_4_another_version_is_426_with_ours() {
    let of_version_8 = request_with("dGhlIHNhbXBsZSBub25jZQ==", "8", "");
    let (_, answer) = refusal_of(Acceptor::default(), &of_version_8).await;
    check(
        &answer,
        "426",
        &["sec-websocket-version: 13"],
        "Version: 13",
    );
}

#[tokio::test(start_paused = true)]
async fn another_method_is_405() {
    let post = request("").replace("GET", "POST");
    let (_, answer) = refusal_of(Acceptor::default(), &post).await;
    check(&answer, "405", &["allow: GET"], "with GET");
}

#[tokio::test(start_paused = true)]
async fn rfc6455_10_2_a_page_from_elsewhere_is_403() {
    let (refusal, answer) = refusal_of(
        Acceptor::default(),
        &request("Origin: https://evil.example\r\n"),
    )
    .await;
    assert!(matches!(refusal, Refusal::Origin));
    check(&answer, "403", &[], "allow the page's origin");
    assert!(
        !answer.contains("evil"),
        "nothing of the client is repeated"
    );

    let any = ServerOptions::default().with_origin(OriginPolicy::Any);
    let (shaking, mut peer) = shake(acceptor(any));
    let request = request("Origin: https://evil.example\r\n");
    peer.write_all(request.as_bytes()).await.unwrap();
    shaking.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_head_beyond_its_limit_is_431() {
    for more in [
        "X-Long: ".to_owned() + &"x".repeat(17 << 10) + "\r\n",
        "A: b\r\n".repeat(101),
    ] {
        let (_, answer) = refusal_of(Acceptor::default(), &request(&more)).await;
        check(&answer, "431", &[], "fewer or shorter headers");
    }
}

#[tokio::test(start_paused = true)]
async fn an_endless_head_is_refused_while_it_comes() {
    let (shaking, mut peer) = shake(Acceptor::default());
    peer.write_all(b"GET / HTTP/1.1\r\nX: ").await.unwrap();
    // More than all limits; it is taken and dropped so that the answer is not lost in a reset.
    peer.write_all(&vec![b'x'; 40 << 10]).await.unwrap();
    let answer = read_to_end(&mut peer).await;
    assert!(answer.starts_with(b"HTTP/1.1 431 "));
    drop(peer);
    shaking.await.unwrap().unwrap_err();
}

#[tokio::test(start_paused = true)]
async fn a_required_extension_that_is_missing_is_400_and_named() {
    let required = Extensions::new()
        .required(PermessageDeflate::server())
        .required(Passthrough::new("x-tenant", Params::new()))
        .optional(Passthrough::new("x-trace", Params::new()));
    let options = ServerOptions::default().with_extensions(required);
    let (refusal, answer) = refusal_of(acceptor(options.clone()), &request("")).await;
    check(
        &answer,
        "400",
        &[],
        "required extensions are missing: permessage-deflate, x-tenant",
    );
    assert!(!answer.contains("x-trace"));
    let missing = refusal.explanation().unwrap().missing();
    assert_eq!(missing, ["permessage-deflate", "x-tenant"]);

    let offers = "Sec-WebSocket-Extensions: permessage-deflate\r\n";
    let (_, answer) = refusal_of(acceptor(options.clone()), &request(offers)).await;
    check(&answer, "400", &[], "are missing: x-tenant.");

    let (shaking, mut peer) = shake(acceptor(options));
    let offers = "Sec-WebSocket-Extensions: x-tenant, permessage-deflate\r\n";
    peer.write_all(request(offers).as_bytes()).await.unwrap();
    shaking.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_request_that_does_not_come_is_408_after_its_deadline() {
    for begun in ["", "GET / HTTP/1.1\r\nHost: a."] {
        let (shaking, mut peer) = shake(Acceptor::default());
        peer.write_all(begun.as_bytes()).await.unwrap();
        let before = Instant::now();
        let answer = String::from_utf8(read_to_end(&mut peer).await).unwrap();
        assert_eq!(before.elapsed().as_secs(), 10);
        check(&answer, "408", &[], "in one go");
        drop(peer);
        let refused = shaking.await.unwrap().unwrap_err();
        assert!(matches!(refused, AcceptError::Refused(Refusal::TimedOut)));
    }
}

#[tokio::test(start_paused = true)]
async fn without_a_deadline_a_request_may_take_as_long_as_it_likes() {
    let patient = Acceptor::new(ServerOptions::default(), Config::default(), Duration::MAX);
    let (shaking, mut peer) = shake(patient);
    tokio::time::advance(Duration::from_secs(100_000)).await;
    peer.write_all(request("").as_bytes()).await.unwrap();
    shaking.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_request_of_one_byte_now_and_then_meets_the_same_deadline() {
    let (shaking, mut peer) = shake(Acceptor::default());
    let before = Instant::now();
    let writing = tokio::spawn(async move {
        for byte in request("").into_bytes() {
            if peer.write_all(&[byte]).await.is_err() {
                break;
            }
            tokio::time::advance(Duration::from_secs(1)).await;
        }
        peer
    });
    let refused = shaking.await.unwrap().unwrap_err();
    assert!(matches!(refused, AcceptError::Refused(Refusal::TimedOut)));
    // The deadline, and a while for the answer to be read.
    assert!(before.elapsed().as_secs() <= 13, "{:?}", before.elapsed());
    writing.abort();
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_does_not_read_its_refusal_is_let_go_after_two_seconds() {
    let (shaking, mut peer) = shake(Acceptor::default());
    peer.write_all(PLAIN.as_bytes()).await.unwrap();
    let before = Instant::now();
    let refused = shaking.await.unwrap().unwrap_err();
    assert!(matches!(refused, AcceptError::Refused(_)));
    assert_eq!(before.elapsed().as_secs(), 2);
    drop(peer);
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_cannot_be_written_meets_the_deadline() {
    let (ours, mut theirs) = tokio::io::duplex(16);
    let shaking = tokio::spawn(async move {
        let incoming = Acceptor::default().receive(ours).await?;
        incoming.accept().await.map(drop)
    });
    let before = Instant::now();
    theirs.write_all(request("").as_bytes()).await.unwrap();
    let failed = shaking.await.unwrap().unwrap_err();
    assert_eq!(before.elapsed().as_secs(), 10);
    let is_too_late = |error: &std::io::Error| error.kind() == std::io::ErrorKind::TimedOut;
    assert!(matches!(&failed, AcceptError::Transport(error) if is_too_late(error)));
}

#[tokio::test(start_paused = true)]
async fn an_application_refuses_with_an_answer_of_its_own() {
    let (ours, mut theirs) = tokio::io::duplex(1 << 10);
    theirs.write_all(request("").as_bytes()).await.unwrap();
    let incoming = Acceptor::default().receive(ours).await.unwrap();
    assert_eq!(incoming.request().uri(), "/");
    let answer = http::Response::builder()
        .status(401)
        .header("WWW-Authenticate", "Bearer")
        .body("who are you?\n".to_owned())
        .unwrap();
    let refusing = tokio::spawn(incoming.refuse(answer));
    let mut read = String::new();
    theirs.read_to_string(&mut read).await.unwrap();
    check(&read, "401", &["www-authenticate: Bearer"], "who are you?");
    drop(theirs);
    refusing.await.unwrap();
}
