//! A whole server on loopback: its events, its limits, and how it ends.

use core::future::pending;
use core::time::Duration;
use std::io;
use std::sync::{Arc, Mutex};

use rejoin::{
    Client, CloseCode, Error, Extensions, Limits, Message, Server, ServerBuilder, ServerEvent,
    SetupHandle, WebSocket,
};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::client_peer::read_to_end;

/// A server in its own task.
struct Running {
    url: String,
    address: core::net::SocketAddr,
    events: mpsc::UnboundedReceiver<String>,
    setup: SetupHandle,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<io::Result<()>>,
}

async fn start<H, F>(builder: ServerBuilder, handler: H) -> Running
where
    H: Fn(WebSocket, http::Request<()>) -> F + Send + Sync + 'static,
    F: Future<Output: rejoin::HandlerOutput> + Send + 'static,
{
    let (tell, events) = mpsc::unbounded_channel();
    let builder = builder.observe(move |event| {
        let line = match event {
            ServerEvent::Opened {
                request,
                extensions,
                ..
            } => format!("opened {} {extensions}", request.uri()),
            ServerEvent::Refused { refusal, .. } => format!("refused {}", refusal.status()),
            ServerEvent::Failed { error, .. } => format!("failed {}", error.kind()),
            ServerEvent::Closed { closure, .. } => {
                let missing: Vec<_> = closure.missing_extensions().collect();
                format!("closed {} {}", closure.code().get(), missing.join("+"))
            }
            ServerEvent::Answered { .. } | _ => "unknown".to_owned(),
        };
        let _ = tell.send(line.trim().to_owned());
    });
    let server = builder.bind("127.0.0.1:0").await.unwrap();
    let address = server.local_addr().unwrap();
    let setup = server.setup_handle();
    let (stop, stopped) = oneshot::channel();
    let serving = tokio::spawn(server.serve_until(handler, async move {
        let _ = stopped.await;
    }));
    Running {
        url: format!("ws://{address}/"),
        address,
        events,
        setup,
        stop: Some(stop),
        serving,
    }
}

impl Running {
    async fn event(&mut self) -> String {
        self.events.recv().await.unwrap()
    }

    fn stop(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
    }
}

async fn echo(mut socket: WebSocket, _: http::Request<()>) -> Result<(), Error> {
    while let Some(message) = socket.recv().await? {
        socket.send(message).await?;
    }
    Ok(())
}

async fn plain(url: &str) -> WebSocket {
    let client = Client::new().extensions(Extensions::new());
    client.connect(url).await.unwrap().socket
}

#[tokio::test]
async fn a_conversation_is_told_from_its_beginning_to_its_end() {
    let mut server = start(Server::builder(), echo).await;
    let mut socket = rejoin::connect(&server.url).await.unwrap();
    let opened = server.event().await;
    assert!(
        opened.starts_with("opened / permessage-deflate"),
        "{opened}"
    );
    socket.send("hello").await.unwrap();
    let echoed = socket.recv().await.unwrap();
    assert_eq!(echoed, Some(Message::text("hello")));
    let code = CloseCode::new(4000).unwrap();
    assert!(socket.close(code, "").await.unwrap().is_clean());
    assert_eq!(server.event().await, "closed 4000");
}

#[tokio::test]
async fn a_client_that_needs_an_extension_leaves_with_1010_and_the_server_is_told_which() {
    let mut server = start(Server::builder().extensions(Extensions::new()), echo).await;
    let deflate = rejoin::extension::deflate::PermessageDeflate::client();
    let client = Client::new().extensions(Extensions::new().required(deflate));
    client.connect(&*server.url).await.unwrap_err();
    assert_eq!(server.event().await, "opened /");
    assert_eq!(server.event().await, "closed 1010 permessage-deflate");
}

#[tokio::test]
async fn refused_handshakes_are_told_and_mere_knocks_are_not() {
    let mut server = start(Server::builder(), echo).await;
    drop(TcpStream::connect(server.address).await.unwrap());
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream
        .write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        .await
        .unwrap();
    let answer = read_to_end(&mut stream).await;
    assert!(answer.starts_with(b"HTTP/1.1 426 "));
    drop(stream);
    assert_eq!(server.event().await, "refused 426 Upgrade Required");
}

#[tokio::test]
async fn a_full_server_says_503_and_when_to_come_back() {
    let mut server = start(Server::builder().max_connections(1), echo).await;
    let mut first = plain(&server.url).await;
    assert_eq!(server.event().await, "opened /");
    let refused = rejoin::connect(&server.url).await.unwrap_err();
    let answer = refused.refusal().unwrap();
    assert_eq!(answer.status(), 503);
    assert_eq!(answer.retry_after(), Some(Duration::from_secs(5)));
    assert_eq!(server.event().await, "refused 503 Service Unavailable");
    first.close(CloseCode::NORMAL_CLOSURE, "").await.unwrap();
    assert_eq!(server.event().await, "closed 1000");
    // The place is free once the handler has returned as well; that is not told.
    loop {
        match Client::new().connect(&*server.url).await {
            Ok(connected) => break drop(connected),
            Err(error) => assert!(error.refusal().is_some(), "{error}"),
        }
    }
}

