//! TLS and certificates.

use super::finding::{Finding, Severity};
use crate::check::facts::{Asked, Certificate, SecondLook, TlsFault, TlsSeen, TrustFault};

/// What is wrong with TLS.
pub(super) fn judge(asked: &Asked, tls: &TlsSeen, second_look: Option<SecondLook>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Err(fault) = &tls.outcome {
        findings.extend(no_tls(asked, fault, second_look));
    }
    if let Some(trust) = &tls.trust {
        findings.extend(certificate(
            asked,
            tls.certificates.first(),
            trust.as_ref().err(),
        ));
    }
    findings
}

fn no_tls(asked: &Asked, fault: &TlsFault, second_look: Option<SecondLook>) -> Option<Finding> {
    let port = asked.port;
    let plain = |seen: String| {
        Finding::error("tls-on-plain-port", seen)
            .because("wss:// needs TLS, and the two do not understand each other.")
            .client(format!(
                "use ws:// with port {port}, or the port on which the server speaks TLS (443 \
                 unless it says otherwise)"
            ))
            .server(
                "give this port a certificate and a key, or put a proxy before it that has them",
            )
    };
    Some(match fault {
        // The findings on the certificate tell more.
        TlsFault::Untrusted => return None,
        TlsFault::NotTls(first) => plain(format!(
            "port {port} does not speak TLS: its answer begins with \"{}\"",
            quote(first)
        )),
        TlsFault::Ended | TlsFault::TimedOut if second_look == Some(SecondLook::Understands) => {
            plain(format!(
                "port {port} does not answer to TLS, but to plain HTTP it does"
            ))
        }
        TlsFault::Ended => Finding::error(
            "tls-ended",
            format!("port {port} ended the connection at the first word of TLS"),
        )
        .because(
            "Either something else than TLS is spoken there, or the server turned the handshake \
             down without saying why.",
        )
        .client("check the port; try the same URL with ws://")
        .server("look for the reason in its log: no certificate for this name, or only old versions of TLS"),
        TlsFault::TimedOut => Finding::error(
            "tls-timed-out",
            format!("port {port} accepts connections, but does not answer to TLS"),
        )
        .because("A server that has no worker left, or that waits for plain text, looks like this.")
        .server("see whether it is overloaded, and whether the port is the one for TLS")
        .client("check the port"),
        TlsFault::Alert(alert) => alerted(asked, alert),
        TlsFault::Incompatible(what) => Finding::error(
            "tls-incompatible",
            format!("no version of TLS or cipher suite in common: {what}"),
        )
        .because("TLS 1.2 and 1.3 are what clients still speak; everything older is broken.")
        .against("RFC 8996")
        .server("allow TLS 1.2 and TLS 1.3 with ECDHE and AES-GCM or ChaCha20"),
        TlsFault::Other(what) => {
            Finding::error("tls-failed", format!("TLS could not be agreed: {what}"))
                .because("Without it nothing of the request can be sent.")
                .server("look for the handshake in its log")
        }
    })
}

fn alerted(asked: &Asked, alert: &str) -> Finding {
    let host = &asked.host;
    let finding = Finding::error("tls-alert", format!("the server broke off TLS: {alert}"));
    match alert {
        "CertificateRequired" | "BadCertificate" | "UnknownCA" | "CertificateUnknown"
        | "AccessDenied" => finding
            .because("It wants to see a certificate of the client, and one that it trusts.")
            .client("give one with --client-cert and --client-key, from an authority that the server trusts"),
        "UnrecognisedName" => finding
            .because(format!("It does not serve the name {host}."))
            .server(format!("add {host} to the names of this server"))
            .client("check the host"),
        "NoApplicationProtocol" => finding
            .because("It does not speak HTTP/1.1 on this port, which WebSocket needs.")
            .server("allow http/1.1 beside h2 in ALPN"),
        "ProtocolVersion" | "HandshakeFailure" => finding
            .because("The two have no version of TLS or cipher suite in common.")
            .server("allow TLS 1.2 and TLS 1.3 with ECDHE and AES-GCM or ChaCha20"),
        _ => finding
            .because("The server's log says more about it than it tells its clients.")
            .server("look for the handshake in its log"),
    }
}

