//! Header fields that both roles read: token lists, single values, the key and its answer.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::BytesMut;
use http::header::AsHeaderName;
use http::{HeaderMap, HeaderValue};
use sha1::{Digest, Sha1};

use crate::extension::header::is_token;

/// The value of `Sec-WebSocket-Accept` that answers a `Sec-WebSocket-Key`.
///
/// The key is hashed as it is; whether it is a proper one is not checked here.
///
/// # Spec
///
/// RFC 6455 sections 1.3 and 4.2.2.
///
/// # Examples
///
/// ```
/// use rejoin_proto::handshake::accept_key;
///
/// assert_eq!(accept_key("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
/// ```
pub fn accept_key(key: impl AsRef<[u8]>) -> String {
    STANDARD.encode(accept_hash(key.as_ref()))
}

/// The same, appended.
pub(super) fn put_accept_key(key: &[u8], out: &mut BytesMut) {
    let mut text = [0; ACCEPT_KEY_BYTES];
    STANDARD
        .encode_slice(accept_hash(key), &mut text)
        .expect("20 bytes are 28 digits of base64");
    out.extend_from_slice(&text);
}

fn accept_hash(key: &[u8]) -> [u8; 20] {
    let mut hash = Sha1::new();
    hash.update(key);
    hash.update(KEY_GUID);
    hash.finalize().into()
}

/// The `Sec-WebSocket-Key` for a nonce.
pub(super) fn key_of(nonce: [u8; 16]) -> String {
    STANDARD.encode(nonce)
}

/// Whether the value is a base64 form of 16 bytes.
///
/// The four bits that the last digit has to spare need not be zero: there are clients that draw
/// their 22 digits at random, and the value still decodes to 16 bytes, which is all that is asked.
pub(super) fn is_key(value: &[u8]) -> bool {
    let is_digit = |byte: &u8| {
        let shifted = BASE64_DIGITS.checked_shr(u32::from(*byte));
        shifted.is_some_and(|bits| bits & 1 == 1)
    };
    value.split_last_chunk().is_some_and(|(digits, end)| {
        end == b"==" && digits.len() == 22 && digits.iter().all(is_digit)
    })
}

/// The value of a header, if it stands exactly once.
pub(super) type Only<'a> = Result<&'a HeaderValue, Count>;

/// The header's value if it stands exactly once.
pub(super) fn only(headers: &HeaderMap, name: impl AsHeaderName) -> Only<'_> {
    let mut values = headers.get_all(name).iter();
    let first = values.next().ok_or(Count::Missing)?;
    if values.next().is_some() {
        Err(Count::Repeated)
    } else {
        Ok(first)
    }
}

/// How a header stands that should stand once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    Missing,
    Repeated,
}

/// Whether any line of a comma-separated header holds the token, in any case.
pub(super) fn lists_token(headers: &HeaderMap, name: impl AsHeaderName, token: &str) -> bool {
    let mut lines = headers.get_all(name).iter();
    lines.any(|line| holds_token(line, token))
}

/// Whether this line of such a header holds it.
pub(super) fn holds_token(line: &HeaderValue, token: &str) -> bool {
    let token = token.as_bytes();
    if line.as_bytes().eq_ignore_ascii_case(token) {
        return true;
    }
    let mut items = line.as_bytes().split(|byte| *byte == b',');
    items.any(|item| trim(item).eq_ignore_ascii_case(token))
}

/// The tokens of a `1#token` header over all its lines; `None` if the list is malformed.
///
/// Without any line the list is empty; with one it must name something.
pub(super) fn token_list(headers: &HeaderMap, name: impl AsHeaderName) -> Option<Vec<String>> {
    let mut tokens = Vec::new();
    let mut present = false;
    for value in headers.get_all(name) {
        present = true;
        let items = value.as_bytes().split(|byte| *byte == b',').map(trim);
        for item in items.filter(|item| !item.is_empty()) {
            tokens.push(token_text(item)?);
        }
    }
    if present && tokens.is_empty() {
        None
    } else {
        Some(tokens)
    }
}

/// The text of a value that is one token.
pub(super) fn token_text(value: &[u8]) -> Option<String> {
    let text = core::str::from_utf8(value).ok().filter(|_| is_token(value));
    text.map(str::to_owned)
}

/// The bytes without the spaces and tabs around them.
pub(super) fn trim(bytes: &[u8]) -> &[u8] {
    let white = |byte: &u8| matches!(byte, b' ' | b'\t');
    let start = bytes.iter().take_while(|byte| white(byte)).count();
    let rest = bytes.get(start..).unwrap_or_default();
    let end = rest.iter().rev().take_while(|byte| white(byte)).count();
    rest.get(..rest.len().saturating_sub(end))
        .unwrap_or_default()
}

/// The text that RFC 6455 section 1.3 appends to the key.
const KEY_GUID: &[u8] = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// A bit for each byte that is a digit of base64.
const BASE64_DIGITS: u128 = 0x07ff_fffe_07ff_fffe_03ff_8800_0000_0000;

/// The length of `Sec-WebSocket-Accept`.
pub(super) const ACCEPT_KEY_BYTES: usize = 28;

#[cfg(test)]
mod tests {
    use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};

    use super::*;

    /// Base64 with padding, read without regard to spare bits.
    const KEY_FORMAT: GeneralPurpose = GeneralPurpose::new(
        &base64::alphabet::STANDARD,
        GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true),
    );

    #[test]
    fn a_key_is_what_decodes_to_16_bytes() {
        let decodes = |value: &[u8]| {
            KEY_FORMAT
                .decode(value)
                .is_ok_and(|bytes| bytes.len() == 16)
        };
        let good = *b"dGhlIHNhbXBsZSBub25jZQ==";
        assert!(is_key(&good) && decodes(&good));
        for place in 0..good.len() {
            for byte in 0..=u8::MAX {
                let mut value = good;
                value[place] = byte;
                assert_eq!(is_key(&value), decodes(&value), "{value:?}");
            }
        }
        for length in 0..40 {
            let value = vec![b'A'; length];
            for end in ["", "=", "==", "==="] {
                let value = [&value, end.as_bytes()].concat();
                assert_eq!(is_key(&value), decodes(&value), "{value:?}");
            }
        }
    }
}
