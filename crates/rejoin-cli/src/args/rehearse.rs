//! The arguments of `rejoin rehearse`.

use core::num::NonZeroU32;
use core::time::Duration;

use clap::Args;
use http::{HeaderName, HeaderValue};
use rejoin::reconnect::Preset;

use super::connect::{TlsArgs, parse_header};
use super::units;
use crate::exit::Failure;
use crate::rehearse::PictureFile;

/// Rehearse a restart with many clients, and measure it.
///
/// Clients connect, send numbered messages, are closed by the restart and come back by their policy.
/// The report says how connections ended, how long clients were without service, how fast they came
/// back and what became of the messages; limits that are broken make the exit status 1.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RehearseArgs {
    /// The server to rehearse with.
    #[arg(
        value_name = "URL",
        requires = "restart_command",
        help = "The server to rehearse with [default: one of its own, `rejoin serve`]"
    )]
    pub(crate) url: Option<String>,

    /// What restarts the server, for the shell; each restart runs it once
    #[arg(long, value_name = "COMMAND", requires = "url")]
    pub(crate) restart_command: Option<String>,

    /// How many clients
    #[arg(long, value_name = "COUNT", default_value = "1000")]
    pub(crate) clients: NonZeroU32,

    /// How many clients connect in a second at the start
    #[arg(long, value_name = "COUNT", default_value = "500")]
    pub(crate) connect_rate: NonZeroU32,

    /// How clients come back; of several, each is rehearsed, one after the other
    #[arg(
        long,
        value_name = "LIST",
        value_delimiter = ',',
        default_value = "rejoin"
    )]
    #[arg(long_help = POLICIES)]
    pub(crate) policy: Vec<Preset>,

    /// How often the server is restarted
    #[arg(long, value_name = "COUNT", default_value = "1")]
    pub(crate) restarts: NonZeroU32,

    /// The quiet time before each restart and after the last
    #[arg(long, value_name = "TIME", default_value = "6s", value_parser = units::duration)]
    pub(crate) settle: Duration,

    /// How long clients may take to connect, and to come back after each restart
    #[arg(long, value_name = "TIME", default_value = "2m", value_parser = units::duration)]
    pub(crate) patience: Duration,

    /// How many messages each client sends in a second, also below 1; 0 for none
    #[arg(long, value_name = "NUMBER", default_value = "0.2", value_parser = message_rate)]
    pub(crate) message_rate: MessageRate,

    /// The server does not send messages back
    #[arg(long, requires = "url")]
    pub(crate) no_echo: bool,

    /// Send this header too (repeatable)
    #[arg(long, value_name = "NAME: VALUE", value_parser = parse_header)]
    pub(crate) header: Vec<(HeaderName, HeaderValue)>,

    /// Write the arrivals as a picture, to a file ending with .svg or .png
    #[arg(long, value_name = "FILE", value_parser = PictureFile::parse)]
    pub(crate) plot: Option<PictureFile>,

    /// The report as one JSON object
    #[arg(long)]
    pub(crate) json: bool,

    /// Its own server.
    #[command(flatten)]
    pub(crate) own: OwnArgs,

    /// What is allowed.
    #[command(flatten)]
    pub(crate) allowed: AllowedArgs,

    /// TLS.
    #[command(flatten)]
    pub(crate) tls: TlsArgs,
}

/// How its own server closes connections when it is restarted.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Its own server")]
pub(crate) struct OwnArgs {
    /// As that of `rejoin serve`: 0s closes everybody at once, as most servers do
    #[arg(long, value_name = "TIME", value_parser = units::duration, conflicts_with = "url")]
    pub(crate) drain_within: Option<Duration>,

    /// As that of `rejoin serve`
    #[arg(long, value_name = "COUNT", conflicts_with = "url")]
    pub(crate) drain_rate: Option<NonZeroU32>,
}

/// What is allowed.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Limits, for exit status 0")]
pub(crate) struct AllowedArgs {
    /// The longest time without service [default: no limit]
    #[arg(long, value_name = "TIME", value_parser = units::duration)]
    pub(crate) max_outage: Option<Duration>,

    /// How many clients may come back in a second: for --max-peak, and what its own server plans
    /// with [default: 500 with that, else none]
    #[arg(long, value_name = "COUNT")]
    pub(crate) admit_rate: Option<NonZeroU32>,

    /// The most arrivals in any second, in multiples of --admit-rate [default: 1.3]
    #[arg(long, value_name = "NUMBER", value_parser = factor)]
    pub(crate) max_peak: Option<f64>,

    /// How much the memory of its own server may be after all restarts, in multiples of what it was
    /// before [default: no limit]
    #[arg(long, value_name = "NUMBER", value_parser = factor, conflicts_with = "url")]
    pub(crate) max_growth: Option<f64>,

