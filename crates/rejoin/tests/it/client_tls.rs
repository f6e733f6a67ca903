//! `wss://` against a rustls server on loopback: whom a client trusts, what it shows, what it says.

use core::future::Future;
use std::sync::Arc;

use rcgen::{CertificateParams, DnType, Issuer, KeyPair, date_time_ymd};
use rejoin::{Client, ConnectError, InvalidTls, Message, Tls};
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::client_peer::{read_request, read_to_end, switching};

/// An authority that issues certificates.
struct Authority {
    root: CertificateDer<'static>,
    pem: String,
    issuer: Issuer<'static, KeyPair>,
}

/// A certificate and its key.
struct Identity {
    chain: Vec<CertificateDer<'static>>,
    pem: String,
    key: KeyPair,
}

impl Authority {
    fn new() -> Self {
        Self::named("ours")
    }

    fn named(name: &str) -> Self {
        let mut params = CertificateParams::new([]).unwrap();
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        params.distinguished_name.push(DnType::CommonName, name);
        let key = KeyPair::generate().unwrap();
        let root = params.self_signed(&key).unwrap();
        let (pem, root) = (root.pem(), root.der().clone());
        Self {
            root,
            pem,
            issuer: Issuer::new(params, key),
        }
    }

    fn issue(&self, name: &str) -> Identity {
        self.issue_until(name, 4096)
    }

    fn issue_until(&self, name: &str, year: i32) -> Identity {
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        params.not_after = date_time_ymd(year, 1, 1);
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        Identity {
            chain: vec![certificate.der().clone()],
            pem: certificate.pem(),
            key,
        }
    }

    fn tls(&self) -> Tls {
        Tls::with_roots([self.root.clone()]).unwrap()
    }

    fn store(&self) -> Arc<RootCertStore> {
        let mut store = RootCertStore::empty();
        store.add(self.root.clone()).unwrap();
        Arc::new(store)
    }
}

impl Identity {
    fn key_der(&self) -> PrivateKeyDer<'static> {
        PrivateKeyDer::try_from(self.key.serialize_der()).unwrap()
    }
}

/// A server's configuration; with `clients`, one that asks for certificates issued by them.
fn server(identity: &Identity, clients: Option<&Authority>) -> Arc<ServerConfig> {
    let provider = Arc::new(ring::default_provider());
    let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .unwrap();
    let builder = match clients {
        None => builder.with_no_client_auth(),
        Some(clients) => builder.with_client_cert_verifier(
            WebPkiClientVerifier::builder_with_provider(clients.store(), provider)
                .build()
                .unwrap(),
        ),
    };
    let mut config = builder
        .with_single_cert(identity.chain.clone(), identity.key_der())
        .unwrap();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Arc::new(config)
}

/// Listens, has `play` serve one connection, and connects to it.
async fn meet<T, P: Future<Output = T>>(
    tls: Tls,
    scheme: &str,
    play: impl FnOnce(TcpStream) -> P,
) -> (Result<rejoin::Connected, ConnectError>, T) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("{scheme}://{}/", listener.local_addr().unwrap());
    let client = Client::new().tls(tls);
    tokio::join!(client.connect(url), async {
        let (stream, _) = listener.accept().await.unwrap();
        play(stream).await
    })
}

/// TLS, then the opening handshake and one message; `None` if TLS did not come to be.
async fn greet(stream: TcpStream, config: Arc<ServerConfig>) -> Option<TlsStream<TcpStream>> {
    let accepted = TlsAcceptor::from(config)
        .accept(stream)
        .into_fallible()
        .await;
    let mut stream = match accepted {
        Ok(stream) => stream,
        Err((_, mut stream)) => {
            // What the client still sends is read: unread bytes would make a reset of the end,
            // which could overtake the alert.
            stream.shutdown().await.unwrap();
            read_to_end(&mut stream).await;
            return None;
        }
    };
    let request = read_request(&mut stream).await;
    let mut answer = switching(&request, "").into_bytes();
    answer.extend_from_slice(b"\x81\x02hi");
    stream.write_all(&answer).await.unwrap();
    stream.flush().await.unwrap();
    Some(stream)
}

/// Connects to a server that shows this certificate.
async fn meet_identity(tls: Tls, identity: &Identity) -> Result<rejoin::Connected, ConnectError> {
    let config = server(identity, None);
    let (connected, _) = meet(tls, "wss", |stream| greet(stream, config)).await;
    connected
}

