//! A transport whose peer is the test: what a read brings, what a write takes, and how many of each
//! there were.

use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::collections::VecDeque;
use std::io::{self, IoSlice};
use std::sync::{Arc, Mutex, MutexGuard};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// The end that the socket owns.
pub(crate) struct Scripted(Arc<Mutex<Script>>);

/// The end that the test holds.
pub(crate) struct Peer(Arc<Mutex<Script>>);

#[derive(Default)]
struct Script {
    /// What the next reads bring, each at most one of these.
    segments: VecDeque<Vec<u8>>,
    /// How reading ends once there are no more segments.
    end: Option<Result<(), io::ErrorKind>>,
    /// How many bytes are taken until writing has to wait.
    room: usize,
    write_fault: Option<io::ErrorKind>,
    written: Vec<u8>,
    /// The size of every write.
    writes: Vec<usize>,
    reads_with_data: usize,
    /// Every call of any kind.
    polls: usize,
    is_shut: bool,
    is_dropped: bool,
    reader: Option<Waker>,
    writer: Option<Waker>,
}

/// Both ends. Everything that is written is taken, until told otherwise.
pub(crate) fn scripted() -> (Scripted, Peer) {
    let script = Script {
        room: usize::MAX,
        ..Script::default()
    };
    let shared = Arc::new(Mutex::new(script));
    (Scripted(Arc::clone(&shared)), Peer(shared))
}

impl Peer {
    /// Sends bytes that one read brings at once.
    pub(crate) fn send(&self, bytes: impl Into<Vec<u8>>) {
        let mut script = self.script();
        script.segments.push_back(bytes.into());
        script.wake_reader();
    }

    /// Ends the direction towards the socket.
    pub(crate) fn end(&self) {
        self.finish(Ok(()));
    }

    /// Has reads fail after what was sent so far.
    pub(crate) fn fail_reads(&self, kind: io::ErrorKind) {
        self.finish(Err(kind));
    }

    /// Has writes fail from now on.
    pub(crate) fn fail_writes(&self, kind: io::ErrorKind) {
        let mut script = self.script();
        script.write_fault = Some(kind);
        script.wake_writer();
    }

    /// Takes only so many more bytes.
    pub(crate) fn take_only(&self, bytes: usize) {
        let mut script = self.script();
        script.room = bytes;
        script.wake_writer();
    }

    /// Takes so many more bytes, but wakes nobody: whoever tries to write finds out.
    pub(crate) fn take_unnoticed(&self, bytes: usize) {
        self.script().room = bytes;
    }

    /// What was written since this was last asked.
    pub(crate) fn written(&self) -> Vec<u8> {
        core::mem::take(&mut self.script().written)
    }

    /// The sizes of the writes since this was last asked.
    pub(crate) fn writes(&self) -> Vec<usize> {
        core::mem::take(&mut self.script().writes)
    }

    /// How many reads have brought something.
    pub(crate) fn reads_with_data(&self) -> usize {
        self.script().reads_with_data
    }

    /// How often the transport was called for anything.
    pub(crate) fn polls(&self) -> usize {
        self.script().polls
    }

    /// Whether the socket has ended its direction.
    pub(crate) fn is_shut(&self) -> bool {
        self.script().is_shut
    }

    /// Whether the socket has let go of the transport.
    pub(crate) fn is_dropped(&self) -> bool {
        self.script().is_dropped
    }

    fn finish(&self, end: Result<(), io::ErrorKind>) {
        let mut script = self.script();
        script.end = Some(end);
        script.wake_reader();
    }

    fn script(&self) -> MutexGuard<'_, Script> {
        self.0.lock().unwrap()
    }
}

impl Script {
    fn wake_reader(&mut self) {
        if let Some(waker) = self.reader.take() {
            waker.wake();
        }
    }

    fn wake_writer(&mut self) {
        if let Some(waker) = self.writer.take() {
            waker.wake();
        }
    }
}

impl Drop for Scripted {
    fn drop(&mut self) {
        self.0.lock().unwrap().is_dropped = true;
    }
}

impl AsyncRead for Scripted {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let mut script = self.0.lock().unwrap();
        script.polls += 1;
        let Some(mut segment) = script.segments.pop_front() else {
            return match script.end {
                Some(Ok(())) => Poll::Ready(Ok(())),
                Some(Err(kind)) => Poll::Ready(Err(kind.into())),
                None => {
                    script.reader = Some(context.waker().clone());
                    Poll::Pending
                }
            };
        };
        let rest = segment.split_off(segment.len().min(buffer.remaining()));
        buffer.put_slice(&segment);
        if !rest.is_empty() {
            script.segments.push_front(rest);
        }
        script.reads_with_data += 1;
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Scripted {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.poll_write_vectored(context, &[IoSlice::new(bytes)])
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let mut script = self.0.lock().unwrap();
        script.polls += 1;
        if let Some(kind) = script.write_fault {
            return Poll::Ready(Err(kind.into()));
        }
        if script.room == 0 {
            script.writer = Some(context.waker().clone());
            return Poll::Pending;
        }
        let room = script.room;
        let offered = slices.iter().flat_map(|slice| slice.iter());
        let bytes: Vec<u8> = offered.copied().take(room).collect();
        script.room -= bytes.len();
        script.writes.push(bytes.len());
        script.written.extend_from_slice(&bytes);
        Poll::Ready(Ok(bytes.len()))
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.lock().unwrap().polls += 1;
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        let mut script = self.0.lock().unwrap();
        script.polls += 1;
        script.is_shut = true;
        Poll::Ready(Ok(()))
    }
}
