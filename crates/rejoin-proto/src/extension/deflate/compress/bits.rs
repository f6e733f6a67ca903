//! Bits into bytes, the lowest first (RFC 1951 section 3.1.1).

use bytes::BytesMut;

/// The bits that do not fill a byte yet; between blocks fewer than 8.
#[derive(Clone, Copy, Default)]
pub(super) struct Rest {
    bits: u64,
    count: u32,
}

impl Rest {
    /// How many there are.
    pub(super) const fn count(self) -> u32 {
        self.count
    }

    /// Starts writing up to `most` bits behind what is there.
    pub(super) fn writer(self, most: usize, out: &mut BytesMut) -> Writer<'_> {
        let at = out.len();
        out.resize(at + most.div_ceil(8) + SPARE, 0);
        Writer {
            out,
            at,
            bits: self.bits,
            count: self.count,
        }
    }

    /// Fills the last byte with zeros, three of which are an empty stored block begun.
    pub(super) fn end(&mut self, out: &mut BytesMut) {
        let bytes = self.bits.to_le_bytes();
        let used = (self.count as usize + 3).div_ceil(8);
        out.extend_from_slice(&bytes[..used]);
        *self = Self::default();
    }
}

/// A flush stores eight bytes whatever it has, and up to a byte may be left from before.
const SPARE: usize = 16;

/// Writes into memory that was reserved for it.
pub(super) struct Writer<'a> {
    out: &'a mut BytesMut,
    at: usize,
    bits: u64,
    count: u32,
}

impl Writer<'_> {
    /// Adds bits; a [`flush`](Self::flush) leaves room for 56, and 63 is the most.
    #[inline]
    pub(super) fn put(&mut self, bits: u64, count: u32) {
        debug_assert!(bits >> count == 0 && self.count + count < 64);
        self.bits |= bits << self.count;
        self.count += count;
    }

    /// Stores the whole bytes; fewer than 8 bits are left.
    #[inline]
    pub(super) fn flush(&mut self) {
        let place = &mut self.out[self.at..self.at + 8];
        place.copy_from_slice(&self.bits.to_le_bytes());
        self.at += (self.count >> 3) as usize;
        self.bits >>= self.count & !7;
        self.count &= 7;
    }

    /// Flushes where fewer than `count` bits could be added.
    #[inline]
    pub(super) fn room_for(&mut self, count: u32) {
        if self.count + count >= 64 {
            self.flush();
        }
    }

    /// Ends the byte with zeros and gives back the memory that was not needed.
    pub(super) fn align(mut self) {
        self.count = self.count.next_multiple_of(8);
        let _ = self.end();
    }

    /// Gives back the memory that was not needed; what is left goes on with the next block.
    pub(super) fn end(mut self) -> Rest {
        self.flush();
        self.out.truncate(self.at);
        Rest {
            bits: self.bits,
            count: self.count,
        }
    }
}
