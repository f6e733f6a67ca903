use core::time::Duration;

use super::super::finding::Place;
use super::*;
use crate::check::facts::TlsAgreed;

const DAY: i64 = 86_400;

fn asked() -> Asked {
    Asked {
        host: "example.com".to_owned(),
        port: 443,
        secure: true,
        ..Asked::default()
    }
}

/// Valid from 100 days before it is looked at until 80 days after.
fn good() -> Certificate {
    Certificate {
        subject: "CN=example.com".to_owned(),
        issuer: "CN=Authority".to_owned(),
        names: vec!["example.com".to_owned()],
        not_before: 0,
        not_after: 180 * DAY,
        looked_at: 100 * DAY,
        self_signed: false,
        is_for_host: true,
    }
}

fn seen(certificate: Certificate, trust: Result<(), TrustFault>) -> TlsSeen {
    let agreed = TlsAgreed {
        version: "TLS 1.3".to_owned(),
        cipher: "TLS13_AES_256_GCM_SHA384".to_owned(),
        alpn: None,
    };
    let outcome = match trust {
        Ok(()) => Ok(agreed),
        Err(_) => Err(TlsFault::Untrusted),
    };
    TlsSeen {
        outcome,
        certificates: vec![certificate],
        trust: Some(trust),
        took: Duration::ZERO,
    }
}

fn ids(tls: &TlsSeen) -> Vec<&'static str> {
    let findings = judge(&asked(), tls, None);
    findings.iter().map(|finding| finding.id).collect()
}

#[test]
fn a_good_certificate_is_nothing_to_speak_of() {
    assert!(ids(&seen(good(), Ok(()))).is_empty());
}

#[test]
fn a_certificate_that_ends_soon_is_a_warning_unless_it_never_lives_long() {
    let soon = Certificate {
        looked_at: 170 * DAY,
        ..good()
    };
    let found = judge(&asked(), &seen(soon.clone(), Ok(())), None);
    assert_eq!(found[0].id, "certificate-ends-soon");
    assert_eq!(found[0].severity, Severity::Warning);
    assert!(found[0].seen.contains("10 days"), "{found:?}");
    let short = Certificate {
        not_before: 165 * DAY,
        ..soon
    };
    assert!(ids(&seen(short, Ok(()))).is_empty());
}

#[test]
fn a_check_stops_at_the_first_fault_and_this_does_not() {
    let bad = Certificate {
        looked_at: 200 * DAY,
        is_for_host: false,
        ..good()
    };
    let found = ids(&seen(bad, Err(TrustFault::Expired)));
    assert_eq!(found, ["certificate-wrong-name", "certificate-expired"]);
    let bad = Certificate {
        looked_at: -DAY,
        self_signed: true,
        ..good()
    };
    let found = ids(&seen(bad, Err(TrustFault::UnknownIssuer)));
    assert_eq!(
        found,
        ["certificate-not-valid-yet", "certificate-self-signed"]
    );
}

#[test]
fn a_missing_intermediate_certificate_is_thought_of() {
    let found = judge(
        &asked(),
        &seen(good(), Err(TrustFault::UnknownIssuer)),
        None,
    );
    assert_eq!(found[0].id, "certificate-unknown-issuer");
    assert_eq!(found[0].severity, Severity::Error);
    assert_eq!(found[0].fixes[0].on, Place::Server);
    assert!(found[0].fixes[0].what.contains("whole chain"), "{found:?}");
}

#[test]
fn without_a_check_faults_of_certificates_are_warnings() {
    let asked = Asked {
        insecure: true,
        ..asked()
    };
    let expired = Certificate {
        looked_at: 200 * DAY,
        ..good()
    };
    let found = judge(&asked, &seen(expired, Err(TrustFault::Expired)), None);
    assert_eq!(found[0].severity, Severity::Warning);
}

#[test]
fn no_tls_has_a_reason_of_its_own_each_time() {
    for (fault, second_look, id) in [
        (
            TlsFault::NotTls(b"HTTP/1.1 400".to_vec()),
            None,
            "tls-on-plain-port",
        ),
        (
            TlsFault::Ended,
            Some(SecondLook::Understands),
            "tls-on-plain-port",
        ),
        (
            TlsFault::TimedOut,
            Some(SecondLook::Understands),
            "tls-on-plain-port",
        ),
        (TlsFault::Ended, Some(SecondLook::DoesNot), "tls-ended"),
        (
            TlsFault::TimedOut,
            Some(SecondLook::DoesNot),
            "tls-timed-out",
        ),
        (
            TlsFault::Incompatible(String::new()),
            None,
            "tls-incompatible",
        ),
        (TlsFault::Other(String::new()), None, "tls-failed"),
        (
            TlsFault::Alert("UnrecognisedName".to_owned()),
            None,
            "tls-alert",
        ),
        (
            TlsFault::Alert("NoApplicationProtocol".to_owned()),
            None,
            "tls-alert",
        ),
        (
            TlsFault::Alert("CertificateRequired".to_owned()),
            None,
            "tls-alert",
        ),
        (
            TlsFault::Alert("SomethingNew".to_owned()),
            None,
            "tls-alert",
        ),
    ] {
        let tls = TlsSeen {
            outcome: Err(fault),
            certificates: Vec::new(),
            trust: None,
            took: Duration::ZERO,
        };
        let found = judge(&asked(), &tls, second_look);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].id, id, "{found:?}");
        assert!(
            !found[0].why.is_empty() && !found[0].fixes.is_empty(),
            "{found:?}"
        );
    }
}

#[test]
fn spans_of_time_are_rounded_down() {
    assert_eq!(days(59), "0 minutes");
    assert_eq!(days(60), "1 minute");
    assert_eq!(days(2 * 3_600), "2 hours");
    assert_eq!(days(47 * 3_600), "47 hours");
    assert_eq!(days(3 * DAY + 1), "3 days");
}
