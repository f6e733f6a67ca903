//! The opening handshake in words.

use rejoin::proto::handshake::{HandshakeError, Outcome as Verdict};

use super::line::{Line, Sign};
use crate::check::facts::{Exchange, Outcome};
use crate::check::judge::{self, Likelihood, Mark};

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

const MAX_BODY_LINES: usize = 12;

const MAX_BODY_COLUMNS: usize = 200;
