//! Reading and writing, and the buffers for both.

use core::future::Future;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, ready};
use std::io;

use bytes::{Buf, BytesMut};
use rejoin_proto::{Outbox, Transmit};
use tokio::io::{AsyncReadExt, AsyncWrite};
use tokio::time::Instant;

use super::{Flag, State};
use crate::buffers::{self, Buffer};
use crate::transport::Transport;
use crate::wakers::Side;

/// Up to this size an unfinished message waits in memory that just holds it.
const SMALL_BYTES: usize = 8 << 10;

impl State {
    /// Writes for one side, which is woken once it is worth another try. A side that is done is
    /// woken no more.
    pub(super) fn poll_write_for(&mut self, side: Side, context: &mut Context<'_>) -> Poll<()> {
        if self.poll_write_out(context).is_ready() {
            self.wakers.forget(side);
            return Poll::Ready(());
        }
        let joint = self.wakers.register(side, context);
        let waker = joint.as_ref().unwrap_or(context.waker());
        self.poll_write_out(&mut Context::from_waker(waker))
    }

    /// Writes until nothing is queued, then ends our direction if that is due.
    #[inline]
    pub(super) fn poll_write_out(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if self.connection.has_transmit() || self.flags.has(Flag::Unflushed) {
            self.poll_transmits(context)
        } else {
            Poll::Ready(())
        }
    }

    #[inline(never)]
    fn poll_transmits(&mut self, context: &mut Context<'_>) -> Poll<()> {
        // Deadlines of the closing handshake start from here.
        let now = || Instant::now().into_std();
        loop {
            match self.connection.poll_transmit(now) {
                // To nobody. So the closing handshake goes on, as far as there is one.
                Transmit::Write(_) if self.write_fault.is_some() => self.connection.transmit_lost(),
                Transmit::Write(outbox) => {
                    let transport = Pin::new(&mut *self.transport);
                    match poll_write_some(transport, context, outbox) {
                        Poll::Ready(Ok(())) => self.flags.raise(Flag::Unflushed),
                        Poll::Ready(Err(error)) => self.note_write_fault(error.kind()),
                        Poll::Pending => {
                            self.connection.transmit_blocked(Instant::now().into_std());
                            return Poll::Pending;
                        }
                    }
                    let low = self.connection.limits().send_low_bytes;
                    if self.flags.has(Flag::Congested) && self.connection.unsent_bytes() <= low {
                        self.flags.lower(Flag::Congested);
                        self.wakers.wake(Side::Sender);
                    }
                }
                Transmit::Shutdown => {
                    ready!(self.poll_flush_transport(context));
                    if self.write_fault.is_none() {
                        // The peer may be gone already; what matters is that we have ended.
                        let _ = ready!(Pin::new(&mut *self.transport).poll_shutdown(context));
                    }
                    self.flags.raise(Flag::Shut);
                    self.connection.transport_shut_down();
                }
                Transmit::Idle => break,
            }
        }
        ready!(self.poll_flush_transport(context));
        if let Some(spare) = self.connection.outbox().take_spare() {
            buffers::give_back_spare(spare);
        }
        Poll::Ready(())
    }

    /// Has the transport pass on what it holds back.
    fn poll_flush_transport(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if self.flags.has(Flag::Unflushed) {
            let flushed = ready!(Pin::new(&mut *self.transport).poll_flush(context));
            if let Err(error) = flushed {
                self.connection.transmit_lost();
                self.note_write_fault(error.kind());
            }
            self.flags.lower(Flag::Unflushed);
        }
        Poll::Ready(())
    }

    /// Nothing can be written any more. What the peer has sent before is still received; then the
    /// connection is over.
    pub(super) fn note_write_fault(&mut self, kind: io::ErrorKind) {
        self.write_fault = Some(kind);
        self.flags.lower(Flag::Unflushed);
        self.flags.lower(Flag::Congested);
        if !self.connection.wants_read() {
            let now = Instant::now().into_std();
            self.connection.receive_error(kind, now);
        }
        self.wakers.wake_all();
    }

