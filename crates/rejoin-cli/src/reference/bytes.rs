//! Bytes as people write them.

use crate::exit::Failure;

/// Reads hexadecimal digits in pairs, with anything usual around or between them: `88 02 03 f2`,
/// `880203f2`, `0x88,0x02`, `\x88\x02`, `88:02`.
pub(super) fn of_hex(text: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let separators =
        |character: char| character.is_ascii_whitespace() || ",:;-_\\[]{}".contains(character);
    for word in text.split(separators).filter(|word| !word.is_empty()) {
        let prefixes = ["0x", "0X", "x"];
        let digits = prefixes
            .iter()
            .find_map(|prefix| word.strip_prefix(prefix))
            .unwrap_or(word);
        if digits.is_empty() || !digits.len().is_multiple_of(2) || !digits.is_ascii() {
            return Err(not_hex());
        }
        for pair in digits.as_bytes().chunks(2) {
            let pair = core::str::from_utf8(pair).map_err(|_| not_hex())?;
            // `from_str_radix` would take a sign.
            let signed = pair.starts_with('+');
            let byte = u8::from_str_radix(pair, 16).ok().filter(|_| !signed);
            bytes.push(byte.ok_or_else(not_hex)?);
        }
    }
    if bytes.is_empty() {
        return Err(not_hex());
    }
    Ok(bytes)
}

fn not_hex() -> Failure {
    Failure::usage("--hex takes bytes of two hexadecimal digits each, such as '88 02 03 f2'")
}

#[cfg(test)]
mod tests {
    use super::of_hex;

    #[test]
    fn bytes_are_read_however_they_are_separated() {
        for text in [
            "88 02 03 f2",
            "880203f2",
            "0x88, 0x02, 0x03, 0xF2",
            "\\x88\\x02\\x03\\xf2",
            "88:02:03:F2",
            "[0x88, 0x02] 03f2\n",
        ] {
            assert_eq!(of_hex(text).ok(), Some(vec![0x88, 2, 3, 0xf2]), "{text}");
        }
    }

    #[test]
    fn what_is_no_pair_of_digits_is_refused() {
        for text in [
            "", " ", "8", "88 2", "888", "0x", "zz", "+8", "8é", "88 02 g0",
        ] {
            assert!(of_hex(text).is_err(), "{text}");
        }
    }
}
