//! What comes back on one connection, compared with what should.
//!
//! Nearly every server answers with one whole frame for each message, so the bytes of the wire are
//! known beforehand and a read is verified by one comparison. Where they differ (a compressed
//! answer, one in several frames, a Ping between) the frames are read one by one, and the payloads
//! are compared.

use anyhow::{Result, bail};

use crate::deflate::{Agreement, Memory};
use crate::frame::{CLOSE, CONTINUATION, FIN, Header, LONGEST_SERVER_HEADER, PING, PONG, RSV1};
use crate::script::{Echo, Script};

/// What all connections have in common: the script, and what was learned from answers to it.
pub(crate) struct Book {
    pub(crate) script: Script,
    memory: Option<Memory>,
    /// How many bytes of payload came back as they stood on the wire.
    pub(crate) returned_bytes: u64,
}

impl Book {
    /// A book for this script.
    pub(crate) fn new(script: Script, agreement: Option<&Agreement>) -> Self {
        let memory = agreement.map(|agreement| Memory::new(agreement, &script));
        Self {
            script,
            memory,
            returned_bytes: 0,
        }
    }
}

/// How far one connection has come.
pub(crate) struct Answers {
    /// The message whose answer is awaited.
    position: usize,
    /// How many bytes of it are there, as long as they are those foreseen.
    within: usize,
    frames: Frames,
}

impl Answers {
    /// Awaits the answer to the message at this position.
    pub(crate) const fn new(position: usize) -> Self {
        Self {
            position,
            within: 0,
            frames: Frames::new(),
        }
    }

    /// Verifies what was read and says how many answers are now complete.
    pub(crate) fn take(&mut self, bytes: &[u8], book: &mut Book) -> Result<usize> {
        if book.memory.is_none() && self.frames.is_at_rest() {
            if let Some(complete) = self.take_foreseen(bytes, &book.script) {
                book.returned_bytes += (complete * book.script.message_bytes()) as u64;
                return Ok(complete);
            }
            if book.script.echo() == Echo::Bytes {
                bail!("the bytes that came back are not those that were sent");
            }
            let foreseen = book.script.answers_from(self.position)[..self.within].to_vec();
            self.within = 0;
            self.frames.take(&foreseen, &mut self.position, book)?;
        }
        self.frames.take(bytes, &mut self.position, book)
    }

    /// Compares with the bytes foreseen; changes nothing where they differ.
    fn take_foreseen(&mut self, bytes: &[u8], script: &Script) -> Option<usize> {
        let (mut position, mut within, mut complete) = (self.position, self.within, 0);
        let mut rest = bytes;
        while !rest.is_empty() {
            let foreseen = &script.answers_from(position)[within..];
            let (piece, after) = rest.split_at(rest.len().min(foreseen.len()));
            if *piece != foreseen[..piece.len()] {
                return None;
            }
            rest = after;
            let ended = (within + piece.len()) / script.answer_bytes();
            within = (within + piece.len()) % script.answer_bytes();
            complete += ended;
            if ended > 0 {
                position = script.next(position + ended - 1);
            }
        }
        (self.position, self.within) = (position, within);
        Some(complete)
    }

    /// The payload of a Ping that was not answered yet.
    pub(crate) const fn ping(&mut self) -> Option<Vec<u8>> {
        self.frames.ping.take()
    }

    /// How many Pongs came.
    pub(crate) const fn pongs(&self) -> usize {
        self.frames.pongs
    }
}

/// The reader of frames.
struct Frames {
    /// A header that is not all there.
    head: [u8; LONGEST_SERVER_HEADER],
    head_bytes: usize,
    /// The frame whose payload is being read.
    frame: Option<Frame>,
    /// The message whose frames are being read.
    message: Option<Message>,
    /// Payload that must be whole before it says anything: of a compressed message.
    packed: Vec<u8>,
    /// The same of a control frame, which may stand between the frames of a message.
    control: Vec<u8>,
    ping: Option<Vec<u8>>,
    pongs: usize,
}

#[derive(Clone, Copy)]
struct Frame {
    header: Header,
    left: u64,
}

#[derive(Clone, Copy)]
struct Message {
    is_compressed: bool,
    /// Whether its payload came in one piece and was verified there.
    is_verified: bool,
    /// How many bytes of its payload came.
    bytes: usize,
}

impl Frames {
    const fn new() -> Self {
        Self {
            head: [0; LONGEST_SERVER_HEADER],
            head_bytes: 0,
            frame: None,
            message: None,
            packed: Vec::new(),
            control: Vec::new(),
            ping: None,
            pongs: 0,
        }
    }

    /// Whether the next byte begins the answer to a message.
    const fn is_at_rest(&self) -> bool {
        self.head_bytes == 0 && self.frame.is_none() && self.message.is_none()
    }