    /// The code with which all connections have to be closed [default: 1012 by its own server, else
    /// any]
    #[arg(long, value_name = "CODE", value_parser = clap::value_parser!(u16).range(1_000..5_000))]
    pub(crate) expect_code: Option<u16>,

    /// Attempts that may find nobody listening
    #[arg(long, value_name = "COUNT", default_value = "0")]
    pub(crate) allow_refused: u32,

    /// Connections and attempts that may be reset
    #[arg(long, value_name = "COUNT", default_value = "0")]
    pub(crate) allow_reset: u32,

    /// Handshakes that may be declined with an HTTP status [default: 0 by its own server, else no
    /// limit]
    #[arg(long, value_name = "COUNT")]
    pub(crate) allow_declined: Option<u32>,

    /// Connections that may end without both sides saying Close
    #[arg(long, value_name = "COUNT", default_value = "0")]
    pub(crate) allow_unclean: u32,

    /// Clients that may stay away
    #[arg(long, value_name = "COUNT", default_value = "0")]
    pub(crate) allow_missing: u32,

    /// Messages without an answer: they crossed a Close on the way [default: no limit]
    #[arg(long, value_name = "COUNT", conflicts_with = "no_echo")]
    pub(crate) allow_lost: Option<u64>,

    /// Messages that may be answered twice
    #[arg(long, value_name = "COUNT", default_value = "0")]
    pub(crate) allow_duplicated: u64,
}

impl RehearseArgs {
    /// Whether the arguments make sense together, where clap cannot say it.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        let allowed = &self.allowed;
        if self.url.is_some() && allowed.max_peak.is_some() && allowed.admit_rate.is_none() {
            return Err(Failure::usage(
                "--max-peak needs --admit-rate too: how many clients the server of a URL lets back in a \
                 second is not known here",
            ));
        }
        Ok(())
    }
}

/// How often a client sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MessageRate {
    /// The time between two messages; `None` if it never does.
    pub(crate) every: Option<Duration>,
}

fn message_rate(text: &str) -> Result<MessageRate, &'static str> {
    let rate = decimal(text).filter(|rate| *rate <= 1_000.0).ok_or(RATE)?;
    if rate == 0.0 {
        return Ok(MessageRate { every: None });
    }
    let every = Duration::try_from_secs_f64(rate.recip()).map_err(|_| RATE)?;
    if every > LONGEST_PAUSE {
        return Err(RATE);
    }
    Ok(MessageRate { every: Some(every) })
}

fn factor(text: &str) -> Result<f64, &'static str> {
    let number = decimal(text).filter(|number| *number > 0.0);
    number.ok_or("write a number above 0, such as 1.3")
}

/// A number as people write it: digits, and perhaps a point.
fn decimal(text: &str) -> Option<f64> {
    let plain = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    text.parse().ok().filter(|_: &f64| plain)
}

const RATE: &str = "write a number of messages in a second from 0.0001 to 1000, or 0";

const LONGEST_PAUSE: Duration = Duration::from_secs(10_000);

const POLICIES: &str = "\
How clients come back; of several, each is rehearsed, one after the other

  rejoin         when the server says, else when the close code says
  registered     5 to 30 s after 1012
  rfc6455        0 to 5 s
  fixed:SECONDS  always the same
  immediate      at once, then every 10 ms
  never          not at all";

pub(super) const EXAMPLES: &str = "\
Examples:
  rejoin rehearse --clients 10000 --restarts 3                      its own server, three times
  rejoin rehearse --drain-within 0s --policy rejoin,immediate,fixed:3 --plot herd.png
  rejoin rehearse --restart-command 'systemctl reload app' wss://example.com/echo
  rejoin rehearse --clients 200 --no-echo --restart-command 'docker restart app' ws://127.0.0.1:8000
  rejoin rehearse --max-outage 10s --admit-rate 500 --max-peak 1.2 --restart-command 'CMD' URL
  rejoin rehearse --restarts 10 --expect-code 1012 --allow-lost 0 --json --restart-command 'CMD' URL";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn message_rates_are_numbers_in_a_second() {
        let every = |text| message_rate(text).map(|rate| rate.every);
        assert_eq!(every("0"), Ok(None));
        assert_eq!(every("0.2"), Ok(Some(Duration::from_secs(5))));
        assert_eq!(every("1000"), Ok(Some(Duration::from_millis(1))));
        for text in ["", ".", "-1", "1e3", "inf", "NaN", "1001", "0.00001", "1/s"] {
            assert_eq!(every(text), Err(RATE), "{text}");
        }
    }

    #[test]
    fn a_factor_is_above_zero() {
        assert_eq!(factor("1.3"), Ok(1.3));
        for text in ["0", "0.0", "-1", "x", "", "inf"] {
            assert!(factor(text).is_err(), "{text}");
        }
    }
}
