//! The help texts, held against a file: they are part of what scripts and people rely on.

use std::path::Path;
use std::process::Stdio;

use crate::process::command;

/// What the program prints for these arguments.
fn printed(arguments: &[&str]) -> String {
    let output = command(arguments)
        .env("COLUMNS", "100")
        .stdin(Stdio::null())
        .output()
        .expect("the program is built");
    assert!(output.status.success(), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    let text = String::from_utf8(output.stdout).expect("help is UTF-8");
    // Files have no blanks at the ends of their lines.
    text.lines()
        .flat_map(|line| [line.trim_end(), "\n"])
        .collect()
}

/// Set `REJOIN_UPDATE_HELP=1` to write the file anew after a change that is meant.
#[test]
fn the_help_texts_are_those_of_the_file() {
    let mut all = String::new();
    for arguments in [
        &["--help"][..],
        &["serve", "--help"],
        &["check", "--help"],
        &["connect", "--help"],
        &["codes", "--help"],
        &["compare", "--help"],
        &["explain", "--help"],
        &["rehearse", "--help"],
        &["reference", "export", "--help"],
        #[cfg(unix)]
        &["restart", "--help"],
    ] {
        let text = printed(arguments);
        assert!(text.contains("\nExamples:\n"), "{text}");
        all.extend(["$ rejoin ", &arguments.join(" "), "\n", &text, "\n"]);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/help.txt");
    if std::env::var_os("REJOIN_UPDATE_HELP").is_some() {
        std::fs::write(&path, &all).expect("the file can be written");
    }
    // The file may have been checked out with other line ends.
    let file = std::fs::read_to_string(&path)
        .expect("the file is there")
        .replace("\r\n", "\n");
    let program = all.replace("rejoin.exe", "rejoin");
    assert!(
        program == file,
        "help differs from {}; it is now:\n{all}",
        path.display()
    );
}

#[test]
fn every_command_knows_its_version() {
    let version = concat!(" ", env!("CARGO_PKG_VERSION"), "\n");
    for arguments in [
        &["--version"][..],
        &["serve", "--version"],
        &["check", "--version"],
        &["connect", "--version"],
        &["explain", "--version"],
        &["compare", "--version"],
        &["codes", "--version"],
        &["rehearse", "--version"],
        #[cfg(unix)]
        &["restart", "--version"],
    ] {
        assert!(printed(arguments).ends_with(version), "{arguments:?}");
    }
}