#[tokio::test]
async fn a_server_whose_root_was_given_is_trusted_and_speaks_http_1_1() {
    let authority = Authority::new();
    let config = server(&authority.issue("127.0.0.1"), None);
    let (connected, stream) = meet(authority.tls(), "wss", |stream| greet(stream, config)).await;
    let mut socket = connected.unwrap().socket;
    assert_eq!(socket.recv().await.unwrap(), Some(Message::text("hi")));
    let stream = stream.unwrap();
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"http/1.1"[..]));
}

#[tokio::test]
async fn roots_may_be_given_as_pem() {
    let authority = Authority::new();
    let tls = Tls::with_roots_pem(authority.pem.as_bytes()).unwrap();
    meet_identity(tls, &authority.issue("127.0.0.1"))
        .await
        .unwrap();
}

#[tokio::test]
async fn the_platform_does_not_trust_a_certificate_of_our_own() {
    let identity = Authority::new().issue("127.0.0.1");
    let error = meet_identity(Tls::platform(), &identity).await.unwrap_err();
    assert!(error.is_tls(), "{error}");
    assert!(error.to_string().contains("root"), "{error}");
}

#[tokio::test]
async fn an_issuer_that_was_not_given_is_not_trusted() {
    let identity = Authority::new().issue("127.0.0.1");
    // The second one has the name of the right one, but another key, as after making it anew.
    for other in [Authority::named("theirs"), Authority::new()] {
        let error = meet_identity(other.tls(), &identity).await.unwrap_err();
        assert!(error.is_tls() && !error.is_lost(), "{error}");
        assert!(
            error.to_string().contains("give its issuer as a root"),
            "{error}"
        );
        assert!(core::error::Error::source(&error).is_some());
    }
}

#[tokio::test]
async fn a_certificate_for_another_name_is_not_trusted() {
    let authority = Authority::new();
    let identity = authority.issue("example.com");
    let error = meet_identity(authority.tls(), &identity).await.unwrap_err();
    assert!(error.is_tls(), "{error}");
    assert!(error.to_string().contains("for another name"), "{error}");
}

#[tokio::test]
async fn an_expired_certificate_is_not_trusted() {
    let authority = Authority::new();
    let identity = authority.issue_until("127.0.0.1", 2001);
    let error = meet_identity(authority.tls(), &identity).await.unwrap_err();
    assert!(error.is_tls(), "{error}");
    assert!(error.to_string().contains("has expired"), "{error}");
}

#[tokio::test]
async fn insecure_trusts_even_an_expired_certificate_for_another_name() {
    let identity = Authority::new().issue_until("example.com", 2001);
    meet_identity(Tls::insecure(), &identity).await.unwrap();
}

