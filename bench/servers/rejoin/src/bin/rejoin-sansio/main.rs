//! Rejoin's protocol on bare epoll, without a runtime: what a driver of one's own can reach.
//!
//! One buffer and one outbox are lent to the connection whose turn it is. All answers to one read
//! leave in one write. Time is looked at once a second, which is often enough for keepalive and for
//! the deadlines of handshakes and closes.
#![forbid(unsafe_code)]

mod client;
mod lent;

use std::io;
use std::os::fd::{AsRawFd, OwnedFd};
use std::time::{Duration, Instant};

use floor::{Deflate, Options, Poll, Ready, accept, listen};
use rejoin_proto::Prepared;
use rejoin_proto::extension::Compression;
use rejoin_proto::extension::deflate::PermessageDeflate;
use rejoin_proto::handshake::{Extensions, ServerOptions};
use rustix::event::Timespec;

use client::Client;
use lent::Lent;

const TICK: Duration = Duration::from_secs(1);

fn main() -> io::Result<()> {
    let options = Options::from_env();
    options.refuse_if(&[
        ("--mode batched", options.batched),
        ("--tls", options.tls.is_some()),
    ]);
    let listener = listen()?;
    let mut server = Server {
        lent: Lent::new(server_options(&options)),
        clients: Vec::new(),
        poll: Poll::new()?,
    };
    server.poll.watch_listener(&listener)?;
    server.run(&listener, options.broadcast)
}

fn server_options(options: &Options) -> ServerOptions {
    let mut deflate = PermessageDeflate::server();
    if options.deflate == Some(Deflate::NoTakeover) {
        deflate = deflate
            .server_no_context_takeover()
            .client_no_context_takeover();
    }
    ServerOptions::default().with_extensions(Extensions::new().optional(deflate))
}

struct Server {
    lent: Lent,
    /// By the number of the descriptor.
    clients: Vec<Option<Box<Client>>>,
    poll: Poll,
}

impl Server {
    fn run(&mut self, listener: &OwnedFd, broadcast: bool) -> io::Result<()> {
        let listener_number = number(listener);
        let timeout = Timespec {
            tv_sec: 1,
            tv_nsec: 0,
        };
        let mut ready: Vec<Ready> = Vec::new();
        let mut last_tick = Instant::now();
        loop {
            self.poll.wait(&mut ready, Some(&timeout))?;
            let now = Instant::now();
            for event in &ready {
                if event.fd == listener_number {
                    while let Some(socket) = accept(listener)? {
                        self.admit(socket, now)?;
                    }
                } else if broadcast {
                    self.turn_and_tell(*event, now);
                } else {
                    self.turn(*event, now);
                }
            }
            if now.duration_since(last_tick) >= TICK {
                self.tick(now);
                last_tick = now;
            }
        }
    }

    fn admit(&mut self, socket: OwnedFd, now: Instant) -> io::Result<()> {
        self.poll.watch(&socket)?;
        let place = number(&socket);
        if place >= self.clients.len() {
            self.clients.resize_with(place + 1, || None);
        }
        self.clients[place] = Some(Box::new(Client::new(socket, now)));
        Ok(())
    }

    fn turn(&mut self, event: Ready, now: Instant) {
        let Some(client) = &mut self.clients[event.fd] else {
            return;
        };
        let going = client.turn(event, &self.poll, &mut self.lent, now, None);
        if !going.unwrap_or(false) {
            self.clients[event.fd] = None;
        }
    }

    /// As [`turn`](Self::turn), but what arrives is for everybody.
    fn turn_and_tell(&mut self, event: Ready, now: Instant) {
        let Some(client) = &mut self.clients[event.fd] else {
            return;
        };
        let mut messages = Vec::new();
        let going = client.turn(event, &self.poll, &mut self.lent, now, Some(&mut messages));
        if !going.unwrap_or(false) {
            self.clients[event.fd] = None;
        }
        if messages.is_empty() {
            return;
        }
        let mut prepared = Prepared::new(Compression::Auto);
        for message in messages {
            prepared.push(message);
        }
        for place in &mut self.clients {
            if let Some(client) = place
                && client.tell(&mut prepared, &self.poll, now).is_err()
            {
                *place = None;
            }
        }
    }

    fn tick(&mut self, now: Instant) {
        for place in &mut self.clients {
            if let Some(client) = place
                && !client
                    .tick(&self.poll, &mut self.lent, now)
                    .unwrap_or(false)
            {
                *place = None;
            }
        }
    }
}

fn number(socket: &OwnedFd) -> usize {
    usize::try_from(socket.as_raw_fd()).expect("an open descriptor is not negative")
}
