//! The grammar of `Sec-WebSocket-Extensions`, read and written.
//!
//! ```text
//! extension-list = 1#extension
//! extension      = token *( ";" param )
//! param          = token [ "=" ( token | quoted-string ) ]
//! ```
//!
//! White space may stand between any two of these; list elements may be empty, the list as a whole
//! may not. A quoted value must be a token once its quotes are gone. Several header lines are one
//! list, in requests and in responses (RFC 6455 section 11.3.2 and erratum 3433).
//!
//! One exception is made: the parameter `eid` of the registered extension `bbf-usp-protocol` may
//! hold any quoted text, because its values (`"os::00256D-0123456789"`) have colons and the agents
//! in the field send them so.

use core::fmt::{self, Write as _};

use super::{Param, Params};

/// One element of the list: an extension's name with its parameters.
///
/// `Display` writes it as it stands in a header, `name; flag; key=value`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Element {
    name: String,
    params: Params,
}

impl Element {
    /// An element of that name with those parameters.
    pub fn new(name: impl Into<String>, params: Params) -> Self {
        Self {
            name: name.into(),
            params,
        }
    }

    /// The extension's name, as written.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its parameters, in order.
    pub fn params(&self) -> &Params {
        &self.params
    }

    /// The name and the parameters, taken apart.
    pub fn into_parts(self) -> (String, Params) {
        (self.name, self.params)
    }

    /// Whether the element can stand in a header: tokens for names, printable ASCII for values.
    pub(crate) fn is_writable(&self) -> bool {
        is_token(self.name.as_bytes()) && self.params.iter().all(Param::is_writable)
    }
}

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        for param in &self.params {
            f.write_str("; ")?;
            param.fmt(f)?;
        }
        Ok(())
    }
}

/// Reads the lines of one header as one list.
///
/// No line at all gives an empty list: the header is absent, nothing is offered or agreed.
///
/// # Spec
///
/// RFC 6455 sections 9.1 and 11.3.2; RFC 9110 section 5.6.1.2 (empty elements).
///
/// # Bounds
///
/// None of its own: the head that holds the lines is bounded by
/// [`HeadLimits`](crate::handshake::HeadLimits). Time and memory grow linearly with the lines.
///
/// # Errors
///
/// [`Malformed`] at the first byte that breaks the grammar. A server answers 400, a client fails
/// the handshake (RFC 6455 section 9.1).
///
/// # Examples
///
/// ```
/// use rejoin_proto::extension::header;
///
/// let list = header::parse(["foo; a; b=\"1\"", "bar"])?;
/// assert_eq!(list.len(), 2);
/// assert_eq!(list[0].to_string(), "foo; a; b=1");
/// assert!(header::parse(["foo;"]).is_err());
/// # Ok::<(), header::Malformed>(())
/// ```
pub fn parse<I>(lines: I) -> Result<Vec<Element>, Malformed>
where
    I: IntoIterator<Item: AsRef<[u8]>>,
{
    let mut elements = Vec::new();
    let mut present = false;
    for line in lines {
        present = true;
        Cursor::new(line.as_ref()).list(&mut elements)?;
    }
    if present && elements.is_empty() {
        return Err(Malformed {
            offset: 0,
            offence: Offence::EmptyList,
        });
    }
    Ok(elements)
}

/// Writes elements as one list, separated by `, `.
pub(crate) fn list<'a>(elements: impl IntoIterator<Item = &'a Element>) -> String {
    let mut text = String::new();
    for element in elements {
        if !text.is_empty() {
            text.push_str(", ");
        }
        write!(text, "{element}").expect("a String takes everything");
    }
    text
}

/// The list breaks the grammar, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Malformed {
    /// The byte of its header line, counted from 0, where the offence was noticed.
    pub offset: usize,
    /// What is wrong there.
    pub offence: Offence,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "malformed extension list at byte {}: {}",
            self.offset, self.offence
        )
    }
}

impl core::error::Error for Malformed {}

/// The ways to break the grammar of `Sec-WebSocket-Extensions`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Offence {
    /// The header is there and lists nothing.
    EmptyList,
    /// A semicolon without a parameter's name after it.
    ParameterMissing,
    /// A quoted value without its closing quote.
    QuoteNotClosed,
    /// A byte that may not stand here.
    UnexpectedByte(u8),
    /// An equals sign without a value after it.
    ValueMissing,
    /// A quoted value that is not a token without its quotes.
    ValueNotToken,
}

impl fmt::Display for Offence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyList => f.write_str("the header is there but names no extension"),
            Self::ParameterMissing => f.write_str("a parameter must follow the semicolon"),
            Self::QuoteNotClosed => f.write_str("the closing quote is missing"),
            Self::UnexpectedByte(byte) => {
                write!(f, "unexpected '{}'", core::ascii::escape_default(*byte))
            }
            Self::ValueMissing => f.write_str("a value must follow the equals sign"),
            Self::ValueNotToken => f.write_str("the quoted value is not a token"),
        }
    }
}

