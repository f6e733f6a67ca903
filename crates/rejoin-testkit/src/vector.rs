//! Conversations as text files: what one end is sent, and what must come of it.
//!
//! The format is described in `conformance/vectors/wire/README.md`. In short: a case starts with a
//! line `case`, each further line is a keyword and its value, `#` starts a comment.
//!
//! # Examples
//!
//! ```
//! use rejoin_testkit::oracle::Item;
//! use rejoin_testkit::vector;
//!
//! let vectors = vector::parse("example", r#"
//! case a masked text, then the end
//! role server
//! in 81 82 01 02 03 04
//! masked 01020304 "hi"
//! in 88 80 00 00 00 00   # Close without a body
//! event text "hi"
//! sent empty
//! end 1005 clean
//! "#).unwrap();
//! assert_eq!(vectors[0].input[..8], [0x81, 0x82, 1, 2, 3, 4, b'h' ^ 1, b'i' ^ 2]);
//! assert_eq!(vectors[0].events, [Item::Text("hi".into())]);
//! ```

use core::fmt;
use std::path::Path;

use rejoin_proto::{Accepted, Config, Keepalive, Kind, Role};

use crate::oracle::Item;
use crate::wire;

/// One conversation.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Vector {
    /// The sentence that names it, with the file and line where it stands.
    pub name: String,
    /// The end that receives the input.
    pub role: Role,
    /// The limits of that end; it never pings.
    pub config: Config,
    /// Whether a limit was set that counts bytes. They differ between whole messages and pieces.
    pub limits_bytes: bool,
    /// Whether any limit was set.
    pub limited: bool,
    /// Whether permessage-deflate is agreed.
    pub deflate: bool,
    /// The bytes received.
    pub input: Vec<u8>,
    /// The number of input bytes that prove the fault, where the case marks it with `!`.
    pub proven_at: Option<usize>,
    /// What the application learns.
    pub events: Vec<Item>,
    /// The Close frame sent back.
    pub sent: Sent,
    /// How it ends.
    pub end: Ending,
    /// The name of the fault, as in `ProtocolError`.
    pub fault: Option<String>,
}

/// The Close frame that the receiver of the input sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::exhaustive_enums,
    reason = "a Close body has a code or it has not"
)]
pub enum Sent {
    /// No Close frame.
    Nothing,
    /// One without a body.
    Empty,
    /// One with this code.
    Code(u16),
}

/// How the connection stands after the input and, unless it stays open, the peer's end of TCP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "open or not")]
pub enum Ending {
    /// It goes on.
    Open,
    /// It is over.
    Closed {
        /// The code by which its end is known.
        code: u16,
        /// Whether it counts as clean.
        clean: bool,
    },
}

/// A line that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    place: String,
    what: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.what)
    }
}

impl core::error::Error for Mistake {}

/// Reads every `.txt` file of a directory, in the order of their names.
///
/// # Errors
///
/// The first line that cannot be understood, or the file that cannot be read.
pub fn load(directory: &Path) -> Result<Vec<Vector>, Mistake> {
    let unreadable = |error: std::io::Error| Mistake {
        place: directory.display().to_string(),
        what: error.to_string(),
    };
    let mut files = Vec::new();
    for entry in std::fs::read_dir(directory).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            files.push(path);
        }
    }
    files.sort();
    let mut vectors = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).map_err(unreadable)?;
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        vectors.extend(parse(&file, &text)?);
    }
    Ok(vectors)
}

