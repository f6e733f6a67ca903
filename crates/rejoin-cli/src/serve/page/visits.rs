//! What the server saw of the connections of its page: the latest ones, and no more.

use core::net::SocketAddr;
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use rejoin::ServerEvent;
use serde::Serialize;
use serde_json::Value;

use crate::json::Event;

/// The latest connections that were opened by pages, each under an identifier that its page drew.
#[derive(Debug, Default)]
pub(super) struct Visits(Mutex<VecDeque<Visit>>);

#[derive(Debug)]
struct Visit {
    id: String,
    peer: SocketAddr,
    seen: Seen,
}

/// What the server saw of one connection.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Seen {
    opened: Opened,
    /// How it ended, in the words of `--json`.
    closed: Option<Value>,
}

#[derive(Clone, Debug, Serialize)]
struct Opened {
    peer: String,
    subprotocol: Option<String>,
    extensions: String,
    offers: Vec<Offer>,
}

/// An offer of an extension, and what became of it.
#[derive(Clone, Debug, Serialize)]
struct Offer {
    offer: String,
    outcome: String,
}

impl Visits {
    pub(super) fn observe(&self, event: &ServerEvent<'_>) {
        match event {
            ServerEvent::Opened {
                peer,
                request,
                subprotocol,
                extensions,
                explanation,
                ..
            } => {
                let Some(id) = identifier(request.uri().query().unwrap_or_default()) else {
                    return;
                };
                let offers = explanation.verdicts().map(|verdict| Offer {
                    offer: verdict.offer.to_string(),
                    outcome: verdict.outcome.to_string(),
                });
                let opened = Opened {
                    peer: peer.to_string(),
                    subprotocol: subprotocol.map(str::to_owned),
                    extensions: (*extensions).to_owned(),
                    offers: offers.collect(),
                };
                let seen = Seen {
                    opened,
                    closed: None,
                };
                self.remember(id, *peer, seen);
            }
            ServerEvent::Closed { peer, closure, .. } => {
                let mut visits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
                let visit = visits
                    .iter_mut()
                    .find(|visit| visit.peer == *peer && visit.seen.closed.is_none());
                if let Some(visit) = visit {
                    visit.seen.closed = serde_json::to_value(Event::closed(None, closure)).ok();
                }
            }
            ServerEvent::Answered { .. }
            | ServerEvent::Failed { .. }
            | ServerEvent::Refused { .. }
            | _ => {}
        }
    }

    /// What was seen of the latest connection of that page.
    pub(super) fn find(&self, id: &str) -> Option<Seen> {
        let visits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let visit = visits.iter().rev().find(|visit| visit.id == id);
        visit.map(|visit| visit.seen.clone())
    }

    fn remember(&self, id: &str, peer: SocketAddr, seen: Seen) {
        let mut visits = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if visits.len() >= MOST_VISITS {
            visits.pop_front();
        }
        let id = id.to_owned();
        visits.push_back(Visit { id, peer, seen });
    }
}

/// The identifier in a query, `connection=..`: 32 hexadecimal digits.
pub(super) fn identifier(query: &str) -> Option<&str> {
    let id = parameter(query, "connection")?;
    let is_one = id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_one.then_some(id)
}

/// The first value of that name in a query, as it is written there.
pub(super) fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        (key == name).then_some(value)
    })
}

/// Pages that look at once are few; those beyond do without what the server saw.
const MOST_VISITS: usize = 64;
