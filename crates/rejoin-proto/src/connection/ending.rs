//! Ending: closing from either side, broken rules, deadlines, and what is known of it all.

use std::time::Instant;

use bytes::Buf;

use super::Connection;
use crate::closing::{self, Action, Signal, State};
use crate::closure::{Closure, Initiator, TransportEnd};
use crate::error::{Misuse, ProtocolError};
use crate::extension::Chain;
use crate::frame::CloseFrame;
use crate::frame::Opcode;
use crate::inbound::Inbound;
use crate::keepalive::Due;
use crate::role::Role;

/// Everything about the end, from its first sign on.
#[derive(Debug, Default)]
pub(super) struct Ending {
    initiator: Option<Initiator>,
    /// The Close frame of this end, from when it is queued or decided upon.
    said: Option<CloseFrame>,
    /// Whether that frame cannot have left, or not whole.
    unsent: bool,
    received: Option<CloseFrame>,
    fault: Option<ProtocolError>,
    transport: Option<TransportEnd>,
    close_deadline: Option<Instant>,
    transport_deadline: Option<Instant>,
    pub(super) shutdown: Shutdown,
}

impl Ending {
    /// Begins from this end with a Close of its own; the budget starts when it is first written.
    pub(super) fn begin_locally(&mut self, close: CloseFrame) {
        self.initiator.get_or_insert(Initiator::Local);
        self.said = Some(close);
    }

    pub(super) fn next_deadline(&self) -> Option<Instant> {
        self.transport_deadline.or(self.close_deadline)
    }
}

/// Our direction of the transport.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shutdown {
    #[default]
    NotYet,
    Due,
    Done,
}

impl Connection {
    /// The peer has ended its direction of the transport; everything before was received.
    pub fn receive_eof(&mut self, now: Instant) {
        self.begin_ending(Initiator::Transport, now);
        self.signal(Signal::TransportEof, now);
    }

    /// The transport failed. The connection is over at once; what was not sent is lost.
    pub fn receive_error(&mut self, kind: std::io::ErrorKind, now: Instant) {
        self.begin_ending(Initiator::Transport, now);
        self.lose_transport(TransportEnd::Broken(kind), now);
    }

    /// Queues a Close frame, behind everything that was sent before. The close budget starts.
    ///
    /// What the peer sent before it saw the Close is still received.
    ///
    /// # Errors
    ///
    /// [`Misuse::Closing`] if a Close frame was sent or received already;
    /// [`Misuse::CodeOfOtherEnd`] if the close-code row says that only the other end sends it.
    pub fn close(&mut self, close: CloseFrame, now: Instant) -> Result<(), Misuse> {
        if let Some(code) = close.code()
            && !code.may_be_sent_by(self.role().endpoint())
        {
            return Err(Misuse::CodeOfOtherEnd(code));
        }
        if let (_, Action::Refuse) = closing::next(self.state, Signal::LocalClose) {
            return Err(Misuse::Closing);
        }
        self.begin_ending(Initiator::Local, now).said = Some(close);
        self.signal(Signal::LocalClose, now);
        Ok(())
    }

    /// Lets go of the connection at once: nothing more is sent or received.
    pub fn abandon(&mut self, now: Instant) {
        self.begin_ending(Initiator::Local, now);
        self.lose_transport(TransportEnd::Dropped, now);
    }

    /// Time has passed: pings after silence, gives up on a silent peer, ends a close that takes
    /// too long.
    pub fn handle_timeout(&mut self, now: Instant) {
        if self.poll_timeout().is_none_or(|deadline| now < deadline) {
            return;
        }
        if let Some(ending) = &self.ending {
            let lingering = ending.transport_deadline.is_some();
            let end = if lingering {
                TransportEnd::LingerTimedOut
            } else {
                TransportEnd::CloseTimedOut
            };
            self.lose_transport(end, now);
            return;
        }
        if self.send_deadline().is_some_and(|deadline| deadline <= now) {
            self.begin_ending(Initiator::Local, now);
            self.lose_transport(TransportEnd::SendTimedOut, now);
            return;
        }
        match self.watch.due(self.config.keepalive, now) {
            Due::Nothing => {}
            Due::Ping(payload) => self.push_control(Opcode::Ping, &payload),
            Due::GiveUp => {
                self.begin_ending(Initiator::Local, now);
                self.lose_transport(TransportEnd::KeepaliveTimedOut, now);
            }
        }
    }

