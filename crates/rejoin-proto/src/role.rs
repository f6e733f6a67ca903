//! The two ends of a connection and what each must mask.

use rejoin_close_codes::Endpoint;

/// Which end of the connection this is.
///
/// # Spec
///
/// RFC 6455 section 5.1: a client masks every frame, a server masks none, and each refuses the
/// opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a connection has two ends")]
pub enum Role {
    /// Opened the connection, masks what it sends.
    Client,
    /// Accepted the connection, sends unmasked.
    Server,
}

impl Role {
    /// Whether the frames that this end receives must be masked.
    pub(crate) const fn receives_masked(self) -> bool {
        matches!(self, Self::Server)
    }

    /// The same end in the words of the close-code rows.
    pub const fn endpoint(self) -> Endpoint {
        match self {
            Self::Client => Endpoint::Client,
            Self::Server => Endpoint::Server,
        }
    }
}

/// Where a client's mask keys come from.
///
/// The core has no source of randomness of its own. RFC 6455 section 10.3 wants keys that the peer
/// of an application cannot predict, so a driver passes a function over a cryptographic generator;
/// a test passes one that replays.
pub type MaskKeys = fn() -> [u8; 4];
