//! The prompt itself: what is typed at the bottom of the terminal, everything else above it.

use std::io;

use crossterm::event::Event;
use rejoin::Message;

use super::editor::{Action, Editor};
use super::screen::{Mark, Screen};
use super::show::preview;
use crate::exit::Failure;
use crate::inert;

/// A terminal with a line to type in.
#[derive(Debug)]
pub(super) struct Face {
    screen: Screen,
    editor: Editor,
    /// A word before the line on how things stand; empty if there is nothing to say.
    status: String,
}

/// What a person wants.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// This line is finished.
    Line(String),
    /// To leave.
    Leave,
}

impl Face {
    pub(super) fn open() -> Result<Self, Failure> {
        Ok(Self {
            screen: Screen::open().map_err(|error| broken(&error))?,
            editor: Editor::default(),
            status: String::new(),
        })
    }

    /// Takes what comes from the terminal.
    pub(super) fn event(&mut self, event: io::Result<Event>) -> Result<Option<Wish>, Failure> {
        match event.map_err(|error| broken(&error))? {
            Event::Key(key) => match self.editor.key(key) {
                Action::Draw => self.draw().map(|()| None),
                Action::Leave => Ok(Some(Wish::Leave)),
                Action::Submit(line) => {
                    self.print(Mark::Typed, &line)?;
                    Ok(Some(Wish::Line(line)))
                }
            },
            Event::Resize(..) => self.draw().map(|()| None),
            // Not asked for.
            Event::FocusGained | Event::FocusLost | Event::Mouse(_) | Event::Paste(_) => Ok(None),
        }
    }

    /// Shows a message that arrived.
    pub(super) fn show(&mut self, message: &Message) -> Result<(), Failure> {
        match message {
            Message::Text(text) => self.print(Mark::Received, text),
            Message::Binary(bytes) => self.print(Mark::Received, &preview(bytes)),
        }
    }

    /// Shows a word of the program's own.
    pub(super) fn note(&mut self, text: &str) -> Result<(), Failure> {
        self.print(Mark::Note, text)
    }

    /// Sets the word before the line.
    pub(super) fn set_status(&mut self, status: String) -> Result<(), Failure> {
        self.status = status;
        self.draw()
    }

    fn print(&mut self, mark: Mark, text: &str) -> Result<(), Failure> {
        let printed = self.screen.print(mark, &inert::Text(text));
        printed.map_err(|error| broken(&error))?;
        self.draw()
    }

    fn draw(&mut self) -> Result<(), Failure> {
        let drawn = self.screen.draw(&self.status, &self.editor);
        drawn.map_err(|error| broken(&error))
    }
}

fn broken(error: &io::Error) -> Failure {
    Failure::other(format!(
        "cannot use the terminal: {error}; give input through a pipe"
    ))
}
