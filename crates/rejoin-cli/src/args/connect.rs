//! The arguments of `rejoin connect`.

use core::time::Duration;
use std::path::PathBuf;

use clap::Args;
use http::{HeaderName, HeaderValue, header};
use rejoin::Deadlines;
use rejoin::reconnect::{Policy, Preset};

use super::extensions::{self, ExtensionArgs, Offers};
use super::limits::LimitArgs;
use super::units;

/// Send lines, print messages.
///
/// Each line of stdin is a text message; each text that arrives is printed as a line, and in a pipe
/// binary data is written as it is. At the end of stdin the connection is closed with 1000, and what
/// still arrives is printed until the peer closes too. On a terminal there is a prompt with a
/// history; /help lists its commands.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ConnectArgs {
    /// Where to connect to.
    #[arg(
        value_name = "URL",
        help = "Where to connect to: ws://HOST[:PORT]/PATH or wss://... (http:// and https:// too)"
    )]
    pub(crate) url: String,

    /// Send lines as binary messages
    #[arg(long)]
    pub(crate) binary: bool,

    /// Send this header too (repeatable)
    #[arg(long, value_name = "NAME: VALUE", value_parser = parse_header)]
    pub(crate) header: Vec<(HeaderName, HeaderValue)>,

    /// Offer this subprotocol (repeatable, preferred first)
    #[arg(long, value_name = "NAME", value_parser = extensions::subprotocol)]
    pub(crate) subprotocol: Vec<String>,

    /// Events on stdout, one JSON object a line; no prompt
    #[arg(long)]
    pub(crate) json: bool,

    /// The extensions.
    #[command(flatten)]
    pub(crate) extensions: ExtensionArgs,

    /// Offer these extensions instead, as they stand in the header
    #[arg(long, value_name = "LIST", value_parser = Offers::parse, help_heading = "Extensions")]
    pub(crate) offer: Option<Offers>,

    /// TLS.
    #[command(flatten)]
    pub(crate) tls: TlsArgs,

    /// The limits.
    #[command(flatten)]
    pub(crate) limits: LimitArgs,

    /// The deadlines.
    #[command(flatten)]
    deadlines: DeadlineArgs,

    /// Coming back.
    #[command(flatten)]
    pub(crate) reconnect: ReconnectArgs,
}

/// Whether to come back after an end, and how.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Reconnecting")]
pub(crate) struct ReconnectArgs {
    /// Come back after an end that allows it; PRESET is rejoin (what the server asks for, else what
    /// the close code says), registered, rfc6455, fixed:SECONDS or immediate
    #[arg(long = "reconnect", value_name = "PRESET", num_args = 0..=1, require_equals = true)]
    #[arg(default_missing_value = "rejoin")]
    pub(crate) preset: Option<Preset>,

    /// Give up after so many attempts in a row [default: never]
    #[arg(long = "reconnect-attempts", value_name = "COUNT", requires = "preset")]
    pub(crate) attempts: Option<u32>,

    /// Give up when this much time has passed without a connection [default: never]
    #[arg(long = "reconnect-for", value_name = "TIME", requires = "preset", value_parser = units::duration)]
    pub(crate) at_most: Option<Duration>,
}

impl ReconnectArgs {
    /// When to come back; `None` for never.
    pub(crate) fn policy(&self) -> Option<Policy> {
        let mut policy = Policy::preset(self.preset?);
        if let Some(attempts) = self.attempts {
            policy = policy.max_attempts(attempts);
        }
        if let Some(at_most) = self.at_most {
            policy = policy.max_elapsed(at_most);
        }
        Some(policy)
    }
}

impl ConnectArgs {
    /// How long each phase may take.
    pub(crate) fn deadlines(&self) -> Deadlines {
        let mut deadlines = Deadlines::default();
        deadlines.connect = self.deadlines.connect;
        deadlines.tls = self.deadlines.tls;
        deadlines.handshake = self.deadlines.handshake;
        deadlines.total = self.deadlines.total;
        deadlines
    }
}

/// Whom to trust, and who we are.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "TLS")]
pub(crate) struct TlsArgs {
    /// Trust the authorities in this PEM file, and no others
    #[arg(long, value_name = "FILE")]
    pub(crate) ca: Option<PathBuf>,

