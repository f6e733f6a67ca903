//! The agreed codecs of one connection, in the order of their application.

use super::Codec;

/// The agreed codecs of one connection, in the order in which the answer lists them.
///
/// An answer `foo, bar` means `bar(foo(data))`: outgoing messages pass the codecs first to last,
/// incoming ones last to first (RFC 6455 section 9.1).
#[derive(Debug, Default)]
pub struct Chain {
    codecs: Vec<Box<dyn Codec>>,
}

impl Chain {
    /// A chain without any extension.
    pub const fn new() -> Self {
        Self { codecs: Vec::new() }
    }

    /// Appends a codec. The negotiation has already made sure that no RSV bit is claimed twice.
    pub fn push(&mut self, codec: Box<dyn Codec>) {
        self.codecs.push(codec);
    }
}
