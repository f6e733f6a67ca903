//! A client's frame: its header, its mask, and how it becomes its own answer.

use std::ops::Range;

/// The header of a masked frame.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Header {
    /// FIN and the opcode.
    first: u8,
    /// Bytes of the header: 6, 8 or 14.
    pub(crate) size: usize,
    /// Bytes of the payload.
    pub(crate) payload: usize,
    pub(crate) key: [u8; 4],
}

const PING: u8 = 9;

impl Header {
    /// Reads the header at the front of `bytes`, or `None` if more is needed.
    #[inline]
    pub(crate) fn parse(bytes: &[u8]) -> Option<Self> {
        let (first, payload, size) = match bytes {
            [first, second, ..] if second & 0x7f < 126 => (first, usize::from(second & 0x7f), 6),
            [first, second, rest @ ..] if second & 0x7f == 126 => (
                first,
                usize::from(u16::from_be_bytes(*rest.first_chunk()?)),
                8,
            ),
            [first, _, rest @ ..] => {
                let length = u64::from_be_bytes(*rest.first_chunk()?);
                (first, usize::try_from(length).unwrap_or(usize::MAX), 14)
            }
            _ => return None,
        };
        let key = bytes.get(..size)?.last_chunk()?;
        Some(Self {
            first: *first,
            size,
            payload,
            key: *key,
        })
    }

    pub(crate) const fn opcode(&self) -> u8 {
        self.first & 0x0f
    }

    pub(crate) const fn is_control(&self) -> bool {
        is_control(self.first)
    }

    /// Bytes of the whole frame.
    pub(crate) const fn total(&self) -> usize {
        self.size.saturating_add(self.payload)
    }

    /// Turns the unmasked `frame` into its answer: the header without the key, moved to stand right
    /// before the payload.
    #[inline]
    pub(crate) fn answer_in_place(&self, frame: &mut [u8]) -> Range<usize> {
        let key_bytes = self.key.len();
        frame.copy_within(..self.size - key_bytes, key_bytes);
        self.finish(frame, key_bytes);
        key_bytes..self.total()
    }

    /// Turns the unmasked frame that stands at `frame` into its answer, moved to `to` in front of
    /// it. Returns where that ends.
    #[inline]
    pub(crate) fn answer_at(&self, buffer: &mut [u8], frame: usize, to: usize) -> usize {
        let payload = frame + self.size;
        let answer = to + self.size - self.key.len();
        buffer.copy_within(frame..payload - self.key.len(), to);
        self.finish(buffer, to);
        buffer.copy_within(payload..payload + self.payload, answer);
        answer + self.payload
    }

    /// A frame and its answer agree in everything but the mask bit, and that a pong answers a ping.
    #[inline]
    fn finish(&self, buffer: &mut [u8], at: usize) {
        if self.opcode() == PING {
            buffer[at] += 1;
        }
        buffer[at + 1] &= 0x7f;
    }
}

/// Whether `first`, the first byte of a frame, is that of a control frame.
pub(crate) const fn is_control(first: u8) -> bool {
    first & 0x08 != 0
}

/// Unmasks `data`, which stands `offset` bytes behind the front of its payload.
#[inline]
pub(crate) fn unmask(key: [u8; 4], offset: usize, data: &mut [u8]) {
    let turned: [u8; 8] = std::array::from_fn(|place| key[(offset + place) % 4]);
    let word = u64::from_le_bytes(turned);
    let (words, rest) = data.as_chunks_mut::<8>();
    for bytes in words {
        *bytes = (u64::from_le_bytes(*bytes) ^ word).to_le_bytes();
    }
    for (byte, key) in rest.iter_mut().zip(turned) {
        *byte ^= key;
    }
}
