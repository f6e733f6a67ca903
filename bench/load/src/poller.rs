//! Which sockets are ready: edge-triggered epoll, so that a socket is registered once.

use core::time::Duration;
use std::os::fd::{AsFd, OwnedFd};

use anyhow::{Context as _, Result};
use rustix::buffer::spare_capacity;
use rustix::event::Timespec;
use rustix::event::epoll::{self, CreateFlags, Event, EventData, EventFlags};
use rustix::io::Errno;

/// An epoll instance and the events of the last wait.
pub(crate) struct Poller {
    epoll: OwnedFd,
    events: Vec<Event>,
}

/// What is known of a socket after a wait.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ready {
    /// The number under which the socket was registered.
    pub(crate) token: usize,
    flags: EventFlags,
}

impl Ready {
    /// Whether there is something to read, be it an end.
    pub(crate) const fn to_read(self) -> bool {
        self.flags.intersects(EventFlags::IN.union(Self::END))
    }

    /// Whether there may be room to write.
    pub(crate) const fn to_write(self) -> bool {
        self.flags.contains(EventFlags::OUT)
    }

    /// Whether the connection ended, so that a short read is not the last one.
    pub(crate) const fn ended(self) -> bool {
        self.flags.intersects(Self::END)
    }

    const END: EventFlags = EventFlags::RDHUP
        .union(EventFlags::HUP)
        .union(EventFlags::ERR);
}

impl Poller {
    /// An instance that watches nothing yet.
    pub(crate) fn new() -> Result<Self> {
        let epoll =
            epoll::create(CreateFlags::CLOEXEC).context("cannot create an epoll instance")?;
        Ok(Self {
            epoll,
            events: Vec::with_capacity(EVENTS_AT_ONCE),
        })
    }

    /// Watches a socket for both directions, until it is removed or closed.
    pub(crate) fn add(&self, socket: impl AsFd, token: usize) -> Result<()> {
        let flags = EventFlags::IN | EventFlags::OUT | EventFlags::RDHUP | EventFlags::ET;
        epoll::add(&self.epoll, socket, EventData::new_u64(token as u64), flags)
            .context("cannot watch a socket")
    }

    /// Watches a socket no longer.
    pub(crate) fn remove(&self, socket: impl AsFd) -> Result<()> {
        epoll::delete(&self.epoll, socket).context("cannot forget a socket")
    }

    /// Waits until something is ready, at most `longest`; says how many sockets are.
    pub(crate) fn wait(&mut self, longest: Duration) -> Result<usize> {
        let timeout = Timespec::try_from(longest).context("too long to wait")?;
        self.events.clear();
        match epoll::wait(
            &self.epoll,
            spare_capacity(&mut self.events),
            Some(&timeout),
        ) {
            Ok(count) => Ok(count),
            Err(Errno::INTR) => Ok(0),
            Err(fault) => Err(fault).context("cannot wait"),
        }
    }

    /// One of the sockets that the last wait found ready.
    pub(crate) fn ready(&self, index: usize) -> Ready {
        let event = self.events[index];
        Ready {
            token: event.data.u64() as usize,
            flags: event.flags,
        }
    }
}

/// So many ready sockets are taken from the kernel in one call.
const EVENTS_AT_ONCE: usize = 1024;
