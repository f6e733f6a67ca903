//! A reader of frames that is slow, simple and strict: the whole input at once, one rule per line.
//!
//! It knows no limits and no keepalive. It says what an endpoint learns from a stream of bytes and
//! how the conversation stands at its end, and with which code it is to be failed.
//!
//! # Examples
//!
//! ```
//! use rejoin_proto::Role;
//! use rejoin_testkit::oracle::{self, End, Item};
//!
//! let reading = oracle::read(Role::Client, None, &[0x81, 0x02, b'h', b'i', 0x83]);
//! assert_eq!(reading.items, [Item::Text("hi".into())]);
//! assert_eq!(reading.end, End::Failed(1002));
//! ```

use rejoin_proto::Role;

use crate::inflate::Receiver;

/// What a stream of bytes came to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// What was learnt, in order.
    pub items: Vec<Item>,
    /// How the conversation stands.
    pub end: End,
}

/// Something that arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "RFC 6455 knows no more")]
pub enum Item {
    /// A text message.
    Text(String),
    /// A binary message.
    Binary(Vec<u8>),
    /// A ping.
    Ping(Vec<u8>),
    /// A pong.
    Pong(Vec<u8>),
}

/// How a conversation stands at the end of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "there is no fourth way")]
pub enum End {
    /// It goes on.
    Open,
    /// The peer said Close; the code is `None` where the body is empty.
    Closed(Option<u16>, String),
    /// The peer broke a rule and is to be told this code.
    Failed(u16),
}

/// A stop before the end of the input.
type Stop = End;

/// Reads what the end with that role receives; `deflate` is the receiver of an agreed
/// permessage-deflate.
pub fn read(role: Role, deflate: Option<Receiver>, bytes: &[u8]) -> Reading {
    let mut reader = Reader {
        role,
        deflate,
        rest: bytes,
        items: Vec::new(),
        message: None,
    };
    let end = loop {
        if let Err(stop) = reader.frame() {
            break stop;
        }
    };
    Reading {
        items: reader.items,
        end,
    }
}

struct Reader<'a> {
    role: Role,
    deflate: Option<Receiver>,
    rest: &'a [u8],
    items: Vec<Item>,
    message: Option<Message>,
}

struct Message {
    text: bool,
    compressed: bool,
    payload: Vec<u8>,
}

impl Reader<'_> {
    fn take(&mut self, count: usize) -> Result<Vec<u8>, Stop> {
        if self.rest.len() < count {
            return Err(End::Open);
        }
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        Ok(taken.to_vec())
    }

    /// Reads one frame. The order of the checks is that of the bytes that prove them.
    fn frame(&mut self) -> Result<(), Stop> {
        let first = self.take(1)?[0];
        let (last, rsv, opcode) = (first & 0x80 != 0, first & 0x70, first & 0x0f);
        let starts = opcode == 1 || opcode == 2;
        let control = opcode >= 8;
        require(matches!(opcode, 0 | 1 | 2 | 8 | 9 | 10), 1002)?;
        let compressed = rsv == 0x40 && starts && self.deflate.is_some();
        require(rsv == 0 || compressed, 1002)?;
        require(!control || last, 1002)?;
        require(!starts || self.message.is_none(), 1002)?;
        require(opcode != 0 || self.message.is_some(), 1002)?;

        let second = self.take(1)?[0];
        require((second & 0x80 != 0) == (self.role == Role::Server), 1002)?;
        let short = u64::from(second & 0x7f);
        require(!control || short <= 125, 1002)?;
        let length = match short {
            126 => {
                let length = number(&self.take(2)?);
                require(length >= 126, 1002)?;
                length
            }
            127 => {
                require(self.rest.first().is_none_or(|top| top & 0x80 == 0), 1002)?;
                require(!self.rest.starts_with(&[0; 6]), 1002)?;
                number(&self.take(8)?)
            }
            short => short,
        };
        let key = if self.role == Role::Server {
            self.take(4)?
        } else {
            vec![0]
        };
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        let here = self.rest.len().min(length);
        let mut payload = self.take(here)?;
        for (at, byte) in payload.iter_mut().enumerate() {
            *byte ^= key[at % key.len()];
        }
        let complete = here == length;
        if control {
            return if complete {
                self.control(opcode, payload)
            } else {
                Err(End::Open)
            };
        }
        self.data(opcode, compressed, last && complete, payload)?;
        if complete { Ok(()) } else { Err(End::Open) }
    }

    fn control(&mut self, opcode: u8, payload: Vec<u8>) -> Result<(), Stop> {
        match opcode {
            9 => self.items.push(Item::Ping(payload)),
            10 => self.items.push(Item::Pong(payload)),
            _ => return Err(closed(&payload)),
        }
        Ok(())
    }

    fn data(
        &mut self,
        opcode: u8,
        compressed: bool,
        over: bool,
        payload: Vec<u8>,
    ) -> Result<(), Stop> {
        let message = self.message.get_or_insert_with(|| Message {
            text: opcode == 1,
            compressed,
            payload: Vec::new(),
        });
        message.payload.extend(payload);
        if message.text && !message.compressed {
            // An unfinished character may still be finished; anything else never becomes text.
            let error = core::str::from_utf8(&message.payload).err();
            require(error.is_none_or(|error| error.error_len().is_none()), 1007)?;
        }
        let Some(message) = self.message.take_if(|_| over) else {
            return Ok(());
        };
        let payload = match &mut self.deflate {
            Some(receiver) if message.compressed => receiver
                .message(&message.payload)
                .map_err(|_| End::Failed(1007))?,
            _ => message.payload,
        };
        self.items.push(if message.text {
            Item::Text(String::from_utf8(payload).map_err(|_| End::Failed(1007))?)
        } else {
            Item::Binary(payload)
        });
        Ok(())
    }
}

fn closed(body: &[u8]) -> End {
    match body {
        [] => End::Closed(None, String::new()),
        [_] => End::Failed(1002),
        [high, low, reason @ ..] => {
            let code = u16::from_be_bytes([*high, *low]);
            let allowed = matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999);
            match core::str::from_utf8(reason) {
                _ if !allowed => End::Failed(1002),
                Ok(reason) => End::Closed(Some(code), reason.to_owned()),
                Err(_) => End::Failed(1007),
            }
        }
    }
}

fn require(rule: bool, code: u16) -> Result<(), Stop> {
    if rule { Ok(()) } else { Err(End::Failed(code)) }
}

fn number(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0, |number, byte| (number << 8) | u64::from(*byte))
}
