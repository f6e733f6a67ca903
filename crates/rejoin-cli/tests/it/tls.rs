//! wss in both roles, with certificates made for the test.

use core::sync::atomic::{AtomicU32, Ordering};
use std::fs;
use std::path::PathBuf;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};

use crate::process::Process;

/// An authority and a certificate for 127.0.0.1, in a directory that goes away with it.
pub(crate) struct Files {
    directory: PathBuf,
}

impl Files {
    fn new() -> Self {
        Self::with(|_| {})
    }

    /// The same with a certificate that is changed before it is signed.
    pub(crate) fn with(change: impl FnOnce(&mut CertificateParams)) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "tls-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&directory).expect("a place for files");
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().expect("a key"))
            .expect("a certificate");
        let key = KeyPair::generate().expect("a key");
        let names = vec!["127.0.0.1".to_owned(), "localhost".to_owned()];
        let mut params = CertificateParams::new(names).expect("valid names");
        change(&mut params);
        let certificate = params.signed_by(&key, &authority).expect("a certificate");
        let files = Self { directory };
        files.write("ca.pem", &authority.pem());
        files.write("cert.pem", &certificate.pem());
        files.write("key.pem", &key.serialize_pem());
        files
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.directory.join(name), text).expect("a file");
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.directory
            .join(name)
            .to_str()
            .expect("a UTF-8 path")
            .to_owned()
    }

    pub(crate) fn serve(&self) -> (Process, String) {
        Process::serve(&[
            "--cert",
            &self.path("cert.pem"),
            "--key",
            &self.path("key.pem"),
        ])
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        // The directory is below the build's own anyway.
        let _ = fs::remove_dir_all(&self.directory);
    }
}

#[test]
fn wss_echoes_with_the_authority_given_and_without_any_check() {
    let files = Files::new();
    let (_server, url) = files.serve();
    assert!(url.starts_with("wss://"), "{url}");
    let ended = Process::run(&["connect", "--ca", &files.path("ca.pem"), &url], b"hi\n");
    assert_eq!((ended.text(), ended.status), ("hi\n", 0), "{ended:?}");
    let ended = Process::run(&["connect", "--insecure", &url], b"hi\n");
    assert_eq!((ended.text(), ended.status), ("hi\n", 0), "{ended:?}");
}

#[test]
fn a_certificate_from_nobody_trusted_is_3() {
    let (files, stranger) = (Files::new(), Files::new());
    let (_server, url) = files.serve();
    for arguments in [
        &["connect", &url][..],
        &["connect", "--ca", &stranger.path("ca.pem"), &url],
    ] {
        let ended = Process::run(arguments, b"hi\n");
        assert_eq!(ended.status, 3, "{ended:?}");
        assert!(ended.error().contains("certificate"), "{ended:?}");
        assert!(ended.stdout.is_empty(), "{ended:?}");
    }
}

#[test]
fn plain_text_on_a_tls_port_is_no_success() {
    let files = Files::new();
    let (_server, url) = files.serve();
    let ended = Process::run(&["connect", &url.replace("wss://", "ws://")], b"");
    assert!([3, 4].contains(&ended.status), "{ended:?}");
    assert!(
        ended.error().contains("TLS") || ended.error().contains("wss"),
        "{ended:?}"
    );
}

#[test]
fn a_key_that_belongs_to_another_certificate_is_refused_at_the_start() {
    let (files, other) = (Files::new(), Files::new());
    let ended = Process::run(
        &[
            "serve",
            "--cert",
            &files.path("cert.pem"),
            "--key",
            &other.path("key.pem"),
        ],
        b"",
    );
    assert_eq!(ended.status, 1, "{ended:?}");
    assert!(ended.error().contains("key.pem"), "{ended:?}");
}
