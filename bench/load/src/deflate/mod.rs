//! permessage-deflate (RFC 7692) as the generator needs it: offered, compressed beforehand, and
//! verified without an inflater for each connection.

use anyhow::{Context as _, Result, bail};
use clap::ValueEnum;
use zlib_rs::{Deflate, DeflateFlush, Inflate, InflateFlush, Status};

use crate::script::Script;

/// Whether a message may refer to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Takeover {
    /// Each message stands alone, in both directions.
    NoTakeover,
    /// Each message may refer to those before it, in both directions.
    Takeover,
}

impl Takeover {
    /// What the client offers in `Sec-WebSocket-Extensions`.
    pub(crate) const fn offer(self) -> &'static str {
        match self {
            Self::NoTakeover => {
                "permessage-deflate; client_no_context_takeover; \
                 server_no_context_takeover; client_max_window_bits"
            }
            Self::Takeover => "permessage-deflate; client_max_window_bits",
        }
    }
}

/// What the server made of the offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Agreement {
    /// The answer as it was written.
    pub(crate) text: String,
    /// Whether the client's messages refer to those before them.
    pub(crate) client_takeover: bool,
    /// Whether the server's may.
    pub(crate) server_takeover: bool,
    /// How far back the client's messages may refer: 2 to the power of this, in bytes.
    pub(crate) client_window_bits: u8,
}

impl Agreement {
    /// Reads the server's answer to `offered`; anything that was not offered is an error.
    pub(crate) fn read(text: &str, offered: Takeover) -> Result<Self> {
        let mut agreement = Self {
            text: text.to_owned(),
            client_takeover: offered == Takeover::Takeover,
            server_takeover: true,
            client_window_bits: 15,
        };
        let mut parameters = text.split(';').map(str::trim);
        if parameters.next() != Some("permessage-deflate") || text.contains(',') {
            bail!("the server answered an extension that was not offered: {text}");
        }
        for parameter in parameters {
            let (name, value) = match parameter.split_once('=') {
                Some((name, value)) => (name.trim(), Some(value.trim().trim_matches('"'))),
                None => (parameter, None),
            };
            match (name, value) {
                ("client_no_context_takeover", None) => agreement.client_takeover = false,
                ("server_no_context_takeover", None) => agreement.server_takeover = false,
                ("client_max_window_bits", Some(value)) => {
                    agreement.client_window_bits = window_bits(value)?;
                }
                ("server_max_window_bits", Some(value)) => {
                    window_bits(value)?;
                }
                _ => bail!("the server answered a parameter that makes no sense: {text}"),
            }
        }
        if offered == Takeover::NoTakeover && agreement.server_takeover {
            bail!("the server accepted an offer without its server_no_context_takeover: {text}");
        }
        if agreement.client_window_bits == 8 {
            bail!("the server wants windows of 256 bytes, which zlib cannot make: {text}");
        }
        Ok(agreement)
    }

    /// Whether any message, in any direction, may refer to those before it.
    pub(crate) const fn takes_over(&self) -> bool {
        self.client_takeover || self.server_takeover
    }
}

fn window_bits(value: &str) -> Result<u8> {
    let bits = value.parse().ok().filter(|bits| (8..=15).contains(bits));
    bits.with_context(|| format!("a window of {value} bits is none of RFC 7692"))
}

/// Compresses the client's messages, before anything is measured.
pub(crate) struct Compressor {
    deflate: Deflate,
    takeover: bool,
}

impl Compressor {
    /// One that keeps to the agreement, at zlib's level 6.
    pub(crate) fn new(agreement: &Agreement) -> Self {
        Self {
            deflate: Deflate::new(6, false, agreement.client_window_bits),
            takeover: agreement.client_takeover,
        }
    }

