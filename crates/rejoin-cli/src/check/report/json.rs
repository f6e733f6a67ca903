//! The whole result for machines, as docs/check.schema.json describes it.

use core::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rejoin::proto::handshake::Outcome as Verdict;
use rejoin::proto::{Initiator, TransportEnd};
use serde_json::{Map, Value, json};

use crate::check::facts::{
    Certificate, Dial, DialFault, End, Exchange, Facts, Frame, Idle, IdleOutcome, Outcome, Ping,
    Probe, Reply, Stage, Talk, TlsFault, TlsSeen, TrustFault,
};
use crate::check::judge::{self, Finding};
use crate::exit::Exit;

/// One object.
pub(super) fn of(facts: &Facts, findings: &[Finding], exit: Exit) -> Value {
    let mut all = Map::new();
    all.insert("url".to_owned(), json!(facts.asked.url));
    all.insert("exit".to_owned(), json!(exit as u8));
    all.insert("findings".to_owned(), json!(findings));
    if let Some(lookup) = &facts.lookup {
        let value = match &lookup.found {
            Ok(found) => {
                let addresses: Vec<_> = found.iter().map(core::net::SocketAddr::ip).collect();
                json!({ "addresses": addresses, "ms": ms(lookup.took) })
            }
            Err(error) => json!({ "error": error, "ms": ms(lookup.took) }),
        };
        all.insert("name".to_owned(), value);
    }
    if !facts.dials.is_empty() {
        let dials: Vec<_> = facts.dials.iter().map(dial).collect();
        all.insert("connect".to_owned(), json!(dials));
    }
    if let Some(seen) = &facts.tls {
        all.insert("tls".to_owned(), tls(seen));
    }
    if let Some(seen) = &facts.exchange {
        all.insert("handshake".to_owned(), exchange(seen));
    }
    if let Some(seen) = &facts.talk {
        all.insert("connection".to_owned(), talk(seen));
    }
    Value::Object(all)
}

fn dial(dial: &Dial) -> Value {
    let error = match &dial.outcome {
        Ok(()) => None,
        Err(DialFault::Refused) => Some("refused"),
        Err(DialFault::TimedOut) => Some("timed out"),
        Err(DialFault::Other(why)) => Some(why.as_str()),
    };
    json!({ "address": dial.address, "error": error, "ms": ms(dial.took) })
}

fn tls(tls: &TlsSeen) -> Value {
    let (agreed, error) = match &tls.outcome {
        Ok(agreed) => (Some(agreed), None),
        Err(fault) => (None, Some(tls_error(fault))),
    };
    let trust = tls.trust.as_ref().map(|trust| match trust {
        Ok(()) => "trusted".to_owned(),
        Err(TrustFault::Expired) => "expired".to_owned(),
        Err(TrustFault::NotValidYet) => "not valid yet".to_owned(),
        Err(TrustFault::Other(why)) => why.clone(),
        Err(TrustFault::UnknownIssuer) => "unknown issuer".to_owned(),
        Err(TrustFault::WrongName) => "wrong name".to_owned(),
    });
    let certificates: Vec<_> = tls.certificates.iter().map(certificate).collect();
    json!({
        "version": agreed.map(|agreed| &agreed.version),
        "cipher": agreed.map(|agreed| &agreed.cipher),
        "alpn": agreed.and_then(|agreed| agreed.alpn.as_ref()),
        "error": error,
        "trust": trust,
        "certificates": certificates,
        "ms": ms(tls.took),
    })
}

fn tls_error(fault: &TlsFault) -> String {
    match fault {
        TlsFault::Alert(alert) => format!("alert {alert}"),
        TlsFault::Ended => "ended".to_owned(),
        TlsFault::Incompatible(what) => format!("nothing in common: {what}"),
        TlsFault::NotTls(_) => "not TLS".to_owned(),
        TlsFault::Other(what) => what.clone(),
        TlsFault::TimedOut => "timed out".to_owned(),
        TlsFault::Untrusted => "not trusted".to_owned(),
    }
}

fn certificate(certificate: &Certificate) -> Value {
    json!({
        "subject": certificate.subject,
        "issuer": certificate.issuer,
        "names": certificate.names,
        "not_before": certificate.not_before,
        "not_after": certificate.not_after,
        "days_left": (certificate.not_after - certificate.looked_at).div_euclid(86_400),
    })
}

