//! The load generator: what it is asked, and what it says.

use std::{collections::BTreeMap, path::Path, process::Command};

use serde_json::Value;

use crate::{
    cells::{Cell, Headers, History, Job, Kind, Transport},
    contestants::{Contestant, Part},
    pace::Windows,
    results::Figures,
    server::{Server, flag},
};

/// The longest that one run may take, in seconds; only what hangs takes as long.
const PATIENCE: &str = "120";

/// At a rate: how many messages may be unanswered on one connection.
const PILE: u64 = 64;

/// Loads a server and gives what came of it.
///
/// # Errors
/// What the load generator said when it gave up.
pub(crate) fn load(
    programs: &Path,
    server: &Server,
    contestant: &Contestant,
    cell: &Cell,
    windows: Windows,
    rate: Option<f64>,
) -> Result<Figures, String> {
    let output = Command::new("timeout")
        .args([PATIENCE, "taskset", "-c", super::LOAD_CORE])
        .arg(programs.join("load"))
        .args(arguments(contestant, cell, windows, rate))
        .arg("--server")
        .arg(server.address().to_string())
        .arg("--pid")
        .arg(server.pid().to_string())
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        let reason = complaint.lines().last().unwrap_or("no reason given");
        return Err(format!("{} ({reason})", output.status));
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let line = said.lines().last().unwrap_or_default();
    let value: Value =
        serde_json::from_str(line).map_err(|error| format!("{error} in {line:?}"))?;
    let mut numbers = BTreeMap::new();
    flatten("", &value, &mut numbers);
    if numbers.contains_key(cell.section.figure()) {
        let extensions = value
            .get("extensions")
            .and_then(Value::as_str)
            .map(str::to_owned);
        Ok(Figures {
            numbers,
            extensions,
        })
    } else {
        Err(format!("there is no {} in {line}", cell.section.figure()))
    }
}

/// Collects every number with the path that leads to it.
fn flatten(path: &str, value: &Value, figures: &mut BTreeMap<String, f64>) {
    if let Some(number) = value.as_f64() {
        figures.insert(path.to_owned(), number);
    }
    for (name, inner) in value.as_object().into_iter().flatten() {
        let path = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}.{name}")
        };
        flatten(&path, inner, figures);
    }
}

fn arguments(
    contestant: &Contestant,
    cell: &Cell,
    windows: Windows,
    rate: Option<f64>,
) -> Vec<String> {
    let mut arguments = Vec::new();
    let mut add = |words: &[&str]| arguments.extend(words.iter().map(|&word| word.to_owned()));
    let warmup = windows.warmup_ms.to_string();
    let measure = windows.measure_ms.to_string();
    match &cell.job {
        Job::Echo(echo) => {
            // At a rate, what is due goes out although earlier ones are unanswered.
            let in_flight = if rate.is_some() { PILE } else { echo.in_flight };
            add(&["echo", "--connections", &echo.connections.to_string()]);
            add(&[
                "--in-flight",
                &in_flight.to_string(),
                "--size",
                &echo.size.to_string(),
            ]);
            add(&["--warmup-ms", &warmup, "--measure-ms", &measure]);
            if echo.kind == Kind::Text {
                add(&["--kind", "text"]);
            }
            if echo.fragments > 1 {
                add(&["--fragments", &echo.fragments.to_string()]);
            }
            if let Some(takeover) = echo.deflate {
                add(&["--deflate", flag(takeover), "--json-like"]);
            }
            if let Some(rate) = rate {
                add(&["--rate", &format!("{rate:.0}")]);
            }
            if contestant.part == Part::TcpFloor {
                add(&["--raw"]);
            }
        }
        Job::Broadcast { connections, size } => {
            add(&["broadcast", "--connections", &connections.to_string()]);
            add(&["--size", &size.to_string()]);
            add(&["--warmup-ms", &warmup, "--measure-ms", &measure]);
        }
        Job::Handshakes {
            slots,
            headers,
            transport,
        } => {
            add(&["handshakes", "--slots", &slots.to_string()]);
            add(&["--warmup-ms", &warmup, "--measure-ms", &measure]);
            if *headers == Headers::Browser {
                add(&["--browser-headers"]);
            }
            if *transport == Transport::Tls {
                add(&["--tls"]);
            }
        }
        Job::Idle {
            connections,
            deflate,
            history,
        } => {
            add(&["idle", "--connections", &connections.to_string()]);
            if let Some(takeover) = deflate {
                add(&["--deflate", flag(*takeover)]);
            }
            match history {
                History::NeverUsed => {}
                History::AfterMessage => add(&["--use"]),
                History::AfterBurst => add(&["--burst"]),
            }
        }
    }
    arguments
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cells, contestants};

    #[test]
    fn numbers_are_found_at_every_depth() {
        let said = serde_json::json!({"messages": 10, "latency_us": {"p50": 1.5, "p99": 3}, "kind": "text"});
        let mut figures = BTreeMap::new();
        flatten("", &said, &mut figures);
        let names: Vec<_> = figures.keys().map(String::as_str).collect();
        assert_eq!(names, ["latency_us.p50", "latency_us.p99", "messages"]);
        assert!((figures["latency_us.p50"] - 1.5).abs() < f64::EPSILON);
    }

    /// What the load generator is asked in the cell with this name.
    fn asked(cell: &str, contestant: &str, rate: Option<f64>) -> String {
        let cell = cells::all(19_500)
            .into_iter()
            .find(|entry| entry.id() == cell);
        let contestant = contestants::all()
            .into_iter()
            .find(|entry| entry.id == contestant);
        let windows = Windows {
            warmup_ms: 100,
            measure_ms: 250,
        };
        let (cell, contestant) = (
            cell.expect("such a cell"),
            contestant.expect("such a contestant"),
        );
        arguments(&contestant, &cell, windows, rate).join(" ")
    }

    #[test]
    fn the_load_is_what_the_cell_says() {
        let times = "--warmup-ms 100 --measure-ms 250";
        assert_eq!(
            asked("fragmented/1MiB/10x1/64-fragments", "yawc", None),
            format!("echo --connections 10 --in-flight 1 --size 1048576 {times} --fragments 64")
        );
        assert_eq!(
            asked("deflate/1KiB/100x16/with-takeover", "yawc", None),
            format!(
                "echo --connections 100 --in-flight 16 --size 1024 {times} --kind text --deflate takeover --json-like"
            )
        );
        assert_eq!(
            asked("one-in-flight/16B/1x1", "floor-tcp", None),
            format!("echo --connections 1 --in-flight 1 --size 16 {times} --raw")
        );
        assert_eq!(
            asked("broadcast/1KiB/10000", "axum", None),
            format!("broadcast --connections 10000 --size 1024 {times}")
        );
        assert_eq!(
            asked("handshakes/tls/browser/64", "axum", None),
            format!("handshakes --slots 64 {times} --browser-headers --tls")
        );
        assert_eq!(
            asked(
                "memory/10000/deflate-without-takeover/after-a-message",
                "yawc",
                None
            ),
            "idle --connections 10000 --deflate no-takeover --use"
        );
    }

    #[test]
    fn at_a_rate_messages_do_not_wait_for_each_other() {
        assert_eq!(
            asked("latency/16B/100x1/common-rate", "yawc", Some(90_000.0)),
            "echo --connections 100 --in-flight 64 --size 16 --warmup-ms 100 --measure-ms 250 --rate 90000"
        );
    }
}
