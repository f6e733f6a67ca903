//! Readiness, edge-triggered: told once, when something changes.

use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};

use rustix::event::Timespec;
use rustix::event::epoll::{self, CreateFlags, Event, EventData, EventFlags};
use rustix::io::Errno;

/// How many sockets one wait may tell of.
const EVENTS: usize = 1024;

/// An epoll instance. Sockets are known by the number of their descriptor.
pub struct Poll {
    epoll: OwnedFd,
    events: Vec<Event>,
}

/// What a socket is ready for.
#[derive(Clone, Copy, Debug)]
pub struct Ready {
    /// The number of its descriptor.
    pub fd: usize,
    /// Something arrived, or the peer ended its direction.
    pub to_read: bool,
    /// The peer ended its direction, or the connection failed: read until the end shows.
    pub to_end: bool,
    /// There is room again.
    pub to_write: bool,
}

impl Poll {
    /// A new one that watches nothing yet.
    ///
    /// # Errors
    ///
    /// If the operating system has none left.
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            epoll: epoll::create(CreateFlags::CLOEXEC)?,
            events: Vec::with_capacity(EVENTS),
        })
    }

    /// Watches a listener: it is told of again and again while connections wait.
    ///
    /// # Errors
    ///
    /// If the operating system refuses.
    pub fn watch_listener(&self, listener: &OwnedFd) -> io::Result<()> {
        let data = EventData::new_u64(number(listener));
        Ok(epoll::add(&self.epoll, listener, data, EventFlags::IN)?)
    }

    /// Watches a socket for what arrives and for its end.
    ///
    /// # Errors
    ///
    /// If the operating system refuses.
    pub fn watch(&self, socket: &impl AsFd) -> io::Result<()> {
        let flags = EventFlags::IN | EventFlags::RDHUP | EventFlags::ET;
        let data = EventData::new_u64(number(socket));
        Ok(epoll::add(&self.epoll, socket, data, flags)?)
    }

    /// Watches a socket for room to write as well, from now on.
    ///
    /// # Errors
    ///
    /// If the operating system refuses.
    pub fn watch_writes(&self, socket: &impl AsFd) -> io::Result<()> {
        let flags = EventFlags::IN | EventFlags::OUT | EventFlags::RDHUP | EventFlags::ET;
        let data = EventData::new_u64(number(socket));
        Ok(epoll::modify(&self.epoll, socket, data, flags)?)
    }

    /// Waits until something is ready, or until `timeout` has passed, and puts it into `ready`
    /// instead of what was there.
    ///
    /// # Errors
    ///
    /// If the operating system refuses to wait.
    pub fn wait(&mut self, ready: &mut Vec<Ready>, timeout: Option<&Timespec>) -> io::Result<()> {
        ready.clear();
        self.events.clear();
        let room = rustix::buffer::spare_capacity(&mut self.events);
        match epoll::wait(&self.epoll, room, timeout) {
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        ready.extend(self.events.iter().map(|event| {
            let flags = event.flags;
            let end = EventFlags::RDHUP | EventFlags::HUP | EventFlags::ERR;
            Ready {
                fd: usize::try_from(event.data.u64()).unwrap_or(usize::MAX),
                to_read: flags.intersects(EventFlags::IN | end),
                to_end: flags.intersects(end),
                to_write: flags.intersects(EventFlags::OUT | end),
            }
        }));
        Ok(())
    }
}

fn number(socket: &impl AsFd) -> u64 {
    let socket: BorrowedFd<'_> = socket.as_fd();
    u64::try_from(socket.as_raw_fd()).unwrap_or(u64::MAX)
}
