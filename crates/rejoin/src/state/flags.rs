//! Facts about a connection, a bit each: every connection has them.

/// About the transport and the handles, in any combination; the state is the core's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub(super) enum Flag {
    /// Unsent bytes have passed the high mark and not yet sunk to the low one.
    Congested = 1 << 0,
    /// The end was told: an error is told once.
    EndTold = 1 << 1,
    /// Somebody is going to write what has gathered.
    FlushArranged = 1 << 2,
    /// The receiving handle has messages that the application has not yet received.
    HandedOut = 1 << 3,
    /// The transport was asked once more after a deadline had passed.
    LateRead = 1 << 4,
    /// The connection is over and everything was given back.
    LetGo = 1 << 5,
    /// A message of which pieces were sent is not finished.
    SendingPieces = 1 << 6,
    /// Our direction of the transport has ended, or the transport is gone.
    Shut = 1 << 7,
    /// The transport may hold written bytes back.
    Unflushed = 1 << 8,
    /// The connection has not yet made all that it can of the input.
    Unlooked = 1 << 9,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags(u16);

impl Flags {
    #[inline]
    pub(super) const fn has(self, flag: Flag) -> bool {
        self.0 & flag as u16 != 0
    }

    #[inline]
    pub(super) const fn raise(&mut self, flag: Flag) {
        self.0 |= flag as u16;
    }

    #[inline]
    pub(super) const fn lower(&mut self, flag: Flag) {
        self.0 &= !(flag as u16);
    }

    /// Raises or lowers it, as the fact is.
    #[inline]
    pub(super) const fn note(&mut self, flag: Flag, fact: bool) {
        if fact {
            self.raise(flag);
        } else {
            self.lower(flag);
        }
    }
}