/// Whether the bytes are a token (RFC 9110 section 5.6.2): at least one, of the allowed characters.
pub(crate) fn is_token(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(|byte| is_token_byte(*byte))
}

/// Whether the byte may stand in a token.
fn is_token_byte(byte: u8) -> bool {
    let shifted = TOKEN_BYTES.checked_shr(u32::from(byte));
    shifted.is_some_and(|bits| bits & 1 == 1)
}

/// A bit for each byte that may stand in a token: letters, digits, and ``!#$%&'*+-.^_`|~``.
const TOKEN_BYTES: u128 = 0x57ff_ffff_c7ff_fffe_03ff_6cfa_0000_0000;

/// Whether the byte may stand between quotes where any text is allowed there.
pub(super) const fn is_quotable(byte: u8) -> bool {
    matches!(byte, b'\t' | b' '..=b'~')
}

/// One header line, read from its start.
struct Cursor<'a> {
    rest: &'a [u8],
    length: usize,
}

impl<'a> Cursor<'a> {
    const fn new(line: &'a [u8]) -> Self {
        Self {
            rest: line,
            length: line.len(),
        }
    }

    /// Reads the whole line.
    fn list(&mut self, elements: &mut Vec<Element>) -> Result<(), Malformed> {
        loop {
            self.skip_white();
            match self.rest.first() {
                None => return Ok(()),
                Some(b',') => self.skip_byte(),
                Some(_) => {
                    elements.push(self.element()?);
                    match self.rest.first() {
                        None => return Ok(()),
                        Some(b',') => self.skip_byte(),
                        Some(byte) => return Err(self.offence(Offence::UnexpectedByte(*byte))),
                    }
                }
            }
        }
    }

    /// Reads a name and its parameters, and the white space behind them.
    fn element(&mut self) -> Result<Element, Malformed> {
        let Some(name) = self.token() else {
            return Err(self.unexpected_or(Offence::EmptyList));
        };
        let mut params = Params::new();
        loop {
            self.skip_white();
            if self.rest.first() != Some(&b';') {
                return Ok(Element { name, params });
            }
            self.skip_byte();
            self.skip_white();
            params = self.param(&name, params)?;
        }
    }

    /// Reads one parameter and adds it.
    fn param(&mut self, extension: &str, params: Params) -> Result<Params, Malformed> {
        let Some(name) = self.token() else {
            return Err(self.unexpected_or(Offence::ParameterMissing));
        };
        self.skip_white();
        if self.rest.first() != Some(&b'=') {
            return Ok(params.flag(name));
        }
        self.skip_byte();
        self.skip_white();
        let value = if self.rest.first() == Some(&b'"') {
            self.quoted(extension == "bbf-usp-protocol" && name == "eid")?
        } else {
            match self.token() {
                Some(value) => value,
                None => return Err(self.unexpected_or(Offence::ValueMissing)),
            }
        };
        Ok(params.with(name, Some(value)))
    }

    /// Reads a quoted string whose opening quote is next.
    fn quoted(&mut self, any_text: bool) -> Result<String, Malformed> {
        let opening = self.offence(Offence::ValueNotToken);
        self.skip_byte();
        let mut value = String::new();
        let not_closed = Offence::QuoteNotClosed;
        loop {
            let mut byte = self.next().ok_or_else(|| self.offence(not_closed))?;
            match byte {
                b'"' => break,
                b'\\' => byte = self.next().ok_or_else(|| self.offence(not_closed))?,
                _ => {}
            }
            if !is_quotable(byte) {
                return Err(Malformed {
                    offence: Offence::UnexpectedByte(byte),
                    ..opening
                });
            }
            value.push(char::from(byte));
        }
        if any_text || is_token(value.as_bytes()) {
            Ok(value)
        } else {
            Err(opening)
        }
    }

    /// Reads a token, or nothing.
    fn token(&mut self) -> Option<String> {
        let length = self
            .rest
            .iter()
            .take_while(|byte| is_token_byte(**byte))
            .count();
        let (token, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        let text = core::str::from_utf8(token).ok();
        text.filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// Takes the next byte.
    fn next(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    /// Steps over one byte that has been looked at.
    fn skip_byte(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
    }

    /// Steps over spaces and tabs.
    fn skip_white(&mut self) {
        let white = self
            .rest
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\t'))
            .count();
        self.rest = self.rest.get(white..).unwrap_or_default();
    }

    /// The offence, at the byte that is next.
    const fn offence(&self, offence: Offence) -> Malformed {
        Malformed {
            offset: self.length.saturating_sub(self.rest.len()),
            offence,
        }
    }

    /// A byte that does not belong here; at the end of the element, `missing`.
    fn unexpected_or(&self, missing: Offence) -> Malformed {
        match self.rest.first() {
            None | Some(b',' | b';') => self.offence(missing),
            Some(byte) => self.offence(Offence::UnexpectedByte(*byte)),
        }
    }
}

#[cfg(test)]
mod tests;