#[tokio::test]
async fn handlers_that_fail_or_panic_close_with_1011() {
    let server = start(Server::builder(), |socket, request| async move {
        let _socket = socket;
        assert_eq!(request.uri(), "/fails", "a bug of the handler");
        Err::<(), _>("failed")
    })
    .await;
    for path in ["fails", "panics"] {
        let mut socket = plain(&format!("{}{path}", server.url)).await;
        assert_eq!(socket.recv().await.unwrap(), None);
        assert_eq!(socket.closure().unwrap().code().get(), 1011, "{path}");
    }
}

#[tokio::test]
async fn a_shutdown_says_1001_to_all_and_waits_for_them() {
    let mut server = start(Server::builder(), echo).await;
    let mut sockets = Vec::new();
    for _ in 0..5 {
        sockets.push(plain(&server.url).await);
        server.event().await;
    }
    server.stop();
    for mut socket in sockets {
        assert_eq!(socket.recv().await.unwrap(), None);
        let closure = socket.closure().unwrap();
        assert_eq!(closure.code().get(), 1001);
        assert!(closure.is_clean());
    }
    server.serving.await.unwrap().unwrap();
    for _ in 0..5 {
        assert_eq!(server.events.recv().await.unwrap(), "closed 1001");
    }
    let refused = rejoin::connect(&server.url).await.unwrap_err();
    assert!(refused.is_connect(), "{refused}");
}

#[tokio::test]
async fn a_shutdown_reaches_a_handler_that_does_not_receive() {
    let mut server = start(Server::builder(), |socket, _| async move {
        let _socket = socket;
        pending::<()>().await;
    })
    .await;
    // The Close comes although the handler does nothing; the end of the transport does not.
    let mut limits = Limits::default();
    limits.transport_end_budget = Duration::from_millis(10);
    let client = Client::new().limits(limits);
    let mut socket = client.connect(&*server.url).await.unwrap().socket;
    server.event().await;
    server.stop();
    assert_eq!(socket.recv().await.unwrap(), None);
    assert_eq!(socket.closure().unwrap().code().get(), 1001);
    server.serving.abort();
}

#[tokio::test]
async fn a_handler_that_ignores_a_shutdown_is_cut_at_the_budget() {
    let mut limits = Limits::default();
    limits.close_budget = Duration::from_millis(40);
    limits.transport_end_budget = Duration::from_millis(10);
    let builder = Server::builder().limits(limits);
    let mut server = start(builder, |socket, _| async move {
        let _socket = socket;
        pending::<()>().await;
    })
    .await;
    let _socket = plain(&server.url).await;
    server.event().await;
    server.stop();
    let Running {
        serving,
        mut events,
        ..
    } = server;
    serving.await.unwrap().unwrap();
    assert_eq!(events.recv().await.unwrap(), "closed 1006");
}

#[tokio::test]
async fn a_shutdown_does_not_wait_for_handshakes_that_never_come() {
    let mut server = start(Server::builder(), echo).await;
    let mut silent = TcpStream::connect(server.address).await.unwrap();
    silent.write_all(b"GET / HT").await.unwrap();
    // A whole conversation later, the silent one has been accepted too.
    let mut socket = plain(&server.url).await;
    socket.close(CloseCode::NORMAL_CLOSURE, "").await.unwrap();
    server.stop();
    let stopped = tokio::time::timeout(Duration::from_secs(5), &mut server.serving);
    stopped.await.unwrap().unwrap().unwrap();
    assert_eq!(read_to_end(&mut silent).await, b"");
}

#[tokio::test]
async fn a_socket_that_a_handler_gave_away_is_still_the_servers() {
    let (give, mut given) = mpsc::unbounded_channel();
    let mut server = start(Server::builder(), move |socket, _| {
        let given_away = give.send(socket).is_ok();
        async move { assert!(given_away) }
    })
    .await;
    let mut client = plain(&server.url).await;
    server.event().await;
    let mut socket = given.recv().await.unwrap();
    server.stop();
    let (ours, theirs) = tokio::join!(client.recv(), socket.recv());
    assert_eq!((ours.unwrap(), theirs.unwrap()), (None, None));
    assert_eq!(client.closure().unwrap().code().get(), 1001);
    drop(socket);
    server.serving.await.unwrap().unwrap();
}

