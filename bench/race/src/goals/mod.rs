//! The goals that Rejoin has set itself, held against what was measured.

use crate::{
    cells::{Cell, Echo, History, Job, Pace, Section, Takeover},
    contestants::{Contestant, Mode, Part},
    results::Results,
    summary::Summary,
    units,
};

/// One goal and every cell that it speaks of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Goal {
    /// What is measured, in the goal's words.
    pub what: &'static str,
    /// What is wanted of it.
    pub wanted: String,
    pub checks: Vec<Check>,
}

/// A goal in one cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Check {
    /// The cell's name, with the name of the peer that it is compared with.
    pub cell: String,
    pub reached: f64,
    /// What must not be exceeded.
    pub limit: f64,
    pub unit: Unit,
    /// Whether the goal would be met if every round had gone as the best one
    /// did for us and as the worst one did for the other.
    pub within_spread: bool,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Unit {
    Ratio,
    Bytes,
}

/// How a goal stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Verdict {
    Met,
    Missed,
    NotMeasured,
}

const KIB: f64 = 1024.0;

/// The window of the connections that are measured: 2^12 bytes in each
/// direction, as a server of Rejoin agrees by default.
const WINDOWS: f64 = 2.0 * 4.0 * KIB;

/// All goals, in order.
pub(crate) fn evaluate(results: &Results) -> Vec<Goal> {
    let board = Board { results };
    vec![
        board.floor("Echo, one in flight", 1.10, |cell| {
            cell.section == Section::OneInFlight
        }),
        board.peers("Echo, one in flight", 1.0, Form::Any, |cell| {
            cell.section == Section::OneInFlight
        }),
        board.floor("Echo, many in flight, up to 1 KiB", 1.3, small_and_many),
        board.peers(
            "Echo, many in flight, up to 1 KiB",
            0.75,
            Form::Only(Mode::Batched),
            small_and_many,
        ),
        board.peers(
            "Echo, many in flight, up to 1 KiB",
            0.1,
            Form::Only(Mode::Loop),
            small_and_many,
        ),
        board.floor("Echo, 16 KiB and more", 1.15, |cell| {
            matches!(cell.section, Section::OneInFlight | Section::ManyInFlight)
                && echo(cell).is_some_and(|echo| echo.size >= 16 * 1024)
        }),
        board.peers(
            "Deflate, 1 KiB, 100 connections and more",
            0.5,
            Form::Any,
            |cell| deflate(cell).is_some_and(|echo| echo.size == 1024 && echo.connections >= 100),
        ),
        board.peers(
            "Deflate, 16 KiB, 100 connections and more",
            0.8,
            Form::Any,
            |cell| {
                deflate(cell).is_some_and(|echo| echo.size == 16 * 1024 && echo.connections >= 100)
            },
        ),
        board.peers("Deflate, one connection", 1.0, Form::Any, |cell| {
            deflate(cell).is_some_and(|echo| echo.connections == 1)
        }),
        board.compression(),
        board.memory("Idle connection without deflate", KIB, |deflate, _| {
            deflate.is_none()
        }),
        board.memory(
            "Idle connection, deflate agreed, before use or without takeover",
            1.5 * KIB,
            |deflate, history| {
                deflate == Some(Takeover::Without)
                    || (deflate == Some(Takeover::With) && history == History::NeverUsed)
            },
        ),
        board.memory(
            "Idle connection, deflate with takeover, after use",
            WINDOWS + 2.0 * KIB,
            |deflate, history| deflate == Some(Takeover::With) && history != History::NeverUsed,
        ),
        board.floor("Broadcast to 10,000", 1.2, |cell| {
            cell.section == Section::Broadcast
        }),
        board.peers("Handshakes", 1.0, Form::Any, |cell| {
            cell.section == Section::Handshakes
        }),
        board.peers("Latency p99 at half load", 1.0, Form::Any, |cell| {
            cell.section == Section::Latency
                && echo(cell).is_some_and(|echo| echo.pace == Pace::HalfOfBestPeer)
        }),
    ]
}

fn small_and_many(cell: &Cell) -> bool {
    cell.section == Section::ManyInFlight && echo(cell).is_some_and(|echo| echo.size <= 1024)
}

fn echo(cell: &Cell) -> Option<&Echo> {
    match &cell.job {
        Job::Echo(echo) => Some(echo),
        Job::Broadcast { .. } | Job::Handshakes { .. } | Job::Idle { .. } => None,
    }
}

fn deflate(cell: &Cell) -> Option<&Echo> {
    echo(cell).filter(|_| cell.section == Section::Deflate)
}

/// Which forms of the peers a goal speaks of.
#[derive(Clone, Copy, Debug)]
enum Form {
    Any,
    Only(Mode),
}

#[derive(Clone, Copy, Debug)]
struct Board<'a> {
    results: &'a Results,
}

