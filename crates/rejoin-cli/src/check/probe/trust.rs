//! Whom to trust, and who we are.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use rejoin::rustls::client::WebPkiServerVerifier;
use rejoin::rustls::client::danger::ServerCertVerifier;
use rejoin::rustls::crypto::{CryptoProvider, ring};
use rejoin::rustls::pki_types::pem::PemObject;
use rejoin::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rejoin::rustls::{ClientConfig, Error, RootCertStore};

use super::recorder::{Judge, Recorder};
use crate::args::TlsArgs;
use crate::exit::Failure;

/// Whom to trust, and who we are, as the arguments say.
#[derive(Debug)]
pub(in crate::check) struct Trust {
    provider: Arc<CryptoProvider>,
    judge: Judge,
    identity: Option<Identity>,
}

/// The certificate of this end, with its key.
#[derive(Debug)]
struct Identity {
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
}

impl Trust {
    pub(in crate::check) fn from_args(args: &TlsArgs) -> Result<Self, Failure> {
        let provider = Arc::new(ring::default_provider());
        let judge = match &args.ca {
            Some(path) => Judge::Binding(with_roots(path, &provider)?),
            // Without roots there is nothing to note, and that is no hindrance.
            None if args.insecure => platform(&provider).map_or(Judge::Nobody, Judge::Noted),
            None => Judge::Binding(platform(&provider)?),
        };
        let identity = match (&args.client_cert, &args.client_key) {
            (Some(cert), Some(key)) => Some(identity(cert, key)?),
            _ => None,
        };
        Ok(Self {
            provider,
            judge,
            identity,
        })
    }

    /// Nobody is turned down, and nothing is shown: to learn whether TLS is spoken.
    pub(super) fn in_anybody() -> Self {
        Self {
            provider: Arc::new(ring::default_provider()),
            judge: Judge::Nobody,
            identity: None,
        }
    }

    /// A configuration for one handshake, and where to find what was shown in it.
    ///
    /// # Errors
    ///
    /// If the certificate of this end and its key do not belong together.
    pub(super) fn config(&self) -> Result<(ClientConfig, Arc<Recorder>), Error> {
        let provider = Arc::clone(&self.provider);
        let recorder = Arc::new(Recorder::new(provider, self.judge.clone()));
        let builder = ClientConfig::builder_with_provider(Arc::clone(&self.provider))
            .with_safe_default_protocol_versions()?
            .dangerous()
            .with_custom_certificate_verifier(Arc::clone(&recorder) as _);
        let mut config = match &self.identity {
            None => builder.with_no_client_auth(),
            Some(Identity { chain, key }) => {
                builder.with_client_auth_cert(chain.clone(), key.clone_key())?
            }
        };
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok((config, recorder))
    }
}

fn platform(provider: &Arc<CryptoProvider>) -> Result<Arc<dyn ServerCertVerifier>, Failure> {
    let verifier = rustls_platform_verifier::Verifier::new(Arc::clone(provider));
    let verifier = verifier.map_err(|error| {
        Failure::other(format!(
            "the platform's root certificates cannot be read ({error}); install them, or give --ca"
        ))
    })?;
    Ok(Arc::new(verifier))
}

fn with_roots(
    path: &Path,
    provider: &Arc<CryptoProvider>,
) -> Result<Arc<dyn ServerCertVerifier>, Failure> {
    let unusable = |why: &dyn core::fmt::Display| {
        Failure::other(format!("cannot use --ca {}: {why}", path.display()))
    };
    let mut roots = RootCertStore::empty();
    for root in certificates("--ca", path)? {
        roots.add(root).map_err(|error| unusable(&error))?;
    }
    let builder = WebPkiServerVerifier::builder_with_provider(roots.into(), Arc::clone(provider));
    let verifier = builder.build().map_err(|error| unusable(&error))?;
    Ok(verifier)
}

fn identity(cert: &Path, key: &Path) -> Result<Identity, Failure> {
    let chain = certificates("--client-cert", cert)?;
    let secret = read("--client-key", key)?;
    let key = PrivateKeyDer::from_pem_slice(&secret).map_err(|_| {
        let key = key.display();
        Failure::other(format!(
            "--client-key {key} has no private key; give a PEM file with one that is not encrypted"
        ))
    })?;
    Ok(Identity { chain, key })
}

fn certificates(flag: &str, path: &Path) -> Result<Vec<CertificateDer<'static>>, Failure> {
    let pem = read(flag, path)?;
    let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem).collect();
    match read {
        Ok(certificates) if !certificates.is_empty() => Ok(certificates),
        Ok(_) | Err(_) => Err(Failure::other(format!(
            "no certificate in {flag} {}; give a PEM file with one",
            path.display()
        ))),
    }
}

fn read(flag: &str, path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path)
        .map_err(|error| Failure::other(format!("cannot read {flag} {}: {error}", path.display())))
}
