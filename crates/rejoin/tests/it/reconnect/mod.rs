//! Clients that come back, over pipes in memory and in virtual time.

mod cancel;
mod causes;
mod herd;
mod hooks;
mod outbox;
mod restart;
mod rows;
mod story;

use core::time::Duration;
use std::io;
use std::sync::{Arc, Mutex};

use rejoin::reconnect::{Event, ReconnectingSocket};
use rejoin::{Acceptor, Client, Extensions, Reconnect, WebSocket};
use tokio::io::{AsyncWriteExt, DuplexStream};
use tokio::sync::mpsc;

use crate::client_peer::{read_request, switching};

/// A place that clients connect to: the test accepts, refuses or is not there.
pub(crate) struct Site {
    incoming: mpsc::UnboundedReceiver<(String, DuplexStream)>,
    is_down: Arc<Mutex<bool>>,
}

impl Site {
    /// A site, and a client of it that always draws the middle of a range.
    pub(crate) fn new() -> (Self, Reconnect) {
        Self::with_pipe(1 << 20)
    }

    /// The same over pipes that hold so many bytes.
    pub(crate) fn with_pipe(bytes: usize) -> (Self, Reconnect) {
        let (arrive, incoming) = mpsc::unbounded_channel();
        let is_down = Arc::new(Mutex::new(false));
        let watched = Arc::clone(&is_down);
        let client = Client::new().extensions(Extensions::new());
        let reconnect = Reconnect::new(client, "ws://site.test/a")
            .unwrap()
            .jitter(|| 1 << 63)
            .dial(move |request| {
                let arrive = arrive.clone();
                let is_down = *watched.lock().unwrap();
                async move {
                    let (near, far) = tokio::io::duplex(bytes);
                    if is_down || arrive.send((request.uri().to_string(), far)).is_err() {
                        return Err(io::ErrorKind::ConnectionRefused.into());
                    }
                    Ok(near)
                }
            });
        (Self { incoming, is_down }, reconnect)
    }

    pub(crate) fn set_down(&self, is_down: bool) {
        *self.is_down.lock().unwrap() = is_down;
    }

    /// The next connection as a bare transport, with the address that was asked for.
    pub(crate) async fn arrival(&mut self) -> (String, DuplexStream) {
        self.incoming.recv().await.unwrap()
    }

    /// Accepts the next connection.
    pub(crate) async fn accept(&mut self) -> WebSocket {
        let (_, transport) = self.arrival().await;
        let incoming = Acceptor::default().receive(transport).await.unwrap();
        incoming.accept().await.unwrap().socket
    }

    /// Answers the next connection with these bytes; returns its request.
    pub(crate) async fn answer(&mut self, answer: &str) -> String {
        let (_, mut transport) = self.arrival().await;
        let request = read_request(&mut transport).await;
        transport.write_all(answer.as_bytes()).await.unwrap();
        transport.shutdown().await.unwrap();
        request
    }

    /// Accepts the next connection and is cut off at once.
    pub(crate) async fn accept_and_vanish(&mut self) {
        let (_, mut transport) = self.arrival().await;
        let request = read_request(&mut transport).await;
        let answer = switching(&request, "");
        transport.write_all(answer.as_bytes()).await.unwrap();
    }
}

/// The next event in a line.
pub(crate) async fn line(socket: &mut ReconnectingSocket) -> String {
    match socket.next().await {
        Some(event) => told(&event),
        None => "nothing".to_owned(),
    }
}

pub(crate) fn told(event: &Event) -> String {
    match event {
        Event::Closed(closed) => format!(
            "closed {}: {} handed over, {} in doubt, {} kept",
            closed.closure.code().get(),
            closed.handed_over,
            closed.in_doubt.len(),
            closed.kept
        ),
        Event::Dropped(dropped) => {
            format!("dropped {}, {} bytes", dropped.messages, dropped.bytes)
        }
        Event::GaveUp(end) => format!("gave up, {}: {} unsent", end.why, end.unsent.len()),
        Event::Message(message) => format!("message {}", message.as_text().unwrap()),
        Event::Open(opened) => format!("open, attempt {}", opened.attempt),
        Event::Waiting(wait) => format!(
            "waiting {} for attempt {} at {}: {}",
            wait.delay.as_secs_f64(),
            wait.attempt,
            wait.address.path(),
            wait.cause
        ),
        _ => unreachable!("an event that this test does not know"),
    }
}

/// Has the socket driven until its next event, which is not to come.
pub(crate) async fn assert_quiet(socket: &mut ReconnectingSocket, time: Duration) {
    let event = tokio::time::timeout(time, socket.next()).await;
    assert!(event.is_err(), "{event:?}");
}