/// Reads the cases of one text; `file` stands in the names and in mistakes.
///
/// # Errors
///
/// The first line that cannot be understood.
pub fn parse(file: &str, text: &str) -> Result<Vec<Vector>, Mistake> {
    let mut vectors = Vec::new();
    let mut open: Option<Draft> = None;
    for (index, line) in text.lines().enumerate() {
        let place = format!("{file}:{}", index + 1);
        let mistake = |what: String| Mistake {
            place: place.clone(),
            what,
        };
        let line = without_comment(line).trim();
        if line.is_empty() {
            continue;
        }
        let (keyword, value) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        if keyword == "case" {
            if let Some(draft) = open.take() {
                vectors.push(draft.finish().map_err(mistake)?);
            }
            open = Some(Draft::new(format!("{place}: {value}")));
            continue;
        }
        let draft = open
            .as_mut()
            .ok_or_else(|| mistake("a case starts with its line `case`".to_owned()))?;
        draft.line(keyword, value.trim()).map_err(mistake)?;
    }
    if let Some(draft) = open {
        let place = file.to_owned();
        vectors.push(draft.finish().map_err(|what| Mistake { place, what })?);
    }
    Ok(vectors)
}

/// A case whose lines are still being read.
struct Draft {
    vector: Vector,
    role: Option<Role>,
    sent: Option<Sent>,
    end: Option<Ending>,
}

impl Draft {
    fn new(name: String) -> Self {
        let mut config = Config::default();
        config.keepalive = Keepalive::Off;
        Self {
            vector: Vector {
                name,
                role: Role::Server,
                config,
                limits_bytes: false,
                limited: false,
                deflate: false,
                input: Vec::new(),
                proven_at: None,
                events: Vec::new(),
                sent: Sent::Nothing,
                end: Ending::Open,
                fault: None,
            },
            role: None,
            sent: None,
            end: None,
        }
    }

    fn line(&mut self, keyword: &str, value: &str) -> Result<(), String> {
        match keyword {
            "role" => {
                self.role = Some(match value {
                    "client" => Role::Client,
                    "server" => Role::Server,
                    _ => return Err(format!("role {value}")),
                });
            }
            "limit" => self.limit(value)?,
            "agreed" if value == "deflate" => self.vector.deflate = true,
            "in" => {
                for part in value.split('!').enumerate() {
                    if part.0 > 0
                        && self
                            .vector
                            .proven_at
                            .replace(self.vector.input.len())
                            .is_some()
                    {
                        return Err("a second `!`".to_owned());
                    }
                    self.vector.input.extend(bytes(part.1)?);
                }
            }
            "masked" => {
                let (key, value) = value.split_once(' ').ok_or("key and bytes")?;
                let key = u32::from_str_radix(key, 16).map_err(|error| error.to_string())?;
                let masked = wire::masked(key.to_be_bytes(), &bytes(value)?);
                self.vector.input.extend(masked);
            }
            "event" => self.vector.events.push(event(value)?),
            "sent" => {
                self.sent = Some(match value {
                    "nothing" => Sent::Nothing,
                    "empty" => Sent::Empty,
                    code => Sent::Code(decimal(code)?),
                });
            }
            "end" => {
                self.end = Some(match value.split_once(' ') {
                    None if value == "open" => Ending::Open,
                    Some((code, clean)) if clean == "clean" || clean == "unclean" => {
                        Ending::Closed {
                            code: decimal(code)?,
                            clean: clean == "clean",
                        }
                    }
                    _ => return Err(format!("end {value}")),
                });
            }
            "fault" => self.vector.fault = Some(value.to_owned()),
            _ => return Err(format!("unknown line: {keyword} {value}")),
        }
        Ok(())
    }

    fn limit(&mut self, value: &str) -> Result<(), String> {
        let (name, value) = value.split_once(' ').ok_or("a limit has a value")?;
        let limits = &mut self.vector.config.limits;
        self.vector.limited = true;
        match name {
            "max_message_bytes" => limits.max_message_bytes = decimal(value)?,
            "max_frame_bytes" => limits.max_frame_bytes = decimal(value)?,
            "max_tiny_fragments" => limits.max_tiny_fragments = decimal(value)?,
            "accepted" => {
                limits.accepted = Accepted::Only(match value {
                    "text" => Kind::Text,
                    "binary" => Kind::Binary,
                    _ => return Err(format!("accepted {value}")),
                });
            }
            _ => return Err(format!("limit {name}")),
        }
        self.vector.limits_bytes |= name.ends_with("_bytes");
        Ok(())
    }

