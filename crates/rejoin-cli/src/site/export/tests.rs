use std::fs;
use std::path::{Path, PathBuf};

use rejoin_reference::render::html::Site;

use super::write;

/// A directory of its own, which is gone with the value.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let name = format!("rejoin-export-{name}-{}", std::process::id());
        let place = std::env::temp_dir().join(name);
        // Left over from a process with the same number.
        let _ = fs::remove_dir_all(&place);
        Self(place)
    }

    fn export(&self) -> Result<super::Written, String> {
        write(&Site::new(), &self.0, false).map_err(|failure| failure.line)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Every file below a directory with its content, in order.
fn files(directory: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut directories = vec![directory.to_owned()];
    while let Some(directory) = directories.pop() {
        for entry in fs::read_dir(directory).expect("it is there") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                directories.push(path);
            } else {
                let content = fs::read(&path).expect("it can be read");
                files.push((path, content));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn an_export_writes_the_same_again_and_removes_what_is_no_longer_part_of_it() {
    let place = Place::new("again");
    let written = place.export().expect("the directory is new");
    let first = files(&place.0);
    // The record of what was written is no part of the site.
    assert_eq!(first.len() as u64, written.files + 1);
    assert_eq!(written.files, Site::new().paths().count() as u64);

    let old = place.0.join("xx/compare");
    fs::create_dir_all(&old).expect("it is our directory");
    fs::write(old.join("1-2.html"), "of an older version").expect("it is our directory");
    fs::write(place.0.join("CNAME"), "of somebody else").expect("it is our directory");
    let record = place.0.join(".rejoin-reference");
    let mut text = fs::read_to_string(&record).expect("it was written");
    text.push_str("xx/compare/1-2.html\n");
    fs::write(&record, text).expect("it is our directory");

    assert_eq!(place.export(), Ok(written));
    assert!(!place.0.join("xx").exists());
    fs::remove_file(place.0.join("CNAME")).expect("what others have put there stays");
    assert!(files(&place.0) == first, "the same bytes");
}

#[test]
fn a_directory_of_somebody_else_is_left_alone() {
    let place = Place::new("else");
    fs::create_dir_all(&place.0).expect("it is a new directory");
    fs::write(place.0.join("thesis.txt"), "years of work").expect("it is a new directory");
    let error = place.export().expect_err("it is not ours");
    assert!(
        error.contains("no export wrote; name another one"),
        "{error}"
    );
    assert_eq!(files(&place.0).len(), 1);
}

#[test]
fn a_record_that_names_files_elsewhere_removes_nothing() {
    let place = Place::new("elsewhere");
    fs::create_dir_all(&place.0).expect("it is a new directory");
    fs::write(place.0.join(".rejoin-reference"), "../other/file\n").expect("it is a new directory");
    let error = place.export().expect_err("somebody has tampered with it");
    assert!(error.contains("names files outside of it"), "{error}");
}
