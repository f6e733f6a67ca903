//! The path at which the next release of this program will stand.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

static REMEMBERED: OnceLock<PathBuf> = OnceLock::new();

/// Looks at it now. Later it can be gone: a deployment replaces the file or moves a link.
pub(super) fn remember() {
    // Asked again, and then reported, where it is needed.
    let _ = path();
}

/// The path by which this program was started, absolute.
///
/// The command's own name comes first, for it may lead through a link that a deployment moves; it
/// counts only if it leads to the program that runs.
pub(super) fn path() -> io::Result<PathBuf> {
    if let Some(path) = REMEMBERED.get() {
        return Ok(path.clone());
    }
    let running = env::current_exe()?;
    let path = env::args_os()
        .next()
        .and_then(|name| invoked(&name, env::var_os("PATH").as_deref()))
        .filter(|path| same_file(path, &running))
        .unwrap_or(running);
    Ok(REMEMBERED.get_or_init(|| path).clone())
}

/// Where a command of that name is found.
fn invoked(name: &OsStr, search: Option<&OsStr>) -> Option<PathBuf> {
    let path = Path::new(name);
    if path.components().nth(1).is_some() || path.is_absolute() {
        return std::path::absolute(path).ok();
    }
    env::split_paths(search?)
        .map(|directory| directory.join(path))
        .find(|candidate| candidate.is_file())
        .and_then(|found| std::path::absolute(found).ok())
}

fn same_file(one: &Path, other: &Path) -> bool {
    let id = |path: &Path| path.metadata().map(|file| (file.dev(), file.ino())).ok();
    id(one).is_some_and(|one| id(other) == Some(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_directory_is_not_searched_for() {
        let found = invoked(OsStr::new("bin/server"), Some(OsStr::new("/nowhere")));
        let expected = env::current_dir().map(|here| here.join("bin/server"));
        assert_eq!(found, expected.ok());
    }

    #[test]
    fn a_bare_name_is_looked_for_along_the_path() {
        let search = OsStr::new("/nowhere:/bin:/usr/bin");
        let found = invoked(OsStr::new("sh"), Some(search));
        assert_eq!(found, Some(PathBuf::from("/bin/sh")));
        assert_eq!(
            invoked(OsStr::new("sh"), Some(OsStr::new("/nowhere"))),
            None
        );
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_not_the_program_that_runs() {
        let running = env::current_exe().expect("it runs");
        assert!(same_file(&running, &running));
        assert!(!same_file(Path::new("/bin/sh"), &running));
        assert!(!same_file(Path::new("/nowhere"), Path::new("/nowhere")));
    }

    #[test]
    fn the_path_of_this_program_leads_to_it() {
        let running = env::current_exe().expect("it runs");
        assert!(same_file(&path().expect("it is known"), &running));
    }
}
