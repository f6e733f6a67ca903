//! A restart over real sockets: the listener stays, the clients come back.

use std::collections::BTreeSet;
use std::sync::Arc;

use rejoin::reconnect::Event;
use rejoin::{Acceptor, Client, CloseCode, Reconnect, RetryWindow};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;

const CLIENTS: usize = 50;

/// Serves until told to restart, then closes every connection with 1012 and a window.
async fn serve(listener: Arc<TcpListener>, generation: usize, mut stop: watch::Receiver<bool>) {
    let mut connections = JoinSet::new();
    let restarting = stop.clone();
    loop {
        let accepted = tokio::select! {
            biased;
            () = told(&mut stop) => break,
            accepted = listener.accept() => accepted,
        };
        let (stream, _) = accepted.unwrap();
        let mut stop = restarting.clone();
        connections.spawn(async move {
            let incoming = Acceptor::default().receive(stream).await.unwrap();
            let mut socket = incoming.accept().await.unwrap().socket;
            socket
                .send(format!("generation {generation}"))
                .await
                .unwrap();
            loop {
                let message = tokio::select! {
                    message = socket.recv() => message.unwrap(),
                    () = told(&mut stop) => break,
                };
                match message {
                    Some(message) => socket.send(message).await.unwrap(),
                    None => return,
                }
            }
            let window = "retry=0.0-5.0";
            let reason = RetryWindow::in_reason(window)
                .unwrap()
                .append_to("service restart");
            let closure = socket
                .close(CloseCode::SERVICE_RESTART, &reason)
                .await
                .unwrap();
            assert!(closure.is_clean(), "{closure}");
        });
    }
    while let Some(done) = connections.join_next().await {
        done.unwrap();
    }
}

/// Returns when it is true.
async fn told(stop: &mut watch::Receiver<bool>) {
    stop.wait_for(|stop| *stop).await.unwrap();
}

#[tokio::test]
async fn every_client_is_back_after_a_restart_and_none_sees_anything_but_1012() {
    let listener = Arc::new(TcpListener::bind("127.0.0.1:0").await.unwrap());
    let url = format!("ws://{}/", listener.local_addr().unwrap());
    let (restart, restarted) = watch::channel(false);
    let (end, ended) = watch::channel(false);
    let arrived = Arc::new(tokio::sync::Semaphore::new(0));

    let mut clients = JoinSet::new();
    for number in 0..CLIENTS {
        let arrived = Arc::clone(&arrived);
        // Each draws the beginning of its window: nobody waits in real time here.
        let mut socket = Reconnect::new(Client::new(), &url)
            .unwrap()
            .jitter(|| 0)
            .start();
        clients.spawn(async move {
            let mut story = Vec::new();
            while let Some(event) = socket.next().await {
                match &event {
                    Event::Open(_) => socket.try_send(format!("echo {number}")).unwrap(),
                    Event::Message(message) => {
                        let text = message.as_text().unwrap().to_owned();
                        if text.starts_with("echo") {
                            arrived.add_permits(1);
                            if story.contains(&"generation 2".to_owned()) {
                                socket.close(CloseCode::NORMAL_CLOSURE, "").unwrap();
                            }
                        }
                        story.push(text);
                    }
                    Event::Closed(closed) => {
                        assert_eq!(closed.handed_over, 1);
                        story.push(format!("closed {}", closed.closure.code().get()));
                    }
                    Event::GaveUp(end) => story.push(end.why.to_string()),
                    Event::Waiting(wait) => story.push(format!("waiting {:?}", wait.delay)),
                    Event::Dropped(_) | _ => panic!("{event:?}"),
                }
            }
            (number, story)
        });
    }
    let all_arrived = async |count: usize| {
        let count = u32::try_from(count).unwrap();
        arrived.acquire_many(count).await.unwrap().forget();
    };

    let first = tokio::spawn(serve(Arc::clone(&listener), 1, restarted));
    all_arrived(CLIENTS).await;
    restart.send(true).unwrap();
    let second = tokio::spawn(serve(listener, 2, ended));
    all_arrived(CLIENTS).await;
    first.await.unwrap();

    let mut seen = BTreeSet::new();
    while let Some(done) = clients.join_next().await {
        let (number, story) = done.unwrap();
        let echo = format!("echo {number}");
        assert_eq!(
            story,
            [
                "generation 1",
                &echo,
                "closed 1012",
                "waiting 0ns",
                "generation 2",
                &echo,
                "closed 1000",
                "it was asked to close",
            ]
        );
        seen.insert(number);
    }
    assert_eq!(seen.len(), CLIENTS);
    end.send(true).unwrap();
    second.await.unwrap();
}
