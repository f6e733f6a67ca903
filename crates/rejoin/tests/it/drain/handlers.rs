//! What a drain means for the one who has the socket: told in time, nothing lost.

use core::time::Duration;

use rejoin::{Drain, Message};
use tokio::sync::oneshot;
use tokio::time::Instant;

use super::{Service, steady, until_closed};

#[tokio::test(start_paused = true)]
async fn a_handler_learns_of_a_drain_in_time_to_finish_its_work() {
    let service = Service::default();
    let (transport, serving) = service.transport(|mut socket| async move {
        let leaving = socket.leaving().await;
        assert_eq!(leaving.code.get(), 1012);
        assert_eq!(leaving.reason, "service restart; retry=1.0-5.0");
        let in_time = leaving.not_before - Instant::now().into_std();
        assert!(in_time > Duration::from_millis(900), "{in_time:?}");
        tokio::time::sleep(Duration::from_millis(900)).await;
        socket.send("the end of the work").await?;
        while socket.recv().await?.is_some() {}
        Ok(())
    });
    let client = rejoin::Client::new();
    let mut socket = client
        .handshake(transport, "ws://a.example/")
        .await
        .unwrap()
        .socket;
    let mut draining = service.connections().drain(&Drain::new()).unwrap();
    let last = socket.recv().await.unwrap();
    assert_eq!(last, Some(Message::text("the end of the work")));
    assert_eq!(socket.recv().await.unwrap(), None);
    assert_eq!(socket.closure().unwrap().code().get(), 1012);
    assert_eq!(draining.finished().await.clean, 1);
    serving.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_handler_may_say_goodbye_itself_before_its_turn() {
    let service = Service::default();
    let (transport, serving) = service.transport(|mut socket| async move {
        let leaving = socket.leaving().await;
        socket.close(leaving.code, &leaving.reason).await.map(drop)
    });
    let client = rejoin::Client::new();
    let socket = client
        .handshake(transport, "ws://a.example/")
        .await
        .unwrap()
        .socket;
    let end = until_closed(socket);
    let start = Instant::now();
    let mut draining = service.connections().drain(&Drain::new()).unwrap();
    let progress = draining.finished().await;
    assert_eq!((progress.clean, progress.closing), (1, 0));
    assert!(start.elapsed() < Duration::from_millis(100));
    assert_eq!(end.await.unwrap().0.closure().unwrap().code().get(), 1012);
    serving.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_handler_that_returns_because_of_a_drain_says_what_the_drain_says() {
    let service = Service::default();
    let leave = |mut socket: rejoin::WebSocket| async move {
        socket.leaving().await;
        socket.send("the end of the work").await
    };
    let (transport, serving) = service.transport(leave);
    let client = rejoin::Client::new();
    let connected = client.handshake(transport, "ws://a.example/").await;
    let end = until_closed(connected.unwrap().socket);
    let start = Instant::now();
    let mut draining = service.connections().drain(&Drain::new()).unwrap();
    let progress = draining.finished().await;
    assert_eq!((progress.clean, progress.closing), (1, 0));
    assert!(start.elapsed() < Duration::from_millis(100));
    let closure = end.await.unwrap().0.closure().unwrap();
    assert_eq!(closure.code().get(), 1012);
    assert_eq!(closure.reason(), "service restart; retry=1.0-5.0");
    serving.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn what_send_accepted_leaves_before_the_close() {
    let service = Service::default();
    let (accepted, all_accepted) = oneshot::channel();
    let (transport, serving) = service.transport(|mut socket| async move {
        // The last of them wait behind a peer that does not read.
        for number in 0..200 {
            socket.send(vec![number; 10_000]).await?;
        }
        accepted.send(()).unwrap();
        while socket.recv().await?.is_some() {}
        Ok(())
    });
    let client = rejoin::Client::new().extensions(rejoin::Extensions::new());
    let mut socket = client
        .handshake(transport, "ws://a.example/")
        .await
        .unwrap()
        .socket;
    all_accepted.await.unwrap();
    let mut draining = service.connections().drain(&Drain::new()).unwrap();
    while draining.progress().closing == 0 {
        draining.changed().await;
    }
    for number in 0..200 {
        let message = socket.recv().await.unwrap();
        assert_eq!(message, Some(Message::binary(vec![number; 10_000])));
    }
    assert_eq!(socket.recv().await.unwrap(), None);
    assert_eq!(draining.finished().await.clean, 1);
    serving.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn what_the_peer_sent_before_it_saw_the_close_is_received() {
    let service = Service::default();
    let (go_on, may_go_on) = oneshot::channel::<()>();
    let (transport, serving) = service.transport(|mut socket| async move {
        may_go_on.await.unwrap();
        let mut received = 0;
        while socket.recv().await?.is_some() {
            received += 1;
        }
        assert_eq!(received, 3);
        Ok(())
    });
    let client = rejoin::Client::new();
    let mut socket = client
        .handshake(transport, "ws://a.example/")
        .await
        .unwrap()
        .socket;
    let mut draining = service.connections().drain(&Drain::new()).unwrap();
    while draining.progress().closing == 0 {
        draining.changed().await;
    }
    // The Close is on its way; the client has not looked yet.
    for text in ["one", "two", "three"] {
        socket.send(text).await.unwrap();
    }
    let end = until_closed(socket);
    go_on.send(()).unwrap();
    assert_eq!(draining.finished().await.clean, 1);
    serving.await.unwrap().unwrap();
    end.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn nobody_waits_for_handlers_that_do_not_listen() {
    let service = Service::default();
    let end = until_closed(service.client().await);
    let start = Instant::now();
    service
        .connections()
        .drain(&steady(100))
        .unwrap()
        .finished()
        .await;
    assert!(start.elapsed() < Duration::from_millis(100));
    end.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_client_is_never_told_to_leave() {
    let service = Service::default();
    let socket = service.client().await;
    let leaving = socket.leaving();
    let end = until_closed(socket);
    service
        .connections()
        .drain(&Drain::new())
        .unwrap()
        .finished()
        .await;
    let waited = tokio::time::timeout(Duration::from_secs(3_600), leaving).await;
    assert!(waited.is_err());
    end.await.unwrap();
}
