//! Certificates that are good and that are not, and ports that speak the other language.

use rcgen::{CertificateParams, KeyPair, date_time_ymd};

use super::server::Scripted;
use super::{check, shown};
use crate::tls::Files;

#[test]
fn a_trusted_server_is_well_and_its_certificate_is_shown() {
    let files = Files::with(|_| {});
    let (_server, url) = files.serve();
    let checked = check(&[&url, "--ca", &files.path("ca.pem")]);
    checked.assert(0, &[]);
    let tls = &checked.result["tls"];
    assert_eq!(
        (&tls["version"], &tls["alpn"]),
        (&"TLS 1.3".into(), &"http/1.1".into())
    );
    assert_eq!(tls["trust"], "trusted");
    let names = &tls["certificates"][0]["names"];
    assert_eq!(*names, serde_json::json!(["127.0.0.1", "localhost"]));
    let ended = shown(&[&url, "--ca", &files.path("ca.pem")]);
    for words in [
        "✓ tls         TLS 1.3, TLS13_",
        "✓ certificate CN=",
        ", trusted",
    ] {
        assert!(ended.text().contains(words), "{words}\n{}", ended.text());
    }
}

#[test]
fn a_certificate_for_another_name_is_told_with_its_names() {
    let files = Files::with(|params| {
        let other = CertificateParams::new(vec!["other.example".to_owned()]);
        params.subject_alt_names = other.expect("a valid name").subject_alt_names;
    });
    let (_server, url) = files.serve();
    let checked = check(&[&url, "--ca", &files.path("ca.pem")]);
    let id = "certificate-wrong-name";
    checked.assert(3, &[id]).says(id, "it is for other.example");
    assert!(
        checked.result.get("handshake").is_none(),
        "{:#}",
        checked.result
    );
}

#[test]
fn a_certificate_out_of_its_time_is_told_with_the_time() {
    let files = Files::with(|params| {
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
    });
    let (_server, url) = files.serve();
    let checked = check(&[&url, "--ca", &files.path("ca.pem")]);
    let id = "certificate-expired";
    checked.assert(3, &[id]).says(id, " days ago");

    let files = Files::with(|params| {
        params.not_before = date_time_ymd(4000, 1, 1);
        params.not_after = date_time_ymd(4001, 1, 1);
    });
    let (_server, url) = files.serve();
    let checked = check(&[&url, "--ca", &files.path("ca.pem")]);
    checked.assert(3, &["certificate-not-valid-yet"]);
}

#[test]
fn everything_that_is_wrong_with_a_certificate_is_told_at_once() {
    let files = Files::with(|params| {
        let other = CertificateParams::new(vec!["other.example".to_owned()]);
        params.subject_alt_names = other.expect("a valid name").subject_alt_names;
        params.not_before = date_time_ymd(2020, 1, 1);
        params.not_after = date_time_ymd(2021, 1, 1);
    });
    let (_server, url) = files.serve();
    let checked = check(&[&url, "--ca", &files.path("ca.pem")]);
    checked.assert(3, &["certificate-wrong-name", "certificate-expired"]);
}

#[test]
fn a_certificate_from_nobody_known_is_told_from_a_self_signed_one() {
    let files = Files::with(|_| {});
    let (_server, url) = files.serve();
    check(&[&url]).assert(3, &["certificate-unknown-issuer"]);

    let key = KeyPair::generate().expect("a key");
    let params = CertificateParams::new(vec!["127.0.0.1".to_owned()]).expect("a name");
    let own = params.self_signed(&key).expect("a certificate");
    files.write("cert.pem", &own.pem());
    files.write("key.pem", &key.serialize_pem());
    let (_server, url) = files.serve();
    check(&[&url]).assert(3, &["certificate-self-signed"]);
    check(&[&url, "--ca", &files.path("cert.pem")]).assert(0, &[]);
}

#[test]
fn without_a_check_the_faults_are_warnings_and_it_goes_on() {
    let files = Files::with(|_| {});
    let (_server, url) = files.serve();
    let checked = check(&[&url, "--insecure"]);
    checked.assert(0, &["certificate-unknown-issuer"]);
    assert_eq!(checked.result["connection"]["end"]["clean"], true);
}

#[test]
fn secrets_are_not_sent_to_who_is_not_trusted() {
    let files = Files::with(|_| {});
    let (_server, url) = files.serve();
    let checked = check(&[&url, "--header", "Authorization: Bearer secret"]);
    assert!(
        checked.result.get("handshake").is_none(),
        "{:#}",
        checked.result
    );
    assert!(!checked.result.to_string().contains("secret"));
}

#[test]
fn plain_text_on_a_tls_port_is_recognised() {
    let files = Files::with(|_| {});
    let (_server, url) = files.serve();
    let checked = check(&[&url.replace("wss://", "ws://")]);
    let id = "plain-on-tls-port";
    assert_eq!(checked.ids(), [id], "{:#}", checked.result);
    checked.says(id, &format!("use {url}"));
}

#[test]
fn tls_on_a_plain_port_is_recognised_by_what_it_says() {
    let server = Scripted::raw(|stream| {
        use std::io::{Read as _, Write as _};
        let mut stream = stream;
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
    });
    let checked = check(&[&server.url.replace("ws://", "wss://")]);
    let id = "tls-on-plain-port";
    checked
        .assert(3, &[id])
        .says(id, "HTTP/1.1 400 Bad Request");
}

#[test]
fn ports_that_do_not_answer_are_asked_in_the_other_language() {
    // Hangs up on everything but plain HTTP.
    let server = Scripted::raw(|stream| {
        use std::io::{Read as _, Write as _};
        let mut stream = stream;
        let mut start = [0; 4];
        if stream.read_exact(&mut start).is_ok() && &start == b"GET " {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        }
    });
    let url = format!("wss://127.0.0.1:{}/", server.port);
    let checked = check(&[&url]);
    let id = "tls-on-plain-port";
    checked.assert(3, &[id]).says(id, "to plain HTTP it does");
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let ended = shown(&["wss://127.0.0.1:1/", "--ca", "/no/such/file"]);
    assert_eq!(ended.status, 1, "{ended:?}");
    assert!(ended.error().contains("--ca /no/such/file"), "{ended:?}");
}
