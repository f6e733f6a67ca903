//! The conversation of a person: a prompt on a terminal.

use core::future::pending;
use core::time::Duration;

use crossterm::event::EventStream;
use futures_util::StreamExt;
use rejoin::{CloseCode, Message, WebSocket};
use tokio::time::sleep;

use super::Ended;
use super::command::{Command, HELP};
use super::face::{Face, Wish};
use crate::exit::Failure;
use crate::signals::Signals;

/// Talks until the connection is over.
pub(super) async fn run(
    socket: WebSocket,
    binary: bool,
    mut signals: Signals,
) -> Result<Ended, Failure> {
    let mut prompt = Prompt {
        socket,
        binary,
        face: Face::open()?,
        ping: None,
        leaving: false,
    };
    prompt.talk(&mut signals).await?;
    prompt
        .socket
        .closure()
        .map(Ended::Closed)
        .ok_or_else(|| Failure::other("the connection ended without saying how"))
}

struct Prompt {
    socket: WebSocket,
    binary: bool,
    face: Face,
    /// The ping on its way.
    ping: Option<Ping>,
    /// A Close was asked for.
    leaving: bool,
}

/// A ping that the person asked for.
struct Ping {
    /// The round trip that was known before; another one is the answer.
    before: Option<Duration>,
}

impl Prompt {
    async fn talk(&mut self, signals: &mut Signals) -> Result<(), Failure> {
        let mut keys = EventStream::new();
        self.face.note("connected; /help lists the commands")?;
        loop {
            let is_congested = self.socket.unsent_bytes() >= MAX_UNSENT_BYTES;
            let look_again = self.ping.is_some() || is_congested;
            tokio::select! {
                received = self.socket.recv() => match received {
                    Ok(Some(message)) => self.face.show(&message)?,
                    // How it ended is in the closure.
                    Ok(None) | Err(_) => return Ok(()),
                },
                key = keys.next(), if !is_congested => match key {
                    Some(event) => match self.face.event(event)? {
                        Some(Wish::Line(line)) => self.line(&line).await?,
                        Some(Wish::Leave) => self.leave().await?,
                        None => {}
                    },
                    None => self.leave().await?,
                },
                () = signals.recv() => self.leave().await?,
                () = async { if look_again { sleep(LOOK_AGAIN).await } else { pending().await } } => {
                    self.look_for_pong()?;
                }
            }
        }
    }

    /// Does what a line says.
    async fn line(&mut self, line: &str) -> Result<(), Failure> {
        let done = match Command::parse(line) {
            Err(explanation) => return self.face.note(&explanation),
            Ok(Command::Help) => return self.face.note(HELP),
            Ok(Command::Ping) => {
                let before = self.socket.round_trip();
                let sent = self.socket.ping().await;
                if sent.is_ok() {
                    self.ping = Some(Ping { before });
                }
                sent
            }
            Ok(Command::Close(code, reason)) => {
                let begun = self.socket.start_close(code, &reason).await;
                self.leaving |= begun.is_ok();
                begun
            }
            Ok(Command::Send(text)) if self.binary => {
                self.socket.send(Message::binary(text.into_bytes())).await
            }
            Ok(Command::Send(text)) => self.socket.send(text).await,
        };
        match done {
            Ok(()) => Ok(()),
            Err(error) => self.face.note(&error.to_string()),
        }
    }

    /// Begins to close; the second time, gives up waiting for the peer.
    async fn leave(&mut self) -> Result<(), Failure> {
        if self.leaving {
            return Err(Failure::other("interrupted before the peer had closed too"));
        }
        self.leaving = true;
        // Refused only if the connection is closing already.
        let _ = self.socket.start_close(CloseCode::NORMAL_CLOSURE, "").await;
        self.face.note("closing; once more to leave at once")
    }

    fn look_for_pong(&mut self) -> Result<(), Failure> {
        let now = self.socket.round_trip();
        match (&self.ping, now) {
            (Some(ping), Some(time)) if ping.before != now => {
                self.ping = None;
                self.face.note(&format!("round trip {time:.1?}"))
            }
            _ => Ok(()),
        }
    }
}

/// Unsent bytes from which typing waits, well below the mark at which sending would.
const MAX_UNSENT_BYTES: usize = 64 << 10;

/// How often to look whether a pong has come: its arrival is no event of its own.
const LOOK_AGAIN: Duration = Duration::from_millis(5);
