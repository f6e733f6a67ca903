//! What is tried on the open connection, one thing after the other.

use core::time::Duration;

use rejoin::extension::Compression;
use rejoin::proto::Event;
use rejoin::proto::handshake::missing_reason;
use rejoin::{CloseCode, CloseFrame, Closure, Message, Transport};
use tokio::time::Instant;

use super::exchange::Opened;
use super::line::{Line, News};
use crate::check::facts::{End, Idle, IdleOutcome, Ping, Probe, Reply, Stage, Talk};

/// What to try.
#[derive(Debug)]
pub(in crate::check) struct Plan {
    /// How long each step may take.
    pub(in crate::check) patience: Duration,
    /// The text to send; `None` for no messages.
    pub(in crate::check) message: Option<String>,
    pub(in crate::check) idle: Option<Duration>,
}

/// What has just been found out.
pub(in crate::check) enum Found<'a> {
    Ping(&'a Ping),
    Plain(&'a Probe),
    /// The first, then the second.
    Compressed(&'a Probe),
    /// The time of silence begins.
    IdleBegins(Duration),
    Idle(&'a Idle),
    End(&'a End),
}

/// Leaves because mandatory extensions are missing, or tries everything and then closes.
pub(in crate::check) async fn talk(
    stream: impl Transport,
    opened: Opened,
    plan: &Plan,
    tell: impl FnMut(Found<'_>),
) -> Talk {
    let missing = missing_reason(&opened.missing);
    let compresses = !opened.chain.rsv().is_empty();
    let mut course = Course {
        compresses,
        line: Line::new(stream, opened, plan.patience),
        plan,
        tell,
        talk: Findings::default(),
        round_trip: Duration::ZERO,
    };
    let ended = if missing.is_empty() {
        course.try_everything().await
    } else {
        let close = CloseFrame::new(CloseCode::MANDATORY_EXTENSION, &missing);
        let close = close.expect("the reason is cut to its bound");
        course.close(Stage::Leaving, close).await
    };
    let end = course.end(ended);
    (course.tell)(Found::End(&end));
    let Findings {
        ping,
        plain,
        compressed,
        idle,
    } = course.talk;
    Talk {
        ping,
        plain,
        compressed,
        idle,
        end,
        frames: course.line.into_frames(),
    }
}

struct Course<'a, T> {
    line: Line,
    /// Whether an extension was agreed that marks what it compresses.
    compresses: bool,
    plan: &'a Plan,
    tell: T,
    talk: Findings,
    /// Of the ping.
    round_trip: Duration,
}

#[derive(Default)]
struct Findings {
    ping: Option<Ping>,
    plain: Option<Probe>,
    compressed: Vec<Probe>,
    idle: Option<Idle>,
}

/// The connection has ended.
struct Ended {
    during: Stage,
    /// When that stage began, since the opening.
    since: Duration,
    closure: Closure,
}

impl<T: FnMut(Found<'_>)> Course<'_, T> {
    async fn try_everything(&mut self) -> Ended {
        if let Err(ended) = self.try_all_but_the_close().await {
            return ended;
        }
        let close = CloseFrame::of_code(CloseCode::NORMAL_CLOSURE);
        self.close(Stage::Close, close).await
    }

    async fn try_all_but_the_close(&mut self) -> Result<(), Ended> {
        let ping = self.ping(Stage::Ping).await?;
        if let Ping::Answered(round_trip) = ping {
            self.round_trip = round_trip;
        }
        (self.tell)(Found::Ping(&ping));
        self.talk.ping = Some(ping);
        if let Some(message) = &self.plan.message {
            let (probe, ended) = self.send(message, Compression::Never, Stage::Plain).await;
            (self.tell)(Found::Plain(&probe));
            self.talk.plain = Some(probe);
            ended?;
            let times = if self.compresses { 2 } else { 0 };
            for _ in 0..times {
                let stage = Stage::Compressed;
                let (probe, ended) = self.send(message, Compression::Always, stage).await;
                (self.tell)(Found::Compressed(&probe));
                let is_echo = matches!(probe.reply, Reply::Echo { .. });
                self.talk.compressed.push(probe);
                ended?;
                if !is_echo {
                    break;
                }
            }
        }
        match self.plan.idle {
            None => Ok(()),
            Some(time) => self.idle(time).await,
        }
    }

    /// A ping, and its pong.
    async fn ping(&mut self, stage: Stage) -> Result<Ping, Ended> {
        let since = self.line.age();
        let deadline = Instant::now() + self.plan.patience;
        self.line.ping();
        loop {
            match self.line.next(deadline).await {
                News::Event(Event::Pong {
                    round_trip: Some(round_trip),
                    ..
                }) => return Ok(Ping::Answered(round_trip)),
                News::Event(Event::Message(_)) => {
                    self.line.was_compressed();
                }
                News::Event(_) => {}
                News::Nothing => return Ok(Ping::Silent(self.plan.patience)),
                News::Over(closure) => {
                    return Err(Ended {
                        during: stage,
                        since,
                        closure,
                    });
                }
            }
        }
    }

    /// A message, and whether it comes back.
    async fn send(
        &mut self,
        text: &str,
        compression: Compression,
        stage: Stage,
    ) -> (Probe, Result<(), Ended>) {
        let since = self.line.age();
        let began = Instant::now();
        let patience = (ECHO_PATIENCE + self.round_trip * 3).min(self.plan.patience);
        self.line.send(text, compression);
        let probe = |reply| Probe {
            bytes: text.len(),
            reply,
        };
        let mut others = 0;
        loop {
            match self.line.next(began + patience).await {
                News::Event(Event::Message(message)) => {
                    let compressed = self.line.was_compressed();
                    if matches!(&message, Message::Text(back) if **back == *text) {
                        let took = began.elapsed();
                        return (probe(Reply::Echo { took, compressed }), Ok(()));
                    }
                    others += 1;
                }
                News::Event(_) => {}
                News::Over(closure) => {
                    let ended = Ended {
                        during: stage,
                        since,
                        closure,
                    };
                    return (probe(Reply::Ended), Err(ended));
                }
                News::Nothing => break,
            }
        }
        let waited = began.elapsed();
        // No echo, so it may be no echo server; a pong shows that it took the message.
        let was_alive = matches!(self.talk.ping, Some(Ping::Answered(_)));
        match self.ping(stage).await {
            Err(ended) => (probe(Reply::Ended), Err(Ended { since, ..ended })),
            Ok(Ping::Silent(_)) if was_alive => (probe(Reply::Dead), Ok(())),
            Ok(Ping::Answered(_) | Ping::Silent(_)) => {
                (probe(Reply::NoEcho { waited, others }), Ok(()))
            }
        }
    }

    /// Silence, but for the pongs that are owed.
    async fn idle(&mut self, time: Duration) -> Result<(), Ended> {
        (self.tell)(Found::IdleBegins(time));
        let since = self.line.age();
        let began = Instant::now();
        let mut idle = Idle {
            lasted: time,
            since_opening: Duration::ZERO,
            pings: Vec::new(),
            messages: 0,
            outcome: IdleOutcome::Kept,
        };
        let ended = loop {
            match self.line.next(began + time).await {
                News::Event(Event::Ping(_)) if idle.pings.len() < MAX_PINGS => {
                    idle.pings.push(began.elapsed());
                }
                News::Event(Event::Message(_)) => {
                    self.line.was_compressed();
                    idle.messages = idle.messages.saturating_add(1);
                }
                News::Event(_) => {}
                News::Nothing => break None,
                News::Over(closure) => break Some(closure),
            }
        };
        if ended.is_some() {
            // The first sign of the end, not what closing took after it.
            let (close, transport) = self.line.ends();
            let at = close.or(transport).unwrap_or_else(|| self.line.age());
            idle.lasted = at.saturating_sub(since);
            idle.since_opening = at;
            idle.outcome = IdleOutcome::Cut;
        } else {
            idle.since_opening = self.line.age();
        }
        (self.tell)(Found::Idle(&idle));
        self.talk.idle = Some(idle);
        match ended {
            None => Ok(()),
            Some(closure) => Err(Ended {
                during: Stage::Idle,
                since,
                closure,
            }),
        }
    }

    /// The closing handshake.
    async fn close(&mut self, during: Stage, close: CloseFrame) -> Ended {
        let since = self.line.age();
        self.line.close(close);
        // The engine has deadlines of its own for this.
        let deadline = Instant::now() + self.plan.patience * 2 + TRANSPORT_PATIENCE;
        loop {
            match self.line.next(deadline).await {
                News::Event(Event::Message(_)) => {
                    self.line.was_compressed();
                }
                News::Event(_) => {}
                News::Over(closure) => {
                    return Ended {
                        during,
                        since,
                        closure,
                    };
                }
                News::Nothing => self.line.give_up(),
            }
        }
    }

    fn end(&self, ended: Ended) -> End {
        let Ended {
            during,
            since,
            closure,
        } = ended;
        let (close, transport) = self.line.ends();
        End {
            during,
            closure,
            close_after: close.map(|at| at.saturating_sub(since)),
            transport_after: transport.map(|at| at.saturating_sub(close.unwrap_or(since))),
        }
    }
}

/// How long to wait for an echo, beside what the ping took three times: who echoes does so at once.
const ECHO_PATIENCE: Duration = Duration::from_secs(2);

/// More than the engine waits for the end of the transport.
const TRANSPORT_PATIENCE: Duration = Duration::from_secs(10);

/// As many as show the rhythm.
const MAX_PINGS: usize = 20;
