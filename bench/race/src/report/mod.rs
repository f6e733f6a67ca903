//! Markdown of the results: the goals, one table for each section, and what a
//! reader must know beside them.

mod table;

use std::fmt::Write;

use crate::{
    cells::{Cell, Job, Section, Takeover},
    goals::{self, Goal, Verdict},
    plots,
    results::{Outcome, Results},
    units,
};

/// The whole document.  `plots` are the plots that stand beside it.
pub(crate) fn markdown(results: &Results, plots: &[plots::Plot]) -> String {
    let mut text = format!("# The race of {}\n\n", results.date);
    text += &header(results);
    text += "\n## Goals\n\n";
    text += &goals_table(&goals::evaluate(results));
    for plot in plots {
        let _ = write!(text, "\n![{}]({})\n", plot.title, plot.file);
    }
    for section in Section::ALL {
        let table = match section {
            Section::Micro => table::micro(&results.micro),
            _ => table::section(results, section),
        };
        if let Some(table) = table {
            let _ = write!(
                text,
                "\n## {}\n\n{}\n\n{table}",
                section.title(),
                legend(section)
            );
            if section == Section::Deflate {
                text += &agreed(results);
            }
        }
    }
    text += &left_out(results);
    text
}

/// What was run, where and when.
pub(crate) fn header(results: &Results) -> String {
    let machine = &results.machine;
    let versions: Vec<_> = results
        .contestants
        .iter()
        .filter(|contestant| contestant.is_peer())
        .filter_map(|contestant| contestant.package.as_ref())
        .filter_map(|package| Some(format!("{package} {}", results.versions.get(package)?)))
        .fold(Vec::new(), |mut versions, version| {
            if !versions.contains(&version) {
                versions.push(version);
            }
            versions
        });
    let mut text = String::from("| | |\n|---|---|\n");
    for (name, value) in [
        ("date", results.date.clone()),
        ("commit", format!("`{}`", results.commit)),
        ("command", format!("`{}`, in `bench/`", results.command)),
        (
            "rounds",
            format!("{}, of memory {}", results.rounds, results.rounds.min(3)),
        ),
        (
            "processor",
            format!(
                "{}, {} cores, {} GiB",
                machine.processor, machine.cores, machine.memory_gib
            ),
        ),
        (
            "system",
            format!("Linux {}, {}", machine.kernel, machine.rustc),
        ),
        ("peers", versions.join(", ")),
    ] {
        let _ = writeln!(text, "| {name} | {value} |");
    }
    for remark in &results.remarks {
        let _ = write!(text, "\n* {remark}\n");
    }
    text
}

/// The goals with what was reached, and below each missed one where.
pub(crate) fn goals_table(goals: &[Goal]) -> String {
    let mut text = String::from(
        "| what | goal | worst cell | typical | cells that meet it | met |\n|---|---|---|---|---|---|\n",
    );
    for goal in goals {
        let (worst, typical) = match (goal.worst(), goal.typical()) {
            (Some(worst), Some(typical)) => (
                format!("**{}**: {}", worst.unit.show(worst.reached), worst.cell),
                worst.unit.show(typical),
            ),
            _ => ("-".to_owned(), "-".to_owned()),
        };
        let verdict = match goal.verdict() {
            Verdict::Met => "yes",
            Verdict::Missed => "**no**",
            Verdict::NotMeasured => "not measured",
        };
        let _ = writeln!(
            text,
            "| {} | {} | {worst} | {typical} | {} of {} | {verdict} |",
            goal.what,
            goal.wanted,
            goal.met(),
            goal.checks.len(),
        );
    }
    let missed: Vec<_> = goals
        .iter()
        .filter(|goal| goal.verdict() == Verdict::Missed)
        .collect();
    if !missed.is_empty() {
        text += "\n<details><summary>Every cell that misses its goal</summary>\n\n";
        text += "| goal | cell | reached | wanted | within the spread of the rounds |\n|---|---|---|---|---|\n";
        for goal in missed {
            for check in goal.checks.iter().filter(|check| !check.is_met()) {
                let _ = writeln!(
                    text,
                    "| {}, {} | {} | {} | {} | {} |",
                    goal.what,
                    goal.wanted,
                    check.cell,
                    check.unit.show(check.reached),
                    check.unit.show(check.limit),
                    if check.within_spread { "yes" } else { "no" },
                );
            }
        }
        text += "\n</details>\n";
    }
    text
}

