//! A transport in memory whose peer asks the same again as soon as it has its answer.

use core::pin::Pin;
use core::sync::atomic::{AtomicU32, Ordering};
use core::task::{Context, Poll, Waker};
use std::io::{self, IoSlice};
use std::sync::Arc;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::workload::Conversation;

/// What a socket reads from and writes to.
///
/// A round is one question, which a read brings whole if it has room for it, and its answer, after
/// which the peer needs a moment: the next read finds nothing, and the reader is woken at once.
/// After the last round the peer says Close, and ends the transport when it was answered.
///
/// Like tokio's TCP socket it knows after a read that did not fill the buffer that there is nothing
/// more, without asking.
#[derive(Debug)]
pub struct Feed {
    conversation: Conversation,
    rounds: u32,
    /// What of the question was read, and how much of the answer was written.
    read: usize,
    written: usize,
    /// The first answer, to be compared with what it should be.
    first: Option<Vec<u8>>,
    question: Question,
    may_have_more: bool,
    reader: Option<Waker>,
    calls: Arc<Calls>,
}

/// Where the question of this round is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    /// On its way: whoever reads now finds nothing.
    Coming,
    /// To be read.
    Here,
    /// There is none any more.
    Over,
}

/// How often the transport was read from and written to.
///
/// As a TCP socket would have called the system: waiting for it to become readable is no read.
#[derive(Debug, Default)]
pub struct Calls {
    reads: AtomicU32,
    empty_reads: AtomicU32,
    writes: AtomicU32,
}

impl Calls {
    /// Reads that brought something.
    pub fn reads(&self) -> u32 {
        self.reads.load(Ordering::Relaxed)
    }

    /// Reads that were told that there is nothing now.
    pub fn empty_reads(&self) -> u32 {
        self.empty_reads.load(Ordering::Relaxed)
    }

    /// Writes, vectored or not.
    pub fn writes(&self) -> u32 {
        self.writes.load(Ordering::Relaxed)
    }
}

impl Feed {
    /// A transport on which the conversation takes place so many times.
    pub fn new(conversation: Conversation, rounds: u32) -> (Self, Arc<Calls>) {
        let calls = Arc::new(Calls::default());
        let feed = Self {
            conversation,
            rounds,
            read: 0,
            written: 0,
            first: Some(Vec::new()),
            question: Question::Here,
            may_have_more: false,
            reader: None,
            calls: Arc::clone(&calls),
        };
        (feed, calls)
    }

    /// The answer is complete.
    fn next_round(&mut self) {
        if let Some(first) = self.first.take() {
            assert!(
                first == self.conversation.answer,
                "the echo is not the message"
            );
        }
        (self.read, self.written) = (0, 0);
        match self.rounds.checked_sub(1) {
            None => self.question = Question::Over,
            Some(rounds) => {
                self.rounds = rounds;
                if rounds == 0 {
                    self.conversation = Conversation::goodbye();
                }
                self.question = Question::Coming;
            }
        }
        if let Some(reader) = self.reader.take() {
            self.arrive();
            reader.wake();
        }
    }

    fn arrive(&mut self) {
        if self.question == Question::Coming {
            self.question = Question::Here;
        }
    }
}

impl AsyncRead for Feed {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let feed = self.get_mut();
        let unread = feed
            .conversation
            .question
            .get(feed.read..)
            .unwrap_or_default();
        match feed.question {
            Question::Here if !unread.is_empty() => {
                let bytes = unread.len().min(buffer.remaining());
                buffer.put_slice(unread.get(..bytes).unwrap_or_default());
                feed.read += bytes;
                feed.may_have_more = buffer.remaining() == 0;
                feed.calls.reads.fetch_add(1, Ordering::Relaxed);
                Poll::Ready(Ok(()))
            }
            Question::Over => Poll::Ready(Ok(())),
            Question::Here | Question::Coming => {
                if core::mem::take(&mut feed.may_have_more) {
                    feed.calls.empty_reads.fetch_add(1, Ordering::Relaxed);
                }
                if feed.question == Question::Coming {
                    feed.arrive();
                    context.waker().wake_by_ref();
                } else {
                    feed.reader = Some(context.waker().clone());
                }
                Poll::Pending
            }
        }
    }
}

impl AsyncWrite for Feed {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.poll_write_vectored(context, &[IoSlice::new(bytes)])
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let feed = self.get_mut();
        feed.calls.writes.fetch_add(1, Ordering::Relaxed);
        if let Some(first) = &mut feed.first {
            for slice in slices {
                first.extend_from_slice(slice);
            }
        }
        let bytes = slices.iter().map(|slice| slice.len()).sum::<usize>();
        feed.written += bytes;
        assert!(
            feed.written <= feed.conversation.answer.len(),
            "more was written than the answer"
        );
        if feed.written == feed.conversation.answer.len() {
            feed.next_round();
        }
        Poll::Ready(Ok(bytes))
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}
