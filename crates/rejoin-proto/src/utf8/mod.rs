//! UTF-8 validated as it arrives, refused at the first bad byte.

/// Validates a text that comes in pieces cut anywhere.
///
/// Holds at most the three bytes of a character whose end has not come yet.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Utf8 {
    pending: [u8; 4],
    pending_len: u8,
}

/// The text is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotUtf8;

/// Whether a whole text is UTF-8.
#[inline]
pub(crate) fn is_valid(text: &[u8]) -> bool {
    text.len() <= SHORT_BYTES && is_ascii(text) || simdutf8::basic::from_utf8(text).is_ok()
}

/// Up to this size a text is first asked whether it is ASCII, which short ones are as a rule; the
/// validator for all texts takes longer to get going.
const SHORT_BYTES: usize = 256;

fn is_ascii(text: &[u8]) -> bool {
    let high_bits = 0x8080_8080_8080_8080;
    let (words, rest) = text.as_chunks::<8>();
    let all = words
        .iter()
        .fold(0, |all, word| all | u64::from_ne_bytes(*word));
    // The last eight bytes are looked at twice rather than a few of them one by one.
    match text.last_chunk() {
        Some(last) => (all | u64::from_ne_bytes(*last)) & high_bits == 0,
        None => rest.iter().all(u8::is_ascii),
    }
}

/// How many bytes at the end of a piece that starts with a character belong to one that is not
/// complete: three at the most.
pub(crate) fn unfinished(piece: &[u8]) -> Result<u8, NotUtf8> {
    let Err(error) = simdutf8::compat::from_utf8(piece) else {
        return Ok(0);
    };
    if error.error_len().is_some() {
        return Err(NotUtf8);
    }
    let unfinished = piece.len().saturating_sub(error.valid_up_to());
    u8::try_from(unfinished).map_err(|_| NotUtf8)
}

impl Utf8 {
    /// Looks at the next piece. A sequence that can no longer become a character is an error here
    /// and now, also when its last byte is the last of the piece.
    pub(crate) fn push(&mut self, mut piece: &[u8]) -> Result<(), NotUtf8> {
        while self.pending_len > 0 {
            let Some((&next, rest)) = piece.split_first() else {
                return Ok(());
            };
            piece = rest;
            self.push_pending(next)?;
        }
        let Err(error) = simdutf8::compat::from_utf8(piece) else {
            return Ok(());
        };
        if error.error_len().is_some() {
            return Err(NotUtf8);
        }
        let unfinished = piece.get(error.valid_up_to()..).unwrap_or_default();
        for &byte in unfinished {
            self.push_pending(byte)?;
        }
        Ok(())
    }

    /// The text ends here.
    pub(crate) const fn finish(self) -> Result<(), NotUtf8> {
        if self.pending_len == 0 {
            Ok(())
        } else {
            Err(NotUtf8)
        }
    }

    fn push_pending(&mut self, byte: u8) -> Result<(), NotUtf8> {
        let at = usize::from(self.pending_len);
        let slot = self.pending.get_mut(at).ok_or(NotUtf8)?;
        *slot = byte;
        let so_far = self.pending.get(..=at).unwrap_or_default();
        match core::str::from_utf8(so_far) {
            Ok(_) => self.pending_len = 0,
            Err(error) if error.error_len().is_none() => {
                self.pending_len = self.pending_len.saturating_add(1);
            }
            Err(_) => return Err(NotUtf8),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
