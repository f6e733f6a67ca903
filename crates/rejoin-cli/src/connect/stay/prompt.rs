//! The conversation of a person, across connections: a prompt that stays.

use core::future::pending;
use core::time::Duration;

use crossterm::event::EventStream;
use futures_util::StreamExt;
use rejoin::reconnect::{Event as Happened, ReconnectingSocket};
use rejoin::{CloseCode, Message};
use tokio::time::{Instant, sleep};

use super::Ended;
use super::story::{End, Open, Seconds, Wait, unfinished};
use crate::connect::command::{Command, HELP};
use crate::connect::face::{Face, Wish};
use crate::exit::Failure;
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
        face: Face::open()?,
        back_at: None,
        leaving: false,
    };
    prompt.talk(&mut signals).await
}

struct Prompt {
    socket: ReconnectingSocket,
    binary: bool,
    face: Face,
    /// When the next attempt comes.
    back_at: Option<Instant>,
    /// A Close was asked for.
    leaving: bool,
}

impl Prompt {
    async fn talk(&mut self, signals: &mut Signals) -> Result<Ended, Failure> {
        let mut keys = EventStream::new();
        self.tell_status()?;
        loop {
            let counts_down = self.back_at.is_some();
            tokio::select! {
                happened = self.socket.next() => match happened {
                    Some(Happened::GaveUp(gave_up)) => return Ok(Ended::GaveUp(gave_up)),
                    Some(happened) => self.tell(&happened)?,
                    None => return Err(Failure::other("it ended without saying how")),
                },
                key = keys.next() => match key {
                    Some(event) => match self.face.event(event)? {
                        Some(Wish::Line(line)) => self.line(&line)?,
                        Some(Wish::Leave) => self.leave()?,
                        None => {}
                    },
                    None => self.leave()?,
                },
                () = signals.recv() => self.leave()?,
                () = async { if counts_down { sleep(STEP).await } else { pending().await } } => {
                    self.tell_status()?;
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
            Happened::Message(message) => self.face.show(message)?,
            Happened::Open(opened) => {
                self.back_at = None;
                self.tell_status()?;
                let hint = match opened.attempt {
                    0 => "; /help lists the commands",
                    _ => "",
                };
                self.face.note(&format!("{}{hint}", Open(opened)))?;
            }
            Happened::Closed(closed) => {
                self.tell_status()?;
                self.face.note(&End(closed).to_string())?;
                if let Some(line) = unfinished(closed) {
                    self.face.note(&line)?;
                }
            }
            Happened::Waiting(waiting) => {
                self.back_at = Instant::now().checked_add(waiting.delay);
                self.tell_status()?;
                self.face.note(&Wait(waiting).to_string())?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Does what a line says. One that is sent while there is no connection waits for it.
    fn line(&mut self, line: &str) -> Result<(), Failure> {
        let sent = match Command::parse(line) {
            Err(explanation) => return self.face.note(&explanation),
            Ok(Command::Help) => return self.face.note(HELP),
            Ok(Command::Ping) => {
                return self.face.note("there is no /ping with --reconnect");
            }
            Ok(Command::Close(code, reason)) => {
                return match self.socket.close(code, &reason) {
                    Ok(()) => {
                        self.leaving = true;
                        Ok(())
                    }
                    Err(error) => self.face.note(&error.to_string()),
                };
            }
            Ok(Command::Send(text)) if self.binary => {
                self.socket.try_send(Message::binary(text.into_bytes()))
            }
            Ok(Command::Send(text)) => self.socket.try_send(text),
        };
        match sent {
            Ok(()) => Ok(()),
            Err(error) => self.face.note(&error.to_string()),
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
        self.face.note("closing; once more to leave at once")
    }

    fn tell_status(&mut self) -> Result<(), Failure> {
        let status = match self.back_at {
            Some(at) => {
                let left = at.saturating_duration_since(Instant::now());
                // Less would be shown as none.
                if left < STEP {
                    "connecting ".to_owned()
                } else {
                    format!("{} ", Seconds(left))
                }
            }
            None if self.socket.is_open() => String::new(),
            None => "connecting ".to_owned(),
        };
        self.face.set_status(status)
    }
}

/// How often the countdown is drawn.
const STEP: Duration = Duration::from_millis(100);
