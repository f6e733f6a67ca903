//! Each step in words.

use core::time::Duration;

use rejoin::proto::handshake::{HandshakeError, Outcome as Verdict};
use rejoin::proto::{Initiator, TransportEnd};

use super::line::{Line, Milliseconds, Sign};
use crate::check::facts::{
    Certificate, Dial, DialFault, End, Exchange, Frame, Idle, IdleOutcome, Lookup, Outcome, Ping,
    Probe, Reply, Stage, TlsFault, TlsSeen, TrustFault,
};
use crate::check::judge::{self, Likelihood, Mark};

pub(super) fn lookup(host: &str, lookup: &Lookup) -> Vec<Line> {
    let line = match &lookup.found {
        Err(why) => Line::new(Sign::Bad, "name", format!("{host}: {why}")),
        Ok(addresses) => {
            let list: Vec<String> = addresses
                .iter()
                .map(|address| address.ip().to_string())
                .collect();
            Line::new(Sign::Good, "name", format!("{host} is {}", list.join(", ")))
        }
    };
    vec![line.in_time(lookup.took)]
}

pub(super) fn dial(dial: &Dial) -> Vec<Line> {
    let address = dial.address;
    let line = match &dial.outcome {
        Ok(()) => Line::new(Sign::Good, "connect", address.to_string()),
        Err(DialFault::Refused) => Line::new(Sign::Bad, "connect", format!("{address} refuses")),
        Err(DialFault::TimedOut) => {
            Line::new(Sign::Bad, "connect", format!("{address} does not answer"))
        }
        Err(DialFault::Other(why)) => Line::new(Sign::Bad, "connect", format!("{address}: {why}")),
    };
    vec![line.in_time(dial.took)]
}

pub(super) fn tls(tls: &TlsSeen, detail: Detail) -> Vec<Line> {
    let mut lines = Vec::new();
    let line = match &tls.outcome {
        Ok(agreed) => {
            let alpn = agreed.alpn.as_deref().unwrap_or("none chosen");
            let text = format!("{}, {}, ALPN {alpn}", agreed.version, agreed.cipher);
            Line::new(Sign::Good, "tls", text)
        }
        Err(fault) => Line::new(Sign::Bad, "tls", tls_fault(fault)),
    };
    lines.push(line.in_time(tls.took));
    let shown = match detail {
        Detail::More => tls.certificates.as_slice(),
        Detail::Usual => &tls.certificates[..tls.certificates.len().min(1)],
    };
    for (number, certificate) in shown.iter().enumerate() {
        let label = if number == 0 { "certificate" } else { "issuer" };
        let trust = (number == 0).then_some(tls.trust.as_ref()).flatten();
        lines.extend(certificate_lines(label, certificate, trust));
    }
    lines
}

fn tls_fault(fault: &TlsFault) -> String {
    match fault {
        TlsFault::Alert(alert) => format!("broken off by the server: {alert}"),
        TlsFault::Ended => "the server ended the connection".to_owned(),
        TlsFault::Incompatible(what) => format!("nothing in common: {what}"),
        TlsFault::NotTls(_) => "what came back is not TLS".to_owned(),
        TlsFault::Other(what) => what.clone(),
        TlsFault::TimedOut => "no answer".to_owned(),
        TlsFault::Untrusted => "the certificate is not good enough; nothing was sent".to_owned(),
    }
}

fn certificate_lines(
    label: &'static str,
    certificate: &Certificate,
    trust: Option<&Result<(), TrustFault>>,
) -> Vec<Line> {
    let left = certificate.not_after - certificate.looked_at;
    let validity = if left < 0 {
        format!("expired {} ago", judge::days(-left))
    } else if certificate.not_before > certificate.looked_at {
        let until = certificate.not_before - certificate.looked_at;
        format!("valid only in {}", judge::days(until))
    } else {
        format!("valid for another {}", judge::days(left))
    };
    let (sign, trusted) = match trust {
        None => (Sign::Neutral, ""),
        Some(Ok(())) => (Sign::Good, ", trusted"),
        Some(Err(TrustFault::Expired)) => (Sign::Bad, ""),
        Some(Err(TrustFault::NotValidYet)) => (Sign::Bad, ""),
        Some(Err(TrustFault::Other(_))) => (Sign::Bad, ", not trusted"),
        Some(Err(TrustFault::UnknownIssuer)) if certificate.self_signed => {
            (Sign::Bad, ", not trusted: it is signed by itself")
        }
        Some(Err(TrustFault::UnknownIssuer)) => {
            (Sign::Bad, ", not trusted: its issuer is unknown here")
        }
        Some(Err(TrustFault::WrongName)) => (Sign::Bad, ", for another name"),
    };
    let names = match certificate.names.as_slice() {
        [] => "no host".to_owned(),
        names => names.join(", "),
    };
    let (subject, issuer) = (or_none(&certificate.subject), or_none(&certificate.issuer));
    vec![
        Line::new(sign, label, format!("{subject}, for {names}")),
        Line::new(
            Sign::None,
            "",
            format!("issued by {issuer}; {validity}{trusted}"),
        ),
    ]
}

fn or_none(name: &str) -> &str {
    if name.is_empty() { "(no name)" } else { name }
}