    /// Our direction of the transport has ended, as [`Transmit::Shutdown`](super::Transmit::Shutdown) asked.
    pub fn transport_shut_down(&mut self) {
        if let Some(ending) = &mut self.ending {
            ending.shutdown = Shutdown::Done;
        }
    }

    /// The transport takes nothing more, and may have lost what it was given last: what is queued is
    /// thrown away. If a Close frame was said, it has not left.
    ///
    /// What the peer sent before is still received.
    pub fn transmit_lost(&mut self) {
        self.outbox.clear();
        if let Some(ending) = &mut self.ending {
            ending.unsent |= ending.said.is_some();
        }
    }

    /// How it ended, once nothing more can arrive or leave.
    pub fn closure(&self) -> Option<Closure> {
        if self.state != State::Ended {
            return None;
        }
        let ending = self.ending.as_ref()?;
        let said = ending.said.clone();
        let (sent, unsent) = if ending.unsent {
            (None, said)
        } else {
            (said, None)
        };
        Some(Closure {
            initiator: ending.initiator.unwrap_or(Initiator::Transport),
            sent,
            unsent,
            received: ending.received.clone(),
            fault: ending.fault,
            transport: ending.transport.unwrap_or(TransportEnd::Orderly),
            round_trip: self.watch.round_trip(),
        })
    }

    pub(super) fn peer_closed(&mut self, close: CloseFrame, now: Instant) {
        self.begin_ending(Initiator::Peer, now).received = Some(close);
        self.signal(Signal::PeerClose, now);
    }

    pub(super) fn fail(&mut self, fault: ProtocolError, now: Instant) {
        self.begin_ending(Initiator::Local, now).fault = Some(fault);
        self.signal(Signal::Failure, now);
    }

    pub(super) fn begin_ending(&mut self, initiator: Initiator, now: Instant) -> &mut Ending {
        let budget = self.config.limits.close_budget;
        let ending = self.ending.get_or_insert_default();
        ending.initiator.get_or_insert(initiator);
        if ending.close_deadline.is_none() {
            ending.close_deadline = now.checked_add(budget);
        }
        ending
    }

    pub(super) fn lose_transport(&mut self, end: TransportEnd, now: Instant) {
        if self.state != State::Ended
            && let Some(ending) = &mut self.ending
        {
            ending.transport = Some(end);
        }
        self.signal(Signal::TransportLost, now);
    }

    /// Goes through the table and does what it asks for.
    pub(super) fn signal(&mut self, signal: Signal, now: Instant) {
        let (state, action) = closing::next(self.state, signal);
        self.state = state;
        match action {
            Action::None | Action::Refuse => {}
            Action::SendClose | Action::Reply | Action::SendFailure => self.say_close(),
            Action::EndTransport => {
                let patience = self.config.limits.transport_end_budget;
                let role = self.role();
                if let Some(ending) = &mut self.ending {
                    let until = now.checked_add(patience);
                    ending.transport_deadline = until.min(ending.close_deadline).or(until);
                    // The server ends TCP first, the client waits for it (RFC 6455 7.1.1).
                    if role == Role::Server {
                        ending.shutdown = Shutdown::Due;
                    }
                }
            }
        }
        if !self.state.reads_frames() {
            // Nothing more is decoded or encoded: let go of what that needed.
            self.inbound = Inbound::Idle;
            self.chain = Chain::new();
        }
        if self.state == State::Ended {
            if self.outbox.has_remaining() {
                self.transmit_lost();
            }
            self.outbox.clear();
        }
    }

    /// Queues the one Close frame of this end: the application's, the fault's, or the echo.
    pub(super) fn say_close(&mut self) {
        let Some(ending) = &mut self.ending else {
            return;
        };
        let close = match (&ending.said, ending.fault, &ending.received) {
            (Some(own), _, _) => own.clone(),
            (None, Some(fault), _) => CloseFrame::of_fault(fault),
            (None, None, Some(received)) => received.clone(),
            (None, None, None) => CloseFrame::empty(),
        };
        let body = close.body();
        ending.said = Some(close);
        self.push_control(Opcode::Close, &body);
    }
}
