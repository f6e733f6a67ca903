//! A certificate for the servers that speak TLS, made anew for each race.

use std::{error::Error, fs};

use tempfile::TempDir;

/// A self-signed certificate and its key in two files, removed when this is
/// dropped.
#[derive(Debug)]
pub(crate) struct Certificate {
    folder: TempDir,
}

impl Certificate {
    pub(crate) fn new() -> Result<Self, Box<dyn Error>> {
        let pair =
            rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()])?;
        let certificate = Self {
            folder: tempfile::tempdir()?,
        };
        let [chain, key] = certificate.paths();
        fs::write(chain, pair.cert.pem())?;
        fs::write(key, pair.signing_key.serialize_pem())?;
        Ok(certificate)
    }

    /// The files: the certificate and the key, in PEM.
    pub(crate) fn paths(&self) -> [String; 2] {
        ["certificate.pem", "key.pem"]
            .map(|name| self.folder.path().join(name).display().to_string())
    }
}
