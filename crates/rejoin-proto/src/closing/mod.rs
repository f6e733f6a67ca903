//! The closing handshake as a table: every state, every signal, what follows.
//!
//! # Spec
//!
//! RFC 6455 sections 5.5.1 and 7.1.

/// What the connection waits for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum State {
    /// Nothing: data flows both ways.
    #[default]
    Open,
    /// We have said Close; the peer's frames still count until it says Close too.
    AwaitingPeerClose,
    /// Nothing more is read. Our last bytes, a Close frame among them, are on their way.
    AwaitingFlush,
    /// Nothing more is read, and the peer has already ended its direction of the transport. Our
    /// last bytes are on their way.
    AwaitingLastFlush,
    /// All is said and has left. The peer is to end its direction of the transport.
    AwaitingTransportEnd,
    /// Nothing is to be expected or done any more.
    Ended,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signal {
    /// The application asked for a Close.
    LocalClose,
    /// The peer's Close frame was read.
    PeerClose,
    /// The peer broke a rule.
    Failure,
    /// Every byte that we had to say has left.
    Flushed,
    /// The peer ended its direction of the transport.
    TransportEof,
    /// The transport broke, was cut by us, or a budget ran out.
    TransportLost,
}

/// What is to be done at a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Nothing.
    None,
    /// Send the application's Close frame; the close budget starts.
    SendClose,
    /// Answer the peer's Close frame; the close budget starts unless it runs already.
    Reply,
    /// Tell the peer which rule it broke; the close budget starts.
    SendFailure,
    /// End our direction of the transport; the wait for the peer's end starts.
    EndTransport,
    /// The request comes too late.
    Refuse,
}

/// The table.
pub(crate) const fn next(state: State, signal: Signal) -> (State, Action) {
    use {Action as A, Signal as G, State as S};
    match (state, signal) {
        (S::Open, G::LocalClose) => (S::AwaitingPeerClose, A::SendClose),
        (S::Open, G::PeerClose) => (S::AwaitingFlush, A::Reply),
        (S::Open, G::Failure) => (S::AwaitingFlush, A::SendFailure),
        (S::Open, G::Flushed) => (S::Open, A::None),
        (S::Open, G::TransportEof) => (S::AwaitingLastFlush, A::None),

        (S::AwaitingPeerClose, G::LocalClose) => (S::AwaitingPeerClose, A::Refuse),
        (S::AwaitingPeerClose, G::PeerClose) => (S::AwaitingFlush, A::None),
        (S::AwaitingPeerClose, G::Failure) => (S::AwaitingFlush, A::None),
        (S::AwaitingPeerClose, G::Flushed) => (S::AwaitingPeerClose, A::None),
        (S::AwaitingPeerClose, G::TransportEof) => (S::AwaitingLastFlush, A::None),

        (S::AwaitingFlush, G::LocalClose) => (S::AwaitingFlush, A::Refuse),
        (S::AwaitingFlush, G::PeerClose | G::Failure) => (S::AwaitingFlush, A::None),
        (S::AwaitingFlush, G::Flushed) => (S::AwaitingTransportEnd, A::EndTransport),
        (S::AwaitingFlush, G::TransportEof) => (S::AwaitingLastFlush, A::None),

        (S::AwaitingLastFlush, G::LocalClose) => (S::AwaitingLastFlush, A::Refuse),
        (S::AwaitingLastFlush, G::PeerClose | G::Failure) => (S::AwaitingLastFlush, A::None),
        (S::AwaitingLastFlush, G::Flushed) => (S::Ended, A::None),
        (S::AwaitingLastFlush, G::TransportEof) => (S::AwaitingLastFlush, A::None),

        (S::AwaitingTransportEnd, G::LocalClose) => (S::AwaitingTransportEnd, A::Refuse),
        (S::AwaitingTransportEnd, G::PeerClose | G::Failure | G::Flushed) => {
            (S::AwaitingTransportEnd, A::None)
        }
        (S::AwaitingTransportEnd, G::TransportEof) => (S::Ended, A::None),

        (S::Ended, G::LocalClose) => (S::Ended, A::Refuse),
        (S::Ended, G::PeerClose | G::Failure | G::Flushed | G::TransportEof) => (S::Ended, A::None),

        (_, G::TransportLost) => (S::Ended, A::None),
    }
}

impl State {
    /// Whether frames from the peer still mean anything.
    pub(crate) const fn reads_frames(self) -> bool {
        matches!(self, Self::Open | Self::AwaitingPeerClose)
    }

    /// Whether the transport is still to be read, be it only to throw away what comes.
    pub(crate) const fn reads_transport(self) -> bool {
        !matches!(self, Self::AwaitingLastFlush | Self::Ended)
    }
}

#[cfg(test)]
mod tests;
