//! The open connection in words.

use rejoin::proto::{Initiator, TransportEnd};

use super::line::{Line, Milliseconds, Sign};
use crate::check::facts::{End, Frame, Idle, IdleOutcome, Ping, Probe, Reply, Stage};
use crate::check::judge;

pub(super) fn ping(ping: &Ping) -> Vec<Line> {
    vec![match ping {
        Ping::Answered(round_trip) => {
            let text = format!("answered after {}", Milliseconds(*round_trip));
            Line::new(Sign::Good, "ping", text)
        }
        Ping::Silent(waited) => {
            let text = format!("no pong within {}", Milliseconds(*waited));
            Line::new(Sign::Bad, "ping", text)
        }
    }]
}

pub(super) fn plain(probe: &Probe) -> Vec<Line> {
    vec![message("message", probe, "as it is")]
}

pub(super) fn compressed(probe: &Probe) -> Vec<Line> {
    vec![message("compressed", probe, "compressed")]
}

fn message(label: &'static str, probe: &Probe, how: &str) -> Line {
    let bytes = probe.bytes;
    match &probe.reply {
        Reply::Ended => Line::new(
            Sign::Bad,
            label,
            format!("{bytes} bytes sent {how}; the connection ended"),
        ),
        Reply::Dead => Line::new(
            Sign::Bad,
            label,
            format!("{bytes} bytes sent {how}; nothing came back, no pong either"),
        ),
        Reply::Echo { took, compressed } => {
            let back = if *compressed {
                "compressed"
            } else {
                "as it is"
            };
            let text = format!("{bytes} bytes sent {how}, and came back {back}");
            Line::new(Sign::Good, label, text).in_time(*took)
        }
        Reply::NoEcho { waited, others } => {
            let came = match others {
                0 => "nothing came back".to_owned(),
                1 => "one other message came".to_owned(),
                others => format!("{others} other messages came"),
            };
            let text = format!(
                "{bytes} bytes sent {how}; {came} within {}, so this is no echo; it still \
                 answers pings",
                Milliseconds(*waited)
            );
            Line::new(Sign::Neutral, label, text)
        }
    }
}

pub(super) fn idle(idle: &Idle) -> Vec<Line> {
    let lasted = Milliseconds(idle.lasted);
    let (sign, outcome) = match idle.outcome {
        IdleOutcome::Cut => (Sign::Bad, format!("cut after {lasted} of silence")),
        IdleOutcome::Kept => (Sign::Good, format!("still open after {lasted} of silence")),
    };
    let mut lines = vec![Line::new(sign, "idle", outcome)];
    let whose = match (idle.pings.as_slice(), idle.messages) {
        ([], 0) => return lines,
        ([], messages) => format!("the server sent {messages} messages meanwhile"),
        (pings, messages) => {
            let times: Vec<String> = pings
                .iter()
                .map(|at| Milliseconds(*at).to_string())
                .collect();
            let times = times.join(", ");
            format!(
                "the server sent pings, which were answered, after {times}, and {messages} messages"
            )
        }
    };
    lines.push(Line::new(Sign::None, "", whose));
    lines
}

pub(super) fn end(end: &End) -> Vec<Line> {
    let closure = &end.closure;
    let label = if end.during == Stage::Close {
        "close"
    } else {
        "end"
    };
    let mut parts = Vec::new();
    if let Some(sent) = &closure.sent
        && closure.initiator != Initiator::Peer
    {
        let code = sent.effective_code();
        parts.push(format!(
            "sent {}",
            judge::code_in_words(code, sent.reason())
        ));
    }
    if let Some(received) = &closure.received {
        let code = judge::code_in_words(received.effective_code(), received.reason());
        let after = end.close_after.map_or_else(String::new, |after| {
            format!(" after {}", Milliseconds(after))
        });
        parts.push(format!("the server said {code}{after}"));
    }
    parts.push(transport(end));
    let sign = if !closure.is_clean() {
        Sign::Bad
    } else if closure.transport != TransportEnd::Orderly {
        Sign::Doubtful
    } else if end.during == Stage::Close {
        Sign::Good
    } else {
        Sign::Neutral
    };
    vec![Line::new(sign, label, parts.join(", "))]
}

fn transport(end: &End) -> String {
    let when = match (end.close_after, end.transport_after) {
        (_, None) => String::new(),
        (Some(_), Some(after)) => format!(" {} later", Milliseconds(after)),
        (None, Some(after)) => format!(" after {}", Milliseconds(after)),
    };
    match end.closure.transport {
        TransportEnd::Orderly => format!("TCP ended{when}"),
        TransportEnd::Broken(kind) => format!("TCP broke{when}: {kind}"),
        TransportEnd::CloseTimedOut => "no answer to the Close".to_owned(),
        TransportEnd::LingerTimedOut => "TCP was not ended".to_owned(),
        TransportEnd::KeepaliveTimedOut
        | TransportEnd::SendTimedOut
        | TransportEnd::Dropped
        | _ => "given up".to_owned(),
    }
}

/// What arrived, frame by frame.
pub(super) fn frames(frames: &[Frame]) -> Vec<Line> {
    let of_frame = |frame: &Frame| {
        let name = match frame.opcode {
            0 => "continuation",
            1 => "text",
            2 => "binary",
            8 => "Close",
            9 => "ping",
            10 => "pong",
            _ => "unknown opcode",
        };
        let rsv1 = if frame.rsv1 { ", RSV1" } else { "" };
        let fin = if frame.fin { "" } else { ", more to come" };
        let at = Milliseconds(frame.at);
        let text = format!("{at}: {name}, {} bytes{rsv1}{fin}", frame.bytes);
        Line::new(Sign::Received, "", text)
    };
    frames.iter().map(of_frame).collect()
}
