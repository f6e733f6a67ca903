//! How it goes on: closes, refusals, failures, waits and ends, as the policy says.

use core::time::Duration;

use futures_util::StreamExt;
use rejoin::reconnect::{Event, Policy, Preset};
use rejoin::{CloseCode, Retry};
use tokio::time::Instant;

use super::{Site, assert_quiet, line, told};

#[tokio::test(start_paused = true)]
async fn a_restart_is_survived_within_the_servers_window() {
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect.start();
    let server = async {
        let mut first = site.accept().await;
        first.send("before").await.unwrap();
        let reason = "service restart; retry=2.0-4.0";
        let closure = first.close(CloseCode::SERVICE_RESTART, reason).await;
        assert!(closure.unwrap().is_clean());
        let mut second = site.accept().await;
        second.send("after").await.unwrap();
        second
    };
    let client = async {
        assert_eq!(line(&mut socket).await, "open, attempt 0");
        assert!(socket.is_open());
        assert_eq!(line(&mut socket).await, "message before");
        let closed = line(&mut socket).await;
        assert_eq!(closed, "closed 1012: 0 handed over, 0 in doubt, 0 kept");
        assert!(!socket.is_open());
        let start = Instant::now();
        assert_eq!(
            line(&mut socket).await,
            "waiting 3 for attempt 1 at /a: closed with 1012 (Service Restart), reason \
             \"service restart; retry=2.0-4.0\""
        );
        assert_eq!(line(&mut socket).await, "open, attempt 1");
        assert_eq!(start.elapsed().as_secs(), 3);
        assert_eq!(line(&mut socket).await, "message after");
    };
    let _server = tokio::join!(server, client);
}

#[tokio::test(start_paused = true)]
async fn delays_grow_while_nobody_is_there_and_attempts_begin_again_after_stability() {
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect.start();
    site.set_down(true);
    let down = "no address could be reached: connection refused";
    for (attempt, delay) in [
        (1, "2.5"),
        (2, "5"),
        (3, "10"),
        (4, "20"),
        (5, "30"),
        (6, "30"),
    ] {
        let expected = format!("waiting {delay} for attempt {attempt} at /a: {down}");
        assert_eq!(line(&mut socket).await, expected);
    }
    site.set_down(false);
    let lost = "closed with 1006 (Abnormal Closure)";
    let server = async {
        site.accept_and_vanish().await;
        let stable = site.accept().await;
        tokio::time::sleep(Duration::from_secs(5)).await;
        stable
    };
    let client = async {
        assert_eq!(line(&mut socket).await, "open, attempt 6");
        line(&mut socket).await;
        assert_eq!(
            line(&mut socket).await,
            format!("waiting 30 for attempt 7 at /a: {lost}")
        );
        assert_eq!(line(&mut socket).await, "open, attempt 7");
    };
    let (stable, ()) = tokio::join!(server, client);
    let closing = tokio::spawn(async move {
        let mut stable = stable;
        stable.close(CloseCode::GOING_AWAY, "").await
    });
    line(&mut socket).await;
    let gone = "closed with 1001 (Going Away)";
    assert_eq!(
        line(&mut socket).await,
        format!("waiting 2.5 for attempt 1 at /a: {gone}")
    );
    closing.await.unwrap().unwrap();
}

#[tokio::test(start_paused = true)]
async fn refusals_are_obeyed_in_both_forms_of_retry_after() {
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect.start();
    let server = async {
        site.answer("HTTP/1.1 503 Busy\r\nRetry-After: 30\r\nContent-Length: 0\r\n\r\n")
            .await;
        site.answer(
            "HTTP/1.1 429 Slow Down\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n\
             Retry-After: Sun, 06 Nov 1994 08:50:37 GMT\r\nContent-Length: 0\r\n\r\n",
        )
        .await;
        site.answer("HTTP/1.1 302 Found\r\nLocation: ws://b/\r\nContent-Length: 0\r\n\r\n")
            .await;
    };
    let client = async {
        let wait = async |socket: &mut _| match rejoin::reconnect::ReconnectingSocket::next(socket)
            .await
        {
            Some(Event::Waiting(wait)) => (wait.delay, wait.cause),
            other => panic!("{other:?}"),
        };
        let (delay, cause) = wait(&mut socket).await;
        assert_eq!(delay, Duration::from_millis(32_500));
        assert_eq!(cause.status().unwrap(), 503);
        assert!(cause.connect_error().unwrap().is_refused() && !cause.was_open());
        let (delay, cause) = wait(&mut socket).await;
        assert_eq!(delay, Duration::from_secs(65));
        assert_eq!(cause.retry_after(), Some(Duration::from_secs(60)));
        let end = line(&mut socket).await;
        assert_eq!(
            end,
            "gave up, the same attempt would end the same way: 0 unsent"
        );
        assert_eq!(line(&mut socket).await, "nothing");
        assert_eq!(line(&mut socket).await, "nothing");
    };
    tokio::join!(server, client);
}

