//! The arguments of `rejoin check`.

use core::time::Duration;

use clap::Args;
use http::{HeaderName, HeaderValue, header};

use super::connect::{TlsArgs, parse_header};
use super::extensions::{ExtensionArgs, Offers};
use super::units;

/// Find out what is wrong with a WebSocket, and what to change.
///
/// Goes through the opening of a connection step by step: the name, each address, TLS, the request
/// as it is sent and the answer as it is received, each header, each extension offer; then, on the
/// open connection, a ping, a message, compression in both directions, and the closing handshake. It
/// ends with what is wrong and what to change on the server, the proxy or the client. See
/// docs/check.md for every finding.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CheckArgs {
    /// What to check.
    #[arg(
        value_name = "URL",
        help = "What to check: ws://HOST[:PORT]/PATH or wss://..."
    )]
    pub(crate) url: String,

    /// Send this header too (repeatable)
    #[arg(long, value_name = "NAME: VALUE", value_parser = parse_header)]
    pub(crate) header: Vec<(HeaderName, HeaderValue)>,

    /// Send this Origin, as a web page from there would
    #[arg(long, value_name = "ORIGIN", value_parser = parse_origin)]
    pub(crate) origin: Option<HeaderValue>,

    /// Offer this subprotocol (repeatable, preferred first)
    #[arg(long, value_name = "NAME")]
    pub(crate) subprotocol: Vec<String>,

    /// Send this text instead of one that says who sends it
    #[arg(long, value_name = "TEXT", conflicts_with = "no_message")]
    pub(crate) message: Option<String>,

    /// Send no message: neither the text nor the compressed one
    #[arg(long)]
    pub(crate) no_message: bool,

    /// Then stay silent for this long, and tell who cuts the connection and when
    #[arg(long, value_name = "TIME", value_parser = units::duration)]
    pub(crate) idle: Option<Duration>,

    /// How long each step may take
    #[arg(long, value_name = "TIME", default_value = "10s", value_parser = units::duration)]
    pub(crate) timeout: Duration,

    /// The whole result on stdout, as one JSON object
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
}

impl CheckArgs {
    /// The headers to send beside those of the handshake.
    pub(crate) fn headers(&self) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
        let origin = self.origin.clone().map(|value| (header::ORIGIN, value));
        self.header.iter().cloned().chain(origin)
    }
}

fn parse_origin(text: &str) -> Result<HeaderValue, &'static str> {
    HeaderValue::from_str(text.trim())
        .ok()
        .filter(|value| !value.is_empty())
        .ok_or("write it as a browser does, such as https://example.com")
}

pub(super) const EXAMPLES: &str = "\
Examples:
  rejoin check wss://example.com/chat                      every step, and what is wrong
  rejoin check -v ws://127.0.0.1:9001                      each certificate and frame too
  rejoin check --idle 70s wss://HOST/feed                  who cuts a silent connection, and when
  rejoin check --require permessage-deflate wss://HOST     status 5 if it is not agreed
  rejoin check --offer 'permessage-deflate; server_no_context_takeover' wss://HOST
  rejoin check --origin https://app.example --header 'Cookie: id=7' wss://HOST
  rejoin check --subprotocol graphql-transport-ws --message '{\"type\":\"ping\"}' wss://HOST/graphql
  rejoin check --json wss://HOST                           for machines: docs/check.schema.json

Exit status:
  0 nothing is wrong       4 the handshake was refused, or broke a rule
  1 another problem        5 a mandatory extension is missing (1010)
  2 usage                  6 the server closed with an error code
  3 could not connect      7 the connection was lost (1006)";