    /// The payload of the next message (RFC 7692 section 7.2.1).
    pub(crate) fn compress(&mut self, plain: &[u8]) -> Result<Vec<u8>> {
        if !self.takeover {
            self.deflate.reset();
        }
        // The worst case: stored blocks, each with five bytes before it, and the flush.
        let mut packed = vec![0; plain.len() + plain.len() / 1000 + 64];
        let before = self.deflate.total_out();
        self.deflate
            .compress(plain, &mut packed, DeflateFlush::SyncFlush)
            .map_err(|fault| anyhow::anyhow!("cannot compress: {}", fault.as_str()))?;
        packed.truncate(usize::try_from(self.deflate.total_out() - before)?);
        if !packed.ends_with(&TAIL) {
            bail!("a compressed message does not end in a flush");
        }
        packed.truncate(packed.len() - TAIL.len());
        Ok(packed)
    }
}

/// What the sender of a message strips (RFC 7692 section 7.2.1).
const TAIL: [u8; 4] = [0x00, 0x00, 0xff, 0xff];

/// Verifies compressed answers, inflating each distinct one only once.
///
/// What a compressed message inflates to depends on its bytes and on what it may refer to: nothing
/// without context takeover, and with it the text before it, which is verified already and is the
/// same for every connection at the same place of the script. So bytes that once inflated to the
/// right text at that place are right whenever they come again, on any connection, and one inflater
/// primed with that text serves everybody.
pub(crate) struct Memory {
    inflate: Inflate,
    takeover: bool,
    /// For each place of the script, answers that are known to be right.
    right: Vec<Vec<Vec<u8>>>,
    plain: Vec<u8>,
    history: Vec<u8>,
    /// How many answers had to be inflated.
    pub(crate) inflated: u64,
}

impl Memory {
    /// One that knows nothing yet.
    pub(crate) fn new(agreement: &Agreement, script: &Script) -> Self {
        Self {
            inflate: Inflate::new(false, 15),
            takeover: agreement.server_takeover,
            right: vec![Vec::new(); script.len()],
            plain: vec![0; script.message_bytes() + 1],
            history: Vec::new(),
            inflated: 0,
        }
    }

    /// Whether `packed` inflates to the message at `position`.
    pub(crate) fn verify(&mut self, script: &Script, position: usize, packed: &[u8]) -> Result<()> {
        if self.right[position].iter().any(|right| right == packed) {
            return Ok(());
        }
        self.inflated += 1;
        self.inflate.reset(false);
        if self.takeover {
            script.history(position, FARTHEST, &mut self.history);
            self.inflate
                .set_dictionary(&self.history)
                .map_err(|fault| anyhow::anyhow!("cannot prime: {}", fault.as_str()))?;
        }
        let inflated = self.inflate_whole(packed)?;
        if self.plain[..inflated] != *script.plain(position) {
            bail!("the answer inflates to something else than message {position}");
        }
        let right = &mut self.right[position];
        if right.len() == VARIANTS {
            right.remove(0);
        }
        right.push(packed.to_vec());
        Ok(())
    }

    /// Inflates a message into `self.plain` and says how long it is.
    fn inflate_whole(&mut self, packed: &[u8]) -> Result<usize> {
        let status = self.step(packed)?;
        // Behind a final block stands at most the byte of an empty one (RFC 7692 section 7.2.3.4).
        let rest = &packed[usize::try_from(self.inflate.total_in())?..];
        match status {
            Status::StreamEnd if matches!(rest, [] | [0]) => {}
            _ if rest.is_empty() => {
                self.step(&TAIL)?;
                let taken = usize::try_from(self.inflate.total_in())?;
                if taken != packed.len() + TAIL.len() {
                    bail!("a compressed answer is longer than what was sent");
                }
            }
            _ => bail!("a compressed answer holds more than what was sent"),
        }
        Ok(usize::try_from(self.inflate.total_out())?)
    }

    fn step(&mut self, packed: &[u8]) -> Result<Status> {
        let room = usize::try_from(self.inflate.total_out())?;
        self.inflate
            .decompress(packed, &mut self.plain[room..], InflateFlush::SyncFlush)
            .map_err(|fault| anyhow::anyhow!("a compressed answer is broken: {}", fault.as_str()))
    }
}

/// How far back deflate can refer.
const FARTHEST: usize = 32 * 1024;

/// So many different encodings of one answer are remembered; the oldest gives way.
const VARIANTS: usize = 8;

#[cfg(test)]
mod tests;
