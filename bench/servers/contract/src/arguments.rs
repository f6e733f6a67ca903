//! What the command line may ask for, and what a library can answer.

use std::process::exit;

use tokio_rustls::TlsAcceptor;

use crate::tls;

/// How messages are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The library's ordinary loop: receive one, send one.
    Loop,
    /// The best a user can do by hand: queue answers without flushing while
    /// more messages are ready, flush when none is.
    Batched,
}

/// How permessage-deflate (RFC 7692) is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deflate {
    /// Neither side keeps its window from one message to the next.
    NoTakeover,
    /// Both sides keep their windows.
    Takeover,
}

/// What a library can do; anything else on the command line is refused.
#[derive(Clone, Copy, Debug)]
pub struct Abilities {
    /// Whether its documented interface can queue without flushing.
    pub batched: bool,
    /// Whether it speaks permessage-deflate.
    pub deflate: bool,
    /// Whether the program has a broadcasting form.
    pub broadcast: bool,
}

/// What the command line asked for.
#[derive(Clone)]
pub struct Settings {
    /// How messages are answered. [`Mode::Loop`] unless asked otherwise.
    pub mode: Mode,
    /// How permessage-deflate is accepted. Not at all unless asked.
    pub deflate: Option<Deflate>,
    /// Whether binary messages go to every connected client instead of back.
    pub broadcast: bool,
    /// Present when connections are to be wrapped in TLS.
    pub tls: Option<TlsAcceptor>,
}

impl Settings {
    /// Reads the command line of this process.
    ///
    /// Writes to standard error and ends the process with status 2 when an
    /// argument is unknown, incomplete, or beyond `abilities`.
    pub fn from_arguments(abilities: Abilities) -> Self {
        Self::parse(std::env::args().skip(1), abilities).unwrap_or_else(|complaint| {
            eprintln!("{complaint}");
            exit(2)
        })
    }

    fn parse(
        mut arguments: impl Iterator<Item = String>,
        abilities: Abilities,
    ) -> Result<Self, String> {
        let mut settings = Self {
            mode: Mode::Loop,
            deflate: None,
            broadcast: false,
            tls: None,
        };
        while let Some(argument) = arguments.next() {
            let mut value = || {
                arguments
                    .next()
                    .ok_or_else(|| format!("{argument}: a value is missing"))
            };
            match argument.as_str() {
                "--mode" => {
                    settings.mode = match value()?.as_str() {
                        "loop" => Mode::Loop,
                        "batched" if abilities.batched => Mode::Batched,
                        "batched" => return Err("--mode batched: not possible here".into()),
                        other => return Err(format!("--mode {other}: loop or batched")),
                    };
                }
                "--deflate" => {
                    if !abilities.deflate {
                        return Err("--deflate: the library has none".into());
                    }
                    settings.deflate = Some(match value()?.as_str() {
                        "no-takeover" => Deflate::NoTakeover,
                        "takeover" => Deflate::Takeover,
                        other => {
                            return Err(format!("--deflate {other}: no-takeover or takeover"));
                        }
                    });
                }
                "--broadcast" if abilities.broadcast => settings.broadcast = true,
                "--broadcast" => return Err("--broadcast: not possible here".into()),
                "--tls" => {
                    let certificate = value()?;
                    let key = value()?;
                    settings.tls = Some(tls::acceptor(certificate.as_ref(), key.as_ref())?);
                }
                other => return Err(format!("{other}: no such argument")),
            }
        }
        if settings.broadcast && (settings.mode == Mode::Batched || settings.deflate.is_some()) {
            return Err("--broadcast goes with neither --mode batched nor --deflate".into());
        }
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::{Abilities, Deflate, Mode, Settings};

    const ALL: Abilities = Abilities {
        batched: true,
        deflate: true,
        broadcast: true,
    };
    const NONE: Abilities = Abilities {
        batched: false,
        deflate: false,
        broadcast: false,
    };

    fn parse(line: &str, abilities: Abilities) -> Result<Settings, String> {
        Settings::parse(line.split_whitespace().map(String::from), abilities)
    }

    #[test]
    fn nothing_asked_is_the_plain_loop() {
        let settings = parse("", NONE).expect("nothing to refuse");
        assert_eq!(settings.mode, Mode::Loop);
        assert_eq!(settings.deflate, None);
        assert!(!settings.broadcast && settings.tls.is_none());
    }

    #[test]
    fn what_is_asked_is_what_is_set() {
        let settings = parse("--mode batched --deflate takeover", ALL).expect("possible");
        assert_eq!(settings.mode, Mode::Batched);
        assert_eq!(settings.deflate, Some(Deflate::Takeover));
        assert!(parse("--broadcast", ALL).expect("possible").broadcast);
    }

    #[test]
    fn what_the_library_cannot_do_is_refused() {
        for line in ["--mode batched", "--deflate takeover", "--broadcast"] {
            assert!(parse(line, NONE).is_err(), "{line}");
        }
    }

    #[test]
    fn what_nobody_knows_is_refused() {
        for line in [
            "--mode",
            "--mode fast",
            "--deflate",
            "--deflate yes",
            "--tls",
            "--tls only-one.pem",
            "--tls missing.pem missing.pem",
            "--broadcast --mode batched",
            "loop",
        ] {
            assert!(parse(line, ALL).is_err(), "{line}");
        }
    }
}
