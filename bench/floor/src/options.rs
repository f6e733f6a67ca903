//! The arguments that every echo server of the race takes.

use std::path::PathBuf;
use std::process;

/// What an echo server is asked to do.
#[derive(Debug, Default)]
pub struct Options {
    /// `--mode batched` was given, not `loop`.
    pub batched: bool,
    /// `--deflate`: permessage-deflate is accepted.
    pub deflate: Option<Deflate>,
    /// `--tls`: the certificate chain and its key, PEM files.
    pub tls: Option<(PathBuf, PathBuf)>,
    /// `--broadcast`: a binary message goes to every connection.
    pub broadcast: bool,
}

/// Whether compression remembers the messages before.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Deflate {
    /// In neither direction.
    NoTakeover,
    /// In both.
    Takeover,
}

impl Options {
    /// Reads the arguments of the process; on one that is unknown it says so and ends with 2.
    pub fn from_env() -> Self {
        Self::parse(std::env::args().skip(1)).unwrap_or_else(|problem| refuse(&problem))
    }

    /// Ends the process with 2 if anything is asked for that `cannot` names, as
    /// `("--tls", options.tls.is_some())`.
    pub fn refuse_if(&self, cannot: &[(&str, bool)]) {
        for (flag, asked) in cannot {
            if *asked {
                refuse(&format!("this server does not do {flag}"));
            }
        }
    }

    fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut options = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            let mut value = || {
                let next = arguments.next();
                next.ok_or_else(|| format!("{argument} needs another argument"))
            };
            match argument.as_str() {
                "--mode" => {
                    options.batched = match value()?.as_str() {
                        "loop" => false,
                        "batched" => true,
                        other => return Err(format!("no mode is called {other}")),
                    };
                }
                "--deflate" => {
                    options.deflate = match value()?.as_str() {
                        "no-takeover" => Some(Deflate::NoTakeover),
                        "takeover" => Some(Deflate::Takeover),
                        other => return Err(format!("no deflate is called {other}")),
                    };
                }
                "--tls" => options.tls = Some((value()?.into(), value()?.into())),
                "--broadcast" => options.broadcast = true,
                other => return Err(format!("no argument is called {other}")),
            }
        }
        Ok(options)
    }
}

fn refuse(problem: &str) -> ! {
    eprintln!("{problem}");
    process::exit(2);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options, String> {
        Options::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn every_argument_is_understood() {
        let options = parse("--mode batched --deflate takeover --tls c k --broadcast");
        let options = options.expect("all of them exist");
        assert!(options.batched && options.broadcast);
        assert_eq!(options.deflate, Some(Deflate::Takeover));
        assert_eq!(options.tls, Some(("c".into(), "k".into())));
    }

    #[test]
    fn nothing_given_is_the_plain_loop() {
        let options = parse("").expect("nothing is needed");
        assert!(!options.batched && !options.broadcast);
        assert!(options.deflate.is_none() && options.tls.is_none());
    }

    #[test]
    fn what_is_unknown_is_named() {
        for line in ["--mode fast", "--deflate", "--tls c", "--quick"] {
            let problem = parse(line).expect_err(line);
            assert!(!problem.is_empty());
        }
    }
}