    fn take(&mut self, bytes: &[u8], position: &mut usize, book: &mut Book) -> Result<usize> {
        let mut rest = bytes;
        let mut complete = 0;
        loop {
            let Some(mut frame) = self.frame else {
                match self.head(&mut rest)? {
                    Some(header) => self.begin(header, book)?,
                    None => return Ok(complete),
                }
                continue;
            };
            let length =
                usize::try_from(frame.left).map_or(rest.len(), |left| left.min(rest.len()));
            let (piece, after) = rest.split_at(length);
            rest = after;
            frame.left -= length as u64;
            self.payload(frame, piece, *position, book)?;
            if frame.left > 0 {
                self.frame = Some(frame);
                return Ok(complete);
            }
            self.frame = None;
            if self.end(frame.header, *position, book)? {
                *position = book.script.next(*position);
                complete += 1;
            }
        }
    }

    /// Reads a header, which may have come in pieces.
    fn head(&mut self, rest: &mut &[u8]) -> Result<Option<Header>> {
        if self.head_bytes == 0
            && let Some(header) = Header::parse(rest)?
        {
            *rest = &rest[header.bytes..];
            return Ok(Some(header));
        }
        while let [first, after @ ..] = *rest {
            self.head[self.head_bytes] = *first;
            self.head_bytes += 1;
            *rest = after;
            if let Some(header) = Header::parse(&self.head[..self.head_bytes])? {
                self.head_bytes = 0;
                return Ok(Some(header));
            }
        }
        Ok(None)
    }

    /// A frame begins: does it belong here?
    fn begin(&mut self, header: Header, book: &Book) -> Result<()> {
        let bits = header.first_byte & 0x70;
        if header.is_control() {
            if header.payload_bytes > 125 || header.first_byte & FIN == 0 || bits != 0 {
                bail!("a control frame is not as it must be (RFC 6455 section 5.5)");
            }
        } else if self.message.is_some() {
            if header.opcode() != CONTINUATION || bits != 0 {
                bail!("a message is not continued as it must be (RFC 6455 section 5.4)");
            }
        } else {
            let is_compressed = bits == RSV1 && book.memory.is_some();
            if header.opcode() != book.script.opcode() || !(bits == 0 || is_compressed) {
                bail!("an answer begins with the byte {:#04x}", header.first_byte);
            }
            self.message = Some(Message {
                is_compressed,
                is_verified: false,
                bytes: 0,
            });
        }
        self.frame = Some(Frame {
            header,
            left: header.payload_bytes,
        });
        Ok(())
    }

    /// A piece of payload.
    fn payload(
        &mut self,
        frame: Frame,
        piece: &[u8],
        position: usize,
        book: &mut Book,
    ) -> Result<()> {
        if frame.header.is_control() {
            self.control.extend_from_slice(piece);
            return Ok(());
        }
        let Some(message) = &mut self.message else {
            bail!("a frame belongs to no message");
        };
        let from = message.bytes;
        message.bytes += piece.len();
        if message.is_compressed {
            let is_whole = from == 0 && frame.left == 0 && frame.header.first_byte & FIN != 0;
            match &mut book.memory {
                // All of it in one piece: no need to gather.
                Some(memory) if is_whole => {
                    memory.verify(&book.script, position, piece)?;
                    message.is_verified = true;
                }
                _ => self.packed.extend_from_slice(piece),
            }
            return Ok(());
        }
        match book.script.plain(position).get(from..message.bytes) {
            Some(foreseen) if foreseen == piece => Ok(()),
            Some(_) => bail!("the answer to message {position} is not what was sent"),
            None => bail!("the answer to message {position} is too long"),
        }
    }

    /// A frame has ended; says whether an answer is complete.
    fn end(&mut self, header: Header, position: usize, book: &mut Book) -> Result<bool> {
        if header.is_control() {
            self.end_control(header)?;
            return Ok(false);
        }
        if header.first_byte & FIN == 0 {
            return Ok(false);
        }
        let Some(message) = self.message.take() else {
            bail!("a frame belongs to no message");
        };
        if !message.is_compressed && message.bytes != book.script.message_bytes() {
            bail!("the answer to message {position} is too short");
        }
        if let (Some(memory), true, false) =
            (&mut book.memory, message.is_compressed, message.is_verified)
        {
            memory.verify(&book.script, position, &self.packed)?;
            self.packed.clear();
        }
        book.returned_bytes += message.bytes as u64;
        Ok(true)
    }

    fn end_control(&mut self, header: Header) -> Result<()> {
        match header.opcode() {
            PING => self.ping = Some(self.control.clone()),
            PONG => self.pongs += 1,
            CLOSE => match self.control.as_slice() {
                [high, low, reason @ ..] => bail!(
                    "the server closed with {}: {}",
                    u16::from_be_bytes([*high, *low]),
                    String::from_utf8_lossy(reason)
                ),
                _ => bail!("the server closed without a code"),
            },
            other => bail!("a control frame has the opcode {other:#x}"),
        }
        self.control.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests;
