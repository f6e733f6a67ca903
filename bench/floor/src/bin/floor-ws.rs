//! A bare epoll WebSocket echo: nothing but what an echo cannot do without.
#![forbid(unsafe_code)]

use std::io;
use std::os::fd::{AsRawFd, OwnedFd};

use floor::{Connection, Options, Poll, Scratch, accept, listen};

fn main() -> io::Result<()> {
    let options = Options::from_env();
    options.refuse_if(&[
        ("--mode batched", options.batched),
        ("--deflate", options.deflate.is_some()),
        ("--tls", options.tls.is_some()),
    ]);
    let listener = listen()?;
    let listener_number = number(&listener);
    let mut poll = Poll::new()?;
    poll.watch_listener(&listener)?;

    let mut scratch = Scratch::default();
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
                continue;
            }
            let Some(mut connection) = connections[event.fd].take() else {
                continue;
            };
            let others = options.broadcast.then_some(connections.as_mut_slice());
            if let Ok(true) = connection.turn(*event, &poll, &mut scratch, others) {
                connections[event.fd] = Some(connection);
            }
        }
    }
}

fn number(socket: &OwnedFd) -> usize {
    usize::try_from(socket.as_raw_fd()).expect("an open descriptor is not negative")
}
