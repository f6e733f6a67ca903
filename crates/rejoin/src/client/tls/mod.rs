//! TLS for `wss://`: whom to trust, and what to show.

use core::fmt;
use std::io;
use std::sync::{Arc, OnceLock};

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use rustls::{ClientConfig, RootCertStore};
use tokio_rustls::{Connect, TlsConnector};

use crate::transport::Transport;

mod advice;
mod trust_all;

pub(super) use advice::{fault, is_from_tls};

/// Whom a client trusts over TLS, and which certificate it shows.
///
/// TLS 1.2 and 1.3, by rustls. Cheap to clone; sessions are resumed across the connections of one
/// client.
///
/// # Examples
///
/// ```no_run
/// use rejoin::{Client, Tls};
///
/// # fn run() -> Result<(), Box<dyn core::error::Error>> {
/// let tls = Tls::with_roots_pem(&std::fs::read("ca.pem")?)?
///     .client_certificate_pem(&std::fs::read("me.pem")?, &std::fs::read("me.key")?)?;
/// let client = Client::new().tls(tls);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Tls(Trust);

#[derive(Clone, Debug)]
enum Trust {
    /// The platform's own, read when it is first needed.
    Platform,
    Ready(Arc<ClientConfig>),
}

/// The platform's configuration; its roots are read once.
static PLATFORM: OnceLock<Arc<ClientConfig>> = OnceLock::new();

impl Default for Tls {
    /// [`Tls::platform`].
    fn default() -> Self {
        Self::platform()
    }
}

impl Tls {
    /// Servers are checked as the operating system does, with the roots installed there. The
    /// default.
    ///
    /// The roots are read once, at the first connection.
    pub const fn platform() -> Self {
        Self(Trust::Platform)
    }

    /// Only servers whose certificates come from these roots are trusted.
    ///
    /// # Errors
    ///
    /// If there is none, or one is not a certificate.
    pub fn with_roots(
        roots: impl IntoIterator<Item = CertificateDer<'static>>,
    ) -> Result<Self, InvalidTls> {
        let mut store = RootCertStore::empty();
        for root in roots {
            store.add(root).map_err(InvalidTls::Certificate)?;
        }
        let builder = WebPkiServerVerifier::builder_with_provider(store.into(), provider());
        // Without revocation lists, only an empty store can be wrong.
        let verifier = builder.build().map_err(|_| InvalidTls::NoCertificate)?;
        Ok(Self(Trust::Ready(Arc::new(config(verifier)))))
    }

    /// As [`with_roots`](Self::with_roots), from the text of a PEM file; anything in it but
    /// certificates is skipped.
    ///
    /// # Errors
    ///
    /// If it is not PEM, has no certificate, or one that is broken.
    pub fn with_roots_pem(pem: &[u8]) -> Result<Self, InvalidTls> {
        Self::with_roots(certificates(pem)?)
    }

    /// Shows this certificate to servers that ask for one. `chain` begins with the client's own.
    ///
    /// # Errors
    ///
    /// If the chain is empty, the key is of an unknown kind, or they do not belong together; with
    /// [`Tls::platform`] also if its roots cannot be read.
    pub fn client_certificate(
        self,
        chain: Vec<CertificateDer<'static>>,
        key: PrivateKeyDer<'static>,
    ) -> Result<Self, InvalidTls> {
        if chain.is_empty() {
            return Err(InvalidTls::NoCertificate);
        }
        let certified = CertifiedKey::from_der(chain, key, &provider()).map_err(InvalidTls::Key)?;
        let config = self.config().map_err(InvalidTls::Platform)?;
        let mut config = Arc::unwrap_or_clone(config);
        config.client_auth_cert_resolver = Arc::new(SingleCertAndKey::from(certified));
        Ok(Self(Trust::Ready(Arc::new(config))))
    }

