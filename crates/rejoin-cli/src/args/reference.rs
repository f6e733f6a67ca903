//! The arguments of `rejoin explain`, `rejoin compare` and `rejoin codes`.

use clap::{Args, ValueEnum};
use rejoin_reference::{Context, Language, Phase};

use super::extensions::Offers;
use crate::exit::Failure;

/// Explain a close code, captured bytes or a header of the opening handshake.
///
/// A number from 0 to 65535 is explained, and so is a name in any style (`SERVICE_RESTART`, "service
/// restart"); other words are looked for in the whole reference. The first line is the verdict: what it
/// is, who sends it, whether that is a clean close, and whether to reconnect.
#[derive(Debug, Args)]
#[command(after_help = EXPLAIN_EXAMPLES)]
pub(crate) struct ExplainArgs {
    /// What to explain
    #[arg(
        value_name = "CODE|NAME|WORDS",
        required_unless_present_any = ["hex", "header", "json_schema"]
    )]
    pub(crate) what: Vec<String>,

    /// Explain bytes in hexadecimal digits: frames, or the body of a Close frame alone
    #[arg(long, value_name = "BYTES", num_args = 1.., conflicts_with_all = ["what", "header"])]
    pub(crate) hex: Vec<String>,

    /// Explain a header; without a name before it, a Sec-WebSocket-Extensions
    #[arg(long, value_name = "NAME: VALUE", conflicts_with = "what")]
    pub(crate) header: Option<String>,

    /// Judge --header as the answer to this offer of extensions [default: what browsers offer]
    #[arg(long, value_name = "LIST", requires = "header", value_parser = Offers::parse)]
    pub(crate) offer: Option<Offers>,

    /// What is known of the connection.
    #[command(flatten)]
    pub(crate) context: ContextArgs,

    /// How to say it.
    #[command(flatten)]
    pub(crate) saying: SayingArgs,
}

/// Compare two close codes: what differs, how to tell them apart, which to use when.
///
/// The order of the two does not matter.
#[derive(Debug, Args)]
#[command(after_help = COMPARE_EXAMPLES)]
pub(crate) struct CompareArgs {
    /// One of them
    #[arg(value_name = "CODE|NAME", required_unless_present = "json_schema")]
    pub(crate) one: Option<String>,

    /// The other one
    #[arg(value_name = "CODE|NAME", required_unless_present = "json_schema")]
    pub(crate) other: Option<String>,

    /// What is known of the connection.
    #[command(flatten)]
    pub(crate) context: ContextArgs,

    /// How to say it.
    #[command(flatten)]
    pub(crate) saying: SayingArgs,
}

/// List every close code: who sends it, whether a frame may carry it, whether to reconnect.
#[derive(Debug, Args)]
#[command(after_help = CODES_EXAMPLES)]
pub(crate) struct CodesArgs {
    /// How to say it.
    #[command(flatten)]
    pub(crate) saying: SayingArgs,
}

/// What is known of a connection beside its code.
#[derive(Debug, Args)]
pub(crate) struct ContextArgs {
    /// When it happened
    #[arg(long, value_name = "PHASE", value_enum)]
    phase: Option<PhaseArg>,

    /// Whose connection it is, such as discord: services give numbers meanings of their own
    #[arg(long, value_name = "NAME")]
    service: Option<String>,

    /// The subprotocol in use, such as graphql-transport-ws
    #[arg(long, value_name = "NAME")]
    subprotocol: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum PhaseArg {
    /// Before the connection was open
    Handshake,
    /// On an open connection
    Open,
}

impl ContextArgs {
    pub(crate) fn context(&self) -> Result<Context, Failure> {
        let mut context = Context::new();
        if let Some(phase) = self.phase {
            context = context.in_phase(match phase {
                PhaseArg::Handshake => Phase::Handshake,
                PhaseArg::Open => Phase::Open,
            });
        }
        if let Some(name) = &self.subprotocol {
            context = context.of_subprotocol(name).map_err(usage)?;
        }
        if let Some(name) = &self.service {
            context = context.of_service(name).map_err(usage)?;
        }
        Ok(context)
    }
}

fn usage(error: impl core::fmt::Display) -> Failure {
    Failure::usage(error.to_string())
}

/// In which language, and in which form.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag that is there or not"
)]
pub(crate) struct SayingArgs {
    /// The language [default: that of the locale, else English]
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub(crate) lang: Option<Language>,

    /// Say where each fact is written
    #[arg(long)]
    pub(crate) sources: bool,

    /// Leave out the invisible characters that keep the order of right-to-left text
    #[arg(long)]
    pub(crate) plain: bool,

    /// One JSON object on stdout
    #[arg(long)]
    pub(crate) json: bool,

    /// The JSON Schema of that object
    #[arg(long, conflicts_with = "json")]
    pub(crate) json_schema: bool,
}

fn language(tag: &str) -> Result<Language, String> {
    Language::of_locale(tag).ok_or_else(|| {
        let known: Vec<_> = Language::ALL
            .iter()
            .map(|language| language.tag())
            .collect();
        format!("the reference is written in {}", known.join(", "))
    })
}

pub(super) const EXPLAIN_EXAMPLES: &str = "\
Examples:
  rejoin explain 1012
  rejoin explain mandatory extension                       the same as 1010
  rejoin explain proxy timeout                             looks for words
  rejoin explain 1006 --phase handshake --sources
  rejoin explain 4004 --service discord
  rejoin explain --hex '88 02 03 f2'
  rejoin explain --header 'Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=7'
  rejoin explain --json 1010                               for programs; --json-schema lays it down";

pub(super) const COMPARE_EXAMPLES: &str = "\
Examples:
  rejoin compare 1010 1012
  rejoin compare going-away service-restart
  rejoin compare 4004 4009 --service discord-gateway";

pub(super) const CODES_EXAMPLES: &str = "\
Examples:
  rejoin codes
  rejoin codes --json";