fn exchange(exchange: &Exchange) -> Value {
    let outcome = match &exchange.outcome {
        Outcome::Opened(_) => "opened".to_owned(),
        Outcome::Failed(error) => error.to_string(),
        Outcome::Lost(kind) => kind.to_string(),
        Outcome::TimedOut => "timed out".to_owned(),
    };
    let answer = exchange.answer.as_ref().map(|head| {
        let headers: Vec<_> = head
            .lines
            .iter()
            .zip(judge::remarks(exchange))
            .map(|(line, remark)| {
                json!({
                    "name": line.name,
                    "value": line.value,
                    "mark": remark.mark,
                    "says": remark.says,
                })
            })
            .collect();
        let body = exchange.received.get(head.length..).unwrap_or_default();
        json!({
            "start": head.start,
            "status": head.status,
            "headers": headers,
            "body": String::from_utf8_lossy(body),
        })
    });
    let hops = exchange
        .answer
        .as_ref()
        .map(judge::hops)
        .unwrap_or_default();
    let explanation = match &exchange.outcome {
        Outcome::Opened(agreed) => Some(&agreed.explanation),
        Outcome::Failed(error) => error.explanation(),
        Outcome::Lost(_) | Outcome::TimedOut => None,
    };
    let offers: Vec<_> = explanation
        .iter()
        .flat_map(|explanation| explanation.verdicts())
        .map(|verdict| {
            let (outcome, rule, section) = match &verdict.outcome {
                Verdict::Taken { .. } => ("taken", None, None),
                Verdict::Declined(rule) => {
                    ("declined", Some(rule.to_string()), Some(rule.section()))
                }
                // The enum may grow; so far these are all.
                Verdict::NotReached | _ => ("not reached", None, None),
            };
            json!({
                "offer": verdict.offer.to_string(),
                "verdict": outcome,
                "rule": rule,
                "section": section,
            })
        })
        .collect();
    let extensions = match &exchange.outcome {
        Outcome::Opened(agreed) => agreed.extensions.as_str(),
        Outcome::Failed(_) | Outcome::Lost(_) | Outcome::TimedOut => "",
    };
    json!({
        "outcome": outcome,
        "request": exchange.request,
        "received": STANDARD.encode(&exchange.received),
        "answer": answer,
        "proxies": hops,
        "offers": offers,
        "extensions": extensions,
        "missing": explanation.map(rejoin::Explanation::missing).unwrap_or_default(),
        "subprotocol": explanation.and_then(|explanation| explanation.subprotocol()),
        "ms": ms(exchange.took),
    })
}

fn talk(talk: &Talk) -> Value {
    let ping = talk.ping.as_ref().map(|ping| match ping {
        Ping::Answered(round_trip) => json!({ "outcome": "answered", "ms": ms(*round_trip) }),
        Ping::Silent(waited) => json!({ "outcome": "silent", "ms": ms(*waited) }),
    });
    let compressed: Vec<_> = talk.compressed.iter().map(probe).collect();
    let frames: Vec<_> = talk.frames.iter().map(frame).collect();
    json!({
        "ping": ping,
        "message": talk.plain.as_ref().map(probe),
        "compressed": compressed,
        "idle": talk.idle.as_ref().map(idle),
        "end": end(&talk.end),
        "frames": frames,
    })
}

fn probe(probe: &Probe) -> Value {
    let (reply, took, others) = match &probe.reply {
        Reply::Ended => ("ended", None, 0),
        Reply::Dead => ("dead", None, 0),
        Reply::Echo {
            took,
            compressed: false,
        } => ("echo", Some(*took), 0),
        Reply::Echo {
            took,
            compressed: true,
        } => ("compressed echo", Some(*took), 0),
        Reply::NoEcho { waited, others } => ("no echo", Some(*waited), *others),
    };
    json!({
        "bytes": probe.bytes,
        "reply": reply,
        "ms": took.map(ms),
        "other_messages": others,
    })
}

fn idle(idle: &Idle) -> Value {
    let pings: Vec<_> = idle.pings.iter().map(|at| ms(*at)).collect();
    json!({
        "outcome": match idle.outcome {
            IdleOutcome::Cut => "cut",
            IdleOutcome::Kept => "kept",
        },
        "ms": ms(idle.lasted),
        "since_opening_ms": ms(idle.since_opening),
        "pings_after_ms": pings,
        "messages": idle.messages,
    })
}

fn end(end: &End) -> Value {
    let closure = &end.closure;
    let close = |close: &rejoin::CloseFrame| json!({ "code": close.code().map(rejoin::CloseCode::get), "reason": close.reason() });
    json!({
        "during": match end.during {
            Stage::Leaving => "leaving",
            Stage::Ping => "ping",
            Stage::Plain => "message",
            Stage::Compressed => "compressed",
            Stage::Idle => "idle",
            Stage::Close => "close",
        },
        "code": closure.code().get(),
        "began": match closure.initiator {
            Initiator::Local => "client",
            Initiator::Peer => "server",
            // The enum may grow; so far these are all.
            Initiator::Transport | _ => "transport",
        },
        "clean": closure.is_clean(),
        "sent": closure.sent.as_ref().map(close),
        "received": closure.received.as_ref().map(close),
        "fault": closure.fault.map(|fault| fault.to_string()),
        "transport": match closure.transport {
            TransportEnd::Orderly => "ended".to_owned(),
            TransportEnd::Broken(kind) => kind.to_string(),
            TransportEnd::CloseTimedOut => "no answer to the Close".to_owned(),
            TransportEnd::LingerTimedOut => "left open".to_owned(),
            TransportEnd::KeepaliveTimedOut
            | TransportEnd::SendTimedOut
            | TransportEnd::Dropped
            | _ => "given up".to_owned(),
        },
        "close_after_ms": end.close_after.map(ms),
        "transport_after_ms": end.transport_after.map(ms),
    })
}

fn frame(frame: &Frame) -> Value {
    json!({
        "at_ms": ms(frame.at),
        "opcode": frame.opcode,
        "fin": frame.fin,
        "rsv1": frame.rsv1,
        "bytes": frame.bytes,
    })
}

/// Milliseconds, to the microsecond.
fn ms(time: Duration) -> f64 {
    (time.as_secs_f64() * 1_000_000.0).round() / 1_000.0
}
