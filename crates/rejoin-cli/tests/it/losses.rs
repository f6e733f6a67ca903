//! Restarts in which processes die, and peers that never answer: what is lost is what must be, and it
//! is reported.

use std::io::Read;

use rejoin::proto::Closure;
use rejoin::{Message, WebSocket};
use serde_json::Value;
use tokio::runtime::Runtime;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::service::Service;

/// So slow that most are open still when a process dies.
const ONE_A_SECOND: &[&str] = &["--drain-rate", "1", "--drain-within", "1h"];

/// A client that sends a message when it is asked to, and receives all the time.
struct Client {
    asks: mpsc::UnboundedSender<oneshot::Sender<()>>,
    life: JoinHandle<Closure>,
}

impl Client {
    async fn connect(url: &str) -> Self {
        let socket = rejoin::connect(url).await.expect("it is let in");
        let (asks, asked) = mpsc::unbounded_channel();
        let life = tokio::spawn(live(socket, asked));
        Self { asks, life }
    }

    /// Sends a message; whether it is answered, and not the end.
    async fn is_answered(&self) -> bool {
        let (tell, told) = oneshot::channel();
        self.asks.send(tell).is_ok() && told.await.is_ok()
    }
}

/// Every answer comes once, and in its turn.
async fn live(
    mut socket: WebSocket,
    mut asked: mpsc::UnboundedReceiver<oneshot::Sender<()>>,
) -> Closure {
    let (mut number, mut awaits) = (0, None);
    loop {
        tokio::select! {
            Some(tell) = asked.recv(), if awaits.is_none() => {
                // Where it cannot be sent the end is about to be received.
                let _ = socket.send(number.to_string()).await;
                awaits = Some(tell);
            }
            received = socket.recv() => {
                let Ok(Some(message)) = received else {
                    return socket.closure().expect("it is over");
                };
                assert_eq!(message, Message::text(number.to_string()));
                let question = awaits.take().expect("nothing is answered unasked");
                // Whoever asked may have lost interest.
                let _ = question.send(());
                number += 1;
            }
        }
    }
}

/// So many clients, which all have had an answer.
async fn clients(url: &str, number: usize) -> Vec<Client> {
    let mut clients = Vec::new();
    for _ in 0..number {
        let client = Client::connect(url).await;
        assert!(client.is_answered().await);
        clients.push(client);
    }
    clients
}

/// How many of them are answered still.
async fn answered(clients: &[Client]) -> usize {
    let mut answered = 0;
    for client in clients {
        answered += usize::from(client.is_answered().await);
    }
    answered
}

/// How many of them were closed for the restart; all others were lost without a word.
async fn closed(clients: Vec<Client>) -> usize {
    let mut closed = 0;
    for client in clients {
        let closure = client.life.await.expect("it does not fail");
        let is_restart = closure.code().get() == 1012;
        assert!(is_restart || closure.code().get() == 1006, "{closure}");
        assert_eq!(closure.is_clean(), is_restart, "{closure}");
        closed += usize::from(is_restart);
    }
    closed
}

fn count(report: &Value, what: &str) -> usize {
    let count = report[what]
        .as_u64()
        .and_then(|count| count.try_into().ok());
    count.expect("a number")
}

#[test]
fn a_hundred_peers_that_never_answer_are_cut_at_the_deadline() {
    let mut server = Service::start(&["--drain-deadline", "1500ms"]);
    let mut silent: Vec<_> = (0..100).map(|_| server.silent_peer()).collect();
    let (old, _) = server.restart();
    let drained = server.event_of(old, "drained");
    let [clean, unclean, cut, left] =
        ["clean", "unclean", "cut", "left"].map(|what| count(&drained, what));
    assert_eq!((clean, unclean, cut, left), (0, 0, 100, 0));
    assert_eq!(server.wait_for_the_first(), 0);
    // Each was told once, and then let go.
    let reason = b"service restart; retry=1.0-5.0";
    for peer in &mut silent {
        let mut seen = Vec::new();
        peer.read_to_end(&mut seen)
            .expect("the server has ended it");
        assert_eq!(seen[..2], [0x88, 2 + 30]);
        assert_eq!(seen[2..4], 1012_u16.to_be_bytes());
        assert_eq!(&seen[4..], reason);
    }
}

#[test]
fn a_drain_that_is_aborted_half_way_closes_no_more_and_says_how_far_it_came() {
    const ALL: usize = 12;
    let runtime = Runtime::new().expect("a runtime");
    let mut server = Service::start(ONE_A_SECOND);
    let of_old = runtime.block_on(clients(&server.url, ALL));
    let (old, new) = server.restart();
    let of_new = runtime.block_on(clients(&server.url, 3));
    runtime.block_on(async { while answered(&of_old).await > ALL - 2 {} });

    // The death of the new process is what aborts it. Its own clients are lost, and no others.
    Service::kill(new);
    server.current = old;
    server.event("restart_failed");
    assert_eq!(runtime.block_on(closed(of_new)), 0);
    let aborted = server.latest("draining");
    let told = count(&aborted, "clean") + count(&aborted, "closing");
    let [unclean, cut, left] = ["unclean", "cut", "left"].map(|what| count(&aborted, what));
    assert_eq!((unclean, cut), (0, 0));
    assert_eq!(count(&aborted, "clean") + left, ALL);
    // All others stay, and the old process lets in again.
    assert_eq!(runtime.block_on(answered(&of_old)), ALL - told);
    assert!((2..ALL).contains(&told), "{aborted}");
    runtime.block_on(clients(&server.url, 1));

    Service::kill(old);
    assert_eq!(runtime.block_on(closed(of_old)), told);
}

#[test]
fn an_old_process_killed_in_its_drain_loses_those_whom_it_had_not_closed() {
    const ALL: usize = 12;
    let runtime = Runtime::new().expect("a runtime");
    let mut server = Service::start(ONE_A_SECOND);
    let of_old = runtime.block_on(clients(&server.url, ALL));
    let (old, new) = server.restart();
    let of_new = runtime.block_on(clients(&server.url, 3));
    runtime.block_on(async { while answered(&of_old).await > ALL - 3 {} });

    Service::kill(old);
    let gone = server.event_of(new, "predecessor_gone");
    assert_eq!(gone["predecessor"], old);
    let told = runtime.block_on(closed(of_old));
    assert!((3..ALL).contains(&told), "{told}");
    // What the old one has said of it, a second before its death at the most.
    let last_word = &gone["drain"];
    assert_eq!(count(last_word, "clean") + count(last_word, "left"), ALL);
    let lost = count(last_word, "left");
    assert!((ALL - told..ALL).contains(&lost), "{gone}");
    assert_eq!(runtime.block_on(answered(&of_new)), 3);
}
