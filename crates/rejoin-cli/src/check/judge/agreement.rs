//! What an opened connection lacks.

use rejoin::proto::handshake::{Outcome as Verdict, Rule};

use super::finding::Finding;
use super::hops::{Hop, Likelihood};
use super::proxies;
use crate::check::facts::{Agreed, Asked};

/// Extensions and subprotocols that were offered and not agreed.
pub(super) fn judge(asked: &Asked, agreed: &Agreed, hops: &[Hop]) -> Vec<Finding> {
    let explanation = &agreed.explanation;
    let mut findings = Vec::new();
    let missing = explanation.missing();
    if !missing.is_empty() {
        let names = missing.join(", ");
        findings.push(
            without_extension(
                Finding::error(
                    "extension-missing",
                    format!("the server did not agree to {names}, which is required"),
                ),
                hops,
            )
            .against("RFC 6455 section 7.4.1"),
        );
    } else if lacks_deflate(agreed) {
        let seen = "permessage-deflate was offered and not agreed: messages are not compressed";
        let through_a_proxy = hops.iter().any(|hop| hop.proxy == Likelihood::Certain)
            || hops.iter().any(|hop| hop.name == "nginx");
        let finding = if through_a_proxy {
            Finding::warning("extension-not-agreed", seen)
        } else {
            Finding::note("extension-not-agreed", seen)
        };
        findings.push(without_extension(finding, hops).against("RFC 6455 section 9.1"));
    }
    if !asked.subprotocols.is_empty() && explanation.subprotocol().is_none() {
        let offered = asked.subprotocols.join(", ");
        findings.push(
            Finding::warning(
                "subprotocol-unchosen",
                format!("the server chose none of the subprotocols offered: {offered}"),
            )
            .because(
                "The protocol allows it, but Chromium closes such a connection, and the two sides \
                 may not mean the same.",
            )
            .against("RFC 6455 section 4.1")
            .server("answer with Sec-WebSocket-Protocol, letter by letter as it was offered")
            .client("offer a subprotocol that the server knows"),
        );
    }
    findings
}

fn without_extension(finding: Finding, hops: &[Hop]) -> Finding {
    let seen_proxies: Vec<&str> = hops.iter().map(|hop| hop.name.as_str()).collect();
    let why = if seen_proxies.is_empty() {
        "Either the server has it switched off, or a proxy removed Sec-WebSocket-Extensions; the \
         answer does not tell which."
            .to_owned()
    } else {
        format!(
            "Either the server has it switched off, or a proxy removed Sec-WebSocket-Extensions \
             ({} left a name in the answer). Check the server without the proxy to tell them apart.",
            seen_proxies.join(", ")
        )
    };
    finding
        .because(why)
        .server("switch the extension on")
        .proxy(proxies::pass_extensions(hops))
}

/// Whether deflate was offered and the server passed over it.
fn lacks_deflate(agreed: &Agreed) -> bool {
    let mut of_deflate = agreed
        .explanation
        .verdicts()
        .filter(|verdict| verdict.offer.name() == "permessage-deflate")
        .peekable();
    of_deflate.peek().is_some()
        && of_deflate.all(|verdict| matches!(verdict.outcome, Verdict::Declined(Rule::NotAnswered)))
}