/// What stands in the fields of a section's table.
fn legend(section: Section) -> &'static str {
    match section {
        Section::OneInFlight | Section::ManyInFlight | Section::Text | Section::Fragmented => {
            "Server processor time for each message in microseconds: the median of the rounds, **as a multiple of the WebSocket floor**, and the least and most of the rounds. `100 × 64` is 100 connections with 64 messages in flight on each."
        }
        Section::Deflate => {
            "Server processor time for each message (inflate, deflate, echo) in microseconds: the median of the rounds, the size of the answers over that of the text, and the least and most of the rounds."
        }
        Section::Broadcast => {
            "Server processor time for each delivery in microseconds: the median of the rounds, **as a multiple of the WebSocket floor**, and the least and most of the rounds."
        }
        Section::Handshakes => {
            "Server processor time for each connection accepted and upgraded in microseconds: the median of the rounds, **as a multiple of the WebSocket floor**, and the least and most of the rounds."
        }
        Section::Memory => {
            "Bytes of the server's resident memory for each connection: the median of the rounds, and the least and most of them. What the kernel keeps for a socket is not among them."
        }
        Section::Latency => {
            "Round trip in microseconds at a fixed rate over 100 connections, counted from the moment at which a message was due: median / p99 / p99.9, each the median of the rounds, and the least and most p99."
        }
        Section::Micro => {
            "The parts by themselves: nanoseconds for each payload or message, and MiB per second beside a memcpy of the same bytes."
        }
    }
}

/// What each server answered to the offer of permessage-deflate.
fn agreed(results: &Results) -> String {
    let mut rows = Vec::new();
    for contestant in &results.contestants {
        for takeover in [Takeover::Without, Takeover::With] {
            let offered = |cell: &&Cell| matches!(&cell.job, Job::Echo(echo) if echo.deflate == Some(takeover));
            let answer = results
                .section(Section::Deflate)
                .filter(offered)
                .find_map(|cell| results.extensions(cell, contestant));
            rows.extend(
                answer.map(|answer| format!("| {} | {takeover} | `{answer}` |\n", contestant.name)),
            );
        }
    }
    if rows.is_empty() {
        return String::new();
    }
    format!(
        "\nWhat was agreed:\n\n| | | |\n|---|---|---|\n{}",
        rows.concat()
    )
}

/// What has no figure, and why.
fn left_out(results: &Results) -> String {
    let mut rows = Vec::new();
    for cell in &results.cells {
        for contestant in &results.contestants {
            let row = match results.excuse(cell, contestant) {
                Some(Outcome::Failed(reason)) => format!("failed: {reason}"),
                Some(Outcome::LeftOut(reason)) => format!("left out: {reason}"),
                Some(Outcome::Measured(_)) | None => continue,
            };
            rows.push(format!(
                "| {} | {} | {} |\n",
                cell.id(),
                contestant.name,
                row.replace('|', "\\|")
            ));
        }
    }
    if rows.is_empty() {
        return String::new();
    }
    format!(
        "\n## Runs without a figure\n\n| cell | contestant | why |\n|---|---|---|\n{}",
        rows.concat()
    )
}

/// The part of a README that shows the newest results.
pub(crate) fn excerpt(results: &Results, plots: &[plots::Plot], folder: &str) -> String {
    let mut text = format!(
        "The newest race, of {}, commit `{}`, {} ({} cores), {} rounds; every table of it is in [{folder}/{}.md]({folder}/{}.md).\n\n",
        results.date,
        results.commit,
        results.machine.processor,
        units::count(results.machine.cores as u64),
        results.rounds,
        results.date,
        results.date,
    );
    text += &goals_table(&goals::evaluate(results));
    for plot in plots {
        let _ = write!(text, "\n![{}]({folder}/{})\n", plot.title, plot.file);
    }
    text
}

/// Puts `excerpt` between the two marks of a document; none if it has no marks.
pub(crate) fn insert(document: &str, excerpt: &str) -> Option<String> {
    const BEGIN: &str = "<!-- newest results: written by the race -->\n";
    const END: &str = "<!-- end of the newest results -->\n";
    let (before, rest) = document.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{excerpt}\n{END}{after}"))
}

#[cfg(test)]
mod tests;
