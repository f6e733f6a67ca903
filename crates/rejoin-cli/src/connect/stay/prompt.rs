//! The conversation of a person, across connections: a prompt that stays.

use core::future::pending;
use core::time::Duration;

use crossterm::event::{Event as TerminalEvent, EventStream};
use futures_util::StreamExt;
use rejoin::reconnect::{Event as Happened, ReconnectingSocket};
use rejoin::{CloseCode, Message};
use tokio::time::{Instant, sleep};

use super::Ended;
use super::story::{End, Open, Seconds, Wait, unfinished};
use crate::connect::command::{Command, HELP};
use crate::connect::editor::{Action, Editor};
use crate::connect::prompt::broken;
use crate::connect::screen::{Mark, Screen};
use crate::connect::show::preview;
use crate::exit::Failure;
use crate::inert;
use crate::signals::Signals;

/// Talks until there is no connection to come.
pub(super) async fn run(
    socket: ReconnectingSocket,
    binary: bool,
    mut signals: Signals,
) -> Result<Ended, Failure> {
    let mut prompt = Prompt {
        socket,
        binary,
        screen: Screen::open().map_err(|error| broken(&error))?,
        editor: Editor::default(),
        back_at: None,
        leaving: false,
    };
    prompt.talk(&mut signals).await
}

struct Prompt {
    socket: ReconnectingSocket,
    binary: bool,
    screen: Screen,
    editor: Editor,
    /// When the next attempt comes.
    back_at: Option<Instant>,
    /// A Close was asked for.
    leaving: bool,
}

impl Prompt {
    async fn talk(&mut self, signals: &mut Signals) -> Result<Ended, Failure> {
        let mut keys = EventStream::new();
        self.draw()?;
        loop {
            let counts_down = self.back_at.is_some();
            tokio::select! {
                happened = self.socket.next() => match happened {
                    Some(Happened::GaveUp(gave_up)) => return Ok(Ended::GaveUp(gave_up)),
                    Some(happened) => self.tell(&happened)?,
                    None => return Err(Failure::other("it ended without saying how")),
                },
                key = keys.next() => match key {
                    Some(Ok(event)) => self.event(&event)?,
                    Some(Err(error)) => return Err(broken(&error)),
                    None => self.leave()?,
                },
                () = signals.recv() => self.leave()?,
                () = async { if counts_down { sleep(STEP).await } else { pending().await } } => {
                    self.draw()?;
                }
            }
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "told by the verdict, or not asked for"
    )]
    fn tell(&mut self, happened: &Happened) -> Result<(), Failure> {
        match happened {
            Happened::Message(Message::Text(text)) => self.print(Mark::Received, text),
            Happened::Message(Message::Binary(bytes)) => {
                self.print(Mark::Received, &preview(bytes))
            }
            Happened::Open(opened) => {
                self.back_at = None;
                self.note(&Open(opened).to_string())
            }
            Happened::Closed(closed) => {
                self.note(&End(closed).to_string())?;
                unfinished(closed).map_or(Ok(()), |line| self.note(&line))
            }
            Happened::Waiting(waiting) => {
                self.back_at = Instant::now().checked_add(waiting.delay);
                self.note(&Wait(waiting).to_string())
            }
            _ => Ok(()),
        }
    }

    fn event(&mut self, event: &TerminalEvent) -> Result<(), Failure> {
        match event {
            TerminalEvent::Key(key) => match self.editor.key(*key) {
                Action::Draw => self.draw(),
                Action::Leave => self.leave(),
                Action::Submit(line) => self.line(&line),
            },
            TerminalEvent::Resize(..) => self.draw(),
            // Not asked for.
            TerminalEvent::FocusGained
            | TerminalEvent::FocusLost
            | TerminalEvent::Mouse(_)
            | TerminalEvent::Paste(_) => Ok(()),
        }
    }

    /// Does what a line says. One that is sent while there is no connection waits for it.
    fn line(&mut self, line: &str) -> Result<(), Failure> {
        self.print(Mark::Typed, line)?;
        let sent = match Command::parse(line) {
            Err(explanation) => return self.note(&explanation),
            Ok(Command::Help) => return self.note(HELP),
            Ok(Command::Ping) => {
                return self.note("there is no /ping with --reconnect");
            }
            Ok(Command::Close(code, reason)) => {
                return match self.socket.close(code, &reason) {
                    Ok(()) => {
                        self.leaving = true;
                        Ok(())
                    }
                    Err(error) => self.note(&error.to_string()),
                };
            }
            Ok(Command::Send(text)) if self.binary => {
                self.socket.try_send(Message::binary(text.into_bytes()))
            }
            Ok(Command::Send(text)) => self.socket.try_send(text),
        };
        match sent {
            Ok(()) => self.draw(),
            Err(error) => self.note(&error.to_string()),
        }
    }

    /// Begins to close; the second time, gives up waiting for the peer.
    fn leave(&mut self) -> Result<(), Failure> {
        if self.leaving {
            return Err(Failure::other("interrupted before the peer had closed too"));
        }
        self.leaving = true;
        // A code that clients may send, without a reason.
        let _ = self.socket.close(CloseCode::NORMAL_CLOSURE, "");
        self.note("closing; once more to leave at once")
    }

    fn note(&mut self, text: &str) -> Result<(), Failure> {
        self.print(Mark::Note, text)
    }

    fn print(&mut self, mark: Mark, text: &str) -> Result<(), Failure> {
        let printed = self.screen.print(mark, &inert::Text(text));
        printed.map_err(|error| broken(&error))?;
        self.draw()
    }

    fn draw(&mut self) -> Result<(), Failure> {
        let status = match self.back_at {
            Some(at) => {
                let left = at.saturating_duration_since(Instant::now());
                if left.is_zero() {
                    "connecting ".to_owned()
                } else {
                    format!("{} ", Seconds(left))
                }
            }
            None if self.socket.is_open() => String::new(),
            None => "connecting ".to_owned(),
        };
        let drawn = self.screen.draw(&status, &self.editor);
        drawn.map_err(|error| broken(&error))
    }
}

/// How often the countdown is drawn.
const STEP: Duration = Duration::from_millis(100);
