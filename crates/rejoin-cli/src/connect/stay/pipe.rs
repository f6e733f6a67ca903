//! The conversation of a script: lines of stdin out, messages in, across connections.

use core::future::pending;
use core::time::Duration;
use std::io::{self, IsTerminal, Write};

use rejoin::CloseCode;
use rejoin::reconnect::{Event as Happened, ReconnectingSocket, Waiting};
use tokio::time::{Instant, sleep};

use super::story::{End, Open, Seconds, Wait, unfinished};
use super::{AT_A_SIGNAL, Ended};
use crate::args::{ConnectArgs, Verbosity};
use crate::connect::negotiation;
use crate::connect::pipe::{Lines, lines};
use crate::connect::show::Show;
use crate::exit::Failure;
use crate::json::Event;
use crate::output;
use crate::signals::Signals;

/// Talks until there is no connection to come.
pub(super) async fn run(
    socket: ReconnectingSocket,
    args: &ConnectArgs,
    verbosity: Verbosity,
    show: &mut Show,
    mut signals: Signals,
) -> io::Result<Result<Ended, Failure>> {
    let mut talk = Talk {
        sender_task: None,
        fed: None,
        leaving: false,
        countdown: Countdown::default(),
        socket,
        args,
        verbosity,
        show,
    };
    talk.feed(lines(args.binary));
    let ended = talk.talk(&mut signals).await;
    talk.countdown.clear();
    ended
}

struct Talk<'a> {
    socket: ReconnectingSocket,
    args: &'a ConnectArgs,
    verbosity: Verbosity,
    show: &'a mut Show,
    /// Sends the lines; ready when there are no more, or one cannot be sent.
    sender_task: Option<tokio::task::JoinHandle<Result<(), Failure>>>,
    /// What came of that.
    fed: Option<Result<(), Failure>>,
    /// A signal has come.
    leaving: bool,
    countdown: Countdown,
}

