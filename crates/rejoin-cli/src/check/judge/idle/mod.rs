//! Who cuts a connection on which nothing is said, and which known default that looks like.

mod known;

use core::time::Duration;

use rejoin::proto::Initiator;

use super::finding::Finding;
use super::hops::Hop;
use super::talk::{code_in_words, lost_in_words};
use crate::check::facts::{Idle, Talk};
use known::{How, KNOWN, Known, On};

/// A connection that did not outlive its silence.
pub(super) fn judge(talk: &Talk, hops: &[Hop]) -> Vec<Finding> {
    let Some(idle) = &talk.idle else {
        return Vec::new();
    };
    let closure = &talk.end.closure;
    if let Some(fault) = closure.fault {
        return vec![
            Finding::error(
                "protocol-broken",
                format!("while nothing was said the server broke a rule: {fault}"),
            )
            .because("Clients close the connection then.")
            .against(fault.section())
            .server("check its WebSocket library"),
        ];
    }
    let lasted = idle.lasted.as_secs_f64();
    let close = closure
        .received
        .as_ref()
        .filter(|_| closure.initiator == Initiator::Peer);
    let seen = match close {
        Some(close) => format!(
            "after {lasted:.1} s of silence the server closed with {}",
            code_in_words(close.effective_code(), close.reason())
        ),
        None => format!(
            "after {lasted:.1} s of silence the connection {}",
            lost_in_words(closure)
        ),
    };
    let code = close.map(|close| close.effective_code().get());
    let reason = close.map_or("", |close| close.reason());
    let known = suspects(idle, code, reason, hops);
    let mut why = "Whoever has nothing to say for that long is disconnected.".to_owned();
    for (number, known) in known.iter().enumerate() {
        let begin = if number == 0 { " That fits " } else { "; " };
        why.push_str(begin);
        why.push_str(&known.in_words());
    }
    if !known.is_empty() {
        why.push('.');
    }
    let mut finding = Finding::error("idle-cut", seen)
        .because(why)
        .against("RFC 6455 section 5.5.2");
    let is_known = !known.is_empty();
    for known in known {
        finding = match known.on {
            On::Proxy => finding.proxy(known.fix),
            On::Server => finding.server(known.fix),
        };
    }
    // A limit that somebody has set is no default, but who has one is known all the same.
    let present = KNOWN.iter().filter(|known| known.is_among(hops));
    for known in present.filter(|known| !is_known && known.end == How::NoClose && code.is_none()) {
        let (setting, fix) = (known.setting, known.fix);
        finding = finding.proxy(format!("look at its {setting}; {fix}"));
    }
    let every = Duration::from_secs_f64((lasted / 2.0).max(1.0)).as_secs();
    vec![
        finding
            .server(format!("send a ping every {every} s or more often"))
            .client(format!(
                "if the server cannot, send a ping or a message every {every} s or more often"
            )),
    ]
}

/// Those whose defaults fit what was seen; who was seen in the answer comes first, and alone.
fn suspects(idle: &Idle, code: Option<u16>, reason: &str, hops: &[Hop]) -> Vec<&'static Known> {
    let fitting: Vec<&Known> = KNOWN
        .iter()
        .filter(|known| known.fits(idle, code, reason))
        .collect();
    let present: Vec<&Known> = fitting
        .iter()
        .copied()
        .filter(|known| known.is_among(hops))
        .collect();
    if present.is_empty() { fitting } else { present }
}

#[cfg(test)]
mod tests;
