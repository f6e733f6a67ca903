//! Telling: each step as it is done for a person, or everything at the end for a machine.

mod counting;
mod findings;
mod handshake;
mod json;
mod line;
mod talk;
mod way;

use core::fmt::Display;
use std::io::{self, Write};

use super::facts::{Dial, Exchange, Facts, Lookup, TlsSeen};
use super::judge::Finding;
use super::probe::Found;
use crate::exit::Exit;
use findings::Findings;
use line::Line;

pub(super) use counting::Counting;
pub(super) use way::Detail;

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
        self.lines(&way::lookup(host, lookup));
    }

    pub(super) fn dial(&mut self, dial: &Dial) {
        self.lines(&way::dial(dial));
    }

    pub(super) fn tls(&mut self, tls: &TlsSeen) {
        let Form::Text(detail) = self.form else {
            return;
        };
        self.lines(&way::tls(tls, detail));
    }

    pub(super) fn exchange(&mut self, exchange: &Exchange) {
        self.lines(&handshake::exchange(exchange));
    }

    pub(super) fn found(&mut self, found: &Found<'_>) {
        let lines = match found {
            Found::Ping(ping) => talk::ping(ping),
            Found::Plain(probe) => talk::plain(probe),
            Found::Compressed(probe) => talk::compressed(probe),
            Found::IdleBegins(_) => return,
            Found::Idle(idle) => talk::idle(idle),
            Found::End(end) => talk::end(end),
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
                    self.lines(&talk::frames(&talk.frames));
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
