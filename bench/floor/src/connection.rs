//! One WebSocket connection of the floor: 24 bytes, and what is unfinished in it.

use std::io::{self, IoSlice};
use std::ops::Range;
use std::os::fd::OwnedFd;

use crate::READ_BYTES;
use crate::answer::Answers;
use crate::frame::{Header, is_control, unmask};
use crate::handshake::respond;
use crate::poll::{Poll, Ready};
use crate::socket::{receive, receive_two, write, write_all};
use crate::spare::Spare;
use crate::unsent::Unsent;

/// A frame of more than this that has begun gets a buffer of its own, into which the rest of it is
/// read; a smaller beginning is put in front of what is read next.
const LARGE_BYTES: usize = 16 * 1024;

/// An accepted connection.
#[derive(Debug)]
pub struct Connection {
    socket: OwnedFd,
    partial: Option<Box<Partial>>,
    unsent: Option<Box<Unsent>>,
    phase: Phase,
    /// Reading stopped while there may have been more.
    unread: bool,
    watches_writes: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Phase {
    Handshake,
    Open,
    /// The Close frame was answered: over when nothing is unsent.
    Closing,
}

/// The beginning of something.
#[derive(Debug)]
enum Partial {
    Small(Vec<u8>),
    Large {
        buffer: Vec<u8>,
        header: Header,
        /// How much of the frame is here; its payload is unmasked that far.
        filled: usize,
    },
}

/// What the connection whose turn it is works with.
#[derive(Debug)]
pub struct Scratch {
    buffer: Box<[u8]>,
    /// The answers in `buffer`.
    answers: Answers,
    /// The answer before those, if it has a buffer of its own.
    large: Option<(Vec<u8>, Range<usize>)>,
    head: Vec<u8>,
    spare: Spare,
}

/// What a read came to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Progress {
    /// The peer ended its direction.
    Ended,
    /// All that there was has been read.
    Drained,
    /// There may be more.
    More,
}

impl Default for Scratch {
    fn default() -> Self {
        Self {
            buffer: vec![0; READ_BYTES].into_boxed_slice(),
            answers: Answers::default(),
            large: None,
            head: Vec::new(),
            spare: Spare::default(),
        }
    }
}

impl Scratch {
    /// Forgets the answers of the last read.
    pub fn clear(&mut self) {
        self.answers.clear();
        if let Some((buffer, _)) = self.large.take() {
            self.spare.give(buffer);
        }
    }

    /// Whether the last read brought a frame of data.
    fn has_data(&self) -> bool {
        self.large.is_some() || self.data().next().is_some()
    }

    /// The answers in the buffer that are data, not control frames.
    fn data(&self) -> impl Iterator<Item = &Range<usize>> {
        let ranges = self.answers.ranges.iter();
        ranges.filter(|range| !is_control(self.buffer[range.start]))
    }
}

/// Which of the answers a connection gets, and of whom.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Share {
    /// All, and nobody else does: what it does not take may be kept without copying.
    Own,
    /// All, after others.
    Last,
    /// Data only, as others do.
    Data,
}

impl Connection {
    /// A connection that begins with its handshake.
    pub const fn new(socket: OwnedFd) -> Self {
        Self {
            socket,
            partial: None,
            unsent: None,
            phase: Phase::Handshake,
            unread: false,
            watches_writes: false,
        }
    }

    /// Does what the socket is ready for. Returns whether the connection goes on.
    ///
    /// With `others`, they get what data it sends, too.
    ///
    /// # Errors
    ///
    /// If the connection is gone.
    pub fn turn(
        &mut self,
        ready: Ready,
        poll: &Poll,
        scratch: &mut Scratch,
        mut others: Option<&mut [Option<Self>]>,
    ) -> io::Result<bool> {
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
        while to_read && self.phase != Phase::Closing {
            scratch.clear();
            let progress = self.read(scratch)?;
            if progress == Progress::Ended {
                return Ok(false);
            }
            let share = match others.as_deref_mut().filter(|_| scratch.has_data()) {
                None => Share::Own,
                Some(others) => {
                    tell(others, poll, scratch);
                    Share::Last
                }
            };
            self.write(poll, scratch, share)?;
            to_read = progress == Progress::More || ready.to_end;
            if self.unsent.is_some() {
                self.unread = to_read;
                return Ok(true);
            }
        }
        self.unread = false;
        Ok(self.phase != Phase::Closing)
    }

    /// Reads once, and finds the answers.
    fn read(&mut self, scratch: &mut Scratch) -> io::Result<Progress> {
        let (read, kept) = match self.partial.as_deref_mut() {
            None => (receive(&self.socket, &mut scratch.buffer)?, 0),
            Some(Partial::Small(begun)) => {
                let kept = begun.len();
                scratch.buffer[..kept].copy_from_slice(begun);
                let read = receive(&self.socket, &mut scratch.buffer[kept..])?;
                (read, kept)
            }
            Some(Partial::Large { .. }) => return self.read_large(scratch),
        };
        let Some(read) = read else {
            return Ok(Progress::Drained);
        };
        if read == 0 {
            return Ok(Progress::Ended);
        }
        self.partial = None;
        self.find_answers(scratch, kept + read)?;
        Ok(progress(kept + read, READ_BYTES))
    }

