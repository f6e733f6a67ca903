//! The labels, each with few values, whatever peers do.

use std::borrow::Cow;
use std::collections::BTreeSet;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use rejoin::Closure;
use rejoin::proto::Initiator;
use rejoin::proto::handshake::Refusal;
use rejoin_close_codes::ROWS;
use serde::{Deserialize, Serialize};

use crate::json::HowFar;

/// Where the connections of a drain are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct Drain {
    connections: &'static str,
}

/// The status of an answer over HTTP.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct Answered {
    pub(super) status: u16,
}

/// Why a handshake was declined, and with which status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct Refused {
    reason: &'static str,
    status: u16,
}

/// How a connection ended.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet, Serialize, Deserialize)]
pub(super) struct Closed {
    code: Cow<'static, str>,
    began: Cow<'static, str>,
    clean: Cow<'static, str>,
}

/// An extension that was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct Negotiated {
    extension: String,
}

/// Of messages.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct Direction {
    pub(super) direction: &'static str,
}

/// Shows how far a drain has come.
pub(super) fn set(drain: &Family<Drain, Gauge>, how_far: HowFar) {
    for (connections, count) in [
        ("clean", how_far.clean),
        ("unclean", how_far.unclean),
        ("cut", how_far.cut),
        ("left", how_far.left),
        ("closing", how_far.closing),
    ] {
        let gauge = drain.get_or_create(&Drain { connections });
        gauge.set(number(count));
    }
}

/// A count, for a gauge.
pub(super) fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

impl Negotiated {
    /// One for each name in a header, or "none".
    pub(super) fn all(extensions: &str) -> impl Iterator<Item = Self> {
        extensions.split(',').map(|element| {
            let (name, _) = element.split_once(';').unwrap_or((element, ""));
            let extension = match name.trim() {
                "" => "none",
                name => name,
            };
            let extension = extension.to_owned();
            Self { extension }
        })
    }
}

impl Closed {
    /// Every way in which a connection can end.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let codes: BTreeSet<_> = ROWS.iter().map(|row| code(row.first)).collect();
        codes.into_iter().flat_map(|code| {
            let ways = BEGAN
                .iter()
                .flat_map(|began| CLEAN.map(|clean| (*began, clean)));
            ways.map(move |(began, clean)| Self {
                code: code.clone(),
                began: began.into(),
                clean: clean.into(),
            })
        })
    }

    /// The code, or a range of them.
    pub(super) fn code(&self) -> &str {
        &self.code
    }

    pub(super) fn of(closure: &Closure) -> Self {
        let [server, client, transport] = BEGAN;
        let began = match closure.initiator {
            Initiator::Local => server,
            Initiator::Peer => client,
            // The enum may grow; so far these are all.
            Initiator::Transport | _ => transport,
        };
        let [yes, no] = CLEAN;
        let clean = if closure.is_clean() { yes } else { no };
        Self {
            code: code(closure.code().get()),
            began: began.into(),
            clean: clean.into(),
        }
    }
}

/// Who can begin the end of a connection.
const BEGAN: [&str; 3] = ["server", "client", "transport"];

/// Whether it was clean.
const CLEAN: [&str; 2] = ["yes", "no"];

/// The ranges in which peers choose among thousands of codes are one each.
fn code(code: u16) -> Cow<'static, str> {
    match code {
        3001..=3999 => "3xxx".into(),
        4000.. => "4xxx".into(),
        _ => code.to_string().into(),
    }
}

impl Refused {
    pub(super) fn of(refusal: &Refusal) -> Self {
        Self {
            reason: reason(refusal),
            status: refusal.status().as_u16(),
        }
    }
}

fn reason(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Application { .. } => "application",
        Refusal::BodyPresent => "body_present",
        Refusal::ConnectionWithoutUpgrade | Refusal::NotAnUpgrade => "not_an_upgrade",
        Refusal::EndOfStream { .. } => "end_of_stream",
        Refusal::Extensions(_) => "malformed_extensions",
        Refusal::Head(_) => "head",
        Refusal::Host => "host",
        Refusal::HttpVersionTooOld | Refusal::HttpVersionUnsupported => "http_version",
        Refusal::Key => "key",
        Refusal::Method => "method",
        Refusal::Origin => "origin",
        Refusal::RequiredExtensions { .. } => "required_extensions",
        Refusal::Subprotocols => "malformed_subprotocols",
        Refusal::TimedOut => "timed_out",
        Refusal::Unavailable { .. } => "unavailable",
        Refusal::Version => "version",
        // A reason that this program does not know yet.
        _ => "other",
    }
}
