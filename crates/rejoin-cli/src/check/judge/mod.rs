//! Judging: facts in, findings out. Nothing here knows a clock, a socket or a terminal.

mod agreement;
mod answer;
mod finding;
mod headers;
mod hops;
mod idle;
mod network;
mod proxies;
mod status;
mod talk;
mod tls;

pub(super) use finding::{Finding, Severity};
#[cfg(test)]
pub(super) use finding::{Fix, Place};
pub(super) use headers::{Mark, remarks};
pub(super) use hops::{Likelihood, hops};
pub(super) use talk::code_in_words;
pub(super) use tls::days;

use super::facts::{Facts, Outcome};
use crate::exit::Exit;

/// Everything worth saying, the worst first.
pub(super) fn judge(facts: &Facts) -> Vec<Finding> {
    let asked = &facts.asked;
    let mut findings = Vec::new();
    if let Some(lookup) = &facts.lookup {
        findings.extend(network::judge(asked, lookup, &facts.dials));
    }
    if let Some(tls) = &facts.tls {
        findings.extend(tls::judge(asked, tls, facts.second_look));
    }
    if let Some(exchange) = &facts.exchange {
        let hops = exchange.answer.as_ref().map(hops).unwrap_or_default();
        findings.extend(answer::judge(asked, exchange, facts.second_look, &hops));
        if let Outcome::Opened(agreed) = &exchange.outcome {
            findings.extend(agreement::judge(asked, agreed, &hops));
        }
        if let Some(talk) = &facts.talk {
            findings.extend(talk::judge(talk, &hops));
        }
    }
    // The same cause twice: the messages say for certain what the missing answer let suspect.
    if findings
        .iter()
        .any(|finding| finding.id == "compression-unagreed")
    {
        findings.retain(|finding| finding.id != "extension-not-agreed");
    }
    findings.sort_by_key(|finding| finding.severity);
    findings
}

/// The exit status for all of it.
pub(super) fn exit(facts: &Facts, findings: &[Finding]) -> Exit {
    let Some(exchange) = &facts.exchange else {
        return Exit::CouldNotConnect;
    };
    match (&exchange.outcome, &facts.talk) {
        (Outcome::TimedOut | Outcome::Lost(_), _) => return Exit::CouldNotConnect,
        (Outcome::Failed(error), _) => {
            return if is_lost(error) {
                Exit::CouldNotConnect
            } else {
                Exit::Refused
            };
        }
        (Outcome::Opened(agreed), _) if !agreed.explanation.missing().is_empty() => {
            return Exit::ExtensionMissing;
        }
        (Outcome::Opened(_), Some(talk)) => {
            let of_end = Exit::of_closure(&talk.end.closure);
            if of_end != Exit::Well {
                return of_end;
            }
        }
        (Outcome::Opened(_), None) => {}
    }
    if findings
        .iter()
        .any(|finding| finding.severity == Severity::Error)
    {
        Exit::Other
    } else {
        Exit::Well
    }
}

/// Whether there was no answer to judge.
fn is_lost(error: &rejoin::proto::handshake::HandshakeError) -> bool {
    matches!(
        error,
        rejoin::proto::handshake::HandshakeError::EndOfStream { .. }
    )
}
