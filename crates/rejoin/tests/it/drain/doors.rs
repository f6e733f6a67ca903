//! Those who come while a drain lasts, and after.

use core::time::Duration;

use rejoin::{Client, CloseCode, Connections, Drain, Server, ServerEvent, Stage, WebSocket};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, oneshot};

use super::{Service, echo, steady, until_closed};

#[tokio::test(start_paused = true)]
async fn a_draining_service_refuses_with_503_and_says_when_to_come_back() {
    let service = Service::default();
    let end = until_closed(service.client().await);
    let mut draining = service.connections().drain(&Drain::new()).unwrap();
    let mut named = Vec::new();
    for _ in 0..100 {
        let (transport, _) = service.transport(echo);
        let refused = Client::new().handshake(transport, "ws://a.example/").await;
        let refused = refused.unwrap_err();
        let answer = refused.refusal().unwrap();
        assert_eq!(answer.status(), 503);
        let after = answer.headers()["retry-after"].to_str().unwrap();
        named.push(after.parse::<u32>().unwrap());
    }
    named.sort_unstable();
    named.dedup();
    // Not all at the same moment.
    assert!(
        named.len() > 1 && named[0] >= 1 && named[named.len() - 1] <= 5,
        "{named:?}"
    );
    draining.finished().await;
    let (transport, _) = service.transport(echo);
    let refused = Client::new().handshake(transport, "ws://a.example/").await;
    assert_eq!(refused.unwrap_err().refusal().unwrap().status(), 503);
    // Until it is wanted again.
    draining.abort();
    service.client().await;
    end.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn who_opens_in_the_middle_of_a_drain_is_closed_in_its_turn() {
    let service = Service::default();
    let mut ends = vec![until_closed(service.client().await)];
    let plan = steady(1).elsewhere();
    let mut draining = service.connections().drain(&plan).unwrap();
    ends.push(until_closed(service.client().await));
    ends.push(until_closed(service.client().await));
    let start = tokio::time::Instant::now();
    let progress = draining.finished().await;
    assert_eq!((progress.clean, progress.left), (3, 0));
    // In their turn, and not when somebody's budget is over.
    assert!(start.elapsed() < Duration::from_millis(2_100));
    // And after it, at once.
    ends.push(until_closed(service.client().await));
    for end in ends {
        let (socket, _) = end.await.unwrap();
        assert_eq!(socket.closure().unwrap().code().get(), 1012);
    }
}

#[tokio::test(start_paused = true)]
async fn services_that_share_a_registry_are_drained_together() {
    let connections = Connections::new();
    let services = [(); 2].map(|()| {
        let mut service = Service::default();
        service.acceptor = service.acceptor.with_connections(connections.clone());
        service
    });
    let mut ends = Vec::new();
    for service in &services {
        ends.push(until_closed(service.client().await));
    }
    assert_eq!(connections.open(), 2);
    assert_eq!(
        connections
            .drain(&Drain::new())
            .unwrap()
            .finished()
            .await
            .clean,
        2
    );
    for end in ends {
        end.await.unwrap();
    }
}

/// Who served a connection: its handler says so in its first message.
async fn greet(mut socket: WebSocket, name: &'static str) -> Result<(), rejoin::Error> {
    socket.send(name).await?;
    echo(socket).await
}

async fn greeting(url: &str) -> (WebSocket, String) {
    let mut socket = rejoin::connect(url).await.unwrap();
    let greeting = socket.recv().await.unwrap().unwrap();
    (socket, greeting.as_text().unwrap().to_owned())
}

#[tokio::test]
async fn a_server_leaves_new_connections_to_another_while_it_drains_and_may_take_them_back() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let url = format!("ws://{}/", listener.local_addr().unwrap());
    let server_of = |name: &'static str| {
        let same = TcpListener::from_std(listener.try_clone().unwrap()).unwrap();
        let server = Server::builder().listener(same);
        let connections = server.connections().clone();
        let serving = tokio::spawn(server.serve(move |socket, _| greet(socket, name)));
        (connections, serving)
    };
    let (old, old_serving) = server_of("old");
    let (socket, name) = greeting(&url).await;
    assert_eq!(name, "old");
    let end = until_closed(socket);

    let mut draining = old.drain(&Drain::new().elsewhere()).unwrap();
    let (_, new_serving) = server_of("new");
    assert_eq!(draining.finished().await.stage, Stage::Finished);
    end.await.unwrap();
    for _ in 0..10 {
        let (mut socket, name) = greeting(&url).await;
        assert_eq!(name, "new");
        socket.close(CloseCode::NORMAL_CLOSURE, "").await.unwrap();
    }

    // The new one fails, and the old one goes on.
    new_serving.abort();
    assert!(new_serving.await.unwrap_err().is_cancelled());
    draining.abort();
    assert_eq!(greeting(&url).await.1, "old");
    old_serving.abort();
}

