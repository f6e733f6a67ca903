//! Telling: each step as it is done for a person, or everything at the end for a machine.

mod findings;
mod json;
mod line;
mod text;

use core::fmt::Display;
use core::time::Duration;
use std::io::{self, IsTerminal, Write};

use tokio::time::{Instant, MissedTickBehavior, interval};

use super::facts::{Dial, Exchange, Facts, Lookup, TlsSeen};
use super::judge::Finding;
use super::probe::Found;
use crate::exit::Exit;
use findings::Findings;
use line::Line;

pub(super) use text::Detail;

/// Where the report goes.
#[derive(Debug)]
pub(super) struct Report {
    form: Form,
    /// The first error of stdout; nothing is written after it.
    failed: Option<io::Error>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Json,
    Text(Detail),
}

impl Report {
    pub(super) fn json() -> Self {
        Self {
            form: Form::Json,
            failed: None,
        }
    }

    pub(super) fn text(detail: Detail) -> Self {
        Self {
            form: Form::Text(detail),
            failed: None,
        }
    }

    pub(super) fn lookup(&mut self, host: &str, lookup: &Lookup) {
        self.lines(&text::lookup(host, lookup));
    }

    pub(super) fn dial(&mut self, dial: &Dial) {
        self.lines(&text::dial(dial));
    }

    pub(super) fn tls(&mut self, tls: &TlsSeen) {
        let Form::Text(detail) = self.form else {
            return;
        };
        self.lines(&text::tls(tls, detail));
    }

    pub(super) fn exchange(&mut self, exchange: &Exchange) {
        self.lines(&text::exchange(exchange));
    }

    pub(super) fn found(&mut self, found: &Found<'_>) {
        let lines = match found {
            Found::Ping(ping) => text::ping(ping),
            Found::Plain(probe) => text::plain(probe),
            Found::Compressed(probe) => text::compressed(probe),
            Found::IdleBegins(_) => return,
            Found::Idle(idle) => text::idle(idle),
            Found::End(end) => text::end(end),
        };
        self.lines(&lines);
    }

    /// The end of it: the findings, or everything.
    ///
    /// # Errors
    ///
    /// The first error of stdout.
    pub(super) fn finish(
        mut self,
        facts: &Facts,
        findings: &[Finding],
        exit: Exit,
    ) -> io::Result<()> {
        match self.form {
            Form::Json => self.write(&crate::json::line(&json::of(facts, findings, exit))),
            Form::Text(detail) => {
                if detail == Detail::More
                    && let Some(talk) = &facts.talk
                {
                    self.lines(&text::frames(&talk.frames));
                }
                self.write(&format_args!("\n{}", Findings(findings)));
            }
        }
        self.failed.map_or(Ok(()), Err)
    }

    fn lines(&mut self, lines: &[Line]) {
        if self.form == Form::Json {
            return;
        }
        for line in lines {
            self.write(&format_args!("{line}\n"));
        }
    }

    fn write(&mut self, text: &dyn Display) {
        if self.failed.is_some() {
            return;
        }
        let mut stdout = anstream::stdout().lock();
        let written = write!(stdout, "{text}").and_then(|()| stdout.flush());
        self.failed = written.err();
    }
}

/// Counts the seconds on a terminal while nothing is said; never ends by itself.
pub(super) async fn count(of: Duration) {
    let began = Instant::now();
    let _clear = Clear;
    let mut ticks = interval(Duration::from_secs(1));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let line = text::waiting(began.elapsed(), of);
        let mut stderr = io::stderr().lock();
        // Back to the first column; what is left of an older line is erased.
        let _ = write!(stderr, "\r{line}\x1b[K").and_then(|()| stderr.flush());
    }
}

/// Whether anybody looks.
pub(super) fn is_watched() -> bool {
    io::stderr().is_terminal()
}

/// Leaves the line empty behind it.
struct Clear;

impl Drop for Clear {
    fn drop(&mut self) {
        let mut stderr = io::stderr().lock();
        let _ = write!(stderr, "\r\x1b[K").and_then(|()| stderr.flush());
    }
}
