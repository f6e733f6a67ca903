//! Running this program under valgrind, and reading what that has counted.

use core::error::Error;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;

use cost::tcp::Exchange;
use cost::workload::Workload;

/// How many instructions an operation of the workload takes.
pub(crate) fn instructions(workload: &Workload) -> Result<u64, Box<dyn Error>> {
    let rounds = workload.rounds();
    let once = run(workload, rounds)?;
    let twice = run(workload, 2 * rounds)?;
    Ok(per_operation(once, twice, rounds * workload.operations()))
}

/// System calls, by their name.
pub(crate) type Calls = BTreeMap<String, u64>;

/// What a server takes for an exchange.
#[derive(Clone, Debug)]
pub(crate) struct Served {
    /// Instructions for each operation, where they are always the same.
    pub(crate) instructions: Option<u64>,
    /// System calls for each round, by their name.
    pub(crate) system_calls: Calls,
}

/// What a server takes for this exchange.
pub(crate) fn served(exchange: &Exchange) -> Result<Served, Box<dyn Error>> {
    let rounds = exchange.rounds();
    let (once, calls) = serve(exchange, rounds)?;
    let (twice, mut more_calls) = serve(exchange, 2 * rounds)?;
    for (name, count) in &mut more_calls {
        let before = calls.get(name).copied().unwrap_or_default();
        // To the nearest, so that a wake-up that came late once is not seen.
        *count = per_operation(before, *count, rounds);
    }
    let strict = exchange.is_strict();
    more_calls.retain(|name, count| *count > 0 && (strict || !WAITING.contains(&name.as_str())));
    let operations = rounds * exchange.operations();
    Ok(Served {
        instructions: strict.then(|| per_operation(once, twice, operations)),
        system_calls: more_calls,
    })
}

/// To the nearest: what is left of setting up is a few instructions.
fn per_operation(once: u64, twice: u64, operations: u32) -> u64 {
    let operations = u64::from(operations);
    (twice.saturating_sub(once) + operations / 2) / operations
}

/// Writes where the instructions of the workload are.
pub(crate) fn profile(workload: &Workload) -> Result<PathBuf, Box<dyn Error>> {
    let program = std::env::current_exe()?;
    let file_name = workload.name().replace(['/', ' '], "-");
    let path = program.with_file_name(format!("{file_name}.callgrind"));
    let rounds = (2 * workload.rounds()).to_string();
    let mut command = callgrind(&path.display().to_string())?;
    finish(start(command.args(["run", workload.name(), &rounds]))?)?;
    Ok(path)
}

/// How many instructions a run of so many rounds takes in all.
fn run(workload: &Workload, rounds: u32) -> Result<u64, Box<dyn Error>> {
    let mut command = callgrind("/dev/null")?;
    command.args(["run", workload.name(), &rounds.to_string()]);
    collected(&finish(start(&mut command)?)?)
}

/// How many instructions a server takes in all for so many rounds, and how many system calls of each
/// kind.
fn serve(exchange: &Exchange, rounds: u32) -> Result<(u64, Calls), Box<dyn Error>> {
    let mut command = callgrind("/dev/null")?;
    command.args(["serve", &exchange.connections(rounds).to_string()]);
    let mut server = start(command.stdout(Stdio::piped()))?;
    let output = server.stdout.take().ok_or("there is no output")?;
    // Its trace is long: read it while the exchange goes on.
    let ending = thread::spawn(move || finish(server).map_err(|error| error.to_string()));
    let mut address = String::new();
    BufReader::new(output).read_line(&mut address)?;
    exchange.run(address.trim().parse()?, rounds)?;
    let said = ending
        .join()
        .map_err(|_| "reading the trace has failed")??;
    let mut calls = Calls::new();
    for entry in said.split("SYSCALL[") {
        // `pid,tid](number) sys_name ( arguments`; what follows of a call that waits has no name.
        let name = entry.split_once(") sys_").map(|(_, name)| name);
        let end =
            |name: &str| name.find(|letter: char| letter != '_' && !letter.is_ascii_alphanumeric());
        if let Some(name) = name.and_then(|name| name.get(..end(name)?)) {
            *calls.entry(name.to_owned()).or_default() += 1;
        }
    }
    Ok((collected(&said)?, calls))
}

fn collected(said: &str) -> Result<u64, Box<dyn Error>> {
    let count = said.rsplit_once("Collected :").map(|(_, count)| count);
    let count = count.and_then(|count| count.split_whitespace().next());
    Ok(count
        .ok_or("valgrind has not said what it collected")?
        .parse()?)
}

/// This program under valgrind; its own arguments are still to be added.
fn callgrind(file: &str) -> Result<Command, Box<dyn Error>> {
    let mut command = Command::new("valgrind");
    command
        .args(["--tool=callgrind", "--trace-syscalls=yes"])
        .arg(format!("--callgrind-out-file={file}"))
        .arg(std::env::current_exe()?)
        // The environment lies on the stack and moves everything on it.
        .env_clear()
        .env("PATH", "/usr/local/bin:/usr/bin:/bin")
        .stderr(Stdio::piped());
    Ok(command)
}

fn start(command: &mut Command) -> Result<Child, Box<dyn Error>> {
    let started = command.spawn();
    started.map_err(|error| format!("valgrind does not start: {error}").into())
}

/// Waits for the end; what valgrind has said.
fn finish(mut child: Child) -> Result<String, Box<dyn Error>> {
    let mut said = Vec::new();
    if let Some(mut output) = child.stderr.take() {
        output.read_to_end(&mut said)?;
    }
    let said = String::from_utf8_lossy(&said).into_owned();
    let status = child.wait()?;
    if status.success() {
        Ok(said)
    } else {
        Err(format!("{status} under valgrind:\n{said}").into())
    }
}

/// The system calls of waiting and being woken.
const WAITING: [&str; 3] = ["clock_gettime", "epoll_wait", "write"];
