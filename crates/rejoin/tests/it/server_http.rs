//! A server that answers requests of plain HTTP beside its handshakes.

use core::net::SocketAddr;

use rejoin::{Server, ServerBuilder, ServerEvent, Transport, WebSocket};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::sync::mpsc;

use crate::client_peer::read_to_end;

/// A server in a task of its own, and what it tells.
async fn start(builder: ServerBuilder) -> (SocketAddr, mpsc::UnboundedReceiver<String>) {
    let (tell, events) = mpsc::unbounded_channel();
    let builder = builder.observe(move |event| {
        let line = match event {
            ServerEvent::Answered {
                request, status, ..
            } => format!("answered {} {status}", request.uri()),
            ServerEvent::Refused { refusal, .. } => format!("refused {}", refusal.status()),
            ServerEvent::Opened { .. } => "opened".to_owned(),
            ServerEvent::Closed { .. } => "closed".to_owned(),
            ServerEvent::Failed { .. } | _ => "unknown".to_owned(),
        };
        let _ = tell.send(line);
    });
    let server = builder.bind("127.0.0.1:0").await.unwrap();
    let address = server.local_addr().unwrap();
    tokio::spawn(server.serve(|socket: WebSocket, _| async move { drop(socket) }));
    (address, events)
}

/// Answers `/page` in full, `/nothing` with 204, and nothing else.
fn with_a_page() -> ServerBuilder {
    Server::builder().answer_http(|request, peer| {
        assert!(peer.ip().is_loopback());
        let mut response = match request.uri().path() {
            "/page" => http::Response::new(PAGE.into()),
            "/nothing" => {
                let mut response = http::Response::default();
                *response.status_mut() = http::StatusCode::NO_CONTENT;
                response
            }
            _ => return None,
        };
        let method = request.method().as_str().parse().unwrap();
        response.headers_mut().insert("x-method", method);
        // What ends the message is the server's business.
        let wrong = http::HeaderValue::from_static("7");
        response.headers_mut().insert("content-length", wrong);
        Some(response)
    })
}

const PAGE: &str = "<p>hello</p>\n\r\n\r\nstill the page\n";

/// What is answered to these bytes, head and body.
async fn ask(address: SocketAddr, request: &str) -> (String, String) {
    let stream = TcpStream::connect(address).await.unwrap();
    ask_over(stream, request).await
}

async fn ask_over(mut stream: impl Transport, request: &str) -> (String, String) {
    stream.write_all(request.as_bytes()).await.unwrap();
    stream.flush().await.unwrap();
    let answer = String::from_utf8(read_to_end(&mut stream).await).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.to_owned(), body.to_owned())
}

fn lines(head: &str) -> Vec<&str> {
    head.split("\r\n").collect()
}

#[tokio::test]
async fn a_plain_request_gets_the_applications_answer() {
    let (address, mut events) = start(with_a_page()).await;
    for version in ["1.0", "1.1"] {
        let request = format!("GET /page HTTP/{version}\r\nHost: a\r\n\r\n");
        let (head, body) = ask(address, &request).await;
        assert_eq!(
            lines(&head),
            [
                "HTTP/1.1 200 OK",
                "x-method: GET",
                &format!("Content-Length: {}", PAGE.len()),
                "Connection: close",
            ]
        );
        assert_eq!(body, PAGE);
        assert_eq!(events.recv().await.unwrap(), "answered /page 200 OK");
    }
}

#[tokio::test]
async fn rfc9110_9_3_2_the_answer_to_head_is_that_to_get_without_the_body() {
    let (address, _events) = start(with_a_page()).await;
    let (head, body) = ask(address, "HEAD /page HTTP/1.1\r\nHost: a\r\n\r\n").await;
    let length = format!("Content-Length: {}", PAGE.len());
    assert!(lines(&head).contains(&length.as_str()), "{head}");
    assert_eq!(body, "");
}

#[tokio::test]
async fn rfc9112_6_3_an_answer_that_has_no_body_has_no_length() {
    let (address, _events) = start(with_a_page()).await;
    let (head, body) = ask(address, "DELETE /nothing HTTP/1.1\r\nHost: a\r\n\r\n").await;
    assert_eq!(
        lines(&head),
        [
            "HTTP/1.1 204 No Content",
            "x-method: DELETE",
            "Connection: close"
        ]
    );
    assert_eq!(body, "");
}

