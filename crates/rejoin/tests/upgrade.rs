//! Upgrades inside an HTTP server: hyper's own, and axum's.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use core::convert::Infallible;
use core::net::SocketAddr;

use axum::Extension;
use axum::response::Response;
use axum::routing::any;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use rejoin::extension::deflate::PermessageDeflate;
use rejoin::proto::Config;
use rejoin::proto::handshake::ServerOptions;
use rejoin::{
    Acceptor, Client, CloseCode, Connections, Drain, Error, Extensions, Message, Refusal, Upgrade,
    UpgradeRejection, WebSocket,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

/// How a handler's socket ended: the code, and whether it was clean.
type Told = mpsc::UnboundedSender<(u16, bool)>;

async fn echo(mut socket: WebSocket, told: Told) -> Result<(), Error> {
    while let Some(message) = socket.recv().await? {
        if message.as_text() == Some("fail") {
            return Err(socket
                .send_pieces(rejoin::Kind::Text)
                .write(vec![0xff])
                .await
                .unwrap_err());
        }
        socket.send(message).await?;
    }
    let closure = socket.closure().unwrap();
    told.send((closure.code().get(), closure.is_clean()))
        .unwrap();
    Ok(())
}

fn answer(mut request: http::Request<Incoming>, told: Told) -> http::Response<String> {
    let upgrade = match Acceptor::default().upgrade(&mut request) {
        Ok(upgrade) => upgrade,
        Err(refusal) => return refusal.response(),
    };
    assert_eq!(upgrade.subprotocol(), None);
    assert!(upgrade.extensions().starts_with("permessage-deflate"));
    assert!(upgrade.explanation().missing().is_empty());
    upgrade.run(move |socket| echo(socket, told))
}

/// An HTTP server on hyper alone.
async fn hyper_server(told: Told) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let told = told.clone();
            let service = service_fn(move |request| {
                let answer = answer(request, told.clone());
                async move { Ok::<_, Infallible>(answer) }
            });
            let serving = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            tokio::spawn(serving.with_upgrades());
        }
    });
    address
}

async fn axum_echo(upgrade: Upgrade, Extension(told): Extension<Told>) -> Response {
    upgrade.run(move |socket| echo(socket, told))
}

/// Says why in its own words.
async fn explaining(upgrade: Result<Upgrade, UpgradeRejection>) -> Result<String, String> {
    match upgrade {
        Ok(upgrade) => Err(format!("{upgrade:?} was not expected")),
        Err(rejection) if matches!(rejection.refusal(), Refusal::NotAnUpgrade) => {
            Ok("open me with a WebSocket client".to_owned())
        }
        Err(rejection) => Err(rejection.refusal().to_string()),
    }
}

/// A server on axum, whose acceptor requires permessage-deflate.
async fn axum_server(told: Told) -> SocketAddr {
    axum_server_in(told, Connections::new()).await
}

/// The same, with its connections in a registry.
async fn axum_server_in(told: Told, connections: Connections) -> SocketAddr {
    let required = Extensions::new().required(PermessageDeflate::server());
    let options = ServerOptions::default().with_extensions(required);
    let acceptor = Acceptor::new(options, Config::default(), core::time::Duration::MAX)
        .with_connections(connections);
    let router = axum::Router::new()
        .route("/", any(axum_echo))
        .layer(Extension(acceptor))
        .route("/explaining", any(explaining))
        .layer(Extension(told));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    address
}

/// The whole of a conversation, its closing handshake included.
async fn converse(address: SocketAddr, ends: &mut mpsc::UnboundedReceiver<(u16, bool)>) {
    let url = format!("ws://{address}/");
    let mut socket = rejoin::connect(&url).await.unwrap();
    for size in [0, 1, 125, 126, 70_000, 1 << 20] {
        let message = Message::binary(vec![7; size]);
        socket.send(message.clone()).await.unwrap();
        assert_eq!(socket.recv().await.unwrap(), Some(message));
    }
    let code = CloseCode::new(4321).unwrap();
    let closure = socket.close(code, "over").await.unwrap();
    assert!(closure.is_clean());
    assert_eq!((closure.code().get(), closure.reason()), (4321, "over"));
    assert_eq!(ends.recv().await, Some((4321, true)));

    // A handler that fails closes with 1011 here too.
    let mut socket = rejoin::connect(&url).await.unwrap();
    socket.send("fail").await.unwrap();
    assert_eq!(socket.recv().await.unwrap(), None);
    assert_eq!(socket.closure().unwrap().code().get(), 1011);
}

