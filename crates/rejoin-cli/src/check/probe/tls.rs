//! One TLS handshake, and everything that it tells about the server.

use core::time::Duration;
use std::io;
use std::sync::{Arc, PoisonError};

use rejoin::Transport;
use rejoin::rustls::client::verify_server_name;
use rejoin::rustls::pki_types::{CertificateDer, ServerName};
use rejoin::rustls::server::ParsedCertificate;
use rejoin::rustls::{CertificateError, Error};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use x509_parser::prelude::{FromDer, GeneralName, X509Certificate};

use super::recorder::Recorder;
use super::trust::Trust;
use super::witness::Witness;
use crate::check::facts::{Certificate, TlsAgreed, TlsFault, TlsSeen, TrustFault};

/// Agrees on TLS, if it can be done.
pub(in crate::check) async fn shake(
    trust: &Trust,
    host: &str,
    stream: TcpStream,
    patience: Duration,
) -> (TlsSeen, Option<impl Transport + use<>>) {
    let began = Instant::now();
    let seen = |outcome, certificates, trust| TlsSeen {
        outcome,
        certificates,
        trust,
        took: began.elapsed(),
    };
    let Ok(name) = ServerName::try_from(host.to_owned()) else {
        let fault =
            TlsFault::Other("the host is not a name that a certificate can have".to_owned());
        return (seen(Err(fault), Vec::new(), None), None);
    };
    let (config, recorder) = match trust.config() {
        Ok(made) => made,
        Err(error) => {
            let fault = TlsFault::Other(error.to_string());
            return (seen(Err(fault), Vec::new(), None), None);
        }
    };
    let (witness, first) = Witness::new(stream);
    let connecting = TlsConnector::from(Arc::new(config)).connect(name.clone(), witness);
    let (outcome, stream) = match timeout(patience, connecting).await {
        Err(_elapsed) => (Err(TlsFault::TimedOut), None),
        Ok(Ok(stream)) => (Ok(agreed(&stream)), Some(stream)),
        Ok(Err(error)) => {
            let first = first.lock().unwrap_or_else(PoisonError::into_inner);
            (Err(fault(&error, &first)), None)
        }
    };
    let (certificates, trusted) = shown(&recorder, &name);
    (seen(outcome, certificates, trusted), stream)
}

fn agreed(stream: &TlsStream<Witness>) -> TlsAgreed {
    let (_, connection) = stream.get_ref();
    let version = connection.protocol_version();
    let suite = connection.negotiated_cipher_suite();
    TlsAgreed {
        version: version
            .and_then(|version| version.as_str())
            .unwrap_or("unknown")
            .replace("TLSv1_", "TLS 1."),
        cipher: suite
            .and_then(|suite| suite.suite().as_str())
            .unwrap_or("unknown")
            .to_owned(),
        alpn: connection
            .alpn_protocol()
            .map(|name| String::from_utf8_lossy(name).into_owned()),
    }
}

fn fault(error: &io::Error, first: &[u8]) -> TlsFault {
    let cause = error
        .get_ref()
        .and_then(|inner| inner.downcast_ref::<Error>());
    match cause {
        None => TlsFault::Ended,
        Some(Error::AlertReceived(alert)) => TlsFault::Alert(
            alert
                .as_str()
                .map_or_else(|| format!("{alert:?}"), str::to_owned),
        ),
        Some(Error::InvalidCertificate(_)) => TlsFault::Untrusted,
        Some(Error::InvalidMessage(_)) => TlsFault::NotTls(first.to_vec()),
        Some(Error::PeerIncompatible(what)) => TlsFault::Incompatible(format!("{what:?}")),
        Some(other) => TlsFault::Other(other.to_string()),
    }
}

/// What was shown, and whether it was good enough.
fn shown(
    recorder: &Recorder,
    name: &ServerName<'_>,
) -> (Vec<Certificate>, Option<Result<(), TrustFault>>) {
    let Some(shown) = recorder.shown() else {
        return (Vec::new(), None);
    };
    let certificates = shown
        .chain
        .iter()
        .filter_map(|der| certificate(der, name))
        .collect();
    let verdict = shown
        .verdict
        .map(|verdict| verdict.map_err(|error| trust_fault(&error)));
    (certificates, verdict)
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "a list of another library that grows"
)]
fn trust_fault(error: &Error) -> TrustFault {
    let Error::InvalidCertificate(fault) = error else {
        return TrustFault::Other(error.to_string());
    };
    match fault {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => TrustFault::Expired,
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            TrustFault::NotValidYet
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            TrustFault::WrongName
        }
        // A bad signature: an issuer of that name is trusted, but with another key.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => {
            TrustFault::UnknownIssuer
        }
        _ => TrustFault::Other(error.to_string()),
    }
}

/// What a certificate says; `None` if it cannot be read.
fn certificate(der: &CertificateDer<'_>, name: &ServerName<'_>) -> Option<Certificate> {
    let (_, parsed) = X509Certificate::from_der(der).ok()?;
    let alternatives = parsed.subject_alternative_name().ok().flatten();
    let names = alternatives
        .iter()
        .flat_map(|alternatives| &alternatives.value.general_names)
        .filter_map(name_of)
        .collect();
    let is_for_host = ParsedCertificate::try_from(der)
        .is_ok_and(|certificate| verify_server_name(&certificate, name).is_ok());
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Some(Certificate {
        subject: parsed.subject().to_string(),
        issuer: parsed.issuer().to_string(),
        names,
        not_before: parsed.validity().not_before.timestamp(),
        not_after: parsed.validity().not_after.timestamp(),
        looked_at: now.map_or(0, |since| {
            i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
        }),
        self_signed: parsed.subject() == parsed.issuer() && parsed.verify_signature(None).is_ok(),
        is_for_host,
    })
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "other kinds of names are not for hosts"
)]
fn name_of(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(name) => Some((*name).to_owned()),
        GeneralName::IPAddress(bytes) => {
            if let Ok(octets) = <[u8; 4]>::try_from(*bytes) {
                return Some(core::net::Ipv4Addr::from(octets).to_string());
            }
            let octets = <[u8; 16]>::try_from(*bytes).ok()?;
            Some(core::net::Ipv6Addr::from(octets).to_string())
        }
        _ => None,
    }
}
