//! Queueing, waiting for room, and having it all leave.

use core::task::{Context, Poll, ready};
use std::sync::Arc;

use rejoin_proto::extension::Compression;
use rejoin_proto::{Message, Misuse, Piece};
use tokio::time::Instant;

use super::{Flag, Shared, State};
use crate::buffers;
use crate::scope;
use crate::wakers::Side;

/// Answers gather up to this size: what answers one read, if they are as large as the questions.
const GATHERED_BYTES: usize = buffers::BUFFER_BYTES;

#[expect(
    clippy::needless_pass_by_ref_mut,
    reason = "the usual shape of poll functions"
)]
impl State {
    /// Waits until there is room for a message: at once below the high mark, otherwise until
    /// unsent bytes have sunk to the low one, or nothing can be sent any more.
    pub(crate) fn poll_room(&mut self, me: &Arc<Shared>, context: &mut Context<'_>) -> Poll<()> {
        let high = self.connection.limits().send_high_bytes;
        if self.connection.unsent_bytes() >= high {
            self.flags.raise(Flag::Congested);
        }
        while self.flags.has(Flag::Congested) && self.takes_messages() {
            let written = self.poll_write_for(Side::Sender, context);
            if self.flags.has(Flag::Congested) {
                ready!(self.poll_time_or(me, written, context));
            }
        }
        self.wakers.forget(Side::Sender);
        Poll::Ready(())
    }

    /// Waits until everything queued has left, or nothing can leave any more.
    pub(crate) fn poll_flush(&mut self, me: &Arc<Shared>, context: &mut Context<'_>) -> Poll<()> {
        while (self.connection.unsent_bytes() > 0 || self.flags.has(Flag::Unflushed))
            && !self.is_over()
        {
            let written = self.poll_write_for(Side::Sender, context);
            ready!(self.poll_time_or(me, written, context));
        }
        self.wakers.forget(Side::Sender);
        Poll::Ready(())
    }

    /// For a side that only writes: pending until bytes have left or a deadline has passed.
    fn poll_time_or(
        &mut self,
        me: &Arc<Shared>,
        written: Poll<()>,
        context: &mut Context<'_>,
    ) -> Poll<()> {
        if written.is_ready() {
            return Poll::Ready(());
        }
        let joint = self.wakers.register(Side::Sender, context);
        let waker = joint.as_ref().unwrap_or(context.waker());
        self.poll_time(me, &mut Context::from_waker(waker))
    }

    /// Whether messages can be sent.
    #[inline]
    pub(crate) fn takes_messages(&self) -> bool {
        self.connection.is_open() && self.write_fault.is_none()
    }

    /// Whether what is queued now only joins what waits for the flush that is arranged already.
    #[inline]
    pub(crate) fn gathers(&self) -> bool {
        self.flags.has(Flag::FlushArranged)
            && self.flags.has(Flag::HandedOut)
            && self.takes_messages()
            && self.may_gather()
    }

    /// Whether so little is unsent that it may wait for more.
    #[inline]
    fn may_gather(&self) -> bool {
        let high = self.connection.limits().send_high_bytes;
        self.connection.unsent_bytes() < high.min(GATHERED_BYTES)
    }

    /// Queues a small message if it only joins what waits for the flush that is arranged already,
    /// and goes on to do so; otherwise nothing is done, and the answer is false.
    #[inline]
    pub(crate) fn gather(&mut self, message: &Message) -> bool {
        let arranged = self.flags.has(Flag::FlushArranged);
        if !arranged || !self.flags.has(Flag::HandedOut) || self.write_fault.is_some() {
            return false;
        }
        let high = self.connection.limits().send_high_bytes;
        self.connection
            .send_behind(message, high.min(GATHERED_BYTES))
    }

    /// Queues a message.
    #[inline]
    pub(crate) fn send(&mut self, message: Message, how: Compression) -> Result<(), Misuse> {
        self.lend_buffer();
        let sent = self.connection.send(message, how);
        self.after_sending(sent)
    }

    /// Queues a piece of a message; the first one may only follow a finished message.
    pub(crate) fn send_piece(
        &mut self,
        piece: Piece,
        how: Compression,
        place: PieceOf,
    ) -> Result<(), Misuse> {
        if self.flags.has(Flag::SendingPieces)
            && place == PieceOf::NewMessage
            && self.connection.is_open()
        {
            return Err(Misuse::MessageInProgress);
        }
        self.lend_buffer();
        let last = piece.last;
        let sent = self
            .connection
            .send_piece(piece.kind, piece.data, last, how);
        if sent.is_ok() {
            self.flags.note(Flag::SendingPieces, !last);
        }
        self.after_sending(sent)
    }

    /// An extension that cannot go on has begun to close the connection.
    #[inline]
    pub(super) fn after_sending(&mut self, sent: Result<(), Misuse>) -> Result<(), Misuse> {
        if sent.is_err() && !self.connection.is_open() {
            self.wakers.wake_all();
        }
        sent
    }

    /// Queues a ping.
    pub(crate) fn ping(&mut self) -> Result<(), Misuse> {
        self.lend_buffer();
        self.connection.ping(Instant::now().into_std())?;
        self.wake_for_deadline();
        Ok(())
    }

    /// Something was queued: has it leave, now or together with what follows from the same read.
    pub(crate) fn after_queueing(&mut self, shared: &Arc<Shared>, context: &mut Context<'_>) {
        let more_came = self.flags.has(Flag::HandedOut)
            || self.flags.has(Flag::Unlooked) && self.input.is_some();
        let gathering = more_came && self.may_gather();
        if gathering && self.arrange_flush(shared) {
            return;
        }
        // The caller may not come back for a while; the rest leaves all the same.
        if self.poll_write_for(Side::Sender, context).is_pending() && self.arrange_flush(shared) {
            self.wakers.forget(Side::Sender);
        }
    }

    /// The application gets something to do, and may not receive again for a while: pongs that were
    /// queued on the way leave all the same.
    #[inline]
    pub(crate) fn after_event(&mut self, shared: &Arc<Shared>) {
        if self.connection.unsent_bytes() > 0 {
            self.arrange_flush(shared);
        }
    }

    /// Writes what was gathered, for the one who promised to.
    pub(crate) fn poll_arranged_flush(&mut self, context: &mut Context<'_>) -> Poll<()> {
        ready!(self.poll_write_for(Side::Flush, context));
        self.flags.lower(Flag::FlushArranged);
        Poll::Ready(())
    }

    /// Has somebody write what is queued. False if nobody can: outside of a runtime.
    pub(crate) fn arrange_flush(&mut self, shared: &Arc<Shared>) -> bool {
        if !self.flags.has(Flag::FlushArranged) && scope::arrange_flush(shared) {
            self.flags.raise(Flag::FlushArranged);
        }
        self.flags.has(Flag::FlushArranged)
    }
}

/// Which message a piece belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PieceOf {
    /// It is the first one.
    NewMessage,
    /// An earlier piece was of the same message.
    SameMessage,
}