#[tokio::test(start_paused = true)]
async fn a_peer_that_breaks_the_rules_is_not_visited_again() {
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect.start();
    let server = async {
        let (_, mut transport) = site.arrival().await;
        let request = crate::client_peer::read_request(&mut transport).await;
        let answer = crate::client_peer::switching(&request, "");
        let frame = b"\x83\x00";
        let bytes = [answer.as_bytes(), frame].concat();
        tokio::io::AsyncWriteExt::write_all(&mut transport, &bytes)
            .await
            .unwrap();
        crate::client_peer::read_to_end(&mut transport).await
    };
    let client = async {
        assert_eq!(line(&mut socket).await, "open, attempt 0");
        line(&mut socket).await;
        match socket.next().await {
            Some(Event::GaveUp(end)) => {
                let cause = end.cause.unwrap();
                assert_eq!(cause.code().unwrap().get(), 1002);
                assert!(cause.closure().unwrap().fault.is_some());
            }
            other => panic!("{other:?}"),
        }
    };
    tokio::join!(server, client);
}

#[tokio::test(start_paused = true)]
async fn a_finished_conversation_is_the_end_unless_the_application_says_otherwise() {
    for (policy, expected) in [
        (
            Policy::default(),
            "gave up, the conversation was finished: 0 unsent",
        ),
        (
            Policy::default().on_code(1000, Retry::Application),
            "waiting 2.5 for attempt 1 at /a: closed with 1000 (Normal Closure)",
        ),
        (
            Policy::preset(Preset::Never),
            "gave up, the same attempt would end the same way: 0 unsent",
        ),
    ] {
        let (mut site, reconnect) = Site::new();
        let mut socket = reconnect.policy(policy).start();
        let server = async {
            let mut socket = site.accept().await;
            socket.close(CloseCode::NORMAL_CLOSURE, "").await.unwrap();
        };
        let client = async {
            line(&mut socket).await;
            line(&mut socket).await;
            assert_eq!(line(&mut socket).await, expected);
        };
        tokio::join!(server, client);
    }
}

#[tokio::test(start_paused = true)]
async fn addresses_take_turns_after_1013_and_after_failures() {
    let (mut site, reconnect) = Site::new();
    let reconnect = reconnect
        .also("ws://site.test/b")
        .unwrap()
        .also("ws://site.test/c")
        .unwrap();
    let mut socket = reconnect.start();
    let server = async {
        let mut first = site.accept().await;
        first.close(CloseCode::TRY_AGAIN_LATER, "").await.unwrap();
        let mut visited = Vec::new();
        for _ in 0..3 {
            let (address, transport) = site.arrival().await;
            visited.push(address.rsplit('/').next().unwrap().to_owned());
            drop(transport);
        }
        let mut last = site.accept().await;
        last.close(CloseCode::GOING_AWAY, "").await.unwrap();
        (visited, site.arrival().await.0)
    };
    let client = async {
        while !line(&mut socket).await.starts_with("closed 1001") {}
        assert!(
            line(&mut socket).await.contains(" at /b: "),
            "the same again after 1001"
        );
        assert!(
            line(&mut socket).await.starts_with("waiting"),
            "nobody is there"
        );
    };
    let ((visited, last), ()) = tokio::join!(server, client);
    assert_eq!(visited, ["b", "c", "a"]);
    assert_eq!(last, "ws://site.test/b");
}

#[tokio::test(start_paused = true)]
async fn budgets_end_it() {
    let (site, reconnect) = Site::new();
    site.set_down(true);
    let policy = Policy::default().max_attempts(2);
    let mut socket = reconnect.policy(policy).start();
    line(&mut socket).await;
    line(&mut socket).await;
    assert_eq!(
        line(&mut socket).await,
        "gave up, all attempts are used up: 0 unsent"
    );

    let (site, reconnect) = Site::new();
    site.set_down(true);
    let policy = Policy::default().max_elapsed(Duration::from_secs(60));
    let mut socket = reconnect.policy(policy).start();
    let start = Instant::now();
    while !line(&mut socket).await.starts_with("gave up, the time") {
        assert!(start.elapsed() <= Duration::from_secs(60));
    }
}

