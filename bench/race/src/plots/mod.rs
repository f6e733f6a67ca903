//! SVG plots of the results: which cells they show, and what stands on them.

mod figure;

use std::{error::Error, path::Path};

use self::figure::{Bar, Figure, Panel, Scale, Tone};
use crate::{
    cells::{Cell, Echo, History, Job, Section, Takeover},
    contestants::{Contestant, Mode, Part},
    results::Results,
    summary::Summary,
    units,
};

/// A plot that was written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plot {
    pub title: &'static str,
    pub file: String,
}

/// Writes every plot that there are figures for into a folder.
///
/// # Errors
/// A file could not be written.
pub(crate) fn write(results: &Results, folder: &Path) -> Result<Vec<Plot>, Box<dyn Error>> {
    let mut plots = Vec::new();
    for (name, figure) in [
        ("many-in-flight", many_in_flight(results)),
        ("one-in-flight", one_in_flight(results)),
        ("deflate", deflate(results)),
        ("memory", memory(results)),
        ("broadcast-handshakes", broadcast_and_handshakes(results)),
    ] {
        if figure.panels.iter().all(|panel| panel.bars.is_empty()) {
            continue;
        }
        let file = format!("{}-{name}.svg", results.date);
        figure.write(&folder.join(&file))?;
        plots.push(Plot {
            title: figure.title,
            file,
        });
    }
    Ok(plots)
}

fn many_in_flight(results: &Results) -> Figure {
    let shown = [
        (16, 100, 64),
        (125, 100, 64),
        (1024, 100, 64),
        (16_384, 100, 16),
        (65_536, 100, 4),
        (1 << 20, 10, 4),
    ];
    Figure {
        title: "Server time per message, many in flight",
        note: "as a multiple of a bare epoll loop that parses and answers frames; logarithmic; less is better",
        panels: over_the_floor(results, Section::ManyInFlight, &shown),
    }
}

fn one_in_flight(results: &Results) -> Figure {
    let shown = [
        (16, 100, 1),
        (125, 100, 1),
        (1024, 100, 1),
        (16_384, 100, 1),
        (65_536, 100, 1),
        (1 << 20, 10, 1),
    ];
    Figure {
        title: "Server time per message, one in flight",
        note: "as a multiple of a bare epoll loop that parses and answers frames; less is better",
        panels: over_the_floor(results, Section::OneInFlight, &shown),
    }
}

/// A panel for each of the cells of binary echo with this size, number of
/// connections and messages in flight, all on one scale.
fn over_the_floor(results: &Results, section: Section, shown: &[(u64, u64, u64)]) -> Vec<Panel> {
    let mut panels: Vec<_> = shown
        .iter()
        .filter_map(|&(size, connections, in_flight)| {
            let cell = Cell {
                section,
                job: Job::Echo(Echo::binary(size, connections, in_flight)),
            };
            let floor = results.main_of(&cell, Part::Floor)?.median;
            let title = format!(
                "{}, {connections} connections, {in_flight} in flight",
                units::bytes(size)
            );
            Some(panel(results, &cell, title, Scale::Linear, |summary| {
                (summary.times(1.0 / floor), units::ratio)
            }))
        })
        .collect();
    let most = panels.iter().map(Panel::most).fold(1.0, f64::max);
    for panel in &mut panels {
        // Once somebody needs ten times as much, the rest would be a point.
        panel.scale = if section == Section::ManyInFlight {
            Scale::Log { from: 0.5 }
        } else {
            Scale::Linear
        };
        panel.to = most;
    }
    panels
}

fn deflate(results: &Results) -> Figure {
    let mut shown: Vec<_> = results
        .section(Section::Deflate)
        .filter_map(|cell| match &cell.job {
            Job::Echo(Echo {
                size,
                connections: 100,
                in_flight: 1,
                deflate: Some(takeover),
                ..
            }) => Some((*size, *takeover, cell)),
            _ => None,
        })
        .collect();
    // A row for each size, without takeover on its left.
    shown.sort_by_key(|&(size, takeover, _)| (size, takeover == Takeover::With));
    let panels = shown
        .into_iter()
        .map(|(size, takeover, cell)| {
            let title = format!("{} of JSON, {takeover}", units::bytes(size));
            panel(results, cell, title, Scale::Linear, microseconds)
        })
        .collect();
    Figure {
        title: "Server time per message with permessage-deflate",
        note: "inflate, deflate and echo, 100 connections, microseconds; less is better",
        panels,
    }
}

