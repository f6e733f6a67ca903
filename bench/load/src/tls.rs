//! TLS as a client that trusts everybody: only to be used against a server on the same machine.

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use rustls::client::Resumption;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, DigitallySignedStruct, Error, SignatureScheme};

/// Every handshake is a whole one, and no certificate is verified.
pub(crate) fn settings() -> Result<Arc<ClientConfig>> {
    let provider = Arc::new(ring::default_provider());
    let mut settings = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .context("cannot set up TLS")?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Anybody(provider)))
        .with_no_client_auth();
    settings.resumption = Resumption::disabled();
    Ok(Arc::new(settings))
}

/// One connection.
pub(crate) struct Tls(Box<ClientConnection>);

impl Tls {
    /// Nothing is sent before the first call of [`Self::write`] or [`Self::read`].
    pub(crate) fn new(settings: &Arc<ClientConfig>) -> Result<Self> {
        let name = ServerName::try_from("localhost").context("localhost is a name")?;
        let connection = ClientConnection::new(Arc::clone(settings), name)?;
        Ok(Self(Box::new(connection)))
    }

    /// Writes, as soon as the handshake is through.
    pub(crate) fn write(&mut self, stream: &mut TcpStream, bytes: &[u8]) -> io::Result<usize> {
        while self.0.is_handshaking() {
            self.exchange(stream)?;
        }
        let count = self.0.writer().write(bytes)?;
        match self.send(stream) {
            // The session holds the rest and sends it with the next read.
            Err(fault) if fault.kind() != io::ErrorKind::WouldBlock => Err(fault),
            _ => Ok(count),
        }
    }

    /// Reads what came.
    pub(crate) fn read(&mut self, stream: &mut TcpStream, room: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.0.reader().read(room) {
                Err(fault) if fault.kind() == io::ErrorKind::WouldBlock => self.exchange(stream)?,
                other => return other,
            }
        }
    }

    /// Sends what is to be sent and receives something.
    fn exchange(&mut self, stream: &mut TcpStream) -> io::Result<()> {
        self.send(stream)?;
        if self.0.read_tls(stream)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.0.process_new_packets().map_err(io::Error::other)?;
        self.send(stream)
    }

    fn send(&mut self, stream: &mut TcpStream) -> io::Result<()> {
        while self.0.wants_write() {
            self.0.write_tls(stream)?;
        }
        Ok(())
    }
}

/// Verifies the proof that the server holds the key of its certificate, and not whose that is.
#[derive(Debug)]
struct Anybody(Arc<CryptoProvider>);

impl ServerCertVerifier for Anybody {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, certificate, signature, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, certificate, signature, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
