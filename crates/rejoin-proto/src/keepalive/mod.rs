//! Is the peer still there? Pings after silence, and when to give up.

use core::time::Duration;
use std::time::Instant;

use bytes::Bytes;

/// When to ping and when to give up.
///
/// # Bounds
///
/// Both defaults are 20 s: a peer that vanished is noticed 40 s after its last sign of life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Keepalive {
    /// Never ping by itself.
    Off,
    /// Ping after `silence` without a byte from the peer; give up when `patience` passes after
    /// the ping without one.
    On {
        /// How long the peer may be silent before it is asked. Default 20 s.
        silence: Duration,
        /// How long it then has to answer. Default 20 s.
        patience: Duration,
    },
}

impl Default for Keepalive {
    fn default() -> Self {
        Self::On {
            silence: Duration::from_secs(20),
            patience: Duration::from_secs(20),
        }
    }
}

/// The watch over one peer.
#[derive(Debug)]
pub(crate) struct Watch {
    last_heard: Instant,
    /// When the first ping left that the peer has not answered, not even by any other byte.
    asked: Option<Instant>,
    /// The ping on its way, until its pong comes.
    outstanding: Option<Ping>,
    next_id: u32,
    round_trip: Option<Duration>,
}

#[derive(Clone, Copy, Debug)]
struct Ping {
    id: u32,
    sent: Instant,
}

/// What the time asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Due {
    Nothing,
    /// Send a ping with this payload.
    Ping(Bytes),
    /// The peer is gone.
    GiveUp,
}

impl Watch {
    pub(crate) fn new(now: Instant) -> Self {
        Self {
            last_heard: now,
            asked: None,
            outstanding: None,
            next_id: 0,
            round_trip: None,
        }
    }

    /// Bytes came from the peer.
    pub(crate) fn heard(&mut self, now: Instant) {
        self.last_heard = now;
        self.asked = None;
    }

    /// A pong came; returns the round trip if it answers our last ping.
    pub(crate) fn pong(&mut self, payload: &[u8], now: Instant) -> Option<Duration> {
        let ping = self
            .outstanding
            .filter(|ping| ping.id.to_be_bytes() == payload)?;
        self.outstanding = None;
        self.round_trip = Some(now.saturating_duration_since(ping.sent));
        self.round_trip
    }

    /// A ping with a fresh payload leaves now, asked for by the application or by the time.
    pub(crate) fn ping(&mut self, now: Instant) -> Bytes {
        let id = self.next_id;
        self.next_id = id.wrapping_add(1);
        // Later pings do not make the peer's silence younger.
        self.asked.get_or_insert(now);
        self.outstanding = Some(Ping { id, sent: now });
        Bytes::copy_from_slice(&id.to_be_bytes())
    }

    /// The last round trip measured.
    pub(crate) const fn round_trip(&self) -> Option<Duration> {
        self.round_trip
    }

    pub(crate) fn next_deadline(&self, keepalive: Keepalive) -> Option<Instant> {
        let Keepalive::On { silence, patience } = keepalive else {
            return None;
        };
        match self.asked {
            Some(asked) => asked.checked_add(patience),
            None => self.last_heard.checked_add(silence),
        }
    }

    pub(crate) fn due(&mut self, keepalive: Keepalive, now: Instant) -> Due {
        let deadline = self.next_deadline(keepalive);
        if deadline.is_none_or(|deadline| now < deadline) {
            return Due::Nothing;
        }
        if self.asked.is_some() {
            Due::GiveUp
        } else {
            Due::Ping(self.ping(now))
        }
    }
}

#[cfg(test)]
mod tests;
