//! One client: it talks, is closed, comes back, and has everything written down.

use core::future::pending;
use core::time::Duration;
use std::sync::Arc;

use rejoin::reconnect::{Event, ReconnectingSocket};
use rejoin::{CloseCode, Reconnect};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use super::letters::Letters;
use super::record::Record;
use super::{Talk, Wish};

/// Lives until it is asked to leave, or gives up.
pub(super) async fn live(
    number: usize,
    reconnect: Reconnect,
    talk: Talk,
    record: Arc<Record>,
    mut wish: watch::Receiver<Wish>,
) {
    let mut client = Client {
        number,
        socket: reconnect.start(),
        letters: Letters::new(number, talk.echo),
        record,
    };
    let mut next_message = talk
        .every
        .map(|every| Instant::now() + share(every, number));
    loop {
        tokio::select! {
            event = client.socket.next() => match event {
                Some(event) => client.note(event),
                None => return,
            },
            () = until(next_message) => {
                client.send();
                next_message = next_message.zip(talk.every).map(|(last, every)| last + every);
            }
            changed = wish.changed() => {
                let now = *wish.borrow_and_update();
                next_message = None;
                if changed.is_err() || now == Wish::Leave {
                    break;
                }
            }
        }
    }
    client.leave().await;
}

struct Client {
    number: usize,
    socket: ReconnectingSocket,
    letters: Letters,
    record: Arc<Record>,
}

impl Client {
    fn send(&mut self) {
        let taken = self.socket.try_send(self.letters.write()).is_ok();
        if taken {
            self.letters.taken();
        }
        self.record.sent(taken);
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "only these are counted")]
    fn note(&mut self, event: Event) {
        match event {
            Event::Open(_) => self.record.opened(self.number),
            Event::Message(message) => {
                let answer = message.as_text().and_then(|text| self.letters.read(text));
                if let Some(answer) = answer {
                    self.record.answered(answer);
                }
            }
            Event::Closed(closed) => {
                let unanswered = self.letters.connection_ended(closed.kept);
                self.record.closed(self.number, &closed.closure, unanswered);
            }
            Event::Waiting(waiting) if !waiting.cause.was_open() => {
                self.record.failed(&waiting.cause);
            }
            Event::GaveUp(gave_up) => {
                let cause = gave_up.cause.as_ref();
                if let Some(cause) = cause.filter(|cause| !cause.was_open()) {
                    self.record.failed(cause);
                }
                let after = cause.map_or_else(String::new, |cause| format!(": {cause}"));
                let why = format!("{}{after}", gave_up.why);
                self.record.gave_up(self.number, &why);
            }
            _ => {}
        }
    }

    /// Says goodbye; that is no part of the rehearsal any more.
    async fn leave(mut self) {
        // Clients may send this code, and there is no reason that could be too long.
        let _ = self.socket.close(CloseCode::NORMAL_CLOSURE, "");
        while self.socket.next().await.is_some() {}
    }
}

/// A part of a time that differs from client to client, so that they do not talk in chorus.
fn share(every: Duration, number: usize) -> Duration {
    // The golden ratio spreads any number of clients evenly.
    let part = (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    let millis = u64::try_from(every.as_millis()).unwrap_or(u64::MAX);
    Duration::from_millis(millis.saturating_mul(part) >> 32)
}

async fn until(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment).await,
        None => pending().await,
    }
}
