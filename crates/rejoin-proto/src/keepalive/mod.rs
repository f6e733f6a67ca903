//! Is the peer still there? Pings after silence, and when to give up.

mod moment;

use core::time::Duration;
use std::time::Instant;

use bytes::Bytes;

use moment::Moment;

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
    last_heard: Moment,
    /// The last round trip in microseconds, [`UNMEASURED`] before the first.
    round_trip_us: u32,
    next_id: u32,
    /// The ping on its way, until its pong comes.
    outstanding: Option<Box<Ping>>,
}

/// Pings that were not answered by their pong, of which the latest counts.
#[derive(Debug)]
struct Ping {
    id: u32,
    sent: Instant,
    /// When the first of them left since the peer was last heard.
    unheard_since: Option<Instant>,
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
            last_heard: Moment::of(now),
            round_trip_us: UNMEASURED,
            next_id: 0,
            outstanding: None,
        }
    }

    /// Bytes came from the peer.
    #[inline]
    pub(crate) fn heard(&mut self, now: Instant) {
        self.last_heard = Moment::of(now);
        if let Some(ping) = &mut self.outstanding {
            ping.unheard_since = None;
        }
    }

    /// A pong came; returns the round trip if it answers our last ping.
    pub(crate) fn pong(&mut self, payload: &[u8], now: Instant) -> Option<Duration> {
        let sent = self
            .outstanding
            .take_if(|ping| ping.id.to_be_bytes() == payload)?
            .sent;
        let round_trip = now.saturating_duration_since(sent);
        let micros = u32::try_from(round_trip.as_micros()).unwrap_or(u32::MAX);
        self.round_trip_us = micros.min(LONGEST_US);
        Some(round_trip)
    }

    /// A ping with a fresh payload leaves now, asked for by the application or by the time.
    pub(crate) fn ping(&mut self, now: Instant) -> Bytes {
        let id = self.next_id;
        self.next_id = id.wrapping_add(1);
        let ping = self.outstanding.get_or_insert_with(|| {
            Box::new(Ping {
                id,
                sent: now,
                unheard_since: None,
            })
        });
        ping.id = id;
        ping.sent = now;
        // Later pings do not make the peer's silence younger.
        ping.unheard_since.get_or_insert(now);
        Bytes::copy_from_slice(&id.to_be_bytes())
    }

    /// Since when a ping has waited for any sign of life.
    #[inline]
    fn unheard_since(&self) -> Option<Instant> {
        self.outstanding.as_ref()?.unheard_since
    }

    pub(crate) fn last_heard(&self) -> Instant {
        self.last_heard.instant()
    }

    /// The last round trip measured.
    pub(crate) fn round_trip(&self) -> Option<Duration> {
        match self.round_trip_us {
            UNMEASURED => None,
            micros => Some(Duration::from_micros(micros.into())),
        }
    }

    #[inline]
    pub(crate) fn next_deadline(&self, keepalive: Keepalive) -> Option<Instant> {
        let Keepalive::On { silence, patience } = keepalive else {
            return None;
        };
        match self.unheard_since() {
            Some(since) => since.checked_add(patience),
            None => self.last_heard().checked_add(silence),
        }
    }

    pub(crate) fn due(&mut self, keepalive: Keepalive, now: Instant) -> Due {
        let deadline = self.next_deadline(keepalive);
        if deadline.is_none_or(|deadline| now < deadline) {
            return Due::Nothing;
        }
        if self.unheard_since().is_some() {
            Due::GiveUp
        } else {
            Due::Ping(self.ping(now))
        }
    }
}

/// Stands for no round trip; a word and a half less than an `Option<Duration>`.
const UNMEASURED: u32 = u32::MAX;

/// Stands for it and all longer ones: 71 minutes.
const LONGEST_US: u32 = UNMEASURED - 1;

#[cfg(test)]
mod tests;