/// The request as it was sent, and the answer as it came, each header with a word on it.
pub(super) fn exchange(exchange: &Exchange) -> Vec<Line> {
    let mut lines: Vec<Line> = exchange
        .request
        .lines()
        .map(|line| Line::new(Sign::Sent, "", line))
        .collect();
    match &exchange.answer {
        None => lines.extend(no_answer(exchange)),
        Some(head) => {
            lines.push(Line::new(Sign::Received, "", head.start.as_str()));
            for (line, remark) in head.lines.iter().zip(judge::remarks(exchange)) {
                let shown = Line::new(Sign::Received, "", line.raw.as_str());
                let is_empty = remark.mark == Mark::Neutral && remark.says.is_empty();
                lines.push(if is_empty {
                    shown
                } else {
                    shown.with_remark(remark.mark.into(), remark.says)
                });
            }
            let body = exchange.received.get(head.length..).unwrap_or_default();
            let text = String::from_utf8_lossy(body);
            if !text.is_empty() {
                lines.push(Line::new(Sign::Received, "", ""));
            }
            let shown = text.lines().take(MAX_BODY_LINES);
            lines.extend(shown.map(|line| {
                Line::new(
                    Sign::Received,
                    "",
                    crate::inert::start(line, MAX_BODY_COLUMNS),
                )
            }));
        }
    }
    lines.extend(hops(exchange));
    lines.push(shake(exchange));
    lines.extend(offers(exchange));
    lines
}

/// What came in place of an answer, as bytes where it is no text.
fn no_answer(exchange: &Exchange) -> Option<Line> {
    if exchange.received.is_empty() {
        return None;
    }
    let text = if let Ok(text) = str::from_utf8(&exchange.received) {
        crate::inert::start(text, MAX_BODY_COLUMNS).to_owned()
    } else {
        let start = exchange.received.iter().take(16);
        let bytes: Vec<String> = start.map(|byte| format!("{byte:02x}")).collect();
        bytes.join(" ")
    };
    Some(Line::new(Sign::Received, "", text))
}

fn hops(exchange: &Exchange) -> Option<Line> {
    let hops = exchange.answer.as_ref().map(judge::hops)?;
    let list: Vec<String> = hops
        .iter()
        .map(|hop| match hop.proxy {
            Likelihood::Certain => hop.name.clone(),
            Likelihood::Possible => format!("{} (or it is the server itself)", hop.name),
        })
        .collect();
    (!list.is_empty()).then(|| Line::new(Sign::Neutral, "in between", list.join(", ")))
}

fn shake(exchange: &Exchange) -> Line {
    let line = match &exchange.outcome {
        Outcome::Opened(_) => Line::new(Sign::Good, "handshake", "the connection is open"),
        Outcome::Failed(HandshakeError::Refused(answer)) => {
            let text = format!("refused with {}", answer.status());
            Line::new(Sign::Bad, "handshake", text)
        }
        Outcome::Failed(error) => Line::new(Sign::Bad, "handshake", error.to_string()),
        Outcome::Lost(kind) => Line::new(Sign::Bad, "handshake", kind.to_string()),
        Outcome::TimedOut => Line::new(Sign::Bad, "handshake", "no answer"),
    };
    line.in_time(exchange.took)
}

/// Each offer with its verdict and the rule, and the subprotocol.
fn offers(exchange: &Exchange) -> Vec<Line> {
    let explanation = match &exchange.outcome {
        Outcome::Opened(agreed) => Some(&agreed.explanation),
        Outcome::Failed(error) => error.explanation(),
        Outcome::Lost(_) | Outcome::TimedOut => None,
    };
    let Some(explanation) = explanation else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for verdict in explanation.verdicts() {
        let is_missing = explanation
            .missing()
            .iter()
            .any(|name| name == verdict.offer.name());
        let sign = if matches!(verdict.outcome, Verdict::Taken { .. }) {
            Sign::Good
        } else if is_missing {
            Sign::Bad
        } else {
            Sign::Neutral
        };
        let text = format!("{} is {}", verdict.offer, verdict.outcome);
        lines.push(Line::new(sign, "extension", text));
    }
    if let Some((answer, rule)) = explanation.broken() {
        let text = format!("{answer} breaks a rule: {rule} ({})", rule.section());
        lines.push(Line::new(Sign::Bad, "extension", text));
    }
    let offered = explanation.subprotocols_offered().join(", ");
    match explanation.subprotocol() {
        Some(chosen) => {
            let text = format!("{chosen}, from {offered}");
            lines.push(Line::new(Sign::Good, "subprotocol", text));
        }
        None if !offered.is_empty() => {
            let text = format!("none chosen from {offered}");
            lines.push(Line::new(Sign::Doubtful, "subprotocol", text));
        }
        None => {}
    }
    lines
}

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

/// How much to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Detail {
    Usual,
    More,
}

/// The line that counts while nothing is said.
pub(super) fn waiting(passed: Duration, of: Duration) -> String {
    format!("· silent for {} s of {} s", passed.as_secs(), of.as_secs())
}

const MAX_BODY_LINES: usize = 12;

const MAX_BODY_COLUMNS: usize = 200;