#[tokio::test(start_paused = true)]
async fn a_wait_can_be_cut_short_and_only_a_wait() {
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect
        .policy(Preset::Fixed(Duration::from_secs(3_600)))
        .start();
    let sender = socket.sender();
    site.set_down(true);
    sender.reconnect_now();
    line(&mut socket).await;
    let start = Instant::now();
    assert_quiet(&mut socket, Duration::from_secs(60)).await;
    site.set_down(false);
    sender.reconnect_now();
    let (_server, opened) = tokio::join!(site.accept(), line(&mut socket));
    assert_eq!(opened, "open, attempt 1");
    assert_eq!(start.elapsed().as_secs(), 60, "it came at once");
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_another_task_cuts_short_wakes_the_one_that_waits() {
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect
        .policy(Preset::Fixed(Duration::from_secs(3_600)))
        .start();
    site.set_down(true);
    line(&mut socket).await;
    site.set_down(false);
    let sender = socket.sender();
    let start = Instant::now();
    let hurry = async {
        tokio::time::sleep(Duration::from_secs(7)).await;
        sender.reconnect_now();
    };
    tokio::join!(hurry, site.accept(), line(&mut socket));
    assert_eq!(start.elapsed().as_secs(), 7);
}

#[tokio::test(start_paused = true)]
async fn closing_ends_it_in_every_state() {
    // Before anything.
    let (_site, reconnect) = Site::new();
    let mut socket = reconnect.start();
    socket.try_send("unsent").unwrap();
    socket.close(CloseCode::NORMAL_CLOSURE, "").unwrap();
    assert!(socket.try_send("late").unwrap_err().is_over());
    assert_eq!(
        line(&mut socket).await,
        "gave up, it was asked to close: 1 unsent"
    );
    assert_eq!(line(&mut socket).await, "nothing");

    // While it connects.
    let (_site, reconnect) = Site::new();
    let mut socket = reconnect.start();
    let sender = socket.sender();
    let close = async {
        tokio::time::sleep(Duration::from_secs(1)).await;
        sender.close(CloseCode::GOING_AWAY, "bye").unwrap();
    };
    let ((), end) = tokio::join!(close, line(&mut socket));
    assert_eq!(end, "gave up, it was asked to close: 0 unsent");

    // While it waits.
    let (site, reconnect) = Site::new();
    site.set_down(true);
    let mut socket = reconnect.start();
    line(&mut socket).await;
    socket.close(CloseCode::GOING_AWAY, "bye").unwrap();
    assert_eq!(
        line(&mut socket).await,
        "gave up, it was asked to close: 0 unsent"
    );
}

#[tokio::test(start_paused = true)]
async fn closing_an_open_connection_lets_the_outbox_leave_first() {
    let (mut site, reconnect) = Site::new();
    let mut socket = reconnect.start();
    let (mut server, _) = tokio::join!(site.accept(), line(&mut socket));
    for text in ["one", "two", "three"] {
        socket.try_send(text).unwrap();
    }
    socket.close(CloseCode::GOING_AWAY, "that is all").unwrap();
    let receiving = tokio::spawn(async move {
        let mut received = Vec::new();
        while let Some(message) = server.recv().await.unwrap() {
            received.push(message.as_text().unwrap().to_owned());
        }
        (received, server.closure().unwrap())
    });
    let closed = line(&mut socket).await;
    assert_eq!(closed, "closed 1001: 3 handed over, 0 in doubt, 0 kept");
    assert_eq!(
        line(&mut socket).await,
        "gave up, it was asked to close: 0 unsent"
    );
    let (received, closure) = receiving.await.unwrap();
    assert_eq!(received, ["one", "two", "three"]);
    assert_eq!(closure.code(), CloseCode::GOING_AWAY);
    assert_eq!(closure.reason(), "that is all");
}

#[tokio::test(start_paused = true)]
async fn the_events_are_a_stream_with_an_end() {
    let (site, reconnect) = Site::new();
    site.set_down(true);
    let socket = reconnect.policy(Policy::default().max_attempts(2)).start();
    let events: Vec<String> = socket.map(|event| told(&event)).collect().await;
    assert_eq!(events.len(), 3);
    assert_eq!(events[2], "gave up, all attempts are used up: 0 unsent");
}

#[tokio::test]
async fn what_a_client_may_not_say_is_refused_and_changes_nothing() {
    let (_site, reconnect) = Site::new();
    let socket = reconnect.start();
    assert!(socket.close(CloseCode::SERVICE_RESTART, "").is_err());
    assert!(
        socket
            .close(CloseCode::NORMAL_CLOSURE, &"x".repeat(124))
            .is_err()
    );
    socket.try_send("still taken").unwrap();
}