    /// Reads once. Ready means that something has changed; the end of the transport is noted.
    pub(super) fn poll_read(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let roomy = self.take_room();
        let input = self.input.insert(roomy);
        // The future holds nothing between polls, so that it may be made anew for each.
        let read = pin!(self.transport.read_buf(&mut **input)).poll(context);
        let ended = match (read, self.write_fault) {
            (Poll::Ready(Ok(1..)), _) => {
                self.flags.raise(Flag::Unlooked);
                return Poll::Ready(());
            }
            (Poll::Pending, None) => {
                self.set_input_aside();
                return Poll::Pending;
            }
            (_, Some(kind)) => Err(kind),
            (Poll::Ready(Ok(0)), None) => Ok(()),
            (Poll::Ready(Err(error)), None) => Err(error.kind()),
        };
        self.give_back_input();
        let now = Instant::now().into_std();
        match ended {
            Ok(()) => self.connection.receive_eof(now),
            Err(kind) => {
                if is_gone(kind) {
                    self.flags.raise(Flag::Shut);
                }
                self.connection.receive_error(kind, now);
            }
        }
        // Nobody can send any more.
        self.wakers.wake(Side::Sender);
        Poll::Ready(())
    }

    /// The input with room for a read: in the thread's buffer, or, for a large message, in memory of
    /// its own, but never more than the peer has earned.
    #[inline]
    fn take_room(&mut self) -> Buffer {
        let Some(input) = self.input.take() else {
            return buffers::take(buffers::LEAST_ROOM_BYTES);
        };
        let here = input.len();
        let enough = match self.wanted_bytes(here) {
            0 => buffers::LEAST_ROOM_BYTES,
            wanted => wanted,
        };
        if input.capacity() - here >= enough {
            return input;
        }
        let mut roomier = buffers::take(here + enough);
        roomier.extend_from_slice(&input);
        buffers::give_back(input);
        roomier
    }

    /// How many bytes more of the message in progress are worth room: three times what is here, so
    /// that a large message is moved seldom, and a peer that only announces one holds little.
    fn wanted_bytes(&self, here: usize) -> usize {
        let most = here.saturating_mul(3).max(buffers::LEAST_ROOM_BYTES);
        self.connection.wanted_bytes(here).min(most)
    }

    /// Nothing is to be looked at for now: the buffer goes back to the thread. An unfinished message
    /// is moved to memory of its own, unless it is in such memory already.
    #[inline]
    fn set_input_aside(&mut self) {
        self.give_back_empty_input();
        let Some(input) = self.input.take() else {
            return;
        };
        let here = input.len();
        let needed = if here <= SMALL_BYTES {
            here
        } else {
            here + self.wanted_bytes(here)
        };
        if input.capacity() / 2 > needed {
            let mut own = BytesMut::with_capacity(needed);
            own.extend_from_slice(&input);
            buffers::give_back(input);
            self.input = Some(Buffer::own(own));
        } else {
            self.input = Some(input);
        }
    }

    /// The input goes back to the thread if it is used up.
    #[inline]
    pub(super) fn give_back_empty_input(&mut self) {
        if let Some(empty) = self.input.take_if(|input| input.is_used_up()) {
            buffers::give_back(empty);
        }
    }

    /// The input is of no use any more.
    pub(super) fn give_back_input(&mut self) {
        if let Some(input) = self.input.take() {
            buffers::give_back(input);
        }
    }

    /// Lends the thread's buffer to what is about to be queued; it comes back once all has left.
    #[inline]
    pub(super) fn lend_buffer(&mut self) {
        if self.connection.unsent_bytes() > 0 {
            return;
        }
        if let Some(refused) = self.connection.outbox().lend(buffers::take_spare()) {
            buffers::give_back_spare(refused);
        }
    }
}

/// Whether the error says that there is no transport any more, and so nothing that could be ended.
fn is_gone(kind: io::ErrorKind) -> bool {
    use io::ErrorKind as K;
    matches!(
        kind,
        K::ConnectionReset | K::ConnectionAborted | K::BrokenPipe | K::NotConnected
    )
}

/// One write, vectored where the transport can.
fn poll_write_some(
    transport: Pin<&mut dyn Transport>,
    context: &mut Context<'_>,
    outbox: &mut Outbox,
) -> Poll<io::Result<()>> {
    const SLICES: usize = 64;
    let one_chunk = outbox.chunk().len() == outbox.remaining();
    let written = if !one_chunk && transport.is_write_vectored() {
        let mut slices = [io::IoSlice::new(&[]); SLICES];
        let filled = outbox.chunks_vectored(&mut slices);
        ready!(transport.poll_write_vectored(context, &slices[..filled]))?
    } else {
        ready!(transport.poll_write(context, outbox.chunk()))?
    };
    if written == 0 {
        return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
    }
    outbox.advance(written);
    Poll::Ready(Ok(()))
}