fn memory(results: &Results) -> Figure {
    let mut panels: Vec<_> = results
        .section(Section::Memory)
        .filter_map(|cell| match &cell.job {
            Job::Idle {
                connections: 10_000,
                deflate,
                history,
            } => {
                let used = match history {
                    History::NeverUsed => "never used",
                    History::AfterMessage => "after a message of 1 KiB",
                    History::AfterBurst => "after a burst of 64 KiB",
                };
                let title = deflate.map_or_else(
                    || format!("no deflate, {used}"),
                    |takeover| format!("deflate {takeover}, {used}"),
                );
                let scale = Scale::Log { from: 16.0 };
                Some(panel(results, cell, title, scale, |summary| {
                    (summary, held)
                }))
            }
            _ => None,
        })
        .collect();
    let most = panels.iter().map(Panel::most).fold(1.0, f64::max);
    for panel in &mut panels {
        panel.to = most;
    }
    Figure {
        title: "Resident memory of an idle connection",
        note: "bytes of the server at 10,000 connections; logarithmic; less is better",
        panels,
    }
}

fn broadcast_and_handshakes(results: &Results) -> Figure {
    let panels = results
        .cells
        .iter()
        .filter_map(|cell| match &cell.job {
            Job::Broadcast { size, connections } => {
                let title = format!(
                    "broadcast of {} to {}",
                    units::bytes(*size),
                    units::count(*connections)
                );
                Some(panel(results, cell, title, Scale::Linear, microseconds))
            }
            Job::Handshakes {
                slots: 64,
                headers,
                transport,
            } => {
                let title = format!("handshake, {transport}, {headers}");
                Some(panel(results, cell, title, Scale::Linear, microseconds))
            }
            Job::Echo(_) | Job::Handshakes { .. } | Job::Idle { .. } => None,
        })
        .collect();
    Figure {
        title: "Server time per delivery and per handshake",
        note: "microseconds; 64 handshakes at a time; less is better",
        panels,
    }
}

fn microseconds(summary: Summary) -> (Summary, fn(f64) -> String) {
    (summary.times(0.001), |value| {
        format!("{} µs", units::figure(value))
    })
}

fn held(bytes: f64) -> String {
    if bytes < 1024.0 {
        format!("{} B", units::figure(bytes))
    } else {
        format!("{} KiB", units::figure(bytes / 1024.0))
    }
}

/// What everybody came to in a cell, the least first.
fn panel(
    results: &Results,
    cell: &Cell,
    title: String,
    scale: Scale,
    show: impl Fn(Summary) -> (Summary, fn(f64) -> String),
) -> Panel {
    let mut bars: Vec<_> = results
        .contestants
        .iter()
        .filter(|contestant| contestant.part != Part::TcpFloor)
        .filter_map(|contestant| {
            let (value, text) = show(results.main(cell, contestant)?);
            Some(Bar {
                label: contestant.name.clone(),
                value,
                text: text(value.median),
                tone: tone(contestant),
            })
        })
        .collect();
    bars.sort_by(|one, other| one.value.median.total_cmp(&other.value.median));
    let mut panel = Panel {
        title,
        scale,
        to: 1.0,
        bars,
    };
    panel.to = panel.most();
    panel
}

fn tone(contestant: &Contestant) -> Tone {
    match (contestant.part, contestant.mode) {
        (Part::Rejoin, _) => Tone::Rejoin,
        (Part::RejoinCore, _) => Tone::RejoinCore,
        (Part::Floor | Part::TcpFloor, _) => Tone::Floor,
        (Part::Peer, Mode::Loop) => Tone::Loop,
        (Part::Peer, Mode::Batched) => Tone::Batched,
    }
}

#[cfg(test)]
mod tests;
