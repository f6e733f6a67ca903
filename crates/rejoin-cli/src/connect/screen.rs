//! The terminal while there is a prompt: one line to type in, everything else above it.

use core::fmt;
use std::io::{self, Stdout, Write};

use anstyle::{AnsiColor, Style};
use crossterm::cursor::MoveToColumn;
use crossterm::terminal::{Clear, ClearType, disable_raw_mode, enable_raw_mode};
use crossterm::{QueueableCommand, queue};

use super::editor::Editor;
use crate::output;

/// The terminal in raw mode; dropping it gives it back as it was.
#[derive(Debug)]
pub(super) struct Screen {
    out: Stdout,
    colours: bool,
}

/// What a line above the prompt is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mark {
    /// Something that the person typed.
    Typed,
    /// A message that arrived.
    Received,
    /// A word of the program itself.
    Note,
}

impl Screen {
    /// Takes the terminal over.
    pub(super) fn open() -> io::Result<Self> {
        enable_raw_mode()?;
        Ok(Self {
            out: io::stdout(),
            colours: output::colours_are_wanted(),
        })
    }

    /// Prints lines above the prompt. Every line gets a mark, so that no message can pass for
    /// something else.
    pub(super) fn print(&mut self, mark: Mark, text: &dyn fmt::Display) -> io::Result<()> {
        let (sign, style) = match mark {
            Mark::Typed => (">", DIM),
            Mark::Received => ("<", RECEIVED),
            Mark::Note => ("*", DIM),
        };
        self.clear_prompt()?;
        let text = text.to_string();
        let mut lines = text.split('\n');
        let first = lines.next().unwrap_or_default();
        self.line(sign, style, first)?;
        for line in lines {
            self.line(" ", style, line)?;
        }
        self.out.flush()
    }

    /// Draws the prompt, with a word on how things stand, and what fits of the line being typed.
    pub(super) fn draw(&mut self, status: &str, editor: &Editor) -> io::Result<()> {
        self.clear_prompt()?;
        let taken = PROMPT_COLUMNS + status.len();
        let view = editor.view(output::columns().saturating_sub(taken));
        write!(self.out, "{status}> ")?;
        self.out.write_all(view.text.as_bytes())?;
        let column = u16::try_from(view.cursor + taken).unwrap_or(u16::MAX);
        self.out.queue(MoveToColumn(column))?;
        self.out.flush()
    }

    fn line(&mut self, sign: &str, style: Style, line: &str) -> io::Result<()> {
        if self.colours {
            write!(self.out, "{style}{sign}{style:#} {line}\r\n")
        } else {
            write!(self.out, "{sign} {line}\r\n")
        }
    }

    fn clear_prompt(&mut self) -> io::Result<()> {
        queue!(self.out, MoveToColumn(0), Clear(ClearType::CurrentLine))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Nothing more can be done for a terminal that is gone.
        let _ = self.clear_prompt().and_then(|()| self.out.flush());
        let _ = disable_raw_mode();
    }
}

const PROMPT_COLUMNS: usize = 2;

const DIM: Style = Style::new().dimmed();

const RECEIVED: Style = AnsiColor::Cyan.on_default();
