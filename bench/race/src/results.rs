//! Everything that was measured, as it is written to disk and read again.

use std::{collections::BTreeMap, fs, io, path::Path};

use serde::{Deserialize, Serialize};

use crate::{
    cells::{Cell, Section},
    contestants::{Contestant, Part},
    machine::Machine,
    summary::Summary,
};

/// One race: who, what, where, when, and every single figure.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Results {
    /// The day on which it was run, `YYYY-MM-DD`, UTC.
    pub date: String,
    /// The commit of Rejoin, with `-dirty` after it if files were changed since.
    pub commit: String,
    /// The command that was given.
    pub command: String,
    pub rounds: u32,
    pub machine: Machine,
    /// What a reader must know about this race: what was left out, and why.
    pub remarks: Vec<String>,
    /// The versions of the crates that raced, by name.
    pub versions: BTreeMap<String, String>,
    pub contestants: Vec<Contestant>,
    pub cells: Vec<Cell>,
    pub runs: Vec<Run>,
    pub micro: Vec<Micro>,
}

/// One microbenchmark, as it writes itself down.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Micro {
    pub what: String,
    /// In bytes: of a payload, or of each of the messages.
    pub size: u64,
    /// For each payload or message.
    pub nanoseconds: f64,
    pub mib_per_second: f64,
    /// The same bytes, copied.
    pub memcpy_mib_per_second: f64,
}

/// One contestant in one cell, once.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Run {
    pub cell: String,
    pub contestant: String,
    /// The first is 1.
    pub round: u32,
    pub outcome: Outcome,
}

/// How a run ended.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Outcome {
    Measured(Figures),
    /// The server or the load generator gave up, with what it said.
    Failed(String),
    /// It was not tried, and why.
    LeftOut(String),
}

/// What the load generator wrote.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(crate) struct Figures {
    /// Every number by its name; what lies deeper has its path as its name, as
    /// in `latency_us.p99`.
    pub numbers: BTreeMap<String, f64>,
    /// What the server answered when permessage-deflate was offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extensions: Option<String>,
}

impl Results {
    /// Reads what [`write`](Self::write) wrote.
    pub(crate) fn read(path: &Path) -> io::Result<Self> {
        Ok(serde_json::from_slice(&fs::read(path)?)?)
    }

    pub(crate) fn write(&self, path: &Path) -> io::Result<()> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        fs::write(path, text)
    }

    /// A figure of one contestant in one cell over all rounds, if it has any.
    pub(crate) fn summary(
        &self,
        cell: &Cell,
        contestant: &Contestant,
        figure: &str,
    ) -> Option<Summary> {
        let id = cell.id();
        Summary::of(self.runs.iter().filter_map(|run| match &run.outcome {
            Outcome::Measured(figures) if run.cell == id && run.contestant == contestant.id => {
                figures.numbers.get(figure).copied()
            }
            _ => None,
        }))
    }

    /// What a contestant's server answered to the offer of permessage-deflate.
    pub(crate) fn extensions(&self, cell: &Cell, contestant: &Contestant) -> Option<&str> {
        let id = cell.id();
        self.runs.iter().find_map(|run| match &run.outcome {
            Outcome::Measured(figures) if run.cell == id && run.contestant == contestant.id => {
                figures.extensions.as_deref()
            }
            _ => None,
        })
    }

    /// The main figure of the cell's section.
    pub(crate) fn main(&self, cell: &Cell, contestant: &Contestant) -> Option<Summary> {
        self.summary(cell, contestant, cell.section.figure())
    }

    /// The only contestant that plays this part, if it took part.
    pub(crate) fn the(&self, part: Part) -> Option<&Contestant> {
        self.contestants
            .iter()
            .find(|contestant| contestant.part == part)
    }

    /// The main figure of the contestant that plays this part.
    pub(crate) fn main_of(&self, cell: &Cell, part: Part) -> Option<Summary> {
        self.main(cell, self.the(part)?)
    }

    /// The peer with the smallest main figure among those that `chosen` lets
    /// through.
    pub(crate) fn best_peer(
        &self,
        cell: &Cell,
        chosen: impl Fn(&Contestant) -> bool,
    ) -> Option<(&Contestant, Summary)> {
        self.contestants
            .iter()
            .filter(|contestant| contestant.is_peer() && chosen(contestant))
            .filter_map(|contestant| Some((contestant, self.main(cell, contestant)?)))
            .min_by(|one, other| one.1.median.total_cmp(&other.1.median))
    }

    /// The cells of one section, in the order of the rows.
    pub(crate) fn section(&self, section: Section) -> impl Iterator<Item = &Cell> {
        self.cells
            .iter()
            .filter(move |cell| cell.section == section)
    }

    /// The reason why a contestant has no figure in a cell, if one is known.
    pub(crate) fn excuse(&self, cell: &Cell, contestant: &Contestant) -> Option<&Outcome> {
        let id = cell.id();
        self.runs
            .iter()
            .filter(|run| run.cell == id && run.contestant == contestant.id)
            .map(|run| &run.outcome)
            .find(|outcome| !matches!(outcome, Outcome::Measured(_)))
    }
}