#[tokio::test]
async fn a_shutdown_drains_as_planned_and_refuses_until_it_is_done() {
    let (told, mut tellings) = mpsc::unbounded_channel();
    let plan = Drain::new()
        .reason("closing time")
        .notice(Duration::from_secs(60));
    let server = Server::builder()
        .shutdown(plan)
        .bind("127.0.0.1:0")
        .await
        .unwrap();
    let url = format!("ws://{}/", server.local_addr().unwrap());
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(server.serve_until(
        move |mut socket, _| {
            let told = told.clone();
            async move {
                let leaving = socket.leaving();
                socket.send("listening").await?;
                let leaving = leaving.await;
                told.send(()).unwrap();
                // Does its part as soon as it is let.
                let message = socket.recv().await?;
                assert!(message.is_some());
                socket.close(leaving.code, &leaving.reason).await.map(drop)
            }
        },
        async move { stopped.await.unwrap() },
    ));
    let (mut socket, _) = greeting(&url).await;
    stop.send(()).unwrap();
    tellings.recv().await.unwrap();
    let refused = rejoin::connect(&url).await.unwrap_err();
    assert_eq!(refused.refusal().unwrap().status(), 503);
    socket.send("go on").await.unwrap();
    assert_eq!(socket.recv().await.unwrap(), None);
    let closure = socket.closure().unwrap();
    assert_eq!(
        (closure.code().get(), closure.reason()),
        (1012, "closing time; retry=1.0-5.0")
    );
    serving.await.unwrap().unwrap();
}

#[tokio::test]
async fn handlers_that_return_in_a_drain_say_its_close_and_those_that_fail_say_1011() {
    let server = Server::builder().bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}", server.local_addr().unwrap());
    let connections = server.connections().clone();
    let serving = tokio::spawn(server.serve(|mut socket, request| async move {
        socket.send("listening").await?;
        match request.uri().path() {
            "/ends" => return Ok(()),
            "/says-1000" => {
                socket.leaving().await;
                let done = socket.close(CloseCode::NORMAL_CLOSURE, "done").await;
                return done.map(drop);
            }
            _ => socket.leaving().await,
        };
        match request.uri().path() {
            // A code that only clients send.
            "/fails" => socket
                .close(CloseCode::MANDATORY_EXTENSION, "")
                .await
                .map(drop),
            _ => Ok(()),
        }
    }));
    let connect = async |path| greeting(&format!("{url}{path}")).await.0;
    // Without a drain there is nothing else to say.
    let (socket, _) = until_closed(connect("/ends").await).await.unwrap();
    assert_eq!(socket.closure().unwrap().code().get(), 1000);
    while connections.open() > 0 {
        tokio::task::yield_now().await;
    }
    let told = [
        ("/leaves", 1012, "service restart; retry=1.0-5.0"),
        ("/fails", 1011, ""),
        ("/says-1000", 1000, "done"),
    ];
    let mut ends = Vec::new();
    for (path, ..) in told {
        ends.push(until_closed(connect(path).await));
    }
    let mut draining = connections.drain(&Drain::new()).unwrap();
    assert_eq!(draining.finished().await.clean, 3);
    for (end, (path, code, reason)) in ends.into_iter().zip(told) {
        let closure = end.await.unwrap().0.closure().unwrap();
        let seen = (closure.code().get(), closure.reason());
        assert_eq!(seen, (code, reason), "{path}");
    }
    draining.abort();
    let (socket, _) = until_closed(connect("/ends").await).await.unwrap();
    assert_eq!(socket.closure().unwrap().code().get(), 1000);
    serving.abort();
}

#[tokio::test]
async fn an_observer_that_panics_stops_neither_a_drain_nor_the_server() {
    let observe = |event: &ServerEvent<'_>| {
        assert!(matches!(event, ServerEvent::Opened { .. }), "{event:?}");
    };
    let builder = Server::builder().max_connections(2).observe(observe);
    let server = builder.bind("127.0.0.1:0").await.unwrap();
    let url = format!("ws://{}/", server.local_addr().unwrap());
    let connections = server.connections().clone();
    let serving = tokio::spawn(server.serve(|socket, _| greet(socket, "here")));
    // They do not receive: the drain itself cuts them, and tells of it.
    let silent = [greeting(&url).await.0, greeting(&url).await.0];
    // Refused, and told, by the accept loop.
    assert!(rejoin::connect(&url).await.is_err());
    let plan = Drain::new().close_budget(Duration::ZERO);
    let mut draining = connections.drain(&plan).unwrap();
    let progress = draining.finished().await;
    assert_eq!((progress.stage, progress.cut), (Stage::Finished, 2));
    draining.abort();
    // Their places are free once their handlers have returned.
    while rejoin::connect(&url).await.is_err() {}
    drop(silent);
    serving.abort();
}

#[tokio::test]
async fn the_end_of_a_drained_server_leaves_who_waits_to_another_process() {
    let here = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    here.set_nonblocking(true).unwrap();
    let address = here.local_addr().unwrap();
    let there = TcpListener::from_std(here.try_clone().unwrap()).unwrap();
    let server = Server::builder().listener(TcpListener::from_std(here).unwrap());
    let connections = server.connections().clone();
    let (end, ended) = oneshot::channel::<()>();
    let ending = async { drop(ended.await) };
    let serving = tokio::spawn(server.serve_until(|socket, _| echo(socket), ending));
    let mut draining = connections.drain(&Drain::new().elsewhere()).unwrap();
    assert_eq!(draining.finished().await.stage, Stage::Finished);
    // It waits in the queue while the drained server goes down.
    let waiting = TcpStream::connect(address).await.unwrap();
    end.send(()).unwrap();
    serving.await.unwrap().unwrap();
    let (accepted, _) = there.accept().await.unwrap();
    assert_eq!(accepted.peer_addr().unwrap(), waiting.local_addr().unwrap());
}
