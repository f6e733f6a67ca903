//! The arguments of `rejoin serve`.

use core::time::Duration;
use std::path::{Path, PathBuf};

use clap::Args;
use rejoin::proto::handshake::{Origin, OriginPolicy};
use rejoin::{CloseCode, Drain};
use serde::Deserialize;

use super::drain::DrainArgs;
use super::extensions::{self, ExtensionArgs};
use super::file::{self, Or, merge};
use super::limits::LimitArgs;
use super::units;
use crate::exit::Failure;

/// Run a server that sends every message back.
///
/// The first line on stdout says where it listens. What it refused stands on stderr; -v tells the
/// rest.
///
/// SIGTERM and SIGINT close every connection with 1001, at a pace, and end the server with status 0;
/// a second one cuts who is left. SIGUSR2 starts the executable that now stands at this program's
/// path with the same arguments, hands it the listening sockets, and, once that serves, closes every
/// connection with 1012 and a time to come back; if it does not get ready, this one serves on and
/// says why. SIGHUP reads the configuration file and the certificate again, for the connections that
/// come from then on; what is wrong is said, and changes nothing.
#[derive(Clone, Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ServeArgs {
    /// Take settings from this file, by the names of the flags; the flags win
    #[arg(short, long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// Events on stdout, one JSON object a line
    #[arg(long)]
    pub(crate) json: bool,

    /// What a file may set too.
    #[command(flatten)]
    flags: Settings,
}

/// What flags and the configuration file say alike.
#[derive(Clone, Debug, Default, Args, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Settings {
    /// The address to listen on; port 0 lets the system choose [default: 127.0.0.1:9001]
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,

    /// Answer /healthz, /readyz and /metrics on this address, to everybody: keep it on the loopback or
    /// behind a firewall
    #[arg(long, value_name = "ADDR")]
    admin: Option<String>,

    /// Serve no pages at / and /reference/, and answer requests that are no handshakes with 426
    #[arg(long)]
    pub(crate) no_page: bool,

    /// Keep the id of the process that serves in this file, for `rejoin restart`
    #[arg(long, value_name = "FILE")]
    pid_file: Option<PathBuf>,

    /// Speak TLS: the certificate with its chain, as PEM
    #[arg(long, value_name = "FILE")]
    cert: Option<PathBuf>,

    /// Speak TLS: the private key, as PEM
    #[arg(long, value_name = "FILE")]
    key: Option<PathBuf>,

    /// Speak this subprotocol if the client offers it (repeatable, preferred first)
    #[arg(long, value_name = "NAME", value_parser = extensions::subprotocol)]
    #[serde(deserialize_with = "file::subprotocols")]
    pub(crate) subprotocol: Vec<String>,

    /// Let pages of this origin in, or of "any" (repeatable) [default: the same host]
    #[arg(long, value_name = "ORIGIN", value_parser = Allowed::parse)]
    #[serde(deserialize_with = "file::origins")]
    allow_origin: Vec<Allowed>,

    /// The extensions.
    #[command(flatten)]
    pub(crate) extensions: ExtensionArgs,

    /// The limits.
    #[command(flatten)]
    pub(crate) limits: LimitArgs,

    /// The most connections at once; more are refused with 503 [default: no limit]
    #[arg(long, value_name = "COUNT", help_heading = "Limits")]
    pub(crate) max_connections: Option<usize>,

    /// How long a client may take for TLS, and then for its request [default: 10s]
    #[arg(long, value_name = "TIME", value_parser = units::duration)]
    #[arg(help_heading = "Limits")]
    #[serde(deserialize_with = "file::duration")]
    pub(crate) handshake_timeout: Option<Duration>,

    /// How connections are closed.
    #[command(flatten)]
    pub(crate) drain: DrainArgs,
}

merge!(Settings {
    listen,
    admin,
    no_page,
    pid_file,
    cert,
    key,
    subprotocol,
    allow_origin,
    extensions,
    limits,
    max_connections,
    handshake_timeout,
    drain,
});

impl ServeArgs {
    /// The settings as flags and file are now: the file is read anew each time.
    pub(crate) fn settings(&self) -> Result<Settings, Failure> {
        let file = match &self.config {
            Some(path) => file::read(path)?,
            None => Settings::default(),
        };
        Ok(self.flags.clone().or(file))
    }
}

impl Settings {
    /// The address to listen on.
    pub(crate) fn listen(&self) -> &str {
        self.listen.as_deref().unwrap_or(LISTEN)
    }

    /// The address for those who operate the server.
    pub(crate) fn admin(&self) -> Option<&str> {
        self.admin.as_deref()
    }

