//! Messages and events on stdout: as data for a pipe, as JSON, or harmless for a terminal.

use core::fmt::Write as _;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use rejoin::Message;

use crate::inert;
use crate::json::Event;

/// Writes to stdout; [`flush`](Self::flush) when nothing more is at hand.
#[derive(Debug)]
pub(super) struct Show {
    out: BufWriter<Stdout>,
    style: Style,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// Events as JSON.
    Json,
    /// Text as it is with a line end, binary as it is.
    Raw,
    /// What cannot harm a terminal.
    Terminal,
}

impl Show {
    /// In the style that fits where stdout goes.
    pub(super) fn on_stdout(json: bool) -> Self {
        let style = if json {
            Style::Json
        } else if io::stdout().is_terminal() {
            Style::Terminal
        } else {
            Style::Raw
        };
        Self {
            out: BufWriter::new(io::stdout()),
            style,
        }
    }

    /// Writes a message.
    pub(super) fn message(&mut self, message: &Message) -> io::Result<()> {
        match (self.style, message) {
            (Style::Json, _) => self
                .out
                .write_all(Event::message(message).line().as_bytes()),
            (Style::Raw, Message::Text(text)) => {
                self.out.write_all(text.as_bytes())?;
                self.out.write_all(b"\n")
            }
            (Style::Raw, Message::Binary(bytes)) => self.out.write_all(bytes),
            (Style::Terminal, Message::Text(text)) => writeln!(self.out, "{}", inert::Text(text)),
            (Style::Terminal, Message::Binary(bytes)) => writeln!(self.out, "{}", preview(bytes)),
        }
    }

    /// Writes an event, where events are asked for, at once.
    pub(super) fn event(&mut self, event: &Event<'_>) -> io::Result<()> {
        if self.style == Style::Json {
            self.out.write_all(event.line().as_bytes())?;
            self.out.flush()?;
        }
        Ok(())
    }

    /// Whether something waits to be flushed.
    pub(super) fn has_unflushed(&self) -> bool {
        !self.out.buffer().is_empty()
    }

    /// Hands on what was written.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The first bytes of a binary message, for eyes.
pub(super) fn preview(bytes: &[u8]) -> String {
    let mut line = format!("(binary, {} bytes)", bytes.len());
    for byte in bytes.iter().take(PREVIEW_BYTES) {
        // Writing to a String cannot fail.
        let _ = write!(line, " {byte:02x}");
    }
    if bytes.len() > PREVIEW_BYTES {
        line.push_str(" ...");
    }
    line
}

const PREVIEW_BYTES: usize = 32;

#[cfg(test)]
mod tests {
    use super::preview;

    #[test]
    fn a_preview_is_short_and_says_how_long_the_message_is() {
        assert_eq!(preview(&[]), "(binary, 0 bytes)");
        assert_eq!(preview(&[0, 255]), "(binary, 2 bytes) 00 ff");
        let long = preview(&[7; 33]);
        assert!(
            long.starts_with("(binary, 33 bytes) 07 07") && long.ends_with(" 07 ..."),
            "{long}"
        );
        assert_eq!(preview(&[7; 32]).matches("07").count(), 32);
    }
}