    fn finish(self) -> Result<Vector, String> {
        let name = &self.vector.name;
        let missing = |what: &str| format!("no line `{what}` in the case {name}");
        Ok(Vector {
            role: self.role.ok_or_else(|| missing("role"))?,
            sent: self.sent.ok_or_else(|| missing("sent"))?,
            end: self.end.ok_or_else(|| missing("end"))?,
            ..self.vector
        })
    }
}

fn event(value: &str) -> Result<Item, String> {
    let (kind, value) = value.split_once(' ').unwrap_or((value, ""));
    let payload = bytes(value)?;
    Ok(match kind {
        "text" => Item::Text(String::from_utf8(payload).map_err(|error| error.to_string())?),
        "binary" => Item::Binary(payload),
        "ping" => Item::Ping(payload),
        "pong" => Item::Pong(payload),
        _ => return Err(format!("event {kind}")),
    })
}

/// Bytes as they are written in a case: `0f`, `"ascii"`, and either of them repeated: `61*63`.
fn bytes(mut text: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    loop {
        text = text.trim_start();
        if text.is_empty() {
            return Ok(bytes);
        }
        let (unit, rest) = if let Some(quoted) = text.strip_prefix('"') {
            let (ascii, rest) = quoted.split_once('"').ok_or("an open quotation")?;
            (ascii.as_bytes().to_vec(), rest)
        } else {
            let (digits, rest) = text.split_at_checked(2).ok_or(text)?;
            let byte = u8::from_str_radix(digits, 16).map_err(|_| format!("byte {digits}"))?;
            (vec![byte], rest)
        };
        let (times, rest) = match rest.strip_prefix('*') {
            Some(rest) => rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())),
            None => ("1", rest),
        };
        if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
            return Err(format!("two values without a space: {text}"));
        }
        bytes.extend(unit.repeat(decimal(times)?));
        text = rest;
    }
}

fn decimal<T: core::str::FromStr<Err: fmt::Display>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error| format!("{text}: {error}"))
}

/// The line up to a `#` outside of quotations.
fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    let comment = line.char_indices().find(|(_, character)| {
        quoted ^= *character == '"';
        *character == '#' && !quoted
    });
    comment.map_or(line, |(at, _)| line.split_at(at).0)
}

#[cfg(test)]
mod tests {
    use super::{bytes, parse};

    const WHOLE: &str = "case a\nrole client\nin 01*2 ! 02\nsent nothing\nend open\n";

    #[test]
    fn bytes_are_hex_pairs_and_quotations_either_of_them_repeated() {
        assert_eq!(
            bytes("0f \"a#\" \"xy\"*2 00*3"),
            Ok(b"\x0fa#xyxy\0\0\0".to_vec())
        );
        for broken in ["0", "0g", "\"a", "\"a\"b", "00ff", "00*x", "00*"] {
            assert!(bytes(broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn the_mark_counts_the_bytes_before_it() {
        let vectors = parse("file", WHOLE).unwrap();
        assert_eq!(vectors[0].input, [1, 1, 2]);
        assert_eq!(vectors[0].proven_at, Some(2));
        assert_eq!(vectors[0].name, "file:1: a");
    }

    #[test]
    fn a_case_with_a_line_too_few_or_a_line_unknown_is_a_mistake() {
        for required in ["case a\n", "role client\n", "sent nothing\n", "end open\n"] {
            assert!(
                parse("file", &WHOLE.replace(required, "")).is_err(),
                "{required}"
            );
        }
        for surplus in [
            "sends nothing",
            "limit max_frame_bytes",
            "limit max_something 1",
            "agreed something",
            "role both",
            "end 1000",
            "event close",
            "in !",
            "masked 01020304",
        ] {
            let mistake = parse("file", &format!("{WHOLE}{surplus}\n")).unwrap_err();
            assert!(
                mistake.to_string().starts_with("file:6: "),
                "{surplus}: {mistake}"
            );
        }
    }
}