    /// Where the id of the process that serves is kept.
    pub(crate) fn pid_file(&self) -> Option<&Path> {
        self.pid_file.as_deref()
    }

    /// The names of the settings that are other than those of a running server, and that it cannot
    /// apply; they become what they are there.
    pub(crate) fn keep_fixed(&mut self, running: &Self) -> Vec<&'static str> {
        let mut kept = Vec::new();
        if self.listen() != running.listen() {
            kept.push("listen");
        }
        if self.admin() != running.admin() {
            kept.push("admin");
        }
        if self.pid_file() != running.pid_file() {
            kept.push("pid-file");
        }
        self.pid_file.clone_from(&running.pid_file);
        self.listen.clone_from(&running.listen);
        self.admin.clone_from(&running.admin);
        kept
    }

    /// The certificate and its key; none without TLS.
    pub(crate) fn certificate(&self) -> Result<Option<(&Path, &Path)>, Failure> {
        match (&self.cert, &self.key) {
            (Some(cert), Some(key)) => Ok(Some((cert, key))),
            (None, None) => Ok(None),
            (Some(_), None) => Err(Failure::usage(
                "--cert needs the private key too: --key FILE",
            )),
            (None, Some(_)) => Err(Failure::usage(
                "--key needs the certificate too: --cert FILE",
            )),
        }
    }

    /// How connections are closed when the server ends.
    pub(crate) fn end(&self) -> Drain {
        self.restart().code(CloseCode::GOING_AWAY)
    }

    /// How connections are closed when another process serves.
    pub(crate) fn restart(&self) -> Drain {
        let drain = self.drain.restart();
        drain.close_budget(self.limits.limits().close_budget)
    }

    /// The files that it names.
    pub(super) fn files(&mut self) -> impl Iterator<Item = &mut PathBuf> {
        [&mut self.pid_file, &mut self.cert, &mut self.key]
            .into_iter()
            .flatten()
    }

    /// Which web pages may connect.
    pub(crate) fn origin(&self) -> OriginPolicy {
        if self.allow_origin.is_empty() {
            return OriginPolicy::SameHost;
        }
        let mut list = Vec::new();
        for allowed in &self.allow_origin {
            match allowed {
                Allowed::Any => return OriginPolicy::Any,
                Allowed::Origin(origin) => list.push(origin.clone()),
            }
        }
        OriginPolicy::List(list)
    }
}

const LISTEN: &str = "127.0.0.1:9001";

/// An origin, or all of them.
#[derive(Clone, Debug)]
pub(super) enum Allowed {
    Any,
    Origin(Origin),
}

impl Allowed {
    pub(super) fn parse(text: &str) -> Result<Self, rejoin::proto::handshake::InvalidOrigin> {
        if text == "any" {
            return Ok(Self::Any);
        }
        text.parse().map(Self::Origin)
    }
}

pub(super) const EXAMPLES: &str = "\
Examples:
  rejoin serve --listen 127.0.0.1:0                    on a free port, printed first
  rejoin serve --cert chain.pem --key key.pem          wss://
  rejoin serve --require permessage-deflate            refuses who does not offer it
  rejoin serve --no-deflate --max-message-bytes 64KiB
  rejoin serve --server-no-context-takeover --deflate-level 1 --deflate-threshold 1KiB
  rejoin serve --allow-origin https://example.com --subprotocol chat.v2 --subprotocol chat
  rejoin serve --ping-every 5s --ping-patience 3s --close-timeout 2s
  rejoin serve --drain-within 10s --admit-rate 1000    restarts in a hurry: kill -USR2 PID
  rejoin serve --admin 127.0.0.1:9002                  curl 127.0.0.1:9002/metrics
  rejoin serve --config rejoin.toml                    kill -HUP PID after a change
  rejoin serve --json | jq 'select(.event == \"closed\")'";

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Debug, Parser)]
    struct Flags {
        #[command(flatten)]
        settings: Settings,
    }

    #[test]
    fn a_drain_waits_for_answers_as_long_as_a_close_may_take() {
        let flags = ["x", "--close-timeout", "25s", "--drain-rate", "7"];
        let Flags { settings } = Flags::try_parse_from(flags).expect("they make sense");
        let drain = Drain::new().rate(7.try_into().expect("not zero"));
        let drain = drain.close_budget(Duration::from_secs(25));
        assert_eq!(settings.restart(), drain);
        assert_eq!(settings.end(), drain.code(CloseCode::GOING_AWAY));
        assert_eq!(Settings::default().restart(), Drain::new());
    }
}
