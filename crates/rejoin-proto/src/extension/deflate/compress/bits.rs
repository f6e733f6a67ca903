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

    /// Appends up to `most` bits to what is there.
    pub(super) fn write(
        &mut self,
        most: usize,
        out: &mut BytesMut,
        work: impl FnOnce(&mut Writer<'_>),
    ) {
        let start = out.len();
        out.resize(start + most.div_ceil(8) + SPARE, 0);
        let mut writer = Writer {
            space: &mut out[start..],
            at: 0,
            bits: self.bits,
            count: self.count,
        };
        work(&mut writer);
        writer.flush();
        let end = start + writer.at;
        self.bits = writer.bits;
        self.count = writer.count;
        out.truncate(end);
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
    space: &'a mut [u8],
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
        let place = &mut self.space[self.at..self.at + 8];
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

    /// Ends the byte with zeros.
    pub(super) fn align(&mut self) {
        self.count = self.count.next_multiple_of(8);
    }
}
