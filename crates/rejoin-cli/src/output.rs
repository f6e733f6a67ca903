//! Everything that is written for a person on stderr, and the errors of both streams.

use core::fmt;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use clap::error::ErrorKind;
use crossterm::terminal::size;

use crate::exit::{Exit, Failure};
use crate::usage;

/// Prints a help text, the version, or the one line on what is wrong with the arguments.
pub(crate) fn clap_says(said: &clap::Error) -> Exit {
    let exit = if said.use_stderr() {
        Exit::Usage
    } else {
        Exit::Well
    };
    if exit == Exit::Usage && said.kind() != ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        complain(&Failure::usage(usage::line(said)));
    } else {
        // Nobody is left to hear it if this fails.
        let _ = said.print();
    }
    exit
}

/// Prints the one line of a failure.
pub(crate) fn complain(failure: &Failure) {
    let (bold, plain) = (ERROR.render(), ERROR.render_reset());
    let _ = writeln!(anstream::stderr(), "{bold}error:{plain} {}", failure.line);
}

/// Prints a line of information, each of its own lines behind a mark.
pub(crate) fn tell(mark: &str, text: &dyn fmt::Display) {
    let (dim, plain) = (MARK.render(), MARK.render_reset());
    let mut stderr = anstream::stderr().lock();
    for line in text.to_string().lines() {
        let _ = writeln!(stderr, "{dim}{mark}{plain} {line}");
    }
}

/// Whether the environment lets colours be used at all.
pub(crate) fn colours_are_wanted() -> bool {
    std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// The width of the terminal; one that does not know its own is taken as usual.
pub(crate) fn columns() -> usize {
    match size() {
        Ok((columns, _)) if columns > 0 => usize::from(columns),
        Ok(_) | Err(_) => USUAL_COLUMNS,
    }
}

/// What becomes of an error of stdout: somebody who has read enough is no error.
pub(crate) fn stdout_failed(error: &io::Error) -> Result<Exit, Failure> {
    if error.kind() == io::ErrorKind::BrokenPipe {
        Ok(Exit::Well)
    } else {
        Err(Failure::other(format!(
            "cannot write to standard output: {error}"
        )))
    }
}

const ERROR: Style = AnsiColor::Red.on_default().bold();

const USUAL_COLUMNS: usize = 80;

const MARK: Style = Style::new().dimmed();