    /// Show this certificate, with its chain, as PEM
    #[arg(long, value_name = "FILE", requires = "client_key")]
    pub(crate) client_cert: Option<PathBuf>,

    /// The private key of --client-cert, as PEM
    #[arg(long, value_name = "FILE", requires = "client_cert")]
    pub(crate) client_key: Option<PathBuf>,

    /// Accept every certificate, so that anybody can listen: for tests only
    #[arg(long, conflicts_with_all = ["ca", "client_cert"])]
    pub(crate) insecure: bool,
}

/// How long each phase may take.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Deadlines")]
struct DeadlineArgs {
    /// How long one address may take to connect
    #[arg(long = "connect-timeout", value_name = "TIME", default_value = "10s", value_parser = units::duration)]
    connect: Duration,

    /// How long TLS may take
    #[arg(long = "tls-timeout", value_name = "TIME", default_value = "10s", value_parser = units::duration)]
    tls: Duration,

    /// How long the server may take to answer the request
    #[arg(long = "handshake-timeout", value_name = "TIME", default_value = "10s", value_parser = units::duration)]
    handshake: Duration,

    /// How long all of it may take
    #[arg(long = "total-timeout", value_name = "TIME", default_value = "20s", value_parser = units::duration)]
    total: Duration,
}

/// Reads a header line; what holds a secret is marked so that no log shows it.
pub(super) fn parse_header(line: &str) -> Result<(HeaderName, HeaderValue), &'static str> {
    let (name, value) = line
        .split_once(':')
        .ok_or("write a header as 'Name: value'")?;
    let name: HeaderName = name
        .trim()
        .parse()
        .map_err(|_| "the name is not one of a header")?;
    let mut value =
        HeaderValue::from_str(value.trim()).map_err(|_| "the value cannot stand in a header")?;
    let is_secret = [
        header::AUTHORIZATION,
        header::COOKIE,
        header::PROXY_AUTHORIZATION,
    ]
    .contains(&name);
    value.set_sensitive(is_secret);
    Ok((name, value))
}

pub(super) const EXAMPLES: &str = "\
Examples:
  echo hi | rejoin connect ws://127.0.0.1:9001             prints hi, exits 0
  rejoin connect -v wss://example.com/chat                 a prompt, and what was negotiated
  rejoin connect --require permessage-deflate ws://HOST    leaves with 1010 (status 5) without it
  rejoin connect --offer 'permessage-deflate; client_max_window_bits=10, permessage-deflate' URL
  rejoin connect --reconnect wss://HOST/feed               comes back after restarts and losses
  rejoin connect --header 'Authorization: Bearer TOKEN' --subprotocol chat.v2 wss://HOST/path
  rejoin connect --ca ca.pem --client-cert me.pem --client-key me.key wss://HOST
  rejoin connect --insecure --no-deflate wss://127.0.0.1:9001
  rejoin connect --binary --max-message-bytes 1GiB wss://HOST < lines > messages
  rejoin connect --connect-timeout 3s --total-timeout 5s --json wss://HOST";

#[cfg(test)]
mod tests {
    use super::parse_header;

    #[test]
    fn a_header_is_split_at_its_first_colon() {
        let (name, value) = parse_header("X-Time: 12:30").expect("a header");
        assert_eq!(
            (name.as_str(), value.to_str().ok()),
            ("x-time", Some("12:30"))
        );
        assert!(!value.is_sensitive());
    }

    #[test]
    fn secrets_are_marked() {
        for line in [
            "Authorization: Bearer a",
            "cookie: a=b",
            "Proxy-Authorization: x",
        ] {
            assert!(
                parse_header(line).expect("a header").1.is_sensitive(),
                "{line}"
            );
        }
    }

    #[test]
    fn what_is_no_header_is_refused() {
        for line in [
            "",
            "no colon",
            ": value",
            "a b: c",
            "a: b\r\nc: d",
            "a: \u{1b}",
        ] {
            assert!(parse_header(line).is_err(), "{line:?}");
        }
    }
}
