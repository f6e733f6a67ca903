//! What each header of the answer means for a WebSocket.

use serde::Serialize;

use super::answer::expected_accept;
use super::hops::{self, Likelihood};
use crate::check::facts::{Exchange, Outcome};
use crate::check::head::{Head, HeaderLine};

/// A header line, judged.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(in crate::check) struct Remark {
    pub(in crate::check) mark: Mark,
    /// Empty where there is nothing to say.
    pub(in crate::check) says: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::check) enum Mark {
    /// As it has to be.
    Good,
    Bad,
    /// It works, but look at it.
    Doubtful,
    /// Of no matter for a WebSocket.
    Neutral,
}

/// One remark for each header line of the answer, in their order.
pub(in crate::check) fn remarks(exchange: &Exchange) -> Vec<Remark> {
    let Some(head) = &exchange.answer else {
        return Vec::new();
    };
    let switched = head.status == Some(101);
    let of_line = |line: &HeaderLine| {
        let (mark, says) = if switched {
            in_switch(exchange, head, line)
        } else {
            in_refusal(line)
        };
        let says = match (mark, says.is_empty()) {
            (Mark::Neutral, true) => proxy(head, line),
            _ => says,
        };
        Remark { mark, says }
    };
    head.lines.iter().map(of_line).collect()
}

fn in_switch(exchange: &Exchange, head: &Head, line: &HeaderLine) -> (Mark, String) {
    let good = |says: &str| (Mark::Good, says.to_owned());
    let bad = |says: &str| (Mark::Bad, says.to_owned());
    let opened = matches!(exchange.outcome, Outcome::Opened(_));
    match line.name.as_str() {
        "upgrade" if head.lists("upgrade", "websocket") => good(""),
        "upgrade" => bad("does not switch to websocket"),
        "connection" if head.lists("connection", "upgrade") => good(""),
        "connection" => bad("does not list Upgrade"),
        "sec-websocket-accept" => {
            if Some(&line.value) == expected_accept(exchange).as_ref() {
                good("answers the key that was sent")
            } else {
                bad("answers another key")
            }
        }
        "sec-websocket-extensions" | "sec-websocket-protocol" if opened => good("was offered"),
        "sec-websocket-extensions" => match &exchange.outcome {
            Outcome::Failed(error) if error.explanation().is_some() => bad("breaks the rule below"),
            Outcome::Failed(_) | Outcome::Lost(_) | Outcome::Opened(_) | Outcome::TimedOut => {
                (Mark::Neutral, String::new())
            }
        },
        "content-length" | "transfer-encoding" => (Mark::Doubtful, "a 101 has no body".to_owned()),
        "age" => (Mark::Doubtful, "from a cache".to_owned()),
        _ => (Mark::Neutral, String::new()),
    }
}

fn in_refusal(line: &HeaderLine) -> (Mark, String) {
    let says = match line.name.as_str() {
        "location" => "WebSocket clients do not follow it",
        "www-authenticate" | "proxy-authenticate" => "wants credentials",
        "sec-websocket-version" => "the versions that it speaks",
        "retry-after" => "when to come back",
        "allow" => "the methods that it takes",
        "age" => "from a cache",
        "upgrade" => "what the server would switch to",
        _ => "",
    };
    (Mark::Neutral, says.to_owned())
}

/// What a header tells of who stood in between.
fn proxy(head: &Head, line: &HeaderLine) -> String {
    let names: Vec<String> = hops::hops(head)
        .into_iter()
        .filter(|hop| hop.sign == line.raw)
        .map(|hop| match hop.proxy {
            Likelihood::Certain => format!("{} stands in between", hop.name),
            Likelihood::Possible => format!("{} answered, or passed it on", hop.name),
        })
        .collect();
    names.join(", ")
}
