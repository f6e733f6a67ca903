//! Races WebSocket echo servers against each other: starts them, loads them,
//! and writes down what came of it.  `bench/README.md` says what is measured
//! and how.
#![forbid(unsafe_code)]

mod args;
mod cells;
mod certificate;
mod contestants;
mod generator;
mod goals;
mod machine;
mod pace;
mod plots;
mod race;
mod report;
mod results;
mod server;
mod summary;
mod units;

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use clap::Parser;

use crate::{args::Args, cells::Section, machine::Machine, results::Results};

/// The core that the servers run on, and the one of the load generator.
const SERVER_CORE: &str = "0";
const LOAD_CORE: &str = "1";

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("race: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args) -> Result<(), Box<dyn Error>> {
    if let Some(file) = &args.report {
        let folder = file.parent().unwrap_or(Path::new("."));
        return write_report(&Results::read(file)?, folder).map(drop);
    }
    let workspace = workspace()?;
    let programs = env::current_exe()?
        .parent()
        .ok_or("the program lies nowhere")?
        .to_owned();
    let mut results = entry_list(args, &workspace)?;
    if args.list {
        list(&results);
        return Ok(());
    }
    if results.machine.cores < 2 {
        return Err("server and load need a core each, and this machine has one".into());
    }
    if !args.no_build {
        build(&workspace)?;
    }
    if args.wants_section(Section::Micro) && args.cell.is_none() {
        results.micro = micro(&programs)?;
    }
    // A part of a race must not take the place of a whole one.
    let usual = if args.is_whole() {
        workspace.join("results")
    } else {
        programs.join("race-results")
    };
    let folder = args.out.clone().unwrap_or(usual);
    fs::create_dir_all(&folder)?;
    let raw = folder.join(format!("{}.json", results.date));
    race::run(&mut results, &programs, args.pace(), &raw)?;
    eprintln!("wrote {}", raw.display());
    let plots = write_report(&results, &folder)?;
    if args.is_whole() && args.out.is_none() {
        let readme = workspace.join("README.md");
        let excerpt = report::excerpt(&results, &plots, "results");
        match report::insert(&fs::read_to_string(&readme)?, &excerpt) {
            Some(text) => fs::write(&readme, text)?,
            None => eprintln!("{} has no place for the newest results", readme.display()),
        }
    }
    Ok(())
}

/// The folder of the bench workspace.
fn workspace() -> Result<PathBuf, Box<dyn Error>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    Ok(here.parent().ok_or("the package lies nowhere")?.to_owned())
}

/// Everything about the race but its runs.
fn entry_list(args: &Args, workspace: &Path) -> Result<Results, Box<dyn Error>> {
    let machine = Machine::here();
    // A server needs a few descriptors for itself.
    let idle_most = machine.descriptors.saturating_sub(500);
    let mut cells = cells::all(idle_most);
    cells.retain(|cell| args.wants_cell(cell));
    let mut contestants = contestants::all();
    for name in &args.contestants {
        if !contestants.iter().any(|contestant| contestant.id == *name) {
            let known: Vec<_> = contestants
                .iter()
                .map(|contestant| contestant.id.as_str())
                .collect();
            return Err(format!("nobody is called {name}; there are {}", known.join(", ")).into());
        }
    }
    contestants.retain(|contestant| args.wants_contestant(contestant));
    let mut remarks = Vec::new();
    if idle_most < 50_000 && args.wants_section(Section::Memory) {
        remarks.push(format!(
            "A process has {} descriptors at most on this machine, so the cells of 50,000 idle connections were run with {}.",
            units::count(machine.descriptors),
            units::count(idle_most),
        ));
    }
    let words: Vec<_> = env::args().skip(1).collect();
    let options = if words.is_empty() {
        String::new()
    } else {
        format!(" -- {}", words.join(" "))
    };
    Ok(Results {
        date: time::OffsetDateTime::now_utc().date().to_string(),
        commit: machine::commit(workspace),
        command: format!("cargo run --release -p race{options}"),
        rounds: args.rounds(),
        versions: machine::versions(&fs::read_to_string(workspace.join("Cargo.lock"))?),
        machine,
        remarks,
        contestants,
        cells,
        runs: Vec::new(),
        micro: Vec::new(),
    })
}

fn list(results: &Results) {
    for cell in &results.cells {
        let entered: Vec<_> = results
            .contestants
            .iter()
            .filter(|contestant| cell.admits(contestant))
            .map(|contestant| contestant.id.as_str())
            .collect();
        println!("{}: {}", cell.id(), entered.join(" "));
    }
}

/// Builds every program of the workspace but this one, which is running.
fn build(workspace: &Path) -> Result<(), Box<dyn Error>> {
    let status = Command::new("cargo")
        .args(["build", "--release", "--workspace", "--exclude", "race"])
        .current_dir(workspace)
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err("not everything can be built".into())
    }
}

/// Runs the microbenchmarks where the servers run.
fn micro(programs: &Path) -> Result<Vec<results::Micro>, Box<dyn Error>> {
    let output = Command::new("taskset")
        .args(["-c", SERVER_CORE])
        .arg(programs.join("micro"))
        .arg("--json")
        .output()?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(format!(
            "the microbenchmarks ended with {}: {complaint}",
            output.status
        )
        .into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Writes the tables and plots of a race into a folder.
fn write_report(results: &Results, folder: &Path) -> Result<Vec<plots::Plot>, Box<dyn Error>> {
    let plots = plots::write(results, folder)?;
    let path = folder.join(format!("{}.md", results.date));
    fs::write(&path, report::markdown(results, &plots))?;
    eprintln!("wrote {}", path.display());
    Ok(plots)
}
