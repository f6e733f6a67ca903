//! The agreed codecs of one connection, in the order of their application.

use bytes::{Buf, BytesMut};

use super::{Alike, Codec, Compression, Fault, Progress, Rsv};

/// The most that is kept between two codecs of one message, in bytes.
///
/// With a single codec at work nothing is kept: it reads and writes the caller's buffers.
const BETWEEN_BYTES: usize = 16 * 1024;

/// The agreed codecs of one connection, in the order in which the answer lists them.
///
/// An answer `foo, bar` means `bar(foo(data))`: outgoing messages pass the codecs first to last,
/// incoming ones last to first (RFC 6455 section 9.1). For each message only some of them may take
/// part; where none does ([`passes_encode`](Self::passes_encode),
/// [`passes_decode`](Self::passes_decode)) the caller need not copy the message through here.
#[derive(Debug, Default)]
pub struct Chain {
    /// One word where no codec was agreed, as in most connections.
    #[expect(
        clippy::box_collection,
        reason = "three words in every connection otherwise"
    )]
    links: Option<Box<Vec<Link>>>,
}

/// A codec, and what it is doing for the two messages in progress.
#[derive(Debug)]
struct Link {
    codec: Box<dyn Codec>,
    encodes: bool,
    decodes: bool,
    /// Decoded and not yet taken by the next link.
    decoded: BytesMut,
    /// `decoded` holds all of the rest of the message.
    ended: bool,
}

impl Chain {
    /// A chain without any extension.
    pub const fn new() -> Self {
        Self { links: None }
    }

    /// Appends a codec. The negotiation has already made sure that no RSV bit is claimed twice.
    pub fn push(&mut self, codec: Box<dyn Codec>) {
        // Nearly always it is the only one, and a vector would make room for four.
        let links = self.links.get_or_insert_default();
        links.reserve_exact(1);
        links.push(Link {
            codec,
            encodes: false,
            decodes: false,
            decoded: BytesMut::new(),
            ended: false,
        });
    }

    /// Whether no codec was agreed.
    pub const fn is_empty(&self) -> bool {
        self.links.is_none()
    }

    /// The bits to which a codec of this chain gives a meaning; all others must be 0.
    pub fn rsv(&self) -> Rsv {
        union(self.links().iter().map(|link| link.codec.rsv()))
    }

    /// The bytes that the codecs hold between messages, and while messages are in progress also
    /// what those need.
    pub fn held_bytes(&self) -> usize {
        self.links().iter().fold(0, |sum, link| {
            sum.saturating_add(link.codec.held_bytes())
                .saturating_add(link.decoded.capacity())
        })
    }

    /// What this chain has in common with those of other connections: that of its only codec.
    pub fn alike(&self) -> Option<Alike> {
        match self.links() {
            [only] => only.codec.alike(),
            _ => None,
        }
    }

    /// Starts an outgoing message of that size in bytes, where it is known, and returns the bits to
    /// set on its first frame.
    pub fn start_encode(&mut self, size: Option<usize>, choice: Compression) -> Rsv {
        let mut size = size;
        for link in self.links_mut() {
            link.encodes = link.codec.start_encode(size, choice);
            if link.encodes {
                size = None;
            }
        }
        let at_work = self.links().iter().filter(|link| link.encodes);
        union(at_work.map(|link| link.codec.rsv()))
    }

    /// Whether no codec takes part in the outgoing message in progress.
    pub fn passes_encode(&self) -> bool {
        !self.links().iter().any(|link| link.encodes)
    }

    /// Transforms a piece of the outgoing message, appending to `out`. `last` is true exactly once
    /// a message.
    ///
    /// # Errors
    ///
    /// The [`Fault`] of the codec that cannot go on; the connection closes with 1011.
    pub fn encode(&mut self, piece: &[u8], last: bool, out: &mut BytesMut) -> Result<(), Fault> {
        encode(self.links_mut(), piece, last, out)
    }

    /// Starts an incoming message whose first frame has these bits set.
    ///
    /// The codecs whose bit is set take part, and those without a bit always. The caller has
    /// refused bits that are not in [`rsv`](Self::rsv).
    pub fn start_decode(&mut self, marks: Rsv) {
        for link in self.links_mut() {
            let rsv = link.codec.rsv();
            link.decodes = rsv.is_empty() || rsv.intersects(marks);
            link.decoded = BytesMut::new();
            link.ended = false;
        }
    }

