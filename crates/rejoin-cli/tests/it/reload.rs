//! `rejoin serve --config`: what a file says, what flags say, and what a reload makes of it.

use std::fs;

#[cfg(target_os = "linux")]
use std::process::Command;

use rustix::process::Signal;

use crate::process::Process;
use crate::service::Service;
#[cfg(target_os = "linux")]
use crate::service::executable;

/// A service whose settings are in a file.
fn configured(settings: &str, flags: &[&str]) -> Service {
    Service::start_with(|directory| {
        let file = directory.join("rejoin.toml");
        fs::write(&file, settings).expect("it can be written");
        let file = file.to_str().expect("it is UTF-8");
        let flags = flags.iter().copied();
        ["--config", file]
            .into_iter()
            .chain(flags)
            .map(str::to_owned)
            .collect()
    })
}

fn rewrite(service: &Service, settings: &str) {
    fs::write(service.directory().join("rejoin.toml"), settings).expect("it can be written");
}

fn reloaded(service: &mut Service) -> serde_json::Value {
    service.signal(Signal::HUP);
    service.event("reloaded")
}

#[test]
fn the_file_has_its_say_and_flags_win() {
    let settings = "subprotocol = ['a', 'b']\n[limits]\nmax-message-bytes = '3B'\n";
    let server = configured(settings, &["--max-message-bytes", "4"]);
    let said = |message: &[u8]| {
        Process::run(
            &["connect", "-v", "--subprotocol", "b", &server.url],
            message,
        )
    };
    let fits = said(b"four\n");
    assert_eq!(fits.status, 0, "{fits:?}");
    assert!(
        fits.stderr.contains("sec-websocket-protocol: b"),
        "{fits:?}"
    );
    assert_eq!(said(b"fiver\n").status, 6);
}

#[test]
fn a_reload_is_for_those_who_come_and_closes_nobody() {
    let mut server = configured("[limits]\nmax-message-bytes = '1KiB'\n", &[]);
    let mut before = server.client();
    rewrite(
        &server,
        "max-connections = 2\n[extensions]\nrequire = ['permessage-deflate']\n\
         [limits]\nmax-message-bytes = 3\n",
    );
    let event = reloaded(&mut server);
    assert_eq!(event["needs_restart"], serde_json::json!([]));

    let refused = Process::run(&["connect", "--no-deflate", &server.url], b"");
    assert!(refused.error().contains("400"), "{refused:?}");
    let mut after = server.client();
    let refused = Process::run(&["connect", &server.url], b"");
    assert!(refused.error().contains("503"), "{refused:?}");
    after.write(b"long\n");
    assert_eq!(after.event("closed")["code"], 1009);
    before.write(b"long\n");
    assert_eq!(before.event("message")["text"], "long");
    assert_eq!(before.finish().status, 0);
}

