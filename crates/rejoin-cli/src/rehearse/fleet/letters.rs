//! The numbered messages of one client, and what became of each.

use std::collections::{BTreeSet, VecDeque};

use super::Echo;
use super::record::Answer;

/// Writes the messages of a client, and recognises the answers.
#[derive(Debug)]
pub(super) struct Letters {
    client: usize,
    echo: Echo,
    next: u64,
    /// Those that may be answered, in the order in which they are sent.
    awaited: VecDeque<u64>,
    /// Those whose connection ended first.
    lost: BTreeSet<u64>,
}

impl Letters {
    pub(super) fn new(client: usize, echo: Echo) -> Self {
        Self {
            client,
            echo,
            next: 0,
            awaited: VecDeque::new(),
            lost: BTreeSet::new(),
        }
    }

    /// The next message. Nothing has changed until it was [taken](Self::taken).
    pub(super) fn write(&self) -> String {
        format!("{PREFIX}{} {}", self.client, self.next)
    }

    /// That message is going to be sent.
    pub(super) fn taken(&mut self) {
        if self.echo == Echo::Awaited {
            self.awaited.push_back(self.next);
        }
        self.next += 1;
    }

    /// What a text is an answer to; `None` if it is none.
    pub(super) fn read(&mut self, text: &str) -> Option<Answer> {
        let (client, number) = text.strip_prefix(PREFIX)?.split_once(' ')?;
        let number: u64 = number.parse().ok()?;
        if self.echo == Echo::Unknown || client.parse() != Ok(self.client) || number >= self.next {
            return None;
        }
        if let Ok(at) = self.awaited.binary_search(&number) {
            self.awaited.remove(at);
            return Some(Answer::First);
        }
        Some(if self.lost.remove(&number) {
            Answer::Late
        } else {
            Answer::Repeated
        })
    }

    /// The connection has ended, and all but the last `kept` messages had been given to it. How many
    /// of those will not be answered.
    pub(super) fn connection_ended(&mut self, kept: usize) -> u64 {
        let given = self.awaited.len().saturating_sub(kept);
        self.lost.extend(self.awaited.drain(..given));
        given as u64
    }
}

const PREFIX: &str = "rehearsal ";

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of client 7 of which so many were taken, and their texts.
    fn letters(count: usize) -> (Letters, Vec<String>) {
        let mut letters = Letters::new(7, Echo::Awaited);
        let write = |_| {
            let text = letters.write();
            letters.taken();
            text
        };
        let texts = (0..count).map(write).collect();
        (letters, texts)
    }

    #[test]
    fn an_answer_counts_once_in_whatever_order_answers_come() {
        let (mut letters, texts) = letters(3);
        for text in texts.iter().rev() {
            assert_eq!(letters.read(text), Some(Answer::First), "{text}");
            assert_eq!(letters.read(text), Some(Answer::Repeated), "{text}");
        }
    }

    #[test]
    fn what_a_connection_took_with_it_is_lost_and_what_was_kept_is_not() {
        let (mut letters, texts) = letters(5);
        assert_eq!(letters.read(&texts[0]), Some(Answer::First));
        assert_eq!(letters.connection_ended(3), 1);
        assert_eq!(letters.read(&texts[1]), Some(Answer::Late));
        assert_eq!(letters.read(&texts[1]), Some(Answer::Repeated));
        assert_eq!(letters.read(&texts[4]), Some(Answer::First));
        assert_eq!(letters.connection_ended(9), 0, "more than there are");
    }

    #[test]
    fn other_texts_are_no_answers() {
        let (mut letters, _) = letters(2);
        for text in [
            "",
            "hello",
            "rehearsal 7",
            "rehearsal 7 x",
            "rehearsal 8 0",
            "rehearsal 7 2",
        ] {
            assert_eq!(letters.read(text), None, "{text}");
        }
    }

    #[test]
    fn a_message_that_was_not_taken_is_written_again() {
        let letters = Letters::new(1, Echo::Awaited);
        assert_eq!(letters.write(), letters.write());
    }

    #[test]
    fn where_no_echo_is_awaited_nothing_is_missed() {
        let mut letters = Letters::new(1, Echo::Unknown);
        let first = letters.write();
        letters.taken();
        assert_ne!(first, letters.write());
        assert_eq!(
            (letters.read(&first), letters.connection_ended(0)),
            (None, 0)
        );
    }
}