#[tokio::test]
async fn a_configuration_of_ones_own_is_taken_as_it_is() {
    let authority = Authority::new();
    let provider = Arc::new(ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(authority.store())
        .with_no_client_auth();
    let tls = Tls::from_config(Arc::new(config));
    meet_identity(tls, &authority.issue("127.0.0.1"))
        .await
        .unwrap();
}

#[tokio::test]
async fn a_client_certificate_is_shown_where_it_is_asked_for() {
    let authority = Authority::new();
    let config = server(&authority.issue("127.0.0.1"), Some(&authority));
    let me = authority.issue("client");
    let tls = authority
        .tls()
        .client_certificate(me.chain.clone(), me.key_der())
        .unwrap();
    let (connected, stream) = meet(tls, "wss", |stream| greet(stream, config)).await;
    connected.unwrap();
    let stream = stream.unwrap();
    assert_eq!(stream.get_ref().1.peer_certificates(), Some(&me.chain[..]));
}

#[tokio::test]
async fn a_client_certificate_that_is_wanted_and_missing_is_named() {
    let authority = Authority::new();
    let config = server(&authority.issue("127.0.0.1"), Some(&authority));
    let (connected, _) = meet(authority.tls(), "wss", |stream| greet(stream, config)).await;
    let error = connected.unwrap_err();
    assert!(error.is_tls() && !error.is_lost(), "{error}");
    assert!(
        error
            .to_string()
            .contains("wants a certificate from the client"),
        "{error}"
    );
}

#[tokio::test]
async fn a_client_certificate_of_a_strange_issuer_is_turned_down_with_words() {
    let authority = Authority::new();
    let config = server(&authority.issue("127.0.0.1"), Some(&authority));
    let me = Authority::new().issue("client");
    let key = me.key.serialize_pem();
    let tls = authority
        .tls()
        .client_certificate_pem(me.pem.as_bytes(), key.as_bytes())
        .unwrap();
    let (connected, _) = meet(tls, "wss", |stream| greet(stream, config)).await;
    let error = connected.unwrap_err();
    assert!(error.is_tls(), "{error}");
    assert!(
        error
            .to_string()
            .contains("turned down this client's certificate"),
        "{error}"
    );
}

#[tokio::test]
async fn tls_spoken_to_a_plain_port_says_so() {
    let (connected, ()) = meet(Tls::insecure(), "wss", |mut stream| async move {
        stream.read_u8().await.unwrap();
        stream
            .write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            .await
            .unwrap();
        stream.shutdown().await.unwrap();
        read_to_end(&mut stream).await;
    })
    .await;
    let error = connected.unwrap_err();
    assert!(error.is_tls(), "{error}");
    assert!(error.to_string().contains("use ws://"), "{error}");
}

#[tokio::test]
async fn a_server_that_hangs_up_on_tls_says_to_check_the_port() {
    let (connected, ()) = meet(Tls::insecure(), "wss", |mut stream| async move {
        stream.shutdown().await.unwrap();
        read_to_end(&mut stream).await;
    })
    .await;
    let error = connected.unwrap_err();
    assert!(error.is_tls(), "{error}");
    assert!(
        error.to_string().contains("check that it speaks TLS"),
        "{error}"
    );
}

#[tokio::test]
async fn plain_http_spoken_to_a_tls_port_says_to_use_wss() {
    let config = server(&Authority::new().issue("127.0.0.1"), None);
    let (connected, stream) = meet(Tls::insecure(), "ws", |stream| greet(stream, config)).await;
    let error = connected.unwrap_err();
    assert!(stream.is_none());
    assert!(error.is_handshake(), "{error}");
    assert!(error.to_string().contains("use wss://"), "{error}");
}

#[tokio::test]
async fn a_server_gone_without_close_notify_during_a_refusal_is_a_refusal_all_the_same() {
    let authority = Authority::new();
    let config = server(&authority.issue("127.0.0.1"), None);
    let (connected, ()) = meet(authority.tls(), "wss", |stream| async move {
        let mut stream = TlsAcceptor::from(config).accept(stream).await.unwrap();
        read_request(&mut stream).await;
        stream
            .write_all(b"HTTP/1.1 403 Forbidden\r\n\r\nno")
            .await
            .unwrap();
        stream.flush().await.unwrap();
        // The TCP stream alone: no close_notify.
        drop(stream.into_inner().0);
    })
    .await;
    let error = connected.unwrap_err();
    assert_eq!(&error.refusal().unwrap().body()[..], b"no");
}

#[test]
fn roots_certificates_and_keys_that_cannot_be_used_are_told_apart() {
    let authority = Authority::new();
    let (one, other) = (authority.issue("one"), authority.issue("other"));
    let refused = |tls: Result<Tls, InvalidTls>| tls.unwrap_err();
    assert!(matches!(
        refused(Tls::with_roots([])),
        InvalidTls::NoCertificate
    ));
    assert!(matches!(
        refused(Tls::with_roots_pem(b"")),
        InvalidTls::NoCertificate
    ));
    let junk = CertificateDer::from(vec![1, 2, 3]);
    assert!(matches!(
        refused(Tls::with_roots([junk])),
        InvalidTls::Certificate(_)
    ));
    let with = |chain: &[u8], key: &[u8]| authority.tls().client_certificate_pem(chain, key);
    let (pem, key) = (one.pem.as_bytes(), other.key.serialize_pem());
    assert!(matches!(refused(with(pem, b"")), InvalidTls::NoKey));
    assert!(matches!(
        refused(with(b"", key.as_bytes())),
        InvalidTls::NoCertificate
    ));
    assert!(matches!(
        refused(with(pem, key.as_bytes())),
        InvalidTls::Key(_)
    ));
    for error in [refused(with(pem, b"")), refused(with(pem, key.as_bytes()))] {
        assert!(error.to_string().contains("private key"), "{error}");
    }
}
