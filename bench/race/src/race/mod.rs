//! The race itself: every round, every cell, every contestant.

use std::{collections::BTreeMap, error::Error, io::Write, path::Path, time::Instant};

use crate::{
    cells::{Cell, Echo, Job, Pace as Rate, Section},
    certificate::Certificate,
    contestants::Contestant,
    generator,
    pace::Pace,
    results::{Outcome, Results, Run},
    server::{NotStarted, Server},
    units::{figure, roughly},
};

/// Memory does not waver: this many rounds of it are enough.
const MEMORY_ROUNDS: u32 = 3;

/// No run may need more memory than this.
const MEMORY_LIMIT: f64 = 12.0 * 1024.0 * 1024.0 * 1024.0;

/// How often a cell is run in a race of so many rounds.
pub(crate) fn rounds(cell: &Cell, rounds: u32) -> u32 {
    if cell.section == Section::Memory {
        rounds.min(MEMORY_ROUNDS)
    } else {
        rounds
    }
}

/// Runs everything that the results name, adds the runs to them, and writes them
/// to the file `raw` after every round.
///
/// # Errors
/// What keeps the race from starting, or the file from being written; what goes
/// wrong in a run is remembered as its outcome.
pub(crate) fn run(
    results: &mut Results,
    programs: &Path,
    pace: Pace,
    raw: &Path,
) -> Result<(), Box<dyn Error>> {
    let certificate = Certificate::new()?;
    let arena = Arena {
        programs,
        certificate: &certificate,
        pace,
    };
    let heats = heats(results);
    let mut clock = Clock::new(pace, results, &heats);
    eprintln!("{} runs, about {}", heats.len(), roughly(clock.expected));
    let mut rates = Rates::default();
    let mut round = 1;
    for heat in heats {
        if heat.round > round {
            results.write(raw)?;
            round = heat.round;
        }
        let cell = results.cells[heat.cell].clone();
        let contestant = results.contestants[heat.contestant].clone();
        let outcome = if let Some(reason) = too_much_memory(results, &cell, &contestant) {
            Outcome::LeftOut(reason)
        } else {
            match rates.of(results, &cell, &contestant, &arena) {
                Ok(rate) => arena.run(&contestant, &cell, rate),
                Err(reason) => Outcome::LeftOut(reason.to_owned()),
            }
        };
        clock.tell(&heat, &cell, &contestant, &outcome, results.rounds);
        results.runs.push(Run {
            cell: cell.id(),
            contestant: contestant.id,
            round: heat.round,
            outcome,
        });
    }
    results.write(raw)?;
    Ok(())
}

/// One contestant in one cell in one round, by their places in the results.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Heat {
    round: u32,
    cell: usize,
    contestant: usize,
}

/// The order of the race: round by round, cell by cell, and in each cell and
/// round another contestant first.
fn heats(results: &Results) -> Vec<Heat> {
    let mut heats = Vec::new();
    for round in 1..=results.rounds {
        for (cell, entry) in results.cells.iter().enumerate() {
            if round > rounds(entry, results.rounds) {
                continue;
            }
            let mut entered: Vec<_> = (0..results.contestants.len())
                .filter(|&contestant| entry.admits(&results.contestants[contestant]))
                .collect();
            if !entered.is_empty() {
                // A step that shares no factor with the usual numbers of entrants.
                let first = (round as usize * 11 + cell) % entered.len();
                entered.rotate_left(first);
            }
            heats.extend(entered.into_iter().map(|contestant| Heat {
                round,
                cell,
                contestant,
            }));
        }
    }
    heats
}

/// Where a run takes place.
#[derive(Clone, Copy, Debug)]
struct Arena<'a> {
    programs: &'a Path,
    certificate: &'a Certificate,
    pace: Pace,
}

impl Arena<'_> {
    /// A fresh server, one load, and what came of it.
    fn run(&self, contestant: &Contestant, cell: &Cell, rate: Option<f64>) -> Outcome {
        let server = match Server::start(self.programs, contestant, cell, self.certificate) {
            Ok(server) => server,
            Err(NotStarted::Cannot(reason)) => return Outcome::LeftOut(reason),
            Err(NotStarted::Failed(reason)) => return Outcome::Failed(reason),
        };
        let windows = self.pace.windows(cell);
        match generator::load(self.programs, &server, contestant, cell, windows, rate) {
            Ok(mut figures) => {
                figures
                    .numbers
                    .extend(rate.map(|rate| ("rate".to_owned(), rate)));
                Outcome::Measured(figures)
            }
            Err(reason) => Outcome::Failed(reason),
        }
    }
}

