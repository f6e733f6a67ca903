//! The arguments of `rejoin serve`.

use core::time::Duration;
use std::path::PathBuf;

use clap::Args;
use rejoin::proto::handshake::{Origin, OriginPolicy};

use super::drain::DrainArgs;
use super::extensions::ExtensionArgs;
use super::limits::LimitArgs;
use super::units;

/// Run a server that sends every message back.
///
/// The first line on stdout says where it listens. What it refused stands on stderr; -v tells the
/// rest.
///
/// SIGTERM and SIGINT close every connection with 1001, at a pace, and end the server with status 0;
/// a second one cuts who is left. SIGUSR2 starts the executable that now stands at this program's
/// path with the same arguments, hands it the listening sockets, and, once that serves, closes every
/// connection with 1012 and a time to come back; if it does not get ready, this one serves on and
/// says why.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ServeArgs {
    /// The address to listen on; port 0 lets the system choose
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:9001")]
    pub(crate) listen: String,

    /// Speak TLS: the certificate with its chain, as PEM
    #[arg(long, value_name = "FILE", requires = "key")]
    pub(crate) cert: Option<PathBuf>,

    /// Speak TLS: the private key, as PEM
    #[arg(long, value_name = "FILE", requires = "cert")]
    pub(crate) key: Option<PathBuf>,

    /// Speak this subprotocol if the client offers it (repeatable, preferred first)
    #[arg(long, value_name = "NAME")]
    pub(crate) subprotocol: Vec<String>,

    /// Let pages of this origin in, or of "any" (repeatable) [default: the same host]
    #[arg(long, value_name = "ORIGIN", value_parser = Allowed::parse)]
    allow_origin: Vec<Allowed>,

    /// Events on stdout, one JSON object a line
    #[arg(long)]
    pub(crate) json: bool,

    /// The extensions.
    #[command(flatten)]
    pub(crate) extensions: ExtensionArgs,

    /// The limits.
    #[command(flatten)]
    pub(crate) limits: LimitArgs,

    /// The most connections at once; more are refused with 503 [default: no limit]
    #[arg(long, value_name = "COUNT", help_heading = "Limits")]
    pub(crate) max_connections: Option<usize>,

    /// How long a client may take for TLS, and then for its request
    #[arg(long, value_name = "TIME", default_value = "10s", value_parser = units::duration)]
    #[arg(help_heading = "Limits")]
    pub(crate) handshake_timeout: Duration,

    /// How connections are closed.
    #[command(flatten)]
    pub(crate) drain: DrainArgs,
}

impl ServeArgs {
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

/// An origin, or all of them.
#[derive(Clone, Debug)]
enum Allowed {
    Any,
    Origin(Origin),
}

impl Allowed {
    fn parse(text: &str) -> Result<Self, rejoin::proto::handshake::InvalidOrigin> {
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
  rejoin serve --json | jq 'select(.event == \"closed\")'";
