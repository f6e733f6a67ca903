//! One connection of many: what is still to be written, and how far its answers have come.

use core::ops::Range;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::answers::{Answers, Book};
use crate::dial::is_later;
use crate::frame::{self, FIN, PONG};
use crate::poller::Ready;
use crate::script::Script;

/// One connection.
pub(super) struct Link {
    pub(super) stream: TcpStream,
    pub(super) answers: Answers,
    /// The message to be sent next.
    pub(super) next: usize,
    /// How many messages were sent, in part at least, and not answered.
    pub(super) awaited: usize,
    /// What of the script's frames was given out and is not written.
    unsent: Range<usize>,
    /// Control frames that wait for the end of what is unsent.
    pub(super) control: Vec<u8>,
    /// Whether some bytes of them are written.
    control_begun: bool,
    pub(super) sent_at: Instant,
}

impl Link {
    /// One that has sent nothing and awaits the answer to the message at `position` first.
    pub(super) fn new(stream: TcpStream, position: usize) -> Self {
        Self {
            stream,
            answers: Answers::new(position),
            next: position,
            awaited: 0,
            unsent: 0..0,
            control: Vec::new(),
            control_begun: false,
            sent_at: Instant::now(),
        }
    }

    /// Whether everything given out is written.
    pub(super) fn has_sent(&self) -> bool {
        self.unsent.is_empty()
    }

    /// Gives out a part of the script's frames; those given out before must be written.
    pub(super) fn give(&mut self, place: Range<usize>, script: &Script) -> Result<()> {
        if !self.unsent.is_empty() {
            bail!("a connection was given frames before those it had were written");
        }
        self.unsent = place;
        self.flush(script)
    }

    /// Writes as much as the socket takes: whole frames of the script before a control frame, and a
    /// control frame that was begun before anything else.
    pub(super) fn flush(&mut self, script: &Script) -> Result<()> {
        loop {
            let control_first = self.control_begun || self.unsent.is_empty();
            let bytes = match (control_first, self.control.is_empty()) {
                (true, false) => &self.control[..],
                (true, true) => return Ok(()),
                (false, _) => &script.frames()[self.unsent.clone()],
            };
            match self.stream.write(bytes) {
                Ok(count) if control_first => {
                    self.control.drain(..count);
                    self.control_begun = !self.control.is_empty();
                }
                Ok(count) => self.unsent.start += count,
                Err(fault) if is_later(&fault) => return Ok(()),
                Err(fault) => return Err(fault).context("cannot send"),
            }
        }
    }

    /// Reads and verifies until nothing is left; says how many answers became complete.
    pub(super) fn receive(
        &mut self,
        ready: Ready,
        room: &mut [u8],
        book: &mut Book,
    ) -> Result<usize> {
        let mut complete = 0;
        loop {
            match self.stream.read(room) {
                Ok(0) => bail!("the server ended a connection"),
                Ok(count) => {
                    complete += self.answers.take(&room[..count], book)?;
                    if let Some(ping) = self.answers.ping() {
                        frame::push_client_frame(&mut self.control, FIN | PONG, [9; 4], &ping);
                        self.flush(&book.script)?;
                    }
                    // The rest brings an event of its own, unless this was the end.
                    if count < room.len() && !ready.ended() {
                        return Ok(complete);
                    }
                }
                Err(fault) if is_later(&fault) => return Ok(complete),
                Err(fault) => return Err(fault).context("a connection was lost"),
            }
        }
    }
}
