//! A check of certificates that remembers what it was shown and what it said.

use std::sync::{Arc, Mutex, PoisonError};

use rejoin::rustls::client::danger::{
    HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier,
};
use rejoin::rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rejoin::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rejoin::rustls::{DigitallySignedStruct, Error, SignatureScheme};

/// Who judges a certificate, and what becomes of a server that is not trusted.
#[derive(Clone, Debug)]
pub(super) enum Judge {
    /// It is turned down.
    Binding(Arc<dyn ServerCertVerifier>),
    /// Nobody judges.
    Nobody,
    /// It is noted and passed over.
    Noted(Arc<dyn ServerCertVerifier>),
}

/// What a server showed.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    /// Its own certificate first.
    pub(super) chain: Vec<CertificateDer<'static>>,
    /// `None` if nobody was there to judge.
    pub(super) verdict: Option<Result<(), Error>>,
}

/// A check of certificates that remembers.
#[derive(Debug)]
pub(super) struct Recorder {
    provider: Arc<CryptoProvider>,
    judge: Judge,
    shown: Mutex<Option<Shown>>,
}

impl Recorder {
    pub(super) fn new(provider: Arc<CryptoProvider>, judge: Judge) -> Self {
        Self {
            provider,
            judge,
            shown: Mutex::default(),
        }
    }

    /// What was shown so far.
    pub(super) fn shown(&self) -> Option<Shown> {
        self.shown
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl ServerCertVerifier for Recorder {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let verdict = match &self.judge {
            Judge::Nobody => None,
            Judge::Binding(judge) | Judge::Noted(judge) => {
                let verified = judge.verify_server_cert(
                    end_entity,
                    intermediates,
                    server_name,
                    ocsp_response,
                    now,
                );
                Some(verified.map(|_verified| ()))
            }
        };
        let chain = core::iter::once(end_entity)
            .chain(intermediates)
            .map(|certificate| certificate.clone().into_owned())
            .collect();
        let shown = Shown {
            chain,
            verdict: verdict.clone(),
        };
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(shown);
        match (&self.judge, verdict) {
            (Judge::Binding(_), Some(Err(error))) => Err(error),
            // A binding judge has said yes.
            (Judge::Binding(_) | Judge::Nobody | Judge::Noted(_), _) => {
                Ok(ServerCertVerified::assertion())
            }
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signature, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signature, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}
