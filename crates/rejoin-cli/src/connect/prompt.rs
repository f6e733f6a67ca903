//! The conversation of a person: a prompt on a terminal.

use core::future::poll_fn;
use core::task::Poll;
use core::time::Duration;

use crossterm::event::EventStream;
use futures_util::{SinkExt, StreamExt};
use rejoin::{CloseCode, Message, WebSocket};

use super::Ended;
use super::command::{Command, HELP, HELP_ON_PING};
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

/// What the connection has to say.
enum News {
    Message(Message),
    /// How it ended is in the closure.
    Over,
    /// The ping was answered after this time.
    Pong(Duration),
    /// Much less is unsent now.
    Room,
}

impl Prompt {
    async fn talk(&mut self, signals: &mut Signals) -> Result<(), Failure> {
        let mut keys = EventStream::new();
        self.face.note("connected; /help lists the commands")?;
        loop {
            let is_congested = self.is_congested();
            tokio::select! {
                news = self.news() => match news {
                    News::Message(message) => self.face.show(&message)?,
                    News::Over => return Ok(()),
                    News::Pong(time) => self.face.note(&format!("round trip {time:.1?}"))?,
                    News::Room => {}
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
            }
        }
    }

    /// Waits for what happens to the connection next. Cancel safe.
    async fn news(&mut self) -> News {
        let is_congested = self.is_congested();
        poll_fn(|context| {
            if let Some(time) = self.pong() {
                return Poll::Ready(News::Pong(time));
            }
            match self.socket.poll_next_unpin(context) {
                Poll::Ready(Some(Ok(message))) => return Poll::Ready(News::Message(message)),
                Poll::Ready(Some(Err(_)) | None) => return Poll::Ready(News::Over),
                Poll::Pending => {}
            }
            // It is met on the way to a message.
            if let Some(time) = self.pong() {
                return Poll::Ready(News::Pong(time));
            }
            if is_congested && self.socket.poll_flush_unpin(context).is_ready() {
                return Poll::Ready(News::Room);
            }
            Poll::Pending
        })
        .await
    }

    /// The round trip that was asked for, once it is known.
    fn pong(&mut self) -> Option<Duration> {
        let before = self.ping.as_ref()?.before;
        let time = self
            .socket
            .round_trip()
            .filter(|time| Some(*time) != before)?;
        self.ping = None;
        Some(time)
    }

    /// Whether so much is unsent that typing waits.
    fn is_congested(&self) -> bool {
        self.socket.unsent_bytes() >= MAX_UNSENT_BYTES
    }

    /// Does what a line says.
    async fn line(&mut self, line: &str) -> Result<(), Failure> {
        let done = match Command::parse(line) {
            Err(explanation) => return self.face.note(&explanation),
            Ok(Command::Help) => return self.face.note(&format!("{HELP_ON_PING}\n{HELP}")),
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
}

/// Unsent bytes from which typing waits, well below the mark at which sending would.
const MAX_UNSENT_BYTES: usize = 64 << 10;
