//! Many open connections, served by one thread: frames out of the script, answers verified.

mod link;

use core::time::Duration;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::answers::Book;
use crate::deflate::Agreement;
use crate::dial::{Attempt, Layer, reset_on_close};
use crate::frame::{self, CLOSE, FIN, PING};
use crate::handshake::{Handshake, Wishes};
use crate::patience::Patience;
use crate::poller::Poller;
use crate::process;
use crate::script::{Echo, Plan, Script};

use self::link::Link;

/// The connections and all that they share.
pub(crate) struct Crowd {
    wishes: Wishes,
    handshake: Handshake,
    plan: Plan,
    poller: Poller,
    links: Vec<Link>,
    /// What was agreed on the first connection, and so on all others.
    agreement: Option<Agreement>,
    /// Written when the first connection is open.
    book: Option<Book>,
    room: Box<[u8]>,
    patience: Patience,
}

/// What one ready connection brought.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Served {
    /// Which connection.
    pub(crate) link: usize,
    /// How many answers became complete.
    pub(crate) answered: usize,
    /// How many messages still wait for an answer.
    pub(crate) awaited: usize,
    /// When the last messages of this connection were sent.
    pub(crate) sent_at: Instant,
}

impl Crowd {
    /// Nobody yet.
    pub(crate) fn new(wishes: Wishes, plan: Plan, patience: Duration) -> Result<Self> {
        Ok(Self {
            wishes,
            handshake: match plan.echo {
                Echo::Messages => Handshake::new(wishes),
                Echo::Bytes => Handshake::greeting(),
            },
            plan,
            poller: Poller::new()?,
            links: Vec::new(),
            agreement: None,
            book: None,
            room: vec![0; ROOM].into_boxed_slice(),
            patience: Patience::new(patience),
        })
    }

    /// Opens connections until there are so many, a limited number of them at a time.
    pub(crate) fn open(&mut self, connections: usize) -> Result<()> {
        process::make_room_for(connections)?;
        let mut dialling = Poller::new()?;
        let mut attempts: Vec<Option<Attempt>> = Vec::new();
        let mut started = self.links.len();
        // The first one alone: what it agrees to is what all must agree to.
        let mut at_a_time = if self.book.is_none() {
            1
        } else {
            DIALLED_AT_A_TIME
        };
        while self.links.len() < connections {
            while started < connections && started - self.links.len() < at_a_time {
                let attempt = Attempt::start(self.wishes.server, started, &Layer::Plain)?;
                dialling.add(attempt.stream(), attempts.len())?;
                attempts.push(Some(attempt));
                started += 1;
            }
            let count = dialling.wait(self.patience.left()?)?;
            for index in 0..count {
                let slot = &mut attempts[dialling.ready(index).token];
                let Some(mut attempt) = slot.take() else {
                    continue;
                };
                match attempt.advance(&self.handshake)? {
                    None => *slot = Some(attempt),
                    Some(welcome) => {
                        self.patience.renew(Instant::now());
                        let stream = attempt.into_stream();
                        dialling.remove(&stream)?;
                        self.admit(stream, welcome.agreement.as_ref())?;
                        at_a_time = DIALLED_AT_A_TIME;
                    }
                }
            }
        }
        Ok(())
    }

    fn admit(&mut self, stream: TcpStream, agreement: Option<&Agreement>) -> Result<()> {
        if self.book.is_none() {
            let script = Script::new(self.plan, agreement)?;
            self.book = Some(Book::new(script, agreement));
            self.agreement = agreement.cloned();
        }
        if self.agreement.as_ref() != agreement {
            bail!("the server agrees to something else on each connection: {agreement:?}");
        }
        let connection = self.links.len();
        let position = self.book()?.script.first_position(connection);
        reset_on_close(&stream)?;
        self.poller.add(&stream, connection)?;
        self.links.push(Link::new(stream, position));
        Ok(())
    }

    /// How many connections there are.
    pub(crate) const fn len(&self) -> usize {
        self.links.len()
    }

    /// What the server answered to the offer of an extension.
    pub(crate) fn agreed(&self) -> Option<String> {
        Some(self.agreement.as_ref()?.text.clone())
    }

    /// What was learned from all connections together.
    pub(crate) fn book(&mut self) -> Result<&mut Book> {
        self.book.as_mut().context("no connection is open yet")
    }