    /// Reads the rest of a large frame, and what follows it into the shared buffer.
    fn read_large(&mut self, scratch: &mut Scratch) -> io::Result<Progress> {
        let Some(Partial::Large {
            buffer,
            header,
            filled,
        }) = self.partial.as_deref_mut()
        else {
            return Ok(Progress::Drained);
        };
        let rest = &mut buffer[*filled..header.total()];
        let missing = rest.len();
        let Some(read) = receive_two(&self.socket, rest, &mut scratch.buffer)? else {
            return Ok(Progress::Drained);
        };
        if read == 0 {
            return Ok(Progress::Ended);
        }
        let own = read.min(missing);
        let arrived = &mut buffer[*filled..*filled + own];
        unmask(header.key, *filled - header.size, arrived);
        *filled += own;
        if own == missing {
            let place = header.answer_in_place(&mut buffer[..*filled]);
            scratch.large = Some((std::mem::take(buffer), place));
            self.partial = None;
            self.find_answers(scratch, read - own)?;
        }
        Ok(progress(read, missing + READ_BYTES))
    }

    /// Finds the answers in the first `filled` bytes of the shared buffer, and keeps the rest.
    fn find_answers(&mut self, scratch: &mut Scratch, filled: usize) -> io::Result<()> {
        let input = &mut scratch.buffer[..filled];
        let mut at = 0;
        if self.phase == Phase::Handshake {
            scratch.head.clear();
            let Some(end) = respond(input, &mut scratch.head) else {
                self.partial = Some(Box::new(Partial::Small(input.to_vec())));
                return Ok(());
            };
            write(&self.socket, &[IoSlice::new(&scratch.head)])?;
            self.phase = Phase::Open;
            at = end;
        }
        at = scratch.answers.find(input, at);
        if scratch.answers.close {
            self.phase = Phase::Closing;
            return Ok(());
        }
        let rest = &input[at..];
        if rest.is_empty() {
            return Ok(());
        }
        let large = scratch
            .answers
            .rest
            .filter(|header| header.total() > LARGE_BYTES);
        self.partial = Some(Box::new(match large {
            None => Partial::Small(rest.to_vec()),
            Some(header) => {
                let mut buffer = scratch.spare.take(header.total());
                buffer[..rest.len()].copy_from_slice(rest);
                unmask(header.key, 0, &mut buffer[header.size..rest.len()]);
                Partial::Large {
                    buffer,
                    header,
                    filled: rest.len(),
                }
            }
        }));
        Ok(())
    }

    /// Writes the answers, and keeps what the socket does not take.
    fn write(&mut self, poll: &Poll, scratch: &mut Scratch, share: Share) -> io::Result<()> {
        let Scratch {
            buffer,
            answers,
            large,
            spare,
            ..
        } = scratch;
        let wanted =
            |range: &&Range<usize>| share != Share::Data || !is_control(buffer[range.start]);
        let ranges = || answers.ranges.iter().filter(wanted).map(Range::clone);
        let mut written = 0;
        if self.unsent.is_none() {
            let first = large.iter().map(|(large, range)| &large[range.clone()]);
            let all = first.chain(ranges().map(|range| &buffer[range]));
            let Some(blocked_at) = write_all(&self.socket, all)? else {
                return Ok(());
            };
            written = blocked_at;
        }
        if !self.watches_writes {
            poll.watch_writes(&self.socket)?;
            self.watches_writes = true;
        }
        let unsent = self.unsent.get_or_insert_default();
        if let Some((bytes, range)) = large {
            let skip = written.min(range.len());
            written -= skip;
            let range = range.start + skip..range.end;
            if share == Share::Own {
                unsent.push(std::mem::take(bytes), range);
                *large = None;
            } else {
                keep(unsent, spare, &bytes[range]);
            }
        }
        for range in ranges() {
            let skip = written.min(range.len());
            written -= skip;
            keep(unsent, spare, &buffer[range.start + skip..range.end]);
        }
        Ok(())
    }
}

/// Writes the data among the answers to everyone whose handshake is done, and drops who is gone.
fn tell(others: &mut [Option<Connection>], poll: &Poll, scratch: &mut Scratch) {
    for place in others {
        if let Some(other) = place.as_mut().filter(|other| other.phase == Phase::Open)
            && other.write(poll, scratch, Share::Data).is_err()
        {
            *place = None;
        }
    }
}

fn keep(unsent: &mut Unsent, spare: &mut Spare, bytes: &[u8]) {
    if bytes.is_empty() {
        return;
    }
    let mut buffer = spare.take(bytes.len());
    buffer[..bytes.len()].copy_from_slice(bytes);
    unsent.push(buffer, 0..bytes.len());
}

/// What `read` of `asked` bytes says: a short read has left nothing behind.
const fn progress(read: usize, asked: usize) -> Progress {
    if read < asked {
        Progress::Drained
    } else {
        Progress::More
    }
}