#[test]
fn an_invalid_file_is_refused_whole_with_its_line() {
    let mut server = configured("[limits]\nmax-message-bytes = 3\n", &[]);
    for (settings, what) in [
        (
            "max-connections = 1\nmax-conections = 1\n",
            "rejoin.toml:2:1: unknown field `max-conections`",
        ),
        (
            "\n[limits]\n  ping-every = '5 apples'\n",
            "rejoin.toml:3:16: write a time with its unit",
        ),
        ("[drain]\nrate = 0\n", "rejoin.toml:2:8: "),
        ("listen = \n", "rejoin.toml:1:10: "),
        ("allow-origin = ['nowhere at all']\n", "rejoin.toml:1:16: "),
        ("cert = 'cert.pem'\n", "--cert needs the private key too"),
        ("cert = 'cert.pem'\nkey = 'key.pem'\n", "cannot read --cert"),
    ] {
        rewrite(&server, settings);
        server.signal(Signal::HUP);
        let event = server.event("reload_failed");
        let error = event["error"].as_str().expect("a reason");
        assert!(error.contains(what), "{what}: {error}");
    }
    // What was in force is in force.
    let ended = Process::run(&["connect", &server.url], b"long\n");
    assert_eq!(ended.status, 6, "{ended:?}");
    // And a restart with that file changes nothing either.
    let mut client = server.client();
    server.signal(Signal::USR2);
    let failed = server.event("restart_failed");
    let error = failed["error"].as_str().expect("a reason");
    assert!(error.contains("cannot read --cert"), "{error}");
    client.write(b"hi\n");
    assert_eq!(client.event("message")["text"], "hi");
    let log = server.log();
    assert!(log.contains("reload failed, nothing has changed"), "{log}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_service_manager_hears_the_end_of_a_reload_and_why_it_failed() {
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::{SocketAddr, UnixDatagram};
    let name = format!("rejoin-reload-{}", std::process::id());
    let address = SocketAddr::from_abstract_name(&name).expect("a short name");
    let manager = UnixDatagram::bind_addr(&address).expect("a free name");
    let patience = Some(crate::process::PATIENCE);
    manager
        .set_read_timeout(patience)
        .expect("it is more than nothing");
    let hears = || {
        let mut note = [0; 4096];
        let length = manager.recv(&mut note).expect("it is told");
        String::from_utf8_lossy(&note[..length]).into_owned()
    };
    let mut server = Service::started_by(|directory| {
        fs::write(directory.join("rejoin.toml"), "").expect("it can be written");
        let mut command = Command::new(executable(directory));
        command
            .args(["serve", "--json", "--listen", "127.0.0.1:0", "--config"])
            .arg(directory.join("rejoin.toml"))
            .env("NOTIFY_SOCKET", format!("@{name}"));
        command
    });
    assert_eq!(hears(), "READY=1\n");
    reloaded(&mut server);
    assert!(hears().starts_with("RELOADING=1\nMONOTONIC_USEC="));
    assert_eq!(hears(), "READY=1\nSTATUS=reloaded\n");
    rewrite(&server, "max-conections = 1\n");
    server.signal(Signal::HUP);
    server.event("reload_failed");
    assert!(hears().starts_with("RELOADING=1\nMONOTONIC_USEC="));
    let told = hears();
    let failed = "READY=1\nSTATUS=the last reload failed: ";
    assert!(
        told.starts_with(failed) && told.contains("rejoin.toml:1:1: "),
        "{told}"
    );
}

#[test]
fn another_address_needs_a_restart_and_a_restart_applies_it() {
    let mut server = Service::bare(|directory| {
        let file = directory.join("rejoin.toml");
        fs::write(&file, "listen = '127.0.0.1:0'\n").expect("it can be written");
        let file = file.to_str().expect("it is UTF-8").to_owned();
        vec!["--config".to_owned(), file]
    });
    assert_eq!(
        reloaded(&mut server)["needs_restart"],
        serde_json::json!([])
    );
    rewrite(&server, "listen = '127.0.0.2:0'\n");
    let event = reloaded(&mut server);
    assert_eq!(event["needs_restart"], serde_json::json!(["listen"]));
    let old = server.url.clone();
    assert_eq!(server.client().finish().status, 0);

    server.signal(Signal::USR2);
    let restarted = server.event("restarted");
    server.current = crate::service::pid(&restarted["successor"]);
    let listening = server.event("listening");
    server.url = listening["url"].as_str().expect("a URL").to_owned();
    assert!(
        server.url.starts_with("ws://127.0.0.2:"),
        "{old}: {}",
        server.url
    );
    assert_eq!(server.client().finish().status, 0);
}

#[test]
fn a_renewed_certificate_is_shown_to_those_who_come() {
    let pair = || rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a pair");
    let write = |directory: &std::path::Path| {
        let pair = pair();
        fs::write(directory.join("cert.pem"), pair.cert.pem()).expect("it can be written");
        let key = pair.signing_key.serialize_pem();
        fs::write(directory.join("key.pem"), key).expect("it can be written");
    };
    let mut server = Service::start_with(|directory| {
        write(directory);
        let file = directory.join("rejoin.toml");
        fs::write(&file, "cert = 'cert.pem'\nkey = 'key.pem'\n").expect("it can be written");
        vec![
            "--config".to_owned(),
            file.to_str().expect("it is UTF-8").to_owned(),
        ]
    });
    assert!(server.url.starts_with("wss://"), "{}", server.url);
    let ca = server.directory().join("cert.pem");
    let ca = ca.to_str().expect("it is UTF-8");
    let arguments = ["connect", "--ca", ca, &server.url];
    assert_eq!(Process::run(&arguments, b"").status, 0);
    write(server.directory());
    // The authority that the client trusts is the new certificate; the server shows the old one.
    assert_eq!(Process::run(&arguments, b"").status, 3);
    reloaded(&mut server);
    let arguments = ["connect", "--ca", ca, &server.url];
    assert_eq!(Process::run(&arguments, b"").status, 0);
}
