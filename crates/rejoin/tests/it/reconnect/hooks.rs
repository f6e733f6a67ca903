//! What the application does on the way: setting up, new input, transports of its own.

use core::future::pending;
use core::time::Duration;
use std::sync::{Arc, Mutex};

use http::header::AUTHORIZATION;
use rejoin::reconnect::{Cause, Event, Failure, Policy};
use rejoin::{CloseCode, Connected, Error};
use tokio::time::Instant;

use super::{Site, line};

const UNAUTHORIZED: &str = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";

#[tokio::test(start_paused = true)]
async fn what_is_done_on_open_goes_before_the_outbox_on_every_connection() {
    let (mut site, reconnect) = Site::new();
    let reconnect = reconnect.on_open(|mut connected: Connected| async move {
        connected.socket.send("token").await?;
        let answer = connected.socket.recv().await?;
        assert_eq!(answer.unwrap().as_text(), Some("welcome"));
        connected.socket.send("subscribe").await?;
        Ok::<_, Error>(connected)
    });
    let mut socket = reconnect.start();
    socket.try_send("queued").unwrap();
    let server = async {
        for round in 0..2 {
            let mut server = site.accept().await;
            let token = server.recv().await.unwrap().unwrap();
            assert_eq!(token.as_text(), Some("token"));
            server.send("welcome").await.unwrap();
            let subscription = server.recv().await.unwrap().unwrap();
            assert_eq!(subscription.as_text(), Some("subscribe"));
            let queued = server.recv().await.unwrap().unwrap();
            assert_eq!(queued.as_text(), Some(["queued", "later"][round]));
            server.close(CloseCode::SERVICE_RESTART, "").await.unwrap();
        }
    };
    let client = async {
        assert_eq!(line(&mut socket).await, "open, attempt 0");
        assert_eq!(
            line(&mut socket).await,
            "closed 1012: 1 handed over, 0 in doubt, 0 kept"
        );
        line(&mut socket).await;
        socket.try_send("later").unwrap();
        assert_eq!(line(&mut socket).await, "open, attempt 1");
        line(&mut socket).await;
    };
    tokio::join!(server, client);
}

#[tokio::test(start_paused = true)]
async fn a_close_while_setting_up_decides_how_it_goes_on() {
    let (mut site, reconnect) = Site::new();
    let reconnect = reconnect.on_open(|mut connected: Connected| async move {
        connected.socket.recv().await?;
        Ok::<_, Error>(connected)
    });
    let mut socket = reconnect.start();
    let server = async {
        // A Close in order is seen when the connection is given back.
        let mut server = site.accept().await;
        server
            .close(CloseCode::TRY_AGAIN_LATER, "full")
            .await
            .unwrap();
        // A lost connection is the error.
        site.accept_and_vanish().await;
        site.accept().await
    };
    let client = async {
        assert_eq!(line(&mut socket).await, "open, attempt 0");
        assert!(line(&mut socket).await.starts_with("closed 1013"));
        assert!(line(&mut socket).await.contains("Try Again Later"));
        match socket.next().await {
            Some(Event::Waiting(wait)) => {
                assert_eq!(wait.attempt, 2);
                assert!(wait.cause.closure().is_some() && wait.cause.was_open());
            }
            other => panic!("{other:?}"),
        }
        // The third connection is not over: nothing more comes from it.
        super::assert_quiet(&mut socket, Duration::from_secs(6)).await;
    };
    tokio::join!(server, client);
}

#[tokio::test(start_paused = true)]
async fn setting_up_that_fails_or_takes_too_long_is_an_attempt_that_failed() {
    let (mut site, reconnect) = Site::new();
    let calls = Arc::new(Mutex::new(0));
    let reconnect =
        reconnect
            .hooks_within(Duration::from_secs(3))
            .on_open(move |connected: Connected| {
                let call = {
                    let mut calls = calls.lock().unwrap();
                    *calls += 1;
                    *calls
                };
                async move {
                    match call {
                        1 => Err("no such room"),
                        2 => pending().await,
                        _ => Ok(connected),
                    }
                }
            });
    let mut socket = reconnect.start();
    let server = async {
        let mut first = site.accept().await;
        assert_eq!(first.recv().await.unwrap(), None);
        assert_eq!(first.closure().unwrap().code(), CloseCode::GOING_AWAY);
        let mut second = site.accept().await;
        assert_eq!(second.recv().await.unwrap(), None);
        site.accept().await
    };
    let client = async {
        assert_eq!(
            line(&mut socket).await,
            "waiting 2.5 for attempt 1 at /a: the new connection could not be set up: no such room"
        );
        let start = Instant::now();
        assert_eq!(
            line(&mut socket).await,
            "waiting 5 for attempt 2 at /a: the new connection could not be set up: deadline has \
             elapsed"
        );
        assert_eq!(start.elapsed(), Duration::from_millis(5_500));
        assert_eq!(line(&mut socket).await, "open, attempt 2");
    };
    tokio::join!(server, client);
}

