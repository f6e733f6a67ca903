//! permessage-deflate at work in one connection.

use bytes::BytesMut;

use super::decoder::Decoder;
use super::encoder::Encoder;
use super::pool::Stamp;
use super::{Level, Takeover, WindowBits};
use crate::extension::{Alike, Codec, Compression, Fault, Progress, Rsv};

/// What was agreed for one direction.
#[derive(Clone, Copy, Debug)]
pub(super) struct Direction {
    pub(super) window: WindowBits,
    pub(super) takeover: Takeover,
}

/// Both directions of one connection.
#[derive(Debug)]
pub(super) struct DeflateCodec {
    encoder: Encoder,
    decoder: Decoder,
    threshold: usize,
}

impl DeflateCodec {
    pub(super) fn new(
        sending: Direction,
        receiving: Direction,
        level: Level,
        threshold: usize,
    ) -> Self {
        Self {
            encoder: Encoder::new(sending.window, sending.takeover, level),
            decoder: Decoder::new(receiving.window, receiving.takeover, Stamp::new()),
            threshold,
        }
    }
}

impl Codec for DeflateCodec {
    fn rsv(&self) -> Rsv {
        Rsv::RSV1
    }

    fn start_encode(&mut self, size: Option<usize>, choice: Compression) -> bool {
        self.encoder.start();
        match choice {
            Compression::Never => false,
            Compression::Auto => size.is_none_or(|size| size >= self.threshold),
            Compression::Always => true,
        }
    }

    fn encode(&mut self, piece: &[u8], last: bool, out: &mut BytesMut) -> Result<(), Fault> {
        self.encoder.encode(piece, last, out)
    }

    fn decode(
        &mut self,
        piece: &[u8],
        last: bool,
        room: usize,
        out: &mut BytesMut,
    ) -> Result<Progress, Fault> {
        self.decoder.decode(piece, last, room, out)
    }

    fn held_bytes(&self) -> usize {
        self.encoder
            .held_bytes()
            .saturating_add(self.decoder.held_bytes())
    }

    fn alike(&self) -> Option<Alike> {
        let shape = self.encoder.shape_without_takeover()?;
        let threshold = u64::try_from(self.threshold).unwrap_or(u64::MAX);
        Some(Alike::new("permessage-deflate", [shape, threshold]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_idle_connection_holds_little_for_it() {
        // With the box around it and the link of the chain: a quarter of what is allowed.
        assert!(size_of::<DeflateCodec>() <= 152);
    }
}
