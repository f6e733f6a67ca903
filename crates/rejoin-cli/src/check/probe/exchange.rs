//! The request out, the answer in, byte for byte.

use core::time::Duration;

use bytes::BytesMut;
use rejoin::extension::Chain;
use rejoin::proto::handshake::{ClientHandshake, HandshakeError};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::{Instant, timeout_at};

use crate::check::facts::{Agreed, Exchange, Outcome};
use crate::check::head::Head;

/// What is needed to go on where the handshake has succeeded.
#[derive(Debug)]
pub(in crate::check) struct Opened {
    pub(in crate::check) chain: Chain,
    /// The mandatory extensions that were not agreed.
    pub(in crate::check) missing: Vec<String>,
    /// Frames that came with the answer.
    pub(in crate::check) read_ahead: BytesMut,
}

/// Sends the request and takes the answer.
pub(in crate::check) async fn exchange(
    mut handshake: ClientHandshake,
    stream: &mut (impl AsyncRead + AsyncWrite + Unpin),
    patience: Duration,
) -> (Exchange, Option<Opened>) {
    let began = Instant::now();
    let mut received = Vec::new();
    let (outcome, opened) = drive(&mut handshake, stream, began + patience, &mut received).await;
    let answer = Head::of(&received);
    if let (Some(_), Some(head)) = (&opened, &answer) {
        // What follows is frames.
        received.truncate(head.length);
    }
    let exchange = Exchange {
        request: without_secrets(&handshake),
        received,
        answer,
        outcome,
        took: began.elapsed(),
    };
    (exchange, opened)
}

async fn drive(
    handshake: &mut ClientHandshake,
    stream: &mut (impl AsyncRead + AsyncWrite + Unpin),
    mut deadline: Instant,
    received: &mut Vec<u8>,
) -> (Outcome, Option<Opened>) {
    let head = handshake.head();
    let sending = async {
        stream.write_all(&head).await?;
        stream.flush().await
    };
    // Who does not want to read it may have answered all the same.
    let _ = timeout_at(deadline, sending).await;
    let mut input = BytesMut::new();
    loop {
        let before = input.len();
        let read = timeout_at(deadline, stream.read_buf(&mut input)).await;
        received.extend(&input[before..]);
        match read {
            Err(_elapsed) => return (so_far(handshake).unwrap_or(Outcome::TimedOut), None),
            Ok(Ok(0)) => return (Outcome::Failed(handshake.receive_eof()), None),
            Ok(Err(error)) => {
                let lost = Outcome::Lost(error.kind());
                return (so_far(handshake).unwrap_or(lost), None);
            }
            Ok(Ok(_)) => {}
        }
        match handshake.receive(&mut input) {
            Err(error) => return (Outcome::Failed(error), None),
            Ok(Some(opened)) => {
                let agreement = opened.agreement;
                let agreed = Agreed {
                    extensions: agreement.extensions,
                    explanation: agreement.explanation,
                };
                let opened = Opened {
                    chain: agreement.chain,
                    missing: agreement.missing,
                    read_ahead: input,
                };
                return (Outcome::Opened(agreed), Some(opened));
            }
            Ok(None) => {
                // All that can still come is the body of a refusal, which has no end of its own.
                if Head::of(received).is_some_and(|head| head.is_whole) {
                    deadline = deadline.min(Instant::now() + BODY_PATIENCE);
                }
            }
        }
    }
}

/// The refusal, if its head was there.
fn so_far(handshake: &mut ClientHandshake) -> Option<Outcome> {
    let error = handshake.receive_eof();
    let is_nothing = matches!(error, HandshakeError::EndOfStream { .. });
    (!is_nothing).then_some(Outcome::Failed(error))
}

/// The request as it is sent, but for the values of the headers that are secret.
fn without_secrets(handshake: &ClientHandshake) -> String {
    let head = handshake.head();
    let headers = handshake.request().headers();
    let mut text = String::new();
    for line in String::from_utf8_lossy(&head).trim_end().split("\r\n") {
        let name = line.split_once(": ").map_or("", |(name, _)| name);
        let is_secret = headers
            .get(name)
            .is_some_and(http::HeaderValue::is_sensitive);
        if is_secret {
            text.push_str(name);
            text.push_str(": (not shown)");
        } else {
            text.push_str(line);
        }
        text.push('\n');
    }
    text
}

const BODY_PATIENCE: Duration = Duration::from_secs(1);

#[cfg(test)]
mod tests {
    use super::*;
    use rejoin::proto::handshake::ClientOptions;

    fn handshake() -> ClientHandshake {
        let mut secret = http::HeaderValue::from_static("Bearer abc");
        secret.set_sensitive(true);
        let request = http::Request::get("ws://example.com/chat")
            .header("Authorization", secret)
            .header("X-Tenant", "7")
            .body(())
            .expect("a request");
        ClientHandshake::new(request, &ClientOptions::default(), *b"the sample nonce")
            .expect("a handshake")
    }

    #[test]
    fn the_request_is_shown_without_secrets() {
        let shown = without_secrets(&handshake());
        assert!(
            shown.starts_with("GET /chat HTTP/1.1\nHost: example.com\n"),
            "{shown}"
        );
        assert!(shown.contains("\nAuthorization: (not shown)\n"), "{shown}");
        assert!(shown.ends_with("x-tenant: 7\n"), "{shown}");
        assert!(!shown.contains("abc"), "{shown}");
    }

    #[tokio::test]
    async fn frames_that_follow_the_answer_are_kept_for_later() {
        let (mut ours, mut theirs) = tokio::io::duplex(4096);
        let head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\
            Connection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
        theirs.write_all(head.as_bytes()).await.expect("room");
        theirs.write_all(b"\x81\x00").await.expect("room");
        let patience = Duration::from_secs(30);
        let (exchange, opened) = exchange(handshake(), &mut ours, patience).await;
        assert_eq!(exchange.received, head.as_bytes());
        let opened = opened.expect("it succeeded");
        assert_eq!(&opened.read_ahead[..], b"\x81\x00");
    }

    #[tokio::test(start_paused = true)]
    async fn a_refusal_without_an_end_is_taken_as_far_as_it_came() {
        let (mut ours, mut theirs) = tokio::io::duplex(4096);
        let answer = b"HTTP/1.1 403 Forbidden\r\n\r\nno";
        theirs.write_all(answer).await.expect("room");
        let patience = Duration::from_secs(10);
        let (exchange, opened) = exchange(handshake(), &mut ours, patience).await;
        assert!(opened.is_none());
        assert!(
            exchange.took < Duration::from_secs(2),
            "{:?}",
            exchange.took
        );
        let Outcome::Failed(HandshakeError::Refused(refusal)) = exchange.outcome else {
            unreachable!("{exchange:?}");
        };
        assert_eq!(
            (refusal.status().as_u16(), &refusal.body()[..]),
            (403, &b"no"[..])
        );
    }

    #[tokio::test(start_paused = true)]
    async fn silence_is_told_from_half_an_answer() {
        for (answer, bytes) in [(&b""[..], 0), (b"HTTP/1.1 101 Sw", 15)] {
            let (mut ours, mut theirs) = tokio::io::duplex(4096);
            theirs.write_all(answer).await.expect("room");
            let patience = Duration::from_secs(10);
            let (exchange, _) = exchange(handshake(), &mut ours, patience).await;
            assert!(
                matches!(exchange.outcome, Outcome::TimedOut),
                "{exchange:?}"
            );
            assert_eq!(exchange.received.len(), bytes);
        }
    }
}