/// Puts the next token into the request, and notes what it was asked about.
fn tokens(
    asked: &Arc<Mutex<Vec<String>>>,
) -> impl Fn(Cause, http::Request<()>) -> core::future::Ready<Option<http::Request<()>>> + use<> {
    let asked = Arc::clone(asked);
    move |cause, mut request| {
        let mut asked = asked.lock().unwrap();
        let code = cause.code().map(rejoin::ReceivedCode::get);
        asked.push(format!(
            "{:?} {code:?}",
            cause.status().map(|status| status.as_u16())
        ));
        let token = format!("token-{}", asked.len());
        request
            .headers_mut()
            .insert(AUTHORIZATION, token.parse().unwrap());
        core::future::ready((asked.len() < 4).then_some(request))
    }
}

#[tokio::test(start_paused = true)]
async fn new_credentials_are_asked_for_after_401_and_3000_and_1008_and_used_from_then_on() {
    let (mut site, reconnect) = Site::new();
    let asked = Arc::default();
    let mut socket = reconnect.new_input(tokens(&asked)).start();
    let server = async {
        assert!(!site.answer(UNAUTHORIZED).await.contains("token"));
        for (code, token) in [(3000, "token-1"), (1008, "token-2")] {
            let (_, transport) = site.arrival().await;
            let incoming = rejoin::Acceptor::default()
                .receive(transport)
                .await
                .unwrap();
            assert_eq!(incoming.request().headers()[AUTHORIZATION], token);
            let mut server = incoming.accept().await.unwrap().socket;
            server
                .close(CloseCode::new(code).unwrap(), "")
                .await
                .unwrap();
        }
        assert!(site.answer(UNAUTHORIZED).await.contains("token-3"));
    };
    let client = async {
        let mut lines = Vec::new();
        while let Some(event) = socket.next().await {
            lines.push(super::told(&event));
        }
        lines
    };
    let ((), lines) = tokio::join!(server, client);
    let end = "gave up, it takes new credentials or other input, and there is none: 0 unsent";
    assert_eq!(lines.last().unwrap(), end);
    assert_eq!(
        *asked.lock().unwrap(),
        [
            "Some(401) None",
            "None Some(3000)",
            "None Some(1008)",
            "Some(401) None"
        ]
    );
}

#[tokio::test(start_paused = true)]
async fn without_anybody_to_ask_refused_credentials_are_the_end_at_once() {
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect.start();
    let start = Instant::now();
    let ((), end) = tokio::join!(
        async {
            site.answer(UNAUTHORIZED).await;
        },
        line(&mut socket)
    );
    assert!(
        end.starts_with("gave up, it takes new credentials"),
        "{end}"
    );
    assert_eq!(start.elapsed(), Duration::ZERO);
}

#[tokio::test(start_paused = true)]
async fn new_input_that_never_comes_is_none() {
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect.new_input(|_, _| pending()).start();
    let server = async {
        site.answer(UNAUTHORIZED).await;
    };
    let client = async {
        assert!(
            line(&mut socket)
                .await
                .starts_with("waiting 2.5 for attempt 1")
        );
        let start = Instant::now();
        let end = line(&mut socket).await;
        assert!(
            end.starts_with("gave up, it takes new credentials"),
            "{end}"
        );
        assert_eq!(
            start.elapsed(),
            Duration::from_millis(22_500),
            "the wait, then the limit"
        );
    };
    tokio::join!(server, client);
}

#[tokio::test(start_paused = true)]
async fn closing_while_the_application_works_ends_it() {
    // While it looks for credentials: at once.
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect.new_input(|_, _| pending()).start();
    let sender = socket.sender();
    let server = async {
        site.answer(UNAUTHORIZED).await;
        tokio::time::sleep(Duration::from_secs(5)).await;
        sender.close(CloseCode::NORMAL_CLOSURE, "").unwrap();
    };
    let client = async {
        line(&mut socket).await;
        assert_eq!(
            line(&mut socket).await,
            "gave up, it was asked to close: 0 unsent"
        );
    };
    tokio::join!(server, client);

    // While it sets up: afterwards, in good order.
    let (mut site, reconnect) = Site::new();
    let reconnect = reconnect.on_open(|connected: Connected| async move {
        tokio::time::sleep(Duration::from_secs(1)).await;
        Ok::<_, Error>(connected)
    });
    let mut socket = reconnect.start();
    let sender = socket.sender();
    let server = async {
        let mut server = site.accept().await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        sender.close(CloseCode::NORMAL_CLOSURE, "enough").unwrap();
        assert_eq!(server.recv().await.unwrap(), None);
        assert_eq!(server.closure().unwrap().reason(), "enough");
    };
    let client = async {
        assert_eq!(line(&mut socket).await, "open, attempt 0");
        assert!(line(&mut socket).await.starts_with("closed 1000"));
        assert_eq!(
            line(&mut socket).await,
            "gave up, it was asked to close: 0 unsent"
        );
    };
    tokio::join!(server, client);
}

#[tokio::test(start_paused = true)]
async fn a_transport_that_is_never_made_is_a_timeout() {
    let (_site, reconnect) = Site::new();
    let reconnect = reconnect.dial(|_| pending::<std::io::Result<tokio::io::DuplexStream>>());
    let mut socket = reconnect.policy(Policy::default().max_attempts(0)).start();
    let start = Instant::now();
    match socket.next().await {
        Some(Event::GaveUp(end)) => {
            assert_eq!(end.cause.unwrap().failure(), Some(Failure::Timeout));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(start.elapsed().as_secs(), 20);
}
