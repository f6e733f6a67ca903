//! What one direction must remember between messages: the last bytes of its plain text.

/// A ring of the last bytes of plain text, oldest first.
///
/// It starts without any memory, grows with what it is given, and never holds more than its limit.
#[derive(Debug)]
pub(super) struct History {
    /// While the ring is shorter than `limit` the oldest byte is its first.
    ring: Vec<u8>,
    /// Once it is full: where the oldest byte is, which the next one overwrites.
    oldest: usize,
    limit: usize,
}

impl History {
    /// An empty history of at most `limit` bytes.
    pub(super) const fn new(limit: usize) -> Self {
        Self {
            ring: Vec::new(),
            oldest: 0,
            limit,
        }
    }

    /// Appends plain text; what the limit has no room for is forgotten, oldest first.
    pub(super) fn push(&mut self, text: &[u8]) {
        let surplus = text.len().saturating_sub(self.limit);
        let (_, text) = text.split_at(surplus);
        let free = self.limit.saturating_sub(self.ring.len());
        let (grown, over) = text.split_at(free.min(text.len()));
        self.grow_for(grown.len());
        self.ring.extend_from_slice(grown);

        // At most `limit` bytes are left, so they go around the ring at most once.
        let oldest = self.oldest.min(self.ring.len());
        let (_, until_end) = self.ring.split_at_mut(oldest);
        let (first, second) = over.split_at(until_end.len().min(over.len()));
        copy_to_start(until_end, first);
        copy_to_start(&mut self.ring, second);
        self.oldest = match self.oldest.saturating_add(over.len()) {
            next if next >= self.limit => next.saturating_sub(self.limit),
            next => next,
        };
    }

    /// The text, oldest first, in two parts of which either may be empty.
    pub(super) fn parts(&self) -> [&[u8]; 2] {
        let (newer, older) = self.ring.split_at(self.oldest.min(self.ring.len()));
        [older, newer]
    }

    /// Forgets the text and keeps the memory.
    pub(super) fn clear(&mut self) {
        self.ring.clear();
        self.oldest = 0;
    }

    /// The bytes of memory held.
    pub(super) fn held_bytes(&self) -> usize {
        self.ring.capacity()
    }

    /// Doubles the memory as long as the limit permits it.
    fn grow_for(&mut self, additional: usize) {
        let needed = self.ring.len().saturating_add(additional);
        if needed > self.ring.capacity() {
            let wanted = needed.next_power_of_two().max(64).min(self.limit);
            self.ring
                .reserve_exact(wanted.saturating_sub(self.ring.len()));
        }
    }
}

/// Copies `from` to the start of `to`, which is at least as long.
fn copy_to_start(to: &mut [u8], from: &[u8]) {
    let (start, _) = to.split_at_mut(from.len());
    start.copy_from_slice(from);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_holds_the_last_bytes_whatever_the_pieces() {
        for limit in [1, 2, 7, 64, 250] {
            for step in [1, 2, 3, 5, 63, 64, 65, 249, 250, 251, 600] {
                let text: Vec<u8> = (0..=255).cycle().take(1500).collect();
                let mut history = History::new(limit);
                let mut given = 0;
                for piece in text.chunks(step) {
                    history.push(piece);
                    given += piece.len();
                    let expected = &text[given.saturating_sub(limit)..given];
                    assert_eq!(history.parts().concat(), expected, "{limit} {step} {given}");
                    assert!(history.held_bytes() <= limit);
                }
            }
        }
    }

    #[test]
    fn it_holds_nothing_before_the_first_use_and_little_after_a_short_one() {
        let mut history = History::new(4096);
        assert_eq!(history.held_bytes(), 0);
        history.push(&[]);
        assert_eq!(history.held_bytes(), 0);
        history.push(b"short");
        assert_eq!(history.held_bytes(), 64);
    }

    #[test]
    fn clearing_forgets_the_text() {
        let mut history = History::new(3);
        history.push(b"abcd");
        history.clear();
        assert_eq!(history.parts().concat(), b"");
        history.push(b"xy");
        assert_eq!(history.parts().concat(), b"xy");
    }
}