impl Board<'_> {
    fn rejoin(self, cell: &Cell) -> Option<Summary> {
        self.results.main_of(cell, Part::Rejoin)
    }

    /// At most so many times the floor.
    fn floor(self, what: &'static str, limit: f64, speaks_of: impl Fn(&Cell) -> bool) -> Goal {
        let checks = self.checks(speaks_of, |cell| {
            let floor = self.results.main_of(cell, Part::Floor)?;
            Some(compare(cell.name(), self.rejoin(cell)?, floor, limit))
        });
        Goal {
            what,
            wanted: format!("at most {} the floor", units::ratio(limit)),
            checks,
        }
    }

    /// At most so many times the best peer in one of its forms.
    fn peers(
        self,
        what: &'static str,
        limit: f64,
        form: Form,
        speaks_of: impl Fn(&Cell) -> bool,
    ) -> Goal {
        let takes_part = |peer: &Contestant| match form {
            Form::Any => true,
            Form::Only(mode) => peer.mode == mode,
        };
        let checks = self.checks(speaks_of, |cell| {
            let (peer, best) = self.results.best_peer(cell, takes_part)?;
            let cell_name = format!("{} (against {})", cell.name(), peer.name);
            Some(compare(cell_name, self.rejoin(cell)?, best, limit))
        });
        let whom = match form {
            Form::Any => "the best peer",
            Form::Only(Mode::Loop) => "the best peer's ordinary loop",
            Form::Only(Mode::Batched) => "the best peer's batched loop",
        };
        let wanted = if (limit - 1.0).abs() < f64::EPSILON {
            "no peer ahead".to_owned()
        } else {
            format!("at most {} {whom}", units::ratio(limit))
        };
        Goal {
            what,
            wanted,
            checks,
        }
    }

    /// Compressed as small as by the peer that is fastest, give or take a
    /// fiftieth.
    fn compression(self) -> Goal {
        const FIGURE: &str = "compressed_ratio";
        let checks = self.checks(
            |cell| cell.section == Section::Deflate,
            |cell| {
                let (peer, _) = self.results.best_peer(cell, |_| true)?;
                let theirs = self.results.summary(cell, peer, FIGURE)?;
                let ours = self
                    .results
                    .summary(cell, self.results.the(Part::Rejoin)?, FIGURE)?;
                Some(compare(
                    format!("{} (against {})", cell.name(), peer.name),
                    ours,
                    theirs,
                    1.02,
                ))
            },
        );
        Goal {
            what: "Deflate, compressed size",
            wanted: "at most 1.02× the fastest peer's".to_owned(),
            checks,
        }
    }

    /// At most so many bytes for each of 10,000 connections.
    fn memory(
        self,
        what: &'static str,
        limit: f64,
        speaks_of: impl Fn(Option<Takeover>, History) -> bool,
    ) -> Goal {
        let chosen = |cell: &Cell| {
            matches!(&cell.job, Job::Idle { connections: 10_000, deflate, history }
                if speaks_of(*deflate, *history))
        };
        let checks = self.checks(chosen, |cell| {
            let held = self.rejoin(cell)?;
            Some(Check {
                cell: cell.name(),
                reached: held.median,
                limit,
                unit: Unit::Bytes,
                within_spread: held.least <= limit,
            })
        });
        Goal {
            what,
            wanted: format!("at most {} B at 10,000", units::figure(limit)),
            checks,
        }
    }

    fn checks(
        self,
        speaks_of: impl Fn(&Cell) -> bool,
        check: impl Fn(&Cell) -> Option<Check>,
    ) -> Vec<Check> {
        self.results
            .cells
            .iter()
            .filter(|cell| speaks_of(cell))
            .filter_map(check)
            .collect()
    }
}

/// Our figure as a multiple of another, which must not exceed the limit.
fn compare(cell: String, ours: Summary, other: Summary, limit: f64) -> Check {
    Check {
        cell,
        reached: ours.median / other.median,
        limit,
        unit: Unit::Ratio,
        within_spread: ours.least <= limit * other.most,
    }
}

impl Goal {
    pub(crate) fn verdict(&self) -> Verdict {
        if self.checks.is_empty() {
            Verdict::NotMeasured
        } else if self.checks.iter().all(Check::is_met) {
            Verdict::Met
        } else {
            Verdict::Missed
        }
    }

    /// The check that is furthest above its limit, or least below.
    pub(crate) fn worst(&self) -> Option<&Check> {
        self.checks
            .iter()
            .max_by(|one, other| one.share().total_cmp(&other.share()))
    }

    /// What is typically reached.
    pub(crate) fn typical(&self) -> Option<f64> {
        Summary::of(self.checks.iter().map(|check| check.reached)).map(|summary| summary.median)
    }

    pub(crate) fn met(&self) -> usize {
        self.checks.iter().filter(|check| check.is_met()).count()
    }
}

impl Check {
    /// Judged by what is shown: two digits after the point, or whole bytes.
    pub(crate) fn is_met(&self) -> bool {
        let shown = match self.unit {
            Unit::Ratio => (self.reached * 100.0).round() / 100.0,
            Unit::Bytes => self.reached.round(),
        };
        shown <= self.limit
    }

    fn share(&self) -> f64 {
        self.reached / self.limit
    }
}

impl Unit {
    pub(crate) fn show(self, value: f64) -> String {
        match self {
            Self::Ratio => units::ratio(value),
            Self::Bytes => format!("{} B", units::figure(value)),
        }
    }
}

#[cfg(test)]
mod tests;
