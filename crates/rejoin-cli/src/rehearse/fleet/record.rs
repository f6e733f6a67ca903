//! What happens to the clients, written down as it happens.

use std::io;

use rejoin::Closure;
use rejoin::proto::{Initiator, TransportEnd};
use rejoin::reconnect::{Cause, Failure};
use tokio::sync::watch;
use tokio::time::Instant;

use crate::rehearse::tally::Tally;

/// The book in which all clients write. Those who wait for something are woken by every entry.
#[derive(Debug)]
pub(in crate::rehearse) struct Record(watch::Sender<Book>);

/// What is in it.
#[derive(Debug)]
pub(in crate::rehearse) struct Book {
    clients: Vec<Client>,
    /// When the restart that is under way, or was last, began.
    restart: Option<Instant>,
    /// How many clients had a connection then.
    open_before: u32,
    /// How the clients stand.
    pub(in crate::rehearse) standing: Standing,
    /// What was counted.
    pub(in crate::rehearse) tally: Tally,
    /// The first attempt to connect that failed, in words.
    pub(in crate::rehearse) first_failure: Option<String>,
    /// The first client that gave up, in words.
    pub(in crate::rehearse) first_given_up: Option<String>,
}

/// How many clients are where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::rehearse) struct Standing {
    /// All of them.
    pub(in crate::rehearse) clients: u32,
    /// Have a connection.
    pub(in crate::rehearse) open: u32,
    /// Have no connection, had one, and are going to try again.
    pub(in crate::rehearse) away: u32,
    /// Will not try again.
    pub(in crate::rehearse) given_up: u32,
    /// Have had the same connection since before the restart.
    pub(in crate::rehearse) untouched: u32,
}

#[derive(Clone, Copy, Debug)]
struct Client {
    state: State,
    untouched: bool,
}

#[derive(Clone, Copy, Debug)]
enum State {
    Away(Instant),
    GivenUp(Option<Instant>),
    New,
    Open,
}

impl Standing {
    /// Whether everybody who will ever have a connection has one.
    pub(in crate::rehearse) fn all_open(&self) -> bool {
        self.open + self.given_up == self.clients
    }

    /// Whether the restart has reached everybody, and everybody is back.
    pub(in crate::rehearse) fn is_over(&self) -> bool {
        self.all_open() && self.untouched == 0
    }
}

impl Record {
    /// For so many clients, of which none is connected.
    pub(in crate::rehearse) fn new(clients: u32) -> Self {
        let new = Client {
            state: State::New,
            untouched: false,
        };
        Self(watch::Sender::new(Book {
            clients: vec![new; clients as usize],
            restart: None,
            open_before: 0,
            standing: Standing {
                clients,
                ..Standing::default()
            },
            tally: Tally::default(),
            first_failure: None,
            first_given_up: None,
        }))
    }