impl Talk<'_> {
    fn feed(&mut self, mut lines: Lines) {
        let sender = self.socket.sender();
        self.sender_task = Some(tokio::spawn(async move {
            while let Some(line) = lines.recv().await {
                if sender.send(line?).await.is_err() {
                    // That it is over is known to whoever receives.
                    break;
                }
            }
            Ok(())
        }));
    }

    async fn talk(&mut self, signals: &mut Signals) -> io::Result<Result<Ended, Failure>> {
        loop {
            let has_unflushed = self.show.has_unflushed();
            let sending = async {
                match &mut self.sender_task {
                    Some(task) => task.await,
                    None => pending().await,
                }
            };
            tokio::select! {
                biased;
                () = signals.recv() => {
                    if core::mem::replace(&mut self.leaving, true) {
                        let line = "interrupted before the peer had closed too";
                        return Ok(Err(Failure::other(line)));
                    }
                    // A code that clients may send, without a reason.
                    let _ = self.socket.close(AT_A_SIGNAL, "");
                }
                happened = self.socket.next() => match happened {
                    Some(Happened::GaveUp(gave_up)) => {
                        self.show.flush()?;
                        let fed = self.fed.take().unwrap_or(Ok(()));
                        return Ok(fed.map(|()| Ended::GaveUp(gave_up)));
                    }
                    Some(happened) => if let Err(error) = self.tell(happened) {
                        return self.nobody_reads(error).await;
                    },
                    None => return Ok(Err(Failure::other("it ended without saying how"))),
                },
                () = core::future::ready(()), if has_unflushed => if let Err(error) = self.show.flush() {
                    return self.nobody_reads(error).await;
                },
                fed = sending => {
                    self.sender_task = None;
                    let fed = fed.unwrap_or(Ok(()));
                    self.fed = Some(fed);
                    self.close_if_done();
                }
                () = self.countdown.tick() => {}
            }
        }
    }

    /// Closes once all lines are accepted; those that wait get their connection first.
    fn close_if_done(&self) {
        let code = match &self.fed {
            Some(Ok(())) => CloseCode::NORMAL_CLOSURE,
            Some(Err(_)) => AT_A_SIGNAL,
            None => return,
        };
        let waiting = self.socket.sender().waiting_messages() > 0;
        if self.socket.is_open() || !waiting && self.has_connected() {
            // A code that clients may send, without a reason.
            let _ = self.socket.close(code, "");
        }
    }

    /// Whether there has been a connection: a script without lines waits for its first one.
    fn has_connected(&self) -> bool {
        self.countdown.connected
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "told by the verdict, or cannot be: the outbox makes senders wait"
    )]
    fn tell(&mut self, happened: Happened) -> io::Result<()> {
        match happened {
            Happened::Message(message) => return self.show.message(&message),
            Happened::Open(opened) => {
                self.countdown.clear();
                self.countdown.connected = true;
                if self.verbosity.verbose > 0 {
                    negotiation::tell_opened(&opened);
                }
                if !self.verbosity.quiet && opened.attempt > 0 {
                    output::tell("*", &Open(&opened));
                }
                self.show.event(&Event::Opened {
                    peer: opened.peer,
                    target: self.args.url.clone(),
                    subprotocol: opened.subprotocol.as_deref(),
                    extensions: &opened.extensions,
                })?;
                self.close_if_done();
            }
            Happened::Closed(closed) => {
                self.show.flush()?;
                self.show.event(&Event::closed(None, &closed.closure))?;
                let unfinished = unfinished(&closed);
                if unfinished.is_some() {
                    self.show.event(&Event::Unfinished {
                        in_doubt: closed.in_doubt.len(),
                        kept: closed.kept,
                    })?;
                }
                if !self.verbosity.quiet && !self.is_ending() {
                    output::tell("*", &End(&closed));
                    if let Some(line) = unfinished {
                        output::tell("*", &line);
                    }
                }
            }
            Happened::Waiting(waiting) => {
                self.show.event(&Event::Waiting {
                    delay_ms: u64::try_from(waiting.delay.as_millis()).unwrap_or(u64::MAX),
                    attempt: waiting.attempt,
                    error: waiting.cause.to_string(),
                })?;
                if !self.verbosity.quiet {
                    self.countdown.begin(&waiting);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether it was asked to close.
    fn is_ending(&self) -> bool {
        self.leaving || self.fed.is_some()
    }

    /// Goodbye all the same; what still arrives has no reader.
    async fn nobody_reads(&mut self, error: io::Error) -> io::Result<Result<Ended, Failure>> {
        let _ = self.socket.close(AT_A_SIGNAL, "");
        while self.socket.next().await.is_some() {}
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Ok(Ok(Ended::NobodyReads));
        }
        Err(error)
    }
}

/// The wait, told on stderr, and on a terminal counted down on a line below.
#[derive(Default)]
struct Countdown {
    until: Option<Instant>,
    connected: bool,
}

impl Countdown {
    fn begin(&mut self, waiting: &Waiting) {
        output::tell("*", &Wait(waiting));
        if io::stderr().is_terminal() {
            self.until = Instant::now().checked_add(waiting.delay);
            self.draw();
        }
    }

    /// Redraws it in a while; waits for ever if there is nothing to count.
    async fn tick(&self) {
        if self.until.is_none() {
            pending::<()>().await;
        }
        sleep(STEP).await;
        self.draw();
    }

    fn draw(&self) {
        let Some(until) = self.until else { return };
        let left = until.saturating_duration_since(Instant::now());
        let left = if left.is_zero() {
            "connecting".to_owned()
        } else {
            format!("{} left", Seconds(left))
        };
        let mut stderr = io::stderr().lock();
        // Nothing depends on it.
        let _ = write!(stderr, "\r\x1b[K* {left}");
        let _ = stderr.flush();
    }

    fn clear(&mut self) {
        if self.until.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

const STEP: Duration = Duration::from_millis(100);