    /// Sends the next messages on a connection in one write: `at_most` so many, fewer where the
    /// script begins anew. Says how many.
    pub(crate) fn send(&mut self, link: usize, at_most: usize, now: Instant) -> Result<usize> {
        let script = &self
            .book
            .as_ref()
            .context("no connection is open yet")?
            .script;
        let link = &mut self.links[link];
        let count = at_most.min(script.until_turn(link.next));
        link.give(script.place(link.next, count), script)?;
        link.next = script.next(link.next + count - 1);
        link.awaited += count;
        link.sent_at = now;
        self.patience.renew(now);
        Ok(count)
    }

    /// Sends the next message on the first connection and awaits it on all of them.
    pub(crate) fn broadcast(&mut self, now: Instant) -> Result<()> {
        for link in self.links.iter_mut().skip(1) {
            link.awaited += 1;
        }
        self.send(0, 1, now)?;
        Ok(())
    }

    /// Whether everything given to this connection is written.
    pub(crate) fn has_sent(&self, link: usize) -> bool {
        self.links[link].has_sent()
    }

    /// Waits until connections are ready, at most `longest`; says how many are.
    pub(crate) fn wait(&mut self, longest: Duration) -> Result<usize> {
        let count = self.poller.wait(longest.min(self.patience.left()?))?;
        if count > 0 {
            self.patience.renew(Instant::now());
        }
        Ok(count)
    }

    /// Serves one of the connections that the last wait found ready.
    pub(crate) fn serve(&mut self, index: usize) -> Result<Served> {
        let ready = self.poller.ready(index);
        let book = self.book.as_mut().context("no connection is open yet")?;
        let link = &mut self.links[ready.token];
        let answered = if ready.to_read() {
            link.receive(ready, &mut self.room, book)?
        } else {
            0
        };
        if answered > link.awaited {
            bail!("more came back than was sent");
        }
        link.awaited -= answered;
        if ready.to_write() {
            link.flush(&book.script)?;
        }
        Ok(Served {
            link: ready.token,
            answered,
            awaited: link.awaited,
            sent_at: link.sent_at,
        })
    }

    /// Stays for so long with nothing to send: answers Pings, and notices when a connection ends.
    pub(crate) fn stay(&mut self, long: Duration) -> Result<()> {
        let until = Instant::now() + long;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                self.patience.renew(until);
                return Ok(());
            }
            for index in 0..self.poller.wait(left)? {
                self.serve(index)?;
            }
        }
    }

    /// Sends a Ping on every connection and waits for every Pong: after that the server reads from
    /// all of them, whatever it does between the handshake and its first read.
    pub(crate) fn ping_all(&mut self) -> Result<()> {
        let mut ping = Vec::new();
        frame::push_client_frame(&mut ping, FIN | PING, [1, 2, 3, 4], b"here?");
        let script = &self
            .book
            .as_ref()
            .context("no connection is open yet")?
            .script;
        for link in &mut self.links {
            link.control.extend_from_slice(&ping);
            link.flush(script)?;
        }
        let mut missing = self.links.len();
        while missing > 0 {
            for index in 0..self.wait(Duration::MAX)? {
                let token = self.poller.ready(index).token;
                let before = self.links[token].answers.pongs();
                self.serve(index)?;
                missing -= (self.links[token].answers.pongs() - before).min(missing);
            }
        }
        Ok(())
    }

    /// Says goodbye on every connection, one after the other, and closes it as soon as the server
    /// has, a quarter of a second later at most.
    pub(crate) fn leave(&mut self) -> Result<()> {
        let mut close = Vec::new();
        frame::push_client_frame(
            &mut close,
            FIN | CLOSE,
            [5, 6, 7, 8],
            &1000_u16.to_be_bytes(),
        );
        for mut link in self.links.drain(..) {
            self.poller.remove(&link.stream)?;
            link.stream
                .set_nonblocking(false)
                .context("cannot change a socket")?;
            link.stream
                .set_read_timeout(Some(Duration::from_millis(250)))?;
            link.stream
                .write_all(&close)
                .context("cannot send a Close frame")?;
            while matches!(link.stream.read(&mut self.room), Ok(1..)) {}
        }
        Ok(())
    }
}

/// One read takes so much.
const ROOM: usize = 256 * 1024;

/// So many handshakes are in progress at once.
const DIALLED_AT_A_TIME: usize = 256;
