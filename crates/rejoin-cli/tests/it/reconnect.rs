//! `rejoin connect --reconnect`: across restarts, in a pipe and on a terminal.

use core::time::Duration;
use std::thread;

use rejoin::{CloseCode, Connections, Drain, RetryWindow, Server, WebSocket};
use tokio::runtime::Runtime;
use tokio::sync::mpsc;

use crate::fake::port_of_nobody;
use crate::process::Process;

/// An echo server that can close everybody and go on.
pub(crate) struct Restartable {
    runtime: Runtime,
    connections: Connections,
    pub(crate) url: String,
}

impl Restartable {
    pub(crate) fn start() -> Self {
        Self::with(|mut socket| async move {
            while let Some(message) = socket.recv().await? {
                socket.send(message).await?;
            }
            Ok(())
        })
    }

    fn with<H, F>(handler: H) -> Self
    where
        H: Fn(WebSocket) -> F + Send + Sync + 'static,
        F: Future<Output = Result<(), rejoin::Error>> + Send + 'static,
    {
        let runtime = Runtime::new().expect("a runtime");
        let server = runtime.block_on(Server::builder().bind("127.0.0.1:0"));
        let server = server.expect("a free port");
        let address = server.local_addr().expect("it is bound");
        let connections = server.connections().clone();
        runtime.spawn(server.serve(move |socket, _| handler(socket)));
        Self {
            runtime,
            connections,
            url: format!("ws://{address}"),
        }
    }

    /// Closes everybody with 1012, to come back in the given time, and lets in again.
    pub(crate) fn restart(&self, retry: RetryWindow) {
        self.runtime.block_on(async {
            // Who comes back before it is over waits in the queue.
            let plan = Drain::new().retry(retry).elsewhere();
            let mut draining = self.connections.drain(&plan).expect("none is under way");
            draining.finished().await;
            draining.abort();
        });
    }
}

/// Come back soon.
fn soon() -> RetryWindow {
    RetryWindow::new(Duration::ZERO, Duration::from_millis(10)).expect("in order")
}

#[test]
fn lines_go_on_after_a_restart_and_the_story_is_told() {
    let server = Restartable::start();
    let mut client = Process::start(&["connect", "--reconnect", &server.url]);
    client.write(b"before\n");
    assert_eq!(client.line(), "before");
    server.restart(soon());
    client.write(b"after\n");
    assert_eq!(client.line(), "after");
    let ended = client.finish();
    assert_eq!(ended.status, 0, "{}", ended.stderr);
    let mut story: Vec<_> = ended.stderr.lines().collect();
    // It was written before the client had met the Close, or after.
    story.retain(|line| *line != "* 1 message waits for the next connection");
    assert_eq!(story.len(), 3, "{story:?}");
    let closed = "* closed: 1012 (Service Restart), reason \"service restart; retry=0.0-0.01\"";
    assert_eq!(story[0], closed);
    assert!(
        story[1].starts_with("* coming back in ") && story[1].ends_with(" s, attempt 1"),
        "{story:?}"
    );
    assert_eq!(story[2], "* connected again");
}

#[test]
fn the_story_is_told_in_events_too() {
    let server = Restartable::start();
    let mut client = Process::start(&["connect", "--reconnect", "--json", &server.url]);
    // Now the server knows of it, too.
    client.write(b"hello\n");
    client.event("message");
    server.restart(soon());
    let closed = client.event("closed");
    assert_eq!(
        (&closed["code"], &closed["clean"]),
        (&1012.into(), &true.into())
    );
    let waiting = client.event("waiting");
    assert_eq!(waiting["attempt"], 1);
    // Within a second at the least, so that nobody comes back in lock-step.
    assert!(waiting["delay_ms"].as_u64() <= Some(1_000), "{waiting}");
    client.event("opened");
    assert_eq!(client.finish().status, 0);
}

#[test]
fn input_that_ends_early_is_sent_once_there_is_a_connection() {
    // Nobody listens before the first attempt has failed.
    let (held, address) = port_of_nobody();
    let url = format!("ws://{address}");
    let mut client = Process::start(&["connect", "--reconnect=fixed:0.05", "--json", &url]);
    client.write(b"early\n");
    let ending = thread::spawn(move || {
        client.event("waiting");
        let runtime = Runtime::new().expect("a runtime");
        let listening = runtime.block_on(async { held.listen(16) });
        let server = Server::builder().listener(listening.expect("it is bound"));
        let (told, mut tellings) = mpsc::unbounded_channel();
        runtime.spawn(server.serve(move |mut socket, _| {
            let told = told.clone();
            async move {
                while let Some(message) = socket.recv().await? {
                    let _ = told.send(message);
                }
                Ok::<_, rejoin::Error>(())
            }
        }));
        let ended = client.finish();
        (ended, tellings.blocking_recv())
    });
    let (ended, received) = ending.join().expect("it ends");
    assert_eq!(ended.status, 0, "{}", ended.stderr);
    assert_eq!(received, Some(rejoin::Message::text("early")));
}

#[test]
fn attempts_that_are_used_up_are_told_with_the_last_failure() {
    let (_held, address) = port_of_nobody();
    let url = format!("ws://{address}");
    let arguments = [
        "connect",
        "-q",
        "--reconnect=fixed:0",
        "--reconnect-attempts",
        "2",
        &url,
    ];
    let ended = Process::start(&arguments).wait();
    assert_eq!(ended.status, 3);
    assert!(
        ended.error().contains("gave up: all attempts are used up"),
        "{ended:?}"
    );
}

#[test]
fn who_is_not_welcome_does_not_come_back() {
    for (code, status, told) in [
        (CloseCode::POLICY_VIOLATION, 6, "1008"),
        (CloseCode::NORMAL_CLOSURE, 0, ""),
    ] {
        let server =
            Restartable::with(
                move |mut socket| async move { socket.close(code, "").await.map(drop) },
            );
        let mut client = Process::start(&["connect", "--reconnect", &server.url]);
        let ended = client.wait();
        assert_eq!(ended.status, status, "{}", ended.stderr);
        assert!(ended.stderr.contains(told), "{}", ended.stderr);
        assert!(!ended.stderr.contains("coming back"), "{}", ended.stderr);
    }
}

#[test]
fn an_unknown_policy_is_a_usage_error_that_lists_them() {
    let ended = Process::run(
        &["connect", "--reconnect=stampede", "ws://127.0.0.1:1"],
        b"",
    );
    assert_eq!(ended.status, 2);
    assert!(ended.stderr.contains("fixed:SECONDS"), "{}", ended.stderr);
}
