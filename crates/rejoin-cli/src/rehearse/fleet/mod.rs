//! The clients of a rehearsal.

mod client;
mod letters;
mod record;

use core::time::Duration;
use std::sync::Arc;

use rejoin::Reconnect;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until, timeout};

pub(super) use record::{Record, Standing};

/// Many clients with the same policy, each a task of its own.
#[derive(Debug)]
pub(super) struct Fleet {
    record: Arc<Record>,
    wish: watch::Sender<Wish>,
    tasks: JoinSet<()>,
}

/// How clients talk.
#[derive(Clone, Copy, Debug)]
pub(super) struct Talk {
    /// The time between two messages of a client; `None` if it is silent.
    pub(super) every: Option<Duration>,
    /// Whether the server sends every message back.
    pub(super) echo: Echo,
}

/// Whether messages are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Echo {
    /// Each with the same text.
    Awaited,
    /// In a way that only the application knows.
    Unknown,
}

/// What the clients are to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Talk,
    Listen,
    Leave,
}

impl Fleet {
    /// A fleet that is going to have so many clients.
    pub(super) fn new(clients: u32) -> Self {
        Self {
            record: Arc::new(Record::new(clients)),
            wish: watch::Sender::new(Wish::Talk),
            tasks: JoinSet::new(),
        }
    }

    /// Where everything is written down.
    pub(super) fn record(&self) -> &Arc<Record> {
        &self.record
    }

    /// Starts all clients, so many a second, each set up by `set_up`.
    ///
    /// Dropping the future stops the start; the clients that there are stay.
    pub(super) async fn start(
        &mut self,
        per_second: u32,
        talk: Talk,
        set_up: impl Fn() -> Reconnect,
    ) {
        let begin = Instant::now();
        let clients = self.record.read().standing.clients;
        for number in 0..clients {
            let due = f64::from(number) / f64::from(per_second);
            sleep_until(begin + Duration::from_secs_f64(due)).await;
            let (record, wish) = (Arc::clone(&self.record), self.wish.subscribe());
            let life = client::live(number as usize, set_up(), talk, record, wish);
            self.tasks.spawn(life);
        }
    }

    /// Has the clients send nothing more, and waits until every message was answered that can be,
    /// but not longer than `patience`.
    pub(super) async fn fall_silent(&self, patience: Duration) {
        self.wish.send_replace(Wish::Listen);
        let answered = self.record.until(|book| book.tally.messages.awaited() == 0);
        // Those that were not are counted.
        let _ = timeout(patience, answered).await;
    }

    /// Closes all connections. Those that are not closed within `patience` are dropped.
    pub(super) async fn leave(mut self, patience: Duration) {
        self.wish.send_replace(Wish::Leave);
        let gone = async { while self.tasks.join_next().await.is_some() {} };
        let _ = timeout(patience, gone).await;
    }
}
