//! Counting everything, and judging it.

use core::error::Error;
use std::collections::BTreeMap;
use std::process::ExitCode;

use cost::tcp::Exchange;
use cost::workload::Workload;

use crate::expected::Expected;
use crate::setting::Setting;
use crate::valgrind::{self, Calls};

/// Counts what has one of these in its name, or everything, and holds it against expected.toml.
pub(crate) fn check(names: &[String]) -> Result<ExitCode, Box<dyn Error>> {
    let (here, expected) = (Setting::here(), Expected::read()?);
    let counted = count(names, &expected)?;
    let mut faults = Vec::new();
    if expected.counted_with == here {
        faults.extend(instruction_faults(&counted, &expected));
    } else {
        println!("\nINSTRUCTIONS WERE NOT JUDGED: what is expected was counted");
        println!("with {}\nhere {here}", expected.counted_with);
    }
    faults.extend(system_call_faults(&counted, &expected));
    if names.is_empty() {
        faults.extend(no_longer_counted(&counted, &expected));
    }
    if faults.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    println!("\n{}", faults.join("\n"));
    println!("if that is meant: cargo run --release -p cost -- update");
    Ok(ExitCode::FAILURE)
}

/// Counts what has one of these in its name, or everything, and writes it to expected.toml.
pub(crate) fn update(names: &[String]) -> Result<ExitCode, Box<dyn Error>> {
    let (here, expected) = (Setting::here(), Expected::read()?);
    if !names.is_empty() && expected.counted_with != here {
        return Err("not a part alone: the rest was counted with another setting".into());
    }
    let counted = count(names, &expected)?;
    let mut written = Expected {
        counted_with: here,
        ..counted
    };
    if !names.is_empty() {
        let kept = expected.instructions.into_iter();
        written.instructions = kept.chain(written.instructions).collect();
        let kept = expected.system_calls.into_iter();
        written.system_calls = kept.chain(written.system_calls).collect();
    }
    written.write()?;
    Ok(ExitCode::SUCCESS)
}

/// Counts and prints as it goes.
fn count(names: &[String], expected: &Expected) -> Result<Expected, Box<dyn Error>> {
    let chosen = |name: &str| names.is_empty() || names.iter().any(|part| name.contains(part));
    let mut counted = Expected {
        instructions: BTreeMap::new(),
        system_calls: BTreeMap::new(),
        ..expected.clone()
    };
    println!("{:<44} {:>9} {:>9}", "instructions", "counted", "expected");
    for workload in Workload::all().filter(|workload| chosen(workload.name())) {
        let count = valgrind::instructions(&workload)?;
        counted.note(workload.name(), count, expected);
    }
    for exchange in Exchange::all().filter(|exchange| chosen(exchange.name())) {
        let served = valgrind::served(&exchange)?;
        if let Some(count) = served.instructions {
            counted.note(exchange.name(), count, expected);
        }
        let calls = served.system_calls;
        counted
            .system_calls
            .insert(exchange.name().to_owned(), calls);
    }
    println!("\nsystem calls of a server");
    for (name, calls) in &counted.system_calls {
        println!("{name:<20} {}", list(calls));
    }
    Ok(counted)
}

impl Expected {
    /// Notes what was counted, and prints it beside what was expected.
    fn note(&mut self, name: &str, count: u64, expected: &Self) {
        match expected.instructions.get(name) {
            Some(before) => {
                println!(
                    "{name:<44} {count:>9} {before:>9} {}",
                    change(count, *before)
                );
            }
            None => println!("{name:<44} {count:>9} {:>9}", "-"),
        }
        self.instructions.insert(name.to_owned(), count);
    }
}

fn instruction_faults(counted: &Expected, expected: &Expected) -> Vec<String> {
    let judged = counted.instructions.iter().filter_map(|(name, count)| {
        let Some(before) = expected.instructions.get(name) else {
            return Some(format!(
                "{name} costs {count} instructions, nothing was expected"
            ));
        };
        let fault = if *count > before + before * MOST_MORE_PERCENT / 100 {
            format!("at most {MOST_MORE_PERCENT} % more pass")
        } else if *count < before - before * MOST_LESS_PERCENT / 100 {
            "a gain that is not written down is lost again unnoticed".to_owned()
        } else {
            return None;
        };
        Some(format!(
            "{name} costs {count} instructions, expected {before}: {fault}"
        ))
    });
    judged.collect()
}

fn system_call_faults(counted: &Expected, expected: &Expected) -> Vec<String> {
    let nothing = BTreeMap::new();
    let judged = counted.system_calls.iter().filter_map(|(name, calls)| {
        let before = expected.system_calls.get(name).unwrap_or(&nothing);
        let differs = calls != before;
        differs.then(|| format!("{name} takes {}, expected {}", list(calls), list(before)))
    });
    judged.collect()
}

/// Expectations that nothing is held against any more.
fn no_longer_counted(counted: &Expected, expected: &Expected) -> Vec<String> {
    let instructions = expected.instructions.keys();
    let instructions = instructions.filter(|name| !counted.instructions.contains_key(*name));
    let calls = expected.system_calls.keys();
    let calls = calls.filter(|name| !counted.system_calls.contains_key(*name));
    let stale = instructions.chain(calls);
    stale
        .map(|name| format!("{name} is expected and not counted"))
        .collect()
}

/// By how much that is more or less, in percent with one digit.
fn change(count: u64, before: u64) -> String {
    let (sign, difference) = if count < before {
        ('-', before - count)
    } else {
        ('+', count - before)
    };
    let tenths = difference * 1000 / before.max(1);
    format!("{sign}{}.{} %", tenths / 10, tenths % 10)
}

fn list(calls: &Calls) -> String {
    let calls = calls.iter().map(|(name, count)| format!("{count} {name}"));
    calls.collect::<Vec<_>>().join(", ")
}

/// How much more and less than expected passes: counts of the same code differ by far less, but
/// not every small change is worth a line in the file.
const MOST_MORE_PERCENT: u64 = 3;
const MOST_LESS_PERCENT: u64 = 10;