    /// As [`client_certificate`](Self::client_certificate), from the text of PEM files.
    ///
    /// # Errors
    ///
    /// As there, or if one of the two is not PEM or has nothing of its kind in it.
    pub fn client_certificate_pem(self, chain: &[u8], key: &[u8]) -> Result<Self, InvalidTls> {
        let key = PrivateKeyDer::from_pem_slice(key).map_err(|_| InvalidTls::NoKey)?;
        self.client_certificate(certificates(chain)?, key)
    }

    /// A configuration of the application's own, taken as it is.
    ///
    /// If it offers protocols through ALPN, `http/1.1` must be the only one.
    pub const fn from_config(config: Arc<ClientConfig>) -> Self {
        Self(Trust::Ready(config))
    }

    /// **Trusts everybody: whoever sits between here and the server can read and change all.**
    ///
    /// For tests against self-signed certificates. Better: give that certificate to
    /// [`with_roots`](Self::with_roots).
    pub fn insecure() -> Self {
        let verifier = Arc::new(trust_all::TrustAll::new(provider()));
        Self(Trust::Ready(Arc::new(config(verifier))))
    }

    /// Begins the TLS handshake.
    pub(super) fn begin<T: Transport>(&self, host: &str, transport: T) -> io::Result<Connect<T>> {
        let name = ServerName::try_from(host.to_owned())
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        let config = self
            .config()
            .map_err(|error| io::Error::other(InvalidTls::Platform(error)))?;
        Ok(TlsConnector::from(config).connect(name, transport))
    }

    fn config(&self) -> Result<Arc<ClientConfig>, rustls::Error> {
        if let Trust::Ready(config) = &self.0 {
            return Ok(Arc::clone(config));
        }
        if let Some(config) = PLATFORM.get() {
            return Ok(Arc::clone(config));
        }
        let verifier = Arc::new(rustls_platform_verifier::Verifier::new(provider())?);
        Ok(Arc::clone(
            PLATFORM.get_or_init(|| Arc::new(config(verifier))),
        ))
    }
}

fn provider() -> Arc<CryptoProvider> {
    static PROVIDER: OnceLock<Arc<CryptoProvider>> = OnceLock::new();
    Arc::clone(PROVIDER.get_or_init(|| Arc::new(ring::default_provider())))
}

fn config(verifier: Arc<dyn ServerCertVerifier>) -> ClientConfig {
    let mut config = ClientConfig::builder_with_provider(provider())
        .with_safe_default_protocol_versions()
        .expect("the provider has cipher suites for both versions")
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    // WebSocket over HTTP/2 is another handshake (RFC 8441).
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    config
}

/// The certificates in the text of a PEM file.
fn certificates(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, InvalidTls> {
    let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    read.map_err(|_| InvalidTls::NoCertificate)
}

/// Why roots, a certificate or a key cannot be used.
#[derive(Debug)]
#[non_exhaustive]
pub enum InvalidTls {
    /// A root is not a certificate.
    Certificate(rustls::Error),
    /// The key is of an unknown kind, or belongs to another certificate.
    Key(rustls::Error),
    /// There is no certificate where one should be, or its PEM is broken.
    NoCertificate,
    /// There is no private key where one should be, or its PEM is broken.
    NoKey,
    /// The platform's roots cannot be read.
    Platform(rustls::Error),
}

impl fmt::Display for InvalidTls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Certificate(_) => "a root is not a certificate; give PEM or DER of X.509",
            Self::Key(_) => "the private key cannot be used, or belongs to another certificate",
            Self::NoCertificate => "no certificate found; give a PEM file with one",
            Self::NoKey => "no private key found; give a PEM file with one that is not encrypted",
            Self::Platform(_) => {
                "the platform's root certificates cannot be read; install them, or give roots"
            }
        })
    }
}

impl core::error::Error for InvalidTls {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Certificate(error) | Self::Key(error) | Self::Platform(error) => Some(error),
            Self::NoCertificate | Self::NoKey => None,
        }
    }
}