/// Why a cell of idle connections is left out for a contestant, if a smaller
/// one has shown that it would not fit.
fn too_much_memory(results: &Results, cell: &Cell, contestant: &Contestant) -> Option<String> {
    let Job::Idle {
        connections,
        deflate,
        history,
    } = &cell.job
    else {
        return None;
    };
    let smaller = results.section(Section::Memory).find(|other| {
        matches!(&other.job, Job::Idle { connections: fewer, deflate: same, history: alike }
            if fewer < connections && same == deflate && alike == history)
    })?;
    let each = results.main(smaller, contestant)?.median;
    #[expect(clippy::cast_precision_loss, reason = "there are some ten thousand")]
    let needed = each * *connections as f64;
    (needed > MEMORY_LIMIT).then(|| format!("it would need {:.0} GiB", needed / f64::from(1 << 30)))
}

/// The rates at which latency is measured: found once, kept for all rounds.
#[derive(Debug, Default)]
struct Rates {
    /// Messages per second at the peak, by size and contestant.
    peaks: BTreeMap<(u64, String), Option<f64>>,
}

impl Rates {
    /// The rate at which a contestant is loaded; none for a cell that goes as
    /// fast as it can.
    ///
    /// # Errors
    /// The peak that the rate is half of is not known and could not be found.
    fn of(
        &mut self,
        results: &Results,
        cell: &Cell,
        contestant: &Contestant,
        arena: &Arena<'_>,
    ) -> Result<Option<f64>, &'static str> {
        let Job::Echo(echo) = &cell.job else {
            return Ok(None);
        };
        let peak = match echo.pace {
            Rate::Peak => return Ok(None),
            Rate::HalfOfOwnPeak => self.peak(results, echo, contestant, arena),
            Rate::HalfOfBestPeer => {
                let entered = || {
                    results
                        .contestants
                        .iter()
                        .filter(|contestant| cell.admits(contestant))
                };
                // Without any peer, the best of those that are there.
                let peers = entered().any(Contestant::is_peer);
                entered()
                    .filter(|contestant| contestant.is_peer() || !peers)
                    .filter_map(|contestant| self.peak(results, echo, contestant, arena))
                    .max_by(f64::total_cmp)
            }
        };
        peak.map(|peak| Some((peak / 2.0).round()))
            .ok_or("no peak is known")
    }

    /// What a contestant reached in the cell without a rate, which is run now if
    /// it was not yet.
    fn peak(
        &mut self,
        results: &Results,
        echo: &Echo,
        contestant: &Contestant,
        arena: &Arena<'_>,
    ) -> Option<f64> {
        const FIGURE: &str = "wall_messages_per_second";
        *self
            .peaks
            .entry((echo.size, contestant.id.clone()))
            .or_insert_with(|| {
                let cell = Cell {
                    section: Section::OneInFlight,
                    job: Job::Echo(Echo {
                        pace: Rate::Peak,
                        ..echo.clone()
                    }),
                };
                let known = results
                    .summary(&cell, contestant, FIGURE)
                    .map(|peaks| peaks.median);
                known.or_else(|| match arena.run(contestant, &cell, None) {
                    Outcome::Measured(figures) => figures.numbers.get(FIGURE).copied(),
                    Outcome::Failed(_) | Outcome::LeftOut(_) => None,
                })
            })
    }
}

/// Tells how far the race is and how long it will still take.
#[derive(Debug)]
struct Clock {
    pace: Pace,
    started: Instant,
    /// The runs, and the seconds that they were expected to take in all.
    runs: usize,
    expected: f64,
    done: usize,
    done_expected: f64,
}

impl Clock {
    fn new(pace: Pace, results: &Results, heats: &[Heat]) -> Self {
        let expected = heats
            .iter()
            .map(|heat| pace.seconds(&results.cells[heat.cell]))
            .sum();
        Self {
            pace,
            started: Instant::now(),
            runs: heats.len(),
            expected,
            done: 0,
            done_expected: 0.0,
        }
    }

    fn tell(
        &mut self,
        heat: &Heat,
        cell: &Cell,
        contestant: &Contestant,
        outcome: &Outcome,
        rounds: u32,
    ) {
        self.done += 1;
        self.done_expected += self.pace.seconds(cell);
        // What was expected, corrected by how it went so far.
        let slowness = self.started.elapsed().as_secs_f64() / self.done_expected;
        let left = roughly((self.expected - self.done_expected) * slowness);
        let came = match outcome {
            Outcome::Measured(figures) => {
                let name = cell.section.figure();
                figures
                    .numbers
                    .get(name)
                    .map_or_else(String::new, |&value| format!("{name} {}", figure(value)))
            }
            Outcome::Failed(reason) => format!("FAILED: {reason}"),
            Outcome::LeftOut(reason) => format!("left out: {reason}"),
        };
        // Progress that cannot be shown is no reason to stop.
        let _ = writeln!(
            std::io::stderr(),
            "{:>4}/{} round {}/{rounds}, {left} left: {} {}: {came}",
            self.done,
            self.runs,
            heat.round,
            cell.id(),
            contestant.id,
        );
    }
}

#[cfg(test)]
mod tests;
