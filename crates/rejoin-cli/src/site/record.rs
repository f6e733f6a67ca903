//! What an export wrote into a directory, so that the next one knows what is its own.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path};

use super::export::failed;
use crate::exit::Failure;

/// The paths that an export wrote, each below the directory.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) paths: BTreeSet<String>,
}

impl Record {
    /// The record of a directory; empty for one that is not there, or has nothing in it.
    ///
    /// Fails for a directory that has other things in it: what is there is not ours to write over.
    pub(super) fn read(directory: &Path) -> Result<Self, Failure> {
        let mut entries = match fs::read_dir(directory) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(unusable(directory, &error.to_string())),
        };
        if entries.next().is_none() {
            return Ok(Self::default());
        }
        let Ok(text) = fs::read_to_string(directory.join(NAME)) else {
            let why = "it has things in it that no export wrote; name another one";
            return Err(unusable(directory, why));
        };
        let paths: BTreeSet<_> = text.lines().map(str::to_owned).collect();
        if paths.iter().all(|path| is_below(path)) {
            Ok(Self { paths })
        } else {
            let why = format!("its {NAME} names files outside of it; name another one");
            Err(unusable(directory, &why))
        }
    }

    /// Writes down what is ours, in order.
    pub(super) fn write<'a>(
        directory: &Path,
        paths: impl Iterator<Item = &'a String>,
    ) -> Result<(), Failure> {
        let text: String = paths.flat_map(|path| [path.as_str(), "\n"]).collect();
        let file = directory.join(NAME);
        fs::write(&file, text).map_err(|error| failed(&file, &error))
    }
}

/// Whether a path stays inside of the directory that it starts from.
fn is_below(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    !path.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
}

fn unusable(directory: &Path, why: &str) -> Failure {
    Failure::usage(format!("cannot write to {}: {why}", directory.display()))
}

const NAME: &str = ".rejoin-reference";

#[cfg(test)]
mod tests {
    use super::is_below;

    #[test]
    fn only_paths_below_the_directory_count() {
        assert!(is_below("en/1010.html") && is_below("index.html"));
        for path in ["", "/etc/passwd", "../x", "en/../../x", "./x"] {
            assert!(!is_below(path), "{path}");
        }
    }
}
