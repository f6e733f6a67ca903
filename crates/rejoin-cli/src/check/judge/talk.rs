//! What is wrong with the open connection.

use rejoin::proto::{Initiator, ProtocolError, TransportEnd};
use rejoin::{CloseCode, Closure, ReceivedCode};

use super::finding::Finding;
use super::hops::Hop;
use super::{idle, proxies};
use crate::check::facts::{End, Ping, Probe, Reply, Stage, Talk};

/// Everything between the opening and the end.
pub(super) fn judge(talk: &Talk, hops: &[Hop]) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(Ping::Silent(waited)) = talk.ping {
        findings.push(
            Finding::error("no-pong", format!("no pong within {waited:.1?}"))
                .because("A ping has to be answered as soon as possible; clients that live by it give up.")
                .against("RFC 6455 section 5.5.2")
                .server("have its WebSocket library answer pings, and nothing block it meanwhile"),
        );
    }
    let broken = compression(talk, hops);
    let is_explained = !broken.is_empty();
    findings.extend(broken);
    match talk.end.during {
        Stage::Close | Stage::Leaving => findings.extend(close(&talk.end)),
        Stage::Idle => findings.extend(idle::judge(talk, hops)),
        Stage::Ping | Stage::Plain | Stage::Compressed if is_explained => {}
        Stage::Ping | Stage::Plain | Stage::Compressed => findings.push(ended_early(&talk.end)),
    }
    findings
}

/// Compression that works on a part of the way only.
fn compression(talk: &Talk, hops: &[Hop]) -> Vec<Finding> {
    let closure = &talk.end.closure;
    let pass = || proxies::pass_extensions(hops);
    if let Some(ProtocolError::ReservedBits(bits)) = closure.fault {
        return vec![
            Finding::error(
                "compression-unagreed",
                format!("the server sends messages with {bits} set, which nothing was agreed for"),
            )
            .because(
                "It compresses, and the 101 that arrived here does not say so: on one leg of the \
                 way compression is agreed, on the other it is not. Clients close with 1002.",
            )
            .against("RFC 6455 section 5.2")
            .proxy(pass())
            .server("set no reserved bit that was not agreed"),
        ];
    }
    if let Some(ProtocolError::ExtensionData(fault)) = closure.fault {
        return vec![
            Finding::error(
                "compression-broken-inbound",
                format!("what the server sends as compressed cannot be inflated: {fault}"),
            )
            .because(
                "What it compressed, or what a proxy made of it, is not what was agreed. Clients \
                 close with 1007.",
            )
            .against("RFC 7692 section 7.2.2")
            .server("check its WebSocket library: context takeover and window sizes above all")
            .proxy(pass()),
        ];
    }
    let Some(last) = talk.compressed.last() else {
        return Vec::new();
    };
    let is_second = talk.compressed.len() > 1;
    let plain_came_back = matches!(
        &talk.plain,
        Some(Probe {
            reply: Reply::Echo { .. },
            ..
        })
    );
    let which = if is_second {
        "the second compressed message"
    } else {
        "a compressed message"
    };
    let seen = match &last.reply {
        Reply::Ended => format!("{which} {}", end_in_words(closure)),
        Reply::Dead => format!("after {which} the server is silent, pings included"),
        Reply::NoEcho { others: 0, .. } if plain_came_back => {
            format!("{which} does not come back, a plain one does")
        }
        Reply::NoEcho { .. } if plain_came_back => {
            format!("{which} comes back changed, a plain one does not")
        }
        Reply::NoEcho { .. } | Reply::Echo { .. } => return Vec::new(),
    };
    let finding = Finding::error("compression-broken-outbound", seen);
    vec![if is_second {
        finding
            .because(
                "The first was understood, so it does not keep the window from one message to the \
                 next, although it agreed to.",
            )
            .against("RFC 7692 section 7.2.3.2")
            .server(
                "update its WebSocket library, or have it answer with client_no_context_takeover",
            )
            .client("offer client_no_context_takeover, or leave compression off")
    } else {
        finding
            .because(
                "permessage-deflate was agreed here, and a plain message was taken: what reads the \
                 frames does not know of the agreement, as when a proxy agrees on one leg only.",
            )
            .against("RFC 7692 section 6")
            .proxy(pass())
            .server("agree to permessage-deflate only where the code that reads frames does it")
            .client("until then, leave compression off: --no-deflate here")
    }]
}

