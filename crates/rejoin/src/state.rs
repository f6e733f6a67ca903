//! The driver of one connection: joins the protocol core, the transport, the clock and buffers.
//!
//! # When bytes leave
//!
//! A message that is sent leaves at once, in one write with everything queued before it. There is
//! one exception: while further bytes from the peer, taken in by the same read, wait to be looked
//! at, answers gather. They leave in one write when those bytes have been looked at, when more than
//! the low mark has gathered, or when the task at work waits for anything at all, whichever is
//! first.

use core::future::Future;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker, ready};
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::{Buf, BytesMut};
use rejoin_proto::{CloseFrame, Closure, Connection, Delivery, Event, Misuse, Transmit};
use tokio::io::{AsyncReadExt, AsyncWrite};
use tokio::time::{Instant, Sleep};

use crate::buffers;
use crate::scope;
use crate::transport::Transport;
use crate::wakers::{Side, Wakers};

/// How many reads one poll makes at the most before it lets other tasks have their turn.
const READS_PER_POLL: u32 = 16;

/// Up to this size an unfinished frame is moved to memory of its own size while the connection is
/// idle, so that the thread's buffer can go on to others.
const MOVED_BYTES: usize = 8 << 10;

/// One connection, shared by its handles and by the flush that was arranged for it.
pub(crate) type Shared = Mutex<State<dyn Transport>>;

/// The driver's own part of a connection. The transport stands last, because it is unsized.
pub(crate) struct State<T: ?Sized> {
    pub(crate) connection: Connection,
    /// Bytes read and not yet looked at; owns no memory while it is empty.
    input: BytesMut,
    timer: Option<Pin<Box<Sleep>>>,
    /// When the last read or timeout was.
    now: Instant,
    wakers: Wakers,
    /// Handles that the application holds.
    handles: u8,
    /// Whether unsent bytes have passed the high mark and not yet sunk to the low one.
    congested: bool,
    /// Whether somebody is going to write what has gathered.
    flush_arranged: bool,
    /// Whether the transport may hold written bytes back.
    unflushed: bool,
    /// Whether the connection is over and everything was given back.
    phase: Phase,
    at_end: Option<AtEnd>,
    transport: T,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Running,
    LetGo,
}

/// Told how the connection ended, once, while its state is locked.
pub(crate) type AtEnd = Box<dyn FnOnce(&Closure) + Send>;

/// Takes over a transport on which the opening handshake is done; `input` is what was read
/// behind it.
pub(crate) fn share(
    transport: impl Transport,
    connection: Connection,
    input: BytesMut,
) -> Arc<Shared> {
    Arc::new(Mutex::new(State {
        connection,
        input,
        timer: None,
        now: Instant::now(),
        wakers: Wakers::default(),
        handles: 1,
        congested: false,
        flush_arranged: false,
        unflushed: false,
        phase: Phase::Running,
        at_end: None,
        transport,
    }))
}

pub(crate) fn lock(shared: &Shared) -> MutexGuard<'_, State<dyn Transport>> {
    // Every method leaves the state whole before it calls out, so a panic elsewhere while the lock
    // was held does not keep the connection from being closed.
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

