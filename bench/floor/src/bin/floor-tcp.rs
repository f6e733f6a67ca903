//! A bare epoll TCP echo: writes back what it reads.
#![forbid(unsafe_code)]

use std::io::{self, IoSlice};
use std::os::fd::{AsRawFd, OwnedFd};

use floor::{Options, Poll, READ_BYTES, Ready, Spare, Unsent, accept, listen, receive, write};

fn main() -> io::Result<()> {
    let options = Options::from_env();
    options.refuse_if(&[
        ("--mode batched", options.batched),
        ("--deflate", options.deflate.is_some()),
        ("--tls", options.tls.is_some()),
        ("--broadcast", options.broadcast),
    ]);
    let listener = listen()?;
    let listener_number = number(&listener);
    let mut poll = Poll::new()?;
    poll.watch_listener(&listener)?;

    let mut scratch = Scratch {
        buffer: vec![0; READ_BYTES].into_boxed_slice(),
        spare: Spare::default(),
    };
    // By the number of the descriptor.
    let mut connections: Vec<Option<Connection>> = Vec::new();
    let mut ready = Vec::new();
    loop {
        poll.wait(&mut ready, None)?;
        for event in &ready {
            if event.fd == listener_number {
                while let Some(socket) = accept(&listener)? {
                    poll.watch(&socket)?;
                    let place = number(&socket);
                    if place >= connections.len() {
                        connections.resize_with(place + 1, || None);
                    }
                    connections[place] = Some(Connection::new(socket));
                }
            } else if let Some(place) = connections.get_mut(event.fd)
                && let Some(connection) = place
                && !connection
                    .turn(*event, &poll, &mut scratch)
                    .unwrap_or(false)
            {
                *place = None;
            }
        }
    }
}

struct Connection {
    socket: OwnedFd,
    unsent: Option<Box<Unsent>>,
    /// Reading stopped while there may have been more.
    unread: bool,
    watches_writes: bool,
}

/// What the connection whose turn it is works with.
struct Scratch {
    buffer: Box<[u8]>,
    spare: Spare,
}

impl Connection {
    const fn new(socket: OwnedFd) -> Self {
        Self {
            socket,
            unsent: None,
            unread: false,
            watches_writes: false,
        }
    }

    /// Reads and writes back; returns whether the connection goes on.
    fn turn(&mut self, ready: Ready, poll: &Poll, scratch: &mut Scratch) -> io::Result<bool> {
        let mut to_read = ready.to_read;
        if let Some(unsent) = &mut self.unsent {
            if ready.to_write {
                unsent.flush(&self.socket, &mut scratch.spare)?;
            }
            if !unsent.is_empty() {
                self.unread |= ready.to_read;
                return Ok(true);
            }
            self.unsent = None;
            to_read |= self.unread;
        }
        self.unread = false;
        while to_read {
            let Some(read) = receive(&self.socket, &mut scratch.buffer)? else {
                break;
            };
            if read == 0 {
                return Ok(false);
            }
            let written = write(&self.socket, &[IoSlice::new(&scratch.buffer[..read])])?;
            to_read = read == scratch.buffer.len() || ready.to_end;
            if written < read {
                self.keep(&scratch.buffer[written..read], poll)?;
                self.unread = to_read;
                break;
            }
        }
        Ok(true)
    }

    fn keep(&mut self, rest: &[u8], poll: &Poll) -> io::Result<()> {
        let unsent = self.unsent.get_or_insert_default();
        unsent.push(rest.to_vec(), 0..rest.len());
        if !self.watches_writes {
            poll.watch_writes(&self.socket)?;
            self.watches_writes = true;
        }
        Ok(())
    }
}

fn number(socket: &OwnedFd) -> usize {
    usize::try_from(socket.as_raw_fd()).expect("an open descriptor is not negative")
}