    /// Whether incoming messages without any bit set stay as they are.
    #[inline]
    pub(crate) fn passes_unmarked(&self) -> bool {
        self.is_empty() || !self.links().iter().any(|link| link.codec.rsv().is_empty())
    }

    /// Whether no codec takes part in the incoming message in progress.
    pub fn passes_decode(&self) -> bool {
        !self.links().iter().any(|link| link.decodes)
    }

    /// Transforms a piece of the incoming message, appending at most `room` bytes to `out`.
    ///
    /// The rules are those of [`Codec::decode`]: where the room runs out, `consumed` is short of the
    /// piece or `finished` is still false, and the caller goes on with the rest and new room.
    ///
    /// # Errors
    ///
    /// The [`Fault`] of the codec that met data which its peer may not send; the connection is
    /// failed with 1007.
    pub fn decode(
        &mut self,
        piece: &[u8],
        last: bool,
        room: usize,
        out: &mut BytesMut,
    ) -> Result<Progress, Fault> {
        decode(self.links_mut(), piece, last, room, out)
    }

    #[inline]
    fn links(&self) -> &[Link] {
        self.links.as_ref().map_or(&[], |links| links)
    }

    #[inline]
    fn links_mut(&mut self) -> &mut [Link] {
        self.links.as_mut().map_or(&mut [], |links| links)
    }
}

/// Passes a piece through the links that encode, first to last.
fn encode(links: &mut [Link], piece: &[u8], last: bool, out: &mut BytesMut) -> Result<(), Fault> {
    let mut links = links;
    let first = loop {
        let Some((link, rest)) = links.split_first_mut() else {
            out.extend_from_slice(piece);
            return Ok(());
        };
        links = rest;
        if link.encodes {
            break link;
        }
    };
    if !links.iter().any(|link| link.encodes) {
        return first.codec.encode(piece, last, out);
    }
    let mut rest = piece;
    let mut between = BytesMut::new();
    loop {
        let (part, after) = rest.split_at(rest.len().min(BETWEEN_BYTES));
        rest = after;
        let ends = last && rest.is_empty();
        first.codec.encode(part, ends, &mut between)?;
        if ends || !between.is_empty() {
            encode(links, &between, ends, out)?;
        }
        between.clear();
        if rest.is_empty() {
            return Ok(());
        }
    }
}

/// Passes a piece through the links that decode, last to first.
fn decode(
    links: &mut [Link],
    piece: &[u8],
    last: bool,
    room: usize,
    out: &mut BytesMut,
) -> Result<Progress, Fault> {
    let mut links = links;
    let outer = loop {
        let Some((link, rest)) = links.split_last_mut() else {
            let (fits, over) = piece.split_at(piece.len().min(room));
            out.extend_from_slice(fits);
            return Ok(Progress {
                consumed: fits.len(),
                finished: last && over.is_empty(),
            });
        };
        links = rest;
        if link.decodes {
            break link;
        }
    };
    if !links.iter().any(|link| link.decodes) {
        return outer.codec.decode(piece, last, room, out);
    }
    let end = out.len().saturating_add(room);
    let mut rest = piece;
    loop {
        // Also without anything new: the inner links may have waited for room.
        let room = end.saturating_sub(out.len());
        let inner = decode(links, &outer.decoded, outer.ended, room, out)?;
        outer.decoded.advance(inner.consumed);
        let consumed = piece.len().saturating_sub(rest.len());
        if inner.finished {
            outer.decoded = BytesMut::new();
            return Ok(Progress {
                consumed,
                finished: true,
            });
        }
        if outer.ended || !outer.decoded.is_empty() {
            return Ok(Progress {
                consumed,
                finished: false,
            });
        }
        let step = outer
            .codec
            .decode(rest, last, BETWEEN_BYTES, &mut outer.decoded)?;
        (_, rest) = rest.split_at(step.consumed.min(rest.len()));
        outer.ended = step.finished;
        if step.consumed == 0 && !step.finished && outer.decoded.is_empty() {
            return Ok(Progress {
                consumed,
                finished: false,
            });
        }
    }
}

/// The bits of all sets together.
fn union(sets: impl Iterator<Item = Rsv>) -> Rsv {
    sets.fold(Rsv::NONE, Rsv::union)
}

#[cfg(test)]
mod tests;
