//! A required extension that is missing: the connection opens, is closed with 1010, and fails.

use core::time::Duration;

use rejoin::extension::deflate::PermessageDeflate;
use rejoin::extension::{Params, Passthrough};
use rejoin::{Client, CloseCode, ConnectError, Extensions};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::time::Instant;

use crate::client_peer::{read_request, read_to_end, switching, unmask};

fn client() -> Client {
    Client::new().extensions(Extensions::new().required(PermessageDeflate::client()))
}

/// Opens for a client and reads its one Close frame.
async fn open_and_read_close(far: &mut DuplexStream) -> (u8, Vec<u8>) {
    let request = read_request(far).await;
    far.write_all(switching(&request, "").as_bytes())
        .await
        .unwrap();
    let mut frame = vec![0; 6];
    far.read_exact(&mut frame).await.unwrap();
    let length = usize::from(frame[1] & 0x7f);
    frame.resize(6 + length, 0);
    far.read_exact(&mut frame[6..]).await.unwrap();
    unmask(&frame)
}

fn check(error: &ConnectError) {
    assert!(error.is_missing_extension() && !error.is_handshake() && !error.is_timeout());
    assert_eq!(error.missing_extensions(), ["permessage-deflate"]);
    assert_eq!(
        error.explanation().unwrap().missing(),
        ["permessage-deflate"]
    );
    let sent = error.closure().unwrap().sent.as_ref().unwrap();
    assert_eq!(sent.code(), Some(CloseCode::MANDATORY_EXTENSION));
    assert_eq!(sent.reason(), "permessage-deflate");
    let line = error.to_string();
    assert!(
        line.contains("permessage-deflate") && line.contains("1010"),
        "{line}"
    );
}

#[tokio::test(start_paused = true)]
async fn rfc6455_7_4_1_the_wire_shows_close_1010_with_the_name_and_the_close_is_clean() {
    let (near, mut far) = tokio::io::duplex(1 << 12);
    let play = async {
        let close = open_and_read_close(&mut far).await;
        // A message on its way, the answer to the Close, the end: in this order a server does it.
        far.write_all(b"\x81\x02hi\x88\x02\x03\xf2").await.unwrap();
        far.shutdown().await.unwrap();
        (close, read_to_end(&mut far).await)
    };
    let started = Instant::now();
    let client = client();
    let handshake = client.handshake(near, "ws://example.com/");
    let (connected, ((first, payload), rest)) = tokio::join!(handshake, play);
    assert_eq!(first, 0x88);
    assert_eq!(payload, b"\x03\xf2permessage-deflate");
    assert_eq!(rest, b"", "nothing follows the Close");
    let error = connected.unwrap_err();
    check(&error);
    assert!(error.closure().unwrap().is_clean());
    assert_eq!(started.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn a_server_that_never_answers_the_1010_is_left_after_the_close_budget() {
    let (near, mut far) = tokio::io::duplex(1 << 12);
    let started = Instant::now();
    let client = client();
    let handshake = client.handshake(near, "ws://example.com/");
    let (connected, _) = tokio::join!(handshake, open_and_read_close(&mut far));
    let error = connected.unwrap_err();
    check(&error);
    assert!(!error.closure().unwrap().is_clean());
    assert_eq!(started.elapsed(), Duration::from_secs(10));
    assert_eq!(read_to_end(&mut far).await, b"");
}

#[tokio::test(start_paused = true)]
async fn dropping_the_future_while_it_closes_still_says_1010() {
    let (near, mut far) = tokio::io::duplex(1 << 12);
    let client = client();
    {
        let handshake = client.handshake(near, "ws://example.com/");
        tokio::select! {
            biased;
            (first, payload) = open_and_read_close(&mut far) => {
                assert_eq!((first, payload.as_slice()), (0x88, &b"\x03\xf2permessage-deflate"[..]));
            }
            connected = handshake => panic!("nobody has answered the close: {connected:?}"),
        }
    }
    far.write_all(b"\x88\x02\x03\xf2").await.unwrap();
    far.shutdown().await.unwrap();
    assert_eq!(read_to_end(&mut far).await, b"");
}

#[tokio::test(start_paused = true)]
async fn an_optional_extension_that_is_missing_is_no_reason_to_leave_and_all_required_are_named() {
    let extensions = Extensions::new()
        .required(Passthrough::new("x-tenant", Params::new()))
        .optional(PermessageDeflate::client())
        .required(Passthrough::new("x-audit", Params::new()));
    let client = Client::new().extensions(extensions);
    let (near, mut far) = tokio::io::duplex(1 << 12);
    let play = async {
        let close = open_and_read_close(&mut far).await;
        far.write_all(b"\x88\x00").await.unwrap();
        far.shutdown().await.unwrap();
        close
    };
    let (connected, (_, payload)) = tokio::join!(client.handshake(near, "ws://example.com/"), play);
    assert_eq!(payload, b"\x03\xf2x-tenant, x-audit");
    let error = connected.unwrap_err();
    assert_eq!(error.missing_extensions(), ["x-tenant", "x-audit"]);
    assert!(error.closure().unwrap().is_clean());
}