/// Everything that is wrong with a certificate: a check stops at the first.
fn certificate(
    asked: &Asked,
    shown: Option<&Certificate>,
    fault: Option<&TrustFault>,
) -> Vec<Finding> {
    let severity = if asked.insecure {
        Severity::Warning
    } else {
        Severity::Error
    };
    let mut findings = Vec::new();
    let Some(shown) = shown else {
        if let Some(fault) = fault {
            findings.push(
                Finding::new(
                    severity,
                    "certificate-untrusted",
                    format!("the certificate cannot be read: {fault:?}"),
                )
                .server("replace it by one of X.509 version 3"),
            );
        }
        return findings;
    };
    let host = &asked.host;
    if !shown.is_for_host || fault == Some(&TrustFault::WrongName) {
        let names = match shown.names.as_slice() {
            [] => "no host at all (only a subject, which is not looked at)".to_owned(),
            names => names.join(", "),
        };
        findings.push(
            Finding::new(
                severity,
                "certificate-wrong-name",
                format!("the certificate is not for {host}: it is for {names}"),
            )
            .because("Every client refuses a certificate without the name that it asked for.")
            .against("RFC 9525 section 6")
            .server(format!(
                "get a certificate with {host} among its subject alternative names, or have the \
                 one that has it chosen for this name (SNI)"
            ))
            .client("connect to a name that the certificate has"),
        );
    }
    let left = shown.not_after - shown.looked_at;
    if left < 0 || fault == Some(&TrustFault::Expired) {
        findings.push(
            Finding::new(
                severity,
                "certificate-expired",
                format!("the certificate expired {} ago", days(-left)),
            )
            .because("Every client refuses it.")
            .against("RFC 5280 section 4.1.2.5")
            .server("renew it, load the new one, and have both done by a machine from now on")
            .client("check the clock of this machine"),
        );
    } else if left < SOON_SECONDS && shown.not_after - shown.not_before > SOON_SECONDS * 2 {
        findings.push(
            Finding::warning(
                "certificate-ends-soon",
                format!("the certificate expires in {}", days(left)),
            )
            .because("What renews certificates by itself has usually done so by now.")
            .server("renew it, and look why it was not"),
        );
    }
    if shown.not_before > shown.looked_at || fault == Some(&TrustFault::NotValidYet) {
        findings.push(
            Finding::new(
                severity,
                "certificate-not-valid-yet",
                format!(
                    "the certificate is valid only in {}",
                    days(shown.not_before - shown.looked_at)
                ),
            )
            .because("Every client refuses it until then.")
            .against("RFC 5280 section 4.1.2.5")
            .client("check the clock of this machine")
            .server("use a certificate that is valid already"),
        );
    }
    match fault {
        None | Some(TrustFault::Expired | TrustFault::NotValidYet | TrustFault::WrongName) => {}
        Some(_) if shown.self_signed => findings.push(
            Finding::new(
                severity,
                "certificate-self-signed",
                format!("the certificate is signed by itself: {}", shown.subject),
            )
            .because("Nobody vouches for it, so clients cannot tell it from an intruder's.")
            .server("use one from an authority that clients trust")
            .client("for tests, give the certificate itself with --ca, or look on with --insecure"),
        ),
        Some(TrustFault::UnknownIssuer) => findings.push(
            Finding::new(
                severity,
                "certificate-unknown-issuer",
                format!(
                    "nobody trusted here has issued the certificate: {}",
                    shown.issuer
                ),
            )
            .because(
                "Either its authority is a private one, or the server does not send the \
                 intermediate certificates, which browsers fetch by themselves and others do not.",
            )
            .against("RFC 8446 section 4.4.2")
            .server("send the whole chain: its own certificate, then the intermediate ones")
            .client("if the authority is a private one, give its certificate with --ca"),
        ),
        Some(TrustFault::Other(what)) => findings.push(
            Finding::new(
                severity,
                "certificate-untrusted",
                format!("the certificate is not good: {what}"),
            )
            .because("Clients refuse it.")
            .server("replace it"),
        ),
    }
    findings
}

/// A span of time, rounded.
pub(in crate::check) fn days(seconds: i64) -> String {
    let (count, unit) = match seconds {
        ..5_400 => (seconds / 60, "minute"),
        5_400..172_800 => (seconds / 3_600, "hour"),
        172_800.. => (seconds / 86_400, "day"),
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural}")
}

/// The first line of what may be anything.
fn quote(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let line = text.lines().next().unwrap_or_default();
    crate::inert::start(line, 60).to_owned()
}

const SOON_SECONDS: i64 = 14 * 86_400;

#[cfg(test)]
mod tests;