    /// Looks into it.
    pub(in crate::rehearse) fn read(&self) -> watch::Ref<'_, Book> {
        self.0.borrow()
    }

    /// Waits until it says something. Cancel safe.
    pub(in crate::rehearse) async fn until(&self, says: impl FnMut(&Book) -> bool) {
        // The sender is this.
        let _ = self.0.subscribe().wait_for(says).await;
    }

    /// A restart begins.
    pub(in crate::rehearse) fn restart_begins(&self) {
        self.0.send_modify(|book| {
            book.restart = Some(Instant::now());
            book.tally.arrivals.push(Vec::new());
            for client in &mut book.clients {
                client.untouched = matches!(client.state, State::Open);
            }
            book.open_before = book.standing.open;
            book.standing.untouched = book.open_before;
        });
    }

    /// A restart is over, or nobody waits for its end any more.
    pub(in crate::rehearse) fn restart_ends(&self) {
        self.0.send_modify(|book| {
            let kept = book.standing.untouched;
            book.tally.reached.push(book.open_before - kept);
            book.tally.kept.push(kept);
        });
    }

    /// Nothing that happens from now on counts: who is away has not come back, and what
    /// was not answered will not be.
    pub(in crate::rehearse) fn conclude(&self) -> Tally {
        let book = self.0.borrow();
        let mut tally = book.tally.clone();
        tally.messages.unanswered += tally.messages.awaited();
        let now = Instant::now();
        for client in &book.clients {
            match client.state {
                State::Open => continue,
                State::Away(since) | State::GivenUp(Some(since)) => {
                    tally.outages.push(now.duration_since(since));
                }
                State::New | State::GivenUp(None) => {}
            }
            tally.never_back += 1;
        }
        tally
    }

    /// A client has a connection.
    pub(super) fn opened(&self, client: usize) {
        let now = Instant::now();
        self.0.send_modify(|book| {
            let before = core::mem::replace(&mut book.clients[client].state, State::Open);
            book.standing.open += 1;
            if let State::Away(since) = before {
                book.standing.away -= 1;
                book.tally.outages.push(now.duration_since(since));
            }
            if let (Some(began), Some(arrivals)) = (book.restart, book.tally.arrivals.last_mut()) {
                arrivals.push(now.duration_since(began));
            }
        });
    }

    /// The connection of a client has ended, and with it went so many messages without an answer.
    pub(super) fn closed(&self, client: usize, closure: &Closure, unanswered: u64) {
        self.0.send_modify(|book| {
            let place = &mut book.clients[client];
            place.state = State::Away(Instant::now());
            if core::mem::take(&mut place.untouched) {
                book.standing.untouched -= 1;
            }
            book.standing.open -= 1;
            book.standing.away += 1;
            book.tally.note(closure);
            book.tally.messages.unanswered += unanswered;
        });
    }

    /// An attempt to connect has failed.
    pub(super) fn failed(&self, cause: &Cause) {
        self.0.send_modify(|book| {
            book.first_failure.get_or_insert_with(|| cause.to_string());
            let attempts = &mut book.tally.attempts;
            match Way::of(cause) {
                Way::Declined(status) => *attempts.statuses.entry(status).or_default() += 1,
                Way::Other => attempts.other += 1,
                Way::Refused => attempts.refused += 1,
                Way::Reset => attempts.reset += 1,
                Way::TimedOut => attempts.timed_out += 1,
            }
        });
    }

    /// A client will not try again.
    pub(super) fn gave_up(&self, client: usize, why: &str) {
        self.0.send_modify(|book| {
            book.first_given_up.get_or_insert_with(|| why.to_owned());
            let state = &mut book.clients[client].state;
            let since = match *state {
                State::Away(since) => {
                    book.standing.away -= 1;
                    Some(since)
                }
                State::GivenUp(since) => since,
                State::New | State::Open => None,
            };
            *state = State::GivenUp(since);
            book.standing.given_up += 1;
        });
    }

    /// A message is going to be sent, or was not taken.
    pub(super) fn sent(&self, taken: bool) {
        self.0.send_modify(|book| {
            let messages = &mut book.tally.messages;
            if taken {
                messages.sent += 1;
            } else {
                messages.not_taken += 1;
            }
        });
    }

    /// An answer has come.
    pub(super) fn answered(&self, answer: Answer) {
        self.0.send_modify(|book| {
            let messages = &mut book.tally.messages;
            match answer {
                Answer::First => messages.answered += 1,
                Answer::Late => {
                    messages.unanswered -= 1;
                    messages.answered += 1;
                }
                Answer::Repeated => messages.duplicated += 1,
            }
        });
    }
}

/// What an answer is to a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The first one to its message.
    First,
    /// To a message whose connection had ended.
    Late,
    /// To a message that had been answered.
    Repeated,
}

impl Tally {
    /// A connection has ended.
    fn note(&mut self, closure: &Closure) {
        let closes = self.closes.entry(closure.code().get()).or_default();
        // A Close from this end is the answer to a fault, or to silence.
        if closure.is_clean() && closure.initiator == Initiator::Peer {
            closes.clean += 1;
        } else {
            closes.unclean += 1;
        }
        if closure.transport == TransportEnd::Broken(io::ErrorKind::ConnectionReset) {
            self.connections_reset += 1;
        }
    }
}

/// In which way an attempt failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Declined(u16),
    Other,
    Refused,
    Reset,
    TimedOut,
}

impl Way {
    fn of(cause: &Cause) -> Self {
        if let Some(status) = cause.status() {
            return Self::Declined(status.as_u16());
        }
        if cause.failure() == Some(Failure::Timeout) {
            return Self::TimedOut;
        }
        let Some(error) = cause.connect_error() else {
            return Self::Other;
        };
        let source = core::error::Error::source(error);
        let source = source.and_then(|source| source.downcast_ref::<io::Error>());
        let mut kinds = error.attempts().iter().map(|attempt| attempt.error.kind());
        if kinds.any(|kind| kind == io::ErrorKind::ConnectionRefused) {
            Self::Refused
        } else if source.is_some_and(|source| source.kind() == io::ErrorKind::ConnectionReset) {
            Self::Reset
        } else {
            Self::Other
        }
    }
}