#[tokio::test]
async fn the_body_of_a_request_is_dropped_and_does_not_cost_the_answer() {
    let (address, mut events) = start(with_a_page()).await;
    let body = "x".repeat(40 << 10);
    let length = body.len();
    let request =
        format!("POST /page HTTP/1.1\r\nHost: a\r\nContent-Length: {length}\r\n\r\n{body}");
    let (head, body) = ask(address, &request).await;
    assert!(lines(&head).contains(&"x-method: POST"), "{head}");
    assert_eq!(body, PAGE);
    assert_eq!(events.recv().await.unwrap(), "answered /page 200 OK");
}

#[tokio::test]
async fn what_the_application_does_not_answer_is_refused_as_before() {
    let (address, mut events) = start(with_a_page()).await;
    let (head, _) = ask(address, "GET /elsewhere HTTP/1.1\r\nHost: a\r\n\r\n").await;
    assert!(head.starts_with("HTTP/1.1 426 "), "{head}");
    let (head, _) = ask(address, "PUT /elsewhere HTTP/1.1\r\nHost: a\r\n\r\n").await;
    assert!(head.starts_with("HTTP/1.1 405 "), "{head}");
    assert_eq!(events.recv().await.unwrap(), "refused 426 Upgrade Required");
    assert_eq!(
        events.recv().await.unwrap(),
        "refused 405 Method Not Allowed"
    );
}

#[tokio::test]
async fn a_handshake_that_a_proxy_spoiled_is_told_so_and_gets_no_page() {
    let (address, mut events) = start(with_a_page()).await;
    for (headers, status) in [
        ("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", 426),
        ("Sec-WebSocket-Version: 13\r\n", 426),
        ("Upgrade: websocket\r\n", 400),
        ("Upgrade: WebSocket\r\nConnection: Upgrade\r\n", 426),
    ] {
        let request = format!("GET /page HTTP/1.1\r\nHost: a\r\n{headers}\r\n");
        let (head, _) = ask(address, &request).await;
        assert!(
            head.starts_with(&format!("HTTP/1.1 {status} ")),
            "{headers}{head}"
        );
        let told = events.recv().await.unwrap();
        assert!(told.starts_with(&format!("refused {status} ")), "{told}");
    }
}

#[tokio::test]
async fn a_head_that_cannot_be_read_never_reaches_the_application() {
    let never = Server::builder().answer_http(|_, _| unreachable!("it has no head"));
    let (address, _events) = start(never).await;
    let (head, _) = ask(address, "GET / HTTP/1.1\r\nBad Header: a\r\n\r\n").await;
    assert!(head.starts_with("HTTP/1.1 400 "), "{head}");
}

#[tokio::test]
async fn websockets_open_beside_the_page() {
    let (address, mut events) = start(with_a_page()).await;
    let url = format!("ws://{address}/page");
    let mut socket = rejoin::connect(&url).await.unwrap();
    assert_eq!(events.recv().await.unwrap(), "opened");
    assert_eq!(socket.recv().await.unwrap(), None);
}

#[tokio::test]
async fn an_answer_takes_a_place_only_while_it_is_given() {
    let (address, mut events) = start(with_a_page().max_connections(1)).await;
    for _ in 0..3 {
        ask(address, "GET /page HTTP/1.1\r\nHost: a\r\n\r\n").await;
        assert_eq!(events.recv().await.unwrap(), "answered /page 200 OK");
    }
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn over_tls_it_is_the_same() {
    use std::sync::Arc;

    use rustls::{ClientConfig, RootCertStore};

    let identity = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (certificate, key) = (identity.cert.pem(), identity.signing_key.serialize_pem());
    let tls = rejoin::ServerTls::from_pem(certificate.as_bytes(), key.as_bytes()).unwrap();
    let (address, mut events) = start(with_a_page().tls(tls)).await;

    let mut roots = RootCertStore::empty();
    roots.add(identity.cert.der().clone()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connector = tokio_rustls::TlsConnector::from(Arc::new(config));
    let stream = TcpStream::connect(address).await.unwrap();
    let stream = connector
        .connect("localhost".try_into().unwrap(), stream)
        .await
        .unwrap();
    let (head, body) = ask_over(stream, "GET /page HTTP/1.1\r\nHost: a\r\n\r\n").await;
    assert!(head.starts_with("HTTP/1.1 200 "), "{head}");
    assert_eq!(body, PAGE);
    assert_eq!(events.recv().await.unwrap(), "answered /page 200 OK");
}
