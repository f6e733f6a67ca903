//! Frames written out byte by byte, legal or not.
//!
//! # Examples
//!
//! The single-frame unmasked text message of RFC 6455 section 5.7, and one that lies:
//!
//! ```
//! use rejoin_testkit::wire::{Frame, LengthForm};
//!
//! assert_eq!(
//!     Frame::text("Hello").to_bytes(),
//!     [0x81, 0x05, 0x48, 0x65, 0x6c, 0x6c, 0x6f]
//! );
//! let not_minimal = Frame::text("Hello").length_form(LengthForm::Bits16);
//! assert_eq!(not_minimal.to_bytes()[..4], [0x81, 126, 0x00, 0x05]);
//! ```

/// A frame that is to be written, with every part open to lies.
#[derive(Clone, Debug)]
pub struct Frame {
    first: u8,
    key: Option<[u8; 4]>,
    form: Option<LengthForm>,
    announced: Option<u64>,
    payload: Vec<u8>,
}

/// How a payload length is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "RFC 6455 knows three")]
pub enum LengthForm {
    /// In the second byte.
    Bits7,
    /// In two bytes after 126.
    Bits16,
    /// In eight bytes after 127.
    Bits64,
}

impl Frame {
    /// A final frame with that opcode, of which the low four bits count.
    pub fn new(opcode: u8, payload: impl Into<Vec<u8>>) -> Self {
        Self {
            first: 0x80 | (opcode & 0x0f),
            key: None,
            form: None,
            announced: None,
            payload: payload.into(),
        }
    }

    /// A text message in one frame.
    pub fn text(payload: impl Into<Vec<u8>>) -> Self {
        Self::new(0x1, payload)
    }

    /// A binary message in one frame.
    pub fn binary(payload: impl Into<Vec<u8>>) -> Self {
        Self::new(0x2, payload)
    }

    /// The last fragment of a message.
    pub fn continuation(payload: impl Into<Vec<u8>>) -> Self {
        Self::new(0x0, payload)
    }

    /// A ping.
    pub fn ping(payload: impl Into<Vec<u8>>) -> Self {
        Self::new(0x9, payload)
    }

    /// A pong.
    pub fn pong(payload: impl Into<Vec<u8>>) -> Self {
        Self::new(0xa, payload)
    }

    /// A Close frame with that body.
    pub fn close_body(body: impl Into<Vec<u8>>) -> Self {
        Self::new(0x8, body)
    }

    /// A Close frame with that code and reason.
    pub fn close(code: u16, reason: &str) -> Self {
        let mut body = code.to_be_bytes().to_vec();
        body.extend_from_slice(reason.as_bytes());
        Self::close_body(body)
    }

    /// The same, as a fragment that is not the last.
    #[must_use]
    pub const fn not_final(mut self) -> Self {
        self.first &= 0x7f;
        self
    }

    /// The same with reserved bits set: 0x40, 0x20, 0x10.
    #[must_use]
    pub const fn reserved(mut self, bits: u8) -> Self {
        self.first |= bits & 0x70;
        self
    }

    /// The same, masked.
    #[must_use]
    pub const fn masked(mut self, key: [u8; 4]) -> Self {
        self.key = Some(key);
        self
    }

    /// The same with its length written in that form, minimal or not.
    #[must_use]
    pub const fn length_form(mut self, form: LengthForm) -> Self {
        self.form = Some(form);
        self
    }

    /// The same, announcing that length whatever the payload has.
    #[must_use]
    pub const fn announcing(mut self, length: u64) -> Self {
        self.announced = Some(length);
        self
    }

    /// The frame as it stands on the wire.
    pub fn to_bytes(&self) -> Vec<u8> {
        let real = u64::try_from(self.payload.len()).unwrap_or(u64::MAX);
        let length = self.announced.unwrap_or(real);
        let minimal = match length {
            0..=125 => LengthForm::Bits7,
            126..=0xffff => LengthForm::Bits16,
            _ => LengthForm::Bits64,
        };
        let mask_bit = if self.key.is_some() { 0x80 } else { 0 };
        let [.., low_7, low_8] = length.to_be_bytes();
        let mut bytes = vec![self.first];
        match self.form.unwrap_or(minimal) {
            LengthForm::Bits7 => bytes.push(mask_bit | (low_8 & 0x7f)),
            LengthForm::Bits16 => bytes.extend_from_slice(&[mask_bit | 0x7e, low_7, low_8]),
            LengthForm::Bits64 => {
                bytes.push(mask_bit | 0x7f);
                bytes.extend_from_slice(&length.to_be_bytes());
            }
        }
        match self.key {
            None => bytes.extend_from_slice(&self.payload),
            Some(key) => {
                bytes.extend_from_slice(&key);
                bytes.extend(masked(key, &self.payload));
            }
        }
        bytes
    }
}

/// The payload combined with the key, one byte after the other (RFC 6455 section 5.3).
pub fn masked(key: [u8; 4], payload: &[u8]) -> Vec<u8> {
    let bytes = payload.iter().zip(key.iter().cycle());
    bytes.map(|(byte, key)| byte ^ key).collect()
}

/// The frames one after the other, each masked with the key if there is one.
pub fn stream(key: Option<[u8; 4]>, frames: &[Frame]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for frame in frames {
        let frame = match key {
            Some(key) => frame.clone().masked(key),
            None => frame.clone(),
        };
        bytes.extend(frame.to_bytes());
    }
    bytes
}