#[expect(
    clippy::needless_pass_by_ref_mut,
    reason = "the usual shape of poll functions"
)]
impl State<dyn Transport> {
    /// The next event, or `None` once the connection is over.
    ///
    /// Drives everything on the way: answers leave, timers fire, the closing handshake goes on.
    pub(crate) fn poll_event(
        &mut self,
        context: &mut Context<'_>,
        delivery: Delivery,
    ) -> Poll<Option<Event>> {
        let mut reads = 0;
        loop {
            let now = self.now.into_std();
            if let Some(event) = self.connection.receive(&mut self.input, delivery, now) {
                return Poll::Ready(Some(event));
            }
            let waker = self.wakers.register(Side::Receiver, context);
            let context = &mut Context::from_waker(&waker);
            let written = self.poll_write_out(context);
            if self.is_over() {
                return Poll::Ready(None);
            }
            if self.poll_time(context).is_ready() {
                continue;
            }
            if reads == READS_PER_POLL {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            reads += 1;
            if self.connection.wants_read() {
                ready!(self.poll_read(context));
            } else {
                // Only our own last bytes are waited for.
                ready!(written);
            }
        }
    }

    /// Waits until there is room for a message: at once below the high mark, otherwise until
    /// unsent bytes have sunk to the low one, or the connection is over.
    pub(crate) fn poll_room(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let high = self.connection.limits().send_high_bytes;
        self.congested |= self.connection.unsent_bytes() >= high;
        while self.congested && !self.is_over() {
            let waker = self.wakers.register(Side::Sender, context);
            let context = &mut Context::from_waker(&waker);
            let written = self.poll_write_out(context);
            if self.poll_time(context).is_ready() {
                continue;
            }
            ready!(written);
        }
        Poll::Ready(())
    }

    /// Waits until everything queued has left.
    pub(crate) fn poll_flush(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let waker = self.wakers.register(Side::Sender, context);
        let context = &mut Context::from_waker(&waker);
        while self.connection.unsent_bytes() > 0 || self.unflushed {
            let written = self.poll_write_out(context);
            if self.is_over() {
                break;
            }
            if self.poll_time(context).is_ready() {
                continue;
            }
            ready!(written);
        }
        Poll::Ready(())
    }

    /// Something was queued: has it leave, now or together with what follows from the same read.
    pub(crate) fn after_queueing(&mut self, shared: &Arc<Shared>, context: &mut Context<'_>) {
        let gathering = !self.input.is_empty()
            && self.connection.unsent_bytes() < self.connection.limits().send_low_bytes;
        if gathering && self.arrange_flush(shared) {
            return;
        }
        let waker = self.wakers.register(Side::Sender, context);
        if self
            .poll_write_out(&mut Context::from_waker(&waker))
            .is_pending()
        {
            // The caller may not come back for a while; the rest leaves all the same.
            self.arrange_flush(shared);
        }
    }

    /// Writes what was gathered, for the one who promised to.
    pub(crate) fn poll_arranged_flush(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let waker = self.wakers.register(Side::Flush, context);
        ready!(self.poll_write_out(&mut Context::from_waker(&waker)));
        self.flush_arranged = false;
        Poll::Ready(())
    }

    /// Has somebody write what is queued. False if nobody can: outside of a runtime.
    pub(crate) fn arrange_flush(&mut self, shared: &Arc<Shared>) -> bool {
        self.flush_arranged = self.flush_arranged || scope::arrange_flush(shared);
        self.flush_arranged
    }

    /// Begins to close.
    pub(crate) fn start_close(&mut self, close: CloseFrame) -> Result<(), Misuse> {
        self.now = Instant::now();
        self.connection.close(close, self.now.into_std())
    }

    /// Lets go of the connection at once, without a word to the peer.
    pub(crate) fn abandon(&mut self) {
        self.connection.abandon(Instant::now().into_std());
        self.is_over();
        self.wakers.wake_all();
    }

    /// Whether nothing more can arrive or leave. The first to ask then tidies up.
    pub(crate) fn is_over(&mut self) -> bool {
        let over = self.connection.is_over();
        if over {
            self.let_go();
        }
        over
    }

    /// Has `at_end` called when the connection is over.
    pub(crate) fn set_at_end(&mut self, at_end: AtEnd) {
        self.at_end = Some(at_end);
    }

    /// Wakes whoever works on the connection, after a change from outside.
    pub(crate) fn wake(&mut self) {
        self.wakers.wake_all();
    }

    /// How it ended, once it is over.
    pub(crate) fn closure(&self) -> Option<Closure> {
        self.connection.closure()
    }

    pub(crate) fn add_handle(&mut self) {
        self.handles += 1;
    }

    /// A handle is gone; true if it was the last one.
    pub(crate) fn drop_handle(&mut self) -> bool {
        self.handles = self.handles.saturating_sub(1);
        self.handles == 0
    }

    /// Bytes that this connection holds besides the fixed size of its parts.
    pub(crate) fn held_bytes(&self) -> usize {
        self.input.capacity() + self.connection.held_bytes()
    }

    /// Writes until nothing is queued, then ends our direction if that is due.
    fn poll_write_out(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if !self.connection.is_open() {
            // Deadlines of the closing handshake start from here.
            self.now = Instant::now();
        }
        let now = self.now.into_std();
        let outcome = loop {
            match self.connection.poll_transmit(now) {
                Transmit::Write(outbox) => {
                    let transport = Pin::new(&mut self.transport);
                    let written = ready!(poll_write_some(transport, context, outbox));
                    match written {
                        Ok(()) => self.unflushed = true,
                        Err(error) => break Err(error),
                    }
                    let low = self.connection.limits().send_low_bytes;
                    if self.congested && self.connection.unsent_bytes() <= low {
                        self.congested = false;
                        self.wakers.wake(Side::Sender);
                    }
                }
                Transmit::Shutdown => {
                    let ended = ready!(Pin::new(&mut self.transport).poll_shutdown(context));
                    // The peer may be gone already; what matters is that we have ended.
                    self.connection.transport_shut_down();
                    if ended.is_err() {
                        break Ok(());
                    }
                }
                Transmit::Idle => break Ok(()),
            }
        };
        let outcome = match outcome {
            Ok(()) if self.unflushed => ready!(Pin::new(&mut self.transport).poll_flush(context)),
            outcome => outcome,
        };
        self.unflushed = false;
        if let Err(error) = outcome {
            self.connection.receive_error(error.kind(), now);
        }
        buffers::give_back(self.connection.outbox().take_spare());
        Poll::Ready(())
    }

    /// Reads once. Ready means that something has changed; the end of the transport is noted.
    fn poll_read(&mut self, context: &mut Context<'_>) -> Poll<()> {
        self.make_room();
        // The future holds nothing between polls, so that it may be made anew for each.
        let read = pin!(self.transport.read_buf(&mut self.input)).poll(context);
        let Poll::Ready(read) = read else {
            self.release_input();
            return Poll::Pending;
        };
        self.now = Instant::now();
        let now = self.now.into_std();
        match read {
            Ok(0) => {
                self.connection.receive_eof(now);
                self.input = BytesMut::new();
            }
            Ok(_) => {}
            Err(error) => {
                self.connection.receive_error(error.kind(), now);
                self.input = BytesMut::new();
            }
        }
        Poll::Ready(())
    }

    /// Room for a read: the thread's buffer, or, for a large message, more of its own, but never
    /// more than the peer has already sent of it.
    fn make_room(&mut self) {
        let wanted = self.connection.wanted_bytes(self.input.len());
        let room = self.input.capacity() - self.input.len();
        if self.input.is_empty() && wanted == 0 {
            if room < buffers::LEAST_ROOM_BYTES {
                buffers::give_back(core::mem::take(&mut self.input));
                self.input = buffers::take();
            }
        } else if wanted > room {
            let shown = self.input.len().max(buffers::BUFFER_BYTES);
            self.input.reserve(wanted.min(shown));
        } else if wanted == 0 && room < buffers::LEAST_ROOM_BYTES {
            self.input.reserve(buffers::BUFFER_BYTES);
        }
    }

    /// The connection goes idle: the buffer goes back to the thread.
    fn release_input(&mut self) {
        if self.input.is_empty() {
            buffers::give_back(core::mem::take(&mut self.input));
        } else if self.input.len() <= MOVED_BYTES && self.input.capacity() > MOVED_BYTES {
            let own = BytesMut::from(self.input.as_ref());
            buffers::give_back(core::mem::replace(&mut self.input, own));
        }
    }

    /// Lets deadlines pass. Ready means that one has; pending that the timer is set.
    fn poll_time(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let Some(deadline) = self.connection.poll_timeout().map(Instant::from_std) else {
            self.timer = None;
            return Poll::Pending;
        };
        let timer = self
            .timer
            .get_or_insert_with(|| Box::pin(tokio::time::sleep_until(deadline)));
        // A later deadline is looked at when the timer fires: most reads only move it.
        if timer.deadline() > deadline {
            timer.as_mut().reset(deadline);
        }
        loop {
            ready!(timer.as_mut().poll(context));
            if deadline <= timer.deadline() {
                break;
            }
            timer.as_mut().reset(deadline);
        }
        self.now = Instant::now();
        self.connection.handle_timeout(self.now.into_std());
        if let Some(next) = self.connection.poll_timeout() {
            timer.as_mut().reset(Instant::from_std(next));
        }
        Poll::Ready(())
    }

    /// Gives everything back, ends our direction if nobody has, and tells whoever wants to know.
    fn let_go(&mut self) {
        if core::mem::replace(&mut self.phase, Phase::LetGo) == Phase::LetGo {
            return;
        }
        self.timer = None;
        self.input = BytesMut::new();
        // Best effort: close_notify for TLS, FIN for TCP. The peer has said all it had to.
        let context = &mut Context::from_waker(Waker::noop());
        let _ = Pin::new(&mut self.transport).poll_shutdown(context);
        self.wakers.wake_all();
        if let (Some(at_end), Some(closure)) = (self.at_end.take(), self.connection.closure()) {
            at_end(&closure);
        }
    }
}

impl<T: ?Sized> fmt::Debug for State<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State")
            .field("connection", &self.connection)
            .finish_non_exhaustive()
    }
}

/// One write, vectored where the transport can.
fn poll_write_some(
    transport: Pin<&mut (dyn Transport + 'static)>,
    context: &mut Context<'_>,
    outbox: &mut rejoin_proto::Outbox,
) -> Poll<io::Result<()>> {
    const SLICES: usize = 64;
    let written = if transport.is_write_vectored() {
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
