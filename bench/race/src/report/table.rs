//! One section as a Markdown table.

use std::fmt::Write;

use crate::{
    cells::{Cell, Section},
    contestants::{Contestant, Part},
    results::{Micro, Results},
    summary::Summary,
    units::{bytes, figure, ratio},
};

/// The table of a section: a row for each cell, a column for each contestant
/// that has a figure in it, and the best peer.  None without any figure.
pub(super) fn section(results: &Results, section: Section) -> Option<String> {
    let cells: Vec<_> = results.section(section).collect();
    let columns: Vec<_> = results
        .contestants
        .iter()
        .filter(|contestant| {
            cells
                .iter()
                .any(|cell| results.main(cell, contestant).is_some())
        })
        .collect();
    if columns.is_empty() {
        return None;
    }
    let (peers, others): (Vec<_>, Vec<_>) = columns
        .into_iter()
        .partition(|contestant| contestant.is_peer());
    let mut head: Vec<&str> = others
        .iter()
        .map(|contestant| contestant.name.as_str())
        .collect();
    if !peers.is_empty() {
        head.push("best peer");
        head.extend(peers.iter().map(|contestant| contestant.name.as_str()));
    }
    let mut text = format!(
        "| {} | {} |\n|---|{}\n",
        heading(section),
        head.join(" | "),
        "---|".repeat(head.len())
    );
    for cell in cells {
        let mut fields: Vec<String> = others
            .iter()
            .map(|contestant| field(results, cell, contestant))
            .collect();
        if !peers.is_empty() {
            fields.push(best_peer(results, cell));
            fields.extend(
                peers
                    .iter()
                    .map(|contestant| field(results, cell, contestant)),
            );
        }
        if fields.iter().any(|field| !field.is_empty()) {
            let _ = writeln!(text, "| {} | {} |", cell.name(), fields.join(" | "));
        }
    }
    Some(text)
}

fn heading(section: Section) -> &'static str {
    match section {
        Section::Broadcast => "message, receivers",
        Section::Handshakes => "connection",
        Section::Memory => "connections",
        Section::OneInFlight
        | Section::ManyInFlight
        | Section::Text
        | Section::Fragmented
        | Section::Deflate
        | Section::Latency
        | Section::Micro => "message, connections × in flight",
    }
}

/// What one contestant came to in one cell; empty if it has no figure.
fn field(results: &Results, cell: &Cell, contestant: &Contestant) -> String {
    let Some(main) = results.main(cell, contestant) else {
        return String::new();
    };
    let other = |name: &str| {
        results
            .summary(cell, contestant, name)
            .map(|summary| figure(summary.median))
    };
    match cell.section {
        Section::Latency => {
            let known = |name| other(name).unwrap_or_else(|| "-".to_owned());
            let rate = other("rate").map_or_else(String::new, |rate| format!("<br>{rate}/s"));
            format!(
                "{} / **{}** / {}<br>{}{rate}",
                known("latency_us.p50"),
                figure(main.median),
                known("latency_us.p999"),
                spread(main),
            )
        }
        Section::Memory => format!("{}<br>{}", figure(main.median), spread(main)),
        Section::Deflate => {
            let compressed = other("compressed_ratio").unwrap_or_else(|| "-".to_owned());
            let main = microseconds(main);
            format!(
                "{} at {compressed}<br>{}",
                figure(main.median),
                spread(main)
            )
        }
        Section::OneInFlight
        | Section::ManyInFlight
        | Section::Text
        | Section::Fragmented
        | Section::Broadcast
        | Section::Handshakes
        | Section::Micro => {
            let times = results
                .main_of(cell, Part::Floor)
                .filter(|_| contestant.part != Part::Floor)
                .map_or_else(String::new, |floor| {
                    format!(" **{}**", ratio(main.median / floor.median))
                });
            let main = microseconds(main);
            format!("{}{times}<br>{}", figure(main.median), spread(main))
        }
    }
}

/// The best peer of a cell, and Rejoin as a multiple of it.
fn best_peer(results: &Results, cell: &Cell) -> String {
    let Some((peer, best)) = results.best_peer(cell, |_| true) else {
        return String::new();
    };
    results.main_of(cell, Part::Rejoin).map_or_else(
        || peer.name.clone(),
        |ours| {
            format!(
                "{}<br>Rejoin: **{}**",
                peer.name,
                ratio(ours.median / best.median)
            )
        },
    )
}

fn microseconds(summary: Summary) -> Summary {
    summary.times(0.001)
}

fn spread(summary: Summary) -> String {
    format!(
        "<sub>{} – {}</sub>",
        figure(summary.least),
        figure(summary.most)
    )
}

/// The microbenchmarks, each beside memcpy; none if they were not run.
pub(super) fn micro(rows: &[Micro]) -> Option<String> {
    if rows.is_empty() {
        return None;
    }
    let mut text = String::from(
        "| what | size | ns each | MiB/s | memcpy MiB/s | of memcpy |\n|---|---|---|---|---|---|\n",
    );
    for row in rows {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | **{}** |",
            row.what,
            bytes(row.size),
            figure(row.nanoseconds),
            figure(row.mib_per_second),
            figure(row.memcpy_mib_per_second),
            ratio(row.mib_per_second / row.memcpy_mib_per_second),
        );
    }
    Some(text)
}