/// An end that came while something was tried.
fn ended_early(end: &End) -> Finding {
    let closure = &end.closure;
    let doing = match end.during {
        Stage::Ping => "after a ping",
        Stage::Plain => "after a text message",
        Stage::Compressed => "after a compressed message",
        Stage::Leaving | Stage::Idle | Stage::Close => "meanwhile",
    };
    if let Some(fault) = closure.fault {
        return Finding::error(
            "protocol-broken",
            format!("{doing} the server broke a rule: {fault}"),
        )
        .because(format!(
            "Clients close with {} then.",
            fault.close_code().get()
        ))
        .against(fault.section())
        .server("check its WebSocket library")
        .proxy("check that nothing rewrites frames or writes into the stream");
    }
    if let (Initiator::Peer, Some(received)) = (closure.initiator, &closure.received) {
        let code = received.effective_code();
        let finding = Finding::error(
            "closed-early",
            format!(
                "{doing} the server closed with {}",
                code_in_words(code, received.reason())
            ),
        );
        let is_about_content = end.during == Stage::Plain
            && matches!(code.get(), 1000 | 1003 | 1007 | 1008 | 3000..=4999);
        return if is_about_content {
            finding
                .because(
                    "The message was not one that it understands; this may be as it should be.",
                )
                .against("RFC 6455 section 7.4.1")
                .client(
                    "give a message that the server knows with --message, or send none: \
                     --no-message",
                )
        } else {
            finding
                .because(format!("{}.", code.info().meaning.trim_end_matches('.')))
                .against("RFC 6455 section 7.4.1")
                .server("look for the reason in its log; rejoin explain tells more of the code")
        };
    }
    Finding::error(
        "lost",
        format!("{doing} the connection {}", lost_in_words(closure)),
    )
    .because("Clients see 1006 and learn nothing of the reason.")
    .against("RFC 6455 section 7.1.5")
    .server("look for a crash; where it ends a connection on purpose, have it say Close first")
    .proxy("look for a timeout, a restart or a limit at this moment")
}

/// The closing handshake that was begun here.
fn close(end: &End) -> Vec<Finding> {
    let closure = &end.closure;
    if let Some(fault) = closure.fault {
        return vec![
            Finding::error(
                "protocol-broken",
                format!("while closing the server broke a rule: {fault}"),
            )
            .because("Clients take the connection for lost.")
            .against(fault.section())
            .server("check its WebSocket library"),
        ];
    }
    let Some(received) = &closure.received else {
        return vec![no_close(end)];
    };
    let mut findings = Vec::new();
    let sent = closure.sent.as_ref().and_then(rejoin::CloseFrame::code);
    let is_echo = received.code() == sent || received.code() == Some(CloseCode::NORMAL_CLOSURE);
    if !is_echo && closure.initiator == Initiator::Local && received.code().is_some() {
        findings.push(
            Finding::error(
                "close-answered-otherwise",
                format!(
                    "the server answered the Close with {}",
                    code_in_words(received.effective_code(), received.reason())
                ),
            )
            .because(
                "An answer usually repeats the code; this one reports a failure, or the server \
                 was closing by itself at that moment.",
            )
            .against("RFC 6455 section 5.5.1")
            .server("look for the reason in its log"),
        );
    }
    let left_open = [TransportEnd::LingerTimedOut, TransportEnd::CloseTimedOut];
    if left_open.contains(&closure.transport) {
        findings.push(
            Finding::warning(
                "transport-left-open",
                "the server answered the Close, but did not end TCP",
            )
            .because(
                "The server is to end it first; clients that wait for it, as browsers do, hang for \
                 a moment, and who gives up first keeps the port busy (TIME_WAIT).",
            )
            .against("RFC 6455 section 7.1.1")
            .server("end the TCP connection as soon as the Close is answered"),
        );
    }
    if let TransportEnd::Broken(kind) = closure.transport {
        findings.push(
            Finding::warning(
                "transport-reset",
                format!("after the Close the connection broke: {kind}"),
            )
            .because("A reset may destroy what was sent before and not yet read.")
            .against("RFC 6455 section 7.1.1")
            .server("read to the end of the stream before the socket is closed"),
        );
    }
    findings
}

/// A Close from here without one from there.
fn no_close(end: &End) -> Finding {
    if end.closure.transport == TransportEnd::CloseTimedOut {
        return Finding::error("close-unanswered", "the server never answered the Close")
            .because(
                "Every client waits for the answer until it gives up, and then reports 1006: \
                 lost, not closed.",
            )
            .against("RFC 6455 section 5.5.1")
            .server("have its WebSocket library answer Close frames, and go on reading until then")
            .proxy("check that it passes on what is said after one side has finished");
    }
    let how = lost_in_words(&end.closure);
    Finding::error(
        "close-without-frame",
        format!("the Close was not answered: the connection {how}"),
    )
    .because("Clients report 1006: lost, not closed.")
    .against("RFC 6455 section 5.5.1")
    .server("answer a Close frame with one before the transport is ended")
    .proxy("check that it does not end both sides as soon as one of them has finished")
}

/// The end of a connection, as what followed a message.
fn end_in_words(closure: &Closure) -> String {
    match &closure.received {
        Some(received) if closure.initiator == Initiator::Peer => format!(
            "is answered with {}",
            code_in_words(received.effective_code(), received.reason())
        ),
        _ => format!("ends it: the connection {}", lost_in_words(closure)),
    }
}

/// How a connection ended that should not have, as what is said of it.
pub(super) fn lost_in_words(closure: &Closure) -> String {
    if let TransportEnd::Broken(kind) = closure.transport {
        return format!("broke: {kind}");
    }
    let words = if closure.transport == TransportEnd::Orderly {
        "was ended without a Close"
    } else {
        "went silent"
    };
    words.to_owned()
}

/// A code with its name and reason.
pub(in crate::check) fn code_in_words(code: ReceivedCode, reason: &str) -> String {
    let name = code.info().name;
    if reason.is_empty() {
        format!("{} {name}", code.get())
    } else {
        format!("{} {name} \"{reason}\"", code.get())
    }
}
