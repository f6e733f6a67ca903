//! The way to the server in words: names, addresses, TLS.

use super::line::{Line, Sign};
use crate::check::facts::{Certificate, Dial, DialFault, Lookup, TlsFault, TlsSeen, TrustFault};
use crate::check::judge;

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

/// How much to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Detail {
    Usual,
    More,
}