/// The answer to a plain GET.
async fn get(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

fn check_plain_refusal(answer: &str) {
    assert!(answer.starts_with("HTTP/1.1 426 "), "{answer}");
    assert!(answer.contains("\r\nupgrade: websocket\r\n"), "{answer}");
    assert!(
        answer.contains("open it with a WebSocket client"),
        "{answer}"
    );
}

#[tokio::test]
async fn a_service_of_hyper_upgrades_and_refuses() {
    let (told, mut ends) = mpsc::unbounded_channel();
    let address = hyper_server(told).await;
    converse(address, &mut ends).await;
    check_plain_refusal(&get(address, "/").await);
}

#[tokio::test]
async fn a_handler_of_axum_upgrades_and_refuses() {
    let (told, mut ends) = mpsc::unbounded_channel();
    let address = axum_server(told).await;
    converse(address, &mut ends).await;
    check_plain_refusal(&get(address, "/").await);
    let answer = get(address, "/explaining").await;
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    assert!(
        answer.ends_with("open me with a WebSocket client"),
        "{answer}"
    );
}

#[tokio::test]
async fn a_handler_of_axum_uses_the_acceptor_of_its_layer() {
    let (told, _ends) = mpsc::unbounded_channel();
    let address = axum_server(told).await;
    let client = Client::new().extensions(Extensions::new());
    let refused = client
        .connect(format!("ws://{address}/"))
        .await
        .unwrap_err();
    let answer = refused.refusal().unwrap();
    assert_eq!(answer.status(), 400);
    let body = String::from_utf8_lossy(answer.body());
    assert!(body.contains("are missing: permessage-deflate"), "{body}");
}

#[tokio::test]
async fn connections_upgraded_in_axum_are_drained_like_those_of_a_server() {
    let (told, mut ends) = mpsc::unbounded_channel();
    let connections = Connections::new();
    let address = axum_server_in(told, connections.clone()).await;
    let url = format!("ws://{address}/");
    let mut socket = rejoin::connect(&url).await.unwrap();
    socket.send("here").await.unwrap();
    assert_eq!(socket.recv().await.unwrap(), Some(Message::text("here")));
    assert_eq!(connections.open(), 1);

    let mut draining = connections.drain(&Drain::new()).unwrap();
    let refused = rejoin::connect(&url).await.unwrap_err();
    assert_eq!(refused.refusal().unwrap().status(), 503);
    assert!(
        refused
            .refusal()
            .unwrap()
            .headers()
            .contains_key("retry-after")
    );
    assert_eq!(socket.recv().await.unwrap(), None);
    let closure = socket.closure().unwrap();
    assert_eq!(closure.code().get(), 1012);
    assert_eq!(closure.reason(), "service restart; retry=1.0-5.0");
    assert_eq!(ends.recv().await, Some((1012, true)));
    assert_eq!(draining.finished().await.clean, 1);
    assert_eq!(connections.open(), 0);
}

#[tokio::test]
async fn an_upgrade_whose_answer_is_not_sent_does_not_come_to_be() {
    let mut request = http::Request::get("/")
        .header("Host", "a.example")
        .header("Upgrade", "websocket")
        .header("Connection", "Upgrade")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        .body(())
        .unwrap();
    // Not from an HTTP server: there is no connection that could be handed over.
    let refusal = Acceptor::default().upgrade(&mut request).unwrap_err();
    assert!(matches!(refusal, Refusal::NotAnUpgrade));
}
