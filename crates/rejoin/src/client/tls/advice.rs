//! What went wrong with TLS, in words that say what to do.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "lists of another library that grow; the cause itself is kept beside the advice"
)]

use std::io;

use rustls::pki_types::InvalidDnsNameError;
use rustls::{AlertDescription, CertificateError, Error};

use super::InvalidTls;
use crate::client::fault::Fault;

/// The failure of TLS with a host, with advice.
pub(in crate::client) fn fault(host: &str, error: io::Error) -> Fault {
    Fault::Tls {
        host: host.to_owned(),
        advice: advice(&error),
        error,
    }
}

/// Whether an error of the stream comes from TLS rather than from what is below it.
pub(in crate::client) fn is_from_tls(error: &io::Error) -> bool {
    cause::<Error>(error).is_some()
}

fn cause<E: core::error::Error + 'static>(error: &io::Error) -> Option<&E> {
    error.get_ref().and_then(|inner| inner.downcast_ref())
}

/// What to do about it.
fn advice(error: &io::Error) -> &'static str {
    if cause::<InvalidDnsNameError>(error).is_some() {
        return "the host is not a name that a certificate could have";
    }
    if cause::<InvalidTls>(error).is_some() {
        return "the platform's root certificates cannot be read; install them, or give roots";
    }
    match cause::<Error>(error) {
        None => "the server ended the connection; check that it speaks TLS on this port",
        Some(Error::AlertReceived(alert)) => alert_advice(*alert),
        Some(Error::InvalidCertificate(fault)) => certificate_advice(fault),
        Some(Error::InvalidMessage(_)) => {
            "the server does not speak it on this port; use ws://, or the port for wss://"
        }
        Some(Error::PeerIncompatible(_)) => {
            "the two have no version or cipher suite in common; the server needs TLS 1.2 or 1.3"
        }
        Some(_) => "the handshake failed; see the cause",
    }
}

fn certificate_advice(fault: &CertificateError) -> &'static str {
    match fault {
        // A bad signature: an issuer of that name is trusted, but with another key.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => {
            "its certificate comes from nobody who is trusted here; give its issuer as a root"
        }
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "its certificate has expired; renew it, or check the clock of this machine"
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "its certificate is not valid yet; check the clock of this machine"
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "its certificate is for another name; connect to a name that it has"
        }
        _ => "its certificate is not good; see the cause",
    }
}

fn alert_advice(alert: AlertDescription) -> &'static str {
    match alert {
        AlertDescription::CertificateRequired => {
            "it wants a certificate from the client; give one and its key"
        }
        AlertDescription::BadCertificate
        | AlertDescription::UnsupportedCertificate
        | AlertDescription::CertificateRevoked
        | AlertDescription::CertificateExpired
        | AlertDescription::CertificateUnknown
        | AlertDescription::UnknownCA
        | AlertDescription::DecryptError
        | AlertDescription::AccessDenied => {
            "it turned down this client's certificate; check who has to have issued it"
        }
        AlertDescription::NoApplicationProtocol => {
            "it does not speak http/1.1 on this port; check the port"
        }
        AlertDescription::UnrecognisedName => "it does not serve this name; check the host",
        _ => "the server broke it off, perhaps for want of a client certificate; see its log",
    }
}
