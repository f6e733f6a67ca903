//! The short forms in which the tables are written.

use super::model::{
    Answer, Basis, Cause, Choice, Confusion, Difference, Fix, MessageId, Next, Phase, Reconnect,
    Role, Seen, ServiceCode, ServiceRange, SourceId, Viewer,
};

type Sources = &'static [SourceId];

/// A cause that is no single product's.
pub(super) const fn cause(phase: Phase, text: MessageId, sources: Sources) -> Cause {
    Cause {
        text,
        phase,
        product: None,
        sources,
    }
}

impl Cause {
    /// The same cause, of one product.
    pub(super) const fn of(self, product: &'static str) -> Self {
        Self {
            product: Some(product),
            ..self
        }
    }
}

pub(super) const fn fix(who: Role, text: MessageId, sources: Sources) -> Fix {
    Fix { who, text, sources }
}

/// What was read in a program's source or documentation.
pub(super) const fn read(viewer: Viewer, text: MessageId, sources: Sources) -> Seen {
    Seen {
        viewer,
        text,
        sources,
        basis: Basis::Read,
    }
}

/// What was measured over loopback.
pub(super) const fn measured(
    viewer: Viewer,
    version: &'static str,
    text: MessageId,
    sources: Sources,
) -> Seen {
    Seen {
        viewer,
        text,
        sources,
        basis: Basis::Measured { version },
    }
}

pub(super) const fn versus(with: u16, text: MessageId, sources: Sources) -> Confusion {
    Confusion {
        with,
        text,
        sources,
    }
}

/// A code whose sources are those of its service.
pub(super) const fn code(code: u16, text: MessageId, reconnect: Reconnect) -> ServiceCode {
    ServiceCode {
        code,
        text,
        reconnect,
        sources: &[],
    }
}

impl ServiceCode {
    /// The same code, with sources of its own.
    pub(super) const fn with(self, sources: Sources) -> Self {
        Self { sources, ..self }
    }
}

/// A range whose sources are those of its service.
pub(super) const fn range(
    first: u16,
    last: u16,
    text: MessageId,
    reconnect: Reconnect,
) -> ServiceRange {
    ServiceRange {
        first,
        last,
        text,
        reconnect,
        sources: &[],
    }
}

pub(super) const fn differ(aspect: MessageId, low: MessageId, high: MessageId) -> Difference {
    Difference { aspect, low, high }
}

pub(super) const fn choice(text: MessageId, next: Next) -> Choice {
    Choice { text, next }
}

pub(super) const fn answer(id: MessageId, codes: &'static [u16]) -> Answer {
    Answer { id, codes }
}
