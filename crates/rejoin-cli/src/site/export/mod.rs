//! `rejoin reference export`: every file of the site into a directory.

use core::iter;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::time::Instant;

use rejoin_reference::Language;
use rejoin_reference::render::html::Site;
use serde::Serialize;

use super::record::Record;
use crate::args::{ExportArgs, Verbosity};
use crate::exit::{Exit, Failure};
use crate::numbers::{Bytes, Count, Seconds};
use crate::output;

/// Writes the site and says how much that was.
pub(crate) fn run(args: &ExportArgs, verbosity: Verbosity) -> Result<Exit, Failure> {
    let start = Instant::now();
    let site = args.base_url.clone().unwrap_or_default();
    let written = write(&site, &args.directory, !verbosity.quiet)?;
    let summary = Summary {
        directory: args.directory.display().to_string(),
        languages: Language::ALL.len(),
        files: written.files,
        bytes: written.bytes,
        seconds: start.elapsed().as_secs_f64(),
    };
    let mut stdout = io::stdout().lock();
    let told = if args.json {
        serde_json::to_writer(&mut stdout, &summary)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(stdout))
    } else {
        writeln!(
            stdout,
            "{} files in {} languages, {}, in {}: open {}",
            Count(summary.files),
            summary.languages,
            Bytes(summary.bytes),
            Seconds(start.elapsed()),
            args.directory.join("index.html").display(),
        )
    };
    match told {
        Ok(()) => Ok(Exit::Well),
        Err(error) => output::stdout_failed(&error),
    }
}

#[derive(Serialize)]
struct Summary {
    directory: String,
    languages: usize,
    files: u64,
    bytes: u64,
    seconds: f64,
}

/// How much was written.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    files: u64,
    bytes: u64,
}

/// Writes every file; what an earlier export wrote and this one does not is removed.
///
/// The record of what is ours is written first and last, so that an export that was cut short can be
/// done again.
pub(super) fn write(site: &Site, directory: &Path, progress: bool) -> Result<Written, Failure> {
    let earlier = Record::read(directory)?;
    let paths: BTreeSet<String> = site.paths().collect();
    fs::create_dir_all(directory).map_err(|error| failed(directory, &error))?;
    Record::write(directory, paths.union(&earlier.paths))?;
    let progress = (progress && io::stderr().is_terminal()).then(|| Progress::of(paths.len()));
    let mut written = Written::default();
    for path in &paths {
        let file = site.file(path).expect("a site has the files that it lists");
        put(&directory.join(path), file.text.as_bytes())?;
        written.files += 1;
        written.bytes += file.text.len() as u64;
        if let Some(progress) = &progress {
            progress.show(written.files);
        }
    }
    for path in earlier.paths.difference(&paths) {
        remove(directory, path)?;
    }
    Record::write(directory, paths.iter())?;
    Ok(written)
}

/// Writes a file, and its directory if that is not there.
fn put(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let write = || fs::write(path, content);
    let outcome = write().or_else(|error| match (error.kind(), path.parent()) {
        (io::ErrorKind::NotFound, Some(parent)) => {
            fs::create_dir_all(parent).and_then(|()| write())
        }
        _ => Err(error),
    });
    outcome.map_err(|error| failed(path, &error))
}

/// Removes a file that an earlier export wrote, and the directories that are empty then.
fn remove(directory: &Path, path: &str) -> Result<(), Failure> {
    let file = directory.join(path);
    match fs::remove_file(&file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(&file, &error)),
        Ok(()) | Err(_) => {}
    }
    let parents = iter::successors(file.parent(), |parent| parent.parent());
    for parent in parents.take_while(|parent| *parent != directory) {
        // Not empty: then it stays.
        if fs::remove_dir(parent).is_err() {
            break;
        }
    }
    Ok(())
}

pub(super) fn failed(path: &Path, error: &io::Error) -> Failure {
    Failure::other(format!("cannot write {}: {error}", path.display()))
}

/// How far it is, on one line of a terminal that is written again and again.
struct Progress {
    all: u64,
}

impl Progress {
    fn of(all: usize) -> Self {
        Self { all: all as u64 }
    }

    fn show(&self, written: u64) {
        if written.is_multiple_of(100) {
            let mut stderr = io::stderr().lock();
            let (written, all) = (Count(written), Count(self.all));
            // Nobody is left to see it if this fails.
            let _ =
                write!(stderr, "\r{written} of {all} files\x1b[K").and_then(|()| stderr.flush());
        }
    }
}

/// Leaves the line empty behind it.
impl Drop for Progress {
    fn drop(&mut self) {
        let mut stderr = io::stderr().lock();
        let _ = write!(stderr, "\r\x1b[K").and_then(|()| stderr.flush());
    }
}

#[cfg(test)]
mod tests;
