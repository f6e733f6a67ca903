//! What failed attempts over real sockets amount to.

use std::time::SystemTime;

use rejoin::Client;
use rejoin::reconnect::{Cause, Decision, Failure, Policy, Situation};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpSocket};

fn is_retried(cause: &Cause) -> bool {
    let situation = Situation::new(cause, 1, core::time::Duration::ZERO);
    matches!(Policy::default().decide(&situation), Decision::Retry { .. })
}

async fn failed(client: &Client, url: &str) -> Cause {
    let error = client.connect(url).await.unwrap_err();
    Cause::not_connected(error, SystemTime::now())
}

#[tokio::test]
async fn a_port_where_nobody_listens_is_tried_again() {
    // Bound and not listening: nobody else can take the port meanwhile.
    let held = TcpSocket::new_v4().unwrap();
    held.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = held.local_addr().unwrap();
    let cause = failed(&Client::new(), &format!("ws://{address}/")).await;
    assert_eq!(cause.failure(), Some(Failure::Connect));
    assert!(is_retried(&cause) && !cause.was_open());
    assert!(cause.to_string().contains("connection refused"), "{cause}");
}

#[tokio::test]
async fn a_connection_that_ends_before_the_answer_is_tried_again() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}/", listener.local_addr().unwrap());
    let server = async { drop(listener.accept().await.unwrap()) };
    let client = Client::new();
    let ((), cause) = tokio::join!(server, failed(&client, &url));
    assert_eq!(cause.failure(), Some(Failure::Lost));
    assert!(is_retried(&cause));
}

#[tokio::test]
async fn an_answer_that_breaks_the_rules_is_final() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}/", listener.local_addr().unwrap());
    let server = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream
            .write_all(b"220 mail.test ESMTP\r\n\r\n")
            .await
            .unwrap();
        stream
    };
    let client = Client::new();
    let (_stream, cause) = tokio::join!(server, failed(&client, &url));
    assert_eq!(cause.failure(), Some(Failure::Handshake));
    assert_eq!(cause.code().unwrap().get(), 1002);
    assert!(!is_retried(&cause));
}

#[tokio::test]
async fn a_request_that_cannot_be_sent_is_final() {
    let cause = failed(&Client::new(), "ws://127.0.0.1:0/").await;
    assert_eq!(cause.failure(), Some(Failure::InvalidRequest));
    assert!(!is_retried(&cause));
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn tls_that_the_transport_cut_short_is_tried_again_and_tls_that_failed_is_final() {
    let client = Client::new().tls(rejoin::Tls::insecure());
    for (answer, expected) in [
        (&b""[..], Failure::Lost),
        (&b"HTTP/1.1 400 Bad Request\r\n\r\n"[..], Failure::Tls),
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("wss://{}/", listener.local_addr().unwrap());
        let server = async {
            let (mut stream, _) = listener.accept().await.unwrap();
            stream.write_all(answer).await.unwrap();
            stream.shutdown().await.unwrap();
            stream
        };
        let (_stream, cause) = tokio::join!(server, failed(&client, &url));
        assert_eq!(cause.failure(), Some(expected), "{cause}");
        assert_eq!(is_retried(&cause), expected == Failure::Lost);
    }
}
