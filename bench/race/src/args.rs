//! The command line.

use std::path::PathBuf;

use clap::Parser;

use crate::{
    cells::{Cell, Section},
    contestants::Contestant,
    pace::Pace,
};

/// Races WebSocket echo servers against each other and writes down what came of it.
///
/// Builds every server, runs each in every cell that it can do, and writes
/// bench/results/DATE.json (every figure), DATE.md (tables) and SVG plots.
/// Without options it takes about 50 minutes on two cores.
#[derive(Debug, Parser)]
pub(crate) struct Args {
    /// One round with short windows: to see that everything works
    #[arg(long)]
    pub quick: bool,

    /// Only these sections
    #[arg(long, value_name = "SECTION", value_delimiter = ',')]
    pub only: Vec<Section>,

    /// Only cells with this in their name, such as `16KiB` or `/100x1`
    #[arg(long, value_name = "SUBSTRING")]
    pub cell: Option<String>,

    /// Only these contestants, by the names in the results
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub contestants: Vec<String>,

    /// How often everything is run; memory is measured three times at most [default: 5, quick: 1]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub rounds: Option<u32>,

    /// How long each run measures [default: 250 to 600, by connections]
    #[arg(long, value_name = "MILLISECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    pub measure_ms: Option<u64>,

    /// Use the programs as they are, without building them
    #[arg(long)]
    pub no_build: bool,

    /// List the cells and who takes part in each, and run nothing
    #[arg(long)]
    pub list: bool,

    /// Only write the tables and plots of an earlier race again, beside its file
    #[arg(long, value_name = "FILE.json", conflicts_with_all = ["quick", "only", "cell", "contestants", "rounds", "measure_ms", "no_build", "list"])]
    pub report: Option<PathBuf>,

    /// Where the results go [default: bench/results for a whole race, race-results
    /// beside the programs for a part of one]
    #[arg(long, value_name = "FOLDER", conflicts_with = "report")]
    pub out: Option<PathBuf>,
}

/// As many as a median needs to stand on.
const FULL_ROUNDS: u32 = 5;

impl Args {
    pub(crate) fn wants_section(&self, section: Section) -> bool {
        self.only.is_empty() || self.only.contains(&section)
    }

    pub(crate) fn wants_cell(&self, cell: &Cell) -> bool {
        self.wants_section(cell.section)
            && self
                .cell
                .as_ref()
                .is_none_or(|part| cell.id().contains(part.as_str()))
    }

    pub(crate) fn wants_contestant(&self, contestant: &Contestant) -> bool {
        self.contestants.is_empty() || self.contestants.contains(&contestant.id)
    }

    /// Whether everything is run, so that the results stand for the project.
    pub(crate) fn is_whole(&self) -> bool {
        self.only.is_empty()
            && self.cell.is_none()
            && self.contestants.is_empty()
            && self.measure_ms.is_none()
            && self.rounds() >= FULL_ROUNDS
            && !self.quick
    }

    pub(crate) fn rounds(&self) -> u32 {
        self.rounds
            .unwrap_or(if self.quick { 1 } else { FULL_ROUNDS })
    }

    pub(crate) fn pace(&self) -> Pace {
        Pace {
            quick: self.quick,
            measure_ms: self.measure_ms,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Args::command().debug_assert();
    }

    #[test]
    fn cells_are_chosen_by_section_and_by_a_part_of_their_name() {
        let args = Args::parse_from(["race", "--only", "one-in-flight,text", "--cell", "16KiB"]);
        let chosen: Vec<_> = crate::cells::all(1000)
            .iter()
            .filter(|cell| args.wants_cell(cell))
            .map(Cell::id)
            .collect();
        assert_eq!(
            chosen,
            [
                "one-in-flight/16KiB/1x1",
                "one-in-flight/16KiB/100x1",
                "one-in-flight/16KiB/1000x1",
                "text/16KiB/100x1",
                "text/16KiB/100x16",
            ]
        );
    }
}