#[cfg(test)]
pub(crate) mod samples {
    //! Small results for the tests of what is made from them.
    use super::*;
    use crate::{cells, contestants};

    /// Results of one round, with the main figures that `figure` gives.
    pub(crate) fn results(figure: impl Fn(&Cell, &Contestant) -> Option<f64>) -> Results {
        let contestants = contestants::all();
        let cells = cells::all(19_500);
        let mut runs = Vec::new();
        for cell in &cells {
            for contestant in contestants
                .iter()
                .filter(|contestant| cell.admits(contestant))
            {
                let outcome = match figure(cell, contestant) {
                    Some(value) => Outcome::Measured(Figures {
                        numbers: BTreeMap::from([
                            (cell.section.figure().to_owned(), value),
                            ("compressed_ratio".to_owned(), 0.34),
                            ("latency_us.p50".to_owned(), value / 2.0),
                            ("latency_us.p999".to_owned(), value * 2.0),
                            ("rate".to_owned(), 100_000.0),
                        ]),
                        extensions: Some("permessage-deflate".to_owned()),
                    }),
                    None => Outcome::Failed("lost its way".to_owned()),
                };
                runs.push(Run {
                    cell: cell.id(),
                    contestant: contestant.id.clone(),
                    round: 1,
                    outcome,
                });
            }
        }
        Results {
            date: "2026-01-31".to_owned(),
            commit: "0123abc".to_owned(),
            command: "cargo run --release -p race".to_owned(),
            rounds: 1,
            machine: Machine {
                processor: "A processor".to_owned(),
                cores: 2,
                memory_gib: 16,
                kernel: "6.1".to_owned(),
                rustc: "rustc 1.90.0".to_owned(),
                descriptors: 20_000,
            },
            remarks: vec!["A remark.".to_owned()],
            versions: BTreeMap::from([("axum".to_owned(), "0.8.0".to_owned())]),
            contestants,
            cells,
            runs,
            micro: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_survive_being_written_and_read() {
        let results = samples::results(|_, contestant| contestant.is_peer().then_some(2.5));
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("results.json");
        results.write(&path).expect("it can be written");
        assert_eq!(Results::read(&path).expect("it can be read"), results);
    }

    #[test]
    fn the_best_peer_is_the_one_with_the_smallest_figure() {
        let results = samples::results(|_, contestant| match contestant.id.as_str() {
            "yawc" => Some(1.5),
            "rejoin" | "floor-ws" => Some(1.0),
            _ => Some(2.0),
        });
        let (best, summary) = results
            .best_peer(&results.cells[0], |_| true)
            .expect("peers raced");
        assert_eq!((best.id.as_str(), summary.median), ("yawc", 1.5));
    }

    #[test]
    fn cells_have_names_of_their_own() {
        let cells = crate::cells::all(19_500);
        let mut ids: Vec<_> = cells.iter().map(Cell::id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), cells.len());
    }
}