#[tokio::test]
async fn an_observer_may_drop_a_socket_when_it_is_told_of_its_end() {
    // A table of everybody who is online, from which those who have left are removed.
    let online = Arc::new(Mutex::new(Vec::new()));
    let (told, mut tellings) = mpsc::unbounded_channel();
    let table = Arc::clone(&online);
    let server = Server::builder().observe(move |event| {
        if let ServerEvent::Closed { .. } = event {
            table.lock().unwrap().clear();
            let _ = told.send(());
        }
    });
    let server = server.bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}/", server.local_addr().unwrap());
    let serving = tokio::spawn(server.serve(move |socket, _| {
        let online = Arc::clone(&online);
        async move {
            let (sender, mut receiver) = socket.split();
            online.lock().unwrap().push(sender);
            while receiver.recv().await?.is_some() {}
            Ok::<_, Error>(())
        }
    }));
    let mut socket = plain(&url).await;
    socket.close(CloseCode::NORMAL_CLOSURE, "").await.unwrap();
    tellings.recv().await.unwrap();
    serving.abort();
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn a_server_speaks_tls_and_refuses_through_it() {
    use rejoin::{ServerTls, Tls};
    let certified = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let certificate = certified.cert.pem();
    let key = certified.signing_key.serialize_pem();
    let tls = ServerTls::from_pem(certificate.as_bytes(), key.as_bytes()).unwrap();
    let builder = Server::builder().tls(tls).max_connections(1);
    let mut server = start(builder, echo).await;
    let url = format!("wss://localhost:{}/", server.address.port());
    let client = Client::new().tls(Tls::with_roots_pem(certificate.as_bytes()).unwrap());
    let mut socket = client.connect(&*url).await.unwrap().socket;
    let opened = server.event().await;
    assert!(opened.starts_with("opened /"), "{opened}");
    socket.send(vec![7; 100_000]).await.unwrap();
    let echoed = socket.recv().await.unwrap();
    assert_eq!(echoed, Some(Message::binary(vec![7; 100_000])));

    let full = client.connect(&*url).await.unwrap_err();
    assert_eq!(full.refusal().unwrap().status(), 503);
    assert!(server.event().await.starts_with("refused 503"));

    let closure = socket.close(CloseCode::NORMAL_CLOSURE, "").await.unwrap();
    assert!(closure.is_clean(), "{closure}");
    assert_eq!(server.event().await, "closed 1000");
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn a_peer_that_does_not_speak_tls_is_told_as_a_failure() {
    use rejoin::ServerTls;
    let certified = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let (certificate, key) = (certified.cert.pem(), certified.signing_key.serialize_pem());
    let tls = ServerTls::from_pem(certificate.as_bytes(), key.as_bytes()).unwrap();
    let mut server = start(Server::builder().tls(tls), echo).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\n\r\n").await.unwrap();
    let failed = server.event().await;
    assert!(failed.starts_with("failed"), "{failed}");
}

#[tokio::test]
async fn a_new_set_up_is_for_those_who_come_and_closes_nobody() {
    let mut server = start(Server::builder().subprotocols(["old"]), echo).await;
    let client = |name: &str| Client::new().subprotocols([name.to_owned()]);
    let mut before = client("old").connect(&server.url).await.unwrap();
    assert_eq!(before.subprotocol.as_deref(), Some("old"));

    let mut limits = Limits::default();
    limits.max_message_bytes = 3;
    let builder = Server::builder().subprotocols(["new"]).limits(limits);
    server.setup.replace(builder.max_connections(2));
    let mut after = client("new").connect(&server.url).await.unwrap();
    assert_eq!(after.subprotocol.as_deref(), Some("new"));
    // Both are counted, and are the most that the new set-up lets in.
    let refused = client("new").connect(&server.url).await.unwrap_err();
    assert_eq!(refused.refusal().unwrap().status(), 503);

    after.socket.send("long").await.unwrap();
    while let Ok(Some(_)) = after.socket.recv().await {}
    assert_eq!(after.socket.closure().unwrap().code().get(), 1009);
    before.socket.send("long").await.unwrap();
    assert_eq!(
        before.socket.recv().await.unwrap(),
        Some(Message::from("long"))
    );
    server.stop();
    while let Ok(Some(_)) = before.socket.recv().await {}
    assert_eq!(before.socket.closure().unwrap().code().get(), 1001);
    server.serving.await.unwrap().unwrap();
}

#[cfg(feature = "tls")]
#[tokio::test]
async fn tls_can_be_switched_on_while_a_server_runs() {
    let server = start(Server::builder(), echo).await;
    let mut before = plain(&server.url).await;
    let pair = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
    let pem = pair.cert.pem();
    let key = pair.signing_key.serialize_pem();
    let tls = rejoin::ServerTls::from_pem(pem.as_bytes(), key.as_bytes()).unwrap();
    server.setup.replace(Server::builder().tls(tls));
    let trusting = rejoin::Tls::with_roots_pem(pem.as_bytes()).unwrap();
    let url = format!("wss://{}/", server.address);
    Client::new().tls(trusting).connect(&url).await.unwrap();
    before.send("hi").await.unwrap();
    assert_eq!(before.recv().await.unwrap(), Some(Message::from("hi")));
}
